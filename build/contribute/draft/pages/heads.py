"""The lines above a plain text: which are its headline, who signed it and when, and which begin it.

A line is judged by its form: a name behind "By", a day between bars, a label of a release, the name
of a paper. What opens with a place and a dash, or is long, begins the story.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from contribute.draft.pages import signing
from contribute.draft.pages.article import paragraphs
from contribute.draft.pages.signing import BAR, DAY, NAMING, SITE
from extraction.text import page_lines
from extraction.text.months import MONTH
from ice_subpoenas.derivations.find import Span
from texts.held import Region

FULL_DAY = re.compile(DAY, re.I)
"""A day with its year, in the forms in which pages print when they appeared."""
MONTH_OF_YEAR = re.compile(rf"\b{MONTH} 20\d\d\b")
UPDATED = re.compile(r"\b(?:updated|modified)\b[^|•·;\n]{0,40}$", re.I)
"""Words before the day of a later version."""
FOOT = re.compile(
    rf"\W*(?:this (?:story|article|post|column|report) )?(?:was |is )?(?:first |originally )?"
    rf"(?:published|posted|appeared)\b[^.\n]{{0,60}}?(?P<day>{DAY})[^\n]{{0,160}}",
    re.I,
)
"""A line by itself that says when a text appeared."""
DATELINE = re.compile(
    r"\s*(?=[^a-z]{3})[^\W\d_a-z][\w.’' -]{2,30}(?:, [A-Z][\w. ]{1,20})?"
    rf"(?:,? \(?(?P<day>{DAY})\)?)?(?: \([^)\n]{{2,40}}\))? ?[—–-]+ "
)
"""Where a reporter was, and maybe the day, before the first words of an article."""
STORY = re.compile(r"\bsubpoena|\bICE\b|\bsheriff\b", re.I)
"""Words by which a loud line tells the story, and is the name of nothing."""
EXPLAINED = re.compile(
    r"[^—]{3,40} — [a-z]|"
    r"(?:The|An?) (?:[\w’'-]+ ){0,4}(?:newspaper|magazine|newsletter|weekly|voice) (?:of|for) "
)
"""The name of a site, and what it is about."""
_OTHERS = (
    r"(?:more (?:stories|articles|news|headlines|coverage|to read|from [^:.\n]{2,40})|"
    r"(?:read|see|watch|listen|hear|up) (?:next|more|also|this)|(?:also|keep) read(?:ing)?|"
    r"related(?: (?:story|stories|articles|news|coverage|links|content))?|(?:top|latest|other|"
    r"trending|popular|similar) (?:stories|news|headlines)|most (?:read|popular)|trending(?: now)?|"
    r"in other news|recommended(?: for you)?|(?:you|readers) (?:may|might) also like|"
    r"watch(?: now| live)?|listen|previously(?= ?:))"
)
OTHERS_LINE = re.compile(rf"{_OTHERS}(?: ?[:|•›»–—] ?\S.*| ?[:|•›»–—]?)", re.I)
"""A line that leads to other stories: to the one that it names, or to those of the next lines."""
PAGE = ("boilerplate", "image_credit", "caption")
"""Kinds that a line of the head keeps."""
HEAD = 8  # lines in which a head ends
DECKS = 2  # lines between a headline and who signs
VOLUME = re.compile(r"(?:Vol(?:ume|\.)|Issue|No\.) ?\d")
"""How a line below the name of a newsletter begins."""
LONG = 32  # words of a line that begins the story
FEWEST = 5  # words of a headline below the name of a site


def is_story(line: str) -> bool:
    """Whether a line begins the story: by a place before a dash, or by its length.

    >>> is_story("MILLRACE -- The sheriff said on Tuesday that he would not answer either paper.")
    True
    """
    n_words = len(line.split())
    is_sentence = n_words > 2 * NAMING and line.rstrip('”"’)')[-1:] in (".", "!", "?")
    return n_words > LONG or (is_sentence and bool(DATELINE.match(line)))


def is_signed(line: str) -> bool:
    """Whether a line says who wrote a text, or when it appeared, and nothing else.

    >>> [is_signed(line) for line in ("ANN LEE / May 3, 2026", "On May 3, 2026, the clerk wrote.")]
    [True, False]
    """
    kinds = _parts(line)
    is_known = not kinds & {"words", "named"}
    is_sentence = "words" in kinds and line[-1] in ".!?" and len(line.split()) > NAMING
    is_dated = any(signing.DAYS.fullmatch(piece) for piece in BAR.split(line))
    return bool(
        is_dated
        or ("by" in kinds and not is_sentence)
        or page_lines.BYLINE.match(line)
        or (is_known and (kinds & {"day", "role"} or kinds >= {"person", "outlet"}))
    )


def _parts(line: str) -> set[str]:
    return {part.kind for part in signing.parts(line, (0, len(line)))}


def of(text: str, parts: Sequence[Region]) -> list[Region]:
    """The regions of a plain text, with the lines of its head as what they are."""
    lines = [*paragraphs(text)]
    kinds = _kinds([text[slice(*span)] for span in lines[: HEAD + 1]])
    kinds += [None] * (len(lines) - len(kinds))
    told = [
        (span, known)
        for span, kind in zip(lines, kinds, strict=True)
        if (known := kind or _story(text, span, parts))
        if kind in (None, "headline") or not any(
            p.start <= span[0] < p.end and p.kind in PAGE for p in parts
        )
    ]  # fmt: skip
    return [*relabeled(text, parts, told)]


def _story(text: str, span: Span, parts: Iterable[Region]) -> str | None:
    """Body, for the first words of a story that look like a headline."""
    part = next((p for p in parts if p.start <= span[0] < p.end), None)
    is_other = part and part.kind in ("headline", "deck", "related_headline")
    return "body" if is_other and is_story(text[slice(*span)]) else None


def _kinds(lines: Sequence[str]) -> list[str | None]:
    """The kind of each line of the head that is known by its form; null for the others."""
    first = next((n for n, line in enumerate(lines) if is_story(line)), len(lines))
    found = [_parts(line) if n < first else {"words"} for n, line in enumerate(lines)]
    signed = {n for n in range(first) if is_signed(lines[n])}
    kinds: list[str | None] = [None] * len(lines)
    if not signed or is_story(lines[0]):
        return kinds
    last = max(signed)
    labels = {n for n in range(first) if found[n] == {"label"}}
    free = [n for n in range(min(last + 2, first)) if n not in signed | labels]
    above = [*_above(lines, found, free, signed | labels)]
    titles = [n for n in free if n not in above and n < last] or [
        n for n in free if above and n > last and lines[n][-1] != "."
    ]
    title = titles[0] if titles else -1
    signs = [n for n in signed if "by" in found[n]]
    known = signed | {*above} | {n for n in labels if n < title}
    for n in [*range(first), *range(first - 1, -1, -1)]:
        is_near = n - 1 in known or n + 1 in known
        is_deck = n == title + 1 and n + 1 in signs and "outlet" not in found[n]
        is_own = n > title and not is_deck and "words" not in found[n]
        known |= {n} if is_near and is_own else set()
    for n in known:
        kinds[n] = "byline"
    if titles:
        kinds[title] = "headline"
        decks = [n for n in range(title + 1, min(signs, default=0)) if kinds[n] is None]
        for n in decks if len(decks) <= DECKS else ():
            kinds[n] = "deck"
    return kinds


def _above(
    lines: Sequence[str], found: Sequence[set[str]], free: Sequence[int], signed: set[int]
) -> Iterator[int]:
    """The lines above the title: the name of a paper or of a part of it."""
    for n, below in pairwise(free):
        is_outlet = found[n] == {"outlet"} and n + 1 in signed and "by" not in found[n + 1]
        is_outlet = is_outlet or bool(VOLUME.match(lines[n + 1]))
        is_outlet = is_outlet and lines[below][-1] != "."
        if not (is_outlet or _is_above(lines[n], lines[below])):
            return
        yield n


def others(text: str) -> Iterator[tuple[Span, str]]:
    """The lines that lead to other stories, and those below them up to the next that is a sentence.

    >>> text = "Ruiz said no.\\n\\nMORE NEWS\\nMill closes\\nBoard meets on dogs\\n"
    >>> [text[slice(*span)] for span, _ in others(text)]
    ['MORE NEWS', 'Mill closes', 'Board meets on dogs']
    """
    is_open = False
    for n, span in enumerate(paragraphs(text)):
        line = text[slice(*span)]
        found = OTHERS_LINE.fullmatch(line) if n else None
        is_open = bool(found or (is_open and line[-1] not in ".!?”\"'"))
        if is_open:
            yield span, "related_headline"
        is_open = is_open and not (found and len(line.split()) > NAMING)


def _is_above(line: str, title: str) -> bool:
    """Whether a line is the name of a paper, a site or a section above the title of a story.

    >>> _is_above("THE LINDEN LEDGER", "School board gives up forms, not files")
    True
    >>> _is_above("Notes on papers — a blog about courts", "A board wins one, for no reason")
    True
    >>> _is_above("ICE SUBPOENAS COUNTY", "Clerk will not answer, she says")
    False
    """
    if len(title.split()) < FEWEST:
        return False
    n_words = len(line.split())
    is_loud = line.isupper() and not title.isupper() and not STORY.search(line)
    is_site = n_words < FEWEST and SITE.search(line)
    return bool((is_loud and n_words <= NAMING) or is_site or EXPLAINED.match(line))


def full_days(text: str, parts: Iterable[Region]) -> list[Span]:
    """The days in the head on which a text appeared, those of later versions last; else the day
    beside the place before the story, or of a line that says when it was first printed."""
    days = [m.span() for p in parts if p.kind == "byline" for m in _days(text, (p.start, p.end))]
    if days:
        return sorted(days, key=lambda span: bool(UPDATED.search(text[: span[0]])))
    lines = [*paragraphs(text)]
    opened = (DATELINE.match(text, *span) for span in lines[:HEAD])
    closed = (FOOT.fullmatch(text, *span) for span in (*lines[:HEAD], *lines[-3:]))
    return [found.span("day") for found in (*opened, *closed) if found and found["day"]]


def _days(text: str, span: Span) -> list[re.Match[str]]:
    """The days of a stretch, or else its months of a year."""
    return [*FULL_DAY.finditer(text, *span)] or [*MONTH_OF_YEAR.finditer(text, *span)]


def relabeled(
    text: str, parts: Iterable[Region], found: Sequence[tuple[Span, str]]
) -> Iterator[Region]:
    """The regions, with some spans as regions of their own kind."""
    for part in parts:
        at = part.start
        for (start, end), kind in found:
            if part.start <= start < part.end and kind != part.kind:
                if text[at:start].strip():
                    yield Region(at, start, part.kind)
                at = min(end, part.end)
                yield Region(start, at, kind)
        if text[at : part.end].strip():
            yield Region(at, part.end, part.kind)
