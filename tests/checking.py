"""Parts of a check, for tests that look at values alone, or at what one rule says."""

from __future__ import annotations

from pathlib import Path

import pytest

from check import stages
from check.settling import proposals, unsettled
from ice_subpoenas.problem import Problem
from ice_subpoenas.rules import ask
from ice_subpoenas.rules.declare import RULES


def filled(root: Path) -> stages.Checked:
    """The complete rows of a checkout of good form, of which no rule was asked: half of a check."""
    sound = stages.read(root)
    assert isinstance(sound, stages.Sound)
    relations = stages.filled(sound, stages.words(sound))
    return stages.Checked((), stages.STAGES[0], sound, relations)


def told_by(root: Path, *codes: str) -> list[Problem]:
    """What the questions of some rules tell of a checkout of good form; no others are asked."""
    sound = stages.read(root)
    assert isinstance(sound, stages.Sound)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ask, "RULES", {code: RULES[code] for code in codes})
        words = stages.words(sound)
        found = stages.examine(sound, words, stages.filled(sound, words)).problems
        return [each for each in found if each.code in codes]


def left_open(root: Path) -> list[Problem]:
    """What is proposed or mentioned in a checkout of good form and settled by nothing."""
    checked = filled(root)
    assert checked.sound is not None
    assert checked.relations is not None
    asked = proposals.Asked(checked.sound.pages, checked.relations, checked.sound.others)
    return list(unsettled.problems(asked))
