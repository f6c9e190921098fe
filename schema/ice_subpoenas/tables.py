"""The tables. Each class is one table, each docstring the description that is published with it.

Columns that several tables share stand once, in a class that is no table of its own.
"""

from datetime import date
from typing import Annotated

from . import vocabularies as v
from .row import (
    Claim,
    Count,
    Derived,
    Digest,
    Edtf,
    Id,
    Judgment,
    Key,
    References,
    Row,
    Stem,
    Text,
    Url,
    Warn,
)

YEAR_INFERRED = "No seed article prints a year: see the basis column before you rely on a day."
OF_THE_BATCH = "Said of the whole act; a null is no report, not a no."
APART = (
    "Notices, letters, customs summonses and subpoenas in criminal cases are adjacent papers: they "
    "are recorded so that nobody takes them for these subpoenas, and are never counted."
)
OF_A_GROUP = "A number of a group: which of its members is not known."


class Tiered(Row):
    """How far a row can be checked."""

    tier: Annotated[v.Tier, Derived()]
    """Whether a held text supports the row, or only documents that are cited."""


class Supported(Tiered):
    """What a row of a core table rests on."""

    n_sources: Annotated[Count, Derived(), Warn("Sources copy one another.")]
    """How many sources hold evidence for a claim of the row."""

    n_independent_sources: Annotated[
        Count, Derived(), Warn("Not known to depend on one another: no proof of independence.")
    ]
    """How many of those sources are not known to depend on one another."""

    has_conflict: Annotated[bool, Derived()]
    """Whether the sources disagree on a claim of the row: see `conflicts`."""


class Published(Row):
    """When a document appeared."""

    published_edtf: Annotated[
        Edtf | None, Claim("date", absent="not_stated"), Stem("published"), Warn(YEAR_INFERRED)
    ] = None
    """Day of publication as an EDTF string; null when nothing dates the document."""

    published_earliest: Annotated[
        date | None, Claim("date"), Stem("published"), Warn(YEAR_INFERRED)
    ] = None
    """Earliest day that the evidence allows; null also where it sets no bound."""

    published_latest: Annotated[
        date | None, Claim("date"), Stem("published"), Warn(YEAR_INFERRED)
    ] = None
    """Latest day that the evidence allows; null also where it sets no bound."""

    published_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the day rests on."""


class Issued(Row):
    """When subpoenas were issued: signed and sent by the agency."""

    issued_edtf: Annotated[
        Edtf | None, Claim("date", copied=True), Stem("issued"), Warn(YEAR_INFERRED)
    ] = None
    """Day of issue as an EDTF string (`[2020-01-06,2020-01-13]` is one of the two days)."""

    issued_earliest: Annotated[
        date | None, Claim("date", copied=True), Stem("issued"), Warn(YEAR_INFERRED)
    ] = None
    """Earliest day of issue that the evidence allows."""

    issued_latest: Annotated[
        date | None, Claim("date", copied=True), Stem("issued"), Warn(YEAR_INFERRED)
    ] = None
    """Latest day of issue that the evidence allows."""

    issued_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the day of issue rests on."""


class Served(Row):
    """When subpoenas were served: reached the recipient. Not the same event as issue."""

    served_edtf: Annotated[
        Edtf | None, Claim("date", copied=True), Stem("served"), Warn(YEAR_INFERRED)
    ] = None
    """Day of service as an EDTF string; null when no source says that or when they were served."""

    served_earliest: Annotated[
        date | None, Claim("date", copied=True), Stem("served"), Warn(YEAR_INFERRED)
    ] = None
    """Earliest day of service that the evidence allows."""

    served_latest: Annotated[
        date | None, Claim("date", copied=True), Stem("served"), Warn(YEAR_INFERRED)
    ] = None
    """Latest day of service that the evidence allows."""

    served_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the day of service rests on."""


class Occurred(Row):
    """When something happened."""

    occurred_edtf: Annotated[
        Edtf | None, Claim("date", absent="not_stated"), Stem("occurred"), Warn(YEAR_INFERRED)
    ] = None
    """Day, month or year as an EDTF string; null when the words do not date it."""

    occurred_earliest: Annotated[
        date | None, Claim("date"), Stem("occurred"), Warn(YEAR_INFERRED)
    ] = None
    """Earliest day that the evidence allows; null also where it sets no bound."""

    occurred_latest: Annotated[
        date | None, Claim("date"), Stem("occurred"), Warn(YEAR_INFERRED)
    ] = None
    """Latest day that the evidence allows; null also where it sets no bound."""

    occurred_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the day rests on."""


class Source(
    Supported,
    Published,
    table="sources",
    key="source_id",
    core=True,
    warning="Sources copy one another: read `source_relations` before you count them.",
):
    """A document that we hold, or cite without holding it."""

    source_id: Annotated[Key, Id()]
    """`s` and the first three digits of the seed's file name; from `s101` on, cited documents."""

    title: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Headline or caption as printed; null when the text that we hold has none."""

    publisher: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Who published the document."""

    publisher_basis: Annotated[v.DateBasis | None, Derived()] = None
    """Whether the text itself names the publisher (`stated`) or a cited page does (`cited`)."""

    byline: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Who signed it, as printed."""

    kind: Annotated[v.SourceKind, Judgment()]
    """What kind of document it is."""

    reason: Annotated[Text, Judgment()]
    """Why the document is here and is sorted as it is."""

    leaning: Annotated[Text | None, Judgment()] = None
    """Plain words on where the document stands: party to the matter, opinion or news."""

    url: Annotated[Url | None, Claim("cited", absent="not_stated")] = None
    """Address of the page; null when the page of this text was not found."""

    accessed: Annotated[date | None, Claim("cited", absent="not_applicable"), Stem("url")] = None
    """Day on which the page, or a stored copy of it, was read."""

    text_held: Annotated[bool, Derived()]
    """Whether the whole text is kept in the repository and all evidence is words of it."""

    text_file: Annotated[Text | None, Derived()] = None
    """Path of the held text in the repository; null for a cited document."""

    text_sha256: Annotated[Digest | None, Derived()] = None
    """SHA-256 of the held file, byte for byte; null for a cited document."""

    n_characters: Annotated[Count | None, Derived()] = None
    """Length of the held text in Unicode code points; null for a cited document."""


class Jurisdiction(
    Supported,
    table="jurisdictions",
    key="jurisdiction_id",
    core=True,
    warning="Not a census: a government that is not listed may have received subpoenas too.",
):
    """A state or local government."""

    jurisdiction_id: Annotated[Key, Id()]
    """Country, USPS state code and place, such as `us-co-denver`."""

    name: Annotated[Text, Claim()]
    """Name in the sources, such as `Denver`."""

    kind: Annotated[v.JurisdictionKind, Judgment()]
    """Level of government."""

    state: Annotated[Text | None, Claim("vocabulary", phrases="state")] = None
    """USPS code of the state that it is, or lies in."""

    geoid: Annotated[Text | None, Claim("cited")] = None
    """Census GEOID as text: state 2 digits, county 5, place 7 (also where it is a county)."""

    county_geoid: Annotated[Text | None, Claim("cited")] = None
    """Five-digit GEOID of the county that a city is at the same time; else null."""

    ocd_id: Annotated[Text | None, Claim("cited")] = None
    """Open Civic Data division identifier."""

    wikidata_id: Annotated[Text | None, Claim("cited")] = None
    """Wikidata identifier, only where a document that we cite confirms it."""

    parent_id: Annotated[Key | None, Judgment(), References("jurisdictions")] = None
    """The state that a county or city lies in; null for a state."""

    reason: Annotated[Text, Judgment()]
    """Why the row is here and is sorted as it is."""


class Agency(Row, table="agencies", key="agency_id"):
    """A public body, or an organization that speaks or reports."""

    agency_id: Annotated[Key, Id()]
    """Short name in lower case."""

    name: Annotated[Text, Claim()]
    """Name as a source prints it; every printed name is in `phrases`."""

    kind: Annotated[v.AgencyKind, Judgment()]
    """What sort of body it is."""

    jurisdiction_id: Annotated[Key | None, Judgment(), References("jurisdictions")] = None
    """The state or local government that it belongs to; null for federal and private bodies."""

    parent_id: Annotated[Key | None, Judgment(), References("agencies")] = None
    """The wider body that it is a part of; naming that one does not contradict the narrower."""

    reason: Annotated[Text, Judgment()]
    """Why the row is sorted as it is, and which names were taken for one body."""


class ActGroup(
    Tiered,
    Served,
    table="act_groups",
    key="group_id",
    warning="Not a census: only what the sources of this dataset report.",
):
    """Several batches that sources count together without saying how many each consisted of.

    Count a group once, and not its batches: the total is the groups and the batches in no group.
    """

    group_id: Annotated[Key, Id()]
    """Place and day, such as `oregon-2020-02-21`."""

    n_subpoenas: Annotated[Count, Claim("number_word")]
    """How many subpoenas the batches of the group consisted of together."""

    n_persons: Annotated[Count | None, Claim("number_word", absent="not_stated")] = None
    """On how many people information is asked, together."""

    remark: Annotated[Text | None, Judgment()] = None
    """What is known of how the number is spread, in our words."""

    reason: Annotated[Text, Judgment()]
    """Why these batches are counted together."""


class Act(
    Tiered,
    Issued,
    Served,
    table="acts",
    key="act_id",
    warning="Not a census: only what the sources of this dataset report. Holds adjacent papers "
    "too, told apart by `instrument`: the view `counted_acts` has the acts without them.",
):
    """One act of issuing or serving: what is said of 'four subpoenas' at once."""

    act_id: Annotated[Key, Id()]
    """Place and serial number in order of entry, such as `denver-1`."""

    group_id: Annotated[
        Key | None, Claim("cited", absent="not_applicable"), References("act_groups")
    ] = None
    """The group with which sources count the batch, where they give no number for it alone."""

    jurisdiction_id: Annotated[Key, Claim("vocabulary"), References("jurisdictions")]
    """The government that the recipient belongs to."""

    issuing_agency_id: Annotated[Key, Claim("vocabulary"), References("agencies")]
    """The body that issued the subpoenas."""

    recipient_agency_id: Annotated[Key, Claim("vocabulary"), References("agencies")]
    """The body that received them, under one id whatever name a source prints."""

    recipient_as_printed: Annotated[Text | None, Claim(absent="not_stated")] = None
    """The recipient's name in the words of the source that is nearest to the act."""

    n_subpoenas: Annotated[
        Count | None,
        Claim("number_word", absent="not_stated"),
        Warn("Where it is null, the act has one row in `subpoenas`: a least number."),
    ] = None
    """How many subpoenas the act consisted of; null when no source says, or of adjacent papers."""

    n_persons: Annotated[Count | None, Claim("number_word", absent="not_stated")] = None
    """On how many people information is asked."""

    instrument: Annotated[v.Instrument, Claim("vocabulary"), Warn(APART)]
    """The kind of legal paper."""

    form_title: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Title printed on the paper itself; null when no source gives it."""

    authority_as_printed: Annotated[Text | None, Claim(absent="not_stated")] = None
    """What a source says of the legal basis, in its own words."""

    authority_citation: Annotated[Text | None, Claim("cited", absent="not_stated")] = None
    """Section of law that the paper rests on; null when no source cites one."""

    days_to_respond: Annotated[Count | None, Claim("number_word", absent="not_stated")] = None
    """Days to respond where one term is reported for the whole batch."""

    respond_by_edtf: Annotated[
        Edtf | None, Claim("date", absent="not_stated"), Stem("respond_by"), Warn(YEAR_INFERRED)
    ] = None
    """Last day to respond as an EDTF string, where a source gives a day."""

    respond_by_earliest: Annotated[
        date | None, Claim("date", absent="not_stated"), Stem("respond_by")
    ] = None
    """Earliest day that the evidence allows for it."""

    respond_by_latest: Annotated[
        date | None, Claim("date", absent="not_stated"), Stem("respond_by")
    ] = None
    """Latest day that the evidence allows for it."""

    respond_by_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the last day rests on."""

    response_status: Annotated[v.ResponseStatus | None, Claim("vocabulary"), Warn(OF_THE_BATCH)] = (
        None
    )
    """What the recipient answered; null when no source reports an answer."""

    enforcement_status: Annotated[v.EnforcementStatus | None, Claim("vocabulary")] = None
    """How far enforcement in court had gone when last reported."""

    outcome: Annotated[
        v.Outcome | None, Claim("vocabulary", absent="not_stated"), Warn(OF_THE_BATCH)
    ] = None
    """How the matter ended or stood when last reported."""

    remark: Annotated[Text | None, Judgment()] = None
    """What a reader must know about the batch, in our words."""

    reason: Annotated[Text, Judgment()]
    """Why these subpoenas are taken for one act."""


class Subpoena(
    Supported,
    Issued,
    Served,
    table="subpoenas",
    key="subpoena_id",
    core=True,
    warning="Not a census: only what the sources of this dataset report.",
):
    """One subpoena. What is true of its whole batch is repeated here, with the batch's evidence."""

    subpoena_id: Annotated[Key, Id()]
    """Batch and number, such as `denver-1-4`; the number pairs the subpoena with nobody."""

    act_id: Annotated[Key, Id(), References("acts")]
    """The act of issue or service that it was a part of."""

    jurisdiction_id: Annotated[Key, Claim("vocabulary", copied=True), References("jurisdictions")]
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

    authority_citation: Annotated[Text | None, Claim("cited", copied=True)] = None
    """Section of law that the paper rests on; null when no source cites one."""

    days_to_respond: Annotated[
        Count | None,
        Claim("number_word", copied=True),
        Warn("Reported by group: which subpoena had which term is not known."),
    ] = None
    """Days that the recipient was given to answer."""

    respond_by_edtf: Annotated[
        Edtf | None, Claim("date", copied=True), Stem("respond_by"), Warn(YEAR_INFERRED)
    ] = None
    """Last day to respond as an EDTF string, where a source gives a day."""

    respond_by_earliest: Annotated[date | None, Claim("date", copied=True), Stem("respond_by")] = (
        None
    )
    """Earliest day that the evidence allows for it."""

    respond_by_latest: Annotated[date | None, Claim("date", copied=True), Stem("respond_by")] = None
    """Latest day that the evidence allows for it."""

    respond_by_basis: Annotated[v.DateBasis | None, Derived()] = None
    """What the last day rests on."""

    response_status: Annotated[
        v.ResponseStatus | None, Claim("vocabulary", copied=True), Warn(OF_THE_BATCH)
    ] = None
    """What the recipient answered; null when no source reports an answer."""

    enforcement_status: Annotated[v.EnforcementStatus | None, Claim("vocabulary", copied=True)] = (
        None
    )
    """How far enforcement in court had gone when last reported."""

    outcome: Annotated[v.Outcome | None, Claim("vocabulary", copied=True), Warn(OF_THE_BATCH)] = (
        None
    )
    """How the matter ended or stood when last reported."""


class Individual(
    Supported,
    table="individuals_referenced",
    key="individual_id",
    core=True,
    warning="Unnamed people may appear more than once under different descriptions.",
    checks={
        "named_or_decided": "name IS NULL OR naming_decision NOT IN ('not_named', 'name_left_out')"
    },
):
    """A person whom a source refers to, named or not; or a group known only as a number."""

    individual_id: Annotated[Key, Id()]
    """Batch and letter for subjects (`denver-1-a`), a short name or a description for others."""

    role: Annotated[v.PersonRole, Judgment()]
    """Why the source refers to the person."""

    name: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Name as sources print it; null when no source names the person, or we do not."""

    naming_decision: Annotated[v.NamingDecision, Judgment()]
    """Why the name is, or is not, published."""

    described_as: Annotated[Text | None, Claim(absent="not_applicable")] = None
    """How a source describes a person whom it does not name, verbatim."""

    title: Annotated[Text | None, Claim(absent="not_applicable")] = None
    """Office or title as printed."""

    age: Annotated[Count | None, Claim("number_word", absent="not_stated")] = None
    """Age in years as reported."""

    nationality: Annotated[Text | None, Claim("vocabulary", absent="not_stated")] = None
    """Nationality as reported, ISO 3166-1 alpha-3."""

    affiliation_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body that the person works or speaks for."""

    affiliation_name: Annotated[Text | None, Derived()] = None
    """Name of that body."""

    act_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("acts"),
    ] = None
    """The batch that asks for information on the person; null for everybody else."""

    n_persons: Annotated[Count | None, Claim("number_word", absent="not_applicable")] = None
    """How many people a group row stands for; null for a single person."""

    remark: Annotated[Text | None, Judgment()] = None
    """What the row must not be taken for, such as who it may or may not be the same as."""

    reason: Annotated[Text, Judgment()]
    """Why the person is sorted, named or left unnamed as here."""


class Quote(
    Supported,
    table="quotes",
    key="quote_id",
    core=True,
    warning="What a source prints. That it was said so, or is true, is not established.",
):
    """Words that a source prints in quotation marks, or reports without them."""

    quote_id: Annotated[Key, Id()]
    """Source and number, such as `s002-q03`."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that prints the words."""

    publisher: Annotated[Text | None, Derived()] = None
    """Who published that source."""

    text: Annotated[Text, Derived()]
    """The words, verbatim: everything between the marks, or the reported clause."""

    char_start: Annotated[Count, Derived()]
    """Where the words begin: 0-based, in Unicode code points, after the opening mark."""

    char_end: Annotated[Count, Derived()]
    """Where they end, exclusive, before the closing mark."""

    region: Annotated[v.Region, Derived()]
    """Part of the page that holds the words."""

    kind: Annotated[v.QuoteKind, Judgment()]
    """What the passage is."""

    speaker_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The person who speaks; null when a body speaks, or nobody."""

    speaker_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body that speaks (a release, a news agency's own sentence); null when a person does."""

    speaker_name: Annotated[Text | None, Derived()] = None
    """Name or description of the speaker, for reading."""

    speaker_as_printed: Annotated[Text | None, Claim(absent="not_applicable")] = None
    """The words beside the passage that stand for the speaker, such as `he`."""

    title_as_printed: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Title or description of the speaker beside the passage."""

    cue: Annotated[Text | None, Claim(absent="not_stated")] = None
    """The reporting word, such as `said`."""

    hedge: Annotated[Text | None, Claim(absent="not_stated")] = None
    """A word that weakens the report, such as `reportedly`."""

    venue: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Where, or to whom, the words were said."""

    utterance_id: Annotated[Key | None, Judgment(), References("utterances")] = None
    """What the speaker said on that occasion; its other printings share the id."""

    reason: Annotated[Text, Judgment()]
    """Why the passage is sorted, and grouped with others, as it is."""


class Utterance(
    Occurred,
    table="utterances",
    key="utterance_id",
    warning="No recording is held: where printings differ, neither corrects the other.",
):
    """What one speaker said on one occasion, wherever it is printed."""

    utterance_id: Annotated[Key, Id()]
    """Speaker and serial number, such as `albence-1`."""

    speaker_id: Annotated[Key | None, Derived(), References("individuals_referenced")] = None
    """The person who spoke: the same in every printing."""

    speaker_agency_id: Annotated[Key | None, Derived(), References("agencies")] = None
    """The body that spoke."""

    venue: Annotated[Text | None, Claim(absent="not_stated")] = None
    """Where the words were said, in the fullest words of a printing."""

    n_printings: Annotated[Count, Derived()]
    """How many passages of how ever many sources print a part of it."""

    words_altered: Annotated[bool, Derived()]
    """Whether two printings differ inside the marks without an ellipsis."""

    reason: Annotated[Text, Judgment()]
    """Why these passages are taken for one occasion."""


class Attribution(Row, table="attributions", key="attribution_id"):
    """One hop of the chain from a speaker to the page."""

    attribution_id: Annotated[Key, Id()]
    """Quotation and hop, such as `s003-q08-h2`."""

    quote_id: Annotated[Key, Id(), References("quotes")]
    """The quotation."""

    hop: Annotated[Count, Derived()]
    """Place in the chain: 1 is the speaker, the highest number the source that prints it."""

    kind: Annotated[v.HopKind, Judgment()]
    """What the actor did."""

    actor_individual_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The actor, where it is a person."""

    actor_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The actor, where it is a body."""

    actor_source_id: Annotated[Key | None, Derived(), References("sources")] = None
    """The source itself, for the last hop."""

    reason: Annotated[Text, Judgment()]
    """Why the actor stands in the chain."""


class InformationSought(
    Tiered,
    table="information_sought",
    key="information_sought_id",
    warning="What sources report of the papers; an act without rows asked for something too. "
    "Adjacent papers are among them: join `counted_acts` for subpoenas alone.",
):
    """One kind of information that a batch of subpoenas asks for."""

    information_sought_id: Annotated[Key, Id()]
    """Batch and a short name."""

    act_id: Annotated[Key, Id(), References("acts")]
    """The batch that asks for it."""

    kind: Annotated[v.InformationKind, Claim("vocabulary", phrases="information")]
    """What kind of information it is."""

    as_printed: Annotated[Text | None, Claim(absent="not_stated")] = None
    """The words of the source."""


class CaseFact(
    Tiered,
    Occurred,
    table="case_facts",
    key="case_fact_id",
    warning="Reported, not proven: read `modality` and `attributed_to_*` before any count.",
    checks={
        "one_subject": "(individual_id IS NULL) <> (act_id IS NULL)",
        "affected_within_total": "n_affected IS NULL OR n_total IS NULL OR n_affected <= n_total",
    },
):
    """One fact reported of a person, or of a batch's people together; one offense a row."""

    case_fact_id: Annotated[Key, Id()]
    """Person or batch, and a short name."""

    individual_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The person; null for a fact of a batch's people together."""

    act_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("acts"),
    ] = None
    """The batch whose people the fact is reported of; null for one person's fact."""

    kind: Annotated[v.FactKind, Claim("vocabulary", phrases="fact")]
    """What is reported."""

    offense: Annotated[v.Offense | None, Claim("vocabulary", absent="not_applicable")] = None
    """The offense; null when the fact concerns none, or none is named."""

    offense_as_printed: Annotated[Text | None, Claim(absent="not_applicable")] = None
    """The offense in the words of the source."""

    modality: Annotated[v.Modality, Claim("vocabulary")]
    """How far procedure had gone in the words of the source, or how it puts the fact."""

    agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_stated"), References("agencies")
    ] = None
    """The body that arrested, released, lodged, declined …"""

    attributed_to_individual_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The person who says so; null when a body or the writer does."""

    attributed_to_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body that says so; null when a person or the writer does."""

    n_affected: Annotated[
        Count | None, Claim("number_word", absent="not_applicable"), Warn(OF_A_GROUP)
    ] = None
    """Of how many of a batch's people, or of a group, it is reported."""

    n_total: Annotated[
        Count | None, Claim("number_word", absent="not_applicable"), Warn(OF_A_GROUP)
    ] = None
    """Out of how many."""

    n_times: Annotated[Count | None, Claim("number_word", absent="not_applicable")] = None
    """How often it happened to each, where the words count it."""


class Event(
    Tiered,
    Occurred,
    table="events",
    key="event_id",
    warning="Only reported events: an answer or a ruling that no source here reports is missing. "
    "Adjacent papers are among them: join `counted_acts` for subpoenas alone.",
):
    """Something that happened to the subpoenas."""

    event_id: Annotated[Key, Id()]
    """Batch, or speaker, and a short name."""

    act_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("acts"),
    ] = None
    """The batch concerned; null when the words concern subpoenas in general, or several batches."""

    kind: Annotated[v.EventKind, Claim("vocabulary", phrases="event")]
    """What happened."""

    actor_individual_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The person who acted or spoke."""

    actor_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body that acted or spoke."""

    response_status: Annotated[
        v.ResponseStatus | None, Claim("vocabulary", absent="not_applicable")
    ] = None
    """For a response: what was answered."""

    n_subpoenas: Annotated[Count | None, Claim("number_word", absent="not_stated")] = None
    """How many of the batch's subpoenas it concerns, where said; a petition may cover a part."""

    court: Annotated[Text | None, Claim("cited", absent="not_applicable")] = None
    """The court, by its reporter abbreviation."""

    docket: Annotated[Text | None, Claim("cited", absent="not_applicable")] = None
    """Docket number."""

    citation: Annotated[Text | None, Claim("cited", absent="not_applicable")] = None
    """Reporter citation."""

    same_as_event_id: Annotated[Key | None, Judgment(), References("events")] = None
    """The event of the held tier that this cited one tells again; count the two once."""

    proceeding_id: Annotated[Key | None, Judgment()] = None
    """One court event that concerns several batches has the same id in each: count it once."""

    quote_id: Annotated[Key | None, Judgment(), References("quotes")] = None
    """A passage that is, or reports, the event."""

    summary: Annotated[Text | None, Judgment()] = None
    """What happened, in our words."""

    reason: Annotated[Text | None, Judgment()] = None
    """Why the event is sorted and summed up as it is; null when nothing is judged."""


class PolicyStatement(
    Tiered,
    Occurred,
    table="policy_statements",
    key="policy_statement_id",
    warning="What somebody says a policy or law is, not what it is; the law itself speaks only "
    "where the source is of the kind `law`.",
):
    """What somebody says a government's policy or law is, or what a law says itself."""

    policy_statement_id: Annotated[Key, Id()]
    """Source and number, such as `s002-p1`."""

    jurisdiction_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("jurisdictions"),
    ] = None
    """The state or local government concerned; null for the federal one, or for many."""

    agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body concerned, where the statement is about a federal body or office."""

    topic: Annotated[v.PolicyTopic, Judgment()]
    """What the statement is about."""

    position: Annotated[v.PolicyPosition, Claim("vocabulary")]
    """What it says the policy or law is."""

    modality: Annotated[v.Modality, Claim("vocabulary")]
    """How it is put."""

    said_by_individual_id: Annotated[
        Key | None,
        Claim("vocabulary", absent="not_applicable"),
        References("individuals_referenced"),
    ] = None
    """The person who says so; null when a body, the writer or a law does."""

    said_by_agency_id: Annotated[
        Key | None, Claim("vocabulary", absent="not_applicable"), References("agencies")
    ] = None
    """The body that says so; null when a person, the writer or a law does."""

    statement: Annotated[Text, Claim()]
    """The statement in the words of the source."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that reports or makes it."""

    quote_id: Annotated[Key | None, Judgment(), References("quotes")] = None
    """The quotation that makes it, if it is quoted."""

    reason: Annotated[Text, Judgment()]
    """Why the statement is sorted as it is."""


class SourceRelation(Row, table="source_relations", key="source_relation_id"):
    """One source depending on another."""

    source_relation_id: Annotated[Key, Id()]
    """Both sources, such as `s001-s003`."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that depends."""

    related_source_id: Annotated[Key, Claim("vocabulary"), References("sources")]
    """The source that it depends on."""

    relation: Annotated[v.SourceRelationKind, Claim("vocabulary")]
    """How it depends."""

    scope: Annotated[Text, Judgment()]
    """Which part of the source depends, in our words."""

    reason: Annotated[Text, Judgment()]
    """Why the relation is read so."""


class SharedPassage(Row, table="shared_passages", key="shared_passage_id"):
    """A passage that two held texts share word for word, found by comparing them."""

    shared_passage_id: Annotated[Key, Id()]
    """Both sources and a number in order of place."""

    source_id: Annotated[Key, Derived(), References("sources")]
    """The source with the lower id."""

    char_start: Annotated[Count, Derived()]
    """Where the passage begins in it."""

    char_end: Annotated[Count, Derived()]
    """Where it ends in it, exclusive."""

    other_source_id: Annotated[Key, Derived(), References("sources")]
    """The other source."""

    other_char_start: Annotated[Count, Derived()]
    """Where the passage begins in the other."""

    other_char_end: Annotated[Count, Derived()]
    """Where it ends in the other, exclusive."""

    n_characters: Annotated[Count, Derived()]
    """Its length in the first source."""

    has_relation: Annotated[bool, Derived()]
    """Whether `source_relations` records how the two depend on each other."""


class QuoteVariant(Row, table="quote_variants", key="quote_variant_id"):
    """One difference between two printings of an utterance, word by word."""

    quote_variant_id: Annotated[Key, Id()]
    """Both quotations and a number in order of place."""

    utterance_id: Annotated[Key, Derived(), References("utterances")]
    """The utterance."""

    quote_id: Annotated[Key, Derived(), References("quotes")]
    """The printing with the lower id."""

    other_quote_id: Annotated[Key, Derived(), References("quotes")]
    """The other printing."""

    words: Annotated[Text | None, Derived()] = None
    """Words that the first has in this place; null where it has none."""

    other_words: Annotated[Text | None, Derived()] = None
    """Words that the other has in this place; null where it has none."""

    within_marks: Annotated[bool, Derived()]
    """Whether the difference lies inside quotation marks on both sides, between shared words."""

    by_ellipsis: Annotated[bool, Derived()]
    """Whether an ellipsis or brackets mark the place."""


class Conflict(
    Row,
    table="conflicts",
    key="conflict_id",
    warning="A settled conflict is our ruling by a stated rule, not a finding of fact.",
):
    """A disagreement between pieces of evidence for one cell, and what we did about it."""

    conflict_id: Annotated[Key, Id()]
    """Row and a short name."""

    table_name: Annotated[Text, Id()]
    """Table of the cell."""

    row_id: Annotated[Key, Id()]
    """Key of its row."""

    column_name: Annotated[Text, Id()]
    """Column or stem; `words` for an utterance."""

    kind: Annotated[v.ConflictKind, Derived()]
    """What the sides disagree on."""

    n_sides: Annotated[Count, Derived()]
    """How many different values the evidence gives."""

    published_value: Annotated[Text | None, Judgment()] = None
    """The value that is published; null where the conflict is unresolved, or concerns wording."""

    resolution: Annotated[v.Resolution, Judgment()]
    """The rule by which it was settled."""

    reason: Annotated[Text, Judgment()]
    """Why that rule applies here."""


class Evidence(
    Row,
    table="evidence",
    key="evidence_id",
    warning="Leave out `copied` pieces when you count: each repeats one of the batch.",
):
    """Words that bear on one cell."""

    evidence_id: Annotated[Text, Id()]
    """Hash of the cell, the source, the words and their occurrence."""

    table_name: Annotated[Text, Derived()]
    """Table of the cell."""

    row_id: Annotated[Key, Derived()]
    """Key of its row."""

    column_name: Annotated[Text, Derived()]
    """Column, or the stem that several columns share."""

    source_id: Annotated[Key, Derived(), References("sources")]
    """The source that holds the words, or that is cited."""

    witness_source_id: Annotated[Key, Derived(), References("sources")]
    """Whose words they are: in an embedded region the document reproduced, else the source."""

    char_start: Annotated[Count | None, Derived()] = None
    """Where the words begin: 0-based, in Unicode code points of the decoded file; null if cited."""

    char_end: Annotated[Count | None, Derived()] = None
    """Where they end, exclusive; null if cited."""

    exact: Annotated[str | None, Derived()] = None
    """The words: `text[char_start:char_end]`; null if cited."""

    prefix: Annotated[str | None, Derived()] = None
    """At most 32 characters before them; null if cited."""

    suffix: Annotated[str | None, Derived()] = None
    """At most 32 characters after them; null if cited."""

    region: Annotated[v.Region | None, Derived()] = None
    """Part of the page that holds them; null if cited."""

    derivation: Annotated[v.Derivation, Derived()]
    """How the value follows from the words."""

    arguments: Annotated[Text | None, Derived()] = None
    """What the derivation was given besides the words, as a JSON object."""

    value: Annotated[Text | None, Derived()] = None
    """The value that this piece of evidence gives, written as text."""

    stance: Annotated[v.Stance, Derived()]
    """How it stands to the published value."""

    reason: Annotated[Text | None, Judgment()] = None
    """The reasoning of an inference, or a locator and our words for a cited document."""

    group_id: Annotated[Text | None, Derived()] = None
    """Spans with the same group prove the cell only together."""

    via_evidence_id: Annotated[Text | None, Derived(), References("evidence")] = None
    """The original of a copy; or the inference of identity that this evidence rests on."""

    reviewed_file: Annotated[Text, Derived()]
    """File under `datasets/reviewed/` that states the fact."""

    reviewed_line: Annotated[Count, Derived()]
    """Line in that file."""


class AbsenceRow(
    Row,
    table="absences",
    key="absence_id",
    warning="A gap of the sources recorded here, not proof that nobody knows.",
):
    """Why a claim is null."""

    absence_id: Annotated[Text, Id()]
    """Table, row and column."""

    table_name: Annotated[Text, Derived()]
    """Table of the cell."""

    row_id: Annotated[Key, Derived()]
    """Key of its row."""

    column_name: Annotated[Text, Derived()]
    """Column, or the stem that several columns share."""

    reason: Annotated[v.Absence, Judgment()]
    """Why it is null."""

    by_default: Annotated[bool, Derived()]
    """Whether the reason is the column's usual one and not written for this row."""


class RegionRow(Row, table="regions", key="region_id"):
    """A stretch of a held text, and what it may support."""

    region_id: Annotated[Key, Id()]
    """Source and number in order of place."""

    source_id: Annotated[Key, Derived(), References("sources")]
    """The text."""

    char_start: Annotated[Count, Derived()]
    """Where the stretch begins."""

    char_end: Annotated[Count, Derived()]
    """Where it ends, exclusive."""

    region: Annotated[v.Region, Judgment()]
    """What it is."""

    reproduces_source_id: Annotated[Key | None, Judgment(), References("sources")] = None
    """For an embedded stretch: whose words it reproduces."""

    reason: Annotated[Text, Judgment()]
    """How the stretch is known for what it is."""


class LedgerRow(Row, table="ledger", key="ledger_id"):
    """A sentence of a held text, and whether evidence or a quotation uses it."""

    ledger_id: Annotated[Key, Id()]
    """Source and number of the sentence."""

    source_id: Annotated[Key, Derived(), References("sources")]
    """The text."""

    char_start: Annotated[Count, Derived()]
    """Where the sentence begins."""

    char_end: Annotated[Count, Derived()]
    """Where it ends, exclusive."""

    sentence_sha256: Annotated[Digest, Derived()]
    """SHA-256 of its words in UTF-8, so that a changed sentence is noticed without printing it."""

    n_evidence: Annotated[Count, Derived()]
    """How many pieces of evidence and quotations lie in it, wholly or in part."""

    reason: Annotated[v.LedgerReason | None, Judgment()] = None
    """Why it is left out; null when it is used."""

    remark: Annotated[Text | None, Judgment()] = None
    """More on why it is left out, in our words."""


class Review(Row, table="reviews", key="review_id"):
    """One reading of one row against the words it rests on."""

    review_id: Annotated[Text, Id()]
    """Table, row and reading."""

    table_name: Annotated[Text, Id()]
    """Table of the row."""

    row_id: Annotated[Key, Id()]
    """Key of the row."""

    reading: Annotated[v.Reading, Judgment()]
    """Which reading it was."""

    reader_role: Annotated[v.ReaderRole, Judgment()]
    """Who read, by role."""

    reviewed_on: Annotated[date, Judgment()]
    """Day of the reading."""

    fingerprint: Annotated[Text, Judgment()]
    """Hash of the row and its evidence as they were read; a review lapses when it changes."""

    is_current: Annotated[bool, Derived()]
    """Whether the row and its evidence are still what was read; if not, the reading has lapsed."""

    outcome: Annotated[v.ReviewOutcome, Judgment()]
    """What the reading came to."""

    reason: Annotated[Text, Judgment()]
    """How the reading was done."""


class RetiredId(Row, table="retired_ids", key="retired_id"):
    """An id that is no longer used. Ids are never used again."""

    retired_id: Annotated[Key, Id()]
    """The id."""

    table_name: Annotated[Text, Id()]
    """Table that it belonged to."""

    successor_id: Annotated[Key | None, Judgment()] = None
    """The id that stands for the same thing now; null when nothing does."""

    reason: Annotated[Text, Judgment()]
    """Why it was retired."""


class Phrase(Row, table="phrases", key="phrase_id"):
    """A phrase that stands for a code: what the derivation `vocabulary` reads."""

    phrase_id: Annotated[Text, Id()]
    """List and phrase."""

    list_name: Annotated[Text, Id()]
    """The list: a table whose names it holds, or a column or vocabulary."""

    phrase: Annotated[Text, Judgment()]
    """The words, compared without regard to case."""

    code: Annotated[Text, Judgment()]
    """The code or id that they stand for."""

    source_id: Annotated[Key | None, Judgment(), References("sources")] = None
    """The only text in which they do; null when they do everywhere."""


class Code(Row, table="codes", key="code_id"):
    """A code of a vocabulary."""

    code_id: Annotated[Text, Id()]
    """Vocabulary and code."""

    vocabulary: Annotated[Text, Derived()]
    """The vocabulary."""

    code: Annotated[Text, Derived()]
    """The code."""

    definition: Annotated[Text, Derived()]
    """What it means."""

    broader: Annotated[Text | None, Derived()] = None
    """A code of the same vocabulary that includes it."""


class DictionaryRow(Row, table="dictionary", key="dictionary_id"):
    """A column of a table."""

    dictionary_id: Annotated[Text, Id()]
    """Table and column."""

    table_name: Annotated[Text, Derived()]
    """The table."""

    column_name: Annotated[Text, Derived()]
    """The column."""

    position: Annotated[Count, Derived()]
    """Its place in the table, from 1."""

    stem: Annotated[Text, Derived()]
    """The unit of evidence that it belongs to."""

    role: Annotated[Text, Derived()]
    """`id`, `claim`, `judgment` or `derived`."""

    type: Annotated[Text, Derived()]
    """Table Schema type."""

    vocabulary: Annotated[Text | None, Derived()] = None
    """Name of its vocabulary in `codes`, if it has one."""

    codes: Annotated[Text | None, Derived()] = None
    """Its codes, separated by spaces."""

    references_table: Annotated[Text | None, Derived()] = None
    """The table whose key it holds, if it is a foreign key."""

    nullable: Annotated[bool, Derived()]
    """Whether it may be null."""

    default_derivation: Annotated[Text | None, Derived()] = None
    """For a claim: how evidence gives its value unless a row says otherwise."""

    default_absence: Annotated[Text | None, Derived()] = None
    """For a claim: what a null means unless `absences` says otherwise for the row."""

    description: Annotated[Text, Derived()]
    """What a value means."""

    warning: Annotated[Text | None, Derived()] = None
    """What a user must know before using it."""


TABLES: tuple[type[Row], ...] = (
    Source,
    Jurisdiction,
    Agency,
    ActGroup,
    Act,
    Subpoena,
    Individual,
    Utterance,
    Quote,
    Attribution,
    InformationSought,
    CaseFact,
    Event,
    PolicyStatement,
    SourceRelation,
    SharedPassage,
    QuoteVariant,
    Conflict,
    Evidence,
    AbsenceRow,
    RegionRow,
    LedgerRow,
    Review,
    RetiredId,
    Phrase,
    Code,
    DictionaryRow,
)
"""Every table, parents before children."""

TABLE: dict[str, type[Row]] = {table.table: table for table in TABLES}
"""Every table by name."""
