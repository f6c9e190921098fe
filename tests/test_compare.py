"""Passages that texts share are found, and words altered inside quotation marks."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_subpoenas.derivations.printings import variants
from ice_subpoenas.derivations.shared_text import SHORTEST, shared_passages
from ice_subpoenas.sql import memory, read

SHARED = "the fish market opened late on three mornings because of the heavy autumn rain"
SAID = "we are reading both papers with great care and will answer soon"


def shared(left: str, right: str) -> list[tuple[str, str]]:
    """The passages that two texts share, as each prints them."""
    return [
        (left[slice(*each.span)], right[slice(*each.other_span)])
        for each in shared_passages({"s000": left, "s001": right})
    ]


def altered(left: str, right: str) -> list[tuple[str | None, str | None]]:
    """The words that differ inside the marks without an ellipsis."""
    found = variants(left, right)
    return [(v.words, v.other_words) for v in found if v.within_marks and not v.by_ellipsis]


# --- passages ---------------------------------------------------------------------------------


def test_a_shared_passage_is_found_where_it_stands() -> None:
    assert shared(f"First, {SHARED}. Then", f"Gulls said {SHARED}!") == [(SHARED, SHARED)]


def test_marks_and_spaces_do_not_hide_a_shared_passage() -> None:
    printed = SHARED.replace(" ", "\u00a0").replace("late", "late,")

    assert shared(f"So {SHARED}.", f"“{printed}”") == [(SHARED, printed)]


def test_two_shared_passages_are_two() -> None:
    other = "a new ticket hut was put up near the northern wall of the old harbor in spring"

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


def test_the_names_of_a_paper_and_an_agency_are_no_shared_passage() -> None:
    names = ("harbor entry paper", "Royal Harbor Inspection and Sea Passage Agency")
    printed = f"{names[0]} from the {names[1]}"

    assert shared(f"It got a {printed} in May", f"Another {printed} came") == [(printed, printed)]
    texts = {"s000": f"It got a {printed} in May", "s001": f"Another {printed} came"}
    assert shared_passages(texts, names) == []


def test_three_texts_are_compared_in_pairs() -> None:
    found = shared_passages(dict.fromkeys(("s002", "s000", "s001"), SHARED))

    assert [(each.source, each.other) for each in found] == [
        ("s000", "s001"),
        ("s000", "s002"),
        ("s001", "s002"),
    ]


@given(st.lists(st.sampled_from(["a", "b", "oar"]), max_size=40).map(" ".join))
def test_a_text_shares_only_what_both_hold(text: str) -> None:
    for left, right in shared(f"{text} {SHARED} {text}", f"{SHARED} {text}"):
        assert left == right
        assert len(left) >= SHORTEST


# --- printings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "right", "wordings"),
    [
        (SAID, SAID.replace("great", "some"), [("great", "some")]),
        (SAID.replace(" with great care", ""), SAID, [(None, "with great care")]),
        (SAID, SAID.replace("great ", "").replace("soon", "later"), [("great", None)]),
    ],
)
def test_a_word_altered_inside_the_marks_is_found(
    left: str, right: str, wordings: list[tuple[str | None, str | None]]
) -> None:
    assert altered(left, right) == wordings


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (SAID, SAID.replace("with great care", "…"), "an ellipsis says that words are left out"),
        (SAID, SAID.replace("with great care", "..."), "three dots are an ellipsis"),
        (SAID, SAID.replace("with great care", "[carefully]"), "brackets: words are put in"),
        (SAID, SAID.removeprefix("we are "), "a printing may begin anywhere"),
        (SAID, SAID.removesuffix(" and will answer soon"), "a printing may stop anywhere"),
        (SAID, f"{SAID.capitalize()}.", "capitals and marks follow the sentence around"),
        ("we’re reading it with care", "we're reading it with care", "marks are one"),
        ("we are reading both papers", "no answer before the spring", "other parts differ"),
        ("", "no answer", "no words differ from nothing"),
    ],
)
def test_no_alteration_is_found(left: str, right: str, why: str) -> None:
    assert altered(left, right) == [], why


@given(st.lists(st.sampled_from(SAID.split()), max_size=12), st.integers(0, 12))
def test_a_printing_that_only_begins_or_stops_elsewhere_alters_nothing(
    words: list[str], cut: int
) -> None:
    whole = " ".join(words)
    part = " ".join(words[cut:])

    assert altered(whole, whole) == []
    assert variants(whole, whole) == []
    assert all(other is None for _, other in altered(whole, part))


# --- sources that depend on one another -------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "families"),
    [
        ([], "s0 s1 s2 s3"),
        ([("s0", "s1")], "s0 s0 s2 s3"),
        ([("s2", "s1"), ("s0", "s2"), ("s1", "s0")], "s0 s0 s0 s3"),
        ([("s3", "s1"), ("s2", "s1")], "s0 s1 s1 s1"),
        ([("s1", "s0"), ("s2", "s3")], "s0 s0 s2 s2"),
    ],
)
def test_sources_that_depend_on_one_another_are_a_family_of_the_lowest_id(
    pairs: list[tuple[str, str]], families: str
) -> None:
    section = next(s for s in read("relations/support") if s.heading == "relation families")
    with closing(memory()) as con:
        con.execute("CREATE TABLE sources AS SELECT 's' || n AS source_id FROM range(4) t(n)")
        con.execute("CREATE TABLE pairs (a VARCHAR, b VARCHAR)")
        for pair in pairs:
            con.execute("INSERT INTO pairs VALUES (?, ?)", pair)
        con.execute(section.statements[0])
        found = con.execute("SELECT family FROM families ORDER BY source_id").fetchall()

    assert [family for (family,) in found] == families.split()
