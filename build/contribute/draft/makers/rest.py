"""What belongs to the document itself, and what no row uses: head, regions, sentences."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from check.leftovers import may_be
from contribute.draft import reading as readings
from contribute.draft.known import Known
from contribute.draft.pages import releases, signing
from contribute.draft.reading import WORD, Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.vocabularies import LedgerReason
from reviewed.said import ADDRESS
from reviewed.toml import string, value
from texts.held import NOTHING
from texts.withheld import digest

WIRE = re.compile(
    r"\b(?:Associated Press|Reuters|AP|Agence France-Presse|AFP|United Press International|UPI|"
    r"Tribune News Service|Bloomberg News)\b"
)
"""Agencies whose stories others print."""
SERVICE, COPIED = re.compile(r"\bNews Service\b"), re.compile(r"\b(?:Published|Printed) in\b")
"""What a smaller agency is called, and where its story was found."""
REACH = 200  # characters behind a region, to tell its beginning from the same words elsewhere
FEWEST = 3
REGISTERS = frozenset(("jurisdictions", "agencies"))
"""Tables whose rows say who is named, and nothing of what happened."""
SHOWN = 8  # words of a sentence that is left out
STANDING = (
    "whose report is it? own_reporting | wire_copy | reprint | party_document | advocacy | "
    "aggregator | unknown"
)
PUBLISHER = (
    "what is the name of the publisher of “{0}”? known: in phrases_in, under publisher, write it "
    "in place of the first “{0}” | not known: keep"
)
WHICH_DAY = (
    "on which day was this published? days without a year count from it. words of the text tell "
    'it: add a passage with cells = { published = "the words" } | known from the page or its '
    'address: add { locator = "head of the page", words = "Month D, YYYY", cells = { published = '
    '"Month D, YYYY" } } | not known: keep'
)
"""What is asked first of all where no day of publication was found."""
RELEASE_END = re.compile(r"(?m)^# ?# ?#\W*$")
"""The mark at the end of a press release."""
PRESS_OFFICE = re.compile(
    r"\b(?:Public (?:Affairs|Information)|Press Office|Media Relations|Communications)\b"
)
"""Who signs a release for a body."""
BARE = re.compile(r"[A-Za-z0-9_-]+")


# -- the document ----------------------------------------------------------------------------


def source(reading: Reading, known: Known, accessed: date | None) -> tuple[Row, dict[str, str]]:
    """The row of the document, and its publisher by the words that name it."""
    url = reading.article.head.get("url")
    pairs: dict[str, Any] = {} if reading.is_held else {"source_id": reading.source}
    named = readings.byline(reading.article, reading.page)
    is_signed = named is not None and not PRESS_OFFICE.search(named[0])
    is_marked = not is_signed and RELEASE_END.search(reading.text)
    is_release = reading.is_held and bool(is_marked or releases.head(reading.text))
    pairs["kind"] = "press_release" if is_release else "news_article"
    is_wire = _is_wire(reading)
    own = "party_document" if is_release else "own_reporting"
    pairs["standing"] = "wire_copy" if is_wire else own
    if url:
        pairs["url"] = url
    literal, asks = _day_beside(reading)
    asks |= {} if is_signed or is_wire or is_release else {"standing": STANDING}
    publishers = _publisher(reading, known)
    host = _host(reading)
    asks |= {"url": PUBLISHER.format(host)} if host and publishers.get(host) == host else {}
    if reading.is_held:
        return Row("sources", pairs, tuple(_head(reading, publishers)), asks, literal), publishers
    for column in ("title", "byline"):
        if column in reading.article.head:
            pairs[column] = reading.article.head[column]
    if accessed:
        pairs["accessed"] = accessed
    else:
        asks[""] = "on which day was the page read? add --accessed or accessed = YYYY-MM-DD"
    pairs["read_from"] = "publisher"
    asks["read_from"] = "what was read? publisher | copy | stored_copy"
    return Row("sources", pairs, (), asks, (*_page_head(reading), *literal)), publishers


def _day_beside(reading: Reading) -> tuple[tuple[dict[str, Any], ...], dict[str, str]]:
    """The day of publication from the address, where neither text nor head tells it; where the
    address has none either, the question for it."""
    if readings.printed_days(reading.article, reading.page):
        return (), {}
    found = readings.URL_DAY.search(reading.article.head.get("url", ""))
    if found is None:
        return (), {"published": WHICH_DAY}
    words = reading.article.head["url"][: found.end()].partition("://")[2]
    return ({"locator": "address", "words": words, "cells": {"published": found[0]}},), {}


def _is_wire(reading: Reading) -> bool:
    """Whether a news agency wrote the text, as byline, head or first words name it."""
    parts = [reading.text[r.start : r.end] for r in reading.page.regions if r.kind == "byline"]
    words = " ".join([*parts, *reading.article.head.values(), reading.text[:300]])
    return bool(WIRE.search(words) or (SERVICE.search(words) and COPIED.search(words)))


def _head(reading: Reading, publishers: Mapping[str, str]) -> Iterator[Passage]:
    """Title, byline, publisher and day of a text that is held, where they stand in it."""
    for stretch in [*_headline(reading)][:1]:
        yield Passage(stretch, (Cell("title", stretch.span),))
    named = readings.byline(reading.article, reading.page)
    spans: list[tuple[str, Span | None]] = [("byline", named[1])] if named else []
    days = [*readings.day_words(reading.article, reading.page)][:1]
    told = [*(("publisher", name) for name in publishers), *(("published", day) for day in days)]
    spans += [(column, next(occurrences(reading.text, words), None)) for column, words in told]
    found = list[Passage]()
    for column, span in spans:
        own = reading.at(span[0]) if span else None
        if span and own and own.end >= span[1]:
            code = publishers.get(reading.words(span)) if column == "publisher" else None
            found.append(Passage(own, (Cell(column, span, code, code and "publisher"),)))
    yield from _of_one_line(found)


def _of_one_line(found: Iterable[Passage]) -> Iterator[Passage]:
    """Passages of the byline as one, from the first word that gives a cell to the last."""
    byline = [each for each in found if each.stretch.region == "byline"]
    yield from (each for each in found if each not in byline)
    if byline:
        first = min((each.stretch for each in byline), key=lambda stretch: stretch.start)
        end = max(each.stretch.end for each in byline)
        cells = tuple(cell for each in byline for cell in each.cells)
        yield Passage(replace(first, end=end), cells)


def _headline(reading: Reading) -> Iterator[Stretch]:
    """The headline as one stretch, although it may hold several sentences."""
    for region in reading.page.regions:
        if region.kind == "headline":
            text = reading.text[region.start : region.end]
            start = region.start + len(text) - len(text.lstrip())
            end = region.start + len(text.rstrip())
            yield Stretch(0, start, end, "headline")


def _publisher(reading: Reading, known: Known) -> dict[str, str]:
    """Words that name the publisher, with the name that they stand for; empty for none."""
    words = next(_publishers(reading), None)
    return {words: known.publisher(words, reading.source)} if words else {}


def _host(reading: Reading) -> str | None:
    """The host of the page's address."""
    address = ADDRESS.match(reading.article.head.get("url", ""))
    return address["host"] if address else None


def _publishers(reading: Reading) -> Iterator[str]:
    """Words that may name the publisher, the plainest first."""
    head = reading.article.head
    if "publisher" in head:
        yield head["publisher"]
    yield from _in_head(reading)
    if host := _host(reading):
        yield host


def _in_head(reading: Reading) -> Iterator[str]:
    """The papers and stations that the lines of the head name, news agencies last, and the
    offices."""
    _, outlets = readings.signed(reading.article, reading.page)
    named = [reading.text[slice(*span)] for span in outlets]
    yield from sorted(named, key=lambda words: bool(WIRE.search(words)))
    for part in reading.page.regions if reading.is_held else ():
        if part.kind == "byline":
            pieces = re.split(r"\s*[|•·]\s*|\n", reading.text[part.start : part.end].strip())
            yield from (piece for piece in pieces if releases.OFFICE.fullmatch(piece))


def _page_head(reading: Reading) -> Iterator[dict[str, Any]]:
    """Day and publisher of a page that is not held, in the words that the reviewer typed."""
    head = reading.article.head
    for column in (each for each in ("published", "publisher") if each in head):
        words = head[column]
        yield {"locator": "head of the page", "words": words, "cells": {column: words}}


def regions(reading: Reading) -> Iterator[Row]:
    """The regions that are not body."""
    for part in reading.page.regions if reading.is_held else ():
        ends = _ends(reading.text, part.start, part.end) if part.kind != "body" else None
        if ends:
            yield Row("regions", {"region": part.kind, "begins": ends[0], "ends": ends[1]})


def _ends(text: str, start: int, end: int) -> tuple[str, str] | None:
    """Words that occur once in the text and begin a region, and the words that end it.

    The first may run on behind the region: a headline is often printed twice on a page.
    """
    stops = [match.end() for match in WORD.finditer(text, start, end + REACH)]
    first = (text[start:stop].lstrip() for stop in stops[FEWEST - 1 :])
    begins = next((words for words in first if isinstance(place(text, words), tuple)), None)
    words = [match.span() for match in WORD.finditer(text, start, end)]
    if begins is None or not words:
        return None
    for begin, _ in reversed(words[: 1 - FEWEST] or words[:1]):
        last = (begin, words[-1][1])
        if next(occurrences(text, text[slice(*last)], start), None) == last:
            return begins, text[slice(*last)]
    return None


def withheld(names: Iterable[Sequence[str]]) -> Iterator[Row]:
    """Names of private people as digests, so that nothing that is published prints them.

    One row is one surname, with the whole names that end with it: whoever turns out to speak in a
    public role is taken out with one line.
    """
    of_one: dict[str, list[str]] = {}
    for name in names:
        of_one.setdefault(digest(name[-1:]), []).append(digest(name))
    for listed in sorted(map(sorted, of_one.values())):
        reason = "A private person whom the text names where it tells of a case."
        yield Row("withheld", {"digests": listed, "reason": reason})


# -- what no row uses ------------------------------------------------------------------------


def without_row(
    reading: Reading, rows: Sequence[Row], private: Sequence[Span] | None = None
) -> Iterator[Stretch]:
    """The stretches that no row uses but for a name, and that may tell something; what is quoted
    is used too, but for private names, where these are given."""
    tables = frozenset() if reading.is_held else REGISTERS
    used = [span for row in rows if row.table not in tables for span in row.spans]
    quoted = (c for c in reading.candidates if c.kind == "quotation" and reading.is_held)
    used += [
        (c.start, c.end)
        for c in quoted
        if private is not None
        if not any(a < c.end and c.start < b for a, b in private)
        if (s := reading.at(c.start)) is None or s.number not in reading.outside
    ]
    for s in reading.stretches:
        is_used = any(a < s.end and s.start < b for a, b in used)
        if s.region not in NOTHING and not is_used:
            yield s


def left_out(
    reading: Reading,
    open_: Iterable[Stretch],
    private: Sequence[Span],
    asked: Callable[[Stretch], str],
) -> Iterator[Row]:
    """Rows for the sentences that nothing uses: standing text, and what a person judges.

    A sentence of which something is `asked` has a row of its own.
    """
    found: dict[tuple[str, bool], dict[str, list[tuple[str, str]]]] = {}
    for s in open_:
        names = NAME.finditer(reading.text, *s.span) if s.number in reading.outside else ()
        others = (
            m.span() for m in names if not any(a < m.end() and m.start() < b for a, b in private)
        )
        if not (words := beginning(reading, s, [*private, *others])):
            continue
        reason = _kind_of(reading, s)
        if reason == "background" and (question := asked(s)):
            own = {"reason": reason, "words": words}
            yield Row("left_out", own, (), {"reason": question})
        else:
            told = [*_telling(reading, s)] if reason == "background" else []
            found.setdefault((reason, bool(told)), {})[words] = told
    for reason, is_telling in sorted(found, reverse=True):
        sentences = found[reason, is_telling]
        hints = may_be(each for own in sentences.values() for each in own)
        asks = {"reason": ASKED_OF[reason].format(hints)} if reason in ASKED_OF else {}
        yield Row("left_out", {"reason": reason, "words": [*sentences]}, (), asks)


def _telling(reading: Reading, s: Stretch) -> Iterator[tuple[str, str]]:
    """Days, numbers and papers of a sentence, which may tell a fact."""
    counted = reading.inside(s, "date", "count")
    yield from ((c.kind, reading.words((c.start, c.end))) for c in counted)
    for found in reading.find(s, A_NUMBER):
        if not any(c.start <= found.start() < c.end for c in counted):
            yield "number", found[0]
    yield from (("phrase", found[0]) for found in reading.find(s, A_PAPER))


A_NUMBER = re.compile(r"(?<![$\d,.])\d[\d,]*(?![\d,])")
A_PAPER = re.compile(
    r"\b(?:subpoena|summons|letter|notice|request|petition|motion|lawsuit|order|ruling|appeal|"
    r"hearing|detainer|warrant)s?\b",
    re.I,
)
NAME = re.compile(r"(?<=[a-z] )[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+")
"""A name behind a plain word, which may be that of a private person: "manager Sue Brandt"."""

REASONS = " | ".join(code for code in LedgerReason.codes() if code != "excluded_region")
LEFT_OUT = (
    "{}is one of the sentences of the row below a fact? yes: write its row | no: keep, or change "
    f"the reason: {REASONS}"
)


PRIVATELY = (
    "are these sentences only about papers to private companies, hospitals or people, which are "
    "left out? yes: keep | no: give the office of a state or local government that got some an act"
)
ASKED_OF = {"background": LEFT_OUT, "out_of_scope": PRIVATELY}


def _kind_of(reading: Reading, s: Stretch) -> str:
    """Why a sentence may be left out: it says nothing, or a person judges."""
    words = reading.words(s.span)
    head = [value.lower() for value in reading.article.head.values()]
    line = re.sub(r"^by ", "", words.lower()).strip(" .")
    if s.number in reading.outside:
        return "out_of_scope"
    named = readings.byline(reading.article, reading.page)
    is_name = named and re.fullmatch(rf"(?:By )?{re.escape(named[0])}(?:{AFTER_NAME})", words)
    is_line = line in head or DATELINE.fullmatch(words) or UPDATED.fullmatch(words)
    return "no_claim" if s.region not in ARTICLE or is_line or is_name else "background"


UPDATED = re.compile(r"(?:Updated|Posted|Published|Last updated)\b.{3,60}")
STAFF = r",? (?:[Ss]taff|[Ss]enior|[Ss]pecial|[Nn]ews|[Cc]ontributing|[Ff]or|[Oo]f) [^.]{3,60}"
AFTER_NAME = rf"{STAFF}|(?:[\s|,•·—–-]*(?:{signing.DAY}))?|.* (?:covers|is an? .*reporter).*"
"""What follows the reporter's name in a line that says nothing of the matter."""
DATELINE = re.compile(r"[A-Z .]+, [A-Z][a-z]+\.?|(?:By )?[A-Z]\w+ \d{1,2}, \d{4}")
"""A line that gives place or day and nothing else."""


def beginning(reading: Reading, s: Stretch, private: Sequence[Span]) -> str:
    """The first words of a sentence that stand once and name nobody who is left out; maybe none."""
    edges = [s.start, *(at for span in sorted(private) for at in span), s.end]
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        free = max(start, s.start), min(stop, s.end)
        words = [m.span() for m in WORD.finditer(reading.text, *s.span)]
        fit = [word for word in words if free[0] <= word[0] and word[1] <= free[1]][:SHOWN]
        if not fit:
            continue
        whole = reading.cover([(fit[0][0], fit[-1][1])], s, min(len(fit), FEWEST))
        if not any(a < whole[1] and whole[0] < b for a, b in private):
            return reading.found_by(whole)
    return ""


def unused(
    reading: Reading,
    open_: Iterable[Stretch],
    private: Sequence[Span],
    asked: Callable[[Stretch], str],
) -> Iterator[str]:
    """A question for each phrase of a page that is not held from which no row was drafted."""
    for s in open_:
        words = shown(reading, s, private)
        hints = [asked(s), *([SPOKEN] if QUOTED.search(words) else [])]
        more = "".join(f"; {each}" for each in hints if each)
        yield (
            f'# ? no row was drafted from: "{words}" ({s.locator}); is it a fact? yes: add '
            f"its row | no: remove this comment, which leaves the phrase out{more}"
        )


def unused_parts(reading: Reading, private: Sequence[Span]) -> Iterator[str]:
    """The question about the words of a page's phrases that no row uses, beside those that do."""
    found: list[str] = []
    for s in (s for s in reading.stretches if s.number in reading.windows):
        start, end = reading.windows[s.number]
        for part in (replace(s, end=start), replace(s, start=end)):
            words = shown(reading, part, private).strip(" ,;")
            is_some = len(words.split()) > FEWEST or re.search(r"\d", words)
            found += [f'"{words}" ({s.locator})'] if is_some else []
    if found:
        yield UNUSED.format("; ".join(found))


def days_beside(
    reading: Reading, rows: Iterable[Row], open_: Iterable[Stretch], private: Sequence[Span]
) -> Iterator[str]:
    """The question about days that no row uses, in sentences of which rows use other words."""
    used = [span for row in rows for span in row.spans]
    listed = {s.number for s in open_}
    own = [s for s in reading.body if s.region == "body" and s.number not in listed]
    found: list[str] = []
    for s in own if reading.is_held else ():
        for c in reading.inside(s, "date"):
            before = reading.text[s.start : c.start]
            is_no_day = NO_DAY.search(before) or BARE_YEAR.fullmatch(reading.text, c.start, c.end)
            if not (is_no_day or any(a < c.end and c.start < b for a, b in used)):
                start = c.start - len(" ".join(before.rsplit(" ", 4)[1:]))
                found.append(f'"{shown(reading, replace(s, start=start, end=c.end), private)}"')
    if found:
        yield DAYS_BESIDE.format("; ".join(found))


NO_DAY = re.compile(
    r"\b(?:said|says|told [^.;,]{2,40}|took office|since|between|until|before|after)[^.;,]{0,20} $"
)
"""Words before a day on which somebody only spoke, or from which a time counts."""
BARE_YEAR = re.compile(r"(?:\w+ )?(?:19|20)\d\d|this \w+")
DAYS_BESIDE = (
    "# ? rows use other words of these sentences, and not their days: {}; is one the day of an "
    "event or of papers? yes: add it to their row | no: remove this comment"
)
UNUSED = (
    "# ? of some phrases rows use only a part, and not: {}; is a fact in these words? yes: add its "
    "row, or these words to one | no: remove this comment"
)
QUOTED = re.compile(r"[“”\"]")
SPOKEN = "a quotation becomes no row in quotes, which need a held text, but may tell a ground"


def shown(reading: Reading, s: Stretch, private: Sequence[Span]) -> str:
    """The words of a sentence or phrase with `…` for each name that is left out."""
    start, parts = s.start, list[str]()
    for a, b in sorted(private):
        if start <= a and b <= s.end:
            parts.append(reading.text[start:a])
            start = b
    return " ".join("…".join([*parts, reading.text[start : s.end]]).split())


def listing(entries: Mapping[tuple[str, str], Iterable[str]], head: str) -> str:
    """Phrase lists as one block `[head]`, a list a line."""
    lists: dict[str, dict[str, list[str]]] = {}
    for (name, code), phrases in sorted(entries.items()):
        shown = code if BARE.fullmatch(code) else string(code)
        lists.setdefault(name, {})[shown] = list(phrases)
    lines = [f"[{head}]"] if lists else []
    for name, codes in lists.items():
        if len(codes) > 1:
            lines.append(f"{name} = {value(codes)}")
        else:
            lines += [f"{name}.{code} = {value(listed)}" for code, listed in codes.items()]
    return "\n".join(lines) + "\n"
