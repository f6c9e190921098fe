"""Days, months and stretches of time as EDTF, and how several possible ones are joined.

A `Period` is what a date expression can mean: an EDTF string with its earliest and latest day.
`either` joins the readings that the words, or an uncertain day of publication, leave open; the
result is never narrower than its parts.
"""

import calendar
import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from ice_subpoenas.derivations import date_phrases
from ice_subpoenas.derivations.date_phrases import WEEKDAYS
from ice_subpoenas.derivations.derive import SMALL, TENS

__all__ = ["MONTHS", "NUMBERS", "SEASONS", "WEEKDAYS", "Period"]

MONTHS = [name.lower() for name in date_phrases.MONTHS if name]
SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
"""EDTF level 1 codes; winter is the one that begins in December of the year."""
NUMBERS = SMALL | {"a": 1, "an": 1, "hundred": 100}
"""The numbers in words."""
DECADES = {f"{word.removesuffix('y')}ies": number // 10 for word, number in TENS.items()}


class Period(NamedTuple):
    """One meaning of a date expression."""

    edtf: str
    earliest: dt.date
    latest: dt.date


def day(value: dt.date) -> Period:
    """One day.

    >>> day(dt.date(2020, 1, 6)).edtf
    '2020-01-06'
    """
    return Period(value.isoformat(), value, value)


def month(year: int, number: int) -> Period:
    """One month; `number` may run over or under a year.

    >>> month(2020, 0).edtf
    '2019-12'
    """
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Period(f"{year:04d}-{number:02d}", dt.date(year, number, 1), dt.date(year, number, last))


def year(number: int) -> Period:
    """One calendar year."""
    return Period(f"{number:04d}", dt.date(number, 1, 1), dt.date(number, 12, 31))


def decade(first: int) -> Period:
    """Ten years from a round one, as 198X."""
    return Period(f"{first:04d}"[:3] + "X", dt.date(first, 1, 1), dt.date(first + 9, 12, 31))


def century(first: int) -> Period:
    """A hundred years from a round one, as 19XX."""
    return Period(f"{first:04d}"[:2] + "XX", dt.date(first, 1, 1), dt.date(first + 99, 12, 31))


def season(number: int, name: str) -> Period:
    """A season of a year, with room for the different ways to count it."""
    code = SEASONS[name]
    start = {21: 3, 22: 6, 23: 9, 24: 12}[code]
    last = month(number, start + 3)
    return Period(f"{number:04d}-{code}", dt.date(number, start, 1), last.latest)


def one_of(first: dt.date, last: dt.date) -> Period:
    """One unknown day from first to last.

    >>> one_of(dt.date(2020, 1, 6), dt.date(2020, 1, 12)).edtf
    '[2020-01-06..2020-01-12]'
    """
    if first == last:
        return day(first)
    return Period(f"[{first}..{last}]", first, last)


def lasting(first: dt.date, last: dt.date) -> Period:
    """A time that lasts from first to last."""
    return Period(f"{first}/{last}", first, last)


def about(period: Period, slack: int) -> Period:
    """A period that the words only approximate, give or take some days."""
    room = dt.timedelta(days=slack)
    return Period(period.edtf + "~", period.earliest - room, period.latest + room)


def either(periods: Iterable[Period]) -> Period | None:
    """The set of several possible periods.

    >>> either([day(dt.date(2020, 1, 6)), day(dt.date(2020, 1, 13))]).edtf
    '[2020-01-06,2020-01-13]'
    >>> either([day(dt.date(2020, 1, 6)), day(dt.date(2020, 1, 7))]).edtf
    '[2020-01-06..2020-01-07]'
    """
    widest: dict[str, Period] = {}
    for period in periods:
        known = widest.get(period.edtf, period)
        first, last = min(known.earliest, period.earliest), max(known.latest, period.latest)
        widest[period.edtf] = Period(period.edtf, first, last)
    several = sorted(widest.values(), key=lambda period: (period.earliest, period.latest))
    if len(several) < 2:
        return several[0] if several else None
    first, last = several[0].earliest, max(period.latest for period in several)
    if all(period.earliest == period.latest for period in several):
        if (last - first).days == len(several) - 1:
            return one_of(first, last)
        return Period(f"[{','.join(period.edtf for period in several)}]", first, last)
    if all(len(period.edtf) in (4, 7) and period.edtf[-1].isdigit() for period in several):
        return Period(f"[{','.join(period.edtf for period in several)}]", first, last)
    return one_of(first, last)
