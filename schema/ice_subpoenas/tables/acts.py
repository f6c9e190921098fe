"""Acts of issuing or serving, the subpoenas that they consist of, and what these ask for."""

from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Derived, Id, Judgment, Key, References, Text, Warn
from .shared import (
    APART,
    DAYS,
    PEOPLE,
    SUBPOENAS,
    YEAR_INFERRED,
    Day,
    Reasoned,
    Statuses,
    Supported,
    Tiered,
)


class ActGroup(
    Tiered,
    Reasoned,
    table="act_groups",
    key="act_group_id",
    warning="Not a census: only what the sources of this dataset report.",
):
    """Acts that sources count together, or for which a source gives a total. For numbers use the
    view or sheet `counts`, which counts each subpoena once."""

    act_group_id: Annotated[Key, Id()]
    """Place and day, such as `oregon-2020-02-21`."""

    kind: Annotated[v.GroupKind, Judgment()]
    """Why the acts are grouped."""

    jurisdiction_id: Annotated[Key | None, Judgment(), References("jurisdictions")] = None
    """The government that a total is about; null if several are counted together."""

    n_subpoenas: Annotated[Count, Claim("number_word", unit=SUBPOENAS)]
    """How many subpoenas the acts have together; for a total, how many the source counts."""

    is_least: Annotated[bool | None, Judgment()] = None
    """True if the words put that number as the least that there were, such as "at least 5"; null
    otherwise."""

    n_persons: Annotated[Count | None, Claim("number_word", unit=PEOPLE)] = None
    """How many people the acts together ask about."""

    served: Annotated[Day, Claim("date"), Warn(YEAR_INFERRED)] = None
    """Day on which they were served together; of a total, the period in which the papers that it
    counts were issued or served."""

    remark: Annotated[Text | None, Judgment()] = None
    """What is known about how the number divides among the acts, in our words."""


class Act(
    Supported,
    Statuses,
    Reasoned,
    table="acts",
    key="act_id",
    says=("recipient_agency_id",),
    warning="Not a census: only what the sources of this dataset report. Also has adjacent "
    "papers, which are not counted: their `in_scope` is false, and `overview` leaves them out.",
    checks={
        "doubt_has_reason": "scope_is_doubted IS NULL OR scope_is_doubted AND remark IS NOT NULL"
    },
):
    """One act of issuing or serving: whatever sources say of 'four subpoenas' together."""

    act_id: Annotated[Key, Id()]
    """Place and a number in the order of entry, such as `denver-1`."""

    in_scope: Annotated[bool, Derived(), Warn(APART)]
    """Whether the paper is a subpoena of the kind that this dataset counts."""

    scope_is_doubted: Annotated[bool | None, Judgment()] = None
    """Whether it is counted and may yet be of no such kind or not of such an agency; `remark` says
    why. It is true if only a reader's reasoning gives the issuing body or the instrument, or if
    sources also call the paper a summons and none names its law. Else null."""

    act_group_id: Annotated[Key | None, Id(), References("act_groups")] = None
    """The group with which sources count the act; null for most acts."""

    jurisdiction_id: Annotated[Key, Derived(), References("jurisdictions")]
    """The government that the recipient belongs to."""

    issuing_agency_id: Annotated[Key, Claim("vocabulary"), References("agencies")]
    """The body that issued the subpoenas."""

    recipient_agency_id: Annotated[Key, Claim("vocabulary"), References("agencies")]
    """The body that received them; it has one id, whatever name a source prints."""

    recipient_as_printed: Annotated[Text | None, Claim()] = None
    """The recipient's name in the words of the source that is nearest to the act."""

    instrument: Annotated[v.Instrument, Claim("vocabulary"), Warn(APART)]
    """The kind of legal paper."""

    n_subpoenas: Annotated[
        Count | None,
        Claim("number_word", explained=True, unit=SUBPOENAS),
        Warn("If it is null, `subpoenas` has one row for the act, because there was at least one."),
    ] = None
    """How many papers the act had; null if no source says."""

    n_persons: Annotated[Count | None, Claim("number_word", unit=PEOPLE)] = None
    """How many people the act asks about. A couple is two, by inference; households, families and
    files are no number of people."""

    form_title: Annotated[Text | None, Claim()] = None
    """Title printed on the paper itself; null when no source gives it."""

    authority_as_printed: Annotated[Text | None, Claim()] = None
    """What a source says of the legal basis, in its own words."""

    authority_citation: Annotated[Text | None, Claim("vocabulary")] = None
    """Section of law that the paper rests on; null when no source cites one."""

    days_to_respond: Annotated[Count | None, Claim("number_word", unit=DAYS)] = None
    """Days to respond, if one term is reported for the whole act."""

    issued: Annotated[Day, Claim("date"), Warn(YEAR_INFERRED)] = None
    """Day on which the agency issued the subpoenas: signed and sent them."""

    served: Annotated[Day, Claim("date"), Warn(YEAR_INFERRED)] = None
    """Day on which they reached the recipient; not the day of issue."""

    respond_by: Annotated[Day, Claim("date", ahead=True), Warn(YEAR_INFERRED)] = None
    """Last day to respond, where a source gives a day."""

    remark: Annotated[Text | None, Judgment()] = None
    """What a user must know about the act that no row states; no number, status or offense."""


class Subpoena(
    Supported,
    Statuses,
    table="subpoenas",
    key="subpoena_id",
    says=("recipient_agency_id",),
    core=True,
    warning="Not a census: only what the sources of this dataset report. Do not count rows: use "
    "the view or sheet `counts`. An act has one row for each subpoena that sources number, and a "
    "single row if they do not say how many there were. Statuses are null where the events behind "
    "them cover only some subpoenas of the act: take answers from the view `last_status`.",
):
    """One subpoena. What is true of the whole act is repeated here, with the act's evidence."""

    subpoena_id: Annotated[Key, Id()]
    """Act and number, such as `denver-1-4`; the number does not link the subpoena to a person."""

    act_id: Annotated[Key, Id(), References("acts")]
    """The act of issuing or serving that it was a part of."""

    jurisdiction_id: Annotated[Key, Derived(), References("jurisdictions")]
    """The government that the recipient belongs to."""

    jurisdiction_name: Annotated[Text, Derived()]
    """Name of that government."""

    state: Annotated[Text | None, Derived()] = None
    """USPS code of the state."""

    issuing_agency_id: Annotated[Key, Claim("vocabulary", copied=True), References("agencies")]
    """The body that issued the subpoena."""

    issuing_agency_name: Annotated[Text, Derived()]
    """Name of the issuing body."""

    recipient_agency_id: Annotated[Key, Claim("vocabulary", copied=True), References("agencies")]
    """The body that received it."""

    recipient_agency_name: Annotated[Text, Derived()]
    """Name of the receiving body."""

    instrument: Annotated[v.Instrument, Claim("vocabulary", copied=True)]
    """The kind of legal paper."""

    form_title: Annotated[Text | None, Claim(copied=True)] = None
    """Title printed on the paper itself; null when no source gives it."""

    authority_as_printed: Annotated[Text | None, Claim(copied=True)] = None
    """What a source says of the legal basis, in its own words."""

    authority_citation: Annotated[Text | None, Claim("vocabulary", copied=True)] = None
    """Section of law that the paper rests on; null when no source cites one."""

    days_to_respond: Annotated[
        Count | None,
        Claim("number_word", copied=True, unit=DAYS),
        Warn(
            "Sources give the terms for groups of subpoenas: which one had which term is not known."
        ),
    ] = None
    """Days that the recipient was given to answer."""

    issued: Annotated[Day, Claim("date", copied=True), Warn(YEAR_INFERRED)] = None
    """Day on which the agency issued the subpoena."""

    served: Annotated[Day, Claim("date", copied=True), Warn(YEAR_INFERRED)] = None
    """Day on which it reached the recipient; not the day of issue."""

    respond_by: Annotated[Day, Claim("date", copied=True, ahead=True), Warn(YEAR_INFERRED)] = None
    """Last day to respond, where a source gives a day."""


class InformationSought(
    Tiered,
    table="information_sought",
    key="information_sought_id",
    says=("kind",),
    warning="Only what sources report: an act without rows asked for something too. Includes "
    "adjacent papers: join `acts` and filter by `in_scope`.",
):
    """One kind of information that the papers of an act ask for."""

    information_sought_id: Annotated[Key, Id()]
    """Act and a short name."""

    act_id: Annotated[Key, Id(), References("acts")]
    """The act that asks for it."""

    kind: Annotated[v.InformationKind, Claim("vocabulary", phrases="information")]
    """What kind of information it is."""

    as_printed: Annotated[Text | None, Claim()] = None
    """The words of a source for what is asked for, with those that say about whom or about what."""


class KnownTotal(Tiered, table="known_totals", key="known_total_id"):
    """What somebody says about how many such papers there are, in this dataset or not."""

    known_total_id: Annotated[Key, Id()]
    """A short name. A row of `act_groups` may have the same name: it is another count."""

    counted: Annotated[Text, Judgment()]
    """What is counted, in our words."""

    n_papers: Annotated[Count | None, Claim("number_word")] = None
    """How many papers, requests or reports; null where the words give no number of them."""

    is_least: Annotated[bool | None, Judgment()] = None
    """True if the words put that number as the least that there were, such as "at least 435" or
    "more than 500"; null otherwise."""

    statement: Annotated[Text, Claim()]
    """The statement in the words of the source."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that gives it."""

    reason: Annotated[Text, Judgment()]
    """What the number covers and what it leaves out, in our words."""
