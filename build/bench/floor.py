"""The least work that a check can be: imports, empty tables, and as many trivial questions.

`python -m bench.floor` (with `build` and `schema` on the path) has DuckDB plan joins of two empty
tables, as often as a check asks DuckDB for anything. It reads nothing and judges nothing.
"""

from __future__ import annotations

from itertools import cycle, islice, pairwise

import pyarrow as pa  # noqa: F401 — a check imports it

from ice_subpoenas.formats.duckdb import duckdb_ddl, duckdb_types
from ice_subpoenas.sql import memory, quickly_planned, quoted
from ice_subpoenas.tables import TABLES

STATEMENTS = 460
"""About as many as `python build check` asks."""


def ask(statements: int = STATEMENTS) -> None:
    """Plan and run so many joins of two empty tables."""
    con = quickly_planned(memory())
    for statement in duckdb_types():
        con.execute(statement)
    for table in TABLES:
        con.execute(duckdb_ddl(table)[0])
    for one, other in islice(pairwise(cycle(TABLES)), statements):
        con.execute(
            f"SELECT count(*) FROM {quoted(one.table)} a JOIN {quoted(other.table)} b "
            f"ON a.{quoted(one.key)} = b.{quoted(other.key)}"
        ).fetchall()


if __name__ == "__main__":
    ask()
