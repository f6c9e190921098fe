"""What days a date phrase allows, counted from an anchor that may itself be a set of days.

Each phrase has a written window (see `WINDOWS` and the tests); where usage varies the window is the
widest one, so that a result is never narrower than the words allow. A weekday is never in the
future unless the direction says so.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from itertools import chain, islice

from . import edtf
from .edtf import DaySet

WEEKDAYS = tuple(day.lower() for day in calendar.day_name)
MONTHS = tuple(calendar.month_name)
_MONTH_NUMBERS = {
    form: number
    for number, name in enumerate(MONTHS)
    for form in (name.lower(), name[:3].lower())
    if name
} | {"sept": 9}
_COUNTED = "one two three four five six seven eight nine ten".split()
_NUMBERS = {"a": 1} | {word: number for number, word in enumerate(_COUNTED, 1)}

_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_DAY_OF = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},?"
_LEAD = re.compile(
    r"^(?:(?:on|in|of|from|by|until|just|since|late in|early in|late|early|the)\s+)+"
    rf"|^(?:(?:{'|'.join((*WEEKDAYS, *(day[:3] for day in WEEKDAYS)))})\.?,? )(?=.*\d)"
)
"""What stands before a date and changes nothing: a preposition, or the weekday of a day."""

LATER = re.compile(
    rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,3}}) (?P<unit>day|week)s? "
    r"(?:later|after(?:ward)?s?|(?P<back>earlier|before))|(?:next|following) day|day after"
    r"|(?P<eve>previous day|day before)|(?P<same>(?:that )?same (?:day|date))"
)
"""Phrases that count from a day of which the text tells, never from that of publication."""

NO_CALENDAR_DAYS = "business|working|work|court"
"""Words before `days` that are not counted by the calendar, so that no last day follows."""

BEHIND, AHEAD, EITHER = "on_or_before", "on_or_after", "on_either_side"
"""On which side of its anchor a day is looked for."""
NEAR = 60  # days from the anchor within which a day on either side lies

Ranges = list[tuple[int, int]]


@lru_cache(maxsize=4096)
def resolve(phrase: str, anchor: DaySet | None, direction: str = BEHIND) -> DaySet | None:
    """The days that the phrase allows, or null where it is no date phrase (or needs an anchor).

    Without an anchor a phrase that recurs gives every day it fits: every Thursday, each 18 January.

    >>> edtf.edtf(resolve("On Monday", edtf.parse("2020-01-15")))
    '2020-01-13'
    """
    if direction == EITHER:
        return _near(resolve(phrase, anchor, BEHIND), resolve(phrase, anchor, AHEAD), anchor)
    words = _bare(phrase)
    for pattern, window in WINDOWS:
        found = pattern.fullmatch(words)
        if found and found.groupdict().get("year"):
            return edtf.union(window(found, 0, direction))
        if found and anchor is None:
            return _everywhere(window, found)
        if found:
            near = _first(anchor) if (window, direction) == (_month_day, AHEAD) else anchor
            return _counted(found, near or (), direction, window)
    return None


def _counted(
    found: re.Match[str], anchor: DaySet, direction: str, window: Callable[..., Ranges]
) -> DaySet:
    """The days that a phrase allows, counted from every day of an anchor.

    Of what recurs, such as a weekday, each within a stretch of the anchor is the nearest of some
    day of it, so that only the stretch's end is counted from.
    """
    every = _everywhere(window, found)
    if every is None or window is _month_only:
        return edtf.union(
            chain.from_iterable(window(found, d, direction) for d in edtf.days(anchor))
        )
    ends = (first if direction == BEHIND else last for first, last in anchor)
    outside = chain.from_iterable(window(found, day, direction) for day in ends)
    return edtf.union([*edtf.meet(every, anchor), *outside])


def _near(before: DaySet | None, after: DaySet | None, anchor: DaySet | None) -> DaySet | None:
    """The days on both sides of an anchor that lie near it: both Fridays, one May 4."""
    found = [*(before or ()), *(after or ())]
    if anchor:
        found = [d for d in found if d[1] >= anchor[0][0] - NEAR and d[0] <= anchor[-1][1] + NEAR]
    return edtf.union(found) if found else before or after


def _first(anchor: DaySet | None) -> DaySet | None:
    """The first day of an anchor of days that lie near one another.

    "By Oct. 18" of papers that were served between October 11 and 20 is no day of the next year.
    """
    is_near = anchor and anchor[-1][1] - anchor[0][0] <= NEAR
    return ((anchor[0][0],) * 2,) if anchor and is_near else anchor


def _bare(phrase: str) -> str:
    """The phrase in lower case without marks at its ends and without what stands before it."""
    words = " ".join(phrase.lower().replace("\u00a0", " ").strip(" ,.;/()").split())
    while (shorter := _LEAD.sub("", words)) != words:
        words = shorter
    return words


def _absolute(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A year, a month of a year, or a day of a year: needs no anchor."""
    parts = found.groupdict()
    year = int(parts["year"])
    month = _month(parts["month"]) if parts.get("month") else None
    text = f"{year:04d}"
    if month:
        text += f"-{month:02d}"
    if parts.get("day"):
        text += f"-{int(parts['day']):02d}"
    try:
        return list(edtf.parse(text))
    except ValueError:
        return []


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBERS[text]


def _weekday(found: re.Match[str], day: int, direction: str) -> Ranges:
    """The nearest such weekday on or before the anchor day (or on or after it)."""
    wanted = WEEKDAYS.index(found["weekday"])
    back = (day - 1 - wanted) % 7  # day 1 of all days was a Monday
    chosen = day - back if direction == BEHIND else day + (7 - back) % 7
    return [(chosen, chosen)]


def _last_weekday(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last Monday': the latest Monday before the anchor day, or the one a week earlier."""
    ((chosen, _),) = _weekday(found, day - 1, BEHIND)
    return [(chosen, chosen), (chosen - 7, chosen - 7)]


def _month_day(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A day of a month without a year: the nearest one on or before (or after) the anchor day."""
    return _nearest(day, direction, lambda year: _day_in(year, found))


def _day_in(year: int, found: re.Match[str]) -> tuple[int, int] | None:
    try:
        chosen = date(year, _MONTH_NUMBERS[found["month"]], int(found["day"])).toordinal()
    except ValueError:
        return None
    return chosen, chosen


def _month_only(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A month without a year: the nearest that begins on or before the anchor day, cut there."""
    near = _nearest(day, direction, lambda year: _month_in(year, _MONTH_NUMBERS[found["month"]]))
    return [(a, min(b, day)) if direction == BEHIND else (a, b) for a, b in near]


def _month_in(year: int, month: int) -> tuple[int, int]:
    last = calendar.monthrange(year, month)[1]
    return date(year, month, 1).toordinal(), date(year, month, last).toordinal()


def _mid_month(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'mid-October': all days but the first and last five or so, since usage has no rule."""
    month = _MONTH_NUMBERS[found["month"]]
    if found["year"]:
        return [_middle(int(found["year"]), month)]
    near = _nearest(day, direction, lambda year: _middle(year, month))
    return [(a, min(b, day)) if direction == BEHIND else (a, b) for a, b in near]


def _middle(year: int, month: int) -> tuple[int, int]:
    return date(year, month, 6).toordinal(), date(year, month, 25).toordinal()


def _nearest(day: int, direction: str, in_year: Callable[[int], tuple[int, int] | None]) -> Ranges:
    year = date.fromordinal(day).year
    is_behind = direction == BEHIND
    years = range(year, year - 9, -1) if is_behind else range(year, year + 9)
    spans = (span for y in years if (span := in_year(y)))
    return list(islice((s for s in spans if (s[0] <= day if is_behind else s[1] >= day)), 1))


def _offset(found: re.Match[str], day: int, direction: str) -> Ranges:
    """today, yesterday, tomorrow."""
    chosen = day + {"today": 0, "yesterday": -1, "tomorrow": 1}[found[0]]
    return [(chosen, chosen)]


def _week(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last week': the seven days before, or the calendar week before, whatever day it begins on.

    'this week': any day of a calendar week that holds the anchor day; 'earlier' stops at it.
    """
    if found["which"] == "last":
        return [(day - 13, day - 1)]
    return [(day - 6, day if found["earlier"] else day + 6)]


def _this_period(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'this month', 'this year': the calendar ones; with 'earlier' up to the anchor day."""
    first, last = _period(found["unit"], day, 0)
    return [(first, day if found["earlier"] else last)]


def _last_period(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last month' and 'last year': the calendar month or year before."""
    return [_period(found["unit"], day, -1)]


def _period(unit: str, day: int, shift: int) -> tuple[int, int]:
    at = date.fromordinal(day)
    if unit == "year":
        year = at.year + shift
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    months = at.year * 12 + at.month - 1 + shift
    return _month_in(months // 12, months % 12 + 1)


def _ago(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'three days ago' is that day; 'two weeks ago' may be half a week off, months half a month."""
    number = _number(found["n"])
    size, slack = {"day": (1, 0), "week": (7, 4), "month": (30, 20), "year": (365, 200)}[
        found["unit"]
    ]
    chosen = day - number * size
    return [(chosen - slack, min(chosen + slack, day))]


def _later(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'two days later', 'the next day' and 'a day before' are that day; 'a week later' may be half
    a week off."""
    if found["same"]:
        return [(day, day)]
    number = _number(found["n"]) if found["n"] else 1
    size, slack = (7, 4) if found["unit"] == "week" else (1, 0)
    if found["back"] or found["eve"]:
        return [(day - number * size - slack, min(day - number * size + slack, day))]
    chosen = day + number * size
    return [(max(chosen - slack, day), chosen + slack)]


def _number(words: str) -> int:
    return _NUMBERS.get(words) or int(words)


WINDOWS: tuple[tuple[re.Pattern[str], Callable[..., Ranges]], ...] = tuple(
    (re.compile(pattern), window)
    for pattern, window in (
        (r"(?P<year>(?:19|20)\d\d)", _absolute),
        (r"(?P<year>20\d\d)[-/_](?P<month>\d{1,2})[-/_](?P<day>\d{1,2})", _absolute),
        (r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)", _absolute),
        (r"(?P<year>20\d\d)[-/_](?P<month>\d{1,2})", _absolute),
        (r"(?P<month>\d{1,2})[-/](?P<day>\d{1,2})[-/](?P<year>20\d\d)", _absolute),
        (rf"{_MONTH},? (?P<year>(?:19|20)\d\d)", _absolute),
        (rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)", _absolute),
        (rf"{_DAY_OF} (?P<year>(?:19|20)\d\d)", _absolute),
        (rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?", _month_day),
        (_DAY_OF, _month_day),
        (_MONTH, _month_only),
        (rf"mid[- ]{_MONTH}(?:,? (?P<year>(?:19|20)\d\d))?", _mid_month),
        (rf"(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
        (rf"last (?P<weekday>{'|'.join(WEEKDAYS)})", _last_weekday),
        (r"today|yesterday|tomorrow", _offset),
        (r"(?P<earlier>earlier )?(?P<which>last|this) week", _week),
        (r"(?P<earlier>earlier )?this (?P<unit>month|year)", _this_period),
        (r"last (?P<unit>month|year)", _last_period),
        (rf"(?P<n>{'|'.join(_NUMBERS)}|\d{{1,3}}) (?P<unit>day|week|month|year)s? ago", _ago),
        (LATER.pattern, _later),
    )
)
"""Phrase patterns, lower case without a leading preposition, and the window of each."""


def _everywhere(window: Callable[..., Ranges], found: re.Match[str]) -> DaySet | None:
    """Every day that a phrase which recurs fits; null of a phrase that needs an anchor."""
    if window is _weekday:
        return edtf.every_weekday(WEEKDAYS.index(found["weekday"]))
    if window not in (_month_day, _month_only):
        return None
    day = found.groupdict().get("day")
    try:
        return edtf.every_year(_MONTH_NUMBERS[found["month"]], int(day) if day else None)
    except ValueError:
        return ()


def lacks_year(phrase: str) -> bool:
    """Whether the phrase is a day of a month of which it does not say the year.

    >>> lacks_year("on Oct. 26"), lacks_year("Oct. 26, 2026"), lacks_year("on Monday")
    (True, False, False)
    """
    words = _bare(phrase)
    return any(p.fullmatch(words) for p, window in WINDOWS if window is _month_day)


def counts_on(phrase: str) -> bool:
    """Whether the phrase counts from a day of which the text tells, which somebody has to name.

    >>> counts_on("a day later"), counts_on("the same day"), counts_on("on Monday")
    (True, True, False)
    """
    return LATER.fullmatch(_bare(phrase)) is not None


def needs_anchor(phrase: str) -> bool:
    """Whether the phrase is a date that counts from another, such as a weekday or `last week`.

    >>> needs_anchor("on Monday"), needs_anchor("January 13, 2020"), needs_anchor("soon")
    (True, False, False)
    """
    if resolve(phrase, ((edtf.FIRST + 4000,) * 2,)) is None:
        return False
    alone = resolve(phrase, None)
    return alone is None or len(alone) > edtf.RECURRING
