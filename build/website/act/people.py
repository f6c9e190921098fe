"""What is reported of the people of an act: as it is put, by whom, and without a name."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import when
from ice_subpoenas.prose.known import Record, grouped
from ice_subpoenas.prose.wording import capital, counted, number, spoken, stop, the
from website.act import printed
from website.passages import Say, say, say_row
from website.world import World


class Person(NamedTuple):
    """What is reported of one person, or of people together."""

    heading: str
    said: list[Say]


CLAUSES = {
    "arrest": "{who} {was} arrested{by}{for_}",
    "accusation": "{who} {be} said to have committed {offense}",
    "charge": "{who} {was} charged{by}{with_}",
    "indictment": "{who} {was} indicted{for_}",
    "plea": "{who} entered a plea{to_}",
    "conviction": "{who} {was} convicted{of_}",
    "sentence": "{who} {was} sentenced{for_}",
    "dismissal": "a charge against {whom}{of_} was dropped or dismissed",
    "acquittal": "{who} {was} found not guilty{of_}",
    "incarceration": "{who} had been jailed{for_}",
    "wanted": "{who} {was} wanted{by}{for_}",
    "wanted_for_removal": "{who} {was} wanted{by} for deportation or immigration enforcement",
    "custody": "{who} {was} {once}held{by}{for_}",
    "release": "{who} {was} released{by}",
    "no_bail": "{who} {was} held without bail",
    "bail": "bail for {whom} was set, posted or refused",
    "detainer_lodged": "an immigration detainer for {whom} was lodged{by}{at}",
    "detainer_honored": "a detainer for {whom} was honored{by}",
    "detainer_declined": "a detainer for {whom} was not honored{by}",
    "handover_declined": "{who} {was} not handed over to immigration authorities{by}",
    "detainer_not_received": "there had been no detainer for {whom}",
    "notification_requested": "notice before the release of {whom} was requested{by}{of}",
    "notification_given": "notice before the release of {whom} was given{by}",
    "notification_declined": "notice before the release of {whom} was not given{by}",
    "prior_removal": "{who} had been deported before{times}",
    "reentry": "{who} came back into the country after a deportation",
    "death": "{who} died",
    "injury": "{who} {was} hurt",
}
PUT = {
    "alleged": "Alleged, not established",
    "accused": "An accusation",
    "denied": "Denied",
    "threatened": "Threatened",
    "predicted": "Expected, not reported as done",
}
OWN = {
    ("accusation", "accused"): "{who} {be} accused of {offense}",
    ("accusation", "alleged"): "{who} {be} alleged to have committed {offense}",
    ("expected_release", "predicted"): "{who} {was} expected to be released",
    ("expected_release", "denied"): "{who} {was} not expected to be released",
    ("expected_release", "asserted"): "a release of {whom} is mentioned",
    ("detainer_not_received", "denied"): "{agency} says that it had no detainer for {whom}",
}
"""Clauses that say how the fact is put, so that nothing has to stand before them."""

ABOUT = {
    ("bail", "asserted"): "bail for {whom}",
    ("expected_release", "denied"): "whether {whom} would be released",
}
"""What is named instead where a clause would be wider than the words, which follow it."""


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
    order = {kind: n for n, kind in enumerate(CLAUSES)}
    rows = sorted(facts, key=lambda fact: order.get(fact["kind"], len(order)))
    return Person(heading, [fact(world, row, act) for row in rows])


def fact(world: World, row: Record, act: Record) -> Say:
    """A fact in a sentence, with how it is put, who says so, and what the words say besides."""
    sentence = _sentence(world, row, act)
    words = printed.words(world, row, sentence)
    days = when(row["occurred_edtf"])
    if words:
        terms = _terms(world, row, act) | {"once": ""}
        about = ABOUT.get((row["kind"], row["modality"]))
        sentence = about.format(**terms) if about else _sentence(world, row, act, terms)
    told = capital(f"{sentence}{' ' + days if days else ''}")
    if words:
        many = "sources" if "” and “" in words else "a source"
        is_about = (row["kind"], row["modality"]) in ABOUT
        told = f"{told}, in" if is_about else f"{stop(told)} In"
        told = f"{told} the words of {many}: {words}"
    return say_row(world, stop(told), "case_facts", row["case_fact_id"], _small(world, row))


def _sentence(
    world: World, row: Record, act: Record, terms: Mapping[str, str] | None = None
) -> str:
    """A fact in our own words, without its day."""
    kind, modality = row["kind"], row["modality"]
    own = OWN.get((kind, modality))
    text = (own or CLAUSES.get(kind, "")).format(**(terms or _terms(world, row, act)))
    if not text:
        text = f"{_who(world, row, act)}: {world.definition('fact_kind', kind).removesuffix('.')}"
    return f"{PUT[modality]}: {text}" if modality in PUT and not own else text


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


def _terms(world: World, row: Record, act: Record) -> dict[str, str]:
    who, offense = _who(world, row, act), printed.offense(row)
    plural = "people" in who and not who.startswith("one of ")
    body = the(world.body(row["agency_id"])) if row["agency_id"] else ""
    other = the(world.body(row["addressee_agency_id"])) if row["addressee_agency_id"] else ""
    n = row["n_times"]
    return {
        "who": who,
        "whom": who,
        "was": "were" if plural else "was",
        "be": "are" if plural else "is",
        "once": "" if row["occurred_edtf"] else "at some time ",
        "offense": offense or "an offense",
        "agency": capital(body) or "A body",
        "by": f" by {body}" if body else "",
        "at": f" with {other}" if other else "",
        "of": f" of {other}" if other else "",
        "times": f", {counted(n, 'time')}" if n else "",
        **{f"{word}_": f" {word} {offense}" if offense else "" for word in ("for", "with", "of")},
        "to_": f" on a charge of {offense}" if offense else "",
    }


def _who(world: World, row: Record, act: Record) -> str:
    """Of how many people it is said."""
    some, total = row["n_affected"], row["n_total"]
    group = world.by_key["individuals_referenced"].get(row["individual_id"] or "", {})
    if group.get("n_persons") and not some and not total:
        return "the people of the group, or some of them,"
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
