"""How answers stand to a value, and what became of it: two readers agree, or a third settles.

Only the same is agreement; all else gets a second look.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from bench.audit.cells import Cell, Kind, Rows, rank
from bench.audit.folders import Form
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.find import plain
from ice_subpoenas.vocabularies import Verdict

Relation = Literal["same", "near", "other"]
"""An answer that says the same, one that says more or less and can be true beside the value, or one
that cannot."""


def relation(rows: Rows, cell: Cell, value: str, answer: str) -> Relation:
    """How an answer for a cell stands to a value."""
    if cell.kind == "date":
        return of_days(value, answer)
    if cell.kind == "name":
        return of_words(value, answer)
    if value == answer:
        return "same"
    return "near" if {(value, answer), (answer, value)} & rows.wider else "other"


def of_days(value: str, answer: str) -> Relation:
    """How two EDTF strings stand to each other, as sets of days.

    >>> of_days("2020-01", "[2020-01-01..2020-01-31]"), of_days("2020-01-13", "2020-01")
    ('same', 'near')
    >>> of_days("2020", "2020-01"), of_days("2020-01", "2020-02")
    ('near', 'other')
    """
    mine, given = edtf.parse(value), edtf.parse(answer)
    if mine == given:
        return "same"
    return "near" if edtf.meet(mine, given) else "other"


def of_words(value: str, answer: str) -> Relation:
    """How words stand to each other, without regard to capitals, marks and a leading article.

    >>> of_words("The Denver Post", "Denver Post"), of_words("acting mayor", "Mayor")
    ('same', 'near')
    """
    mine, given = f" {_words(value)} ", f" {_words(answer)} "
    if mine == given:
        return "same"
    return "near" if given in mine or mine in given else "other"


def _words(text: str) -> str:
    found = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", plain(text).casefold())
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) and found[1:] else found)


def is_form_of(kind: Kind, answer: str) -> bool:
    """Whether an answer has the form of its kind.

    >>> is_form_of("date", "Friday"), is_form_of("number", "four"), is_form_of("number", "4")
    (False, False, True)
    """
    if kind == "number":
        return bool(re.fullmatch(r"[0-9]{1,9}", answer))
    if kind == "date":
        try:
            return bool(edtf.parse(answer))
        except ValueError:
            return False
    return kind != "name" or bool(_words(answer))


# --- verdicts -------------------------------------------------------------------------------------

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
    """A value with the two answers, and what it came to."""

    asked: Asked
    answers: Given
    verdict: str | None = None
    reason: str | None = None


def judged(rows: Rows, asked: Asked, answers: Given) -> Judged:
    """A value by its two answers; without verdict where they do not both give it."""
    relations = {
        None if answer is None else relation(rows, asked.cell, asked.value, answer)
        for answer in answers
    }
    if relations == {"same"}:
        return Judged(asked, answers, Verdict.RIGHT.value)
    if relations == {None}:
        reason = "Two readers found that the words do not decide it."
        return Judged(asked, answers, Verdict.NOT_DECIDABLE.value, reason)
    return Judged(asked, answers)


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
