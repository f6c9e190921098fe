"""What the learned model adds to the rules, and what it drops of them.

Its facts are answers, what is asked for, deadlines, detainers and reasons. Their particulars are
read from the words: whether an answer is only announced, how many days a deadline has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extraction.facts.amounts import NUMBER, number
from extraction.facts.found import Found, apart
from extraction.facts.model import Facts, Told
from extraction.facts.signs import Signs
from extraction.text.candidates import Span

RULE = "model"
DURATION = re.compile(
    rf"\b(?P<number>{NUMBER}|a|another)(?:[ -](?:business|working|calendar|more|extra|additional))?"
    r"[ -](?P<unit>day|week|month|hour)s?\b",
    re.I,
)
"""How long: ten business days, a 72-hour deadline."""
HABIT = frozenset({"do", "does", "don't", "doesn't"})
"""Auxiliaries of a standing policy: the county does not comply with subpoenas."""
AHEAD = frozenset({"will", "would", "won't", "wouldn't", "'ll", "going", "plan", "plans"})


UNLIKELY = {"response": 0.003, "ground": 0.01, "information_sought": 0.005}
"""Share below which a proposal of a rule is dropped: most of such were wrong."""


def learned(sentence: str, before: str, ruled: Iterable[Found]) -> Iterator[Found]:
    """The facts that rules find in a sentence, without unlikely ones, and what the model adds.

    `before` is the sentence before. The model adds nothing where a rule reads a fact of the kind.
    """
    facts, kept = Facts(Signs(sentence, before)), list[Found]()
    for one in ruled:
        if facts.share(one.kind, one.span) >= UNLIKELY.get(one.kind, 0.0):
            kept.append(one)
    yield from kept
    for kind, fact in facts.told():
        span = facts.words.reading.span(fact.first, fact.last)
        if all(apart(span, one.span) for one in kept if one.kind == kind):
            yield _found(sentence, facts.words, kind, fact)


def _found(sentence: str, words: Signs, kind: str, fact: Told) -> Found:
    """A fact of the model with its particulars."""
    span = words.reading.span(fact.first, fact.last)
    value, parts, attributes = fact.value or None, {"cue": span}, dict[str, str]()
    if kind == "deadline":
        value, parts, attributes = _time(sentence, span)
    elif kind in ("response", "detainer"):
        attributes["scope"] = _scope(words, fact)
    elif kind in ("information_sought", "ground"):
        parts = {}
    return Found(kind, span, RULE, value, parts, attributes, fact.probability)


def _time(sentence: str, span: Span) -> tuple[str | None, dict[str, Span], dict[str, str]]:
    """Number and unit of a deadline that is so long; else it is a day."""
    match = DURATION.search(sentence, span[0], min(len(sentence), span[1] + 8))
    if match is None or match.start() >= span[1]:
        return None, {"cue": span}, {"unit": "date"}
    parts = {"cue": span, "number": match.span("number"), "unit": match.span("unit")}
    return number(match["number"].lower()), parts, {"unit": match["unit"].lower()}


def _scope(words: Signs, fact: Told) -> str:
    """Whether somebody did it, says that it will, or has it for a rule."""
    low = words.p.low[max(0, fact.first - 2) : fact.last + 1]
    if not HABIT.isdisjoint(low):
        return "policy"
    is_ahead = any(
        known is not None and known.ahead
        for k in range(fact.first, fact.last + 1)
        if words.told[k]
        for known in [words.reading.told(k)]
    )
    return "announced" if is_ahead or not AHEAD.isdisjoint(low) else "event"
