"""A text, its regions, and what several finders need of it, worked out when first asked for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from extraction.text.regions import Region

T = TypeVar("T")

LARGEST = 2**18  # bytes of one text; a long article has a fifth of it
LONGEST_LINE = 2**20  # bytes of a line of JSON that holds one
FURTHEST = 140  # characters from the beginning of a name to the word that tells what it names

NAME_START = re.compile(
    r"\b(?:[A-Z]\w*|(?:de|los|las|del|van|der|von|bin|bint|ibn|al|el|da|di|du|la|the)\b)"
)
SHOUTED = re.compile(
    r"[A-Z](?<!\w.)[A-Z]+(?:[’']S)?(?:[^\S\n]+(?:[A-Z]{2,}(?:[’']S)?|[A-Z]\.))+(?!\w)"
)
"""Words in capitals that stand together."""
OUTCRY = re.compile(r"[A-Z]{5}|OF [A-Z]{3}")
SHORT = {word: word.lower() for word in "OF THE AND FOR TO IN ON AT BY A AN".split()}
RUN = re.compile(r"[A-Z](?<!\w.)(?=[\w&.’'-]{0,41}[^\S\n][A-Z])")


def too_large(n_bytes: int) -> str | None:
    """What is wrong with a text of so many bytes: rules may take a minute for each million."""
    return f"the text has {n_bytes} bytes, more than {LARGEST}" if n_bytes > LARGEST else None


class Document:
    """A text with its regions; whoever makes one passes it on to every finder."""

    def __init__(self, text: str, regions: Sequence[Region] = ()) -> None:
        self.text, self.regions = text, regions
        self._known: dict[Callable[[Document], object], object] = {}

    @classmethod
    def of(cls, text: str | Document, regions: Sequence[Region] = ()) -> Document:
        """The document itself, or one of a text."""
        return text if isinstance(text, Document) else cls(text, regions)

    def once(self, work: Callable[[Document], T]) -> T:
        """What a function says of this document; it is called the first time only."""
        if work not in self._known:
            self._known[work] = work(self)
        return self._known[work]  # type: ignore[return-value]  # stored by the line above

    @cached_property
    def name_starts(self) -> list[tuple[int, str]]:
        """Start and letters of every word with which a name can begin."""
        return [(match.start(), match.group()) for match in NAME_START.finditer(self.text)]

    @cached_property
    def evened(self) -> str:
        """The text, of the same length, in which words do not stand in capitals side by side.

        >>> Document("CITY OF LINDEN sued ICE").evened
        'City of Linden sued ICE'
        """
        shouted = any(len(word) > 4 and word.isupper() for _, word in self.name_starts)
        return SHOUTED.sub(_evened, self.text) if shouted else self.text

    @cached_property
    def capitals(self) -> list[int]:
        """Starts of the words with a capital letter."""
        return [start for start, word in self.name_starts if word[0] <= "Z"]

    @cached_property
    def runs(self) -> list[int]:
        """Starts of the words with a capital letter that another such word follows."""
        return [match.start() for match in RUN.finditer(self.text)]

    def starting(self, heads: frozenset[str]) -> Iterator[int]:
        """Starts of the name-like words that are among some heads."""
        return (start for start, word in self.name_starts if word in heads)


def _evened(match: re.Match[str]) -> str:
    """Words in capitals as a title prints them; abbreviations alone stay as they are."""
    words = match.group()
    if not OUTCRY.search(words):
        return words
    return re.sub(r"[A-Z]+(?:[’']S)?", lambda word: _titled(word.group()), words)


def _titled(word: str) -> str:
    return SHORT.get(word) or word[0] + word[1:].lower()


def heads(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of phrases, to look for the phrases only where one stands.

    >>> sorted(heads(["New York", "the Bronx", "U.S. Senate"]))
    ['New', 'U', 'the']
    """
    return frozenset(re.findall(r"\w+", phrase)[0] for phrase in phrases)


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What a pattern matches at some ascending positions, without overlaps.

    The same as `finditer`, in a fraction of the time, where it can match nowhere else.

    >>> [m.group() for m in matches(re.compile("a+"), "baab", [1, 2])]
    ['aa']
    """
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def near(starts: Sequence[int], ends: Iterable[int]) -> Iterator[int]:
    """The ascending places behind which one of some others, ascending too, is not far.

    >>> list(near([0, 5, 900], [7, 2000]))
    [0, 5]
    """
    at = 0
    for end in ends:
        at = max(at, bisect_left(starts, end - FURTHEST))
        last = bisect_right(starts, end)
        yield from starts[at:last]
        at = max(at, last)
