"""What a rule answers: a speaker for a quotation, and the name of the rule."""

from __future__ import annotations

from typing import NamedTuple

from extraction.grammar.noun_phrases import Mention
from extraction.grammar.reporting import Paragraph, Saying
from extraction.text.candidates import Span
from extraction.text.words import word_set


class Attribution(NamedTuple):
    """A speaker for a quotation, and the rule that found it."""

    rule: str
    speaker: Span
    cue: Span | None = None
    paragraph: Paragraph | None = None
    saying: Saying | None = None

    def carried(self, rule: str) -> Attribution:
        """The same speaker for a further quotation."""
        return self._replace(rule=rule)


def from_saying(g: Paragraph, rule: str, saying: Saying) -> Attribution:
    return Attribution(rule, g.span(saying.speaker), g.span((saying.cue, saying.cue)), g, saying)


def from_mention(g: Paragraph, rule: str, mention: Mention | None) -> Attribution | None:
    return Attribution(rule, g.span(mention), None, g) if mention else None


SURE = word_set("""
say tell add write ask explain reply respond tweet continue warn argue insist declare note state
announce claim conclude recall joke quip
""")
"""Plain verbs of saying."""
