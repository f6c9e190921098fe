"""Facts by a learned model: which words tell of one, which value it has, and how likely that is.

For every kind, a word is inside a fact or not. The weights of the signs of a word are added, and so
is what it costs to begin, go on and end; the probability of a word is its share in all ways to read
the sentence. The value is chosen by weights of the signs of the words found. All weights stand in a
file of named numbers, which `python -m bench.facts.learn` writes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

from extraction.facts.signs import Signs
from extraction.grammar.parse import AND, COMMA, DETERMINER, OTHER, PREPOSITION, STOP, TO
from extraction.text.candidates import Span

WEIGHTS = Path(__file__).parent / "weights.json"
KINDS = ("information_sought", "deadline", "detainer", "ground", "response")
VALUED = frozenset(["code0", "s0", "m0", "s0s1", "s1", "m1", "s-1", "clause", "told"])
"""First words of the signs by which a value is chosen."""
OPENS = (COMMA, STOP, OTHER)
CLOSES = (*OPENS, DETERMINER, PREPOSITION, TO, AND)
"""Tags of words at which a proposal does not begin or end."""
EDGE = 0.5  # of the likeliest word's probability: what a word needs to stand in its proposal
HOPELESS = -7.0  # a sentence all of whose words score less tells nothing

Row = Sequence[str]


class Chain(NamedTuple):
    """What a kind costs besides its words, and what its probabilities are worth."""

    enter: float
    stay: float
    leave: float
    slope: float
    shift: float
    seen: float
    """The share below which a word is not looked at."""
    least: float
    """The probability below which nothing is proposed."""


class Weights(NamedTuple):
    """The chain and the columns of values of each kind, and all weights by sign."""

    chains: Mapping[str, Chain]
    columns: Mapping[str, list[str]]
    spans: Mapping[str, list[tuple[int, float]]]
    """Number of a kind, and what the sign weighs for its words."""
    values: Mapping[str, list[tuple[str, float]]]
    """Column of a value, and what the sign weighs for it."""


class Told(NamedTuple):
    """First and last word of a fact, its value, and how likely it is."""

    first: int
    last: int
    value: str | None
    probability: float


@cache
def weights() -> Weights:
    """The weights of the file."""
    found: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return of_file(found)


def of_file(found: Mapping[str, Any]) -> Weights:
    """The weights that a file holds."""
    return numbered({kind: Chain(**row) for kind, row in found["kinds"].items()}, found["signs"])


def numbered(chains: Mapping[str, Chain], signs: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights of signs by kinds, such as `response`, and values, such as `response=refused`."""
    number = {kind: k for k, kind in enumerate(chains)}
    columns: dict[str, list[str]] = {kind: [] for kind in chains}
    for column in sorted({name for row in signs.values() for name in row if "=" in name}):
        columns[column.partition("=")[0]].append(column)
    spans: dict[str, list[tuple[int, float]]] = {}
    values: dict[str, list[tuple[str, float]]] = {}
    for sign, row in signs.items():
        for name, weight in row.items():
            if name in number:
                spans.setdefault(sign, []).append((number[name], weight))
            else:
                values.setdefault(sign, []).append((name, weight))
    return Weights(chains, columns, spans, values)


def scores(rows: Sequence[Row], known: Weights) -> dict[str, list[float]]:
    """For every kind, the weights of each word added up."""
    get, every = known.spans.get, []
    for row in rows:
        total = [0.0] * len(known.chains)
        for sign in row:
            if weighed := get(sign):
                for k, weight in weighed:
                    total[k] += weight
        every.append(total)
    return {kind: [total[k] for total in every] for k, kind in enumerate(known.chains)}


def shares(score: Sequence[float], chain: Chain) -> list[float]:
    """The probability of each word to be inside a fact.

    >>> free = Chain(0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0)
    >>> shares([0.0, 0.0], free)
    [0.5, 0.5]
    """
    enter, stay, leave = exp(chain.enter), exp(chain.stay), exp(chain.leave)
    powers = [exp(min(each, 30.0)) for each in score]
    outside, inside, forward = 1.0, 0.0, []
    for power in powers:
        outside, inside = outside + inside * leave, (outside * enter + inside * stay) * power
        whole = outside + inside
        outside, inside = outside / whole, inside / whole
        forward.append(inside)
    found, out, own = [0.0] * len(powers), 1.0, 1.0
    for k in range(len(powers) - 1, -1, -1):
        inside, outside = forward[k] * own, (1.0 - forward[k]) * out
        found[k] = inside / (inside + outside)
        gone = own * powers[k]
        out, own = out + enter * gone, leave * out + stay * gone
        whole = out + own
        out, own = out / whole, own / whole
    return found


def runs(share: Sequence[float], least: float) -> Iterator[tuple[int, int, float]]:
    """First word, last word and greatest share of every stretch of likely words.

    Words that are much less likely than those around them part two stretches: a comma in a list.

    >>> list(runs([0.1, 0.6, 0.9, 0.2, 0.8, 0.1], 0.15))
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


def best_value(rows: Sequence[Row], kind: str, known: Weights) -> tuple[str | None, float]:
    """The likeliest value of the words with some signs, and its probability."""
    columns = known.columns[kind]
    if not columns:
        return None, 1.0
    total = dict.fromkeys(columns, 0.0)
    for sign in value_signs(rows):
        for column, weight in known.values.get(sign, ()):
            if column in total:
                total[column] += weight
    top = max(total.values())
    powers = {column: exp(value - top) for column, value in total.items()}
    best = max(columns, key=powers.__getitem__)
    return best.partition("=")[2], powers[best] / sum(powers.values())


def value_signs(rows: Sequence[Row]) -> list[str]:
    """The signs by which the value of some words is chosen, each once."""
    seen = {sign for row in rows for sign in row if sign.partition(" ")[0] in VALUED}
    return sorted(sign for sign in seen if "," not in sign)


def likely(share: float, chain: Chain) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(chain.slope * log(share / (1 - share)) + chain.shift)))


def trimmed(words: Signs, first: int, last: int) -> tuple[int, int]:
    """A stretch without marks at its ends and without a preposition or an article at its end."""
    tags = words.p.tag
    while first < last and tags[first] in OPENS:
        first += 1
    while first < last and tags[last] in CLOSES:
        last -= 1
    return first, last


class Facts:
    """What the model tells of a sentence."""

    def __init__(self, words: Signs) -> None:
        self.words, self.known, self.rows = words, weights(), list(words.rows())
        self.shares = {
            kind: shares(score, self.known.chains[kind])
            for kind, score in scores(self.rows, self.known).items()
            if max(score, default=HOPELESS) > HOPELESS
        }

    def share(self, kind: str, span: Span) -> float:
        """The greatest probability of a word of a span to be inside a fact of a kind."""
        p, share = self.words.p, self.shares.get(kind, ())
        own = (share[k] for k in range(len(share)) if p.start[k] < span[1] and span[0] < p.end[k])
        return max(own, default=0.0)

    def told(self) -> Iterator[tuple[str, Told]]:
        """Every fact that the sentence is likely to tell, with its kind."""
        for kind, share in self.shares.items():
            chain = self.known.chains[kind]
            for first, last, top in runs(share, chain.seen):
                value, sure = best_value(self.rows[first : last + 1], kind, self.known)
                probability = likely(top * (1.0 if kind == "ground" else sure), chain)
                if probability >= chain.least:
                    ends = trimmed(self.words, first, last)
                    yield kind, Told(*ends, value, round(probability, 3))
