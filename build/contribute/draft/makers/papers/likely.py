"""Bodies that may have got papers although no sentence says so outright.

A text on papers of the agency names them where it tells of papers, or of an answer to the agency.
A person is asked about each; without an act there would be nothing to which the rest belongs.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.makers.bodies.named import Bodies, Body
from contribute.draft.makers.papers.paper import Sending
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.sendings import Sendings
from contribute.draft.makers.papers.wording import (
    NONE_SENT,
    OPEN,
    SENDING,
    THE_PAPERS,
    agencys,
    is_of_others,
    noun,
)
from contribute.draft.reading import Reading, Stretch
from contribute.draft.turns import turns
from ice_subpoenas.derivations.find import Span

WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
OF_PLACE = (
    r"(?:{places})(?: County| City)?(?:(?: (?:[A-Z][\w’'-]+|of|and|for)){{0,6}} [A-Z][\w-]+|"
    rf"[’']s (?:[a-z-]+ ){{{{0,3}}}}{offices.NOUN}\b)"
)
"""A name that begins with that of a place, and words for a body of it."""
OF_COURT = re.compile(r"\b(?:enforce|quash|compel)\b")
"""Words for what a court is asked to do with papers that were sent."""
NEAR = 60  # characters between a body and the words for what it answers


@dataclass(frozen=True)
class Likely:
    """Finds bodies of one text that may have got papers."""

    reading: Reading
    bodies: Bodies
    receivers: Receivers
    sendings: Sendings

    def all(self, found: Sequence[Sending]) -> Iterator[Sending]:
        """What was likely sent to bodies of which no sentence of sending tells."""
        told = {sending.body.agency_id for sending in found}
        taken = {sending.stretch.number for sending in found if not sending.is_one}
        if self.bodies.recipients:
            yield from self._of_told(told, taken)
            return
        named = [self._parts(sending.receiver) for sending in found]
        for stretch in self._stretches:
            for span, body in self._named(stretch):
                is_campus = bool(nobody.CAMPUS.search(self.reading.words(span)))
                own = {"registrar"} if is_campus else self._parts(span)
                is_same = any(self._parts(span) <= each or own <= each for each in named)
                before = self.reading.text[stretch.start : span[0]]
                is_beside = WORDS["for_whom"].search(before) or WORDS["works_at"].search(before)
                is_other = is_beside or WORDS["own_voice"].search(self.reading.words(span))
                if body.agency_id in told or is_same or is_other:
                    continue
                if found and self._is_of_told(stretch):
                    continue
                if sending := self._sent(stretch, span, body, taken):
                    told.add(body.agency_id)
                    yield sending

    def _of_told(self, known: Set[str], taken: Set[int]) -> Iterator[Sending]:
        """What went to the bodies that a person told, of which no sentence of sending tells: in
        the sentence that names them beside papers, or beside how they came, or else first; then
        of the nearest papers of which no other sending tells and beside which nobody else that a
        person told is named."""
        bodies = {body.agency_id: body for body in self.bodies.recipients.values()}
        for body in (bodies[name] for name in sorted(bodies.keys() - known)):
            own = [
                (stretch, span)
                for stretch in self.reading.body
                for span, named in self.receivers.named(stretch)
                if named.agency_id == body.agency_id
            ]
            stretch, span = min(own, key=lambda each: self._rank(each[0]))
            others = {s.number for s in self._stretches if self._is_of_another(s, body)}
            near = stretch if self._papers(stretch) else self._nearest(stretch, taken | others)
            if near:
                taken |= {near.number}
                yield self.sendings.sending(near, self._papers(near)[0], (span, body, stretch))
                continue
            issuer = self.sendings.issuer(stretch)
            yield Sending(stretch, span, "subpoena", None, None, issuer, span, body, stretch)

    def _is_of_another(self, stretch: Stretch, body: Body) -> bool:
        """Whether a sentence names other bodies that a person told, and not this one."""
        named = {each.agency_id for _, each in self.receivers.named(stretch)}
        return bool(named) and body.agency_id not in named

    def _rank(self, stretch: Stretch) -> tuple[bool, bool, bool, int]:
        is_sent = SENDING.search(self.reading.text, *stretch.span)
        is_body = stretch.region == "body"
        return not is_body, not self._papers(stretch), not is_sent, stretch.number

    def _parts(self, span: Span) -> set[str]:
        """The words of a name, by which "the water board" is the Board of Water Works."""
        words = self.reading.words(span).lower()
        return set(re.findall(r"[^\W\d_]{3,}", words)) - {"the", "and", "for"}

    @cached_property
    def _stretches(self) -> list[Stretch]:
        """The sentences of the article in which a body may be named that got papers."""
        body = (s for s in self.reading.body if s.region == "body")
        body = (s for s in body if not is_of_others(self.reading.words(s.span)))
        return [s for s in body if s.number not in self.reading.outside]

    def _named(self, stretch: Stretch) -> Iterator[tuple[Span, Body]]:
        """The state and local bodies that a sentence names, also by the name of a place alone."""
        seen = list(self.receivers.named(stretch))
        yield from ((span, body) for span, body in seen)
        for found in self._of_place.finditer(self.reading.text, *stretch.span):
            span = found.span()
            is_seen = any(a < span[1] and span[0] < b for (a, b), _ in seen)
            people = self.reading.inside(stretch, "person")
            is_person = any(c.start < span[1] and span[0] < c.end for c in people)
            is_whole = re.fullmatch(r".* (?:County|City)", found[0])
            body = None if is_seen or is_person or is_whole else self.bodies.named(span, stretch)
            if body and body.kind in ("local", "state"):
                yield span, body

    @cached_property
    def _of_place(self) -> re.Pattern[str]:
        """The names of bodies that begin with that of a place of the text."""
        named = {
            (c.attributes.get("entity") or self.reading.words((c.start, c.end))).split(",")[0]
            for c in self.reading.candidates
            if c.kind == "jurisdiction" and c.attributes.get("kind") != "state"
        }
        places = {re.sub(r" (?:County|City)$", "", name) for name in named if not name.isupper()}
        shown = "|".join(sorted(map(re.escape, places), key=len, reverse=True)) or r"(?!)"
        return re.compile(rf"\b{OF_PLACE.format(places=shown)}")

    def _sent(
        self, stretch: Stretch, span: Span, body: Body, taken: Iterable[int]
    ) -> Sending | None:
        """What was sent to a body, if its sentence speaks of papers, or of what it answered."""
        told = stretch if self._papers(stretch) else self._beside(stretch)
        if told is None and self._answers(stretch, span):
            told = self._nearest(stretch, taken)
        if told is None or told.number in taken:
            return None
        paper = self._papers(told)[0]
        sending = self.sendings.sending(told, paper, (span, body, stretch))
        return replace(sending, is_likely=not WORDS["gets"].match(self.reading.text, span[1]))

    def _is_of_told(self, stretch: Stretch) -> bool:
        """Whether a sentence speaks only of "the subpoena", of which others tell who got it."""
        papers = self._papers(stretch)
        is_new = any(p["n"] or p["one"] or not p["paper"] for p in papers)
        return bool(papers and not is_new and THE_PAPERS.search(self.reading.text, *stretch.span))

    def _nearest(self, stretch: Stretch, taken: Iterable[int]) -> Stretch | None:
        """The nearest sentence that speaks of papers of which no sending tells."""
        near = sorted(self._stretches, key=lambda s: (abs(s.number - stretch.number), -s.number))
        return next((s for s in near if s.number not in taken and self._papers(s)), None)

    def _beside(self, stretch: Stretch) -> Stretch | None:
        """The phrase at the same place of a page that speaks of papers, a part of one sentence."""
        beside = (s for s in self._stretches if s.locator and s.locator == stretch.locator)
        return next((s for s in beside if self._papers(s)), None)

    def _papers(self, stretch: Stretch) -> list[re.Match[str]]:
        """The subpoenas of an agency of which a sentence speaks, if they were sent."""
        text = self.reading.text
        found = [p for p in agencys(text, stretch.span) if noun(p) == "subpoena"]
        found = [p for p in found if not self.reading.is_quoted(p.span())]
        is_open = any(p.search(text, *stretch.span) for p in (OPEN, OF_COURT, NONE_SENT))
        return [] if is_open or self.receivers.is_anothers(stretch) else found

    def _answers(self, stretch: Stretch, span: Span) -> bool:
        """Whether a body is the one who answers the agency there, or whom papers tell to."""
        answers = self.reading.inside(stretch, "response")
        return any(0 <= c.start - span[1] <= NEAR and c.value != "no_comment" for c in answers)
