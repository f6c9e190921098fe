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
    """Rows under their headings, with a line of caution above them, if there is one.

    `headings` are plainer names of columns, for those that have one, and `means` plainer words of
    what they mean. `narrow` columns are kept small, so that what follows them is in sight.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Mapping[str, Any]]
    caution: str = ""
    headings: Mapping[str, str] | None = None
    means: Mapping[str, str] | None = None
    narrow: Mapping[str, int] | None = None

    def heading(self, column: Column) -> str:
        """What stands above a column."""
        return (self.headings or {}).get(column.name, column.name)

    def meanings(self) -> list[tuple[str, str]]:
        """Each heading with what it means."""
        means = self.means or {}
        return [
            (self.heading(column), means.get(column.name, column.description))
            for column in self.columns
        ]


def workbook(first: Sheet, *others: Sheet) -> bytes:
    """Sheets with frozen headings; the second says what the columns of the first mean.

    The last sheet says what the columns of the others mean. The same rows give the same bytes.
    """
    import xlsxwriter  # only who writes or verifies a workbook pays for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    styles = {
        "bold": bold,
        "wrapped": wrapped,
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
    }
    _table(book.add_worksheet(first.name), first, styles)
    _meanings(_page(book, "columns", wrapped), 0, first, bold)
    for each in others:
        _table(book.add_worksheet(each.name), each, styles)
    line, rest = 0, _page(book, "other columns", wrapped)
    for each in others:
        rest.write_string(line, 0, f"Sheet `{each.name}`", bold)
        line = _meanings(rest, line + 1, each, bold) + 1
    book.close()
    return out.getvalue()


def _page(book: Any, name: str, wrapped: Any) -> Any:
    """An empty sheet for meanings."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 100, wrapped)
    return sheet


def _table(sheet: Any, held: Sheet, styles: Mapping[str, Any]) -> None:
    """Write a sheet's caution, headings and rows."""
    top = 2 if held.caution else 0
    if held.caution:
        sheet.write_string(0, 0, held.caution, styles["bold"])
    sheet.freeze_panes(top + 1, 1)
    for at, column in enumerate(held.columns):
        sheet.set_column(at, at, _width(held, column), styles["wrapped"])
        sheet.write_string(top, at, held.heading(column), styles["bold"])
        for line, row in enumerate(held.rows, top + 1):
            _write(sheet, line, at, row[column.name], styles)
    sheet.autofilter(top, 0, top + len(held.rows), len(held.columns) - 1)


def _meanings(sheet: Any, line: int, held: Sheet, bold: Any) -> int:
    """Write what each heading of a sheet means, from a line on; return the next line."""
    for at, (heading, meaning) in enumerate(held.meanings(), line):
        sheet.write_string(at, 0, heading, bold)
        sheet.write_string(at, 1, meaning)
    return line + len(held.meanings())


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
