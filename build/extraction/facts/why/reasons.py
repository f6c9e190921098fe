"""Reasons that somebody gives, by a learned model: which clauses of a sentence tell one.

What each clause shows, among it the turns of phrase of `grounds`, is weighed, and the sum tells how
likely it is that the clause names a reason. All weights stand in a file of named numbers, which
`python -m bench.facts.choose` writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path

from extraction.facts.clauses.parts import Clauses, trimmed
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.facts.weighed import probability, share, weight, weights
from extraction.facts.why.grounds import grounds
from extraction.text.candidates import Span

KIND = "ground"
WEIGHTS = Path(__file__).parent / "reasons.json"
RULE = "model"
RULED = "rule"
"""The sign of a clause in which a rule finds a reason."""
LEAST = 0.35  # share from which on a clause is proposed
LEAST_RULED = 0.1  # the same, if a rule finds a reason in it


def reasons(read: Clauses) -> Iterator[Found]:
    """Reasons in a sentence of a text about a subpoena.

    What a rule finds is told in its words, else the whole clause.
    """
    if is_question(read.sentence):
        return
    told, known = list(grounds(read.sentence)), weights(WEIGHTS, KIND)
    shared = weight(read.about, known.signs)
    found: dict[Span, tuple[float, Found]] = {}
    for span, signs in read.signed:
        own = [one for one in told if not apart(one.span, span)]
        likely = share(shared + weight([*signs, *ruled(own)], known.signs))
        if likely >= (LEAST_RULED if own else LEAST):
            for one in own or [_clause(read.sentence, span)]:
                found[one.span] = max(
                    (likely, one), found.get(one.span, (0.0, one)), key=itemgetter(0)
                )
    for likely, one in found.values():
        yield one._replace(probability=probability(likely, known.worth))


def ruled(told: Iterable[Found]) -> list[str]:
    """The signs of what rules find in a clause."""
    rules = dict.fromkeys(fact.rule for fact in told)
    return [*(f"rule {rule}" for rule in rules), *([RULED] if rules else [])]


def _clause(sentence: str, span: Span) -> Found:
    """A clause as a reason."""
    return Found(KIND, trimmed(sentence, span), RULE, "other", {}, {})
