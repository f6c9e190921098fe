"""The papers that a text tells of: what was sent to whom, when, and for what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.known import Known, slug, vocabulary_of
from contribute.draft.makers.bodies import Bodies, Body
from contribute.draft.reading import MONTHS, Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies.acts import COUNTED, Instrument
from printing import Refusal

MOST = 50  # acts of one text
AS_TABLE = "cut out the article, or write its lines as CSV: python build draft --table"
MANY = 100  # subpoenas; of more, a person writes the rows
NUMBER = r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})"
SORT = (
    r"(?:(?:administrative|immigration|federal|civil|customs|I-9|ICE|such|new|separate|second|"
    r"third|another)\s+)*"
)
PAPER = re.compile(
    rf"\b(?:(?:{NUMBER}|(?P<one>an?))\s+)?(?P<paper>{SORT}(?P<noun>subpoena|summons|letter|"
    r"notice(?=s? of inspection)|request(?=s? for (?:records|information)))(?:e?s)?"
    r"(?: of inspection| for (?:records|information))?)\b|\b(?P<verb>(?P<subpoenaed>subpoena)ed)\b",
    re.I,
)
AGAIN = re.compile(
    r"\b(?:the|these|those|its) (?:papers|subpoenas?|notices?|letters?|summonse?s?)\b", re.I
)
SENDING = re.compile(
    r"\b(?:(?P<served>served|delivered|hand-delivered|(?:was|were) handed|received|reached|got|"
    r"hit|faxed)|issued|dated|sent|subpoenaed|mailed|e-?mailed|doled out|handed|went(?= to\b))\b",
    re.I,
)
OPEN = re.compile(
    r"\b(?:may|might|could|would|if|plans? to|threaten\w*|will)\s+(?:be\s+)?"
    r"(?:subpoena|serve|issue|send)",
    re.I,
)
"""A possibility, a plan or a threat of sending."""
NAME = r"(?:[A-Z][\w&.’'-]*(?:\s+(?:of|and|for|the)(?=\s+[A-Z]))?\s*){1,8}"
RECEIVERS = (
    re.compile(
        rf"\b(?:on|to|upon|subpoenaed|sent|served|reached|gave|handed)\s+(?:[Tt]he\s+)?(?P<name>{NAME})"
    ),
    re.compile(
        rf"(?:[Tt]he\s+)?(?P<name>{NAME})\s*(?:has |had |have )?"
        r"(?:received|got|(?:was|were|been) (?:served|hit|sent|handed|given|faxed|mailed))\b"
    ),
    re.compile(
        rf"(?:[Tt]he\s+)?(?P<name>{NAME})(?:said [^.;“”]{{0,40}})?"
        r"(?:(?:will|would|did|does) not |has not |must |ha[sd] to |refus\w+ to |declin\w+ to )"
        r"(?:comply|complied|cooperate|answer|honor|respond|hand over|turn over|provide|produce|"
        r"release|give)\w*[^.;“”]{0,40}subpoena"
    ),
    re.compile(
        rf"(?:[Tt]he\s+)?(?P<name>{NAME})\s*(?:has |had |have |is )?"
        r"(?:refus|declin|reject|ignor|fight)\w*\b[^.;“”]{0,40}(?:subpoena|summons)"
    ),
    re.compile(
        rf"(?:[Tt]he\s+)?(?P<name>{NAME})\s*(?:has |had |have |is )?"
        r"(?:refus|declin|will not|would not|agreed to)\w*\b[^.;“”]{0,90}"
        r"\b(?:demand|sought|request|ask|want)\w*\b[^.;“”]{0,40}(?:subpoena|summons)"
    ),
)
DAYS = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS}|Sept\.?)(?!\w)"
CALLED = re.compile(
    r"\b(?:(?P<whose>\w+)[’']s? )?"
    r"(?P<noun>department|office|county|city|state|jail|prison|police|school|district|hospital|"
    r"university|board|court)\b (?:has |had |have )?(?:also )?"
    r"(?:received|got|was served|was sent)\b|"
    r"\b(?:on|to) the (?:(?P<owner>\w+)[’']s )?(?P<other>department|office|county|city|state|jail|"
    r"prison|police|board|sheriff|clerk|recorder|treasurer|auditor)\b",
    re.I,
)
OF_COUNTY = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:County|City) (?:[A-Z][\w’'-]+ (?:of |and )?){0,4}"
    r"(?:Office|Department|Division|Board|Commission|Jail)\b"
)
"""The name of an office of a county or city."""
LAST_DAY = re.compile(r"\b(?:by|until|before|no later than)\s*$", re.I)
DEADLINE = re.compile(r"\bdeadline (?:of|is|was)\s*$", re.I)
NOT_ITS_DAY = re.compile(
    r"\b(?:by|until|before|no later than|since|from|after|filed in|(?:said|says|announced)(?: on)?)"
    r"\s*$",
    re.I,
)
"""Words before a day that is not the day of the papers."""
IN_COURT = re.compile(r"\b(?:judge|court|hearing|heard|argued|arguments?|ruled|ordered)\b", re.I)
"""Words beside a day on which a court acted."""
OTHER_DAY = re.compile(rf"{IN_COURT.pattern}|\b(?:after|before|who|whom|whose)\b", re.I)
"""Words between papers and a day that show that it is not the day of the papers."""
MOTION = re.compile(r"\bmotions?\b|\b(?:judge|court)\b[^.;]*\b(?:ruled|denied|granted|quashed)\b")
IT_GOT = re.compile(
    r"\b[Ii]t (?:(?:was|had been|has been) (?:also )?(?:served|subpoenaed|sent|handed|hit)|"
    r"received|got)\b"
)
CITY = re.compile(
    r"\b(?:[Cc]ity|[Tt]own|[Vv]illage) of (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
OF_THE_PLACE = re.compile(
    r"\b(?:to|on|upon) (?:the|its|their) "
    r"(?P<name>(?:county|city|town|state|school|public)(?:[’']s)? "
    r"(?!on\b|in\b|last\b|this\b)[a-z][\w’'-]+(?: (?:of [a-z]+|office|department|district|board))?)"
)
"""A body without a name of its own."""
STREET = re.compile(r"\b(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Lane|Drive|Highway|Way)\.?$")
"""How the names of streets end, which receive nothing."""
OFFICER = re.compile(
    r"(?P<office>Sheriff|Mayor|Clerk|Recorder|Treasurer|Auditor) [A-Z]\w+ [A-Z]\w+$"
)
"""A person with an office: the office receives the papers."""
AGENTS = re.compile(r"\b(?:agents?|officers?|agency|ICE|investigators|prosecutors)\b", re.I)
"""Words for those who send papers, where no body is named."""
FEDERAL = re.compile(r"\bto (?:the )?(?:ICE|agency|federal|U\.S\.|Immigration|Department of)\b")
ANSWER = re.compile(r"\b(?:respond|answer|comply|produce|(?:turn|hand) (?:it |them )?over)\b", re.I)
PEOPLE = frozenset(
    "people men women individuals persons aliens immigrants nationals inmates".split()
)
SOMEBODY = re.compile(
    r"\b(?P<n>an?|one) (?:former |current )?(?:man|woman|person|inmate|detainee|prisoner)\b"
)
"""One person without a number of years or a country."""
SEEKS = re.compile(r"\b(?:seek|sought|ask|request|information|details|demand|look\w* for)", re.I)
KINDS = {"subpoena": "administrative_subpoena", "summons": "customs_summons", "notice": "i9_notice"}
"""Instruments by their noun, where no listed words say more."""
UNTOLD = (
    "no, others: their words in the cell issuing_agency_id | only implied: in that cell "
    '{ words = "…", by = "inference", value = "ice", reason = "…" }'
)
ADMINISTRATIVE = (
    "does the text tell that a judge did not sign it, or that it is administrative? yes: keep | "
    "no: list its words under instrument.unspecified_subpoena"
)
WHO_GOT = "who got the papers of “{} …”? {}: keep | {}: its words go to an act of that body"
UNSURE = frozenset(("letter", "notice", "request"))
"""Nouns of papers that anybody may send."""
VAGUE = re.compile(r"\b(?:weeks?|months?|recent\w*|days)\b", re.I)
"""Words for a time that is no single day, which a person must judge."""
YEAR = re.compile(r"\b(?:in|since|during|of|,)\s+(?P<year>(?:19|20)\d\d)\b|\blast year\b", re.I)


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


@dataclass(frozen=True)
class Paper:
    """One act of issuing or serving: its sentences, the row of the act, and what it asks for."""

    act_id: str
    body: Body
    instrument: str
    sendings: tuple[Sending, ...]
    rows: tuple[Row, ...]
    doubts: frozenset[int] = frozenset()
    """Sentences that may tell of another paper, so that nothing in them belongs to an act."""

    @property
    def in_scope(self) -> bool:
        """Whether its papers are counted."""
        return self.instrument in COUNTED

    @property
    def main(self) -> Sending:
        """The sentence that first tells of it."""
        return self.sendings[0]

    def tied(self, reading: Reading, passage: Passage, *, papers: bool = True) -> Passage:
        """A passage with the recipient's name, where its sentence has no word for the papers.

        Without `papers`, words for them do not count, such as "the request is too broad".
        """
        words = reading.text[slice(*passage.stretch.span)]
        is_plain = re.search(r"subpoena|summons|\b(?:papers|letters?|request)\b", words, re.I)
        names = {reading.words(s.receiver) for s in self.sendings}
        if passage.about or (papers and is_plain) or any(name in words for name in names):
            return passage
        return replace(passage, about=reading.words(self.main.receiver))


@dataclass(frozen=True)
class Finder:
    """Finds the papers of one text."""

    reading: Reading
    bodies: Bodies
    known: Known

    def papers(self) -> list[Paper]:
        """Every act of issuing or serving that the text tells of.

        Those in scope come first, and those of an earlier year after those that are news.
        """
        groups: dict[tuple[str, str, str | None], list[Sending]] = {}
        for sending in self._sendings():
            alike = sending.body.agency_id, sending.noun, sending.year
            groups.setdefault(alike, []).append(sending)
        if len(groups) > MOST:
            raise Refusal(f"the text tells of {len(groups)} acts, as a list does; {AS_TABLE}")
        found: list[Paper] = []
        for group in sorted(groups.values(), key=lambda group: group[0].year is not None):
            name = act_id(self.known, group[0].body, {paper.act_id for paper in found})
            code, _ = self._instrument(group, _told(groups.values()) - _told([group]))
            found.append(Paper(name, group[0].body, code, tuple(group), ()))
        found.sort(key=lambda paper: not paper.in_scope)
        doubts = frozenset(s.number for s in self._doubtful(found))
        found = [replace(paper, doubts=doubts) for paper in found]
        return [replace(paper, rows=tuple(self._rows(found, paper))) for paper in found]

    def _doubtful(self, found: Sequence[Paper]) -> Iterator[Stretch]:
        """Sentences that tell of a further paper of which it is not clear who sends it to whom."""
        told = {s.stretch.number for paper in found for s in paper.sendings}
        spans = [s.number for paper in found for s in paper.sendings if s.number]
        numbers = {self.reading.words(span).split()[0].lower() for span in spans}
        for stretch in self.reading.body if found else ():
            papers = [p for p in self.reading.find(stretch, PAPER) if p["paper"]]
            is_other = any(_noun(p) != "subpoena" and (p["n"] or p["one"]) for p in papers)
            is_more = any(p["n"] and p["n"].lower() not in numbers for p in papers)
            text = self.reading.text[slice(*stretch.span)]
            if stretch.number in told or not (is_other or is_more) or FEDERAL.search(text):
                continue
            if SENDING.search(text) and (is_more or ASKING.search(text)):
                yield stretch

    # -- sentences that send -----------------------------------------------------------------

    def _sendings(self) -> Iterator[Sending]:
        for stretch in self.reading.body:
            papers = list(self.reading.find(stretch, PAPER))
            verbs = list(self.reading.find(stretch, SENDING))
            text = self.reading.text
            if not papers or OPEN.search(text, *stretch.span):
                continue
            paper = next((p for p in papers if _noun(p) == "subpoena"), papers[0])
            issuer = self._issuer(stretch)
            receiver = self._receiver(stretch) or self._it(stretch)
            if receiver is None and verbs and _noun(paper) != "subpoena":
                receiver = self._described(stretch)
            if receiver is None and verbs:
                receiver = next(self._called(stretch), None)
            if not receiver or (
                _noun(paper) in UNSURE and not self._is_sent(stretch, verbs, issuer)
            ):
                continue
            is_told = stretch.region == "body" and (paper["n"] or paper["one"])
            if not verbs and (not is_told or MOTION.search(text, *stretch.span)):
                continue  # it is refused or fought there, and nothing says how many were sent
            span = paper.span("paper") if paper["paper"] else paper.span("verb")
            number = paper.span("one") if paper["one"] else None
            number = (paper.start("n"), span[1]) if paper["n"] else number
            is_served = any(verb["served"] for verb in verbs) if verbs else None
            year = self._earlier_year(stretch)
            yield Sending(stretch, span, _noun(paper), number, is_served, issuer, *receiver, year)

    def _is_sent(
        self, stretch: Stretch, verbs: Sequence[re.Match[str]], issuer: Span | None
    ) -> bool:
        """Whether a letter or notice comes from the agency, or from nobody who is named there."""
        if not verbs or issuer:
            return issuer is not None
        before = self.reading.text[stretch.start : verbs[0].start()]
        return not before.strip() or bool(AGENTS.search(before))

    def _earlier_year(self, stretch: Stretch) -> str | None:
        """The year that a sentence names, where it lies before that of the text."""
        if self.reading.published is None:
            return None
        now = self.reading.published[0].year
        for found in self.reading.find(stretch, YEAR):
            year = int(found["year"] or now - 1)
            if year < now and self._is_of_sending(stretch, found.span()):
                return str(year)
        return None

    def _is_of_sending(self, stretch: Stretch, year: Span) -> bool:
        """Whether a year is that of the sending, and not of what the papers are about."""
        told = [m.span() for p in (SENDING, PAPER) for m in self.reading.find(stretch, p)]
        before = [span for span in told if span[1] <= year[0]]
        between = [(min(s[1], year[1]), max(s[0], year[0])) for s in before or told]
        text = self.reading.text
        return any(not (OTHER_DAY.search(text, *b) or ABOUT.search(text, *b)) for b in between)

    def _receiver(self, stretch: Stretch) -> tuple[Span, Body, Stretch] | None:
        """Who gets the papers: a state or local body, behind the verb or before it."""
        for pattern in RECEIVERS:
            for found in self.reading.find(stretch, pattern):
                words = re.split(rf"\s+(?:on\s+)?{DAYS}", found["name"])[0].rstrip(" ,.;")
                span = found.start("name"), found.start("name") + len(words)
                if re.match(DAYS, words) or STREET.search(words):
                    continue
                span = self._widest(stretch, span)
                body = self._office(span)
                span = span if body else self._unnamed(span, stretch)
                body = body or self.bodies.named(span, stretch)
                if body and body.kind not in ("federal", "news", "other"):
                    return span, body, stretch
        return None

    def _office(self, span: Span) -> Body | None:
        """The office that a person holds, by the words for it elsewhere in the text."""
        officer = OFFICER.match(self.reading.text, *span)
        return self.bodies.office(officer["office"], span) if officer else None

    def _unnamed(self, span: Span, stretch: Stretch) -> Span:
        """An office without the name of the person who holds it."""
        for c in self.reading.inside(stretch, "person"):
            if span[0] < c.start < span[1] <= c.end:
                return span[0], span[0] + len(self.reading.text[span[0] : c.start].rstrip())
        return span

    def _called(self, stretch: Stretch) -> Iterator[tuple[Span, Body, Stretch]]:
        """The bodies named before that "the department" or the like may mean, the last first."""
        found = next(self.reading.find(stretch, CALLED), None)
        if found is None:
            return
        called = [found["noun"] or found["other"], found["whose"] or found["owner"] or ""]
        for before in reversed([s for s in self.reading.body if s.number < stretch.number]):
            for span, body in reversed(list(self._named(before))):
                words = self.reading.words(span).lower()
                if all(each.lower() in words for each in called):
                    yield span, body, before

    def _named(self, stretch: Stretch) -> Iterator[tuple[Span, Body]]:
        """The state and local bodies that a sentence names."""
        spans = {(c.start, c.end) for c in self.reading.inside(stretch, "agency")}
        for pattern in (CITY, OF_COUNTY):
            spans |= {self._widest(stretch, m.span()) for m in self.reading.find(stretch, pattern)}
        for span in sorted(spans):
            body = self.bodies.named(span, stretch)
            if body and body.kind not in ("federal", "news", "other"):
                yield span, body

    def _it(self, stretch: Stretch) -> tuple[Span, Body, Stretch] | None:
        """Who "it was served" means: the first body before, in the sentence or in the last one."""
        it = next(self.reading.find(stretch, IT_GOT), None)
        for before in [s for s in self.reading.body if it and -1 <= s.number - stretch.number <= 0]:
            for span, body in self._named(before):
                if it and span[1] <= it.start():
                    return span, body, before
        return None

    def _described(self, stretch: Stretch) -> tuple[Span, Body, Stretch] | None:
        """A body that words such as "the county assessor" name behind the verb, as a new one."""
        found = next(self.reading.find(stretch, OF_THE_PLACE), None)
        if found is None or self.bodies.main is None or not self.bodies.main.jurisdiction_id:
            return None
        return found.span("name"), self.bodies.described(found.span("name"), stretch), stretch

    def _widest(self, stretch: Stretch, span: Span) -> Span:
        """The span of the agency that the rules see there, if it is longer."""
        for c in self.reading.inside(stretch, "agency"):
            if c.start <= span[0] < c.end and c.end > span[1]:
                return c.start, c.end
        return span

    def _issuer(self, stretch: Stretch) -> Span | None:
        """The federal body that the sentence names first."""
        for c in self.reading.inside(stretch, "agency"):
            body = self.bodies.named((c.start, c.end), stretch)
            if body and body.kind == "federal":
                return c.start, c.end
        found = re.compile(r"\b[Tt]he agency\b").search(self.reading.text, *stretch.span)
        return found.span() if found else None

    # -- the rows of an act ------------------------------------------------------------------

    def _rows(self, found: Sequence[Paper], paper: Paper) -> Iterator[Row]:
        others = _told(p.sendings for p in found) - _told([paper.sendings])
        _, instrument = self._instrument(paper.sendings, others)
        sendings = enumerate(paper.sendings)
        passages = [each for n, s in sendings for each in self._passages(s, n == 0)]
        own = [s for s in self.reading.body if of(found, self.reading, s) is paper]
        told = [passage for stretch in own for passage in self._more(paper, stretch)]
        told = list(self._fitting(passages, told))
        row = self._counted(paper, Row("acts", {}, merged([*passages, instrument, *told])))
        columns = [cell.column for passage in row.said for cell in passage.cells]
        if paper.doubts and paper is found[0]:
            row = row.asking(n_subpoenas=self._doubt(paper))
        row = row if "issuing_agency_id" in columns else self._unissued(row, others)
        is_listed = all(self._is_listed(c) for p in row.said for c in p.cells)
        row = row if is_listed else row.asking(instrument=ADMINISTRATIVE)
        row = self._vaguely(row, paper)
        if asked := self._unsure(found, paper, own):
            row = row.asking(recipient_agency_id=asked)
        yield row.asking(**self._same(paper)) if self._same(paper) else row
        yield from self._each(paper)
        yield from self._demands(own)

    def _fitting(self, sent: Sequence[Passage], told: Sequence[Passage]) -> Iterator[Passage]:
        """What is told of an act beside its sending, without a passage on another day of issue.

        A paper is issued and served once: another day is that of another paper.
        """
        days: dict[str, str] = {}
        for passage in (*sent, *told):
            cells = [c for c in passage.cells if c.column in ("issued", "served")]
            words = {c.column: self.reading.words(c.span) for c in cells}
            is_other = any(days.get(column, day) != day for column, day in words.items())
            if passage in told and not is_other:
                yield passage
            days = words | days

    def _is_listed(self, cell: Cell) -> bool:
        """Whether a cell is no kind of subpoena, or its words are listed for the kind."""
        is_kind = cell.column == "instrument" and cell.code == KINDS["subpoena"]
        words = self.reading.words(cell.span)
        return not is_kind or bool(self.known.code("instrument", words, self.reading.source))

    def _each(self, paper: Paper) -> Iterator[Row]:
        """A row for each subpoena; one row if the text gives no number."""
        spans = [s.number for s in paper.sendings if s.number]
        told = number_word(self.reading.words(spans[0]), Given()) if spans else None
        n = int(told or 1)
        if paper.in_scope and n <= MANY:
            yield Row("subpoenas", {"ids": [f"-{i}" for i in range(1, n + 1)]})

    def _counted(self, paper: Paper, row: Row) -> Row:
        """The row with its last day to respond counted from the day of the papers, if told."""
        columns = {cell.column for passage in row.said for cell in passage.cells}
        begun = next((name for name in ("served", "issued") if name in columns), None)
        if begun is None:
            return row
        anchor = {"anchor": f"acts/{paper.act_id}/{begun}"}

        def cell(each: Cell) -> Cell:
            is_day = each.column == "respond_by" and re.search(r"\d", self.reading.words(each.span))
            return replace(each, more=anchor) if is_day else each

        said = (replace(p, cells=tuple(map(cell, p.cells))) for p in row.said)
        return replace(row, said=tuple(said))

    def _vaguely(self, row: Row, paper: Paper) -> Row:
        """The row with a question about words such as "last week" beside the sending."""
        told = [
            self.reading.words((c.start, c.end))
            for s in paper.sendings
            for c in self.reading.inside(s.stretch, "date")
            if s.is_served is not None and VAGUE.search(self.reading.text, c.start, c.end)
        ]
        columns = {cell.column for passage in row.said for cell in passage.cells}
        if not told or columns & {"issued", "served"}:
            return row
        asked = f"“{told[0]}”: which week or month is it? if the words can mean only one, add"
        return row.asking(served=f'{asked} served = "{told[0]}" to the cells; else keep')

    def _doubt(self, paper: Paper) -> str:
        """The question about sentences that may tell of another paper."""
        told = (self.reading.words(s.span) for s in self.reading.body if s.number in paper.doubts)
        shown = "; ".join(f"“{' '.join(words.split()[:8])} …”" for words in told)
        return f"one paper or two? {shown} may tell of another: give it an act, or use it here"

    def _unsure(self, found: Sequence[Paper], paper: Paper, own: Sequence[Stretch]) -> str:
        """The question where a sentence does not tell which of several bodies got the papers."""
        named = {body.agency_id: span for s in self.reading.body for span, body in self._named(s)}
        named = {i: at for i, at in named.items() if not OF_NATION.search(self._lower(at))}
        named |= {p.body.agency_id: p.main.receiver for p in found}
        own_name = self.reading.words(named.pop(paper.body.agency_id))
        told = next((s for s in own if self._is_unsure(found, s)), None) if named else None
        if told is None:
            return ""
        words = " ".join(self.reading.words(told.span).split()[:8])
        return WHO_GOT.format(words, own_name, " or ".join(map(self.reading.words, named.values())))

    def _lower(self, span: Span) -> str:
        return self.reading.words(span).lower()

    def _is_unsure(self, found: Sequence[Paper], stretch: Stretch) -> bool:
        """Whether a sentence tells of papers and names nobody, or several, who may have them."""
        told = [s for paper in found for s in paper.sendings if s.stretch.number <= stretch.number]
        if here := [s for s in told if s.stretch == stretch]:
            fits = {body.agency_id for _, body, _ in self._called(stretch)}
            return here[0].named != stretch and len(fits) > 1
        text = self.reading.text[slice(*stretch.span)]
        papers = any(_noun(p) == "subpoena" for p in PAPER.finditer(text))
        if (
            not papers
            or not SENDING.search(text)
            or OPEN.search(text)
            or FEDERAL.search(text)
            or NONE_SENT.search(text)
            or stretch.region != "body"
        ):
            return False
        return len({s.body.agency_id for s in told}) != 1 or not AGAIN.search(text)

    def _same(self, paper: Paper) -> dict[str, str]:
        """A question where the dataset has acts of the same recipient."""
        acts = ", ".join(self.known.acts.get(paper.body.agency_id, ()))
        asked = f"is it the act of {acts}? then write its words there, and delete this file"
        return {"instrument": asked} if acts else {}

    def _unissued(self, row: Row, others: Collection[int]) -> Row:
        """The row with a federal body of the text as issuer, which a person confirms.

        The first one that is named beside the papers is taken, or else the first one; one that
        sends papers to `others` only where no other sentence names any.
        """
        found = [(s, span) for s in self.reading.body if (span := self._issuer(s))]

        def last(each: tuple[Stretch, Span]) -> tuple[bool, bool, bool]:
            words = self._lower(each[0].span)
            is_beside = re.search(r"subpoena|summons|\b(?:papers|letters?|requests?)\b", words)
            return each[0].number in others, self._is_quoted(*each), not is_beside

        for stretch, issuer in sorted(found, key=last):
            said = merged([*row.said, Passage(stretch, (self._issuing(issuer, stretch),))])
            asked = f"did {self.reading.words(issuer)} issue the papers? yes: keep | {UNTOLD}"
            return replace(row, said=said).asking(said=asked)
        return row.asking(
            said=f"who issued the papers? add issuing_agency_id to the cells; {UNTOLD}"
        )

    def _is_quoted(self, stretch: Stretch, span: Span) -> bool:
        """Whether words stand inside quotation marks."""
        inside = self.reading.inside(stretch, "quotation")
        return any(c.start <= span[0] and span[1] <= c.end for c in inside)

    def _passages(self, sending: Sending, is_first: bool) -> Iterator[Passage]:
        """The cells of one sentence of sending."""
        who = [Cell("recipient_agency_id", sending.receiver, sending.body.agency_id, "agencies")]
        who += [Cell("recipient_as_printed", sending.receiver)] if is_first else []
        cells = [self._issuing(sending.issuer, sending.stretch)] if sending.issuer else []
        if sending.named == sending.stretch:
            cells += who
        else:
            yield Passage(sending.named, tuple(who))
        if sending.number:
            cells.append(Cell("n_subpoenas", sending.number))
        cells += self._people(sending.stretch)
        cells += self._day(sending.stretch, sending.paper, sending.is_served)
        yield Passage(sending.stretch, tuple(cells))

    def _issuing(self, span: Span, stretch: Stretch) -> Cell:
        body = self.bodies.named(span, stretch)
        if body is None or body.kind != "federal":  # "the agency", which the text named before
            body = next((each for each in self.bodies.found if each.kind == "federal"), None)
        code = body.agency_id if body else "ice"
        return Cell("issuing_agency_id", span, code, "agencies")

    def _day(self, stretch: Stretch, paper: Span, is_served: bool | None) -> Iterator[Cell]:
        """The day nearest to the papers that is no last day to respond."""
        found = [
            c
            for c in self.reading.inside(stretch, "date")
            if is_served is not None
            and not VAGUE.search(self.reading.text, c.start, c.end)
            and not NOT_ITS_DAY.search(self.reading.text[stretch.start : c.start])
            and not OTHER_DAY.search(
                self.reading.text, min(c.end, paper[0]), max(c.start, paper[1])
            )
        ]
        day = min(found, key=lambda c: abs(c.start - paper[1]), default=None)
        if day:
            yield Cell("served" if is_served else "issued", (day.start, day.end))

    def _instrument(self, group: Sequence[Sending], others: Collection[int]) -> tuple[str, Passage]:
        """The kind of paper and the words that say it: listed ones, or the noun of the sentence.

        The numbers of sentences that tell of papers to `others` are given: they do not say it.
        """
        noun, year = group[0].noun, group[0].year
        more = [] if year else [s for s in self.reading.body if s.number not in others]
        for stretch in [*(s.stretch for s in group), *more]:
            for paper in self.reading.find(stretch, PAPER):
                if not paper["paper"] or _noun(paper) != noun:
                    continue
                for span in _ends(self.reading.text, paper.span("paper")):
                    words = self.reading.words(span)
                    code = self.known.code("instrument", words, self.reading.source)
                    if code:
                        return code, Passage(
                            stretch, (Cell("instrument", span, code, "instrument"),)
                        )
        kinds = KINDS | {"subpoena": "unspecified_subpoena"} if year else KINDS
        code = kinds.get(noun, noun if noun in Instrument.codes() else "letter")
        cell = Cell("instrument", group[0].paper, code, "instrument")
        return code, Passage(group[0].stretch, (cell,))

    def _more(self, paper: Paper, stretch: Stretch) -> Iterator[Passage]:
        """What sentences that name no recipient say of the papers: term, people, issuer, day."""
        if stretch.number in {s.stretch.number for s in paper.sendings}:
            return
        cells = [*self._terms(stretch), *self._people(stretch)]
        again = AGAIN.search(self.reading.text, *stretch.span)
        verb = SENDING.search(self.reading.text, *stretch.span)
        is_other = any(p.search(self.reading.text, *stretch.span) for p in (OPEN, FEDERAL))
        if again and verb and not is_other:
            issuer = self._issuer(stretch)
            cells += [self._issuing(issuer, stretch)] if issuer else []
            cells += self._day(stretch, again.span(), bool(verb["served"]))
        if cells:
            yield Passage(stretch, tuple(cells))

    def _terms(self, stretch: Stretch) -> Iterator[Cell]:
        for c in self.reading.inside(stretch, "deadline")[:1]:
            number, unit = c.parts.get("number"), c.parts.get("unit")
            if number and unit and c.attributes.get("unit") == "day":
                yield Cell("days_to_respond", (number[0], unit[1]))
        for c in self.reading.inside(stretch, "date"):
            before = self.reading.text[stretch.start : c.start]
            is_courts = IN_COURT.search(before)
            is_answer = ANSWER.search(self.reading.text, *stretch.span)
            is_last = LAST_DAY.search(before) and is_answer
            if (is_last or DEADLINE.search(before)) and not is_courts:
                yield Cell("respond_by", (c.start, c.end))
                return

    def _people(self, stretch: Stretch) -> Iterator[Cell]:
        """How many people all the papers are about; not those of one paper of several."""
        if ONE_OF_THEM.match(self.reading.text, *stretch.span):
            return
        for c in self.reading.inside(stretch, "count"):
            is_asked = SEEKS.search(self.reading.text, stretch.start, c.start)
            if c.attributes.get("unit") in PEOPLE and is_asked:
                part = PART.match(self.reading.text, c.start, c.end)
                yield Cell("n_persons", part.span() if part else (c.start, c.end))
                return
        one = SOMEBODY.search(self.reading.text, *stretch.span)
        if one and SEEKS.search(self.reading.text, stretch.start, one.start()):
            yield Cell("n_persons", one.span("n"))

    def _demands(self, own: Sequence[Stretch]) -> Iterator[Row]:
        """What is asked for, a row a kind; the first words of each are kept as printed."""
        kinds: dict[str, list[Passage]] = {}
        codes = vocabulary_of("information_sought", "kind").codes()
        for stretch in own:
            for c in self.reading.inside(stretch, "information_sought"):
                is_person = DESCRIPTION.search(self.reading.text, c.start, c.end)
                is_file = c.value == "person" and RECORDS.search(self.reading.text, c.start, c.end)
                code = self._asked((c.start, c.end), c.value)
                if code not in codes or stretch.region != "body" or is_person or is_file:
                    continue
                cells = [Cell("kind", (c.start, c.end), code, "information")]
                cells += [] if code in kinds else [Cell("as_printed", (c.start, c.end))]
                kinds.setdefault(code, []).append(Passage(stretch, tuple(cells)))
            for code, span in self._listed(stretch):
                cells = [Cell("kind", span, code, "information")]
                cells += [] if code in kinds else [Cell("as_printed", span)]
                kinds.setdefault(code, []).append(Passage(stretch, tuple(cells)))
        for kind, passages in kinds.items():
            yield Row("information_sought", {"id": kind.replace("_", "-")}, merged(passages))

    def _asked(self, span: Span, code: str | None) -> str | None:
        """The kind of information that words ask for; null where no code says it."""
        told = (own for pattern, own in RECODED if pattern.search(self.reading.text, *span))
        return next(told, code)

    def _listed(self, stretch: Stretch) -> Iterator[tuple[str, Span]]:
        """Listed words for information behind a verb of asking, where the rules see none."""
        verb = ASKING.search(self.reading.text, *stretch.span)
        if (
            verb is None
            or stretch.region != "body"
            or self.reading.inside(stretch, "information_sought")
        ):
            return
        words = self.reading.text[slice(*stretch.span)].casefold()
        seen: set[str] = set()
        listed = self.known.phrases.codes("information", self.reading.source)
        for phrase in sorted(listed, key=len, reverse=True):
            found = re.search(rf"\b{re.escape(phrase)}\b", words)
            start = stretch.start + found.start() if found else 0
            if found and start >= verb.end() and listed[phrase] not in seen:
                seen.add(listed[phrase])
                yield listed[phrase], (start, start + len(phrase))


ONE_OF_THEM = re.compile(r"(?:One|The other|Another|The (?:first|second|third))\b(?! of the)")
OF_NATION = re.compile(
    r"\b(?:u\.s\. )?department of (?:justice|homeland security|labor)\b|"
    r"\b(?:justice|homeland security|labor|state) department\b|"
    r"\bu\.s\. attorney\b|\bdistrict (?:court|judge)\b"
)
"""Federal bodies and courts, in whose names "department" or "attorney" means no recipient."""
NONE_SENT = re.compile(
    r"\b(?:no|any)\b(?: \w+){0,2} (?:subpoenas?|summonse?s?)\b|"
    r"\b(?:never|not (?:yet )?)(?:been )?(?:received|served|got)\b",
    re.I,
)
"""Words by which nobody got papers."""
ITS_OFFICE = re.compile(
    r"\b(?:his|her|its|their|our|my) (?:office|department|division|agency|board|staff)\b"
)
"""The office of whoever was named before, which is no name of a recipient."""
RECODED = (
    (
        re.compile(r"\bI-9\b|\bemployment (?:(?:eligibility|verification) )*forms?\b", re.I),
        "i9_forms",
    ),
    (re.compile(r"\b(?:schedules?|visitors?|visits)\b", re.I), None),
)
"""Words for information by which a code that is near is the wrong one."""
DESCRIPTION = re.compile(r"\d-year-old")
PART = re.compile(r"\w+(?= of (?:the|these|those|them)\b)")
"""The number of some of the people who were told of."""
RECORDS = re.compile(r"\b(?:records?|files?|copies|documents)\b", re.I)
"""Words for papers about somebody, which are more than "information on a person"."""
ABOUT = re.compile(
    rf"{SEEKS.pattern}|\b(?:about|concerning|regarding|held|jailed|detained|arrested|booked|"
    r"released|charged|convicted)\b",
    re.I,
)
"""Words between papers and a year that show that it is the year of what they are about."""
ASKING = re.compile(r"\b(?:seeks?|sought|asks?|asked|asking|requests?|demands?|wants?)\b")


def act_id(known: Known, body: Body, taken: set[str]) -> str:
    """An id for an act: the place of the recipient and the next number."""
    place = body.jurisdiction_id or body.agency_id
    name = place.split("-", 2)[2] if place.count("-") > 1 else body.agency_id
    wanted = (f"{slug(name)}-{n}" for n in range(1, 1000))
    return next(w for w in wanted if not known.has("acts", w) and w not in taken)


def _told(groups: Iterable[Sequence[Sending]]) -> set[int]:
    """The numbers of the sentences that tell of sendings."""
    return {sending.stretch.number for group in groups for sending in group}


def _noun(paper: re.Match[str]) -> str:
    return str(paper["noun"] or paper["subpoenaed"]).lower()


def _ends(text: str, span: Span) -> Iterator[Span]:
    """The words of a span, then without the first, and so on."""
    for word in re.finditer(r"\S+", text[slice(*span)]):
        yield span[0] + word.start(), span[1]


def of(found: Sequence[Paper], reading: Reading, stretch: Stretch) -> Paper | None:
    """The act that a stretch is about: told or named in it, told in its paragraph, or the main."""
    told = [(s.stretch, paper) for paper in found for s in paper.sendings]
    here = [paper for other, paper in told if other.number == stretch.number]
    before = [each for each in told if each[0].number < stretch.number]
    if here or not before:
        return here[0] if here else next(iter(found), None)
    if stretch.number in found[0].doubts:
        return None
    words = OF_NATION.sub("", reading.text[slice(*stretch.span)].lower())
    words = ITS_OFFICE.sub("", words)
    places = {p.act_id: _named_at(reading, p, found, words) for p in found}
    by_name = [p for p in found if places[p.act_id] >= 0]
    subject = min(by_name, key=lambda p: places[p.act_id], default=None)
    by_noun = [p for p in found if re.search(rf"\b(?:the|this|that) {p.main.noun}", words)]
    bodies = {p.body.agency_id for p in by_name}
    if subject and (len(by_name) == 1 or len(bodies) > 1):
        return subject
    if len(by_noun) == 1:
        return by_noun[0]
    if GOES_ON.match(words) and (sentence := _before(reading, stretch)):
        return of(found, reading, sentence)
    other, last = max(before, key=lambda each: each[0].number)
    is_near = "\n" not in reading.text[other.end : stretch.start]
    return last if is_near or (stretch.locator and other.locator == stretch.locator) else found[0]


GOES_ON = re.compile(r"(?:it|its|they|their|he|his|she|her)\b")
"""How a sentence begins that goes on about whom the one before it names."""


def _before(reading: Reading, stretch: Stretch) -> Stretch | None:
    """The sentence before, in the same paragraph or place of a page."""
    found = next((s for s in reading.stretches if s.number == stretch.number - 1), None)
    if found and stretch.locator is None and "\n" in reading.text[found.end : stretch.start]:
        return None
    return found if found and found.locator == stretch.locator else None


def _named_at(reading: Reading, paper: Paper, found: Sequence[Paper], words: str) -> int:
    """Where a sentence first has a word of a recipient that no other one has; -1: nowhere."""
    others = {
        word
        for p in found
        if p.body.agency_id != paper.body.agency_id
        for word in _parts(reading, p)
    }
    places = [
        at.start()
        for word in _parts(reading, paper) - others
        if (at := re.search(rf"\b{re.escape(word)}\b", words))
    ]
    return min(places, default=-1)


def _parts(reading: Reading, paper: Paper) -> set[str]:
    """The words of a recipient's names that are no plain words."""
    names = " ".join(reading.words(s.receiver).lower() for s in paper.sendings)
    return set(re.findall(r"[^\W\d_]{4,}", names)) - {"county", "city", "state", "from", "with"}
