"""Find where a smooth function is least (Broyden, Fletcher, Goldfarb, Shanno)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from math import sqrt

import numpy as np
import numpy.typing as npt

ROUNDS = 60
MEMORY = 7  # steps remembered

Numbers = npt.NDArray[np.float64]
Cost = Callable[[Numbers], tuple[float, Sequence[float] | Numbers]]
"""Value and slope of a function at a place."""
Steps = deque[tuple[Numbers, Numbers, float]]
"""For each step remembered: how far it went, how the slope turned, and the inverse of both."""


def minimize(cost: Cost, start: Sequence[float]) -> list[float]:
    """The place where a smooth function is least, from its value and slope."""
    at = np.array(start, dtype=float)
    value, slope = _at(cost, at)
    past: Steps = deque(maxlen=MEMORY)
    for _ in range(ROUNDS):
        way = _direction(slope, past)
        step = 1.0 if past else 1.0 / max(sqrt(slope @ slope), 1e-12)
        falls = float(way @ slope)
        while True:
            there = at + step * way
            new_value, new_slope = _at(cost, there)
            if new_value <= value + 1e-4 * step * falls or step < 1e-8:
                break
            step /= 2
        moved, turned = there - at, new_slope - slope
        bend = float(moved @ turned)
        if bend > 1e-10:
            past.append((moved, turned, 1.0 / bend))
        gained, at, value, slope = value - new_value, there, new_value, new_slope
        if gained < 1e-5 * abs(value):
            break
    return [float(each) for each in at]


def _at(cost: Cost, place: Numbers) -> tuple[float, Numbers]:
    value, slope = cost(place)
    return value, np.asarray(slope, dtype=float)


def _direction(slope: Numbers, past: Steps) -> Numbers:
    """The way down, straightened by what the last steps told of the bend."""
    way = -slope
    shares = []
    for moved, turned, inverse in reversed(past):
        share = inverse * float(moved @ way)
        shares.append(share)
        way = way - share * turned
    if past:
        moved, turned, _ = past[-1]
        way = way * (float(moved @ turned) / float(turned @ turned))
    for (moved, turned, inverse), share in zip(past, reversed(shares), strict=True):
        way = way + (share - inverse * float(turned @ way)) * moved
    return way
