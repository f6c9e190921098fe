"""The facts of one side: cells with their values, and what is said about them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...prose.known import cell
from ...row import Column, Row
from ...tables import TABLES

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

Address = tuple[str, str, str]

COMPUTED = ("shared_passages", "quote_variants", "codes", "dictionary")

ABOUT = frozenset(("conflicts", "evidence", "absences", "reviews", *COMPUTED))
"""Tables that say something about other rows, or are computed: not compared cell by cell."""

VERBATIM = {"quotes": "text"}
"""Computed columns that are the fact itself."""


@dataclass(frozen=True)
class State:
    """The facts of one side: cells with their values, and what is said about them."""

    cells: Mapping[Address, str | None]
    rows: frozenset[tuple[str, str]]
    evidence: Mapping[Address, Mapping[str, str]]
    conflicts: Mapping[Address, Mapping[str, Any]]
    absences: Mapping[Address, str]


def state(rows: Rows) -> State:
    """The facts of the rows of one side."""
    absences = {cell(row): _absence(row) for row in rows.get("absences", ())}
    cells: dict[Address, str | None] = {}
    keys: set[tuple[str, str]] = set()
    for table in TABLES:
        if table.table in ABOUT:
            continue
        told = [(column.name, column.stem, _name(column)) for column in told_columns(table)]
        for row in rows.get(table.table, ()):
            key = (table.table, str(row[table.key]))
            keys.add(key)
            for name, stem, shown in told:
                cells[*key, shown] = _shown(row.get(name), absences.get((*key, stem)))
    conflicts = {cell(row): row for row in rows.get("conflicts", ())}
    return State(cells, frozenset(keys), _evidence(rows), conflicts, absences)


def _absence(row: Mapping[str, Any]) -> str:
    """Why a cell is null: the reason, and the search that found nothing."""
    search = row.get("search_id")
    return f"{row['reason']}, {search}" if search else str(row["reason"])


def told_columns(table: type[Row]) -> Iterable[Column]:
    """The columns that hold facts: a date once, as its EDTF string; the key names the row."""
    for column in table.columns():
        is_fact = column.role != "derived" and column.name != table.key
        if is_fact or VERBATIM.get(table.table) == column.name:
            yield column


def _name(column: Column) -> str:
    return column.stem if column.name == f"{column.stem}_edtf" else column.name


def _shown(value: Any, absence: str | None) -> str | None:
    """A value as text; a null with its reason, where one is recorded."""
    if value is not None:
        return str(value)
    return f"null ({absence})" if absence else None


def _evidence(rows: Rows) -> dict[Address, dict[str, str]]:
    """For each cell its own pieces of evidence: all that matters of each, and how it is shown."""
    found: dict[Address, dict[str, str]] = defaultdict(dict)
    for row in rows.get("evidence", ()):
        if row["derivation"] == "copied":
            continue
        matters = [row.get(name) for name in MATTERS]
        found[cell(row)][json.dumps(matters, default=str)] = _words(row)
    return found


MATTERS = ("evidence_id derivation arguments value stance reason via_evidence_id locator").split()


def _words(row: Mapping[str, Any]) -> str:
    """A piece of evidence for a reader: the words, their source and how they stand."""
    words = f"“{row.get('exact')}”"
    stance = "" if row["stance"] == "supports" else f", stance: {row['stance']}"
    place = f", {row['locator']}" if row.get("locator") else ""
    return f"{words} ({row['source_id']}, {row['derivation']}{place}{stance})"
