"""Sentences of a text, of bounded length."""

import re
from collections.abc import Iterator

from extraction.text.candidates import Span
from extraction.text.months import BEGUN_MONTH, WEEKDAY

SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)\n*|(?<!\n)[”\"’')]*\s+(?=[A-Z“\"‘(]))")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|St|Lt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs))\.\s*$"
)
CLOCK = re.compile(rf"[ap]\.m\.\s(?={WEEKDAY}\b|{BEGUN_MONTH})")
"""A time of day before its day, which ends no sentence: 5 p.m. Friday."""
LONGEST_SENTENCE = 2000  # characters; a longer one is read in pieces of that size


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text; a line break always ends one.

    >>> list(sentences("Gov. Ray Lee spoke. He left."))
    [(0, 20), (20, 28)]
    """
    start = 0
    for match in SENTENCE_END.finditer(text):
        if "\n" in match.group() or not _is_inside(text, start, match.start()):
            yield from _pieces(start, match.end())
            start = match.end()
    yield from _pieces(start, len(text))


def _is_inside(text: str, start: int, stop: int) -> bool:
    """Whether a full stop only ends an abbreviation inside a sentence."""
    if ABBREVIATION.search(text[max(start, stop - 8) : stop + 2]):
        return True
    return stop >= 3 and CLOCK.match(text, stop - 3) is not None


def _pieces(start: int, end: int) -> Iterator[Span]:
    """A span cut into pieces of bounded length."""
    for begin in range(start, end, LONGEST_SENTENCE):
        yield begin, min(end, begin + LONGEST_SENTENCE)
