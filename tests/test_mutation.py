"""What `python build mutate` promises: rates of wrong edits caught, recorded with intervals."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import world
from bench.mutation import command, judge
from bench.mutation.edits import Edit, World
from calling import call
from printing import Refusal

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The sound rows of the tiny world."""
    return World(world.write(tmp_path_factory.mktemp("tiny")), 1)


def test_a_value_against_its_words_is_always_told(tiny: World) -> None:
    edits, _ = command.drawn(tiny, 3, "value written against its words")
    found = judge.outcomes(tiny, edits)

    assert found
    assert [o.what for o in found if o.code is None] == []


def test_rows_without_an_edit_are_told_of_by_nothing(tiny: World) -> None:
    """Else an edit would count as caught by what was wrong before."""
    (found,) = judge.outcomes(tiny, [Edit("none", "held", "nothing", {})])

    assert (found.code, found.told) == (None, False)


def test_what_no_rule_refuses_a_reader_of_changes_is_shown(tiny: World) -> None:
    """Else a value could change, and neither the check nor a second person would see it."""
    edits, _ = command.drawn(tiny, 3, "inference")
    found = judge.outcomes(tiny, edits)

    assert found
    assert [o.what for o in found if o.code is None and not o.told] == []


def test_the_same_seed_draws_the_same_edits(tiny: World) -> None:
    first, _ = command.drawn(tiny, 3)
    again, _ = command.drawn(tiny, 3)

    assert [edit.what for edit in first] == [edit.what for edit in again]


def test_a_recorded_rate_lies_in_its_interval(tmp_path: Path) -> None:
    codes = ("value-not-given", None, "value-not-given")
    outcomes = [judge.Outcome("moved words", "held", "an edit", code, True) for code in codes]
    rates = command.rates(outcomes, {("moved words", "held"): 9})
    command.record(tmp_path, 1, rates, outcomes)

    written = (tmp_path / command.FOLDER / "strength.csv").read_text("utf-8")
    rows = list(csv.DictReader(written.splitlines()))
    assert [(row["tried"], row["caught"], row["percent"]) for row in rows] == [("3", "2", "67")]
    assert int(rows[0]["low"]) < 67 < int(rows[0]["high"])


def test_rows_with_problems_are_not_measured(tmp_path: Path) -> None:
    root = world.write(tmp_path)
    act = root / "datasets/reviewed/acts/tamarack-1.toml"
    act.write_text(act.read_text("utf-8").replace("= 10", "= 11"), "utf-8")

    with pytest.raises(Refusal, match="fix them"):
        World(root, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "nosuch"), "no kind of edit has 'nosuch' in its name"),
        (("--number", "0"), "'0' is not a number such as 50"),
    ],
)
def test_a_measurement_of_nothing_is_refused(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    called = call(world.write(tmp_path), "mutate", *words)

    assert (called.code, called.out) == (2, "")
    assert said in called.err
