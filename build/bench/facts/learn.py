"""Learn the weights by which facts are found.

`python -m bench.facts.learn` (with `build` and `schema` on the path) reads the invented pages for
learning and writes `extraction/facts/weights.json` and, from pages of writers that the weights did
not see, `bench/facts/measured.toml`. It takes some minutes.

A page of a writer is read by weights learned from the pages of the other groups of writers. From
these readings come the reliability of a probability and the probability below which nothing is
proposed: the least one with which as many proposals are right as is aimed at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import writing
from bench.facts.chain import Numbers, Table, fit, fit_values
from bench.facts.marked import Page, labeled, marked
from bench.speakers.fit import minimize
from extraction.facts import model
from extraction.facts.model import Chain, Weights, numbered
from extraction.facts.signs import Signs
from extraction.text.sentences import sentences

LEAST_SEEN = 3  # words that must show a sign before it gets a weight
PENALTY, VALUE_PENALTY = 3.0, 1.0
SMALL, KEPT = 0.04, 6000  # a weight nearer to zero, or beyond so many of a kind, is left out
SEEN = 0.12  # share of a word below which no proposal is looked for
GROUPS = (("labeled A", "B", "D"), ("labeled B", "C", "E"), ("A", "F"))
"""Writers whose pages are held out together."""
AIMS = {"information_sought": 0.66}
AIM = 0.8
"""Share of right proposals on held-out pages that two readers labeled, aimed at for a kind."""
MEASURED = Path(__file__).parent / "measured.toml"


class Sentence(NamedTuple):
    """A sentence of a page: where it begins, its words, and the signs of each."""

    page: int
    start: int
    words: Signs
    rows: list[list[str]]

    def labels(self, page: Page, kind: str) -> list[str | None]:
        """For each word the value of the fact of a kind that holds it."""
        found: list[str | None] = [None] * len(self.rows)
        own = [fact for fact in page.facts if fact.kind == kind]
        for k, (a, b) in enumerate(zip(self.words.p.start, self.words.p.end, strict=True)):
            for fact in own:
                if max(fact.span[0], a + self.start) < min(fact.span[1], b + self.start):
                    found[k] = fact.value
        return found


class Learned(NamedTuple):
    """The weights of one kind by sign and column, and a chain that tells plain shares."""

    chain: Chain
    signs: dict[str, dict[str, float]]


class Guess(NamedTuple):
    """A proposal on a page that the weights did not see: its share, and whether it is right."""

    page: int
    share: float
    right: bool
    met: int
    """Number of the fact that it meets, of those of its page; -1 where it meets none."""


def read(pages: Sequence[Page]) -> list[Sentence]:
    """The sentences of pages with their signs."""
    found = []
    for number, page in enumerate(pages):
        before = ""
        for start, end in sentences(page.text):
            words = Signs(page.text[start:end], before)
            if len(words):
                found.append(Sentence(number, start, words, list(words.rows())))
                before = page.text[start:end]
    return found


class Pages:
    """All pages with their sentences, and the signs of all their words numbered."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages, self.read = pages, read(pages)
        self.table = Table(row for one in self.read for row in one.rows)

    def learn(self, kind: str, apart: frozenset[int] = frozenset()) -> Learned:
        """What all pages but some teach of one kind."""
        own = [one for one in self.read if one.page not in apart]
        labels = [one.labels(self.pages[one.page], kind) for one in own]
        inside = np.array([label is not None for one in labels for label in one], dtype=float)
        chosen = np.array([one.page not in apart for one in self.read for _ in one.rows])
        names, sparse = self.table.part(chosen, LEAST_SEEN)
        found = fit(sparse, inside, [len(one.rows) for one in own], PENALTY)
        signs = {name: {kind: weight} for name, weight in _strongest(names, found[:-3])}
        _values(own, labels, kind, signs)
        enter, stay, leave = (round(float(cost), 3) for cost in found[-3:])
        return Learned(Chain(enter, stay, leave, 1.0, 0.0, SEEN, 0.0), signs)

    def held_out(self, kind: str) -> list[Guess]:
        """The proposals on every page by weights of other writers."""
        found = []
        for group in GROUPS:
            apart = frozenset(n for n, page in enumerate(self.pages) if page.writer in group)
            learned = self.learn(kind, apart)
            known = numbered({kind: learned.chain}, learned.signs)
            there = (one for one in self.read if one.page in apart)
            found += guesses(self.pages, there, kind, known)
        return found


def _strongest(names: Sequence[str], found: Numbers) -> list[tuple[str, float]]:
    """The weights that are kept: the largest ones."""
    least = max(SMALL, sorted(map(abs, found))[-min(KEPT, len(found))])
    return [
        (name, round(float(weight), 2))
        for name, weight in zip(names, found, strict=True)
        if abs(weight) >= least
    ]


def _values(
    read_: Sequence[Sentence],
    labels: Sequence[Sequence[str | None]],
    kind: str,
    signs: dict[str, dict[str, float]],
) -> None:
    """Add the weights of the values of a kind."""
    known: list[tuple[list[str], str]] = []
    for one, label in zip(read_, labels, strict=True):
        k = 0
        while k < len(label):
            last = k
            while last < len(label) and label[last] == label[k]:
                last += 1
            if label[k]:
                known.append((model.value_signs(one.rows[k:last]), str(label[k])))
            k = last
    values = sorted({value for _, value in known})
    if not values:
        return
    table = Table(row for row, _ in known)
    names, sparse = table.part(np.ones(len(known), dtype=bool), LEAST_SEEN)
    right = np.array([values.index(value) for _, value in known])
    for value, weights in zip(
        values, fit_values(sparse, right, len(values), VALUE_PENALTY), strict=True
    ):
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= SMALL:
                signs.setdefault(name, {})[f"{kind}={value}"] = round(float(weight), 2)


def guesses(
    pages: Sequence[Page], read_: Iterable[Sentence], kind: str, known: Weights
) -> list[Guess]:
    """What some weights propose on pages, and which of it is right."""
    found, chain = [], known.chains[kind]
    for one in read_:
        share = model.shares(model.scores(one.rows, known)[kind], chain)
        own = [fact for fact in pages[one.page].facts if fact.kind == kind]
        for first, last, top in model.runs(share, chain.seen):
            value, sure = model.best_value(one.rows[first : last + 1], kind, known)
            first, last = model.trimmed(one.words, first, last)
            a = one.words.p.start[first] + one.start
            b = one.words.p.end[last] + one.start
            same = [
                number
                for number, fact in enumerate(own)
                if max(a, fact.span[0]) < min(b, fact.span[1])
                and (kind == "ground" or fact.value in ("", value))
            ]
            share_ = top * (1.0 if kind == "ground" else sure)
            found.append(Guess(one.page, share_, bool(same), min(same, default=-1)))
    return found


def worth(told: Sequence[Guess]) -> tuple[float, float]:
    """Slope and shift that make shares of proposals into probabilities of being right."""
    known = [(log(share / (1 - share)), one.right) for one in told for share in [_inner(one.share)]]
    x, y = (np.array(column, dtype=float) for column in zip(*known, strict=True))

    def cost(at: Numbers) -> tuple[float, list[float]]:
        share = 1 / (1 + np.exp(-(at[0] * x + at[1])))
        lost = -float(np.log(np.where(y > 0, share, 1 - share)).sum())
        return lost, [float(((share - y) * x).sum()), float((share - y).sum())]

    slope, shift = minimize(cost, [1.0, 0.0])
    return round(slope, 3), round(shift, 3)


def _inner(share: float) -> float:
    return min(max(share, 1e-6), 1 - 1e-6)


def least(pages: Sequence[Page], told: Sequence[Guess], chain: Chain, aim: float) -> float:
    """The least probability at which as many proposals as aimed at are right."""
    own = [one for one in told if pages[one.page].writer.startswith("labeled")]
    for percent in range(10, 95):
        kept = [one.right for one in own if model.likely(one.share, chain) >= percent / 100]
        if kept and sum(kept) >= aim * len(kept):
            return percent / 100
    return 0.95


def counted(
    pages: Sequence[Page], told: Sequence[Guess], kind: str, chain: Chain, bound: float
) -> dict[str, list[int]]:
    """Right, proposed, found and labels on held-out pages of readers, and of single writers."""
    found = {}
    for name, is_labeled in (("readers", True), ("writers", False)):
        own = {n for n, page in enumerate(pages) if page.writer.startswith("labeled") == is_labeled}
        kept = [one for one in told if one.page in own and model.likely(one.share, chain) >= bound]
        met = {(one.page, one.met) for one in kept if one.met >= 0}
        labels = sum(fact.kind == kind for n in own for fact in pages[n].facts)
        found[name] = [sum(one.right for one in kept), len(kept), len(met), labels]
    return found


HEAD = """\
# On pages of writers held out; written by bench.facts.learn. For each kind and least probability:
# right, proposed, found and labels on pages of two readers, then on pages of writers. Reliability:
# from and below a probability, proposals, right ones, sum of their probabilities.
"""
BANDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    every = Pages([*labeled(), *marked()])
    signs: dict[str, dict[str, float]] = {}
    kinds: dict[str, dict[str, float]] = {}
    tables: list[str] = []
    bands = [[low, high, 0, 0, 0.0] for low, high in pairwise(BANDS)]
    for kind in model.KINDS:
        told, known = every.held_out(kind), every.learn(kind)
        slope, shift = worth(told)
        chain = known.chain._replace(slope=slope, shift=shift)
        bound = least(every.pages, told, chain, AIMS.get(kind, AIM))
        kinds[kind] = chain._replace(least=bound)._asdict()
        for sign, columns in known.signs.items():
            signs.setdefault(sign, {}).update(columns)
        tables += _curve(every.pages, told, kind, chain, bound)
        _band(bands, [one for one in told if model.likely(one.share, chain) >= bound], chain)
        print("\n".join(tables[-11:]), flush=True)
    shown = json.dumps([[*band[:4], round(band[4], 2)] for band in bands])
    lines = [HEAD, f"reliability = {shown}", "", *tables]
    writing.write(MEASURED, "\n".join(lines).rstrip() + "\n")
    writing.write(model.WEIGHTS, as_file(kinds, signs))
    model.weights.cache_clear()


def _curve(
    pages: Sequence[Page], told: Sequence[Guess], kind: str, chain: Chain, bound: float
) -> list[str]:
    """Lines with the counts at several bounds."""
    lines = [f"[{kind}]"]
    for name, part in (("used", bound), *((f"{p}", p / 100) for p in range(20, 95, 10))):
        rows = [*counted(pages, told, kind, chain, part).values()]
        lines.append(f"{name} = {json.dumps(rows)}")
    return [*lines, ""]


def _band(bands: list[list[Any]], told: Iterable[Guess], chain: Chain) -> None:
    """Count proposals into the band of their probability."""
    for one in told:
        share = model.likely(one.share, chain)
        row = next(band for band in bands if share < band[1])
        row[2] += 1
        row[3] += one.right
        row[4] += share


def as_file(
    kinds: Mapping[str, Mapping[str, float]], signs: Mapping[str, Mapping[str, float]]
) -> str:
    """The text of the file of weights: a sign a line, in the order of letters."""
    rows = [
        f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(dict(sorted(signs[sign].items())))}"
        for sign in sorted(signs)
    ]
    chains = ",\n".join(f"{json.dumps(kind)}: {json.dumps(kinds[kind])}" for kind in kinds)
    body = ",\n".join(rows)
    return f'{{"kinds": {{\n{chains}\n}}, "signs": {{\n{body}\n}}}}\n'


if __name__ == "__main__":
    main()
