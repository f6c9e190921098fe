"""Candidates with a cue: who says something in the sentence of a quotation, and how near.

A saying before the quotation is told by its verb and its distance, a farther one by what it shares
with the nearer one inside it; a saying after it, by what parts the two.
"""

from collections.abc import Iterator

from extraction.attribution.answer import SURE, from_saying
from extraction.attribution.candidates import Candidate, boundary, distance, strength, word
from extraction.attribution.mentions import form
from extraction.grammar import tags
from extraction.grammar.reporting import Paragraph, Saying

_LINKS = frozenset(
    {tags.COMMA, tags.COLON, tags.SUBORDINATOR, tags.DETERMINER, tags.ADVERB, tags.DASH}
)
"""Tags that may stand between a cue and what it introduces."""


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
        end = max(saying.cue, saying.speaker[1]) + 1
        features.append(f"{place}, then {word(g.p, end)}")
        that = any(g.p.low[k] == "that" for k in range(end, min(end + 6, token)))
        features.append(f"{place}, {'that' if that else 'no that'} {min(rank, 1)}")
        if inner is None:
            away = distance(token - max(saying.cue, saying.speaker[1]) - 1)
            features += [f"{place}, {shape}", f"{place}, {strength(saying)}, {shape}"]
            features.append(f"{place}, {away} away")
        else:
            features += _outer(g, saying, inner, token)
        yield Candidate(from_saying(g, "clause-before", saying), features)
        inner = saying
    for rank, saying in enumerate(after):
        if not _second_source(saying, after[:rank]):
            yield _after(g, saying, min(rank, 2), token, shape)


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


def _outer(g: Paragraph, saying: Saying, inner: Saying, token: int) -> Iterator[str]:
    """How a farther saying holds the next one inside it: X said that Y called it “…”."""
    p, kind, deep = g.p, strength(saying), strength(inner)
    last = max(saying.cue, saying.speaker[1])
    inside = max(inner.cue, inner.speaker[1]) + 1
    link = "shared" if inner.start <= last else boundary(p, last + 1, inner.start)
    pronoun = p.tag[inner.speaker[0]] == tags.PRONOUN
    same = "same" if inner.speaker == saying.speaker else "pronoun" if pronoun else "noun"
    near = "near" if token - inside < 5 else "far"
    if all(tag in _LINKS for tag in p.tag[inside:token]):
        near = "linked"
    yield from (f"outer, {link}", f"outer, {link}, {same}", f"outer, {link}, {kind}")
    yield f"outer, {link} over {deep}, {near}"
    yield f"outer, {saying.kind} over {inner.kind}, {same}"


def _after(g: Paragraph, saying: Saying, rank: int, token: int, shape: str) -> Candidate:
    """A saying that follows a quotation."""
    p = g.p
    place, kind = f"after {saying.kind} {rank}", strength(saying)
    gap = range(token + 1, saying.start)
    features = [
        *_of_speaker(g, saying, place, token),
        f"{place}, {kind}",
        f"after {rank}, {saying.lemma}",
        f"{place}, {shape}",
        f"{place}, {distance(len(gap))} away",
    ]
    if tags.QUOTE in p.tag[gap.start : gap.stop]:
        features.append(f"{place}, quotation between")
    if any(g.subjects.is_finite(k) for k in gap):
        features.append(f"{place}, verb between")
    end = max(saying.cue, saying.speaker[1]) + 1
    if end < p.bounds(token)[1]:
        features.append(f"{place}, before {word(p, end)}")
    if saying.cue > saying.speaker[1] + 1:
        features.append(f"{place}, parted by {word(p, saying.speaker[1] + 1)}")
    return Candidate(from_saying(g, "clause-after", saying), features)
