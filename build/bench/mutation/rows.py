"""Edits of whole rows: persons swapped, parents moved, rows removed, quotations of another kind."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ice_subpoenas.prose.known import grouped
from ice_subpoenas.vocabularies import QuoteKind
from reviewed.rows import Written

from .edits import Edit, Key, World, having
from .values import retired

REMOVABLE = (
    "acts", "act_groups", "case_facts", "events", "grounds", "individuals_referenced",
    "information_sought", "known_totals", "policy_statements", "proceedings", "quotes",
    "source_relations",
)  # fmt: skip
PARENTS = ("act_id", "individual_id", "event_id", "proceeding_id", "act_group_id")


def swapped(world: World) -> Iterator[Edit]:
    """Two people of one act or page, who have changed places in every fact."""
    of_people = (
        row
        for row in world.written
        if row.table.table == "case_facts" and row.values.get("individual_id")
    )
    facts = grouped(of_people, lambda row: str(row.values["individual_id"]))
    for one, other in combinations(sorted(facts), 2):
        of_one_act = one.rsplit("-", 1)[0] == other.rsplit("-", 1)[0]
        if of_one_act or _pages(facts[one]) & _pages(facts[other]):
            moved = {row.key: having(row, individual_id=other) for row in facts[one]}
            moved |= {row.key: having(row, individual_id=one) for row in facts[other]}
            tier = "held" if any(world.tier(r) == "held" for r in moved.values()) else "quoted"
            yield Edit("two people swapped", tier, f"facts of {one} ↔ {other}", moved)


def _pages(rows: list[Written]) -> set[str]:
    return {said.source for row in rows for said in row.said}


def parents(world: World) -> Iterator[Edit]:
    """A row moved to another act, person or event."""
    chance = world.chance("parents")
    for row in world.written:
        for column in PARENTS:
            old = row.values.get(column)
            if old is None or row.table.key == column or row.table.table == "retired_ids":
                continue
            references = row.table.column_map()[column].references or ""
            others = [each for each in world.ids.get(references, ()) if each != old]
            if others:
                yield _parent(world, row, column, str(old), chance.choice(others))


def _parent(world: World, row: Written, column: str, old: str, new: str) -> Edit:
    moved = having(row, **{column: new})
    rows: dict[Key, Written | None] = {row.key: moved}
    if row.table.table == "event_acts":
        row_id = f"{moved.values['event_id']}-of-{moved.values['act_id']}"
        moved = replace(having(moved, event_act_id=row_id), row_id=row_id)
        rows = {row.key: None, moved.key: moved} | retired(row)
    event = world.sound.written.get(("events", str(row.values.get("event_id"))))
    owner = row if row.said else event or row
    what = f"{row.table.table} {row.row_id}.{column}: {old} → {new}"
    return Edit("parent moved", world.tier(owner), what, rows)


def kinds(world: World) -> Iterator[Edit]:
    """A quotation called another kind of one."""
    chance = world.chance("kinds")
    for row in world.written:
        if row.table.table == "quotes":
            old = row.values["kind"]
            new = chance.choice([code for code in QuoteKind.codes() if code != old])
            changed = having(row, kind=new)
            what = f"quotes {row.row_id}.kind: {old} → {new}"
            yield Edit("kind of a quotation changed", "held", what, {row.key: changed})


def removed(world: World) -> Iterator[Edit]:
    """A row removed: alone, with its id retired, and with words of the row in that reason."""
    for row in world.written:
        if row.table.table not in REMOVABLE:
            continue
        tier, what = world.tier(row), f"{row.table.table} {row.row_id}"
        gone: dict[Key, Written | None] = {row.key: None}
        yield Edit("row removed", tier, what, gone)
        yield Edit("row removed, its id retired", tier, what, gone | retired(row))
        if row.said:
            words = max((said.words or said.passage for said in row.said), key=len)
            reason = f"The words “{words}” say nothing that another row does not say."
            kind = "row removed, its id retired with its words"
            yield Edit(kind, tier, what, gone | retired(row, reason))
