"""What a row is about, in neutral words that do not give the value that is asked for.

Told are the row's act and the columns by which it can be told from its neighbors. Left out are the
value itself, what gives it away, ids (which may hold facts), and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bench.audit.cells import Cell, kind_of
from bench.audit.rows import Rows, column_of
from ice_subpoenas.row import Vocabulary
from ice_subpoenas.tables import TABLE

PUBLIC = ("public_role", "byline")
"""Decisions by which a name belongs to a public role; nobody else is named to a reader."""

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

PARENTS = (
    ("event_id", "events"),
    ("individual_id", "individuals_referenced"),
    ("act_id", "acts"),
)
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


class Line(NamedTuple):
    """One thing that a reader is told of a row: the column that says it, and the words."""

    stem: str
    text: str


def subject(rows: Rows, cell: Cell) -> list[str]:
    """What the row of a cell is about: its own columns, then those of what it is a part of."""
    table, row_id, stem = cell.place
    hidden = {stem, *GIVEN_AWAY.get((table, stem), ())}
    hidden |= set(DAYS) if cell.kind == "date" else set()
    hidden |= set(BODIES) if cell.kind == "reference" else set()
    lines = _lines(rows, table, row_id, frozenset(hidden))
    value = named(rows, cell.column.references, cell.value)
    return [line.text for line in lines if cell.kind == "code" or not _holds(line.text, value)]


def _lines(rows: Rows, table: str, row_id: str, hidden: frozenset[str]) -> Iterator[Line]:
    row = rows.tables[table][row_id]
    for stem in TOLD.get(table, ()):
        column = column_of(TABLE[table], stem)
        value = row[column.name]
        if value is None or stem in hidden or _is_left_out(stem, row):
            continue
        label = f"{table.removesuffix('_referenced')}: {_spoken(stem)}"
        yield Line(stem, f"{label}: {_shown(rows, table, stem, value)}")
    yield from _of_parent(rows, table, row_id, hidden)


def _of_parent(rows: Rows, table: str, row_id: str, hidden: frozenset[str]) -> Iterator[Line]:
    """The lines of the event or person that a row is a part of, and so on up to its act."""
    row = rows.tables[table][row_id]
    for column, parent in PARENTS:
        if column in TABLE[table].column_map() and parent != table and row[column]:
            yield from _lines(rows, parent, row[column], hidden)
            return
    act = rows.act_of(table, row_id)
    if act and table != "acts":
        yield from _lines(rows, "acts", act, hidden)


def _is_left_out(stem: str, row: dict[str, object]) -> bool:
    """A private person's name, and the code of a state, which is its name."""
    is_state = stem == "state" and row.get("kind") == "state"
    return is_state or (stem == "name" and _is_private(row))


def _is_private(row: dict[str, object]) -> bool:
    return row.get("naming_decision", PUBLIC[0]) not in PUBLIC


def _spoken(stem: str) -> str:
    return stem.removesuffix("_id").replace("_", " ")


def _shown(rows: Rows, table: str, stem: str, value: object) -> str:
    column = column_of(TABLE[table], stem)
    if column.vocabulary:
        return meaning(column.vocabulary, str(value))
    text = named(rows, column.references, str(value))
    return f"“{text}”" if kind_of(column) == "name" else text


def meaning(vocabulary: type[Vocabulary], code: str) -> str:
    """What a code means.

    >>> from ice_subpoenas.vocabularies import Held
    >>> meaning(Held, "rejected")
    'A court rejected it.'
    """
    return next(member.definition for member in vocabulary if member.value == code)


def named(rows: Rows, table: str | None, key: str) -> str:
    """A row that is pointed at, by name: a body, a government, a person in a public role.

    Anybody else is told by why a source refers to them. What points at nothing stays as it is.
    """
    row = rows.tables[table].get(key) if table else None
    if row is None:
        return key
    if table == "individuals_referenced":
        role = meaning(TABLE[table].column_map()["role"].vocabulary or Vocabulary, row["role"])
        return str(row["name"]) if row["name"] and not _is_private(row) else f"({role})"
    state = f", {row['state']}" if row.get("state") else ""
    return f"{row['name']}{state}"


def _holds(text: str, value: str) -> bool:
    """Whether a text holds the words of a value, so that it would give it away."""
    words = [re.escape(word) for word in value.casefold().split()]
    pattern = r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"
    return bool(words) and bool(re.search(pattern, text.casefold()))
