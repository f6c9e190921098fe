r"""CSV copies of the tables: RFC 4180, UTF-8, and no cell that a spreadsheet takes for a formula.

The rule, for columns of text: a cell that begins with `=`, `+`, `-`, `@`, a tab, a line break, a
full-width `＝ ＋ － ＠` or an apostrophe gets one apostrophe in front; an empty text is an
apostrophe alone; a null is nothing at all. Whoever reads takes the first apostrophe away, if
there is one, and an empty cell for a null. Numbers, days and truth values stay as they are.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..row import Column

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
