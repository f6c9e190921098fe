"""What became of detainers: lodged, honored or declined.

Every answer needs a verb that the sentence asserts, and a detainer to which it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.clauses import Reading, Told
from extraction.facts.found import Found
from extraction.grammar import cues
from extraction.grammar.parse import (
    AUXILIARY,
    COLON,
    COMMA,
    DETERMINER,
    NAME,
    PREPOSITION,
    STOP,
    VERB,
)

DETAINERS = frozenset(["detainer", "detainers"])
LODGED, HONORED, DECLINED = "lodged", "honored", "declined"
VALUES = {
    form: value
    for value, lemmas in (
        (LODGED, "lodge place file issue log"),
        (HONORED, "honor honour comply accept"),
        (DECLINED, "ignore reject disregard decline deny refuse"),
    )
    for lemma in lemmas.split()
    for form in cues.forms(lemma)
} | {"logged": LODGED}
"""What a verb does to a detainer, by every form."""
DESPITE = re.compile(r"\breleased?\b[^.;“”]{0,80}?\bdespite\b[^.;“”]{0,60}?\bdetainers?\b", re.I)
_BETWEEN = frozenset(
    """
about over regarding concerning that who which to by for because and but when lawsuit lawsuits suit
report reports statement statements memo policy policies guidance ruling rulings rules
""".split()
)
"""Words before a detainer that make it no object of the verb: issued a report on detainers."""
_REQUESTS = frozenset(["request", "requests", "it", "them"])
"""What may mean the detainer that was named before."""
_NONE = frozenset(["no", "without"])
_POLICY = frozenset("will would won't do does don't doesn't refuse refuses cannot can't".split())
"""Words that tell of a rule or of what is to come, and not of an event."""


def detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honored or declined, and not only supposed to be: if one is lodged."""
    reading, told_declined = Reading(sentence, of_anybody=True), False
    for verb, low in enumerate(reading.p.low):
        told = reading.told(verb) if low in VALUES else None
        found = _done(reading, verb, told) if told else None
        if found:
            told_declined = told_declined or found.value == DECLINED
            yield found
    for match in () if told_declined else DESPITE.finditer(sentence):
        parts, scope = {"cue": match.span()}, {"scope": "event"}
        yield Found("detainer", match.span(), "released-despite", DECLINED, parts, scope)


def _done(reading: Reading, verb: int, told: Told) -> Found | None:
    """What a verb tells of a detainer."""
    rule, at = VALUES[reading.p.low[verb]], _detainer(reading, verb, told)
    if at is None or _is_adjective(reading, verb):
        return None
    negated = told.negated or not _NONE.isdisjoint(reading.p.low[max(0, at - 3) : at])
    if (negated and rule != HONORED) or (rule == LODGED and _is_habit(reading, verb)):
        return None
    first = min(max(told.first, 0), verb)
    policy = told.ahead or not _POLICY.isdisjoint(reading.p.low[first : verb + 1])
    span = reading.span(min(first, at), max(verb, at))
    cue = {"cue": reading.span(first, verb)}
    scope = {"scope": "policy" if policy else "event"}
    return Found("detainer", span, rule, DECLINED if negated else rule, cue, scope)


def _detainer(reading: Reading, verb: int, told: Told) -> int | None:
    """The detainer to which a verb does something, before it or behind it."""
    p, first = reading.p, DETAINERS.isdisjoint(reading.p.low[:verb])
    low, high = p.bounds(verb)
    if VALUES[p.low[verb]] == LODGED or told.passive or p.low[verb - 1] in DETAINERS | _REQUESTS:
        for k in range(told.first - 1, max(low - 1, told.first - 12), -1):
            if p.tag[k] in (COMMA, STOP, COLON) and p.low[k + 1] not in ("which", "that"):
                break
            if p.low[k] in DETAINERS:
                return k
    for k in range(verb + 1, min(high, verb + 11)):
        word = p.low[k]
        if word in DETAINERS or (not first and word in _REQUESTS):
            return k
        if word in _BETWEEN or word in VALUES or p.tag[k] in (STOP, COLON, AUXILIARY):
            break
    return None


def _is_adjective(reading: Reading, verb: int) -> bool:
    """Whether a participle says of which kind a detainer is: a report on declined detainers."""
    p = reading.p
    if p.tag[verb] == NAME and not reading.headline:
        return True
    return p.low[verb].endswith("ed") and p.tag[verb - 1] in (VERB, PREPOSITION, DETERMINER)


def _is_habit(reading: Reading, verb: int) -> bool:
    """Whether it is what is done again and again: the agency issues detainers."""
    form = reading.p.low[verb]
    present = not form.endswith(("ed", "ing")) and reading.p.low[verb - 1] not in ("will", "to")
    return present and not reading.headline
