"""Words are found where they stand, and what is printed to paste is what the check accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

import world
from calling import Called, call
from check import stages
from contribute.near import nearest
from reviewed import form


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


def cited(root: Path, *words: str) -> Called:
    return call(root, "cite", *words)


def passage(called: Called) -> dict[str, object]:
    """The one passage to paste."""
    (found,) = passages(called)
    return found


def passages(called: Called) -> list[dict[str, object]]:
    """Every passage to paste."""
    lines = [line for line in called.out.splitlines() if line.startswith("said = ")]
    return [tomli.loads(line)["said"] for line in lines]


def test_words_are_found_and_their_values_given(root: Path) -> None:
    called = cited(root, "s000", "ten")

    assert called.code == 0
    assert "s000: the words occur once." in called.out
    assert "in the body\n" in called.out
    assert "  number_word: 10\n" in called.out
    assert passage(called) == {
        "source": "s000",
        "words": "ten",
        "cells": {"COLUMN": "ten"},
    }


def test_a_phrase_gives_its_code_in_each_list(root: Path) -> None:
    called = cited(root, "s000", "HIA", "--column", "acts.issuing_agency_id")

    assert "  vocabulary (agencies): harbor-agency\n" in called.out
    assert passage(called)["cells"] == {"issuing_agency_id": "HIA"}


def test_a_date_counts_from_the_day_that_is_given(root: Path) -> None:
    where = ("--column", "acts.issued")
    called = cited(root, "s000", "on Monday", *where, "--anchor", "2020-03-04")

    assert "  date: 2020-03-02\n" in called.out
    assert passage(called)["cells"] == {"issued": "on Monday"}


def test_a_last_day_to_respond_counts_forward(root: Path) -> None:
    where = ("--column", "acts.respond_by")

    called = cited(root, "s000", "on Monday", *where, "--anchor", "2020-03-04")

    assert "  date: 2020-03-09\n" in called.out


def test_a_recurring_day_without_an_anchor_says_that_it_wants_one(root: Path) -> None:
    assert "give --anchor" in cited(root, "s000", "on Monday").out


def test_words_that_give_no_value_want_a_reason(root: Path) -> None:
    called = cited(root, "s000", "fish market", "--column", "acts.n_subpoenas")
    cell = {"words": "fish market", "by": "inference", "value": "", "reason": ""}

    assert passage(called)["cells"] == {"n_subpoenas": cell}


def test_words_that_occur_twice_get_what_makes_them_unique(root: Path) -> None:
    called = cited(root, "s000", "Tamarack")
    around = [str(each["within"]) for each in passages(called)]

    assert called.code == 0
    assert "s000: the words occur twice." in called.out
    assert [world.FIRST.count(words) for words in around] == [1, 1]
    assert all("Tamarack" in words for words in around)


def test_comments_of_readers_are_no_evidence(root: Path) -> None:
    called = cited(root, "s000", "Great story")

    assert called.code == 1
    assert "in the comments\n" in called.out
    assert "not evidence" in called.out
    assert passages(called) == []


def test_words_that_are_not_there_are_answered_with_the_nearest(root: Path) -> None:
    called = cited(root, "s000", "The office was granted ten days to reply")

    assert called.code == 1
    assert "The office was given ten days to\n" in called.out
    assert "- the text says “given”, not “granted”" in called.out


def test_words_that_are_like_none_of_the_text_get_no_passage(root: Path) -> None:
    called = cited(root, "s000", "zebra crossing")

    assert called.code == 1
    assert "No passage is like them" in called.out
    assert "alike" not in called.out


def test_words_of_another_text_are_found_there(root: Path) -> None:
    assert "They stand in s001." in cited(root, "s000", "benches").out


def test_what_is_printed_is_accepted_by_the_check(root: Path) -> None:
    called = cited(root, "s000", "two", "--column", "acts.n_subpoenas")
    path = root / "datasets/reviewed/acts/tamarack-1.toml"
    text = path.read_text("utf-8").replace('n_subpoenas = "two"\n', "")
    pasted = form.block("acts.said", passage(called))
    path.write_text(text.replace("[[subpoenas]]", f"{pasted}\n[[subpoenas]]", 1), "utf-8")

    assert stages.run(root).problems == ()


REFUSED = [
    (("s009", "x"), "no held text is called 's009'"),
    (("s000", " "), "give between 1 and"),
    (("s000", "x" * 9000), "give between 1 and"),
    (("s000", "ten", "--column", "age"), "no table is called 'age'"),
    (("s000", "ten", "--column", "subpoena.age"), "did you mean 'subpoenas'?"),
    (("s000", "ten", "--column", "quotes.text"), "no claim of quotes"),
    (("s000", "ten", "--anchor", "soon"), "--anchor takes a day"),
    (("s000", "no words of the text", "--anchor", "2020-13-40"), "--anchor takes a day"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_a_call_that_cannot_be_answered_says_why(
    root: Path, words: tuple[str, ...], message: str
) -> None:
    called = cited(root, *words)

    assert (called.code, called.out) == (2, "")
    assert message in called.err


@pytest.mark.slow
@settings(max_examples=20)
@given(st.text(max_size=300), st.text(min_size=1, max_size=60))
def test_nearest_passages_lie_in_the_text(text: str, words: str) -> None:
    for alike, (start, end) in nearest(text, words):
        assert 0 <= alike <= 1
        assert 0 <= start < end <= len(text)
