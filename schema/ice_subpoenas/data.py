"""Open the published tables and views: `connect()` for DuckDB, `load()` for Arrow."""

import contextlib
import sys
from pathlib import Path

import duckdb
import pyarrow as pa

from .formats.arrow import arrow_schema
from .problem import nearest
from .published import database, names, parquet
from .sql import closed, memory, quoted
from .tables import TABLE, TABLES
from .views import VIEW

HERE = Path(__file__).parent


class NotPublished(RuntimeError):  # noqa: N818  # a state of the folder, not a fault in a call
    """The folder holds no tables, or only a part of a release."""


def folder() -> Path:
    """Where the tables are: `datasets/` of a checkout, or the data of an installation."""
    return checkout() or HERE / "data"


def checkout() -> Path | None:
    """`datasets/` of the checkout that this package is part of; None in an installation."""
    found = HERE.parents[1] / "datasets"
    is_one = HERE.parent.name == "schema" and (found / "reviewed").is_dir()
    return found if is_one else None


def connect(place: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection with all tables and views, read-only in effect.

    Without a folder, the DuckDB file of this checkout or installation is opened, if it is current
    and no other program has it open for writing; otherwise the tables are read from Parquet into
    memory, and a line on standard error says so. From any other folder, only the Parquet files
    are read: its DuckDB file could contain more than tables. Raises NotPublished if there are none.
    """
    return _connected(place, commented=True)


def uncommented(place: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """A connection as `connect` gives it, for programs: nothing is made that only people read."""
    return _connected(place, commented=False)


def _connected(place: Path | str | None, *, commented: bool) -> duckdb.DuckDBPyConnection:
    given = _published(folder() if place is None else Path(place))
    if place is None and _is_current(given / names.DATABASE):
        if not (given / names.LEFT_OPEN).exists():  # changes of a program that was killed
            with contextlib.suppress(duckdb.IOException):
                return duckdb.connect(str(given / names.DATABASE), read_only=True)
        print(held_open(given), file=sys.stderr)
    return opened(given, commented=commented)


def held_open(place: Path) -> str:
    """A message for a DuckDB file that another program is writing, or was killed while writing."""
    left = (place / names.LEFT_OPEN).exists()
    said = "has changes of another program" if left else "another program has it open"
    return f"{place / names.DATABASE}: {said}; the tables are read from Parquet instead"


def opened(place: Path, *, commented: bool = False) -> duckdb.DuckDBPyConnection:
    """The Parquet files of a folder in memory, on a connection that can reach nothing else.

    Raises ValueError for a file that is damaged or does not contain its table.
    """
    connection = memory()
    try:
        database.create(connection, names.read_all(place), commented=commented)
    except duckdb.Error as error:
        raise ValueError(f"{place}: {str(error).splitlines()[0]}") from error
    return closed(connection)


def load(name: str, place: Path | str | None = None) -> pa.Table:
    """One published table or view as an Arrow table; ValueError for an unknown name."""
    given = _published(folder() if place is None else Path(place))
    if name == "overview":
        return parquet.read(_there(given, given / "overview.parquet"))
    if name in TABLE:
        return names.read(given, TABLE[name])
    if name not in VIEW:
        known = [*TABLE, *VIEW]
        listed = f"there are: {', '.join(known)}"
        raise ValueError(f"no table or view is called {name!r}; {nearest(name, known, listed)}")
    with contextlib.closing(uncommented(place)) as connection:
        rows = connection.sql(f"FROM {quoted(name)}").to_arrow_table()
        return rows.cast(arrow_schema(VIEW[name]))


def _published(place: Path) -> Path:
    broken = unfinished(place)
    if broken:
        raise NotPublished(broken)
    for table in TABLES:
        _there(place, names.path_of(place, table))
    return place


def _there(place: Path, file: Path) -> Path:
    """A published file; raises NotPublished if the folder of everything published lacks it."""
    if not file.is_file():
        said = f"no {file.name}; run `python build` to publish it"
        raise NotPublished(f"{place}: {said}")
    return file


def unfinished(place: Path) -> str | None:
    """A message for a folder in which publishing was interrupted; None if it was not."""
    if not (place / names.MOVING).exists():
        return None
    return f"{place / names.MOVING}: publishing was interrupted; run `python build` again"


def _is_current(file: Path) -> bool:
    """Whether the DuckDB file is the one published with the Parquet files beside it."""
    listed = file.with_name(names.SUMS)
    if not file.is_file() or not listed.is_file():
        return False
    try:
        return names.checksums(listed).get(file.name) == names.sha256(file)
    except ValueError:  # a list that somebody broke lists nothing; the next build mends it
        return False
