"""Candidates without a cue of their own: subjects of other verbs, and noun phrases nearby."""

from collections import defaultdict
from collections.abc import Iterator

from extraction.attribution.answer import from_mention
from extraction.attribution.candidates import Candidate, distance, word
from extraction.attribution.mentions import form
from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import Mention
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Paragraph

_INSIDE = frozenset({tags.NAME, tags.WORD, tags.NUMBER})
_LONE = cues.POSSESSIVES | {"another", "others", "some", "many", "one", "most"}


def _cue_before(p: Parse, token: int, low: int) -> tuple[int | None, str]:
    """The nearest cue before a token in its sentence, and its form."""
    for k in range(token - 1, low - 1, -1):
        if p.tag[k] in (tags.CUE, tags.GERUND) and p.low[k] in cues.LEMMA:
            if p.tag[k] == tags.GERUND:
                return k, "participle"
            return k, "infinitive" if k > low and p.tag[k - 1] == tags.TO else "cue"
    return None, "no cue"


def subjects(g: Paragraph, token: int, shape: str) -> Iterator[Candidate]:
    """Subjects of the first verb, of the nearest, and of the one before the nearest cue."""
    p = g.p
    low, _ = p.bounds(token)
    finite = [k for k in range(low, token) if g.subjects.is_finite(k)]
    if not finite:
        return
    cue, governs = _cue_before(p, token, low)
    ahead = [k for k in finite if cue is not None and k < cue]
    just = word(p, cue - 1) if cue is not None and cue > low else "start"
    verbs = [("root", finite[0]), ("nearest", finite[-1]), *(("ahead", k) for k in ahead[-1:])]
    for name, verb in verbs:
        subject = g.subjects.of(verb)
        found = from_mention(g, "subject", subject)
        if subject and found:
            place = f"{name} subject"
            who = form(g.text[slice(*g.span(subject))])
            features = [
                place,
                f"{place}, {distance(token - verb - 1)} away",
                f"{place}, {shape}",
                f"{place}, {who}",
                f"{place}, {who}, {governs}",
                f"{place}, {governs} behind {just}",
                f"{place}, {governs}, {p.tag[verb]}",
            ]
            yield Candidate(found, features)


def phrases(g: Paragraph, token: int, shape: str) -> Iterator[Candidate]:
    """Noun phrases that stand where speakers stand, whatever the verbs were taken for."""
    p = g.p
    low, high = p.bounds(token)
    cue, _ = _cue_before(p, token, low)
    for mention, places in _places(p, _base_phrases(p, low, high), token, cue).items():
        found = from_mention(g, "phrase", mention)
        if found:
            features = [*places, *(f"{place}, {shape}" for place in places)]
            yield Candidate(found, features)


def _base_phrases(p: Parse, low: int, high: int) -> list[Mention]:
    """Noun phrases with their of-phrases, and pronouns, from left to right."""
    found: list[Mention] = []
    k = low
    while k < high:
        tag = p.tag[k]
        if tag == tags.PRONOUN or (tag == tags.SUBORDINATOR and p.low[k] in ("who", "which")):
            found.append((k, k))
        elif tag in _INSIDE or tag == tags.DETERMINER:
            last = _phrase_end(p, k, high)
            nominal = any(p.tag[j] in (tags.NAME, tags.WORD) for j in range(k, last + 1))
            if nominal or p.low[k] in _LONE:
                found.append((k, last))
            k = last
        k += 1
    return found


def _phrase_end(p: Parse, last: int, high: int) -> int:
    """The last token of the noun phrase that begins at or before a token."""
    while last + 1 < high:
        if p.tag[last + 1] in _INSIDE:
            last += 1
        elif p.low[last + 1] == "of" and last + 2 < high and p.tag[last + 2] in (*_INSIDE, "DET"):
            last += 2
        else:
            break
    return last


def _places(
    p: Parse, found: list[Mention], token: int, cue: int | None
) -> dict[Mention, list[str]]:
    """The phrases that may name the speaker, each with what makes it stand out."""
    left = [m for m in found if m[1] < token]
    right = [m for m in found if m[0] > token]
    ahead = [m for m in left if cue is not None and m[1] < cue]
    chosen: dict[Mention, list[str]] = defaultdict(list)
    for place, among, at in (
        ("first phrase", left, 0),
        ("last phrase before", left, -1),
        ("first name", _names(p, left), 0),
        ("last name before", _names(p, left), -1),
        ("phrase before cue", ahead, -1),
        ("name before cue", _names(p, ahead), -1),
        ("first phrase after", right, 0),
        ("first name after", _names(p, right), 0),
    ):
        if among:
            chosen[among[at]].append(place)
    return chosen


def _names(p: Parse, mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if p.tag[m[1]] in (tags.NAME, tags.PRONOUN)]
