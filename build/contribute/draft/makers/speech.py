"""Quotations of a text, each with its kind, its speaker, and the words that say who speaks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from contribute.draft.known import slug
from contribute.draft.makers.bodies import offices
from contribute.draft.makers.persons import groups
from contribute.draft.makers.persons.people import FULL_NAME, SOMEBODYS, whole_title
from contribute.draft.makers.scene import PRONOUN, Scene, Speaker
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.speaking import GENDERS, is_no_subject
from extraction.quotations.full_names import gender_of
from extraction.text.candidates import Candidate
from extraction.text.months import MONTH, WEEKDAY
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.find import Span
from reviewed import form
from reviewed.toml import value
from texts.withheld import WORD, digest
from texts.withheld import spans as withheld

REASON = 5  # words of a quotation that may give a reason
REASONS = (
    "which of these quotations give a reason for or against the papers: {}? each that does: add a "
    "row of grounds to the act's file (python build new grounds), with its quote_id | none: keep"
)
SURE = 0.9  # from this probability on, the speaker is not asked about
LITERAL = {"title": "title_as_printed", "cue": "cue", "hedge": "hedge", "venue": "venue"}
WHOSE = (
    "a private person, or nobody in particular: keep | an official: replace absent with a cell "
    "speaker_id{} | a body, or one of its papers: replace absent and said with {}"
)
PRIVATE = (
    "is the speaker a private person, whose name is left out? yes: keep | no, an official: delete "
    "the row of withheld with {}…, add a row of individuals_referenced, and name it in said"
)
FEDERAL = re.compile(
    r"\b(?:government|federal|agency|agents?|ICE|DHS|prosecutors|petition|filing|"
    r"motion|subpoenas?)\b",
    re.I,
)
"""Words for a speaker by which it is on the side of those who sent the papers."""
SPEAKS = "“{}” speaks here for {}, which the text names for it."
UNTIED = ("…", "…")
"""Id and name of a body, where the text ties none to the words for a speaker."""
ROW = ", and paste into the act's file, if it has no such row: {}"
"""What is to be done for an official of whom there is no row."""
ELSEWHERE = (
    ", which names nobody: put it under speaker_as_printed, and the name into a second passage of "
    "the sentence that has it, {}"
)
"""What is to be done where “he” or “she” is an official."""
ITS_DAY = re.compile(
    rf",? (?:on|last|late|early|earlier|this|yesterday|today|{WEEKDAY}|{MONTH})(?!\w).*$"
)
"""The day of an email or meeting, which does not belong to the words for it."""
WHO = ("speaker_id", "speaker_agency_id")


def quotes(scene: Scene, reasons: Iterable[Span] = ()) -> list[Row]:
    """A row for every quotation that the rules see; where `reasons` stand, rows have a reason."""
    spans = {
        _inner(scene.reading.text, (c.start, c.end)): c
        for c in scene.reading.candidates
        if c.kind == "quotation"
    }
    found = sorted(each for each in spans.items() if not _is_no_row(scene, *each))
    rows = [_quote(scene, span, c, f"q{n:02d}") for n, (span, c) in enumerate(found, 1)]
    given = [*reasons]
    mute = [n for n, (span, c) in enumerate(found) if _may_give(scene, span, c, given)]
    if mute and scene.papers:
        names = ", ".join(f"{scene.reading.source}-{rows[n].pairs['id']}" for n in mute)
        rows[mute[0]] = rows[mute[0]].asking(reason=REASONS.format(names))
    asked: set[str] = set()
    for n, row in enumerate(rows):  # whether somebody is private is asked once
        question = row.asks.get("absent", "")
        if question in asked and question.startswith(PRIVATE[:40]):
            rows[n] = replace(row, asks={})
        asked.add(question)
    return rows


def _may_give(scene: Scene, span: Span, c: Candidate, given: Iterable[Span]) -> bool:
    """Whether a quotation of somebody who takes a side may hold a reason, and no row has one of
    it."""
    told = scene.speaker_of(c)
    is_long = len(scene.words(span).split()) >= REASON
    is_given = any(a < span[1] and span[0] < b for a, b in given)
    return bool(told and told[0].side and is_long and not is_given)


def _is_no_row(scene: Scene, span: Span, c: Candidate) -> bool:
    """Whether words tell of papers that are left out, or report what prints such a name."""
    stretch = scene.reading.at(span[0])
    if stretch and (stretch.number in scene.reading.outside or stretch.region not in ARTICLE):
        return True
    own = c.parts.get("speaker")
    is_noun = own is not None and NOUN.match(scene.words(own))
    is_reported = c.attributes.get("quotation_kind") == "indirect"
    return is_reported and bool(is_noun or _prints_name(scene, span))


NOUN = re.compile(r"(?:(?:together|along) with|as well as|including|plus) ", re.I)
"""How words begin that go on with what is listed, so that no verb follows: "with their reports"."""


def _prints_name(scene: Scene, span: Span) -> bool:
    names = frozenset(map(digest, scene.withheld))
    return next(withheld(scene.words(span), names), None) is not None


def _digest(scene: Scene, name: str) -> str:
    """How the digest of a name that is left out begins, by which its row is found."""
    words = tuple(WORD.findall(name))
    listed = next((each for each in (words, words[-1:]) if each in scene.withheld), None)
    return digest(listed)[:8] if listed else ""


def _inner(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, max(start, span[0] + len(words.rstrip()))


def _quote(scene: Scene, span: Span, c: Candidate, short_id: str) -> Row:
    """The row of one quotation."""
    words = scene.reading.found_by(span)
    kind = c.attributes.get("quotation_kind", "direct")
    pairs: dict[str, Any] = {"id": short_id, "words": words, "kind": kind}
    if longer := scene.reading.within(span):
        pairs["within"] = scene.reading.found_by(longer)
    told = scene.speaker_of(c)
    told = None if told and _is_doubtful(scene, *told) else told
    likely = c.probability is None or c.probability >= SURE
    said = tuple(_said(scene, c, *told)) if told else ()
    is_long = len(words.split()) > SHORT or words[:1].isupper()
    asks = {"kind": KIND} if kind == "scare" and is_long else {}
    if "speaker" in c.parts and told and not likely:
        shown = "…" if _prints_name(scene, c.parts["speaker"]) else scene.words(c.parts["speaker"])
        asks[""] = (
            f"does “{shown}” say this? yes: keep | no: write the words for whoever does, or none"
        )
    elif "speaker" in c.parts and not told:
        absent, asks["absent"] = _whose(scene, c)
        pairs["absent"] = {"speaker_id": absent}
        said = tuple(_unsaid(scene, c))
    return Row("quotes", pairs, said, asks)


KIND = "what are these words in marks? scare | title | partial | direct"
SHORT = 3  # words of a scare quote; a longer one is often of a law, and one in capitals a title


def _whose(scene: Scene, c: Candidate) -> tuple[str, str]:
    """Why a quotation has no speaker, and the question who it is."""
    own = c.parts["speaker"]
    words = scene.words(own)
    shown = "…" if _prints_name(scene, own) else words
    is_person = bool(FULL_NAME.fullmatch(words)) and not groups.is_body(words)
    absent = "withheld" if is_person else "ambiguous"
    if shown == "…" or c.attributes.get("speaker", "") in scene.names:
        return "withheld", PRIVATE.format(_digest(scene, c.attributes.get("speaker") or words))
    is_office = offices.OFFICE.search(words) and not SOMEBODYS.match(words)
    may_be = is_person or is_office
    row = ROW.format(_official(scene, own, is_named=is_person)) if may_be else ""
    row = _elsewhere(scene, c) if PRONOUN.fullmatch(words) else row
    return absent, f"“{shown}”: who says it? {WHOSE.format(row, _of_body(scene, c))}"


def _elsewhere(scene: Scene, c: Candidate) -> str:
    """With which words an official is to be written who is only called "he" or "she"."""
    own, stretch = c.parts["speaker"], scene.reading.at(c.parts["speaker"][0])
    spans = [own, *([c.parts["cue"]] if "cue" in c.parts else [])]
    about = scene.words(scene.reading.cover(spans, stretch)) if stretch else scene.words(own)
    passage = {"words": "…", "about": about, "cells": {"speaker_id": "…"}}
    return ELSEWHERE.format(value(passage))


def _of_body(scene: Scene, c: Candidate) -> str:
    """What to write where a body speaks: the one that the text names last before, on its side."""
    own, cue = c.parts["speaker"], c.parts.get("cue")
    code, name = _body_before(scene, own)
    words = scene.words(own)
    reason = name if (code, name) == UNTIED else SPEAKS.format(words, name)
    cell = {"words": words, "by": "inference", "value": code, "reason": reason}
    stretch = scene.reading.at(own[0])
    spans = [own, *([cue] if cue and stretch and stretch.start <= cue[0] < stretch.end else [])]
    cells: dict[str, Any] = {"speaker_agency_id": cell, "speaker_as_printed": words}
    cells |= {"cue": scene.words(cue)} if len(spans) > 1 and cue else {}
    whole = scene.words(scene.reading.cover(spans, stretch)) if stretch else words
    return f"said = {value({'words': whole, 'cells': cells})}; another body: its id and name there"


def _body_before(scene: Scene, own: Span) -> tuple[str, str]:
    """Id and name of the body that words for a speaker name in short, the last one before them.

    Words for the government or its papers mean the last federal body.
    """
    is_federal = bool(FEDERAL.search(scene.words(own)))
    found: list[tuple[int, str, str]] = []
    for c, stretch in scene.candidates("agency"):
        body = scene.bodies.named((c.start, c.end), stretch) if c.end <= own[0] else None
        if body and body.kind not in ("news", "court", "other"):
            name = scene.words((c.start, c.end))
            if body.kind == "federal" if is_federal else _parts(scene.words(own)) <= _parts(name):
                found.append((c.start, body.agency_id, name))
    _, code, name = max(found, default=(0, *UNTIED))
    return code, re.sub(r"^[Tt]he ", "", name)


def _parts(words: str) -> set[str]:
    """The words of a name without an article: "the sheriff's office" is one of a county's."""
    return set(re.findall(r"[a-z]+", words.lower())) - {"the", "a", "an", "s"}


def _official(scene: Scene, span: Span, *, is_named: bool) -> str:
    """The row of an official, by the words for a speaker."""
    words = scene.words(span)
    decision = "public_role" if is_named else "not_named"
    cells = {"name": words, "role": "…"} if is_named else {"described_as": words, "role": words}
    pairs = {
        "individual_id": slug(words if is_named else f"{words}-{scene.reading.source}"),
        "naming_decision": decision,
        "said": {"words": words, "cells": cells},
    }
    row = form.line("individuals_referenced", pairs).strip()
    role = "spokesperson" if "spokes" in words else "official"
    listed = f"role.{role} = {value([words])}"
    return row if is_named else f"{row}, and its phrase below phrases_in: {listed}"


def _is_doubtful(scene: Scene, speaker: Speaker, span: Span) -> bool:
    """Whether somebody else whom "he" or "she" may mean stands between the last mention of its
    person and the pronoun: by name, or as a speaker without one."""
    gender = GENDERS.get(scene.words(span).lower())
    if gender is None or not speaker.name_span or speaker.name_span[0] > span[0]:
        return False
    text = scene.reading.text
    surname = scene.words(speaker.name_span).split()[-1]
    last = max(text.rfind(surname, 0, span[0]), 0) + len(surname)
    if UNNAMED.search(text, last, span[0]):
        return True
    near = [c for c in scene.reading.candidates if last <= c.start and c.end <= span[0]]
    bodies = [(c.start, c.end) for c in near if c.kind in ("agency", "jurisdiction")]
    names = {(c.start, c.end) for c in near if c.kind == "person"}
    names |= {
        found.span("name")
        for found in SUBJECT.finditer(text, last, span[0])
        if not any(a < found.end() and found.start() < b for a, b in bodies)
    }
    return any(
        gender_of(scene.words(name)) in (None, gender)
        and surname not in scene.words(name).split()
        and not is_no_subject(text, *name)
        for name in names
    )


SUBJECT = re.compile(rf"(?:[.!?”\"] |\n)(?P<name>{FULL_NAME.pattern})(?=,? [a-z])")
"""A full name at the beginning of a sentence."""
UNNAMED = re.compile(
    r"(?:[.!?”\"] |\n)(?:One of (?:the|its|his|her)|An?|Another) (?:[a-z-]+ ){0,3}?[a-z-]+"
    r"(?:,? (?:who|at|of|from|in|with)\b[^.!?“”\"]{3,80}?)?,? "
    r"(?:said|says|told|recalled|added|wrote)\b"
)
"""Somebody without a name who speaks: "One of the drivers, who asked not to be named, said"."""


def _unsaid(scene: Scene, c: Candidate) -> Iterator[Passage]:
    """The words for a speaker of whom there is no row; of a private person the verb of saying, or
    the last word said where the name stands beside it."""
    own = c.parts["speaker"]
    words = scene.words(own)
    is_name = _prints_name(scene, own) or (FULL_NAME.fullmatch(words) and not groups.is_body(words))
    own = c.parts.get("cue", own) if is_name else own
    stretch = scene.reading.at(own[0])
    private = scene.private_spans
    whole = scene.reading.cover([own], stretch, 1, private) if stretch else own
    if scene.is_private(whole):
        said = scene.reading.text[c.start : c.end]
        last = [*re.finditer(r"\b[a-z][\w’'-]*", said)] or [*re.finditer(r"[\w’'-]+", said)]
        own = c.start + last[-1].start(), c.start + last[-1].end()
        stretch = scene.reading.at(own[0])
    if stretch:
        yield Passage(stretch, (Cell("speaker_id", own, more={"bears": True}),))


def _said(scene: Scene, c: Candidate, speaker: Speaker, span: Span) -> Iterator[Passage]:
    """The words beside the quotation, and, of a pronoun, the words that name its person."""
    stretch = scene.reading.at(span[0])
    if stretch is None:
        return
    is_pronoun = bool(PRONOUN.match(scene.words(span)))
    cells = [] if is_pronoun else [speaker.cell(*WHO, span)]
    cells.append(Cell("speaker_as_printed", span))
    before = c.parts["speaker"][0], span[0] - 1
    parts = {**({"title": before} if before[0] < before[1] else {}), **c.parts}
    for part, column in LITERAL.items():
        own = None if is_pronoun and part == "title" else parts.get(part)
        if own and part == "venue" and (day := ITS_DAY.search(scene.reading.text, *own)):
            own = own[0], day.start()
        is_said = own and c.start <= own[0] < c.end  # "would lose in court"
        if own and not is_said and stretch.start <= own[0] < own[1] <= stretch.end:
            cells.append(Cell(column, whole_title(scene, stretch, own) if part == "title" else own))
    yield Passage(stretch, tuple(cells))
    named = scene.reading.at(speaker.name_span[0]) if speaker.name_span else None
    if is_pronoun and speaker.name_span and named:
        about = scene.words(scene.reading.cover([span, c.parts.get("cue", span)], stretch))
        yield Passage(named, (speaker.cell(*WHO, speaker.name_span),), about)
