"""What named signs weigh together: how likely something on a page is what is looked for.

The weights of a kind stand in a file of named numbers beside the module that reads the signs;
`python -m bench.facts.choose` writes all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple


class Worth(NamedTuple):
    """What a share is worth as a probability: its odds, scaled and shifted."""

    slope: float = 1.0
    shift: float = 0.0


class Weights(NamedTuple):
    """What shares are worth, and what each sign weighs."""

    worth: Worth
    signs: Mapping[str, float]


@cache
def weights(path: Path) -> Weights:
    """The weights of a file."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Weights(Worth(**found["worth"]), found["signs"])


def weight(signs: Iterable[str], known: Mapping[str, float]) -> float:
    """What signs, each of which is given once, weigh together."""
    get = known.get
    return sum([get(sign, 0.0) for sign in signs])


def share(total: float) -> float:
    """The probability by weights alone.

    >>> share(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(-30.0, total)))


def likely(share: float, worth: Worth) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(worth.slope * log(share / (1 - share)) + worth.shift)))


def probability(share: float, worth: Worth) -> float:
    """What a share is worth, by what was right on pages that the weights did not see."""
    return round(likely(share, worth), 3)
