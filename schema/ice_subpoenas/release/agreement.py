"""Whether a DuckDB file says the same as the Parquet files.

Nothing that the file asks for is carried out: it is opened read-only, closed to other files and to
settings, with a limit of memory and time; its tables are read only where every definition in it is
one that this package would write.
"""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from ..problem import Problem
from ..published import names
from ..rules.declare import RULES
from ..sql import quoted, within
from ..tables import TABLES

CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "memory_limit": "1GB",
    "threads": 1,
    "lock_configuration": "true",
}
SECONDS = 60  # that the file may take in all

CATALOG = {
    "schemas": "SELECT schema_name, database_name = current_database(), sql, comment "
    "FROM duckdb_schemas() WHERE NOT internal",
    "types": "SELECT type_name, CAST(labels AS VARCHAR), logical_type, comment "
    "FROM duckdb_types() WHERE NOT internal",
    "tables": "SELECT table_name, sql, temporary, comment FROM duckdb_tables() WHERE NOT internal",
    "columns": "SELECT table_name, column_index, column_name, data_type, is_nullable, "
    "column_default, comment FROM duckdb_columns() WHERE NOT internal",
    "constraints": "SELECT table_name, constraint_index, constraint_text FROM duckdb_constraints()",
    "indexes": "SELECT index_name, table_name, sql, comment FROM duckdb_indexes()",
    "sequences": "SELECT sequence_name, sql, comment FROM duckdb_sequences()",
    "views": "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal",
    "macros": "SELECT function_name, CAST(parameters AS VARCHAR), macro_definition, comment "
    "FROM duckdb_functions() WHERE NOT internal",
}
"""What a DuckDB file holds besides rows, kind by kind, each with a name first."""


def problems(place: Path, tables: Mapping[str, pa.Table], fresh: Path) -> Iterator[Problem]:
    """What of the DuckDB file differs from the Parquet files, or from `fresh`, our own file."""
    path = place / names.DATABASE
    if not path.is_file():
        return
    try:
        with _opened(fresh) as made, _opened(path) as held:
            yield from _catalog(held, made) or _rows(held, tables)
    except duckdb.Error as error:
        said = f"cannot be read: {str(error).splitlines()[0]}"
        yield RULES["not-as-declared"].of_file(names.DATABASE, said)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB file, read-only, which reaches no other file and no network, for a limited time."""
    con = duckdb.connect(str(path), read_only=True, config=CLOSED)
    with contextlib.closing(con), within(con, SECONDS):
        yield con


def _catalog(held: duckdb.DuckDBPyConnection, made: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Kinds of definitions that differ."""
    found = []
    for kind, query in CATALOG.items():
        old, new = (set(con.execute(query).fetchall()) for con in (held, made))
        apart = sorted({str(row[0]) for row in old ^ new})
        if apart:
            shown = ", ".join(each[:80] for each in apart[:3]) + (" …" if len(apart) > 3 else "")
            found.append(
                RULES["not-as-declared"].of_file(
                    names.DATABASE, f"has other {kind} than declared: {shown}"
                )
            )
    return found


def _rows(held: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> Iterator[Problem]:
    """Tables whose rows differ, with a row that does."""
    for table in TABLES:
        name, wanted = table.table, tables[table.table]
        held_rows = held.execute(f"SELECT count(*) FROM {quoted(name)}").fetchall()[0][0]
        if held_rows != wanted.num_rows:
            said = f"has {held_rows} rows in {name}, the Parquet file {wanted.num_rows}"
            yield RULES["formats-differ"].of_file(names.DATABASE, said)
            continue
        rows = held.sql(f"FROM {quoted(name)} ORDER BY {quoted(table.key)}").to_arrow_table()
        rows = rows.cast(wanted.schema)
        if not rows.equals(wanted):
            pairs = zip(rows.to_pylist(), wanted.to_pylist(), strict=True)
            first = next((one[table.key] for one, other in pairs if one != other), "?")
            said = f"says otherwise than the Parquet file in row {first} of {name}"
            yield RULES["formats-differ"].of_file(names.DATABASE, said)
