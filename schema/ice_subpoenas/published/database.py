"""The DuckDB file: types, tables with keys and checks, their rows, and views."""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from ..formats.arrow import arrow_schema, nullable
from ..formats.duckdb import duckdb_comments, duckdb_ddl, duckdb_types
from ..sql import literal, memory, parsed, quoted, taking
from ..tables import TABLES
from ..views import VIEWS


@contextlib.contextmanager
def made(tables: Mapping[str, pa.Table], path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Make the DuckDB file in a form that DuckDB 1.2 opens, and give a connection to it.

    Uncompressed, because compressed segments carry uninitialized memory into the file. Raises
    duckdb.Error for rows that break a key or a check.
    """
    with contextlib.closing(memory()) as connection:
        connection.execute("PRAGMA force_compression='uncompressed'")
        connection.execute(
            f"ATTACH {literal(path)} AS published (STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 16384)"
        )
        connection.execute("USE published")
        create(connection, tables)
        yield connection
        connection.execute("USE memory")
        connection.execute("DETACH published")


def create(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table], *, commented: bool = True
) -> None:
    """Fill an empty database. Without foreign keys: DuckDB could not copy or import the file.

    Comments take most of the time, and only a person who looks at the database needs them.
    """
    connection.begin()  # one write to the disk, not one for each statement
    declare(connection, commented)
    for table in TABLES:
        if given := tables[table.table]:
            put = f"INSERT INTO {quoted(table.table)} BY NAME FROM incoming"
            taking(connection, put, given.cast(nullable(arrow_schema(table))))
    connection.commit()


def declare(connection: duckdb.DuckDBPyConnection, commented: bool) -> None:
    """Make the types, the tables and the views, all without rows."""
    for statement in duckdb_types():
        connection.execute(parsed(statement))
    for table in TABLES:
        made, *comments = duckdb_ddl(table)
        for statement in (made, *(comments if commented else ())):
            connection.execute(parsed(statement))
    for view in VIEWS:
        connection.execute(parsed(f"CREATE VIEW {quoted(view.table)} AS\n{view.query}"))
        for statement in duckdb_comments(view, "VIEW") if commented else ():
            connection.execute(parsed(statement))
