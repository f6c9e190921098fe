"""What people and bodies say, as sources print it."""

from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Derived, Id, Judgment, Key, References, Row, Text
from .shared import Body, Occurred, Person, Reasoned, SaidBy, Supported, Tiered


class Quote(
    Supported,
    Reasoned,
    table="quotes",
    key="quote_id",
    core=True,
    warning="What a source prints. It may not have been said so, and may not be true.",
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
    """Part of the page that contains the words."""

    kind: Annotated[v.QuoteKind, Judgment()]
    """What the passage is; `indirect` words are outside quotation marks, all others inside."""

    speaker_id: Person = None
    """The person who speaks; null when a body speaks, or nobody."""

    speaker_agency_id: Body = None
    """The body that speaks (a release, a news agency's own sentence); null when a person does."""

    speaker_name: Annotated[Text | None, Derived()] = None
    """Name or description of the speaker, for reading."""

    speaker_as_printed: Annotated[Text | None, Claim()] = None
    """The words beside the passage that refer to the speaker, such as `he`."""

    title_as_printed: Annotated[Text | None, Claim()] = None
    """Office or title of the speaker beside the passage, without an article, or the words for whom
    the speaker speaks; anything else that a source calls the speaker is left out."""

    cue: Annotated[Text | None, Claim()] = None
    """The reporting word, such as `said`."""

    hedge: Annotated[Text | None, Claim()] = None
    """A word that weakens the report, such as `reportedly`."""

    venue: Annotated[Text | None, Claim()] = None
    """Where, or to whom, the words were said."""

    utterance_id: Annotated[Key | None, Judgment(), References("utterances")] = None
    """What the speaker said on that occasion; its other printings share the id."""


class Utterance(
    Occurred,
    Reasoned,
    table="utterances",
    key="utterance_id",
    warning="There is no recording here: if printings differ, neither corrects the other.",
):
    """What one speaker said on one occasion, wherever it is printed."""

    utterance_id: Annotated[Key, Id()]
    """Speaker and serial number, such as `albence-1`."""

    speaker_id: Annotated[Key | None, Derived(), References("individuals_referenced")] = None
    """The person who spoke: the same in every printing."""

    speaker_agency_id: Annotated[Key | None, Derived(), References("agencies")] = None
    """The body that spoke."""

    venue: Annotated[Text | None, Claim()] = None
    """Where the words were said, in the fullest words of a printing."""

    n_passages: Annotated[Count, Derived()]
    """How many passages, in however many sources, print a part of it."""

    words_altered: Annotated[bool, Derived()]
    """Whether two printings differ inside the marks without an ellipsis."""


class Attribution(Reasoned, table="attributions", key="attribution_id"):
    """One step in the chain from a speaker to the page."""

    attribution_id: Annotated[Key, Id()]
    """Quotation and hop, such as `s003-q08-h2`."""

    quote_id: Annotated[Key, Id(), References("quotes")]
    """The quotation."""

    hop: Annotated[Count, Id()]
    """Place in the chain: 1 is the speaker, and the highest number is the source that prints the
    words."""

    kind: Annotated[v.HopKind, Judgment()]
    """What the actor did."""

    actor_individual_id: Person = None
    """The actor, where it is a person."""

    actor_agency_id: Body = None
    """The actor, where it is a body."""

    actor_source_id: Annotated[Key | None, Derived(), References("sources")] = None
    """The source itself, for the last hop."""

    is_inferred: Annotated[bool, Derived()]
    """Whether the actor is inferred, because the words do not give a name."""


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
    """Whether the difference is inside quotation marks on both sides, between shared words."""

    by_ellipsis: Annotated[bool, Derived()]
    """Whether an ellipsis or brackets mark the place."""


class PolicyStatement(
    Tiered,
    Occurred,
    SaidBy,
    Reasoned,
    table="policy_statements",
    key="policy_statement_id",
    says=("position",),
    warning="What somebody says the policy or law is, which need not be what it is. The words are "
    "the law's own only where the kind of the source is `law`.",
):
    """What somebody says a government's policy or law is, or what a law says itself."""

    policy_statement_id: Annotated[Key, Id()]
    """Source and number, such as `s002-p1`."""

    jurisdiction_id: Annotated[Key | None, Claim("vocabulary"), References("jurisdictions")] = None
    """The state or local government concerned; null for the federal one, or for many."""

    agency_id: Body = None
    """The body concerned, where the statement is about a federal body or office."""

    topic: Annotated[v.PolicyTopic, Judgment()]
    """What the statement is about."""

    position: Annotated[v.PolicyPosition, Claim("vocabulary")]
    """What it says the policy or law is."""

    modality: Annotated[v.Modality, Claim("vocabulary")]
    """How it is put."""

    statement: Annotated[Text, Claim()]
    """The statement in the words of the source."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that reports or makes it."""

    quote_id: Annotated[Key | None, Judgment(), References("quotes")] = None
    """The quotation that makes it, if it is quoted."""
