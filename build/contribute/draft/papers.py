"""The papers that a text tells of: what was sent to whom, when, and for what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contribute.draft.bodies import Bodies, Body
from contribute.draft.known import Known, slug
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies.acts import COUNTED, Instrument

NUMBER = r"(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})"
SORT = r"(?:(?:administrative|immigration|federal|civil|customs|I-9|ICE|such|new|separate|third|second|another)\s+)*"
PAPER = re.compile(
    rf"\b(?:{NUMBER}\s+)?(?P<paper>{SORT}(?:subpoenas?|summons(?:es)?|letters?|notices? of inspection|"
    r"requests? for (?:records|information)))\b|\b(?P<verb>subpoenaed)\b",
    re.I,
)
SENDING = re.compile(
    r"\b(?P<served>served|delivered|hand-delivered|received|got|hit|faxed)\b|"
    r"\b(?P<issued>issued|sent|subpoenaed|mailed|e-?mailed|doled out|hand(?:ed)?)\b",
    re.I,
)
NAME = r"(?:[A-Z][\w&.’'-]*(?:\s+(?:of|and|for|the)(?=\s+[A-Z]))?\s*){1,8}"
RECEIVER = re.compile(
    rf"\b(?:on|to|upon|subpoenaed|sent|served|gave)\s+(?P<name>(?:the\s+)?{NAME})"
)
RECEIVED = re.compile(
    rf"(?P<name>(?:[Tt]he\s+)?{NAME})\s*(?:has |had |have )?(?:received|got|was (?:served|hit|sent))\b"
)
NEVER = re.compile(
    r"^(?:the\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:the\s+)?(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)"
)
BY = re.compile(r"^(?:by|until|before|no later than)\s", re.I)


@dataclass(frozen=True)
class Sending:
    """A sentence that says that papers went to somebody."""

    stretch: Stretch
    paper: Span
    noun: str
    number: Span | None
    verb: str
    receiver: Span
    body: Body
    issuer: Span | None


@dataclass(frozen=True)
class Paper:
    """One act of issuing or serving: its sentences, the row of the act, and what it asks for."""

    act_id: str
    body: Body
    instrument: str
    noun: str
    sendings: tuple[Sending, ...]
    rows: tuple[Row, ...]

    @property
    def in_scope(self) -> bool:
        """Whether its papers are counted."""
        return self.instrument in COUNTED


def papers(reading: Reading, bodies: Bodies, known: Known, act: str | None = None) -> list[Paper]:
    """Every act of issuing or serving that the text tells of; the first is the main one."""
    groups: dict[tuple[str, str], list[Sending]] = {}
    for sending in sendings(reading, bodies):
        groups.setdefault((sending.body.agency_id, sending.noun), []).append(sending)
    found: list[Paper] = []
    taken: set[str] = set()
    for group in groups.values():
        act_id = act if act and not found else _act_id(group[0].body, known, taken)
        taken.add(act_id)
        found.append(_paper(reading, known, act_id, tuple(group)))
    found.sort(key=lambda paper: not paper.in_scope)
    return _with_demands(reading, known, found)


# -- sentences that send ---------------------------------------------------------------------


def sendings(reading: Reading, bodies: Bodies) -> Iterator[Sending]:
    """The sentences in which papers go to somebody."""
    for stretch in reading.body:
        verbs = list(reading.find(stretch, SENDING))
        papers = list(reading.find(stretch, PAPER))
        if not verbs or not papers or _is_open(reading, stretch):
            continue
        receiver = _receiver(reading, bodies, stretch)
        issuer = _issuer(reading, bodies, stretch)
        paper = next((p for p in papers if "subpoena" in p[0].lower()), papers[0])
        noun = _noun(paper)
        if receiver is None or (noun != "subpoena" and issuer is None):
            continue
        span = paper.span("paper") if paper["paper"] else paper.span("verb")
        number = paper.span("n") if paper["n"] and paper["n"].lower() not in ("a", "an") else None
        verb = "served" if any(v["served"] for v in verbs) else "issued"
        yield Sending(stretch, span, noun, number, verb, *receiver, issuer)


OPEN = re.compile(
    r"\b(?:may|might|could|would|if|plans? to|threaten\w*|will)\s+(?:be\s+)?(?:subpoena|serve|issue|send)",
    re.I,
)


def _is_open(reading: Reading, stretch: Stretch) -> bool:
    """Whether the sending is a possibility, a plan or a threat."""
    return bool(OPEN.search(reading.text, *stretch.span))


def _noun(paper: re.Match[str]) -> str:
    words = paper[0].lower()
    return next(
        (n for n in ("subpoena", "summons", "notice", "letter", "request") if n in words), "letter"
    )


def _receiver(reading: Reading, bodies: Bodies, stretch: Stretch) -> tuple[Span, Body] | None:
    """Who gets the papers: a body that is not federal, behind the verb or before it."""
    for pattern in (RECEIVER, RECEIVED):
        for found in reading.find(stretch, pattern):
            span = _cut(reading, found.span("name"))
            if NEVER.match(reading.text[slice(*span)]):
                continue
            body = bodies.named(_widest(reading, stretch, span), stretch)
            if body and not body.is_asker and body.kind not in ("news", "other"):
                return _widest(reading, stretch, span), body
    return None


def _cut(reading: Reading, span: Span) -> Span:
    """A run of capitals without a day of the week or a mark at its end."""
    words = reading.text[slice(*span)]
    words = re.split(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", words)[0].rstrip(
        " ,.;"
    )
    start = span[0] + (4 if words.lower().startswith("the ") else 0)
    return start, span[0] + len(words)


def _widest(reading: Reading, stretch: Stretch, span: Span) -> Span:
    """The span of the agency that the rules see there, if it is longer."""
    for c in reading.inside(stretch, "agency"):
        if c.start <= span[0] < c.end and c.end > span[1]:
            return c.start, c.end
    return span


def _issuer(reading: Reading, bodies: Bodies, stretch: Stretch) -> Span | None:
    """The federal body that the sentence names first."""
    for c in reading.inside(stretch, "agency"):
        body = bodies.named((c.start, c.end), stretch)
        if body and body.is_asker:
            return c.start, c.end
    found = re.compile(r"\b[Tt]he agency\b").search(reading.text, *stretch.span)
    return found.span() if found else None


# -- the row of an act -----------------------------------------------------------------------


def _act_id(body: Body, known: Known, taken: set[str]) -> str:
    """The place of the recipient and the next number."""
    place = body.jurisdiction_id or body.agency_id
    named = place.split("-", 2)[2] if place.count("-") > 1 else body.agency_id
    numbers = range(1, 1000)
    return next(
        f"{slug(named)}-{n}"
        for n in numbers
        if not known.has("acts", f"{slug(named)}-{n}") and f"{slug(named)}-{n}" not in taken
    )


def _paper(reading: Reading, known: Known, act_id: str, group: tuple[Sending, ...]) -> Paper:
    code, cells, question = _instrument(reading, known, group)
    passages = [_passage(reading, known, s, n == 0) for n, s in enumerate(group)]
    passages += cells
    passages += _more(reading, known, group)
    asks = {"": question} if question else {}
    return Paper(
        act_id,
        group[0].body,
        code,
        group[0].noun,
        group,
        (Row("acts", {}, merged(passages), asks),),
    )


def _passage(reading: Reading, known: Known, sending: Sending, is_first: bool) -> Passage:
    """The cells of one sentence of sending."""
    cells = [Cell("recipient_agency_id", sending.receiver, sending.body.agency_id, "agencies")]
    if is_first:
        cells.append(Cell("recipient_as_printed", sending.receiver))
    if sending.issuer:
        code = known.code("agencies", reading.words(sending.issuer), reading.source) or "ice"
        cells.insert(0, Cell("issuing_agency_id", sending.issuer, code, "agencies"))
    if sending.number:
        cells.append(Cell("n_subpoenas", (sending.number[0], sending.paper[1])))
    day = _day(reading, sending.stretch, sending.paper)
    if day:
        cells.append(Cell(sending.verb, (day.start, day.end)))
    people = next(
        (c for c in reading.inside(sending.stretch, "count") if c.attributes.get("unit") in PEOPLE),
        None,
    )
    if people and SEEKS.search(reading.text, sending.stretch.start, people.start):
        cells.append(Cell("n_persons", (people.start, people.end)))
    return Passage(sending.stretch, tuple(cells))


PEOPLE = (
    "people",
    "men",
    "women",
    "individuals",
    "persons",
    "aliens",
    "immigrants",
    "nationals",
    "inmates",
)
SEEKS = re.compile(
    r"\b(?:seek\w*|sought|ask\w*|request\w*|information|details|demand\w*|look\w* for)\b", re.I
)


def _day(reading: Reading, stretch: Stretch, paper: Span) -> Candidate | None:
    """The day nearest to the papers that is no last day to respond."""
    found = [
        c
        for c in reading.inside(stretch, "date")
        if not BY.search(reading.text, max(stretch.start, c.start - 14), c.start)
        and not re.search(
            r"\b(?:by|until|before)\s$", reading.text[max(stretch.start, c.start - 10) : c.start]
        )
    ]
    return min(found, key=lambda c: abs(c.start - paper[1]), default=None)


def _instrument(
    reading: Reading, known: Known, group: Sequence[Sending]
) -> tuple[str, list[Passage], str | None]:
    """The kind of paper, the words that say it, and a question where no listed words do."""
    for stretch in [s.stretch for s in group] + list(reading.body):
        for paper in reading.find(stretch, PAPER):
            if not paper["paper"] or _noun(paper) != group[0].noun:
                continue
            span = paper.span("paper")
            words = reading.words(span)
            while words:
                code = known.code("instrument", words, reading.source)
                if code:
                    cell = Cell("instrument", (span[1] - len(words), span[1]), code, "instrument")
                    return code, [Passage(stretch, (cell,))], None
                words = words.partition(" ")[2]
    return _asked_instrument(group)


def _asked_instrument(group: Sequence[Sending]) -> tuple[str, list[Passage], str | None]:
    noun = group[0].noun
    code = {
        "subpoena": "administrative_subpoena",
        "summons": "customs_summons",
        "notice": "i9_notice",
    }.get(noun, noun)
    cell = Cell("instrument", group[0].paper, code, "instrument")
    kinds = [c for c in Instrument.codes() if noun in c] or Instrument.codes()
    question = f"what is the paper? {code} | " + " | ".join(c for c in kinds if c != code)
    return (
        code,
        [Passage(group[0].stretch, (cell,))],
        f"{question} (in the list [phrases_in.….instrument])",
    )


def _more(reading: Reading, known: Known, group: Sequence[Sending]) -> Iterator[Passage]:
    """Terms to respond, once if the text tells one, and a last day."""
    if group[0].noun not in ("subpoena", "summons", "notice"):
        return
    terms = {
        c.value
        for c in reading.candidates
        if c.kind == "deadline" and c.attributes.get("unit") == "day"
    }
    for c in reading.candidates if len(terms) == 1 else ():
        stretch = reading.at(c.start)
        number, unit = c.parts.get("number"), c.parts.get("unit")
        if c.kind != "deadline" or not stretch or not number or not unit:
            continue
        yield Passage(stretch, (Cell("days_to_respond", (number[0], unit[1])),))
        return
    del known


# -- what is asked ---------------------------------------------------------------------------


def of(found: Sequence[Paper], reading: Reading, stretch: Stretch) -> Paper | None:
    """The act that a stretch is about: named in it, or told of last, or the main one."""
    if not found:
        return None
    words = reading.text[slice(*stretch.span)].lower()
    for paper in found:
        if any(s.stretch.number == stretch.number for s in paper.sendings):
            return paper
    for paper in found[1:]:
        last = reading.words(paper.sendings[0].receiver).lower().split()[-1]
        if re.search(rf"\bthe {re.escape(last)}\b", words):
            return paper
    return found[0]


def _with_demands(reading: Reading, known: Known, found: list[Paper]) -> list[Paper]:
    rows: dict[str, dict[str, list[Passage]]] = {}
    for c in reading.candidates:
        stretch = reading.at(c.start)
        if c.kind != "information_sought" or not c.value or not stretch or stretch.region != "body":
            continue
        paper = of(found, reading, stretch)
        if paper:
            kinds = rows.setdefault(paper.act_id, {})
            kinds.setdefault(c.value, []).append(_demand(c, stretch, first=c.value not in kinds))
    del known
    return [
        Paper(
            p.act_id,
            p.body,
            p.instrument,
            p.noun,
            p.sendings,
            (*p.rows, *_demands(rows.get(p.act_id, {}))),
        )
        for p in found
    ]


def _demand(c: Candidate, stretch: Stretch, first: bool) -> Passage:
    cells = [Cell("kind", (c.start, c.end), c.value, "information")]
    if first:
        cells.append(Cell("as_printed", (c.start, c.end)))
    return Passage(stretch, tuple(cells))


def _demands(kinds: dict[str, list[Passage]]) -> Iterator[Row]:
    for kind, passages in kinds.items():
        yield Row("information_sought", {"id": kind.replace("_", "-")}, merged(passages))
