"""What is not known of an act: how it ended, what a court decided, what no source says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ice_subpoenas.derivations.edtf_in_words import bare, when
from website.act.matters import case_title, subject
from website.passages import Say
from website.words import capital, clause, counted, number
from website.world import Record, World

NOT_ON_RECORD = "nothing is on record"
OPEN = {
    "not_produced": "How it ended: {told}, and nothing later is on record.",
    "appeal_pending": "How it ended: {told}, and nothing later is on record.",
    "produced_in_part": f"Whether the rest was ever produced: {NOT_ON_RECORD}.",
}
"""What an outcome that is no end leaves open."""

ASKING = ("petition", "suit")
CLOSING = ("order", "settlement", "withdrawal", "appeal")
TERMS = ("days_to_respond", "respond_by")
"""Columns that say until when to answer: one of them tells what the other leaves out."""
BASIS = ("authority_citation", "authority_as_printed")
"""Columns that say on which law a paper rests: the section tells what the wording leaves out."""

Row = tuple[str, str]
"""A row of the page by table and key."""


def unknown(world: World, act: Record, events: list[Record], rows: list[Row]) -> list[Say]:
    """What is not known, the weightiest first, why, and where it was looked for."""
    decided = list(_absent(world, rows))
    ends = [said for column, said in decided if column == "outcome"]
    found = [
        *(ends if ends and not act["outcome"] else _end(world, act)),
        *_undecided(world, act, events),
        *_left_out(world, act, events),
        *_open(world, rows),
        *(said for column, said in decided if column != "outcome"),
    ]
    return list({said.text: said for said in found}.values())


def _end(world: World, act: Record) -> list[Say]:
    """How the matter ended, wherever no final outcome is on record."""
    if not act["outcome"]:
        return [_gap(f"How it ended: {NOT_ON_RECORD}.")]
    if act["outcome"] == "not_produced" and act["outcome_event_id"] == act["response_event_id"]:
        return []  # who cannot comply has said how it ends
    told = world.overview.get(act["act_id"], {}).get("outcome")
    told = told or clause(world.definition("outcome", act["outcome"]))
    text = OPEN.get(act["outcome"])
    return [_gap(text.format(told=told), act["outcome_event_id"])] if text else []


def _undecided(world: World, act: Record, events: list[Record]) -> Iterable[Say]:
    """Court matters that somebody began and of which no ruling is known."""
    if act["enforcement_status"] == "threatened":
        event = act["enforcement_event_id"]
        yield _gap(f"Whether a court was asked, as had been announced: {NOT_ON_RECORD}.", event)
    for event in events:
        key = event["proceeding_id"]
        chain = [each["kind"] for each in events if each["proceeding_id"] == key]
        if event["kind"] in ASKING and not event["part_of"] and not set(chain) & set(CLOSING):
            asked = "petition" if event["kind"] == "petition" else "lawsuit"
            day = when(event["occurred_edtf"])
            court = case_title(world.by_key["proceedings"].get(key or "", {}))
            text = f"What the court decided on the {asked}{' filed ' + day if day else ''}"
            yield _gap(f"{text} ({clause(court)}): no ruling is on record.", event["event_id"])


WHOLE = ("response", "production")


def _left_out(world: World, act: Record, events: list[Record]) -> Iterable[Say]:
    """Subpoenas of the act that the answer, or the step in court, on record does not cover."""
    total = act["n_subpoenas"] or 0
    covered = {
        row["event_id"]: row["n_subpoenas"] or total
        for row in world.children["event_acts"].get(act["act_id"], ())
    }
    answers = [covered.get(e["event_id"], 0) for e in events if e["kind"] in WHOLE]
    for line in ("enforcement", "response"):
        event = world.by_key["events"].get(act[f"{line}_event_id"] or "")
        left = total - covered.get(event["event_id"], total) if event else 0
        if not event or left <= 0 or (line == "response" and total in answers):
            continue
        of = f"{number(left)} of the {number(total)} subpoenas"
        event = _asked(events, event, covered)
        day = bare(event["occurred_edtf"])
        step = f"the {STEPS.get(event['kind'], 'step')}{f' of {day},' if day else ''}"
        text = f"Which {of} {step} leaves out, and why: {NOT_ON_RECORD}."
        if line == "response":
            text = f"How {of} {'was' if left == 1 else 'were'} answered: {NOT_ON_RECORD}."
        elif _is_disputed(world, act, event):
            text = f"Whether {step} leaves out {of}, and which: sources disagree."
        yield _gap(text, event["event_id"])


def _asked(events: list[Record], event: Record, covered: dict[str, int]) -> Record:
    """The petition, if it already left out what the ruling leaves out; else the event itself."""
    for other in events:
        is_same = other["proceeding_id"] == event["proceeding_id"] and event["proceeding_id"]
        n = covered.get(other["event_id"])
        if is_same and other["kind"] == "petition" and n == covered[event["event_id"]]:
            return other
    return event


def _is_disputed(world: World, act: Record, event: Record) -> bool:
    """Whether sources disagree on how many subpoenas of an act an event is about."""
    return any(
        conflict["column_name"] == "n_subpoenas"
        for row in world.children["event_acts"].get(act["act_id"], ())
        if row["event_id"] == event["event_id"]
        for conflict in world.conflicts.get(("event_acts", row["event_act_id"]), ())
    )


QUESTION = re.compile(
    r"(?:^|(?<=[.;] ))(?:Whether|It is not (?:known|stated)|No page says)\b[^.]*\."
)
"""A sentence of our own prose that says that something is not known."""


TELLING = ("acts", "events", "act_groups", "proceedings")
"""Tables whose rows say, in their prose, what of the act is not known."""


def _open(world: World, rows: list[Row]) -> Iterable[Say]:
    """What is not known by the remarks and reasons of rows, in their own sentences."""
    for table, key in rows:
        row = world.by_key[table][key] if table in TELLING else {}
        for sentence in QUESTION.findall(f"{row.get('remark') or ''} {row.get('reason') or ''}"):
            yield _gap(sentence.strip(), key if table == "events" else None)


STEPS = {"order": "ruling", "petition": "petition", "threat": "announcement"}


def _gap(text: str, event: str | None = None) -> Say:
    said = Say(text, absent=True)
    if event:
        said.link, said.link_text = f"#events/{event}", "the event"
    return said


def _absent(world: World, rows: list[Row]) -> Iterable[tuple[str, Say]]:
    """Cells that are empty for a reason on record, by column."""
    has_term = any(_given(world, row, name) for row in rows for name in TERMS)
    has_section = any(_given(world, row, BASIS[0]) for row in rows)
    for table, key in rows:
        for row in world.absences.get((table, key), ()):
            is_told = row["column_name"] in TERMS and has_term
            is_told |= row["column_name"] == BASIS[1] and has_section
            if row["reason"] == "not_applicable" or (is_told and row["reason"] == "not_stated"):
                continue
            reason = world.definition("absence", row["reason"]).split(":")[0]
            what = subject(world, table, key, row["column_name"])
            if row["column_name"] == "response_status" and world.is_answered(key):
                what = "How the recipient answered"
            said = Say(f"{what}: {clause(reason).removesuffix('.')}.", absent=True)
            if row["search_id"]:
                said.small = _searched(world, row["search_id"])
                said.link, said.link_text = f"searches.html#{row['search_id']}", "the search"
            elif table == "events":
                said.link, said.link_text = f"#events/{key}", "the event"
            yield row["column_name"] if table == "acts" else "", said


def _given(world: World, row: Row, name: str) -> bool:
    """Whether an act or a subpoena has a value in one of the columns of `TERMS` or `BASIS`."""
    table, key = row
    if table not in ("acts", "subpoenas"):
        return False
    found = world.by_key[table][key]
    return bool(found[f"{name}_edtf" if name == "respond_by" else name])


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
