"""Fit a logistic regression."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bench.speakers.fit import minimize

Numbers = npt.NDArray[np.float64]
Rows = Sequence[Sequence[str]]
SMALL_FOR_CODE = 0.15  # a weight for a code that is nearer to zero is left out


def often(rows: Rows, least: int) -> list[str]:
    """The features that at least so many rows show."""
    seen = Counter(feature for row in rows for feature in set(row))
    return sorted(feature for feature, count in seen.items() if count >= least)


def fit(rows: Rows, right: Numbers, names: Collection[str], penalty: float) -> Numbers:
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


def strongest(
    names: Sequence[str], found: Numbers, most: int, always: Collection[str]
) -> list[str]:
    """The features that weigh most, and some that are kept whatever they weigh."""
    order = np.argsort(-np.abs(found), kind="stable")[:most]
    return sorted({*always, *(names[k] for k in order)})


def codes(
    rows: Rows, told: Sequence[str], least: int, penalty: float
) -> Iterator[tuple[str, str, float]]:
    """Sign, code and weight of what tells one code from others."""
    names = often(rows, least)
    for code in sorted(set(told)):
        right = np.array([each == code for each in told], dtype=float)
        for name, weight in zip(names, fit(rows, right, names, penalty), strict=True):
            if abs(weight) >= SMALL_FOR_CODE or name == "bias":
                yield name, code, round(float(weight), 2)
