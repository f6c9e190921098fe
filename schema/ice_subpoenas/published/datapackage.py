"""The Frictionless Data Package (version 2) of a folder of published files, or of a release."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..formats import DATA_LICENSE, LICENSE_PATH, VERSION, csv
from ..formats.frictionless import table_schema
from ..row import Table, warned
from ..tables import TABLES
from . import names
from .overview import OVERVIEW

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TITLE = (
    "Administrative subpoenas that U.S. immigration officials send to state and local governments"
)
"""What the dataset is about, in the words that every title, heading and citation has."""
SCOPE = (
    "The dataset counts subpoenas from U.S. Immigration and Customs Enforcement (ICE), and those "
    "that sources attribute to its parent department, Homeland Security (DHS), but not those of "
    "the department's inspector general."
)
"""Whose subpoenas are counted; DATACARD.md has the rule and its reasons."""
SUMMARY = f"{TITLE}, with the words of the sources that each value rests on. {SCOPE}"
KEYWORDS = ["administrative subpoena", "ICE", "immigration", "state and local government"]
MAKER = "The ice-subpoenas maintainers"
"""Who is cited."""
PARQUET = ("parquet", "application/vnd.apache.parquet")
FILES = {
    "overview.csv": ("csv", "text/csv", "The overview as a CSV file that a spreadsheet opens."),
    "overview.json": ("json", "application/json", "The overview as a list of objects."),
    "overview.xlsx": (
        "spreadsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The overview as a workbook, with a sheet that says what each column means.",
    ),
    names.DICTIONARY: ("md", "text/markdown", "What each table, column and code means."),
}
"""Files beside the tables: format, media type and description."""
RELEASED = {
    names.DATABASE: (
        "duckdb",
        "application/vnd.duckdb",
        "All tables and views in one DuckDB file, with keys, checks and comments.",
    )
}
"""What only the descriptor of a release names: git does not hold the DuckDB file."""


def descriptor(
    tables: Mapping[str, pa.Table], place: Path, release: bool = False
) -> dict[str, Any]:
    """The descriptor of the files in a folder, whose hashes it states."""
    resources = [
        _table(OVERVIEW, place, "overview.parquet"),
        *(_table(table, place, f"{names.FOLDER}/{table.table}.parquet") for table in TABLES),
        *(_file(place, name, *said) for name, said in FILES.items()),
    ]
    if release:
        resources += [_file(place, name, *said) for name, said in RELEASED.items()]
    return _package("ice-subpoenas", SUMMARY, tables, resources)


def csv_descriptor(tables: Mapping[str, pa.Table], place: Path) -> dict[str, Any]:
    """The descriptor of the CSV copies in a folder."""
    said = f"{SUMMARY} CSV copies of the Parquet files. {csv.RULE}"
    return _package("ice-subpoenas-csv", said, tables, [_copy(table, place) for table in TABLES])


def _package(
    name: str, description: str, tables: Mapping[str, pa.Table], resources: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "$schema": PROFILE,
        "name": name,
        "title": TITLE,
        "description": description,
        "version": VERSION,
        "keywords": KEYWORDS,
        "licenses": [
            {
                "name": DATA_LICENSE,
                "path": LICENSE_PATH,
                "title": "CC0 1.0 Universal. It covers our rows, not the words that we quote.",
            }
        ],
        "contributors": [{"title": "The ice-subpoenas contributors", "roles": ["creator"]}],
        "sources": [_source(row) for row in tables["sources"].to_pylist()],
        "resources": resources,
    }


def _source(row: Mapping[str, Any]) -> dict[str, str]:
    title = row["title"] or row["publisher"] or row["source_id"]
    return {"title": title} | ({"path": row["url"]} if row["url"] else {})


def _table(table: Table, place: Path, path: str) -> dict[str, Any]:
    return {
        "name": table.table,
        "type": "table",
        "path": path,
        "format": PARQUET[0],
        "mediatype": PARQUET[1],
        "description": warned(table.about(), table.caution),
        "hash": _hash(place / path),  # no `bytes`: frictionless rejects any value for Parquet
        "schema": table_schema(table),
    }


def _copy(table: Table, place: Path) -> dict[str, Any]:
    path = place / f"{table.table}.csv"
    return {
        "name": table.table,
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "description": warned(table.about(), table.caution),
        "hash": _hash(path),
        "bytes": path.stat().st_size,
        "schema": table_schema(table, null=""),
    }


def _file(place: Path, name: str, kind: str, mediatype: str, said: str) -> dict[str, Any]:
    found = {
        "name": name.replace(".", "-").replace("_", "-"),
        "path": name,
        "format": kind,
        "mediatype": mediatype,
        "description": said,
        "hash": _hash(place / name),
        "bytes": (place / name).stat().st_size,
    }
    return found | ({"encoding": "utf-8"} if kind in ("csv", "json", "md") else {})


def _hash(path: Path) -> str:
    return f"sha256:{names.sha256(path)}"
