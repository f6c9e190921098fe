"""What the script proposes on the held texts, and which decision settles each proposal.

A proposal is settled by a reviewed row whose evidence or quotation covers its words, by a listed
phrase where it is a mention of somebody, by a sentence that is listed as left out, or by a recorded
rejection. Decisions are keyed by kind, words and occurrence, never by offsets or names of rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from check.rules import Problem
from extraction.propose import propose
from extraction.text.candidates import Candidate
from extraction.text.marks import segments
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.derive import plain
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies import RejectionReason
from reviewed.files import Record
from reviewed.rows import nearest
from texts.held import NOTHING, Page

if TYPE_CHECKING:
    from check.stages import Checked

MENTIONS = {
    "agency": "agencies",
    "jurisdiction": "jurisdictions",
    "person": "individuals_referenced",
}
"""Kinds that only name somebody, and the table whose listed phrases settle them."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "age": ("age",),
    "nationality": ("nationality",),
    "count": ("n_subpoenas", "n_persons", "n_affected", "n_total", "n_times"),
    "date": ("published", "issued", "served", "occurred"),
    "deadline": ("days_to_respond",),
    "offense": ("offense",),
    "detainer": ("kind",),
    "information_sought": ("kind",),
    "response": ("response_status",),
    "person": ("name", "speaker_id", "individual_id", "actor_individual_id"),
    "agency": ("issuing_agency_id", "recipient_agency_id", "speaker_agency_id", "agency_id"),
    "jurisdiction": ("jurisdiction_id",),
}
"""The columns whose evidence a kind of proposal corresponds to."""

VALUES = ("age", "nationality", "count", "deadline")
"""Kinds whose canonical value is written as the reviewed value is."""

BLOCK = {"kind", "words", "occurrence", "reason"}
"""What a `[[rejections]]` block may hold."""

CODES = {"passage-unaccounted", "proposal-unsettled", "rejection-orphaned"}
"""The rules that `problems` enforces."""

Key = tuple[str, str, str, int]
"""Kind, source, normalized words, occurrence."""


@dataclass(frozen=True)
class Proposal:
    """A candidate on a held text, with its key and with what settles it (null: nothing does)."""

    source: str
    candidate: Candidate
    words: str
    key: Key
    settled_by: str | None


def normal(words: str) -> str:
    """Words without case, marks and kinds of space, so that a decision outlives a new layout.

    >>> normal("“Court-ordered”\u00a0subpoenas,")
    'court ordered subpoenas'
    """
    text = unicodedata.normalize("NFKC", plain(words)).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))


def found(checked: Checked) -> list[Proposal]:
    """Every proposal on the held texts, in order of place, with what settles it."""
    rejected = {key for key, _ in _rejections(checked.others, [])}
    proposals: list[Proposal] = []
    spans = _Spans(checked)
    for source, page in sorted(checked.pages.items()):
        settles = _Settles(checked, spans, source, page)
        for candidate, key in _keyed(source, page, checked):
            by = settles.by(candidate) or ("rejection" if key in rejected else None)
            words = page.text[candidate.start : candidate.end]
            proposals.append(Proposal(source, candidate, words, key, by))
    return proposals


def _keyed(source: str, page: Page, checked: Checked) -> Iterator[tuple[Candidate, Key]]:
    seen: Counter[tuple[str, str]] = Counter()
    for candidate in propose(page.text, _published(checked, source)):
        if candidate.region in NOTHING or page.stretch((candidate.start, candidate.end)) is None:
            continue
        words = normal(page.text[candidate.start : candidate.end])
        seen[candidate.kind, words] += 1
        yield candidate, (candidate.kind, source, words, seen[candidate.kind, words])


def _published(checked: Checked, source: str) -> Any:
    """Earliest and latest day of publication, where both are known."""
    draft = checked.drafts.get(("sources", source))
    values = draft.values if draft else {}
    bounds = values.get("published_earliest"), values.get("published_latest")
    return bounds if all(bounds) else None


class _Spans:
    """Where the quotations, the evidence and what is left out stand, by source."""

    def __init__(self, checked: Checked) -> None:
        self.quotes = self._by_source(checked.rows["quotes"])
        self.evidence = self._by_source(checked.rows["evidence"])
        self.left_out = self._by_source(row for row in checked.rows["ledger"] if row["reason"])

    def _by_source(self, rows: Iterable[dict[str, Any]]) -> dict[str, list[tuple[int, int]]]:
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in rows:
            if row["char_start"] is not None:
                found[row["source_id"]].append((row["char_start"], row["char_end"]))
        return found


class _Settles:
    """The decisions on one text."""

    def __init__(self, checked: Checked, spans: _Spans, source: str, page: Page) -> None:
        self.page = page
        self.quotes = spans.quotes[source]
        self.evidence = spans.evidence[source]
        self.left_out = spans.left_out[source]
        assert checked.phrases is not None  # set by every check
        self.phrases = {kind: checked.phrases.of(table, source) for kind, table in MENTIONS.items()}

    def by(self, candidate: Candidate) -> str | None:
        """What settles a candidate; null if nothing does."""
        span = _trimmed(self.page.text, (candidate.start, candidate.end))
        if candidate.kind == "quotation":
            same = any(_trimmed(self.page.text, quote) == span for quote in self.quotes)
            return "quotation" if same else None
        if any(start < span[1] and span[0] < end for start, end in self.evidence):
            return "evidence"
        if any(start <= span[0] and span[1] <= end for start, end in self.quotes):
            return "quotation"
        words = plain(self.page.text[candidate.start : candidate.end]).casefold()
        if words in self.phrases.get(candidate.kind, ()):
            return "phrase"
        if any(start <= span[0] and span[1] <= end for start, end in self.left_out):
            return "left out"
        return None


def _trimmed(text: str, span: Span) -> Span:
    """A span without punctuation, marks and spaces at its ends."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _rejections(records: Iterable[Record], problems: list[Problem]) -> Iterator[tuple[Key, Record]]:
    """The keys that `[[rejections]]` blocks name, and problems with malformed ones."""
    for record in records:
        if record.table != "rejections":
            continue
        data = record.data
        source = record.file.removesuffix(".toml").rpartition("/")[2]
        written, occurrence = data.get("words"), data.get("occurrence", 1)
        listed = written if isinstance(written, list) else [written]
        words = [normal(each) for each in listed if isinstance(each, str)]
        sound = all(words) and len(words) == len(listed) and type(occurrence) is int
        if not sound or data.get("reason") not in RejectionReason.codes() or set(data) - BLOCK:
            problems.append(_malformed(record))
            continue
        for each in words:
            yield (str(data.get("kind")), source, each, occurrence), record


def _malformed(record: Record) -> Problem:
    codes = RejectionReason.codes()
    remedy = nearest(str(record.data.get("reason")), codes, f"reasons are: {', '.join(codes)}")
    message = "a rejection has kind, words, a reason code and, for a later one, its occurrence"
    return Problem(record.file, record.line(), "wrong-value", message, remedy)


def problems(checked: Checked) -> list[Problem]:
    """Passages and proposals that nothing settles, and rejections that settle nothing.

    While a rejection is malformed, what it settles is unknown, and nothing else is said.
    """
    wrong: list[Problem] = []
    rejections = list(_rejections(checked.others, wrong))
    if wrong:
        return wrong
    proposals = found(checked)
    wrong += _passages(checked, proposals)
    known = {p.key: p for p in proposals}
    for proposal in proposals:
        if proposal.settled_by is None and not _is_passage(proposal):
            wrong.append(_unsettled(checked, proposal))
    for key, record in rejections:
        settled = known.get(key)
        if settled is None or settled.settled_by != "rejection":
            wrong.append(_orphaned(key, record, known, settled))
    return wrong


def _is_passage(proposal: Proposal) -> bool:
    """Whether the proposal is a passage in quotation marks."""
    candidate = proposal.candidate
    reported = candidate.attributes.get("quotation_kind") == "indirect"
    return candidate.kind == "quotation" and not reported


def _passages(checked: Checked, proposals: list[Proposal]) -> Iterator[Problem]:
    """Passages in quotation marks that no quotation holds and no rejection settles.

    Where they may stand is told by the reviewed regions, not by those that the script guesses.
    """
    settled = defaultdict(list)
    for row in checked.rows["quotes"]:
        settled[row["source_id"]].append((row["char_start"], row["char_end"]))
    for p in proposals:
        if _is_passage(p) and p.settled_by:
            settled[p.source].append((p.candidate.start, p.candidate.end))
    for source, page in sorted(checked.pages.items()):
        for passage in segments(page.text):
            start, end = _trimmed(page.text, (passage.start, passage.end))
            stretch = page.stretch((start, end))
            held = any(a <= start and end <= b for a, b in settled[source])
            if start < end and stretch and stretch.region in ARTICLE and not held:
                yield _unaccounted(source, page, (start, end))


def _unaccounted(source: str, page: Page, span: Span) -> Problem:
    line = page.text.count("\n", 0, span[0]) + 1
    shown = " ".join(page.text[slice(*span)].split())
    return Problem(
        f"sources/{source}.toml",
        1,
        "passage-unaccounted",
        f"no row of quotes holds the passage “{shown[:80]}” (line {line} of {page.held.path})",
        "add a `[[quotes]]` block with its kind: `python build extract --new` prints it",
    )


def _unsettled(checked: Checked, proposal: Proposal) -> Problem:
    candidate = proposal.candidate
    page = checked.pages[proposal.source]
    line = page.text.count("\n", 0, candidate.start) + 1
    shown = " ".join(proposal.words.split())
    return Problem(
        f"sources/{proposal.source}.toml",
        1,
        "proposal-unsettled",
        f"the script proposes the {candidate.kind} “{shown[:80]}” (rule {candidate.rule}, "
        f"line {line} of {page.held.path}) and nothing settles it",
        "record it, or reject it: `python build extract --new` prints both",
    )


def _orphaned(
    key: Key, record: Record, known: dict[Key, Proposal], settled: Proposal | None
) -> Problem:
    kind, source, words, occurrence = key
    if settled is not None:
        message, remedy = f"“{words}” is settled already by {settled.settled_by}", "remove it"
    else:
        message = f"the script proposes no {kind} “{words}” (occurrence {occurrence})"
        near = [k[2] for k in known if k[:2] == (kind, source)]
        remedy = nearest(words, near, "remove it; the text or the rule has changed")
    return Problem(record.file, record.line("words"), "rejection-orphaned", message, remedy)


@dataclass(frozen=True)
class Agreement:
    """How far script and review agree on one kind."""

    kind: str
    proposed: int
    accepted: int
    reviewed: int
    found: int
    same_value: int | None


def agreement(checked: Checked) -> list[Agreement]:
    """For each kind: proposals, how many review took up, what review has and how much was found."""
    by_kind: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in found(checked):
        by_kind[proposal.candidate.kind].append(proposal)
    kinds = [_quotations(checked, by_kind["quotation"])]
    for kind, columns in COLUMNS.items():
        kinds.append(_agree(checked, kind, columns, by_kind[kind]))
    return kinds


def _quotations(checked: Checked, proposals: list[Proposal]) -> Agreement:
    """Passages in marks: the spans; and, as the value, whether both or neither name a speaker."""
    marked = {
        (row["source_id"], *_trimmed(checked.pages[row["source_id"]].text, _span(row))): row
        for row in checked.rows["quotes"]
        if row["kind"] != "indirect"
    }
    places = {
        (p.source, *_trimmed(checked.pages[p.source].text, (p.candidate.start, p.candidate.end))): p
        for p in proposals
        if p.candidate.attributes.get("quotation_kind") != "indirect"
    }
    both = marked.keys() & places.keys()
    same = sum(
        ("speaker" in places[at].candidate.parts)
        == bool(marked[at]["speaker_id"] or marked[at]["speaker_agency_id"])
        for at in both
    )
    return Agreement("quotation", len(places), len(both), len(marked), len(both), same)


def _span(row: dict[str, Any]) -> Span:
    return row["char_start"], row["char_end"]


def _agree(
    checked: Checked, kind: str, columns: tuple[str, ...], proposals: list[Proposal]
) -> Agreement:
    reviewed: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for row in checked.rows["evidence"]:
        if row["column_name"] not in columns or row["char_start"] is None:
            continue
        if row["derivation"] in ("copied", "inference") or row["value"] is None:
            continue
        if kind == "detainer" and not row["value"].startswith("detainer"):
            continue
        if kind == "information_sought" and row["table_name"] != "information_sought":
            continue
        reviewed[row["source_id"], row["char_start"], row["char_end"]].add(row["value"])
    accepted = sum(any(_meets(p, at) for at in reviewed) for p in proposals)
    hits = {at: [p for p in proposals if _meets(p, at)] for at in reviewed}
    same = sum(
        any(p.candidate.value in reviewed[at] for p in matching)
        for at, matching in hits.items()
        if matching
    )
    n_found = sum(map(bool, hits.values()))
    return Agreement(
        kind, len(proposals), accepted, len(reviewed), n_found, same if kind in VALUES else None
    )


def _meets(proposal: Proposal, at: tuple[str, int, int]) -> bool:
    candidate = proposal.candidate
    return at[0] == proposal.source and candidate.start < at[2] and at[1] < candidate.end
