"""Who gets papers: the state or local body that a sentence of sending names or means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.makers.bodies.governments import are_near
from contribute.draft.makers.bodies.named import Bodies, Body
from contribute.draft.makers.papers.wording import DAYS
from contribute.draft.reading import Reading, Stretch
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.lexicon import lists
from ice_subpoenas.derivations.find import Span

PIECES = {
    "KEEPER": offices.KEEPER,
    "NOUN": offices.NOUN,
    "PLACE": offices.PLACE,
    "PLACED": offices.PLACED,
    "LOCAL": offices.LOCAL,
    "NUMBER": NUMBER,
    "DAYS": DAYS,
    "OFFICES": "|".join((*offices.KEEPERS, *offices.HEADS, *offices.TITLES)),
}
GETS = turns(__file__, "gets", PIECES)
"""Where a sentence names who gets papers."""
WORDS = turns(__file__, "words", PIECES)
"""Other turns of phrase; the table tells what each means."""
PRONOUN = re.compile(r"(?:The|It|They|He|She|That|This|One|We|Another|Dr|Mrs?|Ms)")
IN_PLACE = re.compile(r"\b(?:in|across|around|near|throughout) (?:the )?$")
"""What stands before a place in which others get papers."""
LIES_IN = re.compile(r"\b(?:offices?|headquarters|buildings?|branch|lobby|annex),? (?:in|near) $")
"""What stands before the place where a body that gets papers lies."""
BRANCH = re.compile(r" (?:(?:field|main|branch|regional) )?(?:office|branch|building|annex)\b")
"""What stands behind the name of such a place."""
TOLD = re.compile(
    r"\b(?:told|tells|informed|briefed|(?:confirmed|said|spoke|talked|according) to) "
    r"(?:(?:the|a|an|its|\w+[’']s) ){0,2}(?:[a-z]+[’']s )?$",
    re.I,
)
"""What stands before somebody who is only told of papers."""
SAME = {
    "district": ("district", "school"),
    "school": ("school",),
    "system": ("system", "school"),
    "hospital": ("hospital", "medical center"),
    "university": ("university", "college", "a&m", " state"),
}
"""Words in the names of bodies that are called by a noun, where they are not the noun itself."""
TITLED = re.compile(
    rf"(?P<title>(?:[\w.’']+ ){{0,3}}(?:{offices.LEADER}))"
    r"(?: [A-Z][\w.’'-]+){2,3}$",
    re.I,
)
"""A title and a name: the office receives the papers."""
PAPER_NOUN = re.compile(r"subpoena|summons")
Receiver = tuple[Span, Body, Stretch]
"""The words for a body, the body, and the sentence of the words."""


@dataclass(frozen=True)
class Receivers:
    """Finds who gets papers in one text."""

    reading: Reading
    bodies: Bodies

    def receiver(self, stretch: Stretch) -> Receiver | None:
        """Who gets the papers: a state or local body, behind the verb or before it."""
        for pattern in GETS.values():
            for found in self.reading.find(stretch, pattern):
                words = re.split(rf"\s+(?:on\s+)?{DAYS}", found["name"])[0].rstrip(" ,.;")
                words = re.sub(r"[’']s?$", "", WORDS["joined"].split(words)[0])
                span = found.start("name"), found.start("name") + len(words)
                is_none = bool(re.match(DAYS, words) or PRONOUN.fullmatch(words))
                is_first = found.start("name") - found.start() <= len("the ")
                before = self.reading.text[stretch.start : span[0]]
                never = (IN_PLACE if is_first else TOLD, LIES_IN)
                is_none = is_none or any(pattern.search(before) for pattern in never)
                is_none = is_none or self._is_branch(span)
                are_many = WORDS["many"].match(self.reading.text, span[1])  # "Washington counties"
                if is_none or are_many:
                    continue
                if body := self._at(span, stretch):
                    return body
        return None

    def joined(self, first: Receiver) -> Iterator[Receiver]:
        """The body that "and" joins to the one that gets papers, behind it, or before it where
        each got some."""
        (start, end), own, stretch = first
        behind = WORDS["and_behind"].match(self.reading.text, end, stretch.end)
        is_each = WORDS["each"].match(self.reading.text, end, stretch.end)
        before = WORDS["and_before"].search(self.reading.text[:start], stretch.start)
        joint = behind or (before if is_each else None)
        found = self._at(joint.span("name"), stretch) if joint else None
        if found and found[1].agency_id != own.agency_id:
            yield found

    def paired(self, stretch: Stretch) -> Iterator[tuple[Receiver, re.Match[str]]]:
        """The bodies of clauses of their own behind "and", with what each got: "the clerk got one
        on May 4, and the sheriff two on May 5"; or with its share: "and one on the sheriff"."""
        pairs = (self.reading.find(stretch, WORDS[name]) for name in ("paired", "paired_to"))
        for found in sorted(chain.from_iterable(pairs), key=re.Match.start):
            start, name = found.start("name"), found["name"].rstrip(" .,;")
            span = start, start + len(name)
            receiver = self._at(span, stretch)
            if receiver and self.bodies.may_receive(receiver[1]):
                yield receiver, found

    def _at(self, span: Span, stretch: Stretch) -> Receiver | None:
        """The state or local body that words name, with all its words."""
        span = self.bodies.numbered(self._unarticled(self._widest(stretch, span)))
        is_land = self.reading.words(span) in lists.states() and WORDS["of_land"].match(
            self.reading.text, span[1]
        )
        is_told = any(a < span[1] and span[0] < b for a, b in self.bodies.recipients)
        is_person = not is_told and nobody.is_person(self.reading, span)
        if is_land or is_person or self._is_no_name(span, stretch):
            return None
        span = self._unnamed(span, stretch)
        is_none = PRONOUN.fullmatch(self.reading.words(span).rstrip("."))
        body = None if is_none else self.bodies.named(span, stretch)
        return (span, body, stretch) if body and self.bodies.may_receive(body) else None

    def _is_no_name(self, span: Span, stretch: Stretch) -> bool:
        """Whether a word only begins a sentence, and stands nowhere else as a name: "Last spring
        …"; a word that the rules see as a body or place is a name."""
        word = self.reading.text[slice(*span)]
        named = self.reading.inside(stretch, "agency", "jurisdiction")
        is_title = not re.search(r"\b[a-z]{5,}", self.reading.text[slice(*stretch.span)])
        if stretch.region != "body" and is_title:
            return not any(c.start < span[1] and span[0] < c.end for c in named)
        begins = not self.reading.text[stretch.start : span[0]].strip(" \n“\"‘'(—–-")
        if " " in word or not begins or self.bodies.known_only(word):
            return False
        inner = re.compile(
            rf"(?<=[a-z,;] ){re.escape(word)}\b|\b{re.escape(word.upper())}(?=,| [—–-])"
        )
        is_seen = any(c.start <= span[0] and span[1] <= c.end for c in named)
        return not (is_seen or inner.search(self.reading.text))

    def _is_branch(self, span: Span) -> bool:
        """Whether a name is that of the place where an office lies: "at the Geneva office"."""
        text = self.reading.text
        is_before = text[: span[0]].endswith("the ") and BRANCH.match(text, span[1])
        return bool(is_before) and not offices.KIND.search(text[slice(*span)].lower())

    def _unnamed(self, span: Span, stretch: Stretch) -> Span:
        """An office without the name of the person who holds it."""
        if titled := TITLED.match(self.reading.text, *span):
            return span[0], titled.end("title")
        for c in self.reading.inside(stretch, "person"):
            if span[0] < c.start < span[1] <= c.end:
                return span[0], span[0] + len(self.reading.text[span[0] : c.start].rstrip())
        return span

    def called(self, stretch: Stretch) -> Iterator[Receiver]:
        """The bodies named before that "the department" or the like may mean, the last first."""
        found = next(self.reading.find(stretch, WORDS["called"]), None)
        if found is None:
            return
        noun = found["noun"] or found["given"] or found["other"]
        noun = "sheriff" if noun.lower() == "jail" else noun  # who runs it
        owner = (found["whose"] or found["owner"] or "").lower()
        others = SAME.get(owner or noun.lower(), ())  # "the university's registrar" is its office
        for before in reversed([s for s in self.reading.body if s.number < stretch.number]):
            for span, body in reversed(list(self.named(before))):
                words = self.reading.words(span).lower()
                is_called = noun.lower() in words and owner in words
                if is_called or any(each in words for each in others):
                    yield span, body, before

    def whole(self, stretch: Stretch) -> Receiver | None:
        """The government itself, where a sentence says that "the village" got papers."""
        for found in self.reading.find(stretch, WORDS["whole"]):
            group = "verb_first" if found["verb_first"] else "got"
            kind = found[group] if found[group] in ("county", "state") else "city"
            if body := self.bodies.whole(kind, found.span(group)):
                return found.span(group), body, stretch
        return None

    def described(self, stretch: Stretch) -> Receiver | None:
        """A body that the text names by words such as "the county jail" alone, as a new one."""
        found = next(self.reading.find(stretch, WORDS["of_the_place"]), None)
        if found is None or self.bodies.governments.main is None:
            return None
        return found.span("name"), self.bodies.described(found.span("name"), stretch), stretch

    def names(self, body: Body) -> Iterator[tuple[Span, Stretch]]:
        """Where the article names a body by its own name, not by who holds the office."""
        for name in self.bodies.names(body):
            for stretch in self.reading.body:
                own = re.compile(re.escape(name).replace("'", "[’']"), re.I)
                for found in self.reading.find(stretch, own):
                    is_name = found[0][0].isupper() and not offices.HOLDER.match(found[0])
                    if is_name and stretch.region == "body":
                        yield found.span(), stretch

    def named(self, stretch: Stretch) -> Iterator[tuple[Span, Body]]:
        """The state and local bodies that a sentence names."""
        spans = {(c.start, c.end) for c in self.reading.inside(stretch, "agency")}
        told = self.bodies.recipients
        spans |= {at for at in told if stretch.start <= at[0] < stretch.end}
        for pattern in (WORDS["city"], WORDS["of_county"], WORDS["lower"], WORDS["campus"]):
            spans |= {self._widest(stretch, m.span()) for m in self.reading.find(stretch, pattern)}
        people = self.reading.inside(stretch, "person", "agency", "jurisdiction")
        for found in self.reading.find(stretch, WORDS["answering"]):
            at = found.span("name")
            is_seen = any(c.start < at[1] and at[0] < c.end for c in people)
            spans |= set() if is_seen or PRONOUN.match(found["name"]) else {at}
        spans = {self.bodies.numbered(self._unarticled(span)) for span in spans}
        whole = (
            a for a in spans if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in spans)
        )
        for span in sorted(whole):
            body = self.bodies.named(span, stretch)
            if body and self.bodies.may_receive(body):
                yield span, body

    def _unarticled(self, span: Span) -> Span:
        """A name without "The" before it."""
        is_article = self.reading.text[slice(*span)].startswith("The ")
        return (span[0] + len("The "), span[1]) if is_article else span

    def it(self, stretch: Stretch) -> Receiver | None:
        """Who "it was served" means: the first body before, in the sentence or in the last one."""
        it = next(self.reading.find(stretch, WORDS["it_got"]), None)
        for before in [s for s in self.reading.body if it and -1 <= s.number - stretch.number <= 0]:
            for span, body in self.named(before):
                if it and span[1] <= it.start():
                    return span, body, before
        return None

    def in_short(self, stretch: Stretch) -> Iterator[Receiver]:
        """The bodies that words such as "the motor vehicle agency" mean, which the text names."""
        for found in self.reading.find(stretch, WORDS["in_short"]):
            start, end = found.span("name")
            told = (b for at, b in self.bodies.recipients.items() if start <= at[0] < at[1] <= end)
            body = next(told, None) or self.bodies.longer(found["name"])
            if body and self.bodies.may_receive(body):
                yield (start, end), body, stretch

    def subject_before(self, stretch: Stretch) -> Iterator[Receiver]:
        """The body with which a sentence before in the same paragraph begins, the last first; or
        with which the sentence itself does, of papers that came "to the counter"."""
        is_counter = WORDS["at_counter"].search(self.reading.text, *stretch.span)
        last = stretch.number + bool(is_counter)
        own = [s for s in self.reading.paragraph(stretch) if s.number < last]
        is_none = WORDS["on_somebody"].search(self.reading.text, *stretch.span)
        for before in [] if is_none or self.is_anothers(stretch) else reversed(own):
            for span, body in self.named(before):
                if WORDS["opening"].fullmatch(self.reading.text, before.start, span[0]):
                    yield span, body, before

    def of_told(self, stretch: Stretch) -> Receiver | None:
        """The body that a sentence or the ones before it name last, if a person told it."""
        body = (s for s in self.reading.body if s.region == "body" and s.number <= stretch.number)
        is_none = self.is_anothers(stretch) or not self.bodies.recipients
        told = (stretch if s.number == stretch.number else s for s in body)  # or a clause of it
        for before in reversed([] if is_none else [*told]):
            last = [(at, named, before) for at, named in self.named(before)]
            others = (
                (c.start, c.end)
                for c in self.reading.inside(before, "agency")
                if (named := self.bodies.named((c.start, c.end), before))
                and not (named.kind in ("federal", "court") or self.bodies.may_receive(named))
            )
            if end := max(others, default=None):
                return last[-1] if last and last[-1][0] > end else None
            if last:
                return last[-1]
        return None

    def is_anothers(self, stretch: Stretch) -> bool:
        """Whether a sentence names no body that a person told, and only places far from those of
        all such bodies."""
        of = self.bodies.governments
        named = (
            of.named((c.start, c.end), stretch, c)
            for c in self.reading.inside(stretch, "jurisdiction")
            if not of.is_court_or_office(c)
        )
        places = {each.jurisdiction_id for each in named if each}
        own = {body.jurisdiction_id or "" for body in self.bodies.recipients.values()}
        is_told = any(stretch.start <= at[0] < stretch.end for at in self.bodies.recipients)
        is_far = not (is_told or any(are_near(a, b) for a in places for b in own))
        return bool(places and own and is_far)

    def only_before(self, stretch: Stretch) -> Receiver | None:
        """The only state or local body that the article names before a sentence of sending."""
        is_other = WORDS["to_somebody"].search(self.reading.text, *stretch.span)
        is_new = not PAPER_NOUN.search(self.reading.text, 0, stretch.start)
        is_other = is_other if is_other and not (is_other["known"] and is_new) else None
        body = () if is_other or self.is_anothers(stretch) else self.reading.body
        before = [s for s in body if s.region == "body" and s.number < stretch.number]
        named = {body.agency_id: (at, body, s) for s in before for at, body in self.named(s)}
        paper = PAPER_NOUN.search(self.reading.text, *stretch.span) if body else None
        if paper:
            here = ((at, b) for at, b in self.named(stretch) if at[1] < paper.start())
            named |= {b.agency_id: (at, b, stretch) for at, b in here}
        return next(iter(named.values())) if len(named) == 1 else None

    def _widest(self, stretch: Stretch, span: Span) -> Span:
        """The span of the agency that the rules see there, or that a person told, if longer."""
        for start, end in self.bodies.recipients:
            if start <= span[0] < end:
                return start, max(end, span[1])
        for c in self.reading.inside(stretch, "agency"):
            if c.start <= span[0] < c.end and c.end > span[1]:
                return c.start, c.end
        part = WORDS["part_of"].search(self.reading.text, stretch.start, span[0])
        is_county = self.reading.words(span).endswith((" County", " Parish"))
        return (part.start(), span[1]) if part and is_county else span
