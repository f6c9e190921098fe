"""What a sentence tells, by learned models: answers, reasons, what became of detainers, deadlines.

Clauses may tell the first three, times the last. What each shows, among it what rules find there,
is weighed, and the sum tells how likely it is; further weights choose the code that no rule gives.
What rules find is told in their words. All weights stand in files of named numbers, which
`python -m bench.facts.train` writes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extraction.facts.asked.deadlines import HINT, of_time
from extraction.facts.asked.times import times
from extraction.facts.clauses.parts import Clauses, trimmed
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.facts.weighed import Weights, best_codes, probability, share, weight, weights
from extraction.text.candidates import Span

RULE = "model"
BY_PLACE = frozenset(["ground"])
"""Kinds that are as likely as their place, however sure their code is."""
SHOWN = 3  # likely codes of what is judged by its place alone
FACTS = Path(__file__).parent


class Candidate(NamedTuple):
    """What may be told: as it is if no rule tells it, what it shows, and what rules tell of it."""

    fact: Found
    features: Sequence[str]
    ruled: Sequence[Found] = ()


Reader = Callable[[Clauses, Sequence[Found]], Iterator[Candidate]]
"""What may be told of a kind in a sentence, given what rules tell of it."""


class Model(NamedTuple):
    """What tells a kind, and the probability from which on it does."""

    kind: str
    path: Path
    read: Reader
    least: float


def _clauses(kind: str) -> Reader:
    """Every clause, as a fact of a kind whose code is yet to be chosen."""

    def read(clauses: Clauses, ruled: Sequence[Found]) -> Iterator[Candidate]:
        for span, features in clauses.with_features:
            own = [one for one in ruled if not apart(one.span, span)]
            cue = trimmed(clauses.sentence, span)
            rest = ({}, {}) if kind in BY_PLACE else ({"cue": cue}, {"scope": "event"})
            shown = dict.fromkeys(f"rule is {one.value}" for one in own)
            fact = Found(kind, cue, RULE, "", *rest)
            yield Candidate(fact, [*features, *clauses.about, *_shown(own), *shown], own)

    return read


def _times(clauses: Clauses, ruled: Sequence[Found]) -> Iterator[Candidate]:
    """Every time, as a deadline."""
    sentence = clauses.sentence
    for time in times(sentence) if HINT.search(sentence) else ():
        own = [one for one in ruled if not apart(_time(one), time.span)]
        fact = of_time(sentence, time, RULE, time.span)
        yield Candidate(fact, [*clauses.beside(time.span), *_shown(own)], own)


def _time(deadline: Found) -> Span:
    """Where a deadline has its day, or how long it is."""
    return deadline.parts.get("date") or deadline.parts["number"]


def _shown(ruled: Sequence[Found]) -> list[str]:
    """The features of what rules find."""
    return [*dict.fromkeys(f"rule {one.rule}" for one in ruled), *(["rule"] if ruled else [])]


MODELS = (
    Model("response", FACTS / "answers" / "responses.json", _clauses("response"), 0.38),
    Model("detainer", FACTS / "detainers.json", _clauses("detainer"), 0.55),
    Model("ground", FACTS / "why" / "reasons.json", _clauses("ground"), 0.33),
    Model("deadline", FACTS / "asked" / "deadlines.json", _times, 0.39),
)


def proposed(clauses: Clauses, ruled: Sequence[Found]) -> Iterator[Found]:
    """What models tell in a sentence, given what rules tell there; a question tells nothing."""
    for model in () if is_question(clauses.sentence) else MODELS:
        own = [one for one in ruled if one.kind == model.kind]
        known = weights(model.path, model.kind)
        found: dict[tuple[Span, str | None], tuple[float, Found]] = {}
        for fact, likely in judged(model.read(clauses, own), known, model.least):
            told_by, key = probability(likely, known.worth), (fact.span, fact.value)
            if told_by >= model.least and told_by > found.get(key, (0.0,))[0]:
                found[key] = told_by, fact
        for told_by, fact in found.values():
            yield fact._replace(probability=told_by)


def judged(
    candidates: Iterable[Candidate], known: Weights, least: float = 0.0
) -> Iterator[tuple[Found, float]]:
    """What is told if it is told, with how likely that is; from a probability on."""
    for one in candidates:
        likely = share(weight(one.features, known.features))
        if probability(likely, known.worth) < least:
            continue
        for fact in one.ruled or [one.fact]:
            if fact.value == "":
                codes, sure = best_codes(one.features, known)
                is_by_place = fact.kind in BY_PLACE
                more = {"codes": " ".join(codes[:SHOWN])} if is_by_place else fact.attributes
                told = fact._replace(value=codes[0], attributes=more)
                yield told, likely * (1 if is_by_place else sure)
            else:
                yield fact, likely
