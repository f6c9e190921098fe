"""Which act a sentence is about: one that it tells of, one that it names, or the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.reading import Reading, Stretch

GOES_ON = re.compile(r"(?:it|its|they|their|he|his|she|her)\b")
"""How a sentence begins that goes on about whom the one before it names."""
OF_NATION = re.compile(
    r"\b(?:u\.s\. )?department of (?:justice|homeland security|labor)\b|"
    r"\b(?:justice|homeland security|labor|state) department\b|"
    r"\bu\.s\. attorney\b|\bdistrict (?:court|judge)\b"
)
"""Federal bodies and courts, in whose names "department" or "attorney" means no recipient."""
COMMON = {"county", "city", "state", "from", "with"}
"""Words of the names of recipients by which nobody is told from another."""
ITS_OFFICE = re.compile(
    r"\b(?:his|her|its|their|our|my) (?:office|department|division|agency|board|staff)\b"
)
"""The office of whoever was named before, which is no name of a recipient."""


@dataclass(frozen=True)
class Belonging:
    """Says of each sentence of a text which of its acts it is about."""

    found: Sequence[Paper]
    reading: Reading

    def of(self, stretch: Stretch) -> Paper | None:
        """The act that a stretch is about: told or named in it or in the ones that it goes on."""
        return self._acts[stretch.number]

    @cached_property
    def _acts(self) -> dict[int, Paper | None]:
        """The act of each sentence by its number, those that go on after those before them."""
        acts: dict[int, Paper | None] = {}
        before: Stretch | None = None
        for stretch in self.reading.stretches:
            own = self._own(stretch)
            if not own and before and self._goes_on(before, stretch):
                own = [acts[before.number]]
            acts[stretch.number] = own[0] if own else self._nearest(stretch)
            before = stretch
        return acts

    @cached_property
    def _told(self) -> list[tuple[Stretch, Paper]]:
        """The sentences of sending, each with its act."""
        return [(s.stretch, paper) for paper in self.found for s in paper.sendings]

    def _before(self, stretch: Stretch) -> list[tuple[Stretch, Paper]]:
        """The sentences of sending before another one."""
        return [each for each in self._told if each[0].number < stretch.number]

    def _own(self, stretch: Stretch) -> list[Paper | None]:
        """The act that a sentence tells of or names, or null for none; empty if it does not say."""
        here = [paper for other, paper in self._told if other.number == stretch.number]
        if here or not self._before(stretch):
            return [here[0] if here else self._main]
        if stretch.number in self.found[0].doubts:
            return [None]
        words = self._plain(stretch)
        places = {p.act_id: _first(self._words[p.act_id], words) for p in self.found}
        by_name = [p for p in self.found if places[p.act_id] >= 0]
        if by_name and (len(by_name) == 1 or len({p.body.agency_id for p in by_name}) > 1):
            return [min(by_name, key=lambda p: places[p.act_id])]
        by_noun = [p for p in self.found if re.search(rf"\b(?:the|this|that) {p.main.noun}", words)]
        return [*by_noun] if len(by_noun) == 1 else []

    def _plain(self, stretch: Stretch) -> str:
        """The words of a sentence without those for bodies that receive no papers."""
        words = OF_NATION.sub("", self.reading.text[slice(*stretch.span)].lower())
        return ITS_OFFICE.sub("", words)

    def _goes_on(self, before: Stretch, stretch: Stretch) -> bool:
        """Whether a sentence goes on about whom the one before it names, in the same paragraph."""
        if not GOES_ON.match(self._plain(stretch)) or before.locator != stretch.locator:
            return False
        return bool(stretch.locator) or "\n" not in self.reading.text[before.end : stretch.start]

    @property
    def _main(self) -> Paper | None:
        """The first act of the text; null where it tells of others before."""
        return next((p for p in self.found[:1] if not p.is_further), None)

    def _nearest(self, stretch: Stretch) -> Paper | None:
        """The act told of last in the paragraph of a sentence, or else the first of the text."""
        other, last = max(self._before(stretch), key=lambda each: each[0].number)
        is_near = "\n" not in self.reading.text[other.end : stretch.start]
        is_near = is_near or bool(stretch.locator and other.locator == stretch.locator)
        return last if is_near else self._main

    @cached_property
    def _words(self) -> dict[str, set[str]]:
        """The words of the recipient of each act that the recipient of no other act has."""
        parts = {p.act_id: self._parts(p) for p in self.found}
        return {
            p.act_id: parts[p.act_id].difference(
                *(parts[o.act_id] for o in self.found if o.body.agency_id != p.body.agency_id)
            )
            for p in self.found
        }

    def _parts(self, paper: Paper) -> set[str]:
        """The words of a recipient's names that are not those of its place or common to many."""
        names = " ".join(self.reading.words(s.receiver).lower() for s in paper.sendings)
        place = set((paper.body.jurisdiction_id or "").split("-"))
        return set(re.findall(r"[^\W\d_]{4,}", names)) - COMMON - place


def _first(sought: Iterable[str], words: str) -> int:
    """Where words first hold one of those sought; -1: nowhere."""
    found = (re.search(rf"\b{re.escape(word)}\b", words) for word in sought)
    return min((at.start() for at in found if at), default=-1)
