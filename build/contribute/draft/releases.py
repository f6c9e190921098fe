"""Releases of public bodies, which say above their headline that they are one."""

from __future__ import annotations

import re

from contribute.draft.article import paragraphs
from extraction.text.months import MONTH, WEEKDAY
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
        if not (RELEASE.fullmatch(text[start:end]) or LABEL.fullmatch(text[start:end])):
            above = Region(lines[0][0], lines[n - 1][1], "byline")
            return [above, Region(start, end, "headline")]
    return []
