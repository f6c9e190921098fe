"""Table Schema, as Data Package version 2 wants it."""

from collections.abc import Mapping
from typing import Any

from ..row import TYPES, Column, Table
from ..tables import TABLE
from . import MISSING


def table_schema(table: Table, null: str | None = None) -> dict[str, Any]:
    """Table Schema, as Data Package v2 wants it.

    `null` is what stands for a null in a file of text; frictionless needs more for Parquet."""
    foreign = [
        {"fields": [c.name], "reference": _reference(table, c.references)}
        for c in table.columns()
        if c.references
    ]
    return {
        "fields": [_field(table, column) for column in table.columns()],
        "missingValues": list(MISSING) if null is None else [null],
        "primaryKey": [table.key],
        **({"foreignKeys": foreign} if foreign else {}),
    }


def _reference(table: Table, target: str) -> dict[str, Any]:
    fields = [TABLE[target].key]
    if target == table.table:
        return {"fields": fields}  # Data Package v2: no resource means this one
    return {"resource": target, "fields": fields}


def _field(table: Table, column: Column) -> dict[str, Any]:
    constraints = {
        "required": column.required or None,
        "unique": column.name == table.key or None,
        "enum": list(column.codes) or None,
        "pattern": column.pattern,
        "minimum": column.minimum,
    }
    field = {
        "name": column.name,
        "type": TYPES[column.type][0],
        "description": column.description,
        "categories": list(column.codes) or None,
        "role": column.role,
        "stem": column.stem,
        "warning": column.warning,
        "constraints": _given(constraints) or None,
    }
    return _given(field)


def _given(entries: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}
