"""Every character of a text lies in one region, every sentence in the ledger."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from check import stages
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import kept
from ice_subpoenas.vocabularies import Region as Regions
from reviewed.files import Block
from texts import ledger
from texts.held import Page, Region
from texts.seeds import Text

LETTERS = "ab A.!?“” \n\u00a0\t\r\x0b\x85é"
TEXTS = st.text(alphabet=LETTERS, max_size=120)


def page(text: str, *cuts: int) -> Page:
    """A text cut into regions at offsets, body and comments in turn."""
    edges = [0, *sorted({cut for cut in cuts if 0 < cut < len(text)}), len(text)]
    kinds = ("body", "comments")
    regions = [Region(start, end, kinds[n % 2]) for n, (start, end) in enumerate(pairwise(edges))]
    return Page(Text("s000", "seeds/000_a.txt", text, "0" * 64), tuple(regions))


@given(TEXTS, st.lists(st.integers(0, 120), max_size=4))
def test_a_sentence_lies_in_one_region_without_space_around_it(text: str, cuts: list[int]) -> None:
    made = page(text, *cuts)

    for sentence in made.sentences:
        region = made.region((sentence.start, sentence.end))
        assert region is not None
        assert region.kind == sentence.region
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
    found = made.region((start, end))
    crossed = any(start < region.end < end for region in made.regions)

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


@given(TEXTS, st.lists(st.integers(0, 120), max_size=4))
def test_every_sentence_has_a_row_and_no_row_holds_its_words(text: str, cuts: list[int]) -> None:
    made = page(text, *cuts)
    rows = list(ledger.rows({"s000": made}, {}))

    assert [(row["char_start"], row["char_end"]) for row in rows] == [
        (sentence.start, sentence.end) for sentence in made.sentences
    ]
    for row, sentence in zip(rows, made.sentences, strict=True):
        words = text[sentence.start : sentence.end]
        assert row["sentence_sha256"] == hashlib.sha256(words.encode()).hexdigest()
        assert row["reason"] == (None if sentence.region == "body" else "excluded_region")


def left_out(*words: str, **more: Any) -> Block:
    """A block that lists sentences as left out."""
    data = {"reason": "out_of_scope", "words": list(words)} | more
    return Block("left_out", data, "sources/s000.toml", ("left_out", 0), {})


def test_one_sentence_may_be_left_out_without_brackets() -> None:
    listed, problems = ledger.left_out({"s000": page("Rain fell.")}, [left_out(words="Rain")])

    assert problems == []
    assert list(listed) == [("s000", 1)]


def test_a_sentence_that_is_left_out_has_its_reason_and_remark() -> None:
    pages = {"s000": page("Rain fell. Boats lay.")}
    listed, problems = ledger.left_out(pages, [left_out("Rain", remark="Weather.")])

    assert problems == []
    assert [(row["reason"], row["remark"]) for row in ledger.rows(pages, listed)] == [
        ("out_of_scope", "Weather."),
        (None, None),
    ]


@pytest.mark.parametrize(
    ("used", "numbers"),
    [([], [1, 3]), ([(0, 4)], [3]), ([(0, 4), (24, 28)], [1, 3])],
    ids=["neither", "one", "both"],
)
def test_of_two_sentences_of_the_same_words_the_one_that_no_row_uses_is_left_out(
    used: list[tuple[int, int]], numbers: list[int]
) -> None:
    pages = {"s000": page("Rain fell. Boats lay so. Rain fell.")}
    spans = [("s000", span) for span in used]
    listed, problems = ledger.left_out(pages, [left_out("Rain fell.")], spans)

    assert problems == []
    assert [number for _, number in listed] == numbers


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (left_out("Snow fell"), "words-not-found"),
        (left_out("fish"), "words-not-unique"),
        (left_out("Rain", reason="dull"), "wrong-value"),
        (left_out("Rain", remark=3), "wrong-value"),
        (left_out("Rain", note="x"), "wrong-value"),
    ],
)
def test_a_block_that_lists_no_one_sentence_is_a_problem(block: Block, code: str) -> None:
    text = "Rain fell. Boats, fish. No fish."
    _, problems = ledger.left_out({"s000": page(text)}, [block])

    assert [problem.code for problem in problems] == [code]


def test_the_regions_of_a_text_are_a_partition_and_the_rest_is_body(tiny: stages.Checked) -> None:
    assert tiny.sound is not None
    for made in tiny.sound.pages.values():
        assert "".join(made.text[r.start : r.end] for r in made.regions) == made.text
    made = tiny.sound.pages["s000"]

    assert [(r.kind, made.text[r.start : r.end].split()[0]) for r in made.regions] == [
        ("headline", "Inspectors"),
        ("byline", "By"),
        ("body", "The"),
        ("comments", "Readers"),
    ]


ARTICLE = {"body", "headline", "deck", "embedded"}
ABOUT = {"byline", "boilerplate", "image_credit", "caption"}
SUPPORTING = {
    "sources.byline": ARTICLE | ABOUT,
    "source_relations.relation": ARTICLE | ABOUT,
    "individuals_referenced.name": ARTICLE | {"byline", "caption"},
    "individuals_referenced.role": ARTICLE | {"byline"},
    "agencies.name": ARTICLE | {"caption"},
    "acts.n_subpoenas": ARTICLE,
    "case_facts.kind": ARTICLE,
}
"""Cells, and the regions of a page whose words may support them."""


@pytest.mark.parametrize("cell", SUPPORTING)
def test_words_support_a_cell_only_from_a_region_that_speaks_of_it(
    cell: str, tiny: stages.Checked
) -> None:
    assert tiny.relations is not None
    table, column = cell.split(".")
    regions = [*Regions.codes(), None]
    (question, _) = RULES["words-inadmissible"].questions
    con = tiny.relations.con
    with kept(con, "evidence"):  # which lays it over the table, for as long as it is asked
        con.execute("DELETE FROM temp.evidence")
        for region in regions:
            con.execute(
                "INSERT INTO temp.evidence BY NAME SELECT ? AS table_name, 'x' AS row_id, "
                "? AS column_name, ? AS evidence_id, ? AS region, 0 AS char_start, "
                "'literal' AS derivation",
                [table, column, region or "border", region],
            )
        refused = {row[1] for row in con.execute(question.sql).fetchall()}

    assert {region or "border" for region in regions} - refused == SUPPORTING[cell]
