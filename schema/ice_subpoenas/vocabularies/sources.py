"""Codes of documents and of their parts."""

from enum import auto

from ..row import Vocabulary


class SourceKind(Vocabulary):
    """What kind of document a source is."""

    NEWS_ARTICLE = auto(), "An article that a news or opinion outlet published."
    PRESS_RELEASE = auto(), "A release that a public body published."
    COURT_DOCUMENT = auto(), "An opinion, order, petition or other court filing."
    LAW = auto(), "A statute, regulation or ordinance."
    STUDY = auto(), "A study, law review article or report of an inspector."
    REFERENCE = auto(), "A register, log or table."
    OTHER = auto(), "Another kind of document."


class Standing(Vocabulary):
    """Where a document's account comes from, by one written rule for every outlet."""

    PARTY_DOCUMENT = auto(), "A document of a party to the matter."
    COURT_DOCUMENT = auto(), "A document of a court, or one filed with it."
    LAW = auto(), "The text of a law."
    OWN_REPORTING = auto(), "An outlet's own report, signed by its staff or as its own."
    WIRE_COPY = auto(), "A news agency's story, printed by another outlet."
    REPRINT = auto(), "Another document, printed again or copied."
    ADVOCACY = auto(), "A document of a group that says of itself that it works for a cause."
    AGGREGATOR = auto(), "A page that retells what others reported, with no report of its own."
    MACHINE_REWRITTEN = auto(), "A page that a source says a machine rewrote."
    REFERENCE = auto(), "A register, tracker or study that names the documents it rests on."
    UNKNOWN = auto(), "The part that was read does not show which of these it is."


class ReadFrom(Vocabulary):
    """What was read of a document that is not held."""

    PUBLISHER = auto(), "The publisher's own page."
    COPY = auto(), "A copy of it at another address."
    STORED_COPY = (
        auto(),
        "A copy that a collection of web pages had stored: the address itself was not opened.",
    )


class SourceRelationKind(Vocabulary):
    """How one source depends on another."""

    REPRODUCES = auto(), "Prints a passage of the other document as its own block."
    REPRINTS = auto(), "Prints the whole of the other document."
    REWRITES = auto(), "Tells the other document again in other words."
    QUOTES = auto(), "Quotes words of the other document."
    REPORTS = auto(), "Reports what the other document says."
    CREDITS = auto(), "Names the other document or body as where its words or picture come from."
    SHARES_TEXT = auto(), "Prints the same passage; which took it from which is not said."


class LinkOutcome(Vocabulary):
    """What a server answered when it was asked for an address."""

    FOUND = auto(), "A page answered, there or where the address leads."
    FRONT_PAGE = (
        auto(),
        "The address leads to the front page of a site, as those of removed pages often do.",
    )
    GONE = auto(), "The server says that it has no such page."
    REFUSED = auto(), "The server does not show the page to a program. A person may see it."
    NOT_ASKED = auto(), "The site asks programs not to fetch the page, so nobody asked for it."
    NO_ANSWER = (
        auto(),
        "No connection, a bad certificate, a server error, an endless redirect, or a slow answer.",
    )


class Region(Vocabulary):
    """What part of a page a span lies in, and so what it may support."""

    HEADLINE = auto(), "The article's own headline; may support everything."
    DECK = auto(), "The line under the headline; may support everything."
    BODY = auto(), "The article's own running text; may support everything."
    EMBEDDED = auto(), "Another document's words, reproduced; evidence belongs to that document."
    BYLINE = auto(), "Who wrote it and for whom; supports sources, relations and reporters only."
    IMAGE_CREDIT = auto(), "Who made a picture; supports sources and their relations only."
    BOILERPLATE = auto(), "Standing text of a site; supports sources and their relations only."
    CAPTION = auto(), "Text of the article's own picture; also supports names and titles."
    RELATED_HEADLINE = auto(), "Headline of another story; supports nothing."
    COMMENTS = auto(), "What readers wrote; supports nothing."
