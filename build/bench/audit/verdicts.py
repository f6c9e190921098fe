"""What became of each value: two readers agree with it, or a third settles.

The third reader gets the form again with the two answers and the value that is judged, in random
order and without a word on which is which, and says which of them the words bear out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bench.audit.cells import Cell, rank
from bench.audit.compare import Relation, relation
from bench.audit.draw import Asked
from bench.audit.forms import codes
from bench.audit.rows import Rows
from ice_subpoenas.vocabularies import Verdict
from reviewed.form import value as toml

LETTERS = "abcde"

README = """\
# A second look

Others read these {n} forms, and did not agree. Each form lists candidates that the words may bear
out. Say in `answers.toml` which of them do: `fits = ["a"]`, or several where each can be said by
these words. A candidate fits if it claims nothing that the words do not say, and leaves out nothing
that they plainly say of what is asked. Write `none = true` where the words give something else, and
`undecided = true` where they do not decide. A `note` is optional. Some candidates are wrong on
purpose. Ask nobody.
"""


@dataclass(frozen=True)
class Judged:
    """A value with the two answers, how they stand to it, and what it came to."""

    asked: Asked
    answers: tuple[str | None, ...]
    relations: tuple[Relation | None, ...]
    verdict: str | None = None
    reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether a third reader has to settle it."""
        return self.verdict is None


def judged(rows: Rows, asked: Asked, answers: tuple[str | None, ...]) -> Judged:
    """A value by its two answers; without verdict where they do not both give it."""
    relations = tuple(
        relation(rows, asked.cell, asked.value, answer) if answer is not None else None
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
    differing: list[str] = [found.asked.value]
    for answer in found.answers:
        if answer and all(relation(rows, cell, each, answer) != "same" for each in differing):
            differing.append(answer)
    order = sorted(differing, key=lambda each: rank(seed, "third", *cell.place, each))
    return dict(zip(LETTERS, order, strict=False))


def settled(
    rows: Rows, found: Judged, letters: Mapping[str, str], fits: Sequence[str] | None
) -> Judged:
    """A value by the third reader: the letters of the candidates that fit; null if undecided."""
    cell, value = found.asked.cell, found.asked.value
    if fits is None:
        return _as(found, Verdict.NOT_DECIDABLE, "a third finds that the words do not decide it")
    fitting = [letters[letter] for letter in fits]
    if value not in fitting:
        return _as(found, Verdict.WRONG, "a third does not find the value in the words")
    if all(a and any(relation(rows, cell, f, a) == "same" for f in fitting) for a in found.answers):
        return _as(found, Verdict.RIGHT, "a third finds that the words bear out all of it")
    return _as(found, Verdict.AUDITOR_AT_FAULT, "a third finds the value in the words")


def _as(found: Judged, verdict: Verdict, ending: str) -> Judged:
    """With the verdict, and the reason in words that tell no answer: it could accuse somebody."""
    differing = sum(each not in ("same", None) for each in found.relations)
    undecided = found.relations.count(None)
    parts = [f"{_readers(differing)} read something else"] if differing else []
    parts += [f"{_readers(undecided)} found it undecided"] if undecided else []
    said = " and ".join(parts)
    reason = f"{said[0].upper()}{said[1:]}; {ending}."
    return replace(found, verdict=verdict.value, reason=reason)


def _readers(number: int) -> str:
    return "two readers" if number > 1 else "one reader"


# --- the form of the third reader -----------------------------------------------------------------


def second_form(number: str, first: str, cell: Cell, letters: Mapping[str, str], names: Any) -> str:
    """The form of a first reader under a new number, with the candidates after its head."""
    head, _, rest = first.partition("\n\n[[passages]]\n")
    lines = [line for line in head.splitlines() if not line.startswith("form = ")]
    shown = [
        f"    {toml(f'{letter}: {_told(cell, each, names)}')}," for letter, each in letters.items()
    ]
    top = [f"form = {toml(number)}", *lines, "candidates = [", *shown, "]"]
    return "\n".join(top) + "\n\n[[passages]]\n" + rest


def _told(cell: Cell, candidate: str, names: Mapping[str, str]) -> str:
    """A candidate with what it means: the definition of a code, the name that an id stands for."""
    if cell.kind == "code":
        return next((c for c in codes(cell.column) if c.startswith(f"{candidate}: ")), candidate)
    return f"{candidate} — {names[candidate]}" if names.get(candidate) else candidate
