"""The published tables in memory, for many questions to few rows, and ways to change them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, cast

import duckdb
import openpyxl

from ice_subpoenas import sql
from ice_subpoenas.published import database, names

Con = duckdb.DuckDBPyConnection
Rows = list[dict[str, Any]]

TELLERS = "(copies or retellings|(copies, retellings or )?pages of unknown standing)"
"""Who says what no witness says."""


@contextmanager
def in_memory(place: Path) -> Iterator[Con]:
    """The tables of a folder and all views, each question to which is planned in little time."""
    with closing(sql.quickly_planned(sql.memory())) as con:
        database.create(con, names.read_all(place), commented=False)
        yield con


class Changed:
    """A connection that knows what was changed through it."""

    def __init__(self, con: Con) -> None:
        self.con = con
        self.changes: tuple[str, ...] = ()

    def execute(self, query: str, values: Any = ()) -> Con:
        if not query.startswith(("SELECT", "FROM")):
            self.changes += (query, str(values))
        return self.con.execute(query, values)


KNOWN: dict[tuple[str, ...], Rows] = {}
"""What was asked already, by the query and the changes before it; the view takes long."""


def rows(con: Con, query: str = "FROM overview") -> Rows:
    state = query, *cast(Changed, con).changes
    if state not in KNOWN:
        KNOWN[state] = sql.rows(con, query)
    return KNOWN[state]


def column(con: Con, query: str) -> list[Any]:
    return [row[0] for row in con.execute(query).fetchall()]


def disputed(con: Con, cells: Iterable[Sequence[str]]) -> None:
    """Sources disagree on these cells, each a table, a row and a column, and nothing settles it."""
    for n, cell in enumerate(dict.fromkeys(map(tuple, cells))):
        con.execute(
            "INSERT INTO conflicts BY NAME SELECT ? AS conflict_id, 'value' AS kind, ? AS "
            "table_name, ? AS row_id, ? AS column_name, 2 AS n_sides, 'unresolved' AS resolution, "
            "'x' AS reason",
            [f"c{n}", *cell],
        )


def change(con: Con, table: str, where: str, **values: Any) -> None:
    """Rows of a table get these values."""
    given = ", ".join(f"{name} = ?" for name in values)
    con.execute(f"UPDATE {table} SET {given} WHERE {where}", [*values.values()])


def several_say_so(con: Con) -> None:
    """No value is in doubt: every source is a witness of its own, and none contradicts another.

    Nothing is inferred, hedged or told of as said by others, and no row may be another one. Tests
    that begin so share one question to the view.
    """
    con.execute("DELETE FROM conflicts")
    con.execute("DELETE FROM may_be_same")
    con.execute("DELETE FROM absences WHERE table_name = 'event_acts' OR column_name = 'served'")
    con.execute("UPDATE information_sought SET is_witnessed = true")
    con.execute("UPDATE evidence SET derivation = 'literal' WHERE derivation = 'inference'")
    con.execute(
        "UPDATE evidence SET prefix = '', exact = 'it', suffix = '' "
        "WHERE table_name IN ('acts', 'events')"
    )
    con.execute(
        "UPDATE sources SET is_witness = true, family_id = source_id, standing = 'own_reporting'"
    )
    con.execute(
        "UPDATE acts SET is_witnessed = true, response_is_witnessed = true, "
        "enforcement_is_witnessed = true, outcome_is_witnessed = true"
    )
    con.execute("UPDATE event_acts SET n_subpoenas = NULL")
    con.execute("UPDATE events SET is_witnessed = true")
    con.execute("UPDATE proceedings SET court = 'x', court_name = coalesce(court_name, 'Court')")
    con.execute("UPDATE evidence SET witness_source_id = source_id")
    con.execute(
        "INSERT INTO evidence SELECT * REPLACE (evidence_id || '-2' AS evidence_id, "
        "CASE source_id WHEN 's000' THEN 's001' ELSE 's000' END AS witness_source_id) FROM evidence"
    )


def shown_by_act(con: Con, name: str) -> dict[str, str]:
    return {row["act"]: row[name] for row in rows(con)}


def sheet(published: Path, name: str) -> Rows:
    """The rows of a sheet of the workbook by its headings."""
    book = openpyxl.load_workbook(published / "overview.xlsx")
    heading, *body = book[name].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in body]
