"""Compare what is computed with what tables hold, by the same queries that fill it."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from ..problem import and_others
from ..sql import parsed, quoted, taking
from . import declared, steps, variants
from .fill import reweigh
from .open import Relations
from .steps import Fill, Make, Run

MOST = 200  # differences of one step that are told


@dataclass(frozen=True)
class Difference:
    """A computed cell or row that is not what its query gives; without a row, others besides."""

    table: str
    row_id: str | None
    column: str | None
    message: str


def differences(relations: Relations) -> Iterator[Difference]:
    """Every computed column and row of complete tables that is not what it must be."""
    con = relations.con
    reweigh(con)
    for day in steps.dates():
        yield from _columns(con, day)
    for step in steps.every():
        match step:
            case Run(call):
                call(con)
            case Fill():
                yield from _columns(con, step)
            case Make(adds=False):
                yield from _rows(con, step)
    for name, made in declared.generated().items():
        yield from _others(con, name, made, "differs from the declaration")
    yield from _others(con, "quote_variants", variants.rows(con), "the computed row differs")


def _columns(con: duckdb.DuckDBPyConnection, step: Fill) -> Iterator[Difference]:
    table, key = step.table, quoted(step.table.key)
    names = step.names
    wrong = " OR ".join(f"t.{quoted(n)} IS DISTINCT FROM d.{quoted(n)}" for n in names)
    differing = (
        f"FROM {quoted(table.table)} t JOIN ({step.query}) d ON t.{key} = d.{key} WHERE {wrong}"
    )
    if con.execute(parsed(f"SELECT count(*) {differing}")).fetchall() == [(0,)]:
        return  # quicker than to look for what differs
    shown = ", ".join(f"t.{quoted(n)}, d.{quoted(n)}" for n in names)
    found = con.execute(f"SELECT t.{key}, {shown} {differing} ORDER BY 1 LIMIT {MOST + 1}")
    rows = found.fetchall()
    for row_id, *pairs in rows[:MOST]:
        for name, held, made in zip(names, pairs[::2], pairs[1::2], strict=True):
            if held != made:
                message = f"{table.table} {row_id}.{name} is {held!r}; it is computed as {made!r}"
                yield Difference(table.table, row_id, name, message)
    if len(rows) > MOST:
        yield Difference(table.table, None, None, and_others(MOST))


def _rows(con: duckdb.DuckDBPyConnection, step: Make) -> Iterator[Difference]:
    """Rows that are missing, too many, or differ in a column that the query gives."""
    table, key = step.table, quoted(step.table.key)
    names = [str(row[0]) for row in con.execute(f"DESCRIBE {step.query}").fetchall()]
    wrong = " OR ".join(f"t.{quoted(n)} IS DISTINCT FROM d.{quoted(n)}" for n in names)
    found = con.execute(
        f"SELECT coalesce(t.{key}, d.{key}), t.{key} IS NULL, d.{key} IS NULL "
        f"FROM (FROM {quoted(table.table)} WHERE {step.condition}) t "
        f"FULL JOIN ({step.query}) d ON t.{key} = d.{key} WHERE {wrong} "
        f"ORDER BY 1 LIMIT {MOST + 1}"
    ).fetchall()
    for row_id, is_missing, is_extra in found[:MOST]:
        said = "is missing" if is_missing else "follows from nothing" if is_extra else "differs"
        message = f"{table.table} {row_id}: the computed row {said}"
        yield Difference(table.table, row_id, None, message)
    if len(found) > MOST:
        yield Difference(table.table, None, None, and_others(MOST))


def _others(
    con: duckdb.DuckDBPyConnection, name: str, made: pa.Table, said: str
) -> Iterator[Difference]:
    """Rows of a table that are missing, too many, or differ from those that were made."""
    key, *_ = names = [quoted(each) for each in made.column_names]
    held = f"SELECT {', '.join(names)} FROM {quoted(name)}"
    if con.sql(f"{held} ORDER BY {key}").to_arrow_table().columns == made.columns:
        return  # quicker than to look for what differs
    differing = (
        f"SELECT DISTINCT {key} FROM (({held} EXCEPT ALL FROM incoming) "
        f"UNION ALL (FROM incoming EXCEPT ALL {held})) ORDER BY 1"
    )
    for (row_id,) in taking(con, differing, made).fetchall():
        yield Difference(name, row_id, None, f"{name} {row_id}: {said}")
