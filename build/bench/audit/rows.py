"""The checked rows, as an audit looks them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from check.stages import Checked
from ice_subpoenas.row import Column, Row
from ice_subpoenas.tables import TABLE
from printing import Refusal
from texts.held import Page

Record = dict[str, Any]
Place = tuple[str, str, str]
"""Table, row, and column or stem."""

GIVES = ("supports", "broader")
"""Stances of words that give the published value."""


@dataclass(frozen=True)
class Rows:
    """The rows of every table by key, and the held texts."""

    tables: Mapping[str, Mapping[str, Record]]
    pages: Mapping[str, Page]

    @classmethod
    def of(cls, checked: Checked) -> Rows:
        """The rows of a check. Refused where it found problems: the values may change."""
        if checked.problems or checked.sound is None:
            n = len(checked.problems)
            raise Refusal(f"the check finds {n} problems; mend them before an audit")
        tables = {
            name: {row[TABLE[name].key]: row for row in found.to_pylist()}
            for name, found in checked.tables().items()
        }
        return cls(tables, checked.sound.pages)

    @cached_property
    def evidence(self) -> Mapping[Place, Sequence[Record]]:
        """Words by the cell that they bear on, without what subpoenas copy from their act."""
        found: dict[Place, list[Record]] = defaultdict(list)
        for piece in self.tables["evidence"].values():
            if piece["derivation"] != "copied":
                found[piece["table_name"], piece["row_id"], piece["column_name"]].append(piece)
        return found

    @cached_property
    def _acts_of(self) -> Mapping[str, str]:
        """An act of each event, the first by id."""
        pairs = self.tables["event_acts"].values()
        return {
            p["event_id"]: p["act_id"] for p in sorted(pairs, key=lambda p: str(p["act_id"]))[::-1]
        }

    @cached_property
    def _events_of(self) -> Mapping[str, str]:
        """An event of each court matter, the first by id."""
        events = sorted(self.tables["events"].values(), key=lambda e: str(e["event_id"]))
        return {e["proceeding_id"]: e["event_id"] for e in events[::-1] if e["proceeding_id"]}

    def act_of(self, table: str, row_id: str) -> str | None:
        """The act that a row belongs to: its own, that of its event, or that of its person."""
        if table == "acts":
            return row_id
        row = self.tables[table][row_id]
        person = self.tables["individuals_referenced"].get(row.get("individual_id") or "", {})
        event = row.get("event_id") or self._events_of.get(row.get("proceeding_id") or "", "")
        return row.get("act_id") or person.get("act_id") or self._acts_of.get(event)


def column_of(table: type[Row], stem: str) -> Column:
    """The column that holds the value of a stem: of a day, its EDTF string."""
    return table.stems()[stem][0]
