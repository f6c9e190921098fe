"""What the makers of rows share: the reading of a text, what is known, and who is who in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from contribute.draft.known import Known
from contribute.draft.makers.bodies.governments import ARTICLE
from contribute.draft.makers.bodies.named import Bodies, Body
from contribute.draft.makers.papers.belonging import Belonging
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.receivers import Receivers
from contribute.draft.makers.papers.wording import is_counted, other_power
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Row
from extraction.lexicon import lists
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST
from texts.withheld import WORD

PRONOUN = re.compile(
    r"^(?:he|she|they|it|I|we|(?:his|her|the) (?-i:[a-z-]+ ){0,2}"
    r"(?:letters?|e-?mails?|statement|response|reply|memo))$",
    re.I,
)
"""Words that stand for somebody whom other words name, also as the writer of a paper."""
FEDERAL_OFFICE = re.compile(
    r"\b(?:U\.S\.|United States|federal) [Aa]ttorney|\bICE\b|\b[Ff]ield [Oo]ffice|"
    r"\b[Ss]pecial [Aa]gent\b|\b(?:lawyer|attorney)s? for the (?:federal )?government\b|"
    r"\b(?:Justice Department|[Gg]overnment) (?:lawyer|attorney)"
)
SIDES = {"federal": "agency", "court": "court", "other": "other", "news": "writer"}
"""The side on which a body speaks, by its kind; all others are those who get papers."""
JUDGE = re.compile(r"\b(?:judge|magistrate)\b", re.I)


@dataclass(frozen=True)
class Speaker:
    """Who speaks: a person or a body, and on which side they stand."""

    individual_id: str | None
    body: Body | None
    name_span: Span | None = None
    row: Row | None = None
    title: str = ""
    act_id: str | None = None
    """The act whose recipient's office they hold, where that tells it from other acts."""
    is_heard: bool = True
    """Whether the text quotes them; of others a row is needed only if they act."""

    @property
    def side(self) -> str | None:
        """The side of a ground that they give; null where the words do not tell."""
        if self.body is not None and not self.body.is_open:
            return SIDES.get(self.body.kind, "recipient")
        is_federal = FEDERAL_OFFICE.search(self.title)
        return "agency" if is_federal else "court" if JUDGE.search(self.title) else None

    def is_of(self, papers: Sequence[Paper]) -> bool:
        """Whether they hold or speak for an office that got papers."""
        own = self.body.agency_id if self.body else ""
        return own in {paper.body.agency_id for paper in papers}

    def cell(self, of_person: str, of_body: str, span: Span) -> Cell:
        """The words that stand for the speaker, as a cell of one of two columns."""
        if self.individual_id:
            return Cell(of_person, span, self.individual_id, "individuals_referenced")
        assert self.body is not None  # a speaker is a person or a body
        return Cell(of_body, span, self.body.agency_id, "agencies")


@dataclass(frozen=True)
class Subject:
    """Somebody on whom the papers ask for information, known by a description."""

    individual_id: str
    stretch: Stretch
    row: Row
    paper: Paper
    """The act whose papers ask about them."""


@dataclass
class Scene:
    """One text while its rows are made; each maker adds what the next ones need."""

    reading: Reading
    known: Known
    bodies: Bodies
    papers: Sequence[Paper] = ()
    speakers: dict[str, Speaker] = field(default_factory=dict)
    groups: dict[Span, Speaker | None] = field(default_factory=dict)
    """By where words such as "the county" stand, the body that speaks; null where none is known."""
    subjects: Sequence[Subject] = ()
    private: Sequence[Candidate] = ()
    _belonging: Belonging | None = None

    @cached_property
    def receivers(self) -> Receivers:
        """Who gets papers, by the words of the text."""
        return Receivers(self.reading, self.bodies)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of private people, which are left out."""
        named = (c.attributes.get("entity") or self.words((c.start, c.end)) for c in self.private)
        return frozenset(named)

    @cached_property
    def withheld(self) -> frozenset[tuple[str, ...]]:
        """The words of the names that are left out, and each surname by which surely a person is
        called, and nothing that a common word may also mean."""
        given = lists.given_names()  # by which, or by a title or an age, it is surely a person
        sure = {
            name
            for c in self.private
            if (name := c.attributes.get("entity"))
            and (name.split()[0] in given or c.rule != "name-apposition")
        }
        alone = {tuple(WORD.findall(name)[-1:]) for name in sure}
        whole = {tuple(WORD.findall(name)) for name in self.names if " " in name}
        return frozenset(whole | {word for word in alone if word and not self._is_common(*word)})

    def _is_common(self, word: str) -> bool:
        """Whether a word is one of the language, which the text or a list has without a capital, or
        a name that rows of others print."""
        lower = word.lower()
        is_here = re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", self.reading.text)
        return bool(is_here) or is_counted(lower) or word in self.known.words

    @cached_property
    def private_spans(self) -> tuple[Span, ...]:
        """Where the names of private people stand, in full or a part of them; neighbors as one."""
        own = {(c.start, c.end) for c in self.private}
        parts = sorted({re.escape(part) for name in self.names for part in name.split()})
        if not parts:
            return ()
        run = re.compile(rf"\b(?:{'|'.join(parts)})\b(?: (?:{'|'.join(parts)})\b)*")
        own |= {found.span() for found in run.finditer(self.reading.text)}
        return tuple(sorted(own))

    def is_private(self, span: Span) -> bool:
        """Whether a span holds a name that is left out."""
        return any(a < span[1] and span[0] < b for a, b in self.private_spans)

    def words(self, span: Span) -> str:
        """The words of a span as a reviewer types them."""
        return self.reading.words(span)

    def code(self, list_name: str, words: str) -> str | None:
        """The code that words stand for in this text."""
        return self.known.code(list_name, words, self.reading.source)

    def paper(self, stretch: Stretch) -> Paper | None:
        """The act that a sentence is about, or whose officer it tells of or quotes; of a sentence
        on subpoenas of another power, only one with such papers."""
        if stretch.number in self.reading.outside or self.reading.is_commanded(stretch):
            return None
        power = other_power(self.reading.text, stretch.span)
        if power and all(paper.instrument != power[0] for paper in self.papers):
            return None
        sent = {s.stretch.number for paper in self.papers for s in paper.sendings}
        own = None if stretch.number in sent else self._of_officer(stretch)
        named = (paper for paper in self.papers if paper.act_id == own)
        return next(named, None) or self.belonging.of(stretch)

    def names_receiver(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence names who got the papers of an act, or who holds that office."""
        is_officers = self._of_officer(stretch) == paper.act_id
        return is_officers or self.belonging.names(paper, stretch)

    @property
    def belonging(self) -> Belonging:
        """Which act each sentence is about, of the acts found so far."""
        if self._belonging is None or self._belonging.found is not self.papers:
            self._belonging = Belonging(self.papers, self.reading, is_carrying=True)
        return self._belonging

    def _of_officer(self, stretch: Stretch) -> str | None:
        """The act of the officer whom a sentence names first, or else quotes."""
        words = self.reading.text[slice(*stretch.span)]
        places = {
            words.find(name.split()[-1]): speaker.act_id
            for name, speaker in self.speakers.items()
            if speaker.act_id and name.split()[-1] in words
        }
        told = None if places else self.said_in(stretch)
        return places[min(places)] if places else told[0].act_id if told else None

    def is_of_detainer(self, stretch: Stretch) -> bool:
        """Whether a paragraph tells of detainers and of no papers, or goes on with a quotation."""
        whole = self.reading.paragraphs
        at = next(n for n, each in enumerate(whole) if stretch in each)
        words = [self.words((own[0].start, own[-1].end)) for own in whole[max(at - 1, 0) : at + 1]]
        told = words if words[-1][0] in '“"' else words[-1:]
        is_of_papers = re.search(r"subpoena|\bpapers\b", " ".join(told))
        return "detainer" in " ".join(told) and not is_of_papers

    def bodies_in(self, stretch: Stretch, stop: int | None = None) -> Iterator[Body]:
        """The state and local bodies that a sentence names, up to a place."""
        for c in self.reading.inside(stretch, "agency"):
            name = ARTICLE.sub("", self.words((c.start, c.end)))
            is_name = name[:1].isupper()  # not "the agency"
            body = self.bodies.named((c.start, c.end), stretch) if is_name else None
            if body and body.kind in ("local", "state") and (stop is None or c.end <= stop):
                yield body

    def is_anothers(self, paper: Paper, stretch: Stretch, span: Span) -> bool:
        """Whether a sentence names another body before words for what was done, and neither a
        recipient of papers nor a body of the same place."""
        own = {paper.body.agency_id, *(body.agency_id for body in self.bodies.recipients.values())}
        found = [*self.bodies_in(stretch, span[0])]
        return bool(found) and not any(
            body.agency_id in own or body.jurisdiction_id == paper.body.jurisdiction_id
            for body in found
        )

    def candidates(self, *kinds: str) -> list[tuple[Candidate, Stretch]]:
        """The proposals of some kinds in the article, with their sentences."""
        found = ((c, self.reading.at(c.start)) for c in self.reading.candidates if c.kind in kinds)
        return [(c, stretch) for c, stretch in found if stretch in self._body and stretch]

    @cached_property
    def _body(self) -> frozenset[Stretch]:
        return frozenset(self.reading.body)

    def subject(self, stretch: Stretch, at: int | None = None) -> Subject | None:
        """The person whom a sentence describes; of several the last one before a place."""
        own = [s for s in self.subjects if s.stretch.number == stretch.number]
        before = [s for s in own if at is not None and min(s.row.spans)[0] <= at]
        return next(iter([*reversed(before), *own]), None)

    def speaker_of(self, c: Candidate) -> tuple[Speaker, Span] | None:
        """Who says a quotation, and the words that stand for the speaker."""
        span = c.parts.get("speaker")
        named = self.speakers.get(c.attributes.get("speaker", ""))
        speaker = self.groups.get(span, named) if span else None
        return (speaker, self._name_in(speaker, span)) if speaker and span else None

    def _name_in(self, speaker: Speaker, span: Span) -> Span:
        """The full name at the end of words for a person, which may begin with a title."""
        name = self.words(speaker.name_span) if speaker.name_span else ""
        is_longer = speaker.individual_id and self.words(span).endswith(f" {name}")
        return (span[1] - len(name), span[1]) if is_longer else span

    def said_in(self, stretch: Stretch, span: Span | None = None) -> tuple[Speaker, Span] | None:
        """Who says the words of a span, or else the only one who is quoted in its sentence."""
        quoted = [c for c in self.reading.candidates if c.kind == "quotation"]
        around = [c for c in quoted if span and c.start <= span[0] and span[1] <= c.end]
        beside = [c for c in quoted if c.start < stretch.end and stretch.start < c.end]
        told = [found for c in around or beside if (found := self.speaker_of(c))]
        return told[0] if len({id(speaker) for speaker, _ in told}) == 1 else None

    def listed(self, name: str, span: Span, stretch: Stretch, code: str) -> Span:
        """The longest words around a span that a list has for a code; else the span itself."""
        found = re.finditer(r"[^\s,;:“”\"]+", self.reading.text[slice(*stretch.span)])
        places = [(m.start() + stretch.start, m.end() + stretch.start) for m in found]
        inside = [i for i, (a, b) in enumerate(places) if a < span[1] and span[0] < b]
        for size in range(LONGEST if inside else 0, 0, -1):
            for first in range(max(0, inside[-1] - size + 1), inside[0] + 1):
                if first + size <= len(places):
                    longer = places[first][0], places[first + size - 1][1]
                    if self.code(name, self.words(longer)) == code:
                        return longer
        return self.whole(span)

    def whole(self, span: Span) -> Span:
        """A span to the end of its last word: "court order" of "court ordered" is no word."""
        text = self.reading.text
        end = span[1]
        while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        return span[0], end

    def shortened(self, span: Span) -> Span:
        """The first words of a span, as many as a phrase may have."""
        words = list(re.finditer(r"\S+", self.reading.text[slice(*span)]))[:LONGEST]
        return span[0], span[0] + words[-1].end() if words else span[1]

    def short(self, span: Span) -> bool:
        """Whether the words of a span are few enough for a phrase."""
        return len(self.words(span).split()) <= LONGEST
