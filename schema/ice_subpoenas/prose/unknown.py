"""What is not known of an act: how it ended, what a court decided, what no source says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..derivations.edtf_in_words import bare, on_day, when
from .known import GIVING, Known, Record
from .order import ordered
from .wording import absence, capital, clause, column, kind, number, spoken

NOT_ON_RECORD = "nothing is on record"
OPEN = {
    "not_produced": ("How it ended", "{told}; nothing later is on record"),
    "appeal_pending": ("How it ended", "{told}; nothing later is on record"),
    "produced_in_part": ("Whether the rest was ever produced", NOT_ON_RECORD),
}
"""What an outcome that is no end leaves open."""

ASKING = ("petition", "suit")
CLOSING = ("order", "settlement", "withdrawal", "appeal")
TERMS = ("days_to_respond", "respond_by")
"""Columns that say until when to answer: one of them tells what the other leaves out."""
BASIS = ("authority_citation", "authority_as_printed")
"""Columns that say on which law a paper rests: the section tells what the wording leaves out."""

RowKey = tuple[str, str]
"""A row by table and key."""


@dataclass(frozen=True)
class Gap:
    """Something that is not known: `what`, and `why` where it is more than the sentence itself."""

    what: str
    why: str = ""
    event_id: str | None = None
    search_id: str | None = None

    @property
    def text(self) -> str:
        """The gap as a sentence."""
        return f"{self.what}: {self.why}." if self.why else self.what


READ = (
    *("absences", "act_groups", "acts", "agencies", "case_facts", "codes", "conflicts"),
    *("event_acts", "events", "evidence", "grounds", "individuals_referenced"),
    *("information_sought", "overview", "proceedings", "searches", "subpoenas"),
)
"""The tables and views from which the gaps follow."""


def of_acts(con: Any) -> dict[str, list[Gap]]:
    """The gaps of each act of the overview, by its id."""
    known = Known.of(con, READ)
    return {key: gaps(known, known.by_key["acts"][key]) for key in sorted(known.overview)}


def gaps(known: Known, act: Record) -> list[Gap]:
    """What is not known, the weightiest first, why, and where it was looked for."""
    events = ordered(known.events_of.get(act["act_id"], ()))
    rows = list(rows_of(known, act))
    decided = list(_absent(known, rows))
    ends = [gap for column_, gap in decided if column_ == "outcome"]
    found = [
        *(ends if ends and not act["outcome"] else _end(known, act)),
        *_undecided(known, act, events),
        *_left_out(known, act, events),
        *_open(known, rows),
        *_inexact(known, act),
        *(gap for column_, gap in decided if column_ != "outcome"),
    ]
    return list({gap.text: gap for gap in found}.values())


def rows_of(known: Known, act: Record) -> Iterable[RowKey]:
    """The rows that tell of an act, by table and key; of its people, all that is told of them."""
    key = act["act_id"]
    yield "acts", key
    for table, name in (
        ("subpoenas", "subpoena_id"),
        ("information_sought", "information_sought_id"),
        ("event_acts", "event_act_id"),
    ):
        yield from ((table, row[name]) for row in known.children[table].get(key, ()))
    happened = ordered(known.events_of.get(key, ()))
    yield from (("events", row["event_id"]) for row in happened)
    ids = dict.fromkeys(row["proceeding_id"] for row in happened if row["proceeding_id"])
    yield from (("proceedings", name) for name in ids)
    yield from (("grounds", row["ground_id"]) for row in grounds(known, act, happened))
    if act["act_group_id"]:
        yield "act_groups", act["act_group_id"]
    people = {
        row["individual_id"] for row in known.rows["individuals_referenced"] if row["act_id"] == key
    }
    yield from (
        ("case_facts", row["case_fact_id"])
        for row in known.rows["case_facts"]
        if row["act_id"] == key or row["individual_id"] in people
    )


def grounds(known: Known, act: Record, events: Iterable[Record]) -> list[Record]:
    """The reasons that are given of an act, or with one of its events."""
    keys = {row["event_id"] for row in events}
    key = act["act_id"]
    return [row for row in known.rows["grounds"] if row["act_id"] == key or row["event_id"] in keys]


def _end(known: Known, act: Record) -> list[Gap]:
    """How the matter ended, wherever no final outcome is on record."""
    if not act["outcome"]:
        return [Gap("How it ended", NOT_ON_RECORD)]
    if act["outcome"] == "not_produced" and act["outcome_event_id"] == act["response_event_id"]:
        return []  # who cannot comply has said how it ends
    told = known.overview.get(act["act_id"], {}).get("outcome")
    told = told or clause(known.definition("outcome", act["outcome"]))
    what, why = OPEN.get(act["outcome"], ("", ""))
    return [Gap(what, why.format(told=told), act["outcome_event_id"])] if what else []


def _undecided(known: Known, act: Record, events: list[Record]) -> Iterable[Gap]:
    """Court matters that somebody began and of which no ruling is known."""
    if act["enforcement_status"] == "threatened":
        event = act["enforcement_event_id"]
        yield Gap("Whether a court was asked, as had been announced", NOT_ON_RECORD, event)
    for event in events:
        key = event["proceeding_id"]
        chain = [each["kind"] for each in events if each["proceeding_id"] == key]
        if event["kind"] in ASKING and not event["part_of"] and not set(chain) & set(CLOSING):
            asked = "petition" if event["kind"] == "petition" else "lawsuit"
            day = when(event["occurred_edtf"])
            court = case_title(known.by_key["proceedings"].get(key or "", {}))
            text = f"What the court decided on the {asked}{' filed ' + day if day else ''}"
            yield Gap(f"{text} ({clause(court)})", "no ruling is on record", event["event_id"])


DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _inexact(known: Known, act: Record) -> Iterable[Gap]:
    """The day of an act, if it is known only within bounds."""
    sent = next((name for name in ("served", "issued") if act[f"{name}_edtf"]), None)
    if not sent or DAY.fullmatch(act[f"{sent}_edtf"]):
        return
    why = {r["column_name"]: r["reason"] for r in known.absences.get(("acts", act["act_id"]), ())}
    is_either = sent == "issued" and why.get("served") == "ambiguous"
    done = "sent or received" if is_either else sent
    yield Gap("The exact day", f"it was {done} {when(act[f'{sent}_edtf'])}")


WHOLE = ("response", "production")


def _left_out(known: Known, act: Record, events: list[Record]) -> Iterable[Gap]:
    """Subpoenas of the act that the answer, or the step in court, on record does not cover."""
    total = act["n_subpoenas"] or 0
    covered = {
        row["event_id"]: row["n_subpoenas"] or total
        for row in known.children["event_acts"].get(act["act_id"], ())
    }
    answers = [covered.get(e["event_id"], 0) for e in events if e["kind"] in WHOLE]
    for line in ("enforcement", "response"):
        event = known.by_key["events"].get(act[f"{line}_event_id"] or "")
        left = total - covered.get(event["event_id"], total) if event else 0
        if not event or left <= 0 or (line == "response" and total in answers):
            continue
        of = f"{number(left)} of the {number(total)} subpoenas"
        event = _asked(events, event, covered)
        day = bare(event["occurred_edtf"])
        step = f"the {STEPS.get(event['kind'], 'step')}{f' of {day},' if day else ''}"
        what, why = f"Which {of} {step} leaves out, and why", NOT_ON_RECORD
        if line == "response":
            what = f"How {of} {'was' if left == 1 else 'were'} answered"
        elif _is_disputed(known, act, event):
            what, why = f"Whether {step} leaves out {of}, and which", "sources disagree"
        yield Gap(what, why, event["event_id"])


def _asked(events: list[Record], event: Record, covered: dict[str, int]) -> Record:
    """The petition, if it already left out what the ruling leaves out; else the event itself."""
    for other in events:
        is_same = other["proceeding_id"] == event["proceeding_id"] and event["proceeding_id"]
        n = covered.get(other["event_id"])
        if is_same and other["kind"] == "petition" and n == covered[event["event_id"]]:
            return other
    return event


def _is_disputed(known: Known, act: Record, event: Record) -> bool:
    """Whether sources disagree on how many subpoenas of an act an event is about."""
    return any(
        conflict["column_name"] == "n_subpoenas"
        for row in known.children["event_acts"].get(act["act_id"], ())
        if row["event_id"] == event["event_id"]
        for conflict in known.conflicts.get(("event_acts", row["event_act_id"]), ())
    )


QUESTION = re.compile(
    r"(?:^|(?<=[.;] ))(?:Whether|It is not (?:known|stated)|No page says)\b[^.]*\."
)
"""A sentence of our own prose that says that something is not known."""

TELLING = ("acts", "events", "act_groups", "proceedings")
"""Tables whose rows say, in their prose, what of the act is not known."""


def _open(known: Known, rows: list[RowKey]) -> Iterable[Gap]:
    """What is not known by the remarks and reasons of rows, in their own sentences."""
    for table, key in rows:
        row = known.by_key[table][key] if table in TELLING else {}
        for sentence in QUESTION.findall(f"{row.get('remark') or ''} {row.get('reason') or ''}"):
            yield Gap(sentence.strip(), event_id=key if table == "events" else None)


STEPS = {"order": "ruling", "petition": "petition", "threat": "announcement"}


def _absent(known: Known, rows: list[RowKey]) -> Iterable[tuple[str, Gap]]:
    """Cells that are empty for a reason on record, by column."""
    has_term = any(_given(known, row, name) for row in rows for name in TERMS)
    has_section = any(_given(known, row, BASIS[0]) for row in rows)
    for table, key in rows:
        for row in known.absences.get((table, key), ()):
            is_told = row["column_name"] in TERMS and has_term
            is_told |= row["column_name"] == BASIS[1] and has_section
            if row["reason"] == "not_applicable" or (is_told and row["reason"] == "not_stated"):
                continue
            reason = _why(known, row)
            what = subject(known, table, key, row["column_name"])
            if row["column_name"] == "response_status" and known.is_answered(key):
                what = "How the recipient answered"
            event = key if table == "events" and not row["search_id"] else None
            gap = Gap(what, reason, event, row["search_id"])
            yield row["column_name"] if table == "acts" else "", gap


TOGETHER = "sources give only one number for several acts"
"""Why a number is missing that acts have together."""


def _why(known: Known, row: Record) -> str:
    """Why a cell is empty, in words."""
    if row["table_name"] == "acts" and row["column_name"] in ("n_subpoenas", "n_persons"):
        act = known.by_key["acts"].get(row["row_id"], {})
        group = known.by_key["act_groups"].get(act.get("act_group_id") or "", {})
        if row["reason"] == "ambiguous" and group.get("kind") == "together":
            return TOGETHER
    return absence(known.definition("absence", row["reason"]))


def _given(known: Known, row: RowKey, name: str) -> bool:
    """Whether an act or a subpoena has a value in one of the columns of `TERMS` or `BASIS`."""
    table, key = row
    if table not in ("acts", "subpoenas"):
        return False
    found = known.by_key[table][key]
    return bool(found[f"{name}_edtf" if name == "respond_by" else name])


def subject(known: Known, table: str, key: str, name: str) -> str:
    """What a cell says, with the row that it belongs to where that is not the act itself."""
    what = column(name)
    if table in ("acts", "subpoenas"):
        return capital(what)
    if table == "case_facts":
        row = known.by_key[table][key]
        told = [clause(known.definition("fact_kind", row["kind"])), spoken(row["offense"])]
        return f"In what is told of a person ({', '.join(filter(None, told))}): {what}"
    if table == "proceedings":
        return _of_case(known.by_key[table][key], what)
    if table == "grounds":
        return _of_reason(known, key, name)
    if table in ("events", "event_acts"):
        event = known.by_key["events"][known.by_key[table][key]["event_id"]]
        day = bare(event["occurred_edtf"]) or _reported(event)
        what = RESULTS.get(event["kind"], what) if name == "result" else what
        what = "how many of the subpoenas it concerns" if name == "n_subpoenas" else what
        who = known.speaker(event["actor_individual_id"], event["actor_agency_id"])
        done = f"{kind(event['kind'])}{f' by {who}' if who else ''}"
        return f"{capital(what)} ({', '.join(part for part in (done, day) if part)})"
    return f"{capital(what)} ({ROWS.get(table, spoken(table))})"


def _of_case(row: Record, what: str) -> str:
    """What is not known of a court matter, with its court, if that is known."""
    if not row["court_name"]:
        return f"{capital(what)} (of a case whose court is not named)"
    return f"{capital(what)} (of the case {clause(case_title(row))})"


def _of_reason(known: Known, key: str, name: str) -> str:
    """What is not known of a reason that somebody gave, with its words, if no code fits them."""
    ground = known.by_key["grounds"][key]["ground"]
    pieces = known.evidence.get(("grounds", key), ())
    given = (p["exact"] for p in pieces if p["column_name"] == "ground" and p["stance"] in GIVING)
    words = next((exact for exact in given if exact), "")
    reason = f"the reason “{words if ground == 'other' and words else spoken(ground)}”"
    if name.startswith("said_by"):
        return f"Who gives {reason}"
    if name == "held":
        return f"What a court made of {reason}"
    return f"{capital(column(name))} ({reason})"


def _reported(event: Record) -> str:
    return f"reported by {on_day(event['known_by'])}" if event["known_by"] else ""


RESULTS = {
    "response": "whether that was a yes or a no",
    "production": "whether all was given",
    "order": "what was ruled",
}
"""What the result of an event is called, by its kind."""

ROWS = {
    "act_groups": "of the acts that are counted together",
    "individuals_referenced": "a person",
    "utterances": "a statement",
}


def case_title(row: Record) -> str:
    """In which court a matter was; an empty row is of none that is named."""
    return f"In the {row['court_name']}" if row.get("court_name") else "In an unnamed court"
