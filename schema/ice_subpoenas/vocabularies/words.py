"""Codes of quotations."""

from enum import auto

from ..row import Vocabulary


class QuoteKind(Vocabulary):
    """What a passage is."""

    DIRECT = auto(), "One or more whole sentences of a speaker inside quotation marks."
    PARTIAL = auto(), "A fragment of a speaker's words inside the reporter's own sentence."
    SCARE = auto(), "Words in marks that are nobody's statement: the writer's distance or emphasis."
    TITLE = auto(), "Words in marks that name a thing."
    INDIRECT = auto(), "A statement reported without quotation marks."


class HopKind(Vocabulary):
    """What an actor did in the chain from a speaker to the page."""

    SPEAKER = auto(), "Said or wrote the words."
    PRESS_RELEASE = auto(), "Published the words in a release."
    REPORTED = auto(), "Reported the words before this source did."
    RECEIVED = auto(), "Was told the words by the speaker."
    PRINTED = auto(), "Printed the words: the source of the row."
