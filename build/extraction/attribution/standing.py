"""What is told of anybody who may have said a quotation: how named, where standing, what between.

These features are the same for every candidate, whichever rule or place offered it.
"""

import re
from bisect import bisect_left

from extraction.attribution.candidates import word
from extraction.attribution.mentions import form
from extraction.attribution.passages import Passage
from extraction.grammar import tags
from extraction.grammar.reporting import Paragraph
from extraction.text.candidates import Span

_FIRST_PERSON = re.compile(r"\b(?:I|my|me|[Ww]e|[Oo]ur|us)\b")


class Standing:
    """What is told of everybody who may have said one quotation."""

    def __init__(self, g: Paragraph, passage: Passage) -> None:
        self.g, self.token = g, passage.token
        self.low, self.high = g.p.bounds(passage.token)
        said = slice(passage.segment.start, passage.segment.end)
        first = _FIRST_PERSON.search(g.text, said.start, said.stop)
        self.person = "first person" if first else "third person"
        self.mark = next((mark for mark in "?!" if mark in g.text[said]), "")

    def of(self, speaker: Span) -> list[str]:
        """The features of one speaker's mention."""
        words, p = self.g.text[slice(*speaker)], self.g.p
        who = form(words)
        found = [f"is {who}, {self.person}", f"words {min(words.count(' '), 5)}"]
        if self.mark:
            found.append(f"is {who} {self.mark}")
        if not self.g.begin <= speaker[0] < self.g.stop:
            found.append("elsewhere")
            return found
        first, last = bisect_left(p.start, speaker[0]), bisect_left(p.start, speaker[1]) - 1
        if self.low <= first < self.high:
            return found + self._in_sentence(first, last, who)
        away = p.sentence[self.token] - p.sentence[min(first, len(p) - 1)]
        found.append(f"{max(-2, min(away, 2))} sentences")
        return found

    def _in_sentence(self, first: int, last: int, who: str) -> list[str]:
        """What stands beside the mention, and between it and the quotation."""
        p, token = self.g.p, self.token
        side, start, stop = "right", token + 1, first
        if first < token:
            side, start, stop = "left", last + 1, token
        verbs = min(3, sum(map(self.g.subjects.is_finite, range(start, stop))))
        lead = "start" if token == self.low else word(p, token - 1)
        before = "start" if first <= self.low else word(p, first - 1)
        behind, next_word = "end", "end"
        if last + 1 < self.high:
            behind, next_word = word(p, last + 1), p.low[last + 1]
        return [
            "0 sentences",
            f"{side}, {verbs} verbs",
            f"{side}, {verbs} verbs, {who}",
            f"{side}, {min(3, p.tag[start:stop].count(tags.COMMA))} commas",
            f"{side} behind {before}",
            f"{side} before {behind}",
            f"{side} before {behind}, {verbs} verbs",
            f"{side} between {before} and {behind}",
            f"{side} before word {next_word}",
            f"{side}, {verbs} verbs, quotation behind {lead}",
        ]
