"""Croissant metadata (mlcommons.org/croissant, version 1.0) of a release's Parquet files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ice_subpoenas import data, formats

CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
TYPES = {str: "sc:Text", int: "sc:Integer", bool: "sc:Boolean", date: "sc:Date"}


def metadata(place: Path, package: dict[str, Any], day: date) -> dict[str, Any]:
    """The metadata of the Parquet files in a folder, from its Data Package descriptor."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": package["name"],
        "description": package["description"],
        "version": package["version"],
        "datePublished": day.isoformat(),
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "url": "https://pypi.org/project/ice-subpoenas/",
        "citeAs": f"The ice-subpoenas maintainers. ice-subpoenas, version {package['version']}.",
        "creator": {"@type": "sc:Organization", "name": "The ice-subpoenas maintainers"},
        "keywords": package["keywords"],
        "isLiveDataset": False,
        "distribution": [_file(place, table) for table in data.PARQUET],
        "recordSet": [_records(table) for table in data.PARQUET],
    }


def _file(place: Path, table: formats.Table) -> dict[str, Any]:
    path = place / f"{table.table}.parquet"
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "contentUrl": path.name,
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": data.sha256(path),
    }


def _records(table: formats.Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.table,
        "name": table.table,
        "description": formats.warned(table.about(), table.caution),
        "key": {"@id": f"{table.table}/{table.key}"},
        "field": [_field(table, column) for column in table.columns()],
    }


def _field(table: formats.Table, column: Any) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{table.table}/{column.name}",
        "name": column.name,
        "description": formats.warned(column.description, column.warning),
        "dataType": TYPES[column.type],
        "source": {
            "fileObject": {"@id": f"{table.table}.parquet"},
            "extract": {"column": column.name},
        },
    }
