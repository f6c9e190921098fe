"""What is not known of an act, as its page tells it, and what was looked for in vain."""

import re

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose import unknown
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.wording import capital, counted, number
from website.passages import Say
from website.world import World

Row = tuple[str, str]
"""A row of the page by table and key."""


def told(world: World, act: Record) -> list[Say]:
    """What is not known of an act, each with the way to its search or its event."""
    return [_told(world, gap) for gap in unknown.gaps(world, act)]


def _told(world: World, gap: unknown.Gap) -> Say:
    said = Say(gap.text, absent=True)
    if gap.search_id:
        said.small = _searched(world, gap.search_id)
        said.link, said.link_text = f"searches.html#{gap.search_id}", "the search"
    elif gap.event_id:
        said.link, said.link_text = f"#events/{gap.event_id}", "the event"
    return said


def _searched(world: World, key: str) -> str:
    row = world.by_key["searches"][key]
    return (
        f"Looked for in {row['collection']} {when(str(row['searched_on']))}: "
        f"{counted(row['n_results'], 'result')}, "
        f"{number(row['n_read']) if row['n_read'] else 'none'} read."
    )


def in_vain(world: World, act: Record, rows: list[Row]) -> list[tuple[str, str]]:
    """Searches in vain for an act, alone or with others: each id with what was looked for.

    They are of the act's state, and their ids begin as the act's, or as those of searches that
    tell why one of its cells is empty.
    """
    named = [row["search_id"] for key in rows for row in world.absences.get(key, ())]
    stems = {_stem(key) for key in named if key} | {act["act_id"]}
    state = world.government(act)["state"]
    return [
        (row["search_id"], capital(row["looked_for"]))
        for row in sorted(world.rows["searches"], key=lambda row: _in_order(row["search_id"]))
        if row["outcome"] != "found"
        and _stem(row["search_id"]) in stems
        and row["state"] in (state, None)
    ]


def _stem(key: str) -> str:
    """The id of a search without its number.

    >>> _stem("denver-1-17")
    'denver-1'
    """
    return re.sub(r"-\d+$", "", key)


def _in_order(key: str) -> tuple[str, int]:
    number_ = re.search(r"\d+$", key)
    return _stem(key), int(number_[0]) if number_ else 0
