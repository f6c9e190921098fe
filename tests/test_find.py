"""Words are found at exactly one place, and only two kinds of characters are forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_subpoenas.derivations.find import folded, occurrences, place, uncased

TEXTS = st.text(alphabet="ab .,“”\"'’‘\u00a0\n1é", max_size=40)


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("the two papers", "two", (4, 7)),
        ("ten\u00a0days", "ten days", (0, 8)),
        ("ten\ndays", "ten days", (0, 8)),
        ("the “old” wall", 'the "old" wall', (0, 14)),
        ("the town’s wall", "the town's wall", (0, 15)),
        ("a ‘word’ here", "'word'", (2, 8)),
        ("(HIA) sent", "(HIA)", (0, 5)),
        ("ten-day term", "ten", (0, 3)),
    ],
)
def test_words_are_found(text: str, words: str, span: tuple[int, int]) -> None:
    assert place(text, words) == span


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("ten days", "ten\u00a0days", "a typed no-break space is itself"),
        ("ten days", "ten\ndays", "a typed line break is itself"),
        ("ten\tdays", "ten days", "a space stands for no tab"),
        ("ten  days", "ten days", "a space stands for one character"),
        ('the "old" wall', "the “old” wall", "a typed curly mark is itself"),
        ("the ‘old’ wall", 'the "old" wall', "a double mark stands for no single one"),
        ("Ten days", "ten days", "capitals count"),
        ("café", "cafe", "accents count"),
        ("ten–day", "ten-day", "a hyphen is no dash"),
        ("tenth", "ten", "a word does not end inside another"),
        ("often", "ten", "a word does not begin inside another"),
        ("140 days", "40 days", "a number does not begin inside another"),
        ("ten days", "", "no words are nowhere"),
        ("", "ten", "an empty text holds nothing"),
    ],
)
def test_nothing_else_is_forgiven(text: str, words: str, why: str) -> None:
    assert place(text, words) == 0, why


def test_words_that_stand_twice_have_no_place() -> None:
    assert place("ten days and ten more", "ten") == 2


def test_a_part_of_the_text_is_searched_alone() -> None:
    assert place("ten days and ten more", "ten", 4) == (13, 16)
    assert place("ten days and ten more", "ten", 0, 12) == (0, 3)


def test_words_do_not_reach_beyond_the_part() -> None:
    assert place("ten days", "ten days", 0, 7) == 0


def test_a_word_that_the_part_cuts_is_not_whole() -> None:
    assert place("often", "ten", 2) == 0


@given(TEXTS, TEXTS)
def test_what_is_found_reads_like_the_words(text: str, words: str) -> None:
    for start, end in occurrences(text, words):
        assert end - start == len(words)
        assert folded(text[start:end]) == folded(words)


@given(TEXTS)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.lists(st.sampled_from(["ten", "days", "papers", "old"]), min_size=1, max_size=8))
def test_the_slice_of_a_text_is_found_in_it(words: list[str]) -> None:
    text = "\u00a0".join(words)

    for start, end in occurrences(text, " ".join(words)):
        assert text[start:end] == text
    assert place(text, " ".join(words)) == (0, len(text))


@given(st.text(alphabet="aAß ﬁİé.", max_size=20))
def test_each_character_without_its_case_is_traced_to_its_place(text: str) -> None:
    view, places = uncased(text)

    assert view == text.casefold()
    assert all(c in text[at].casefold() for c, at in zip(view, places, strict=True))
