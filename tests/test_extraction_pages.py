"""Promises about measuring on pages and on articles. All sentences are invented."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from bench import scores, shares
from bench.fit import minimize
from bench.pages import score
from bench.shares import interval
from bench.speakers import judge
from bench.speakers.learn import examples, fit, of_sentence
from printing import Refusal
from reviewed.paths import ROOT

PAGE = (
    "County Answers Agency Over Papers\n\nBy Ann Lee\n\n"
    "The county will not comply with the subpoena. Sheriff Ada Moreno said so.\n"
)


def test_labels_hold_few_words_and_no_texts() -> None:
    for page in score.pages():
        assert set(page) == {"address", "use", "sha256", "characters", "labels"}
        assert page["address"].startswith("http")
        assert page["use"] in score.USES
        assert re.fullmatch(r"[0-9a-f]{64}", page["sha256"])
        for kind, _, words in page["labels"]:
            assert kind in score.KINDS
            assert 1 <= len(words.split()) <= 6


def test_forty_pages_at_least_are_kept_for_judging() -> None:
    assert sum(page["use"] == "judging" for page in score.pages()) >= 40


def test_invented_pages_cannot_be_taken_for_reports() -> None:
    seen: list[str] = []
    for part in score.PARTS:
        for address, text, labels in score.invented(part):
            assert address.startswith("invented:")
            assert "http" not in text
            seen.append(address)
            assert {kind for kind, *_ in labels} <= set(score.KINDS)
            assert all(1 <= len(words.split()) <= 6 for *_, words in labels)
    assert len(set(seen)) == len(seen)


def test_sixty_invented_pages_at_least_are_kept_for_judging() -> None:
    assert len(list(score.invented("judging"))) >= 60


def test_figures_of_the_invented_pages_are_those_of_the_present_rules() -> None:
    written = score.INVENTED / score.MEASURED.name
    for part in score.PARTS:
        same = score.measured(part, written) == score.measure_invented(part)
        # The totals for judging are not shown here: whoever works on rules would look at them.
        assert same, f"the figures for {part} are others now: python -m bench.pages.score"


def test_the_page_on_extraction_prints_what_was_measured_of_facts() -> None:
    page = (ROOT / scores.PAGE).read_text("utf-8")
    assert scores.renewed(page, {**scores.learned(), **scores.on_pages()}) == page


def test_a_county_that_is_marked_as_a_body_is_found_as_a_jurisdiction() -> None:
    labels = [("agency", "", "Linden County"), ("agency", "", "City of Marlow")]
    text = "It rained in town.\n\nLinden County sued the city of Marlow.\n"
    assert score.judge(text, labels)["agency"].found == 0
    assert score.judge(text, labels, governments=True)["agency"].found == 2


def test_a_label_is_found_where_a_proposal_of_its_value_meets_it() -> None:
    right = score.judge(PAGE, [("response", "refused", "will not comply")])["response"]
    wrong = score.judge(PAGE, [("response", "complied", "will not comply")])["response"]
    assert right == score.Counts(1, 1, 1, 1)
    assert wrong == score.Counts(0, 1, 0, 1)


def test_a_name_is_found_in_any_of_its_mentions() -> None:
    assert score.judge(PAGE, [("person", "", "Ada Moreno")])["person"].found == 1
    assert score.judge(PAGE, [("person", "", "Lena Fox")])["person"].found == 0


def test_other_words_than_those_labeled_are_refused() -> None:
    with pytest.raises(Refusal):
        score.judge(PAGE, [("count", "4", "four of the men")])
    with pytest.raises(Refusal):
        score.measure({}, "judging")


def test_wilson_holds_the_share_and_narrows_with_more() -> None:
    few, many = interval(9, 10), interval(900, 1000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1]


def test_the_least_of_a_bowl_is_its_bottom() -> None:
    bottom = minimize(
        lambda at: ((at[0] - 3) ** 2 + 5 * at[1] ** 2, [2 * (at[0] - 3), 10 * at[1]]), [0.0, 1.0]
    )
    assert bottom == pytest.approx([3.0, 0.0], abs=0.05)


def test_weights_learned_from_sentences_choose_the_speakers_of_those_sentences() -> None:
    told = [("“We left,” Ada Moreno said.", ["Moreno"]), ("The “old” law fell.", ["-"])] * 5
    known = [x for text, who in told for x in examples(text, of_sentence(text, who), None)]
    weight = fit(known)
    assert weight
    for answers, right in known:
        totals = [sum(weight.get(name, 0.0) for name in one) for one in answers]
        assert right[max(range(len(totals)), key=totals.__getitem__)]


def test_tiers_and_reliability_count_every_proposal() -> None:
    rows = [judge.Verdict(0.99, True, (0, 1))] * 90 + [judge.Verdict(0.4, False, (0, 2))] * 10
    bands = shares.banded(((row.probability, row.right) for row in rows), scores.EDGES)
    assert any("| 90 | 90 |" in line for line in judge.tiers(rows, 100))
    assert any("| 10 | 40.0 % | 0.0 %" in line for line in shares.reliability(bands))


def test_each_part_is_judged_by_weights_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, ...]] = []

    def learned(docs: list[dict[str, int]], scorer: object) -> dict[str, float]:
        del scorer
        seen.append(tuple(doc["doc_id"] for doc in docs))
        return {"nobody": 1.0}

    monkeypatch.setattr(judge, "learn", learned)
    docs = [{"doc_id": number, "text": "It rained."} for number in range(4)]
    found = judge.left_out(docs, ModuleType("scorer"), parts=2)
    assert seen == [(1, 3), (0, 2)]
    assert set(map(str, found)) == set("0123")
