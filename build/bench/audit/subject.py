"""What a row is about, in neutral words that do not give the value that is asked for.

It gives the row's act and the columns that distinguish the row from its neighbors. It leaves out
the value itself, what gives it away, ids (which may contain facts), and numbers.
"""

import re
from collections.abc import Iterator

from bench.audit.cells import Cell, column_of, kind_of
from bench.audit.rows import Record, Rows
from ice_subpoenas.prose.known import PUBLIC
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE

TOLD: dict[str, tuple[str, ...]] = {
    "acts": ("jurisdiction_id", "recipient_agency_id", "issued", "served"),
    "subpoenas": (),
    "jurisdictions": ("kind", "state"),
    "individuals_referenced": (
        "role", "name", "described_as", "title", "affiliation_agency_id", "age", "nationality",
    ),
    "quotes": ("text",),
    "sources": ("kind",),
    "events": ("kind", "decides", "actor_individual_id", "actor_agency_id", "occurred"),
    "event_acts": (),
    "case_facts": ("kind", "offense", "offense_as_printed", "occurred"),
    "grounds": ("side", "toward", "ground", "said_by_individual_id", "said_by_agency_id"),
    "proceedings": ("kind", "court"),
    "information_sought": ("kind", "as_printed"),
}  # fmt: skip
"""The columns, or stems, that tell a row from its neighbors."""

PARENTS = (("event_id", "events"), ("individual_id", "individuals_referenced"), ("act_id", "acts"))
"""Columns that name what a row is a part of, the nearest first."""

GIVEN_AWAY: dict[tuple[str, str], tuple[str, ...]] = {
    ("acts", "recipient_agency_id"): ("jurisdiction_id",),
    ("acts", "recipient_as_printed"): ("jurisdiction_id", "recipient_agency_id"),
    ("acts", "instrument"): ("recipient_agency_id",),
    ("events", "kind"): ("decides",),
    ("grounds", "said_by_agency_id"): ("side", "said_by_individual_id"),
    ("grounds", "said_by_individual_id"): ("side", "said_by_agency_id"),
    ("individuals_referenced", "age"): ("described_as",),
    ("individuals_referenced", "nationality"): ("described_as",),
    ("individuals_referenced", "role"): ("title", "described_as"),
    ("individuals_referenced", "described_as"): ("age", "nationality"),
}
"""What else is left out when a column is asked for: it holds the value, or follows from it."""

DAYS = ("issued", "served", "respond_by", "occurred", "published")
BODIES = ("recipient_agency_id", "actor_agency_id", "actor_individual_id", "affiliation_agency_id")
"""Left out of every question about a day, and about who somebody is."""


def subject(rows: Rows, cell: Cell) -> list[str]:
    """What the row of a cell is about: its own columns, then those of what it is a part of."""
    table, row_id, stem = cell.place
    hidden = {stem, *GIVEN_AWAY.get((table, stem), ())}
    hidden |= set(DAYS) if cell.kind == "date" else set()
    hidden |= set(BODIES) if cell.kind == "reference" else set()
    lines = [*_alike(rows, cell), *_lines(rows, table, row_id, hidden)]
    value = named(rows, cell.column.references or "", cell.value)
    return [line for line in lines if cell.kind == "code" or not _holds(line, value)]


def _alike(rows: Rows, cell: Cell) -> Iterator[str]:
    """Of a subpoena, which no words name: of how many papers of its act the same is true."""
    table, row_id, _ = cell.place
    if table == "subpoenas":
        act = rows.tables[table][row_id]["act_id"]
        own = [r for r in rows.tables[table].values() if r["act_id"] == act]
        alike = sum(str(r[cell.column.name]) == cell.value for r in own)
        yield f"subpoenas: one of {alike} papers, of {len(own)} of the act, with the same answer"


def _lines(rows: Rows, table: str, row_id: str, hidden: set[str]) -> Iterator[str]:
    row = rows.tables[table][row_id]
    for stem in TOLD[table]:
        column = column_of(table, stem)
        value = row[column.name]
        is_private = stem == "name" and _is_private(row)
        is_name = stem == "state" and row["kind"] == "state"  # the code of a state is its name
        if value is None or stem in hidden or is_private or is_name:
            continue
        label = f"{table.removesuffix('_referenced')}: {stem.removesuffix('_id').replace('_', ' ')}"
        yield f"{label}: {_shown(rows, column, str(value))}"
    parent = _parent(rows, table, row)
    if parent:
        yield from _lines(rows, *parent, hidden)


def _parent(rows: Rows, table: str, row: Record) -> tuple[str, str] | None:
    """The event or person that a row is a part of, or else its act."""
    for column, parent in PARENTS:
        if parent != table and row.get(column):
            return parent, row[column]
    act = rows.act_of(table, row[TABLE[table].key])
    return ("acts", act) if act and table != "acts" else None


def _shown(rows: Rows, column: Column, value: str) -> str:
    if column.vocabulary:
        return meaning(column, value)
    return (
        f"“{value}”" if kind_of(column) == "name" else named(rows, column.references or "", value)
    )


def meaning(column: Column, code: str) -> str:
    """What a code of a column means.

    >>> meaning(column_of("grounds", "held"), "rejected")
    'A court rejected it.'
    """
    return next(each.definition for each in column.vocabulary or () if each.value == code)


def named(rows: Rows, table: str, key: str) -> str:
    """A row that is pointed at, by name: a body, a government, a person in a public role.

    Anybody else is told by why a source refers to them. What points at nothing stays as it is.
    """
    row = rows.tables.get(table, {}).get(key)
    if row is None:
        return key
    if table == "individuals_referenced":
        role = f"({meaning(column_of(table, 'role'), row['role'])})"
        return role if _is_private(row) else row["name"] or role
    return f"{row['name']}, {row['state']}" if row.get("state") else str(row["name"])


def _is_private(row: Record) -> bool:
    return row.get("naming_decision", PUBLIC[0]) not in PUBLIC


def _holds(text: str, value: str) -> bool:
    """Whether a text holds the words of a value, so that it would give it away; a number is no part
    of a day."""
    words = [re.escape(word) for word in value.casefold().split()]
    pattern = r"(?<!\w)(?<!\d-)" + r"\s+".join(words) + r"(?!\w)(?!-\d)"
    return bool(words) and bool(re.search(pattern, text.casefold()))
