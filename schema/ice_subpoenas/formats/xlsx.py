"""A spreadsheet: counts as numbers, all else as text, and a sheet that says what columns mean."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from ..row import Column

WIDEST = 60  # characters that a column is at most wide


def workbook(name: str, columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows as a workbook with a frozen heading. The same rows give the same bytes."""
    import xlsxwriter  # only who writes or verifies a workbook pays for it

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    heading = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _width(column, rows), wrapped)
        sheet.write_string(0, at, column.name, heading)
        for line, row in enumerate(rows, 1):
            _write(sheet, line, at, row[column.name])
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    meanings = book.add_worksheet("columns")
    meanings.set_column(0, 0, 16)
    meanings.set_column(1, 1, 100, wrapped)
    for line, column in enumerate(columns):
        meanings.write_string(line, 0, column.name, heading)
        meanings.write_string(line, 1, column.description)
    book.close()
    return out.getvalue()


def _write(sheet: Any, line: int, at: int, value: Any) -> None:
    if isinstance(value, int):
        sheet.write_number(line, at, value)
    elif value is not None:
        sheet.write_string(line, at, str(value))


def _width(column: Column, rows: Sequence[Mapping[str, Any]]) -> int:
    longest = max((len(str(row[column.name] or "")) for row in rows), default=0)
    return min(WIDEST, max(len(column.name) + 3, longest + 1))
