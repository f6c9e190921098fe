"""How much text is published around the words of evidence: less if a release would otherwise hold
most of a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from evidence.place import Piece
from ice_subpoenas.derivations.find import Span
from texts.held import Page

CEILING = 0.9  # of the characters of a text, as the rule text-reconstructible has it
FREE = frozenset(("literal", "vocabulary", "date"))
"""Derivations of words that need none around them; a number is counted by the noun beside it."""
LENGTHS = (16, 8, 0)  # characters before and after, where 32 are too many


def fitted(
    pieces: Iterable[Piece], quoted: Iterable[tuple[str, Span]], pages: Mapping[str, Page]
) -> list[Piece]:
    """The pieces, in their order, with as much around them as the ceiling of each text allows."""
    made = list(pieces)
    quotes: dict[str, list[Span]] = defaultdict(list)
    for source, span in quoted:
        quotes[source].append(span)
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(made):
        if piece.words.span:
            numbers[piece.said.source].append(number)
    for source, own in numbers.items():
        for length in LENGTHS:
            spans = [*quotes[source], *(_shown(made[n]) for n in own)]
            if _covered(spans) <= CEILING * len(pages[source].text):
                break
            for n in (n for n in own if made[n].derivation in FREE):
                made[n] = _cut(made[n], length)
    return made


def _shown(piece: Piece) -> Span:
    start, end = piece.words.span or (0, 0)
    return start - len(piece.words.prefix), end + len(piece.words.suffix)


def _covered(spans: Iterable[Span]) -> int:
    """How many characters lie in any of the spans."""
    total = reached = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _cut(piece: Piece, length: int) -> Piece:
    """The piece with at most so many characters on either side, in whole words."""
    words = piece.words
    before, after = words.prefix, words.suffix
    if len(before) > length:
        before = re.sub(r"^\S*\s*", "", before[len(before) - length :])
    if len(after) > length:
        after = re.sub(r"\s*\S*$", "", after[:length])
    return replace(piece, words=words._replace(prefix=before, suffix=after))
