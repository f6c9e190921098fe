"""Every published row, as the page looks it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ice_subpoenas.prose.known import GIVING, Known, Record, cell, cell_row, grouped
from ice_subpoenas.prose.proof import tellers
from ice_subpoenas.published import counted
from ice_subpoenas.sql import quoted, rows
from ice_subpoenas.tables import TABLE, TABLES
from ice_subpoenas.views import asked
from ice_subpoenas.vocabularies import ReaderRole
from website.names import country

Cell = tuple[str, str, str]

VIEWS = {
    "audit_figures": "seed, figure, table_name, tier",
    "how_known": "act_id, column_name, is_earlier",
    "last_status": "act_id, line",
    "overview": "act",
    "counts": "year, state, jurisdiction_id, what",
    "proof_counts": "table_name",
    "rulings": "event_id",
    "search_coverage": "state, year NULLS LAST",
    "timeline": "event_id",
}
"""The views that the page reads, and the order of their rows."""

MADE = asked("prose/marks") | {
    "counted": counted.ASKED["parts"],
    "pairs": counted.ASKED["pairs"],
}
"""What the page reads besides tables and views, by its query."""

CHANGES = (
    ("sources", "accessed"),
    ("searches", "searched_on"),
    ("reviews", "reviewed_on"),
    ("audits", "audited_on"),
    ("audited_passages", "audited_on"),
)
"""Columns that say on which day somebody worked on the data."""

MODEL = ReaderRole.MAINTAINER_MACHINE_ASSISTED
"""The role of a reader that is a language model."""


@dataclass(frozen=True)
class World(Known):
    """The rows of every table and of some views."""

    @classmethod
    def read(cls, con: Any) -> World:
        """Everything in a connection of `ice_subpoenas.data.opened`."""
        order = {table.table: table.key for table in TABLES} | VIEWS
        asked = {name: f"FROM {quoted(name)} ORDER BY {by}" for name, by in order.items()}
        return cls({name: rows(con, query) for name, query in (asked | MADE).items()})

    @cached_property
    def evidence(self) -> dict[tuple[str, str], list[Record]]:
        """Evidence by table and row: what supports first, what contests last."""
        return grouped(sorted(self.rows["evidence"], key=_in_order), cell_row)

    @cached_property
    def parts(self) -> dict[counted.Figure, list[Record]]:
        """What each row of the view `counts` is made of."""
        return grouped(self.rows["counted"], counted.key)

    @cached_property
    def same(self) -> dict[str, list[tuple[Record, str]]]:
        """By event: the other events that may be the same, each with the reason."""
        found: dict[str, list[tuple[Record, str]]] = {}
        for row in self.rows["may_be_same"]:
            if row["table_name"] == "events":
                pair = row["row_id"], row["other_row_id"]
                for one, other in (pair, pair[::-1]):
                    told = self.by_key["events"][other], row["reason"]
                    found.setdefault(one, []).append(told)
        return found

    @cached_property
    def originals(self) -> dict[str, Record]:
        """By source that is not a witness: the witness from whom all its words come, if known."""
        sources = self.by_key["sources"]
        pairs: dict[str, set[str]] = {}
        for row in self.rows["evidence"]:
            pairs.setdefault(row["source_id"], set()).add(row["witness_source_id"])
        only = {key: sources[found.pop()] for key, found in pairs.items() if len(found) == 1}
        return {
            key: source
            for key, source in only.items()
            if source["is_witness"] and not sources[key]["is_witness"]
        }

    @cached_property
    def before_court(self) -> frozenset[str]:
        """Reasons that were given out of court, before any ruling on their acts."""
        return frozenset(row["ground_id"] for row in self.rows["before_court"])

    @cached_property
    def disputed(self) -> dict[str, str]:
        """By event: on what sources disagree, in the words of the overview."""
        return {row["event_id"]: row["words"] for row in self.rows["disputed"]}

    @cached_property
    def sending_disputes(self) -> frozenset[tuple[str, str | None]]:
        """Acts, each with a day or an event of its sending on which sources disagree."""
        rows = self.rows["sending_disputes"]
        return frozenset(
            (row["act_id"], row[name]) for row in rows for name in ("column_name", "event_id")
        )

    @cached_property
    def not_named(self) -> dict[tuple[str, str], str]:
        """By act and event whose recipient no witness names: who says that it was on this body."""
        return {(row["act_id"], row["event_id"]): row["who"] for row in self.rows["not_named"]}

    @cached_property
    def court_answers(self) -> dict[str, list[Record]]:
        """The reasons of courts that answer a reason, by the id of that; none that no code fits."""
        found = [g for g in self.rows["grounds"] if g["side"] == "court" and g["ground"] != "other"]
        return grouped(found, lambda row: row["answers_ground_id"])

    @cached_property
    def support(self) -> dict[Cell, bool]:
        """Cells with evidence of their value: whether a witness gives it."""
        witnessed = frozenset(cell(row) for row in self.rows["witnessed"])
        given = (r for r in self.rows["evidence"] if r["stance"] in GIVING)
        return {cell(row): cell(row) in witnessed for row in given}

    @cached_property
    def last_status(self) -> dict[tuple[str, str], Record]:
        """Where each act last stood, by act and line."""
        return {(row["act_id"], row["line"]): row for row in self.rows["last_status"]}

    @cached_property
    def unseen(self) -> dict[Cell, str]:
        """Cells whose value no witness gives, and who gives it."""
        return {cell(row): row["who"] for row in self.rows["unseen"]}

    def tellers(self, cells: Iterable[Cell]) -> str:
        """Who tells of cells whose values no witness gives."""
        return tellers(self.unseen[each] for each in cells if each in self.unseen)

    def row_tellers(self, table: str, row: Record) -> str | None:
        """Who tells of a row that no witness tells of; null of another."""
        if row["is_witnessed"]:
            return None
        declared = TABLE[table]
        names = declared.says or declared.stems()
        return self.tellers((table, row[declared.key], name) for name in names)

    @cached_property
    def inferred(self) -> dict[Cell, str | None]:
        """Cells that a reader's reasoning gives, and who says so in words if only copies do."""
        return {cell(row): row["in_words"] for row in self.rows["inferred"]}

    @cached_property
    def at_least(self) -> frozenset[Cell]:
        """Numbers that words put as the least."""
        return frozenset(cell(row) for row in self.rows["at_least"])

    @cached_property
    def marks(self) -> dict[str, list[str]]:
        """By act of the overview: the marks of its first sentence, as the overview has them."""
        return {row["act_id"]: row["marks"] for row in self.rows["marks"]}

    @cached_property
    def reader_roles(self) -> dict[str, set[str]]:
        """Who is on record as a reader of each source, by role."""
        rows = grouped(self.rows["reviews"], lambda row: row["source_id"])
        return {key: {row["reader_role"] for row in found} for key, found in rows.items() if key}

    @cached_property
    def acts(self) -> list[Record]:
        """Acts in scope, by the first day that is possible."""
        return sorted((row for row in self.rows["acts"] if row["in_scope"]), key=first_day)

    @cached_property
    def adjacent(self) -> list[Record]:
        """Papers that are often taken for such subpoenas, by the first day that is possible."""
        return sorted((row for row in self.rows["acts"] if not row["in_scope"]), key=first_day)

    @cached_property
    def unknown_kind(self) -> list[Record]:
        """Adjacent papers that are subpoenas of which no source says of which kind they were."""
        return [row for row in self.adjacent if row["instrument"] == "unspecified_subpoena"]

    @cached_property
    def rulings(self) -> dict[str, Record]:
        """The rows of the view `rulings`, by event."""
        return {row["event_id"]: row for row in self.rows["rulings"]}

    @cached_property
    def last_change(self) -> date | None:
        """The newest day on which somebody worked on the data; never the clock."""
        days = [row[column] for name, column in CHANGES for row in self.rows[name]]
        return max((day for day in days if day), default=None)

    def government(self, act: Record) -> Record:
        """The government that received an act."""
        return self.by_key["jurisdictions"][act["jurisdiction_id"]]

    def described(self, row: Record) -> str:
        """A private person by age and country alone, in our own words."""
        aged = f"a {row['age']}-year-old person" if row["age"] else "a person"
        origin = f" from {country(row['nationality'])}" if row["nationality"] else ""
        people = f"{row['n_persons']} people" if row["n_persons"] else aged
        return f"{people}{origin}"


def first_day(act: Record) -> tuple[date, str]:
    """The first day on which an act can have happened, and its id."""
    days = [act[f"{stem}_{end}"] for stem in ("served", "issued") for end in ("earliest", "latest")]
    return next((day for day in days if day), date.max), act["act_id"]


STANCES = ("supports", "broader", "bears_on", "contests")


def _in_order(piece: Record) -> tuple[int, bool, str, int, str]:
    stance = STANCES.index(piece["stance"])
    return (
        stance,
        not piece["is_refound"],
        piece["source_id"],
        piece["char_start"] or 0,
        piece["evidence_id"],
    )
