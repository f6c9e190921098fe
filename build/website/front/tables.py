"""Tables of the first page: acts by year and state, and what courts ruled."""

from collections.abc import Iterable
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import bare
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.proof import ALL_UNSEEN
from ice_subpoenas.prose.wording import capital, listed, stop, the
from ice_subpoenas.published import counted
from website.act.events import event_day
from website.act.sending import where
from website.front.numbers import maybe_one, twins
from website.names import state
from website.passages import only
from website.world import World


class Counted(NamedTuple):
    """A year and a state, or their sum, with its numbers in words."""

    year: str
    place: str
    acts: int
    subpoenas: str
    people: str
    retold: tuple[str, str]
    """How many of the subpoenas, and of the people, no witness gives."""
    rests_on: list[str]
    is_sum: bool


class Ruling(NamedTuple):
    """What a court ruled on acts in scope, or is asked to rule."""

    day: str
    court: str
    said: str
    result: str
    """What it ruled, in our own words; empty where no code says it."""
    papers: str
    address: str
    judge: str
    marks: list[str]


def by_year(world: World) -> list[Counted]:
    """Of the view `counts`, each year after its states, and all years last."""
    rows = [row for row in world.rows["counts"] if row["what"] in LISTED]
    order = sorted(
        rows, key=lambda r: (r["year"] is None, r["year"], r["state"] is None, state(r["state"]))
    )
    return [_line(world, row) for row in order]


def _line(world: World, row: Record) -> Counted:
    many = row["n_subpoenas"], row["n_at_least"]
    people = row["n_persons"]
    return Counted(
        year=str(row["year"] or "All years"),
        place=state(row["state"]) if row["state"] else "All states",
        acts=row["n_acts"],
        subpoenas=f"{many[1]:,}" if many[0] == many[1] else f"{many[1]:,} or more",
        people=f"{people:,}" if people else "not known",
        retold=(_retold(row, "n_at_least"), _retold(row, "n_persons")),
        rests_on=_rests_on(world, row) if row["state"] else _twins(world, row),
        is_sum=row["state"] is None,
    )


LISTED = ("all", "year", "state and year")
"""What the rows of the table count."""


def _twins(world: World, row: Record) -> list[str]:
    """What stands below the sum of all acts if some may be one act."""
    pairs = len(twins(world)) if row["what"] == "all" else 0
    return [maybe_one(pairs)] if pairs else []


def _rests_on(world: World, row: Record) -> list[str]:
    """What a figure of a state rests on, and which people of two of its acts count once."""
    made_of = world.parts[counted.key(row)]
    totals = [f" ({part['row_id']})" for part in made_of if part["table_name"] == "act_groups"]
    said = counted.rests_on(row, made_of)
    for each in totals:
        said = [text.replace(each, "") for text in said]
    once = [
        f"the papers to {pair['act_id']} and those to {pair['other_act_id']} may be about the same "
        f"{'person, who counts' if pair['n'] == 1 else 'people, who count'} once. "
        f"{pair['reason'].removesuffix('.')}"
        for pair in grouped(world.rows["pairs"], counted.key).get(counted.key(row), ())
    ]
    return said + once


def _retold(row: Record, name: str) -> str:
    """How much of a number no witness gives; empty where that is nothing."""
    n = row[f"{name}_unwitnessed"]
    if not n:
        return ""
    return f"{'' if n == row[name] else f'{n:,} of them '}by {ALL_UNSEEN} alone"


def rulings(world: World) -> list[Ruling]:
    """Rulings on acts in scope, by day: those of the view `rulings`, each once."""
    return _listed(world, world.rulings)


def undecided(world: World) -> list[Ruling]:
    """Petitions to enforce of which no ruling is on record."""
    filed = [act for act in world.acts if act["enforcement_status"] == "petition_filed"]
    return _listed(world, {act["enforcement_event_id"] for act in filed})


def _listed(world: World, keys: Iterable[str]) -> list[Ruling]:
    """Events in their order, each with its acts in scope."""
    acts = {act["act_id"]: act for act in world.acts}
    pairs = [row for row in world.rows["event_acts"] if row["act_id"] in acts]
    of = grouped(pairs, lambda row: row["event_id"])
    return [
        _ruling(world, event, [acts[row["act_id"]] for row in of[event["event_id"]]])
        for event in ordered(world.by_key["events"][key] for key in keys)
    ]


ON = {
    "enforcement": "the request to enforce the papers",
    "quashing": "the request to set the papers aside",
    "prohibition": "the request to forbid compliance",
    "stay": "the request to suspend an order",
    "appeal": "the appeal",
}
"""What a ruling decides, as what a court was asked; of anything else the event itself says so."""
RULED = {
    "granted": "The court granted {}",
    "granted_in_part": "The court granted {} in part",
    "denied": "The court denied {}",
    "dismissed": "The court dismissed {}",
    "affirmed": "On {}, the court let the order stand",
    "reversed": "On {}, the court reversed the order",
    "vacated": "On {}, the court set the order aside",
}


def _ruling(world: World, event: Record, acts: list[Record]) -> Ruling:
    key = event["event_id"]
    case = world.by_key["proceedings"].get(event["proceeding_id"] or "", {})
    told = world.rulings.get(key, {})
    judge = ", ".join(each for each in (told.get("judge"), told.get("judge_title")) if each)
    whom = told.get("directed_at")
    apart = f"; its order is directed at {the(whom)} and not at the recipient" if whom else ""
    ruled = RULED.get(event["result"] or "", "").format(ON.get(event["decides"] or "", ""))
    return Ruling(
        day=event_day(event),
        court=_court(case),
        said=event["summary"] or world.definition("event_kind", event["kind"]),
        result=f"{ruled}{apart}." if ruled and event["decides"] in ON else "",
        papers=listed(dict.fromkeys(_paper(world, act) for act in acts)),
        address=f"acts/{acts[0]['act_id']}.html#events/{key}",
        judge=judge,
        marks=_marks(world, event, told),
    )


def _marks(world: World, event: Record, told: Record) -> list[str]:
    """How well a ruling is known, as the view tells it; of other events, the same in short."""
    if told:
        return [stop(capital(each)) for each in (told["doubts"] or "").split("; ") if each]
    split = capital(world.disputed.get(event["event_id"], ""))
    return [*filter(None, [split and stop(split), only(world.row_tellers("events", event))])]


def _court(case: Record) -> str:
    """A court by name, and whether it is one of a state."""
    name = case.get("court_name")
    if not name:
        return "a court that is not known"
    return str(name) if name.startswith("U.S. ") else f"{name} (state court)"


def _paper(world: World, act: Record) -> str:
    """Whose papers they were, and when they came."""
    day = bare(act["served_edtf"] or act["issued_edtf"])
    at = " ".join(part for part in (where(world, act), f"({day})" if day else "") if part)
    return f"{the(world.body(act['recipient_agency_id']))}, {at}"
