"""What a person is asked about the papers: to whom they went, one act or two, on what day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contribute.draft.known import Known
from contribute.draft.makers.bodies.governments import are_near
from contribute.draft.makers.papers.belonging import OF_NATION
from contribute.draft.makers.papers.likely import OF_COURT
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.wording import (
    ASIDE,
    ASKING,
    ELSEWHERE,
    NONE_SENT,
    ONE_MORE,
    OPEN,
    PAPER,
    SENDING,
    THE_PAPERS,
    TO_AGENCY,
    VAGUE,
    agencys,
    noun,
    other_power,
)
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Row
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

WHO_GOT = (
    "who got the papers of “{} …”? {}: keep | {}: move the words to the act of that body; if it "
    "has none, draft again with --to | nobody's that counts: remove what rows took from these words"
)
LEFT = ", and list what only it used in left_out of the source"
"""What is to be done with the sentences of a held text when an act is deleted."""
IN_PASSING = (
    "“{}” is of another place, or named in passing: is this paper part of this story? yes: keep | "
    "no: delete the act, which is this file{}"
)
LEAD = 6  # sentences with which a short text begins; a longer one begins with its first half
OTHERS = "others: give them a file of their own (python build new acts subpoenas)"
REPLY = re.compile(r"\b[Ii]n an? (?:[\w.-]+ ){0,4}letter\b|\bwriting (?:on|in|that)\b")
"""A letter in which somebody answers."""


@dataclass(frozen=True)
class Doubts:
    """Asks about the papers of one text."""

    reading: Reading
    known: Known
    receivers: Receivers

    def sentences(self, found: Sequence[Paper]) -> Iterator[Stretch]:
        """Sentences that tell of a further paper of which it is not clear who sends it to whom."""
        told = {s.stretch.number for paper in found for s in paper.sendings}
        spans = [s.number for paper in found for s in paper.sendings if s.number]
        numbers = {_number(self.reading.words(span)) for span in spans}
        for stretch in self.reading.body if found else ():
            papers = [p for p in agencys(self.reading.text, stretch.span) if p["paper"]]
            is_other = any(noun(p) != "subpoena" and (p["n"] or p["one"]) for p in papers)
            is_more = any(p["n"] and _number(p["n"]) not in numbers for p in papers)
            text = self.reading.text[slice(*stretch.span)]
            is_none = any(p.search(text) for p in (TO_AGENCY, OF_COURT, REPLY))
            if stretch.number in told or not (is_other or is_more) or is_none:
                continue
            is_power = any(other_power(text, p.span()) for p in PAPER.finditer(text))
            is_sent = SENDING.search(text) and (is_power or ASKING.search(text))
            if (is_more and stretch.region == "body") or is_sent:
                yield stretch

    def before(self, found: Sequence[Paper]) -> list[Stretch]:
        """Sentences on papers of which nobody found who got them, before one on "another" paper."""
        sent = [s for paper in found for s in paper.sendings if s.stretch.region == "body"]
        first = min(sent, key=lambda s: s.stretch.number, default=None)
        if first is None:
            return []
        before = [
            s
            for s in self.reading.body
            if s.region == "body" and s.number < first.stretch.number and self._counts(s)
        ]
        own = _number(self.reading.words(first.number)) if first.number else ""
        is_more = ONE_MORE.search(self.reading.text, *first.stretch.span)
        return before if is_more or any(self._has_more(s, own) for s in before) else []

    def _has_more(self, stretch: Stretch, own: str) -> bool:
        """Whether a sentence counts more subpoenas than the first one on a sending."""
        numbers = (_number(p["n"]) for p in self.reading.find(stretch, PAPER) if p["n"])
        return own.isdigit() and any(n.isdigit() and int(n) > int(own) for n in numbers)

    def _counts(self, stretch: Stretch) -> bool:
        """Whether a sentence counts subpoenas that are no possibility."""
        papers = self.reading.find(stretch, PAPER)
        is_told = any(noun(p) == "subpoena" and (p["n"] or p["one"]) for p in papers)
        return is_told and not OPEN.search(self.reading.text, *stretch.span)

    def vaguely(self, row: Row, paper: Paper) -> Row:
        """The row with a question about words such as "last week" beside the sending."""
        told = [
            self.reading.words((c.start, c.end))
            for s in paper.sendings
            for c in self.reading.inside(s.stretch, "date")
            if s.is_served is not None and VAGUE.search(self.reading.text, c.start, c.end)
        ]
        if not told or row.columns & {"issued", "served"}:
            return row
        asked = f"“{told[0]}”: which week or month is it? if the words can mean only one, add"
        return row.asking(served=f'{asked} served = "{told[0]}" to the cells; else keep')

    def further(self, paper: Paper) -> str:
        """The question about sentences that may tell of another paper."""
        told = (self.reading.words(s.span) for s in self.reading.body if s.number in paper.doubts)
        shown = "; ".join(f"“{' '.join(words.split()[:8])} …”" for words in told)
        return f"{shown}: does it tell of these papers, or of others? these: keep | {OTHERS}"

    def who_got(self, found: Sequence[Paper], paper: Paper, own: Sequence[Stretch]) -> str:
        """The question where a sentence does not tell which of several bodies got the papers."""
        named = {
            body.agency_id: span
            for s in self.reading.body
            for span, body in self.receivers.named(s)
        }
        names = {self.reading.words(at) for at in named.values()}
        named = {
            i: at
            for i, at in named.items()
            if not OF_NATION.search(self.reading.words(at)) and self._is_printed(at, names)
        }
        named |= {p.body.agency_id: p.main.receiver for p in found}
        own_name = self.reading.words(named.pop(paper.body.agency_id))
        told = next((s for s in own if self.is_unsure(found, s)), None) if named else None
        if told is None:
            return ""
        words = " ".join(self.reading.words(told.span).split()[:8])
        return WHO_GOT.format(words, own_name, " or ".join(map(self.reading.words, named.values())))

    def _is_printed(self, at: Span, names: set[str]) -> bool:
        """Whether words are a name as the text has it, and no part of a longer one."""
        words = self.reading.words(at)
        return not any(words != name and words in name for name in names)

    def is_unsure(self, found: Sequence[Paper], stretch: Stretch) -> bool:
        """Whether a sentence tells of papers and names nobody, or several, who may have them."""
        told = [s for paper in found for s in paper.sendings if s.stretch.number <= stretch.number]
        if here := [s for s in told if s.stretch == stretch]:
            fits = {body.agency_id for _, body, _ in self.receivers.called(stretch)}
            return here[0].named != stretch and len(fits) > 1
        text = self.reading.text[slice(*stretch.span)]
        papers = agencys(text, (0, len(text)))
        is_sent = any(noun(p) == "subpoena" for p in papers) and SENDING.search(text)
        is_none = any(pattern.search(text) for pattern in (OPEN, TO_AGENCY, NONE_SENT))
        if not is_sent or is_none or stretch.region != "body":
            return False
        return len({s.body.agency_id for s in told}) != 1 or not THE_PAPERS.search(text)

    def is_in_passing(self, found: Sequence[Paper], paper: Paper) -> bool:
        """Whether papers that may be of another story are of an earlier year, of another state, or
        told of as of elsewhere."""
        first = self._first(found)
        main = self.receivers.bodies.governments.main
        if first is None and main is not None:
            is_far = not are_near(_place(paper), main.jurisdiction_id)
            return is_far and self._may_be_beside(first, paper)
        words = " ".join(self.reading.words(s.stretch.span) for s in paper.sendings)
        is_aside = ASIDE.search(words) or ELSEWHERE.search(words)
        is_other = paper.main.year or is_aside or (first and first.state != paper.state)
        return bool(first and is_other and self._may_be_beside(first, paper))

    def of_story(self, found: Sequence[Paper], paper: Paper) -> str:
        """The question whether papers belong to the story."""
        is_asked = self._may_be_beside(self._first(found), paper)
        left = LEFT if self.reading.is_held else ""
        name = self.reading.words(paper.main.receiver)
        return IN_PASSING.format(name, left) if is_asked else ""

    def _may_be_beside(self, first: Paper | None, paper: Paper) -> bool:
        """Whether only the end of a text tells of papers, or they went to a body of another place
        than those with which the story begins."""
        if self.receivers.bodies.recipients:
            return False  # a person told who got papers
        is_beside = first and {s.stretch for s in paper.sendings} & {
            s.stretch for s in first.sendings
        }
        is_of_place = first and are_near(_place(first), _place(paper))
        return not (is_beside or is_of_place or self._begins_with(paper, 0))

    def _first(self, found: Sequence[Paper]) -> Paper | None:
        """The act with which the story begins; null where it begins with none."""
        half = sum(s.region == "body" for s in self.reading.body) // 2
        leading = (each for each in found if self._begins_with(each, max(LEAD, half)))
        return min(leading, key=lambda p: p.main.stretch.number, default=None)

    def _begins_with(self, paper: Paper, n: int) -> bool:
        """Whether the headline or one of the first sentences names who got papers, or tells of
        them."""
        lead = [s for s in self.reading.body if s.region == "body"][:n]
        lead += [s for s in self.reading.body if s.region != "body"]
        told = {stretch for s in paper.sendings for stretch in (s.stretch, s.named)}
        named = {b.agency_id for s in lead for _, b in self.receivers.named(s)}
        return bool(told & {*lead}) or paper.body.agency_id in named

    def same(self, paper: Paper) -> dict[str, str]:
        """A question where the dataset has acts of the same recipient."""
        acts = ", ".join(self.known.acts.get(paper.body.agency_id, ()))
        asked = f"is it the act of {acts}? then write its words there, and delete this file"
        return {"recipient_as_printed": asked} if acts else {}


def _place(paper: Paper) -> str:
    """The government whose body got papers; of a body of nobody in particular the body."""
    return paper.body.jurisdiction_id or paper.body.agency_id


def _number(words: str) -> str:
    """The number of papers that words give, or else the words: "a pair of" and "two" are one."""
    return number_word(words, Given()) or words.split()[0].lower()
