"""The held texts as pages: their regions and sentences, and what each region may support."""

from __future__ import annotations

import bisect
import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import sentencex

from check.rules import Problem
from ice_subpoenas.derivations.find import Span, occurrences, place
from reviewed.files import Record, Text
from reviewed.rows import Draft

EVERYTHING = frozenset(("body", "headline", "deck", "embedded"))
ONLY_SOURCES = frozenset(("byline", "boilerplate", "image_credit", "caption"))
NOTHING = frozenset(("related_headline", "comments"))
NAMES = frozenset(("name", "title", "byline"))

_SPACE = re.compile(r"[^\S\n ]")  # sentencex 1.0 fails on some kinds of space of several bytes

CONTEXT = 32  # characters of prefix and suffix that a release may show


@dataclass(frozen=True)
class Stretch:
    """A region of a page."""

    start: int
    end: int
    region: str
    reproduces: str | None
    reason: str


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
    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        return self.held.text

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def stretch(self, span: Span) -> Stretch | None:
        """The one region that holds the whole span; null where the span crosses a border."""
        at = (
            self.stretches[bisect.bisect_right(self._starts, span[0]) - 1]
            if self.stretches
            else None
        )
        return at if at and span[1] <= at.end else None

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, split inside regions by the rules of sentencex for English."""
        found: list[Sentence] = []
        for stretch in self.stretches:
            at = stretch.start
            plain = _SPACE.sub(" ", self.text[stretch.start : stretch.end])
            for piece in sentencex.segment("en", plain):
                start = at + len(piece) - len(piece.lstrip())
                end = at + len(piece.rstrip())
                at += len(piece)
                if start < end:
                    found.append(Sentence(len(found) + 1, start, end, stretch.region))
        return tuple(found)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def around(self, span: Span) -> Span:
        """The span with its context: 32 characters on each side, but not beyond its sentences."""
        first = bisect.bisect_right(self._sentence_starts, span[0]) - 1
        last = bisect.bisect_left(self._sentence_starts, span[1]) - 1
        low = self.sentences[first].start if first >= 0 else span[0]
        high = self.sentences[last].end if last >= 0 else span[1]
        start = max(span[0] - CONTEXT, min(low, span[0]))
        return start, min(span[1] + CONTEXT, max(high, span[1]))

    def sentence_hash(self, sentence: Sentence) -> str:
        """SHA-256 of a sentence's words."""
        words = self.text[sentence.start : sentence.end]
        return hashlib.sha256(words.encode("utf-8")).hexdigest()


def may_support(region: str, table: str, column: str) -> bool:
    """Whether words of a region may be evidence for a column (law 5)."""
    if region in EVERYTHING:
        return True
    if region in ONLY_SOURCES and table in ("sources", "source_relations"):
        return True
    return region == "caption" and column in NAMES


def pages(texts: dict[str, Text], drafts: list[Draft]) -> tuple[dict[str, Page], list[Problem]]:
    """A page for every held text; what no region names is body."""
    problems: list[Problem] = []
    named: dict[str, list[Stretch]] = defaultdict(list)
    for draft in drafts:
        if draft.table.table == "regions":
            stretch = _stretch(draft, texts, problems)
            if stretch:
                named[draft.row_id.rpartition("-")[0]].append(stretch)
    found = {
        source: Page(text, tuple(_partition(text.text, named[source], text, problems)))
        for source, text in texts.items()
    }
    return found, problems


def _stretch(draft: Draft, texts: dict[str, Text], problems: list[Problem]) -> Stretch | None:
    """The region that a block names: from `begins`, which occurs once, to the next `ends`."""
    held = texts.get(draft.row_id.rpartition("-")[0])
    begins, ends = draft.extra.get("begins"), draft.extra.get("ends")
    if held is None:
        message = "no text of the name of this file is held"
        problems.append(draft.problem("region-invalid", message, "move it to the file of its text"))
        return None
    if not isinstance(begins, str) or not isinstance(ends, str):
        return None  # told as a block of bad form
    first = place(held.text, begins)
    if isinstance(first, int):
        often = "does not occur" if first == 0 else "occurs more than once"
        message = f"begins = {begins!r} {often} in the text"
        problems.append(
            draft.problem("region-invalid", message, "copy words that occur once", "begins")
        )
        return None
    last = next(occurrences(held.text, ends, first[0]), None)
    if last is None:
        message = f"ends = {ends!r} does not occur after the words of begins"
        problems.append(draft.problem("region-invalid", message, "copy words of the text", "ends"))
        return None
    values = draft.values
    return Stretch(
        first[0],
        last[1],
        values.get("region", "body"),
        values.get("reproduces_source_id"),
        values.get("reason", ""),
    )


def _partition(
    text: str, named: list[Stretch], held: Text, problems: list[Problem]
) -> list[Stretch]:
    whole: list[Stretch] = []
    at = 0
    for stretch in sorted(named, key=lambda s: s.start):
        if stretch.start < at:
            problems.append(
                Problem(
                    f"sources/{held.source_id}.toml",
                    1,
                    "region-invalid",
                    f"the {stretch.region} at character {stretch.start} overlaps another region",
                    "correct begins and ends",
                )
            )
            continue
        if text[at : stretch.start].strip():
            whole.append(_body(at, stretch.start))
        elif whole:
            whole[-1] = _until(whole[-1], stretch.start)
        elif at < stretch.start:
            stretch = Stretch(
                at, *(stretch.end, stretch.region, stretch.reproduces, stretch.reason)
            )
        whole.append(stretch)
        at = stretch.end
    if text[at:].strip() or not whole:
        whole.append(_body(at, len(text)))
    elif whole:
        whole[-1] = _until(whole[-1], len(text))
    return whole


def _body(start: int, end: int) -> Stretch:
    return Stretch(start, end, "body", None, "Running text between the other regions.")


def _until(stretch: Stretch, end: int) -> Stretch:
    return Stretch(stretch.start, end, stretch.region, stretch.reproduces, stretch.reason)


def ledger(
    pages: dict[str, Page],
    used: dict[str, list[Span]],
    records: list[Record],
    lost: frozenset[str] = frozenset(),
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """A row for every sentence of every text, and problems with sentences nobody accounts for.

    Of a text with words that were not placed nobody can say which sentences are used: `lost`.
    """
    problems: list[Problem] = []
    left_out = _left_out(pages, records, problems)
    lost |= {source for source in pages for p in problems if Path(p.file).stem == source}
    rows: list[dict[str, Any]] = []
    for source, page in pages.items():
        for sentence in page.sentences:
            n = sum(
                1
                for span in used.get(source, ())
                if span[0] < sentence.end and sentence.start < span[1]
            )
            listed = left_out.get((source, sentence.number))
            if n or source not in lost:
                problems += _accounted(page, sentence, n, listed)
            rows.append(_ledger_row(page, sentence, n, listed))
    return rows, problems


def _ledger_row(page: Page, sentence: Sentence, n: int, listed: Record | None) -> dict[str, Any]:
    source = page.held.source_id
    excluded = sentence.region in NOTHING
    reason = "excluded_region" if excluded else listed.data["reason"] if listed else None
    return {
        "ledger_id": f"{source}-{sentence.number:03d}",
        "source_id": source,
        "char_start": sentence.start,
        "char_end": sentence.end,
        "sentence_sha256": page.sentence_hash(sentence),
        "n_evidence": n,
        "reason": reason if n == 0 else None,
        "remark": listed.data.get("remark") if listed and n == 0 else None,
    }


def _accounted(page: Page, sentence: Sentence, n: int, listed: Record | None) -> list[Problem]:
    file = f"sources/{page.held.source_id}.toml"
    start = " ".join(page.text[sentence.start : sentence.end].split())
    shown = start if len(start) <= 90 else start[:89] + "…"
    if n and listed:
        return [
            Problem(
                listed.file,
                listed.line(),
                "left-out-but-used",
                f"the sentence “{shown}” is listed as left out and {n} pieces of evidence use it",
                "remove it from [[left_out]]",
            )
        ]
    if n or listed or sentence.region in NOTHING:
        return []
    line = page.text.count("\n", 0, sentence.start) + 1
    return [
        Problem(
            file,
            1,
            "sentence-unaccounted",
            f"nothing uses the sentence “{shown}” (line {line} of {page.held.path})",
            "record its fact, or list it under [[left_out]] with a reason",
        )
    ]


def _left_out(
    pages: dict[str, Page], records: list[Record], problems: list[Problem]
) -> dict[tuple[str, int], Record]:
    from ice_subpoenas.vocabularies import LedgerReason

    found: dict[tuple[str, int], Record] = {}
    for record in records:
        if record.table != "left_out":
            continue
        source = record.file.removesuffix(".toml").rpartition("/")[2]
        reason, words = record.data.get("reason"), record.data.get("words")
        known = record.data.keys() <= {"reason", "remark", "words"}
        fit = known and isinstance(record.data.get("remark", ""), str) and isinstance(words, list)
        if reason not in LedgerReason.codes() or not fit or words is None or source not in pages:
            problems.append(
                Problem(
                    record.file,
                    record.line("reason"),
                    "wrong-value",
                    "left_out holds a reason code, a list of words and maybe a remark, "
                    "in the file of its source",
                    f"use one of: {', '.join(LedgerReason.codes())}",
                )
            )
            continue
        for index, each in enumerate(words):
            for sentence in _sentences_with(pages[source], each, record, index, problems):
                found[source, sentence.number] = record
    return found


def _sentences_with(
    page: Page, words: Any, record: Record, index: int, problems: list[Problem]
) -> list[Sentence]:
    span = place(page.text, words) if isinstance(words, str) else 0
    if isinstance(span, int):
        code = "words-not-found" if span == 0 else "words-not-unique"
        problems.append(
            Problem(
                record.file,
                record.line("words", index),
                code,
                f"left_out: {str(words)[:80]!r} "
                f"{'does not occur' if span == 0 else 'occurs more than once'}",
                "copy words of the sentence that occur once in the text",
            )
        )
        return []
    return [s for s in page.sentences if s.start < span[1] and span[0] < s.end]
