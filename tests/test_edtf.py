"""Sets of days obey the laws of sets, and every set has one EDTF string."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_subpoenas.derivations import days, edtf
from ice_subpoenas.derivations.edtf import EVERY, FIRST, LAST, DaySet

RANGES = st.lists(
    st.tuples(st.integers(FIRST, FIRST + 400), st.integers(0, 40)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
    max_size=5,
)
SETS = RANGES.map(edtf.union)


def members(chosen: DaySet) -> set[int]:
    return set(edtf.days(chosen))


def within(inner: DaySet, outer: DaySet) -> bool:
    return members(inner) <= members(outer)


@pytest.mark.parametrize(
    ("written", "first", "last", "canonical"),
    [
        ("2020-01-13", "2020-01-13", "2020-01-13", "2020-01-13"),
        ("2020-02", "2020-02-01", "2020-02-29", "2020-02"),
        ("2019", "2019-01-01", "2019-12-31", "2019"),
        ("[2020-01-06,2020-01-13]", "2020-01-06", "2020-01-13", "[2020-01-06,2020-01-13]"),
        ("[2020-01-06..2020-01-13]", "2020-01-06", "2020-01-13", "[2020-01-06..2020-01-13]"),
        ("[2020-01-01..2020-01-31]", "2020-01-01", "2020-01-31", "2020-01"),
        ("[2020-01..2020-02]", "2020-01-01", "2020-02-29", "[2020-01-01..2020-02-29]"),
        ("[2020-01-06,2020-01-07]", "2020-01-06", "2020-01-07", "[2020-01-06..2020-01-07]"),
        ("[2020-01-18..]", "2020-01-18", None, "[2020-01-18..]"),
        ("[..2020-01-18]", None, "2020-01-18", "[..2020-01-18]"),
        ("2020-01-06/2020-01-13", "2020-01-06", "2020-01-13", "[2020-01-06..2020-01-13]"),
        ("[2020-01-06]", "2020-01-06", "2020-01-06", "2020-01-06"),
        (
            "[2020-01-01..2020-01-03,2020-01-09]",
            "2020-01-01",
            "2020-01-09",
            "[2020-01-01..2020-01-03,2020-01-09]",
        ),
    ],
)
def test_a_date_has_bounds_and_one_canonical_string(
    written: str, first: str | None, last: str | None, canonical: str
) -> None:
    chosen = edtf.parse(written)
    bounds = [day.isoformat() if day else None for day in edtf.bounds(chosen)]

    assert (bounds, edtf.edtf(chosen)) == ([first, last], canonical)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2020-13",
        "2020-02-30",
        "2020-1-6",
        "0000",
        "1999",
        "2031",
        "202",
        "20200113",
        "2020-01-13T10:00",
        "2020-01-XX",
        "[]",
        "[..]",
        "/",
        "2020-01-06/",
        "[2020-01-06",
        "[2020-01-13,2020-01-06]",
        "[2020-01-13..2020-01-06]",
        "2020-01-13/2020-01-06",
        "[2020-01-06;2020-01-13]",
        "[[2020-01-06]]",
        "2020-01-06..2020-01-13",
        " 2020-01-13",
        "2020-01-13\n",
        "٢٠٢٠",
    ],
)
def test_what_names_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.parse(written)


@given(st.text(alphabet="0123456789-[].,/X", max_size=24))
def test_any_string_is_a_date_or_refused(written: str) -> None:
    try:
        chosen = edtf.parse(written)
    except ValueError:
        return
    assert edtf.parse(edtf.edtf(chosen)) == chosen


@given(RANGES)
def test_a_union_holds_the_days_of_its_ranges(ranges: list[tuple[int, int]]) -> None:
    expected = {day for first, last in ranges for day in range(first, last + 1)}

    assert members(edtf.union(ranges)) == expected


@given(SETS, SETS)
def test_a_meet_holds_the_days_of_both(left: DaySet, right: DaySet) -> None:
    met = edtf.meet(left, right)

    assert members(met) == members(left) & members(right)
    assert met == edtf.meet(right, left)


@given(SETS)
def test_every_day_is_neutral_and_no_day_absorbs(chosen: DaySet) -> None:
    assert edtf.meet(chosen, EVERY) == chosen
    assert edtf.meet(chosen, chosen) == chosen
    assert edtf.meet(chosen, ()) == ()


@given(SETS)
def test_two_ranges_of_a_set_never_touch(chosen: DaySet) -> None:
    ends = [chosen[n + 1][0] - chosen[n][1] for n in range(len(chosen) - 1)]

    assert all(gap > 1 for gap in ends)


def test_days_beyond_the_horizon_are_cut() -> None:
    assert edtf.union([(FIRST - 10, LAST + 10)]) == EVERY
    assert edtf.union([(FIRST - 10, FIRST - 1)]) == ()


def test_no_days_and_every_day_have_no_bounds() -> None:
    assert edtf.bounds(()) == edtf.bounds(EVERY) == (None, None)
    assert edtf.bounds(((FIRST + 1, LAST - 1),)) == (date(2000, 1, 2), date(2030, 12, 30))


@pytest.mark.parametrize(
    ("within", "label"),
    [
        ("[2020-01-08..]", "any Monday of [2020-01-13..]"),
        ("[..2020-01-15]", "any Monday of [..2020-01-13]"),
        ("[2025-01-01..2025-12-31]", "any Monday of [2025-01-06..2025-12-29]"),
    ],
)
def test_days_that_recur_in_a_part_of_the_time_do_not_become_all(within: str, label: str) -> None:
    chosen = edtf.meet(edtf.every_weekday(0), edtf.parse(within))

    assert (edtf.label(chosen), edtf.read(label)) == (label, chosen)


EVER = st.one_of(
    st.integers(0, 6).map(edtf.every_weekday),
    st.tuples(st.integers(1, 12), st.integers(1, 28)).map(lambda pair: edtf.every_year(*pair)),
    st.integers(1, 12).map(lambda month: edtf.every_year(month, None)),
)


RECURRING = st.tuples(EVER, st.one_of(st.just(EVERY), SETS.filter(bool))).map(
    lambda pair: edtf.meet(*pair)
)


@given(st.one_of(SETS, RECURRING).filter(bool))
def test_a_set_is_read_back_from_its_label(chosen: DaySet) -> None:
    assert edtf.read(edtf.label(chosen)) == chosen


@pytest.mark.parametrize("label", ["XXXX-13-01", "XXXX-02-30", "any Day", "any monday", "XXXX"])
def test_days_that_recur_never_are_refused(label: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        edtf.read(label)


@given(st.lists(SETS, max_size=4))
def test_what_all_words_allow_together_each_of_them_allows(given_sets: list[DaySet]) -> None:
    allowed = edtf.together(given_sets)

    assert all(within(allowed, each) for each in given_sets)
    assert allowed == edtf.together(reversed(given_sets))


ORDINALS = st.integers(FIRST, FIRST + 500).map(date.fromordinal)


@given(SETS.filter(bool), st.none() | ORDINALS, st.none() | ORDINALS)
def test_bounds_take_days_away_and_never_all_of_them(
    chosen: DaySet, low: date | None, high: date | None
) -> None:
    left = edtf.cut(chosen, low, high)

    assert left
    assert within(left, chosen)
    assert left == edtf.cut(left, low, high)


# --- the day that is published ----------------------------------------------------------------

LABELS = st.lists(SETS.filter(bool).map(edtf.label), min_size=1, max_size=4)


@given(LABELS)
def test_the_published_day_lies_within_all_that_its_words_allow(labels: list[str]) -> None:
    found = days.published(labels, None, None, None)
    allowed = edtf.together(map(edtf.read, labels))

    assert (found.value is None) == (not allowed)
    if found.value is not None:
        assert edtf.read(found.value) == allowed
        assert "contests" not in found.stances
    else:
        assert set(found.stances) == {"contests"}


@given(LABELS, st.randoms(use_true_random=False))
def test_the_order_of_the_words_does_not_matter(labels: list[str], chance: Random) -> None:
    mixed = list(labels)
    chance.shuffle(mixed)
    one, other = days.published(labels, None, None, None), days.published(mixed, None, None, None)

    assert one.value == other.value
    assert dict(zip(labels, one.stances, strict=True)) == dict(
        zip(mixed, other.stances, strict=True)
    )


@given(LABELS, st.integers(0, 3))
def test_a_recorded_choice_is_published_and_what_does_not_meet_it_contests(
    labels: list[str], at: int
) -> None:
    chosen = labels[at % len(labels)]
    found = days.published(labels, chosen, None, None)
    side = edtf.read(chosen)

    if found.value is not None:
        assert within(edtf.read(found.value), side)
        for label, stance in zip(labels, found.stances, strict=True):
            if not edtf.meet(edtf.read(label), side):
                assert stance == "contests"


def test_no_words_give_no_day() -> None:
    assert days.published([], None, None, None) == days.Published(None, ())
