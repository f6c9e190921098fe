r"""CSV copies of the tables: RFC 4180, UTF-8, and no cell that a spreadsheet takes for a formula.

The rule, for columns of text: a cell that begins with `=`, `+`, `-`, `@`, a tab, a line break, a
full-width `＝ ＋ － ＠` or an apostrophe gets one apostrophe in front; an empty text is an
apostrophe alone; a null is nothing at all. Whoever reads takes the first apostrophe away, if
there is one, and an empty cell for a null. Numbers, days and truth values stay as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..row import TYPES, Column

MARK = "'"
RISKY = tuple("=+-@\t\r\n＝＋－＠" + MARK)
RULE = (
    "In columns of text a cell that would begin with = + - @, a tab, a line break, a full-width "
    "form of those signs or an apostrophe has one apostrophe in front; a single apostrophe is an "
    "empty text, and an empty cell is a null. To read a text, take its first apostrophe away."
)
"""What the descriptor of the CSV copies says to a reader."""


def guarded(text: str) -> str:
    r"""A text as a cell that no spreadsheet computes.

    >>> guarded("=1+1"), guarded("plain"), guarded("'tis"), guarded("")
    ("'=1+1", 'plain', "''tis", "'")
    """
    return MARK + text if not text or text.startswith(RISKY) else text


def unguarded(cell: str) -> str | None:
    """The text that a cell stands for; null for an empty one.

    >>> unguarded("'=1+1"), unguarded("plain"), unguarded("''tis"), unguarded("'"), unguarded("")
    ('=1+1', 'plain', "'tis", '', None)
    """
    return cell.removeprefix(MARK) if cell else None


def write(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows as a CSV file, a heading first."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([_cell(row[column.name]) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else str(value)


def read(columns: Sequence[Column], content: bytes) -> list[dict[str, Any]]:
    """The rows of a CSV file as they were written; ValueError says what is not as declared."""
    try:
        text = content.decode("utf-8")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ValueError(f"is no CSV in UTF-8 ({error})") from error
    names = [column.name for column in columns]
    if not lines or lines[0] != names:
        raise ValueError("has other columns than the declaration")
    return [_row(columns, line, number) for number, line in enumerate(lines[1:], 2)]


def _row(columns: Sequence[Column], line: list[str], number: int) -> dict[str, Any]:
    if len(line) != len(columns):
        raise ValueError(f"record {number} has {len(line)} cells, not {len(columns)}")
    return {c.name: _value(c, cell, number) for c, cell in zip(columns, line, strict=True)}


def _value(column: Column, cell: str, number: int) -> Any:
    if column.type is str:
        return unguarded(cell)
    if not cell:
        return None
    try:
        return PARSE[column.type](cell)
    except (ValueError, KeyError) as error:
        kind = TYPES[column.type][0]
        raise ValueError(f"record {number}: {column.name}: {cell[:40]!r} is no {kind}") from error


PARSE: Mapping[type, Any] = {
    int: int,
    bool: {"true": True, "false": False}.__getitem__,
    date: date.fromisoformat,
}
