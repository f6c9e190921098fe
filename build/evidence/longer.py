"""Longer words that stand once, for words that stand more often: what a message tells to paste."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ice_subpoenas.derivations.find import Span, occurrences, place, plain

MOST = 3  # places that are named


def longer(text: str, words: str, start: int = 0, end: int | None = None) -> list[str]:
    """For each place of words between two offsets, the words with neighbors that stand there once.

    >>> longer("an officer left an administrative subpoena", "an")
    ['an officer', 'an administrative']
    """
    end = len(text) if end is None else end
    found = list(occurrences(text, words, start, end))[:MOST]
    return [plain(text[slice(*span)]) for span in _grown(text, found, start, end)]


def _grown(text: str, spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """Spans with the words behind them, then with those before, until each stands once."""
    inside = [found.span() for found in re.finditer(r"[^\s,;:.“”\"]+", text[start:end])]
    tokens = [(start + a, start + b) for a, b in inside]
    for span in spans:
        ends = [b for _, b in tokens if b > span[1]]
        starts = [a for a, _ in reversed(tokens) if a < span[0]]
        wider = [(span[0], b) for b in ends] + [(a, ends[-1] if ends else span[1]) for a in starts]
        once = (
            each for each in wider if isinstance(place(text, text[slice(*each)], start, end), tuple)
        )
        if (one := next(once, None)) is not None:
            yield one
