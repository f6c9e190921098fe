"""Which stretch of a text is the article, and which is something else on the same page.

Everything else reads regions first: a comment, a headline of another story or a license notice
may look like news and must not be taken for it. The rules look at one line (a paragraph of the
held text) at a time, and at what has been seen before it; no rule knows a document.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from extraction.text import page_lines as shapes

Region = tuple[int, int, str]
"""Start, end (exclusive) and kind of a stretch of text."""
KindAt = Callable[[int], str | None]
"""The kind of the region that holds a position; null outside the kinds that are read."""

KINDS = (
    "headline", "deck", "byline", "body", "embedded", "caption", "image_credit",
    "related_headline", "boilerplate", "comments",
)  # fmt: skip

ARTICLE = frozenset({"headline", "deck", "body", "embedded"})
"""Kinds whose words may support any fact."""

HEADLINE_WORDS = 32  # longer first lines are lead paragraphs, whatever their punctuation
SENTENCE_HEADLINE_WORDS = 16  # a first line that ends in a full stop must be shorter than that
DECK_WORDS = 40
RELATED_WORDS = 5  # a shorter title-case line is a heading inside the article
CAPTION_WORDS = 60
TITLE_CASE = 0.7  # share of the longer words that begin with a capital
HEAD_LINES = 12  # how far down a byline may stand
LONGEST_NOTICE = 700  # characters; a longer line is a paragraph of the story
MARKS = "‘“'\""
"""Marks with which somebody's words begin."""
NOTICES = (shapes.NAVIGATION, shapes.BOILERPLATE, shapes.ARCHIVED, shapes.COMMENTS)
PLEAS = (shapes.APPEAL, shapes.CONSENT)
PLEA_STEMS = (
    *("ookie", "lease give", "lease donat", "lease consider", "ive a gift", "ake a gift"),
    *("ake a donation", "ax-deductible", "ecome a member", "ecome a monthly", "ecome a supporter"),
    *("readers like you", "on readers", "on you", "ournalism", "ewsroom", " news", "comes from"),
    *("ign up for", "you agree", "you consent", "rivacy", "erms of"),
)
"""Letters of which an appeal or a notice of consent holds some."""
CREDIT_STEMS = ("hoto", "HOTO", "mage", "MAGE", "creenshot", "(")
"""Letters of which a caption with its credit holds some."""
ENDING = 12  # characters at the end of a line that may hold its last mark

FINAL = re.compile(r"[.!?:;…,]['\"’”)\]]*$")
LINE = re.compile(r"\S[^\n]*")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is nor of off on or out over per the to up via vs"
    " with".split()
)


def regions(text: str) -> list[Region]:
    """A partition of the text into named regions, in order, without gaps or overlaps.

    >>> regions("City Sues Agency Over Records\\n\\nBy Ann Lee\\n\\nThe city sued on Monday.")
    [(0, 31, 'headline'), (31, 43, 'byline'), (43, 67, 'body')]
    """
    if not text:
        return []
    starts, first = [(0, "body")], True
    for start, kind in _labeled(text):
        if first:
            starts, first = [(0, kind)], False
        elif kind != starts[-1][1]:
            starts.append((start, kind))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True)]


def reading(parts: Sequence[Region], kinds: Iterable[str]) -> KindAt:
    """A function from position to region kind that answers None outside the kinds wanted."""
    wanted, starts = frozenset(kinds), [start for start, _, _ in parts]

    def kind(position: int) -> str | None:
        index = bisect_right(starts, position) - 1
        inside = index >= 0 and position < parts[index][1]
        found = parts[index][2] if inside else "body"
        return found if found in wanted else None

    return kind


def _labeled(text: str) -> Iterator[tuple[int, str]]:
    """Start and kind of every stretch, line by line; a line may hold several."""
    lines = [(match.start(), match.group()) for match in LINE.finditer(text)]
    seen: set[str] = set()
    quoting, listing = None, False
    for index, (start, line) in enumerate(lines):
        bare = line.strip()
        following = lines[index + 1][1].strip() if index + 1 < len(lines) else ""
        kind = _page_kind(bare, index, seen, last=index >= len(lines) - 2)
        listing = bool(shapes.RELATED_LIST.match(bare) or (listing and shapes.BULLET.match(bare)))
        if listing:
            kind = "related_headline"
        if kind is None:
            kind = _article_kind(bare, following, seen)
            if kind == "body":
                quoting = _still_quoting(quoting, bare)
                kind = "embedded" if quoting else "body"
        else:
            # A picture may interrupt another article's words; the way back to it ends them.
            quoting = None if kind == "boilerplate" else quoting
        seen.add(kind)
        yield from _stretches(line, start, kind)
        if kind == "body" and bare[-1] == ":" and shapes.EMBEDS.match(bare):
            quoting = _introduced(bare, following)


def _page_kind(line: str, index: int, seen: set[str], last: bool) -> str | None:
    """The kind of a line that belongs to the page and not to the story, or None."""
    if "comments" in seen or (shapes.COMMENTS.match(line) and seen & {"body", "embedded"}):
        return "comments"
    if last and shapes.SIGN_OFF.match(line):
        return "boilerplate"
    if len(line) > LONGEST_NOTICE:
        return None
    words = len(line.split())
    if _is_notice(line):
        return "boilerplate"
    if words <= HEADLINE_WORDS and (
        shapes.RELATED.match(line) or (_is_shouted(line) and "body" in seen)
    ):
        return "related_headline"
    if words <= CAPTION_WORDS and (shapes.CREDIT.match(line) or shapes.CREDIT_LINE.match(line)):
        return "image_credit"
    if index < HEAD_LINES and (shapes.BYLINE.match(line) or shapes.DATE_LINE.match(line)):
        return "byline"
    credited = words <= CAPTION_WORDS and any(stem in line for stem in CREDIT_STEMS)
    if credited and shapes.CAPTION_CREDIT.match(line):
        return "caption"
    return None


def _is_notice(line: str) -> bool:
    """Is the line navigation, an appeal for money, or another notice of the site?"""
    for notice in NOTICES:
        if notice.match(line):
            return True
    for stem in PLEA_STEMS:
        if stem in line:
            return line[0] not in MARKS and any(plea.match(line) for plea in PLEAS)
    return False


def _ends(line: str) -> bool:
    """Does the line end as a sentence does?"""
    return FINAL.search(line, max(0, len(line) - ENDING)) is not None


def _is_shouted(line: str) -> bool:
    """Is the line a headline in capitals, as some sites print those of other stories?"""
    if sum(map(str.islower, line[:40])) > 0.1 * len(line):
        return False
    letters = [char for char in line if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return len(line.split()) > RELATED_WORDS and capitals > 0.9 * len(letters)


def _article_kind(line: str, following: str, seen: set[str]) -> str:
    """Headline, deck, a headline of another story, or body."""
    if seen & {"body", "embedded"}:
        return "related_headline" if _is_related(line) else "body"
    if "headline" not in seen:
        return "headline" if _is_headline(line, following) else "body"
    if not following or not _is_deck(line):
        return "body"
    # A second headline under the deck is a teaser: a page has one headline of its own. Shorter
    # lines are the head of a letter.
    teaser = "deck" in seen and len(line.split()) > RELATED_WORDS and _is_title_case(line)
    return "related_headline" if teaser else "deck"


def _is_headline(line: str, following: str) -> bool:
    """Does the first line of the page look like its headline?"""
    words = len(line.split())
    if not following or words > HEADLINE_WORDS or shapes.BYLINE_PREFIX.match(line):
        return False
    return _is_title_case(line) or words <= SENTENCE_HEADLINE_WORDS or not _ends(line)


def _is_deck(line: str) -> bool:
    """Is the line a short summary or a displayed quotation rather than a sentence of the story?"""
    if len(line.split()) > DECK_WORDS or shapes.BYLINE_PREFIX.match(line):
        return False
    displayed = line[0] in MARKS and line[-1] in "’”'\""
    return displayed or not _ends(line)


def _is_related(line: str) -> bool:
    """Is a line between paragraphs the headline of another story?"""
    if _ends(line) or not RELATED_WORDS < len(line.split()) <= HEADLINE_WORDS:
        return False
    return line[0] not in f"{MARKS}•*-–—" and _is_title_case(line)


def _is_title_case(line: str) -> bool:
    """Do nearly all the words that could begin with a capital do so?"""
    words = [word for word in WORD.findall(line) if word.lower() not in SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= TITLE_CASE * len(words)


def _introduced(line: str, following: str) -> str:
    """How to tell where another article's words end: its marks, or the name of its outlet."""
    if following[:1] in ("“", '"', "‘", "'"):
        return following[0]
    return (names[-1] if (names := shapes.CAPITALS.findall(line)) else "") or line


def _still_quoting(quoting: str | None, line: str) -> str | None:
    """Whether another article's words go on in this line.

    Where they are marked, they end at the first line without a mark; else where the outlet is
    named again, since an outlet does not report what it itself reports.
    """
    if quoting is None:
        return None
    if len(quoting) == 1:
        return quoting if line.startswith(quoting) else None
    return None if quoting in line else quoting


def _stretches(line: str, start: int, kind: str) -> Iterator[tuple[int, str]]:
    """Start and kind of the parts of one line."""
    if kind == "caption" and (split := shapes.CAPTION_CREDIT.match(line)):
        yield start, "caption"
        yield start + split.start("credit"), "image_credit"
        return
    prefix = shapes.BYLINE_PREFIX.match(line) if kind == "body" else None
    if prefix:
        yield start, "byline"
        start, line = start + prefix.end(), line[prefix.end() :]
    yield start, kind
    if kind in ("body", "embedded"):
        for inline in shapes.RELATED_INLINE.finditer(line):
            yield start + inline.start(), "related_headline"
            yield start + inline.end(), kind
