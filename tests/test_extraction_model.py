"""Promises of the model of facts. All sentences are invented."""

from __future__ import annotations

import json
import re
import tomllib

import numpy as np
import pytest

from bench.facts import learn
from bench.facts.chain import Sparse, Steps, Table, fit
from bench.facts.marked import TRAINING, labeled, marked
from bench.pages import score
from extraction.facts import model
from extraction.facts.facts import facts
from extraction.facts.signs import Signs
from extraction.text.regions import regions
from ice_subpoenas.vocabularies import Ground, InformationKind

STORY = "A subpoena came.\n\n"
VALUES = {
    "response": {
        *("complied", "refused", "responded", "reviewing", "challenged", "delayed", "ignored"),
        *("not_complied", "no_comment"),
    },
    "information_sought": {*InformationKind.codes(), "family", "information"},
    "detainer": {"lodged", "declined", "honored"},
    "ground": {*Ground.codes()},
}


def test_pages_to_learn_from_are_invented_and_well_marked() -> None:
    pages = list(marked())
    assert len({page.name for page in pages}) == len(pages) >= 300
    text = TRAINING.read_text(encoding="utf-8")
    assert text.startswith("# Invented, machine-written and machine-marked")
    for page in pages:
        assert not re.search(r"[{}|]|http", page.text)
        for fact in page.facts:
            assert fact.kind in (*score.PLACES, *score.NAMES)
            assert fact.value in ("", *VALUES.get(fact.kind, {fact.value}))


def test_no_page_for_judging_is_learned_from() -> None:
    kept = {text for _, text, _ in score.invented("judging")}
    assert kept.isdisjoint(page.text for page in (*marked(), *labeled()))


def test_writers_that_are_held_out_together_are_all_writers() -> None:
    writers = {page.writer for page in (*marked(), *labeled())}
    assert sorted(name for group in learn.GROUPS for name in group) == sorted(writers)


def test_every_weight_is_of_a_kind_or_of_a_value_of_the_vocabularies() -> None:
    known = model.weights()
    assert set(known.chains) == set(known.columns) == set(model.KINDS)
    for kind, columns in known.columns.items():
        assert {column.partition("=")[2] for column in columns} <= VALUES.get(kind, set())


def test_a_proposal_of_the_model_has_a_probability_and_whole_words() -> None:
    text = STORY + "The county will not comply with the subpoena, which asks for home addresses."
    found = [c for c in facts(text, regions(text)) if c.rule == "model"]
    assert found
    for c in found:
        assert c.probability is not None
        assert model.weights().chains[c.kind].least <= c.probability <= 1
        assert not re.match(r"\w\w", text[c.start - 1 : c.start + 1])
        assert not re.match(r"\w\w", text[c.end - 1 : c.end + 1])


def test_a_probability_of_a_proposal_is_worth_what_it_says() -> None:
    rows = tomllib.loads(learn.MEASURED.read_text(encoding="utf-8"))["reliability"]
    for _, _, proposed, right, told in rows:
        if proposed >= 100:
            assert abs(right - told) / proposed < 0.08


def test_shares_are_those_of_all_ways_to_read_a_sentence() -> None:
    score_, costs = [0.7, -0.4, 1.1], (-1.0, 0.8, -0.3)
    chain = model.Chain(*costs, 1.0, 0.0, 0.0, 0.0)
    whole, inside = 0.0, np.zeros(3)
    for ways in np.ndindex(2, 2, 2):
        power, before = 0.0, 0
        for own, now in zip(score_, ways, strict=True):
            power += own * now + {(0, 1): costs[0], (1, 1): costs[1], (1, 0): costs[2]}.get(
                (before, now), 0.0
            )
            before = now
        whole += np.exp(power)
        inside += np.exp(power) * np.array(ways)
    assert model.shares(score_, chain) == pytest.approx(inside / whole)
    assert Steps([3]).shares(np.array(score_), np.array(costs))[1] == pytest.approx(inside / whole)


def test_a_chain_learns_which_words_stand_inside() -> None:
    rows = [["a"], ["b"], ["b"], ["a"], ["b"], ["a"]]
    names, sparse = Table(rows).part(np.ones(6, dtype=bool), 1)
    assert isinstance(sparse, Sparse)
    found = fit(sparse, np.array([0.0, 1, 1, 0, 1, 0]), [4, 2], 0.1)
    assert found[names.index("b")] > 0 > found[names.index("a")]


def test_the_same_words_show_the_same_signs_in_any_case_of_marks() -> None:
    curly, straight = Signs("It won’t comply."), Signs("It won't comply.")
    assert list(curly.rows()) == list(straight.rows())


@pytest.mark.slow
def test_the_weights_are_those_that_the_pages_teach() -> None:
    every = learn.Pages([*labeled(), *marked()])
    known = json.loads(model.WEIGHTS.read_text(encoding="utf-8"))["signs"]
    own = {sign: row["deadline"] for sign, row in known.items() if "deadline" in row}
    again = {sign: row["deadline"] for sign, row in every.learn("deadline").signs.items()}
    assert len(own.keys() & again.keys()) > 0.98 * len(own)
    assert all(abs(own[s] - again[s]) < 0.03 for s in own.keys() & again.keys())
