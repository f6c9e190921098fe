"""Where and when: the map of the states and the time line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ice_subpoenas.derivations.edtf_in_words import MONTHS
from website.act.events import event_day
from website.act.sending import place, where
from website.names import state, states
from website.world import Record, World

GRID = """\
AK .  .  .  .  .  .  .  .  .  ME
.  .  .  .  .  WI .  .  .  VT NH
WA ID MT ND MN IL MI .  NY MA RI
OR NV WY SD IA IN OH PA NJ CT .
CA UT CO NE MO KY WV VA MD DE .
.  AZ NM KS AR TN NC SC DC .  .
.  .  .  OK LA MS AL GA .  .  .
HI .  .  TX .  .  .  .  FL .  .
"""


@dataclass(frozen=True)
class Tile:
    """A state on the map."""

    code: str
    name: str
    row: int
    column: int
    acts: int
    least: int
    searched: bool


def tiles(world: World) -> list[Tile]:
    """The states by name, with what is on record and whether it was searched."""
    acts, least = Counter[str](), Counter[str]()
    for row in world.rows["counts"]:
        if row["state"] and row["jurisdiction_id"] is None:
            acts[row["state"]] += row["n_acts"]
            least[row["state"]] += row["n_at_least"]
    asked = {row["state"] for row in world.rows["searches"]}
    places = {
        code: (n + 1, m + 1)
        for n, line in enumerate(GRID.splitlines())
        for m, code in enumerate(line.split())
    }
    names = states() | {code: state(code) for code in acts}
    known = sorted(names.items(), key=lambda item: item[1])
    return [
        Tile(code, name, *places.get(code, (8, 11)), acts[code], least[code], code in asked)
        for code, name in known
        if code in places or acts[code]
    ]


def unsearched(found: Iterable[Tile]) -> list[str]:
    """States that no search names and where no act is on record."""
    return [tile.name for tile in found if not tile.searched and not tile.acts]


MARKS = {
    "issued": "S",
    "served": "S",
    "response": "A",
    "production": "G",
    "no_production": "N",
    "petition": "C",
    "suit": "C",
    "motion": "C",
    "opposition": "C",
    "hearing": "C",
    "order": "R",
    "appeal": "C",
    "no_appeal": "C",
    "settlement": "E",
    "withdrawal": "E",
}

LEGEND = {
    "S": "sent or served",
    "A": "answered",
    "G": "records given",
    "N": "nothing given so far",
    "C": "in court",
    "R": "court ruled",
    "E": "settled or withdrawn",
}

Month = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """What happened in a month."""

    letter: str
    meaning: str
    exact: bool


@dataclass(frozen=True)
class Lane:
    """An act in the time line: its name, where it was, and its marks by month."""

    key: str
    name: str
    where: str
    marks: dict[Month, list[Mark]]


@dataclass(frozen=True)
class Year:
    """A year of the time line: its months with something in them, and the acts that had it."""

    year: int
    months: list[Month]
    lanes: list[Lane]


def time_line(world: World) -> list[Year]:
    """Events of acts in scope by month; statements, reports and threats stand on the act's page."""
    lanes = [_lane(world, act) for act in world.acts]
    months = sorted({month for lane in lanes for month in lane.marks})
    return [
        Year(
            year,
            [month for month in months if month[0] == year],
            [lane for lane in lanes if any(month[0] == year for month in lane.marks)],
        )
        for year in sorted({year for year, _ in months})
    ]


def _lane(world: World, act: Record) -> Lane:
    marks: dict[Month, set[Mark]] = {}
    kinds = set()
    for event in world.events_of.get(act["act_id"], ()):
        first = event["occurred_earliest"] or event["occurred_latest"] or event["known_by"]
        letter = MARKS.get(event["kind"])
        if letter and first and not event["part_of"]:
            exact = bool(event["occurred_earliest"]) and _month(event["occurred_latest"]) == _month(
                first
            )
            marks.setdefault(_month(first), set()).add(Mark(letter, LEGEND[letter], exact))
            kinds.add(event["kind"])
    for stem in {"served", "issued"} - kinds:
        first = act[f"{stem}_earliest"] or act[f"{stem}_latest"]
        if first:
            exact = _month(act[f"{stem}_latest"]) == _month(first)
            marks.setdefault(_month(first), set()).add(Mark("S", LEGEND["S"], exact))
    return Lane(
        act["act_id"],
        world.body(act["recipient_agency_id"]),
        where(world, act),
        {month: _each_once(found) for month, found in sorted(marks.items())},
    )


def _each_once(marks: Iterable[Mark]) -> list[Mark]:
    """One mark of each letter, the exact one if there is one, in the order of the legend."""
    order = list(LEGEND)
    best: dict[str, Mark] = {}
    for mark in sorted(marks, key=lambda m: (order.index(m.letter), not m.exact)):
        best.setdefault(mark.letter, mark)
    return list(best.values())


def _month(day_: date | None) -> Month:
    return (day_.year, day_.month) if day_ else (0, 0)


def month_name(month: Month) -> str:
    """A month as a heading of a narrow column."""
    return MONTHS[month[1] - 1][:3]


def as_list(world: World) -> list[tuple[str, str, str, str]]:
    """The time line as a list: day, what happened, the act's place, and its key."""
    found = []
    for row in world.rows["timeline"]:
        acts = [world.by_key["acts"][key] for key in (row["acts"] or "").split()]
        shown = [act for act in acts if act["in_scope"]]
        event = world.by_key["events"][row["event_id"]]
        if shown and row["kind"] in MARKS:
            at = ", ".join(dict.fromkeys(place(world, act) for act in shown))
            said = row["summary"] or world.definition("event_kind", row["kind"])
            found.append(
                (
                    event_day(event),
                    said,
                    at,
                    f"acts/{shown[0]['act_id']}.html#events/{row['event_id']}",
                )
            )
    return found
