"""Passages that texts share are found, and words altered inside quotation marks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewed.files import Text
from texts.compare import Witnesses, altered, overlaps, variants
from texts.held import Page, Stretch

SHARED = "the fish market opened late on three mornings because of the heavy autumn rain"


def page(source: str, text: str) -> Page:
    held = Text(source, f"seeds/{source}.txt", text, "0" * 64)
    return Page(held, (Stretch(0, len(text), "body", None, "All of it."),))


def shared(left: str, right: str) -> list[tuple[str, str]]:
    """The passages that two texts share, as each prints them."""
    rows = overlaps({"s000": page("s000", left), "s001": page("s001", right)})
    return [
        (
            left[row["char_start"] : row["char_end"]],
            right[row["other_char_start"] : row["other_char_end"]],
        )
        for row in rows
    ]


def quote(quote_id: str, text: str, **more: Any) -> dict[str, Any]:
    return {"quote_id": quote_id, "text": text, "utterance_id": "osk-1", "kind": "direct"} | more


def differences(left: str, right: str) -> dict[str, tuple[str, ...]]:
    return altered(variants([quote("s000-q01", left), quote("s001-q01", right)]))


def test_a_shared_passage_is_found_where_it_stands() -> None:
    assert shared(f"First, {SHARED}. Then", f"Gulls said {SHARED}!") == [(SHARED, SHARED)]


def test_marks_and_spaces_do_not_hide_a_shared_passage() -> None:
    printed = SHARED.replace(" ", "\u00a0").replace("late", "late,")

    assert shared(f"So {SHARED}.", f"“{printed}”") == [(SHARED, printed)]


def test_two_shared_passages_are_two() -> None:
    other = "a new ticket hut was put up near the northern wall of the old harbour in spring"

    assert shared(f"{SHARED}. Boats. {other}", f"{other} and {SHARED}") == [
        (SHARED, SHARED),
        (other, other),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (SHARED, SHARED.replace("three", "two").replace("market", "hall")),
        ("on one of the old days in the sun", "on one of the old days in the sun"),
        ("", SHARED),
        ("", ""),
    ],
)
def test_short_runs_of_words_are_no_shared_passage(left: str, right: str) -> None:
    assert shared(left, right) == []


def test_three_texts_are_compared_in_pairs() -> None:
    rows = overlaps({name: page(name, SHARED) for name in ("s002", "s000", "s001")})

    assert [row["shared_passage_id"] for row in rows] == [
        "s000-s001-1",
        "s000-s002-1",
        "s001-s002-1",
    ]


@given(st.lists(st.sampled_from(["a", "b", "oar"]), max_size=40).map(" ".join))
def test_a_text_shares_only_what_both_hold(text: str) -> None:
    for left, right in shared(f"{text} {SHARED} {text}", f"{SHARED} {text}"):
        assert left == right
        assert len(left) >= 60


@pytest.mark.parametrize(
    ("left", "right", "wordings"),
    [
        (
            "we are reading both papers with great care and will answer soon",
            "we are reading both papers with some care and will answer soon",
            ("great", "some"),
        ),
        (
            "we are reading both papers and will answer soon",
            "we are reading both papers with care and will answer soon",
            ("(nothing)", "with care"),
        ),
    ],
)
def test_a_word_altered_inside_the_marks_is_found(
    left: str, right: str, wordings: tuple[str, ...]
) -> None:
    assert differences(left, right) == {"osk-1": wordings}


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (
            "we are reading both papers with great care and will answer soon",
            "we are reading both papers … and will answer soon",
            "an ellipsis says that words are left out",
        ),
        (
            "we are reading both papers with great care and will answer soon",
            "we are reading both papers ... and will answer soon",
            "three dots are an ellipsis",
        ),
        (
            "we are reading both papers with great care and will answer soon",
            "we are reading both papers [carefully] and will answer soon",
            "brackets say that words are put in",
        ),
        (
            "we are reading both papers with great care",
            "reading both papers with great care, as always",
            "a printing may begin and stop anywhere",
        ),
        (
            "We are reading both papers, with great care.",
            "we are reading both papers with great care",
            "punctuation and capitals follow the sentence around",
        ),
        (
            "we’re reading both papers with care",
            "we're reading both papers with care",
            "curly and straight marks are one",
        ),
        ("we are reading both papers", "no answer before the spring", "other parts differ"),
        ("", "no answer", "no words differ from nothing"),
    ],
)
def test_no_alteration_is_found(left: str, right: str, why: str) -> None:
    assert differences(left, right) == {}, why


def test_only_printings_in_marks_of_one_utterance_are_compared() -> None:
    first, second = (
        "we read both papers with care today",
        "we read both papers with some care today",
    )

    assert variants([quote("a", first), quote("b", second, kind="indirect")]) == []
    assert variants([quote("a", first), quote("b", second, utterance_id="osk-2")]) == []
    assert variants([quote("a", first), quote("b", second, utterance_id=None)]) == []
    assert variants([quote("a", first)]) == []


def test_a_difference_is_told_with_both_wordings() -> None:
    left = "we read both papers with great care and then we went home"
    right = "we read both papers with some care and then we went home"

    assert variants([quote("s001-q01", right), quote("s000-q01", left)]) == [
        {
            "quote_variant_id": "s000-q01-s001-q01-1",
            "utterance_id": "osk-1",
            "quote_id": "s000-q01",
            "other_quote_id": "s001-q01",
            "words": "great",
            "other_words": "some",
            "within_marks": True,
            "by_ellipsis": False,
        }
    ]


@pytest.mark.parametrize(
    ("pairs", "sources", "number"),
    [
        ([], {"s000", "s001"}, 2),
        ([("s000", "s001")], {"s000", "s001"}, 1),
        ([("s000", "s001"), ("s001", "s002")], {"s000", "s002"}, 1),
        ([("s000", "s101"), ("s001", "s101")], {"s000", "s001"}, 1),
        ([("s000", "s001"), ("s001", "s000")], {"s000", "s001", "s002"}, 2),
        ([("s000", "s001")], set(), 0),
    ],
)
def test_sources_that_depend_on_one_another_count_once(
    pairs: list[tuple[str, str]], sources: set[str], number: int
) -> None:
    assert Witnesses(pairs).independent(sources) == number


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))),
    st.sets(st.sampled_from("abcdef")),
)
def test_more_relations_never_make_more_witnesses(
    pairs: list[tuple[str, str]], sources: set[str]
) -> None:
    numbers = [Witnesses(pairs[:n]).independent(sources) for n in range(len(pairs) + 1)]

    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == len(sources)
