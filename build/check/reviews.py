"""Readings of pages: rows of readings say who read what a file takes from a source."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ice_subpoenas.problem import Problem
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.vocabularies import ReaderRole, Reading, ReviewOutcome
from reviewed.files import Block


def rows(blocks: Iterable[Block]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A row for every reading, and what is wrong with blocks of another form."""
    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for block in blocks:
        if block.table != "readings":
            continue
        unfit = _unfit(block.data)
        if unfit:
            remedy = "see `python build review --help`"
            message = f"readings: {unfit}"
            problems.append(RULES["wrong-value"].at(block.place(), message, remedy))
            continue
        found += [_row(block, entry) for entry in block.data["pages"]]
    return found, problems


def _row(block: Block, entry: str) -> dict[str, Any]:
    file, source, fingerprint, outcome = entry.split()
    data = block.data
    return {
        "review_id": f"{file}/{source}/{data['reading']}",
        "reviewed_file": file,
        "source_id": source,
        "reading": data["reading"],
        "reader_role": data["reader_role"],
        "reviewed_on": data["reviewed_on"],
        "fingerprint": fingerprint,
        "outcome": outcome,
        "reason": data["reason"],
    }


def _unfit(data: Any) -> str | None:
    for key, vocabulary in {"reading": Reading, "reader_role": ReaderRole}.items():
        if data.get(key) not in vocabulary.codes():
            return f"{key} must be one of {', '.join(vocabulary.codes())}"
    if type(data.get("reviewed_on")) is not date or not isinstance(data.get("reason"), str):
        return "reviewed_on must be a date and reason a text"
    entries = data.get("pages")
    if not isinstance(entries, list) or not all(_entry_fits(entry) for entry in entries):
        return 'pages must hold "file source fingerprint outcome"'
    return None


def _entry_fits(entry: Any) -> bool:
    parts = entry.split() if isinstance(entry, str) else []
    return len(parts) == 4 and parts[3] in ReviewOutcome.codes()
