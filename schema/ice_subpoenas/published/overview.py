"""The first file: one row an act, for people who want the answer, in four formats.

The workbook has the numbers of the view `counts` too.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow.parquet as pq

from ..formats import csv, xlsx
from ..formats.arrow import arrow_schema
from ..row import Column, View
from ..views import VIEWS

OVERVIEW: View = next(view for view in VIEWS if view.table == "overview")
COUNTS: View = next(view for view in VIEWS if view.table == "counts")
HEADINGS = {
    "jurisdiction_id": "government",
    "n_acts": "acts",
    "n_subpoenas": "subpoenas, where sources give numbers",
    "n_at_least": "subpoenas, at least",
    "n_persons": "people, where sources give numbers",
    "n_acts_without_number": "acts without a number of subpoenas",
}
"""What the columns of `counts` are called in the workbook."""
MEANS = {
    "year": "Year of the first day on which it can have been served, or else issued: an act whose "
    "days span years counts in the first of them. All years together stand first.",
    "state": "USPS code of the state, or all states together.",
    "jurisdiction_id": "The government, or all governments of the state together.",
    "n_subpoenas": "The sum of the numbers of subpoenas that sources print; empty where none "
    "prints one. Governments may add up to less than their state, since a source may number those "
    "of several together.",
    "n_persons": "On how many people information is asked: the sum of the numbers that sources "
    "print, or a source's own total where that is larger; empty where none prints one. A least "
    "number.",
}
"""What the columns of `counts` mean in the workbook, where the description speaks of nulls."""
WIDTHS = dict(
    zip(
        (column.name for column in OVERVIEW.columns()),
        (14, 12, 6, 7, 8, 16, 10, 14, 7, 11, 11, 10, 8, 14, 36, 40, 32),
        strict=False,
    )
)
"""Widths of the columns of the first sheet up to `outcome`: so `answer` is in sight."""
WHAT = Column(
    "what",
    "what",
    "derived",
    str,
    True,
    "What the line is: a total, or a part of one. A part is counted in its totals too: choose one "
    "of these before you add up.",
)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # so that a spreadsheet reads UTF-8


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """The bytes of `overview.csv`, `.json`, `.parquet` and `.xlsx` of a database."""
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    first = xlsx.Sheet("overview", columns, listed, narrow=WIDTHS)
    book = xlsx.workbook(first, _counts(connection))
    return {
        "overview.csv": BYTE_ORDER_MARK + csv.write(columns, listed),
        "overview.json": f"{text}\n".encode(),
        "overview.parquet": parquet.getvalue(),
        "overview.xlsx": book,
    }


def _counts(connection: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `counts` as a sheet for people, the sums before what they hold."""
    rows = connection.sql(_COUNTED).to_arrow_table().to_pylist()
    said = f"{COUNTS.caution} Do not add up lines: a line for a year holds those of its states."
    columns = [WHAT, *COUNTS.columns()]
    return xlsx.Sheet("counts", columns, [_spelled(row) for row in rows], said, HEADINGS, MEANS)


_COUNTED = """SELECT c.* REPLACE (j.name AS jurisdiction_id)
FROM counts c LEFT JOIN jurisdictions j ON c.jurisdiction_id = j.jurisdiction_id
ORDER BY c.year NULLS FIRST, c.state NULLS FIRST, j.name NULLS FIRST"""


def _spelled(row: dict[str, Any]) -> dict[str, Any]:
    """A row that says in words what it is the sum of."""
    year = "all years" if row["state"] is None else "not known"
    return row | {
        "what": _what(row),
        "year": row["year"] or year,
        "state": row["state"] or "all states",
        "jurisdiction_id": row["jurisdiction_id"] or "all governments",
    }


def _what(row: Mapping[str, Any]) -> str:
    """Whether a line is a total or a part, and of what."""
    if row["jurisdiction_id"]:
        return "part: a government in a year"
    if row["state"]:
        return "part: a state in a year"
    return "total of a year" if row["year"] else "total of all"


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) or value is None else str(value)
        for name, value in row.items()
    }
