"""The held register of places: identifiers of states, counties and cities."""

import csv
from functools import cache
from importlib.resources import files

import duckdb
import pyarrow as pa

from ..sql import as_arrow, make


def load(con: duckdb.DuckDBPyConnection) -> None:
    """Make `register`: one row a place, every value as text, null where a place has none."""
    make(con, "register", _places())


@cache
def _places() -> pa.Table:
    text = files(__package__).joinpath("register.csv").read_text("utf-8")
    names, *rows = csv.reader(text.splitlines())
    given = ([value or None for value in row] for row in rows)
    return as_arrow(given, pa.schema([(name, pa.string()) for name in names]))
