"""Promises of the models of facts. All sentences are invented."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import pytest

from bench.facts import train
from bench.facts.marked import TRAINING, labeled, marked
from bench.facts.trainer import GROUPS, Trainer
from bench.pages import score
from extraction.facts import models
from extraction.facts.asked import model
from extraction.facts.asked.features import WordFeatures, clusters_of
from extraction.facts.facts import facts
from extraction.facts.weighed import weights
from extraction.text.candidates import Candidate
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
            assert fact.kind in score.KINDS
            assert fact.kind != model.KIND or fact.value in CODES


def test_no_page_for_judging_is_learned_from() -> None:
    kept = {text for _, text, _ in score.invented("judging")}
    assert kept.isdisjoint(page.text for page in (*marked(), *labeled()))


def test_writers_that_are_held_out_together_are_all_writers() -> None:
    writers = {page.writer for page in (*marked(), *labeled())}
    assert sorted(name for group in GROUPS for name in group) == sorted(writers)


def test_every_weight_of_a_code_is_of_the_vocabulary() -> None:
    known = weights(model.WEIGHTS, model.KIND)
    assert {code for row in known.codes.values() for code, _ in row} <= CODES


def told(text: str) -> list[Candidate]:
    """What is asked for in a story of a subpoena."""
    story = STORY + text
    return [c for c in facts(story, regions(story)) if c.kind == model.KIND]


def test_a_proposal_of_the_model_has_a_probability_and_whole_words() -> None:
    text = "Officers hope to see intake photographs and the tax returns of the farm."
    found = [c for c in told(text) if c.rule == model.RULE]
    assert found
    for c in found:
        assert c.probability is not None
        assert model.LEAST <= c.probability <= 1
        assert not re.match(r"\w\w", (STORY + text)[c.start - 1 : c.start + 1])
        assert not re.match(r"\w\w", (STORY + text)[c.end - 1 : c.end + 1])


def test_the_model_proposes_nothing_where_a_rule_does() -> None:
    found = told("The subpoena asks for home addresses and payroll files.")
    assert [c.rule != model.RULE for c in found] == [True, True]


def test_what_a_rule_finds_is_told_by_it_with_a_probability() -> None:
    text = STORY + "The county will not comply by Friday."
    found = {c.kind: (c.rule, c.probability) for c in facts(text, regions(text))}
    for kind in ("response", "deadline"):
        rule, probability = found[kind]
        assert rule != models.RULE
        assert probability is not None


def test_without_a_demand_in_the_text_rules_tell_alone() -> None:
    text = "The judge issued a warrant. The county will not comply with the request."
    told = {(c.rule == models.RULE, c.probability) for c in facts(text, regions(text))}
    assert told == {(False, None)}


@pytest.mark.parametrize("model", models.MODELS)
def test_what_a_model_tells_is_likely_and_of_the_vocabulary(model: models.Model) -> None:
    known = weights(model.path, model.kind)
    codes = {code for row in known.codes.values() for code, _ in row}
    told = [fact for page in marked() for fact in page.facts if fact.kind == model.kind]
    assert codes <= {fact.value for fact in told}
    assert 0 < model.least < 1


def test_words_of_one_meaning_are_one_group() -> None:
    small = {word: clusters_of(word)[-1] for word in ("attorney", "lawyer", "harvest")}
    assert small["attorney"] == small["lawyer"] != small["harvest"]


def whole(text: str, kind: str) -> list[tuple[str, str]]:
    """Words and rule of what is told of a kind in a story of a subpoena."""
    story = STORY + text
    found = [c for c in facts(story, regions(story)) if c.kind == kind]
    assert all(c.probability is not None and 0 < c.probability < 1 for c in found)
    return [(story[c.start : c.end], c.rule) for c in found]


def test_a_reason_that_a_rule_finds_is_told_in_its_words() -> None:
    [(words, rule)] = whole("The clerk refused: the subpoena is overly broad.", "ground")
    assert (words, rule) == ("overly broad", "breadth")


def test_a_clause_that_no_rule_knows_is_told_without_what_joins_it() -> None:
    text = "The sheriff said he refused to give up the files of a person because it named nobody."
    assert ("it named nobody", "model") in whole(text, "ground")
    text = "The clerk refused for lack of a court's seal."
    assert whole(text, "ground") == [("for lack of a court's seal", "model")]


def test_nothing_is_a_reason_in_a_story_of_other_things() -> None:
    assert whole("The council met on Monday. The bridge was painted.", "ground") == []


def test_numbers_of_the_story_count_and_numbers_of_other_things_do_not() -> None:
    text = "The agency sent 14 subpoenas. The hall has 40 chairs and nine windows."
    assert whole(text, "count") == [("14 subpoenas", "count-unit")]


@pytest.mark.parametrize("kind", [trainer.kind for trainer in train.TRAINERS])
def test_a_probability_is_worth_what_it_says(kind: str) -> None:
    table = tomllib.loads(train.MEASURED.read_text(encoding="utf-8"))[kind]
    for _, _, proposed, right, told in table["reliability"]:
        if proposed >= 100:
            assert abs(right - told) / proposed < 0.08


def test_the_same_words_show_the_same_features_in_any_case_of_marks() -> None:
    curly, straight = WordFeatures("It won’t comply."), WordFeatures("It won't comply.")
    assert list(curly.rows()) == list(straight.rows())


@pytest.mark.slow
@pytest.mark.parametrize("trainer", train.TRAINERS, ids=lambda trainer: str(trainer.kind))
def test_the_weights_are_those_that_the_pages_teach(trainer: Trainer[Any]) -> None:
    again = trainer.learn(trainer.examples([*labeled(), *marked()]))
    written = json.loads(trainer.path.read_text(encoding="utf-8"))["features"]
    known = written.keys() & again.keys()
    assert len(known) > 0.98 * len(written)
    for name in known:
        assert abs(written[name].get(trainer.kind, 0) - again[name].get(trainer.kind, 0)) < 0.05
