"""The first file: one row per act, for people who want the answer, in four formats.

The workbook has more sheets; its sheet `about` lists them.
"""

import io
import json
from collections.abc import Mapping
from typing import Any

import duckdb
import pyarrow.parquet as pq

from ..formats import csv, xlsx
from ..formats.arrow import arrow_schema
from ..sql import kept
from ..views import VIEW
from .workbook import about, codes, counts, gaps, rulings, sources

OVERVIEW = VIEW["overview"]
WIDTHS = dict(
    zip(
        (column.name for column in OVERVIEW.columns()),
        (14, 12, 6, 7, 8, 16, 10, 14, 7, 11, 11, 10, 8, 14, 36, 40, 32),
        strict=False,
    )
)
"""Widths of the columns of the first sheet up to `outcome`: so `answer` is in sight."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # so that a spreadsheet reads UTF-8


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """The bytes of `overview.csv`, `.json`, `.parquet` and `.xlsx` of a database."""
    with kept(connection, OVERVIEW.table):  # its view takes long to plan, and many sheets read it
        return _files(connection)


def _files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    first = xlsx.Sheet("overview", columns, listed, narrow=WIDTHS)
    others = (
        counts.sheet(connection),
        rulings.sheet(connection),
        rulings.matters(connection),
        sources.sheet(connection),
        codes.sheet(connection, rows),
        gaps.not_known(connection),
        gaps.empty_cells(connection),
    )
    book = xlsx.workbook(first, about.sheet(connection, others), *others)
    return {
        "overview.csv": BYTE_ORDER_MARK + csv.write(columns, listed),
        "overview.json": f"{text}\n".encode(),
        "overview.parquet": parquet.getvalue(),
        "overview.xlsx": book,
    }


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) or value is None else str(value)
        for name, value in row.items()
    }
