"""The held texts as pages: their regions and sentences."""

import bisect
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

import sentencex

from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES
from reviewed.rows import Written
from texts.seeds import Text
from texts.withheld import spans

NOTHING = frozenset(("related_headline", "comments"))
"""Regions that may support nothing; all other sentences are accounted for."""

START = attrgetter("start")
CONTEXT = 32  # characters of prefix and suffix that a release may show

_SPACE = re.compile(r"[^\S\n ]")  # sentencex 1.0 fails on some kinds of space of several bytes

SAINT = re.compile(r"\b(?:St|Ft|Mt)\.\s*$")
"""The first part of the name of a place, which ends no sentence."""


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    """The sentences of a text, whole where one was cut behind "St." of "St. Paul"."""
    before = ""
    for piece in pieces:
        before += piece
        if not SAINT.search(before):
            yield before
            before = ""
    if before:
        yield before


@dataclass(frozen=True)
class Region:
    """A part of a page: from where to where, what it is, and maybe whose words it reproduces."""

    start: int
    end: int
    kind: str
    reproduces: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page, without white space around it."""

    number: int
    start: int
    end: int
    region: str


@dataclass(frozen=True)
class Page:
    """A held text with its regions."""

    held: Text
    regions: tuple[Region, ...]
    withheld: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The characters of the text."""
        return self.held.text

    def line(self, at: int) -> int:
        """The number of the line on which a character stands; the first line is 1."""
        return self.text.count("\n", 0, at) + 1

    def region(self, span: Span) -> Region | None:
        """The one region that holds the whole span; null where the span crosses a border."""
        at = bisect.bisect_right(self.regions, span[0], key=START) - 1
        found = self.regions[at] if self.regions and at >= 0 else None
        return found if found and span[1] <= found.end else None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, split inside regions by the rules of sentencex for English."""
        found: list[Sentence] = []
        for region in self.regions:
            at = region.start
            plain = _SPACE.sub(" ", self.text[region.start : region.end])
            for piece in _joined(sentencex.segment("en", plain)):
                start = at + len(piece) - len(piece.lstrip())
                end = at + len(piece.rstrip())
                at += len(piece)
                if start < end:
                    found.append(Sentence(len(found) + 1, start, end, region.kind))
        return tuple(found)

    def around(self, span: Span) -> Span:
        """The span with 32 characters a side, within its sentences, without withheld names."""
        first = bisect.bisect_right(self.sentences, span[0], key=START) - 1
        last = bisect.bisect_left(self.sentences, span[1], key=START) - 1
        low = self.sentences[first].start if first >= 0 else span[0]
        high = self.sentences[last].end if last >= 0 else span[1]
        start = max(span[0] - CONTEXT, min(low, span[0]))
        end = min(span[1] + CONTEXT, max(high, span[1]))
        before = [last for _, last in self.withheld if start < last <= span[0]]
        after = [first for first, _ in self.withheld if span[1] <= first < end]
        return max([start, *before]), min([end, *after])

    def touched(self, span: Span) -> Iterator[Sentence]:
        """The sentences that a span touches."""
        return (s for s in self.sentences if s.start < span[1] and span[0] < s.end)

    def hash_of(self, sentence: Sentence) -> str:
        """SHA-256 of a sentence's words."""
        words = self.text[sentence.start : sentence.end]
        return hashlib.sha256(words.encode("utf-8")).hexdigest()


def pages(
    texts: Mapping[str, Text], written: Iterable[Written], withheld: frozenset[str] = frozenset()
) -> tuple[dict[str, Page], list[Problem]]:
    """A page for every held text; what no region names is body."""
    problems: list[Problem] = []
    named: dict[str, list[Region]] = defaultdict(list)
    for row in written:
        if row.table.table == "regions":
            source = row.row_id.rpartition("-")[0]
            found = _region(row, texts.get(source))
            if isinstance(found, Problem):
                problems.append(found)
            else:
                named[source].append(found)
    made = {
        source: Page(
            text,
            tuple(_partition(text, named[source], problems)),
            tuple(spans(text.text, withheld)),
        )
        for source, text in texts.items()
    }
    return made, problems


def _region(row: Written, held: Text | None) -> Region | Problem:
    """The region that a block names: from `begins`, which occurs once, to the next `ends`."""
    rule = RULES["region-invalid"]
    if held is None:
        message = "no text of the name of this file is held"
        return rule.at(row.block.place(), message, "move it to the file of its text")
    begins, ends = str(row.extra.get("begins")), str(row.extra.get("ends"))
    first = place(held.text, begins)
    if isinstance(first, int):
        often = "does not occur" if first == 0 else "occurs more than once"
        message = f"begins = {begins!r} {often} in the text"
        return rule.at(row.block.place("begins"), message, "copy words that occur once")
    last = next(occurrences(held.text, ends, first[0]), None)
    if last is None:
        message = f"ends = {ends!r} does not occur after the words of begins"
        return rule.at(row.block.place("ends"), message, "copy words of the text")
    values = row.values
    kind, reproduces = values.get("region", "body"), values.get("reproduces_source_id")
    return Region(first[0], last[1], kind, reproduces, values.get("reason"))


def _partition(text: Text, named: list[Region], problems: list[Problem]) -> list[Region]:
    """The regions that are named, and body between them; white space goes to the one before."""
    whole: list[Region] = []
    at = 0
    for region in sorted(named, key=lambda each: each.start):
        if region.start < at:
            place_of = Place(f"sources/{text.source_id}.toml", 1)
            message = f"the {region.kind} at character {region.start} overlaps another region"
            problems.append(RULES["region-invalid"].at(place_of, message))
            continue
        if text.text[at : region.start].strip():
            whole.append(Region(at, region.start, "body"))
        elif whole:
            whole[-1] = replace(whole[-1], end=region.start)
        elif at < region.start:
            region = replace(region, start=at)
        whole.append(region)
        at = region.end
    if text.text[at:].strip() or not whole:
        whole.append(Region(at, len(text.text), "body"))
    else:
        whole[-1] = replace(whole[-1], end=len(text.text))
    return whole
