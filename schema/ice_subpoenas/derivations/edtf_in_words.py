"""Dates of the dataset (EDTF strings) in plain words."""

from __future__ import annotations

import re

MONTHS = (
    "January February March April May June July August September October November December".split()
)


def words(edtf: str) -> str:
    """An EDTF string as people write it; what it does not know stays unknown.

    >>> words("[2020-01-06,2020-01-13]")
    '6 or 13 January 2020'
    >>> words("[2019-12-19..2020-01-30]")
    'between 19 December 2019 and 30 January 2020'
    >>> words("[2020-01-18..2020-01-31]")
    'between 18 and 31 January 2020'
    >>> words("[..2019-11-30]"), words("2020-01/2020-03"), words("2019")
    ('by 30 November 2019', 'January 2020 to March 2020', '2019')
    """
    inside = edtf.strip("[]")
    if ".." in inside:
        return _bounds(*inside.split("..", 1))
    if "/" in inside:
        return " to ".join(_day(part) if part.strip(".") else "open" for part in inside.split("/"))
    return _either([_day(part) for part in inside.split(",")])


def _bounds(first: str, last: str) -> str:
    if not first:
        return f"by {_day(last)}"
    if not last:
        return f"{_day(first)} or later"
    start, end = _day(first), _day(last)
    head, _, tail = start.partition(" ")
    return f"between {head if tail and end.endswith(f' {tail}') else start} and {end}"


def _either(days: list[str]) -> str:
    """Several days, with the month and year that they share said once."""
    tails = {day.split(" ", 1)[-1] for day in days}
    if len(days) > 1 and len(tails) == 1 and all(" " in day for day in days):
        days = [*(day.split(" ", 1)[0] for day in days[:-1]), days[-1]]
    return " or ".join([", ".join(days[:-1]), days[-1]] if len(days) > 1 else days)


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return text
    year, month, day = found.groups()
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)
