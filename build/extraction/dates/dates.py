"""Dates in news: which days each date expression can mean.

`find` looks for date expressions. `resolve` reads one in its sentence, against the day of
publication, by the same phrases and windows as published days (`date_phrases`). A weekday is the
latest one up to publication unless words say that it lies ahead.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from extraction.dates.direction import direction as direction_of
from extraction.dates.direction import sentence_of
from extraction.dates.find import FINDER, find
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document
from extraction.text.page_lines import DATE_LINE
from extraction.text.regions import KINDS, Region, reading
from extraction.text.spans import proposal
from ice_subpoenas.derivations import date_phrases, edtf
from ice_subpoenas.derivations.date_phrases import AHEAD, BEHIND, EITHER
from ice_subpoenas.derivations.edtf import DaySet

VERSION = 2
READS = frozenset(KINDS) - {"comments", "related_headline"}
Published = dt.date | tuple[dt.date, dt.date] | None
LONGEST_ANCHOR = 370  # days; a wider interval says too little to count from
HEAD = 1500  # characters in which a printed dateline may stand
EVER = 1, dt.date.max.toordinal()
"""All days of the calendar: texts also tell of other times than those that are published."""

SIDES = {
    "weekday": {"future": AHEAD, "maybe-future": EITHER},
    "weekend": {"": EITHER, "future": AHEAD, "maybe-future": EITHER},
    "far-weekday": {"": EITHER, "future": AHEAD, "maybe-future": EITHER},
    "month": {"future": AHEAD, "maybe-future": AHEAD},
}
"""On which side of publication a day is looked for, by the kind of phrase and by what the verbs
say; everything else is looked for before it."""
LEAN = {"past": 245, "": 90, "maybe-future": -300, "future": -370}
"""For a day without its year, by what the verbs say: it is the next one if that is nearer than the
last one by more than so many days."""
APPOSED = re.compile(r"\s{0,2}[,(]\s{0,2}(?:on )?")
CLOSING = re.compile(r"(?: night| morning| afternoon| evening)?,\s{1,2}")
ATTACK = re.compile(
    r"sept(?:ember|\.)?\s11(?:th)?\s+(?:(?:terror(?:ist)? )?(?:attack|hijack)|terror)", re.I
)


class Reading(NamedTuple):
    """What a date expression means: its days, the kind of phrase, and what the verbs say."""

    days: DaySet | None
    rule: str
    direction: str

    @property
    def value(self) -> str | None:
        """The days as EDTF; a month or year of which the words say only about when it was."""
        if not self.days:
            return None
        (first, *_), (*_, last) = self.days[0], self.days[-1]
        if self.rule == "ago" and last - first > 31:
            middle = dt.date.fromordinal((first + last) // 2).isoformat()
            return f"{middle[: 7 if last - first < 366 else 4]}~"
        return edtf.edtf(self.days, EVER)


def dates(
    text: str | Document, regions: Sequence[Region] = (), published: Published = None
) -> list[Candidate]:
    """Date expressions of a text, each with an EDTF value where one follows from the words.

    Without a publication date, what is told by weekday or by distance has no value. A day printed
    in a byline or as a dateline stands in for a publication date that is not given.
    """
    document = Document.of(text, regions)
    text, kind_at = document.text, reading(document.regions, READS)
    anchor, anchor_span = _interval(published), None
    if anchor is None and (dateline := _dateline(document)):
        anchor, anchor_span = dateline
    found: list[Candidate] = []
    told: DaySet | None = None
    for start, end in find(text):
        region = kind_at(start)
        if region is not None:
            read = resolve(text, start, end, anchor, told)
            found.append(_candidate(text, start, end, region, read, anchor_span))
            told = read.days
    return found


def resolve(
    text: str, start: int, end: int, anchor: DaySet | None, told: DaySet | None = None
) -> Reading:
    """Reading of the date expression at a span, in its sentence, counted from the days of
    publication; "the day before" is counted from those that were told last."""
    words = "9/11" if ATTACK.match(text, start) else _plain(text[start:end])
    rule = date_phrases.rule(words)
    if rule is None:
        return _beside(text, start, end, anchor) or Reading(None, "date-words", "")
    is_day, sides = rule == "month-day", SIDES.get(rule, {})
    way = direction_of(sentence_of(text, start, end)) if is_day or sides else ""
    if is_day and anchor:
        return Reading(_nearer(words, anchor, LEAN[way]), rule, way)
    side = sides.get(way, BEHIND)
    return Reading(_days(words, told if rule == "later" else anchor, side), rule, way)


def _nearer(words: str, anchor: DaySet, lean: int) -> DaySet | None:
    """The nearer of the last and the next such day, for each end of the anchor; if only one of them
    falls on the weekday that is printed, that one."""
    found: list[Span] = []
    for now in {anchor[0][0], anchor[-1][1]}:
        behind, ahead = (_days(words, ((now, now),), side) or () for side in (BEHIND, AHEAD))
        printed = [days for days in (behind, ahead) if days and _weekday(days) == words[:3].title()]
        is_ahead = ahead and (not behind or ahead[0][0] - now + lean < now - behind[-1][1])
        found += printed[0] if len(printed) == 1 else ahead if is_ahead else behind
    return edtf.union(found, EVER) or None


def _weekday(days: DaySet) -> str:
    """The first letters of the weekday on which days begin."""
    return date_phrases.WEEKDAYS[(days[0][0] - 1) % 7][:3].title()


def _days(words: str, anchor: DaySet | None, side: str) -> DaySet | None:
    """The days that words allow; none where they recur, or lie outside of the calendar."""
    try:
        days = date_phrases.resolve(words, anchor, side, EVER)
    except (ValueError, OverflowError):
        return None
    return days if days and (anchor or len(days) <= edtf.RECURRING) else None


def _beside(text: str, start: int, end: int, anchor: DaySet | None) -> Reading | None:
    """Reading of words such as "opening night" by the date that explains them after a comma."""
    if FINDER.fullmatch(text, start, end):
        return None
    opening = APPOSED.match(text, end)
    after = FINDER.match(text, opening.end()) if opening else None
    before = list(FINDER.finditer(text, max(0, start - 60), start))
    if not after and before and CLOSING.fullmatch(text, before[-1].end(), start):
        after = before[-1]
    return resolve(text, *after.span(), anchor)._replace(rule="apposition") if after else None


def _candidate(
    text: str, start: int, end: int, region: str, read: Reading, anchor: Span | None
) -> Candidate:
    """The proposal for one date expression."""
    words = text[start:end]
    attributes = {"direction": read.direction} if read.direction else {}
    parts = {}
    if read.days:
        first, last = (dt.date.fromordinal(day) for day in (read.days[0][0], read.days[-1][1]))
        attributes |= {"earliest": first.isoformat(), "latest": last.isoformat()}
        if anchor and date_phrases.needs_anchor(_plain(words)):
            parts["anchor"] = anchor
    elif recurring := date_phrases.resolve(_plain(words), None):
        attributes["partial"] = edtf.label(recurring)
    span = start, end
    return proposal("date", span, read.rule, region, read.value, parts, attributes, VERSION)


def _interval(published: Published) -> DaySet | None:
    """The days of publication, or None when they say too little."""
    if published is None:
        return None
    ends = published if isinstance(published, tuple) else (published, published)
    first, last = (day.toordinal() for day in ends)
    return ((first, last),) if 0 <= last - first <= LONGEST_ANCHOR else None


def _dateline(document: Document) -> tuple[DaySet, Span] | None:
    """The first full date in a byline or on a line of its own at the head of the text."""
    for start, end, kind in document.regions:
        if start > HEAD:
            break
        if kind == "byline" and (found := _printed_day(document.text, start, end)):
            return found
    offset = 0
    for line in document.text[:HEAD].split("\n")[:8]:
        if DATE_LINE.match(line.strip()):
            found = _printed_day(document.text, offset, offset + len(line))
            if found:
                return found
        offset += len(line) + 1
    return None


def _printed_day(text: str, start: int, end: int) -> tuple[DaySet, Span] | None:
    """The first day with its year that stands in a stretch of text."""
    for match in FINDER.finditer(text, start, end):
        days = _days(_plain(match.group()), None, BEHIND)
        if days and days[0][0] == days[-1][1]:
            return days, match.span()
    return None


def _plain(words: str) -> str:
    """The words without brackets and endings: "[ten] years ago", "this year’s"; two digits that
    are a date are a year."""
    words = words.translate(BRACKETS)
    if len(words) == 2 and words.isdecimal():
        return f"'{words}"
    return ENDING.sub("", words)


BRACKETS = str.maketrans("", "", "[]")
ENDING = re.compile(r"(?:(?<!\d)['’]s| s|\s?-related)$")
