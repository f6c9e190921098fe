"""All that the page of an act tells, and the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace

from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.order import ordered
from ice_subpoenas.prose.unknown import rows_of
from ice_subpoenas.prose.wording import capital, the
from website import context
from website.act import events, gaps, matters, people, sending
from website.world import World


def story(world: World, act: Record) -> SimpleNamespace:
    """Everything that the page of an act says, for its template."""
    key = act["act_id"]
    found = ordered(world.events_of.get(key, ()))
    persons = people.persons(world, act)
    cases = matters.cases(world, found)
    rows = list(_rows(world, act, persons))
    return SimpleNamespace(
        act=act,
        title=capital(the(world.body(act["recipient_agency_id"]))),
        place=sending.where(world, act),
        day=sending.day(world, act),
        lead=sending.lead(world, act),
        first=sending.first(world, act),
        standing=events.standing(world, act),
        opening=sending.opening(world, act),
        asked=sending.asked(world, key),
        columns=matters.reasons(world, act, found),
        happenings=events.happenings(world, found),
        cases=cases,
        persons=[(label, said) for label, _, said in persons if said],
        same=people.same(world, act, rows),
        policies=context.of_government(world, act["jurisdiction_id"]),
        unknown=gaps.told(world, act),
        in_vain=gaps.in_vain(world, act, rows),
        disputes=[
            *matters.contrary(world, rows, lambda row: people.account(world, row, act)),
            *matters.disputes(world, rows),
        ],
        sources=sources(world, rows),
    )


def _rows(world: World, act: Record, persons: list[people.Person]) -> Iterable[tuple[str, str]]:
    """The rows of which the page of an act tells, by table and key."""
    told = [fact for _, facts, _ in persons for fact in facts]
    others = (row for row in rows_of(world, act) if row[0] != "case_facts")
    return dict.fromkeys([*others, *told])


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
