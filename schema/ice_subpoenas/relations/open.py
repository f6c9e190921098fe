"""Open tables: rows that were read from reviewed files, or a folder of Parquet of any size."""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from ..formats.arrow import arrow_schema, nullable
from ..problem import Place, Problem
from ..row import Column, Row
from ..rules.declare import RULES
from ..sql import literal, literals, make, memory, parsed, quickly_planned, quoted
from ..tables import TABLES
from . import declared

MANY = 100_000  # rows of a folder; with more, tables are read in place and memory has a limit
LARGE = "650MB"  # memory of DuckDB for more rows: what needs more is spilled
SMALL = "2GB"  # memory for fewer rows; a file of a few kilobytes can unpack to terabytes
INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
READING: dict[str, str | bool] = {"temp_directory": "", "enable_external_file_cache": False}
"""Settings of a database that reads each file once."""
TEXTS = pa.schema([("source_id", pa.string()), ("text", pa.string())])


class Places(Protocol):
    """Where rows and cells stand, so that a problem can name a file and a line."""

    def of(self, table: str, row_id: str | None, column: str | None) -> Place:
        """The place of a cell, or of its row where the cell has none of its own."""


@dataclass
class Relations:
    """Tables in DuckDB, what is at hand besides them, and where their rows stand."""

    con: duckdb.DuckDBPyConnection
    places: Places
    has: frozenset[str]
    large: bool = False
    present: tuple[str, ...] = tuple(table.table for table in TABLES)
    spill: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)
    counted: dict[str, int] = field(default_factory=dict, repr=False)

    def filled(self) -> list[type[Row]]:
        """The tables that hold rows."""
        counts = self.counts()
        return [table for table in TABLES if counts[table.table]]

    def counts(self) -> dict[str, int]:
        """How many rows each table holds. Tables of a folder stay, and are counted once."""
        if "files" in self.has or not self.counted:
            parts = [f"SELECT {literal(t.table)}, count(*) FROM {quoted(t.table)}" for t in TABLES]
            counted = parsed(" UNION ALL ".join(parts))
            self.counted = dict(self.con.execute(counted).fetchall())
        return self.counted

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """The rows that a query gives."""
        return self.con.execute(sql).fetchall()

    def tables(self) -> dict[str, pa.Table]:
        """Every table as Arrow, typed as declared, in the order of its key."""
        found = {}
        for table in TABLES:
            names = ", ".join(quoted(column.name) for column in table.columns())
            sql = f"SELECT {names} FROM {quoted(table.table)} ORDER BY {quoted(table.key)}"
            rows = self.con.sql(sql).to_arrow_table()
            found[table.table] = rows.cast(nullable(arrow_schema(table)))
        return found

    def close(self) -> None:
        """Close the connection and remove what it spilled."""
        self.con.close()
        if self.spill:
            self.spill.cleanup()


# --- from rows --------------------------------------------------------------------------------


def from_rows(
    rows: Mapping[str, pa.Table], texts: pa.Table, places: Places, has: frozenset[str]
) -> Relations:
    """Relations of rows in memory, of every table; no null is refused yet.

    All that is done to them is one transaction: hundreds of statements that each begin and end one
    of their own take a tenth longer.
    """
    con = quickly_planned(memory())
    con.begin()
    for table in TABLES:
        if rows[table.table].num_rows:
            make(con, table.table, rows[table.table])
        else:  # most tables of a small checkout, and quicker so
            con.execute(parsed(_without_rows(table)))
    make(con, "texts", texts)
    declared.columns(con)
    declared.keys(con)
    return Relations(con, places, has)


def _without_rows(table: type[Row]) -> str:
    columns = ", ".join(f"{quoted(c.name)} {c.duckdb_type}" for c in table.columns())
    return f"CREATE TABLE {quoted(table.table)} ({columns})"


# --- from a folder ----------------------------------------------------------------------------


@dataclass
class FilePlaces:
    """A row of a Parquet file, counted from 1, as the place of what is wrong in it."""

    con: duckdb.DuckDBPyConnection
    files: Mapping[str, str]

    def of(self, table: str, row_id: str | None, column: str | None) -> Place:  # noqa: ARG002
        """The file and row; row 1 where the problem is one of the whole table."""
        file = self.files.get(table, f"{table}.parquet")
        declared_table = next((t for t in TABLES if t.table == table), None)
        if declared_table is None or row_id is None:
            return Place(file, 1)
        key = quoted(declared_table.key)
        sql = f"SELECT min(file_row_number) + 1 FROM {quoted(table)} WHERE {key} = ?"
        found = self.con.execute(sql, [row_id]).fetchone()
        return Place(file, int(found[0]) if found and found[0] is not None else 1)


def from_folder(folder: Path, memory_limit: str | None = None) -> tuple[Relations, list[Problem]]:
    """Relations of a folder with `TABLE.parquet` or `TABLE/*.parquet`, and maybe `texts.parquet`.

    A table that is not there is empty. What cannot be read, or has other columns than declared, is
    a problem; nothing is asked of such a folder.
    """
    files = {name: _files(folder, name) for name in (*(t.table for t in TABLES), "texts")}
    con = memory(READING | {"memory_limit": memory_limit or SMALL})
    large = _n_rows(con, [path for paths in files.values() for path in paths]) > MANY
    spill = _spilling(con, memory_limit or LARGE) if large else None
    if not large:
        quickly_planned(con)
    places = FilePlaces(con, {name: _shown(folder, paths) for name, paths in files.items()})
    heads = _columns_of(con, [paths[0] for paths in files.values() if paths])
    opened = _Folder(con, places, heads)
    for table in TABLES:
        opened.open(table, files[table.table], large)
    has = opened.open_texts(files["texts"])
    if not large:
        con.begin()  # as in `from_rows`; what fails above fails alone
    declared.columns(con)
    declared.keys(con)
    present = tuple(table.table for table in TABLES if files[table.table])
    return Relations(con, places, has, large, present, spill), opened.problems


def _n_rows(con: duckdb.DuckDBPyConnection, paths: list[Path]) -> int:
    """How many rows files say that they hold."""
    return sum(n for (n,) in _said(con, "SELECT num_rows FROM parquet_file_metadata(?)", paths))


def _columns_of(
    con: duckdb.DuckDBPyConnection, paths: list[Path]
) -> dict[str, list[tuple[str, str]]]:
    """The columns that files say that they have, with their types, by path."""
    found: dict[str, list[tuple[str, str]]] = {}
    asked = "SELECT file_name, name, duckdb_type FROM parquet_schema(?)"
    for path, name, kind in _said(con, asked, paths):
        found.setdefault(path, []).append((name, str(kind)))
    return {path: columns for path, (_, *columns) in found.items()}  # the first is the whole row


def _said(con: duckdb.DuckDBPyConnection, sql: str, paths: list[Path]) -> list[tuple[Any, ...]]:
    """What the heads of files say; nothing of one that cannot be read, which is told later."""
    try:
        return con.execute(sql, [[str(path) for path in paths]]).fetchall()
    except duckdb.Error:
        alone = paths if len(paths) > 1 else []
        return [row for path in alone for row in _said(con, sql, [path])]


def _spilling(con: duckdb.DuckDBPyConnection, limit: str) -> tempfile.TemporaryDirectory[str]:
    """Give a database less memory, and a folder of its own for what needs more."""
    spill = tempfile.TemporaryDirectory(prefix="ice-subpoenas-")
    con.execute(f"SET temp_directory = {literal(spill.name)}")
    con.execute(f"ATTACH {literal(spill.name + '/made.duckdb')} AS made")
    con.execute("USE made")
    con.execute("SET preserve_insertion_order = false")
    con.execute(f"SET memory_limit = {literal(limit)}")
    return spill


def _files(folder: Path, name: str) -> list[Path]:
    single, several = folder / f"{name}.parquet", folder / name
    if single.is_file():
        return [single]
    return sorted(path for path in several.glob("*.parquet") if path.is_file())


def _shown(folder: Path, paths: Iterable[Path]) -> str:
    return next((path.relative_to(folder).as_posix() for path in paths), "")


@dataclass
class _Folder:
    """A folder that is being opened; what is wrong with its files is added to the problems."""

    con: duckdb.DuckDBPyConnection
    places: FilePlaces
    heads: Mapping[str, list[tuple[str, str]]]
    """The columns that files say that they have, with their types, by path."""
    problems: list[Problem] = field(default_factory=list)

    def _told(self, code: str, name: str, message: str, remedy: str | None = None) -> None:
        self.problems.append(RULES[code].at(self.places.of(name, None, None), message, remedy))

    def open(self, table: type[Row], paths: list[Path], large: bool) -> None:
        """Make a table, or of a large folder a view, of declared columns and `file_row_number`."""
        held = self._held(table, paths) if paths else None
        shown = [self._column(table, column, held) for column in table.columns()]
        for name in sorted((held or {}).keys() - table.column_map().keys()):
            message = f"{table.table}: {name!r} is not a column of the table"
            self._told("unknown-column", table.table, message)
        source = "(SELECT 0 AS file_row_number LIMIT 0)"
        if held:
            source = f"read_parquet([{literals(paths)}], file_row_number = true)"
        is_exact = held and [quoted(name) for name in held] == shown
        columns = "*" if is_exact else f"{', '.join(shown)}, file_row_number"
        kind = "VIEW" if large else "TABLE"
        made = f"CREATE {kind} {quoted(table.table)} AS SELECT {columns} FROM {source}"
        try:
            self.con.execute(made)
        except duckdb.Error as error:
            self._unreadable(table.table, paths, error)
            self.con.execute(f"{made} LIMIT 0")

    def _unreadable(self, name: str, paths: list[Path], error: duckdb.Error) -> None:
        said = str(error).splitlines()[0].replace(f"{paths[0].parent}/", "")
        remedy = "Take the file again from where it came, or publish again with `python build`."
        self._told("file-refused", name, f"{name} cannot be read: {said}", remedy)

    def _held(self, table: type[Row], paths: list[Path]) -> dict[str, str] | None:
        """The columns of files. DuckDB is asked only where the head says others than declared."""
        declared_here = {column.name: column.duckdb_type for column in table.columns()}
        said = self.heads.get(str(paths[0]), [])
        if sorted(said) == sorted(declared_here.items()):
            return dict(said)
        return self._described(table.table, paths)

    def _described(self, name: str, paths: list[Path]) -> dict[str, str] | None:
        """The columns of files with their types; null, with a problem, if unreadable."""
        try:
            sql = f"DESCRIBE SELECT * FROM read_parquet([{literals(paths)}])"
            return {str(column): str(kind) for column, kind, *_ in self.con.execute(sql).fetchall()}
        except duckdb.Error as error:
            self._unreadable(name, paths, error)
            return None

    def _column(self, table: type[Row], column: Column, held: dict[str, str] | None) -> str:
        """A column as declared: null where the files lack it, or have another type."""
        kind = column.duckdb_type
        found = held.get(column.name) if held else None
        if found == kind or (kind == "INTEGER" and found in INTEGERS):
            return quoted(column.name)
        if found:
            message = f"{table.table}: {column.name} is of type {found}, not {kind}"
            self._told("wrong-value", table.table, message, "write the declared type")
        elif held is not None:
            message = f"{table.table}: the column {column.name!r} is missing"
            self._told("missing-column", table.table, message, "add the column")
        return f"NULL::{kind} AS {quoted(column.name)}"

    def open_texts(self, paths: list[Path]) -> frozenset[str]:
        """Make the view of texts, empty where there are none; what is at hand besides tables."""
        held = self._described("texts", paths) if paths else None
        wanted = {"source_id": "VARCHAR", "text": "VARCHAR"}
        if held is not None and not wanted.items() <= held.items():
            self._told("missing-column", "texts", "texts: needs source_id and text, as text")
            held = None
        source = "(SELECT '' AS source_id, '' AS text LIMIT 0)"
        if held:
            source = f"read_parquet([{literals(paths)}])"
        self.con.execute(f"CREATE VIEW texts AS SELECT source_id, text FROM {source}")
        return frozenset(("texts", "others") if held else ("others",))
