"""Which row, table or column is meant, and rows by their keys."""

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from ..problem import nearest
from ..published.overview import OVERVIEW
from ..row import Row
from ..sql import quoted, rows
from ..tables import TABLE, TABLES
from ..views import asked

Found = dict[str, Any]

ASKED = asked("tracing/asked")
"""What is asked of the tables, by the headings of the .sql file beside this module."""


def of_id(con: duckdb.DuckDBPyConnection, row: str, thing: str = "row") -> tuple[str, str]:
    """The table that has a row of this id, and the id; ValueError where none has."""
    if row in TABLE or row == OVERVIEW.table:
        raise ValueError(f"{row} is a table; name a row of it too, such as `trace {row} ID`")
    table = holding(con, row)
    if table:
        return table, row
    near = con.execute(ASKED["near"], [row.lower().replace("-", " ")]).fetchall()
    if near:
        acts = " or ".join(repr(key) for (key,) in near)
        raise ValueError(f"there is no {thing} {row!r}; did you mean {acts}?")
    known = [
        str(key)
        for name in ("acts", "subpoenas", "events", "sources")
        for (key,) in con.execute(keys(name)).fetchall()
    ]
    guess = nearest(row, [*TABLE, *known] if thing != "row" else known, _HOW)
    raise ValueError(f"there is no {thing} {row!r}; {guess}")


_HOW = (
    "name an act, as the first column of overview.csv does, such as denver-1; the name of a state "
    "or government finds its acts, as in `trace Denver`"
)


def holding(con: duckdb.DuckDBPyConnection, row: str) -> str:
    """The first table that has a row of this id: acts before what belongs to them; else empty."""
    for name in ("acts", *(table.table for table in TABLES)):
        if con.execute(f"FROM ({keys(name)}) k(id) WHERE id::VARCHAR = ?", [row]).fetchone():
            return name
    return ""


def keys(name: str) -> str:
    """The query for the keys of a table."""
    return f"SELECT {quoted(TABLE[name].key)} FROM {quoted(name)}"


def values_of(con: duckdb.DuckDBPyConnection, declared: type[Row], row: str) -> Found:
    """A row of a table; ValueError with the nearest id where there is none."""
    values = one(con, _row(declared), [row])
    if values is None:
        ids = con.execute(keys(declared.table)).fetchall()
        raise ValueError(no_such("row", row, [key for (key,) in ids], f" of {declared.table}"))
    return values


def _row(declared: type[Row]) -> str:
    return f"SELECT * FROM {quoted(declared.table)} WHERE {quoted(declared.key)} = ?"


def row_of(con: duckdb.DuckDBPyConnection, table: str, row: str) -> Found | None:
    """A row of a table by its key; null where there is none."""
    return one(con, _row(TABLE[table]), [row])


def one(con: duckdb.DuckDBPyConnection, query: str, values: Iterable[str | None]) -> Found | None:
    """The first row that a query gives; null where it gives none."""
    return next(iter(rows(con, query, values)), None)


def declared_as(table: str) -> type[Row]:
    """The declaration of a table; ValueError with the nearest name where there is none."""
    declared = TABLE.get(table)
    if declared is None:
        raise ValueError(no_such("table", table, list(TABLE)))
    return declared


SOME = 30
"""How many names are told when one is not known; of more, three show what they look like."""


def no_such(thing: str, name: str, known: Sequence[str], where: str = "") -> str:
    """That there is nothing of a name, with the nearest of the known ones, or with some of them."""
    more = len(known) - SOME
    few = f"choose one of: {', '.join(known)}"
    some = f"choose one of {len(known)}, such as {', '.join(known[:3])}" if more > 0 else few
    return f"there is no {thing} {name!r}{where}; {nearest(name, known, some)}"
