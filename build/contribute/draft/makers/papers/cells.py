"""What sentences say of papers, as cells: who, how many, on which day, with what last day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contribute.draft.makers import laws, ties
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers.paper import Paper, Sending
from contribute.draft.makers.papers.sendings import Sendings
from contribute.draft.makers.papers.wording import (
    BUSINESS,
    DAYS,
    IN_COURT,
    LAST_DAY,
    ONE_MORE,
    OPEN,
    OTHER_DAY,
    PAPER,
    SEEKS,
    SENDING,
    SOMEBODY,
    THE_PAPERS,
    TO_AGENCY,
    VAGUE,
    agencys,
    count,
    is_people,
    noun,
)
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.tables.shared import PEOPLE

WORDS = turns(__file__, "words", {"NUMBER": NUMBER, "DAYS": DAYS})
"""Turns of phrase; the table tells what each means."""
DAYS_LEFT = WORDS["days_left"]
ONE = re.compile(r"an? ", re.I)
BEHIND = 80  # characters from a verb of sending to its day
SHARED = "The text tells that one of these papers, or one like them, went to this body."
ALONE = re.compile(rf"{NUMBER}(?: more)?", re.I)
COUNTED_ALONE = "The words “{}” count papers like those of which the text told before."
COUNTED = "The papers ask about “{}”, and these words count {} people by what they do."
UNITS = frozenset(PEOPLE)
"""Words for people by which the check sees what is counted."""
DATED = re.compile(
    r"\b(?:dated|issued|signed)(?: (?:an?|the|its|\w+) (?:[\w-]+ ){0,2}?subpoenas?)?(?: on)? $",
    re.I,
)
"""Words before the day on which papers were written, whenever they came."""
NO_JUDGE = WORDS["no_judge"]
EACH = re.compile(r"\beach\b", re.I)
"""A word by which one person is the one of each paper."""
OF_NOUN = re.compile(r"notice|letter|summons")
"""Nouns by which papers are told from subpoenas."""
PART = re.compile(rf"\b{NUMBER} of (?:the|these|those) $", re.I)
"""Words before the number of some people by which only a part of them is meant."""
IT = re.compile(r"(?:It|They|Each|Both)\b")
"""How a sentence begins that goes on about papers."""
NOT_TILL = re.compile(r"\b(?:lived|worked|stayed|been|served|open|employed),? until $")
"""Words before a day till which something lasted."""
FOR_COURT = re.compile(
    r",? (?:[^.;,“”]{1,20} )?to (?:explain|show|say why|object|appeal|tell the (?:court|judge))\b"
)
"""What stands behind a day by which a court is to be told something."""


@dataclass(frozen=True)
class Cells:
    """Makes the cells of acts from the sentences of one text."""

    reading: Reading
    bodies: Bodies
    sendings: Sendings

    def sent(self, sending: Sending, *, is_first: bool) -> Iterator[Passage]:
        """What one sentence of sending says."""
        who = [Cell("recipient_agency_id", sending.receiver, sending.body.agency_id, "agencies")]
        who += [Cell("recipient_as_printed", sending.receiver)] if is_first else []
        cells = self._issued(sending.issuer, sending.stretch)
        if sending.named == sending.stretch:
            cells += who
        else:
            yield Passage(sending.named, tuple(who))
        cells += self._people(sending.own)
        cells += laws.authority(self.reading, sending.stretch)
        cells += [self._counted(sending.number)] if sending.number else []
        if sending.is_one:
            more = {"by": "inference", "value": "1", "reason": SHARED}
            cells.append(Cell("n_subpoenas", sending.paper, more=more))
        cells += self._day(sending.own, sending.paper, sending.is_served)
        yield Passage(sending.stretch, tuple(cells))

    def _counted(self, number: Span) -> Cell:
        """The number of papers; by inference where no noun says what is counted: "two more"."""
        words = self.reading.words(number)
        if not ALONE.fullmatch(words):
            return Cell("n_subpoenas", number)
        n = number_word(words.removesuffix(" more"), Given())
        more = {"by": "inference", "value": n, "reason": COUNTED_ALONE.format(words)}
        return Cell("n_subpoenas", number, more=more)

    def more(self, paper: Paper, stretch: Stretch) -> Iterator[Passage]:
        """What a sentence that names no recipient says of the papers: term, people, issuer, day."""
        if stretch.number in {s.stretch.number for s in paper.sendings}:
            return
        cells = [*self._terms(stretch), *self._people(stretch)]
        cells += laws.authority(self.reading, stretch)
        again = THE_PAPERS.search(self.reading.text, *stretch.span)
        named = again and OF_NOUN.search(again[0])
        again = None if named and named[0] != paper.main.noun else again
        again = again or WORDS["begun"].match(self.reading.text, *stretch.span)
        again = again or WORDS["it_came"].search(self.reading.text, *stretch.span)
        verb = SENDING.search(self.reading.text, *stretch.span)
        is_other = any(p.search(self.reading.text, *stretch.span) for p in (OPEN, TO_AGENCY))
        if again and verb and not is_other:
            issuer = self.sendings.issuer(stretch)
            cells += self._issued(issuer, stretch)
            verbs = self.reading.find(stretch, SENDING)
            cells += self._day(stretch, again.span(), any(each["served"] for each in verbs))
        if cells:
            yield Passage(stretch, tuple(cells))

    def number(self, paper: Paper, stretches: Sequence[Stretch]) -> Iterator[Passage]:
        """How many papers there are, by the first sentence about them that counts them, or else by
        one that tells of "the subpoena" that was sent, or of "a subpoena from" the agency, where
        none tells of several."""
        sent = {s.stretch.number for s in paper.sendings}
        for stretch in stretches:
            for found in agencys(self.reading.text, stretch.span):
                span = count(found)
                if span is None or stretch.number in sent or stretch.region != "body":
                    continue
                if noun(found) == paper.main.noun and not self._is_open(stretch):
                    yield Passage(stretch, (Cell("n_subpoenas", span),))
                    return
        told = [*(s.stretch for s in paper.sendings), *stretches]
        if any(WORDS["several"].search(self.reading.text, *s.span) for s in told):
            return
        for stretch in (s for s in told if SENDING.search(self.reading.text, *s.span)):
            one = WORDS["the_one"].search(self.reading.text, *stretch.span)
            if one and not self._is_open(stretch):
                yield Passage(stretch, (Cell("n_subpoenas", one.span()),))
                return
        for stretch in (s for s in told if s.region == "body" and not self._is_open(s)):
            papers = agencys(self.reading.text, stretch.span)
            ones = [p for p in papers if p["one"] and noun(p) == paper.main.noun]
            ones = ones if self.sendings.issuer(stretch) else []
            if ones and not self.reading.is_quoted(ones[0].span("one")):
                yield Passage(stretch, (Cell("n_subpoenas", ones[0].span("one")),))
                return

    def _is_open(self, stretch: Stretch) -> bool:
        """Whether a sentence tells of papers that may be, or of others."""
        found = (p.search(self.reading.text, *stretch.span) for p in (OPEN, TO_AGENCY, ONE_MORE))
        return any(found)

    def issuing(self, span: Span, stretch: Stretch) -> Cell:
        """The cell of the issuer by words for a federal body, or for "the agency"."""
        is_name = self.reading.words(span).lower() != "the agency"
        body = self.bodies.named(span, stretch) if is_name else None
        if body is None or body.kind != "federal":  # "the agency", which the text named before
            body = next((each for each in self.bodies.found if each.kind == "federal"), None)
        code = body.agency_id if body else "ice"
        return Cell("issuing_agency_id", span, code, "agencies")

    def _issued(self, issuer: Span | None, stretch: Stretch) -> list[Cell]:
        is_told = issuer and self.is_issuer(issuer, stretch)
        return [self.issuing(issuer, stretch)] if issuer and is_told else []

    def is_issuer(self, span: Span, stretch: Stretch) -> bool:
        """Whether words for a federal body are not those for who is given something, or goes to
        court, or another body that is called "the agency"."""
        text = self.reading.text
        is_given = WORDS["to_issuer"].search(text[stretch.start : span[0]])
        is_own = self.reading.words(span).lower() == "the agency" and self.reading.has_own_agency
        return not (is_given or is_own or WORDS["no_issuer"].match(text, span[1], stretch.end))

    def days(self, stretch: Stretch, paper: Span) -> list[Candidate]:
        """The days beside papers that are no last days to respond, nor days in court."""
        text, found = self.reading.text, list[Candidate]()
        verbs = [verb.span() for verb in self.reading.find(stretch, SENDING)]
        for c in self.reading.inside(stretch, "date"):
            before = text[stretch.start : c.start]
            if not self._is_theirs(stretch, (c.start, c.end), verbs, paper):
                continue
            is_next = any(text[end : c.start] in (" ", " on ") for _, end in verbs)
            is_other = OTHER_DAY.search(text, min(c.end, paper[0]), max(c.start, paper[1]))
            is_vague = VAGUE.search(text, c.start, c.end) or WORDS["not_its_day"].search(before)
            if not is_vague and (is_next or not is_other):
                found.append(c)
        return found

    def _is_theirs(self, stretch: Stretch, day: Span, verbs: Sequence[Span], paper: Span) -> bool:
        """Whether a day stands in the clause of a verb of sending, and is of no other word."""
        text, start = self.reading.text, stretch.start
        beside = ties.own_verb(text, start, day)
        is_others = beside and beside[1] not in {end for _, end in verbs}
        is_tied = any(ties.is_in_clause(text, verb, day, start) for verb in verbs or [paper])
        is_of_noun = ties.is_of_noun(text, start, day, ties.PAPER, are=False)
        return is_tied and not (is_others or is_of_noun or ties.is_no_day(text, start, day))

    def _day(self, stretch: Stretch, paper: Span, is_served: bool | None) -> Iterator[Cell]:
        """The day nearest to the papers, in their own clause."""
        found = self.days(stretch, paper) if is_served is not None else []
        dated = [c for c in found if DATED.search(self.reading.text[stretch.start : c.start])]
        for column, own in (("issued", dated), ("", [c for c in found if c not in dated])):
            day = self._nearest(own, stretch, paper)
            if day and (column or is_served or not dated):
                yield Cell(column or ("served" if is_served else "issued"), (day.start, day.end))

    def _nearest(
        self, days: Sequence[Candidate], stretch: Stretch, paper: Span
    ) -> Candidate | None:
        """The day nearest to its papers: one that ends the clause of their sending is near, as in
        "served on the clerk on May 4"."""
        verbs = [verb.end() for verb in self.reading.find(stretch, SENDING)]

        def distance(day: Candidate) -> tuple[bool, int]:
            is_behind = any(0 <= day.start - end < BEHIND for end in verbs)
            return not is_behind, abs(day.start - paper[1])

        return min(days, key=distance, default=None)

    def _terms(self, stretch: Stretch) -> Iterator[Cell]:
        """In how many days, or by which day, an answer is asked for."""
        is_courts = self._is_courts(stretch) or self._is_of_order(stretch)
        if is_courts:
            return
        yield from self._days_left(stretch)
        for c in self.reading.inside(stretch, "date"):
            before = WORDS["clock"].sub("", self.reading.text[stretch.start : c.start])
            is_none = IN_COURT.search(NO_JUDGE.sub("", before)) or WORDS["promised"].search(before)
            is_none = is_none or FOR_COURT.match(self.reading.text, c.end)
            is_last = LAST_DAY.search(NOT_TILL.sub("", before)) and self._is_of_answer(stretch)
            is_last = is_last or self._is_due(stretch, before)
            is_named = re.match(r"\s+deadline\b", self.reading.text[c.end : stretch.end])
            if (is_last or is_named or WORDS["deadline"].search(before)) and not is_none:
                yield Cell("respond_by", (c.start, c.end))
                return

    def _is_due(self, stretch: Stretch, before: str) -> bool:
        """Whether papers or an answer, and nothing else, are due on the day behind words."""
        is_papers = THE_PAPERS.search(before) or self._is_of_answer(stretch)
        return bool(WORDS["due"].search(before) and is_papers)

    def _is_of_answer(self, stretch: Stretch) -> bool:
        """Whether a sentence tells of an answer, or goes on about papers."""
        answer = WORDS["answer"].search(self.reading.text, *stretch.span)
        return bool(answer or IT.match(self.reading.text, *stretch.span))

    def _days_left(self, stretch: Stretch) -> Iterator[Cell]:
        """In how many days an answer is asked for."""
        seen = self.reading.inside(stretch, "deadline")
        for c in seen[:1]:
            number, unit = c.parts.get("number"), c.parts.get("unit")
            if number and unit and BUSINESS.search(self.reading.text, number[0], unit[1]):
                continue  # no days of the calendar; a person is asked
            if unit and WORDS["so_long"].match(self.reading.text, unit[1]):
                continue
            if number and not self._is_to_answer(stretch, number[0]):
                continue
            if number and unit and c.attributes.get("unit") == "day":
                yield Cell("days_to_respond", (number[0], unit[1]))
            elif number and unit and c.attributes.get("unit") == "week":
                yield from self._weeks((number[0], unit[1]))
        found = None if seen else DAYS_LEFT.search(self.reading.text, *stretch.span)
        is_none = found is None or not self._is_to_answer(stretch, found.start("days"))
        if found and not (is_none or IN_COURT.search(self.reading.text, *stretch.span)):
            yield Cell("days_to_respond", found.span("days"))

    def _is_to_answer(self, stretch: Stretch, start: int) -> bool:
        """Whether what is to be done "within" some days may be to answer papers."""
        is_within = re.search(r"\bwithin $", self.reading.text[stretch.start : start], re.I)
        is_told = PAPER.search(self.reading.text, *stretch.span) or self._is_of_answer(stretch)
        return bool(is_told or not is_within)

    def _is_of_order(self, stretch: Stretch) -> bool:
        """Whether a last day may be that of an order of which the text told before, since its
        sentence names no papers."""
        before = (s for s in self.reading.body if s.region == "body" and s.number < stretch.number)
        is_named = PAPER.search(self.reading.text, *stretch.span) or IT.match(
            self.reading.text, *stretch.span
        )
        is_told = any(WORDS["order_told"].search(self.reading.text, *s.span) for s in before)
        return is_told and not is_named

    def _is_courts(self, stretch: Stretch) -> bool:
        """Whether a term is one that a court sets, by its sentence or by the headline."""
        heads = [s for s in self.reading.body if s.region in ("headline", "deck")]
        told = heads if stretch in heads else [stretch]
        words = (NO_JUDGE.sub("", self.reading.words(s.span)) for s in told)
        return any(WORDS["court_sets"].search(each) for each in words)

    def _weeks(self, span: Span) -> Iterator[Cell]:
        """Days to answer in words for weeks; none of a number that cannot be read."""
        words = self.reading.words(span)
        number = "1" if ONE.match(words) else number_word(words, Given())
        if number is None:
            return
        n = 7 * int(number)
        reason = f"{words[0].upper()}{words[1:]} in which an answer is due are {n} days."
        more = {"by": "inference", "value": str(n), "reason": reason}
        yield Cell("days_to_respond", span, more=more)

    def _counting(self, span: Span, noun: str) -> Cell:
        """The number of people; of those whom the check does not know for people, by inference."""
        number = number_word(self.reading.words(span), Given())
        if noun.rstrip("s") in UNITS or noun in UNITS or number is None:
            return Cell("n_persons", span)
        reason = COUNTED.format(self.reading.words(span), number)
        more = {"by": "inference", "value": number, "reason": reason}
        return Cell("n_persons", span, more=more)

    def _is_each(self, stretch: Stretch, span: Span) -> bool:
        """Whether words for one person tell of the one on whom each of several papers is."""
        is_one = number_word(self.reading.words(span), Given()) == "1" or ONE.match(
            self.reading.words(span)
        )
        return bool(is_one and EACH.search(self.reading.text, stretch.start, span[0]))

    def _people(self, stretch: Stretch) -> Iterator[Cell]:
        """How many people all the papers are about; not those of one paper of several."""
        text, start = self.reading.text, stretch.start
        if WORDS["one_of_them"].match(text, *stretch.span):
            return
        for c in self.reading.inside(stretch, "count"):
            is_asked = SEEKS.search(text, start, c.start)
            is_asked = is_asked or WORDS["files_of"].search(text[start : c.start])
            unit = c.attributes.get("unit", "")
            if is_asked and is_people(unit) and not WORDS["households"].fullmatch(unit):
                is_part = PART.search(text[start : c.start])
                if not (is_part or self._is_each(stretch, (c.start, c.end))):
                    yield self._counting((c.start, c.end), unit)
                return
        one = SOMEBODY.search(text, *stretch.span)
        is_none = bool(WORDS["detainer"].search(text, *stretch.span))
        is_none = is_none or (one is not None and self._is_each(stretch, one.span("n")))
        if one and not is_none and SEEKS.search(text, start, one.start()):
            yield Cell("n_persons", one.span("n"))
