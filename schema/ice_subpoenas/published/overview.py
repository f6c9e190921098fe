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
from ..row import View
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
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # so that a spreadsheet reads UTF-8


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """The bytes of `overview.csv`, `.json`, `.parquet` and `.xlsx` of a database."""
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    book = xlsx.workbook(xlsx.Sheet("overview", columns, listed), _counts(connection))
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
    return xlsx.Sheet("counts", COUNTS.columns(), [_spelled(row) for row in rows], said, HEADINGS)


_COUNTED = """SELECT c.* REPLACE (j.name AS jurisdiction_id)
FROM counts c LEFT JOIN jurisdictions j ON c.jurisdiction_id = j.jurisdiction_id
ORDER BY c.year NULLS FIRST, c.state NULLS FIRST, j.name NULLS FIRST"""


def _spelled(row: dict[str, Any]) -> dict[str, Any]:
    """A row that says in words what it is the sum of."""
    year = "all years" if row["state"] is None else "not known"
    return row | {
        "year": row["year"] or year,
        "state": row["state"] or "all states",
        "jurisdiction_id": row["jurisdiction_id"] or "all governments",
    }


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) or value is None else str(value)
        for name, value in row.items()
    }
