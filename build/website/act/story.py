"""All that the page of an act tells, and the sources that it rests on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ice_subpoenas.prose import disputes
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.wording import capital, the
from website import context
from website.act import events, gaps, matters, people, sending
from website.passages import value
from website.world import World


def story(world: World, act: Record) -> dict[str, Any]:
    """Everything that the page of an act says, for its template."""
    key = act["act_id"]
    found = ordered(world.events_of.get(key, ()))
    rows = disputes.rows_told(world, act)
    return {
        "act": act,
        "title": capital(the(world.body(act["recipient_agency_id"]))),
        "place": sending.where(world, act),
        "day": sending.day(world, act),
        "first": sending.first(world, act),
        "standing": events.standing(world, act),
        "opening": sending.opening(world, act),
        "asked": sending.asked(world, key),
        "columns": matters.reasons(world, act, found),
        "happenings": events.happenings(world, found, key),
        "cases": matters.cases(world, found),
        "persons": [person for person in people.persons(world, act) if person.said],
        "same": people.same(world, act, rows),
        "policies": context.of_government(world, act["jurisdiction_id"]),
        "unknown": gaps.told(world, act),
        "in_vain": gaps.in_vain(world, act, rows),
        "disputes": disputes.of_rows(
            world,
            rows,
            lambda piece: value(world, piece),
            lambda fact: people.account(world, fact, act),
        ),
        "sources": sources(world, rows),
    }


def sources(world: World, rows: Iterable[tuple[str, str]]) -> list[Record]:
    """The sources of the page: witnesses first, then copies and retellings, by day."""
    keys = {piece["source_id"] for row in rows for piece in world.evidence.get(row, ())}
    found = [world.by_key["sources"][key] for key in keys]
    last = date.max
    return sorted(
        found,
        key=lambda s: (
            not s["is_witness"],
            s["published_earliest"] or s["published_latest"] or last,
            s["source_id"],
        ),
    )
