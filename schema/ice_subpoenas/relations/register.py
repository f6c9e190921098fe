"""The held register of places: identifiers of states, counties and cities."""

from __future__ import annotations

from importlib.resources import as_file, files

import duckdb

from ..sql import literal


def load(con: duckdb.DuckDBPyConnection) -> None:
    """Make `register`: one row a place, every value as text, null where a place has none."""
    with as_file(files(__package__).joinpath("register.csv")) as path:
        with path.open(encoding="utf-8") as lines:
            names = next(lines).strip().split(",")
        columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in names)
        con.execute(
            f"CREATE OR REPLACE TABLE register AS FROM read_csv({literal(path)}, "
            f"auto_detect = false, header = true, nullstr = '', columns = {{{columns}}})"
        )
