"""Reasons that somebody gives for issuing, refusing, enforcing or answering a subpoena.

Each rule is a turn of phrase, in the table beside this module, that names one reason; the values
are codes of the vocabulary of grounds. Whose reason it is, and whether a court took it, a person
decides.
"""

import re
from collections.abc import Iterator

from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found
from extraction.facts.phrases import phrases
from extraction.text.candidates import Span
from extraction.text.spans import Cover

GROUNDS = phrases(__file__, flags=0)
"""What names a reason."""
_HELD_OPEN = re.compile(r"\b(?:if|unless)\b[^,;]{0,30}$|\bwhether\b[^,;]{0,90}$", re.I)


def grounds(sentence: str) -> Iterator[Found]:
    """Reasons in a sentence that speaks of a subpoena or of those who send or get one.

    A reason that a sentence names twice is one: not issued by a court, nor signed by a judge.
    """
    if is_question(sentence):
        return
    taken, low = Cover(), sentence.lower()
    for ground in GROUNDS:
        opens = ground.value != "not_court_issued"
        for match in ground.matches(sentence, low):
            supposed = opens and _HELD_OPEN.search(sentence, 0, match.start())
            if match.group().strip() and not supposed and taken.add(match.span()):
                span = _whole(sentence, match.span())
                yield Found("ground", span, ground.rule, ground.value, {}, {})
                break


def _whole(sentence: str, span: Span) -> Span:
    """A span to the end of its last word.

    >>> _whole("The law requires it", (0, 11))
    (0, 16)
    """
    start, end = span
    while sentence[end - 1 : end].isalnum() and sentence[end : end + 1].isalnum():
        end += 1
    return start, end
