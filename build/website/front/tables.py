"""Tables of the first page: acts by year and state, and what courts ruled."""

from __future__ import annotations

from types import SimpleNamespace

from ice_subpoenas.derivations.edtf_in_words import bare
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.wording import capital, spoken, stop, the
from ice_subpoenas.published import counted
from website.act.events import event_day
from website.act.sending import where
from website.names import state
from website.passages import RETOLD
from website.world import World


def by_year(world: World) -> list[SimpleNamespace]:
    """The view `counts` without single governments: each year after its states, all years last."""
    rows = [row for row in world.rows["counts"] if row["jurisdiction_id"] is None]
    order = sorted(
        rows, key=lambda r: (r["year"] is None, r["year"], r["state"] is None, state(r["state"]))
    )
    return [_line(world, row) for row in order]


def _line(world: World, row: Record) -> SimpleNamespace:
    """A year and a state, or their sum, with its numbers in words.

    `retold` says of the subpoenas and of the people how many only copies or retellings give.
    """
    is_whole = row["year"] is None and row["state"] is None
    year = str(row["year"] or ("All years" if is_whole else "Year not known"))
    many = row["n_subpoenas"], row["n_at_least"]
    people = row["n_persons"]
    made_of = counted.made_of(row, world.rows["counted"])
    return SimpleNamespace(
        year=year,
        place=state(row["state"]) if row["state"] else "All states",
        acts=row["n_acts"],
        subpoenas=f"{many[1]:,}" if many[0] == many[1] else f"{many[1]:,} or more",
        people=f"{people:,}" if people else "not known",
        retold=(_retold(row, made_of, "n_at_least"), _retold(row, made_of, "n_persons")),
        rests_on=counted.rests_on(row, made_of, world.rows["pairs"]) if row["state"] else "",
        is_sum=row["state"] is None,
    )


def _retold(row: Record, made_of: list[Record], name: str) -> str:
    """How much of a number only copies or retellings give; empty where that is nothing."""
    n = counted.retold(made_of, name)
    if not n:
        return ""
    return f"{'' if n == row[name] else f'{n:,} of them '}by copies or retellings alone"


def rulings(world: World) -> list[SimpleNamespace]:
    """Orders of courts on acts in scope, by day; also orders that only put a ruling in writing."""
    return [_ruling(world, event, acts) for event, acts in _of(world, ("order",))]


def undecided(world: World) -> list[SimpleNamespace]:
    """Petitions to enforce of which no ruling is on record."""
    filed = [act for act in world.acts if act["enforcement_status"] == "petition_filed"]
    open_ = {act["enforcement_event_id"] for act in filed}
    found = _of(world, ("petition",))
    return [_ruling(world, event, acts) for event, acts in found if event["event_id"] in open_]


def _of(world: World, kinds: tuple[str, ...]) -> list[tuple[Record, list[Record]]]:
    """Events of these kinds in their order, each with its acts in scope."""
    acts = {act["act_id"]: act for act in world.acts}
    pairs = grouped(world.rows["event_acts"], lambda row: row["event_id"])
    events = [
        world.by_key["events"][key]
        for key, rows in pairs.items()
        if any(row["act_id"] in acts for row in rows)
    ]
    return [
        (event, [acts[r["act_id"]] for r in pairs[event["event_id"]] if r["act_id"] in acts])
        for event in ordered(events)
        if event["kind"] in kinds and (event["kind"] == "order" or not event["part_of"])
    ]


def _ruling(world: World, event: Record, acts: list[Record]) -> SimpleNamespace:
    """What a court ruled on acts in scope, or is asked to rule."""
    key = event["event_id"]
    case = world.by_key["proceedings"].get(event["proceeding_id"] or "", {})
    told = world.rulings.get(key, {})
    judge = ", ".join(each for each in (told.get("judge"), told.get("judge_title")) if each)
    whom = told.get("directed_at")
    apart = f", directed at {the(whom)} and not at the recipient" if whom else ""
    about = "" if event["decides"] in (None, "other") else f"{spoken(event['decides'])}: "
    return SimpleNamespace(
        day=event_day(event),
        court=_court(case),
        said=event["summary"] or world.definition("event_kind", event["kind"]),
        result=capital(f"{about}{spoken(event['result'])}{apart}") if event["result"] else "",
        papers="; ".join(dict.fromkeys(_paper(world, act) for act in acts)),
        address=f"acts/{acts[0]['act_id']}.html#events/{key}",
        judge=judge,
        marks=_marks(world, event, told),
    )


def _marks(world: World, event: Record, told: Record) -> list[str]:
    """How well a ruling is known, as the view tells it; of other events, the same in short."""
    if told:
        return [stop(capital(each)) for each in (told["doubts"] or "").split("; ") if each]
    split = world.disputed.get(event["event_id"])
    return [
        *([stop(capital(split))] if split else []),
        *([] if event["is_witnessed"] else [RETOLD]),
    ]


def _court(case: Record) -> str:
    """A court by name, and whether it is one of a state."""
    name = case.get("court_name")
    if not name:
        return "Court not known"
    return str(name) if name.startswith("U.S. ") else f"{name} (state court)"


def _paper(world: World, act: Record) -> str:
    """Whose papers they were, and when they came."""
    day = bare(act["served_edtf"] or act["issued_edtf"])
    return f"{the(world.body(act['recipient_agency_id']))}, {where(world, act)}, {day}".rstrip(", ")
