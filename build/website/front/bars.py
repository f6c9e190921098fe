"""How acts were answered, what courts did, how they ended: a bar a status, with its doubts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ice_subpoenas.prose.known import Record
from ice_subpoenas.prose.wording import capital, listed, number, spoken, the
from website.act.events import STATUSES
from website.front.numbers import ORDERED, maybe_one, twins
from website.world import World

NOTHING = {
    "response_status": ("No answer found", "No event on record is an answer."),
    "enforcement_status": (
        "No step in court on record",
        "No event on record asks a court to order or forbid compliance, or rules on it, and nobody "
        "announced that a court would be asked. A remark that one could be asked is not counted.",
    ),
    "outcome": ("End not known", "No event says how the matter ended."),
}

LABELS = {
    "not_produced": "Nothing given when last reported",
    "under_review": "Last clear answer: reviewing",
    "agreed": "Agreed to comply",
    "agreed_in_part": "Would comply in part",
    "answered": "Answered, but how, or how fully, is not known",
    "unable": "Unable to comply",
    "partial": "Partly complied",
    "ordered": "Ordered to comply",
    "ordered_in_part": "Ordered to comply in part",
    "threatened": "Court action announced",
    "petition_filed": "Court asked for an order",
    "enjoined": "Forbidden to comply",
    "enjoined_in_part": "Forbidden in part",
}
"""What a status is called where its code is no plain word."""

TITLES = {
    "response_status": "How they were answered",
    "enforcement_status": "How far it went in court",
    "outcome": "How it ended, or last stood",
}


@dataclass(frozen=True)
class Bar:
    """A status with the number of acts that stand so."""

    code: str
    label: str
    meaning: str
    n: int
    width: int
    marked: int
    rests_on: Mapping[str, int]
    twins: int
    overruled: int
    parts: str = ""
    """Who gave records on some of the subpoenas only, or on an unknown number."""

    @property
    def doubt(self) -> str:
        """What is to be known of the number: on what it rests, and how many a court overruled."""
        said = [self._rests()] if self.marked else []
        if self.twins:
            said.append(f"{capital(maybe_one(self.twins))}.")
        if self.parts:
            said.append(self.parts)
        if self.overruled:
            which = f"{number(self.overruled)} of the {number(self.n)}"
            said.append(f"A court has ordered compliance with {which}.")
        return " ".join(said)

    def _rests(self) -> str:
        """How many rest on less than a source's own word, and on what."""
        which = f"{number(self.marked)} of the {number(self.n)}"
        if self.marked == 1 or len(self.rests_on) == 1:
            who = "It" if self.n == 1 else capital(which)
            verb = "rests" if self.marked == 1 else "rest"
            return f"{who} {verb} on {listed(self.rests_on, 'and on')}."
        parts = listed(f"{number(n)} on {what}" for what, n in self.rests_on.items())
        several = sum(self.rests_on.values()) > self.marked
        return f"{capital(which)} rest on less than a source’s own word: {parts}." + (
            " One can be in several of these groups." if several else ""
        )


MEANS = {
    "answered": "A source reports an answer, but does not say whether it was a yes or a no, or how "
    "much was given."
}


def status(world: World, act: Record, stem: str) -> str | None:
    """The code of an act; `answered` if the overview has an answer of a kind that is not known."""
    if act[stem]:
        return str(act[stem])
    is_told = stem == "response_status" and world.is_answered(act["act_id"])
    return "answered" if is_told else None


def bars(world: World) -> list[tuple[str, str, list[Bar]]]:
    """For each of the three lines: its title, its column, and its bars, the most frequent first."""
    return [(TITLES[stem], stem, bars_of(world, stem)) for stem in STATUSES]


def bars_of(world: World, stem: str) -> list[Bar]:
    """The bars of one line."""
    codes = {row["act_id"]: status(world, row, stem) for row in world.acts}
    found = Counter(codes.values())
    overruled = sum(
        row["enforcement_status"] in ORDERED
        for row in world.acts
        if row["response_status"] == "refused"
    )
    known = {
        row["act_id"]: (row["rests_on"] or "").split("; ")
        for row in world.rows["how_known"]
        if row["column_name"] == STATUSES[stem].cell and not row["is_earlier"]
    }
    rests: dict[str | None, Counter[str]] = {code: Counter() for code in found}
    for act, code in codes.items():
        rests[code].update(filter(None, known.get(act, ())))
    same = Counter(
        codes[one["act_id"]]
        for one, other, _ in twins(world)
        if codes[one["act_id"]] == codes[other["act_id"]] is not None
    )
    most = max(found.values(), default=1)
    order = sorted(found, key=lambda code: (code is None, -found[code], code or ""))
    return [
        Bar(
            code or "none",
            LABELS.get(code, capital(spoken(code))) if code else NOTHING[stem][0],
            world.definition(stem, code) or MEANS.get(code, "") if code else NOTHING[stem][1],
            found[code],
            round(100 * found[code] / most),
            sum(bool(any(known.get(act, ()))) for act, each in codes.items() if each == code),
            dict(rests[code].most_common()),
            same[code],
            overruled if stem == "response_status" and code == "refused" else 0,
            _on_some(world, stem, [act for act in world.acts if codes[act["act_id"]] == code]),
        )
        for code in order
    ]


def _on_some(world: World, stem: str, acts: list[Record]) -> str:
    """Of acts whose status rests on records that were given: who gave them on some of the
    subpoenas only, and who on a number that no source gives."""
    some, unsaid = [], []
    for act in acts:
        event = world.by_key["events"].get(act[f"{STATUSES[stem].stem}_event_id"] or "", {})
        if event.get("kind") != "production":
            continue
        whom = the(world.body(act["recipient_agency_id"]))
        given = _given(world, act)
        if given and given < (act["n_subpoenas"] or 0):
            some.append(f"{whom} on {number(given)} of the {number(act['n_subpoenas'])} subpoenas")
        elif not given and _is_unsaid(world, act, event):
            unsaid.append(whom)
    said = [f"As far as is known, records were given by {listed(some)} only."] if some else []
    said += [f"On how many subpoenas {who} gave records is not stated." for who in unsaid]
    return " ".join(said)


def _given(world: World, act: Record) -> int:
    """On how many subpoenas of an act all records were given, by the numbers that sources give."""
    events = world.by_key["events"]
    rows = world.children["event_acts"].get(act["act_id"], ())
    whole = [row for row in rows if events[row["event_id"]]["result"] == "whole"]
    return sum(row["n_subpoenas"] or 0 for row in whole)


def _is_unsaid(world: World, act: Record, event: Record) -> bool:
    """Whether it was looked for on how many subpoenas of an act an event is, and is not stated."""
    rows = world.children["event_acts"].get(act["act_id"], ())
    keys = [row["event_act_id"] for row in rows if row["event_id"] == event["event_id"]]
    absent = [row for key in keys for row in world.absences.get(("event_acts", key), ())]
    return any(row["column_name"] == "n_subpoenas" for row in absent)
