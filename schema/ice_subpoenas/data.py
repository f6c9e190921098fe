"""Open the published tables: `connect()` for DuckDB, `load()` for Arrow."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from . import formats, views
from .row import Row
from .tables import TABLES

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

HERE = Path(__file__).parent
DATABASE = "ice_subpoenas.duckdb"
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
DICTIONARY = "dictionary.md"
MANIFEST = "manifest.json"
CSV = "csv"
JOURNAL = ".publishing"
STAGING = ".staging"
PARQUET: tuple[formats.Table, ...] = (*TABLES, views.SUBPOENAS_FLAT)
"""Everything that is published as Parquet."""
DESCRIBED: tuple[formats.Table, ...] = (*TABLES, *views.VIEWS)
"""Everything that the dictionary describes."""
PUBLISHED: tuple[str, ...] = (
    *(f"{table.table}.parquet" for table in PARQUET),
    DATABASE,
    DESCRIPTOR,
    DICTIONARY,
)
"""Every file that `SHA256SUMS` of a published folder lists."""
RELEASED: tuple[str, ...] = (
    *PUBLISHED,
    *(f"{CSV}/{table.table}.csv" for table in PARQUET),
    f"{CSV}/{DESCRIPTOR}",
    "CHANGELOG.md",
    "CITATION.cff",
    "DATACARD.md",
    "LICENSE",
    "LICENSE-DATA",
    "croissant.json",
    MANIFEST,
)
"""Every file that `SHA256SUMS` of a release lists."""


class NotPublished(RuntimeError):  # noqa: N818  # a state of the folder, not a fault in a call
    """The folder holds no tables, or only a part of a release."""


def folder() -> Path:
    """Where the tables are: `datasets/` of a checkout, else what the package was installed with."""
    checkout = HERE.parents[1] / "datasets"
    if HERE.parent.name == "schema" and (checkout / "reviewed").is_dir():
        return checkout
    return HERE / "data"


def unfinished(place: Path) -> str | None:
    """What to tell a reader of a folder where publishing was interrupted; null when it was not."""
    if not (place / JOURNAL).exists():
        return None
    return f"{place / JOURNAL}: publishing was interrupted; run `python build` to finish it"


def connect(place: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with the tables, the views and the macro `trace`, read-only.

    Without an up-to-date DuckDB file the tables are read from Parquet into memory.
    """
    import duckdb

    place = _published(place)
    if _is_current(place / DATABASE):
        return duckdb.connect(str(place / DATABASE), read_only=True)
    connection = duckdb.connect()
    create(connection, {table.table: read(place, table) for table in TABLES})
    return connection


def load(name: str, place: Path | None = None) -> pa.Table:
    """One published table, or `subpoenas_flat`, as an Arrow table."""
    tables = {table.table: table for table in PARQUET}
    if name not in tables:
        raise ValueError(_unknown(name, tables))
    return read(_published(place), tables[name])


def _unknown(name: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, names, n=1)
    guess = f"; did you mean {near[0]!r}?" if near else "."
    return f"no table is called {name!r}{guess} There are: {', '.join(names)}"


def _published(place: Path | None) -> Path:
    place = place or folder()
    broken = unfinished(place)
    if broken:
        raise NotPublished(broken)
    absent = [t.table for t in PARQUET if not (place / f"{t.table}.parquet").is_file()]
    if absent:
        raise NotPublished(f"{place}: no {absent[0]}.parquet; run `python build` to publish it")
    return place


def _is_current(database: Path) -> bool:
    """Whether the DuckDB file is the one published with the Parquet files beside it."""
    sums = database.with_name(SUMS)
    if not database.is_file() or not sums.is_file():
        return False
    return checksums(sums).get(DATABASE) == sha256(database)


def checksums(path: Path) -> dict[str, str]:
    """Hashes by file name, as `sha256sum` writes them; ValueError where a line is none of them."""
    lines = path.read_text("utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def is_release(place: Path) -> bool:
    """Whether a folder is, or was, a release, which holds more than a published folder."""
    return (place / MANIFEST).exists() or (place / CSV).exists()


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(place: Path, table: formats.Table) -> pa.Table:
    """A table's Parquet file, whatever the folder is called."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(place / f"{table.table}.parquet") as file:
        return file.read()


def write(tables: Mapping[str, pa.Table], path: Path) -> pa.Table:
    """Make the DuckDB file, in a form that DuckDB 1.2 opens, and give the rows of the flat view.

    Uncompressed, because compressed segments carry uninitialized memory into the file.
    """
    import duckdb

    with duckdb.connect(config={"threads": 1}) as connection:  # so small that threads only cost
        connection.execute("PRAGMA force_compression='uncompressed'")
        where = formats.literal(str(path))
        connection.execute(
            f"ATTACH {where} AS published (STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 16384)"
        )
        connection.execute("USE published")
        create(connection, tables)
        rows = flat(connection)
        connection.execute("USE memory")
        connection.execute("DETACH published")
    return rows


def create(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Types, tables with keys and checks, their rows, then views, in an empty database."""
    connection.begin()  # one write to the disk, not one for each statement
    for statement in formats.duckdb_types():
        connection.execute(statement)
    for table in TABLES:
        for statement in formats.duckdb_ddl(table):
            connection.execute(statement)
        _insert(connection, table, tables[table.table])
    for statement in views.statements():
        connection.execute(statement)
    connection.commit()


def flat(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """The view `subpoenas_flat` of a database, as it is published in Parquet."""
    table = views.SUBPOENAS_FLAT
    found = connection.sql(f"FROM {formats.quoted(table.table)}").to_arrow_table()
    return found.cast(formats.arrow_schema(table))


def _insert(connection: duckdb.DuckDBPyConnection, table: type[Row], rows: pa.Table) -> None:
    connection.register("incoming", rows)
    while connection.execute(_next_level(table)).fetchall()[0][0] and _parents(table):
        pass
    connection.unregister("incoming")
    name = formats.quoted(table.table)
    ((stored,),) = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
    if stored != rows.num_rows:
        raise ValueError(f"{table.table}: {rows.num_rows - stored} rows refer to no row above them")


def _next_level(table: type[Row]) -> str:
    """Insert the rows whose parents in the same table are in: DuckDB checks such a key by
    statement, so that rows of one statement cannot refer to each other."""
    name, key = formats.quoted(table.table), formats.quoted(table.key)
    known = f"(SELECT {key} FROM {name})"
    ready = [f"({parent} IS NULL OR {parent} IN {known})" for parent in _parents(table)]
    conditions = " AND ".join([f"{key} NOT IN {known}", *ready])
    return f"INSERT INTO {name} BY NAME SELECT * FROM incoming WHERE {conditions} ORDER BY {key}"


def _parents(table: type[Row]) -> list[str]:
    """The columns that refer to another row of the same table."""
    return [formats.quoted(c.name) for c in table.columns() if c.references == table.table]
