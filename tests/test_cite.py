"""Words are found where they stand, and what is printed to paste is what the check accepts."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

import world
from calling import Called, call
from check import stages
from contribute import cite


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return world.write(tmp_path)


def cited(root: Path, *words: str) -> Called:
    return call(root, "cite", *words)


def block(called: Called, table: str = "TABLE") -> dict[str, object]:
    """The block to paste."""
    text = called.out[called.out.index("[[") :]
    (row,) = tomli.loads(text)[table]["said"]
    return dict(row)


def test_words_are_found_and_their_values_given(root: Path) -> None:
    called = cited(root, "s000", "ten")

    assert called.code == 0
    assert "s000: the words occur once." in called.out
    assert "in the body: may support every claim" in called.out
    assert "  number_word: 10\n" in called.out
    assert block(called) == {
        "source": "s000",
        "words": "The office was given ten days to answer.",
        "cells": {"COLUMN": "ten"},
    }


def test_a_phrase_gives_its_code_in_each_list(root: Path) -> None:
    called = cited(root, "s000", "HIA", "--table", "acts", "--column", "issuing_agency_id")

    assert "  vocabulary (agencies): harbor-agency\n" in called.out
    assert "may support acts.issuing_agency_id" in called.out
    assert block(called, "acts")["cells"] == {"issuing_agency_id": "HIA"}


def test_a_date_counts_from_its_anchor(root: Path) -> None:
    where = ("--table", "acts", "--column", "issued")
    called = cited(root, "s000", "on Monday", *where, "--anchor", "sources/s000/published")
    cell = {"words": "on Monday", "anchor": "sources/s000/published"}

    assert "  date (from sources/s000/published): 2020-03-02\n" in called.out
    assert block(called, "acts")["cells"] == {"issued": cell}


def test_a_recurring_day_without_an_anchor_says_that_it_wants_one(root: Path) -> None:
    assert "give an --anchor" in cited(root, "s000", "on Monday").out


def test_words_that_occur_twice_get_what_makes_them_unique(root: Path) -> None:
    called = cited(root, "s000", "Tamarack")

    assert called.code == 0
    assert "s000: the words occur twice." in called.out
    assert called.out.count("[[TABLE.said]]") == 2


def test_words_across_sentences_that_occur_twice_get_a_longer_passage(root: Path) -> None:
    path = root / "seeds" / "000_tamarack.txt"
    text = path.read_text("utf-8").replace(
        "By Ida", "All well. All fine.\nAll well. All good.\nBy Ida"
    )
    path.write_text(text, "utf-8")
    world.seal(root)
    called = cited(root, "s000", "All well. All")

    assert [b["within"] for b in tomli.loads(_blocks(called))["TABLE"]["said"]] == [
        "All well. All fine.",
        "All well. All good.",
    ]


def _blocks(called: Called) -> str:
    lines = called.out.splitlines()
    keys = ("[[", "source =", "words =", "within =", "cells =")
    return "\n".join(line for line in lines if line.startswith(keys))


def test_comments_of_readers_are_no_evidence(root: Path) -> None:
    called = cited(root, "s000", "Great story")

    assert called.code == 1
    assert "in the comments: no evidence" in called.out
    assert "[[" not in called.out


def test_a_byline_supports_sources_only(root: Path) -> None:
    called = cited(root, "s000", "Ida Quill", "--table", "quotes", "--column", "cue")

    assert called.code == 1
    assert "in the byline: may not support quotes.cue" in called.out


def test_words_that_are_not_there_are_answered_with_the_nearest(root: Path) -> None:
    called = cited(root, "s000", "The office was granted ten days to reply")

    assert called.code == 1
    assert "The office was given ten days to\n" in called.out
    assert "- the text says “given”, not “granted”" in called.out


def test_words_of_another_text_are_found_there(root: Path) -> None:
    assert "They stand in s001." in cited(root, "s000", "benches").out


def test_what_is_printed_is_accepted_by_the_check(root: Path) -> None:
    where = ("--table", "acts", "--column", "n_subpoenas")
    called = cited(root, "s000", "two", *where)
    path = root / "datasets/reviewed/acts/tamarack-1.toml"
    text = path.read_text("utf-8").replace('n_subpoenas = "two"\n', "")
    pasted = called.out[called.out.index("[[") :]
    path.write_text(text.replace("[[subpoenas]]", f"{pasted}\n[[subpoenas]]", 1), "utf-8")

    assert stages.run(root).problems == []


REFUSED = [
    (("s009", "x"), "no held text is called 's009'"),
    (("s000", " "), "give between 1 and"),
    (("s000", "x" * 9000), "give between 1 and"),
    (("s000", "x", "--column", "age"), "--column needs --table"),
    (("s000", "x", "--table", "subpoena"), "did you mean subpoenas?"),
    (("s000", "x", "--table", "quotes", "--column", "text"), "no claim of quotes"),
    (("s000", "ten", "--anchor", "x/y/z"), "names no row"),
    (("s000", "ten", "--anchor", "sources/s001/published"), "has no value"),
]


@pytest.mark.parametrize(("words", "message"), REFUSED)
def test_a_call_that_cannot_be_answered_says_why(
    root: Path, words: tuple[str, ...], message: str
) -> None:
    called = cited(root, *words)

    assert (called.code, called.out) == (2, "")
    assert message in called.err


@given(st.text(max_size=300), st.text(min_size=1, max_size=60))
def test_nearest_passages_lie_in_the_text(text: str, words: str) -> None:
    for alike, (start, end) in cite.nearest(text, words):
        assert 0 <= alike <= 1
        assert 0 <= start < end <= len(text)
