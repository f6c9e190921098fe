"""Quotations that are nobody's statement: titles of works, nicknames, markup."""

import re

from extraction.grammar import tags
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Paragraph
from extraction.text.marks import Segment
from extraction.text.words import word_set

TITLE_NOUNS = word_set("""
book film movie song show program documentary series album article paper novel memoir essay podcast
episode broadcast hit musical play drama sitcom single magazine newspaper column report poem comedy
spot titled entitled clip exhibition game interview anthem ballad rendition commentary editorial
""")
LONGEST_TITLE = 80  # characters
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def is_title(g: Paragraph, token: int) -> bool:
    """Whether it is the title of a work: on “Morning Report”; her book “The Long Way”."""
    p = g.p
    inner = p.text[p.quote[token].start : p.quote[token].end]
    capital = inner[:1].isupper() or inner[:1].isdigit()
    if len(inner) > LONGEST_TITLE or not capital:
        return False
    words = _LONG_WORD.findall(inner)
    if not all(word[0].isupper() for word in words):
        return False
    low, _ = p.bounds(token)
    if any(p.low[j] in TITLE_NOUNS for j in range(max(low, token - 3), token)):
        return True
    return token > low and _stands_as_title(g, token, len(words), low)


def _stands_as_title(g: Paragraph, token: int, words: int, low: int) -> bool:
    p = g.p
    last = p.low[token - 1]
    if last in ("on", "during") or (
        words > 1 and last in ("told", "tells", "telling") and not g.headline
    ):
        return True
    if last in ("a", "the") and words > 1 and token - 2 >= low:
        return p.low[token - 2] in ("on", "during", "at")
    return p.tag[token - 1] == tags.NAME and last.endswith(("'s", "s'")) and not g.headline


def is_nickname(p: Parse, token: int) -> bool:
    """Whether the quotation stands inside a name: Robert “Bob” Ray."""
    segment = p.quote[token]
    return (
        0 < token < len(p) - 1
        and p.tag[token - 1] == tags.NAME == p.tag[token + 1]
        and segment.end - segment.start < 16
        and p.text[segment.end - 1 : segment.end].isalnum()
    )


def is_markup(g: Paragraph, segment: Segment) -> bool:
    """Whether the quotation is an attribute's value in left-over markup: id="7"."""
    return g.text[max(g.begin, segment.outer_start - 1) : segment.outer_start] == "="
