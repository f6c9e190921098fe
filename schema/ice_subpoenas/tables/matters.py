"""What happened: events, the acts that they concern, court matters, and grounds."""

from datetime import date
from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Derived, Id, Judgment, Key, References, Row, Text, Warn
from .shared import PEOPLE, SUBPOENAS, Body, Occurred, Person, Reasoned, SaidBy, Supported, Tiered


class Proceeding(Tiered, Reasoned, table="proceedings", key="proceeding_id"):
    """A court matter; one row, even if several acts and events belong to it."""

    proceeding_id: Annotated[Key, Id()]
    """Court or place and a short name."""

    kind: Annotated[v.ProceedingKind, Judgment()]
    """Who asked the court, and for what."""

    court: Annotated[Text | None, Claim("vocabulary")] = None
    """The court, by its reporter abbreviation."""

    court_name: Annotated[Text | None, Derived()] = None
    """The court in words; null where `court` is."""

    docket: Annotated[Text | None, Claim(explained=True)] = None
    """Docket number as printed."""

    citation: Annotated[Text | None, Claim()] = None
    """Citation in a reporter."""

    petitioner_individual_id: Person = None
    """The person who asked the court, where a person did."""

    petitioner_agency_id: Body = None
    """The body that asked the court, where a body did; null if no source that was read says which,
    or if sources disagree."""

    respondent_individual_id: Person = None
    """The person against whom the court was asked, if it is a person."""

    respondent_agency_id: Body = None
    """The body against which the court was asked; null if no source that was read says which, if
    sources disagree, or if there are several: see `further_parties`."""

    further_parties: Annotated[Text | None, Claim()] = None
    """Parties that no column above names, in the words of a source: those against whom a court was
    asked if there are several, or who asked it too; null if no source that was read names any."""

    asked: Annotated[Text | None, Claim()] = None
    """What the court was asked for, in the words of a source."""


class Event(
    Supported,
    Occurred,
    Reasoned,
    table="events",
    key="event_id",
    says=("kind",),
    warning="Only reported events: an answer or a ruling that no source here reports is missing. "
    "Includes adjacent papers: see `event_acts` and `acts.in_scope`.",
):
    """Something that happened to the subpoenas; one happening is one row."""

    event_id: Annotated[Key, Id()]
    """Act, or speaker, and a short name, which does not change: `kind` alone says what happened,
    even if the name has the word for another kind."""

    kind: Annotated[v.EventKind, Judgment()]
    """What happened."""

    decides: Annotated[v.Decides | None, Judgment()] = None
    """Of a ruling: what it decides."""

    result: Annotated[v.Result | None, Claim("vocabulary")] = None
    """The result of an answer, a production or a ruling."""

    actor_individual_id: Person = None
    """The person who acted or spoke."""

    actor_agency_id: Body = None
    """The body that acted or spoke; it may be left out if there is a person, whose row gives it."""

    proceeding_id: Annotated[Key | None, Id(), References("proceedings")] = None
    """The court matter to which it belongs."""

    after_event_id: Annotated[Key | None, Judgment(), References("events")] = None
    """An event that it followed. Words of a source must say so, in a cell `after_event_id`, such as
    "a week after its reply"; that its day is earlier is not enough. Of a ruling, also what the
    court had been asked in the same matter; that needs no words."""

    binds_agency_id: Body = None
    """Of a ruling: the body that it binds, where a source says whom."""

    n_persons: Annotated[Count | None, Claim("number_word", unit=PEOPLE)] = None
    """How many people it concerns, where a source says."""

    known_by: Annotated[date | None, Derived()] = None
    """The first day on which a source that reports it had appeared; null when none is dated."""

    part_of: Annotated[Key | None, Id(), References("events")] = None
    """The event that this one is part of; count only one of the two."""

    quote_id: Annotated[Key | None, Judgment(), References("quotes")] = None
    """A quotation that is the event or reports it."""

    summary: Annotated[Text | None, Judgment()] = None
    """What happened, in our words."""


class EventAct(
    Row,
    table="event_acts",
    key="event_act_id",
    warning="One event may concern several acts: count `event_id` once.",
):
    """An act that an event concerns."""

    event_act_id: Annotated[Key, Id()]
    """Event and act, such as `denver-1-petition-of-denver-1`."""

    event_id: Annotated[Key, Id(), References("events")]
    """The event."""

    act_id: Annotated[Key, Id(), References("acts")]
    """The act."""

    n_subpoenas: Annotated[Count | None, Claim("number_word", unit=SUBPOENAS)] = None
    """How many of the act's subpoenas the event concerns, if a source says; a petition may cover
    some of them. If it is null, the event concerns all, unless `absences` has a reason."""


class GroundRow(
    Tiered,
    SaidBy,
    Reasoned,
    table="grounds",
    key="ground_id",
    says=("ground",),
    warning="Only what somebody gives as a reason. It need not be true or good law. Most rows have "
    "no `act_id`, because the reason was given with an event: a join with `acts` loses them. Take "
    "acts from the view `grounds_by_act`.",
    checks={"one_subject": "(act_id IS NULL) <> (event_id IS NULL)"},
):
    """A reason that somebody gives for or against the subpoenas, or on another point about
    them."""

    ground_id: Annotated[Key, Id()]
    """Act and a short name."""

    act_id: Annotated[
        Key | None,
        Id(),
        References("acts"),
        Warn("Null where `event_id` is not: `grounds_by_act` has the acts of every row."),
    ] = None
    """The act that it is about, if it was not given with one event."""

    event_id: Annotated[
        Key | None, Id(), References("events"), Warn("Null where `act_id` is not.")
    ] = None
    """The event with which it was given; of one that is told with a ruling on several acts, that
    ruling."""

    side: Annotated[v.Side, Judgment()]
    """On whose side it is given."""

    toward: Annotated[v.Toward | None, Judgment()] = None
    """What it is given for; null if it is given for none of these, if the words leave open for
    which, if they do not tie it to these papers or to the answer to them, or if its side neither
    refused nor agreed. A reason in a paper filed with a court is given for `issuing` only if words
    say that the subpoena rests on it. `docs/statuses.md` has the test."""

    ground: Annotated[v.Ground, Claim("vocabulary")]
    """The reason."""

    answers_ground_id: Annotated[Key | None, Judgment(), References("grounds")] = None
    """The ground that it answers."""

    held: Annotated[v.Held | None, Claim("vocabulary")] = None
    """What a court made of it; null where no source says so of this ground by itself, or of all
    grounds of its kind that a side gave."""

    quote_id: Annotated[Key | None, Judgment(), References("quotes")] = None
    """A passage that gives it."""


class MaySame(Row, table="may_be_same", key="may_be_same_id"):
    """Two rows that may be the same thing. If they are, counting both counts it twice."""

    may_be_same_id: Annotated[Text, Id()]
    """Both rows."""

    table_name: Annotated[Text, Id()]
    """The table of both."""

    row_id: Annotated[Key, Id()]
    """The row with the lower id."""

    other_row_id: Annotated[Key, Id()]
    """The other row."""

    reason: Annotated[Text, Judgment()]
    """Why they may be the same, and why this is uncertain."""
