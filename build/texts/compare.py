"""What texts and quotations share: common passages, and printings of one utterance word by word."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

from ice_subpoenas.derivations.derive import plain
from ice_subpoenas.derivations.find import folded
from texts.held import Page

RUN = 8  # words: shorter runs are phrases that anybody uses
SHARED = 4  # words: printings without such a run in common print different parts
SHORTEST = 60  # characters: the length from which a shared passage is published
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ELLIPSIS = re.compile(r"…|\.\.\.|\[[^\]]*\]")


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


def overlaps(pages: dict[str, Page]) -> list[dict[str, Any]]:
    """Every passage of 60 characters or more that two held texts share word for word."""
    worded = {source: Worded(page.text) for source, page in pages.items()}
    pairs = _sharing(worded)
    return [
        row for left, right in pairs for row in shared(left, worded[left], right, worded[right])
    ]


def shared(source: str, left: Worded, other: str, right: Worded) -> Iterator[dict[str, Any]]:
    """The passages of 60 characters or more that two texts share, in order, numbered from 1."""
    number = 0
    for start, at, length in _runs(left, right):
        (first, last), (other_first, other_last) = left.span(start, length), right.span(at, length)
        if last - first < SHORTEST:
            continue
        number += 1
        yield {
            "shared_passage_id": f"{source}-{other}-{number}",
            "source_id": source,
            "char_start": first,
            "char_end": last,
            "other_source_id": other,
            "other_char_start": other_first,
            "other_char_end": other_last,
            "n_characters": last - first,
        }


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


def variants(quotes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Word-by-word differences between the printings of each utterance, quotations in marks only.

    Printings that share no run of words say different parts of the utterance and are not compared.
    """
    by_utterance: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for quote in sorted(quotes, key=lambda q: q["quote_id"]):
        if quote["utterance_id"] and quote["kind"] != "indirect":
            by_utterance[quote["utterance_id"]].append(quote)
    rows: list[dict[str, Any]] = []
    for utterance, printings in sorted(by_utterance.items()):
        for at, quote in enumerate(printings):
            for other in printings[at + 1 :]:
                rows += _differences(utterance, quote, other)
    return rows


def _differences(
    utterance: str, quote: dict[str, Any], other: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    least = min(SHARED, len(tokens(quote["text"])), len(tokens(other["text"])))
    _, found = compared(quote["text"], other["text"], least)
    for number, difference in enumerate(found, 1):
        yield {
            "quote_variant_id": f"{quote['quote_id']}-{other['quote_id']}-{number}",
            "utterance_id": utterance,
            "quote_id": quote["quote_id"],
            "other_quote_id": other["quote_id"],
            **difference,
        }


def compared(text: str, other: str, least: int) -> tuple[int, list[dict[str, Any]]]:
    """How many words two printings share in runs of at least so many, and where they differ.

    >>> compared("we read it with care today", "We read it with some care, today.", 2)[0]
    6
    """
    left, right = tokens(text), tokens(other)
    runs = _shared(left, right, max(1, least))
    found = [
        {
            "words": " ".join(left[a:b]) or None,
            "other_words": " ".join(right[c:d]) or None,
            "within_marks": within,
            "by_ellipsis": any(
                _ELLIPSIS.search(t) for t in (*_near(left, a, b), *_near(right, c, d))
            ),
        }
        for a, b, c, d, within in _gaps(len(left), len(right), runs)
    ]
    return sum(size for _, _, size in runs), found


def _shared(left: list[str], right: list[str], least: int) -> list[tuple[int, int, int]]:
    """The runs of words that two printings share: where in each, and how many words."""
    keys = [key(t) for t in left], [key(t) for t in right]
    if keys[0] == keys[1]:
        return [(0, 0, len(left))] if left else []
    matcher = difflib.SequenceMatcher(None, *keys, autojunk=False)
    return [(*block,) for block in matcher.get_matching_blocks() if block.size >= least]


def _gaps(
    left: int, right: int, runs: list[tuple[int, int, int]]
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


def altered(rows: list[dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Utterances whose words differ inside the marks without an ellipsis, with the wordings."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row["within_marks"] and not row["by_ellipsis"]:
            found[row["utterance_id"]] |= {
                row["words"] or "(nothing)",
                row["other_words"] or "(nothing)",
            }
    return {utterance: tuple(sorted(words)) for utterance, words in found.items()}


class Witnesses:
    """Which sources are known to depend on one another, directly or through others."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._root: dict[str, str] = {}
        for left, right in pairs:
            self._root[self._find(left)] = self._find(right)

    def _find(self, source: str) -> str:
        while (above := self._root.get(source, source)) != source:
            source = above
        return source

    def independent(self, sources: set[str]) -> int:
        """How many groups of dependent sources the sources fall into.

        >>> Witnesses([("s001", "s003")]).independent({"s000", "s001", "s003"})
        2
        """
        return len({self._find(source) for source in sources})
