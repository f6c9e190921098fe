"""Longer words that stand once, for words that stand more often: what a reviewer is to paste."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import itemgetter

from ice_subpoenas.derivations.find import Span, occurrences, place, plain

PLACES = 3  # places that are named
MOST = 63  # words that are added to make words the only ones; with more, nobody reads them
WORD = re.compile(r"\S+")
MARKS = ' ,;:.“”"'


def longer(text: str, words: str, start: int = 0, end: int | None = None) -> list[str]:
    """For each place of words between two offsets, the words with neighbors that stand there once.

    A place that needs more than `MOST` neighbors is left out.

    >>> longer("an officer left an administrative subpoena", "an")
    ['an officer', 'an administrative']
    >>> longer("Read more about the county. " * 200, "county")
    []
    """
    end = len(text) if end is None else end
    found = list(occurrences(text, words, start, end))[:PLACES]
    grown = (once(text, span, start, end) for span in found)
    return [plain(_trimmed(text, span, start, end)) for span in grown if span]


def once(text: str, span: Span, start: int = 0, end: int | None = None) -> Span | None:
    """A span with the fewest neighbors with which it stands once between two offsets.

    Words that follow are added before those that stand before; null if `MOST` are too few.
    """
    end = len(text) if end is None else end
    words = _words(text)
    low = bisect_left(words, start, key=itemgetter(0))
    high = bisect_right(words, end, key=itemgetter(1)) - 1
    first = max(bisect_right(words, span[0], key=itemgetter(0)) - 1, low)
    last = min(bisect_left(words, span[1], key=itemgetter(1)), high)

    def grown(n: int) -> Span:
        """The run with n more words."""
        after = max(min(n, high - last), 0)
        before = words[max(first - (n - after), low)][0]
        return min(span[0], before), max(span[1], words[last + after][1])

    def is_once(n: int) -> bool:
        return isinstance(place(text, text[slice(*grown(n))], start, end), tuple)

    least = bisect_left(range(MOST + 1), True, key=is_once) if low <= high else MOST + 1
    return grown(least) if least <= MOST else None


def _trimmed(text: str, span: Span, start: int, end: int) -> str:
    """The words of a span without marks at their ends, where that leaves them unique."""
    words = text[slice(*span)]
    bare = words.strip(MARKS)
    return bare if isinstance(place(text, bare, start, end), tuple) else words


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[Span, ...]:
    return tuple(found.span() for found in WORD.finditer(text))
