"""The people of a text: who speaks, in what office, and on whom the papers ask for information."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.bodies import Bodies, Body
from contribute.draft.known import Known, slug
from contribute.draft.papers import PEOPLE, Paper
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

PRONOUN = re.compile(r"^(?:he|she|they|it|I|we)$", re.I)
SPOKESPERSON = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.I)
OFFICE = re.compile(
    r"\b(?:sheriff|mayor|governor|gov\.|attorney|judge|clerk|director|commissioner|secretary|chief|"
    r"counsel|supervisor|superintendent|senator|sen\.|rep\.|representative|councilm[ae]n|councilwoman|"
    r"executive|administrator|manager|warden|president|prosecutor|lawyer|official|deputy|captain|"
    r"lieutenant|lt\.|sgt\.|agent)\b",
    re.I,
)
PLURAL = re.compile(
    r"\b(?:officials|lawyers|attorneys|authorities|prosecutors|agents|officers|deputies)\b", re.I
)
WHO = re.compile(
    r"\b(?P<who>(?:One|Another|The (?:first|second|third|fourth|fifth|other)|A (?:second|third|fourth))"
    r"(?: of (?:the|those|them)(?: \w+)?)?(?: (?:man|woman|person|men|people))?)\b(?!-)"
)
DESCRIBED = re.compile(
    r"\ban? (?P<age>\d{1,2}[- ]year[- ]old) (?:[a-z]+ )?(?P<nation>[A-Z]\w+(?: [A-Z]\w+)?)?(?: ?(?:national|citizen|man|woman|"
    r"immigrant|native|alien|migrant))?|\ban? (?P<nation2>[A-Z]\w+) (?:national|citizen|man|woman|native)\b"
)
CASES = re.compile(
    r"\b(?:convicted|charged|arrested|accused|sentenced|jailed|pleaded|booked|wanted|released|detainer)\b",
    re.I,
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Speaker:
    """Who speaks: a person or a body, and on which side they stand."""

    individual_id: str | None
    body: Body | None
    name_span: Span | None = None
    row: Row | None = None

    @property
    def side(self) -> str | None:
        """The side of a ground that they give; null where the words do not tell."""
        if self.body is None:
            return None
        return "agency" if self.body.is_asker else "recipient"


@dataclass(frozen=True)
class Subject:
    """Somebody on whom the papers ask for information, known by a description."""

    individual_id: str
    stretch: Stretch
    paper: Paper
    row: Row


@dataclass(frozen=True)
class People:
    """The people of one text, by the words that stand for them."""

    speakers: dict[str, Speaker]
    subjects: tuple[Subject, ...]
    private: tuple[Candidate, ...]

    def speaker(self, name: str) -> Speaker | None:
        """The speaker of a name as the script resolved it."""
        return self.speakers.get(name)

    def subject(self, stretch: Stretch) -> Subject | None:
        """The person whom a sentence describes."""
        return next((s for s in self.subjects if s.stretch.number == stretch.number), None)


def people(reading: Reading, bodies: Bodies, known: Known, found: Sequence[Paper]) -> People:
    """Everybody of whom a row is needed."""
    speakers = dict(_speakers(reading, bodies, known, found))
    quoted = {s.individual_id for s in speakers.values()}
    private = tuple(_private(reading, known, speakers))
    del quoted
    return People(speakers, tuple(_subjects(reading, known, found)), private)


# -- speakers --------------------------------------------------------------------------------


def _speakers(
    reading: Reading, bodies: Bodies, known: Known, found: Sequence[Paper]
) -> Iterator[tuple[str, Speaker]]:
    """Each speaker of a quotation once, by the name that the script resolved."""
    seen: set[str] = set()
    for c in reading.candidates:
        name = c.attributes.get("speaker")
        span = c.parts.get("speaker")
        if c.kind != "quotation" or not name or not span or name in seen:
            continue
        seen.add(name)
        person = _mention(reading, name)
        speaker = (
            _person(reading, bodies, known, found, name, person)
            if person
            else _unnamed(reading, bodies, known, found, name, c)
        )
        if speaker:
            yield name, speaker


def _mention(reading: Reading, name: str) -> Candidate | None:
    """The fullest mention of a person: with a title or an affiliation, else the first."""
    own = [
        c
        for c in reading.candidates
        if c.kind == "person" and c.attributes.get("entity") == name and reading.at(c.start)
    ]
    full = [c for c in own if reading.words((c.start, c.end)) == name] or own
    return max(full, key=lambda c: (len(c.parts), -c.start), default=None)


def _person(
    reading: Reading,
    bodies: Bodies,
    known: Known,
    found: Sequence[Paper],
    name: str,
    mention: Candidate,
) -> Speaker | None:
    """A person with a name: known, or new with title and office."""
    span = (mention.start, mention.end)
    stretch = reading.at(mention.start)
    if stretch is None:
        return None
    title = _title(reading, mention, stretch)
    body = _affiliation(reading, bodies, found, title, stretch, mention)
    code = known.code("individuals_referenced", name, reading.source)
    if code:
        return Speaker(code, body, span)
    cells = [Cell("name", span)]
    pairs = {
        "individual_id": known.free("individuals_referenced", slug(name)),
        "naming_decision": "public_role",
    }
    asks: dict[str, str] = {}
    if title:
        role, cell = _role(reading, known, title)
        cells += [Cell("title", title), cell]
        if role is None:
            asks["naming_decision"] = ROLE
    else:
        cells.append(Cell("role", span, "official", "role"))
        asks["naming_decision"] = ROLE
    if body and (own := _body_words(reading, bodies, stretch, title or span, body)):
        cells.append(Cell("affiliation_agency_id", own, body.agency_id, "agencies"))
    row = Row("individuals_referenced", pairs, (Passage(stretch, tuple(cells)),), asks)
    return Speaker(pairs["individual_id"], body, span, row)


ROLE = "is it a public office? public_role | byline; else name_left_out, and take the name out"


def _title(reading: Reading, mention: Candidate, stretch: Stretch) -> Span | None:
    """The title beside a name: the script's, or that before a comma ('A spokesman for ICE, …')."""
    for part in ("title", "description"):
        if part in mention.parts:
            return mention.parts[part]
    before = reading.text[stretch.start : mention.start]
    found = re.search(r"(?:^|[.,;] )(?P<title>(?:An?|The|the|an?) [^.,;“”]{3,70}?),\s*$", before)
    if found and (SPOKESPERSON.search(found["title"]) or OFFICE.search(found["title"])):
        return stretch.start + found.start("title"), stretch.start + found.end("title")
    return None


def _role(reading: Reading, known: Known, title: Span) -> tuple[str | None, Cell]:
    """The role by the longest listed word of a title, or by what the title looks like."""
    words = list(re.finditer(r"\S+", reading.text[slice(*title)]))
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            span = title[0] + words[first].start(), title[0] + words[first + size - 1].end()
            code = known.code("role", reading.words(span).strip(","), reading.source)
            if code in ("official", "spokesperson"):
                return code, Cell("role", span, code, "role")
    for code, pattern in (("spokesperson", SPOKESPERSON), ("official", OFFICE)):
        if found := pattern.search(reading.text, *title):
            return code, Cell("role", found.span(), code, "role")
    return None, Cell("role", title, "official", "role")


def _affiliation(
    reading: Reading,
    bodies: Bodies,
    found: Sequence[Paper],
    title: Span | None,
    stretch: Stretch,
    mention: Candidate | None,
) -> Body | None:
    """The body that a person works or speaks for, where the words name one."""
    spans = [title] if title else []
    if mention and "affiliation" in mention.parts:
        spans.insert(0, mention.parts["affiliation"])
    for span in spans:
        for c in reading.inside(stretch, "agency"):
            if (
                c.start < span[1]
                and span[0] < c.end
                and (body := bodies.named((c.start, c.end), stretch))
            ):
                return body
        words = reading.text[slice(*span)].lower()
        for paper in found:
            last = reading.words(paper.main.receiver).lower()
            if any(
                word in words for word in ("county", "city", "sheriff", "clerk", "state")
            ) and any(
                word in last for word in re.findall(r"county|city|sheriff|clerk|state", words)
            ):
                return paper.body
    return None


def _body_words(
    reading: Reading, bodies: Bodies, stretch: Stretch, span: Span, body: Body
) -> Span | None:
    """The words beside a person that name the body."""
    for c in reading.inside(stretch, "agency"):
        named = bodies.named((c.start, c.end), stretch)
        if (
            named
            and named.agency_id == body.agency_id
            and c.start - 80 < span[1]
            and span[0] < c.end + 80
        ):
            return c.start, c.end
    return None


def _unnamed(
    reading: Reading,
    bodies: Bodies,
    known: Known,
    found: Sequence[Paper],
    name: str,
    quote: Candidate,
) -> Speaker | None:
    """A speaker without a name: a body, or a person known by what they do."""
    span = quote.parts["speaker"]
    stretch = reading.at(span[0])
    if stretch is None or PRONOUN.match(name):
        return None
    words = reading.words(span)
    body = bodies.known_only(words) or _affiliation(reading, bodies, found, span, stretch, None)
    listed = known.code("individuals_referenced", words, reading.source)
    if listed:
        return Speaker(listed, body, span)
    if not SPOKESPERSON.search(words) and not re.match(r"an? ", words, re.I):
        own = body or (
            found[0].body if found and (PLURAL.search(words) or COUNTRYWIDE.search(words)) else None
        )
        return Speaker(None, own, span) if own else None
    individual_id = known.free(
        "individuals_referenced", f"{slug(words)[:40].strip('-')}-{reading.source}"
    )
    role, cell = _role(reading, known, span)
    pairs = {"individual_id": individual_id, "naming_decision": "not_named"}
    cells = [cell, Cell("described_as", span)]
    if body and (own_words := _body_words(reading, bodies, stretch, span, body)):
        cells.append(Cell("affiliation_agency_id", own_words, body.agency_id, "agencies"))
    asks = (
        {}
        if role
        else {"": "in what role does this person speak? official | spokesperson | journalist"}
    )
    row = Row("individuals_referenced", pairs, (Passage(stretch, tuple(cells)),), asks)
    return Speaker(individual_id, body, span, row)


COUNTRYWIDE = re.compile(
    r"^(?:the )?(?:county|city|state|office|department|agency|company)\b", re.I
)


# -- people on whom information is asked ------------------------------------------------------


def _subjects(reading: Reading, known: Known, found: Sequence[Paper]) -> Iterator[Subject]:
    """People whom a sentence describes one by one, in order."""
    if not found:
        return
    main, n = found[0], 0
    asked = {
        c.value
        for c in reading.candidates
        if c.kind == "count" and c.attributes.get("unit") in PEOPLE
    }
    for stretch in sorted(reading.body, key=lambda s: s.number):
        who = WHO.search(reading.text, *stretch.span)
        described = DESCRIBED.search(reading.text, *stretch.span)
        is_case = CASES.search(reading.text, *stretch.span)
        if stretch.region != "body" or not (who or described) or not is_case or n >= len(LETTERS):
            continue
        subject = _subject(reading, main, stretch, who, described, LETTERS[n])
        n += 1
        is_counted = bool(who) and bool(asked & {*map(str, range(n, len(LETTERS)))})
        yield subject if is_counted else replace(subject, row=subject.row.asking(**{"": SUBJECT}))


SUBJECT = (
    "is a subpoena about this person? yes: remove this line | no: role context_case, and another id"
)


def _subject(
    reading: Reading,
    main: Paper,
    stretch: Stretch,
    who: re.Match[str] | None,
    described: re.Match[str] | None,
    letter: str,
) -> Subject:
    role = who.span("who") if who else described.span() if described else stretch.span
    cells = [Cell("role", role, "subpoena_subject", "role")]
    if described:
        cells.append(Cell("described_as", _without_space(reading, described.span())))
    for c in reading.inside(stretch, "age", "nationality"):
        if c.value and c.kind == "age":
            cells.append(Cell("age", (c.start, c.end)))
        elif c.value:
            cells.append(Cell("nationality", (c.start, c.end), c.value, "nationality"))
    row = Row(
        "individuals_referenced",
        {"id": letter, "naming_decision": "not_named"},
        (Passage(stretch, tuple(_once(cells))),),
    )
    return Subject(f"-{letter}", stretch, main, row)


def _once(cells: Sequence[Cell]) -> Iterator[Cell]:
    seen: set[str] = set()
    for cell in cells:
        if cell.column not in seen:
            seen.add(cell.column)
            yield cell


def _without_space(reading: Reading, span: Span) -> Span:
    words = reading.text[slice(*span)]
    return span[0], span[0] + len(words.rstrip(" ,"))


def _private(reading: Reading, known: Known, speakers: dict[str, Speaker]) -> Iterator[Candidate]:
    """Names of people in whose sentence a case is told, and who speak nowhere: left out."""
    for c in reading.candidates:
        name = c.attributes.get("entity", "")
        stretch = reading.at(c.start)
        if c.kind != "person" or name in speakers or not stretch or stretch.region == "byline":
            continue
        titled = c.parts.get("title") is not None
        if known.code("individuals_referenced", name, reading.source) or titled:
            continue
        if CASES.search(reading.text, *stretch.span):
            yield c
