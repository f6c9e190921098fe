"""Where and when: the map of the states and the time line."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import MONTHS
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.order import ordered
from website.act.events import event_day
from website.act.sending import day, place, where
from website.names import state, states
from website.world import World, first_day

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
    numbered: int
    retold: int
    unknown: int
    searched: bool

    @property
    def look(self) -> str:
        """Which of `LOOKS` the state has."""
        if self.acts:
            return "has"
        return "unclear" if self.unknown else "asked" if self.searched else "none"


def tiles(world: World) -> list[Tile]:
    """The states by name, with what is on record and whether it was searched.

    `retold` is how many of the subpoenas no witness gives, `unknown` how many acts
    are on record of subpoenas of which no source says of which kind they were.
    """
    known = {row["state"]: row for row in world.rows["counts"] if row["what"] == "state"}
    unknown = Counter(str(world.government(act)["state"]) for act in world.unknown_kind)
    asked = {row["state"] for row in world.rows["searches"]}
    places = {
        code: (n + 1, m + 1)
        for n, line in enumerate(GRID.splitlines())
        for m, code in enumerate(line.split())
    }
    names = states() | {code: state(code) for code in known}
    nothing = dict.fromkeys(("n_acts", "n_at_least", "n_subpoenas", "n_at_least_unwitnessed"), 0)
    return [
        Tile(
            code,
            name,
            *places.get(code, (8, 11)),
            row["n_acts"],
            row["n_at_least"],
            row["n_subpoenas"] or 0,
            row["n_at_least_unwitnessed"],
            unknown[code],
            code in asked,
        )
        for code, name in sorted(names.items(), key=lambda item: item[1])
        for row in [known.get(code, nothing)]
        if code in places or row["n_acts"] or unknown[code]
    ]


def unsearched(found: Iterable[Tile]) -> list[str]:
    """States that no search names and where no act is on record."""
    return [t.name for t in found if not (t.searched or t.acts or t.unknown)]


def key(found: Iterable[Tile]) -> list[tuple[str, str]]:
    """The looks of the tiles on the map with what they mean: only those that a tile has."""
    looks = {tile.look for tile in found}
    return [(look, meaning) for look, meaning in LOOKS.items() if look in looks]


LOOKS = {
    "has": "acts on record",
    "perhaps": "no act counts here, but one of an earlier year may be of this year",
    "unclear": "subpoenas of an unknown kind, not counted",
    "asked": "searched, no act on record",
    "broad": "searched without naming the year, no act on record",
    "none": "not searched by name",
}
"""The looks of states on the map, and of cells in the table of what was searched."""

LOOK_OF = {
    "acts recorded": "has",
    "an act may be of this year": "perhaps",
    "subpoenas of an unknown kind": "unclear",
    "searched, no act": "asked",
    "searched, year not named": "broad",
    "not searched": "none",
}
"""The look of each `coverage` of a state and year."""

MARKS = {
    kind: letter
    for letter, kinds in (
        ("S", "issued served"),
        ("A", "response"),
        ("G", "production"),
        ("N", "no_production"),
        ("C", "petition suit motion opposition hearing hearing_set appeal stipulation"),
        ("R", "order"),
        ("E", "settlement withdrawal"),
    )
    for kind in kinds.split()
}

LEGEND = {
    "S": "sent or served",
    "A": "answered",
    "G": "records given",
    "N": "nothing given by then",
    "C": "in court",
    "R": "court ruled",
    "E": "settled or withdrawn",
}

TOLD = {*MARKS, "no_appeal"}
"""Kinds of events in the list: that nobody appealed is told, and has no mark."""

Month = tuple[int, int]
"""A year and a month; the month is 0 where the day may be in several years."""
UNDATED: Month = (0, 0)
"""Where what has no day at all is marked."""


@dataclass(frozen=True)
class Mark:
    """What happened in a month: `note` is the small print below it, `told` what is read aloud."""

    letter: str
    meaning: str
    note: str
    told: str

    @property
    def exact(self) -> bool:
        """Whether nothing has to be said of the day."""
        return not self.told


@dataclass(frozen=True)
class Lane:
    """An act in the time line: its name, where it was, and its marks by month."""

    key: str
    name: str
    where: str
    marks: dict[Month, list[Mark]]


class Year(NamedTuple):
    """A part of the time line."""

    year: int
    """0 for what has no day."""
    months: list[Month]
    """From the first to the last with something in them."""
    lanes: list[Lane]
    """Those of the acts that had something in the year."""


def time_line(world: World) -> list[Year]:
    """Events of acts in scope by month; statements, reports and threats stand on the act's page.

    What has no day is last.
    """
    lanes = [_lane(world, act) for act in world.acts]
    marked = {month for lane in lanes for month in lane.marks}
    return [
        Year(
            year=year,
            months=_months(year, marked),
            lanes=_told_apart(
                world, [lane for lane in lanes if year in {at for at, _ in lane.marks}]
            ),
        )
        for year in sorted({year for year, _ in marked}, key=lambda year: (not year, year))
    ]


def _months(year: int, marked: set[Month]) -> list[Month]:
    """Every month of a year from the first that is marked to the last; first what is in none."""
    single = [month for at, month in marked if at == year and month]
    between = range(min(single), max(single) + 1) if single else range(0)
    apart = [(year, 0)] if (year, 0) in marked else []
    return apart + [(year, month) for month in between]


def _told_apart(world: World, lanes: list[Lane]) -> list[Lane]:
    """Lanes of one recipient with the day of each act; with its id where the days are the same."""
    names = Counter((lane.name, lane.where) for lane in lanes)
    days = {lane.key: day(world, world.by_key["acts"][lane.key]) for lane in lanes}
    same = Counter((lane.name, days[lane.key]) for lane in lanes)
    return [
        replace(lane, where=f"{lane.where}. {days[lane.key]}{_id(lane, same, days)}")
        if names[lane.name, lane.where] > 1
        else lane
        for lane in lanes
    ]


def _id(lane: Lane, same: Counter[tuple[str, str]], days: dict[str, str]) -> str:
    return f" ({lane.key})" if same[lane.name, days[lane.key]] > 1 else ""


def _lane(world: World, act: Record) -> Lane:
    """An act with its marks in the order of their days."""
    marks: dict[Month, list[Mark]] = {}
    sent = first_day(act)[0]
    happened = [
        event
        for event in ordered(world.events_of.get(act["act_id"], ()), since=sent)
        if not event["part_of"]
    ]
    kinds = {event["kind"] for event in happened}
    for stem in ("issued", "served"):
        days = act[f"{stem}_earliest"], act[f"{stem}_latest"]
        if stem not in kinds and any(days):
            _put(marks, "S", *days)
    for event in happened:
        if event["kind"] in MARKS:
            days = event["occurred_earliest"], event["occurred_latest"]
            _put(marks, MARKS[event["kind"]], *days, known=event["known_by"])
    return Lane(
        act["act_id"],
        world.body(act["recipient_agency_id"]),
        where(world, act),
        {month: _each_once(found) for month, found in sorted(marks.items())},
    )


def _put(
    marks: dict[Month, list[Mark]],
    letter: str,
    first: date | None,
    last: date | None,
    known: date | None = None,
) -> None:
    """Set a mark in the first possible month; without one, in that by which it had happened.

    A day in any of several years, and no day at all, stand apart.
    """
    at, note, told = _month(first or last or known), "", ""
    if first and last and (last - first).days > LONGEST:
        at, note = (first.year, 0), f"{first.year} to {last.year}"
        told = f", in one of the years {note}"
    elif at == UNDATED:
        told = ", day not known"
    elif not first:
        note, told = "by", " in this month or before"
    elif _month(last) != at:
        told = ", day within bounds"
    marks.setdefault(at, []).append(Mark(letter, LEGEND[letter], note, told))


LONGEST = 366
"""Days that a mark in a month may stand for."""


def _each_once(marks: Iterable[Mark]) -> list[Mark]:
    """One mark of each letter, where the first of them stands; the exact one if there is one."""
    best: dict[str, Mark] = {}
    for mark in marks:
        if mark.letter not in best or (mark.exact and not best[mark.letter].exact):
            best[mark.letter] = mark
    return list(best.values())


def _month(day_: date | None) -> Month:
    return (day_.year, day_.month) if day_ else UNDATED


def month_name(month: Month) -> str:
    """A month as a heading of a narrow column."""
    return MONTHS[month[1] - 1][:3] if month[1] else "Years" if month[0] else "No day"


def as_list(world: World) -> list[tuple[str, str, str, str]]:
    """The time line as a list in the order of days: day, what happened, whose act, its address."""
    acts = {row["event_id"]: (row["acts"] or "").split(", ") for row in world.rows["timeline"]}
    events = [world.by_key["events"][key] for key in acts]
    found = []
    for event in ordered(event for event in events if event["kind"] in TOLD):
        key = event["event_id"]
        shown = [act for act in map(world.by_key["acts"].get, acts[key]) if act and act["in_scope"]]
        if shown:
            at = ", ".join(dict.fromkeys(place(world, act) for act in shown))
            said = event["summary"] or world.definition("event_kind", event["kind"])
            address = f"acts/{shown[0]['act_id']}.html#events/{key}"
            found.append((event_day(event), said, at, address))
    return found
