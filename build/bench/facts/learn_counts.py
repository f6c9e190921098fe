"""Learn the weights by which it is told which numbers count what a story is about.

`python -m bench.facts.learn_counts` (with `build` and `schema` on the path) reads the invented
pages for learning and writes `extraction/facts/counting.json` and, from pages of writers that the
weights did not see, `bench/facts/measured_counts.toml`. It takes a few seconds.

A number of a writer is judged by weights learned from the pages of the other groups of writers.
From these readings comes what a share is worth.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import writing
from bench.facts.fit import fit, often
from bench.facts.learn import BANDS, GROUPS, Guess, banded, calibrated
from bench.facts.marked import Fact, Page, labeled, marked
from extraction.facts import counting
from extraction.facts.asked.model import Worth, likely
from extraction.text.regions import ARTICLE, reading, regions
from extraction.text.sentences import sentences

LEAST_SEEN = 3  # numbers that must show a sign before it gets a weight
PENALTY = 3.0
SMALL = 0.05  # a weight nearer to zero is left out
MEASURED = Path(__file__).parent / "measured_counts.toml"


class Number(NamedTuple):
    """A number on a page: who wrote the page, its signs, and the fact that it is, if it is one."""

    writer: str
    page: int
    signs: list[str]
    fact: Fact | None


def numbers(pages: Sequence[Page]) -> list[Number]:
    """All numbers of pages that may count something."""
    found = []
    for at, page in enumerate(pages):
        kind_at = reading(regions(page.text), ARTICLE)
        facts = [fact for fact in page.facts if fact.kind == counting.KIND]
        for start, end in sentences(page.text):
            words = page.text[start:end]
            for one, signs in counting.signed(words) if kind_at(start) else ():
                span = (one.span[0] + start, one.span[1] + start)
                right = (f for f in facts if _meets(f, span) and f.value == one.value)
                found.append(Number(page.writer, at, signs, next(right, None)))
    return found


def _meets(fact: Fact, span: tuple[int, int]) -> bool:
    return max(fact.span[0], span[0]) < min(fact.span[1], span[1])


def learn(every: Sequence[Number]) -> dict[str, float]:
    """The weights of the signs that some numbers teach."""
    rows = [one.signs for one in every]
    right = np.array([one.fact is not None for one in every], dtype=float)
    names = often(rows, LEAST_SEEN)
    found = zip(names, fit(rows, right, names, PENALTY), strict=True)
    return {name: round(float(weight), 2) for name, weight in found if abs(weight) >= SMALL}


def held_out(every: Sequence[Number]) -> list[tuple[Number, float]]:
    """Every number with its share by weights of other writers."""
    told = []
    for group in GROUPS:
        known = learn([one for one in every if one.writer not in group])
        own = (one for one in every if one.writer in group)
        told += [(one, counting.share(one.signs, known)) for one in own]
    return told


def counted(
    told: Sequence[tuple[Number, float]], pages: Sequence[Page], by_readers: bool
) -> list[int]:
    """Right, proposed, found and labels on pages of two readers, or on those of writers."""
    kept = [
        one
        for one, share in told
        if (" " in one.writer) == by_readers and share >= counting.LEAST
    ]
    right = [(one.page, one.fact) for one in kept if one.fact]
    own = (page for page in pages if (" " in page.writer) == by_readers)
    labels = sum(fact.kind == counting.KIND for page in own for fact in page.facts)
    return [len(right), len(kept), len(set(right)), labels]


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    pages = [*labeled(), *marked()]
    every = numbers(pages)
    told = held_out(every)
    worth = Worth(*calibrated([Guess(one.page, share, one.fact) for one, share in told]))
    kept = [
        (likely(share, worth), one.fact is not None)
        for one, share in told
        if share >= counting.LEAST
    ]
    figures = {
        counting.KIND: [counted(told, pages, by_readers) for by_readers in (True, False)],
        "reliability": banded(kept, (0.0, *BANDS)),
    }
    head = "# As measured.toml, of counts; written by bench.facts.learn_counts.\n"
    lines = [f"{name} = {json.dumps(rows)}\n" for name, rows in figures.items()]
    writing.write(MEASURED, "".join([head, *lines]))
    known = learn(every)
    body = ",\n".join(
        f"{json.dumps(sign, ensure_ascii=False)}: {known[sign]}" for sign in sorted(known)
    )
    text = f'{{"worth": {json.dumps(worth._asdict())}, "signs": {{\n{body}\n}}}}\n'
    writing.write(counting.WEIGHTS, text)


if __name__ == "__main__":
    main()
