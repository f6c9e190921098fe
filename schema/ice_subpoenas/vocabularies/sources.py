"""Codes of documents and of their parts."""

from ..row import Vocabulary


class SourceKind(Vocabulary):
    """What kind of document a source is."""

    NEWS_ARTICLE = "news_article", "An article that a news or opinion outlet published."
    PRESS_RELEASE = "press_release", "A release that a public body published."
    COURT_DOCUMENT = "court_document", "An opinion, order, petition or other court filing."
    LAW = "law", "A statute, regulation or ordinance."
    STUDY = "study", "A study, law review article or report of an inspector."
    REFERENCE = "reference", "A register, log or table."
    OTHER = "other", "Another kind of document."


class Standing(Vocabulary):
    """Where a document's account comes from, by one written rule for every outlet."""

    PARTY_DOCUMENT = "party_document", "A document of a party to the matter."
    COURT_DOCUMENT = "court_document", "A document of a court, or one filed with it."
    LAW = "law", "The text of a law."
    OWN_REPORTING = "own_reporting", "An outlet's own report, signed by its staff or as its own."
    WIRE_COPY = "wire_copy", "A news agency's story, printed by another outlet."
    REPRINT = "reprint", "Another document, printed again or copied."
    ADVOCACY = "advocacy", "A document of a group that says of itself that it works for a cause."
    AGGREGATOR = (
        "aggregator",
        "A page that retells what others reported, with no report of its own.",
    )
    MACHINE_REWRITTEN = "machine_rewritten", "A page that a source says a machine rewrote."
    REFERENCE = "reference", "A register, tracker or study that names the documents it rests on."
    UNKNOWN = "unknown", "The part that was read does not show which of these it is."


class ReadFrom(Vocabulary):
    """What was read of a document that is not held."""

    PUBLISHER = "publisher", "The publisher's own page."
    COPY = "copy", "A copy of it at another address."
    STORED_COPY = "stored_copy", "A stored copy of the publisher's page."


class SourceRelationKind(Vocabulary):
    """How one source depends on another."""

    REPRODUCES = "reproduces", "Prints a passage of the other document as its own block."
    REPRINTS = "reprints", "Prints the whole of the other document."
    REWRITES = "rewrites", "Tells the other document again in other words."
    QUOTES = "quotes", "Quotes words of the other document."
    REPORTS = "reports", "Reports what the other document says."
    CREDITS = "credits", "Names the other document or body as where its words or picture come from."
    SHARES_TEXT = "shares_text", "Prints the same passage; which took it from which is not said."


class LinkOutcome(Vocabulary):
    """What a server answered when it was asked for an address."""

    FOUND = "found", "A page answered, there or where the address leads."
    FRONT_PAGE = (
        "front_page",
        "The address leads to the front page of a site, as those of removed pages often do.",
    )
    GONE = "gone", "The server says that it has no such page."
    REFUSED = "refused", "The server does not show the page to a program. A person may see it."
    NOT_ASKED = "not_asked", "The site asks programs not to fetch the page, so nobody asked for it."
    NO_ANSWER = (
        "no_answer",
        "No connection, a bad certificate, a server error, an endless redirect, or a slow answer.",
    )


class Region(Vocabulary):
    """What part of a page a span lies in, and so what it may support."""

    HEADLINE = "headline", "The article's own headline; may support everything."
    DECK = "deck", "The line under the headline; may support everything."
    BODY = "body", "The article's own running text; may support everything."
    EMBEDDED = (
        "embedded",
        "Another document's words, reproduced; evidence belongs to that document.",
    )
    BYLINE = "byline", "Who wrote it and for whom; supports sources, relations and reporters only."
    IMAGE_CREDIT = "image_credit", "Who made a picture; supports sources and their relations only."
    BOILERPLATE = (
        "boilerplate",
        "Standing text of a site; supports sources and their relations only.",
    )
    CAPTION = "caption", "Text of the article's own picture; also supports names and titles."
    RELATED_HEADLINE = "related_headline", "Headline of another story; supports nothing."
    COMMENTS = "comments", "What readers wrote; supports nothing."
