"""What belongs to the document itself, and what no row uses: head, regions, sentences, proposals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from check.proposals import MENTIONS, normal
from contribute.draft import reading as readings
from contribute.draft.known import Known
from contribute.draft.reading import WORD, Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.derivations.phrases import key
from ice_subpoenas.vocabularies import LedgerReason, RejectionReason
from reviewed.said import ADDRESS
from texts.held import NOTHING
from texts.withheld import digest

WIRE = re.compile(r"\b(?:Associated Press|Reuters|AP)\b")
REACH = 200  # characters behind a region, to tell its beginning from the same words elsewhere
FEWEST = 3
STANDING = "whose report is it? own_reporting | wire_copy | reprint | party_document | aggregator | unknown"
BARE = re.compile(r"[A-Za-z0-9_-]+")


# -- the document ----------------------------------------------------------------------------


def source(reading: Reading, known: Known, accessed: str | None) -> tuple[Row, dict[str, str]]:
    """The row of the document, and its publisher by the words that name it."""
    url = reading.article.head.get("url")
    pairs: dict[str, Any] = {"source_id": reading.source, "kind": "news_article"}
    is_wire = bool(WIRE.search(_head_words(reading)))
    pairs["standing"] = "wire_copy" if is_wire else "own_reporting"
    if url:
        pairs["url"] = url
    asks = {"standing": STANDING}
    publishers = dict(_publisher(reading, known))
    if reading.is_held:
        return Row("sources", pairs, tuple(_head(reading, publishers)), asks), publishers
    for column in ("title", "byline"):
        if column in reading.article.head:
            pairs[column] = reading.article.head[column]
    if accessed:
        pairs["accessed"] = accessed
    else:
        asks[""] = "on which day was the page read? add --accessed or accessed = YYYY-MM-DD"
    pairs["read_from"] = "publisher"
    asks["read_from"] = "what was read? publisher | copy | stored_copy"
    return Row("sources", pairs, (), asks, tuple(_page_head(reading, publishers))), publishers


def _head_words(reading: Reading) -> str:
    """The words of the byline and of the head, where a news agency names itself."""
    parts = [reading.text[r.start : r.end] for r in reading.page.regions if r.kind == "byline"]
    return " ".join([*parts, *reading.article.head.values(), reading.text[:300]])


def _head(reading: Reading, publishers: Mapping[str, str]) -> Iterator[Passage]:
    """Title, byline, publisher and day of a text that is held, where they stand in it."""
    for stretch in _headline(reading):
        yield Passage(stretch, (Cell("title", stretch.span),))
        break
    named = readings.byline(reading.article, reading.page)
    spans: list[tuple[str, Span | None]] = [("byline", named[1])] if named else []
    for name in publishers:
        spans.append(("publisher", next(occurrences(reading.text, name), None)))
    for words in readings.day_words(reading.article, reading.page):
        spans.append(("published", next(occurrences(reading.text, words), None)))
        break
    for column, span in spans:
        own = reading.at(span[0]) if span else None
        if span and own and own.end >= span[1]:
            code = publishers.get(reading.words(span)) if column == "publisher" else None
            yield Passage(own, (Cell(column, span, code, code and "publisher"),))


def _headline(reading: Reading) -> Iterator[Stretch]:
    """The headline as one stretch, although it may hold several sentences."""
    for region in reading.page.regions:
        if region.kind == "headline":
            text = reading.text[region.start : region.end]
            start = region.start + len(text) - len(text.lstrip())
            end = region.start + len(text.rstrip())
            yield Stretch(0, start, end, "headline")


def _publisher(reading: Reading, known: Known) -> Iterator[tuple[str, str]]:
    """Words that name the publisher, with the name that they stand for."""
    head = reading.article.head
    if "publisher" in head:
        yield (
            head["publisher"],
            known.code("publisher", head["publisher"], reading.source) or head["publisher"],
        )
        return
    address = ADDRESS.match(head.get("url", ""))
    if address:
        host = address["host"]
        yield host, known.code("publisher", host, reading.source) or host
        return
    for c in reading.candidates:
        stretch = reading.at(c.start)
        if (
            c.kind == "agency"
            and c.attributes.get("type") == "news"
            and stretch
            and stretch.region == "byline"
        ):
            words = reading.words((c.start, c.end))
            yield words, known.code("publisher", words, reading.source) or words
            return


def _page_head(reading: Reading, publishers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Day and publisher of a page that is not held, in the words that the reviewer typed."""
    head = reading.article.head
    for column in ("published", "publisher"):
        if column in head:
            yield {
                "locator": "head of the page",
                "words": head[column],
                "cells": {column: head[column]},
            }
    del publishers


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


def withheld(private: Sequence[Candidate], reading: Reading) -> Iterator[Row]:
    """Names of private people as digests, so that nothing that is published prints them."""
    names = {c.attributes.get("entity") or reading.words((c.start, c.end)) for c in private}
    listed = sorted(
        {digest(words) for name in names for words in (name.split(), name.split()[-1:])}
    )
    if listed:
        reason = "Private people whom the text names where it tells of a case."
        yield Row("withheld", {"digests": listed, "reason": reason})


# -- what no row uses ------------------------------------------------------------------------


@dataclass(frozen=True)
class Unused:
    """Sentences and proposals of a text that no drafted row uses."""

    reading: Reading
    spans: tuple[Span, ...]
    quotes: tuple[Span, ...]
    mentions: Mapping[str, frozenset[str]]
    known: Known

    def sentences(self) -> list[Stretch]:
        """Sentences that nothing uses; those of comments and other headlines count as listed."""
        used = (*self.spans, *self.quotes)
        return [
            s
            for s in self.reading.stretches
            if s.region not in NOTHING and not any(a < s.end and s.start < b for a, b in used)
        ]

    def left_out(self) -> Iterator[Row]:
        """Blocks for the sentences that nothing uses: standing text, and what a person sorts."""
        standing: list[str] = []
        others: list[str] = []
        for s in self.sentences():
            first = WORD.search(self.reading.text, *s.span)
            if first:
                words = self.reading.words(self.reading.cover([first.span()], s))
                (
                    others if s.region in ("body", "deck", "headline", "embedded") else standing
                ).append(words)
        if standing:
            yield Row("left_out", {"reason": "no_claim", "words": standing})
        if others:
            reasons = " | ".join(code for code in LedgerReason.codes() if code != "excluded_region")
            question = f"has none of them a fact? then why is each left out? {reasons}"
            yield Row(
                "left_out", {"reason": "background", "words": others}, (), {"reason": question}
            )

    def rejections(self) -> Iterator[Row]:
        """A block for each kind of proposal that nothing settles; its reason is left to a person."""
        kinds: dict[tuple[str, int], list[str]] = {}
        for c, n in self.unsettled():
            kinds.setdefault((c.kind, n), []).append(self.reading.words((c.start, c.end)))
        for (kind, n), words in kinds.items():
            pairs: dict[str, Any] = {"kind": kind, "words": words if len(words) > 1 else words[0]}
            if n > 1:
                pairs["occurrence"] = n
            reasons = " | ".join(RejectionReason.codes())
            question = "cite these words in a row and remove the block, or say why not"
            yield Row(
                "rejections", {**pairs, "reason": "?"}, (), {"reason": f"{question}: {reasons}"}
            )

    def unsettled(self) -> Iterator[tuple[Candidate, int]]:
        """Proposals that no row, quotation, phrase or list of sentences settles, with occurrence."""
        seen: Counter[tuple[str, str]] = Counter()
        left = [s.span for s in self.sentences()]
        for c in self.reading.candidates:
            region = self.reading.page.region((c.start, c.end))
            if c.region in NOTHING or region is None:
                continue
            words = normal(self.reading.text[c.start : c.end])
            seen[c.kind, words] += 1
            if region.kind in NOTHING or self._is_settled(c, left):
                continue
            yield c, seen[c.kind, words]

    def _is_settled(self, c: Candidate, left: Sequence[Span]) -> bool:
        if c.kind == "quotation":
            return True  # each has a row of its own
        if any(a < c.end and c.start < b for a, b in self.spans):
            return True
        if any(a <= c.start and c.end <= b for a, b in (*self.quotes, *left)):
            return True
        words = key(self.reading.text[c.start : c.end])
        listed = MENTIONS.get(c.kind, "")
        return (
            words in self.mentions.get(listed, ())
            or self.known.code(listed, words, self.reading.source) is not None
        )


def listing(entries: Mapping[tuple[str, str], Iterable[str]], head: str) -> str:
    """Phrase lists as blocks: `[head.LIST]`, then a code a line."""
    lines: list[str] = []
    last = None
    for (name, code), phrases in sorted(entries.items()):
        if name != last:
            lines += ["", f"[{head}.{name}]"]
            last = name
        shown = code if BARE.fullmatch(code) else f'"{code}"'
        listed = ", ".join(
            f'"{phrase}"' if '"' not in phrase else f"'{phrase}'" for phrase in phrases
        )
        lines.append(f"{shown} = [{listed}]")
    return "\n".join(lines) + "\n"
