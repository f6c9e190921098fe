"""What the declarations say, as relations: columns, codes, and keys of every table."""

from collections.abc import Mapping
from functools import cache

import duckdb
import pyarrow as pa

from ..derivations.date_phrases import NO_CALENDAR_DAYS
from ..formats.arrow import arrow_schema
from ..formats.dictionary import code_rows, dictionary_rows
from ..row import Column, Row, type_name
from ..sql import literal, literals, make, parsed, quoted
from ..tables import TABLE, TABLES
from ..views import VIEWS
from ..vocabularies.acts import COUNTED

INCLUDING = ("agencies", "jurisdictions")
"""Tables whose rows may include one another, by `parent_id`."""


def columns(con: duckdb.DuckDBPyConnection) -> None:
    """Make `declared`: one row a column of a table, with what the rules ask of it.

    `no_calendar_days()` is the pattern of words before days that no calendar counts, and
    `is_counted` says whether an instrument is a subpoena of the kind that is counted.
    """
    make(con, "declared", _columns())
    words = literal(NO_CALENDAR_DAYS)
    con.execute(f"CREATE OR REPLACE MACRO no_calendar_days() AS {words}")
    counted = f"instrument IN ({literals(COUNTED)})"
    con.execute(f"CREATE OR REPLACE MACRO is_counted(instrument) AS {counted}")


@cache
def _columns() -> pa.Table:
    rows = [
        _column(table, position, column)
        for table in TABLES
        for position, column in enumerate(table.columns())
    ]
    return pa.Table.from_pylist(rows)


def _column(table: type[Row], position: int, column: Column) -> dict[str, object]:
    claim = column.claim
    includes = column.references if column.references in INCLUDING else None
    return {
        "table_name": table.table,
        "column_name": column.name,
        "stem": column.stem,
        "role": column.role,
        "position": position,
        "is_key": column.name == table.key,
        "is_core": table.core,
        "is_required": column.required,
        "is_date": bool(claim and column.name == f"{column.stem}_edtf"),
        "is_said": column.stem in table.says,
        "is_copied": bool(claim and claim.copied),
        "is_explained": bool(claim and claim.explained),
        "default_absence": claim.absent if claim else None,
        "derivation": claim.by if claim else None,
        "list_name": column.phrases,
        "references_table": column.references,
        "vocabulary": type_name(column.vocabulary) if column.vocabulary else None,
        "units": list(claim.unit) if claim else [],
        "includes_list": includes or (type_name(column.vocabulary) if column.vocabulary else None),
    }


@cache
def generated() -> dict[str, pa.Table]:
    """The tables that are made from the declarations alone: `codes` and `dictionary`."""
    made = {"codes": code_rows(), "dictionary": dictionary_rows([*TABLES, *VIEWS])}
    return {
        name: pa.Table.from_pylist(
            sorted(rows, key=lambda r: r[TABLE[name].key]), arrow_schema(TABLE[name])
        )
        for name, rows in made.items()
    }


def cells(con: duckdb.DuckDBPyConnection) -> None:
    """Make `cells`: each claim and judgment of each row, as text, null or not.

    They are those of tables with claims, and of tables whose cells other rows name.
    """
    named = (
        "SELECT table_name FROM evidence UNION SELECT table_name FROM absences "
        "UNION SELECT table_name FROM conflicts UNION SELECT split_part(arguments ->> 'anchor', "
        "'/', 1) FROM evidence WHERE contains(arguments, '\"anchor\"')"
    )
    found = con.execute(named).fetchall()
    con.execute(parsed(_cells_of(frozenset(name for (name,) in found))))


@cache
def _cells_of(named: frozenset[str]) -> str:
    parts = [
        unnested(
            table,
            {
                "column_name": [literal(stem) for stem, _ in cells],
                "value": [_as_text(column) for _, column in cells],
            },
        )
        for table in TABLES
        if (cells := _cells(table))
        and (table.table in named or any(column.claim for _, column in cells))
    ]
    return f"CREATE OR REPLACE TABLE cells AS {' UNION ALL '.join(parts)}"


def _as_text(column: Column) -> str:
    name = quoted(column.name)
    return name if column.duckdb_type == "VARCHAR" else f"CAST({name} AS VARCHAR)"


def _cells(table: type[Row]) -> list[tuple[str, Column]]:
    """The stems of the claims and judgments of a table, each with its first column."""
    return [
        (stem, group[0])
        for stem, group in table.stems().items()
        if group[0].role in ("claim", "judgment")
    ]


def unnested(table: type[Row], columns: Mapping[str, list[str]]) -> str:
    """SQL for one row of each row of a table and each item of lists of the same length."""
    shown = [f"unnest([{', '.join(items)}]) AS {quoted(name)}" for name, items in columns.items()]
    return (
        f"SELECT {literal(table.table)} AS table_name, {quoted(table.key)} AS row_id, "
        f"{', '.join(shown)} FROM {quoted(table.table)}"
    )


def keys(con: duckdb.DuckDBPyConnection) -> None:
    """Make `keys`: the id of every row of every table that others may point at."""
    parts = [
        f"SELECT {literal(table.table)} AS table_name, {quoted(table.key)} AS row_id "
        f"FROM {quoted(table.table)}"
        for table in TABLES
    ]
    con.execute(parsed(f"CREATE OR REPLACE VIEW keys AS {' UNION ALL '.join(parts)}"))
