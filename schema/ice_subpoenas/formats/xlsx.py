"""A spreadsheet: numbers, days, text and links, and a sheet that says what columns mean."""

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..row import Column

WIDEST = 60  # characters that a column is at most wide


@dataclass(frozen=True)
class Sheet:
    """Rows under their headings, which stand in the first line of every sheet.

    `about` says what the sheet is, for a sheet on all sheets. `headings` are plainer names of
    columns, for those that have one, and `means` what they mean where that is not their
    description. `narrow` columns are kept small, so that what follows them is in sight.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    about: str = ""
    headings: Mapping[str, str] | None = None
    means: Mapping[str, str] | None = None
    narrow: Mapping[str, int] | None = None

    def heading(self, column: Column) -> str:
        """What stands above a column."""
        return self._headings.get(column.name, column.name)

    def meanings(self) -> list[tuple[str, str]]:
        """Each heading with what it means."""
        means = self.means or {}
        return [
            (self.heading(column), means.get(column.name) or self.headed(column.description))
            for column in self.columns
        ]

    def headed(self, text: str) -> str:
        """A text about tables as it is true of the sheet: with its headings, and of empty cells."""
        named = re.sub(r"`(\w+)`", lambda name: f"`{self._headings.get(name[1], name[1])}`", text)
        return re.sub(r"\b([Nn]ull)\b", lambda null: EMPTY[null[1]], named)

    @property
    def _headings(self) -> Mapping[str, str]:
        return self.headings or {}


EMPTY = {"null": "empty", "Null": "Empty"}


def own(name: str, means: str = "") -> Column:
    """A column that only a sheet has."""
    return Column(name, name, "derived", str, True, means)


def workbook(first: Sheet, *others: Sheet) -> bytes:
    """Sheets with frozen headings; the second says what the columns of the first mean.

    The last sheet says what the columns of the others mean. The same rows give the same bytes.
    """
    import xlsxwriter  # only who writes or verifies a workbook pays for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    styles = {
        "bold": book.add_format({"bold": True, "bottom": 1}),
        "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
    }
    columns = _meanings("columns", ("column", "meaning"), first)
    other_columns = _meanings("other columns", ("sheet", "column", "meaning"), *others)
    for each in (first, columns, *others, other_columns):
        _table(book.add_worksheet(each.name), each, styles)
    book.close()
    return out.getvalue()


def _meanings(name: str, headings: Sequence[str], *held: Sheet) -> Sheet:
    """A sheet that says what each column of some sheets means."""
    rows = [
        {"sheet": each.name, "column": heading, "meaning": meaning}
        for each in held
        for heading, meaning in each.meanings()
    ]
    return Sheet(name, [*map(own, headings)], rows, narrow={"meaning": 100})


def _table(sheet: Any, held: Sheet, styles: Mapping[str, Any]) -> None:
    """Write a sheet's headings and rows."""
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(held.columns):
        sheet.set_column(at, at, _width(held, column), styles["wrapped"])
        sheet.write_string(0, at, held.heading(column), styles["bold"])
        for line, row in enumerate(held.rows, 1):
            _write(sheet, line, at, row[column.name], styles)
    sheet.autofilter(0, 0, len(held.rows), len(held.columns) - 1)


def _write(sheet: Any, line: int, at: int, value: Any, styles: Mapping[str, Any]) -> None:
    """Write a cell; an address that stands alone in its cell is a link, if a link can hold it."""
    if isinstance(value, int):
        sheet.write_number(line, at, value)
    elif isinstance(value, datetime.date):
        sheet.write_datetime(line, at, value, styles["day"])
    elif isinstance(value, str) and ADDRESS.fullmatch(value) and len(value) <= LONGEST_LINK:
        sheet.write_url(line, at, value, styles["wrapped"], value)
    elif value is not None:
        sheet.write_string(line, at, str(value))


ADDRESS = re.compile(r"https?://\S+")
LONGEST_LINK = 2079
"""Characters of the longest address to which a spreadsheet can link."""


def _width(held: Sheet, column: Column) -> int:
    if column.name in (held.narrow or {}):
        return (held.narrow or {})[column.name]
    longest = max((len(str(row[column.name] or "")) for row in held.rows), default=0)
    return min(WIDEST, max(len(held.heading(column)) + 3, longest + 1))
