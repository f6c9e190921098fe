"""Sets of days, and the EDTF strings that name them.

A set is a sorted tuple of (first, last) pairs of day numbers (`date.toordinal`), last included.
Days lie between 2000 and 2030: the agency that serves these subpoenas exists since 2003.
"""

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache, reduce
from operator import itemgetter

DaySet = tuple[tuple[int, int], ...]

FIRST = date(2000, 1, 1).toordinal()
LAST = date(2030, 12, 31).toordinal()
HORIZON = FIRST, LAST
EVERY: DaySet = (HORIZON,)
RECURRING = 20  # separate stretches; more than these are a weekday or a yearly day without a year

_RECURS = re.compile(r"(?:XXXX-([0-9]{2})(?:-([0-9]{2}))?|any ([A-Z][a-z]+))(?: of (.+))?")
_ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def union(ranges: Iterable[tuple[int, int]], horizon: tuple[int, int] = HORIZON) -> DaySet:
    """The days of all ranges, cut to the horizon, ranges that touch joined.

    >>> union([(FIRST + 5, FIRST + 9), (FIRST, FIRST + 4)]) == ((FIRST, FIRST + 9),)
    True
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(set(ranges)):
        first, last = max(start, horizon[0]), min(end, horizon[1])
        if first > last:
            continue
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def meet(left: DaySet, right: DaySet) -> DaySet:
    """The days that lie in both sets."""
    few, many = sorted((left, right), key=len)
    found: list[tuple[int, int]] = []
    for first, last in few:
        at = bisect_left(many, first, key=itemgetter(1))
        while at < len(many) and many[at][0] <= last:
            found.append((max(first, many[at][0]), min(last, many[at][1])))
            at += 1
    return tuple(found)


def days(chosen: DaySet) -> Iterable[int]:
    """Every day number of the set, in order."""
    for first, last in chosen:
        yield from range(first, last + 1)


def bounds(chosen: DaySet) -> tuple[date | None, date | None]:
    """Earliest and latest day; null on a side where the set reaches the horizon."""
    if not chosen:
        return None, None
    first, last = chosen[0][0], chosen[-1][1]
    return (
        date.fromordinal(first) if first > FIRST else None,
        date.fromordinal(last) if last < LAST else None,
    )


@lru_cache(maxsize=4096)
def parse(edtf: str) -> DaySet:
    """The days that an EDTF string allows: `[a,b]`, `[a..b]`, `[a..]`, `a/b`, a day, month or year.

    Raises ValueError where the string has another form, names no day, or runs backward.

    >>> [str(day) for day in bounds(parse("[2020-01-06,2020-01-13]"))]
    ['2020-01-06', '2020-01-13']
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        parts = edtf[1:-1].split(",")
        return _ordered([_range(part, "..") for part in parts], edtf)
    return _ordered([_range(edtf, "/")], edtf)


def _range(part: str, mark: str) -> tuple[int, int]:
    first, sep, last = part.partition(mark)
    if not sep:
        return span(part)
    start = span(first)[0] if first else FIRST
    end = span(last)[1] if last else LAST
    if start > end or not (first and last if mark == "/" else first or last):
        raise ValueError(f"{part!r} runs backward or has no end")
    return start, end


def _ordered(ranges: list[tuple[int, int]], edtf: str) -> DaySet:
    if ranges != sorted(ranges):
        raise ValueError(f"the parts of {edtf!r} are not in order")
    chosen = union(ranges)
    if not chosen:
        raise ValueError(f"{edtf!r} names no day between 2000 and 2030")
    return chosen


def span(text: str) -> tuple[int, int]:
    """First and last day of a day, month or year, at any time in history."""
    found = _ONE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a day (2020-01-13), month (2020-01) or year (2020)")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # the pattern always has a year
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day is None:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 31
        return date(year, month, 1).toordinal(), date(year, month, last).toordinal()
    ordinal = date(year, month, day).toordinal()
    return ordinal, ordinal


def edtf(chosen: DaySet, horizon: tuple[int, int] = HORIZON) -> str:
    """The canonical EDTF string of a set of days, one of which is meant.

    >>> edtf(parse("[2020-01-01..2020-01-31]")), edtf(parse("[2020-01-18..]"))
    ('2020-01', '[2020-01-18..]')
    """
    if len(chosen) == 1:
        whole = _whole(*chosen[0])
        return whole if whole else f"[{_part(*chosen[0], horizon)}]"
    return "[" + ",".join(_part(first, last, horizon) for first, last in chosen) + "]"


def _whole(first: int, last: int) -> str | None:
    """The day, month or year that a stretch is; null where it is none of them."""
    start = date.fromordinal(first).isoformat()
    names = start, start[:7], start[:4]
    return next((name for name in names if span(name) == (first, last)), None)


def _part(first: int, last: int, horizon: tuple[int, int]) -> str:
    start, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    if first == last:
        return start
    if first == horizon[0]:
        return f"..{end}"
    return f"{start}.." if last == horizon[1] else f"{start}..{end}"


def label(chosen: DaySet) -> str:
    """The EDTF string of a set, or a short form for days that recur, all over the horizon or in a
    part of it.

    >>> label(union([(date(year, 1, 18).toordinal(),) * 2 for year in range(2000, 2031)]))
    'XXXX-01-18'
    >>> label(meet(every_weekday(0), parse("[2020-01-08..]")))
    'any Monday of [2020-01-13..]'
    """
    if len(chosen) <= RECURRING:
        return edtf(chosen)
    start, after = (date.fromordinal(first) for first, _ in chosen[:2])
    is_single = chosen[0][0] == chosen[0][1]
    short = f"any {start:%A}"
    if (start.month, start.day) == (after.month, after.day):  # a year or more apart
        short = f"XXXX-{start:%m-%d}" if is_single else f"XXXX-{start:%m}"
    every = read(short)
    if every == chosen:
        return short
    first = chosen[0][0] if chosen[0] != every[0] else FIRST
    last = chosen[-1][1] if chosen[-1] != every[-1] else LAST
    within = ((first, last),)
    return f"{short} of {edtf(within)}" if meet(every, within) == chosen else edtf(chosen)


@lru_cache(maxsize=4096)
def read(label: str) -> DaySet:
    """The days of a label: an EDTF string, or days that recur (`XXXX-01-18`, `any Monday`), which
    may be those of another one only (`any Monday of 2020`).

    >>> label(read("any Monday")), label(read("XXXX-01-18")), label(read("2020-01"))
    ('any Monday', 'XXXX-01-18', '2020-01')
    """
    found = _RECURS.fullmatch(label)
    if not found:
        return parse(label)
    month, day, weekday, within = found.groups()
    if weekday:
        every = every_weekday([*calendar.day_name].index(weekday))
    else:
        every = every_year(int(month), int(day) if day else None)
    return meet(every, parse(within)) if within else every


@cache
def every_weekday(number: int) -> DaySet:
    """Every Monday (0) to Sunday (6) between the first and the last day."""
    first = FIRST + (number - date.fromordinal(FIRST).weekday()) % 7
    return tuple((day, day) for day in range(first, LAST + 1, 7))


@cache
def every_year(month: int, day: int | None) -> DaySet:
    """A day of a month, or the whole month, in every year; ValueError where there is none."""
    years = range(date.fromordinal(FIRST).year, date.fromordinal(LAST).year + 1)
    spans = []
    for year in years:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        if day is None:
            spans.append((date(year, month, 1).toordinal(), date(year, month, last).toordinal()))
        elif day <= last:
            spans.append((date(year, month, day).toordinal(),) * 2)
    if not spans:
        raise ValueError(f"no year has day {day} of month {month}")
    return union(spans)


def together(given: Iterable[DaySet]) -> DaySet:
    """The days that all sets allow; every day where none is given."""
    return reduce(meet, list(given) or [EVERY])


def cut(chosen: DaySet, not_before: date | None, not_after: date | None) -> DaySet:
    """The days within bounds; the set itself where the bounds would leave none of it.

    A source may tell of a day to come, so that a bound never empties what words say.

    >>> edtf(cut(parse("2020-01"), date(2020, 1, 17), date(2020, 3, 1)))
    '[2020-01-17..2020-01-31]'
    """
    first = not_before.toordinal() if not_before else FIRST
    last = not_after.toordinal() if not_after else LAST
    return meet(chosen, ((first, last),)) or chosen if first <= last else chosen
