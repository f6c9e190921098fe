"""Rows of the real tables removed, added, or exchanged with another."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa

from faults.columns import laid
from forging import rows, typed
from ice_subpoenas.relations.open import from_folder
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLE, TABLES

Listed = list[dict[str, Any]]
Edit = Callable[[Listed, str], Listed]


def _removed(listed: Listed, _: str) -> Listed:
    return listed[: len(listed) // 2] + listed[len(listed) // 2 + 1 :]


def _added(listed: Listed, key: str) -> Listed:
    row = listed[len(listed) // 2]
    return [*listed, row | {key: f"{row[key]}-again"}]


def _exchanged(listed: Listed, key: str) -> Listed:
    """Two rows that say different things under each other's ids."""
    pairs = list(itertools.pairwise(listed))[len(listed) // 2 - 1 :]
    one, other = next(p for p in pairs if p[0] | {key: ""} != p[1] | {key: ""})
    rest = [row for row in listed if row is not one and row is not other]
    return [*rest, one | {key: other[key]}, other | {key: one[key]}]


ID = re.compile(r"[\w/-]+")
EDITS: dict[str, Edit] = {"removed": _removed, "added": _added, "exchanged": _exchanged}

UNTOLD: dict[str, str] = {
    "event_acts": "an event may concern any act, and not every event changes where an act stands",
    "shared_passages": "they follow from the held texts, which no release contains",
    "may_be_same": "no rule requires that a doubt be recorded",
    "searches": "a search that found nothing need not be named by a row",
    "absences": "a null that needs no reason may have one",
    "regions": "they follow from the held texts",
    "ledger": "it follows from the held texts",
    "retired_ids": "no row names an id that is no longer used",
    "phrases": "a phrase that is listed twice gives the same code",
    "evidence": "the same words may be cited twice",
    "conflicts": "a conflict may be recorded twice",
    "audits": "nothing follows from a judgment",
    "audited_passages": "nothing follows from what a reader marked",
    "reviews": "nothing else shows that a page was read",
    "links": "nothing follows from an address that answered, or did not",
}
"""Tables of which a row can be removed, added or exchanged so that all tables still agree: only a
digest from elsewhere (`--expect`) tells of it."""

TOLD = tuple(t.table for t in TABLES if t.table not in UNTOLD)


def asked(tables: Mapping[str, pa.Table], names: Iterable[str], edit: str, room: Path) -> list[str]:
    """What the rules say after an edit of each of some tables."""
    made = dict(tables) | {
        name: typed(name, EDITS[edit](rows(tables, name), TABLE[name].key)) for name in names
    }
    relations, problems = from_folder(laid(made, room) / "tables")
    with closing(relations):
        return [problem.message for problem in problems or ask.problems(relations)]


def missed(tables: Mapping[str, pa.Table], edit: str, room: Path) -> list[str]:
    """The tables whose edited rows no message names, neither among all such edits nor alone."""
    some = [name for name in TOLD if tables[name].num_rows > 1]
    said = "\n".join(asked(tables, some, edit, room))
    unnamed = [name for name in some if not _touched(tables, name, edit) & {*ID.findall(said)}]
    return [name for name in unnamed if not asked(tables, [name], edit, room)]


def _touched(tables: Mapping[str, pa.Table], name: str, edit: str) -> set[str]:
    """The ids of the rows that an edit removes, adds or changes."""
    key, listed = TABLE[name].key, rows(tables, name)
    old, new = ({str(row[key]): row for row in each} for each in (listed, EDITS[edit](listed, key)))
    return {row_id for row_id in old | new if old.get(row_id) != new.get(row_id)}
