"""What is computed, as steps in one order: helper relations, computed columns, computed rows.

The sections of the .sql files beside this module are such steps. `relation` makes a helper
relation and `python` calls a function that makes one. `fills TABLE: COLUMNS` gives columns by key,
`copies TABLE` the columns that repeat those of an act; `makes TABLE where …` the rows that fulfill
the condition, and `adds` rows that only reviewed files can lack, which are not compared.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb

from ..row import Row
from ..sql import Section, literal, parsed, quoted, read
from ..tables import TABLE, TABLES
from .counted import quoted_words
from .declared import cells
from .given import day_cases, word_keys

Call = Callable[[duckdb.DuckDBPyConnection], None]
CALLS: dict[str, Call] = {
    call.__name__: call for call in (cells, day_cases, quoted_words, word_keys)
}


@dataclass(frozen=True)
class Run:
    """Make a helper relation."""

    call: Call


@dataclass(frozen=True)
class Fill:
    """Columns that a query gives by key."""

    table: type[Row]
    names: tuple[str, ...]
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
"""The .sql files whose steps need the values that words give, in order."""


def every() -> Iterator[Step]:
    """The steps of tables whose words gave their values already, in order."""
    for name in ("places", *FILES):
        yield from steps(name)


def steps(name: str) -> Iterator[Step]:
    """The steps of one .sql file, in order."""
    for section in read(f"relations/{name}"):
        yield from _steps(section)


def _steps(section: Section) -> Iterator[Step]:
    kind, _, target = section.heading.partition(" ")
    if kind == "supports":
        yield from supports()
        return
    if kind in ("relation", "python"):
        yield Run(CALLS[target] if kind == "python" else _runner(section.statements))
        return
    name, _, condition = target.partition(" where ")
    name, _, columns = name.partition(": ")
    table = TABLE[name]
    if kind == "copies":
        yield _copied(table)
        return
    query = section.statements[0]
    if kind == "fills":
        yield Fill(table, tuple(columns.split(", ")), query)
    else:
        yield Make(table, query, condition or "true", kind == "adds")


def _runner(statements: tuple[str, ...]) -> Call:
    def run(con: duckdb.DuckDBPyConnection) -> None:
        for statement in statements:
            con.execute(parsed(statement))

    return run


def _copied(table: type[Row]) -> Fill:
    """What a row repeats of its act."""
    stems = {s: g for s, g in table.stems().items() if g[0].claim and g[0].claim.copied}
    shown = [
        f"CASE WHEN list_contains(o.stems, {literal(stem)}) THEN t.{column.name} "
        f"ELSE a.{column.name} END AS {column.name}"
        for stem, columns in stems.items()
        for column in columns
    ]
    key = quoted(table.key)
    names = tuple(column.name for columns in stems.values() for column in columns)
    query = (
        f"SELECT t.{key}, {', '.join(shown)} FROM {quoted(table.table)} t "
        f"JOIN acts a ON t.act_id = a.act_id LEFT JOIN own_stems o ON t.{key} = o.{key}"
    )
    return Fill(table, names, query)


def supports() -> Iterator[Fill]:
    """What each row rests on, for every table that says so."""
    counted = ("n_sources", "n_independent_sources")
    for table in TABLES:
        columns = table.column_map()
        if "tier" not in columns:
            continue
        names: tuple[str, ...] = ("tier", "is_witnessed")
        shown = [
            "coalesce(s.tier, 'none') AS tier",
            "coalesce(s.is_witnessed, false) AS is_witnessed",
        ]
        if "n_sources" in columns:
            names += (*counted, "has_conflict")
            shown += [f"coalesce(s.{name}, 0)::INTEGER AS {name}" for name in counted]
            shown += ["coalesce(s.has_conflict, false) AS has_conflict"]
        yield Fill(
            table,
            names,
            f"SELECT t.{quoted(table.key)}, {', '.join(shown)} FROM {quoted(table.table)} t "
            f"LEFT JOIN support s ON s.table_name = {literal(table.table)} "
            f"AND s.row_id = t.{quoted(table.key)}",
        )


def dates() -> Iterator[Fill]:
    """Earliest and latest day, and the basis, of every day, a step a table."""
    for table in TABLES:
        stems = [s for s, group in table.stems().items() if group[0].name == f"{s}_edtf"]
        if stems:
            yield _dated(table, stems)


def _dated(table: type[Row], stems: list[str]) -> Fill:
    """The bounds of a table's days; the basis of a copied one is that of the act."""
    names, shown, joined = [], [], []
    for n, stem in enumerate(stems):
        claim = table.stems()[stem][0].claim
        act = f"a.{stem}_basis, " if claim and claim.copied and table.table != "acts" else ""
        names += [f"{stem}_earliest", f"{stem}_latest", f"{stem}_basis"]
        shown += [
            f"d{n}.earliest AS {stem}_earliest",
            f"d{n}.latest AS {stem}_latest",
            f"CASE WHEN t.{stem}_edtf IS NOT NULL THEN coalesce(b{n}.basis, {act}'inferred') END "
            f"AS {stem}_basis",
        ]
        joined.append(
            f"LEFT JOIN edtf_days d{n} ON t.{stem}_edtf = d{n}.value "
            f"LEFT JOIN day_basis b{n} ON b{n}.table_name = {literal(table.table)} AND "
            f"b{n}.row_id = t.{quoted(table.key)} AND b{n}.column_name = {literal(stem)}"
        )
    if table.table == "subpoenas":
        joined.append("LEFT JOIN acts a ON t.act_id = a.act_id")
    query = (
        f"SELECT t.{quoted(table.key)}, {', '.join(shown)} FROM {quoted(table.table)} t "
        f"{' '.join(joined)}"
    )
    return Fill(table, tuple(names), query)
