"""Complete the rows of reviewed files: values from words, copies, computed columns and rows."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

import duckdb
import pyarrow as pa

from ..derivations import edtf
from ..sql import as_arrow, kept, literal, make, parsed, quoted, taking
from ..tables import TABLE
from . import declared, given, steps, variants
from .open import Relations
from .steps import Fill, Make, Run, Step

DAYS = pa.schema(
    [
        ("value", pa.string()),
        ("earliest", pa.date32()),
        ("latest", pa.date32()),
        ("fault", pa.string()),
    ]
)
Settled = tuple[str, str, str, str]
"""Table, row, column or stem, and value as text."""
SETTLED = pa.schema([(n, pa.string()) for n in ("table_name", "row_id", "column_name", "value")])
ROUNDS = 8  # of days that count from other days; a longer chain is a circle


def fill(relations: Relations) -> None:
    """Complete every table. Nothing is judged: a value that cannot be had stays null."""
    con = relations.con
    for name, rows in declared.generated().items():
        taking(con, f"INSERT INTO {quoted(name)} BY NAME FROM incoming", rows)
    register(con)
    _all(con, "places")
    prepare(con)
    _values(con)
    for name in steps.FILES:
        _all(con, name)


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Make the relations that filling and comparing begin with."""
    con.execute("CREATE TABLE anchors (evidence_id VARCHAR, value VARCHAR)")
    con.execute("CREATE TABLE day_stances (evidence_id VARCHAR, stance VARCHAR)")
    _all(con, "inputs")


def reweigh(con: duckdb.DuckDBPyConnection) -> None:
    """Make what computed columns are asked of, from tables that are complete already."""
    register(con)
    prepare(con)
    con.execute(
        "CREATE TABLE stated_cells "
        "(table_name VARCHAR, row_id VARCHAR, column_name VARCHAR, value VARCHAR)"
    )
    _all(con, "given")
    given.derive(con, {})
    _all(con, "settling")
    bounds(con)


def register(con: duckdb.DuckDBPyConnection) -> None:
    """Make `register`, the held one of places: a row a place, every value as text or null."""
    make(con, "register", _places())


@cache
def _places() -> pa.Table:
    text = files(__package__).joinpath("register.csv").read_text("utf-8")
    names, *rows = csv.reader(text.splitlines())
    given = ([value or None for value in row] for row in rows)
    return as_arrow(given, pa.schema([(name, pa.string()) for name in names]))


def _all(con: duckdb.DuckDBPyConnection, name: str) -> None:
    for step in steps.steps(name):
        _take(con, step)


def _take(con: duckdb.DuckDBPyConnection, step: Step) -> None:
    match step:
        case Run(call):
            call(con)
        case Fill():
            put(con, step)
        case Make():
            made = f"INSERT INTO {quoted(step.table.table)} BY NAME {step.query}"
            con.execute(parsed(made))


def put(con: duckdb.DuckDBPyConnection, step: Fill) -> None:
    """Put the columns that a query gives by key into their table, in its order: quicker so."""
    table, key = quoted(step.table.table), quoted(step.table.key)
    if not con.execute(parsed(f"SELECT 1 FROM {table} LIMIT 1")).fetchall():
        return
    sets = ", ".join(f"{quoted(n)} = d.{quoted(n)}" for n in step.names)
    given = f"FROM ({step.query}) ORDER BY {key}"
    update = f"UPDATE {table} SET {sets} FROM ({given}) d WHERE d.{key} = {table}.{key}"
    con.execute(parsed(update))


# --- values from words ------------------------------------------------------------------------


def _values(con: duckdb.DuckDBPyConnection) -> None:
    """Give every cell its value, and note beside words the day that they count from."""
    with kept(con, "derived_words", "voices"):
        _rounds(con)
    counted_from = (
        'UPDATE evidence SET arguments = regexp_replace(arguments, \'("anchor": "[^"]*")\', '
        "'\\1, \"anchor_value\": \"' || a.value || '\"') FROM anchors a "
        "WHERE evidence.evidence_id = a.evidence_id"
    )
    con.execute(parsed(counted_from))
    con.execute("DELETE FROM anchors")
    variants.fill(con)


def _rounds(con: duckdb.DuckDBPyConnection) -> None:
    """Settle cells in rounds: a day may count from another, or be bounded by it.

    A round after which cells count from the same days, and are bounded by the same, is the last.
    """
    look_up = _anchors(con)
    known: set[Settled] = set()
    derived = dict[given.Input, given.Found]()
    counted_from = _counted_from(con)
    for _ in range(ROUNDS):
        _all(con, "given")
        given.derive(con, derived)
        _all(con, "settling")
        settled = set(con.execute("FROM settled_cells").fetchall())
        if known and settled == known:
            break
        _forget(con, {each[:3] for each in known} - {each[:3] for each in settled})
        _write(con, sorted(settled - known))
        known = settled
        con.execute("DELETE FROM anchors")
        con.execute(parsed(look_up))
        before, counted_from = counted_from, _counted_from(con)
        if counted_from == before:
            break
    con.execute("DROP TABLE temp.day_bounds")


def _counted_from(con: duckdb.DuckDBPyConnection) -> list[list[tuple[object, ...]]]:
    """What cells count from and are bounded by now. The bounds are kept for the next round."""
    con.execute("DROP TABLE IF EXISTS temp.day_bounds")
    con.execute("CREATE TEMP TABLE day_bounds AS FROM day_bounds")
    names = ("anchors", "day_bounds")
    return [con.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in names]


def _forget(con: duckdb.DuckDBPyConnection, cells: Iterable[tuple[str, str, str]]) -> None:
    """Empty cells that had a value in an earlier round and have none now."""
    for table, row_id, stem in cells:
        column = TABLE[table].stems()[stem][0].name
        key = quoted(TABLE[table].key)
        con.execute(
            f"UPDATE {quoted(table)} SET {quoted(column)} = NULL WHERE {key} = $row AND NOT EXISTS "
            "(FROM stated_cells s WHERE s.table_name = $table AND s.row_id = $row "
            "AND s.column_name = $stem)",
            {"row": row_id, "table": table, "stem": stem},
        )


def _write(con: duckdb.DuckDBPyConnection, cells: list[Settled]) -> None:
    """Write settled values into their tables, except where the row says its own."""
    others = (
        "CREATE OR REPLACE TEMP TABLE settled AS FROM incoming i ANTI JOIN stated_cells o ON "
        "i.table_name = o.table_name AND i.row_id = o.row_id AND i.column_name = o.column_name"
    )
    taking(con, others, as_arrow(cells, SETTLED))
    stems: dict[str, set[str]] = defaultdict(set)
    for table, _, column, _ in cells:
        stems[table].add(column)
    for name, named in stems.items():
        con.execute(parsed(_update(name, sorted(named))))
    bounds(con)
    for step in steps.dates():
        if step.table.table in stems:
            put(con, step)


def _update(name: str, stems: list[str]) -> str:
    """SQL that writes the settled values of some stems into their table."""
    table = TABLE[name]
    given, sets = [], []
    for stem in stems:
        column = table.stems()[stem][0]
        shown = quoted(column.name)
        value = f"max(value) FILTER (column_name = {literal(stem)})"
        given.append(f"TRY_CAST({value} AS {column.duckdb_type}) AS {shown}")
        sets.append(f"{shown} = coalesce(d.{shown}, {quoted(name)}.{shown})")
    return (
        f"UPDATE {quoted(name)} SET {', '.join(sets)} FROM (SELECT row_id, {', '.join(given)} "
        f"FROM settled WHERE table_name = {literal(name)} GROUP BY row_id) d "
        f"WHERE d.row_id = {quoted(name)}.{quoted(table.key)}"
    )


def bounds(con: duckdb.DuckDBPyConnection) -> None:
    """Make `edtf_days`: earliest and latest day of each day that a table or a conflict holds."""
    parts = [
        f"SELECT {quoted(group[0].name)} AS value FROM {quoted(table.table)}"
        for table in TABLE.values()
        for stem, group in table.stems().items()
        if group[0].name == f"{stem}_edtf"
    ]
    parts.append(
        "SELECT c.published_value AS value FROM conflicts c JOIN stems d "
        "ON c.table_name = d.table_name AND c.column_name = d.stem WHERE d.is_date"
    )
    sql = f"SELECT DISTINCT value FROM ({' UNION ALL '.join(parts)}) WHERE value IS NOT NULL"
    rows: list[tuple[str, date | None, date | None, str | None]] = []
    for (value,) in con.execute(parsed(sql)).fetchall():
        try:
            rows.append((value, *edtf.bounds(edtf.parse(value)), None))
        except ValueError as error:
            rows.append((value, None, None, str(error)))
    make(con, "edtf_days", as_arrow(rows, DAYS))


def _anchors(con: duckdb.DuckDBPyConnection) -> str:
    """SQL that notes, for each piece that counts from another cell, the value that it has now."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE anchored AS "
        "SELECT evidence_id, arguments ->> 'anchor' AS cell, string_split(cell, '/') AS parts "
        "FROM evidence WHERE contains(arguments, '\"anchor\"')"
    )
    named = con.execute("SELECT DISTINCT parts[1], parts[3] FROM anchored").fetchall()
    parts = ["SELECT NULL::VARCHAR AS evidence_id, NULL::VARCHAR AS value WHERE false"]
    for name, stem in named:
        columns = TABLE[name].stems().get(stem) if name in TABLE else None
        if columns:
            shown, key = quoted(columns[0].name), quoted(TABLE[name].key)
            parts.append(
                f"SELECT e.evidence_id, CAST(t.{shown} AS VARCHAR) FROM anchored e "
                f"JOIN {quoted(name)} t ON e.cell = {literal(f'{name}/')} || t.{key} || "
                f"{literal(f'/{stem}')} WHERE t.{shown} IS NOT NULL"
            )
    return f"INSERT INTO anchors {' UNION ALL '.join(parts)}"
