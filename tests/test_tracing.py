"""Any cell leads back to its words, and a wrong question to the nearest right one."""

import json
from pathlib import Path

import pytest

from ice_subpoenas import cli, tracing

DATA = Path(__file__).parents[1] / "datasets"


def test_a_trace_shows_value_words_source_and_derivation(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["trace", "subpoenas", "denver-1-4", "days_to_respond"]) == 0

    printed = capsys.readouterr().out
    for part in (
        "days_to_respond = 3",
        "[three days]",
        "s002",
        "number_word",
        "acts/denver-1.toml:",
    ):
        assert part in printed


def test_a_copied_cell_leads_to_its_batch() -> None:
    found = tracing.trace("subpoenas", "denver-1-1", "issued_edtf")

    assert found["column"] == "issued"
    assert {piece["via"]["row_id"] for piece in found["evidence"]} == {"denver-1"}


def test_a_column_and_its_stem_are_the_same_cell() -> None:
    by_column = tracing.trace("subpoenas", "denver-1-1", "issued_earliest")

    assert by_column == tracing.trace("subpoenas", "denver-1-1", "issued")


def test_an_inferred_identity_is_shown_where_a_value_rests_on_it() -> None:
    text = tracing.text(tracing.trace("individuals_referenced", "nyc-1-a", "name"))

    assert "rests on the inference of individuals_referenced nyc-1-a act_id" in text


def test_rivals_and_the_ruling_are_shown() -> None:
    text = tracing.text(tracing.trace("individuals_referenced", "matt-albence", "title"))

    assert "CONTESTS" in text
    assert "settled by least_committing" in text


def test_a_null_shows_its_reason() -> None:
    text = tracing.text(tracing.trace("subpoenas", "nyc-1-1", "days_to_respond"))

    assert "null: not_stated" in text


def test_json_holds_the_same_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["trace", "subpoenas", "denver-1-4", "days_to_respond", "--format", "json"])

    found = json.loads(capsys.readouterr().out)
    assert [piece["exact"] for piece in found["evidence"]] == ["three days"]


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["subpoena", "denver-1-4", "days_to_respond"], "subpoenas"),
        (["subpoenas", "denver-1-9", "days_to_respond"], "denver-1-"),
        (["subpoenas", "denver-1-4", "days_to_answer"], "days_to_respond"),
    ],
)
def test_a_wrong_name_gets_the_nearest(
    words: list[str], near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["trace", *words]) == 1
    assert near in capsys.readouterr().err


def test_outside_a_checkout_only_prefix_and_suffix_stand_around_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tracing, "_held_text", lambda _: None)

    (piece,) = tracing.trace("subpoenas", "denver-1-4", "days_to_respond")["evidence"]
    assert len(piece["before"]) <= 33
    assert len(piece["after"]) <= 33
