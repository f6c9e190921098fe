"""What was sent to whom: the sentences that say so, and the act that they tell of."""

import re
from dataclasses import dataclass, replace

from contribute.draft.known import Known, slug
from contribute.draft.makers.bodies.named import Body
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Passage, Row
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies.acts import COUNTED


@dataclass(frozen=True)
class Sending:
    """A sentence that says that papers went to somebody."""

    stretch: Stretch
    paper: Span
    noun: str
    number: Span | None
    is_served: bool | None
    """Null where the sentence does not tell of the sending itself."""
    issuer: Span | None
    receiver: Span
    body: Body
    named: Stretch
    year: str | None = None
    """The year of the sending, where the sentence names one before that of the text."""
    is_likely: bool = False
    """Whether no words say that the papers went to the body, so that a person is asked."""
    is_one: bool = False
    """Whether it is one of the papers of its sentence, or one like it, as another one tells."""
    part: Span | None = None
    """Its own clause, where others tell what other bodies got and when."""

    @property
    def own(self) -> Stretch:
        """The sentence without the clauses that tell of what other bodies got."""
        start, end = self.part or self.stretch.span
        return replace(self.stretch, start=start, end=end)


@dataclass(frozen=True)
class Paper:
    """One act of issuing or serving: its sentences, the row of the act, and what it asks for."""

    act_id: str
    body: Body
    instrument: str
    sendings: tuple[Sending, ...]
    rows: tuple[Row, ...]
    names: frozenset[str] = frozenset()
    """All words by which a person says that the text names the recipient."""
    doubts: frozenset[int] = frozenset()
    """Sentences that may tell of another paper, so that nothing in them belongs to an act."""
    is_in_passing: bool = False
    """Whether its papers are no part of the story, so that no act is drafted."""
    is_further: bool = False
    """Whether the text tells of other papers first, whose recipient nobody found."""

    @property
    def in_scope(self) -> bool:
        """Whether its papers are counted."""
        return self.instrument in COUNTED

    @property
    def state(self) -> str:
        """The state of the body that got papers, as its government's id begins; empty for none."""
        return (self.body.jurisdiction_id or "")[: len("us-xx")]

    @property
    def main(self) -> Sending:
        """The sentence that first tells of it."""
        return self.sendings[0]

    @property
    def told(self) -> list[Stretch]:
        """The sentences that tell of its sending."""
        return [s.stretch for s in self.sendings]

    def tied(self, reading: Reading, passage: Passage, *, papers: bool = True) -> Passage:
        """A passage with the recipient's name, where its sentence has no word for the papers.

        Without `papers`, words for them do not count, such as "the request is too broad".
        """
        words = reading.text[slice(*passage.stretch.span)]
        found = re.search(r"subpoena|summons|\b(?:papers|letters?|request)\b", words, re.I)
        names = {reading.words(s.receiver) for s in self.sendings}
        is_plain = found is not None and reading.is_held  # a page's words are few: the name says it
        if passage.about or (papers and is_plain) or any(name in words for name in names):
            return passage
        return replace(passage, about=reading.words(self.main.receiver))


Owned = tuple[Paper, Row]
"""A row with the act that it belongs to."""


def act_id(known: Known, body: Body, taken: set[str]) -> str:
    """An id for an act: the place of the recipient and the next number."""
    place = body.jurisdiction_id or ""
    name = place.split("-", 2)[2] if place.count("-") > 1 else body.agency_id
    wanted = (f"{slug(name)}-{n}" for n in range(1, 1000))
    return next(w for w in wanted if not known.has("acts", w) and w not in taken)
