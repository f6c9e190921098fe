"""Where and when: the map of the states, and what happened day by day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ice_subpoenas.prose.order import ordered
from website.act.events import event_day
from website.act.sending import place
from website.names import state, states
from website.world import World

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

TOLD = frozenset(
    "issued served response production no_production petition suit motion opposition hearing "
    "hearing_set appeal no_appeal stipulation order settlement withdrawal".split()
)
"""Kinds of events in the list; statements, reports and threats stand on the page of the act."""


def happened(world: World) -> list[tuple[str, str, str, str]]:
    """What happened, in the order of days: day, what, whose act, and its address."""
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
