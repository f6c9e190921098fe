"""Fit a logistic regression, and find where a smooth function is least.

The least is found by the method of Broyden, Fletcher, Goldfarb and Shanno, with limited memory.
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt

ROUNDS = 60
MEMORY = 7  # steps remembered

Cost = Callable[[Sequence[float]], tuple[float, list[float]]]
"""Value and slope of a function at a place."""
Vector = npt.NDArray[np.float64]
Rows = Sequence[Sequence[str]]
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


def often(rows: Rows, least: int) -> list[str]:
    """The features that at least so many rows show."""
    seen = Counter(feature for row in rows for feature in set(row))
    return sorted(feature for feature, count in seen.items() if count >= least)


def fit(rows: Rows, right: Vector, names: Collection[str], penalty: float) -> Vector:
    """The weights of some features that make the right rows likely, and the others unlikely.

    Every row must show one of the features.
    """
    number = {name: k for k, name in enumerate(names)}
    own = [sorted({number[name] for name in row if name in number}) for row in rows]
    features = np.array([k for row in own for k in row])
    counts = np.array([len(row) for row in own])
    starts = np.cumsum(counts) - counts

    def cost(at: Sequence[float]) -> tuple[float, list[float]]:
        weights = np.array(at)
        score = np.clip(np.add.reduceat(weights[features], starts), -30, 30)
        share = 1 / (1 + np.exp(-score))
        lost = -float(np.log(np.where(right > 0, share, 1 - share)).sum())
        pushes = np.bincount(features, np.repeat(share - right, counts), len(number))
        slope = pushes.astype(np.float64) + penalty * weights
        return lost + penalty / 2 * float(weights @ weights), slope.tolist()

    return np.array(minimize(cost, [0.0] * len(number)))


def strongest(names: Sequence[str], found: Vector, most: int, always: Collection[str]) -> list[str]:
    """The features that weigh most, and some that are kept whatever they weigh."""
    order = np.argsort(-np.abs(found), kind="stable")[:most]
    return sorted({*always, *(names[k] for k in order)})


def codes(
    rows: Rows, told: Sequence[str], least: int, penalty: float, small: float
) -> Iterator[tuple[str, str, float]]:
    """Sign, code and weight of what tells one code from others; small weights are left out."""
    names = often(rows, least)
    for code in sorted(set(told)):
        right = np.array([each == code for each in told], dtype=float)
        for name, weight in zip(names, fit(rows, right, names, penalty), strict=True):
            if abs(weight) >= small or name == "bias":
                yield name, code, round(float(weight), 2)
