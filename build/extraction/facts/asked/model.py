"""What is asked for, by a learned model: which words tell it, and how likely that is.

What the rules find is one of the features that the model weighs; what it takes as most unlikely is
dropped. The weights of the features of a word are added, and the sum tells how likely it is that
somebody asks for what the word names. Likely words that stand together are one. Their code is
chosen by weights of their features. All weights stand in a file of named numbers, which
`python -m bench.facts.train` writes.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extraction.facts import weighed
from extraction.facts.asked.features import WordFeatures
from extraction.facts.found import Found, apart
from extraction.facts.weighed import Weights
from extraction.grammar import tags
from extraction.text.candidates import Span

WEIGHTS = Path(__file__).parent / "weights.json"
RULE = "model"
KIND = "information_sought"
VALUED = frozenset(["code0", "s0", "m0", "s0s1", "s1", "m1", "s-1", "p4", "k0"])
"""First words of the features by which a code is chosen."""
OPENS = (tags.COMMA, tags.STOP, tags.OTHER)
CLOSES = (*OPENS, tags.DETERMINER, tags.PREPOSITION, tags.TO, tags.AND)
"""Tags of words at which a proposal does not begin or end."""
SEEN = 0.12  # share of a word below which no proposal is looked for
LEAST = 0.3  # probability from which on words are proposed
SURE = 0.7  # what a code needs to be told against the code of a rule
RULED = 0.15  # share that a word of what a rule finds needs, for that to be proposed
EDGE = 0.6  # of the likeliest word's share: what a word needs to stand in its proposal

Row = Sequence[str]


class Told(NamedTuple):
    """First and last word of what may be asked for, its code, its share."""

    first: int
    last: int
    code: str
    share: float
    sure: float
    """How likely its code is, if it is asked for."""


def shares(rows: Sequence[Row], known: Weights) -> list[float]:
    """The probability of each word to be inside what is asked for."""
    return [weighed.share(weighed.weight(row, known.features)) for row in rows]


def runs(share: Sequence[float], least: float = SEEN) -> Iterator[tuple[int, int, float]]:
    """First word, last word and greatest share of every stretch of likely words.

    Words that are much less likely than those around them part two stretches: a comma in a list.

    >>> list(runs([0.1, 0.6, 0.9, 0.2, 0.8, 0.1]))
    [(1, 2, 0.9), (4, 4, 0.8)]
    """
    k = 0
    while k < len(share):
        end = k
        while end < len(share) and share[end] >= least:
            end += 1
        near = EDGE * max(share[k:end], default=0.0)
        while k < end:
            last = k
            while last < end and share[last] >= near:
                last += 1
            if last > k:
                yield k, last - 1, max(share[k:last])
            k = last + 1
        k = max(k, end + 1)


def parted(words: WordFeatures, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that names two kinds of information: relatives and employers.

    >>> words = WordFeatures("emergency contacts and employers")
    >>> list(parted(words, 0, 3))
    [(0, 1), (3, 3)]
    """
    named = first
    for k in range(first, last + 1):
        if words.codes[k] and words.codes[named] not in ("", words.codes[k]):
            joint = next(
                (d for d in range(named, k) if words.p.tag[d] in (tags.AND, tags.COMMA)), None
            )
            if joint is not None:
                yield first, joint - 1
                first = joint + 1
        named = k if words.codes[k] else named
    yield first, last


def code_features(rows: Sequence[Row]) -> list[str]:
    """The features by which the code of some words is chosen, each once."""
    seen = {feature for row in rows for feature in row if feature.partition(" ")[0] in VALUED}
    return ["bias", *sorted(feature for feature in seen if "," not in feature)]


def told(words: WordFeatures, rows: Sequence[Row], known: Weights) -> Iterator[Told]:
    """Every stretch of words that may be asked for."""
    tag = words.p.tag
    stretches = ((a, b, t) for *run, t in runs(shares(rows, known)) for a, b in parted(words, *run))
    for first, last, top in stretches:
        (code, *_), sure = weighed.best_codes(code_features(rows[first : last + 1]), known)
        while first < last and tag[first] in OPENS:
            first += 1
        while first < last and tag[last] in CLOSES:
            last -= 1
        yield Told(first, last, code, top * sure, sure)


def asked(sentence: str, before: str, ruled: Sequence[Found] = ()) -> Iterator[Found]:
    """What a sentence, behind another, tells of what is asked for, given what rules find there."""
    words = WordFeatures(sentence, before, ruled)
    yield from proposed(words, list(words.rows()), weighed.weights(WEIGHTS, KIND))


def proposed(words: WordFeatures, rows: Sequence[Row], known: Weights) -> Iterator[Found]:
    """What is proposed as asked for, of what the model tells and what the rules find.

    What both tell is told in the rule's words, with its code if the model is not sure of another.
    """
    spans = list[Span]()
    for fact in told(words, rows, known):
        probability = weighed.probability(fact.share, known.worth)
        if probability >= LEAST:
            span = words.p.start[fact.first], words.p.end[fact.last]
            own = next((one for one in words.ruled if not apart(one.span, span)), None)
            if own is None or (own.value != fact.code and fact.sure >= SURE):
                own = Found(KIND, span, RULE, fact.code, {}, {})
            spans += [span, own.span]
            yield own._replace(probability=probability)
    share = shares(rows, known) if words.ruled else []
    for one in words.ruled:
        if all(apart(one.span, span) for span in spans) and _is_likely(words, one, share):
            yield one


def _is_likely(words: WordFeatures, one: Found, share: Sequence[float]) -> bool:
    """Whether some word of what a rule finds is not most unlikely."""
    start, end = words.p.start, words.p.end
    held = (k for k in range(len(share)) if start[k] < one.span[1] and end[k] > one.span[0])
    return any(share[k] >= RULED for k in held)
