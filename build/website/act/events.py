"""What happened, in order, and where the matter stands."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import MONTHS, heading, on_day
from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.wording import capital, clause, column, counted, kind, spoken, stop, the
from website.passages import Say, only, say_row
from website.world import World


class Line(NamedTuple):
    """A line that says where a matter stands."""

    label: str
    cell: str
    """Its column in the overview."""
    stem: str
    """What its other columns in `acts` begin with."""


STATUSES = {
    "response_status": Line("Answer", "answer", "response"),
    "enforcement_status": Line("Court", "court", "enforcement"),
    "outcome": Line("Outcome", "outcome", "outcome"),
}
"""The line of each status of an act, by its column."""


@dataclass
class Happening:
    """An event in its place in the story; `is_placed` is false of one without any day."""

    key: str
    day: str
    said: Say
    is_placed: bool
    parts: list[Say] = field(default_factory=list)


def standing(world: World, act: Record) -> list[tuple[str, Say]]:
    """Where the matter stands: answer, court and outcome, each from the event that tells so."""
    found = []
    for status, line in STATUSES.items():
        event = world.by_key["events"].get(act[f"{line.stem}_event_id"] or "")
        if event is None or not act[status]:
            found.append((line.label, _no_status(world, act, status)))
            continue
        said = say_row(world, _stands(world, act, status), "events", event["event_id"])
        said.anchor, said.notes, said.retold, said.inferred, said.doubts = "", [], "", "", []
        said.link, said.link_text = f"#events/{event['event_id']}", "the event"
        found.append((line.label, said))
    return found


def _stands(world: World, act: Record, status: str) -> str:
    """A status with its day and doubts: as the overview tells it; adjacent papers are not in it."""
    line = STATUSES[status]
    told = world.overview.get(act["act_id"], {}).get(line.cell)
    if told:
        return stop(capital(told))
    key = act[f"{line.stem}_event_id"]
    who = world.tellers([("events", key, "result"), ("events", key, "kind")])
    doubt = "" if act[f"{line.stem}_is_witnessed"] else f" ({only(who)})"
    days = heading(act[f"{line.stem}_as_of"])
    return f"{days}: {clause(world.definition(status, act[status]))}.{doubt}"


def _no_status(world: World, act: Record, status: str) -> Say:
    """Why a line has no status, or what is known all the same, as the overview tells it."""
    told = world.overview.get(act["act_id"], {}).get(STATUSES[status].cell)
    if not told:
        return Say(_not_known(world, act, status), absent=True)
    said = Say(stop(capital(told)), absent=True)
    said.link, said.link_text = "#happened", "the events"
    return said


def _not_known(world: World, act: Record, status: str) -> str:
    rows = world.absences.get(("acts", act["act_id"]), ())
    reason = next((row["reason"] for row in rows if row["column_name"] == status), "")
    return {
        "not_found": f"{NOT_TOLD[status]}: it was looked for and not found.",
        "not_stated": "The sources do not say.",
        "conflicting": "The sources disagree.",
        "withheld": "It is withheld.",
        "not_applicable": "The question does not arise.",
    }.get(reason, "Not known: no event on record says.")


NOT_TOLD = {
    "response_status": "It is not known how the recipient answered",
    "enforcement_status": "No step in court is known",
    "outcome": "It is not known how the matter ended, or whether all that was asked for was given",
}
"""What the page says of a status that was looked for and not found."""


def happenings(world: World, events: list[Record], act_id: str = "") -> list[Happening]:
    """Events, of an act or of none, as sentences; parts of an event stand below it."""
    keys = {row["event_id"] for row in events}
    whole = [row for row in events if row["part_of"] not in keys]
    found = {
        row["event_id"]: Happening(
            row["event_id"], event_day(row), event(world, row, act_id), _is_placed(row)
        )
        for row in whole
    }
    for row in events:
        if row["part_of"] in found:
            said = event(world, row)
            said.text = f"{event_day(row)}: {said.text}"
            found[row["part_of"]].parts.append(said)
    return list(found.values())


def _is_placed(row: Record) -> bool:
    """Whether an event has a place among the days: else it stands at the end."""
    return bool(row["occurred_edtf"] or row["known_by"])


def event_day(row: Record) -> str:
    """The day of an event as a heading; else by when it was reported."""
    if row["occurred_edtf"]:
        return heading(row["occurred_edtf"])
    known = row["known_by"]
    none = "Later, day not known" if row["after_event_id"] else "Day not known, not in order"
    return f"Reported by {on_day(known)}" if known else none


def event(world: World, row: Record, act_id: str = "") -> Say:
    """An event in a sentence, with what came of it; of an act, with the doubts on its sending."""
    text = row["summary"] or world.definition("event_kind", row["kind"])
    said = say_row(world, text, "events", row["event_id"], small=_small(world, row))
    result = ("events", row["event_id"], "result")
    if row["is_witnessed"] and world.support.get(result) is False:
        said.retold = only(world.tellers([result]), column("result"))
    if (act_id, row["event_id"]) in world.sending_disputes and not said.doubts:
        said.doubts = ["Sources disagree on the day."]
    named_by = world.not_named.get((act_id, row["event_id"]))
    if named_by and row["is_witnessed"]:
        said.doubts.append(only(named_by, "that it was on this body"))
    same = world.same.get(row["event_id"], ())
    for other, reason in same:
        said.notes.append(f"It may be the same as “{clause(other['summary'] or '')}”. {reason}")
    best = max((other for other, _ in same), key=lambda e: e["n_sources"], default=row)
    if best["n_sources"] > row["n_sources"]:
        said.small += f"; may be the same as: {kind(best['kind'])}, {_day_of(best)}"
    quote = world.by_key["quotes"].get(row["quote_id"] or "")
    if quote:
        said.quote = (quote["text"], world.speaker(quote["speaker_id"], quote["speaker_agency_id"]))
    return said


def _day_of(row: Record) -> str:
    """The day of another event, as in a sentence."""
    day = event_day(row)
    return day if day.startswith(MONTHS) else day[:1].lower() + day[1:]


def _small(world: World, row: Record) -> str:
    """What the sentence of an event may leave open: who, what it decided, whom it binds."""
    said = [capital(kind(row["kind"]))]
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
