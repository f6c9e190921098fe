"""Answers by turns of phrase, which no single verb tells: asked for more time, said no.

They stand in the table beside this module. Behind words that leave it open, such as `if` or
`urged`, a turn of phrase tells nothing.
"""

import re
from collections.abc import Iterator

from extraction.facts.clauses.answering import RECIPIENTS
from extraction.facts.found import Found
from extraction.facts.phrases import phrases
from extraction.text.spans import Cover

_RECIPIENTS = RECIPIENTS - {"he", "she", "i", "it"}
IDIOMS = phrases(__file__, pieces={"RECIPIENT": rf"(?:{'|'.join(sorted(_RECIPIENTS))})"})
_OPEN_BEFORE = re.compile(
    r"(?:n[’']t|\b(?:if|unless|whether|urg(?:e|es|ed|ing)|should|must|could|may|might|can|please|"
    r"ought to|(?:refus|declin)\w+|had (?:the|it)|not|never|without|"
    r"ask(?:ed|s|ing)? (?:the |that |him |her |them )?(?:\w+ )?(?:to|that)))\b[^.;,“”]{0,40}$",
    re.I,
)
"""Words behind which a turn of phrase is not told as done: urged the city to move to quash."""


def idioms(sentence: str) -> Iterator[Found]:
    """Answers by turns of phrase, each stretch of the sentence once."""
    taken, low = Cover(), sentence.lower()
    for idiom in IDIOMS:
        for match in idiom.matches(sentence, low):
            cue = match.span(match.lastgroup or 0)
            said = idiom.value == "no_comment" or not _OPEN_BEFORE.search(
                sentence, max(0, cue[0] - 70), cue[0]
            )
            if said and taken.add(cue):
                parts, scope = {"cue": cue}, {"scope": "event"}
                yield Found("response", cue, idiom.rule, idiom.value, parts, scope)
