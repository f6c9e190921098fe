"""The checked rows, the values among them that an audit may draw, in strata, and the draw itself.

A value is drawn where words give it, its table is named here, and the words say more than the value
alone. What subpoenas copy from their act is audited once, at the act.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from check.stages import Checked
from ice_subpoenas.derivations.find import plain
from ice_subpoenas.prose.known import GIVING, cell, grouped
from ice_subpoenas.row import Column
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
            if p["stance"] in GIVING or (p["stance"] == "bears_on" and p["group_id"])
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


AUDITED = (
    "subpoenas", "acts", "jurisdictions", "individuals_referenced", "quotes", "sources", "events",
    "event_acts", "case_facts", "grounds", "proceedings", "information_sought",
)  # fmt: skip
"""Tables whose values are drawn."""
LISTED = ("agencies", "individuals_referenced", "jurisdictions")
"""Tables whose rows a reader can choose from; a reference to another table is not asked for."""

Kind = Literal["number", "date", "code", "reference", "name"]
KINDS: tuple[Kind, ...] = ("number", "date", "code", "reference", "name")
Stratum = tuple[str, str]
"""Table and tier."""


@dataclass(frozen=True)
class Cell:
    """A published value: where it stands, its kind, and how far it can be checked."""

    place: Place
    kind: Kind
    value: str
    tier: str
    group: str
    """The act that it belongs to, or else its own row: the draw spreads over these."""

    @property
    def stratum(self) -> Stratum:
        """Table and tier."""
        return self.place[0], self.tier

    @property
    def column(self) -> Column:
        """The column that holds the value."""
        return column_of(self.place[0], self.place[2])


def column_of(table: str, stem: str) -> Column:
    """The column that holds the value of a stem: of a day, its EDTF string."""
    return TABLE[table].stems()[stem][0]


def kind_of(column: Column) -> Kind:
    """What kind of value a column holds.

    >>> [kind_of(column_of("acts", stem)) for stem in ("n_subpoenas", "served", "instrument")]
    ['number', 'date', 'code']
    """
    if column.vocabulary:
        return "code"
    if column.references:
        return "reference"
    if column.name.endswith("_edtf"):
        return "date"
    return "number" if column.type is int else "name"


def rank(seed: int, *parts: str) -> str:
    """What orders things at random, alike on every machine, from a seed and their names."""
    return hashlib.sha256("/".join((str(seed), *parts)).encode()).hexdigest()


def cells(rows: Rows) -> list[Cell]:
    """Every value that may be drawn, in order of table, row and column."""
    return [cell for place in sorted(rows.giving) if (cell := _cell(rows, place))]


def _cell(rows: Rows, place: Place) -> Cell | None:
    table, row_id, stem = place
    if table not in AUDITED:
        return None
    column, pieces = column_of(table, stem), rows.giving[place]
    value = rows.tables[table][row_id][column.name]
    if value is None or (column.references or LISTED[0]) not in LISTED:
        return None
    if all(_is_value_alone(piece, str(value)) for piece in pieces):
        return None
    tier = "held_text" if any(piece["is_refound"] for piece in pieces) else "quoted"
    return Cell(place, kind_of(column), str(value), tier, rows.act_of(table, row_id) or row_id)


def _is_value_alone(piece: Record, value: str) -> bool:
    """Whether the passage is nothing but the value, so that no reader could find it wrong."""
    passage = f"{piece['prefix'] or ''}{piece['exact']}{piece['suffix'] or ''}"
    return piece["derivation"] == "literal" and plain(passage) == plain(value)


# --- the draw -------------------------------------------------------------------------------------


def strata(population: Iterable[Cell]) -> dict[Stratum, list[Cell]]:
    """The values by table and tier."""
    return dict(sorted(grouped(population, lambda cell: cell.stratum).items()))


def shares(sizes: Mapping[Stratum, int], number: int) -> dict[Stratum, int]:
    """How many to draw of each stratum: in step with the root of its size, one at least.

    Small tables get more than their part, so that each can be judged; the figures weigh that out.

    >>> shares({("acts", "quoted"): 900, ("quotes", "quoted"): 100, ("acts", "held_text"): 1}, 41)
    {('acts', 'quoted'): 30, ('quotes', 'quoted'): 10, ('acts', 'held_text'): 1}
    """
    if not len(sizes) <= number <= sum(sizes.values()):
        raise Refusal(
            f"--sample takes {len(sizes)} (one of each table and tier) to {sum(sizes.values())}"
        )
    given = dict.fromkeys(sizes, 1)
    while sum(given.values()) < number:
        open_ = [key for key in sizes if given[key] < sizes[key]]
        given[max(open_, key=lambda key: (sizes[key] ** 0.5 / (given[key] + 0.5), key))] += 1
    return given


def sample(population: Sequence[Cell], number: int, seed: int) -> list[Cell]:
    """So many values, stratified by table and tier and spread over acts; the same for a seed."""
    parts = strata(population)
    wanted = shares({key: len(part) for key, part in parts.items()}, number)
    return [cell for key, part in parts.items() for cell in _spread(part, wanted[key], seed, key)]


def _spread(part: Sequence[Cell], number: int, seed: int, key: Stratum) -> Iterator[Cell]:
    """Equal steps through the values in order of their acts, from a random start: each value has
    the same chance."""
    ordered = sorted(part, key=lambda c: (rank(seed, c.group), rank(seed, *c.place)))
    start = int(rank(seed, *key)[:8], 16) / 2**32
    return (ordered[int((n + start) * len(ordered) / number)] for n in range(number))
