"""What became of each value: two readers agree with it, or a third settles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bench.audit.cells import Cell, rank
from bench.audit.compare import Relation, relation
from bench.audit.folders import Form
from bench.audit.rows import Rows
from ice_subpoenas.vocabularies import Verdict

LETTERS = "abc"

Given: TypeAlias = tuple[str | None, ...]
"""The answers of two readers; null where one finds that the words do not decide."""


@dataclass(frozen=True)
class Asked:
    """A cell that readers are asked for, and the value that is judged: the published one, or one
    that is planted and wrong. `n_cells` is the size of its stratum."""

    cell: Cell
    value: str
    is_planted: bool
    n_cells: int
    form: Form


@dataclass(frozen=True)
class Judged:
    """A value with the two answers, how they stand to it, and what it came to."""

    asked: Asked
    answers: Given
    relations: tuple[Relation | None, ...]
    verdict: str | None = None
    reason: str | None = None


def judged(rows: Rows, asked: Asked, answers: Given) -> Judged:
    """A value by its two answers; without verdict where they do not both give it."""
    relations = tuple(
        None if answer is None else relation(rows, asked.cell, asked.value, answer)
        for answer in answers
    )
    found = Judged(asked, answers, relations)
    if set(relations) == {"same"}:
        return replace(found, verdict=Verdict.RIGHT.value)
    if set(relations) == {None}:
        reason = "Two readers found that the words do not decide it."
        return replace(found, verdict=Verdict.NOT_DECIDABLE.value, reason=reason)
    return found


def candidates(rows: Rows, found: Judged, seed: int) -> dict[str, str]:
    """The value and the answers that differ from it, by letter, in random order."""
    cell = found.asked.cell
    differing = [found.asked.value]
    for answer in found.answers:
        if answer and all(relation(rows, cell, each, answer) != "same" for each in differing):
            differing.append(answer)
    order = sorted(differing, key=lambda each: rank(seed, "letters", *cell.place, each))
    return dict(zip(LETTERS, order, strict=False))


def settled(
    rows: Rows, found: Judged, letters: Mapping[str, str], fits: Sequence[str] | None
) -> Judged:
    """A value by the third reader: the letters of the candidates that fit; null if undecided.

    The reason tells no answer, which could accuse somebody.
    """
    cell, fitting = found.asked.cell, [letters[letter] for letter in fits or ()]
    is_found = (
        a and any(relation(rows, cell, f, a) == "same" for f in fitting) for a in found.answers
    )
    if fits is None:
        verdict, said = Verdict.NOT_DECIDABLE, "found that the words do not decide it"
    elif found.asked.value not in fitting:
        verdict, said = Verdict.WRONG, "did not find the value in the words"
    elif all(is_found):
        verdict, said = Verdict.RIGHT, "found the answers of all in the words"
    else:
        verdict = Verdict.AUDITOR_AT_FAULT
        said = "found the value in the words, where another had read something else"
    return replace(found, verdict=verdict.value, reason=f"A third reader {said}.")
