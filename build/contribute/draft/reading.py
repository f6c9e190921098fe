"""A text as a drafter reads it: its stretches, what the rules propose in each, and its words.

A stretch is a sentence of a text that is held, or a phrase of a page that is not.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from operator import attrgetter

from contribute.draft import speaking, titles
from contribute.draft.pages import heads, releases, signing
from contribute.draft.pages.article import Article, paragraphs
from contribute.draft.turns import turns
from evidence import longer
from extraction.facts import models
from extraction.propose import propose
from extraction.text.candidates import Candidate
from extraction.text.regions import ARTICLE, regions
from ice_subpoenas.derivations import date_phrases, edtf
from ice_subpoenas.derivations.find import Span, occurrences, place
from texts.held import Page, Region
from texts.seeds import Text

WORD = re.compile(r"\S+")
PLAIN = str.maketrans("\u00a0\n", "  ")
"""Spaces for which a plain one may be typed."""
FEWEST = 3  # words of a passage; fewer are hard to find again by eye
EDGES = " \n\t\u00a0,;:.!?“”\"‘’'()—–-"
Days = tuple[date, date]
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
PUBLIC = WORDS["public"]
OF_NATION = re.compile(r"U\.S\.|District of|Federal")


@dataclass(frozen=True)
class Stretch:
    """A sentence or phrase: where it stands, in what region, and at what place of a page."""

    number: int
    start: int
    end: int
    region: str
    locator: str | None = None

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


@dataclass(frozen=True)
class Reading:
    """A text with its stretches and with what the rules propose."""

    source: str
    article: Article
    page: Page
    stretches: tuple[Stretch, ...]
    candidates: tuple[Candidate, ...]
    """In order of place."""
    published: Days | None
    recipients: tuple[str, ...] = ()
    """Names of bodies that got papers, as a person tells them."""
    windows: Mapping[int, Span] = field(default_factory=dict)
    """Of a page that is not held, the words that are quoted of a phrase, if not all; by number."""

    @property
    def text(self) -> str:
        """The characters."""
        return self.page.text

    @property
    def is_held(self) -> bool:
        """Whether the text is held, so that words are found in it again."""
        return self.article.is_held

    def words(self, span: Span) -> str:
        """Words as a reviewer types them: single plain spaces."""
        return " ".join(self.text[slice(*span)].replace("\u00a0", " ").split())

    def found_by(self, span: Span) -> str:
        """Words by which they are found again: as `words`, with each space that the text has."""
        return self.text[slice(*span)].translate(PLAIN).strip()

    @property
    def anchor(self) -> edtf.DaySet | None:
        """The first day on which the text may have been published, from which its days count."""
        day = self.published[0].toordinal() if self.published else None
        return None if day is None else ((day, day),)

    @cached_property
    def body(self) -> tuple[Stretch, ...]:
        """The stretches whose words may support a fact, the article before its headline."""
        fit = [each for each in self.stretches if each.region in ARTICLE]
        return tuple(sorted(fit, key=lambda s: (s.region in ("headline", "deck"), s.number)))

    @cached_property
    def paragraphs(self) -> tuple[tuple[Stretch, ...], ...]:
        """The stretches by paragraph, or by place of a page."""
        found: list[list[Stretch]] = []
        for s in self.stretches:
            last = found[-1][-1] if found else None
            is_same = last and last.locator == s.locator
            if not is_same or (last and "\n" in self.text[last.end : s.start] and self.is_held):
                found.append([])
            found[-1].append(s)
        return tuple(map(tuple, found))

    @cached_property
    def outside(self) -> frozenset[int]:
        """The stretches on papers to a company or the like, and on what it says of them.

        Papers to private recipients are left out of the dataset, and no act is drafted from them.
        """
        found: set[int] = set()
        for own in self.paragraphs:
            words = self.words((own[0].start, own[-1].end))
            got = (WORDS["got"].match(self.text, *s.span) for s in own)
            is_told = any(name in words for name in self.recipients)
            is_company = not is_told and WORDS["company"].search(words)
            is_own = is_company and any(
                m and (WORDS["company_got"].search(m[0]) or not PUBLIC.search(m[0])) for m in got
            )
            if is_own and own[0].region in ARTICLE:
                found |= {s.number for s in own if not self._names((s,))}
        return frozenset(found)

    def is_commanded(self, stretch: Stretch) -> bool:
        """Whether a stretch only tells somebody to do something."""
        return bool(WORDS["commanded"].match(self.text, *stretch.span))

    @cached_property
    def has_own_agency(self) -> bool:
        """Whether the text calls a state or local body "agency", so that no other words tell whom
        "the agency" means."""
        return bool(WORDS["own_agency"].search(self.text))

    def is_company(self, span: Span) -> bool:
        """Whether the name of a body is that of a company or group."""
        name = re.sub(r"^[Tt]he ", "", self.words(span))
        return bool(WORDS["private"].search(name)) and not OFFICIAL.search(name)

    def _names(self, stretches: Iterable[Stretch]) -> bool:
        """Whether stretches name a state or local body."""
        return any(
            c.attributes.get("type") in ("government", "local")
            and not self.is_company((c.start, c.end))
            and not OF_NATION.search(self.text, c.start, c.end)
            for s in stretches
            for c in self.inside(s, "agency")
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [stretch.start for stretch in self.stretches]

    def at(self, position: int) -> Stretch | None:
        """The stretch that holds a position."""
        n = bisect_right(self._starts, position) - 1
        found = self.stretches[n] if n >= 0 else None
        return found if found and position < found.end else None

    def paragraph(self, stretch: Stretch) -> Sequence[Stretch]:
        """The sentences of the paragraph that has a sentence, or a clause of it."""
        number = stretch.number
        return next((p for p in self.paragraphs if any(s.number == number for s in p)), (stretch,))

    def before(self, stretch: Stretch) -> Stretch | None:
        """The stretch before another one; null before the first."""
        n = bisect_left(self._starts, stretch.start)
        return self.stretches[n - 1] if n else None

    def inside(self, stretch: Stretch, *kinds: str) -> list[Candidate]:
        """What the rules propose in a stretch, of some kinds."""
        first = bisect_left(self.candidates, stretch.start, key=attrgetter("start"))
        last = bisect_right(self.candidates, stretch.end, key=attrgetter("start"))
        return [
            c
            for c in self.candidates[first:last]
            if c.end <= stretch.end and (not kinds or c.kind in kinds)
        ]

    def is_quoted(self, span: Span) -> bool:
        """Whether words stand inside marks, in what somebody says."""
        stretch = self.at(span[0])
        return any(
            c.start <= span[0] and span[1] <= c.end
            for c in self.candidates
            if c.kind == "quotation" and c.attributes.get("quotation_kind") != "indirect"
            if stretch is not None and c.end > stretch.start and c.start < stretch.end
        )

    def find(self, stretch: Stretch, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern stands in a stretch."""
        return pattern.finditer(self.text, stretch.start, stretch.end)

    def cover(
        self,
        spans: Iterable[Span],
        stretch: Stretch,
        fewest: int = FEWEST,
        private: Sequence[Span] = (),
    ) -> Span:
        """The shortest run of whole words that holds some spans and stands once in the text.

        Of a page that is not held, one run for all rows: what is quoted twice counts once. Words
        of names that are left out are taken in only where nothing else is left.
        """
        if not self.is_held:
            return self.windows.get(stretch.number, stretch.span)
        spans = list(spans)
        words = [m.span() for m in WORD.finditer(self.text, *stretch.span)]
        free = [not any(a < y and x < b for x, y in private) for a, b in words]
        low = min(span[0] for span in spans)
        high = max(span[1] for span in spans)
        first = max((i for i, w in enumerate(words) if w[0] <= low), default=0)
        last = min((i for i, w in enumerate(words) if w[1] >= high), default=len(words) - 1)
        while last - first + 1 < fewest or self._often((words[first][0], words[last][1])):
            is_left_free = first > 0 and free[first - 1]
            if last + 1 < len(words) and (free[last + 1] or not is_left_free):
                last += 1
            elif first > 0:
                first -= 1
            else:
                break
        return self._trimmed((words[first][0], words[last][1]), low, high)

    def _often(self, span: Span) -> bool:
        return not isinstance(place(self.text, self.text[slice(*span)]), tuple)

    def _trimmed(self, span: Span, low: int, high: int) -> Span:
        """A span without marks and spaces at its ends, where that leaves it unique."""
        start, end = span
        while start < low and self.text[start] in EDGES:
            start += 1
        while end > high and self.text[end - 1] in EDGES:
            end -= 1
        return span if self._often((start, end)) else (start, end)

    def within(self, span: Span) -> Span | None:
        """A longer run of words that stands once, for a span that stands more often; else null."""
        if not self._often(span):
            return None
        return longer.once(self.text, span)


def of(article: Article, source: str) -> Reading:
    """The reading of an article, with the regions that the rules see."""
    parts = _regions(article)
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    page = Page(Text(source, path_of(source, digest), article.text, digest), parts)
    published = _published(article, page)
    own = None if article.is_held else [(0, len(article.text), "body")]
    stretches = tuple(_stretches(article, page))
    found = propose(article.text, published, own)
    found = found if article.is_held else [*_in_place(stretches, found)]
    others = [r for r in page.regions if r.kind == "related_headline"]
    theirs = (c for c in found if not any(r.start <= c.start < r.end for r in others))
    sure = (_mended(article.text, c) for c in theirs if not (_is_models(c) and c.kind in WEAK))
    named = [*titles.named(article.text, [*sure, *_in_dateline(article.text, stretches, found)])]
    resolved = speaking.resolved(article.text, tuple(named))
    told = tuple(sorted(resolved, key=lambda c: c.start))
    return Reading(source, article, page, stretches, told, published)


def _in_dateline(
    text: str, stretches: Iterable[Stretch], found: Sequence[Candidate]
) -> Iterator[Candidate]:
    """The place before the first words of an article, where the rules know no such place and no
    words tell its state."""
    first = next((s for s in stretches if s.region == "body"), None)
    placed = PLACE_ALONE.match(text, *first.span) if first else None
    if placed is None:
        return
    start, end = placed.span("place")
    known = (c for c in found if c.kind in ("jurisdiction", "agency"))
    if any(c.start < end and start < c.end for c in known):
        return
    own = {"entity": placed["place"].title(), "kind": "city"}
    yield Candidate("jurisdiction", start, end, "dateline", 1, attributes=own)


PLACE_ALONE = re.compile(
    r"\s*(?P<place>(?!UPDATE|BREAKING|EXCLUSIVE|NEWS|OPINION|ANALYSIS|CORRECTION|WATCH|NOTE)"
    r"[A-Z]{3,}(?: [A-Z]{2,}){0,2})(?: \([^)\n]{2,40}\))? ?[—–] ?(?=[A-Z][a-z]|A )"
)
"""The place of a dateline in capitals, with no state behind it."""


OFFICIAL = re.compile(r"\b(?:Department|Division|Bureau|Board|Office) of [A-Z]")
"""Words in the name of a body of a government."""
WEAK = ("response", "deadline", "detainer")
"""What a model alone tells too often wrongly."""


def _is_models(c: Candidate) -> bool:
    """Whether a model alone proposes it."""
    return c.rule == models.RULE


def _mended(text: str, c: Candidate) -> Candidate:
    """What rules propose: the name of a body to its end, and a reason of a model alone without its
    code, which is too often wrong."""
    more = WORDS["name_goes_on"].match(text, c.end) if c.kind == "agency" else None
    if more:
        return replace(c, end=more.end())
    return replace(c, value="other") if c.kind == "ground" and _is_models(c) else c


def _in_place(stretches: Sequence[Stretch], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """What rules propose in phrases, no quotation said by somebody of another place.

    Phrases stand side by side that are far apart on the page: nobody speaks across them.
    """
    place = {n: s.locator for s in stretches for n in range(s.start, s.end + 1)}
    for c in _within(stretches, found):
        own = c.parts.get("speaker")
        if c.kind == "quotation" and own is not None and place[own[0]] != place[c.start]:
            parts = {key: span for key, span in c.parts.items() if place[span[0]] == place[c.start]}
            attributes = {key: each for key, each in c.attributes.items() if key != "speaker"}
            c = replace(c, parts=parts, attributes=attributes)
        yield c


def _within(stretches: Sequence[Stretch], found: Iterable[Candidate]) -> Iterator[Candidate]:
    """What rules propose, each quotation no longer than the phrase in which it begins."""
    for c in found:
        own = next((s for s in stretches if s.start <= c.start < s.end), None)
        yield replace(c, end=min(c.end, own.end)) if own and c.kind == "quotation" else c


def path_of(source: str, digest: str) -> str:
    """Where a text of a source is kept."""
    return f"seeds/{source[1:]}_{digest[:16]}.txt"


def _regions(article: Article) -> tuple[Region, ...]:
    if not article.is_held:
        return (Region(0, len(article.text), "body"),)
    parts = [Region(*part) for part in regions(article.text)]
    parts = [*heads.relabeled(article.text, parts, [*heads.others(article.text)])]
    lines = list(paragraphs(article.text))[: article.n_head_lines]
    if not lines and (release := releases.head(article.text)):
        below = release[-1].end
        rest = [_from(part, below) for part in parts if article.text[below : part.end].strip()]
        return tuple(_joined([*release, *rest]))
    if not lines:
        return tuple(_joined(heads.of(article.text, parts)))
    head = [
        Region(start, end, "headline" if not n and "title" in article.head else "byline")
        for n, (start, end) in enumerate(lines)
    ]
    below = lines[-1][1]
    signed = [(span, "byline") for span in _signed(article.text, below)]
    rest = [_from(part, below) for part in parts if part.end > below]
    return tuple(_joined([*head, *heads.relabeled(article.text, rest, signed)]))


SIGNED_LINES = 6  # lines of an article in which it is said again


def _signed(text: str, below: int) -> list[Span]:
    """The first lines of the article of a page that say again who wrote it, or when."""
    lines = [span for span in paragraphs(text) if span[0] >= below][:SIGNED_LINES]
    return [span for span in lines if WORDS["signed"].fullmatch(text, *span)]


def _from(part: Region, start: int) -> Region:
    """A region from a place on; what looked like a headline below the head is body."""
    is_first = part.kind in ("headline", "deck", "byline")
    return Region(max(part.start, start), part.end, "body" if is_first else part.kind)


def _joined(parts: Iterable[Region]) -> Iterator[Region]:
    """Regions without gaps, neighbors of one kind as one."""
    last: Region | None = None
    for part in parts:
        if last and last.kind == part.kind:
            last = Region(last.start, part.end, last.kind)
            continue
        if last:
            yield Region(last.start, part.start, last.kind)
        last = part
    if last:
        yield last


def _stretches(article: Article, page: Page) -> Iterator[Stretch]:
    if article.is_held:
        for s in page.sentences:
            yield Stretch(s.number, s.start, s.end, s.region)
        return
    at = 0
    for number, phrase in enumerate(article.phrases, 1):
        yield Stretch(number, at, at + len(phrase.words), "body", phrase.locator)
        at += len(phrase.words) + 1


def _published(article: Article, page: Page) -> Days | None:
    """Earliest and latest day of publication, by the head, the byline, or the address."""
    for words in day_words(article, page):
        found = date_phrases.resolve(words, None)
        if found and len(found) == 1:
            return date.fromordinal(found[0][0]), date.fromordinal(found[-1][1])
    return None


URL_DAY = re.compile(r"(?<![0-9])20[0-9]{2}[/-][01]?[0-9][/-][0-3]?[0-9](?![0-9])")


def day_words(article: Article, page: Page) -> Iterator[str]:
    """Words that may be the day of publication, the plainest first."""
    yield from printed_days(article, page)
    if found := URL_DAY.search(article.head.get("url", "")):
        yield found[0].replace("/", "-")


def printed_days(article: Article, page: Page) -> list[str]:
    """The same without the address."""
    named = [article.head["published"]] if "published" in article.head else []
    days = heads.full_days(page.text, page.regions) if article.is_held else []
    return [*named, *(page.text[slice(*span)] for span in days)]


def byline(article: Article, page: Page) -> tuple[str, Span | None] | None:
    """The name in the byline and where it stands; null where nobody signs."""
    if "byline" in article.head:
        name = article.head["byline"]
        return name, next(occurrences(page.text, name), None) if article.is_held else None
    found, _ = signed(article, page)
    return (page.text[slice(*found)], found) if found else None


def signed(article: Article, page: Page) -> tuple[Span | None, list[Span]]:
    """Who signs by the lines of the head, and the papers and stations that they name."""
    return signing.names(page.text, [*_head_lines(article, page)])


def _head_lines(article: Article, page: Page) -> Iterator[Span]:
    for region in page.regions if article.is_held else ():
        if region.kind == "byline":
            for start, end in paragraphs(page.text[region.start : region.end]):
                yield region.start + start, region.start + end
