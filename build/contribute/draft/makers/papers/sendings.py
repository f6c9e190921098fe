"""The sentences of a text that say that papers went to somebody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.makers.bodies import offices
from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers.paper import Sending
from contribute.draft.makers.papers.receivers import Receiver, Receivers
from contribute.draft.makers.papers.wording import (
    CAME,
    EARLIER,
    NONE_SENT,
    OF_THE_MATTER,
    OPEN,
    OTHER_DAY,
    PAPER,
    SENDING,
    VENUE,
    agencys,
    count,
    counted,
    noun,
)
from contribute.draft.reading import Reading, Stretch
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

SENDS = re.compile(rf"(?:[’']s [\w ]{{3,30}}?)? (?:(?:has|had|also) )?{SENDING.pattern}", re.I)
"""What a federal body does just behind its name, so that it is the one who sends."""
PART_OF = re.compile(r"[’']s ")
"""What stands between a body and one of its parts."""
MOTION = re.compile(r"\bmotions?\b|\b(?:judge|court)\b[^.;]*\b(?:ruled|denied|granted|quashed)\b")
OF_SORT = re.compile(rf"{offices.KEEPER}|\b(?:jail|prison|hospital|library|utility)\b", re.I)
"""Words for bodies of which a place has one, so that "the county prison" is one."""
QUOTED_TITLE = re.compile(r"\([“\"][^()]*[”\"]\)")
"""The title of another article, in marks and brackets."""
AGENTS = re.compile(r"\b(?:agents?|officers?|agency|ICE|investigators|prosecutors)\b", re.I)
"""Words for those who send papers, where no body is named."""
BEGUN = re.compile(r"(?:(?:It|This|That) (?:was|is) |The )?")
"""What stands before papers with which a sentence begins."""
VERB_FIRST = re.compile(r"(?:also |then )?(?:w(?:as|ere)|ha[sd]|(?:also )?(?:got|received))\b")
"""How a phrase of a page begins whose subject another phrase names."""
GOT = re.compile(r" (?:was|were|had been|has been|got|received|found)\b")
"""What a body does behind its name that gets papers in a clause of its own."""
IN_IT = re.compile(r"(?:In it|It|The (?:letter|notice|request))\b")
"""How a sentence begins that says what stands in a letter."""
OWN = re.compile(r"\b(?:its|his|her) own $", re.I)
"""What stands before one paper to one body."""
EACH = re.compile(r"\beach\b", re.I)
"""A word by which the number of papers is that of every body."""
BOTH = re.compile(
    r"\b[Bb]oth\b(?!(?: of (?:them|which))? (?:about|on|for|asking|seeking|dated|from)\b)|"
    r"\b(?:to|on|upon|sent|served|handed) all (?:of them|[a-z]+ (?:offices|bodies|agencies))\b|"
    r"\b[Aa]ll (?:of them|[a-z]+ (?:offices|bodies|agencies)) (?:\w+ )?"
    r"(?:got|received|were|ha[sd])\b"
)
"""Words for the bodies that a text tells of, together."""
PLACE = re.compile(r"(?:[\w’'-]+ ){1,3}(?:County|City|Town)|(?:[Cc]ity|[Tt]own|[Vv]illage) of .+")
OTHER_CLAUSE = re.compile(r";\s+(?:and |while |but )?the (?:first|second|third|other|last)\b[^;]*$")
"""How a clause begins that tells of another paper than the one before it."""
ONE_OF = re.compile(
    r"\bthe (?:first|second|third|fourth|fifth|other|last|one)(?: (?:subpoena|paper|one))?$|"
    rf"{EARLIER.pattern[:-1]}subpoena$|\b(?:got|received|delivered|sent|mailed|handed) one$",
    re.I,
)
"""Words for one paper by its place among several."""
BY_RECIPIENT = re.compile("the one", re.I)
"""Words for a paper that go on with who got it: "the one to the clerk"."""
THEY = re.compile(r"(?:They|Both|Each|All)\b")
"""How a sentence begins that goes on about all bodies that the one before it joins."""
MUST = re.compile(r"\b(?:must|ha(?:s|d|ve) to|ordered|told to)\b")
FIRST = re.compile(r"\b[Tt]he first $")
"""What stands before one paper, which has a sentence of its own as the next one has."""
NEAR = 3  # sentences behind one of sending in which its papers are shared out
UNSURE = frozenset(("letter", "request"))
"""Nouns of papers that anybody may send."""
YEAR = re.compile(r"\b(?:in|since|during|of|,)\s+(?P<year>(?:19|20)\d\d)\b|\blast year\b", re.I)


@dataclass(frozen=True)
class Sendings:
    """Finds the sentences of one text by which papers went to somebody."""

    reading: Reading
    bodies: Bodies
    receivers: Receivers

    def all(self) -> Iterator[Sending]:
        """Every sending, the article before its headline."""
        last: tuple[Stretch, re.Match[str]] | None = None
        n_shared = 0
        found: list[Sending] = []
        for stretch in (s for s in self.reading.body if s.number not in self.reading.outside):
            shared = [*self._shared_out(last, stretch)] if last else []
            n_shared += len(shared)
            if last and n_shared > 1:  # to bodies of the place to which all of them came
                found = [s for s in found if s.stretch != last[0] or not self._is_place(s)]
            found += shared
            quoted = [m.span() for m in self.reading.find(stretch, QUOTED_TITLE)]
            papers = [
                p
                for p in agencys(self.reading.text, stretch.span)
                if not any(a <= p.start() < b for a, b in quoted)
            ]
            is_open = OPEN.search(self.reading.text, *stretch.span)
            is_none = is_open or self.receivers.is_anothers(stretch)
            if papers and not (is_none or self.reading.is_commanded(stretch)):
                papers.sort(key=lambda p: (noun(p) != "subpoena", not p["paper"]))
                paper = papers[0]
                own = [] if shared else self._paired(stretch, paper)
                if not (shared or own):
                    own = [*self._of(stretch, paper)] or self._once_more(stretch, paper, found)
                found += own
                is_sent = paper["paper"] and noun(paper) == "subpoena"
                if is_sent and SENDING.search(self.reading.text, *stretch.span):
                    last, n_shared = (stretch, paper), 0
        told = (s for s in found if s.is_served is not None and s.stretch.region == "body")
        first = min((s.stretch.number for s in told), default=None)
        return (s for s in found if first is None or not self._is_ruled(s, first))

    def _is_ruled(self, sending: Sending, first: int) -> bool:
        """Whether a sentence only tells that somebody must answer papers, as a court may rule, of
        whose sending the text told before."""
        is_bare = sending.is_served is None and sending.stretch.number > first
        return is_bare and bool(MUST.search(self.reading.text, *sending.stretch.span))

    def _once_more(
        self, stretch: Stretch, paper: re.Match[str], found: Sequence[Sending]
    ) -> list[Sending]:
        """Further papers to whoever got the last ones: "agents came back with two more"."""
        last = next((s for s in found[-1:] if stretch.number - s.stretch.number <= NEAR), None)
        if last is None or not paper["more"]:
            return []
        return [self.sending(stretch, paper, (last.receiver, last.body, last.named))]

    def _is_place(self, sending: Sending) -> bool:
        """Whether papers came to a county, city or town, and to none of its offices by name."""
        return bool(PLACE.fullmatch(self.reading.words(sending.receiver)))

    def _shared_out(
        self, last: tuple[Stretch, re.Match[str]], stretch: Stretch
    ) -> Iterator[Sending]:
        """The papers of a sentence before that this one shares out: "one went to …"."""
        told, paper = last
        if FIRST.search(self.reading.text, told.start, paper.start()):
            return
        if not 0 < stretch.number - told.number <= NEAR:
            return
        is_served = any(verb["served"] for verb in self.reading.find(told, SENDING))
        issuer = self.issuer(told)
        for receiver in self.receivers.shared(stretch):
            own = Sending(
                told, paper.span("paper"), noun(paper), None, is_served, issuer, *receiver
            )
            clause = OTHER_CLAUSE.search(self.reading.text, *told.span)
            yield replace(own, is_one=True, clause=clause.start() if clause else 0)

    def _paired(self, stretch: Stretch, paper: re.Match[str]) -> list[Sending]:
        """What a sentence says of papers to several bodies in a clause each, so that the number,
        the day and the people of one are not those of another; none of other sentences."""
        pairs = [] if stretch.locator else [*self.receivers.paired(stretch)]
        pairs = [each for each in pairs if each[1].start() > paper.start()]
        if not pairs:
            return []
        starts = [found.start() for _, found in pairs]
        head = replace(stretch, end=starts[0])
        others = {body.agency_id for (_, body, _), _ in pairs}
        first = [*self._of(head, paper)]
        if not first or first[0].body.agency_id in others:
            return []
        first = [s for s in first if s.body.agency_id not in others]  # whom another sentence joins
        names = (stretch if s.named == head else s.named for s in first)
        told = zip(first, names, strict=True)
        made = [replace(s, stretch=stretch, named=named, part=head.span) for s, named in told]
        for ((span, body, _), found), end in zip(pairs, [*starts[1:], stretch.end], strict=True):
            is_several = number_word(found["n"], Given()) not in (None, "1")
            at = found.start("n"), found.end("noun" if found["noun"] else "n")
            number = at if is_several or found["noun"] else None
            is_share = at[0] < span[0]  # "and one on the sheriff", on the day of the others
            part = stretch.span if is_share else (span[0], end)
            # with "got", "with" or "on the": "one" alone is a number
            at = (at[0], span[0] - 1) if is_share else (span[1] + 1, at[1])
            own = replace(made[0], receiver=span, body=body, named=stretch, part=part)
            own = replace(own, paper=at, number=number, is_likely=False, year=None, share=None)
            made.append(replace(own, clause=0 if is_share else span[0], is_one=number is None))
        return made

    def _of(self, stretch: Stretch, paper: re.Match[str]) -> Iterator[Sending]:
        """What a sentence with words for a paper says of its sending to each body, if it does."""
        if self._is_persons(stretch) and not self._before(stretch):
            return
        verbs = list(self.reading.find(stretch, SENDING))
        issuer = self.issuer(stretch)
        told = self._receiver(stretch, paper, is_sent=bool(verbs))
        is_bare = told is None and bool(verbs) and noun(paper) == "subpoena"
        is_bare &= bool(paper["paper"]) or paper["verb"].lower().startswith("the first")
        receiver = told or (self.receivers.only_before(stretch) if is_bare else None)
        if not receiver or (noun(paper) in UNSURE and not self._is_sent(stretch, verbs, issuer)):
            return
        if any(p.search(self.reading.text, *stretch.span) for p in (VENUE, NONE_SENT)):
            return
        is_told = counted(paper) or paper["one"] or BY_RECIPIENT.fullmatch(paper[0])
        is_told = is_told and stretch.region == "body"
        if not verbs and (not is_told or MOTION.search(self.reading.text, *stretch.span)):
            return  # it is refused or fought there, and nothing says how many were sent
        year = self._earlier_year(stretch)
        first = self.sending(stretch, paper, receiver)
        is_here = receiver[2] == stretch or THEY.match(self.reading.text, *stretch.span)
        joined = self.receivers.joined(receiver) if is_here else ()
        for each in (receiver, *joined, *self._all(stretch, receiver)):
            is_own = each is receiver or EACH.search(self.reading.text, *stretch.span)
            span, body, named = each
            number = first.number if is_own else None
            is_clause = named == stretch and GOT.match(self.reading.text, span[1])
            clause = span[0] if is_clause and each is not receiver else 0
            other = OTHER_CLAUSE.search(self.reading.text, stretch.start, span[0])
            clause = other.start() if other and named == stretch else clause
            own = replace(first, number=number, receiver=span, body=body, named=named, year=year)
            own = replace(own, clause=clause)
            is_one = not own.number and ONE_OF.search(
                self.reading.text, stretch.start, own.paper[1]
            )
            yield replace(own, is_likely=told is None, is_one=bool(is_one))

    def _all(self, stretch: Stretch, first: Receiver) -> Iterator[Receiver]:
        """The other bodies that a person told, where a sentence tells of both or all of them."""
        told = BOTH.search(self.reading.text, *stretch.span) and self.bodies.recipients
        others = {body.agency_id: (at, body) for at, body in reversed((told or {}).items())}
        others.pop(first[1].agency_id, None)
        for at, body in others.values():
            if named := self.reading.at(at[0]):
                yield at, body, named

    def sending(self, stretch: Stretch, paper: re.Match[str], receiver: Receiver) -> Sending:
        """What words for a paper say of its sending to somebody."""
        span = paper.span("paper") if paper["paper"] else paper.span("verb")
        is_plain = paper["one"] and not self.reading.is_quoted(paper.span("one"))
        number = paper.span("one") if is_plain else None  # "I get a subpoena, I answer it"
        number = count(paper) or number
        own = OWN.search(self.reading.text, stretch.start, span[0])
        whole = own.start() if own else span[0], span[1]  # "its own subpoena", "another subpoena"
        is_one = paper["paper"] and number_word(self.reading.words(whole), Given()) == "1"
        number = whole if is_one and not number else number
        verbs = list(self.reading.find(stretch, SENDING))
        is_served = any(verb["served"] for verb in verbs) if verbs else None
        if CAME.match(self.reading.text, span[1], stretch.end):  # "the clerk's two came on May 4"
            is_served = True
        issuer = self.issuer(stretch)
        return Sending(stretch, span, noun(paper), number, is_served, issuer, *receiver)

    def _receiver(
        self, stretch: Stretch, paper: re.Match[str], *, is_sent: bool
    ) -> Receiver | None:
        """Who gets the papers: named there, or, of words of sending, meant."""
        meant = self._meant(stretch, paper, is_sent=is_sent)
        fit = (found for found in meant if found and self.bodies.may_receive(found[1]))
        return next(fit, None)

    def _meant(
        self, stretch: Stretch, paper: re.Match[str], *, is_sent: bool
    ) -> Iterator[Receiver | None]:
        """Who may be meant, the plainest first."""
        yield self.receivers.receiver(stretch)
        yield self.receivers.it(stretch)
        yield self.receivers.keeper(stretch)
        yield from self.receivers.in_short(stretch)
        yield self.receivers.of_officer(stretch)
        yield self._before(stretch)
        if BEGUN.fullmatch(self.reading.text, stretch.start, paper.start()):
            yield self.receivers.told_before(stretch)
        if not is_sent:
            return
        yield from self.receivers.surnamed(stretch)
        own = self.receivers.described(stretch)
        is_office = own and OF_SORT.search(self.reading.words(own[0]))
        if noun(paper) != "subpoena":
            yield own
        yield from self.receivers.called(stretch)
        yield self.receivers.whole(stretch) if noun(paper) == "subpoena" else None
        yield own if is_office else None
        if noun(paper) == "subpoena":
            yield self.receivers.of_told(stretch)
            yield from self.receivers.held(stretch)
            yield from self.receivers.subject_before(stretch)

    def _is_persons(self, stretch: Stretch) -> bool:
        """Whether a phrase of a page begins with a person, whose office another phrase tells."""
        return bool(stretch.locator) and self.receivers.begins_with_person(stretch)

    def _before(self, stretch: Stretch) -> Receiver | None:
        """Whom a phrase before names, for one of a page that begins with a verb, or at the same
        place with a person."""
        is_open = stretch.locator and VERB_FIRST.match(self.reading.text, stretch.start)
        if not is_open and not self._is_persons(stretch):
            return None
        found = self.receivers.last_before(stretch)
        is_here = found is not None and found[2].locator == stretch.locator
        return found if is_open or is_here else None

    def _is_sent(
        self, stretch: Stretch, verbs: Sequence[re.Match[str]], issuer: Span | None
    ) -> bool:
        """Whether a letter or notice comes from the agency, or from nobody who is named there."""
        if not verbs or issuer or self._goes_on(stretch):
            return issuer is not None or bool(verbs)
        before = self.reading.text[stretch.start : verbs[0].start()]
        return not before.strip() or bool(AGENTS.search(before))

    def _goes_on(self, stretch: Stretch) -> bool:
        """Whether the next sentence says what the agency asks "in it"."""
        behind = (s for s in self.reading.body if s.number == stretch.number + 1)
        return any(IN_IT.match(self.reading.text, *s.span) and self.issuer(s) for s in behind)

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
        return any(
            not (OTHER_DAY.search(text, *b) or OF_THE_MATTER.search(text, *b)) for b in between
        )

    def issuer(self, stretch: Stretch) -> Span | None:
        """The federal body that the sentence names just before it sends, or else first; of "ICE's
        Homeland Security Investigations" the part, and not the whole that has it."""
        found = [
            (c.start, c.end)
            for c in self.reading.inside(stretch, "agency")
            if (body := self.bodies.named((c.start, c.end), stretch)) and body.kind == "federal"
        ]
        text = self.reading.text
        sends = (span for span in found if SENDS.match(text, span[1]))
        if span := next(sends, next(iter(found), None)):
            parts = (part for part in found if PART_OF.fullmatch(text, span[1], part[0]))
            return next(parts, span)
        agency = re.compile(r"\b[Tt]he agency\b").search(text, *stretch.span)
        return agency.span() if agency else None
