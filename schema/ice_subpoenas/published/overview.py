"""The first file: one row an act, for people who want the answer, in four formats."""

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
BYTE_ORDER_MARK = b"\xef\xbb\xbf"  # so that a spreadsheet reads UTF-8


def files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """The bytes of `overview.csv`, `.json`, `.parquet` and `.xlsx` of a database."""
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    return {
        "overview.csv": BYTE_ORDER_MARK + csv.write(columns, listed),
        "overview.json": f"{text}\n".encode(),
        "overview.parquet": parquet.getvalue(),
        "overview.xlsx": xlsx.workbook("overview", columns, listed),
    }


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int) or value is None else str(value)
        for name, value in row.items()
    }
