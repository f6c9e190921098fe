"""Train the model of a kind of fact: fit its weights, calibrate them, count on writers held out.

A page of a writer is read by weights learned from the pages of the other groups of writers. From
these readings comes what a share, the probability by weights alone, is worth.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

import numpy as np

import writing
from bench.facts.marked import Fact, Page
from bench.fit import codes as weights_of_codes
from bench.fit import fit, minimize, often, strongest
from bench.pages.score import WITHOUT_VALUE
from bench.shares import banded
from extraction.facts.weighed import Weights, Worth, likely, numbered
from extraction.text.candidates import Span

LEAST_SEEN = 3  # examples that must show a feature before it gets a weight
CODE_PENALTY = 1.0
READERS = "by readers"
"""The feature of pages that two readers marked: writers mark fewer, each in their own measure."""
GROUPS = (("labeled A", *"BDGHLNPTW"), ("labeled B", *"CEIJMOQUX"), ("A", *"FKRSVY"))
"""Writers whose pages are held out together."""
PARTS = (("labeled A", "labeled B"), tuple("ABCDEFGHIJK"), tuple("LMNOPQRSTUVWXY"))
"""Readers and writers whose pages are counted together: L to Y write as most people do."""
BANDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
"""Bounds of the bands of probabilities; nothing is proposed below the first."""

FeatureWeights = dict[str, dict[str, float]]
"""For each feature what it weighs for the kind, and for each of its codes."""


class Guess(NamedTuple):
    """A proposal on a page held out: how likely it is, and the fact that it is."""

    page: int
    likely: float | None
    """None if a rule alone proposes it."""
    met: Fact | None


class Example(Protocol):
    """What a model is trained on: something on a page of a writer."""

    @property
    def writer(self) -> str: ...


E = TypeVar("E", bound=Example)


@dataclass(frozen=True)
class Trainer(ABC, Generic[E]):
    """How the model of a kind is trained; each subclass says what an example is."""

    kind: str
    path: Path
    """File of its weights."""
    least: float
    """Probability from which on it is proposed."""
    penalty: float
    kept: int
    """How many features keep a weight: those that weigh most."""
    shown: float
    """Share from which on proposals show what shares are worth."""
    small: float = 0.0
    """A weight nearer to zero is left out."""
    small_for_code: float = 0.15
    """The same, of a weight for a code."""
    without: str = ""
    """Writers whose pages do not teach it: each has a letter."""

    @abstractmethod
    def examples(self, pages: Sequence[Page]) -> list[E]:
        """The examples of some pages."""

    @abstractmethod
    def labeled(self, own: Iterable[E]) -> Iterator[tuple[Sequence[str], bool]]:
        """Features, and whether what shows them is of the kind."""

    @abstractmethod
    def coded(self, own: Iterable[E]) -> Iterator[tuple[Sequence[str], str]]:
        """Features by which a code is chosen, and the right code."""

    @abstractmethod
    def shares(self, own: Iterable[E], known: Weights) -> Iterable[tuple[int, float, Fact | None]]:
        """The page of all that may be proposed, its share, and the fact that it is."""

    def proposed(self, own: Iterable[E], known: Weights) -> Iterator[Guess]:
        """What is proposed."""
        for page, share, met in self.shares(own, known):
            probability = likely(share, known.worth)
            if probability >= self.least:
                yield Guess(page, probability, met)

    def learn(self, own: Sequence[E]) -> FeatureWeights:
        """The weights that some examples teach, for pages as readers mark them."""
        found = self._fitted(own)
        found["bias"] += found.get(READERS, 0.0)
        features: FeatureWeights = {
            name: {self.kind: round(weight, 2)}
            for name, weight in found.items()
            if abs(weight) >= self.small and not name.startswith("by ")
        }
        coded = list(self.coded(own))
        rows, codes = [row for row, _ in coded], [code for _, code in coded]
        small = self.small_for_code
        for name, code, weight in weights_of_codes(rows, codes, LEAST_SEEN, CODE_PENALTY, small):
            features.setdefault(name, {})[code] = weight
        return features

    def _fitted(self, own: Sequence[E]) -> dict[str, float]:
        labeled = list(self.labeled(own))
        rows, right = [row for row, _ in labeled], np.array([y for _, y in labeled], dtype=float)
        names = often(rows, LEAST_SEEN)
        if len(names) > self.kept:
            always = {"bias", READERS}.intersection(names)
            names = strongest(names, fit(rows, right, names, self.penalty), self.kept, always)
        return dict(zip(names, map(float, fit(rows, right, names, self.penalty)), strict=True))

    def train(self, pages: Sequence[Page]) -> str:
        """Write the weights; lines that say how good they are on pages of writers held out."""
        every = self.examples(pages)
        folds = [
            (
                [one for one in every if one.writer in group],
                self.learn([one for one in every if one.writer not in group]),
            )
            for group in GROUPS
        ]
        worth = calibrated(
            (share, met is not None)
            for own, features in folds
            for _, share, met in self.shares(own, numbered(self.kind, Worth(), features))
            if share >= self.shown
        )
        found = [
            guess
            for own, features in folds
            for guess in self.proposed(own, numbered(self.kind, worth, features))
        ]
        writing.write(self.path, as_file(worth, self.learn(every)))
        bands = banded(((one.likely, one.met is not None) for one in found if one.likely), BANDS)
        return (
            f"\n[{self.kind}]\nheld_out = {json.dumps(self._counted(found, pages))}\n"
            f"reliability = {json.dumps(bands)}\n"
        )

    def _counted(self, found: Sequence[Guess], pages: Sequence[Page]) -> list[list[int]]:
        """Right, proposed, found and labels: for each part of the pages."""
        rows = []
        for part in PARTS:
            writers = {*part} - {*self.without}
            own = {n for n, page in enumerate(pages) if page.writer in writers}
            kept = [(one.page, one.met) for one in found if one.page in own]
            right = [one for one in kept if one[1]]
            labels = sum(fact.kind == self.kind for n in own for fact in pages[n].facts)
            rows.append([len(right), len(kept), len(set(right)), labels])
        return rows


def met(facts: Iterable[Fact], span: Span, value: str | None) -> Fact | None:
    """The first of some facts that a proposal is."""
    return next((fact for fact in facts if is_met(fact, span, value)), None)


def is_met(fact: Fact, span: Span, value: str | None) -> bool:
    """Whether a proposal is a fact, as far as both have a value."""
    if shared(fact, span) <= 0:
        return False
    return fact.kind in WITHOUT_VALUE or not value or value == fact.value


def shared(fact: Fact, span: Span) -> int:
    """How many characters a fact and a span share."""
    return min(fact.span[1], span[1]) - max(fact.span[0], span[0])


def calibrated(found: Iterable[tuple[float, bool]]) -> Worth:
    """What makes shares of proposals into probabilities of being right."""
    every = list(found)
    inner = np.clip([share for share, _ in every], 1e-6, 1 - 1e-6)
    x, y = np.log(inner / (1 - inner)), np.array([right for _, right in every], dtype=float)

    def cost(at: Sequence[float]) -> tuple[float, list[float]]:
        share, most = 1 / (1 + np.exp(-(at[0] * x + at[1]))), 1 / (1 + exp(-at[2]))
        probability = most * share
        lost = -float(np.log(np.where(y > 0, probability, 1 - probability)).sum())
        steep = (probability - y) / (1 - probability)
        each = (steep * (1 - share) * x, steep * (1 - share), steep * (1 - most))
        return lost, [float(one.sum()) for one in each]

    slope, shift, top = minimize(cost, [1.0, 0.0, 3.0])
    return Worth(round(slope, 3), round(shift, 3), round(1 / (1 + exp(-top)), 3))


def as_file(worth: Worth, features: FeatureWeights) -> str:
    """The text of the file of weights: a feature a line, in the order of letters."""
    body = ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(dict(sorted(weights.items())))}"
        for name, weights in sorted(features.items())
    )
    return f'{{"worth": {json.dumps(worth._asdict())}, "features": {{\n{body}\n}}}}\n'
