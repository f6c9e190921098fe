"""What learned models tell where no rule does: answers and deadlines.

Clauses may tell the former, times the latter. What each shows is weighed, and the sum tells how
likely it is; further weights choose the code. A clause with a verb that rules read is left to them.
All weights stand in files of named numbers, which `python -m bench.facts.choose` writes. What rules
find is no sign here: on pages that rules were written on it is worth more than on others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extraction.facts.asked.deadlines import HINT, of_time
from extraction.facts.asked.signs import stem
from extraction.facts.asked.times import times
from extraction.facts.clauses.answering import LEMMAS
from extraction.facts.clauses.parts import Clauses, trimmed
from extraction.facts.clauses.retold import is_retold
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.facts.weighed import Weights, best_code, probability, share, weight, weights

RULE = "model"
ANSWER = "response"
FACTS = Path(__file__).parent
INSIDE = ("says", "class", "means", "not", "so", "opens", "bias")
"""First words of the signs by which a code is chosen: what stands in the clause itself."""
Candidates = Callable[[Clauses], Iterator[tuple[Found, list[str]]]]
"""From a sentence, what may be proposed, as yet without a code, and what it shows."""


class Model(NamedTuple):
    """What tells a kind, and the probability from which on it does."""

    kind: str
    path: Path
    candidates: Candidates
    least: float
    read: frozenset[str] = frozenset()
    """Signs of verbs that rules read: what a clause with one tells, they judge."""

    def leaves(self, fact: Found, signs: Sequence[str], ruled: Iterable[Found]) -> bool:
        """Whether rules leave something to the model: they neither tell it nor know its verbs."""
        told = (one.span for one in ruled if one.kind == self.kind)
        return self.read.isdisjoint(signs) and all(apart(fact.span, span) for span in told)


def _says(verbs: Iterable[str]) -> frozenset[str]:
    """The signs of some verbs."""
    return frozenset(f"says {stem(verb)}" for verb in verbs)


def _clauses(read: Clauses) -> Iterator[tuple[Found, list[str]]]:
    """Every clause, as an answer."""
    for span, signs in read.signed:
        own = trimmed(read.sentence, span)
        if not is_retold(read.sentence, own):
            fact = Found(ANSWER, own, RULE, "", {"cue": own}, {"scope": "event"})
            yield fact, [*signs, *read.about]


def _times(read: Clauses) -> Iterator[tuple[Found, list[str]]]:
    """Every time, as a deadline."""
    for time in times(read.sentence) if HINT.search(read.sentence) else ():
        yield of_time(read.sentence, time, RULE, time.span), list(read.beside(time.span))


MODELS = (
    Model(ANSWER, FACTS / "answers" / "responses.json", _clauses, 0.4, _says(LEMMAS)),
    Model("deadline", FACTS / "asked" / "deadlines.json", _times, 0.6),
)


def beside(read: Clauses, ruled: Sequence[Found]) -> Iterator[Found]:
    """What is likely in a sentence, given what rules find there."""
    if is_question(read.sentence):
        return
    for model in MODELS:
        known = weights(model.path, model.kind)
        for fact, signs in model.candidates(read):
            if model.leaves(fact, signs, ruled):
                likely, value = judged(fact, signs, known)
                told_by = probability(likely, known.worth)
                if told_by >= model.least:
                    yield fact._replace(value=value, probability=told_by)


def judged(fact: Found, signs: Sequence[str], known: Weights) -> tuple[float, str | None]:
    """How likely something is, with its code, and which: what it has itself, or the likeliest."""
    likely = share(weight(signs, known.signs))
    if fact.value != "":
        return likely, fact.value
    code, sure = best_code(of_code(signs), known)
    return likely * sure, code


def of_code(signs: Sequence[str]) -> list[str]:
    """The signs by which a code is chosen."""
    return [sign for sign in signs if sign.partition(" ")[0] in INSIDE]
