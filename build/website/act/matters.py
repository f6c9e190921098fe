"""Reasons of all sides, and court matters with their chains."""

from dataclasses import dataclass
from typing import NamedTuple

from ice_subpoenas.derivations.edtf_in_words import heading
from ice_subpoenas.prose.known import GIVING, Record, grouped
from ice_subpoenas.prose.reasons import LATER, answered, marked, unnamed
from ice_subpoenas.prose.unknown import case_title, grounds
from ice_subpoenas.prose.wording import capital, clause, kind, quoted, spoken, stop
from website.passages import Say, say, say_row, whole
from website.world import World

SIDES = {
    "agency": "The agency’s side",
    "recipient": "The recipient’s side",
    "superior": "The state or governor above the recipient",
    "staff": "Staff of the recipient",
    "court": "Courts",
    "subject": "Others",
    "writer": "Writers of the sources, in their own words",
    "other": "Others",
}
SPEAKERS = {"subject": "a person asked about"}
TOWARD = {
    "issuing": "For issuing",
    "asking": "For asking a court",
    "refusing": "Against complying",
    "complying": "For complying",
    "enforcing": "For enforcing",
    "quashing": "For setting aside",
    None: "On other points",
}


@dataclass
class Voice:
    """One who gives a reason: the words, what it answers, what a court made of it and answered.

    Who gives it on several occasions stands once; `anchors` are those of all its rows.
    """

    said: Say
    answers: str
    held: str
    courts: str
    anchors: list[str]


class Reason(NamedTuple):
    """A reason, and those who give it."""

    text: str
    voices: list[Voice]


class Given(NamedTuple):
    """What reasons are given for, and the reasons."""

    toward: str
    reasons: list[Reason]


class Column(NamedTuple):
    """The reasons of a side."""

    side: str
    given: list[Given]


class Case(NamedTuple):
    """A court matter: what is known of it, and its chain of events."""

    title: str
    said: list[Say]
    chain: list[tuple[str, str, str]]
    """Address, name and day of each event."""


# --- grounds --------------------------------------------------------------------------------------


def reasons(world: World, act: Record, events: list[Record]) -> list[Column]:
    """Columns of reasons, a column a side, sorted by what they are given for."""
    sides, toward = list(SIDES), list(TOWARD)
    found = sorted(
        grounds(world, act, events),
        key=lambda row: (sides.index(row["side"]), toward.index(row["toward"])),
    )
    return [
        Column(side, _given(world, rows))
        for side, rows in grouped(found, lambda row: SIDES[row["side"]]).items()
    ]


def _given(world: World, rows: list[Record]) -> list[Given]:
    """The reasons of a side by what they are given for."""
    found = grouped(rows, lambda row: TOWARD[row["toward"]])
    return [Given(toward, _told(world, rows)) for toward, rows in found.items()]


def _told(world: World, rows: list[Record]) -> list[Reason]:
    """Each reason once, with those who give it; a reason that no code fits is told by its words."""
    told = grouped(rows, lambda row: (_reason(world, row), row["ground"]))
    return [Reason(text, _voices(world, found)) for (text, _), found in told.items()]


def _reason(world: World, row: Record) -> str:
    other = row["ground"] == "other"
    return _in_words(world, row) if other else world.definition("ground", row["ground"])


def _voices(world: World, rows: list[Record]) -> list[Voice]:
    """Those who give a reason, each once with all their words; the unnamed stand last."""
    found = [(row["said_by_individual_id"], _voice(world, row)) for row in rows]

    def one(told: tuple[str | None, Voice]) -> tuple[str, ...]:
        person, voice = told
        return (
            person or voice.said.text,
            *voice.said.marks,
            voice.answers,
            voice.held,
            voice.courts,
        )

    voices = []
    for same in grouped(found, one).values():
        first, *others = sorted((v for _, v in same), key=lambda v: -len(v.said.text))
        for other in others:
            first.said.passages += other.said.passages
            first.said.notes += [n for n in other.said.notes if n not in first.said.notes]
            first.anchors += other.anchors
        voices.append(first)
    return sorted(voices, key=lambda voice: voice.said.text == capital(unnamed(rows[0]["side"])))


def _voice(world: World, row: Record) -> Voice:
    """Who gives a reason, by its own row alone: whoever acts in its event may be another."""
    by = world.speaker(row["said_by_individual_id"], row["said_by_agency_id"])
    by = by or unnamed(row["side"])
    text = capital(", ".join(part for part in (by, SPEAKERS.get(row["side"], "")) if part))
    earlier = world.by_key["grounds"].get(row["answers_ground_id"] or "")
    courts = world.court_answers.get(row["ground_id"], ())
    return Voice(
        said=say_row(world, text, "grounds", row["ground_id"]),
        answers=_answers(world, row, earlier) if earlier else "",
        held=_held(world, row),
        courts=answered(
            (world.definition("ground", each["ground"]), world.row_tellers("grounds", each))
            for each in courts
        ),
        anchors=[f"grounds/{row['ground_id']}"],
    )


def _held(world: World, row: Record) -> str:
    """What a court made of a reason, and whether no witness says so."""
    if not row["held"]:
        return ""
    told = LATER.get(row["held"]) if row["ground_id"] in world.before_court else None
    held = ("grounds", row["ground_id"], "held")
    who = None if world.support.get(held, True) else world.tellers([held])
    return marked(told or world.definition("held", row["held"]), who)


def _in_words(world: World, row: Record) -> str:
    """A reason that no code fits: its words, then the passage of a page that is not held."""
    pieces = world.evidence.get(("grounds", row["ground_id"]), ())
    given = (p for p in pieces if p["column_name"] == "ground" and p["stance"] in GIVING)
    piece = next((p for p in given if p["exact"]), None)
    if piece is None:
        return "Another reason."
    words = quoted(piece["exact"])
    if not piece["is_refound"] and whole(piece) != piece["exact"]:
        words = f"{words.removesuffix('”')},” in the passage {quoted(whole(piece))}"
    return stop(f"In the words of the source: {words}")


def _answers(world: World, row: Record, earlier: Record) -> str:
    """What a reason answers: of a party, what somebody said; of a court, which reason, and whose.

    A ruling on several acts may answer the recipient of another act: so it is named.
    """
    reason = clause(world.definition("ground", earlier["ground"]))
    who = world.speaker(earlier["said_by_individual_id"], earlier["said_by_agency_id"])
    if row["side"] == "court":
        side = SIDES[earlier["side"]]
        return f"On a reason given by {who or side[:1].lower() + side[1:]}: {reason}"
    return f"In answer to: {reason}{' (' + who + ')' if who else ''}"


# --- courts ---------------------------------------------------------------------------------------


def cases(world: World, events: list[Record]) -> list[Case]:
    """The court matters of an act in the order of their first event."""
    keys = dict.fromkeys(row["proceeding_id"] for row in events if row["proceeding_id"])
    return [_case(world, world.by_key["proceedings"][key], events) for key in keys]


def _case(world: World, row: Record, events: list[Record]) -> Case:
    key = row["proceeding_id"]
    where = row["court_name"]
    who = world.speaker(row["petitioner_individual_id"], row["petitioner_agency_id"])
    against = world.speaker(row["respondent_individual_id"], row["respondent_agency_id"])
    facts = (
        ("The court: {}", where, "court"),
        ("Asked by {}", who, "petitioner_individual_id petitioner_agency_id"),
        ("Against {}", against, "respondent_individual_id respondent_agency_id"),
        (
            "Further parties, in the words of a source: {}",
            row["further_parties"] and quoted(row["further_parties"]),
            "further_parties",
        ),
        ("Asked for, in the words of a source: {}", row["asked"] and quoted(row["asked"]), "asked"),
        ("Docket number {}", row["docket"], "docket"),
        ("Reported at {}", row["citation"], "citation"),
    )
    said = [
        say(world, stop(text.format(told)), [("proceedings", key, name) for name in names.split()])
        for text, told, names in facts
        if told
    ]
    return Case(
        title=f"{case_title(row)}: {clause(world.definition('proceeding_kind', row['kind']))}",
        said=said,
        chain=[_link(event) for event in events if event["proceeding_id"] == key],
    )


def _link(event: Record) -> tuple[str, str, str]:
    """An event of the chain: its address, what it is, and its day."""
    result = f" ({spoken(event['result'])})" if event["result"] else ""
    return (
        f"#events/{event['event_id']}",
        f"{capital(kind(event['kind']))}{result}",
        heading(event["occurred_edtf"]),
    )
