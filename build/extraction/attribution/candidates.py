"""Somebody who may have said a quotation, and the words in which features are told."""

from extraction.attribution.answer import SURE, Attribution
from extraction.grammar import cues, tags
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Saying
from extraction.text.words import word_set


class Candidate:
    """Somebody who may have said a quotation, and the features that speak for and against."""

    __slots__ = ("attribution", "features")

    def __init__(self, attribution: Attribution, features: list[str]) -> None:
        self.attribution, self.features = attribution, features


_TELLING = word_set("""
that as to of if because while who which what when but and with for in on by at about an a the it
""")
"""Function words that say more than their tag does."""
_SUBORDINATE = word_set("when while because although though if unless until whereas once")
_EITHER = frozenset(["as", "after", "before", "since"])
_RELATIVE = frozenset(["who", "which", "whom", "whose", "what", "where", "why", "how"])
_COORDINATE = frozenset(["but", "and", "or", "yet"])
_DISTANCES = ["0", "1", "2-3", "2-3", *["4-8"] * 5, *["9-16"] * 8]


def distance(tokens: int) -> str:
    """A number of tokens in words.

    >>> [distance(n) for n in (0, 1, 3, 6, 12, 40)]
    ['0', '1', '2-3', '4-8', '9-16', 'far']
    """
    return _DISTANCES[tokens] if 0 <= tokens < len(_DISTANCES) else "far"


def word(p: Parse, k: int) -> str:
    """A token as a feature tells it: a telling function word itself, else its tag."""
    low = p.low[k]
    return low if low in _TELLING else p.tag[k]


def strength(saying: Saying) -> str:
    """What kind of verb a cue is: say, weak, naming, clausal or other."""
    if saying.lemma in SURE:
        return "say"
    if saying.lemma in cues.WEAK:
        return "weak"
    if saying.lemma in cues.NAMING:
        return "naming"
    return "clausal" if saying.lemma in cues.CLAUSAL else "other"


def boundary(p: Parse, first: int, end: int) -> str:
    """What kind of clause begins between two tokens, in one word."""
    found = ""
    for k in range(first, end):
        low, tag = p.low[k], p.tag[k]
        if tag == tags.STOP or low == ";":
            return "stop"
        if (low in _SUBORDINATE and tag != tags.PREPOSITION) or (low in _EITHER and k > first):
            found = "subordinate"
        elif tag in (tags.DASH, tags.COLON, tags.QUOTE):
            found = "dash"
        elif not found:
            found = _lesser(low, tag)
    return found or ("direct" if first >= end else "phrase")


def _lesser(low: str, tag: str) -> str:
    """The boundary at a token that a later one may outdo, or nothing."""
    if low in _RELATIVE:
        return "relative"
    if low in _COORDINATE:
        return "coordinate"
    if low == "that":
        return "that"
    return "comma" if tag == tags.COMMA else ""
