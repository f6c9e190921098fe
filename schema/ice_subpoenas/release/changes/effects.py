"""What follows from changes: computed columns of rows that stay, and the totals of `counts`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from ...tables import TABLES
from .facts import Rows

TOLD = (
    *("in_scope", "response_status", "enforcement_status", "outcome"),
    *("response_is_witnessed", "enforcement_is_witnessed", "outcome_is_witnessed"),
    *("is_witness", "is_witnessed", "tier", "has_conflict"),
)
"""Computed columns whose change a reviewer must see, beginning with what most people read."""

COPIES = ("subpoenas",)
"""Tables whose computed columns repeat those of their acts."""

TOTALS = "counts"
"""The view of totals, where a side has it."""

FOLLOWS = "follows: "

SHOWN = 5  # rows that are named of those in which one column changes in the same way


def effects(old: Rows, new: Rows) -> list[str]:
    """A line for each way in which a computed column changes, with the rows; then totals.

    >>> effects({"acts": [{"act_id": "a", "tier": "x"}]}, {"acts": [{"act_id": "a", "tier": "y"}]})
    ['follows: acts.tier: x → y: a']
    """
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for table in TABLES:
        if table.table not in COPIES:
            before = {row[table.key]: row for row in old.get(table.table, ())}
            for row in new.get(table.table, ()):
                for column, change in _differing(before.get(row[table.key], {}), row):
                    found[column, table.table, change].append(str(row[table.key]))
    order = sorted(found, key=lambda key: (TOLD.index(key[0]), *key[1:]))
    lines = [
        f"{FOLLOWS}{table}.{column}: {change}: {_named(found[column, table, change])}"
        for column, table, change in order
    ]
    return [*lines, *_totals(old, new)]


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The told columns of a row that differ, each with what it was and is."""
    for column in TOLD:
        if column in old and column in new and old[column] != new[column]:
            yield column, f"{_shown(old[column])} → {_shown(new[column])}"


def _shown(value: Any) -> str:
    return "null" if value is None else str(value).lower()


def _named(rows: list[str]) -> str:
    more = len(rows) - SHOWN
    return ", ".join(rows[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _totals(old: Rows, new: Rows) -> Iterator[str]:
    """The numbers of everything together that differ."""
    before, after = (next(iter(side.get(TOTALS, ())), {}) for side in (old, new))
    for name in after:
        if name.startswith("n_") and name in before and before[name] != after[name]:
            yield f"{FOLLOWS}{TOTALS}.{name}: {before[name]} → {after[name]}"
