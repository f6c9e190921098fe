"""Noun phrases in the shallow parse: where they begin and end, and who owns a noun."""

import re

from extraction.grammar import cues, tags
from extraction.grammar.parse import Parse

_GOVERNING = frozenset({tags.PREPOSITION, tags.TO, tags.VERB, tags.CUE, tags.GERUND})

Mention = tuple[int, int]
"""First and last token of a noun phrase."""


def left_phrase(p: Parse, last: int, low: int) -> Mention | None:
    """The noun phrase that ends at a token, with its of- and for-phrases."""
    first, j = last + 1, last
    while j >= low:
        tag = p.tag[j]
        if tag in tags.NOMINAL:
            first, j = j, j - 1
            if (
                tag == tags.DETERMINER
                and p.low[first] not in ("all", "both")
                and not _goes_on(p, j, low)
            ):
                break
        elif tag == tags.CLOSE and (at := opening(p, j, low)) is not None:
            j = at - 1
        elif tag == tags.QUOTE and j > low and p.tag[j - 1] in tags.NOMINAL and is_word_like(p, j):
            first, j = min(first, j), j - 1
        elif _goes_on(p, j, low):
            j -= 1
        else:
            break
    while first <= last and p.tag[first] == tags.TIME and first < last:
        first += 1
    return _own_clause(p, first, last, low) if first <= last else None


def _own_clause(p: Parse, first: int, last: int, low: int) -> Mention:
    """The part behind `and` where an object stands before it: asked for tea and Ray said"""
    if first == low or p.tag[first - 1] not in _GOVERNING:
        return first, last
    for k in range(last - 1, first, -1):
        by_itself = p.tag[k + 1] in (tags.NAME, tags.DETERMINER) or "by" in p.low[first:k]
        if p.tag[k] == tags.AND and by_itself:
            return k + 1, last
    return first, last


def is_word_like(p: Parse, j: int) -> bool:
    """Whether the quotation at a token stands inside a noun phrase: the “use it” law."""
    segment = p.quote[j]
    return segment.end - segment.start < 40 and p.text[segment.end - 1 : segment.end].isalnum()


def _goes_on(p: Parse, j: int, low: int) -> bool:
    """Whether a preposition or `and` at j joins two noun phrases."""
    if j - 1 < low:
        return False
    if p.tag[j] == tags.AND:
        return p.tag[j - 1] in (tags.NAME, tags.WORD)
    if p.low[j] == "than":
        return p.low[j - 1] in ("more", "fewer", "less")
    joins = p.tag[j] == tags.TO or (p.tag[j] == tags.PREPOSITION and p.low[j] in cues.JOINING)
    return joins and p.tag[j - 1] in (tags.NAME, tags.WORD, tags.NUMBER, tags.CLOSE)


def opening(p: Parse, j: int, low: int) -> int | None:
    """The opening bracket that belongs to the closing one at j."""
    for k in range(j - 1, max(low, j - 24) - 1, -1):
        if p.tag[k] == tags.OPEN:
            return k
    return None


def right_phrase(p: Parse, first: int, high: int) -> Mention | None:
    """The noun phrase that begins at a token."""
    j = first
    if j < high and p.tag[j] == tags.PRONOUN:
        return j, j
    last = first - 1
    while j < high:
        tag = p.tag[j]
        if tag == tags.TIME and last >= first and p.tag[last] != tags.DETERMINER:
            break
        if tag in tags.NOMINAL or (tag == tags.OBJECT and p.low[j] == "her"):
            if tag == tags.DETERMINER and last >= first and p.tag[j - 1] in (tags.NAME, tags.WORD):
                break
            last = j
        elif tag == tags.VERB and last >= first and p.tag[last] == tags.DETERMINER:
            last = j  # the elected mayor
        elif tag == tags.OPEN and last >= first:
            closing = next((k for k in range(j, min(high, j + 16)) if p.tag[k] == tags.CLOSE), None)
            if closing is None:
                break
            j = closing
        elif not _joins_right(p, j, first, last, high):
            break
        j += 1
    while last > first and p.tag[last] in (tags.TIME, tags.DETERMINER):
        last -= 1
    return (first, last) if last >= first else None


def _joins_right(p: Parse, j: int, first: int, last: int, high: int) -> bool:
    """Whether the token at j joins the phrase so far with another nominal."""
    if (
        last < first
        or j + 1 >= high
        or p.tag[j + 1] not in (tags.NAME, tags.WORD, tags.NUMBER, tags.DETERMINER)
    ):
        return False
    if p.tag[j] == tags.ADVERB:
        return p.tag[last] == tags.DETERMINER
    if p.tag[j] == tags.AND:
        return p.tag[j - 1] in tags.NOMINAL
    if p.low[j] in ("of", "for", "from", "with", "to"):
        return True
    return (
        p.low[j] in ("at", "in", "on")
        and p.tag[j + 1] in (tags.NAME, tags.DETERMINER)
        and p.low[j + 1] not in ("a", "an")
        and p.tag[last] == tags.WORD
    )


_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")


def possessor(p: Parse, noun: int, low: int) -> Mention | None:
    """Whose claim, statement or letter the noun at a token is: a name with 's, or his."""
    for k in range(noun - 1, max(low, noun - 5) - 1, -1):
        if p.low[k] in ("his", "her", "their", "its", "my", "our"):
            return k, k
        if p.tag[k] in (tags.NAME, tags.WORD) and _POSSESSIVE.search(p.low[k]):
            return left_phrase(p, k, low)
        if p.tag[k] not in (
            tags.WORD,
            tags.NAME,
            tags.NUMBER,
            tags.ADVERB,
            tags.VERB,
            tags.GERUND,
            tags.TIME,
        ):
            return None
    return None
