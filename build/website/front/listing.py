"""The list of acts: its rows, its filters, and the words by which a row is found."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ice_subpoenas.prose.known import PUBLIC, Record
from ice_subpoenas.prose.wording import capital, spoken, the
from website.act.sending import papers, place, where
from website.front.bars import bars_of, status
from website.names import state
from website.world import Cell, World, first_day

NUMBERS = ("n_subpoenas", "n_persons")


class Entry(NamedTuple):
    """An act in the list."""

    act: Record
    row: Record
    """Its row in the overview."""
    name: str
    where: str
    years: list[str]
    day: str
    answer: str
    court: str
    missing: dict[str, str]
    """Why a number is not known, by its column."""
    marks: dict[str, list[str]]
    """On what less than a witness a number rests, by its column."""
    words: list[str]
    """What the search looks through."""


def entries(world: World) -> list[Entry]:
    """The acts in scope, the newest first."""
    return [_entry(world, act) for act in sorted(world.acts, key=first_day, reverse=True)]


def _entry(world: World, act: Record) -> Entry:
    row = world.overview[act["act_id"]]
    return Entry(
        act=act,
        row=row,
        name=world.body(act["recipient_agency_id"]),
        where=where(world, act),
        years=years(world, act),
        day=" ".join(spoken(p) for p in (row["day_is"], row["day"]) if p not in (None, "by")),
        answer=status(world, act, "response_status"),
        court=status(world, act, "enforcement_status"),
        missing={name: _missing(world, act, name) for name in NUMBERS},
        marks={name: _marks(world, ("acts", act["act_id"], name)) for name in NUMBERS},
        words=names(world, act),
    )


def _marks(world: World, number: Cell) -> list[str]:
    """What stands below a number that no witness, or no words, give."""
    who = f"by {world.tellers([number])} alone"
    retold = [who] if world.support.get(number) is False else []
    return retold + (["a reader’s inference"] if number in world.inferred else [])


def _missing(world: World, act: Record, name: str) -> str:
    """Why a number of an act is not known."""
    rows = world.absences.get(("acts", act["act_id"]), ())
    if any(row["reason"] == "conflicting" for row in rows if row["column_name"] == name):
        return "sources disagree"
    group = world.by_key["act_groups"].get(act["act_group_id"] or "", {})
    return "counted with others" if group.get(name) else "not known"


def years(world: World, act: Record) -> list[str]:
    """Every year in which the act may have been; `none` where no year is known."""
    part = next(part for part in world.rows["counted"] if part["row_id"] == act["act_id"])
    first, last = part["act_year"], part["last_year"] or part["act_year"]
    return [str(year) for year in range(first, last + 1)] if first else ["none"]


def names(world: World, act: Record) -> list[str]:
    """Places, public bodies and people in public roles of an act: what the search looks through."""
    events = world.events_of.get(act["act_id"], ())
    government = world.government(act)
    bodies = [
        act["recipient_agency_id"],
        act["issuing_agency_id"],
        *_ids(events, "actor_agency_id", "binds_agency_id"),
    ]
    people = _ids(events, "actor_individual_id")
    cases = [world.by_key["proceedings"][key] for key in _ids(events, "proceeding_id")]
    bodies += _ids(cases, "petitioner_agency_id", "respondent_agency_id")
    people += _ids(cases, "petitioner_individual_id", "respondent_individual_id")
    found = [
        act["act_id"],
        government["name"],
        state(government["state"]),
        *(_with_initials(world, key) for key in bodies),
    ]
    return list(
        dict.fromkeys(found + [official(world, key) for key in people if official(world, key)])
    )


def _with_initials(world: World, key: str) -> str:
    """Name of a public body, with the initials that sources print for it."""
    rows = (row for row in world.rows["phrases"] if row["list_name"] == "agencies")
    printed = dict.fromkeys(row["phrase"] for row in rows if row["code"] == key)
    initials = [phrase for phrase in printed if INITIALS.fullmatch(phrase)]
    return f"{world.body(key)} ({', '.join(initials)})" if initials else world.body(key)


INITIALS = re.compile(r"[A-Z]{2,}")
"""A printed name of a body that is an abbreviation."""


def official(world: World, key: str) -> str:
    """Name and title of a person in a public role; empty for everybody else."""
    row = world.by_key["individuals_referenced"].get(key)
    if row is None or row["naming_decision"] not in PUBLIC or not row["name"]:
        return ""
    return f"{row['name']} ({row['title']})" if row["title"] else str(row["name"])


def _ids(rows: Iterable[Record], *columns: str) -> list[str]:
    return [row[column] for row in rows for column in columns if row[column]]


def choices(
    found: Sequence[Entry], world: World
) -> list[tuple[str, str, list[tuple[str, str, int]]]]:
    """The filters: their names in the address, their labels, and values with how many acts."""
    answers, courts = (
        {bar.code: bar.label for bar in bars_of(world, stem)}
        for stem in ("response_status", "enforcement_status")
    )
    years = (year for e in found for year in e.years)
    filters = {
        "state": ("State", ((e.row["state"] or "", state(e.row["state"])) for e in found)),
        "kind": ("Government", ((e.row["kind"], capital(spoken(e.row["kind"]))) for e in found)),
        "answer": ("Answer", ((e.answer, answers[e.answer]) for e in found)),
        "court": ("Court", ((e.court, courts[e.court]) for e in found)),
        "year": ("Year", ((year, "Not known" if year == "none" else year) for year in years)),
    }
    return [(name, label, _options(values)) for name, (label, values) in filters.items()]


def _options(values: Iterable[tuple[str, str]]) -> list[tuple[str, str, int]]:
    """Codes with their labels and how often each occurs, in the order of the labels."""
    many = sorted(Counter(values).items(), key=lambda item: item[0][1])
    return [(code, label, n) for (code, label), n in many]


def adjacent(world: World) -> list[tuple[Record, str, str, list[str]]]:
    """Adjacent papers with their names, for the search."""
    return [
        (
            act,
            f"{capital(papers(act))} to {the(world.body(act['recipient_agency_id']))}",
            place(world, act),
            names(world, act),
        )
        for act in world.adjacent
    ]
