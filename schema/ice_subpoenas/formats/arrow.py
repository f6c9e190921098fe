"""Arrow schemas, with the descriptions of tables and columns in their metadata."""

import json
from datetime import date

import pyarrow as pa

from ..row import Column, Table
from . import DATA_LICENSE, VERSION

ARROW = {str: "string", int: "int32", float: "float64", bool: "bool", date: "date32"}


def arrow_schema(table: Table) -> pa.Schema:
    """Arrow schema. Its metadata travels inside the Parquet file, for pyarrow field by field and
    for everybody else as `column_descriptions` and `column_warnings` at the level of the file."""
    fields = [
        pa.field(c.name, pa.type_for_alias(ARROW[c.type]), not c.required, _field_metadata(c))
        for c in table.columns()
    ]
    return pa.schema(fields, _file_metadata(table))


def nullable(schema: pa.Schema) -> pa.Schema:
    """A schema in which every column may be null: of rows that are not complete, or of DuckDB."""
    return pa.schema([field.with_nullable(True) for field in schema])


def _field_metadata(column: Column) -> dict[str, str]:
    metadata = {
        "description": column.description,
        "role": column.role,
        "stem": column.stem,
        "codes": " ".join(column.codes),
        "warning": column.warning,
    }
    return {key: value for key, value in metadata.items() if value}


def _file_metadata(table: Table) -> dict[str, str]:
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
        "dataset_version": VERSION,
    }
    return {key: value for key, value in metadata.items() if value}
