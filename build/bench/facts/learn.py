"""Learn the weights by which what is asked for is found.

`python -m bench.facts.learn` (with `build` and `schema` on the path) reads the invented pages for
learning and writes `extraction/facts/asked/weights.json` and, from pages of writers that the
weights did not see, `bench/facts/measured.toml`. It takes a few minutes.

A page of a writer is read by weights learned from the pages of the other groups of writers. From
these readings comes what a share is worth.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from math import exp
from pathlib import Path
from typing import NamedTuple

import numpy as np

import writing
from bench.facts.fit import codes as weights_of_codes
from bench.facts.fit import fit, often, strongest
from bench.facts.marked import Fact, Page, labeled, marked
from bench.speakers.fit import minimize
from extraction.facts.asked import model
from extraction.facts.asked.model import KIND, LEAST
from extraction.facts.asked.signs import Signs, may_ask, told_after
from extraction.facts.facts import ruled
from extraction.facts.found import Found
from extraction.facts.weighed import Worth, numbered

LEAST_SEEN = 3  # words that must show a sign before it gets a weight
PENALTY, CODE_PENALTY = 3.0, 1.0
LIKELY = 0.25  # share from which on proposals tell what shares are worth
KEPT = 3500  # how many signs keep a weight: those that weigh most
GROUPS = (
    ("labeled A", *"BDGHLNPTW"),
    ("labeled B", *"CEIJMOQUX"),
    ("A", *"FKRSVY"),
)
"""Writers whose pages are held out together."""
PARTS = (("labeled A", "labeled B"), tuple("ABCDEFGHIJK"), tuple("LMNOPQRSTUVWXY"))
"""Readers and writers whose pages are counted together: L to Y write as most people do."""
MEASURED = Path(__file__).parent / "measured.toml"
BANDS = (LEAST, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Signed = dict[str, dict[str, float]]
"""For each sign what it weighs for being asked for, and for codes."""


class Sentence(NamedTuple):
    """A sentence of a page: where it begins, its words, and the signs of each."""

    page: int
    start: int
    words: Signs
    rows: list[list[str]]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span of some words on the page."""
        return self.words.p.start[first] + self.start, self.words.p.end[last] + self.start

    def held(self, facts: Sequence[Fact]) -> list[Fact | None]:
        """For each word the fact that holds it."""
        spans = [self.span(k, k) for k in range(len(self.rows))]
        return [next((fact for fact in facts if _meet(fact, span)), None) for span in spans]


class Guess(NamedTuple):
    """A proposal on a page that the weights did not see: its share, and whether it is right."""

    page: int
    share: float
    met: Fact | None


def _meet(fact: Fact, span: tuple[int, int]) -> bool:
    return max(fact.span[0], span[0]) < min(fact.span[1], span[1])


class Pages:
    """All pages with their sentences."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages, self.read = pages, list[Sentence]()
        for number, page in enumerate(pages):
            for start, end, before in told_after(page.text):
                if may_ask(page.text[start:end]):
                    sentence = page.text[start:end]
                    told = [one for one in ruled(sentence, before) if one.kind == KIND]
                    words = Signs(sentence, before, told)
                    self.read.append(Sentence(number, start, words, list(words.rows())))

    def of(self, page: int) -> list[Fact]:
        """What is asked for on a page."""
        return [fact for fact in self.pages[page].facts if fact.kind == KIND]

    def learn(self, apart: frozenset[int] = frozenset()) -> Signed:
        """What all pages but some teach."""
        own = [one for one in self.read if one.page not in apart]
        held = [one.held(self.of(one.page)) for one in own]
        rows = [row for one in own for row in one.rows]
        inside = np.array([fact is not None for one in held for fact in one], dtype=float)
        names = often(rows, LEAST_SEEN)
        names = strongest(names, fit(rows, inside, names, PENALTY), KEPT)
        found = fit(rows, inside, names, PENALTY)
        signs = {name: {KIND: round(weight, 2)} for name, weight in zip(names, found, strict=True)}
        _codes(own, held, signs)
        return signs

    def others(self) -> list[tuple[frozenset[int], Signed]]:
        """For each group its pages, and the weights that all others teach."""
        every = [
            frozenset(n for n, page in enumerate(self.pages) if page.writer in group)
            for group in GROUPS
        ]
        return [(apart, self.learn(apart)) for apart in every]

    def held_out(self, others: Sequence[tuple[frozenset[int], Signed]]) -> list[Guess]:
        """What the model takes as likely on every page by weights of other writers."""
        found = []
        for apart, signs in others:
            known = numbered(KIND, Worth(), signs)
            for one in self.read:
                for fact in model.told(one.words, one.rows, known) if one.page in apart else ():
                    span = one.span(fact.first, fact.last)
                    right = (
                        each
                        for each in self.of(one.page)
                        if _meet(each, span) and each.value == fact.code
                    )
                    found.append(Guess(one.page, fact.share, next(right, None)))
        return found

    def proposed(
        self, others: Sequence[tuple[frozenset[int], Signed]], worth: Worth
    ) -> Iterator[tuple[int, Found, Fact | None]]:
        """What rules and model propose on every page, by weights of other writers: page, and
        whether it is right."""
        for apart, signs in others:
            known = numbered(KIND, worth, signs)
            for one in (each for each in self.read if each.page in apart):
                for found in model.proposed(one.words, one.rows, known):
                    span = found.span[0] + one.start, found.span[1] + one.start
                    met = (each for each in self.of(one.page) if _meet(each, span))
                    right = next((each for each in met if each.value == found.value), None)
                    yield one.page, found, right

    def counted(self, told: Sequence[tuple[int, Found, Fact | None]]) -> list[list[int]]:
        """Right, proposed, found and labels: for each part of the pages."""
        rows = []
        for part in PARTS:
            own = {n for n, page in enumerate(self.pages) if page.writer in part}
            kept = [(page, met) for page, _, met in told if page in own]
            right = [(page, met) for page, met in kept if met]
            labels = sum(len(self.of(n)) for n in own)
            rows.append([len(right), len(kept), len(set(right)), labels])
        return rows


def _codes(read: Sequence[Sentence], held: Sequence[Sequence[Fact | None]], signs: Signed) -> None:
    """Add the weights of the codes of what is asked for."""
    rows, codes = list[list[str]](), list[str]()
    for one, facts in zip(read, held, strict=True):
        for fact, words in groupby(range(len(facts)), facts.__getitem__):
            if fact:
                rows.append(model.code_signs([one.rows[k] for k in words]))
                codes.append(fact.value)
    for name, code, weight in weights_of_codes(rows, codes, LEAST_SEEN, CODE_PENALTY):
        signs.setdefault(name, {})[code] = weight


def calibrated(told: Sequence[Guess]) -> Worth:
    """What makes shares of proposals into probabilities of being right."""
    inner = np.clip([one.share for one in told], 1e-6, 1 - 1e-6)
    x, y = np.log(inner / (1 - inner)), np.array([one.met is not None for one in told], dtype=float)

    def cost(at: Sequence[float]) -> tuple[float, list[float]]:
        share, most = 1 / (1 + np.exp(-(at[0] * x + at[1]))), 1 / (1 + exp(-at[2]))
        told = most * share
        lost = -float(np.log(np.where(y > 0, told, 1 - told)).sum())
        steep = (told - y) / (1 - told)
        each = (steep * (1 - share) * x, steep * (1 - share), steep * (1 - most))
        return lost, [float(one.sum()) for one in each]

    slope, shift, top = minimize(cost, [1.0, 0.0, 3.0])
    return Worth(round(slope, 3), round(shift, 3), round(1 / (1 + exp(-top)), 3))


HEAD = """\
# On pages of writers held out; written by bench.facts.learn: right, proposed, found and labels on
# pages of two readers, of the writers A to K, and of L to Y. Reliability: from and below a
# probability, proposals, right ones, sum of their probabilities.
"""


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    every = Pages([*labeled(), *marked()])
    others = every.others()
    worth = calibrated([one for one in every.held_out(others) if one.share >= LIKELY])
    told = list(every.proposed(others, worth))
    worths = [(one.probability, met is not None) for _, one, met in told if one.probability]
    figures = {KIND: every.counted(told), "reliability": banded(worths)}
    lines = [f"{name} = {json.dumps(rows)}\n" for name, rows in figures.items()]
    writing.write(MEASURED, "".join([HEAD, *lines]))
    writing.write(model.WEIGHTS, as_file(worth, every.learn()))


def banded(told: Iterable[tuple[float, bool]], bands: Sequence[float] = BANDS) -> list[list[float]]:
    """For each band of probabilities its bounds, proposals, right ones, and their sum."""
    every, rows = list(told), []
    for low, high in pairwise(bands):
        own = [(share, right) for share, right in every if low <= share < high]
        right = sum(right for _, right in own)
        rows.append([low, high, len(own), right, round(sum(share for share, _ in own), 2)])
    return rows


def as_file(worth: Worth, signs: Signed) -> str:
    """The text of the file of weights: a sign a line, in the order of letters."""
    body = ",\n".join(
        f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(dict(sorted(signs[sign].items())))}"
        for sign in sorted(signs)
    )
    return f'{{"worth": {json.dumps(worth._asdict())}, "signs": {{\n{body}\n}}}}\n'


if __name__ == "__main__":
    main()
