"""People whom sources refer to, and what is reported of them."""

from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Derived, Id, Judgment, Key, References, Text, Warn
from .shared import OF_A_GROUP, PEOPLE, TIMES, Body, Occurred, Person, Reasoned, Supported


class Individual(
    Supported,
    Reasoned,
    table="individuals_referenced",
    key="individual_id",
    says=("role",),
    core=True,
    warning="Unnamed people may appear more than once under different descriptions: see "
    "`may_be_same`.",
    checks={
        "named_or_decided": "name IS NULL OR naming_decision NOT IN ('not_named', 'name_left_out')"
    },
):
    """A person whom a source refers to, named or not; or a group known only as a number."""

    individual_id: Annotated[Key, Id()]
    """Act and letter for people asked about (`denver-1-a`); a short name or description for
    others."""

    role: Annotated[v.PersonRole, Claim("vocabulary")]
    """Why the source refers to the person."""

    name: Annotated[Text | None, Claim()] = None
    """Name as sources print it; null if no source names the person, or if we leave the name out."""

    naming_decision: Annotated[v.NamingDecision, Judgment()]
    """Why the name is, or is not, published."""

    search_id: Annotated[Key | None, Judgment(), References("searches")] = None
    """For a private person who is named: the search for how the case ended; null for all others."""

    described_as: Annotated[Text | None, Claim()] = None
    """How a source describes a person whom it does not name, verbatim."""

    title: Annotated[Text | None, Claim()] = None
    """Office or title as printed, without an article; its place or body, which
    `affiliation_agency_id` gives, may be included or left out."""

    age: Annotated[Count | None, Claim("number_word")] = None
    """Age in years as reported."""

    nationality: Annotated[Text | None, Claim("vocabulary")] = None
    """Nationality as reported, ISO 3166-1 alpha-3."""

    affiliation_agency_id: Body = None
    """The body that the person works or speaks for."""

    affiliation_name: Annotated[Text | None, Derived()] = None
    """Name of that body."""

    act_id: Annotated[Key | None, Id(), References("acts")] = None
    """The act that asks about the person; null if no act does, or several do together."""

    act_group_id: Annotated[Key | None, Id(), References("act_groups")] = None
    """The acts that ask together about a group of people, if no source says which act asks about
    whom; null for all others."""

    n_persons: Annotated[
        Count | None, Claim("number_word", absent="not_applicable", unit=PEOPLE)
    ] = None
    """How many people a group row represents; null for a single person."""

    remark: Annotated[Text | None, Judgment()] = None
    """What a reader might mistake about the person; says no number, status or offense."""


class CaseFact(
    Supported,
    Occurred,
    Reasoned,
    table="case_facts",
    key="case_fact_id",
    says=("kind", "offense", "modality", "n_affected"),
    warning="Reported, not proven: read `modality` and `attributed_to_*` before any count, and "
    "sum `n_counted` of `distinct_case_facts`, which counts each happening once.",
    checks={
        "one_subject": "(individual_id IS NULL) <> (act_id IS NULL)",
        "affected_within_total": "n_affected IS NULL OR n_total IS NULL OR n_affected <= n_total",
    },
):
    """One fact that is reported of a person, or of the people of an act together. Each offense has
    a row of its own."""

    case_fact_id: Annotated[Key, Id()]
    """Person or act, and a short name, which is never renamed: `kind` says what the row is."""

    individual_id: Annotated[Key | None, Id(), References("individuals_referenced")] = None
    """The person; null for a fact of an act's people together."""

    act_id: Annotated[
        Key | None,
        Id(),
        References("acts"),
        Warn(
            "Null where `individual_id` is not: `distinct_case_facts` has the act of a person, or "
            "the group of acts that ask about the people together."
        ),
    ] = None
    """The act whose people the fact is reported of; null for one person's fact."""

    kind: Annotated[v.FactKind, Claim("vocabulary", phrases="fact")]
    """What is reported."""

    offense: Annotated[v.Offense | None, Claim("vocabulary")] = None
    """The offense; null when the fact concerns none, or none is named."""

    offense_as_printed: Annotated[Text | None, Claim()] = None
    """The offense in the words of the source."""

    modality: Annotated[v.Modality, Claim("vocabulary")]
    """How far procedure had gone in the words of the source, or how it puts the fact."""

    agency_id: Body = None
    """The body that arrested, released, lodged, declined …"""

    addressee_agency_id: Body = None
    """The body with which a detainer was lodged, or from which notice was requested."""

    victim_individual_id: Annotated[
        Key | None, Judgment(), References("individuals_referenced")
    ] = None
    """The person whom the offense harmed, where the words say who."""

    attributed_to_individual_id: Person = None
    """The person who says so; null when a body or the writer does."""

    attributed_to_agency_id: Body = None
    """The body that says so; null when a person or the writer does."""

    n_affected: Annotated[Count | None, Claim("number_word", unit=PEOPLE), Warn(OF_A_GROUP)] = None
    """How many of an act's people, or of a group, it is reported of."""

    n_total: Annotated[Count | None, Claim("number_word", unit=PEOPLE), Warn(OF_A_GROUP)] = None
    """Out of how many."""

    n_times: Annotated[Count | None, Claim("number_word", unit=TIMES)] = None
    """How often it happened to each, where the words count it."""

    part_of: Annotated[Key | None, Id(), References("case_facts")] = None
    """The fact of a group or a case that this one is part of; count only one of the two."""

    matter_id: Annotated[Key | None, Judgment()] = None
    """Arrest, charge, plea and conviction of one case share this id."""
