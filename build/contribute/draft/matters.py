"""What happened to the papers, and the reasons that each side gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.facts import listed
from contribute.draft.known import Known
from contribute.draft.papers import Paper, of
from contribute.draft.people import PRONOUN, People, Speaker
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST

ANSWERS = {
    "refused": ("response", "declined"),
    "ignored": ("response", "declined"),
    "challenged": ("response", "declined"),
    "reviewing": ("response", "reviewing"),
    "delayed": ("response", "reviewing"),
    "complied": ("production", "whole"),
    "responded": ("response", "agreed"),
    "not_complied": ("no_production", None),
}
"""Kind and result of an event, by the answer that extraction names."""
COURT: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        ("no_appeal", r"\b(?:will|would|did|does) not appeal\b"),
        ("appeal", r"\bappealed\b|\bfiled an appeal\b"),
        (
            "hearing",
            r"\bheard arguments?\b|\bheld a hearing\b|\bat a hearing\b|\bhearing was held\b",
        ),
        (
            "petition",
            r"\basked (?:a|the) (?:federal |U\.S\. )?(?:judge|court) to (?:enforce|order|compel)\b|"
            r"\bfiled a petition\b|\bpetitioned\b|\bsued to enforce\b|\bwent to (?:federal )?court\b",
        ),
        (
            "order",
            r"\b(?:judge|court)\b[^.;“”]{0,40}?\b(?P<ruled>ordered|ruled|granted|denied|quashed|blocked|dismissed)\b",
        ),
        (
            "threat",
            r"\b(?:will|would|could|may|might) (?:go to|take [^.;“”]{0,40} to|ask a|seek a) (?:federal )?(?:court|judge)\b|"
            r"\bthreatened to (?:sue|go to court)\b",
        ),
        ("suit", r"\bsued\b|\bfiled (?:a )?(?:law)?suit\b"),
        ("withdrawal", r"\bwithdrew\b|\bwithdrawn\b|\brescinded\b"),
        ("settlement", r"\bsettled\b|\breached an agreement\b"),
        (
            "no_production",
            r"\b(?:has|have|had) not (?:yet )?(?:answered|responded|replied|produced|provided|turned over)\b",
        ),
    )
)
"""Turns of phrase for what happens in court, the most telling first."""
DENIED = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.I)
SIDES = {"agency": "issuing", "recipient": "refusing"}
WARN = {
    "order": "what does it decide? enforcement | quashing | prohibition | stay | appeal | other",
    "production": "was all produced? whole | part; if it is only promised: kind response, agreed",
}
"""What a person is asked of each kind."""


@dataclass(frozen=True)
class Happening:
    """Something that happened, as one sentence tells it."""

    paper: Paper
    kind: str
    result: str | None
    row: Row


def events(
    reading: Reading, known: Known, found: Sequence[Paper], people: People
) -> list[tuple[Paper, Row]]:
    """The events with the act that they concern; the same told twice is one row."""
    grouped: dict[tuple[str, str, str | None], list[Happening]] = {}
    for each in (*_answers(reading, known, found, people), *_court(reading, found)):
        grouped.setdefault((each.paper.act_id, each.kind, each.result), []).append(each)
    rows = []
    for (_, kind, result), group in grouped.items():
        first = group[0]
        said = merged(passage for each in group for passage in each.row.said)
        pairs = {
            "id": _name(kind, result),
            "kind": kind,
            **{k: v for e in group for k, v in e.row.pairs.items()},
        }
        rows.append((first.paper, Row("events", pairs, said, first.row.asks)))
    return rows


def _name(kind: str, result: str | None) -> str:
    return "-".join(filter(None, (kind.replace("_", "-"), result)))


# -- answers ---------------------------------------------------------------------------------


def _answers(
    reading: Reading, known: Known, found: Sequence[Paper], people: People
) -> Iterator[Happening]:
    """What recipients answer."""
    for c in reading.candidates:
        stretch = reading.at(c.start)
        if c.kind != "response" or c.value not in ANSWERS or not stretch or not found:
            continue
        if c.attributes.get("scope") == "policy" or stretch not in reading.body:
            continue
        kind, result = ANSWERS[c.value]
        paper = of(found, reading, stretch)
        if paper is None or _says_agency(reading, people, stretch, c):
            continue
        span = (c.start, c.end)
        if result:
            span = listed(reading, known, "result", span, stretch, result)
        if len(reading.words(span).split()) > LONGEST:
            continue
        cells = [Cell("kind", span)]
        if result:
            cells.append(Cell("result", span, result, "result"))
        cells += _actor(reading, people, paper, stretch)
        yield Happening(paper, kind, result, _event(reading, paper, stretch, cells, kind))


def _says_agency(reading: Reading, people: People, stretch: Stretch, c: Candidate) -> bool:
    """Whether the agency says it, of what may come, so that it is no answer of the recipient."""
    speaker = _speaker_at(reading, people, (c.start, c.end))
    supposed = re.search(r"\b[Ii]f\b", reading.text[stretch.start : c.start])
    return bool(supposed and speaker and speaker[0].side == "agency")


def _actor(reading: Reading, people: People, paper: Paper, stretch: Stretch) -> list[Cell]:
    """Who acts, where the sentence names the recipient or a speaker of it."""
    for sending in paper.sendings:
        name = reading.words(sending.receiver)
        at = reading.text.find(name, stretch.start, stretch.end)
        if at >= 0:
            return [Cell("actor_agency_id", (at, at + len(name)), paper.body.agency_id, "agencies")]
    for c in reading.inside(stretch, "quotation"):
        speaker = people.speaker(c.attributes.get("speaker", ""))
        span = c.parts.get("speaker")
        if speaker and speaker.individual_id and span and not PRONOUN.match(reading.words(span)):
            if stretch.start <= span[0] < stretch.end and speaker.side != "agency":
                return [
                    Cell(
                        "actor_individual_id", span, speaker.individual_id, "individuals_referenced"
                    )
                ]
    return []


# -- courts ----------------------------------------------------------------------------------


def _court(reading: Reading, found: Sequence[Paper]) -> Iterator[Happening]:
    """What happens in court, one kind a sentence."""
    for stretch in reading.body:
        for kind, pattern in COURT:
            match = pattern.search(reading.text, *stretch.span)
            if match is None or stretch.region != "body":
                continue
            paper = of(found, reading, stretch)
            if paper:
                span = (
                    match.span("ruled")
                    if "ruled" in match.groupdict() and match["ruled"]
                    else match.span()
                )
                row = _event(reading, paper, stretch, [Cell("kind", span)], kind)
                yield Happening(paper, kind, None, row)
            break


def _event(reading: Reading, paper: Paper, stretch: Stretch, cells: list[Cell], kind: str) -> Row:
    """The row of one telling, with its day and what is asked of its kind."""
    day = next((c for c in reading.inside(stretch, "date")), None)
    if day and stretch.number not in {s.stretch.number for s in paper.sendings}:
        cells.append(Cell("occurred", (day.start, day.end)))
    pairs = {"decides": "enforcement"} if kind == "order" else {}
    asks = {"decides" if kind == "order" else "": WARN[kind]} if kind in WARN else {}
    return Row("events", pairs, (Passage(stretch, tuple(cells)),), asks)


# -- grounds ---------------------------------------------------------------------------------


def grounds(
    reading: Reading, known: Known, found: Sequence[Paper], people: People
) -> list[tuple[Paper, Row]]:
    """The reasons with the act of which they speak; the same of one side twice is one row."""
    grouped: dict[tuple[str, str, str | None], list[tuple[Paper, Row]]] = {}
    for c in reading.candidates:
        stretch = reading.at(c.start)
        if (
            c.kind != "ground"
            or not c.value
            or not stretch
            or not found
            or stretch not in reading.body
        ):
            continue
        paper = of(found, reading, stretch)
        row = _ground(reading, known, people, c, stretch)
        if paper and row:
            key = (paper.act_id, c.value, str(row.pairs.get("side")))
            grouped.setdefault(key, []).append((paper, row))
    rows: list[tuple[Paper, Row]] = []
    for number, group in enumerate(grouped.values(), 1):
        paper, first = group[0]
        said = merged(passage for _, row in group for passage in row.said)
        rows.append((paper, replace(first, pairs={"id": f"g{number}", **first.pairs}, said=said)))
    return rows


def _ground(
    reading: Reading, known: Known, people: People, c: Candidate, stretch: Stretch
) -> Row | None:
    """A reason: which one, in which words, and on whose side."""
    code = str(c.value)
    span = _few(reading, listed(reading, known, "ground", (c.start, c.end), stretch, code))
    found = _speaker_at(reading, people, (c.start, c.end))
    side = found[0].side if found else None
    pairs = {"side": side or "recipient", "toward": SIDES.get(side or "recipient", "refusing")}
    asks = {}
    if side is None:
        asks["side"] = (
            "whose reason? agency | recipient | superior | staff | subject | court | other"
        )
    asks["toward"] = (
        f"for what? {pairs['toward']} | asking | refusing | complying | enforcing | quashing"
    )
    if side is not None and code != "other":
        del asks["toward"]
    said = [Passage(stretch, (Cell("ground", span, code, "ground"),))]
    if found:
        said += list(_sayer(reading, *found, stretch))
    return Row("grounds", pairs, merged(said), asks)


def _few(reading: Reading, span: Span) -> Span:
    """The first words of a span, as many as a phrase may have."""
    words = [m.span() for m in re.finditer(r"\S+", reading.text[slice(*span)])]
    last = words[min(len(words), LONGEST) - 1][1]
    return span[0], span[0] + len(reading.text[span[0] : span[0] + last].rstrip(" ,.;:”"))


def _speaker_at(reading: Reading, people: People, span: Span) -> tuple[Speaker, Span] | None:
    """Who says the words of a span, and the words that stand for the speaker."""
    for c in reading.candidates:
        if (
            c.kind == "quotation"
            and c.start <= span[0]
            and span[1] <= c.end
            and "speaker" in c.parts
        ):
            speaker = people.speaker(c.attributes.get("speaker", ""))
            return (speaker, c.parts["speaker"]) if speaker else None
    return None


def _sayer(reading: Reading, speaker: Speaker, span: Span, stretch: Stretch) -> Iterator[Passage]:
    """The words for who says so, in the sentence or where the speaker is named."""
    if speaker.individual_id is None:
        if speaker.body and (at := reading.at(span[0])):
            yield Passage(
                at, (Cell("said_by_agency_id", span, speaker.body.agency_id, "agencies"),)
            )
        return
    is_pronoun = bool(PRONOUN.match(reading.words(span)))
    own = speaker.name_span if is_pronoun else span
    at = reading.at(own[0]) if own else None
    if own and at:
        cell = Cell("said_by_individual_id", own, speaker.individual_id, "individuals_referenced")
        yield Passage(at, (cell,))
