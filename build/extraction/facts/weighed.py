"""What named signs weigh together: how likely something on a page is what is looked for, and which.

The weights of a kind stand in a file of named numbers beside the module that reads the signs: a
sign a line, with what it weighs for the kind and for each of its codes. `bench.facts` writes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple


class Worth(NamedTuple):
    """What a share is worth as a probability: its odds, scaled and shifted, times the most told."""

    slope: float = 1.0
    shift: float = 0.0
    most: float = 1.0
    """The probability of the surest: readers do not agree on all that looks sure."""


class Weights(NamedTuple):
    """What shares are worth; what a sign weighs for a kind, and for each code of it."""

    worth: Worth
    signs: Mapping[str, float]
    codes: Mapping[str, list[tuple[str, float]]]


@cache
def weights(path: Path, kind: str) -> Weights:
    """The weights of a file."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return numbered(kind, Worth(**found["worth"]), found["signs"])


def numbered(kind: str, worth: Worth, signs: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights of signs, apart for being of a kind and for its codes."""
    own = {sign: row[kind] for sign, row in signs.items() if kind in row}
    codes = {sign: [(c, w) for c, w in row.items() if c != kind] for sign, row in signs.items()}
    return Weights(worth, own, {sign: row for sign, row in codes.items() if row})


def weight(signs: Iterable[str], known: Mapping[str, float]) -> float:
    """What signs, each of which is given once, weigh together."""
    get = known.get
    return sum([get(sign, 0.0) for sign in signs])


def best_code(signs: Iterable[str], known: Weights) -> tuple[str, float]:
    """The likeliest code of what shows some signs, and its probability."""
    total: dict[str, float] = {}
    for sign in signs:
        for code, weight in known.codes.get(sign, ()):
            total[code] = total.get(code, 0.0) + weight
    best = max(sorted(total), key=total.__getitem__)
    return best, 1 / sum(exp(weight - total[best]) for weight in total.values())


def share(total: float) -> float:
    """The probability by weights alone.

    >>> share(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, total)))


def likely(share: float, worth: Worth) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return worth.most / (1 + exp(-(worth.slope * log(share / (1 - share)) + worth.shift)))


def probability(share: float, worth: Worth) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    return round(likely(share, worth), 3)
