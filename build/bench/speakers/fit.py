"""Find where a smooth function is least (Broyden, Fletcher, Goldfarb, Shanno)."""

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

ROUNDS = 60
MEMORY = 7  # steps remembered

Cost = Callable[[Sequence[float]], tuple[float, list[float]]]
"""Value and slope of a function at a place."""
Vector = npt.NDArray[np.float64]
Steps = deque[tuple[Vector, Vector, float]]
"""For each step remembered: how far it went, how the slope turned, and the inverse of both."""


def minimize(cost: Cost, at: list[float]) -> list[float]:
    """The place where a smooth function is least, from its value and slope."""
    here, (value, told) = np.array(at), cost(at)
    slope = np.array(told)
    past: Steps = deque(maxlen=MEMORY)
    for _ in range(ROUNDS):
        way = _direction(slope, past)
        step = 1.0 if past else 1.0 / max(float(np.linalg.norm(slope)), 1e-12)
        falls = float(way @ slope)
        while True:
            there = here + step * way
            new_value, told = cost(there.tolist())
            if new_value <= value + 1e-4 * step * falls or step < 1e-8:
                break
            step /= 2
        moved, turned = there - here, np.array(told) - slope
        bend = float(moved @ turned)
        if bend > 1e-10:
            past.append((moved, turned, 1.0 / bend))
        gained, here, value, slope = value - new_value, there, new_value, np.array(told)
        if gained < 1e-5 * abs(value):
            break
    found: list[float] = here.tolist()
    return found


def _direction(slope: Vector, past: Steps) -> Vector:
    """The way down, straightened by what the last steps told of the bend."""
    way, shares = -slope, []
    for moved, turned, inverse in reversed(past):
        shares.append(inverse * float(moved @ way))
        way = way - shares[-1] * turned
    if past:
        moved, turned, _ = past[-1]
        way = way * float(moved @ turned) / float(turned @ turned)
    for (moved, turned, inverse), share in zip(past, reversed(shares), strict=True):
        way = way + (share - inverse * float(turned @ way)) * moved
    return way
