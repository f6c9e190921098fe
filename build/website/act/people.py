"""What is reported of the people of an act: as it is put, by whom, and without a name."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import (
    capital,
    counted,
    number,
    quoted,
    spoken,
    stop,
    the,
)
from ice_subpoenas.vocabularies import FactKind
from website.passages import Say, say, say_row
from website.world import World


class Person(NamedTuple):
    """What is reported of one person, or of people together."""

    heading: str
    said: list[Say]


PUT = {
    "alleged": "alleged, not established",
    "accused": "an accusation",
    "denied": "denied",
    "threatened": "threatened",
    "predicted": "expected, not reported as done",
}
"""How a fact is put, if it is not told as one."""

CALLED = {
    "crime": "a crime",
    "violent_crime": "a violent crime",
    "weapons": "a weapons offense",
    "drug_crimes": "drug offenses",
    "driving_under_influence": "driving under the influence",
}
"""Offenses that need other words than their code."""

NOTHING = ("charg", "crim", "offens", "a", "an", "the", "of")
"""Stems of words that only say that it is an offense."""


def persons(world: World, act: Record) -> list[Person]:
    """The people of an act together, then one by one; facts of groups of which theirs are parts."""
    key = act["act_id"]
    rows = list(world.children["case_facts"].get(key, ()))
    found = [_person(world, "All of them, or some", rows, act)]
    subjects = [row for row in world.rows["individuals_referenced"] if row["act_id"] == key]
    by_person = grouped(world.rows["case_facts"], lambda fact: fact["individual_id"])
    facts = [(row, by_person.get(row["individual_id"], [])) for row in subjects]
    for n, (row, theirs) in enumerate(facts):
        one = _person(world, f"Person {_letter(n)}", theirs, act)
        found.append(Person(one.heading, [description(world, row), *one.said]))
    joint = [
        fact
        for row in world.rows["individuals_referenced"]
        if row["act_group_id"] and row["act_group_id"] == act["act_group_id"]
        for fact in by_person.get(row["individual_id"], [])
    ]
    theirs_too = [*rows, *(fact for _, theirs in facts for fact in theirs)]
    groups = _groups(world, theirs_too, joint, subjects)
    found += [
        _person(world, f"Of {world.described(row)} whom a source counts together", theirs, act)
        for row, theirs in groups
    ]
    return found


def description(world: World, row: Record) -> Say:
    """Who the person is, by age and country alone."""
    known = [name for name in ("age", "nationality", "role") if row[name]]
    text = capital(f"{world.described(row)}, about whom information is asked.")
    key = row["individual_id"]
    return say(world, text, [("individuals_referenced", key, name) for name in known])


def _letter(n: int) -> str:
    return chr(ord("A") + n) if n < 26 else str(n + 1)


def _groups(
    world: World, facts: Iterable[Record], joint: Iterable[Record], known: list[Record]
) -> list[tuple[Record, list[Record]]]:
    """Facts of groups that go beyond the act: those of its joint people, and others of which facts
    of the act are parts."""
    mine = {row["individual_id"] for row in known}
    by_key = world.by_key["case_facts"]
    wholes = [by_key[fact["part_of"]] for fact in facts if fact["part_of"] in by_key]
    wholes += [fact for fact in joint if not fact["part_of"]]
    found: dict[str, list[Record]] = {}
    for whole in wholes:
        person = whole["individual_id"]
        if person and person not in mine and whole not in found.setdefault(person, []):
            found[person].append(whole)
    people = world.by_key["individuals_referenced"]
    return [(people[person], rows) for person, rows in sorted(found.items())]


def _person(world: World, heading: str, facts: list[Record], act: Record) -> Person:
    rows = sorted(facts, key=lambda fact: FactKind.codes().index(fact["kind"]))
    return Person(heading, [fact(world, row, act) for row in rows])


def fact(world: World, row: Record, act: Record) -> Say:
    """A fact by its kind, with how it is put and of whom, what for, by whom and when it is said."""
    what = offense(row)
    body, other = (the(world.body(row[name])) for name in ("agency_id", "addressee_agency_id"))
    put = f" ({PUT[row['modality']]})" if row["modality"] in PUT else ""
    told = (
        _who(world, row, act),
        what and f"for {what}",
        body and f"by {body}",
        other and f"addressed to {other}",
        row["n_times"] and counted(row["n_times"], "time"),
        when(row["occurred_edtf"]),
    )
    text = f"{capital(spoken(row['kind']))}{put}: {', '.join(filter(None, told))}"
    return say_row(world, stop(text), "case_facts", row["case_fact_id"], _small(world, row))


def offense(row: Record) -> str:
    """The offense in the words of the source, with the code that stands for it if it differs.

    >>> offense({"offense": "homicide", "offense_as_printed": "vehicular homicide"})
    '“vehicular homicide”'
    >>> offense({"offense": "drug_trafficking", "offense_as_printed": "attempting to import"})
    '“attempting to import” (sorted under drug trafficking)'
    >>> offense({"offense": "murder", "offense_as_printed": "murdering"})
    'murder'
    """
    printed = quoted(row["offense_as_printed"]) if row["offense_as_printed"] else ""
    code = CALLED.get(row["offense"] or "", spoken(row["offense"]))
    if row["offense"] in (None, "crime"):
        return f"{code} ({printed})" if code and printed else code or printed
    stems, told = _stems(spoken(row["offense"])), _stems(row["offense_as_printed"] or "")
    if not told or told == stems:
        return code
    return printed if stems <= told else f"{printed} (sorted under {code})"


def _stems(words: str) -> set[str]:
    """Words without their endings; what only says that it is an offense is left out."""
    found = re.findall(r"\w+", words.casefold())
    return {re.sub(r"(?<=\w{3})(?:ing|es|e|s)$", "", word) for word in found} - {*NOTHING}


def account(world: World, row: Record, act: Record) -> str:
    """A fact with who says so, in a line."""
    who = world.speaker(row["attributed_to_individual_id"], row["attributed_to_agency_id"])
    said = fact(world, row, act).text.removesuffix(".")
    return f"{said} (said by {who})" if who and who.lower() not in said.lower() else said


def _small(world: World, row: Record) -> str:
    who = world.speaker(row["attributed_to_individual_id"], row["attributed_to_agency_id"])
    said = f"Said by {who}" if who else "In the source’s own words"
    is_fact = row["modality"] == "asserted"
    put = "put as a fact" if is_fact else f"put as “{spoken(row['modality'])}”"
    return f"{said}; {put}"


def _who(world: World, row: Record, act: Record) -> str:
    """Of how many people it is said."""
    some, total = row["n_affected"], row["n_total"]
    group = world.by_key["individuals_referenced"].get(row["individual_id"] or "", {})
    if group.get("n_persons") and not some and not total:
        return "the people of the group, or some of them"
    if row["individual_id"] and not some and not total:
        return "the person"
    if some and some == total and total == act["n_persons"]:
        return {1: "the person", 2: "both people"}.get(some, f"all {number(some)} people")
    if some == total:
        total = None
    if some and total:
        return f"{number(some)} of the {number(total)} people"
    if some:
        return counted(some, "person", "people")
    if total or act["n_persons"] != 1:
        return f"one or more of the {number(total) + ' ' if total else ''}people"
    return "the person"


def same(world: World, act: Record, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Pairs of rows that may be the same: what each says, and why. For events, see `events`."""
    known = set(rows)
    return [
        (*(_called(world, act, row["table_name"], key) for key in pair), row["reason"])
        for row in world.rows["may_be_same"]
        for pair in ((row["row_id"], row["other_row_id"]),)
        if row["table_name"] != "events" and {(row["table_name"], key) for key in pair} & known
    ]


def _called(world: World, act: Record, table: str, key: str) -> str:
    """A row in words: a fact as on the page, a person without the name, any other by its id."""
    row = world.by_key[table][key]
    if table == "case_facts":
        return fact(world, row, act).text.removesuffix(".")
    return world.described(row) if table == "individuals_referenced" else key
