"""Arrow schemas, with the descriptions of tables and columns in their metadata."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa
from pydantic import ValidationError

from ..row import Column, Row, Table
from . import DATA_LICENSE, MISSING, VERSION

ARROW = {str: "string", int: "int32", bool: "bool", date: "date32"}


def arrow_schema(table: Table, version: str | None = None) -> pa.Schema:
    """Arrow schema. Its metadata travels inside the Parquet file, for pyarrow field by field and
    for everybody else as `column_descriptions` and `column_warnings` at the level of the file.

    `version` is that of the dataset, if not of this package."""
    fields = [
        pa.field(c.name, pa.type_for_alias(ARROW[c.type]), not c.required, _field_metadata(c))
        for c in table.columns()
    ]
    return pa.schema(fields, _file_metadata(table, version or VERSION))


def _field_metadata(column: Column) -> dict[str, str]:
    metadata = {
        "description": column.description,
        "role": column.role,
        "stem": column.stem,
        "codes": " ".join(column.codes),
        "warning": column.warning,
    }
    return {key: value for key, value in metadata.items() if value}


def _file_metadata(table: Table, version: str) -> dict[str, str]:
    described = {column.name: column.description for column in table.columns()}
    warned_of = {column.name: column.warning for column in table.columns() if column.warning}
    metadata = {
        "table": table.table,
        "description": table.about(),
        "warning": table.caution,
        "primary_key": table.key,
        "column_descriptions": json.dumps(described, ensure_ascii=False),
        "column_warnings": json.dumps(warned_of, ensure_ascii=False) if warned_of else None,
        "license": DATA_LICENSE,
        "dataset_version": version,
    }
    return {key: value for key, value in metadata.items() if value}


def records(table: type[Row], rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as they are published: validated, every column present and in order, by key.

    A row that breaks the declaration raises `ValueError`: the check finds such rows first and
    says where they were written.
    """
    names = [column.name for column in table.columns()]
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        values = _validated(table, row)
        key = values[table.key]
        if key in found:
            raise ValueError(f"{table.table}: {key}: two rows have this key")
        found[key] = {name: values[name] for name in names}
    return [found[key] for key in sorted(found)]


def _validated(table: type[Row], row: Mapping[str, Any]) -> dict[str, Any]:
    where = f"{table.table}: {row.get(table.key)}"
    try:
        values = table.model().model_validate(dict(row)).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "row"
        raise ValueError(f"{where}: {place}: {first['msg']}: {first['input']!r}") from error
    for name, value in values.items():
        if value in MISSING:
            raise ValueError(f"{where}: {name}: {value!r} would be read as missing; use null")
    return values
