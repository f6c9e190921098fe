"""Parquet files of others, read only where they unpack to a bearable size.

A file of a few kilobytes can say of itself that it is small and unpack to terabytes. So its texts
are measured before they are read, by DuckDB, which unpacks a repeated text once.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.types as kinds

from ..sql import literal, memory, quoted

MOST_BYTES = 256 * 2**20
"""Bytes of text that the files of one folder may hold together."""
MOST_CELLS = 2**23
"""Cells that they may have together."""

Read = Callable[[Path], pa.Table]


@contextlib.contextmanager
def reader() -> Iterator[Read]:
    """A function that reads the Parquet files of one folder, one after another.

    It raises ValueError for a file that is unsound, that holds something else than texts, numbers
    and days, or with which the folder unpacks to more than anybody publishes.
    """
    cells, size = 0, 0
    settings = {"memory_limit": "512MB", "temp_directory": ""}
    with contextlib.closing(memory(settings)) as con:

        def read(path: Path) -> pa.Table:
            try:
                return whole(path)
            except (pa.ArrowException, ValueError) as error:
                said = (str(error).splitlines() or [type(error).__name__])[0]
                raise ValueError(f"{path.name}: {said}") from error

        def whole(path: Path) -> pa.Table:
            nonlocal cells, size
            _refuse(path.exists() and not path.is_file(), "it is not a plain file")
            with pq.ParquetFile(path) as file:
                cells += file.metadata.num_rows * file.metadata.num_columns
                _refuse(cells > MOST_CELLS, f"it has too many rows ({file.metadata.num_rows})")
                size += _bytes(con, path, file.schema_arrow)
                _refuse(size > MOST_BYTES, f"it unpacks to {size} bytes, too many to read")
                return file.read()

        yield read


def read(path: Path) -> pa.Table:
    """One Parquet file, as `reader` reads it."""
    with reader() as own:
        return own(path)


def _refuse(is_wrong: bool, said: str) -> None:
    if is_wrong:
        raise ValueError(said)


def _bytes(con: duckdb.DuckDBPyConnection, path: Path, schema: pa.Schema) -> int:
    """How many bytes the texts of a file have, unpacked."""
    odd = [field.name for field in schema if not _is_plain(field.type)]
    _refuse(bool(odd), f"{', '.join(odd)[:80]}: holds something else than texts, numbers and days")
    texts = [field.name for field in schema if not _is_number(field.type)]
    if not texts:
        return 0
    shown = " + ".join(f"coalesce(sum(strlen({quoted(name)})), 0)" for name in texts)
    try:
        found = con.execute(f"SELECT {shown} FROM read_parquet({literal(path)})").fetchall()
    except duckdb.Error as error:
        raise ValueError(str(error).splitlines()[0]) from error
    return int(found[0][0])


def _is_plain(kind: pa.DataType) -> bool:
    if kinds.is_dictionary(kind):
        kind = kind.value_type
    return bool(kinds.is_string(kind) or kinds.is_large_string(kind) or _is_number(kind))


def _is_number(kind: pa.DataType) -> bool:
    tests = (kinds.is_integer, kinds.is_boolean, kinds.is_date, kinds.is_floating, kinds.is_null)
    return any(test(kind) for test in tests)
