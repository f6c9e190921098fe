"""What the script proposes on the held texts, and which decision settles each proposal.

A proposal is settled by a reviewed row whose evidence or quotation covers its words, by a listed
phrase where it is a mention of somebody, by a sentence that is listed as left out, or by a recorded
rejection. Decisions are keyed by kind, words and occurrence, never by offsets or names of rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from check import mentions
from extraction.dates.dates import Published
from extraction.propose import propose
from extraction.text.candidates import Candidate
from extraction.text.marks import segments
from extraction.text.regions import ARTICLE
from ice_subpoenas.derivations.find import Span, plain
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.relations.given import phrases_of
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import nearest
from ice_subpoenas.tables import TABLE
from ice_subpoenas.vocabularies import RejectionReason
from reviewed import form
from reviewed.files import Block
from reviewed.toml import value
from texts.held import NOTHING, Page

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

MENTIONED = frozenset(("phrase", "number", "day"))
"""Kinds of what used sentences say besides; who uses one leaves nothing to dismiss."""

WAITING = "reason IS NULL AND n_evidence = 0"
"""Which sentences of the ledger no row uses and nobody left out; the check tells each of them."""

BLOCK = {"kind", "words", "occurrence", "reason"}
"""What a row of rejections may hold."""

Key = tuple[str, str, str, int]
"""Kind, source, normalized words, occurrence."""

Said = tuple[Key, Page, mentions.Mention, bool]
"""What a used sentence says: its key, its text, where it stands, and whether something uses it."""


@dataclass(frozen=True)
class Settled:
    """What a check has to say of proposals: the texts, the complete tables, and other blocks."""

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


def found(checked: Settled) -> list[Proposal]:
    """Every proposal on the held texts, in order of place, with what settles it."""
    dismissed = rejected(checked.others)
    proposals: list[Proposal] = []
    quotes, evidence = (mentions.spans(checked.relations, t) for t in ("quotes", "evidence"))
    left_out = mentions.spans(checked.relations, "ledger", "reason IS NOT NULL")
    waiting = mentions.spans(checked.relations, "ledger", WAITING)
    phrases = phrases_of(checked.relations.con)
    for source, page in sorted(checked.pages.items()):
        known = {kind: phrases.codes(table, source) for kind, table in MENTIONS.items()}
        settles = _Settles(
            page, quotes[source], evidence[source], left_out[source], waiting[source], known
        )
        for candidate, key in _keyed(source, page, checked):
            by = settles.by(candidate) or ("rejection" if key in dismissed else None)
            words = page.text[candidate.start : candidate.end]
            proposals.append(Proposal(source, candidate, words, key, by, settles.waits(candidate)))
    return proposals


def _keyed(source: str, page: Page, checked: Settled) -> Iterator[tuple[Candidate, Key]]:
    seen: Counter[tuple[str, str]] = Counter()
    for candidate in _proposed(page.text, _published(checked, source)):
        if candidate.region in NOTHING or page.region((candidate.start, candidate.end)) is None:
            continue
        words = normal(page.text[candidate.start : candidate.end])
        seen[candidate.kind, words] += 1
        yield candidate, (candidate.kind, source, words, seen[candidate.kind, words])


@lru_cache(maxsize=64)
def _proposed(text: str, published: Published) -> tuple[Candidate, ...]:
    """What the script proposes for a text; kept, since a file that is saved is checked again."""
    return tuple(propose(text, published))


def _published(checked: Settled, source: str) -> Published:
    """Earliest and latest day of publication, where both are known."""
    found = checked.relations.con.execute(
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
    phrases: Mapping[str, Mapping[str, str]]

    def core(self, candidate: Candidate) -> Span:
        """Where a candidate stands, without what only surrounds its words."""
        return _trimmed(self.page.text, (candidate.start, candidate.end))

    def waits(self, candidate: Candidate) -> bool:
        """Whether it waits for its sentence; a quotation is asked about by itself."""
        return candidate.kind != "quotation" and _within(self.core(candidate), self.waiting)

    def by(self, candidate: Candidate) -> str | None:
        """What settles a candidate; null if nothing does."""
        span = self.core(candidate)
        if candidate.kind == "quotation":
            same = any(_trimmed(self.page.text, quote) == span for quote in self.quotes)
            is_reported = candidate.attributes.get("quotation_kind") == "indirect"
            if is_reported and _touch(span, self.page.withheld):
                return "withheld name"
            return "quotation" if same else None
        if _touch(span, self.evidence):
            return "evidence"
        if _within(span, self.quotes):
            return "quotation"
        words = plain(self.page.text[candidate.start : candidate.end]).casefold()
        if words in self.phrases.get(candidate.kind, ()):
            return "phrase"
        if _within(span, self.left_out):
            return "left out"
        if _touch(span, self.page.withheld):
            return "withheld name"
        return None


def _trimmed(text: str, span: Span) -> Span:
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
    return TABLE[table].stems()[column][0].codes


def _rejections(blocks: Iterable[Block], problems: list[Problem]) -> Iterator[tuple[Key, Block]]:
    """The keys that rows of rejections name, and problems with malformed ones."""
    for block in blocks:
        if block.table != "rejections":
            continue
        data = block.data
        source = block.stem
        written, occurrence = data.get("words"), data.get("occurrence", 1)
        listed = written if isinstance(written, list) else [written]
        words = [normal(each) for each in listed if isinstance(each, str)]
        sound = all(words) and len(words) == len(listed) and type(occurrence) is int
        if not sound or data.get("reason") not in RejectionReason.codes() or set(data) - BLOCK:
            problems.append(_malformed(block))
            continue
        for each in words:
            yield (str(data.get("kind")), source, each, occurrence), block


def rejected(blocks: Iterable[Block]) -> set[Key]:
    """The keys of all recorded rejections."""
    return {key for key, _ in _rejections(blocks, [])}


def _malformed(block: Block) -> Problem:
    codes = RejectionReason.codes()
    remedy = nearest(str(block.data.get("reason")), codes, f"reasons are: {', '.join(codes)}")
    message = "a rejection has kind, words, a reason code and, for a later one, its occurrence"
    return RULES["wrong-value"].at(block.place(), message, remedy)


def problems(checked: Settled) -> list[Problem]:
    """Passages and proposals that nothing settles, and rejections that settle nothing.

    While a rejection is malformed, what it settles is unknown, and nothing else is said.
    """
    wrong: list[Problem] = []
    rejections = list(_rejections(checked.others, wrong))
    if wrong:
        return wrong
    proposals = found(checked)
    wrong += _passages(checked, proposals)
    wrong += _speakers(checked, proposals)
    said = list(_said(checked))
    dismissed = {key for key, _ in rejections}
    rejected_spans = {
        (p.source, p.candidate.start, p.candidate.end)
        for p in proposals
        if p.settled_by == "rejection"
    }
    for key, page, mention, is_used in said:
        if not is_used and key not in dismissed and not inside(key[1], mention, rejected_spans):
            wrong.append(_unaccounted_mention(key, page, mention))
    for proposal in proposals:
        if not (proposal.settled_by or proposal.is_waiting or _is_passage(proposal)):
            wrong.append(_unsettled(checked, proposal))
    known = _known(proposals, said)
    wrong += (_orphaned(key, block, known) for key, block in _idle(checked, known, rejections))
    return wrong


def stale(checked: Settled) -> Iterator[tuple[Block, str]]:
    """Words of rejections that something else settles by now, each with its block."""
    known = _known(found(checked), _said(checked))
    for key, block in _idle(checked, known, _rejections(checked.others, [])):
        if known.get(key):
            yield block, key[2]


def _sentences(checked: Settled, condition: str) -> Mapping[str, list[str]]:
    """The sentences of the ledger for which a condition holds, as words compare, by text."""
    return {
        source: [f" {normal(checked.pages[source].text[slice(*span)])} " for span in spans]
        for source, spans in mentions.spans(checked.relations, "ledger", condition).items()
        if source in checked.pages
    }


def _known(proposals: Iterable[Proposal], said: Iterable[Said]) -> Mapping[Key, str | None]:
    """What a rejection may name, with what settles it besides a rejection (null: nothing does)."""
    known = {p.key: None if p.settled_by == "rejection" else p.settled_by for p in proposals}
    for key, _, _, is_used in sorted(said, key=lambda each: not each[3]):
        known[key] = "a row" if is_used else None
    return known


def _idle(
    checked: Settled, known: Mapping[Key, str | None], rejections: Iterable[tuple[Key, Block]]
) -> Iterator[tuple[Key, Block]]:
    """The rejections that settle nothing, and whose words stand in no sentence without a row: they
    are needed again when a row uses that sentence."""
    resting = _sentences(checked, "n_evidence = 0")
    for key, block in rejections:
        _, source, words, _ = key
        is_idle = key not in known or known[key] is not None
        if is_idle and not any(f" {words} " in each for each in resting.get(source, [])):
            yield key, block


def inside(source: str, mention: mentions.Mention, spans: Iterable[tuple[str, int, int]]) -> bool:
    """Whether a mention lies in one of the spans: if a day is rejected, so is its number."""
    return any(s == source and a <= mention.start and mention.end <= b for s, a, b in spans)


def mentioned(checked: Settled) -> Iterator[tuple[Key, Page, mentions.Mention]]:
    """What used sentences say besides, with its key as a rejection names it."""
    return ((key, page, mention) for key, page, mention, is_used in _said(checked) if not is_used)


def _said(checked: Settled) -> Iterator[Said]:
    """What used sentences say, and whether a row or a quotation uses it."""
    uses = mentions.Uses(checked.relations)
    for source, page in sorted(checked.pages.items()):
        for mention, number, is_used in mentions.numbered(source, page, uses):
            words = page.text[mention.start : mention.end]
            yield (mention.kind, source, normal(words), number), page, mention, is_used


def _unaccounted_mention(key: Key, page: Page, mention: mentions.Mention) -> Problem:
    kind, source, _, number = key
    words = " ".join(page.text[mention.start : mention.end].split())
    return RULES["mention-unaccounted"].at(
        Place(f"sources/{source}.toml", 1),
        f"no row uses the {kind} “{words}”{_where(mention.list_name)} "
        f"(line {page.line(mention.start)} of {page.held.path})",
        "use it, or dismiss it with a line in rows, its reason a code: "
        f"{rejection(kind, words, number)},",
    )


def rejection(kind: str, words: str, occurrence: int) -> str:
    """The row that says that words are no fact, to paste into the list of a text's file."""
    own: dict[str, Any] = {"table": "rejections", "kind": kind, "words": " ".join(words.split())}
    own |= {"occurrence": occurrence} if occurrence > 1 else {}
    return value(own | {"reason": "mention_only"})


def _where(list_name: str) -> str:
    return f" of the list {list_name}" if list_name else ""


def _is_passage(proposal: Proposal) -> bool:
    """Whether the proposal is a passage in quotation marks."""
    candidate = proposal.candidate
    reported = candidate.attributes.get("quotation_kind") == "indirect"
    return candidate.kind == "quotation" and not reported


def _passages(checked: Settled, proposals: list[Proposal]) -> Iterator[Problem]:
    """Passages in quotation marks that no quotation holds and no rejection settles.

    Where they may stand is told by the reviewed regions, not by those that the script guesses.
    """
    settled = mentions.spans(checked.relations, "quotes")
    for p in proposals:
        if _is_passage(p) and p.settled_by:
            settled[p.source].append((p.candidate.start, p.candidate.end))
    for source, page in sorted(checked.pages.items()):
        number = _last_quote(checked.relations, source)
        for passage in segments(page.text):
            start, end = _trimmed(page.text, (passage.start, passage.end))
            region = page.region((start, end))
            held = any(a <= start and end <= b for a, b in settled[source])
            if start < end and region and region.kind in ARTICLE and not held:
                number += 1
                yield _unaccounted(source, page, (start, end), f"q{number:02d}")


def _last_quote(relations: Relations, source: str) -> int:
    """The highest number in the ids of the quotations of a text."""
    sql = "SELECT quote_id FROM quotes WHERE source_id = ?"
    ids = (row[0] for row in relations.con.execute(sql, [source]).fetchall())
    return max((int(n) for each in ids for n in re.findall(r"-q(\d+)$", each)), default=0)


BESIDE = {
    "cue": ("cue",),
    "speaker": ("speaker_as_printed", "speaker_id", "speaker_agency_id"),
}
"""Parts of a proposed quotation, and the columns of `quotes` that one of its words must give."""


def _speakers(checked: Settled, proposals: list[Proposal]) -> Iterator[Problem]:
    """Quotations whose speaker or cue stands elsewhere than where the script reads it.

    What the script reads may also be used for a hop of the chain: who passed the words on.
    """
    quotes: dict[tuple[str, Span], str] = {}
    for quote_id, source, start, end in checked.relations.con.execute(
        "SELECT quote_id, source_id, char_start, char_end FROM quotes WHERE char_start IS NOT NULL"
    ).fetchall():
        if page := checked.pages.get(source):
            quotes[source, _trimmed(page.text, (start, end))] = quote_id
    given = _beside(checked.relations)
    for p in proposals:
        own = checked.pages[p.source]
        span = _trimmed(own.text, (p.candidate.start, p.candidate.end))
        quote_id = quotes.get((p.source, span))
        if p.candidate.kind == "quotation" and quote_id:
            yield from _otherwise(p, own, quote_id, given[quote_id])


def _beside(relations: Relations) -> dict[str, list[tuple[str, int, int]]]:
    """Where the words for speaker and cue of each quotation, and for the hops of its chain, lie."""
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for quote_id, column, start, end in relations.con.execute(
        "SELECT row_id, column_name, char_start, char_end FROM evidence "
        "WHERE table_name = 'quotes' AND char_start IS NOT NULL "
        "AND derivation NOT IN ('copied', 'inference') "
        "UNION ALL SELECT a.quote_id, 'hop', e.char_start, e.char_end FROM evidence e "
        "JOIN attributions a ON e.table_name = 'attributions' AND e.row_id = a.attribution_id "
        "WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied'"
    ).fetchall():
        found[quote_id].append((column, start, end))
    return found


def _otherwise(
    proposal: Proposal, page: Page, quote_id: str, given: list[tuple[str, int, int]]
) -> Iterator[Problem]:
    """What the script reads of one quotation, and the row has not; never a withheld name."""
    parts = proposal.candidate.parts
    if "speaker" in parts and _touch(parts["speaker"], [g[1:] for g in given if g[0] == "hop"]):
        return
    for part, columns in BESIDE.items():
        span = parts.get(part)
        own = [each for each in given if each[0] in columns]
        if span and own and not _touch(span, [*(each[1:] for each in own), *page.withheld]):
            words = [" ".join(page.text[s:e].split()) for s, e in (span, own[0][1:])]
            yield RULES["speaker-differs"].at(
                Place(f"sources/{proposal.source}.toml", 1),
                f"quotes {quote_id}.{own[0][0]}: the script reads “{words[0]}” beside the "
                f"quotation, the row has “{words[1]}”",
            )


def _within(span: Span, places: Iterable[Span]) -> bool:
    """Whether a span lies inside one of the places."""
    return any(start <= span[0] and span[1] <= end for start, end in places)


def _touch(span: Span, places: Iterable[Span]) -> bool:
    """Whether any place overlaps a span."""
    return any(start < span[1] and span[0] < end for start, end in places)


def _unaccounted(source: str, page: Page, span: Span, short_id: str) -> Problem:
    shown = " ".join(page.text[slice(*span)].split())
    absent = {"speaker_id": "not_stated"}
    quoted_words = {"id": short_id, "words": shown, "kind": "direct", "absent": absent}
    return RULES["passage-unaccounted"].at(
        Place(f"sources/{source}.toml", 1),
        f"no row of quotes holds the passage “{shown[:80]}” "
        f"(line {page.line(span[0])} of {page.held.path})",
        "add a line in rows; where the text tells who says it, write said for absent: "
        f"{form.line('quotes', quoted_words).strip()}",
    )


def _unsettled(checked: Settled, proposal: Proposal) -> Problem:
    candidate = proposal.candidate
    page = checked.pages[proposal.source]
    return RULES["proposal-unsettled"].at(
        Place(f"sources/{proposal.source}.toml", 1),
        f"the script proposes the {candidate.kind} “{proposal.line[:80]}” (rule {candidate.rule}, "
        f"line {page.line(candidate.start)} of {page.held.path}) and nothing settles it",
        "use it, settle it (python build extract --settle), or dismiss it with a line in rows, its "
        f"reason a code: {rejection(candidate.kind, proposal.words, proposal.key[3])},",
    )


def _orphaned(key: Key, block: Block, known: Mapping[Key, str | None]) -> Problem:
    kind, source, words, occurrence = key
    if by := known.get(key):
        message = f"“{words}” is settled already by {by}"
        remedy = "python build check --fix takes it out"
    else:
        message = f"the script proposes no {kind} “{words}” (occurrence {occurrence})"
        near = [k[2] for k in known if k[:2] == (kind, source)]
        remedy = nearest(words, near, "take it out by hand; the text or the rule has changed")
    return RULES["rejection-orphaned"].at(block.place("words"), message, remedy)
