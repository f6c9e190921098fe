"""The form of a value that is asked for: all that a reader needs, and never the value."""

from collections.abc import Mapping, Sequence
from typing import Any

from bench.audit.cells import Cell, Kind
from bench.audit.passages import passages
from bench.audit.rows import Rows
from bench.audit.subject import named, subject
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE

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
