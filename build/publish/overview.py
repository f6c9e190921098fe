"""The first file: one row an act, for people who want the answer, in four formats."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ice_subpoenas.formats import csv, xlsx
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.row import View
from ice_subpoenas.views import VIEWS

OVERVIEW: View = next(view for view in VIEWS if view.table == "overview")
BYTE_ORDER_MARK = "\ufeff"


def write(connection: duckdb.DuckDBPyConnection, folder: Path) -> pa.Table:
    """Write `overview.csv`, `.json`, `.parquet` and `.xlsx`; give the rows."""
    rows = connection.sql("FROM overview").to_arrow_table().cast(arrow_schema(OVERVIEW))
    listed = rows.to_pylist()
    for name, content in files(listed, rows).items():
        (folder / name).write_bytes(content)
    return rows


def files(listed: list[dict[str, Any]], rows: pa.Table) -> dict[str, bytes]:
    """The bytes of each of the four files."""
    columns = OVERVIEW.columns()
    parquet = io.BytesIO()
    pq.write_table(rows, parquet, compression="zstd", write_page_checksum=True)
    text = json.dumps([_plain(row) for row in listed], ensure_ascii=False, indent=1)
    table = csv.write(columns, listed)
    return {
        "overview.csv": BYTE_ORDER_MARK.encode() + table,  # so that a spreadsheet reads UTF-8
        "overview.json": f"{text}\n".encode(),
        "overview.parquet": parquet.getvalue(),
        "overview.xlsx": xlsx.workbook("overview", columns, listed),
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value if isinstance(value, int) or value is None else str(value) for name, value in row.items()}
