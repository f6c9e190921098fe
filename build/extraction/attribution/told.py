"""Candidates with a cue: who says something in the sentence of a quotation, and how near.

A saying before the quotation is told by what stands between (the gap), a farther one by what it
shares with the nearer one inside it; a saying after it, by what parts the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from extraction.attribution.answer import SURE, from_saying
from extraction.attribution.candidates import Candidate, boundary, distance, strength, word
from extraction.attribution.mentions import form
from extraction.grammar.parse import (
    ADVERB,
    AND,
    CLOSE,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    OPEN,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
)
from extraction.grammar.reporting import Paragraph, Saying

_LINKS = frozenset({COMMA, COLON, SUBORDINATOR, DETERMINER, ADVERB, DASH})
"""Tags that may stand between a cue and what it introduces."""
_PARTS = ((QUOTE, "quotation"), (AND, "and"), (STOP, "stop"), (COLON, "colon"), (DASH, "dash"))


def told(g: Paragraph, token: int, shape: str) -> Iterator[Candidate]:
    """Who says something in the sentence of a quotation."""
    sayings = g.sayings(token)
    before = [s for s in sayings if max(s.cue, s.speaker[1]) < token]
    after = [s for s in sayings if s.start > token]
    inner = None
    for rank, saying in enumerate(reversed(before)):
        place = f"before {saying.kind} {min(rank, 2)}"
        features = _of_speaker(g, saying, place, token)
        features.append(f"before {min(rank, 2)}, {saying.lemma}")
        features.append(f"{place}, {strength(saying)}")
        if after:
            features.append(f"{place}, with another after")
        if inner is None:
            features += _gap(g, saying, place, token, shape)
        else:
            features += _outer(g, saying, inner, before[-1], token)
        yield Candidate(from_saying(g, "clause-before", saying), features)
        inner = saying
    for rank, saying in enumerate(after):
        if not _second_source(saying, after[:rank]):
            yield _after(g, saying, min(rank, 2), token, shape)
    for saying in sayings:
        if saying not in before and saying not in after:
            place = f"around {saying.kind}"
            features = [*_of_speaker(g, saying, place, token), f"{place}, {shape}"]
            yield Candidate(from_saying(g, "clause-around", saying), features)


def _second_source(saying: Saying, nearer: list[Saying]) -> bool:
    """“…,” X said, according to Y: Y only passes it on."""
    return saying.kind == "according" and any(
        s.kind in ("verb", "inverted") and s.lemma in SURE for s in nearer
    )


def _of_speaker(g: Paragraph, saying: Saying, place: str, token: int) -> list[str]:
    """What the speaker's mention is, and what stands before it."""
    p, first = g.p, saying.speaker[0]
    left = "start" if first == p.bounds(token)[0] else word(p, first - 1)
    shape = form(g.text[slice(*g.span(saying.speaker))])
    return [
        place,
        f"{place}, behind {left}",
        f"{place}, {shape}",
        f"{place}, {shape} behind {left}",
    ]


def _gap(g: Paragraph, saying: Saying, place: str, token: int, shape: str) -> Iterator[str]:
    """What stands between the nearest saying before a quotation and the quotation."""
    p, kind = g.p, strength(saying)
    first = max(saying.cue, saying.speaker[1]) + 1
    tags = p.tag[first:token]
    opens, closes = (word(p, first), word(p, token - 1)) if tags else ("none", "none")
    yield f"{place}, {shape}"
    yield f"{place}, {kind}, {shape}"
    yield f"{place}, {distance(len(tags))} away"
    yield f"gap {opens} …"
    yield f"gap … {closes}, {shape}"
    yield f"gap {opens} … {closes}, {kind}"
    if len(tags) > 1:
        yield f"gap … {word(p, token - 2)} {closes}"
        yield f"gap {opens} {word(p, first + 1)} …, {kind}"
    if CLOSE in tags and OPEN not in tags:
        yield "gap leaves bracket"


def _outer(
    g: Paragraph, saying: Saying, inner: Saying, nearest: Saying, token: int
) -> Iterator[str]:
    """How a farther saying holds the next one inside it: X said that Y called it “…”."""
    p, kind, deep = g.p, strength(saying), strength(inner)
    last = max(saying.cue, saying.speaker[1])
    inside = max(inner.cue, inner.speaker[1]) + 1
    tags = p.tag[last + 1 : token]
    link = "shared" if inner.start <= last else boundary(p, last + 1, inner.start)
    just = "shared" if inner.start <= last else word(p, inner.start - 1)
    pronoun = p.tag[inner.speaker[0]] == PRONOUN
    same = "same" if inner.speaker == saying.speaker else "pronoun" if pronoun else "noun"
    own = "pronoun" if p.tag[saying.speaker[0]] == PRONOUN else "noun"
    near = "near" if token - inside < 5 else "far"
    if all(tag in _LINKS for tag in p.tag[inside:token]):
        near = "linked"
    if nearest is not inner:
        edge = boundary(p, last + 1, nearest.start)
        yield from (f"outer of more, {edge}", f"outer of more, {edge}, {kind}")
        yield f"outer of more, just {word(p, nearest.start - 1)}"
    yield from (f"outer, {link}", f"outer, {link}, {same}", f"outer, {link}, {kind}")
    yield from (f"outer, just {just}, {kind}", f"outer, just {just}, {same}")
    yield f"outer, {kind} over {inner.lemma}"
    yield f"outer, {kind} over {deep}, {inner.kind}, {near}"
    yield f"outer, {link} over {deep}, {near}"
    yield f"outer, {link}, {own} over {same}"
    yield f"outer, {distance(inner.start - last - 1)}, {kind}"
    yield f"outer, {saying.kind} over {inner.kind}, {same}"
    yield from (f"outer with {name}" for tag, name in ((COMMA, "comma"), _PARTS[0]) if tag in tags)


def _after(g: Paragraph, saying: Saying, rank: int, token: int, shape: str) -> Candidate:
    """A saying that follows a quotation."""
    p = g.p
    place, kind = f"after {saying.kind} {rank}", strength(saying)
    gap = range(token + 1, saying.start)
    words = [word(p, k) for k in gap]
    between = " ".join(words) or "none" if len(words) < 3 else f"{words[0]} … {words[-1]}"
    features = [
        *_of_speaker(g, saying, place, token),
        f"{place}, {kind}",
        f"after {rank}, {saying.lemma}",
        f"{place}, {shape}",
        f"{place}, {distance(len(gap))} away",
        f"{place}, gap {between}",
    ]
    if QUOTE in words:
        features.append(f"{place}, quotation between")
    if any(g.subjects.is_finite(k) for k in gap):
        features.append(f"{place}, verb between")
    end = max(saying.cue, saying.speaker[1]) + 1
    if end < p.bounds(token)[1]:
        features.append(f"{place}, before {word(p, end)}")
    if saying.cue > saying.speaker[1] + 1:
        features.append(f"{place}, parted by {word(p, saying.speaker[1] + 1)}")
    return Candidate(from_saying(g, "clause-after", saying), features)
