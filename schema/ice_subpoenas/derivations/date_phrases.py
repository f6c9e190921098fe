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
from typing import NamedTuple

from . import edtf
from .edtf import DaySet
from .number_words import NUMBERS, TENS

WEEKDAYS = tuple(day.lower() for day in calendar.day_name)
MONTHS = tuple(calendar.month_name)
_MONTH_NUMBERS = {
    form: number
    for number, name in enumerate(MONTHS)
    for form in (name.lower(), name[:3].lower())
    if name
} | {"sept": 9}
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The month in which each begins."""
DECADES = {f"{word.removesuffix('y')}ies": number for word, number in TENS.items()}

_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_NTH = r"(?:st|nd|rd|th)?"
_DAYS = rf"{_MONTH} ?(?P<day>\d{{1,2}}){_NTH}(?: ?[-–] ?(?P<last>\d{{1,2}}){_NTH})?"
_DAY_OF = rf"(?P<day>\d{{1,2}}){_NTH}(?: of)? {_MONTH},?"
_TIME = r"(?: (?:morning|afternoon|evening|night))?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}){_TIME}"
_N = rf"(?P<n>{'|'.join(NUMBERS)}|\d{{1,3}})"
_UNIT = "day|week|month|year|decade"
_FAR = r"(?P<far>last|this past|this coming|this|next)"
_SEASON = rf"(?P<season>{'|'.join(SEASONS)})"
_LEAD = re.compile(
    r"^(?:(?:on|in|of|from|by|until|just|since|late in|early in|late|early|the"
    r"|mid(?=[ -]\d)|(?:end|beginning|start|middle) of(?= (?!the|this|last|next)))[ -]+)+"
    rf"|^(?:(?:{'|'.join((*WEEKDAYS, *(day[:3] for day in WEEKDAYS)))}|tues|thurs?)"
    r"\.?,? )(?=.*\d)"
)
"""What stands before a date and changes nothing: a preposition, or the weekday of a day."""

_LATER = (
    rf"{_N} (?P<unit>day|week)s? (?:later|after(?:ward)?s?|(?P<back>earlier|before))"
    r"|(?:next|following) day|day after"
    r"|(?P<eve>previous day|day before)|(?P<same>(?:that )?same (?:day|date)|that (?:very )?day)"
    r"|(?P<period>week|month|year) (?:(?P<prior>before)|after)"
)
"""Phrases that count from a day of which the text tells, never from that of publication."""

NO_CALENDAR_DAYS = "business|working|work|court"
"""Words before `days` that are not counted by the calendar, so that no last day follows."""

BEHIND, AHEAD, EITHER = "on_or_before", "on_or_after", "on_either_side"
"""On which side of its anchor a day is looked for."""
NEAR = 60  # days from the anchor within which a day on either side lies

Ranges = list[tuple[int, int]]


class Window(NamedTuple):
    """A kind of phrase, its pattern, and the days that it allows, counted from one day."""

    rule: str
    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], int, str], Ranges]


@lru_cache(maxsize=4096)
def resolve(
    phrase: str,
    anchor: DaySet | None,
    direction: str = BEHIND,
    horizon: tuple[int, int] = edtf.HORIZON,
) -> DaySet | None:
    """The days that the phrase allows, or null where it is no date phrase (or needs an anchor).

    Without an anchor a phrase that recurs gives every day it fits: every Thursday, each 18 January.

    >>> edtf.edtf(resolve("On Monday", edtf.parse("2020-01-15")))
    '2020-01-13'
    """
    if direction == EITHER:
        before, after = (resolve(phrase, anchor, side, horizon) for side in (BEHIND, AHEAD))
        return _near(before, after, anchor, horizon)
    window, found = _read(phrase)
    if window is None or found is None:
        return None
    if found.groupdict().get("year"):
        return edtf.union(window.days(found, 0, direction), horizon)
    if anchor is None:
        return _everywhere(window, found)
    near = _first(anchor) if (window.rule, direction) == ("month-day", AHEAD) else anchor
    each = (window.days(found, day, direction) for day in edtf.days(near))
    return edtf.union(chain.from_iterable(each), horizon)


@lru_cache(maxsize=4096)
def _read(phrase: str) -> tuple[Window, re.Match[str]] | tuple[None, None]:
    """The window of a phrase, and what its pattern found."""
    words = _bare(phrase)
    for window in WINDOWS:
        if found := window.pattern.fullmatch(words):
            return window, found
    return None, None


def rule(phrase: str) -> str | None:
    """What kind of date phrase it is; null where it is none.

    >>> rule("on Monday"), rule("last year"), rule("soon")
    ('weekday', 'near-period', None)
    """
    window, _ = _read(phrase)
    return window and window.rule


def _near(
    before: DaySet | None, after: DaySet | None, anchor: DaySet | None, horizon: tuple[int, int]
) -> DaySet | None:
    """The days on both sides of an anchor that lie near it: both Fridays, one May 4."""
    found = [*(before or ()), *(after or ())]
    if anchor:
        found = [d for d in found if d[1] >= anchor[0][0] - NEAR and d[0] <= anchor[-1][1] + NEAR]
    return edtf.union(found, horizon) if found else before or after


def _first(anchor: DaySet) -> DaySet:
    """The first day of an anchor of days that lie near one another.

    "By Oct. 18" of papers that were served between October 11 and 20 is no day of the next year.
    """
    is_near = anchor and anchor[-1][1] - anchor[0][0] <= NEAR
    return ((anchor[0][0],) * 2,) if is_near else anchor


def _bare(phrase: str) -> str:
    """The phrase in lower case without marks at its ends and without what stands before it."""
    words = " ".join(phrase.lower().replace("\u00a0", " ").strip(" ,.;/()").split())
    while (shorter := _LEAD.sub("", words)) != words:
        words = shorter
    return words


def _absolute(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A year, a month of a year, or a day (or days) of a year: needs no anchor."""
    parts = found.groupdict()
    text = parts["year"] if len(parts["year"]) == 4 else f"20{parts['year']}"
    if parts.get("month"):
        text += f"-{_month(parts['month']):02d}"
    days = [f"-{int(parts[name]):02d}" for name in ("day", "last") if parts.get(name)]
    try:
        spans = [edtf.span(text + each) for each in days or [""]]
    except ValueError:
        return []
    return [(spans[0][0], spans[-1][1])]


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBERS[text]


def _weekday(found: re.Match[str], day: int, direction: str) -> Ranges:
    """The nearest such weekday on or before the anchor day (or on or after it)."""
    wanted = WEEKDAYS.index(found["weekday"])
    back = (day - 1 - wanted) % 7  # day 1 of all days was a Monday
    chosen = day - back if direction == BEHIND else day + (7 - back) % 7
    return [(chosen, chosen)]


def _far_weekday(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last Monday': the latest Monday before the anchor day, or the one a week earlier.

    'next Monday': the first one after it; if that is in the same week, also the one a week later.
    'this Monday': the nearest, as of a bare weekday.
    """
    far = found["far"]
    if far in ("this past", "this coming", "this"):
        return _weekday(found, day, {"this past": BEHIND, "this coming": AHEAD}.get(far, direction))
    if far == "last":
        ((chosen, _),) = _weekday(found, day - 1, BEHIND)
        return [(chosen, chosen), (chosen - 7, chosen - 7)]
    ((chosen, _),) = _weekday(found, day + 1, AHEAD)
    shifts = (0, 7) if chosen // 7 == day // 7 else (0,)  # weeks begin on Sunday, as day 0 did
    return [(chosen + shift, chosen + shift) for shift in shifts]


def _weekday_of_week(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'Tuesday of last week', of weeks that begin on Sunday or on Monday; 'the Friday before last'
    is a week before the latest one."""
    if found["far"] is None:
        ((chosen, _),) = _weekday(found, day - 1, BEHIND)
        return [(chosen - 7, chosen - 7)]
    wanted = WEEKDAYS.index(found["weekday"])
    shift = {"last": -7, "next": 7}.get(found["far"], 0)
    starts = day - (day - 1) % 7, day - day % 7  # day 1 of all days was a Monday
    days = [starts[0] + wanted, starts[1] + (wanted + 1) % 7]
    return [(each + shift, each + shift) for each in days]


def _month_of_year(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'April of last year'."""
    shift = {"last": -1, "next": 1}.get(found["far"], 0)
    return [_month_in(date.fromordinal(day).year + shift, _MONTH_NUMBERS[found["month"]])]


def _last_week(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'the last week of February': the last seven days of the nearest one."""
    near = _nearest(day, direction, lambda year: _month_in(year, _MONTH_NUMBERS[found["month"]]))
    return [(last - 6, last) for _, last in near]


def _month_day(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A day of a month without a year: the nearest one on or before (or after) the anchor day."""
    return _nearest(day, direction, lambda year: _day_in(year, found))


def _day_in(year: int, found: re.Match[str]) -> tuple[int, int] | None:
    last = found.groupdict().get("last") or found["day"]
    try:
        first = date(year, _MONTH_NUMBERS[found["month"]], int(found["day"]))
        return first.toordinal(), first.replace(day=int(last)).toordinal()
    except ValueError:
        return None


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


def _yearly(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last June', 'next summer': the nearest; if it is of the anchor's own year, also one further.

    'this fall': the one that holds the anchor day, or else that of its year.
    """
    year, far, slack = date.fromordinal(day).year, found["far"], 30 if found["season"] else 0
    spans = [_in_year(found, each) for each in range(year - 2, year + 3)]
    if far == "this":
        return [s for s in spans if s[0] <= day <= s[1]][:1] or [spans[2]]
    if far in ("last", "this past"):
        near = [s for s in reversed(spans) if s[1] - slack < day]
    else:
        near = [s for s in spans if s[0] > day]
    return near[: 2 if far in ("last", "next") and near[0] == spans[2] else 1]


def _season(found: re.Match[str], day: int, direction: str) -> Ranges:
    """A season of a year; a winter may begin or end in it."""
    years = (int(found["year"]) - (found["season"] == "winter"), int(found["year"]))
    return [_in_year(found, year) for year in years]


def _in_year(found: re.Match[str], year: int) -> tuple[int, int]:
    """A month, or a season with the month after its third, since usage has no rule."""
    if found["season"] is None:
        return _month_in(year, _MONTH_NUMBERS[found["month"]])
    first = year * 12 + SEASONS[found["season"]] - 1
    return _month_at(first)[0], _month_at(first + 3)[1]


def _offset(found: re.Match[str], day: int, direction: str) -> Ranges:
    """today, yesterday, tomorrow, tonight, last night, this morning."""
    chosen = day + {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(found["when"], 0)
    return [(chosen, chosen)]


def _near_period(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'last year', 'this month', 'next week'; with 'earlier' up to the anchor day, with 'later'
    from it. 'this past year' may be the year before, or the one that ends on the anchor day."""
    far, part = found["far"], found["part"]
    shift = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get(far, 0)
    first, last = _period(found["unit"], day, shift)
    if far == "this past" or (part == "earlier" and last > day):
        return [(first, day)]
    return [(day if far == "this coming" or (part == "later" and first < day) else first, last)]


def _period(unit: str, day: int, shift: int) -> tuple[int, int]:
    """The calendar month or year; a week that may begin on any day, or be the seven days next to
    the anchor day."""
    at = date.fromordinal(day)
    if unit == "week":
        return day - 6 + 7 * shift, day + 6 + 7 * shift
    if unit == "year":
        return edtf.span(f"{at.year + shift:04d}")
    return _month_at(at.year * 12 + at.month - 1 + shift)


def _month_at(months: int) -> tuple[int, int]:
    return _month_in(months // 12, months % 12 + 1)


def _weekend(found: re.Match[str], day: int, direction: str) -> Ranges:
    """Saturday and Sunday: the nearest, or that of the anchor day; 'last weekend' is the one before
    it, 'next weekend' one of the two after."""
    saturday = day - (day - 6) % 7
    is_now, far = day - saturday < 2, found["far"]
    is_ahead = far == "this coming" or (far in ("this", None) and direction == AHEAD)
    if far == "next":
        shifts = [7, 14]
    elif is_now:
        shifts = [-7 if far in ("last", "this past") else 0]
    else:
        shifts = [7 if is_ahead else 0]
    return [(saturday + shift, saturday + shift + 1) for shift in shifts]


def _edge(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'the end of the year' is its last day; of a week, or in the middle, no day can be told."""
    shift = {"last": -1, "next": 1}.get(found["which"], 0)
    first, last = _period(found["unit"] or "year", day, shift)
    is_last_day = found["edge"] in ("end", None) and found["unit"] != "week"
    return [(last if is_last_day else first, last)]


def _decade(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'the 1990s'; 'the nineties' are the latest that began on or before the anchor day."""
    year = int(found["year"] or _latest(DECADES[found["tens"]], day))
    return [(edtf.span(f"{year:04d}")[0], edtf.span(f"{year + 9:04d}")[1])]


def _short_year(found: re.Match[str], day: int, direction: str) -> Ranges:
    """The latest year up to the anchor day that ends in two digits: '09."""
    return [edtf.span(f"{_latest(int(found['short']), day):04d}")]


def _latest(two_digits: int, day: int) -> int:
    year = date.fromordinal(day).year
    return year - (year - two_digits) % 100


def _attack(found: re.Match[str], day: int, direction: str) -> Ranges:
    """9/11, the day that is known by its number."""
    return [edtf.span("2001-09-11")]


_SIZES = {
    "day": (1, 0),
    "week": (7, 4),
    "month": (30, 20),
    "year": (365, 200),
    "decade": (3653, 2000),
}
"""About how many days a unit has, and by how many days a count of it may be off."""


def _ago(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'three days ago' is that day; 'two weeks ago' may be half a week off, months half a month."""
    size, slack = _SIZES[found["unit"]]
    chosen = day - _number(found["n"]) * size
    return [(chosen - slack, min(chosen + slack, day))]


def _past_time(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'the past year', 'the last two years': any day of a time that ends on the anchor day."""
    size, slack = _SIZES[found["unit"]]
    return [(day - _number(found["n"] or "a") * size - slack, day)]


def _later(found: re.Match[str], day: int, direction: str) -> Ranges:
    """'two days later', 'the next day' and 'a day before' are that day; 'a week later' may be half
    a week off."""
    if found["same"]:
        return [(day, day)]
    if found["period"]:
        return [_period(found["period"], day, -1 if found["prior"] else 1)]
    number = _number(found["n"] or "a")
    size, slack = _SIZES[found["unit"] or "day"]
    if found["back"] or found["eve"]:
        return [(day - number * size - slack, min(day - number * size + slack, day))]
    chosen = day + number * size
    return [(max(chosen - slack, day), chosen + slack)]


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words]


WINDOWS: tuple[Window, ...] = tuple(
    Window(rule, re.compile(pattern), window)
    for rule, pattern, window in (
        ("year", _YEAR, _absolute),
        ("numeric", rf"{_YEAR}[-/_](?P<month>\d{{1,2}})[-/_](?P<day>\d{{1,2}})", _absolute),
        ("numeric", r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)", _absolute),
        ("numeric", r"(?P<year>20\d\d)[-/_](?P<month>\d{1,2})", _absolute),
        ("numeric", rf"(?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})[-/]{_YEAR}", _absolute),
        ("numeric", r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d\d)", _absolute),
        ("month-year", rf"{_MONTH},?(?: of)? {_YEAR}", _absolute),
        ("full-day", rf"{_DAYS},? {_YEAR}", _absolute),
        ("full-day", rf"{_DAY_OF} {_YEAR}", _absolute),
        ("month-day", _DAYS, _month_day),
        ("month-day", _DAY_OF, _month_day),
        ("month", _MONTH, _month_only),
        ("month-of-year", rf"{_MONTH} of {_FAR} year", _month_of_year),
        ("week-of-month", rf"last week (?:of|in) {_MONTH}", _last_week),
        ("mid-month", rf"mid[- ]{_MONTH}(?:,? {_YEAR})?", _mid_month),
        ("season-year", rf"{_SEASON}(?: of|,)? {_YEAR}", _season),
        ("yearly", rf"(?:earlier |later )?{_FAR} (?:{_MONTH}|{_SEASON})", _yearly),
        ("weekday", _WEEKDAY, _weekday),
        ("far-weekday", rf"{_FAR} {_WEEKDAY}", _far_weekday),
        ("weekday-of-week", rf"{_WEEKDAY} (?:of {_FAR} week|before last)", _weekday_of_week),
        (
            "near-day",
            r"(?P<when>today|yesterday|tomorrow|tonight|last night"
            rf"|this (?:morning|afternoon|evening)){_TIME}",
            _offset,
        ),
        (
            "near-period",
            rf"(?:(?P<part>earlier|later) )?{_FAR} (?P<unit>week|month|year)",
            _near_period,
        ),
        ("weekend", rf"(?:{_FAR} )?weekend", _weekend),
        ("ago", rf"{_N}[ -](?P<unit>{_UNIT})s? (?:ago|back)", _ago),
        ("past-time", rf"(?:past|last(?! \w+$))(?: {_N})? (?P<unit>{_UNIT})s?", _past_time),
        (
            "edge",
            r"(?P<edge>end|beginning|start|middle) of (?P<which>the|this|last|next) "
            r"(?P<unit>week|month|year)|year[- ]end",
            _edge,
        ),
        (
            "decade",
            rf"(?:mid[- ])?(?:(?P<year>(?:1[6-9]|20)\d0)['’]?s|(?P<tens>{'|'.join(DECADES)}))",
            _decade,
        ),
        ("two-digit-year", r"['‘’](?P<short>\d\d)", _short_year),
        ("named-day", r"(?P<year>9/11)", _attack),
        ("later", _LATER, _later),
    )
)
"""Phrase patterns, lower case without a leading preposition, and the window of each."""


def _everywhere(window: Window, found: re.Match[str]) -> DaySet | None:
    """Every day that a phrase which recurs fits; null of a phrase that needs an anchor."""
    if window.rule == "weekday":
        return edtf.every_weekday(WEEKDAYS.index(found["weekday"]))
    if window.rule not in ("month-day", "month") or found.groupdict().get("last"):
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
    return rule(phrase) == "month-day"


def counts_on(phrase: str) -> bool:
    """Whether the phrase counts from a day of which the text tells, which somebody has to name.

    >>> counts_on("a day later"), counts_on("the same day"), counts_on("on Monday")
    (True, True, False)
    """
    return rule(phrase) == "later"


def needs_anchor(phrase: str) -> bool:
    """Whether the phrase is a date that counts from another, such as a weekday or `last week`.

    >>> needs_anchor("on Monday"), needs_anchor("January 13, 2020"), needs_anchor("soon")
    (True, False, False)
    """
    if resolve(phrase, ((edtf.FIRST + 4000,) * 2,)) is None:
        return False
    alone = resolve(phrase, None)
    return alone is None or len(alone) > edtf.RECURRING
