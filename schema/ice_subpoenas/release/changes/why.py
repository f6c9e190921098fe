"""Why each fact differs, as far as the rows of both sides tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...prose.known import cell, grouped
from .compare import Change
from .facts import Address, Rows
from .readings import readings


def explained(found: Iterable[Change], old: Rows, new: Rows) -> list[Change]:
    """The changes with why each came about, as far as the rows of both sides tell."""
    known = {str(row["source_id"]) for row in old.get("sources", ())}
    pieces = [_pieces(rows) for rows in (old, new)]
    read = readings(new) - readings(old)
    return [replace(change, why=_why(change, known, pieces, read)) for change in found]


def _pieces(rows: Rows) -> dict[Address, dict[str, Mapping[str, Any]]]:
    """For each cell its evidence by id; an id is that of cell, source, words and place."""
    cells = grouped(rows.get("evidence", ()), cell)
    return {cell: {str(row["evidence_id"]): row for row in own} for cell, own in cells.items()}


def _why(
    change: Change,
    known: set[str],
    pieces: Sequence[Mapping[Address, Mapping[str, Mapping[str, Any]]]],
    read: frozenset[tuple[str, ...]],
) -> str:
    """The reason in words: a new source, other words, another rule, or another reading."""
    cell = (change.table, change.row, change.column)
    old, new = (side.get(cell, {}) for side in pieces)
    come = {str(new[key]["source_id"]) for key in new.keys() - old.keys()}
    reasons = []
    if come - known:
        reasons.append(f"new source {', '.join(sorted(come - known))}")
    if come & known:
        reasons.append(f"other words of {', '.join(sorted(come & known))}")
    if any(_derived(old[key]) != _derived(new[key]) for key in old.keys() & new.keys()):
        reasons.append("rule change: the same words are derived otherwise")
    if old.keys() - new.keys():
        reasons.append("evidence withdrawn")
    pages = {(str(each["reviewed_file"]), str(each["source_id"])) for each in new.values()}
    days = sorted({day for file, source, _, _, day, _ in read if (file, source) in pages})
    if days and change.kind != "added":
        reasons.append(f"re-review on {', '.join(days)}")
    return "; ".join(reasons) or NO_REASON[change.kind in ("opened", "settled")]


NO_REASON = ("our own sorting or words", "the evidence on the two sides, or our ruling, changed")


def _derived(piece: Mapping[str, Any]) -> list[Any]:
    return [piece.get(name) for name in ("derivation", "arguments", "value")]
