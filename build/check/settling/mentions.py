"""What a used sentence of a held text says besides: its numbers, days, names and listed phrases.

Each is used by evidence of its own kind or by a quotation, stands in words that are published as
they are, or is dismissed by a row of rejections of the kind `phrase`, `number` or `day`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from ice_subpoenas.derivations.find import Span, folded, occurrences, plain, uncased
from ice_subpoenas.derivations.number_words import SMALL
from ice_subpoenas.relations.given import phrases_of
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.sql import quoted
from texts.held import Page

LISTS = (
    "fact", "ground", "held", "individuals_referenced", "information", "instrument", "modality",
    "nationality", "offense", "position", "result",
)  # fmt: skip
"""The lists whose phrases say something of somebody. Bodies and places are settled by proposals."""

REGIONS = ("body", "deck", "embedded")
"""The regions whose sentences are asked; a headline says again what the text says."""

SPEECH = frozenset(("asserted",))
"""Modalities of phrases that say no more than that somebody speaks."""

NUMBER = re.compile(
    rf"(?<![\w$§.-])(?:\d[\d,]*|{'|'.join(word for word in SMALL if word != 'one')})(?![\w-])", re.I
)
DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2})\b",
    re.I,
)
KINDS = {"number": ("number_word", "count", "date"), "day": ("date",)}
"""Which derivations use a number, and which a day."""


class Mention(NamedTuple):
    """Words of a used sentence: what they are, where, and in which list they stand."""

    kind: str
    list_name: str
    start: int
    end: int


class Use(NamedTuple):
    """Where a piece of evidence lies, how its value follows, and by which list."""

    start: int
    end: int
    derivation: str
    list_name: str | None


class Uses:
    """What evidence and quotations use of each held text, and which of its sentences are used."""

    def __init__(self, relations: Relations) -> None:
        con = relations.con
        self.evidence: Mapping[str, list[Use]] = defaultdict(list)
        for source, *use in con.execute(
            "SELECT e.source_id, e.char_start, e.char_end, e.derivation, d.list_name "
            "FROM evidence e JOIN stems d ON e.table_name = d.table_name "
            "AND e.column_name = d.stem "
            "WHERE e.char_start IS NOT NULL AND e.derivation <> 'copied' UNION ALL "
            "SELECT source_id, char_start - length(coalesce(prefix, '')), "
            "char_end + length(coalesce(suffix, '')), 'passage', table_name FROM evidence "
            "WHERE char_start IS NOT NULL AND table_name = 'individuals_referenced'"
        ).fetchall():
            self.evidence[source].append(Use(*use))
        self.quotes = spans(relations, "quotes")
        self.sentences = spans(relations, "ledger", "n_evidence > 0")
        self.phrases = phrases_of(con)

    def of(self, source: str, mention: Mention) -> bool:
        """Whether evidence of its kind, or a quotation, uses a mention."""
        if any(a <= mention.start and mention.end <= b for a, b in self.quotes[source]):
            return True
        over = [
            use
            for use in self.evidence[source]
            if use.start < mention.end and mention.start < use.end
        ]
        if any(use.derivation == "literal" for use in over):
            return True
        by = KINDS.get(mention.kind)
        return any(
            use.derivation in ("inference", *by) if by else use.list_name == mention.list_name
            for use in over
        )


def spans(relations: Relations, table: str, condition: str = "true") -> dict[str, list[Span]]:
    """Where the rows of a table stand in held texts, by source."""
    found: dict[str, list[Span]] = defaultdict(list)
    sql = (
        f"SELECT source_id, char_start, char_end FROM {quoted(table)} "
        f"WHERE char_start IS NOT NULL AND {condition}"
    )
    for source, start, end in relations.con.execute(sql).fetchall():
        found[source].append((start, end))
    return found


def numbered(source: str, page: Page, uses: Uses) -> Iterator[tuple[Mention, int, bool]]:
    """The mentions of a text's used sentences, in order of place, and whether something uses each.

    Each has its number among the mentions of the same kind and words. Of mentions that overlap and
    that nothing uses, the first and longest is told.
    """
    seen: Counter[tuple[str, str]] = Counter()
    last = 0
    found = sorted(_mentions(source, page, uses), key=lambda m: (m.start, -m.end, m.list_name))
    for span, same in groupby(found, key=lambda m: (m.kind, m.start, m.end)):
        own = list(same)
        words = plain(page.text[span[1] : span[2]]).casefold()
        seen[span[0], words] += 1
        lacking = next((m for m in own if not uses.of(source, m)), None)
        if lacking is None:
            yield own[0], seen[span[0], words], True
        elif lacking.end > last:
            last = lacking.end
            yield lacking, seen[span[0], words], False


def _mentions(source: str, page: Page, uses: Uses) -> Iterator[Mention]:
    listed = [
        (list_name, phrase)
        for list_name in LISTS
        for phrase, code in uses.phrases.codes(list_name, source).items()
        if not (list_name == "modality" and code in SPEECH)
    ]
    for sentence in page.sentences:
        span = sentence.start, sentence.end
        if sentence.region in REGIONS and span in uses.sentences[source]:
            yield from _in(page, span, listed)


def _in(page: Page, span: Span, listed: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    for kind, pattern in (("number", NUMBER), ("day", DAY)):
        for found in pattern.finditer(page.text, *span):
            yield Mention(kind, "", *found.span())
    words, places = uncased(folded(page.text[slice(*span)]))
    for list_name, phrase in listed:
        if phrase in words:
            for start, end in occurrences(words, phrase):
                first, last = span[0] + places[start], span[0] + places[end - 1]
                yield Mention("phrase", list_name, first, last + 1)
