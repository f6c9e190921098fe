"""The check catches wrong edits, and that does not get worse."""

import pytest

from bench import mutation
from reviewed.files import inputs

LEAST = 0.95  # share of all edits; those of recomputed values must be caught without exception


@pytest.fixture(scope="module")
def outcomes() -> list[mutation.Outcome]:
    return mutation.measure(seed=20, number=140)


def test_every_edit_of_a_value_whose_derivation_is_run_again_is_caught(
    outcomes: list[mutation.Outcome],
) -> None:
    missed = [
        outcome.edit.what
        for outcome in outcomes
        if mutation.of_recomputed_value(outcome.edit) and not outcome.caught
    ]
    assert missed == []


def test_the_share_of_all_edits_that_is_caught_does_not_fall(
    outcomes: list[mutation.Outcome],
) -> None:
    assert sum(outcome.caught for outcome in outcomes) >= LEAST * len(outcomes)


def test_every_kind_of_edit_is_tried(outcomes: list[mutation.Outcome]) -> None:
    assert len({outcome.edit.kind for outcome in outcomes}) >= 12


def test_the_same_seed_makes_the_same_edits() -> None:
    given = inputs()

    assert mutation.chosen(given, 5, 40) == mutation.chosen(given, 5, 40)
