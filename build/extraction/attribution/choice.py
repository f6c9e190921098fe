"""The choice among everybody who may have said a quotation, by weighed features.

Every candidate has named features, and so have two more answers: that nobody says the words, and
that somebody else does. The weights of the features of an answer are added; what is left after
comparing the answers is a probability for each. The weights stand in a file of named numbers, which
`python -m bench.speakers.learn` writes.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path

from extraction.attribution.answer import Attribution
from extraction.attribution.candidates import Candidate
from extraction.attribution.neighbors import Reader, neighbors
from extraction.attribution.nobody import for_nobody
from extraction.attribution.passages import Group, Passage
from extraction.attribution.phrases import phrases, subjects
from extraction.attribution.standing import Standing
from extraction.attribution.told import told
from extraction.text.candidates import Span

WEIGHTS = Path(__file__).parent / "weights.json"
SETTLED = frozenset({"x-said-after", "said-x-after", "signature"})
"""Rules beside which candidates from farther away are not worth looking for."""
NO_STATEMENT = frozenset({"markup", "nickname"})
"""What is never anybody's words."""


@cache
def weights() -> Mapping[str, float]:
    """The weight of every feature by its name."""
    found: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found


class Answers:
    """Everybody who may have said a quotation, and the features of every answer."""

    def __init__(self, groups: Sequence[Group], number: int, at: int, read: Reader) -> None:
        group = groups[number]
        self.passage: Passage = group.held[at]
        shape = self.passage.shape(group.g.text)
        self.speakers = _merged(_candidates(groups, number, at, shape, read))
        standing = Standing(group.g, self.passage)
        self.features = [
            ["somebody", *c.features, *standing.of(span)] for span, c in self.speakers.items()
        ]
        self.features.append(for_nobody(group, at, shape))
        self.features.append(["somebody else", f"somebody else, {shape}"])

    def shares(self, weight: Mapping[str, float]) -> list[float]:
        """The probability of every answer: each speaker, nobody, somebody else."""
        get = weight.get
        totals = [sum(map(get, known, repeat(0.0))) for known in self.features]
        top = max(totals)
        powers = [exp(total - top) for total in totals]
        whole = sum(powers)
        return [power / whole for power in powers]

    def best(self, shares: Sequence[float]) -> tuple[Attribution | None, float, float]:
        """The likeliest speaker, the probability of that, and the one that nobody speaks."""
        if not self.speakers:
            return None, 0.0, shares[-2]
        k = max(range(len(self.speakers)), key=shares.__getitem__)
        return list(self.speakers.values())[k].attribution, shares[k], shares[-2]


def _candidates(
    groups: Sequence[Group], number: int, at: int, shape: str, read: Reader
) -> list[Candidate]:
    g, passage = groups[number].g, groups[number].held[at]
    found: list[Candidate] = []
    rule = passage.found
    if rule:
        found.append(Candidate(rule, ["rule", f"rule {rule.rule}"]))
    found += told(g, passage.token, shape)
    if rule is None or rule.rule not in SETTLED:
        found += subjects(g, passage.token, shape)
        found += phrases(g, passage.token, shape)
        found += neighbors(groups, number, at, shape, read)
    return found


def _merged(candidates: Sequence[Candidate]) -> dict[Span, Candidate]:
    """One candidate for each span of a speaker, with the features of all its sources."""
    found: dict[Span, Candidate] = {}
    for candidate in candidates:
        known = found.setdefault(candidate.attribution.speaker, candidate)
        if known is not candidate:
            known.features += candidate.features
    return found
