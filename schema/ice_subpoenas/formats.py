"""A table's declaration, said again in each published format. Every function here is pure.

A `Table` is a row class or a view: both have a name, a key, columns and a description. Neither
pyarrow nor DuckDB is imported until a function needs it.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic import ValidationError

from .row import TYPES, Column, Row, Vocabulary
from .vocabularies import VOCABULARIES

if TYPE_CHECKING:
    import pyarrow as pa

    from .views import View

    Table: TypeAlias = type[Row] | View

VERSION = "0.1.0"
LICENSE_NAME = "CC0-1.0"
MISSING = ("", "nan", "NaT")  # what frictionless makes of a null that pandas read for it
ARROW = {str: "string", int: "int32", bool: "bool", date: "date32"}
JSON = {str: "string", int: "integer", bool: "boolean", date: "string"}


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
        values = table.model_validate(dict(row)).model_dump()
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "row"
        raise ValueError(f"{where}: {place}: {first['msg']}: {first['input']!r}") from error
    for name, value in values.items():
        if value in MISSING:
            raise ValueError(f"{where}: {name}: {value!r} would be read as missing; use null")
    return values


def arrow_schema(table: Table, version: str | None = None) -> pa.Schema:
    """Arrow schema. Its metadata travels inside the Parquet file, for pyarrow field by field and
    for everybody else as `column_descriptions` and `column_warnings` at the level of the file.

    `version` is that of the dataset, if not of this package."""
    import pyarrow as pa

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
        "license": LICENSE_NAME,
        "dataset_version": version,
    }
    return {key: value for key, value in metadata.items() if value}


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
    fields = [_key_of(target)]
    if target == table.table:
        return {"fields": fields}  # Data Package v2: no resource means this one
    return {"resource": target, "fields": fields}


def _key_of(target: str) -> str:
    from .tables import TABLE

    return TABLE[target].key


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


def json_schema(table: Table) -> dict[str, Any]:
    """JSON Schema (2020-12) of one row as an object. A null column may be left out."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.table,
        "description": table.about(),
        "type": "object",
        "properties": {column.name: _property(column) for column in table.columns()},
        "required": [column.name for column in table.columns() if column.required],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    null = [] if column.required else [None]
    kind = JSON[column.type]
    return _given(
        {
            "description": column.description,
            "type": kind if column.required else [kind, "null"],
            "format": "date" if column.type is date else None,
            "enum": [*column.codes, *null] if column.codes else None,
            "pattern": column.pattern,
            "minimum": column.minimum,
        }
    )


def duckdb_types() -> list[str]:
    """One `CREATE TYPE … AS ENUM` for each vocabulary, and a comment with its meaning."""
    statements = []
    for vocabulary in VOCABULARIES:
        name = quoted(type_name(vocabulary))
        codes = literals(vocabulary.codes())
        statements.append(f"CREATE TYPE {name} AS ENUM ({codes})")
        statements.append(f"COMMENT ON TYPE {name} IS {literal(_doc(vocabulary))}")
    return statements


def type_name(vocabulary: type[Vocabulary]) -> str:
    """What a vocabulary is called in the published files.

    >>> from ice_subpoenas.vocabularies import DateBasis
    >>> type_name(DateBasis)
    'date_basis'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", vocabulary.__name__).lower()


def duckdb_ddl(table: type[Row]) -> list[str]:
    """`CREATE TABLE` with keys, checks and enums, then its comments."""
    lines = [_ddl_column(column) for column in table.columns()]
    lines.append(f"PRIMARY KEY ({quoted(table.key)})")
    lines += [_ddl_foreign(column) for column in table.columns() if column.references]
    lines += [
        f"CONSTRAINT {quoted(name)} CHECK ({sql})" for name, sql in duckdb_checks(table).items()
    ]
    body = ",\n  ".join(lines)
    return [f"CREATE TABLE {quoted(table.table)} (\n  {body}\n)", *duckdb_comments(table, "TABLE")]


def duckdb_type(column: Column) -> str:
    """What DuckDB calls a column's type: the name of its enum, or a plain type."""
    return type_name(column.vocabulary) if column.vocabulary else TYPES[column.type][1]


def _ddl_column(column: Column) -> str:
    kind = quoted(duckdb_type(column)) if column.vocabulary else duckdb_type(column)
    return f"{quoted(column.name)} {kind}{' NOT NULL' if column.required else ''}"


def _ddl_foreign(column: Column) -> str:
    target = column.references or ""
    key = quoted(_key_of(target))
    return f"FOREIGN KEY ({quoted(column.name)}) REFERENCES {quoted(target)} ({key})"


def duckdb_checks(table: type[Row]) -> dict[str, str]:
    """What DuckDB checks in each row, by the name of the constraint. A null passes a check."""
    checks: dict[str, str] = {}
    for column in table.columns():
        name = quoted(column.name)
        if column.pattern:
            matches = f"regexp_full_match({name}, {literal(column.pattern)})"
            checks[f"{column.name}_pattern"] = matches
        if column.minimum is not None:
            checks[f"{column.name}_minimum"] = f"{name} >= {column.minimum}"
    return checks | table.checks


def duckdb_comments(table: Table, kind: str) -> list[str]:
    """A comment on the table or view and on each column; a usage warning stands at its end."""
    name = quoted(table.table)
    return [f"COMMENT ON {kind} {name} IS {literal(warned(table.about(), table.caution))}"] + [
        f"COMMENT ON COLUMN {name}.{quoted(c.name)} IS {literal(warned(c.description, c.warning))}"
        for c in table.columns()
    ]


def warned(description: str, warning: str | None) -> str:
    """A description with its usage warning, as comments print it.

    >>> warned("Age in years.", "Reported.")
    'Age in years. Warning: Reported.'
    """
    return f"{description} Warning: {warning}" if warning else description


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def literals(texts: Iterable[str]) -> str:
    """Texts as a list in SQL, without brackets."""
    return ", ".join(map(literal, texts))


def code_rows() -> list[dict[str, Any]]:
    """The rows of the table `codes`: every code of every vocabulary."""
    return [
        {
            "code_id": f"{type_name(vocabulary)}/{code.value}",
            "vocabulary": type_name(vocabulary),
            "code": code.value,
            "definition": code.definition,
            "broader": code.broader,
        }
        for vocabulary in VOCABULARIES
        for code in vocabulary
    ]


def dictionary_rows(tables: Iterable[Table]) -> list[dict[str, Any]]:
    """The rows of the table `dictionary`: every column of the given tables."""
    return [
        _dictionary_row(table, position, column)
        for table in tables
        for position, column in enumerate(table.columns(), 1)
    ]


def _dictionary_row(table: Table, position: int, column: Column) -> dict[str, Any]:
    claim = column.claim
    return {
        "dictionary_id": f"{table.table}/{column.name}",
        "table_name": table.table,
        "column_name": column.name,
        "position": position,
        "stem": column.stem,
        "role": column.role,
        "type": TYPES[column.type][0],
        "vocabulary": type_name(column.vocabulary) if column.vocabulary else None,
        "codes": " ".join(column.codes) or None,
        "references_table": column.references,
        "nullable": not column.required,
        "default_derivation": claim.by if claim else None,
        "default_absence": claim.absent if claim else None,
        "description": column.description,
        "warning": column.warning,
    }


ROLES = {
    "id": "names the row, or the row that it is a part of.",
    "claim": "somebody could dispute it: every value has evidence in the table `evidence`.",
    "judgment": "our own sorting or words, with the reason in the same row.",
    "derived": "computed from other columns or from the words.",
}


def dictionary(tables: Iterable[Table]) -> str:
    """The data dictionary in Markdown: tables, then the codes of each vocabulary."""
    lines = ["# Data dictionary", "", *_preface()]
    for table in tables:
        lines += _table_section(table)
    lines += ["# Codes", ""]
    for vocabulary in VOCABULARIES:
        lines += _vocabulary_section(vocabulary)
    return "\n".join(lines).rstrip() + "\n"


def _preface() -> list[str]:
    roles = [f"- **{role}**: {meaning}" for role, meaning in ROLES.items()]
    shared = (
        "Columns of one stem say one thing together; evidence and absences name the stem. "
        "Why a claim of a core table is null stands in the table `absences`."
    )
    return [f"Version {VERSION}. Each column has a role:", "", *roles, "", shared, ""]


def _table_section(table: Table) -> list[str]:
    lines = [f"## {table.table}", "", _cell(table.about()), ""]
    if table.caution:
        lines += [f"**Warning: {_cell(table.caution)}**", ""]
    lines += ["| column | type | role | null | meaning |", "| --- | --- | --- | --- | --- |"]
    lines += [_dictionary_line(table, column) for column in table.columns()]
    if table.checks:
        lines += ["", "Checked in each row:", ""]
        lines += [f"- `{name}`: `{check}`" for name, check in table.checks.items()]
    return [*lines, ""]


def _dictionary_line(table: Table, column: Column) -> str:
    kind = f"`{TYPES[column.type][0]}`"
    if column.vocabulary:
        name = type_name(column.vocabulary)
        kind = f"[`{name}`](#{name})"
    if column.references:
        kind += f" → [`{column.references}`](#{column.references})"
    role = column.role + (f" ({column.stem})" if column.stem != column.name else "")
    null = "key" if column.name == table.key else "" if column.required else "yes"
    if column.claim and column.claim.absent:
        null += f": {column.claim.absent}"
    meaning = _cell(warned(column.description, column.warning))
    return f"| `{column.name}` | {kind} | {role} | {null} | {meaning} |"


def _vocabulary_section(vocabulary: type[Vocabulary]) -> list[str]:
    lines = [f"## {type_name(vocabulary)}", "", _cell(_doc(vocabulary)), ""]
    lines += ["| code | meaning | broader code |", "| --- | --- | --- |"]
    lines += [
        f"| `{code.value}` | {_cell(code.definition)} | {_broader(code)} |" for code in vocabulary
    ]
    return [*lines, ""]


def _broader(code: Vocabulary) -> str:
    return f"`{code.broader}`" if code.broader else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _doc(vocabulary: type[Vocabulary]) -> str:
    return " ".join(inspect.cleandoc(vocabulary.__doc__ or "").split())
