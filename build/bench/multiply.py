"""The real tables multiplied under new ids, so that a benchmark fills every table with real rows.

Each copy takes a mark before every id and all that points at one, as an act's id stands before
those of its rows. Its pages have addresses and its agencies names of their own; the names that its
sources print are phrases of these sources. Governments, officials and general phrases stand once,
as they do when a dataset grows. What is computed over all rows is then computed again.
"""

from pathlib import Path

import duckdb
import pyarrow as pa

from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.relations import declared, steps, variants
from ice_subpoenas.relations.fill import bounds, prepare, put, register
from ice_subpoenas.row import Column, Row
from ice_subpoenas.sql import literal, literals, memory, quoted, read, sections
from ice_subpoenas.tables import TABLES

SQL = {
    each.heading: each.statements[0]
    for each in sections(Path(__file__).with_suffix(".sql").read_text("utf-8"))
}
"""The statements of the .sql file beside this module, by name."""
ONCE = (
    *("jurisdictions", "codes", "dictionary", "searches", "known_totals"),
    *("retired_ids", "audits", "audited_passages"),
)
"""Tables whose rows stand once."""
LIMIT = "4GB"  # of memory; what needs more is spilled beside the tables
POINTERS = ("row_id", "other_row_id", "retired_id")
OWN = {
    ("sources", "url"): "/",
    ("sources", "original_url"): "/",
    ("links", "address"): "/",
    ("agencies", "name"): " ",
}
"""Texts of which each copy has its own, with what stands before its number."""


def multiply(tables: dict[str, pa.Table], copies: int, folder: Path) -> int:
    """Write the tables with so many copies of each row into a folder; how many rows there are."""
    con = memory(
        {"temp_directory": str(folder), "memory_limit": LIMIT, "preserve_insertion_order": False}
    )
    for table in TABLES:
        con.register("given", tables[table.table])
        con.execute(f"CREATE TABLE {quoted('one_' + table.table)} AS FROM given")
        con.unregister("given")
    _once(con)
    for table in TABLES:
        con.execute(f"CREATE TABLE {quoted(table.table)} AS {_copies(table, copies)}")
    con.execute(SQL["named"])
    con.execute(SQL["unsought"])
    _computed(con, copies)
    return sum(_write(con, table, folder) for table in TABLES)


def _once(con: duckdb.DuckDBPyConnection) -> None:
    """Make `once`: the rows that are not copied, by table and id."""
    whole = [
        f"SELECT {literal(t.table)} AS t, {quoted(t.key)} AS k FROM {quoted('one_' + t.table)}"
        for t in TABLES
        if t.table in ONCE
    ]
    people = (
        "SELECT 'individuals_referenced', individual_id FROM one_individuals_referenced "
        "WHERE act_id IS NULL"
    )
    phrases = "SELECT 'phrases', phrase_id FROM one_phrases WHERE source_id IS NULL"
    about = [
        f"SELECT {literal(t.table)}, {quoted(t.key)} FROM {quoted('one_' + t.table)} "
        "JOIN once ON table_name = t AND row_id = k"
        for t in TABLES
        if "row_id" in t.column_map() and t.table not in ONCE
    ]
    con.execute(f"CREATE TABLE once AS {' UNION ALL '.join([*whole, people, phrases])}")
    con.execute(f"INSERT INTO once {' UNION ALL '.join(about)}")


def _copies(table: type[Row], copies: int) -> str:
    """SQL for every copy of a table; the first has the real ids."""
    shown = ", ".join(
        f"{_value(table, column)} AS {quoted(column.name)}" for column in table.columns()
    )
    own = f"EXISTS (FROM once WHERE t = {literal(table.table)} AND k = x.{quoted(table.key)})"
    return (
        f"SELECT {shown} FROM {quoted('one_' + table.table)} x, {_marks(0, copies)} "
        f"WHERE n = 0 OR NOT {own}"
    )


def _marks(first: int, copies: int) -> str:
    """SQL for the number of each copy and its mark; the first has none."""
    letters = "translate(n::VARCHAR, '0123456789', 'abcdefghij')"
    return (
        f"(SELECT n, if(n = 0, '', 'm' || {letters} || '-') AS mark "
        f"FROM range({first}, {copies}) r(n)) m"
    )


def _value(table: type[Row], column: Column) -> str:
    """SQL for a column of copy `n`."""
    name = f"x.{quoted(column.name)}"
    target = column.references
    if column.name == table.key or column.name in ("passage_id", "group_id"):
        return f"mark || {name}"
    if (table.table, column.name) in OWN:
        return f"{name} || if(n = 0, '', {literal(OWN[table.table, column.name])} || n)"
    if column.name in POINTERS:
        return _pointing("x.table_name", name)
    if table.table == "phrases" and column.name == "code":
        return _pointing("x.list_name", name)
    if target == "individuals_referenced" or target == "phrases":
        return _pointing(literal(target), name)
    if target and target not in ONCE:
        return f"mark || {name}"
    if column.name == "arguments":
        anchored = literal('"(anchor|from)": "([a-z_]+)/([^/"]+)/')
        typed = literal('"value": "([^"]+)"')
        moved = f"regexp_replace({name}, {anchored}, '\"\\1\": \"\\2/' || mark || '\\3/')"
        inferred = f"regexp_replace({moved}, {typed}, '\"value\": \"' || mark || '\\1\"')"
        is_moved = f"{_pointing(CELL, 'x.value')} <> x.value"
        return f"CASE WHEN n = 0 THEN {name} WHEN {is_moved} THEN {inferred} ELSE {moved} END"
    if (table.table, column.name) == ("evidence", "reason"):
        is_moved = f"{_pointing(CELL, 'x.value')} <> x.value"
        return f"{name} || if({is_moved}, ' Here: ' || mark || x.value, '')"
    if column.name in ("value", "published_value"):
        return _pointing(CELL, name)
    return name


CELL = (
    "(SELECT any_value(d.references_table) FROM one_dictionary d "
    "WHERE d.table_name = x.table_name AND d.column_name = x.column_name)"
)
"""SQL for the table that the cell refers to which evidence is about."""


def _is_copied(target: str) -> str:
    return (
        f"coalesce({target} IN ({literals(t.table for t in TABLES if t.table not in ONCE)}), false)"
    )


def _pointing(target: str, name: str) -> str:
    """SQL for an id of a table that a column names: that of the copy, if its row is copied."""
    return (
        f"if(n = 0 OR NOT {_is_copied(target)} OR EXISTS "
        f"(FROM once WHERE t = {target} AND k = {name}), {name}, mark || {name})"
    )


def _own_phrases(con: duckdb.DuckDBPyConnection, copies: int) -> None:
    """The names of agencies, as phrases of the sources of each copy that stand for its agencies.

    A name is one that words of the source were derived by, or a general one that they hold.
    """
    (bare,) = (each for each in read("relations/ties") if each.heading == "relation bare")
    for statement in bare.statements:
        con.execute(statement)
    con.execute("DELETE FROM phrases WHERE list_name = 'agencies' AND source_id LIKE 'm%-%'")
    con.execute(SQL["names"])
    con.execute(
        "INSERT INTO phrases BY NAME "
        "SELECT 'agencies/' || mark || source_id || '/' || phrase AS phrase_id, "
        "'agencies' AS list_name, phrase, mark || code AS code, "
        "mark || source_id AS source_id, 0 AS n_passages FROM ("
        "SELECT source_id, phrase, arg_min(code, rank) AS code FROM named GROUP BY ALL), "
        f"{_marks(1, copies)}"
    )
    con.execute(SQL["printed"])


def _computed(con: duckdb.DuckDBPyConnection, copies: int) -> None:
    """Compute again what is counted or compared over all rows."""
    declared.columns(con)
    declared.keys(con)
    register(con)
    prepare(con)
    _own_phrases(con, copies)
    bounds(con)
    con.execute("DELETE FROM quote_variants")
    variants.fill(con)
    for step in (*steps.steps("given"), *steps.every()):
        match step:
            case steps.Run(call):
                call(con)
            case steps.Fill(names=names) if "stance" not in names:
                put(con, step)
            case steps.Make(table, query, condition, adds=False):
                con.execute(f"DELETE FROM {quoted(table.table)} WHERE {condition}")
                con.execute(f"INSERT INTO {quoted(table.table)} BY NAME {query}")
    con.execute(SQL["unread"])
    con.execute(SQL["unused"])


def _write(con: duckdb.DuckDBPyConnection, table: type[Row], folder: Path) -> int:
    names = ", ".join(quoted(field.name) for field in arrow_schema(table))
    path = folder / f"{table.table}.parquet"
    con.execute(
        f"COPY (SELECT {names} FROM {quoted(table.table)} ORDER BY {quoted(table.key)}) "
        f"TO {literal(path)} (FORMAT parquet, COMPRESSION zstd)"
    )
    return int(con.execute(f"SELECT count(*) FROM {quoted(table.table)}").fetchall()[0][0])
