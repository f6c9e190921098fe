"""Which act a sentence is about: one that it tells of, one that it names, or the one before."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import (
    EARLIER,
    is_of_others,
)
from contribute.draft.pages.heads import DATELINE
from contribute.draft.reading import PUBLIC, Reading, Stretch
from extraction.lexicon import lists

LEAD = 6  # sentences in which a text comes to its papers
GOES_ON = re.compile(r"(?:it|its|they|their|he|his|she|her)\b")
"""How a sentence begins that goes on about whom the one before it names."""
OF_NATION = re.compile(
    r"\b(?:u\.s\. )?department of (?:justice|homeland security|labor)\b|"
    r"\b(?:justice|homeland security|labor|state) department\b|"
    r"\bu\.s\. attorney\b|\bdistrict (?:court|judge)\b|\bfield office\b|"
    r"\b(?:ice|hsi|dhs|agency)[’']s (?:[a-z]+ )?office\b|\bsocial security\b",
    re.I,
)
"""Federal bodies and the like, in whose names "department" or "security" means no recipient."""
ORDER = {"first": 0, "earlier": 0, "second": 1, "later": 1, "third": 2}
ORDINAL = re.compile(
    rf"\bthe ({'|'.join(ORDER)})(?: (?:(?:two|three|four) )?"
    r"(?:one|batch|set|round|wave|group|subpoenas?|papers?|letters?|demands?)\b|"
    r"(?= of (?:the|them|those)\b| on [A-Z]| (?:\w+ed|asks|wants|seeks|sought|calls|came|was)\b))"
)
"""One of several papers by its number."""
THAT_ONE = re.compile(
    r"\b(?:over|of|on|to|about|against|fight|fighting|quash|for) (?:that|this) "
    r"(?:one|subpoena|demand|paper|request)\b|^(?:That|This) (?:one|subpoena|demand|request)\b"
)
"""Words by which a paragraph goes on about the papers of the one before."""
OF_ALL = re.compile(
    r"\b(?:(?P<two>both|neither)|all (?P<n>three|four|five))"
    r"(?= (?:of (?:the|these|those|them|its|his|her)|"
    r"(?:\w+ )?(?:subpoenas?|papers?|demands?|requests?))\b"
    r"|\s*(?:[.;,]|$)| (?:on|in|with|by|to|before|was|were|is|are|had|has|have)\b)",
    re.I,
)
"""Words for all of the papers of which a text tells."""
OF_PEOPLE = re.compile(
    r"\b(?:men|women|people|persons|inmates|students|convicted|arrested|charged|born|deported|"
    r"detained|released|jailed)\b"
)
"""Words by which "both" may mean people."""
NUMBERS = {"three": 3, "four": 4, "five": 5}
SUBJECT = 20  # characters in which a sentence may name another office than the one before it
COMMON = {"county", "city", "state", "from", "with"} | {
    word.lower() for name in lists.states() if " of " not in name for word in name.split()
}
"""Words of the names of recipients by which nobody is told from another."""


@dataclass(frozen=True)
class Belonging:
    """Says of each sentence of a text which of its acts it is about."""

    found: Sequence[Paper]
    reading: Reading
    is_carrying: bool = False
    """Whether a sentence that names nobody may be about the last act of papers to several bodies,
    as what happened is, and not about the first, as what papers say is."""

    def of(self, stretch: Stretch) -> Paper | None:
        """The act that a stretch is about: told or named in it or in the ones that it goes on."""
        return self._acts[stretch.number]

    def names(self, paper: Paper, stretch: Stretch) -> bool:
        """Whether a sentence names who got the papers of an act, in words of no other recipient."""
        return _first(self._words[paper.act_id], self._plain(stretch)) >= 0

    def ordered(self, stretch: Stretch) -> Paper | None:
        """The act that "the second" or "the earlier of the two" means; null if none is."""
        return self._ordered(stretch, self._plain(stretch)) if self._before(stretch) else None

    @cached_property
    def _acts(self) -> dict[int, Paper | None]:
        """The act of each sentence by its number.

        One that names none goes on about the act of the sentence before it in its paragraph.
        """
        acts: dict[int, Paper | None] = {}
        before: Stretch | None = None
        carried: Paper | None = None
        first = self._main.body.agency_id if self._main else None
        last: list[Paper | None] = []
        for stretch in self.reading.stretches:
            is_same = THAT_ONE.search(self.reading.text, *stretch.span)
            if before and self._is_next(before, stretch):
                last = [acts[before.number]] if is_same else []
            own = self._own(stretch)
            is_of_other = PUBLIC.search(self.reading.text, stretch.start, stretch.start + SUBJECT)
            own = own or ([] if is_of_other and not is_same and last != [None] else last)
            if not own and before and self._goes_on(before, stretch):
                own = [acts[before.number]]
            is_first = not self._before(stretch) and not self._here(stretch)
            is_open = bool(self.found) and stretch.number in self.found[0].doubts
            is_open = is_open or is_of_others(self.reading.words(stretch.span))
            last = own if is_open or (any(own) and not is_first) else []
            is_elsewhere = carried and carried.body.agency_id != first
            is_carried = self.is_carrying and not own and is_elsewhere
            acts[stretch.number] = own[0] if own else self._nearest(stretch)
            if is_carried:
                acts[stretch.number] = carried
            if own and own[0] and not is_first:
                carried = own[0]
            before = stretch
        return acts

    def _is_next(self, before: Stretch, stretch: Stretch) -> bool:
        """Whether a sentence begins a paragraph."""
        return before.locator != stretch.locator or (
            "\n" in self.reading.text[before.end : stretch.start]
        )

    @cached_property
    def _told(self) -> list[tuple[Stretch, Paper]]:
        """The sentences of sending, each with its act."""
        return [(s, paper) for paper in self.found for s in paper.told]

    def _here(self, stretch: Stretch) -> list[Paper]:
        """The acts of which a sentence tells that papers were sent."""
        return [paper for other, paper in self._told if other.number == stretch.number]

    def are_all(self, stretch: Stretch) -> bool:
        """Whether a sentence says of "both", "neither" or "all three" what it tells, and the text
        has told of so many papers, all to one body."""
        if len({paper.body.agency_id for paper in self.found}) != 1:
            return False
        told = OF_ALL.search(self.reading.text, *stretch.span)
        if OF_PEOPLE.search(self.reading.text, *stretch.span):
            return False  # "both were convicted"
        number = told and (2 if told["two"] else NUMBERS[told["n"].lower()])
        return number == len(self.found)

    def _before(self, stretch: Stretch) -> list[tuple[Stretch, Paper]]:
        """The sentences of sending before another one."""
        return [each for each in self._told if each[0].number < stretch.number]

    def _own(self, stretch: Stretch) -> list[Paper | None]:
        """The act that a sentence tells of or names, or null for none; empty if it does not say."""
        here = self._here(stretch)
        is_out = stretch.number in self.reading.outside
        if not here and (is_out or is_of_others(self.reading.words(stretch.span))):
            return [None]
        if here:
            return [here[0]]
        if not self._before(stretch):
            return self._ahead(stretch)
        if stretch.number in self.found[0].doubts:
            return [None]
        words = self._plain(stretch)
        if by_order := self._ordered(stretch, words):
            return [by_order]
        places = {p.act_id: _first(self._words[p.act_id], words) for p in self.found}
        by_name = [p for p in self.found if places[p.act_id] >= 0]
        if by_name and (len(by_name) == 1 or len({p.body.agency_id for p in by_name}) > 1):
            return [min(by_name, key=lambda p: places[p.act_id])]
        by_noun = [p for p in self.found if re.search(rf"\b(?:the|this|that) {p.main.noun}", words)]
        return [*by_noun] if len(by_noun) == 1 else []

    def _ahead(self, stretch: Stretch) -> list[Paper | None]:
        """The act of a sentence before any of sending: the first, or the one that it names; null
        for a headline that names several, whose clauses nobody tells apart."""
        words = self._plain(stretch)
        named = [p for p in self.found if _first(self._words[p.act_id], words) >= 0]
        bodies = {paper.body.agency_id for paper in named}
        if len(bodies) == 1:
            return [named[0]]
        if bodies and stretch.region != "body":
            return [None]
        first = min(named, key=lambda p: _first(self._words[p.act_id], words), default=None)
        return [first or (None if self._is_in_passing else self._main)]

    @cached_property
    def _is_in_passing(self) -> bool:
        """Whether no papers are told of before the second half of a text, so that a sentence
        before them that names no recipient is of something else."""
        body = [s for s in self.reading.body if s.region == "body"]
        first = min(other.number for other, _ in self._told) if self._told else 0
        n_before = sum(s.number < first for s in body)
        return n_before > max(LEAD, len(body) / 2)

    def _ordered(self, stretch: Stretch, words: str) -> Paper | None:
        """The act that "the second" or "the earlier of the two" means, of several of one body."""
        found = ORDINAL.search(words)
        nearest = self._nearest(stretch) if found else None
        if found is None or nearest is None:
            return None
        same = [p for p in self.found if p.body.agency_id == nearest.body.agency_id]
        text = self.reading.text
        same.sort(key=lambda p: not EARLIER.search(text[p.main.stretch.start : p.main.paper[0]]))
        number = ORDER[found[1]]
        return same[number] if number < len(same) > 1 else None

    def _plain(self, stretch: Stretch) -> str:
        """The words of a sentence without those for bodies that receive no papers."""
        dateline = DATELINE.match(self.reading.text, *stretch.span)
        start = dateline.end() if dateline else stretch.start
        return OF_NATION.sub("", self.reading.text[start : stretch.end].lower())

    def _goes_on(self, before: Stretch, stretch: Stretch) -> bool:
        """Whether a sentence goes on about whom the one before it names, in the same paragraph."""
        is_same = not self._is_next(before, stretch) or bool(stretch.locator)
        is_same = is_same and before.locator == stretch.locator
        return is_same and bool(GOES_ON.match(self.reading.words(stretch.span).lower()))

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
        of = paper.body.jurisdiction_id or ""
        place = set() if of.endswith("-district") else set(of.split("-"))
        own = set(re.findall(r"[^\W\d_]{4,}", names)) - COMMON - place
        return own | {name.lower() for name in paper.names}


def _first(sought: Iterable[str], words: str) -> int:
    """Where words first hold one of those sought; -1: nowhere.

    A noun for a sort of body counts behind "the" or another of those sought: the "housing board" is
    not the Water Supply Board.
    """
    sought = set(sought)
    own = "|".join(map(re.escape, sorted(sought)))
    before = dict.fromkeys(SORTS, rf"\b(?:the|its|his|her|their|our|my|this|{own})(?:[’']s)? ")
    before |= _THE
    found = (re.search(rf"{before.get(word, '')}\b{re.escape(word)}s?\b", words) for word in sought)
    return min((at.start() for at in found if at), default=-1)


SORTS = ("board", "office", "commission", "council", "division", "bureau", "center", "department")
"""Nouns for a sort of body, of which a text may name several."""
_THE = dict.fromkeys(
    "authority education health labor public records revenue safety services works".split(),
    r"\bthe (?:\w+ )?",
)
"""What stands before words of names that are also plain nouns, where they mean the body."""
