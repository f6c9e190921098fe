"""The lines above a plain text: which are its headline, who signed it and when, and which begin it.

A line is judged by its form: a name behind "By", a day between bars, a label of a release, the name
of a paper. What opens with a place and a dash, or is long, begins the story.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from contribute.draft.pages.article import paragraphs
from extraction.text import page_lines
from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.find import Span
from texts.held import Region

DAY = (
    rf"(?:\b{MONTH} [0-3]?\d(?:st|nd|rd|th)?,? 20\d\d\b|\b[0-3]?\d {MONTH},? 20\d\d\b|"
    r"\b20\d\d-[01]?\d-[0-3]?\d(?!\d)|\b[01]?\d/[0-3]?\d/20\d\d\b)"
)
FULL_DAY = re.compile(DAY, re.I)
"""A day with its year, in the forms in which pages print when they appeared."""
MONTH_OF_YEAR = re.compile(rf"\b{MONTH} 20\d\d\b")
CLOCK = r"\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,3}T\)?)?"
LABEL = (
    r"(?:first |originally |last )?(?:published|posted|updated|modified|dated?|filed|issued|"
    r"released|created|printed|aired|broadcast)"
)
_WEEKDAY = rf"(?:{WEEKDAY}|(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat)\.?)"
SIGNED_DAY = re.compile(
    rf"\W*(?:{LABEL}\W{{0,3}}|(?:issue|no\.|vol\.) ?\d+\W{{0,3}}|issue of )*(?:on |at )?"
    rf"(?:{CLOCK},? )?(?:on )?(?:{_WEEKDAY},? )?(?:{DAY}|{MONTH} 20\d\d\b)"
    rf"(?:,? (?:at )?{CLOCK})?\W*",
    re.I,
)
"""The day on which a page appeared, alone between the bars of a line."""
BAR = re.compile(r"\s*[|•·*;/]\s+|\s+[/*]\s*|\s+[–—-]{1,2}\s+")
"""What parts the pieces of a line of the head."""
BY = re.compile(
    r"(?:\w+ / )?(?:(?:[A-Z][\w’' ]{2,30}, )?[Aa] (?:weekly )?column by|"
    r"By|BY|by|(?:Written|Posted|Story|Reported) by|From):? (?=[^\W\d_a-z])"
)
PLACED_DAY = re.compile(
    r"(?:(?-i:[A-Z])[\w.’']*(?: (?-i:[A-Z])[\w.’']*){0,3}, ){1,2}" + SIGNED_DAY.pattern, re.I
)
"""A day behind a place: Linden, Ohio, March 3, 2026."""
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
SITE = re.compile(
    r"\b(?:Post|News|Times|Courier|Herald|Gazette|Ledger|Journal|Tribune|Star|Blog|Daily|Weekly|"
    r"Radio|Press|Record|Sentinel|Observer|Chronicle|Register|Dispatch|Wire|Today|Mercury|Globe|"
    r"Examiner|Bulletin|Pennysaver|Newsletter|Magazine|Review|Report)s?$|&|\.(?:com|org|net)$|"
    r"^(?:The )?(?:Daily|Weekly) [A-Z]"
)
"""Words by which a short line is the name of a paper or site."""
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
HEAD = 8  # lines in which a head ends
LONG = 32  # words of a line that begins the story
NAMING = 6  # words of a publisher's name
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
    if is_story(line):
        return False
    pieces = BAR.split(line)
    is_dated = any(SIGNED_DAY.fullmatch(piece) for piece in pieces)
    is_byline = page_lines.BYLINE.match(line) or BY.match(line)
    return bool(is_dated or is_byline or PLACED_DAY.fullmatch(line))


def of(text: str, parts: Sequence[Region]) -> list[Region]:
    """The regions of a plain text, with the lines of its head as what they are."""
    lines = [*paragraphs(text)]
    kinds = _kinds([text[slice(*span)] for span in lines[: HEAD + 1]])
    kinds += [None] * (len(lines) - len(kinds))
    told = [
        (span, known)
        for span, kind in zip(lines, kinds, strict=True)
        if (known := kind or _story(text, span, parts))
    ]
    return [*relabeled(text, parts, told)]


def _story(text: str, span: Span, parts: Iterable[Region]) -> str | None:
    """Body, for the first words of a story that look like a headline."""
    part = next((p for p in parts if p.start <= span[0] < p.end), None)
    is_other = part and part.kind in ("headline", "deck", "related_headline")
    return "body" if is_other and is_story(text[slice(*span)]) else None


def _kinds(lines: Sequence[str]) -> list[str | None]:
    """The kind of each line of the head that is known by its form; null for the others."""
    first = next((n for n, line in enumerate(lines) if is_story(line)), len(lines))
    signed = [n for n in range(first) if is_signed(lines[n])]
    kinds: list[str | None] = [None] * len(lines)
    if not signed or is_story(lines[0]):
        return kinds
    for n in signed:
        kinds[n] = "byline"
    for n in range(1, signed[-1] + 2):
        is_near = any(abs(n - m) == 1 for m in signed)
        if n < first and n not in signed and is_near and _is_name(lines[n]):
            kinds[n] = "byline"
    titles = [n for n in range(signed[-1]) if kinds[n] is None]
    below = signed[-1] + 1
    if below < first and titles and all(SITE.search(lines[n].title()) for n in titles):
        titles += [below] if kinds[below] is None else []
    while len(titles) > 1 and _is_above(lines[titles[0]], lines[titles[1]]):
        kinds[titles.pop(0)] = "byline"
    if titles:
        kinds[titles[0]] = "headline"
    return kinds


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


def _is_name(line: str) -> bool:
    """Whether a line is short and ends as no sentence does: the name of a paper or an office."""
    is_short = all(len(piece.split()) <= NAMING for piece in BAR.split(line))
    return is_short and line[-1] not in '.,!?:;”"'


def _is_above(line: str, title: str) -> bool:
    """Whether a line is the name of a paper, a site or a section above the title of a story.

    >>> _is_above("THE LINDEN LEDGER", "School board gives up forms, not files")
    True
    >>> _is_above("Notes on papers — a blog about courts", "A board wins one, for no reason")
    True
    >>> _is_above("ICE SUBPOENAS COUNTY", "Clerk will not answer, she says")
    False
    """
    if not _is_title(title):
        return False
    n_words = len(line.split())
    is_loud = line.isupper() and not title.isupper() and not STORY.search(line)
    is_site = n_words < FEWEST and SITE.search(line)
    return bool((is_loud and n_words <= NAMING) or is_site or EXPLAINED.match(line))


def _is_title(line: str) -> bool:
    return len(line.split()) >= FEWEST


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
