"""Passages that two texts share word for word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from .find import Span, folded, plain

RUN = 8  # words: shorter runs are phrases that anybody uses
SHORTEST = 60  # characters: the length from which a shared passage is published
OTHERS = 5  # words besides names that everybody prints alike
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


class Shared(NamedTuple):
    """A passage that two sources share: its place in each."""

    source: str
    span: Span
    other: str
    other_span: Span


class Worded:
    """The words of a text: as they are compared, and where each stands."""

    def __init__(self, text: str) -> None:
        self.text = folded(text)
        self.keys: list[str] = _WORD.findall(self.text)

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """Where each word begins and ends."""
        return [word.span() for word in _WORD.finditer(self.text)]

    @cached_property
    def runs(self) -> list[tuple[str, ...]]:
        """Each run of `RUN` words, in order."""
        return [tuple(self.keys[at : at + RUN]) for at in range(len(self.keys) - RUN + 1)]

    @cached_property
    def places(self) -> dict[tuple[str, ...], list[int]]:
        """Where each run begins."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, run in enumerate(self.runs):
            found[run].append(at)
        return dict(found)

    def span(self, start: int, length: int) -> tuple[int, int]:
        """The characters from one word on, for so many words."""
        return self.words[start][0], self.words[start + length - 1][1]


def shared_passages(texts: Mapping[str, str], names: Iterable[str] = ()) -> list[Shared]:
    """Every passage of 60 characters or more that two texts share word for word.

    One that is made of `names`, such as those of a paper and of an agency, shows no copy.
    """
    known = sorted({plain(name).casefold() for name in names}, key=lambda name: (-len(name), name))
    worded = {source: Worded(text) for source, text in texts.items()}
    return [
        each
        for left, right in _sharing(worded)
        for each in shared(left, worded[left], right, worded[right])
        if _says_more(texts[left][slice(*each.span)], known)
    ]


def _says_more(passage: str, names: Iterable[str]) -> bool:
    """Whether a passage has other words than names, from the longest name on."""
    left = plain(passage).casefold()
    for name in names:
        left = left.replace(name, " ")
    return len(_WORD.findall(left)) >= OTHERS


def shared(source: str, left: Worded, other: str, right: Worded) -> Iterator[Shared]:
    """The passages of 60 characters or more that two texts share, in order of place."""
    for start, at, length in _runs(left, right):
        span, other_span = left.span(start, length), right.span(at, length)
        if span[1] - span[0] >= SHORTEST:
            yield Shared(source, span, other, other_span)


def _sharing(worded: dict[str, Worded]) -> list[tuple[str, str]]:
    """The pairs of texts that share a run of words; no others need to be compared."""
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for source, text in sorted(worded.items()):
        for run in text.places:
            holders[run].append(source)
    return sorted({pair for held in holders.values() for pair in combinations(held, 2)})


def _runs(left: Worded, right: Worded) -> Iterator[tuple[int, int, int]]:
    """Longest runs of equal words, each word of the left used once: (left, right, length)."""
    held = left.places
    starts: dict[tuple[str, ...], list[int]] = {}
    for at, run in enumerate(right.runs):
        if run in held:
            starts.setdefault(run, []).append(at)
    end = 0
    for at in sorted(place for run in starts for place in held[run]):
        if at < end:
            continue
        length, other = max(
            (_length(left.keys, right.keys, at, start), start) for start in starts[left.runs[at]]
        )
        yield at, other, length
        end = at + length


def _length(left: list[str], right: list[str], at: int, other: int) -> int:
    length = 0
    while (
        at + length < len(left)
        and other + length < len(right)
        and left[at + length] == right[other + length]
    ):
        length += 1
    return length
