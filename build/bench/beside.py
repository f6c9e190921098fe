"""What a check is measured beside: the least work that it can be, and DuckDB's own load of tables.

`python -m bench.beside` (with `build` and `schema` on the path) has DuckDB plan joins of two empty
tables, as often as a check asks it for anything: it reads nothing and judges nothing. With a FOLDER
of tables it loads them with the types, keys and checks of each row, and asks no reference, no
evidence and no computed value.
"""

import sys
import tempfile
from itertools import cycle, islice, pairwise
from pathlib import Path

import duckdb
import pyarrow as pa  # noqa: F401 — a check imports it

from ice_subpoenas.formats.duckdb import duckdb_ddl, duckdb_types
from ice_subpoenas.sql import Settings, literal, memory, quickly_planned, quoted
from ice_subpoenas.tables import TABLES

STATEMENTS = 460
"""About as many as `python build check` asks."""


def floor() -> None:
    """Plan and run as many joins of two empty tables."""
    con = _typed(quickly_planned(memory()))
    for one, other in islice(pairwise(cycle(TABLES)), STATEMENTS):
        con.execute(
            f"SELECT count(*) FROM {quoted(one.table)} a JOIN {quoted(other.table)} b "
            f"ON a.{quoted(one.key)} = b.{quoted(other.key)}"
        ).fetchall()


def load(folder: Path) -> None:
    """Load every table of a folder into typed tables."""
    with tempfile.TemporaryDirectory(prefix="load-") as spill:
        settings: Settings = {
            "temp_directory": spill,
            "threads": 2,
            "preserve_insertion_order": False,
        }
        con = _typed(memory(settings))
        for table in TABLES:
            source = f"read_parquet({literal(folder / f'{table.table}.parquet')})"
            con.execute(f"INSERT INTO {quoted(table.table)} BY NAME FROM {source}")
        con.close()


def _typed(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """The database with every table, empty."""
    for statement in (*duckdb_types(), *(duckdb_ddl(table)[0] for table in TABLES)):
        con.execute(statement)
    return con


if __name__ == "__main__":
    load(Path(sys.argv[1])) if sys.argv[1:] else floor()
