"""Check tables of any size: every rule that tables can break, as questions to DuckDB.

A folder holds `TABLE.parquet`, or a folder `TABLE/` of Parquet files, and `texts.parquet` with the
columns source_id and text. The rules are made from the declarations that the check of reviewed rows
uses too; what words give is computed by the same functions, once for each different pair of words
and arguments. Tables are read as often as a rule needs and never held whole.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb

from check.rules import Problem
from ice_subpoenas import TABLE, TABLES
from ice_subpoenas.formats import literal, quoted
from ice_subpoenas.row import TYPES, Column, Row
from printing import Refusal

SMALL = 2**20  # bytes of a table that is held in memory
MOST = 1000  # problems of one rule that are told one by one
TEXTS = {"source_id": "VARCHAR", "text": "VARCHAR"}
INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")


class Tables:
    """The tables of a folder, opened in DuckDB; a table that is not there is empty."""

    def __init__(self, folder: Path, memory: str | None = None) -> None:
        if not folder.is_dir():
            raise Refusal(f"{folder} is no folder")
        self.folder = folder
        self.problems: list[Problem] = []
        self.spill = tempfile.TemporaryDirectory(prefix="bulk-")
        self.con = duckdb.connect(config={"temp_directory": self.spill.name})
        self.con.execute("SET preserve_insertion_order = false")
        self.con.execute("SET enable_progress_bar = false")
        if memory:
            self.con.execute(f"SET memory_limit = {literal(memory)}")
        self.present = [table for table in TABLES if self._open(table)]
        self.filled = [t for t in self.present if self.rows(f"FROM {quoted(t.table)} LIMIT 1")]
        self._open_texts()

    def close(self) -> None:
        """Close the connection and remove what it spilled."""
        self.con.close()
        self.spill.cleanup()

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows that a query gives."""
        return self.con.execute(sql).fetchall()

    def found(self, code: str, remedy: str, sql: str) -> Iterator[Problem]:
        """A problem for each row of a query for table `t`, key `k`, row `n` and message `m`."""
        query = f"SELECT t, k, n, coalesce(m, 'null') m FROM ({sql})"
        shown = self.rows(f"{query} ORDER BY ALL LIMIT {MOST + 1}")
        for table, key, number, message in shown[:MOST]:
            yield problem(table, key, number, code, message, remedy)
        if len(shown) > MOST:
            ((total,),) = self.rows(f"SELECT count(*) FROM ({sql})")
            message = f"and {total - MOST} more rows like these"
            yield problem(shown[0][0], None, 0, code, message, remedy)

    def _files(self, name: str) -> list[str]:
        single, several = self.folder / f"{name}.parquet", self.folder / name
        files = [single] if single.is_file() else sorted(several.glob("*.parquet"))
        return [path.as_posix() for path in files]

    def _columns(self, name: str, files: list[str]) -> dict[str, str] | None:
        """The columns of the files with their types; null where they cannot be read."""
        try:
            described = self.rows(f"DESCRIBE SELECT * FROM read_parquet({files})")
        except duckdb.Error as error:
            message = f"cannot be read: {str(error).splitlines()[0]}".replace(f"{self.folder}/", "")
            self._told(name, "file-refused", message, "write the file again")
            return None
        return {str(column): str(kind) for column, kind, *_ in described}

    def _told(self, name: str, code: str, message: str, remedy: str) -> None:
        self.problems.append(problem(name, None, 0, code, message, remedy))

    def _open(self, table: type[Row]) -> bool:
        """Make a view of a table with every declared column and `row_number`.

        A small table is held in memory: reading it for each rule would take longer.
        """
        files = self._files(table.table)
        held = self._columns(table.table, files) if files else None
        shown = [self._shown(table, column, held) for column in table.columns()]
        for name in sorted((held or {}).keys() - table.column_map().keys()):
            message = f"{name!r} is not a column of the table"
            self._told(table.table, "unknown-column", message, "remove it, or correct its name")
        nothing = "(SELECT 0 AS file_row_number LIMIT 0)"
        source = f"read_parquet({files}, file_row_number = true)" if held else nothing
        is_small = sum(Path(file).stat().st_size for file in files) <= SMALL
        self.con.execute(
            f"CREATE {'TABLE' if is_small else 'VIEW'} {quoted(table.table)} AS "
            f"SELECT {', '.join(shown)}, file_row_number + 1 AS row_number FROM {source}"
        )
        return held is not None

    def _shown(self, table: type[Row], column: Column, held: dict[str, str] | None) -> str:
        """A column as the view shows it: null where the files lack it, or have another type."""
        kind = TYPES[column.type][1]
        found = held.get(column.name) if held else None
        if found == kind or (kind == "INTEGER" and found in INTEGERS):
            return quoted(column.name)
        if found:
            message = f"{column.name} is of type {found}, not {kind}"
            self._told(table.table, "wrong-value", message, "write the declared type")
        elif held is not None and column.required:
            message = f"the column {column.name!r} is missing"
            self._told(table.table, "missing-column", message, "add the column")
        return f"NULL::{kind} AS {quoted(column.name)}"

    def _open_texts(self) -> None:
        files = self._files("texts")
        held = self._columns("texts", files) if files else None
        if held is not None and not TEXTS.items() <= held.items():
            self._told("texts", "missing-column", "needs source_id and text, as text", "add them")
            held = None
        source = (
            f"read_parquet({files})" if held else "(SELECT '' AS source_id, '' AS text LIMIT 0)"
        )
        self.con.execute(f"CREATE VIEW texts AS SELECT source_id, text FROM {source}")


def problem(table: str, key: str | None, row: int, code: str, message: str, remedy: str) -> Problem:
    """A problem of a row of a table; the row is counted in its file, from 1."""
    where = f"{table} {key}: " if key is not None else f"{table}: "
    return Problem(f"{table}.parquet", max(1, row), code, where + message, remedy)


Law = Callable[[Tables], Iterable[Problem]]


def laws() -> tuple[Law, ...]:
    """Every rule, in the order in which a reader wants to hear of them."""
    from check import bulkcells, bulkrows, bulkwords

    return (*bulkrows.LAWS, *bulkcells.LAWS, *bulkwords.LAWS)


def run(folder: Path, memory: str | None = None) -> list[Problem]:
    """Every problem of the tables in a folder."""
    with Tables(folder, memory) as tables:
        return problems(tables)


def problems(tables: Tables) -> list[Problem]:
    """Every problem of opened tables; the rules are asked where all tables can be read."""
    if not tables.present:
        raise Refusal(f"{tables.folder} holds no table, such as quotes.parquet")
    found = list(tables.problems)
    for law in [] if found else laws():
        found += law(tables)
    return sorted(set(found))


def summary(tables: Tables) -> str:
    """How many rows of which tables were checked, in one line."""
    counts = {
        table.table: tables.rows(f"SELECT count(*) FROM {quoted(table.table)}")[0][0]
        for table in tables.present
    }
    lacking = [name for name in TABLE if name not in counts]
    without = f" (empty: {', '.join(lacking)})" if lacking else ""
    return f"{sum(counts.values())} rows in {len(counts)} tables: no problems{without}"
