"""A value follows from its words by a named function, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.derive import (
    DERIVATIONS,
    Given,
    count,
    day,
    literal,
    number_word,
    vocabulary,
)
from ice_subpoenas.relations.given import Input, value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Acting Mayor", "Acting Mayor"),
        ("Acting\u00a0Mayor", "Acting Mayor"),
        ("Acting\n  Mayor ", "Acting Mayor"),
        ("town’s “old” wall", "town’s “old” wall"),
        (" \n", None),
    ],
)
def test_literal_is_the_words_with_single_spaces(words: str, value: str | None) -> None:
    assert literal(words, Given()) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Norland", "NOR"),
        ("NORLAND", "NOR"),
        ("of\u00a0Norland", "NOR"),
        ("Norland's", "NOR"),
        ("Norland’s", "NOR"),
        ("Norlander", None),
        ("from Norland", None),
        ("", None),
    ],
)
def test_vocabulary_knows_listed_phrases_whole(words: str, value: str | None) -> None:
    phrases = {"norland": "NOR", "of norland": "NOR", "norland's": "NOR"}

    assert vocabulary(words, Given(phrases)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("four", "4"),
        ("Four papers", "4"),
        ("0", "0"),
        ("zero", "0"),
        ("14 days", "14"),
        ("7,500", "7500"),
        ("1,234,567", "1234567"),
        ("38-year-old", "38"),
        ("twelve", "12"),
        ("nineteen", "19"),
        ("twenty", "20"),
        ("twenty-one", "21"),
        ("ninety-nine", "99"),
        ("two hundred", "200"),
        ("forty-two thousand", "42000"),
        ("3 thousand", "3000"),
        ("once", "1"),
        ("twice", "2"),
        ("a", "1"),
        ("another", "1"),
        ("another sailor", "1"),
        ("a single customer", "1"),
        ("31 current and former clients", "31"),
        ("the other", "1"),
        ("the other office", "1"),
        ("three of the papers", "3"),
        ("", None),
        ("several", None),
        ("papers", None),
        ("hundred", None),
        ("someone", None),
        ("an I-9 notice", None),
        ("form G28", None),
        ("a 2nd letter", None),
        ("two I-9 notices", "2"),
        ("four of six", None),
        ("4 of 6", None),
        ("four or five", None),
        ("14.5", None),
        ("2020-01-13", None),
        ("1,23", None),
        ("two hundred and five", "205"),
        ("a hundred and twenty-one papers", "121"),
        ("one thousand and two hundred", "1200"),
        ("one thousand and two hundred and six", "1206"),
        ("two hundred papers and five letters", None),
        ("two hundred, and five more", None),
        ("two hundred and 5", None),
        ("two hundred and five thousand", None),
        ("five thousand and six thousand", None),
        ("between two hundred and three hundred", None),
        ("between five hundred and six", None),
        ("hundred and six", None),
        ("several hundred and six", None),
        ("six of several hundred", None),
        ("its own administrative subpoena", "1"),
        ("her own summons", "1"),
        ("a second subpoena", "1"),
        ("a further administrative subpoena", "1"),
        ("its own subpoenas", None),
        ("its own three subpoenas", "3"),
        ("its subpoena", None),
        ("another dozen subpoenas", "12"),
        ("the other dozen subpoenas", None),
        ("a dozen subpoenas", "12"),
        ("two dozen subpoenas", "24"),
        ("a half-dozen subpoenas", "6"),
        ("half a dozen subpoenas", "6"),
        ("several dozen subpoenas", None),
        ("a hundred subpoenas", "100"),
        ("four of a hundred", None),
        ("9" * 5000, None),
    ],
)
def test_number_word_gives_the_one_number(words: str, value: str | None) -> None:
    assert number_word(words, Given()) == value


@pytest.mark.parametrize("words", ["all", "both", "All"])
def test_all_is_the_total_of_the_anchor(words: str) -> None:
    assert number_word(words, Given(anchor="4")) == "4"
    assert number_word(words, Given()) is None
    assert number_word(words, Given(anchor=edtf.EVERY)) is None


@given(st.integers(0, 10**9))
def test_digits_give_their_number_with_or_without_commas(number: int) -> None:
    assert number_word(f"{number} papers", Given()) == str(number)
    assert number_word(f"{number:,} papers", Given()) == str(number)


@given(st.integers(0, 999), st.integers(0, 999))
def test_two_numbers_give_none(left: int, right: int) -> None:
    assert number_word(f"{left} of the {right}", Given()) is None


@pytest.mark.parametrize(
    ("words", "members", "value"),
    [
        ("lamps, benches and a vane", ("lamps", "benches", "a vane"), "3"),
        ("three sailors and one cook", ("three sailors", "one cook"), "4"),
        ("twenty-one sailors", ("twenty-one sailors",), "21"),
        ("1,200 lamps and a vane", ("1,200 lamps", "a vane"), "1201"),
        ("a 38-year-old sailor and a cook", ("38-year-old sailor", "a cook"), "2"),
        ("lamps and lamps", ("lamps",), None),
        ("lamps", ("lamps", "benches"), None),
        ("three old sailors", ("three old sailors", "old sailors"), None),
        ("lamps", ("lamps", "lamps"), None),
        ("lamps", (), None),
        ("lamps", ("",), None),
        ("lamps", (" ",), None),
    ],
)
def test_count_adds_up_members_that_stand_apart(
    words: str, members: tuple[str, ...], value: str | None
) -> None:
    assert count(words, Given(members=members)) == value


@pytest.mark.parametrize(
    ("words", "anchor", "bound", "value"),
    [
        ("on Monday", "2020-01-15", None, "2020-01-13"),
        ("on Monday", "2020-01", None, "[2019-12-30,2020-01-06,2020-01-13,2020-01-20,2020-01-27]"),
        ("on Monday", "2020-01-15", "not_before", "[2020-01-13..]"),
        ("on Monday", "2020-01-15", "not_after", "[..2020-01-13]"),
        ("last week", "2020-01-15", "not_before", "[2020-01-02..]"),
        ("last week", "2020-01-15", "not_after", "[..2020-01-14]"),
        ("2019", None, None, "2019"),
        ("soon", "2020-01-15", None, None),
        ("soon", "2020-01-15", "not_before", None),
    ],
)
def test_a_date_is_as_wide_as_its_words(
    words: str, anchor: str | None, bound: str | None, value: str | None
) -> None:
    found = day(words, Given(anchor=edtf.parse(anchor) if anchor else None, bound=bound))

    assert (edtf.edtf(found) if found else None) == value


@pytest.mark.parametrize("members", ["[5]", '[" "]', '"two"', '{"two": 2}', '["two"'])
def test_members_of_a_table_that_are_no_list_of_words_are_a_fault(members: str) -> None:
    found = value(Input("count", "two", None, None, False, None, None, members, None, None))

    assert found.value is None
    assert "the arguments do not fit" in (found.fault or "")


MEMBERS = st.lists(st.text(max_size=5).filter(str.strip))


@given(st.sampled_from(sorted(DERIVATIONS)), st.text(max_size=40), MEMBERS)
def test_any_words_give_a_value_or_nothing(name: str, words: str, members: list[str]) -> None:
    value = DERIVATIONS[name](words, Given(members=tuple(members)))

    assert value is None or (isinstance(value, tuple if name == "date" else str) and value)
