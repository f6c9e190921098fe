"""Read what readers answered. What is missing, of another draw or in no known form is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli

from bench.audit.cells import Cell
from bench.audit.compare import is_form_of
from bench.audit.forms import HOW, list_of
from bench.audit.sealed import ANSWERS, Files
from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Problem
from ice_subpoenas.sql import nearest
from printing import Refusal
from reviewed.decode import decode

OTHER = "other"
"""The answer for somebody whom no list holds."""

Entry = Mapping[str, Any]


def entries(folder: Path, draw: str, reader: str, wanted: Mapping[str, Any]) -> dict[str, Entry]:
    """The entries of a file of answers by form: one for each form, none empty."""
    path = folder / ANSWERS
    data = _read(path, folder)
    if data.get("draw") != draw or data.get("reader") != reader:
        raise Refusal(f"{path}: its draw or reader is another; use the answers that belong here")
    given = data.get("answers")
    if data.keys() - {"draw", "reader", "answers"} or not isinstance(given, list):
        raise Refusal(f"{path} holds no [[answers]], or more than these; see README.md beside it")
    found: dict[str, Entry] = {}
    for entry in given:
        form = entry.get("form") if isinstance(entry, dict) else None
        if form not in wanted or form in found:
            raise Refusal(f"{path}: form {safe(str(form))[:20]!r} is not asked for, or twice there")
        found[str(form)] = entry
    empty = [form for form in wanted if not found.get(form, {}).keys() - {"form", "note"}]
    if empty:
        n = f"{len(empty)} of {len(wanted)} forms"
        raise Refusal(f"{path}: {n} have no answer, the first is {empty[0]}; answer every form")
    return found


def _read(path: Path, folder: Path) -> dict[str, Any]:
    content = decode(path, ANSWERS, folder)
    if isinstance(content, Problem):
        raise Refusal(f"{path}: {content.message}; write it anew")
    try:
        return tomli.loads(content)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise Refusal(f"{path} is no TOML: {safe(str(error))[:100]}") from None


def alone(path: str, entry: Entry, known: Mapping[str, Callable[[Any], bool]]) -> str:
    """The one key that an entry answers with, besides its form and a note; its value must fit."""
    keys = sorted(entry.keys() - {"form", "note"})
    key = keys[0]
    if len(keys) > 1 or key not in known or not known[key](entry[key]):
        shown = ", ".join(f"{k} = {str(entry[k])[:40]!r}" for k in keys)
        raise Refusal(f"{path}: {safe(shown)} is no answer; write one of: {', '.join(known)}")
    return key


def value(path: str, entry: Entry, cell: Cell, files: Files) -> str | None:
    """The value that a reader gives for a cell; null where the words do not decide it."""
    key = alone(path, entry, {"value": _is_plain, "undecided": lambda given: given is True})
    if key == "undecided":
        return None
    given = entry["value"]
    answer = given.isoformat() if isinstance(given, date) else str(given).strip()
    known = _known(cell, files)
    if known is not None and answer not in known:
        remedy = nearest(answer, known, HOW[cell.kind])
        raise Refusal(
            f"{path}: {safe(answer)[:60]!r} is none of the answers to choose from; {remedy}"
        )
    if not is_form_of(cell.kind, answer):
        raise Refusal(f"{path}: {safe(answer)[:60]!r} has another form; write {HOW[cell.kind]}")
    return answer


def _is_plain(given: Any) -> bool:
    """Whether a value is a number, a day or words: not empty, no truth value, no hour."""
    if isinstance(given, bool | datetime):
        return False
    return isinstance(given, int | date) or (isinstance(given, str) and bool(given.strip()))


def _known(cell: Cell, files: Files) -> tuple[str, ...] | None:
    """The answers to choose from; null where words are answered freely."""
    if cell.kind == "code":
        return cell.column.codes
    if cell.kind != "reference":
        return None
    listed = files[f"lists/{list_of(cell.column)}.txt"].splitlines()
    return (*(line.partition(" — ")[0] for line in listed), OTHER)
