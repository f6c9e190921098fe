"""Whether the words of a text say whose papers a sentence tells of.

A text with papers to several bodies, or with several papers to one, seldom says so each time. A
sentence tells of the papers of an act if it tells of their sending or names who got them, or if it
goes on, in its paragraph, from one that does. In a text with one paper every other sentence tells
of that paper too, unless it names somebody else or goes on from a sentence that does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.turns import turns

WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""

PLACES = re.compile(r"-(county|parish|district)$")
"""How the id of a government ends that is called so in short: "the county"."""


@dataclass(frozen=True)
class Whose:
    """Says of the sentences of one text whether they tell of the papers of an act."""

    scene: Scene

    def is_told(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether words say that a sentence tells of the papers of an act, or the text tells of no
        other papers."""
        if stretch.number in _sent(paper):
            return True
        if WORDS["one_of_them"].search(self._words(stretch)) and self._are_several:
            return self.scene.ordered(stretch) is paper
        for before in self._back(stretch):
            if before.number in _sent(paper) or self._names(paper, before):
                return not self._names_another(paper, before)
            if self._names_another(paper, before):
                return False
        return not self._are_several

    def _back(self, stretch: Stretch) -> Iterator[Stretch]:
        """A sentence and those before it in its paragraph, the last first."""
        own = next((p for p in self.scene.reading.paragraphs if stretch in p), (stretch,))
        yield from (s for s in reversed(own) if s.number <= stretch.number)

    def _words(self, stretch: Stretch) -> str:
        return self.scene.words(stretch.span)

    @cached_property
    def _are_several(self) -> bool:
        """Whether the text tells of several papers, be they drafted or not."""
        return len(self.scene.papers) > 1 or self._is_more

    @cached_property
    def _is_more(self) -> bool:
        """Whether the text tells of papers of which there is no act."""
        papers, body = self.scene.papers, self.scene.reading.body
        is_more = any(WORDS["one_more"].search(self._words(s)) for s in body)
        return is_more or any(paper.doubts for paper in papers)

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
        noun = paper.main.noun
        is_one = [p.main.noun for p in self.scene.papers].count(noun) == 1 and not self._is_more
        its = rf"\b(?:the|this|that|these|those|its) (?:\w+ )?{noun}"
        return is_one and bool(re.search(its, self._words(stretch)))

    def _names_another(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence names another one who got papers, or a body of another place."""
        others = {p.body.agency_id for p in self.scene.papers} - {paper.body.agency_id}
        place = paper.body.jurisdiction_id
        bodies = [body for _, body in self.scene.receivers.named(stretch)]
        is_told = any(stretch.number in _sent(p) for p in self.scene.papers if p is not paper)
        return is_told or any(
            body.agency_id in others
            or (body.agency_id != paper.body.agency_id and body.jurisdiction_id != place)
            for body in bodies
        )


def _sent(paper: Paper) -> set[int]:
    """The numbers of the sentences on the sending of an act."""
    return {sending.stretch.number for sending in paper.sendings}
