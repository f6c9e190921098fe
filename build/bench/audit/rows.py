"""The checked rows, as an audit looks them up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from check.stages import Checked
from ice_subpoenas.prose.known import cell, grouped
from ice_subpoenas.tables import TABLE
from printing import Refusal
from texts.held import Page

Record = dict[str, Any]
Place = tuple[str, str, str]
"""Table, row, and stem."""


@dataclass(frozen=True)
class Rows:
    """The rows of every table by key, the held texts, pairs of a code or id and a wider one, and
    the days that a day cannot lie before or after."""

    tables: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, Page]
    wider: frozenset[tuple[object, ...]]
    bounds: Mapping[Place, tuple[date | None, date | None]]

    @classmethod
    def of(cls, checked: Checked) -> Rows:
        """The rows of a check. Refused where it found problems: the values may change."""
        if checked.problems or checked.sound is None or checked.relations is None:
            n = len(checked.problems)
            raise Refusal(f"the check finds {n} problems; fix them before an audit")
        tables = {
            name: {row[TABLE[name].key]: row for row in found.to_pylist()}
            for name, found in checked.tables().items()
        }
        wider = checked.relations.rows("SELECT value, above FROM includes")
        bounds = checked.relations.con.execute(
            "SELECT table_name, row_id, column_name, not_before, not_after FROM day_bounds"
        )
        by_place = {(t, r, c): (first, last) for t, r, c, first, last in bounds.fetchall()}
        return cls(tables, checked.sound.pages, frozenset(wider), by_place)

    @cached_property
    def giving(self) -> Mapping[Place, Sequence[Record]]:
        """The words that give a cell its value, alone or with others of their group; without what
        subpoenas copy from their act."""
        pieces = (p for p in self.tables["evidence"].values() if p["derivation"] != "copied")
        giving = (
            p
            for p in pieces
            if p["stance"] in ("supports", "broader")
            or (p["stance"] == "bears_on" and p["group_id"])
        )
        return grouped(giving, cell)

    @cached_property
    def beside(self) -> Mapping[Place, Sequence[Record]]:
        """The words of one source that give a column of any row, by table, column and source."""
        pieces = (piece for own in self.giving.values() for piece in own)
        return grouped(pieces, lambda p: (p["table_name"], p["column_name"], p["source_id"]))

    def act_of(self, table: str, row_id: str) -> str | None:
        """The act that a row belongs to: its own, or the first one of its person or event."""
        if table == "acts":
            return row_id
        row = self.tables[table][row_id]
        if row.get("act_id") or table == "events":
            return row.get("act_id") or self._acts.get(row_id)
        person = self.tables["individuals_referenced"].get(row.get("individual_id") or "", {})
        of_event = row.get("event_id") or row.get("proceeding_id") or ""
        return person.get("act_id") or self._acts.get(of_event)

    @cached_property
    def _acts(self) -> Mapping[str, str]:
        """An act of each event and court matter, the first by id."""
        found: dict[str, str] = {}
        for pair in sorted(self.tables["event_acts"].values(), key=lambda pair: pair["act_id"]):
            event = self.tables["events"][pair["event_id"]]
            for key in filter(None, (event["event_id"], event["proceeding_id"])):
                found.setdefault(key, pair["act_id"])
        return found
