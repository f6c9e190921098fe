"""The Frictionless Data Package (version 2) of the published files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from ice_subpoenas import data
from ice_subpoenas.formats import DATA_LICENSE, VERSION
from ice_subpoenas.formats.frictionless import table_schema
from ice_subpoenas.row import Table, warned
from ice_subpoenas.tables import TABLES
from publish.overview import OVERVIEW

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SUMMARY = (
    "Administrative (immigration) subpoenas that U.S. Immigration and Customs Enforcement served "
    "on state and local governments, with the words of the sources that each value rests on."
)


def descriptor(tables: Mapping[str, pa.Table], place: Path) -> dict[str, Any]:
    """The descriptor of the files in a folder, whose hashes it states."""
    return {
        "$schema": PROFILE,
        "name": "ice-subpoenas",
        "title": "ICE administrative subpoenas on state and local governments",
        "description": SUMMARY,
        "version": VERSION,
        "keywords": ["administrative subpoena", "ICE", "immigration", "state and local government"],
        "licenses": [
            {
                "name": DATA_LICENSE,
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
                "title": "CC0 1.0 Universal. It covers our rows, not the words that we quote.",
            }
        ],
        "contributors": [{"title": "The ice-subpoenas contributors", "roles": ["creator"]}],
        "sources": [_source(row) for row in tables["sources"].to_pylist()],
        "resources": [
            _table(OVERVIEW, place, "overview.parquet"),
            *(_table(table, place, f"{data.FOLDER}/{table.table}.parquet") for table in TABLES),
            *(_file(place, name) for name in _FILES),
        ],
    }


def _source(row: Mapping[str, Any]) -> dict[str, str]:
    title = row["title"] or row["publisher"] or row["source_id"]
    return {"title": title} | ({"path": row["url"]} if row["url"] else {})


def _table(table: Table, place: Path, path: str) -> dict[str, Any]:
    return {
        "name": table.table,
        "type": "table",
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": warned(table.about(), table.caution),
        "hash": f"sha256:{data.sha256(place / path)}",  # no `bytes`: frictionless rejects any value
        "schema": table_schema(table),
    }


_FILES = {
    "overview.csv": ("csv", "text/csv", "The overview as a CSV file that a spreadsheet opens."),
    "overview.json": ("json", "application/json", "The overview as a list of objects."),
    "overview.xlsx": (
        "spreadsheet",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "The overview as a workbook, with a sheet that says what each column means.",
    ),
    data.DICTIONARY: ("md", "text/markdown", "What each table, column and code means."),
}
"""Files beside the tables: format, media type and description."""


def _file(place: Path, name: str) -> dict[str, Any]:
    kind, mediatype, description = _FILES[name]
    found = {
        "name": name.replace(".", "-").replace("_", "-"),
        "path": name,
        "format": kind,
        "mediatype": mediatype,
        "description": description,
        "hash": f"sha256:{data.sha256(place / name)}",
        "bytes": (place / name).stat().st_size,
    }
    return found | ({"encoding": "utf-8"} if kind in ("csv", "json", "md") else {})
