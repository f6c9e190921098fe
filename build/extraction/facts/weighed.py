"""Score a candidate from its features: its probability, and its most likely code.

The weights of a kind stand in a file of named numbers beside the module that reads the features. It
has a feature a line, with what it weighs for the kind and for each of its codes. `bench.facts`
writes it.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple


class Worth(NamedTuple):
    """How a share, the probability by weights alone, becomes one that is as often right as it says.

    Its odds are scaled and shifted, and the result is multiplied by `most`.
    """

    slope: float = 1.0
    shift: float = 0.0
    most: float = 1.0
    """The probability of the surest: readers do not agree on all that looks sure."""


class Weights(NamedTuple):
    """What shares are worth, and what a feature weighs for a kind and for each code of it."""

    worth: Worth
    features: Mapping[str, float]
    codes: Mapping[str, list[tuple[str, float]]]


@cache
def weights(path: Path, kind: str) -> Weights:
    """The weights of a file."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return numbered(kind, Worth(**found["worth"]), found["features"])


def numbered(kind: str, worth: Worth, features: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights of features, apart for being of a kind and for its codes."""
    own = {feature: row[kind] for feature, row in features.items() if kind in row}
    codes = {name: [(c, w) for c, w in row.items() if c != kind] for name, row in features.items()}
    return Weights(worth, own, {name: row for name, row in codes.items() if row})


def weight(features: Iterable[str], known: Mapping[str, float]) -> float:
    """What features, each of which is given once, weigh together."""
    get = known.get
    return sum([get(feature, 0.0) for feature in features])


def best_codes(features: Iterable[str], known: Weights) -> tuple[list[str], float]:
    """The codes of what shows some features, the likeliest first, with its probability."""
    total: dict[str, float] = {}
    for feature in features:
        for code, weight in known.codes.get(feature, ()):
            total[code] = total.get(code, 0.0) + weight
    codes = sorted(total, key=lambda code: (-total[code], code))
    return codes, 1 / sum(exp(weight - total[codes[0]]) for weight in total.values())


def share(total: float) -> float:
    """The probability by weights alone, from their sum.

    >>> share(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, total)))


def likely(share: float, worth: Worth) -> float:
    """The probability that a share is worth, by what was right on pages held out."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return worth.most / (1 + exp(-(worth.slope * log(share / (1 - share)) + worth.shift)))


def probability(share: float, worth: Worth) -> float:
    """The same, rounded as it is published."""
    return round(likely(share, worth), 3)
