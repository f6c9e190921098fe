"""Releases of public bodies, which say above their headline that they are one."""

import re
from collections.abc import Sequence
from itertools import takewhile

from contribute.draft.pages import heads, signing
from contribute.draft.pages.article import paragraphs
from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.find import Span
from texts.held import Region

RELEASE = re.compile(
    r"(?:(?:news|press|media) releases?|for immediate release)\W*"
    rf"(?:(?:{WEEKDAY},? )?{MONTH} \d{{1,2}}(?:, 20\d\d)?)?\W*",
    re.I,
)
"""A label on a line of its own, or beside a day; a headline may begin with the same words."""
LABEL = re.compile(
    r"(?:for (?:immediate )?release|contact|media contact|date)\b.*|.{0,30}\b20\d\d", re.I
)
"""A line of the head that is no headline: a label, or a day."""
SENTENCE = re.compile(r"(?:\S+\s+){9,}\S+[.”\"]")
"""A line that is the first paragraph, and no headline."""
OFFICE = re.compile(
    r"(?:(?:[A-Z][\w.’'-]* (?:of )?){1,5}?[A-Z][\w’'-]*, )?(?:The )?(?:Office|Department|Division|"
    r"Bureau|City|County|Town|State|Board) of\b.{3,60}|"
    r"(?:[A-Z][\w’'-]* ){1,5}(?:Office|Department|Council|Board)"
)
"""A line that names who issues a release, and no headline where another line may be one."""
HEAD = 8  # lines in which a release says that it is one


def head(text: str) -> list[Region]:
    """Head and headline of a release; empty for any other text.

    >>> head("Press release from ICE misstates facts\\n\\nBy Nora Feld\\n\\nThe sheriff spoke.\\n")
    []
    """
    lines = list(paragraphs(text))[:HEAD]
    labels = [n for n, (a, b) in enumerate(lines) if RELEASE.fullmatch(text[a:b])]
    for n in range(labels[0] + 1 if labels else len(lines), len(lines)):
        start, end = lines[n]
        if _is_story(text[start:end]):
            return _above(text, lines[:n])
        if not _is_label(text[start:end]):
            if _is_issuer(text, lines[n : n + 2]) and _goes_on(text, lines[n + 1 :]):
                continue
            above = Region(lines[0][0], lines[n - 1][1], "byline")
            return [above, Region(start, end, "headline"), *_issued(text, lines[n + 1 :])]
    return []


def _issued(text: str, lines: Sequence[Span]) -> list[Region]:
    """The lines below a headline that say which office issues a release, and when."""
    is_head = (OFFICE.fullmatch(text, *own) or _is_label(text[slice(*own)]) for own in lines)
    own = [line for line, _ in zip(lines, takewhile(bool, is_head), strict=False)]
    return [Region(own[0][0], own[-1][1], "byline")] if own else []


def _is_issuer(text: str, lines: Sequence[Span]) -> bool:
    """Whether the first of two lines names who issues a release: an office, or a short name above
    a label."""
    line, *below = (text[slice(*own)] for own in lines)
    is_short = len(line.split()) < heads.FEWEST and signing.is_named(line)
    return bool(OFFICE.fullmatch(line) or (is_short and any(map(_is_label, below))))


def _goes_on(text: str, lines: Sequence[Span]) -> bool:
    """Whether a line that may be a headline stands before the story."""
    found = (text[a:b] for a, b in lines if not _is_label(text[a:b]))
    line = next(found, "")
    return bool(line) and not _is_story(line)


def _is_story(line: str) -> bool:
    """Whether a line begins the story, or is its first paragraph."""
    return heads.is_story(line) or bool(SENTENCE.fullmatch(line.strip()))


def _above(text: str, lines: Sequence[Span]) -> list[Region]:
    """The head of a release whose headline stands above its labels."""
    at = next((n for n, (a, b) in enumerate(lines) if not _is_label(text[a:b])), None)
    if at is None:
        return [Region(lines[0][0], lines[-1][1], "byline")]
    start, end = lines[at]
    before = [Region(lines[0][0], lines[at - 1][1], "byline")] if at else []
    behind = [Region(end, lines[-1][1], "byline")] if lines[at + 1 :] else []
    return [*before, Region(start, end, "headline"), *behind]


def _is_label(line: str) -> bool:
    return bool(RELEASE.fullmatch(line) or LABEL.fullmatch(line))
