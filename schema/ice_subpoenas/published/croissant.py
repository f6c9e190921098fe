"""Croissant metadata (mlcommons.org/croissant, version 1.1) of a release's Parquet files."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..formats import LICENSE_PATH
from ..row import Column, Table, warned
from ..tables import TABLES
from . import names
from .overview import OVERVIEW

OWN = (
    "citeAs column equivalentProperty extract field fileObject fileProperty fileSet format "
    "includes isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated "
    "replace samplingRate separator source subField transform"
).split()
"""Terms of Croissant that stand in the metadata under their own names."""
OTHER: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}
CONTEXT = dict(sorted((OTHER | {term: f"cr:{term}" for term in OWN}).items()))
TYPES = {str: "sc:Text", int: "sc:Integer", bool: "sc:Boolean", date: "sc:Date"}
MAKER = "The ice-subpoenas maintainers"


def metadata(place: Path, package: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The metadata of the Parquet files in a folder, from its Data Package descriptor."""
    files: dict[str, Table] = {"overview.parquet": OVERVIEW}
    files |= {f"{names.FOLDER}/{table.table}.parquet": table for table in TABLES}
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": package["name"],
        "description": package["description"],
        "version": package["version"],
        "datePublished": day.isoformat(),
        "license": LICENSE_PATH,
        "url": "https://pypi.org/project/ice-subpoenas/",
        "citeAs": f"{MAKER}. ice-subpoenas, version {package['version']}.",
        "creator": {"@type": "sc:Organization", "name": MAKER},
        "keywords": package["keywords"],
        "isLiveDataset": False,
        "distribution": [_file(place, name) for name in files],
        "recordSet": [_records(table, name) for name, table in files.items()],
    }


PARQUET = ("application/vnd.apache.parquet", "application/x-parquet")
"""The registered media type, and the older name by which readers of Croissant know it."""


def _file(place: Path, name: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "contentUrl": name,
        "contentSize": f"{(place / name).stat().st_size} B",
        "encodingFormat": list(PARQUET),
        "sha256": names.sha256(place / name),
    }


def _records(table: Table, file: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.table,
        "name": table.table,
        "description": warned(table.about(), table.caution),
        "key": {"@id": f"{table.table}/{table.key}"},
        "field": [_field(table, column, file) for column in table.columns()],
    }


def _field(table: Table, column: Column, file: str) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.table}/{column.name}",
        "name": column.name,
        "description": warned(column.description, column.warning),
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": file}, "extract": {"column": column.name}},
    }
