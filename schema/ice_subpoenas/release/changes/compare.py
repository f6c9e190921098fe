"""What differs between two sides: `compare(old, new)`."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...tables import TABLES
from .facts import MATTERS, Address, Rows, State, state, told_columns

KINDS = {
    "added": "added",
    "removed": "removed",
    "value": "value changed",
    "modality": "modality changed",
    "evidence": "evidence changed",
    "opened": "conflict opened",
    "settled": "conflict settled",
}
"""Kinds of change, and how they are called."""

OWN_WORDS = ("reason", "remark", "leaning", "scope", "summary")
"""Our own words: a new row's are not told, a changed one's are."""


@dataclass(frozen=True, order=True)
class Change:
    """One fact that differs: its cell, what it was and is, and the words that differ."""

    table: str
    row: str
    column: str
    kind: str
    old: str | None = None
    new: str | None = None
    words: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    why: str | None = None


def compare(old: Rows, new: Rows) -> list[Change]:
    """Every fact that differs, in the order of the tables, then by row and column."""
    before, after = state(old), state(new)
    found = [*_cells(before, after), *_conflicts(before, after), *_reasons(before, after)]
    order = {table.table: number for number, table in enumerate(TABLES)}
    acts = {
        str(row["subpoena_id"]): str(row.get("act_id"))
        for rows in (old, new)
        for row in rows.get("subpoenas", ())
    }
    return sorted(_folded(found, acts), key=lambda c: (order.get(c.table, len(order)), _sorted(c)))


def _sorted(change: Change) -> tuple[str, ...]:
    """What changes are put in order by; one side of a value may be null."""
    return change.table, change.row, change.column, change.kind, str(change.old), str(change.new)


def _cells(before: State, after: State) -> Iterable[Change]:
    for address in sorted(before.cells.keys() | after.cells.keys()):
        old, new = before.cells.get(address), after.cells.get(address)
        said = before.evidence.get(address, {}), after.evidence.get(address, {})
        if old == new and said[0] == said[1]:
            continue
        words = _other_words(*said) if old == new else _other_words(*map(_plain, said))
        kind = _kind(address, old, new, bool(words), before, after)
        if kind:
            yield Change(*address, kind, old, new, words)


def _other_words(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """The pieces that went and came; of two that read alike, one line says what differs."""
    gone = {key: old[key] for key in sorted(old.keys() - new.keys())}
    come = {key: new[key] for key in sorted(new.keys() - old.keys())}
    alike = []
    for key in list(gone):
        twin = next((other for other in come if come[other] == gone[key]), None)
        if twin is not None:
            alike.append(f"± {gone.pop(key)}: {_difference(key, twin)}")
            del come[twin]
    lost = sorted(f"- {words}" for words in gone.values())
    found = sorted(f"+ {words}" for words in come.values())
    return (*sorted(alike), *lost, *found)


def _difference(old: str, new: str) -> str:
    """What differs between two pieces of evidence with the same words."""
    pairs = zip(MATTERS, json.loads(old), json.loads(new), strict=True)
    return ", ".join(f"{name} {a or 'none'} → {b or 'none'}" for name, a, b in pairs if a != b)


def _plain(pieces: Mapping[str, str]) -> dict[str, str]:
    """The words alone: how they stand to a value follows where the value itself changes."""
    alone = (text.partition(", stance: ")[0].removesuffix(")") + ")" for text in pieces.values())
    return {text: text for text in alone}


def _kind(
    address: Address, old: str | None, new: str | None, words: bool, before: State, after: State
) -> str | None:
    """The kind of a cell's change; null where nothing is to be told."""
    row, column = address[:2], address[2]
    if row not in before.rows or row not in after.rows:
        kind, value = ("added", new) if row in after.rows else ("removed", old)
        bare = value is None or value.startswith("null (") or column in OWN_WORDS
        return None if bare else kind
    if old != new:
        return "modality" if column == "modality" else "value"
    return "evidence" if words else None


def _reasons(before: State, after: State) -> Iterable[Change]:
    """Reasons of nulls that are computed, such as a status for which a search found nothing."""
    told = {(table.table, column.stem) for table in TABLES for column in told_columns(table)}
    for address in sorted(before.absences.keys() & after.absences.keys()):
        old, new = before.absences[address], after.absences[address]
        if old != new and (address[0], address[2]) not in told:
            yield Change(*address, "value", f"null ({old})", f"null ({new})")


def _conflicts(before: State, after: State) -> Iterable[Change]:
    for address in sorted(before.conflicts.keys() | after.conflicts.keys()):
        old, new = before.conflicts.get(address), after.conflicts.get(address)
        was = str(old["resolution"]) if old else None
        now = str(new["resolution"]) if new else "no conflict"
        if was != now:
            kind = "opened" if was is None or now == "unresolved" else "settled"
            yield Change(*address, kind, was, now)
        elif old and new and old.get("reason") != new.get("reason"):
            why = [each.get("reason") for each in (old, new)]
            yield Change(*address, "settled", f"{was}: {why[0]}", f"{now}: {why[1]}")


def _folded(found: list[Change], acts: Mapping[str, str]) -> Iterable[Change]:
    """Tell once, on the act, what changes in the same way on its subpoenas."""
    on_acts = [change for change in found if change.table == "acts"]
    told = {(c.row, c.column, c.kind, c.old, c.new): c for c in on_acts}
    copies: dict[Change, list[str]] = defaultdict(list)
    rest: list[Change] = []
    for change in found:
        same = (acts.get(change.row, ""), change.column, change.kind, change.old, change.new)
        if change.table == "subpoenas" and same in told:
            copies[told[same]].append(change.row)
        else:
            rest.append(change)
    return [replace(change, copies=tuple(copies.get(change, ()))) for change in rest]
