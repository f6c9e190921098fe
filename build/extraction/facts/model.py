"""What is asked for and by when, by a learned model: which words tell it, and how likely that is.

For either kind, the weights of the signs of a word are added, and the sum tells how likely it is
that the word is inside a fact. Likely words that stand together are one. The code of what is asked
for is chosen by weights of the signs of the words found. All weights stand in a file of named
numbers, which `python -m bench.facts.learn` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from extraction.facts.amounts import number
from extraction.facts.found import Found
from extraction.facts.signs import DAY, DURATION, Signs
from extraction.grammar.parse import AND, COMMA, DETERMINER, OTHER, PREPOSITION, STOP, TO
from extraction.text.candidates import Span

WEIGHTS = Path(__file__).parent / "weights.json"
RULE = "model"
KINDS = ("information_sought", "deadline")
CODED = "information_sought"
"""The kind whose facts have a code."""
VALUED = frozenset(["code0", "s0", "m0", "s0s1", "s1", "m1", "s-1", "p4"])
"""First words of the signs by which a code is chosen."""
OPENS = (COMMA, STOP, OTHER)
CLOSES = (*OPENS, DETERMINER, PREPOSITION, TO, AND)
"""Tags of words at which a proposal does not begin or end."""
SEEN = 0.12  # share of a word below which no proposal is looked for
EDGE = 0.6  # of the likeliest word's share: what a word needs to stand in its proposal

Row = Sequence[str]


class Worth(NamedTuple):
    """What a share of a kind is worth as a probability, and the least at which one is proposed."""

    slope: float = 1.0
    shift: float = 0.0
    least: float = 0.0


class Weights(NamedTuple):
    """What shares of each kind are worth; what a sign weighs for words of a kind and for a code."""

    kinds: Mapping[str, Worth]
    spans: Mapping[str, list[tuple[int, float]]]
    codes: Mapping[str, list[tuple[str, float]]]


class Told(NamedTuple):
    """A kind, first and last word of a fact of it, its code, and its share."""

    kind: str
    first: int
    last: int
    code: str | None
    share: float


def numbered(kinds: Mapping[str, Worth], signs: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights of signs by kinds and codes."""
    places = {kind: k for k, kind in enumerate(kinds)}
    spans: dict[str, list[tuple[int, float]]] = {}
    codes: dict[str, list[tuple[str, float]]] = {}
    for sign, row in signs.items():
        for name, weight in row.items():
            if name in places:
                spans.setdefault(sign, []).append((places[name], weight))
            else:
                codes.setdefault(sign, []).append((name, weight))
    return Weights(kinds, spans, codes)


@cache
def weights() -> Weights:
    """The weights of the file."""
    found: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return numbered({kind: Worth(**row) for kind, row in found["kinds"].items()}, found["signs"])


def shares(rows: Sequence[Row], known: Weights) -> list[list[float]]:
    """For every kind, the probability of each word to be inside a fact."""
    get, every = known.spans.get, []
    for row in rows:
        total = [0.0] * len(known.kinds)
        for sign in row:
            for k, weight in get(sign, ()):
                total[k] += weight
        every.append([1 / (1 + exp(-max(-30.0, each))) for each in total])
    return [[share[k] for share in every] for k in range(len(known.kinds))]


def runs(share: Sequence[float], least: float = SEEN) -> Iterator[tuple[int, int, float]]:
    """First word, last word and greatest share of every stretch of likely words.

    Words that are much less likely than those around them part two stretches: a comma in a list.

    >>> list(runs([0.1, 0.6, 0.9, 0.2, 0.8, 0.1]))
    [(1, 2, 0.9), (4, 4, 0.8)]
    """
    k = 0
    while k < len(share):
        end = k
        while end < len(share) and share[end] >= least:
            end += 1
        near = EDGE * max(share[k:end], default=0.0)
        while k < end:
            last = k
            while last < end and share[last] >= near:
                last += 1
            if last > k:
                yield k, last - 1, max(share[k:last])
            k = last + 1
        k = max(k, end + 1)


def parted(words: Signs, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that names two kinds of information: relatives and employers.

    >>> words = Signs("emergency contacts and employers")
    >>> list(parted(words, 0, 3))
    [(0, 1), (3, 3)]
    """
    named = first
    for k in range(first, last + 1):
        if words.codes[k] and words.codes[named] not in ("", words.codes[k]):
            joint = next((d for d in range(named, k) if words.p.tag[d] in (AND, COMMA)), None)
            if joint is not None:
                yield first, joint - 1
                first = joint + 1
        named = k if words.codes[k] else named
    yield first, last


def best_code(rows: Sequence[Row], known: Weights) -> tuple[str, float]:
    """The likeliest code of the words with some signs, and its probability."""
    total: dict[str, float] = {}
    for sign in code_signs(rows):
        for code, weight in known.codes.get(sign, ()):
            total[code] = total.get(code, 0.0) + weight
    best = max(sorted(total), key=total.__getitem__)
    return best, 1 / sum(exp(weight - total[best]) for weight in total.values())


def code_signs(rows: Sequence[Row]) -> list[str]:
    """The signs by which the code of some words is chosen, each once."""
    seen = {sign for row in rows for sign in row if sign.partition(" ")[0] in VALUED}
    return ["bias", *sorted(sign for sign in seen if "," not in sign)]


def told(words: Signs, rows: Sequence[Row], known: Weights) -> Iterator[Told]:
    """Every stretch of words that may be a fact."""
    tags = words.p.tag
    for kind, share in zip(known.kinds, shares(rows, known), strict=True):
        stretches = ((a, b, top) for *run, top in runs(share) for a, b in parted(words, *run))
        for first, last, top in stretches:
            code, sure = best_code(rows[first : last + 1], known) if kind == CODED else (None, 1.0)
            while first < last and tags[first] in OPENS:
                first += 1
            while first < last and tags[last] in CLOSES:
                last -= 1
            yield Told(kind, first, last, code, top * sure)


def likely(share: float, worth: Worth) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(worth.slope * log(share / (1 - share)) + worth.shift)))


def asked(sentence: str, before: str) -> Iterator[Found]:
    """What a sentence, behind another, tells of what is asked for and by when."""
    words = Signs(sentence, before)
    for fact in told(words, list(words.rows()), weights()):
        worth = weights().kinds[fact.kind]
        probability = round(likely(fact.share, worth), 3)
        if probability < worth.least:
            continue
        span = words.p.start[fact.first], words.p.end[fact.last]
        if fact.kind == CODED:
            yield Found(fact.kind, span, RULE, fact.code, {}, {}, probability)
        else:
            yield _deadline(sentence, span, probability)


def _deadline(sentence: str, span: Span, probability: float) -> Found:
    """A deadline with its number and unit, if it says how long; else with its day."""
    long = next(
        (m for m in DURATION.finditer(sentence) if m.start() < span[1] > span[0] < m.end()), None
    )
    day = next(
        (m for m in DAY.finditer(sentence) if m.start() < span[1] and span[0] < m.end()), None
    )
    parts = {"cue": span}
    if long is None:
        parts |= {"date": day.span()} if day else {}
        return Found("deadline", span, RULE, None, parts, {"unit": "date"}, probability)
    parts |= {"number": long.span("number"), "unit": long.span("unit")}
    unit = long["unit"].lower().removesuffix("s")
    return Found(
        "deadline", span, RULE, number(long["number"].lower()), parts, {"unit": unit}, probability
    )
