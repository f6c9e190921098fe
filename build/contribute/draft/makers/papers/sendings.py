"""The sentences of a text that say that papers went to somebody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.makers.bodies.named import Bodies
from contribute.draft.makers.papers.paper import Sending
from contribute.draft.makers.papers.receivers import GETS, Receiver, Receivers
from contribute.draft.makers.papers.wording import (
    EARLIER,
    IN_COURT,
    NONE_SENT,
    OPEN,
    OTHER_DAY,
    PAPER,
    SEEKS,
    SENDING,
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
QUOTED_TITLE = re.compile(r"\([“\"][^()]*[”\"]\)")
"""The title of another article, in marks and brackets."""
PART_OF = re.compile(r"[’']s ")
"""What stands between a body and one of its parts."""
BOTH = re.compile(
    r"\b[Bb]oth\b(?!(?: of (?:them|which))? (?:about|on|for|asking|seeking|dated|from)\b)|"
    r"\b(?:to|on|upon|sent|served|handed) all (?:of them|[a-z]+ (?:offices|bodies|agencies))\b|"
    r"\b[Aa]ll (?:of them|[a-z]+ (?:offices|bodies|agencies)) (?:\w+ )?"
    r"(?:got|received|were|ha[sd])\b"
)
"""Words for the bodies that a text tells of, together."""
ONE_OF = re.compile(
    r"\bthe (?:first|second|third|fourth|fifth|other|last|one)(?: (?:subpoena|paper|one))?$|"
    rf"{EARLIER.pattern[:-1]}subpoena$|\b(?:got|received|delivered|sent|mailed|handed) one$",
    re.I,
)
"""Words for one paper by its place among several."""
NEAR = 3  # sentences behind papers in which “two more” went to the same body
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
        found: list[Sending] = []
        for stretch in (s for s in self.reading.body if s.number not in self.reading.outside):
            titles = [m.span() for m in self.reading.find(stretch, QUOTED_TITLE)]
            papers = agencys(self.reading.text, stretch.span)
            papers = [p for p in papers if not any(a <= p.start() < b for a, b in titles)]
            is_open = OPEN.search(self.reading.text, *stretch.span)
            is_none = is_open or self.receivers.is_anothers(stretch)
            if papers and not (is_none or self.reading.is_commanded(stretch)):
                papers.sort(key=lambda p: (noun(p) != "subpoena", not p["paper"]))
                found += (
                    self._paired(stretch, papers[0])
                    or [*self._of(stretch, papers[0])]
                    or self._once_more(stretch, papers[0], found)
                )
        return iter(found)

    def _once_more(
        self, stretch: Stretch, paper: re.Match[str], found: Sequence[Sending]
    ) -> list[Sending]:
        """Further papers to whoever got the last ones: "agents came back with two more"."""
        last = next((s for s in found[-1:] if stretch.number - s.stretch.number <= NEAR), None)
        if last is None or not paper["more"]:
            return []
        return [self.sending(stretch, paper, (last.receiver, last.body, last.named))]

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
            own = replace(own, paper=at, number=number, is_likely=False, year=None)
            made.append(replace(own, is_one=number is None))
        return made

    def _of(self, stretch: Stretch, paper: re.Match[str]) -> Iterator[Sending]:
        """What a sentence with words for a paper says of its sending to each body, if it does."""
        verbs = list(self.reading.find(stretch, SENDING))
        told = self._receiver(stretch, is_meant=bool(verbs) and noun(paper) == "subpoena")
        is_bare = told is None and bool(verbs) and noun(paper) == "subpoena" and paper["paper"]
        receiver = told or (self.receivers.only_before(stretch) if is_bare else None)
        if not receiver or (noun(paper) in UNSURE and self.issuer(stretch) is None):
            return
        if NONE_SENT.search(self.reading.text, *stretch.span):
            return
        is_made = GETS["made_to"].search(self.reading.text, *stretch.span)
        is_told = (counted(paper) or paper["one"] or is_made) and stretch.region == "body"
        if not verbs and (not is_told or IN_COURT.search(self.reading.text, *stretch.span)):
            return  # it is refused or fought there, and nothing says how many were sent
        year = self._earlier_year(stretch)
        first = self.sending(stretch, paper, receiver)
        joined = self.receivers.joined(receiver) if receiver[2] == stretch else ()
        for each in (receiver, *joined, *self._all(stretch, receiver)):
            span, body, named = each
            number = first.number if each is receiver else None
            own = replace(first, number=number, receiver=span, body=body, named=named, year=year)
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
        verbs = list(self.reading.find(stretch, SENDING))
        is_served = any(verb["served"] for verb in verbs) if verbs else None
        issuer = self.issuer(stretch)
        return Sending(stretch, span, noun(paper), number, is_served, issuer, *receiver)

    def _receiver(self, stretch: Stretch, *, is_meant: bool) -> Receiver | None:
        """Who gets the papers: named there, or, of words of sending, meant."""
        found = self._named(stretch, is_meant=is_meant)
        return next((each for each in found if each and self.bodies.may_receive(each[1])), None)

    def _named(self, stretch: Stretch, *, is_meant: bool) -> Iterator[Receiver | None]:
        """Who may be named or meant, the plainest first."""
        yield self.receivers.receiver(stretch)
        yield self.receivers.it(stretch)
        yield from self.receivers.in_short(stretch)
        if is_meant:
            yield from self.receivers.called(stretch)
            yield self.receivers.whole(stretch)
            yield self.receivers.described(stretch)
            yield self.receivers.of_told(stretch)
            yield from self.receivers.subject_before(stretch)

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
        return any(not (OTHER_DAY.search(text, *b) or SEEKS.search(text, *b)) for b in between)

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
