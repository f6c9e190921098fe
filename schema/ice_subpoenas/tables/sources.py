"""Documents, how they depend on one another, and the regions of the texts that are held."""

from datetime import date
from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Count, Derived, Digest, Id, Judgment, Key, References, Row, Text, Url, Warn
from .shared import YEAR_INFERRED, Day, Reasoned, Supported


class Source(
    Supported,
    Reasoned,
    table="sources",
    key="source_id",
    core=True,
    warning="Sources copy one another: read `source_relations` before you count them.",
):
    """A document whose text is held, that is quoted without being held, or that others rest on and
    nobody read."""

    source_id: Annotated[Key, Id()]
    """`s` and the three digits of the text's file name; from `s101` on, documents found since."""

    title: Annotated[Text | None, Claim()] = None
    """Headline or caption as printed; null when what was read has none."""

    publisher: Annotated[Text | None, Claim("vocabulary", phrases="publisher")] = None
    """Who published the document; of a copy, who published the original."""

    publisher_agency_id: Annotated[Key | None, Judgment(), References("agencies")] = None
    """Of a party's own document: the public body whose word it is; null if it is none's."""

    byline: Annotated[Text | None, Claim()] = None
    """Who signed it, as printed."""

    published: Annotated[Day, Claim("date"), Warn(YEAR_INFERRED)] = None
    """Day of publication."""

    kind: Annotated[v.SourceKind, Judgment()]
    """What kind of document it is."""

    standing: Annotated[v.Standing, Judgment()]
    """Where its account comes from, by the rule of docs/standing.md."""

    is_witness: Annotated[bool, Derived()]
    """Whether the standing makes it a witness; copies, retellings and unknown ones are none."""

    family_id: Annotated[Key, Derived(), References("sources")]
    """The lowest id among the sources that it depends on or that depend on it, itself included."""

    url: Annotated[Url | None, Id()] = None
    """Address of the page; `read_from` says whether it was opened there. Null when the page of a
    text was not found, and of most documents that nobody read."""

    original_url: Annotated[Url | None, Id()] = None
    """Address of the original, where the page that was read is a copy of it."""

    archived_url: Annotated[Url | None, Derived()] = None
    """Address of an archived copy of the page that was read, or of its original: see `links`.
    Null if none is known."""

    accessed: Annotated[date | None, Judgment()] = None
    """Day on which the page, or a stored copy of it, was read; null where `read_from`
    is."""

    read_from: Annotated[v.ReadFrom | None, Judgment()] = None
    """What was read: the publisher's page or a copy; null for a held text, and if nobody read the
    document: it is known only as what others copy, quote or name."""

    read_part: Annotated[Text | None, Judgment()] = None
    """How much of the document was read, such as `first 2,000 characters`; null where
    `read_from` is."""

    text_held: Annotated[bool, Derived()]
    """Whether the whole text is kept in the repository."""

    text_file: Annotated[Text | None, Derived()] = None
    """Path of the held text in the repository; null where none is held."""

    text_sha256: Annotated[Digest | None, Derived()] = None
    """SHA-256 of the held file, byte for byte; null where none is held."""

    n_characters: Annotated[Count | None, Derived()] = None
    """Length of the held text in Unicode code points; null where none is held."""

    n_words_quoted: Annotated[Count, Derived()]
    """How many words of a document that is not held are quoted here, in all; 0 for a held text."""


class Link(
    Row,
    table="links",
    key="link_id",
    warning="How a server answered a program on one day; a person may see something else.",
    checks={"link_of_source": "link_id IN (source_id || '-url', source_id || '-original')"},
):
    """An address of a source, and what its server answered the last time."""

    link_id: Annotated[Key, Id()]
    """Source and which address: `s146-url` of the page that was read, `s146-original`."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source."""

    address: Annotated[Url, Id()]
    """The address that was asked for."""

    outcome: Annotated[v.LinkOutcome, Judgment()]
    """What came of it."""

    http_status: Annotated[Count | None, Judgment()] = None
    """Status of the last answer, such as 200 or 404; null where there was none."""

    leads_to: Annotated[Url | None, Id()] = None
    """Where the address redirects to; null if it does not redirect."""

    archived_url: Annotated[Url | None, Id()] = None
    """Address of an archived copy, the nearest to the day on which the page was read."""

    checked_on: Annotated[date, Judgment()]
    """Day of the answer, as the server or the person who asked gives it."""


class SourceRelation(Reasoned, table="source_relations", key="source_relation_id"):
    """One source that depends on another."""

    source_relation_id: Annotated[Key, Id()]
    """Both sources, such as `s001-s003`."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The source that depends."""

    related_source_id: Annotated[Key, Id(), References("sources")]
    """The source that it depends on."""

    relation: Annotated[v.SourceRelationKind, Claim("vocabulary")]
    """How it depends."""

    scope: Annotated[Text | None, Judgment()] = None
    """Which part of the source depends on the other, in our words; null if all of it does."""


class SharedPassage(Row, table="shared_passages", key="shared_passage_id"):
    """A passage of 60 characters or more that two held texts share word for word."""

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


class RegionRow(Reasoned, table="regions", key="region_id"):
    """A part of a held text. What its words may support depends on the kind of part."""

    region_id: Annotated[Key, Id()]
    """Source and number in order of place."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The text."""

    char_start: Annotated[Count, Derived()]
    """Where the part begins."""

    char_end: Annotated[Count, Derived()]
    """Where it ends, exclusive."""

    region: Annotated[v.Region, Judgment()]
    """What it is."""

    reproduces_source_id: Annotated[Key | None, Judgment(), References("sources")] = None
    """For an embedded part: the source whose words it reproduces."""


class LedgerRow(Row, table="ledger", key="ledger_id"):
    """A sentence of a held text, and whether evidence or a quotation uses it."""

    ledger_id: Annotated[Key, Id()]
    """Source and number of the sentence."""

    source_id: Annotated[Key, Id(), References("sources")]
    """The text."""

    char_start: Annotated[Count, Derived()]
    """Where the sentence begins."""

    char_end: Annotated[Count, Derived()]
    """Where it ends, exclusive."""

    sentence_sha256: Annotated[Digest, Derived()]
    """SHA-256 of its words in UTF-8. It shows a change in the sentence without printing the
    sentence."""

    n_evidence: Annotated[Count, Derived()]
    """How many pieces of evidence and quotations are in it, wholly or in part."""

    reason: Annotated[v.LedgerReason | None, Judgment()] = None
    """Why it is left out; null when it is used."""

    remark: Annotated[Text | None, Judgment()] = None
    """More on why it is left out, in our words."""
