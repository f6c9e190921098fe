"""The words of an HTML page: its article, and what its head says of title, author, day and site.

Only words that stand in the page are taken, letter for letter.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from printing import Refusal

LOOKS_LIKE = re.compile(
    rb"\s*(?:<!doctype\s+html|<html\b|<head\b|<\?xml\b[^>]*>\s*<(?:!doctype\s+)?html)", re.I
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{2,40})", re.I)
HEAD_BYTES = 4096  # a charset that is declared later counts for nothing, as in browsers
MOST_LINES = 20_000  # paragraphs and cells of a page
CELLS = ("td", "th", "tr")
MOST_CELLS = 400  # of a page; more are a table of records, and no sentences of an article
DEEPEST = 400  # elements inside one another; a page of the press has some fifty

BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li blockquote pre div section td th dd dt figcaption ul ol tr table "
    "article main header body".split()
)
SKIPPED = frozenset(
    "script style noscript template nav footer aside form button select svg iframe figure "
    "picture video audio dialog menu object head".split()
)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
WHOLE = frozenset("html body main article".split())
PARAGRAPHS = frozenset("p blockquote li pre h2 h3 h4".split())
MOST = 0.6  # share of the words in paragraphs that an article holds
ASIDE = re.compile(
    r"\b(?:comments?|related|newsletter|promo|sidebar|share|social|recirc|advert|ads?|subscribe|"
    r"breadcrumbs?|most-read|trending|paywall|cookie|toolbar)\b",
    re.I,
)
"""Words of a class or id that set something apart from the article."""

TITLES = ("og:title", "twitter:title")
BAR = r" [|–—·•-] "
"""What parts the title of an article from the name of its site."""
SITES = ("og:site_name", "application-name")
AUTHORS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
DAYS = ("article:published_time", "parsely-pub-date", "date", "dc.date", "datepublished", "pubdate")


@dataclass(frozen=True)
class Page:
    """What a page says: its article, a paragraph a line, and its head, null if it says nothing."""

    article: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    n_cells: int = 0
    """Cells of long tables, which are cut."""


def charset(content: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    found = CHARSET.search(content[:HEAD_BYTES])
    return found[1].decode("ascii") if found else None


def read(page: str) -> Page:
    """The article of a page and what its head says.

    >>> page = read("<html><title>A</title><article><h1>A b</h1><p>One.</p><p>Two.</p></article>")
    >>> page.title, page.article
    ('A b', 'One.\\n\\nTwo.')
    """
    parser = _Parser()
    parser.feed(_closed(page))
    parser.close()
    said = _Said(parser)
    title = said.title()
    n_cells = _cut_tables(parser)
    lines = [line for line in _article(parser) if line != title]
    named = (title, said.byline(), said.publisher(), said.published(), said.url())
    return Page("\n\n".join(lines), *named, n_cells)


def _cut_tables(parser: _Parser) -> int:
    """Cut the cells of a page that has more than an article: how many they were."""
    cells = [line for line in parser.lines if line.tag in CELLS]
    if len(cells) <= MOST_CELLS:
        return 0
    parser.lines = [line for line in parser.lines if line.tag not in CELLS]
    return len(cells)


def _closed(page: str) -> str:
    """The page without what opens and never ends: the parser would look for each end anew.

    Comments go, sections of XML end as in browsers, and behind the last tag all is text.

    >>> _closed("<p>a<!-- b --> c<![if d]> e<p"), _closed("<p>a<!-- b")
    ('<p>a c<! [if d]> e&lt;p', '<p>a')
    """
    kept: list[str] = []
    at = 0
    while at >= 0:
        start = page.find("<!--", at)
        kept.append(page[at:start] if start >= 0 else page[at:])
        end = page.find("-->", start + 2) if start >= 0 else -1
        at = end + 3 if end >= 0 else -1
    text = "".join(kept).replace("<![", "<! [")
    last = text.rfind(">") + 1
    return text[:last] + text[last:].replace("<", "&lt;")


@dataclass
class _Element:
    """An element that was opened: what it is, and whether its words are set apart."""

    tag: str
    number: int
    is_apart: bool


@dataclass(frozen=True)
class _Line:
    """A block of words, and the numbers of the elements that hold it."""

    tag: str
    words: str
    inside: tuple[int, ...]


@dataclass
class _Parser(HTMLParser):
    """Gathers blocks of words, what the head declares, and where each block stands."""

    lines: list[_Line] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    data: list[Any] = field(default_factory=list)
    heading: str = ""
    name: str = ""
    day: str = ""
    address: str = ""
    preferred: list[int] = field(default_factory=list)
    _open: list[_Element] = field(default_factory=list)
    _inside: tuple[int, ...] | None = None
    _tags: Counter[str] = field(default_factory=Counter)
    _apart: int = 0
    _words: list[str] = field(default_factory=list)
    _number: int = 0
    _kept: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    # -- elements ---------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = (
                found.get("property") or found.get("name") or found.get("itemprop") or ""
            ).lower()
            self.metas.setdefault(name, found.get("content", "").strip())
        if tag == "link" and "canonical" in found.get("rel", "").split():
            self.address = self.address or found.get("href", "")
        if tag == "time":
            self.day = self.day or found.get("datetime", "")
        if tag == "br":
            self._words.append("\n")
        if tag in BLOCKS:
            self._end()
        if tag in VOID or len(self._open) >= DEEPEST:
            return
        self._number += 1
        named = f"{found.get('class', '')} {found.get('id', '')}".replace("_", "-")
        is_apart = tag in SKIPPED or (tag not in WHOLE and bool(ASIDE.search(named)))
        self._open.append(_Element(tag, self._number, is_apart))
        self._inside = None
        self._tags[tag] += 1
        self._apart += is_apart
        if tag in ("article", "main") or found.get("itemprop") == "articleBody":
            self.preferred.append(self._number)
        if tag in ("title", "h1") or (tag == "script" and "ld+json" in found.get("type", "")):
            self._kept = ""

    def handle_endtag(self, tag: str) -> None:
        if not self._tags[tag]:
            return
        if tag in BLOCKS:
            self._end()
        while self._tags[tag]:
            last = self._open.pop()
            self._inside = None
            self._tags[last.tag] -= 1
            self._apart -= last.is_apart
            if last.tag == tag:
                break
        self._keep(tag)

    def handle_data(self, data: str) -> None:
        if self._tags["title"] or self._tags["h1"] or self._tags["script"]:
            self._kept += data
        if not self._apart:
            self._words.append(data)

    def close(self) -> None:
        super().close()
        self._end()

    def _keep(self, tag: str) -> None:
        """Keep the words of an element of the head, or a first heading."""
        words = " ".join(self._kept.split())
        if tag == "title":
            self.name = self.name or words
        if tag == "h1":
            self.heading = self.heading or words
        if tag == "script" and self._kept.lstrip().startswith(("{", "[")):
            self.data += _objects(self._kept)
        if tag in ("title", "h1", "script"):
            self._kept = ""

    def _end(self) -> None:
        """End a block of words."""
        words = " ".join("".join(self._words).split())
        self._words = []
        if words and self._open:
            if len(self.lines) == MOST_LINES:
                raise Refusal(
                    f"the page has more than {MOST_LINES:,} paragraphs and cells; "
                    "cut out the article"
                )
            if self._inside is None:  # the same for all blocks until something opens or closes
                self._inside = tuple(e.number for e in self._open)
            tag = next((e.tag for e in reversed(self._open) if e.tag in BLOCKS), "")
            self.lines.append(_Line(tag, words, self._inside))


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD script, however they are nested; a broken script has none."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting += each[:100]
        elif isinstance(each, dict):
            yield each
            waiting += each.get("@graph", [])[:100] if isinstance(each.get("@graph"), list) else []


# -- the article ---------------------------------------------------------------------------------


def _article(parser: _Parser) -> list[str]:
    """The lines of the innermost element that holds most of the words that stand in paragraphs.

    Of elements that call themselves the article, the one with most words.
    """
    weights: Counter[int] = Counter()
    for line in parser.lines:
        if line.tag in PARAGRAPHS:
            for number in line.inside:
                weights[number] += len(line.words)
    if not weights:
        return [line.words for line in parser.lines]
    own = [number for number in parser.preferred if weights[number]]
    most = max(weights.values())
    best = max(own, key=lambda number: weights[number], default=0)
    if weights[best] < MOST * most:
        best = max(number for number, weight in weights.items() if weight >= MOST * most)
    return _once(line.words for line in parser.lines if best in line.inside)


def _once(lines: Iterator[str]) -> list[str]:
    """Lines without one that is printed twice in a row."""
    found: list[str] = []
    for line in lines:
        if not found or line != found[-1]:
            found.append(line)
    return found


# -- the head ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Said:
    """What a page says of itself, from several places, the plainest first."""

    parser: _Parser

    def title(self) -> str | None:
        return (
            (None if self._is_site(self.parser.heading) else self.parser.heading)
            or self._meta(TITLES)
            or self._data("headline")
            or self._repeated()
            or self.parser.name
            or None
        )

    def _repeated(self) -> str | None:
        """The part of the page's title before the name of the site that the page prints again."""
        lines = {line.words for line in self.parser.lines}
        bars = re.finditer(BAR, self.parser.name)
        return next((t for bar in bars if (t := self.parser.name[: bar.start()]) in lines), None)

    def _is_site(self, heading: str) -> bool:
        """Whether the first heading names the site, as its head or the title of the page tells."""
        title, whole = self._meta(TITLES), self.parser.name
        is_beside = title is not None and title in whole.replace(heading, "") and heading in whole
        return heading == self._meta(SITES) or (is_beside and heading not in str(title))

    def byline(self) -> str | None:
        named = self._data("author") or self._meta(AUTHORS)
        return None if named is None or named.startswith("http") else named

    def publisher(self) -> str | None:
        return self._meta(SITES) or self._data("publisher") or self._beside_title()

    def _beside_title(self) -> str | None:
        """The name of the site that the title of the page has behind that of the article."""
        behind = rf"{re.escape(self.title() or '')}{BAR}(?P<site>[^|–—]{{3,40}})"
        found = re.fullmatch(behind, self.parser.name)
        return found["site"] if found else None

    def published(self) -> str | None:
        """The day as the page writes it; of a time of day the first ten characters."""
        given = self._meta(DAYS) or self._data("datePublished") or self.parser.day
        if not given:
            return None
        return given[:10] if re.match(r"\d{4}-\d\d-\d\d", given) else given

    def url(self) -> str | None:
        given = self.parser.address or self._meta(("og:url",)) or ""
        return given if given.startswith(("http://", "https://")) else None

    def _meta(self, names: Sequence[str]) -> str | None:
        return next((self.parser.metas[n] for n in names if self.parser.metas.get(n)), None)

    def _data(self, key: str) -> str | None:
        return next(filter(None, (_name(each.get(key)) for each in self.parser.data)), None)


def _name(given: Any) -> str | None:
    """A text of JSON-LD, or the name of an object or of the only one of a list."""
    if isinstance(given, list) and len(given) == 1:
        return _name(given[0])
    if isinstance(given, dict):
        return _name(given.get("name"))
    return " ".join(given.split()) or None if isinstance(given, str) else None
