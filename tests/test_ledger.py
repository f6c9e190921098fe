"""Every character of a text lies in one region, every sentence in the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import world
from check import stages
from reviewed.files import Record, Text
from texts.held import Page, Stretch, ledger, may_support

LETTERS = "ab A.!?“” \n\u00a0\t\r\x0b\x85é"
TEXTS = st.text(alphabet=LETTERS, max_size=120)


def page(text: str, *cuts: int) -> Page:
    """A text cut into regions at offsets, body and comments in turn."""
    edges = [0, *sorted({cut for cut in cuts if 0 < cut < len(text)}), len(text)]
    kinds = ("body", "comments")
    stretches = [
        Stretch(start, end, kinds[n % 2], None, "A part.")
        for n, (start, end) in enumerate(pairwise(edges))
    ]
    return Page(Text("s000", "seeds/000_a.txt", text, "0" * 64), tuple(stretches))


@given(TEXTS, st.lists(st.integers(0, 120), max_size=4))
def test_a_sentence_lies_in_one_region_without_space_around_it(text: str, cuts: list[int]) -> None:
    made = page(text, *cuts)

    for sentence in made.sentences:
        stretch = made.stretch((sentence.start, sentence.end))
        assert stretch is not None
        assert stretch.region == sentence.region
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""


@given(TEXTS, st.lists(st.integers(0, 120), max_size=4))
def test_sentences_hold_every_character_but_space_between_them(text: str, cuts: list[int]) -> None:
    at = 0
    for sentence in page(text, *cuts).sentences:
        assert text[at : sentence.start].strip() == ""
        at = sentence.end
    assert text[at:].strip() == ""


@given(TEXTS, st.lists(st.integers(0, 120), max_size=4), st.integers(0, 120), st.integers(0, 30))
def test_a_span_lies_in_one_region_or_crosses_a_border(
    text: str, cuts: list[int], start: int, length: int
) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    made = page(text, *cuts)
    found = made.stretch((start, end))
    crossed = any(start < stretch.end < end for stretch in made.stretches)

    assert (found is None) == crossed
    if found:
        assert found.start <= start
        assert end <= found.end


@given(TEXTS.filter(bool), st.integers(0, 119), st.integers(1, 30))
def test_the_context_of_a_span_is_short_and_holds_it(text: str, start: int, length: int) -> None:
    start = min(start, len(text) - 1)
    end = min(start + length, len(text))
    low, high = page(text).around((start, end))

    assert max(0, start - 32) <= low <= start
    assert end <= high <= min(len(text), end + 32)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=4))
def test_the_ledger_accounts_for_every_sentence(text: str, used: list[tuple[int, int]]) -> None:
    made = page(text, 40)
    spans = [(start, end) for start, end in used if start < end]
    rows, problems = ledger({"s000": made}, {"s000": spans}, [])
    bare = [
        s
        for s in made.sentences
        if s.region == "body" and not any(a < s.end and s.start < b for a, b in spans)
    ]

    assert [(row["char_start"], row["char_end"]) for row in rows] == [
        (sentence.start, sentence.end) for sentence in made.sentences
    ]
    assert len(problems) == len(bare)
    assert {problem.code for problem in problems} <= {"sentence-unaccounted"}


def test_a_row_of_the_ledger_holds_no_text() -> None:
    text = "Rain fell. Boats lay."
    record = Record(
        "left_out",
        {"reason": "out_of_scope", "remark": "Weather.", "words": ["Rain"]},
        "sources/s000.toml",
        ("left_out", 0),
        {},
    )
    rows, problems = ledger({"s000": page(text)}, {"s000": [(11, 16)]}, [record])

    assert problems == []
    assert rows == [
        {
            "ledger_id": "s000-001",
            "source_id": "s000",
            "char_start": 0,
            "char_end": 10,
            "sentence_sha256": hashlib.sha256(b"Rain fell.").hexdigest(),
            "n_evidence": 0,
            "reason": "out_of_scope",
            "remark": "Weather.",
        },
        {
            "ledger_id": "s000-002",
            "source_id": "s000",
            "char_start": 11,
            "char_end": 21,
            "sentence_sha256": hashlib.sha256(b"Boats lay.").hexdigest(),
            "n_evidence": 1,
            "reason": None,
            "remark": None,
        },
    ]


def test_a_sentence_in_an_excluded_region_is_listed_whole() -> None:
    rows, problems = ledger({"s000": page("Boats lay. Nice boats!", 11)}, {"s000": [(0, 10)]}, [])

    assert problems == []
    assert [row["reason"] for row in rows] == [None, "excluded_region"]


def test_of_a_text_with_lost_words_no_sentence_is_called_unaccounted() -> None:
    _, problems = ledger({"s000": page("Rain fell.")}, {}, [], frozenset({"s000"}))

    assert problems == []


@pytest.mark.parametrize(
    ("region", "allowed"),
    [
        ("body", "everything"),
        ("headline", "everything"),
        ("deck", "everything"),
        ("embedded", "everything"),
        ("byline", "sources"),
        ("boilerplate", "sources"),
        ("image_credit", "sources"),
        ("caption", "sources and names"),
        ("related_headline", "nothing"),
        ("comments", "nothing"),
    ],
)
def test_a_region_supports_what_law_five_says(region: str, allowed: str) -> None:
    cells = {
        "sources": [("sources", "byline"), ("source_relations", "relation")],
        "names": [("individuals_referenced", "name"), ("individuals_referenced", "title")],
        "everything": [("acts", "n_subpoenas"), ("case_facts", "kind")],
    }
    words = (
        ("sources", "names", "everything") if allowed == "everything" else allowed.split(" and ")
    )

    for kind, addresses in cells.items():
        for table, column in addresses:
            assert may_support(region, table, column) == (kind in words), (table, column)


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[], dict[str, Page]]:
    root = world.write(tmp_path)
    return lambda: stages.run(root).pages


def test_the_regions_of_a_text_are_a_partition(pages: Callable[[], dict[str, Page]]) -> None:
    for made in pages().values():
        assert "".join(made.text[s.start : s.end] for s in made.stretches) == made.text
        assert made.stretches[0].start == 0


def test_what_no_region_names_is_body(pages: Callable[[], dict[str, Page]]) -> None:
    made = pages()["s000"]

    assert [(s.region, made.text[s.start : s.end].split()[0]) for s in made.stretches] == [
        ("headline", "Inspectors"),
        ("byline", "By"),
        ("body", "The"),
        ("comments", "Readers"),
    ]
