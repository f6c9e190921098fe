"""Open the published tables: `connect()` for DuckDB, `load()` for Arrow."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from .formats.arrow import arrow_schema
from .formats.duckdb import duckdb_comments, duckdb_ddl, duckdb_types
from .row import Row, Table
from .sql import closed, memory, nearest, quoted
from .tables import TABLE, TABLES
from .views import VIEWS

HERE = Path(__file__).parent
FOLDER = "tables"
"""Folder of the Parquet files, below the folder of everything published."""
DATABASE = "ice_subpoenas.duckdb"
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
DICTIONARY = "dictionary.md"
MANIFEST = "manifest.json"
CSV = "csv"
JOURNAL = ".publishing"
OVERVIEW = ("overview.csv", "overview.json", "overview.parquet", "overview.xlsx")
"""The first file in every format: one row an act."""
PUBLISHED: tuple[str, ...] = (
    *(f"{FOLDER}/{table.table}.parquet" for table in TABLES),
    *OVERVIEW,
    DATABASE,
    DESCRIPTOR,
    DICTIONARY,
)
"""Every file that `SHA256SUMS` of a published folder lists."""


class NotPublished(RuntimeError):  # noqa: N818  # a state of the folder, not a fault in a call
    """The folder holds no tables, or only a part of a release."""


def folder() -> Path:
    """Where the tables are: `datasets/` of a checkout, else what the package was installed with."""
    checkout = HERE.parents[1] / "datasets"
    if HERE.parent.name == "schema" and (checkout / "reviewed").is_dir():
        return checkout
    return HERE / "data"


def connect(place: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with all tables and views, read-only in effect.

    Without a folder, the DuckDB file of this checkout or installation is opened, if it is current
    and nobody else has it open for writing; else the tables are read from Parquet into memory, and
    a line on standard error says so. Of another folder the Parquet files alone are read: its
    DuckDB file could hold more than tables. Raises NotPublished where there are no tables.
    """
    own = place is None
    given = _published(folder() if place is None else Path(place))
    if own and _is_current(given / DATABASE):
        try:
            return duckdb.connect(str(given / DATABASE), read_only=True)
        except duckdb.IOException:
            said = "another program has it open; the tables are read from Parquet instead"
            print(f"{given / DATABASE}: {said}", file=sys.stderr)
    connection = memory()
    create(connection, {table.table: read(given, table) for table in TABLES})
    return closed(connection)


def load(name: str, place: Path | str | None = None) -> pa.Table:
    """One published table, or `overview`, as an Arrow table; ValueError for an unknown name."""
    given = _published(folder() if place is None else Path(place))
    if name == "overview":
        return pq.read_table(given / "overview.parquet")
    if name not in TABLE:
        listed = f"there are: {', '.join(TABLE)}, overview"
        raise ValueError(f"no table is called {name!r}; {nearest(name, TABLE, listed)}")
    return read(given, TABLE[name])


def _published(place: Path) -> Path:
    broken = unfinished(place)
    if broken:
        raise NotPublished(broken)
    for table in TABLES:
        if not path_of(place, table).is_file():
            said = f"no {table.table}.parquet; run `python build` to publish it"
            raise NotPublished(f"{place}: {said}")
    return place


def path_of(place: Path, table: Table) -> Path:
    """The Parquet file of a table."""
    return place / FOLDER / f"{table.table}.parquet"


def unfinished(place: Path) -> str | None:
    """What to tell a reader of a folder where publishing was interrupted; null when it was not."""
    if not (place / JOURNAL).exists():
        return None
    return f"{place / JOURNAL}: publishing was interrupted; run `python build` to finish it"


def _is_current(database: Path) -> bool:
    """Whether the DuckDB file is the one published with the Parquet files beside it."""
    sums = database.with_name(SUMS)
    if not database.is_file() or not sums.is_file():
        return False
    return checksums(sums).get(DATABASE) == sha256(database)


def checksums(path: Path) -> dict[str, str]:
    """Hashes by file name, as `sha256sum` writes them. ValueError for a line that is none of them,
    or a file that is listed twice."""
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        digest, mark, name = line.partition("  ")
        if not mark or len(digest) != 64 or name in found:
            what = "lists a file twice" if name in found else "is no line of sha256sum"
            raise ValueError(f"{path.name}:{number}: {what}; write it again with `python build`")
        found[name] = digest
    return found


def is_release(place: Path) -> bool:
    """Whether a folder is, or was, a release, which holds more than a published folder."""
    return (place / MANIFEST).exists() or (place / CSV).exists()


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read(place: Path, table: Table) -> pa.Table:
    """A table's Parquet file, whatever the folder is called."""
    with pq.ParquetFile(path_of(place, table)) as file:
        return file.read()


def create(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Types, tables with keys and checks, their rows, then views, in an empty database.

    There are no foreign keys: DuckDB could not copy, export or import the file with them.
    """
    connection.begin()  # one write to the disk, not one for each statement
    for statement in duckdb_types():
        connection.execute(statement)
    for table in TABLES:
        for statement in duckdb_ddl(table):
            connection.execute(statement)
        _insert(connection, table, tables[table.table])
    for view in VIEWS:
        connection.execute(f"CREATE VIEW {quoted(view.table)} AS\n{view.query}")
        for statement in duckdb_comments(view, "VIEW"):
            connection.execute(statement)
    connection.commit()


def _insert(connection: duckdb.DuckDBPyConnection, table: type[Row], rows: pa.Table) -> None:
    connection.register("incoming", rows.cast(_schema(table)))
    connection.execute(f"INSERT INTO {quoted(table.table)} BY NAME FROM incoming")
    connection.unregister("incoming")


def _schema(table: Table) -> pa.Schema:
    return pa.schema([field.with_nullable(True) for field in arrow_schema(table)])
