"""Promises of dates: found where they stand, never more exact than words and anchor allow."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows
from extraction.dates.dates import Published, dates, resolve
from extraction.dates.find import find
from extraction.text.regions import regions

FRIDAY = dt.date(2020, 1, 17)
WEEK = (dt.date(2020, 1, 17), dt.date(2020, 1, 24))


def values(text: str, published: Published = FRIDAY) -> list[str | None]:
    """EDTF values of the dates of a text."""
    return [date.value for date in dates(text, regions(text), published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The order came on January 6, 2020, in court.", "2020-01-06"),
        ("The order came on Monday, Jan. 6, 2020, in court.", "2020-01-06"),
        ("The order came on the 6th of January 2020 in court.", "2020-01-06"),
        ("The order came on 1/6/2020 in court.", "2020-01-06"),
        ("The order came in January 2020 from a court.", "2020-01"),
        ("The order came late in 2019 from a court.", "2019"),
        ("The court opened in the summer of 2012 again.", "[2012-06-01..2012-09-30]"),
        ("The court was built in the 1930s by hand.", "[1930-01-01..1939-12-31]"),
        ("The law dates from 1850 at least.", "1850"),
        ("The polls ran June 3-5, 2019 in two towns.", "[2019-06-03..2019-06-05]"),
        ("It came on January 18, 2020In the city.", "2020-01-18"),
        ("They remember the Sept. 11 attacks in the town.", "2001-09-11"),
    ],
)
def test_a_date_that_names_its_year_needs_no_publication_date(words: str, value: str) -> None:
    assert values(words, None) == [value]


@pytest.mark.parametrize(
    "words",
    [
        "The clerk answered on Monday.",
        "The clerk answered last week.",
        "The clerk answered on Jan. 6.",
        "The clerk answered in November.",
        "The clerk answered two days ago.",
        "The clerk answered yesterday.",
    ],
)
def test_without_a_publication_date_nothing_is_resolved(words: str) -> None:
    assert values(words, None) == [None]


def test_a_day_without_a_year_keeps_what_it_does_say() -> None:
    [date] = dates("The clerk answered on Jan. 6.", [], None)

    assert date.attributes["partial"] == "XXXX-01-06"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The clerk answered on Monday.", "2020-01-13"),
        ("The clerk answered on Friday.", "2020-01-17"),
        ("The clerk answered on Saturday.", "2020-01-11"),
        ("The clerk answered yesterday.", "2020-01-16"),
        ("The clerk answered in November.", "2019-11"),
        ("The clerk answered on Dec. 30.", "2019-12-30"),
        ("The clerk answered last month.", "2019-12"),
        ("The clerk answered last year.", "2019"),
        ("The clerk answered two days ago.", "2020-01-15"),
        ("The clerk answered nearly two years ago.", "2018~"),
        ("The clerk answered last week.", "[2020-01-04..2020-01-16]"),
        ("The jail has grown over the past three years.", "[2016-07-01..2020-01-17]"),
        ("They will finish by the end of the year.", "2020-12-31"),
    ],
)
def test_words_are_counted_back_from_publication(words: str, value: str) -> None:
    assert values(words) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The council will meet on Thursday.", "2020-01-23"),
        ("On Thursday, the council will meet again.", "2020-01-23"),
        ("A hearing is scheduled for Thursday.", "2020-01-23"),
        ("The council meets again next Thursday.", "2020-01-23"),
        ("The council will meet on March 3.", "2020-03-03"),
        ("A vote is to be held on Nov. 20.", "2020-11-20"),
        ("She is going to Reno next month, Boise in March and Salem in April.", "2020-04"),
    ],
)
def test_explicit_words_put_a_date_ahead(words: str, value: str) -> None:
    assert values(words)[-1] == value


@pytest.mark.parametrize(
    "words",
    [
        "The council will not comply, a clerk said Thursday.",
        "A clerk said Thursday that the council will appeal.",
        "“We will appeal,” the clerk said on Thursday.",
        "The clerk, who was hired Thursday, will appeal.",
    ],
)
def test_a_future_verb_elsewhere_leaves_the_weekday_behind(words: str) -> None:
    assert values(words) == ["2020-01-16"]


def test_weak_words_leave_both_weekdays_open() -> None:
    assert values("The two are to meet on Monday.") == ["[2020-01-13,2020-01-20]"]


def test_last_friday_may_skip_one_of_this_week() -> None:
    assert values("It happened last Monday.") == ["[2020-01-06,2020-01-13]"]
    assert values("It happened last Saturday.") == ["[2020-01-04,2020-01-11]"]


def test_against_an_interval_every_candidate_day_is_kept() -> None:
    assert values("The clerk answered on Monday.", WEEK) == ["[2020-01-13,2020-01-20]"]
    assert values("The clerk answered on Friday.", WEEK) == ["[2020-01-17,2020-01-24]"]
    assert values("The clerk answered yesterday.", WEEK) == ["[2020-01-16..2020-01-23]"]
    assert values("The clerk answered in November.", WEEK) == ["2019-11"]


def test_an_interval_over_new_year_keeps_both_months() -> None:
    across = (dt.date(2019, 12, 30), dt.date(2020, 1, 2))

    assert values("The clerk answered last month.", across) == ["[2019-11-01..2019-12-31]"]


def test_a_printed_dateline_stands_in_for_the_publication_date() -> None:
    text = "Clerk Answers Subpoena in Full\nFriday, January 17, 2020\nThe clerk answered on Monday."
    stated, counted = dates(text, regions(text), None)

    assert (stated.value, counted.value) == ("2020-01-17", "2020-01-13")
    assert text[slice(*counted.parts["anchor"])] == "Friday, January 17, 2020"


@pytest.mark.parametrize(
    "line",
    ["by Nora Field of The Harbor Ledger | Jan. 17, 2020", "Published: January 17, 2020 4:15 PM"],
)
def test_a_day_in_a_byline_stands_in_for_the_publication_date(line: str) -> None:
    text = f"Clerk Answers Subpoena in Full\n\n{line}\n\nThe clerk answered on Monday."

    assert [c.value for c in dates(text, regions(text), None)] == ["2020-01-17", "2020-01-13"]


@pytest.mark.parametrize("printed", ["04-20-2020", "4/20/2020", "April 20, 2020", "2020-04-20"])
def test_a_day_in_figures_is_a_day(printed: str) -> None:
    assert values(f"The order was signed on {printed}.") == ["2020-04-20"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("It ended on Jan. 10.", "2020-01-10"),
        ("It ended in the week before the Feb. 3 vote.", "2020-02-03"),
        ("It ended on April 3.", "2019-04-03"),
        ("It is to run from Dec. 20 on.", "2019-12-20"),
        ("It is to run from July 20 on.", "2020-07-20"),
    ],
)
def test_a_day_without_its_year_is_the_nearer_one_as_the_verbs_say(words: str, value: str) -> None:
    assert values(words) == [value]


def test_a_day_told_from_another_is_counted_from_the_last_one_told() -> None:
    text = "The council met on Jan. 6. The day before, the clerk had answered."

    assert values(text) == ["2020-01-06", "2020-01-05"]
    assert values("The clerk had answered the day before.") == [None]


def test_a_printed_weekday_picks_the_year() -> None:
    assert values("It ended on Wednesday, Feb. 6.") == ["2019-02-06"]


@pytest.mark.parametrize(
    "words",
    [
        "USA Today printed the letter.",
        "More than 2000 people marched.",
        "They may march on the capital.",
        "The meeting is always on a Monday.",
        "It cost $2019 in all.",
        "Room 2019 is closed.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(words: str) -> None:
    assert list(find(words)) == []


def test_an_impossible_day_has_no_value() -> None:
    assert values("The form says February 31, 2019, by mistake.") == [None]


def test_dates_in_comments_are_not_read() -> None:
    comments = "2 thoughts on “Clerk”\n\nOn Monday I wept."
    text = f"Clerk Answers Subpoena in Full\n\nThe clerk spoke.\n\n{comments}"

    assert values(text) == []


def test_a_no_break_space_is_a_space() -> None:
    assert values("The order came on Jan.\u00a06,\u00a02020.", None) == ["2020-01-06"]


DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
WORDS = st.sampled_from(
    "on Monday last next Friday will said Jan. 6 February 29 2019 , . “ ” two 90 years weeks ago"
    " yesterday this weekend summer the end of year in May 12/31/20 31 9/11 decade past few".split(
        " "
    )
)


@given(
    st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=80),
    st.none() | DAYS | st.tuples(DAYS, DAYS),
)
def test_no_text_and_no_anchor_raises(text: str, published: Published) -> None:
    for date in dates(text, regions(text), published):
        assert 0 <= date.start < date.end <= len(text)
        assert date.value is None or date.value


@given(
    DAYS.filter(lambda day: 2 < day.year < 9998),
    st.integers(0, 30),
    st.sampled_from(["Monday", "Sunday", "yesterday", "last week", "Jan. 6"]),
)
def test_an_interval_is_never_narrower_than_one_of_its_days(
    day: dt.date, width: int, words: str
) -> None:
    text = f"The clerk answered {words}."
    [one] = dates(text, [], day)
    [many] = dates(text, [], (day, day + dt.timedelta(days=width)))

    assert many.attributes["earliest"] <= one.attributes["earliest"]
    assert one.attributes["latest"] <= many.attributes["latest"]


@given(DAYS.filter(lambda day: day.year > 2), st.sampled_from(["Monday", "Thursday", "Saturday"]))
def test_a_bare_weekday_is_never_after_publication(day: dt.date, weekday: str) -> None:
    [date] = dates(f"The clerk answered on {weekday}.", [], day)

    assert 0 <= (day - dt.date.fromisoformat(str(date.value))).days < 7


def test_words_explained_by_a_date_beside_them_take_its_value() -> None:
    text = "The hearing day, January 23, 2020, was cold."

    assert resolve(text, 0, len("The hearing day"), None).value == "2020-01-23"


@pytest.mark.parametrize(
    "unit", ["2019 ", "in May ", "January ", "Monday, ", "ten years ", "a", " "]
)
def test_work_grows_with_length_and_no_faster(unit: str) -> None:
    assert grows(lambda text: dates(text, [(0, len(text), "body")], FRIDAY), unit) < 1.6


def test_a_name_that_ends_like_a_verb_is_no_verb() -> None:
    assert values("On Monday, Ahmed and Jared are to meet.") == ["[2020-01-13,2020-01-20]"]
