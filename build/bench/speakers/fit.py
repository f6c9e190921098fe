"""Find where a smooth function is least (Broyden, Fletcher, Goldfarb, Shanno)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from math import sqrt

ROUNDS = 60
MEMORY = 7  # steps remembered

Cost = Callable[[Sequence[float]], tuple[float, list[float]]]
"""Value and slope of a function at a place."""
Steps = deque[tuple[list[float], list[float], float]]
"""For each step remembered: how far it went, how the slope turned, and the inverse of both."""


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum([a * b for a, b in zip(one, other, strict=True)])


def _plus(one: Sequence[float], step: float, other: Sequence[float]) -> list[float]:
    return [a + step * b for a, b in zip(one, other, strict=True)]


def minimize(cost: Cost, at: list[float]) -> list[float]:
    """The place where a smooth function is least, from its value and slope."""
    value, slope = cost(at)
    past: Steps = deque(maxlen=MEMORY)
    for _ in range(ROUNDS):
        way = _direction(slope, past)
        step = 1.0 if past else 1.0 / max(sqrt(_dot(slope, slope)), 1e-12)
        falls = _dot(way, slope)
        while True:
            there = _plus(at, step, way)
            new_value, new_slope = cost(there)
            if new_value <= value + 1e-4 * step * falls or step < 1e-8:
                break
            step /= 2
        moved, turned = _plus(there, -1.0, at), _plus(new_slope, -1.0, slope)
        bend = _dot(moved, turned)
        if bend > 1e-10:
            past.append((moved, turned, 1.0 / bend))
        gained, at, value, slope = value - new_value, there, new_value, new_slope
        if gained < 1e-5 * abs(value):
            break
    return at


def _direction(slope: Sequence[float], past: Steps) -> list[float]:
    """The way down, straightened by what the last steps told of the bend."""
    way = [-value for value in slope]
    shares = []
    for moved, turned, inverse in reversed(past):
        share = inverse * _dot(moved, way)
        shares.append(share)
        way = _plus(way, -share, turned)
    if past:
        moved, turned, _ = past[-1]
        scale = _dot(moved, turned) / _dot(turned, turned)
        way = [scale * value for value in way]
    for (moved, turned, inverse), share in zip(past, reversed(shares), strict=True):
        way = _plus(way, share - inverse * _dot(turned, way), moved)
    return way
