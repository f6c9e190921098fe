"""Rules for labels, signatures and the loose ties that need no verb of saying."""

import re
from itertools import pairwise

from extraction.attribution.answer import Attribution, from_mention
from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import Mention
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Paragraph
from extraction.text.words import word_set

_PERSON = r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,4})[\s.]*$"
_NEXT_LINE = re.compile(
    r"\s*[―—–-]{1,2}\s*([A-Z][\w.’'-]*\w(?: (?:de |van |von )?[A-Z][\w.’'-]*\w){0,4})"
    r"(?:(?:, | \(| on | in | at )[^\n]{0,80})?[.)]?\s*(?:\n|$)"
)
_SIGNATURE = re.compile(r"\s*[―—–-]{1,2}\s*" + _PERSON)
_SIGNED = re.compile(r"[.!?,”\"’'][”\"’'\s]*[―—]{1,2}\s*" + _PERSON)
_NOBODY = word_set("""
correction update note editor's related photo watch read source sources video image credit more
exclusive breaking fact q question
""")


def signature(g: Paragraph, token: int) -> Attribution | None:
    """“…” — Name, at the end of a paragraph or on a line of its own below."""
    at = g.p.quote[token].outer_end
    match = _SIGNATURE.match(g.text[at : min(g.stop, at + 100)])
    if match and at + match.end() >= g.stop:
        return Attribution("signature", (at + match.start(1), at + match.end(1)))
    if g.p.tag[0] != tags.QUOTE:
        return None
    below = _NEXT_LINE.match(g.text, g.stop) if g.p.tag[-1] in (tags.QUOTE, tags.STOP) else None
    if below:
        return Attribution("signature", below.span(1))
    at = max(g.begin, g.stop - 80)
    match = _SIGNED.search(g.text[at : g.stop])
    return Attribution("signature", (at + match.start(1), at + match.end(1))) if match else None


def label(g: Paragraph, token: int) -> Attribution | None:
    """Name: “…”; and headlines such as Ray: Plan Is “…”; A Lesson From Ray: “…”."""
    p = g.p
    low, _ = p.bounds(token)
    colon = next((k for k in range(low, token) if p.low[k] == ":"), None)
    if colon is None or colon == low or p.low[low] in _NOBODY:
        return None
    first = _behind_dash(p, low, colon) if colon == token - 1 else low
    if colon - first < 6 and _are_names(p, first, colon):
        return from_mention(g, "label", (first, colon - 1))
    nominal = colon - low < 4 and all(p.tag[j] in (tags.NAME, tags.WORD) for j in range(low, colon))
    if g.number == 0 and nominal and p.low[colon - 1] in cues.TITLES:
        return from_mention(g, "headline-label", (low, colon - 1))
    told = any(p.tag[k] == tags.CUE for k in range(low, colon))
    if g.number > 0 or (told and not g.headline):
        return None
    return from_mention(g, "headline-label", _first_name(p, low, colon))


def _are_names(p: Parse, first: int, colon: int) -> bool:
    """Whether nothing but a name, or two joined by `and`, stands between two tokens."""
    joined = [k for k in range(first, colon) if p.tag[k] == tags.AND]
    edges = [first - 1, *joined[:1], colon]
    return all(
        0 < right - left - 1 < 4 and all(p.tag[k] == tags.NAME for k in range(left + 1, right))
        for left, right in pairwise(edges)
    )


def _behind_dash(p: Parse, low: int, colon: int) -> int:
    """The first token of a label: behind the last dash, where a headline stands before it."""
    dashes = [k for k in range(low, colon - 1) if p.tag[k] == tags.DASH]
    return dashes[-1] + 1 if dashes else low


def _first_name(p: Parse, low: int, high: int) -> Mention | None:
    """The first run of names between two tokens."""
    first = next((k for k in range(low, high) if p.tag[k] == tags.NAME), None)
    if first is None:
        return None
    last = first
    while last + 1 < high and p.tag[last + 1] == tags.NAME:
        last += 1
    return first, last


def colon_subject(g: Paragraph, token: int) -> Attribution | None:
    """Ms. Ray has a new message: “…”."""
    p = g.p
    low, _ = p.bounds(token)
    first = p.text[p.quote[token].start : p.quote[token].start + 1]
    if token - 1 <= low or p.low[token - 1] != ":" or not first.isupper():
        return None
    return from_mention(g, "colon-subject", g.subjects.earlier(token - 1, 0))
