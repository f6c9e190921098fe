"""What is computed, as steps in one order: helper relations, computed columns, computed rows.

The sections of the .sql files beside this module are such steps. `relation` makes a helper
relation and `python` calls a function that makes one. `fills TABLE` gives columns by key, `copies
TABLE` the columns that repeat those of an act; `makes TABLE where …` the rows that fulfill the
condition, and `adds` rows that only reviewed files can lack, which are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb

from ..row import Row
from ..sql import Section, literal, quoted
from ..tables import TABLE, TABLES
from .families import families
from .sections import read

Call = Callable[[duckdb.DuckDBPyConnection], None]


@dataclass(frozen=True)
class Run:
    """Make a helper relation."""

    call: Call


@dataclass(frozen=True)
class Fill:
    """Columns that a query gives by key."""

    table: type[Row]
    query: str


@dataclass(frozen=True)
class Make:
    """Rows that a query gives: all rows of the table that fulfill the condition.

    `adds` are rows that only reviewed files can lack; published tables hold them like any others.
    """

    table: type[Row]
    query: str
    condition: str = "true"
    adds: bool = False


Step = Run | Fill | Make

FILES = ("acts", "evidence", "support", "statuses", "words", "proof")


def steps(name: str) -> Iterator[Step]:
    """The steps of one .sql file, in order."""
    for section in read(name):
        yield from _steps(section)


def _steps(section: Section) -> Iterator[Step]:
    kind, _, target = section.heading.partition(" ")
    if kind == "supports":
        yield from supports()
        return
    if kind in ("relation", "python"):
        yield Run(families if kind == "python" else _runner(section.statements))
        return
    name, _, condition = target.partition(" where ")
    table = TABLE[name]
    if kind == "copies":
        yield Fill(table, _copied(table))
        return
    query = section.statements[0]
    if kind == "fills":
        yield Fill(table, query)
    else:
        yield Make(table, query, condition or "true", kind == "adds")


def _runner(statements: tuple[str, ...]) -> Call:
    def run(con: duckdb.DuckDBPyConnection) -> None:
        for statement in statements:
            con.execute(statement)

    return run


def _copied(table: type[Row]) -> str:
    """SQL for what a row repeats of its act."""
    stems = {s: g for s, g in table.stems().items() if g[0].claim and g[0].claim.copied}
    shown = [
        f"CASE WHEN list_contains(o.stems, {literal(stem)}) THEN t.{column.name} "
        f"ELSE a.{column.name} END AS {column.name}"
        for stem, columns in stems.items()
        for column in columns
    ]
    key = quoted(table.key)
    return (
        f"SELECT t.{key}, {', '.join(shown)} FROM {quoted(table.table)} t "
        f"JOIN acts a ON t.act_id = a.act_id LEFT JOIN own_stems o ON t.{key} = o.{key}"
    )


def supports() -> Iterator[Fill]:
    """What each row rests on, for every table that says so."""
    counted = ("n_sources", "n_independent_sources")
    for table in TABLES:
        columns = table.column_map()
        if "tier" not in columns:
            continue
        shown = [
            "coalesce(s.tier, 'none') AS tier",
            "coalesce(s.is_witnessed, false) AS is_witnessed",
        ]
        if "n_sources" in columns:
            shown += [f"coalesce(s.{name}, 0)::INTEGER AS {name}" for name in counted]
            shown += ["coalesce(s.has_conflict, false) AS has_conflict"]
        yield Fill(
            table,
            f"SELECT t.{quoted(table.key)}, {', '.join(shown)} FROM {quoted(table.table)} t "
            f"LEFT JOIN support s ON s.table_name = {literal(table.table)} "
            f"AND s.row_id = t.{quoted(table.key)}",
        )


def dates() -> Iterator[Fill]:
    """Earliest and latest day, and the basis, of every day."""
    for table in TABLES:
        stems = [s for s, group in table.stems().items() if group[0].name == f"{s}_edtf"]
        for stem in stems:
            yield Fill(table, _dated(table, stem))


def _dated(table: type[Row], stem: str) -> str:
    """SQL for one day; the basis of a copied one is that of the act."""
    claim = table.stems()[stem][0].claim
    copied = bool(claim and claim.copied and table.table != "acts")
    act = f"a.{stem}_basis, " if copied else ""
    return (
        f"SELECT t.{quoted(table.key)}, d.earliest AS {stem}_earliest, d.latest AS {stem}_latest, "
        f"CASE WHEN t.{stem}_edtf IS NOT NULL THEN coalesce(b.basis, {act}'inferred') END "
        f"AS {stem}_basis FROM {quoted(table.table)} t "
        f"LEFT JOIN edtf_days d ON t.{stem}_edtf = d.value "
        + ("LEFT JOIN acts a ON t.act_id = a.act_id " if copied else "")
        + f"LEFT JOIN day_basis b ON b.table_name = {literal(table.table)} "
        f"AND b.row_id = t.{quoted(table.key)} AND b.column_name = {literal(stem)}"
    )
