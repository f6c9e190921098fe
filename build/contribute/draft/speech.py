"""Quotations of a text, each with its kind, its speaker, and the words that say who speaks."""

from __future__ import annotations

from collections.abc import Iterator

from contribute.draft.people import PRONOUN, People, Speaker
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.candidates import Candidate
from extraction.text.marks import segments
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.find import Span, place

SURE = 0.9  # from this probability on, the speaker is not asked about
LITERAL = {"title": "title_as_printed", "cue": "cue", "hedge": "hedge", "venue": "venue"}


def quotes(reading: Reading, people: People, start: int = 1) -> list[Row]:
    """A row for every quotation that the rules see, and for every other passage in marks."""
    found = {(c.start, c.end): c for c in reading.candidates if c.kind == "quotation"}
    spans = {_inner(reading, span): c for span, c in found.items()}
    for passage in segments(reading.text):
        span = _inner(reading, (passage.start, passage.end))
        stretch = reading.at(span[0])
        if (
            span[0] < span[1]
            and stretch
            and stretch.region in ARTICLE
            and not _is_held(span, spans)
        ):
            spans[span] = None  # type: ignore[assignment]  # a passage that no rule explains
    rows = []
    for number, (span, candidate) in enumerate(
        sorted(spans.items(), key=lambda each: each[0]), start
    ):
        rows.append(quote(reading, people, span, candidate, f"q{number:02d}"))
    return rows


def _is_held(span: Span, spans: dict[Span, Candidate]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def _inner(reading: Reading, span: Span) -> Span:
    start, end = span
    while start < end and reading.text[start].isspace():
        start += 1
    while start < end and reading.text[end - 1].isspace():
        end -= 1
    return start, end


def quote(
    reading: Reading, people: People, span: Span, candidate: Candidate | None, short_id: str
) -> Row:
    """The row of one quotation; of a passage that no rule explains only its words."""
    kind = candidate.attributes.get("quotation_kind", "direct") if candidate else "scare"
    pairs = {"id": short_id, "words": reading.words(span), "kind": kind}
    if longer := _within(reading, span):
        pairs["within"] = longer
    asks = {}
    if candidate is None:
        asks["kind"] = "nobody is seen to say it: scare | title | partial | direct"
        return Row("quotes", pairs, (), asks)
    name = candidate.attributes.get("speaker", "")
    speaker = people.speaker(name)
    likely = candidate.probability is None or candidate.probability >= SURE
    if (speaker is None and "speaker" in candidate.parts) or (speaker and not likely):
        shown = name or reading.words(candidate.parts["speaker"])
        asks[""] = f"who says it? {shown} is not sure: add or correct speaker_id"
    said = tuple(_said(reading, candidate, speaker)) if speaker else ()
    return Row("quotes", pairs, said, asks)


def _within(reading: Reading, span: Span) -> str | None:
    if isinstance(place(reading.text, reading.text[slice(*span)]), tuple):
        return None
    longer = reading.within(span)
    return reading.words(longer) if longer else None


def _said(reading: Reading, c: Candidate, speaker: Speaker) -> Iterator[Passage]:
    """The words beside the quotation, and, of a pronoun, the words that name its person."""
    span = c.parts["speaker"]
    stretch = reading.at(span[0])
    if stretch is None:
        return
    is_pronoun = bool(PRONOUN.match(reading.words(span)))
    cells = [] if is_pronoun else [_who(speaker, span)]
    cells.append(Cell("speaker_as_printed", span))
    for part, column in LITERAL.items():
        own = c.parts.get(part)
        if own and stretch.start <= own[0] and own[1] <= stretch.end and own[0] < own[1]:
            cells.append(Cell(column, own))
    yield Passage(stretch, tuple(cells))
    if is_pronoun and speaker.name_span and (named := reading.at(speaker.name_span[0])):
        about = reading.words(reading.cover([span, c.parts.get("cue", span)], stretch))
        yield Passage(named, (_who(speaker, speaker.name_span),), about)


def _who(speaker: Speaker, span: Span) -> Cell:
    if speaker.individual_id:
        return Cell("speaker_id", span, speaker.individual_id, "individuals_referenced")
    assert speaker.body is not None
    return Cell("speaker_agency_id", span, speaker.body.agency_id, "agencies")


def stretch_of(reading: Reading, candidate: Candidate) -> Stretch | None:
    """The sentence of a candidate."""
    return reading.at(candidate.start)
