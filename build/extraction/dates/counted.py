"""Date expressions that are counted from the day of publication."""

import datetime as dt
import re
from collections.abc import Callable

from extraction.dates import periods as cal
from extraction.dates.find import UNIT
from extraction.dates.fixed import BRITISH, FULL, MONTH_NAME, days, month_number, weekday_number
from extraction.dates.periods import NUMBERS, SEASONS, WEEKDAYS, Period

LEAN = 90  # days by which a date without any cue leans to the past
BEGUN = 300  # days by which "is to run from 3 March" leans ahead; it may just have begun


def _month_day(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """A day without its year: the nearest one, or the one on the side that the verbs tell.

    A printed weekday picks the year, when it fits one of the nearest.
    """
    number = month_number(match["month"])
    if not number or match["year"]:
        return None
    years = [
        year
        for year in range(published.year - 1, published.year + 2)
        if _exists(year, number, match)
    ]
    weekday = weekday_number(match["weekday"])
    fitting = [y for y in years if dt.date(y, number, int(match["day"])).weekday() == weekday]

    def distance(year: int) -> int:
        ahead = (dt.date(year, number, int(match["day"])) - published).days
        if ahead < 0 and way in ("future", "maybe-future"):
            return -ahead + (400 if way == "future" else BEGUN)
        if ahead < 0:
            return -ahead
        return ahead + (400 if ahead > 31 and way == "past" else 0 if way else LEAN)

    year = min(fitting or years, key=distance, default=None)
    return None if year is None else days(year, number, match)


def _exists(year: int, number: int, match: re.Match[str]) -> bool:
    """Is there such a day in that year?"""
    try:
        days(year, number, match)
    except ValueError:
        return False
    return True


def _month_alone(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """A month: the latest up to publication, or the next one where the words look ahead."""
    number = month_number(match["month"])
    if not number:
        return None
    which = match["which"] or ""
    if which == "last":
        return cal.month(published.year - (number >= published.month), number)
    if which == "next" or way in ("future", "maybe-future"):
        return cal.month(published.year + (number < published.month), number)
    if which == "this":
        return cal.month(published.year, number)
    return cal.month(published.year - (number > published.month), number)


def _weekday(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """A weekday: the latest up to publication, unless words put it ahead.

    "Last Monday" and "next Monday" can skip one when it falls in the week of publication, and
    "are to meet on Monday" tells neither side: then both days remain.
    """
    weekday = WEEKDAYS.index(match["weekday"])
    latest = published - dt.timedelta(days=(published.weekday() - weekday) % 7)
    coming = published + dt.timedelta(days=(weekday - published.weekday()) % 7)
    which, week = match["which"] or "", dt.timedelta(days=7)
    if which == "last":
        before = latest if latest < published else latest - week
        return _both(before - week, before) if _same_week(before, published) else cal.day(before)
    if which == "next":
        after = coming if coming > published else coming + week
        return _both(after, after + week) if _same_week(after, published) else cal.day(after)
    if way == "future" or which in ("this coming", "coming"):
        return cal.day(coming)
    if way == "maybe-future" or (which == "this" and way != "past"):
        return cal.either([cal.day(latest), cal.day(coming)])
    return cal.day(latest)


def _both(first: dt.date, second: dt.date) -> Period | None:
    """One of two days."""
    return cal.either([cal.day(first), cal.day(second)])


def _same_week(one: dt.date, other: dt.date) -> bool:
    """Do two days lie in one week, counted from Sunday as American calendars do?"""
    return one.toordinal() // 7 == other.toordinal() // 7


def _near_day(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """Yesterday, today, tonight, tomorrow, last night, this morning."""
    del way
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0], 0)
    return cal.day(published + dt.timedelta(days=step))


YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def _ago(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """Some days, weeks, months, years ago: as exact as the unit, and about that when counted."""
    del way
    count, unit = _number(match["count"]), match["unit"].rstrip("s")
    if count is None:
        return Period(f"[..{published}]", dt.date(1, 1, 1), published)
    if unit == "hour":
        return cal.one_of(
            published - dt.timedelta(days=count // 24 + 1),
            published - dt.timedelta(days=count // 24),
        )
    if unit == "day":
        return cal.day(published - dt.timedelta(days=count))
    if unit == "week":
        return cal.about(cal.day(published - dt.timedelta(weeks=count)), 4)
    if unit == "month":
        return cal.about(cal.month(published.year, published.month - count), 16)
    scale = YEARS.get(unit, 100)
    return cal.about(cal.year(published.year - count * scale), 183 * scale)


def _number(word: str | None) -> int | None:
    """The number that a word or digits say; None for `several` and the like."""
    word = (word or "").removeprefix("the ").strip()
    return int(word) if word.isdigit() else NUMBERS.get(word)


def _span_of_time(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """The past few days, the last 30 years: a time that lasts up to publication."""
    unit = match["unit"].rstrip("s")
    count = _number(match["count"]) if match["count"] else 1
    if match["side"] in ("next", "coming") or way == "future":
        return Period(f"{published}/..", published, dt.date.max)
    if count is None or unit == "hour":
        return Period(f"../{published}", dt.date.min, published)
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return cal.lasting(published - dt.timedelta(days=days), published)
    if unit == "month":
        first = cal.month(published.year, published.month - count)
        return Period(f"{first.edtf}/{published:%Y-%m}", first.earliest, published)
    start = cal.year(published.year - count * YEARS.get(unit, 100))
    return Period(f"{start.edtf}/{published:%Y}", start.earliest, published)


def _near_period(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """Last week, this month, next year, earlier this summer, and the like."""
    which, unit = match["which"], match["unit"]
    step = -1 if re.search(r"last|previous", which) else 1 if re.search(r"next", which) else 0
    if "following" in which or "that" in which:
        return None
    if unit == "year":
        return _bounded(cal.year(published.year + step), which, published)
    if unit == "month":
        return _bounded(cal.month(published.year, published.month + step), which, published)
    if unit == "week":
        return _week(published, step, which)
    if unit == "weekend":
        return _weekend(published, step, way if "past" not in which else "past")
    return _near_season(published, step, unit)


def _bounded(period: Period, which: str, published: dt.date) -> Period:
    """A period whose days after (or before) publication the word `earlier` (`later`) rules out."""
    if "earlier" in which:
        return period._replace(latest=min(period.latest, published))
    return period._replace(earliest=max(period.earliest, published)) if "later" in which else period


def _week(published: dt.date, step: int, which: str) -> Period:
    """One unknown day of a week, whether weeks begin on Sunday or on Monday."""
    sunday = published - dt.timedelta(days=published.isoweekday() % 7)
    monday = published - dt.timedelta(days=published.weekday())
    shift = dt.timedelta(weeks=step)
    first, last = min(sunday, monday) + shift, max(sunday, monday) + shift + dt.timedelta(days=6)
    if "earlier" in which:
        last = published
    if "later" in which:
        first = published
    if "past" in which:  # "this past week" may end yesterday or be the calendar week
        first, last = min(first, published - dt.timedelta(days=8)), published
    return cal.one_of(first, last)


def _weekend(published: dt.date, step: int, way: str) -> Period | None:
    """Saturday and Sunday of the weekend meant; both weekends where nothing tells."""
    since = (published.weekday() - 5) % 7
    recent = published - dt.timedelta(days=since)
    coming = recent if since <= 1 else recent + dt.timedelta(days=7)
    one = dt.timedelta(days=1)
    if step > 0 or way == "future":
        return cal.one_of(coming, coming + one)
    if step < 0 or way == "past":
        return cal.one_of(
            recent - (recent == published) * 7 * one if step else recent, recent + one
        )
    return cal.either(cal.day(d) for s in (recent, coming) for d in (s, s + one))


def _near_season(published: dt.date, step: int, name: str) -> Period:
    """Last summer, this fall, next spring: by the year of publication, or either of two."""
    this = cal.season(published.year, name)
    if (step < 0 and this.latest < published) or (step > 0 and this.earliest > published):
        return (
            this if step > 0 else cal.either([this, cal.season(published.year - 1, name)]) or this
        )
    return cal.season(published.year + step, name)


def _edge(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """The end of the year, the start of this month."""
    del way
    step = {"last": -1, "next": 1}.get(match["which"] or "", 0)
    unit = match["unit"] or "year"
    whole = {
        "year": lambda: cal.year(published.year + step),
        "month": lambda: cal.month(published.year, published.month + step),
        "week": lambda: _week(published, step, ""),
    }[unit]()
    # "By the end of the year" names the last day; the middle of a year names none.
    if match["edge"] in ("end", None) and unit != "week":
        return cal.day(whole.latest)
    return whole


def _year_before(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """The year before, told of a yearly figure of this year."""
    del way
    return cal.year(published.year - 1) if match[1] == "before" else None


def _two_digits(match: re.Match[str], way: str, published: dt.date) -> Period | None:
    """The latest year up to publication that ends in two digits."""
    del way
    return cal.year(published.year - (published.year - int(match[1])) % 100)


WEEKDAY_NAMES = "|".join(WEEKDAYS)
Meaning = Callable[[re.Match[str], str, dt.date], Period | None]
RULES: tuple[tuple[str, re.Pattern[str], Meaning], ...] = (
    ("month-day", FULL, _month_day),
    ("month-day", BRITISH, _month_day),
    (
        "weekday",
        re.compile(
            rf"(?:the )?(?:(?P<which>last|next|this past|this coming|this|coming|following|"
            rf"previous) )?(?P<weekday>{WEEKDAY_NAMES})(?: (?:night|morning|afternoon|evening))?"
        ),
        _weekday,
    ),
    (
        "near-day",
        re.compile(
            r"yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)"
        ),
        _near_day,
    ),
    ("ago", re.compile(rf"(?P<count>[\w ]+?)[ -](?P<unit>{UNIT}s?) (?:ago|back|earlier)"), _ago),
    (
        "near-period",
        re.compile(
            r"(?:the )?(?P<which>last|this past|this coming|earlier this|later this|late last"
            r"|early next|early this|late this|later that|this|next|following|previous)"
            rf" (?P<unit>week|weekend|month|year|{'|'.join(SEASONS)})"
        ),
        _near_period,
    ),
    (
        "span-of-time",
        re.compile(
            rf"(?:the )?(?P<side>past|last|next|coming|"
            rf"previous) (?:(?P<count>[\w ]+?) )?(?P<unit>{UNIT}s?)"
        ),
        _span_of_time,
    ),
    (
        "edge",
        re.compile(
            r"(?:the )?(?P<edge>end|beginning|start|middle) of (?P<which>the|this|last|next) "
            r"(?P<unit>week|month|year)|(?P<x>year)[ -]end"
        ),
        _edge,
    ),
    ("year-before", re.compile(r"the year (before|after)"), _year_before),
    (
        "month",
        re.compile(rf"(?:(?P<which>last|next|this|early|late|mid)[ -])?{MONTH_NAME}"),
        _month_alone,
    ),
    ("two-digit-year", re.compile(r"'?(\d\d)"), _two_digits),
)
DIRECTED = frozenset({"month-day", "weekday", "month", "near-period"})
