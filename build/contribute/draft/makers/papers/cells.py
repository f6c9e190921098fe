"""What sentences say of papers, as cells: who, how many, on which day, with what last day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contribute.draft.makers import ties
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers import citations, shares
from contribute.draft.makers.papers.paper import Paper, Sending
from contribute.draft.makers.papers.sendings import Sendings
from contribute.draft.makers.papers.shares import Share
from contribute.draft.makers.papers.wording import (
    BUSINESS,
    CAME,
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
from extraction.text.months import MONTH
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.tables.shared import PEOPLE

WORDS = turns(__file__, "words", {"NUMBER": NUMBER, "DAYS": DAYS})
"""Turns of phrase; the table tells what each means."""
DAYS_LEFT = WORDS["days_left"]
NOT_THESE = WORDS["not_these"]
ONE = re.compile(r"an? ", re.I)
BEHIND = 80  # characters from a verb of sending to its day
BESIDE = re.compile(r" (?:on )?(?:the )?")
"""What stands between a verb of sending and its day."""
SHARED = "The text tells that one of these papers, or one like them, went to this body."
A_DAY = "The text names the days of the papers that it counts, and {} of them came on this day."
ALONE = re.compile(rf"{NUMBER}(?: more)?", re.I)
COUNTED_ALONE = "The words “{}” count papers like those of which the text told before."
UNITS = frozenset(PEOPLE)
"""Words for people by which the check sees what is counted."""
COUNTED = "The papers ask about “{}”, and these words count {} people by what they do."
DATED = re.compile(
    r"\b(?:dated|issued|signed)(?: (?:an?|the|its|\w+) (?:[\w-]+ ){0,2}?subpoenas?)?(?: on)? $",
    re.I,
)
"""Words before the day on which papers were written, whenever they came."""
UNSIGNED = WORDS["unsigned"]
NO_JUDGE = WORDS["no_judge"]
NO_TERM = ("from_day", "so_long")
"""What stands behind a number of days that are no time to answer."""
LISTED = re.compile(rf"\b(?:dated|issued|signed)(?: on)? (?:(?:{MONTH} \d+|and|,)[, ]*)*$", re.I)
"""The same before the last of several days."""
EACH = re.compile(r"\beach\b", re.I)
"""A word by which one person is the one of each paper."""
OF_NOUN = re.compile(r"notice|letter|summons")
"""Nouns by which papers are told from subpoenas."""
IT = re.compile(r"(?:It|They|Each|Both)\b")
"""How a sentence begins that goes on about papers."""
SOME_OF = re.compile(rf"\b(?P<n>{NUMBER}) of (?:the|these|those) $", re.I)
"""The number of some of the people who were told of, before the words for all."""


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
        cells += citations.cells(self.reading, sending.stretch)
        if sending.share is None:
            cells += [self._counted(sending.number)] if sending.number else []
            if sending.is_one:
                more = {"by": "inference", "value": "1", "reason": SHARED}
                cells.append(Cell("n_subpoenas", sending.paper, more=more))
            cells += self._day(sending.own, sending.paper, sending.is_served, sending.clause)
        else:
            yield from self._shared(sending, sending.share, cells)
        yield Passage(sending.stretch, tuple(cells))

    def _counted(self, number: Span) -> Cell:
        """The number of papers; by inference where no noun says what is counted: "two more"."""
        words = self.reading.words(number)
        if not ALONE.fullmatch(words):
            return Cell("n_subpoenas", number)
        n = number_word(words.removesuffix(" more"), Given())
        more = {"by": "inference", "value": n, "reason": COUNTED_ALONE.format(words)}
        return Cell("n_subpoenas", number, more=more)

    def _shared(self, sending: Sending, share: Share, cells: list[Cell]) -> Iterator[Passage]:
        """The number and day of some of the papers of a sentence: into its `cells`, or where the
        words for the day stand."""
        stretch = self.reading.at(share.day[0])
        before = self.reading.text[stretch.start : share.day[0]] if stretch else ""
        verbs = [*SENDING.finditer(before)] if stretch != sending.stretch else []
        is_served = any(verb["served"] for verb in verbs) if verbs else sending.is_served
        is_issued = LISTED.search(before) or is_served is False
        day = Cell("issued" if is_issued else "served", share.day)
        more = {"by": "inference", "value": str(share.n), "reason": A_DAY.format(share.n)}
        cells.append(Cell("n_subpoenas", sending.paper, more=more))
        days = [day, *(self._came(share, stretch) if stretch and day.column == "issued" else ())]
        if stretch and stretch != sending.stretch:
            yield Passage(stretch, tuple(days))
        else:
            cells += days

    def _came(self, share: Share, stretch: Stretch) -> Iterator[Cell]:
        """The day on which papers came that were issued on another, in the same clause."""
        verbs = list(SENDING.finditer(self.reading.text, share.day[1], stretch.end))
        for c in self.reading.inside(stretch, "date"):
            own = [v for v in verbs if v.end() <= c.start and v["served"]]
            between = self.reading.text[share.day[1] : c.start]
            if (
                own
                and c.start - own[0].end() < BEHIND
                and not re.search(r"[.;]| the other\b", between)
            ):
                yield Cell("served", (c.start, c.end))
                return

    def each_day(self, sending: Sending) -> list[Share]:
        """The days of several papers that were sent, which are joined or counted in their sentence
        or told in the next one: "one on May 4 and the other on May 6"."""
        if sending.part:
            return []
        number = (
            number_word(self.reading.words(sending.number), Given()) if sending.number else None
        )
        told = shares.told(self.reading, sending.stretch, int(number) if number else None)
        if len(told) > 1:
            return told
        found: list[Share] = []
        if sending.is_served:
            found = shares.joined(self.reading, self.days(sending.stretch, sending.paper))
        behind = [s for s in self.reading.body if s.number == sending.stretch.number + 1]
        for stretch in behind if sending.number and not found else ():
            if WORDS["one_of_them"].match(self.reading.text, *stretch.span):
                found = shares.joined(self.reading, self.reading.inside(stretch, "date"))
        return found

    def more(self, paper: Paper, stretch: Stretch) -> Iterator[Passage]:
        """What a sentence that names no recipient says of the papers: term, people, issuer, day."""
        if stretch.number in {s.stretch.number for s in paper.sendings}:
            return
        is_own = any(s.share for s in paper.sendings)  # "the first" of them is this one
        cells = [*self._terms(stretch), *self._people(stretch, is_own=is_own)]
        cells += citations.cells(self.reading, stretch)
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
        one of sending that tells of "the subpoena" where none tells of several."""
        sent = {s.stretch.number for s in paper.sendings}
        for stretch in stretches:
            for found in agencys(self.reading.text, stretch.span):
                span = count(found)
                if span is None or stretch.number in sent or stretch.region != "body":
                    continue
                before = self.reading.text[stretch.start : span[0]]
                is_other = any(WORDS[n].search(before) for n in ("not_so_many", "ruled"))
                is_other = is_other or noun(found) != paper.main.noun
                if not (is_other or self._is_open(stretch)):
                    yield Passage(stretch, (Cell("n_subpoenas", span),))
                    return
        told = [*(s.stretch for s in paper.sendings), *stretches]
        told = [s for s in told if not WORDS["in_general"].match(self.reading.text, *s.span)]
        if any(WORDS["several"].search(self.reading.text, *s.span) for s in told):
            return
        for stretch in (s for s in told if SENDING.search(self.reading.text, *s.span)):
            one = WORDS["the_one"].search(self.reading.text, *stretch.span)
            if one and not self._is_open(stretch):
                yield Passage(stretch, (Cell("n_subpoenas", one.span()),))
                return

    def _is_open(self, stretch: Stretch) -> bool:
        """Whether a sentence tells of papers that may be, or of others."""
        found = (
            p.search(self.reading.text, *stretch.span)
            for p in (OPEN, TO_AGENCY, ONE_MORE, NOT_THESE)
        )
        return any(found)

    def sender(self, sending: Sending) -> str | None:
        """The federal body that sent papers, where their sentence names it."""
        found = self._issued(sending.issuer, sending.stretch)
        return found[0].code if found else None

    def issuing(self, span: Span, stretch: Stretch) -> Cell:
        """The cell of the issuer by words for a federal body, or for "the agency"."""
        body = self.bodies.named(span, stretch)
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
        came = CAME.match(text, paper[1], stretch.end)
        verbs += [came.span("verb")] if came else []
        for c in self.reading.inside(stretch, "date"):
            before = text[stretch.start : c.start]
            if not self._is_theirs(stretch, (c.start, c.end), verbs, paper):
                continue
            ends = [end for _, end in verbs if end <= c.start]
            is_next = any(BESIDE.fullmatch(text, end, c.start) for end in ends)
            is_next |= any(shares.AND.fullmatch(text, other.end, c.start) for other in found)
            is_other = OTHER_DAY.search(text, min(c.end, paper[0]), max(c.start, paper[1]))
            is_other = is_other or WORDS["answered"].search(text, min(paper[1], c.start), c.start)
            is_vague = VAGUE.search(text, c.start, c.end) or WORDS["not_its_day"].search(before)
            is_vague = is_vague or WORDS["stamp"].match(text, c.end)
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

    def _day(
        self, stretch: Stretch, paper: Span, is_served: bool | None, clause: int = 0
    ) -> Iterator[Cell]:
        """The day nearest to the papers, in their own clause."""
        found = self.days(stretch, paper) if is_served is not None else []
        found = [c for c in found if c.start >= clause]
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
        yield from self._days_left(stretch)
        for c in self.reading.inside(stretch, "date"):
            before = WORDS["clock"].sub("", self.reading.text[stretch.start : c.start])
            is_courts = IN_COURT.search(UNSIGNED.sub("", before))
            is_courts = is_courts or WORDS["promised"].search(before)
            is_answer = WORDS["answer"].search(self.reading.text, *stretch.span)
            is_answer = is_answer or WORDS["asked_by"].search(before)
            is_last = LAST_DAY.search(before) and is_answer
            is_named = re.match(r"\s+deadline\b", self.reading.text[c.end : stretch.end])
            is_past = WORDS["past"].match(self.reading.text[c.end : stretch.end])
            if (
                not (is_past or self._is_courts(stretch) or self._is_of_order(stretch))
                and (is_last or is_named or WORDS["deadline"].search(before))
                and not is_courts
            ):
                yield Cell("respond_by", (c.start, c.end))
                return

    def _days_left(self, stretch: Stretch) -> Iterator[Cell]:
        """In how many days an answer is asked for."""
        seen = self.reading.inside(stretch, "deadline")
        is_courts = self._is_courts(stretch) or self._is_of_order(stretch)
        for c in () if is_courts else seen[:1]:
            number, unit = c.parts.get("number"), c.parts.get("unit")
            if number and unit and BUSINESS.search(self.reading.text, number[0], unit[1]):
                continue  # no days of the calendar; a person is asked
            if unit and any(WORDS[n].match(self.reading.text, unit[1]) for n in NO_TERM):
                continue
            if number and not self._is_to_answer(stretch, number[0]):
                continue
            if number and unit and c.attributes.get("unit") == "day":
                yield Cell("days_to_respond", (number[0], unit[1]))
            elif number and unit and c.attributes.get("unit") == "week":
                yield from self._weeks((number[0], unit[1]))
        if not seen and (weeks := WORDS["weeks_left"].search(self.reading.text, *stretch.span)):
            yield from self._weeks(weeks.span("weeks"))
        found = None if is_courts else DAYS_LEFT.search(self.reading.text, *stretch.span)
        is_own = found and self._is_to_answer(stretch, found.start("days"))
        if found and is_own and not (seen or IN_COURT.search(self.reading.text, *stretch.span)):
            yield Cell("days_to_respond", found.span("days"))

    def _is_to_answer(self, stretch: Stretch, start: int) -> bool:
        """Whether what is to be done "within" some days may be to answer papers."""
        text = self.reading.text
        if WORDS["of_notice"].search(text[stretch.start : start]):
            return False
        named = (p.search(text, *stretch.span) for p in (PAPER, WORDS["answer"]))
        is_told = any(named) or IT.match(text, *stretch.span)
        return bool(is_told or not WORDS["within"].search(text[stretch.start : start]))

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
        words = (UNSIGNED.sub("", self.reading.words(s.span)) for s in told)
        return any(WORDS["court_sets"].search(each) for each in words)

    def _weeks(self, span: Span) -> Iterator[Cell]:
        """Days to answer in words for weeks; none of a number that cannot be read."""
        words = self.reading.words(span)
        number = "1" if ONE.match(words) else number_word(words, Given())
        if number is None:
            return
        n = 7 * int(number)
        reason = (
            f"{words[0].upper()}{words[1:]} of the calendar in which an answer is due are {n} days."
        )
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

    def _people(self, stretch: Stretch, *, is_own: bool = False) -> Iterator[Cell]:
        """How many people all the papers are about; not those of one paper of several."""
        if not is_own and WORDS["one_of_them"].match(self.reading.text, *stretch.span):
            return
        for c in self.reading.inside(stretch, "count"):
            is_asked = SEEKS.search(self.reading.text, stretch.start, c.start)
            is_asked = is_asked or WORDS["files_of"].search(
                self.reading.text[stretch.start : c.start]
            )
            unit = c.attributes.get("unit", "")
            if is_people(unit) and not WORDS["households"].fullmatch(unit) and is_asked:
                before = SOME_OF.search(self.reading.text[stretch.start : c.start])
                part = WORDS["part"].match(self.reading.text, c.start, c.end)
                span = part.span() if part else (c.start, c.end)
                if self._is_each(stretch, span):
                    return
                if before:
                    span = stretch.start + before.start("n"), stretch.start + before.end("n")
                yield self._counting(span, c.attributes["unit"])
                return
        one = SOMEBODY.search(self.reading.text, *stretch.span)
        is_held = WORDS["detainer"].search(self.reading.text, *stretch.span)
        is_each = one and self._is_each(stretch, one.span("n"))
        if (
            one
            and not (is_held or is_each)
            and SEEKS.search(self.reading.text, stretch.start, one.start())
        ):
            yield Cell("n_persons", one.span("n"))
