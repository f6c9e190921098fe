"""Columns that several tables share, each declared once. These classes are no tables."""

from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Dated, Days, Derived, Id, Judgment, Key, References, Row, Text, Warn

Day = Annotated[Days | None, Dated(v.DateBasis)]
"""A day: the words that date it are its evidence, and four columns are published."""

Person = Annotated[Key | None, Claim("vocabulary"), References("individuals_referenced")]
"""A person whom words name, or null."""
Body = Annotated[Key | None, Claim("vocabulary"), References("agencies")]
"""A body that words name, or null."""

YEAR_INFERRED = (
    "The articles that are held print no year: read the basis before you use a day of 2020."
)
OF_THE_ACT = (
    "True of the whole act. If it is null, `absences` says why: nothing was found (`not_found`); "
    "something was reported, but not what it was or how much (`not_stated`); events disagree "
    "(`conflicting`); or, in `subpoenas` alone, the status of the act is on a part of its "
    "subpoenas, or on a number of them that is not known (`ambiguous`), so that it is not copied. "
    "So count statuses in `acts`, not in `subpoenas`."
)
OF_A_GROUP = "A number for a group: which members it means is not known."
APART = (
    "Notices, letters, customs summonses and subpoenas in criminal cases are adjacent papers: they "
    "are recorded so that nobody takes them for these subpoenas, and are never counted."
)
SUBPOENAS = ("subpoena", "summons", "paper", "request", "letter", "notice", "case", "demand")
PEOPLE = (
    "person", "people", "man", "men", "woman", "women", "individual", "immigrant", "alien",
    "national", "sponsor", "inmate", "parolee", "child", "minor", "suspect", "criminal", "student",
    "resident", "worker", "detainee", "others", "other", "all", "both", "prisoner", "applicant",
    "citizen", "offender", "felon", "fugitive", "client", "customer", "tenant", "renter", "patient",
    "employee", "voter", "user", "driver", "licensee", "cardholder", "holder", "member", "enrollee",
    "subscriber", "taxpayer", "defendant", "adult", "youth", "juvenile", "teenager", "boy", "girl",
    "pupil", "teacher", "migrant", "noncitizen", "refugee", "seeker", "parent", "mother", "father",
    "beneficiary", "beneficiaries", "name",
)  # fmt: skip
DAYS = ("day", "week", "month")
TIMES = ("time", "occasion", "conviction", "removal", "arrest")


class Tiered(Row):
    """How far a row can be checked."""

    tier: Annotated[v.Tier, Derived()]
    """Whether words of a text that is held support the row, or only quoted words of other
    documents."""

    is_witnessed: Annotated[bool, Derived()]
    """Whether witnesses support what the row says, such as the kind, the offense and the number of
    people of a case fact, or the recipient of an act; false if no witness gives one of these. Words
    on who says so, or that only tie the row to another, do not count, nor do those of a broader
    code. Copies alone may still give another value, such as the result of an event: see
    `n_independent_sources` of `claim_support`."""


class Supported(Tiered):
    """What a row rests on."""

    n_sources: Annotated[Count, Derived(), Warn("Sources copy one another.")]
    """How many sources have words that support a claim of the row."""

    n_independent_sources: Annotated[
        Count, Derived(), Warn("Two witnesses may depend on each other in a way that nobody knows.")
    ]
    """How many witnesses support what the row says, counting those that depend on one another
    once; if several values say it, how many support the one that fewest do."""

    has_conflict: Annotated[
        bool,
        Derived(),
        Warn(
            "Only of this row. A disagreement on an event, a person or a court matter of an act is "
            "with the row of that event, person or court matter, in `conflicts` too."
        ),
    ]
    """Whether the sources disagree on a claim of the row: see `conflicts`."""


class Statuses(Row):
    """Where a matter stands, computed from its events by the written rule of docs/statuses.md."""

    response_status: Annotated[v.ResponseStatus | None, Derived(), Warn(OF_THE_ACT)] = None
    """What the recipient last answered."""

    response_as_of: Annotated[Text | None, Derived()] = None
    """Day of the event from which this status comes, as an EDTF string."""

    response_event_id: Annotated[Key | None, Derived(), References("events")] = None
    """The event from which this status comes."""

    response_is_witnessed: Annotated[bool | None, Derived()] = None
    """Whether a witness reports that event, and its result; null where there is no status."""

    enforcement_status: Annotated[v.EnforcementStatus | None, Derived(), Warn(OF_THE_ACT)] = None
    """How far the matter had gone in court."""

    enforcement_as_of: Annotated[Text | None, Derived()] = None
    """Day of the event from which this status comes, as an EDTF string."""

    enforcement_event_id: Annotated[Key | None, Derived(), References("events")] = None
    """The event from which this status comes."""

    enforcement_is_witnessed: Annotated[bool | None, Derived()] = None
    """Whether a witness reports that event, and its result; null where there is no status. A
    witness of an event on several acts need not name each recipient: `how_known` says so."""

    outcome: Annotated[v.Outcome | None, Derived(), Warn(OF_THE_ACT)] = None
    """How the matter ended or last stood."""

    outcome_as_of: Annotated[Text | None, Derived()] = None
    """Day of the event from which this status comes, as an EDTF string."""

    outcome_event_id: Annotated[Key | None, Derived(), References("events")] = None
    """The event from which this status comes."""

    outcome_is_witnessed: Annotated[bool | None, Derived()] = None
    """Whether a witness reports that event, and its result; null where there is no status."""


class SaidBy(Row):
    """Who says so."""

    said_by_individual_id: Person = None
    """The person who says so, named or only described; null if a body alone, the writer or a law
    says so, or if the words name nobody who has a row."""

    said_by_agency_id: Body = None
    """The body that says so; null if the writer or a law says so, or if the words name no body that
    has a row. It may be left out if there is a person, whose row gives it."""


class Occurred(Row):
    """When something happened."""

    occurred: Annotated[Day, Claim("date", ahead=("hearing_set",)), Warn(YEAR_INFERRED)] = None
    """Day, month or year in which it happened, as words give it and a rule narrows it: nothing
    comes before what it followed, after what followed it, or after a source that reports it, and
    no answer or step in court comes before the papers went out."""


class PointsAtCell(Row):
    """The cell that a row is about."""

    table_name: Annotated[Text, Id()]
    """Table of the cell."""

    row_id: Annotated[Key, Id()]
    """Key of its row."""

    column_name: Annotated[Text, Id()]
    """Column, or the stem that several columns share."""


class Reasoned(Row):
    """Why a row is sorted as it is."""

    reason: Annotated[Text | None, Judgment()] = None
    """Why the row has its kind or its place here; null where the words decide it."""
