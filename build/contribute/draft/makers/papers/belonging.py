"""Which act a sentence is about: one that it tells of, one that it names, or the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.reading import Reading, Stretch


def of(found: Sequence[Paper], reading: Reading, stretch: Stretch) -> Paper | None:
    """The act that a stretch is about: told or named in it, told in its paragraph, or the main."""
    told = [(s.stretch, paper) for paper in found for s in paper.sendings]
    here = [paper for other, paper in told if other.number == stretch.number]
    before = [each for each in told if each[0].number < stretch.number]
    if here or not before:
        return here[0] if here else next(iter(found), None)
    if stretch.number in found[0].doubts:
        return None
    words = OF_NATION.sub("", reading.text[slice(*stretch.span)].lower())
    words = ITS_OFFICE.sub("", words)
    places = {p.act_id: _named_at(reading, p, found, words) for p in found}
    by_name = [p for p in found if places[p.act_id] >= 0]
    subject = min(by_name, key=lambda p: places[p.act_id], default=None)
    by_noun = [p for p in found if re.search(rf"\b(?:the|this|that) {p.main.noun}", words)]
    bodies = {p.body.agency_id for p in by_name}
    if subject and (len(by_name) == 1 or len(bodies) > 1):
        return subject
    if len(by_noun) == 1:
        return by_noun[0]
    if GOES_ON.match(words) and (sentence := _before(reading, stretch)):
        return of(found, reading, sentence)
    other, last = max(before, key=lambda each: each[0].number)
    is_near = "\n" not in reading.text[other.end : stretch.start]
    return last if is_near or (stretch.locator and other.locator == stretch.locator) else found[0]


GOES_ON = re.compile(r"(?:it|its|they|their|he|his|she|her)\b")
"""How a sentence begins that goes on about whom the one before it names."""
OF_NATION = re.compile(
    r"\b(?:u\.s\. )?department of (?:justice|homeland security|labor)\b|"
    r"\b(?:justice|homeland security|labor|state) department\b|"
    r"\bu\.s\. attorney\b|\bdistrict (?:court|judge)\b"
)
"""Federal bodies and courts, in whose names "department" or "attorney" means no recipient."""
PLAIN = {"county", "city", "state", "from", "with"}
ITS_OFFICE = re.compile(
    r"\b(?:his|her|its|their|our|my) (?:office|department|division|agency|board|staff)\b"
)
"""The office of whoever was named before, which is no name of a recipient."""


def _before(reading: Reading, stretch: Stretch) -> Stretch | None:
    """The sentence before, in the same paragraph or place of a page."""
    found = next((s for s in reading.stretches if s.number == stretch.number - 1), None)
    if found and stretch.locator is None and "\n" in reading.text[found.end : stretch.start]:
        return None
    return found if found and found.locator == stretch.locator else None


def _named_at(reading: Reading, paper: Paper, found: Sequence[Paper], words: str) -> int:
    """Where a sentence first has a word of a recipient that no other one has; -1: nowhere."""
    others = {
        word
        for p in found
        if p.body.agency_id != paper.body.agency_id
        for word in _parts(reading, p)
    }
    places = [
        at.start()
        for word in _parts(reading, paper) - others
        if (at := re.search(rf"\b{re.escape(word)}\b", words))
    ]
    return min(places, default=-1)


def _parts(reading: Reading, paper: Paper) -> set[str]:
    """The words of a recipient's names that are no plain words, and not those of its place."""
    names = " ".join(reading.words(s.receiver).lower() for s in paper.sendings)
    place = set((paper.body.jurisdiction_id or "").split("-"))
    return set(re.findall(r"[^\W\d_]{4,}", names)) - PLAIN - place
