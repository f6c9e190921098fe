"""Read what was given: an article as text or HTML, or phrases of a page that is not held.

Text is kept as it is, in UTF-8 and with plain line ends; lines that were wrapped at one width are
joined, so that a paragraph is a line. Of an HTML page the words of its head and
of its article are kept, a paragraph a line.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from contribute.draft.pages import markup
from ice_subpoenas.plain import safe
from printing import Refusal
from reviewed.decode import LARGEST

LONGEST = 150_000  # characters of an article; a long one of the press has 20,000
HEAD = ("title", "byline", "publisher", "published", "url")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, and the encodings that they announce."""
KNOWN = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive or an office document"}
"""How files begin that are no text."""
WEEKDAY = re.compile(r"\s*\((?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*\)$")
"""The day of the week behind a day, which gives none of its value."""
LABEL = re.compile(r"^(?P<key>title|byline|publisher|published|url)\s*:\s*(?P<words>.+)$", re.I)
PLACED = re.compile(r"^\[(?P<locator>[^\]\n]{1,80})\]\s*(?P<words>.+)$")
WIDEST = 92  # characters of a line of a text that was wrapped
SLACK = 8  # characters by which a wrapped line may be shorter than it could be
FEWEST_WRAPPED = 3  # lines below which the next goes on
MOSTLY = 0.6  # share of the lines of a wrapped text that are as full as they can be
PHRASE_WORDS = 20  # words of one phrase of a page that is not held


@dataclass(frozen=True)
class Phrase:
    """Words of a page that is not held, and their place on it."""

    words: str
    locator: str


@dataclass(frozen=True)
class Article:
    """What was given: a whole text, or phrases, with what is known of its head.

    `head` holds words that stand in the text or on the page, by column of `sources`. `how` says in
    a few words what was done with the bytes.
    """

    text: str
    head: dict[str, str] = field(default_factory=dict)
    phrases: tuple[Phrase, ...] = ()
    how: str = "as it is"
    n_head_lines: int = 0

    @property
    def is_held(self) -> bool:
        """Whether the text goes into the repository."""
        return not self.phrases


def read(path: Path, encoding: str | None = None) -> Article:
    """The article of a file."""
    given = _content(path)
    is_page = bool(markup.LOOKS_LIKE.match(_unmarked(given)))
    text, how = _decoded(given, encoding or (markup.charset(given) if is_page else None))
    if is_page:
        return _of_page(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unfit(text)
    joined = unwrapped(text)
    how = how if joined == text else f"{how}, wrapped lines joined"
    return Article(joined, {}, (), how)


def phrases(path: Path, url: str) -> Article:
    """Phrases of a page, a line each: `[third paragraph] words`, or `title: words` of its head.

    A line without a place of its own stands where the line before it does. What stands twice at one
    place is read once.
    """
    text = content(path)
    head, found, long = {"url": url}, list[Phrase](), list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if labeled := LABEL.match(line.strip()):
            head[labeled["key"].lower()] = WEEKDAY.sub("", labeled["words"].strip())
        elif line.strip() and not line.lstrip().startswith("#"):
            before = found[-1].locator if found else None
            phrase = _phrase(line.strip(), before, f"{path.name}:{number}")
            found += [phrase] * (phrase not in found)
            n = len(phrase.words.split())
            long += [f"{n} in line {number}"] * (n > PHRASE_WORDS)
    if long:
        told = f"quote at most {PHRASE_WORDS} words in one phrase; there are {', '.join(long)}"
        raise Refusal(f"{safe(path.name)}: {told}")
    if not found:
        raise Refusal(f"{safe(path.name)} holds no phrase; write one a line, as on the page")
    return Article("\n".join(each.words for each in found), head, tuple(found))


def _phrase(line: str, before: str | None, where: str) -> Phrase:
    placed = PLACED.match(line)
    words = " ".join((placed["words"] if placed else line).split())
    locator = placed["locator"].strip() if placed else before
    if locator is None:
        raise Refusal(f"{safe(where)}: no place; begin with it: [third paragraph] words")
    return Phrase(words, locator)


def content(path: Path, encoding: str | None = None) -> str:
    """The characters of a file that is no link, no folder, and not too large."""
    return _decoded(_content(path), encoding)[0]


def _content(path: Path) -> bytes:
    """The bytes of a file that is no link, no folder, and not too large."""
    shown = safe(str(path))
    if path.is_symlink():
        raise Refusal(f"{shown} is a link; name the file itself")
    if not path.is_file():
        raise Refusal(f"{shown} is no file; save the article as a file first")
    if path.stat().st_size > LARGEST:
        raise Refusal(f"{shown} is larger than {LARGEST // 2**20} MB; cut out the article")
    content = path.read_bytes()
    for start, kind in KNOWN.items():
        if content.startswith(start):
            raise Refusal(f"{shown} is {kind}; save its text as a plain file")
    return content


def _unmarked(content: bytes) -> bytes:
    """The bytes without a byte order mark of UTF-8, and without the zeros of UTF-16."""
    return content.removeprefix(codecs.BOM_UTF8)[:2000].replace(b"\x00", b"").lstrip(b"\xff\xfe")


def _decoded(content: bytes, named: str | None) -> tuple[str, str]:
    """The characters, by the mark at the start, the encoding that is named, or as UTF-8."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _by(content, encoding), f"without its byte order mark, from {encoding[:6]}"
    text = _by(content, named or "utf-8")
    is_plain = (named or "utf-8").lower().replace("_", "-") in (
        "utf-8",
        "utf8",
        "us-ascii",
        "ascii",
    )
    return text, "as it is" if is_plain else f"from {named}"


def _by(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except LookupError:
        raise Refusal(f"no encoding is called {safe(encoding[:40])!r}") from None
    except UnicodeDecodeError as error:
        raise Refusal(
            f"byte {error.start} is not {encoding.upper()}; save the file as UTF-8, or name its "
            "encoding, such as --encoding windows-1252"
        ) from None


def _refuse_unfit(text: str) -> None:
    if "\x00" in text:
        raise Refusal("the file holds zero bytes, so it is not text; save its text as a plain file")
    if not text.strip():
        raise Refusal("the text is empty")
    if len(text) > LONGEST:
        n = f"{len(text):,}"
        raise Refusal(f"{n} characters are more than an article has; cut out the article")


def _of_page(saved: str) -> Article:
    """The article of an HTML page below the lines of its head."""
    page = markup.read(saved)
    if len(page.article.split()) < 20:
        raise Refusal("no article was found in the page; save its text as a plain file")
    named = {key: getattr(page, key) for key in HEAD if getattr(page, key)}
    lines = [named[key] for key in ("title", "byline", "publisher", "published") if key in named]
    n_lines = len(lines)
    text = "\n".join(lines) + "\n\n" + page.article + "\n"
    _refuse_unfit(text)
    cut = f"; its tables of {page.n_cells:,} cells are cut: see --table" if page.n_cells else ""
    return Article(text, named, (), f"head and article of the HTML page{cut}", n_lines)


def unwrapped(text: str) -> str:
    """A text whose lines were wrapped at one width, with each paragraph as a line.

    A line goes on where the first word of the next would hardly have fit into the width.

    >>> lines = ["x" * 60, "y" * 8, "", "z" * 58, "a" * 9, "", "b" * 59, "c" * 30, "Ann Lee"]
    >>> [len(line) for line in unwrapped("\\n".join(lines)).splitlines()]
    [69, 0, 68, 0, 90, 7]
    """
    lines = [line.rstrip() for line in text.split("\n")]
    width = max(map(len, lines)) - SLACK
    goes_on = [bool(a and b and len(f"{a} {b.split()[0]}") > width) for a, b in pairwise(lines)]
    n_inside = sum(bool(a and b) for a, b in pairwise(lines))
    if width > WIDEST or sum(goes_on) < max(FEWEST_WRAPPED, n_inside * MOSTLY):
        return text
    joined = lines[:1]
    for line, is_joined in zip(lines[1:], goes_on, strict=True):
        if is_joined:
            joined[-1] += f" {line.lstrip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each line with words begins and ends."""
    for found in re.finditer(r"\S[^\n]*", text):
        yield found.start(), found.start() + len(found[0].rstrip())
