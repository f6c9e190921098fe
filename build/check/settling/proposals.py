"""What the script proposes on the held texts, and which decision settles each proposal.

A proposal is settled by a reviewed row whose evidence or quotation covers its words, by a listed
phrase where it is a mention of somebody, by a sentence that is listed as left out, or by a recorded
rejection. Decisions are keyed by kind, words and occurrence, never by offsets or names of rules.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from check.settling import mentions
from check.settling.remembered import proposed
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span, plain
from ice_subpoenas.problem import Problem, nearest
from ice_subpoenas.relations.given import phrases_of
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import RejectionReason
from reviewed.files import Block
from texts.held import NOTHING, Page

if TYPE_CHECKING:
    from extraction.dates.dates import Published

MENTIONS = {
    "agency": "agencies",
    "jurisdiction": "jurisdictions",
    "person": "individuals_referenced",
}
"""Kinds that only name somebody, and the table whose listed phrases settle them."""

TABLES = {
    "offense": ("case_facts", "offense"),
    "detainer": ("case_facts", "kind"),
    "response": ("events", "kind"),
    "ground": ("grounds", "ground"),
    "information_sought": ("information_sought", "kind"),
}
"""The table and column in which the words of a proposal begin a row."""
CODED = ("ground", "information_sought")
"""Kinds whose proposals give the code of that column."""

WAITING = "reason IS NULL AND n_evidence = 0"
"""Which sentences of the ledger no row uses and nobody left out; the check tells each of them."""

LEFT_OUT = "reason IS NOT NULL AND n_evidence = 0"
"""Which sentences are left out, and are not used all the same."""

ELSEWHERE = "reason = 'out_of_scope' AND n_evidence = 0"
"""Which sentences are left out as a fact on another subject; a passage in them needs no row."""

BLOCK = {"kind", "words", "occurrence", "reason"}
"""What a row of rejections may hold."""

Key = tuple[str, str, str, int]
"""Kind, source, normalized words, occurrence."""


@dataclass(frozen=True)
class Asked:
    """What proposals are judged by: the texts, the complete tables, and other blocks."""

    pages: Mapping[str, Page]
    relations: Relations
    others: Iterable[Block]


@dataclass(frozen=True)
class Proposal:
    """A candidate on a held text, with its key and with what settles it (null: nothing does).

    It waits while no row uses its sentence and nobody lists that as left out: the sentence is told.
    """

    source: str
    candidate: Candidate
    words: str
    key: Key
    settled_by: str | None
    is_waiting: bool = False

    @property
    def line(self) -> str:
        """The words on one line."""
        return " ".join(self.words.split())


def normal(words: str) -> str:
    """Words without case, marks and kinds of space, so that a decision outlives a new layout.

    >>> normal("“Court-ordered”\u00a0subpoenas,")
    'court ordered subpoenas'
    """
    text = unicodedata.normalize("NFKC", plain(words)).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))


def found(asked: Asked) -> list[Proposal]:
    """Every proposal on the held texts, in order of place, with what settles it."""
    dismissed = rejected(asked.others)
    proposals: list[Proposal] = []
    quotes, evidence = (mentions.spans(asked.relations, t) for t in ("quotes", "evidence"))
    left_out = mentions.spans(asked.relations, "ledger", LEFT_OUT)
    waiting = mentions.spans(asked.relations, "ledger", WAITING)
    elsewhere = mentions.spans(asked.relations, "ledger", ELSEWHERE)
    phrases = phrases_of(asked.relations.con)
    for source, page in sorted(asked.pages.items()):
        known = {kind: phrases.codes(table, source) for kind, table in MENTIONS.items()}
        settles = _Settles(
            page,
            quotes[source],
            evidence[source],
            left_out[source],
            waiting[source],
            frozenset(elsewhere[source]),
            known,
        )
        for candidate, key in _keyed(source, page, asked):
            by = settles.by(candidate) or ("rejection" if key in dismissed else None)
            words = page.text[candidate.start : candidate.end]
            proposals.append(Proposal(source, candidate, words, key, by, settles.waits(candidate)))
    return proposals


def _keyed(source: str, page: Page, asked: Asked) -> Iterator[tuple[Candidate, Key]]:
    seen: Counter[tuple[str, str]] = Counter()
    for candidate in proposed(page.text, _published(asked, source)):
        if candidate.region in NOTHING or page.region((candidate.start, candidate.end)) is None:
            continue
        words = normal(page.text[candidate.start : candidate.end])
        seen[candidate.kind, words] += 1
        yield candidate, (candidate.kind, source, words, seen[candidate.kind, words])


def _published(asked: Asked, source: str) -> "Published":
    """Earliest and latest day of publication, where both are known."""
    found = asked.relations.con.execute(
        "SELECT published_earliest, published_latest FROM sources WHERE source_id = ?", [source]
    ).fetchone()
    return found if found and all(found) else None


@dataclass(frozen=True)
class _Settles:
    """The decisions on one text: where they stand, and listed phrases by kind of candidate."""

    page: Page
    quotes: list[Span]
    evidence: list[Span]
    left_out: list[Span]
    waiting: list[Span]
    elsewhere: frozenset[Span]
    phrases: Mapping[str, Mapping[str, str]]

    def core(self, candidate: Candidate) -> Span:
        """Where a candidate stands, without what only surrounds its words."""
        return trimmed(self.page.text, (candidate.start, candidate.end))

    def waits(self, candidate: Candidate) -> bool:
        """Whether it waits for its sentence; a quotation is asked about by itself."""
        return candidate.kind != "quotation" and within(self.core(candidate), self.waiting)

    def by(self, candidate: Candidate) -> str | None:
        """What settles a candidate; null if nothing does."""
        span = self.core(candidate)
        if candidate.kind == "quotation":
            same = any(trimmed(self.page.text, quote) == span for quote in self.quotes)
            is_reported = candidate.attributes.get("quotation_kind") == "indirect"
            if is_reported and touch(span, self.page.withheld):
                return "withheld name"
            if same:
                return "quotation"
            return "left out" if is_elsewhere(self.page, span, self.elsewhere) else None
        if touch(span, self.evidence):
            return "evidence"
        if within(span, self.quotes):
            return "quotation"
        words = plain(self.page.text[candidate.start : candidate.end]).casefold()
        if words in self.phrases.get(candidate.kind, ()):
            return "phrase"
        if within(span, self.left_out):
            return "left out"
        if touch(span, self.page.withheld):
            return "withheld name"
        return None


def trimmed(text: str, span: Span) -> Span:
    """A span without punctuation, marks and spaces at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def lacks_code(p: Proposal) -> bool:
    """Whether the rules know what the words are and the vocabulary has no code for it."""
    c = p.candidate
    return c.kind in CODED and bool(c.value) and c.value not in codes(*TABLES[c.kind])


def codes(table: str, column: str) -> tuple[str, ...]:
    """The codes that a column may have."""
    return TABLE[table].stems()[column][0].codes


def rejections(blocks: Iterable[Block], problems: list[Problem]) -> Iterator[tuple[Key, Block]]:
    """The keys that rows of rejections name, and problems with rows that lack a part."""
    for block in blocks:
        if block.table != "rejections":
            continue
        data = block.data
        source = block.stem
        written, occurrence = data.get("words"), data.get("occurrence", 1)
        listed = written if isinstance(written, list) else [written]
        words = [normal(each) for each in listed if isinstance(each, str)]
        sound = all(words) and len(words) == len(listed) and type(occurrence) is int
        sound = sound and not set(data) - BLOCK
        if not sound or data.get("reason") not in RejectionReason.codes():
            problems.append(_malformed(block, sound))
        if not sound:
            continue
        for each in words:
            yield (str(data.get("kind")), source, each, occurrence), block


def rejected(blocks: Iterable[Block]) -> set[Key]:
    """The keys of all recorded rejections."""
    return {key for key, _ in rejections(blocks, [])}


def _malformed(block: Block, is_sound: bool) -> Problem:
    codes = RejectionReason.codes()
    remedy = nearest(str(block.data.get("reason")), codes, f"write one of {', '.join(codes)}")
    message = "a rejection has kind, words, a reason code and, for a later one, its occurrence"
    if is_sound:
        message = "nobody has said why these words are not a fact: the reason is not a code"
    return RULES["wrong-value"].at(block.place(*["reason"] * is_sound), message, remedy)


def is_passage(proposal: Proposal) -> bool:
    """Whether the proposal is a passage in quotation marks."""
    candidate = proposal.candidate
    reported = candidate.attributes.get("quotation_kind") == "indirect"
    return candidate.kind == "quotation" and not reported


def is_elsewhere(page: Page, span: Span, sentences: Collection[Span]) -> bool:
    """Whether all sentences of a passage are left out as facts on another subject."""
    touched = [(s.start, s.end) for s in page.touched(span)]
    return bool(touched) and all(each in sentences for each in touched)


def inside(p: Proposal, spans: Iterable[tuple[str, int, int]]) -> bool:
    """Whether words lie in one of the spans: if a day is rejected, so is its number."""
    c = p.candidate
    return any(s == p.source and a <= c.start and c.end <= b for s, a, b in spans)


def within(span: Span, places: Iterable[Span]) -> bool:
    """Whether a span lies inside one of the places."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def touch(span: Span, places: Iterable[Span]) -> bool:
    """Whether any place overlaps a span."""
    return any(start < span[1] and span[0] < end for start, end in places)
