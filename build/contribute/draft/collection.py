"""A published table of requests, a line each: its lines that speak of a subpoena become acts."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from contribute.draft.makers.papers.paper import Paper, act_id
from contribute.draft.makers.scene import Scene
from contribute.draft.pages.article import Article, Phrase, content
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.plain import safe
from printing import Refusal

COLUMNS = {
    "Report ID": "id",
    "Public Body": "recipient",
    "County": "county",
    "Federal Immigration Agency": "issuer",
    "Nature of Violation": "nature",
    "Number of Targeted Individuals": "people",
    "Source": "reporter",
    "Response of the Public Body": "answer",
}
"""The columns of the table of reports that Oregon publishes under ORS 181A.826 and 181A.827."""
STATE = "OR"
PAPER = re.compile(r"\b(?:\w+ )?subpoenas?\b", re.I)
ANSWERS = {
    r"(?:declin|den[iy]|refus)\w*|not (?:compl|provid|produc)\w*": ("response", "declined"),
    r"review\w*|under review": ("response", "reviewing"),
    r"no (?:such )?records|unable": ("response", "unable"),
    r"(?:provid|compl|produc|fulfill)\w*": ("production", "whole"),
}
"""Kind and result of an event by the words of the answer; the first that fits."""
KIND = "which paper? administrative_subpoena where the report says so; a code of `instrument`"
WHOLE = "was all produced that was asked? whole | part"
STANDING = "whose table is it? reference | party_document | reprint"
ANSWER = "what did the body answer? add the words for result: declined | agreed | reviewing"


Line = Mapping[str, str]
"""The fields of a line, by what they mean here."""


def read(path: Path, url: str) -> tuple[Article, tuple[Line, ...], int]:
    """The lines that speak of a subpoena as phrases of a page, and how many do not."""
    table = csv.DictReader(io.StringIO(content(path)))
    lacking = [name for name in COLUMNS if name not in (table.fieldnames or ())]
    if lacking:
        raise Refusal(f"{safe(path.name)} has no column {lacking[0]!r}; its first line names them")
    lines = [
        {own: " ".join((row[name] or "").split()) for name, own in COLUMNS.items()} for row in table
    ]
    told = [fields for fields in lines if PAPER.search(fields["nature"])]
    if not told:
        raise Refusal(f"{safe(path.name)}: no line names a subpoena in 'Nature of Violation'")
    phrases = tuple(Phrase(_words(f), f"line {f['id']} of the table") for f in told)
    text = "\n".join(each.words for each in phrases)
    return Article(text, {"url": url}, phrases), tuple(told), len(lines) - len(told)


def _words(fields: Line) -> str:
    """The line as a reader of the page sees it, without its number."""
    return " ".join(value for name, value in fields.items() if name != "id" and value)


def headed(source: Row) -> Row:
    """The row of the table itself: a log, whose standing a person may still change."""
    pairs = {**source.pairs, "kind": "reference", "standing": "reference"}
    return replace(source, pairs=pairs, asks={**source.asks, "standing": STANDING})


def acts(scene: Scene, lines: Sequence[Line]) -> list[tuple[Paper, Row]]:
    """The rows of every line; its act is added to the papers of the scene."""
    owned = []
    for number, line in enumerate(lines, 1):
        stretch = next(s for s in scene.reading.stretches if s.number == number)
        spans = dict(_spans(line, stretch, scene.reading.text))
        paper, rows = _act(scene, stretch, spans)
        scene.papers = [*scene.papers, paper]
        owned += [(paper, row) for row in (*rows, *_answers(scene, stretch, spans))]
    return owned


def _spans(line: Line, stretch: Stretch, text: str) -> Iterator[tuple[str, Span]]:
    """Where the fields of a line stand in its phrase."""
    at = stretch.start
    for name, value in line.items():
        if name != "id" and value:
            at = text.index(value, at)
            yield name, (at, at + len(value))
            at += len(value)


def _act(scene: Scene, stretch: Stretch, spans: Mapping[str, Span]) -> tuple[Paper, list[Row]]:
    body = scene.bodies.named(spans["recipient"], stretch)
    if body is None or body.kind == "federal":
        raise Refusal(
            f"{scene.words(spans['recipient'])!r} is no state or local body that is known"
        )
    recipient = Cell("recipient_agency_id", spans["recipient"], body.agency_id, "agencies")
    found = PAPER.search(scene.reading.text, *spans["nature"])
    assert found  # only such lines are read
    words = next(
        (
            s
            for s in (found.span(), (found.end() - len(found[0].split()[-1]), found.end()))
            if scene.code("instrument", scene.words(s))
        ),
        found.span(),
    )
    code = scene.code("instrument", scene.words(words)) or "unspecified_subpoena"
    cells = [recipient, Cell("instrument", words, code, "instrument")]
    issuer = scene.bodies.named(spans["issuer"], stretch) if "issuer" in spans else None
    asks = {} if scene.code("instrument", scene.words(words)) else {"": KIND}
    if issuer:
        cells.append(Cell("issuing_agency_id", spans["issuer"], issuer.agency_id, "agencies"))
    passages = [Passage(stretch, tuple(cells))]
    if "people" in spans:
        people = Cell("n_persons", spans["people"])
        passages.append(Passage(stretch, (people,), "Number of Targeted Individuals"))
    if known := ", ".join(scene.known.acts.get(body.agency_id, ())):
        asks["reason"] = f"is it the act of {known}? then write its words there, delete this file"
    reason = f"The table tells of this request in a line of its own, {stretch.locator}."
    row = Row("acts", {"reason": reason}, tuple(passages), asks)
    name = act_id(scene.known, body, {paper.act_id for paper in scene.papers})
    return Paper(name, body, code, (), (row,)), [row]


def _answers(scene: Scene, stretch: Stretch, spans: Mapping[str, Span]) -> Iterator[Row]:
    """What the body answered, by the words of the table."""
    if "answer" not in spans:
        return
    for pattern, (kind, result) in ANSWERS.items():
        if found := re.compile(pattern, re.I).search(scene.reading.text, *spans["answer"]):
            cells = (Cell("kind", found.span()), Cell("result", found.span(), result, "result"))
            row = Row("events", {"id": kind, "kind": kind}, (Passage(stretch, cells),))
            yield row.asking(kind=WHOLE) if kind == "production" else row
            return
    passage = Passage(stretch, (Cell("kind", spans["answer"]),))
    yield Row("events", {"id": "response", "kind": "response"}, (passage,), {"kind": ANSWER})
