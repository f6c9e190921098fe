"""How far a measured share may be from the true one."""

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
