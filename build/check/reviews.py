"""Readings of rows: who read what, and whether the row is still what was read."""

from __future__ import annotations

from datetime import date
from typing import Any

from check.rules import Problem
from evidence.resolve import Piece, hash_of
from ice_subpoenas.vocabularies import ReaderRole, Reading, ReviewOutcome
from reviewed.files import Record
from reviewed.rows import Draft

UNREAD = frozenset(("regions", "conflicts", "retired_ids"))
"""Tables whose rows are decisions about rows; they are read with the rows that they concern."""


def fingerprint(draft: Draft, pieces: list[Piece]) -> str:
    """A hash of what a reader judged: the written columns and each piece of evidence."""
    columns = draft.table.column_map()
    written = {
        name: value
        for name, value in draft.values.items()
        if columns[name].role != "derived" or name in ("text", "char_start")
    }
    said = [
        [p.address[2], p.source, p.span, p.derivation, p.shown, p.stance, p.reason] for p in pieces
    ]
    return hash_of([written, draft.absent, sorted(said, key=repr)])


def fingerprints(
    drafts: dict[tuple[str, str], Draft], pieces: dict[tuple[str, str], list[Piece]]
) -> dict[tuple[str, str], str]:
    """The fingerprint of every row that is read."""
    return {
        key: fingerprint(draft, pieces.get(key, []))
        for key, draft in drafts.items()
        if key[0] not in UNREAD
    }


def rows(
    records: list[Record], current: dict[tuple[str, str], str]
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A row for every reading of a row that exists, and what is wrong with the rest."""
    found: dict[str, dict[str, Any]] = {}
    problems: list[Problem] = []
    for record in records:
        if record.table != "readings":
            continue
        message = _invalid(record.data)
        if message:
            problems.append(
                Problem(
                    record.file,
                    record.line(),
                    "wrong-value",
                    f"readings: {message}",
                    "see `python build review --help`",
                )
            )
            continue
        for entry in record.data["rows"]:
            name, seen, outcome = entry.split()
            table, _, row_id = name.partition("/")
            if (table, row_id) not in current:
                problems.append(
                    Problem(
                        record.file,
                        record.line("rows"),
                        "review-unknown",
                        f"there is no row {name}",
                        "run `python build review --prune`",
                    )
                )
                continue
            review_id = f"{name}/{record.data['reading']}"
            found[review_id] = {
                "review_id": review_id,
                "table_name": table,
                "row_id": row_id,
                "reading": record.data["reading"],
                "reader_role": record.data["reader_role"],
                "reviewed_on": record.data["reviewed_on"],
                "fingerprint": seen,
                "is_current": seen == current[table, row_id],
                "outcome": outcome,
                "reason": record.data["reason"],
            }
    return list(found.values()), problems


def _invalid(data: dict[str, Any]) -> str | None:
    codes = {"reading": Reading, "reader_role": ReaderRole}
    for key, vocabulary in codes.items():
        if data.get(key) not in vocabulary.codes():
            return f"{key} must be one of {', '.join(vocabulary.codes())}"
    if type(data.get("reviewed_on")) is not date or not isinstance(data.get("reason"), str):
        return "reviewed_on must be a date and reason a text"
    entries = data.get("rows")
    if not isinstance(entries, list) or not all(_entry_fits(entry) for entry in entries):
        return 'rows must hold "table/row fingerprint outcome"'
    return None


def _entry_fits(entry: Any) -> bool:
    parts = entry.split() if isinstance(entry, str) else []
    return len(parts) == 3 and parts[2] in ReviewOutcome.codes()
