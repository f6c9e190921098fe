"""The form of each value that is asked for, and the folder that one reader gets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bench.audit.cells import Cell, Kind
from bench.audit.passages import passages
from bench.audit.rows import Rows
from bench.audit.subject import named, subject
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE
from reviewed.form import value as toml

HOW: Mapping[Kind, str] = {
    "number": "a whole number, in digits",
    "date": "an EDTF string in quotation marks: a day 2020-01-13, a month 2020-01, a year 2020, one "
    "of several days [2020-01-06,2020-01-13], a day between two [2020-01-06..2020-01-13], a day or "
    "later [2020-01-06..], a day or earlier [..2020-01-13]",
    "code": "one of the codes: the most exact one that the words bear out",
    "reference": "an id of the list, or `other` for what the list does not hold",
    "name": "words of the passage, as few as say it; where a list is named, its entry",
}
"""What an answer is, by kind of value."""

README = """\
# Forms of an audit

You are asked for {n} values. Each file in `forms` asks for one value of one row of a dataset. It
says what the column means, which row it is, and which words of which source bear on it. The value
that the dataset holds is not here, and no words are marked. Some of the values that your answers are
compared with are wrong on purpose.

Give each value that the words bear out for this row: in `answers.toml`, fill in `value` for every
form. Write `undecided = true` instead where the words do not decide it. A `note` is optional.

- Go by the words of the form and by what they imply, not by what you know or find elsewhere.
- A source was published on the day that its passage names; no source tells what came after.
- Ask nobody, and look at no other reader's answers.
- The lists hold every body, person and government of the dataset, by id.

The form of an answer follows from `answer_with` in the form. All is plain TOML:

```toml
[[answers]]
form = "001"
value = "2020-01-13"

[[answers]]
form = "002"
undecided = true
note = "The words name two men."
```
"""


def form(rows: Rows, cell: Cell) -> dict[str, Any]:
    """What a reader is told: everything about a cell but its value."""
    table, _, stem = cell.place
    column = cell.column
    asked: dict[str, Any] = {
        "asked": f"{table}.{stem}",
        "definition": column.description,
        "answer_with": HOW[cell.kind],
    }
    if column.vocabulary:
        asked["codes"] = codes(column)
    elif list_of(column):
        asked["list"] = f"lists/{list_of(column)}.txt"
    asked["a_row_is"] = TABLE[table].about()
    asked["this_row"] = subject(rows, cell)
    return asked | {"passages": passages(rows, cell)}


def codes(column: Column) -> list[str]:
    """The codes of a column with their meanings, and the wider code that holds each."""
    assert column.vocabulary is not None
    return [
        f"{code.value}: {code.definition}" + (f" (part of {code.broader})" if code.broader else "")
        for code in column.vocabulary
    ]


def list_of(column: Column) -> str | None:
    """The list that an answer is taken from: ids of a table, or names of a phrase list."""
    if column.references:
        return column.references
    is_listed = column.claim and column.claim.by == "vocabulary" and not column.vocabulary
    return column.phrases if is_listed else None


def entries(rows: Rows, name: str) -> dict[str, str]:
    """The entries of a list: ids with names, or names alone."""
    if name in TABLE:
        return {key: named(rows, name, key) for key in sorted(rows.tables[name])}
    phrases = rows.tables["phrases"].values()
    return {
        p["code"]: ""
        for p in sorted(phrases, key=lambda p: str(p["code"]))
        if p["list_name"] == name
    }


# --- files ----------------------------------------------------------------------------------------


def written(number: str, told: Mapping[str, Any]) -> str:
    """A form as TOML, each passage a block."""
    lines = [f"form = {toml(number)}"]
    lines += [f"{key} = {_tall(each)}" for key, each in told.items() if key != "passages"]
    for passage in told["passages"]:
        lines += ["", "[[passages]]", *(f"{key} = {toml(each)}" for key, each in passage.items())]
    return "\n".join(lines) + "\n"


def _tall(given: Any) -> str:
    """A value as TOML, a list with one entry a line."""
    if not isinstance(given, list):
        return toml(given)
    return "[\n" + "".join(f"    {toml(each)},\n" for each in given) + "]"


def skeleton(draw: str, reader: str, numbers: Iterable[str]) -> str:
    """The file of answers that a reader fills in, with the draw that it belongs to."""
    head = f"draw = {toml(draw)}\nreader = {toml(reader)}\n"
    return head + "".join(f"\n[[answers]]\nform = {toml(number)}\n" for number in numbers)


def lists(rows: Rows, cells: Sequence[Cell]) -> dict[str, str]:
    """The files of all lists that forms name, an entry a line."""
    names = sorted({name for cell in cells if (name := list_of(cell.column))})
    return {
        f"lists/{name}.txt": "".join(
            f"{key} — {text}\n" if text else f"{key}\n" for key, text in entries(rows, name).items()
        )
        for name in names
    }
