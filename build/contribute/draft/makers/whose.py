"""Whether the words of a text say whose papers a sentence tells of.

A text with papers to several bodies, or with several papers to one, seldom says so each time. A
sentence tells of the papers of an act if it tells of their sending or names who got them, or if it
goes on, in its paragraph, from one that does. As long as a text has told of one paper every other
sentence tells of that paper too, unless somebody else is named or acts there, or the sentence goes
on from one where that is so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from contribute.draft.makers.papers.doubts import Doubts
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import (
    ASIDE,
    IN_YEAR,
    NONE_SENT,
    OPEN,
    SENDING,
    agencys,
    noun,
)
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Passage
from contribute.draft.turns import turns

WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""

PLACES = re.compile(r"-(county|parish|district)$")
"""How the id of a government ends that is called so in short: "the county"."""


@dataclass(frozen=True)
class Whose:
    """Says of the sentences of one text whether they tell of the papers of an act."""

    scene: Scene

    def is_told(self, paper: Paper, passage: Passage) -> bool:
        """Whether words say that a passage tells of the papers of an act, or the text has told of
        no other papers."""
        stretch = passage.stretch
        if stretch in paper.told:
            return True
        if self._is_after_more(paper, stretch):
            return False
        are_several = self._are_several(paper, stretch)
        if WORDS["one_of_them"].search(self._words(stretch)) and are_several:
            return self.scene.belonging.ordered(stretch) is paper
        for before in self._back(stretch):
            if before.number in self._sent(paper) or self._names(paper, before):
                return not self._names_another(paper, before)
            if self._names_another(paper, before):
                return False
        return not are_several

    def is_aside(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence tells of "a similar fight", of another state, or of an earlier year,
        and of no sending of the papers of an act."""
        if stretch.number in self._sent(paper):
            return False
        published = self.scene.reading.published
        year = IN_YEAR.match(self._words(stretch))
        sent = paper.main.year or (published[0].year if published else 0)
        if year and int(year["year"]) < int(sent):
            return True
        own = paper.state
        named = {str(c.value) for c in self.scene.reading.inside(stretch, "jurisdiction")}
        states = {each for each in named if each.count("-") == 1}
        is_other = own and states and not any(each.startswith(own) for each in named)
        return bool(is_other or ASIDE.search(self._words(stretch)))

    def _is_after_more(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence goes on, in its paragraph, from one on papers without an act."""
        for before in self._back(stretch):
            if before.number in self._sent(paper):
                return False
            if before.number in self._more:
                return True
        return False

    def _back(self, stretch: Stretch) -> Iterator[Stretch]:
        """A sentence and those before it in its paragraph, the last first."""
        own = self.scene.reading.paragraph(stretch)
        yield from (s for s in reversed(own) if s.number <= stretch.number)

    def _words(self, stretch: Stretch) -> str:
        return self.scene.words(stretch.span)

    def _are_several(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a text has told of other papers, be they drafted or not, up to a sentence; or
        not yet of those of an act."""
        upto = [s for s in self.scene.reading.body if s.start <= stretch.start]
        numbers = {s.number for s in upto}
        others = [p for p in self.scene.papers if p is not paper]
        is_after = paper.is_further or WORDS["one_more"].search(self._words(paper.main.stretch))
        is_begun = bool(self._sent(paper) & numbers) or not (others or is_after)
        is_other = any(self._sent(p) & numbers for p in others)
        return not is_begun or is_other or bool(self._more & numbers)

    @cached_property
    def _more(self) -> frozenset[int]:
        """The numbers of the sentences that tell of papers of which there is no act."""
        numbers = {number for paper in self.scene.papers for number in paper.doubts}
        doubts = Doubts(self.scene.reading, self.scene.known, self.scene.receivers)
        more = (
            s.number
            for s in self.scene.reading.body
            if WORDS["one_more"].search(self._words(s))
            or self._is_of_nobody(s)
            or doubts.is_unsure(self.scene.papers, s)
        )
        return frozenset((*numbers, *more))

    def _is_of_nobody(self, stretch: Stretch) -> bool:
        """Whether a sentence tells that a subpoena was sent, and is one of no act."""
        reading = self.scene.reading
        sent = {number for paper in self.scene.papers for number in self._sent(paper)}
        is_none = any(p.search(reading.text, *stretch.span) for p in (OPEN, NONE_SENT))
        if stretch.number in sent or stretch.region != "body" or is_none:
            return False
        papers = (p for p in agencys(reading.text, stretch.span) if p["paper"])
        is_new = any(noun(p) == "subpoena" and (p["one"] or p["n"]) for p in papers)
        return is_new and bool(SENDING.search(reading.text, *stretch.span))

    def _names(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence names who got the papers of an act, and of no other one."""
        others = [p.body for p in self.scene.papers if p is not paper]
        own = paper.body
        if any(body.agency_id == own.agency_id for body in others):
            return False
        is_alone = all(body.jurisdiction_id != own.jurisdiction_id for body in others)
        noun = PLACES.search(own.jurisdiction_id or "") if is_alone else None
        is_place = noun and re.search(rf"\b{noun[1]}\b", self._words(stretch))
        return bool(
            is_place
            or self._is_of_noun(paper, stretch)
            or self.scene.names_receiver(paper, stretch)
        )

    def _is_of_noun(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence is on "the letter" of a text with one letter."""
        own = paper.main.noun
        is_one = [p.main.noun for p in self.scene.papers].count(own) == 1 and not self._more
        its = rf"\b(?:the|this|that|these|those|its) (?:\w+ )?{own}"
        return is_one and bool(re.search(its, self._words(stretch)))

    def _names_another(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence names another one who got papers, or a body of another place."""
        others = {p.body.agency_id for p in self.scene.papers} - {paper.body.agency_id}
        place = paper.body.jurisdiction_id
        bodies = [body for _, body in self.scene.receivers.named(stretch)]
        bodies += self.scene.bodies_in(stretch)
        is_told = any(stretch.number in self._sent(p) for p in self.scene.papers if p is not paper)
        return is_told or any(
            body.agency_id in others
            or (body.agency_id != paper.body.agency_id and body.jurisdiction_id != place)
            for body in bodies
        )

    def _sent(self, paper: Paper) -> set[int]:
        """The numbers of the sentences on the sending of an act."""
        return {stretch.number for stretch in paper.told}
