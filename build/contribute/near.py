"""Passages of a text that are most like words which it does not have, and how they differ."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from ice_subpoenas.derivations.find import Span, plain
from ice_subpoenas.plain import safe

SLACK = 2  # words by which a near passage may be longer or shorter
ALIKE = 0.6  # below that a passage is no help, unless it is the best
MISSPELLED = 0.75  # from there a passage is near even if it has none of the words


def nearest(text: str, words: str, most: int = 3) -> list[tuple[float, Span]]:
    """The passages most like the words, best first, with their likeness from 0 to 1; maybe none.

    >>> nearest("They were given 14 days, and no more.", "given 14 days")[0][1]
    (10, 24)
    >>> nearest("They walked across the street.", "zebra crossing")
    []
    """
    tokens = [found.span() for found in re.finditer(r"\S+", text)]
    wanted = plain(words).casefold()
    size = min(len(wanted.split()), len(tokens))
    best: list[tuple[float, Span]] = []
    for start in _starts(text, tokens, wanted, size):
        alike, span = _refined(text, tokens, start, size, wanted)
        if all(span[1] <= other[0] or other[1] <= span[0] for _, other in best):
            best.append((alike, span))
    own = set(_words(words))
    best = [
        (alike, span)
        for alike, span in best
        if alike >= MISSPELLED or not own.isdisjoint(_words(text[slice(*span)]))
    ]
    best.sort(key=lambda each: (-each[0], each[1]))
    return [each for number, each in enumerate(best[:most]) if not number or each[0] >= ALIKE]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(text).casefold())


def _starts(text: str, tokens: list[Span], wanted: str, size: int) -> list[int]:
    """Windows of so many tokens that share most with the words, measured in groups of 3 letters."""
    want = Counter(_grams(wanted))
    grams = [_grams(plain(text[slice(*token)]).casefold()) for token in tokens]
    windows = (chain.from_iterable(grams[at : at + size]) for at in range(len(grams) - size + 1))
    common = ((Counter(window) & want).total() for window in windows)
    return _apart(sorted((-n, at) for at, n in enumerate(common)), size)


def _grams(words: str) -> list[str]:
    return [
        padded[i : i + 3]
        for padded in (f" {w} " for w in words.split())
        for i in range(len(padded) - 2)
    ]


def _apart(scores: list[tuple[int, int]], size: int) -> list[int]:
    """The best starts that do not lie in one another, at most eight."""
    chosen: list[int] = []
    for common, start in scores:
        if common < 0 and all(abs(start - other) >= max(1, size // 2) for other in chosen):
            chosen.append(start)
        if len(chosen) == 8:
            break
    return chosen


def _refined(
    text: str, tokens: list[Span], start: int, size: int, wanted: str
) -> tuple[float, Span]:
    """The window with its ends moved to where it is most like the words."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    found: list[tuple[float, Span]] = []
    for first in range(max(0, start - SLACK), start + SLACK + 1):
        for last in range(max(first, first + size - 1 - SLACK), first + size + SLACK):
            if last < len(tokens):
                span = tokens[first][0], tokens[last][1]
                matcher.set_seq1(plain(text[slice(*span)]).casefold())
                found.append((matcher.ratio(), span))
    return max(found, key=lambda each: (each[0], -each[1][0], each[1][0] - each[1][1]))


def differences(typed: str, text: str) -> Iterator[str]:
    """What the text has instead of the typed words, a line each."""
    left, right = plain(typed).split(), plain(text).split()
    for op, a, b, c, d in difflib.SequenceMatcher(None, left, right, False).get_opcodes():
        mine, its = " ".join(left[a:b]), " ".join(right[c:d])
        if op == "replace":
            yield f"- the text says “{safe(its)}”, not “{safe(mine)}”"
        elif op == "delete":
            yield f"- the text does not have “{safe(mine)}”"
        elif op == "insert":
            yield f"- the text also has “{safe(its)}”"
