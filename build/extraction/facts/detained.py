"""What became of detainers that a sentence does not name again: the jail held him on one.

The turns of phrase stand in the table beside this module. They are read only where the sentence or
the one before it names a detainer.
"""

import re
from collections.abc import Iterator

from extraction.facts.clauses.retold import is_retold
from extraction.facts.clauses.sentence import is_question
from extraction.facts.detainers import detainers
from extraction.facts.found import Found, apart
from extraction.facts.phrases import phrases

PHRASES = phrases(__file__)
"""What is done to a detainer, or to somebody on one, that was named before."""
_NAMES = re.compile(
    r"\bdetainers?\b|\bI-247|\b(?:ICE|immigration|federal) holds?\b|\bhold requests?\b", re.I
)
"""What surely names a detainer."""
_STEMS = ("etainer", "old", "I-247", "ETAINER", "OLD")
"""Letters of which every such name holds some."""
_OPEN_BEFORE = re.compile(
    r"\b(?:if|unless|whether|would|could|should|must|may|might|can|to|cannot|asks?|asked|"
    r"requests?|requested|demands?|demanded|wants?|wanted|requires?|required)\b"
    r"[^.;,]{0,30}$",
    re.I,
)
"""Words behind which nothing is told as done: the jail should have held him on one."""


def detained(before: str, sentence: str) -> Iterator[Found]:
    """What a sentence tells of a detainer that it, or the one before it, names."""
    if not any(stem in sentence or stem in before for stem in _STEMS):
        return
    low = sentence.lower()
    matches = [(phrase, match) for phrase in PHRASES for match in phrase.matches(sentence, low)]
    if not matches or not (_NAMES.search(sentence) or _NAMES.search(before)):
        return
    if is_question(sentence):
        return
    told = [found.span for found in detainers(sentence)]
    for phrase, match in matches:
        cue = match.span("cue")
        is_open = _OPEN_BEFORE.search(sentence, max(0, cue[0] - 40), cue[0])
        if is_open or is_retold(sentence, cue):
            continue
        if all(apart(cue, span) for span in told):
            told.append(cue)
            yield Found(
                "detainer", cue, phrase.rule, phrase.value, {"cue": cue}, {"scope": "event"}
            )
