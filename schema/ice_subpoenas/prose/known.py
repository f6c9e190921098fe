"""Rows of the published tables as our prose looks them up: by key, by act, with what codes mean."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, TypeVar

from ..sql import quoted, rows
from ..tables import TABLE
from .wording import the

Record = dict[str, Any]

PUBLIC = ("public_role", "byline")
"""Decisions by which a name belongs to a public role; no other name stands in our prose."""

GIVING = ("supports", "broader")
"""What words do that give a value; others only bear on it, or contest it."""

OF_ACTS = ("subpoenas", "information_sought", "event_acts", "case_facts", "grounds")
"""Tables whose rows belong to an act."""


@dataclass(frozen=True)
class Known:
    """The rows of some tables and views."""

    rows: Mapping[str, Sequence[Record]]

    @classmethod
    def of(cls, con: Any, names: Iterable[str]) -> Self:
        """The rows of tables, by their keys, and of views, by their first columns."""
        return cls({name: _rows(con, name) for name in names})

    @cached_property
    def by_key(self) -> dict[str, dict[str, Record]]:
        """Rows by table and key."""
        read = {name: TABLE[name].key for name in self.rows if name in TABLE}
        return {name: {row[key]: row for row in self.rows[name]} for name, key in read.items()}

    @cached_property
    def absences(self) -> dict[tuple[str, str], list[Record]]:
        """Why claims are null, by table and row; without copies for single subpoenas."""
        return grouped((row for row in self.rows["absences"] if not row["is_copied"]), cell_row)

    @cached_property
    def evidence(self) -> dict[tuple[str, str], list[Record]]:
        """Pieces of evidence by table and row."""
        return grouped(self.rows["evidence"], cell_row)

    @cached_property
    def conflicts(self) -> dict[tuple[str, str], list[Record]]:
        """Disagreements by table and row."""
        return grouped(self.rows["conflicts"], cell_row)

    @cached_property
    def children(self) -> dict[str, dict[str | None, list[Record]]]:
        """Rows of the tables that belong to an act, by act."""
        return {name: grouped(self.rows[name], lambda row: row["act_id"]) for name in OF_ACTS}

    @cached_property
    def events_of(self) -> dict[str, list[Record]]:
        """Events by act."""
        events = self.by_key["events"]
        pairs = self.children["event_acts"].items()
        return {
            act: [events[row["event_id"]] for row in rows] for act, rows in pairs if act is not None
        }

    @cached_property
    def overview(self) -> dict[str, Record]:
        """The rows of the view `overview`, by act."""
        return {row["act"]: row for row in self.rows["overview"]}

    def is_answered(self, act_id: str) -> bool:
        """Whether an answer to an act is on record, of whatever kind."""
        return self.overview.get(act_id, {}).get("answer") is not None

    @cached_property
    def definitions(self) -> dict[tuple[str, str], str]:
        """What a code of a vocabulary means."""
        return {(row["vocabulary"], row["code"]): row["definition"] for row in self.rows["codes"]}

    def definition(self, vocabulary: str, code: str | None) -> str:
        """What a code means; empty for none."""
        return self.definitions.get((vocabulary, code or ""), "")

    def body(self, key: str | None) -> str:
        """Name of a public body."""
        row = self.by_key["agencies"].get(key or "")
        return str(row["name"]) if row else (key or "")

    def person(self, key: str | None) -> str:
        """A person as our prose calls them: by name in a public role, else by a description."""
        row = self.by_key["individuals_referenced"].get(key or "")
        if row is None:
            return ""
        if row["naming_decision"] in PUBLIC and row["name"]:
            return str(row["name"])
        if row["role"] in ("official", "spokesperson"):
            said = str(row["described_as"] or row["title"] or "a person who is not named")
            return said[:1].lower() + said[1:] if re.match(r"(A|An|The)\b", said) else said
        return self.described(row)

    def described(self, row: Record) -> str:
        """A private person, in our own words."""
        return f"{row['n_persons']} people" if row["n_persons"] else "a person"

    def speaker(self, person: str | None, body: str | None) -> str:
        """Who says or does something, as in a sentence: a person, a body, or both."""
        named = self.person(person)
        if not named:
            return the(self.body(body))
        return ", ".join(each for each in (named, self.body(body)) if each)


def _rows(con: Any, name: str) -> list[Record]:
    by = quoted(TABLE[name].key) if name in TABLE else "1"
    return rows(con, f"SELECT * FROM {quoted(name)} ORDER BY {by}")


T = TypeVar("T")


def grouped(rows: Iterable[T], key: Callable[[T], Any]) -> dict[Any, list[T]]:
    """Rows by what the function gives of each, in the order in which it is first given."""
    found: dict[Any, list[T]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found


def cell(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """The cell that evidence, an absence or a conflict speaks of: table, row and column."""
    return row["table_name"], row["row_id"], row["column_name"]


def cell_row(row: Record) -> tuple[str, str]:
    """The table and the row of that cell."""
    return row["table_name"], row["row_id"]
