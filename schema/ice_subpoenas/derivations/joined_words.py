"""Passages of one place of a page, with words that they share counted once."""

import re
from collections.abc import Iterable

LEAST = 2  # words that two passages share at an end, for them to be one
_MARK = re.compile(r"[^\w]+")


def joined(passages: Iterable[str]) -> list[str]:
    """The passages without those that stand in others, and one for two that overlap.

    Marks and capitals make no difference.

    >>> joined(["the city’s mayor", "met the city's mayor, Lena Osk", "Lena Osk on Monday"])
    ["met the city's mayor, Lena Osk on Monday"]
    """
    found: list[list[str]] = []
    for words in sorted((each.split() for each in passages), key=lambda own: (-len(own), own)):
        if not any(_holds(_keys(longer), _keys(words)) for longer in found):
            found.append(words)
    while len(found) > 1 and (pair := _overlapping(found)):
        left, right, n = pair
        whole = found[left] + found[right][n:]
        rest = [each for at, each in enumerate(found) if at not in (left, right)]
        found = [whole, *(each for each in rest if not _holds(_keys(whole), _keys(each)))]
    return sorted(" ".join(words) for words in found)


def _keys(words: Iterable[str]) -> list[str]:
    """The words as they are compared."""
    return [_MARK.sub("", word).casefold() for word in words]


def _holds(longer: list[str], words: list[str]) -> bool:
    """Whether words stand in others, one after the other."""
    n = len(words)
    return any(longer[at : at + n] == words for at in range(len(longer) - n + 1))


def _overlapping(found: list[list[str]]) -> tuple[int, int, int] | None:
    """Two passages of which one ends as the other begins, and by how many words: the most."""
    keys = [_keys(words) for words in found]
    overlaps = (
        (n, left, right)
        for left, first in enumerate(keys)
        for right, second in enumerate(keys)
        if left != right and second[0] in first
        for n in range(LEAST, min(len(first), len(second)))
        if first[-n:] == second[:n]
    )
    best = max(overlaps, default=None)
    return best and (best[1], best[2], best[0])
