"""Codes of quotations."""

from ..row import Vocabulary


class QuoteKind(Vocabulary):
    """What a passage is."""

    DIRECT = "direct", "One or more whole sentences of a speaker inside quotation marks."
    PARTIAL = "partial", "A fragment of a speaker's words inside the reporter's own sentence."
    SCARE = (
        "scare",
        "Words in marks that are nobody's statement: the writer's distance or emphasis.",
    )
    TITLE = "title", "Words in marks that name a thing."
    INDIRECT = "indirect", "A statement reported without quotation marks."


class HopKind(Vocabulary):
    """What an actor did in the chain from a speaker to the page."""

    SPEAKER = "speaker", "Said or wrote the words."
    PRESS_RELEASE = "press_release", "Published the words in a release."
    REPORTED = "reported", "Reported the words before this source did."
    RECEIVED = "received", "Was told the words by the speaker."
    PRINTED = "printed", "Printed the words: the source of the row."
