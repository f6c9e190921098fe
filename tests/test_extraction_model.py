"""Promises of the model of what is asked for and by when. All sentences are invented."""

from __future__ import annotations

import json
import re
import tomllib

import numpy as np
import pytest

from bench.facts import learn
from bench.facts.fit import fit, often
from bench.facts.marked import TRAINING, labeled, marked
from bench.pages import score
from extraction.facts import model
from extraction.facts.facts import facts
from extraction.facts.signs import Signs
from extraction.text.regions import regions
from ice_subpoenas.vocabularies import InformationKind

CODES = {*InformationKind.codes(), "family", "information", "person"}
STORY = "A subpoena came.\n\n"


def test_pages_to_learn_from_are_invented_and_well_marked() -> None:
    pages = list(marked())
    assert len({page.name for page in pages}) == len(pages) >= 300
    assert TRAINING.read_text(encoding="utf-8").startswith("# Invented, machine-written")
    for page in pages:
        assert not re.search(r"[{}|]|http", page.text)
        for fact in page.facts:
            assert fact.kind in (*score.PLACES, *score.NAMES)
            assert fact.kind != model.CODED or fact.value in CODES


def test_no_page_for_judging_is_learned_from() -> None:
    kept = {text for _, text, _ in score.invented("judging")}
    assert kept.isdisjoint(page.text for page in (*marked(), *labeled()))


def test_writers_that_are_held_out_together_are_all_writers() -> None:
    writers = {page.writer for page in (*marked(), *labeled())}
    assert sorted(name for group in learn.GROUPS for name in group) == sorted(writers)


def test_every_weight_is_of_a_kind_or_of_a_code_of_the_vocabulary() -> None:
    known = model.weights()
    assert tuple(known.kinds) == model.KINDS
    assert {code for row in known.codes.values() for code, _ in row} <= CODES


def test_a_proposal_of_the_model_has_a_probability_and_whole_words() -> None:
    text = STORY + "The subpoena asks for home addresses. The county has 14 days to respond."
    found = [c for c in facts(text, regions(text)) if c.kind in model.KINDS]
    assert {c.kind for c in found} == set(model.KINDS)
    for c in found:
        assert c.rule == "model"
        assert c.probability is not None
        assert model.weights().kinds[c.kind].least <= c.probability <= 1
        assert not re.match(r"\w\w", text[c.start - 1 : c.start + 1])
        assert not re.match(r"\w\w", text[c.end - 1 : c.end + 1])


def test_other_kinds_are_told_by_rules() -> None:
    text = STORY + "The county will not comply, because no judge signed the subpoena."
    assert all(c.rule != "model" for c in facts(text, regions(text)) if c.kind not in model.KINDS)


def test_a_probability_of_a_proposal_is_worth_what_it_says() -> None:
    rows = tomllib.loads(learn.MEASURED.read_text(encoding="utf-8"))["reliability"]
    for _, _, proposed, right, told in rows:
        if proposed >= 100:
            assert abs(right - told) / proposed < 0.08


def test_signs_of_the_right_rows_weigh_more() -> None:
    rows = [["bias", "a"], ["bias", "b"], ["bias", "b"], ["bias", "a"]]
    names = often(rows, 2)
    found = dict(zip(names, fit(rows, np.array([0.0, 1, 1, 0]), names, 0.1), strict=True))
    assert found["b"] > 0 > found["a"]


def test_the_same_words_show_the_same_signs_in_any_case_of_marks() -> None:
    curly, straight = Signs("It won’t comply."), Signs("It won't comply.")
    assert list(curly.rows()) == list(straight.rows())


@pytest.mark.slow
def test_the_weights_are_those_that_the_pages_teach() -> None:
    every = learn.Pages([*labeled(), *marked()])
    written = json.loads(model.WEIGHTS.read_text(encoding="utf-8"))["signs"]
    for kind in model.KINDS:
        again = {sign: row[kind] for sign, row in every.learn(kind).items() if kind in row}
        own = {sign: row[kind] for sign, row in written.items() if kind in row}
        assert len(own.keys() & again.keys()) > 0.98 * len(own)
        assert all(abs(own[s] - again[s]) < 0.05 for s in own.keys() & again.keys())
