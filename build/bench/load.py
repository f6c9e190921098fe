"""DuckDB's own load of a folder of tables: types, keys and checks of each row, and nothing else.

`python -m bench.load FOLDER` (with `build` and `schema` on the path) is what `check --tables` is
measured beside. It asks no reference, no evidence and no computed value.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from ice_subpoenas.formats.duckdb import duckdb_ddl, duckdb_types
from ice_subpoenas.sql import literal, memory, quoted
from ice_subpoenas.tables import TABLES


def load(folder: Path) -> int:
    """Load every table of a folder into typed tables; how many rows there are."""
    rows = 0
    with tempfile.TemporaryDirectory(prefix="load-") as spill:
        con = memory({"temp_directory": spill, "threads": 2, "preserve_insertion_order": False})
        for statement in duckdb_types():
            con.execute(statement)
        for table in TABLES:
            con.execute(duckdb_ddl(table)[0])
            source = f"read_parquet({literal(folder / f'{table.table}.parquet')})"
            con.execute(f"INSERT INTO {quoted(table.table)} BY NAME FROM {source}")
            rows += con.execute(f"SELECT count(*) FROM {quoted(table.table)}").fetchall()[0][0]
        con.close()
    return rows


if __name__ == "__main__":
    print(load(Path(sys.argv[1])))
