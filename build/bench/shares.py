"""Measured shares: how far they may be from the true ones, and how they are told in tables."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import sqrt

Z = 1.959964  # standard deviations that hold 95 % of a normal distribution


def interval(right: int, all_of: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's method.

    >>> [round(end, 3) for end in interval(98, 100)]
    [0.93, 0.994]
    >>> [round(end, 2) for end in interval(8, 10)]
    [0.49, 0.94]
    """
    if not all_of:
        return 0.0, 1.0
    share, square = right / all_of, Z * Z / all_of
    middle = (share + square / 2) / (1 + square)
    reach = Z * sqrt(share * (1 - share) / all_of + square / all_of / 4) / (1 + square)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def with_interval(right: int, all_of: int) -> str:
    """A share with its interval in words, in percent.

    >>> with_interval(98, 100)
    '98.0 % (93.0–99.4)'
    """
    low, high = interval(right, all_of)
    return f"{100 * right / all_of:.1f} % ({100 * low:.1f}–{100 * high:.1f})" if all_of else ""


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Rows as the lines of a Markdown table.

    >>> table(("kind", "right"), [("date", 7)])
    ['| kind | right |', '| --- | --- |', '| date | 7 |']
    """
    return [f"| {' | '.join(map(str, row))} |" for row in (head, ["---"] * len(head), *rows)]


Band = tuple[float, float, int, int, float]
"""From and below which probability, how many proposals, right ones, sum of their probabilities."""


def banded(found: Iterable[tuple[float, bool]], edges: Sequence[float]) -> list[Band]:
    """Proposals by how likely they called themselves, of which it is known whether they are right.

    >>> banded([(0.4, True), (0.5, False), (0.9, True)], (0.3, 0.6, 1.01))
    [(0.3, 0.6, 2, 1, 0.9), (0.6, 1.01, 1, 1, 0.9)]
    """
    every, bands = list(found), list[Band]()
    for low, high in pairwise(edges):
        own = [(likely, right) for likely, right in every if low <= likely < high]
        right, told = sum(right for _, right in own), sum(likely for likely, _ in own)
        bands.append((low, high, len(own), right, round(told, 2)))
    return bands


def reliability(bands: Iterable[Band]) -> list[str]:
    """How often proposals were right, by how likely they called themselves."""
    found = (
        (f"{low:.2f} to {min(high, 1):.2f}", n, f"{100 * told / n:.1f} %", with_interval(right, n))
        for low, high, n, right, told in bands
        if n
    )
    return table(("probability told", "proposals", "mean told", "right"), found)
