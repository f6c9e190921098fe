"""Dates in news: which day each date expression can mean.

`find` looks for date expressions. `resolve` reads one in its sentence, against the day of
publication: a day, or an interval when only that much is known. A value is never narrower than
the words and the anchor allow, and a weekday is the latest one up to publication unless words say
that it lies ahead.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from extraction.dates import periods as cal
from extraction.dates.counted import DIRECTED, RULES
from extraction.dates.direction import Sentence, sentence_of
from extraction.dates.direction import direction as direction_of
from extraction.dates.find import FINDER, find
from extraction.dates.fixed import fixed, without_year
from extraction.dates.periods import Period
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document
from extraction.text.page_lines import DATE_LINE
from extraction.text.regions import KINDS, Region, reading

VERSION = 1
READS = frozenset(KINDS) - {"comments", "related_headline"}
Published = dt.date | tuple[dt.date, dt.date] | None
LONGEST_ANCHOR = 370  # days; a wider interval says too little to count from
HEAD = 1500  # characters in which a printed dateline may stand

HEDGE_BEFORE = re.compile(
    r"\b(?:almost|nearly|about|around|roughly|some|over|more than|less than|just over|just under"
    r"|approximately|at least|up to)\s+$",
    re.I,
)
APPOSED = re.compile(r"\s{0,2}[,(]\s{0,2}(?:on )?")
CLOSING = re.compile(r"(?: night| morning| afternoon| evening)?,\s{1,2}")


class Reading(NamedTuple):
    """What a date expression means: its period, the rule that says so, and what it rests on."""

    period: Period | None
    rule: str
    basis: str
    direction: str


def dates(
    text: str | Document, regions: Sequence[Region] = (), published: Published = None
) -> list[Candidate]:
    """Date expressions of a text, each with an EDTF value where one follows from the words.

    Without a publication date, what is told by weekday or by distance has no value. A day printed
    in a byline or as a dateline stands in for a publication date that is not given.
    """
    document = Document.of(text, regions)
    text, kind_at = document.text, reading(document.regions, READS)
    dateline = _dateline(document)
    anchor = _interval(published) or _interval(dateline[0] if dateline else None)
    anchor_span = dateline[1] if dateline and not _interval(published) else None
    found = []
    for start, end in find(text):
        region = kind_at(start)
        if region is not None:
            read = resolve(text, start, end, anchor)
            found.append(_candidate(text, start, end, region, read, anchor_span))
    return found


def resolve(
    text: str, start: int, end: int, published: Published, direction: str | None = None
) -> Reading:
    """Reading of the date expression at a span, in its sentence."""
    sentence = sentence_of(text, start, end)
    words = _plain(text[start:end])
    stated = fixed(words, sentence)
    if stated:
        return Reading(stated[0], stated[1], "stated", "")
    interval = _interval(published)
    for rule, pattern, meaning in RULES:
        match = pattern.fullmatch(words)
        if match:
            way = (direction or direction_of(words, sentence)) if rule in DIRECTED else ""
            period = _against(interval, partial(meaning, match, way))
            about = rule == "ago" and HEDGE_BEFORE.search(sentence.before)
            if period and about and not period.edtf.endswith("~"):
                period = cal.about(period, (period.latest - period.earliest).days // 2 + 1)
            basis = "stated_without_year" if rule in ("month-day", "month") else "relative"
            return Reading(period, rule, basis, way)
    return _beside(text, start, end, published) or Reading(None, "date-words", "relative", "")


def _beside(text: str, start: int, end: int, published: Published) -> Reading | None:
    """Reading of words such as "opening night" by the date that explains them after a comma."""
    if FINDER.fullmatch(text, start, end):
        return None
    opening = APPOSED.match(text, end)
    after = FINDER.match(text, opening.end()) if opening else None
    before = list(FINDER.finditer(text, max(0, start - 60), start))
    if not after and before and CLOSING.fullmatch(text, before[-1].end(), start):
        after = before[-1]
    if not after:
        return None
    return resolve(text, *after.span(), published)._replace(rule="apposition")


def _candidate(
    text: str, start: int, end: int, region: str, read: Reading, anchor: Span | None
) -> Candidate:
    """The proposal for one date expression."""
    attributes = {"basis": read.basis}
    if read.direction:
        attributes["direction"] = read.direction
    parts = {}
    if read.period:
        attributes["earliest"] = read.period.earliest.isoformat()
        attributes["latest"] = read.period.latest.isoformat()
        if read.basis != "stated" and anchor:
            parts["anchor"] = anchor
    else:
        partial = without_year(_plain(text[start:end]))
        attributes.update({"partial": partial} if partial else {})
    return Candidate(
        kind="date",
        start=start,
        end=end,
        rule=read.rule,
        version=VERSION,
        region=region,
        value=read.period.edtf if read.period else None,
        parts=parts,
        attributes=attributes,
    )


def _interval(published: Published) -> tuple[dt.date, dt.date] | None:
    """Earliest and latest day of publication, or None when that says too little."""
    if published is None:
        return None
    first, last = published if isinstance(published, tuple) else (published, published)
    first, last = (d.date() if isinstance(d, dt.datetime) else d for d in (first, last))
    return (first, last) if 0 <= (last - first).days <= LONGEST_ANCHOR else None


def _dateline(document: Document) -> tuple[dt.date, Span] | None:
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


def _printed_day(text: str, start: int, end: int) -> tuple[dt.date, Span] | None:
    """The first day with its year that stands in a stretch of text."""
    for match in FINDER.finditer(text, start, end):
        read = fixed(_plain(match.group()), Sentence("", ""))
        if read and read[0] and read[0].earliest == read[0].latest:
            return read[0].earliest, match.span()
    return None


def _against(
    interval: tuple[dt.date, dt.date] | None, meaning: Callable[[dt.date], Period | None]
) -> Period | None:
    """What the words mean against every possible day of publication, joined."""
    if interval is None:
        return None
    days = (interval[1] - interval[0]).days + 1
    periods = []
    for step in range(days):
        try:
            period = meaning(interval[0] + dt.timedelta(days=step))
        except (ValueError, OverflowError):  # no such day, or outside the calendar
            return None
        if period is None:
            return None
        periods.append(period)
    return cal.either(periods)


def _plain(words: str) -> str:
    """Lower case, one plain space between words, no dots, brackets or trailing commas."""
    words = " ".join(words.lower().split()).replace("’", "'").replace("‘", "'")
    words = re.sub(r"\s*-\s*", "-", words).translate(str.maketrans("", "", "[](),."))
    words = re.sub(r"(?<!^)'s$| s$", "", words)
    return re.sub(r"-related$", "", words).strip(" -")
