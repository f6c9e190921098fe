"""A date phrase allows exactly the days of its window, counted from the anchor."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_subpoenas.derivations import date_phrases, edtf

WEDNESDAY = "2020-01-15"
DAYS = st.integers(date(2005, 1, 1).toordinal(), date(2025, 12, 31).toordinal())
PHRASES = [
    *(f"on {day}" for day in date_phrases.WEEKDAYS),
    *(f"last {day}" for day in date_phrases.WEEKDAYS),
    *(f"in {month}" for month in date_phrases.MONTHS if month),
    "Jan. 18",
    "29 February",
    "today",
    "yesterday",
    "last week",
    "earlier this week",
    "earlier this month",
    "earlier this year",
    "last month",
    "last year",
    "three days ago",
    "a week ago",
    "two months ago",
    "a year ago",
    "last night",
    "last June",
    "last summer",
    "last weekend",
    "the past two weeks",
    "Jan. 3-5",
]
EXAMPLES = {
    "year": ("2019", "the year 2019 A.D."),
    "numeric": ("1/13/2020", "1/13"),
    "month-year": ("January of 2020", "January or 2020"),
    "full-day": ("March 3-5, 2020", "March 3 to 5, 2020"),
    "month-day": ("March 3", "March the first"),
    "month": ("May", "may be"),
    "mid-month": ("mid-May", "mid-morning"),
    "season-year": ("the summer of 2012", "the summer of love"),
    "yearly": ("last fall", "a last fall"),
    "weekday": ("Monday night", "Monday nights"),
    "weekday-of-week": ("Monday of last week", "Monday of the last week"),
    "month-of-year": ("April of last year", "April of that year"),
    "week-of-month": ("the last week of May", "the last weeks of May"),
    "far-weekday": ("next Monday", "the following Monday"),
    "near-day": ("this morning", "that morning"),
    "near-period": ("later this year", "later that year"),
    "weekend": ("last weekend", "the weekend before"),
    "ago": ("two decades ago", "some decades ago"),
    "past-time": ("the past two years", "the last day"),
    "edge": ("the end of the year", "the end of the trial"),
    "decade": ("the 1990s", "the 1995s"),
    "two-digit-year": ("'09", "09"),
    "named-day": ("9/11", "9/12"),
    "later": ("the day before", "the days before"),
}
"""Of each kind of phrase one, and words that are like it and no date phrase."""


def days(phrase: str, anchor: str | None, direction: str = "on_or_before") -> str | None:
    found = date_phrases.resolve(phrase, edtf.parse(anchor) if anchor else None, direction)
    return edtf.edtf(found) if found else None


@pytest.mark.parametrize(
    ("phrase", "window"),
    [
        ("On Monday", "2020-01-13"),
        ("Monday", "2020-01-13"),
        ("monday,", "2020-01-13"),
        ("on\u00a0Monday", "2020-01-13"),
        ("Wednesday", "2020-01-15"),
        ("Thursday", "2020-01-09"),
        ("last Monday", "[2020-01-06,2020-01-13]"),
        ("last Wednesday", "[2020-01-01,2020-01-08]"),
        ("today", "2020-01-15"),
        ("yesterday", "2020-01-14"),
        ("tomorrow", "2020-01-16"),
        ("a day later", "2020-01-16"),
        ("on the same day", "2020-01-15"),
        ("the same date", "2020-01-15"),
        ("The following day", "2020-01-16"),
        ("10 days after", "2020-01-25"),
        ("a week later", "[2020-01-18..2020-01-26]"),
        ("Jan. 15", "2020-01-15"),
        ("January 15th", "2020-01-15"),
        ("on the 12th of January", "2020-01-12"),
        ("the 3rd of May, 2019", "2019-05-03"),
        ("15 January", "2020-01-15"),
        ("Jan. 18", "2019-01-18"),
        ("from Jan. 18", "2019-01-18"),
        ("Sept. 3", "2019-09-03"),
        ("Feb. 29", "2016-02-29"),
        ("in November", "2019-11"),
        ("in January", "[2020-01-01..2020-01-15]"),
        ("in May", "2019-05"),
        ("in mid-December", "[2019-12-06..2019-12-25]"),
        ("mid-January", "[2020-01-06..2020-01-15]"),
        ("mid-May 2021", "[2021-05-06..2021-05-25]"),
        ("late May", "2019-05"),
        ("last week", "[2020-01-02..2020-01-14]"),
        ("Tuesday of last week", "2020-01-07"),
        ("Sunday of last week", "[2020-01-05,2020-01-12]"),
        ("the Friday before last", "2020-01-03"),
        ("April of last year", "2019-04"),
        ("the last week of February", "[2019-02-22..2019-02-28]"),
        ("Just last week", "[2020-01-02..2020-01-14]"),
        ("this week", "[2020-01-09..2020-01-21]"),
        ("earlier this week", "[2020-01-09..2020-01-15]"),
        ("Earlier this month", "[2020-01-01..2020-01-15]"),
        ("this month", "2020-01"),
        ("last month", "2019-12"),
        ("this year", "2020"),
        ("earlier this year", "[2020-01-01..2020-01-15]"),
        ("last year", "2019"),
        ("a day ago", "2020-01-14"),
        ("three days ago", "2020-01-12"),
        ("14 days ago", "2020-01-01"),
        ("a week ago", "[2020-01-04..2020-01-12]"),
        ("two weeks ago", "[2019-12-28..2020-01-05]"),
        ("a month ago", "[2019-11-26..2020-01-05]"),
        ("a year ago", "[2018-06-29..2019-08-03]"),
        ("Jan. 18, 2020", "2020-01-18"),
        ("18 January 2020", "2020-01-18"),
        ("January 2020", "2020-01"),
        ("late in 2019", "2019"),
        ("2019", "2019"),
        ("Dec. 6-9", "[2019-12-06..2019-12-09]"),
        ("June 3–5, 2019", "[2019-06-03..2019-06-05]"),
        ("tonight", "2020-01-15"),
        ("this morning", "2020-01-15"),
        ("last night", "2020-01-14"),
        ("Monday night", "2020-01-13"),
        ("next week", "[2020-01-16..2020-01-28]"),
        ("next month", "2020-02"),
        ("early next year", "2021"),
        ("later this month", "[2020-01-15..2020-01-31]"),
        ("this past week", "[2020-01-02..2020-01-15]"),
        ("this coming week", "[2020-01-15..2020-01-28]"),
        ("next Friday", "[2020-01-17,2020-01-24]"),
        ("next Tuesday", "2020-01-21"),
        ("this past Friday", "2020-01-10"),
        ("this coming Friday", "2020-01-17"),
        ("last weekend", "[2020-01-11..2020-01-12]"),
        ("this coming weekend", "[2020-01-18..2020-01-19]"),
        ("next weekend", "[2020-01-18..2020-01-19,2020-01-25..2020-01-26]"),
        ("last June", "2019-06"),
        ("this June", "2020-06"),
        ("next June", "[2020-06-01..2020-06-30,2021-06-01..2021-06-30]"),
        ("last summer", "[2019-06-01..2019-09-30]"),
        ("this winter", "[2019-12-01..2020-03-31]"),
        ("the summer of 2012", "[2012-06-01..2012-09-30]"),
        ("winter 2012", "[2011-12-01..2012-03-31,2012-12-01..2013-03-31]"),
        ("the end of May 2019", "2019-05"),
        ("the end of the month", "2020-01-31"),
        ("the beginning of last year", "2019"),
        ("year-end", "2020-12-31"),
        ("the early 2010s", "[2010-01-01..2019-12-31]"),
        ("the twenties", "[2020-01-01..2029-12-31]"),
        ("’18", "2018"),
        ("9/11", "2001-09-11"),
        ("seventeen years ago", "[2002-07-03..2003-08-07]"),
        ("a decade ago", "[2004-07-24..2015-07-07]"),
        ("the past two weeks", "[2019-12-28..2020-01-15]"),
        ("the year before", "2019"),
    ],
)
def test_a_phrase_allows_the_days_of_its_window(phrase: str, window: str) -> None:
    assert days(phrase, WEDNESDAY) == window


@pytest.mark.parametrize(
    ("phrase", "window"),
    [
        ("Wednesday", "2020-01-15"),
        ("Thursday", "2020-01-16"),
        ("Tuesday", "2020-01-21"),
        ("Jan. 18", "2020-01-18"),
        ("Jan. 14", "2021-01-14"),
        ("in January", "2020-01"),
        ("in November", "2020-11"),
        ("mid-January", "[2020-01-06..2020-01-25]"),
    ],
)
def test_a_phrase_may_look_ahead_where_the_direction_says_so(phrase: str, window: str) -> None:
    assert days(phrase, WEDNESDAY, "on_or_after") == window


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "soon",
        "marked",
        "maybe",
        "decided",
        "a few weeks ago",
        "Mondays",
        "Feb. 30",
        "Jan. 45",
        "45 January",
        "Feb. 30, 2020",
        "January 1850",
        "999 years ago",
        "Monday or Tuesday",
        "Monday the 13th",
    ],
)
def test_a_phrase_without_a_window_allows_nothing(phrase: str) -> None:
    assert days(phrase, WEDNESDAY) is None


def test_every_kind_of_phrase_has_an_example() -> None:
    assert {window.rule for window in date_phrases.WINDOWS} == set(EXAMPLES)


@pytest.mark.parametrize(("rule", "phrase", "other"), [(r, *both) for r, both in EXAMPLES.items()])
def test_a_kind_of_phrase_is_told_from_words_that_are_like_it(
    rule: str, phrase: str, other: str
) -> None:
    assert date_phrases.rule(phrase) == rule
    assert date_phrases.rule(other) is None


def test_other_times_are_read_where_they_are_asked_for() -> None:
    ever = (1, date.max.toordinal())

    assert days("1850", None) is None
    assert edtf.edtf(date_phrases.resolve("1850", None, horizon=ever) or ()) == "1850"
    found = date_phrases.resolve("the 2000s", None, horizon=ever) or ()
    assert edtf.edtf(found, ever) == "[2000-01-01..2009-12-31]"


@pytest.mark.parametrize(
    ("phrase", "first", "number"),
    [("Thursday", "2000-01-06", 1617), ("Jan. 18", "2000-01-18", 31), ("in May", "2000-05-01", 31)],
)
def test_without_an_anchor_a_phrase_recurs(phrase: str, first: str, number: int) -> None:
    found = date_phrases.resolve(phrase, None)

    assert found is not None
    assert (date.fromordinal(found[0][0]).isoformat(), len(found)) == (first, number)


@pytest.mark.parametrize(
    "phrase",
    [
        "last week",
        "yesterday",
        "last year",
        "three days ago",
        "last fall",
        "Jan. 3-5",
        "the fifties",
    ],
)
def test_a_phrase_that_counts_needs_an_anchor(phrase: str) -> None:
    assert days(phrase, None) is None


@pytest.mark.parametrize(
    ("address", "window"),
    [
        ("/2020/01/13/", "2020-01-13"),
        ("2020/1/13", "2020-01-13"),
        ("2020_01_13", "2020-01-13"),
        ("20200113", "2020-01-13"),
        ("2020/01", "2020-01"),
        ("01-13-2020", "2020-01-13"),
        ("1/13/2020", "2020-01-13"),
        ("Mon., Jan. 13, 2020", "2020-01-13"),
        ("2020/13/01", None),
        ("20201301", None),
        ("13/45/2020", None),
        ("/2020/01/13/story", None),
    ],
)
def test_a_date_is_read_in_an_address_and_a_weekday_before_a_day_changes_nothing(
    address: str, window: str | None
) -> None:
    assert days(address, None) == window


def test_an_interval_as_anchor_gives_every_day_that_one_of_its_days_gives() -> None:
    assert days("Monday", "[2020-01-08..2020-01-15]") == "[2020-01-06,2020-01-13]"
    assert days("yesterday", "2020-01") == "[2019-12-31..2020-01-30]"
    assert days("last month", "[2019-12-31,2020-01-01]") == "[2019-11-01..2019-12-31]"


def test_a_day_to_come_counts_from_the_first_day_of_a_short_interval() -> None:
    assert days("Oct. 18", "[2019-10-11..2019-10-20]", "on_or_after") == "2019-10-18"
    assert days("Oct. 18", "2019", "on_or_after") == "[2019-10-18,2020-10-18]"


@given(st.sampled_from(PHRASES), st.lists(DAYS, min_size=1, max_size=4))
def test_a_wider_anchor_never_gives_fewer_days(phrase: str, anchor: list[int]) -> None:
    found = date_phrases.resolve(phrase, edtf.union((day, day) for day in anchor))
    each = [date_phrases.resolve(phrase, ((day, day),)) or () for day in anchor]

    assert found == edtf.union(span for days in each for span in days)


@given(st.sampled_from(PHRASES), DAYS)
def test_no_phrase_of_the_past_reaches_into_the_future(phrase: str, day: int) -> None:
    found = date_phrases.resolve(phrase, ((day, day),))

    assert found
    assert found[-1][1] <= day


@given(st.sampled_from(date_phrases.WEEKDAYS), DAYS)
def test_a_weekday_is_that_weekday_within_seven_days(weekday: str, day: int) -> None:
    for direction, low, high in (("on_or_before", day - 6, day), ("on_or_after", day, day + 6)):
        found = date_phrases.resolve(weekday, ((day, day),), direction)

        assert found is not None
        ((chosen, last),) = found
        assert chosen == last
        assert low <= chosen <= high
        assert date.fromordinal(chosen).weekday() == date_phrases.WEEKDAYS.index(weekday)


@given(DAYS)
def test_last_week_holds_the_week_before_whatever_day_it_begins_on(day: int) -> None:
    found = date_phrases.resolve("last week", ((day, day),)) or ()
    weekday = date.fromordinal(day).weekday()

    for first in (day - weekday - 7, day - (weekday + 1) % 7 - 7):  # on a Monday, or a Sunday
        week = ((first, first + 6),)
        assert edtf.meet(week, found) == week


@given(st.text(max_size=30), DAYS)
def test_any_phrase_gives_days_or_nothing(phrase: str, day: int) -> None:
    found = date_phrases.resolve(phrase, ((day, day),))

    assert found is None or edtf.meet(found, edtf.EVERY) == found


def test_a_last_day_that_is_told_in_the_past_may_be_over() -> None:
    assert days("Friday", WEDNESDAY, "on_either_side") == "[2020-01-10,2020-01-17]"
    assert days("Jan. 14", WEDNESDAY, "on_either_side") == "2020-01-14"
