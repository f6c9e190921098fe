"""The form of a value that is asked for: all that a reader needs, and never the value.

What its row is about is said in neutral words: by the row's act, and by the columns that tell it
from its neighbors. Left out are the value itself, what gives it away, ids (which may contain
facts), and numbers.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.audit.cells import Cell, Kind, Record, Rows, column_of, kind_of
from bench.audit.passages import passages
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


# --- the form -------------------------------------------------------------------------------------


HOW: Mapping[Kind, str] = {
    "number": "a whole number, in digits",
    "date": "an EDTF string: a day 2020-01-13, a month 2020-01, a year 2020, one of two days "
    "[2020-01-06,2020-01-13], a day between two [2020-01-06..2020-01-13], a day or later "
    "[2020-01-06..], a day or earlier [..2020-01-13]",
    "code": "one of the codes: the most exact one that the words bear out",
    "reference": "an id of the list, or `other` for what the list does not hold",
    "name": "words of the passage, as few as say it; where a list is named, its entry",
}
"""What an answer is, by kind of value."""


def form(rows: Rows, cell: Cell) -> dict[str, Any]:
    """What a reader is told: everything about a cell but its value."""
    table, _, stem = cell.place
    column = cell.column
    told: dict[str, Any] = {
        "asked": f"{table}.{stem}",
        "definition": column.description,
        "answer_with": HOW[cell.kind],
    }
    if column.vocabulary:
        told["codes"] = codes(column)
    elif list_of(column):
        told["list"] = list_of(column)
    told["a_row_is"] = TABLE[table].about()
    told["this_row"] = subject(rows, cell)
    if bounds := _bounds(rows, cell):
        told["bounds"] = bounds
    return told | {"passages": passages(rows, cell)}


def _bounds(rows: Rows, cell: Cell) -> list[str]:
    """The days between which the order of events, and the first source, leave a day."""
    first, last = rows.bounds.get(cell.place, (None, None))
    told = [f"not before {first}, by the papers or by what it followed"] if first else []
    return told + ([f"not after {last}, by a source or by what followed it"] if last else [])


def codes(column: Column) -> list[str]:
    """The codes of a column with their meanings, and the wider code that holds each."""
    return [
        f"{code.value} — {code.definition}" + (f" (part of {code.broader})" if code.broader else "")
        for code in column.vocabulary or ()
    ]


def list_of(column: Column) -> str:
    """The list that an answer is taken from: ids of a table, or names of a phrase list."""
    is_listed = column.claim and column.claim.by == "vocabulary" and not column.vocabulary
    return column.references or (column.phrases if is_listed else None) or ""


def lists(rows: Rows, cells: Sequence[Cell]) -> dict[str, list[str]]:
    """The entries of all lists that forms name: ids with names, or names alone."""
    names = sorted({list_of(cell.column) for cell in cells} - {""})
    return {name: _entries(rows, name) for name in names}


def _entries(rows: Rows, name: str) -> list[str]:
    if name in TABLE:
        return [f"{key} — {named(rows, name, key)}" for key in sorted(rows.tables[name])]
    phrases = rows.tables["phrases"].values()
    return sorted({str(p["code"]) for p in phrases if p["list_name"] == name})
