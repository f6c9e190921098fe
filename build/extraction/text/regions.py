"""Which stretch of a text is the article, and which is something else on the same page.

Everything else reads regions first: a comment, a headline of another story or a license notice
may look like news and must not be taken for it. The rules look at one line (a paragraph of the
held text) at a time, and at what has been seen before it; no rule knows a document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

Region = tuple[int, int, str]
"""Start, end (exclusive) and kind of a stretch of text."""

KINDS = (
    "headline",
    "deck",
    "byline",
    "body",
    "embedded",
    "caption",
    "image_credit",
    "related_headline",
    "boilerplate",
    "comments",
)

ARTICLE = frozenset({"headline", "deck", "body", "embedded"})
"""Kinds whose words may support any fact."""

HEADLINE_WORDS = 32  # longer first lines are lead paragraphs, whatever their punctuation
SENTENCE_HEADLINE_WORDS = 16  # a first line that ends in a full stop must be shorter than that
DECK_WORDS = 40
RELATED_WORDS = 5  # a shorter title-case line is a heading inside the article
CAPTION_WORDS = 60
TITLE_CASE = 0.7  # share of the longer words that begin with a capital
HEAD_LINES = 12  # how far down a byline may stand

SITES = r"(?:Facebook|Twitter|Instagram|YouTube|Parler|Gab|Telegram|Telegraph|X|Google|LinkedIn)"
AGENCY_CREDIT = (
    r"(?:Wikimedia Commons|Wikipedia|Getty Images?|AP Photo|Associated Press|Shutterstock|Reuters|"
    r"Flickr|Pixabay|Unsplash|iStock|AFP|EPA|Bloomberg|ICE\.gov|Public [Dd]omain|Screen ?shot)"
)
OUTLET_VERB = r"(?:report(?:s|ed)|writes|wrote)"
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|la|van|von|der|al|bin|and|&)){1,6}"

COMMENTS = re.compile(
    r"(?:\d{1,5}|One|No) (?:thoughts?|comments?|replies|reply|responses?) (?:on|to)\b"
    r"|(?:\d{1,5} )?(?:Comments?|COMMENTS?|Responses|Replies)(?: ?\(\d{1,5}\))?:?$"
    r"|(?:Leave|Post|Add) a (?:[Rr]eply|[Cc]omment)\b"
    r"|(?:Join|Start) the (?:[Dd]iscussion|[Cc]onversation)\b"
    r"|(?:Reader|Top|Most recent) [Cc]omments\b"
)
BOILERPLATE = re.compile(
    rf"(?:Like|Follow|Find|Join|Visit) .{{1,80}}\bon {SITES}\b"
    r"|(?:This )?(?:[Cc]ontent|[Aa]rticle|[Ss]tory|[Pp]ost) (?:was )?"
    r"(?:created by|provided by|(?:first|originally) (?:published|appeared)|is republished)"
    r"|(?:Re)?[Pp]ublished (?:here )?with permission\b|Reprinted (?:with|by) permission"
    r"|(?:For|To) (?:licensing|permission|reprints?|syndication)\b"
    r"|Comments are closed|Comments (?:have been )?(?:disabled|turned off)"
    r"|(?:Sign up|Subscribe|Register|Log in|Donate|Support (?:us|our)|Click here|Download our)\b"
    r"|(?:Share|Tweet|Print|Email|Share this|Share on .{1,30}|Tweet this)(?: this)?[.:]?$"
    r"|(?:Posted|Filed) (?:in|under)\b|(?:Tags?|Categories|Topics|Keywords|Filed Under): ?"
    r"|(?:Copyright\b|©|\(c\) ?(?:19|20)\d\d|All rights reserved)"
    r"|Advertise?ment[.:]?$|ADVERTISEMENT|Story continues below\b|Sponsored\b"
    r"|(?:Read|See|Watch|View|Hear) (?:the )?(?:rest|full|whole|entire|original|more)\b.{0,80}$"
    r"|(?:ABSTRACT|FULL TEXT|Correction Appended|Loading\.*)\.?$"
    r"|(?:Got|Have) a (?:tip|news tip)\b|Send (?:tips|us)\b"
    r"|[-–—]* ?(?:additional )?reporting (?:from|by)\b"
)
SIGN_OFF = re.compile(
    rf".{{0,200}}\b(?:Follow (?:him|her|them|me) on|on {SITES}(?: at)?:? @|"
    r"Reach (?:him|her|them) (?:directly )?at|(?:E-?mail|Contact) (?:him|her|them|the author)\b)"
    r"|.{1,120}\bcontributed (?:reporting|to this (?:report|story|article))\b"
    rf"|{NAME} is (?:an?|the) .{{0,60}}\b(?:reporter|columnist|editor|correspondent|contributor)\b"
)
CREDIT = re.compile(
    r"(?:Featured )?(?:Images?|Photos?|Photographs?|Pictures?|Video|Graphic)s?"
    r"(?: credits?)? ?(?:courtesy|via|by|from|:|/)"
    r"|(?:Credits?|Source|Photographer|Screen ?shot)s? ?: ?"
    r"|\((?:Photo|Image|AP Photo|Picture|Screenshot)\b[^)]{0,200}\)$"
    rf"|{AGENCY_CREDIT}(?: ?[/|,(].{{0,100}})?$"
    rf"|[^.]{{1,80}}[/|(] ?{AGENCY_CREDIT}.{{0,60}}$",
)
CAPTION_CREDIT = re.compile(
    rf"(?P<caption>.{{2,400}}?) ?(?P<credit>(?:(?:[/|] ?)?\b(?:IMAGE|PHOTO|Image|"
    rf"Photo|Screenshot)S? ?:"
    rf"|\((?:Photo|Image|AP Photo|Credit|Screenshot|{AGENCY_CREDIT})\b).{{0,200}})$"
)
BYLINE = re.compile(
    rf"(?:By|BY|Written by|Posted by|From) {NAME}(?:,| \||$| on | [-–—/]).{{0,80}}$"
    rf"|(?:By|BY|Written by|Posted by) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,5}}$"
    rf"|{NAME} ?(?:,|\|) ?(?:Staff|Senior|Contribut|Report|Correspondent|Editor|Associated Press)"
    r".{0,60}$"
    r"|(?:Published|Posted|Updated|Last updated|Date)(?: on| at|:)? ?.{0,20}\d.{0,40}$"
)
DATE_LINE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2},? (?:19|20)\d\d\.?$"
)
BYLINE_PREFIX = re.compile(rf"\({NAME}, [A-Z][^()]{{1,60}}\)")
RELATED = re.compile(
    r"(?:Related|RELATED|See [Aa]lso|SEE ALSO|Read [Aa]lso|READ(?: MORE| ALSO)?|"
    r"MORE|More from .{1,40}"
    r"|Read [Mm]ore|Also read|Must read|You may also like|Recommended|Trending)(?: Stories)? ?: ?\S"
)
RELATED_INLINE = re.compile(
    r"[(\[](?:Related|RELATED|See also|SEE ALSO|Read more|READ MORE|"
    r"Also read) ?: ?[^()\[\]]{3,300}[)\]]"
)
EMBEDS = re.compile(rf"[^“”\"]{{0,300}}\b{OUTLET_VERB}(?: that| on .{{1,30}}| [A-Z]\w+)?:$")
CAPITALS = re.compile(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,5}")

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


def region_at(parts: Sequence[Region], position: int) -> str:
    """Kind of the region that holds a position; body where nothing is known."""
    index = bisect_right(parts, position, key=lambda part: part[0]) - 1
    return parts[index][2] if index >= 0 and position < parts[index][1] else "body"


def reading(parts: Sequence[Region], kinds: Iterable[str]) -> Callable[[int], str | None]:
    """A function from position to region kind that answers None outside the kinds wanted."""
    wanted = frozenset(kinds)

    def kind(position: int) -> str | None:
        found = region_at(parts, position)
        return found if found in wanted else None

    return kind


def _labeled(text: str) -> Iterator[tuple[int, str]]:
    """Start and kind of every stretch, line by line; a line may hold several."""
    lines = [(match.start(), match.group()) for match in LINE.finditer(text)]
    seen: set[str] = set()
    quoting = None
    for index, (start, line) in enumerate(lines):
        bare = line.strip()
        following = lines[index + 1][1].strip() if index + 1 < len(lines) else ""
        kind = _page_kind(bare, index, seen, last=index >= len(lines) - 2)
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
        if kind == "body" and EMBEDS.match(bare):
            quoting = _introduced(bare, following)


def _page_kind(line: str, index: int, seen: set[str], last: bool) -> str | None:
    """The kind of a line that belongs to the page and not to the story, or None."""
    if "comments" in seen or COMMENTS.match(line):
        return "comments"
    if BOILERPLATE.match(line) or (last and SIGN_OFF.match(line)):
        return "boilerplate"
    if RELATED.match(line) and len(line.split()) <= HEADLINE_WORDS:
        return "related_headline"
    if len(line.split()) <= CAPTION_WORDS and CREDIT.match(line):
        return "image_credit"
    if index < HEAD_LINES and (BYLINE.match(line) or DATE_LINE.match(line)):
        return "byline"
    if len(line.split()) <= CAPTION_WORDS and CAPTION_CREDIT.match(line):
        return "caption"
    return None


def _article_kind(line: str, following: str, seen: set[str]) -> str:
    """Headline, deck, a headline of another story, or body."""
    if seen & {"body", "embedded"}:
        return "related_headline" if _is_related(line) else "body"
    if "headline" not in seen:
        return "headline" if _is_headline(line, following) else "body"
    if not following or not _is_deck(line):
        return "body"
    # A second headline under the deck is a teaser: a page has one headline of its own.
    return "related_headline" if "deck" in seen and _is_title_case(line) else "deck"


def _is_headline(line: str, following: str) -> bool:
    """Does the first line of the page look like its headline?"""
    words = len(line.split())
    if not following or words > HEADLINE_WORDS or BYLINE_PREFIX.match(line):
        return False
    return _is_title_case(line) or words <= SENTENCE_HEADLINE_WORDS or not FINAL.search(line)


def _is_deck(line: str) -> bool:
    """Is the line a short summary or a displayed quotation rather than a sentence of the story?"""
    if len(line.split()) > DECK_WORDS or BYLINE_PREFIX.match(line):
        return False
    displayed = line[0] in "‘“'\"" and line[-1] in "’”'\""
    return displayed or not FINAL.search(line)


def _is_related(line: str) -> bool:
    """Is a line between paragraphs the headline of another story?"""
    if FINAL.search(line) or not RELATED_WORDS < len(line.split()) <= HEADLINE_WORDS:
        return False
    return line[0] not in "‘“\"'•*-–—" and _is_title_case(line)


def _is_title_case(line: str) -> bool:
    """Do nearly all the words that could begin with a capital do so?"""
    words = [word for word in WORD.findall(line) if word.lower() not in SMALL_WORDS]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and capitals >= TITLE_CASE * len(words)


def _introduced(line: str, following: str) -> str:
    """How to tell where another article's words end: its marks, or the name of its outlet."""
    if following[:1] in ("“", '"', "‘", "'"):
        return following[0]
    return (names[-1] if (names := CAPITALS.findall(line)) else "") or line


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
    if kind == "caption" and (split := CAPTION_CREDIT.match(line)):
        yield start, "caption"
        yield start + split.start("credit"), "image_credit"
        return
    prefix = BYLINE_PREFIX.match(line) if kind == "body" else None
    if prefix:
        yield start, "byline"
        start, line = start + prefix.end(), line[prefix.end() :]
    yield start, kind
    if kind in ("body", "embedded"):
        for inline in RELATED_INLINE.finditer(line):
            yield start + inline.start(), "related_headline"
            yield start + inline.end(), kind
