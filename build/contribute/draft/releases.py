"""Releases of public bodies, which say above their headline that they are one."""

from __future__ import annotations

import re

from contribute.draft.article import paragraphs
from texts.held import Region

RELEASE = re.compile(r"(?:(?:news|press|media) release|for immediate release)\b.*", re.I)
LABEL = re.compile(
    r"(?:for (?:immediate )?release|contact|media contact|date)\b.*|.{0,30}\b20\d\d", re.I
)
"""A line of the head that is no headline: a label, or a day."""
HEAD = 8  # lines in which a release says that it is one


def head(text: str) -> list[Region]:
    """Head and headline of a release; empty for any other text."""
    lines = list(paragraphs(text))[:HEAD]
    labels = [n for n, (a, b) in enumerate(lines) if RELEASE.fullmatch(text[a:b])]
    for n in range(labels[0] + 1 if labels else len(lines), len(lines)):
        start, end = lines[n]
        if not (RELEASE.fullmatch(text[start:end]) or LABEL.fullmatch(text[start:end])):
            above = Region(lines[0][0], lines[n - 1][1], "byline")
            return [above, Region(start, end, "headline")]
    return []
