"""Names, texts and paths in SQL, and connections that can do no harm."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

Settings = Mapping[str, str | bool | int | float | list[str]]
"""Settings of a DuckDB connection, by name."""

SPACE = r"\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
"""White space as Python defines it, for patterns in DuckDB, whose own is ASCII only."""


def quoted(name: str) -> str:
    """A name as an SQL identifier.

    >>> quoted('a "b"')
    '"a ""b\"""'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | Path) -> str:
    """A text or a path as an SQL string.

    >>> literal("Denver's")
    "'Denver''s'"
    """
    return "'" + str(text).replace("'", "''") + "'"


def literals(texts: Iterable[str | Path]) -> str:
    """Texts as a list in SQL, without brackets."""
    return ", ".join(map(literal, texts))


def rows(
    connection: duckdb.DuckDBPyConnection, query: str, values: Iterable[Any] = ()
) -> list[dict[str, Any]]:
    """The result of a query, a dictionary for each row."""
    result = connection.execute(query, list(values))
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def taking(
    connection: duckdb.DuckDBPyConnection,
    query: str | duckdb.Statement,
    incoming: pa.Table,  # noqa: ARG001  # DuckDB finds it here by its name
) -> duckdb.DuckDBPyConnection:
    """Run a query that calls Arrow rows `incoming`, on a connection that is not `closed`.

    Registering them first would take as long as a query does.
    """
    return connection.execute(query)


def in_parts(
    connection: duckdb.DuckDBPyConnection, table: str, most: int
) -> Iterator[dict[str, int]]:
    """What a query takes for each part of a table, `$part` of `$parts`; about `most` rows in each.

    >>> import duckdb
    >>> con = duckdb.connect().execute("CREATE TABLE t AS FROM range(5)")
    >>> list(in_parts(con, "t", 4))
    [{'parts': 2, 'part': 0}, {'parts': 2, 'part': 1}]
    """
    counted = f"SELECT count(*) // {most} + 1 FROM {quoted(table)}"
    ((parts,),) = connection.execute(counted).fetchall()
    return ({"parts": parts, "part": part} for part in range(parts))


def make(connection: duckdb.DuckDBPyConnection, name: str, given: pa.Table) -> None:
    """Make a table of Arrow rows, replacing any table of that name."""
    taking(connection, f"CREATE OR REPLACE TABLE {quoted(name)} AS FROM incoming", given)


@contextlib.contextmanager
def kept(connection: duckdb.DuckDBPyConnection, *views: str) -> Iterator[None]:
    """Keep the rows of views for queries that use them often: each is planned and computed once.

    A temporary table hides a view of the same name, and is not part of the database. After an error
    it stays: a transaction that has failed takes no statement that could drop it.
    """
    for name in views:
        connection.execute(f"CREATE TEMP TABLE {quoted(name)} AS FROM {quoted(name)}")
    yield
    for name in views:
        connection.execute(f"DROP TABLE temp.{quoted(name)}")


def as_arrow(found: Iterable[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Rows as Arrow, even if there are none."""
    import pyarrow as pa

    columns = [list(each) for each in zip(*found, strict=True)] or [[] for _ in schema]
    return pa.table(columns, schema)


@lru_cache(maxsize=2048)
def parsed(statement: str) -> duckdb.Statement:
    """One statement, parsed once for every connection of this process.

    >>> parsed("SELECT 1") is parsed("SELECT 1")
    True
    """
    import duckdb

    (found,) = duckdb.extract_statements(statement)
    return found


def closed(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The connection without access to files, the network or settings; for untrusted queries."""
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


@contextlib.contextmanager
def within(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """Interrupt the connection after that many seconds; its query then raises duckdb.Error."""
    clock = threading.Timer(seconds, connection.interrupt)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def memory(settings: Settings | None = None) -> duckdb.DuckDBPyConnection:
    """A new DuckDB database in memory, on one thread: our tables are too small to gain by more."""
    import duckdb

    connection = duckdb.connect(config={"threads": 1} | dict(settings or {}))
    connection.execute("SET enable_progress_bar = false")
    return connection


PASSES = ("filter_pushdown", "unused_columns", "build_side_probe_side")
"""What DuckDB's planner does for a small database; the rest would cost more than it saves.

Tables are joined in the order in which a query names them.
"""


def quickly_planned(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The connection with fewer passes over each query; for small tables and many queries."""
    passes = f"SELECT name FROM duckdb_optimizers() WHERE name NOT IN ({literals(PASSES)})"
    names = [name for (name,) in connection.execute(passes).fetchall()]
    connection.execute(f"SET disabled_optimizers = {literal(','.join(names))}")
    return connection


@dataclass(frozen=True)
class Section:
    """A part of an .sql file: its heading, `name: text` lines, and statements.

    `needs` are what each statement needs besides the tables, from a comment line before it.
    """

    heading: str
    said: Mapping[str, str]
    listed: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]
    needs: tuple[frozenset[str], ...]


@cache
def read(name: str) -> tuple[Section, ...]:
    """The sections of an .sql file of this package, such as `relations/ties`."""
    return tuple(sections(files(__package__).joinpath(f"{name}.sql").read_text("utf-8")))


def sections(text: str) -> list[Section]:
    """The sections of an .sql file. Each begins with a line `--- HEADING`.

    After it come comment lines: `-- name: text` says one thing, `-- - name: text` adds to a list,
    a continued comment is indented, and any other comment is a remark. Statements follow, each
    ended by a semicolon at the end of a line.

    >>> sections("--- rule a\\n-- what: One\\n--   two.\\nSELECT 1;\\n")[0].said
    {'what': 'One two.'}
    """
    parts = re.split(r"(?m)^--- (.+)$", text)[1:]
    return [
        _section(head.strip(), body) for head, body in zip(parts[::2], parts[1::2], strict=True)
    ]


def _section(heading: str, body: str) -> Section:
    said: dict[str, str] = {}
    listed: list[tuple[str, str]] = []
    statements = [each.strip() for each in re.split(r"(?m);[ \t]*$", body) if each.strip()]
    comments = [line[2:] for line in body.splitlines() if line.startswith("--")]
    for line in _unfolded(comments):
        if item := re.fullmatch(r" - ([^:]+): (.*)", line):
            listed.append((item[1], item[2]))
        elif pair := re.fullmatch(r" ([a-z ]+): (.*)", line):
            said[pair[1]] = pair[2]
    found = [(sql, _needs(each)) for each in statements if (sql := _uncommented(each))]
    return Section(
        heading,
        said,
        tuple(listed),
        tuple(sql for sql, _ in found),
        tuple(needs for _, needs in found),
    )


def _needs(statement: str) -> frozenset[str]:
    found = re.search(r"(?m)^-- needs: (.+)$", statement)
    return frozenset(found[1].split(", ")) if found else frozenset()


def _unfolded(lines: Iterable[str]) -> list[str]:
    """Comment lines, each with the indented lines that continue it."""
    found: list[str] = []
    for line in lines:
        if line.startswith("   ") and found:
            found[-1] += f" {line.strip()}"
        else:
            found.append(line)
    return found


def _uncommented(statement: str) -> str:
    """A statement without the comment lines before it."""
    lines = statement.splitlines()
    while lines and (not lines[0].strip() or lines[0].startswith("--")):
        lines.pop(0)
    return "\n".join(lines)
