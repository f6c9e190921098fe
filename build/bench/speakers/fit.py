"""Find where a smooth function is least (Broyden, Fletcher, Goldfarb, Shanno)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

ROUNDS = 60
MEMORY = 7  # steps remembered

Cost = Callable[[Sequence[float]], tuple[float, list[float]]]
"""Value and slope of a function at a place."""
Place = npt.NDArray[np.float64]
Steps = deque[tuple[Place, Place, float]]
"""For each step remembered: how far it went, how the slope turned, and the inverse of both."""


def minimize(cost: Cost, start: list[float]) -> list[float]:
    """The place where a smooth function is least, from its value and slope."""
    at, (value, slope) = np.array(start), _asked(cost, np.array(start))
    past: Steps = deque(maxlen=MEMORY)
    for _ in range(ROUNDS):
        way = _direction(slope, past)
        step = 1.0 if past else 1.0 / max(float(np.linalg.norm(slope)), 1e-12)
        falls = float(way @ slope)
        while True:
            there = at + step * way
            new_value, new_slope = _asked(cost, there)
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


def _asked(cost: Cost, at: Place) -> tuple[float, Place]:
    value, slope = cost(at.tolist())
    return value, np.array(slope)


def _direction(slope: Place, past: Steps) -> Place:
    """The way down, straightened by what the last steps told of the bend."""
    way = -slope
    shares = []
    for moved, turned, inverse in reversed(past):
        share = inverse * float(moved @ way)
        shares.append(share)
        way = way - share * turned
    if past:
        moved, turned, _ = past[-1]
        way = way * float(moved @ turned) / float(turned @ turned)
    for (moved, turned, inverse), share in zip(past, reversed(shares), strict=True):
        way = way + (share - inverse * float(turned @ way)) * moved
    return way
