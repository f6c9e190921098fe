"""A column of the overview: the cells whose words give it, and what else is on record."""

from collections.abc import Iterable

import duckdb

from ..published.overview import OVERVIEW
from ..row import Column
from ..sql import quoted, rows
from ..tables import TABLE
from .cells import cell_of, event_column, event_of
from .found import ASKED, Found, no_such, one, row_of

COLUMNS = {column.name: column for column in OVERVIEW.columns()}

ADDRESSES = "sources"
"""The column of the overview that lists addresses: each is shown with what its words give."""


def in_short_of(con: duckdb.DuckDBPyConnection, act: str) -> str | None:
    """The sentence of the overview on an act; null of what is not in it."""
    found = one(con, "SELECT in_short FROM overview WHERE act = ?", [act])
    return found["in_short"] if found else None


def column_of(table: str, column: str | None) -> Column | None:
    """The column of the overview that is asked for; null where it is a table's own."""
    if table == OVERVIEW.table and column is not None and column not in COLUMNS:
        raise ValueError(no_such("column", column, list(COLUMNS), f" in {table}"))
    own = TABLE["acts"]
    is_own = column in own.column_map() or column in own.stems()
    if column is None or not (table == OVERVIEW.table or (table == "acts" and not is_own)):
        return None
    return COLUMNS.get(column)


def told_by(con: duckdb.DuckDBPyConnection, column: Column, act: str) -> Found:
    """A column of the overview with the cells whose words give it; addresses with what they give.

    Of cells that stand for one another the first that has a value is shown. Of a status the other
    events of its kind are listed too, or all events where it has none.
    """
    row = one(con, f"FROM {quoted(OVERVIEW.table)} WHERE act = ?", [act])
    if row is None:
        acts = con.execute(f"SELECT act FROM {quoted(OVERVIEW.table)}").fetchall()
        raise ValueError(no_such("row", act, [key for (key,) in acts], " of the overview"))
    found: Found = {
        "table": OVERVIEW.table,
        "row": act,
        "column": column.name,
        "description": column.description,
        "value": row[column.name],
        "note": (row_of(con, "acts", act) or {}).get("remark"),
    }
    if column.name == ADDRESSES:
        return found | {"addresses": rows(con, ASKED["addresses"], [act])}
    groups = [list(_cells(con, each, act)) for each in column.words]
    cells = next((g for g in groups if any(_is_given(cell) for cell in g)), groups[0])
    is_status = bool(cells) and event_column(cells[0]["column"]) in TABLE["acts"].column_map()
    told = rows(con, ASKED["told of"], [act, column.name]) if is_status else []
    found["cells"] = [_telling(con, cell, told) for cell in cells]
    if is_status and found["value"] is not None:
        event = cells[0]["event_id"]
        known = [each["event_id"] for each in told]
        others = rows(con, ASKED["others"], [act, event])
        found["others"] = [each for each in others if each["event_id"] not in known]
    return found


def _telling(con: duckdb.DuckDBPyConnection, cell: Found, told: Iterable[Found]) -> Found:
    """A cell with the `event` that the overview tells of, and each `earlier` one, newest first."""
    found: Found = {}
    for each in told:
        event = event_of(con, cell, each["event_id"])
        if each["nth_earlier"] is None:
            found["event"] = event
        else:
            found.setdefault("earlier", []).append(event)
    return cell | found


def _is_given(cell: Found) -> bool:
    return any(value is not None for value in cell["values"].values())


def _cells(con: duckdb.DuckDBPyConnection, name: str, act: str) -> Iterable[Found]:
    """The cells `TABLE.STEM` that belong to an act: its own, its government's, or of its parts."""
    table, stem = name.split(".")
    declared = TABLE[table]
    key = quoted(declared.key)
    ids = f"SELECT {key} FROM acts WHERE act_id = ?"
    if table != "acts" and "act_id" in declared.column_map():
        ids = f"SELECT {key} FROM {quoted(table)} WHERE act_id = ?"
    for values in rows(con, f"FROM {quoted(table)} WHERE {key} IN ({ids}) ORDER BY {key}", [act]):
        yield cell_of(con, table, values, stem)
