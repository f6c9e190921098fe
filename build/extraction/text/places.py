"""Regions of a text, and whether statements are looked for in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

Region = tuple[int, int, str]
"""Start, end and kind of a stretch of text."""

INADMISSIBLE = frozenset(
    {"caption", "related_headline", "boilerplate", "comments", "image_credit", "byline"}
)
"""Regions whose words are nobody's statement in the article."""


class Places:
    """Where in the text a span lies, and whether statements are looked for there."""

    def __init__(self, regions: Iterable[Region] | None) -> None:
        self.regions = sorted(regions or ())
        self.starts = [region[0] for region in self.regions]

    def at(self, offset: int) -> str:
        k = bisect_right(self.starts, offset) - 1
        inside = k >= 0 and offset < self.regions[k][1]
        return self.regions[k][2] if inside else "body"

    def admits(self, offset: int) -> bool:
        return self.at(offset) not in INADMISSIBLE
