"""The page of an act: its story in order, each sentence with the words that it rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from website import matters, people
from website.passages import Say, say, say_row
from website.words import (
    capital,
    clause,
    column,
    counted,
    heading,
    listed,
    number,
    on_day,
    spoken,
    state,
    the,
    when,
)
from website.world import Cell, Record, World, first_day

PAPERS = {
    "administrative_subpoena": "subpoena",
    "i9_subpoena": "subpoena for I-9 forms",
    "i9_notice": "notice of inspection of I-9 forms",
    "drug_subpoena": "subpoena under drug law",
    "criminal_subpoena": "subpoena in a criminal case",
}
STATUSES = {
    "response": ("Answer", "response_status"),
    "enforcement": ("Court", "enforcement_status"),
    "outcome": ("Outcome", "outcome"),
}


@dataclass
class Happening:
    """An event in its place in the story."""

    key: str
    day: str
    said: Say
    parts: list[Say] = field(default_factory=list)


@dataclass
class Story:
    """All that the page of an act tells."""

    act: Record
    title: str
    place: str
    day: str
    lead: str
    first: Say
    standing: list[tuple[str, Say]]
    opening: list[Say]
    asked: list[Say]
    columns: list[tuple[str, list[tuple[str, list[matters.Reason]]]]]
    happenings: list[Happening]
    cases: list[matters.Case]
    persons: list[tuple[str, list[Say]]]
    same: list[str]
    unknown: list[Say]
    disputes: list[matters.Dispute]
    sources: list[Record]


def story(world: World, act: Record) -> Story:
    """Everything that is said of an act."""
    key = act["act_id"]
    events = ordered(world.events_of.get(key, ()))
    happened = happenings(world, events)
    persons = people.persons(world, act)
    cases = matters.cases(world, events)
    rows = list(_rows(world, act, events, persons))
    return Story(
        act=act,
        title=capital(the(world.body(act["recipient_agency_id"]))),
        place=place(world, act),
        day=day(act),
        lead=lead(world, act),
        first=first(world, act),
        standing=standing(world, act),
        opening=opening(world, act),
        asked=asked(world, key),
        columns=matters.reasons(world, act, events),
        happenings=happened,
        cases=cases,
        persons=[(label, said) for label, _, said in persons if said],
        same=people.same(world, rows),
        unknown=unknown(world, rows),
        disputes=matters.disputes(world, rows),
        sources=sources(world, rows),
    )


# --- who, what, when ------------------------------------------------------------------------------


def paper(act: Record) -> str:
    """What the paper is called, in the singular."""
    return PAPERS.get(act["instrument"], spoken(act["instrument"]))


def papers(act: Record) -> str:
    """How many papers, with their noun; a number that nobody gives stays open."""
    one = paper(act)
    many = re.sub(r"\b(subpoena|notice|letter|request|summons)\b", _plural, one, count=1)
    n = act["n_subpoenas"]
    return counted(n, one, many) if n else f"one or more {many}"


def _plural(found: re.Match[str]) -> str:
    return f"{found[0]}es" if found[0].endswith("s") else f"{found[0]}s"


def place(world: World, act: Record) -> str:
    """The government and its state, such as `Denver, Colorado`."""
    government = world.government(act)
    full = state(government["state"])
    return full if government["name"] == full else f"{government['name']}, {full}"


def where(world: World, act: Record) -> str:
    """The place beside the recipient's name, without what that name says."""
    named = world.body(act["recipient_agency_id"])
    government, full = world.government(act)["name"], state(world.government(act)["state"])
    return full if government in named or government == full else place(world, act)


def day(act: Record) -> str:
    """When the act was, as a heading with its verb, such as `Served January 17, 2020`."""
    stem = "served" if act["served_edtf"] else "issued"
    words = heading(act[f"{stem}_edtf"])
    return f"{stem.capitalize()} {words[:1].lower() + words[1:] if _is_word(words) else words}" if act[f"{stem}_edtf"] else words


def _is_word(words: str) -> bool:
    return words.startswith(("Between", "By", "On", "From"))


def lead(world: World, act: Record) -> str:
    """The act in one sentence."""
    issuer = world.body(act["issuing_agency_id"])
    to = the(world.body(act["recipient_agency_id"]))
    government = world.government(act)["name"]
    where = "" if government in to else f" of {the(place(world, act))}"
    served = act["served_edtf"]
    days = when(served or act["issued_edtf"])
    verb, preposition = ("served", "on") if served else ("sent", "to")
    about = f" about {counted(act['n_persons'], 'person', 'people')}" if act["n_persons"] else ""
    sentence = f"{the(issuer)} {verb} {papers(act)}{about} {preposition} {to}{where}"
    return capital(f"{sentence}{' ' + days if days else ''}.")


def first(world: World, act: Record) -> Say:
    """The sentence of the act, with the words that it rests on."""
    names = ["issuing_agency_id", "recipient_agency_id", "n_subpoenas", "n_persons"]
    names.append("served" if act["served_edtf"] else "issued")
    return say(world, lead(world, act), _cells(act, *names))


def _cells(act: Record, *names: str) -> list[Cell]:
    return [("acts", act["act_id"], name) for name in names]


def opening(world: World, act: Record) -> list[Say]:
    """What the papers are, on what basis, and with what term."""
    found = []
    if act["served_edtf"] and act["issued_edtf"]:
        issued = f"The agency issued {_them(act)} {when(act['issued_edtf'])}."
        found.append(say(world, issued, _cells(act, "issued")))
    kind = world.definition("instrument", act["instrument"])
    found.append(say(world, f"The kind of paper: {clause(kind)}.", _cells(act, "instrument")))
    for name, text in (
        ("recipient_as_printed", "The source nearest to the act calls the recipient “{}.”"),
        ("form_title", "The title printed on the paper is “{}.”"),
        ("authority_as_printed", "Of its legal basis a source says: “{}.”"),
        ("authority_citation", "It rests on {}."),
    ):
        if act[name]:
            found.append(say(world, text.format(act[name]), _cells(act, name)))
    return found + terms(world, act) + together(world, act)


def _them(act: Record) -> str:
    return "it" if act["n_subpoenas"] == 1 else "them"


def terms(world: World, act: Record) -> list[Say]:
    """How long the recipient had, of the whole act or of its subpoenas one by one."""
    found = []
    if act["days_to_respond"]:
        given = f"The recipient was given {counted(act['days_to_respond'], 'day')} to answer."
        found.append(say(world, given, _cells(act, "days_to_respond")))
    else:
        rows = [r for r in world.children["subpoenas"].get(act["act_id"], ()) if r["days_to_respond"]]
        groups = Counter(row["days_to_respond"] for row in rows)
        if rows:
            each = [f"{counted(days, 'day')} for {number(n)}" for days, n in groups.most_common()]
            text = f"Days given to answer, by subpoena: {listed(each)}."
            cells = [("subpoenas", row["subpoena_id"], "days_to_respond") for row in rows]
            found.append(say(world, text, cells))
    if act["respond_by_edtf"]:
        text = f"The last day to answer was {_bare(act['respond_by_edtf'])}."
        found.append(say(world, text, _cells(act, "respond_by")))
    return found


def _bare(edtf: str) -> str:
    return re.sub(r"^(on|in) (?!or after)", "", when(edtf))


def together(world: World, act: Record) -> list[Say]:
    """The group with which sources count the act."""
    group = world.by_key["act_groups"].get(act["act_group_id"] or "")
    if group is None:
        return []
    n = counted(group["n_subpoenas"], "subpoena")
    if group["kind"] == "together":
        text = f"Sources count it together with others {when(group['served_edtf'])}: {n} in all."
    else:
        of = world.by_key["jurisdictions"].get(group["jurisdiction_id"] or "", {}).get("name", "")
        to = f" to {of}" if of else ""
        text = f"A source counts {n}{to} {when(group['served_edtf'])}; this act is a part of them."
    said = say_row(world, text, "act_groups", group["act_group_id"])
    said.notes += [group["remark"]] if group["remark"] else []
    said.anchor = ""
    return [said]


def asked(world: World, key: str) -> list[Say]:
    """The kinds of information that were asked for."""
    found = []
    for row in world.children["information_sought"].get(key, ()):
        text = capital(clause(world.definition("information_kind", row["kind"]))) + "."
        found.append(say_row(world, text, "information_sought", row["information_sought_id"]))
    return found


def standing(world: World, act: Record) -> list[tuple[str, Say]]:
    """Where the matter stands: answer, court and outcome, each from the event that tells so."""
    found = []
    for line, (label, stem) in STATUSES.items():
        event = world.by_key["events"].get(act[f"{line}_event_id"] or "")
        if event is None or not act[stem]:
            found.append((label, Say(_not_known(world, act, stem))))
            continue
        text = world.definition(stem, act[stem])
        days = heading(act[f"{line}_as_of"])
        said = say_row(world, f"{days}: {clause(text)}.", "events", event["event_id"])
        said.anchor, said.notes = "", []
        said.retold = not act[f"{line}_is_witnessed"]
        said.link, said.link_text = f"#events/{event['event_id']}", "the event"
        found.append((label, said))
    return found


def _not_known(world: World, act: Record, stem: str) -> str:
    rows = world.absences.get(("acts", act["act_id"]), ())
    reason = next((row["reason"] for row in rows if row["column_name"] == stem), "")
    return {
        "not_found": "Looked for, and not found.",
        "not_stated": "The sources do not say.",
        "conflicting": "The sources disagree.",
        "withheld": "It is kept back.",
        "not_applicable": "The question does not arise.",
    }.get(reason, "Not known: no event on record tells.")


# --- what happened --------------------------------------------------------------------------------


def ordered(events: Iterable[Record]) -> list[Record]:
    """Events by the first day that is possible; what followed another event stands after it."""
    rows = list(events)
    by_key = {row["event_id"]: row for row in rows}

    def place_of(row: Record, seen: frozenset[str] = frozenset()) -> tuple[date, int, date, str]:
        days = [row["occurred_earliest"], row["occurred_latest"], row["known_by"]]
        first = next((day for day in days if day), date.max)
        last = row["occurred_latest"] or row["known_by"] or date.max
        before = by_key.get(row["after_event_id"] or "")
        depth = 0
        if before is not None and row["event_id"] not in seen:
            earlier = place_of(before, seen | {row["event_id"]})
            first, depth = max(first, earlier[0]), earlier[1] + 1 if earlier[0] >= first else 0
        return first, depth, last, row["event_id"]

    return sorted(rows, key=place_of)


def happenings(world: World, events: list[Record]) -> list[Happening]:
    """Events as sentences; parts of an event stand below it."""
    keys = {row["event_id"] for row in events}
    whole = [row for row in events if row["part_of"] not in keys]
    found = {row["event_id"]: Happening(row["event_id"], event_day(row), event(world, row)) for row in whole}
    for row in events:
        if row["part_of"] in found:
            said = event(world, row)
            said.text = f"{event_day(row)}: {said.text}"
            found[row["part_of"]].parts.append(said)
    return list(found.values())


def event_day(row: Record) -> str:
    """The day of an event as a heading; else by when it was reported."""
    if row["occurred_edtf"]:
        return heading(row["occurred_edtf"])
    known = row["known_by"]
    return f"Reported by {on_day(known)}" if known else "Day not known"


def event(world: World, row: Record) -> Say:
    """An event in a sentence, with what came of it."""
    text = row["summary"] or world.definition("event_kind", row["kind"])
    said = say_row(world, text, "events", row["event_id"], small=_small(world, row))
    quote = world.by_key["quotes"].get(row["quote_id"] or "")
    if quote:
        said.quote = (quote["text"], world.speaker(quote["speaker_id"], quote["speaker_agency_id"]))
    return said


def _small(world: World, row: Record) -> str:
    """What the sentence of an event may leave open: who, what it decided, whom it binds."""
    said = [capital(spoken(row["kind"]))]
    who = world.speaker(row["actor_individual_id"], row["actor_agency_id"])
    if who:
        said.append(f"by {who}")
    if row["decides"] and row["decides"] != "other":
        said.append(f"on {spoken(row['decides'])}")
    if row["result"]:
        said.append(f"result: {spoken(row['result'])}")
    if row["binds_agency_id"]:
        said.append(f"binds {the(world.body(row['binds_agency_id']))}")
    if row["n_persons"]:
        said.append(f"concerns {counted(row['n_persons'], 'person', 'people')}")
    return "; ".join(said)


# --- what is not known, and sources ---------------------------------------------------------------


def _rows(world: World, act: Record, events: list[Record], persons: list[people.Person]) -> Iterable[tuple[str, str]]:
    """The rows of which the page of an act tells, by table and key."""
    key = act["act_id"]
    yield "acts", key
    yield from (("subpoenas", row["subpoena_id"]) for row in world.children["subpoenas"].get(key, ()))
    for table, name in (("information_sought", "information_sought_id"), ("event_acts", "event_act_id")):
        yield from ((table, row[name]) for row in world.children[table].get(key, ()))
    yield from (("events", row["event_id"]) for row in events)
    ids = dict.fromkeys(row["proceeding_id"] for row in events if row["proceeding_id"])
    yield from (("proceedings", name) for name in ids)
    yield from (("grounds", row["ground_id"]) for row in matters.grounds(world, act, events))
    if act["act_group_id"]:
        yield "act_groups", act["act_group_id"]
    for _, facts, _ in persons:
        yield from facts


def unknown(world: World, rows: Iterable[tuple[str, str]]) -> list[Say]:
    """What is not known, why, and where it was looked for."""
    found: dict[tuple[str, str, str], Say] = {}
    for table, key in rows:
        for row in world.absences.get((table, key), ()):
            if row["reason"] == "not_applicable":
                continue
            reason = world.definition("absence", row["reason"]).split(":")[0]
            what = capital(column(row["column_name"]))
            of = f" (of {key})" if table not in ("acts", "subpoenas") else ""
            said = Say(f"{what}{of}: {clause(reason)}.", anchor="")
            if row["search_id"]:
                said.small = _searched(world, row["search_id"])
                said.link, said.link_text = f"searches.html#{row['search_id']}", "the search"
            found.setdefault((table if of else "acts", key if of else "", said.text), said)
    return list(found.values())


def _searched(world: World, key: str) -> str:
    row = world.by_key["searches"][key]
    return (
        f"Looked for in {row['collection']} {when(str(row['searched_on']))}: "
        f"{counted(row['n_results'], 'result')}, {number(row['n_read']) if row['n_read'] else 'none'} read."
    )


def sources(world: World, rows: Iterable[tuple[str, str]]) -> list[Record]:
    """The sources of the page: witnesses first, then copies and retellings, by day."""
    keys = {piece["source_id"] for row in rows for piece in world.evidence.get(row, ())}
    found = [world.by_key["sources"][key] for key in keys]
    last = date.max
    return sorted(
        found,
        key=lambda s: (not s["is_witness"], s["published_earliest"] or s["published_latest"] or last, s["source_id"]),
    )


def acts_in_order(world: World) -> list[Record]:
    """Acts in scope by day; the order of the list."""
    return sorted(world.acts, key=first_day)
