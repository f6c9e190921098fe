"""The site has words for every code: whoever adds a code is told where the pages need it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from ice_subpoenas import vocabularies as v
from ice_subpoenas.prose import disputes
from ice_subpoenas.row import Vocabulary
from website import annotations as web
from website import passages, world
from website.act import matters, people, sending
from website.front import chart, numbers, tables

WHOLE: dict[str, tuple[Iterable[str | None], type[Vocabulary], set[str]]] = {
    "the side of a reason": (matters.SIDES, v.Side, set()),
    "what a reason is given for": (matters.TOWARD, v.Toward, set()),
    "what a passage does to a value": (passages.GIVES, v.Stance, set()),
    "the order of passages": (world.STANCES, v.Stance, set()),
    "the motive of an annotation": (web.MOTIVES, v.Stance, set()),
    "an event in the list": (chart.TOLD, v.EventKind, {"threat", "statement", "report"}),
}
"""For each use its codes, their vocabulary, and those that are left out on purpose."""

SOME: dict[str, tuple[Iterable[str], tuple[type[Vocabulary], ...], set[str]]] = {
    "orders to comply": (numbers.ORDERED, (v.EnforcementStatus,), set()),
    "orders not to comply": (numbers.FORBIDDEN, (v.EnforcementStatus,), set()),
    "what a ruling is on": (tables.ON, (v.Decides,), set()),
    "what a court ruled": (tables.RULED, (v.Result,), set()),
    "who speaks for a side": (matters.SPEAKERS, (v.Side,), set()),
    "facts with a contrary": (disputes.OPPOSED, (v.FactKind,), set()),
    "contraries of facts": ([kind for kind, _ in disputes.OPPOSED.values()], (v.FactKind,), set()),
    "offenses": (people.CALLED, (v.Offense,), set()),
    "how a fact is put": (people.PUT, (v.Modality,), set()),
    "names of papers": (sending.PAPERS, (v.Instrument,), set()),
}
"""For each use its codes, their vocabularies, and what stands there and is no code."""


@pytest.mark.parametrize("use", WHOLE)
def test_every_code_has_its_words(use: str) -> None:
    found, vocabulary, left_out = WHOLE[use]
    known = {code for code in found if code is not None}

    assert known | left_out == {*vocabulary.codes()}
    assert known.isdisjoint(left_out)


@pytest.mark.parametrize("use", SOME)
def test_no_words_stand_for_a_code_that_is_gone(use: str) -> None:
    found, vocabularies, others = SOME[use]

    assert {*found} - others <= {code for each in vocabularies for code in each.codes()}
