"""Printings of one utterance, compared word by word."""

import difflib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from .find import plain

SHARED = 4  # words: printings without such a run in common print different parts
_ELLIPSIS = re.compile(r"…|\.\.\.|\[[^\]]*\]")


class Variant(NamedTuple):
    """A difference between two printings: the words of each, and whether marks or dots frame it."""

    words: str | None
    other_words: str | None
    within_marks: bool
    by_ellipsis: bool


@lru_cache(maxsize=4096)
def variants(text: str, other: str) -> list[Variant]:
    """Where two printings differ; nothing where they share no run of words, as different parts do.

    >>> variants("we will comply with the order", "we will comply with order")
    [Variant(words='the', other_words=None, within_marks=True, by_ellipsis=False)]
    """
    least = min(SHARED, len(tokens(text)), len(tokens(other)))
    return compared(text, other, least)[1]


def compared(text: str, other: str, least: int) -> tuple[int, list[Variant]]:
    """How many words two printings share in runs of at least so many, and where they differ.

    >>> compared("we read it with care today", "We read it with some care, today.", 2)[0]
    6
    """
    left, right = tokens(text), tokens(other)
    runs = _shared(left, right, max(1, least))
    found = [
        Variant(
            " ".join(left[a:b]) or None,
            " ".join(right[c:d]) or None,
            within,
            any(_ELLIPSIS.search(t) for t in (*_near(left, a, b), *_near(right, c, d))),
        )
        for a, b, c, d, within in _gaps(len(left), len(right), runs)
    ]
    return sum(size for _, _, size in runs), found


def _shared(left: list[str], right: list[str], least: int) -> list[tuple[int, int, int]]:
    """The runs of words that two printings share: where in each, and how many words.

    A run at an end of both may be shorter: a last word in common closes what stands before it.
    """
    keys = [key(t) for t in left], [key(t) for t in right]
    if keys[0] == keys[1]:
        return [(0, 0, len(left))] if left else []
    blocks = difflib.SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    runs = [(*block,) for block in blocks if block.size]
    if not any(size >= least for _, _, size in runs):
        return []
    return [run for run in runs if run[2] >= least or _closes(run, len(left), len(right))]


def _closes(run: tuple[int, int, int], left: int, right: int) -> bool:
    start, other, size = run
    return (start + size, other + size) == (left, right) or (start, other) == (0, 0)


def _gaps(
    left: int, right: int, runs: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int, int, bool]]:
    """What stands before, between and after the runs that two printings share.

    Only what stands between two runs lies within the marks: at an end a printing merely stops.
    """
    if not runs:
        return
    a = c = 0
    for number, (start, other, size) in enumerate(runs):
        if start > a or other > c:
            yield a, start, c, other, number > 0
        a, c = start + size, other + size
    if a < left or c < right:
        yield a, left, c, right, False


def tokens(text: str) -> list[str]:
    """The words of a printing, with their punctuation."""
    return plain(text).split()


def key(token: str) -> str:
    """A word without the punctuation that its place in a sentence gives it."""
    return token.strip(".,;:!?…\"'").casefold() or token


def _near(tokens: list[str], start: int, end: int) -> list[str]:
    return tokens[max(0, start - 1) : end + 1]
