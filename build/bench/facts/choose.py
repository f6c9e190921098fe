"""Learn the weights by which numbers that count, and clauses that tell a reason, are chosen.

`python -m bench.facts.choose` (with `build` and `schema` on the path) reads the invented pages for
learning and writes the weights of `counting` and `why/reasons` in `extraction/facts` and, from
pages of writers that the weights did not see, `bench/facts/chosen.toml`. It takes less than a
minute.

What is on a page of a writer is judged by weights learned from the pages of the other groups of
writers. From these readings comes what a share is worth.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import writing
from bench.facts.fit import fit, often
from bench.facts.learn import BANDS, GROUPS, Guess, banded, calibrated, strongest
from bench.facts.marked import Fact, Page, labeled, marked
from extraction.facts import counting
from extraction.facts.asked.signs import told_after
from extraction.facts.weighed import Worth, likely, share, weight
from extraction.facts.why import reasons
from extraction.text.candidates import Span
from extraction.text.regions import ARTICLE, reading, regions

LEAST_SEEN = 3  # things that must show a sign before it gets a weight
SMALL = 0.05  # a weight nearer to zero is left out
READERS = "by readers"
"""The sign of pages that two readers marked: writers mark fewer, each in their own measure."""
MEASURED = Path(__file__).parent / "chosen.toml"

Signed = Iterable[tuple[Span, str, list[str]]]
"""Span, value and signs of what may be chosen in a sentence."""


class Kind(NamedTuple):
    """How a kind is learned: what may be chosen, and by how much signs are held back."""

    name: str
    read: Callable[[str, str], Signed]
    """From a sentence and the one before."""
    least: float
    least_ruled: float
    """Shares from which on it is proposed: without a rule, and where a rule finds it, too."""
    path: Path
    penalty: float
    kept: int
    """How many signs keep a weight: those that weigh most."""


def _amounts(sentence: str, _: str) -> Signed:
    return ((one.span, one.value, signs) for one, signs in counting.signed(sentence))


def _clauses(sentence: str, before: str) -> Signed:
    read = reasons.Read(sentence, before)
    return ((span, "", [*signs, *read.about]) for span, signs in read.signed())


KINDS = (
    Kind(counting.KIND, _amounts, counting.LEAST, counting.LEAST, counting.WEIGHTS, 3.0, 1500),
    Kind(reasons.KIND, _clauses, reasons.LEAST, reasons.LEAST_RULED, reasons.WEIGHTS, 6.0, 3000),
)


class Thing(NamedTuple):
    """What may be chosen: on which page of whom, its signs, the facts it meets, whether it is one.

    Of clauses that share the words of one fact, only that with most of them is taken as right; the
    others teach nothing.
    """

    writer: str
    page: int
    signs: list[str]
    met: list[Fact]
    right: bool | None


def things(pages: Sequence[Page], kind: Kind) -> list[Thing]:
    """All that may be chosen on some pages."""
    found = []
    for at, page in enumerate(pages):
        kind_at = reading(regions(page.text), ARTICLE)
        facts = [fact for fact in page.facts if fact.kind == kind.name]
        for start, end, before in told_after(page.text):
            if kind_at(start):
                read = [
                    ((a + start, b + start), value, signs)
                    for (a, b), value, signs in kind.read(page.text[start:end], before)
                ]
                found += list(_judged(page, at, read, facts))
    return found


def _judged(page: Page, at: int, read: Signed, facts: Sequence[Fact]) -> Iterator[Thing]:
    """What may be chosen in a sentence, with the facts that each meets."""
    read = list(read)
    met = [
        [fact for fact in facts if _shared(fact, span) > 0 and (not value or fact.value == value)]
        for span, value, _ in read
    ]
    most = {
        fact: max(
            (span for (span, _, _), own in zip(read, met, strict=True) if fact in own),
            key=lambda span: _shared(fact, span),
        )
        for own in met
        for fact in own
    }
    for (span, _, signs), own in zip(read, met, strict=True):
        right = any(most[fact] == span for fact in own)
        yield Thing(page.writer, at, signs, own, right if right or not own else None)


def _shared(fact: Fact, span: Span) -> int:
    """How many characters a fact and a span share."""
    return min(fact.span[1], span[1]) - max(fact.span[0], span[0])


def _writer(thing: Thing) -> str:
    return READERS if " " in thing.writer else f"by {thing.writer}"


def learn(every: Sequence[Thing], kind: Kind) -> dict[str, float]:
    """The weights of the signs that some things teach, for pages as readers mark them."""
    own = [one for one in every if one.right is not None]
    rows = [[*one.signs, _writer(one)] for one in own]
    right = np.array([one.right for one in own], dtype=float)
    names = often(rows, LEAST_SEEN)
    if len(names) > kind.kept:
        names = strongest(names, fit(rows, right, names, kind.penalty), kind.kept)
        names = sorted({*names, READERS})
    told = dict(zip(names, map(float, fit(rows, right, names, kind.penalty)), strict=True))
    told["bias"] += told[READERS]
    return {
        name: round(weight, 2)
        for name, weight in told.items()
        if abs(weight) >= SMALL and not name.startswith("by ")
    }


def held_out(every: Sequence[Thing], kind: Kind) -> list[tuple[Thing, float]]:
    """Everything with its share by weights of other writers."""
    told = []
    for group in GROUPS:
        known = learn([one for one in every if one.writer not in group], kind)
        own = (one for one in every if one.writer in group)
        told += [(one, share(weight(one.signs, known))) for one in own]
    return told


def _is_told(one: Thing, own: float, kind: Kind) -> bool:
    """Whether something with some share is proposed."""
    return own >= (kind.least_ruled if reasons.RULED in one.signs else kind.least)


def counted(
    told: Sequence[tuple[Thing, float]], pages: Sequence[Page], kind: Kind, by_readers: bool
) -> list[int]:
    """Right, proposed, found and labels on pages of two readers, or on those of writers."""
    kept = [one for one, own in told if _is_told(one, own, kind)]
    kept = [one for one in kept if (" " in one.writer) == by_readers]
    right = [(one.page, one.met[0]) for one in kept if one.met]
    own = (page for page in pages if (" " in page.writer) == by_readers)
    labels = sum(fact.kind == kind.name for page in own for fact in page.facts)
    return [len(right), len(kept), len(set(right)), labels]


def learned(pages: Sequence[Page], kind: Kind) -> list[str]:
    """Write the weights of a kind; lines that tell how good they are on held-out pages."""
    every = things(pages, kind)
    told = held_out(every, kind)
    shown = [(one, own) for one, own in told if _is_told(one, own, kind)]
    worth = Worth(
        *calibrated([Guess(one.page, own, one.met[0] if one.met else None) for one, own in shown])
    )
    kept = [(likely(own, worth), bool(one.met)) for one, own in shown]
    known = learn(every, kind)
    body = ",\n".join(
        f"{json.dumps(sign, ensure_ascii=False)}: {known[sign]}" for sign in sorted(known)
    )
    text = f'{{"worth": {json.dumps(worth._asdict())}, "signs": {{\n{body}\n}}}}\n'
    writing.write(kind.path, text)
    figures = [counted(told, pages, kind, by_readers) for by_readers in (True, False)]
    reliability = banded(kept, (0.0, *BANDS))
    return [
        f"\n[{kind.name}]\n",
        f"held_out = {json.dumps(figures)}\n",
        f"reliability = {json.dumps(reliability)}\n",
    ]


HEAD = """\
# On pages of writers held out; written by bench.facts.choose: right, proposed, found and labels on
# pages of two readers, then on pages of writers. Reliability: from and below a probability,
# proposals, right ones, sum of their probabilities.
"""


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    pages = [*labeled(), *marked()]
    lines = [line for kind in KINDS for line in learned(pages, kind)]
    writing.write(MEASURED, HEAD + "".join(lines))


if __name__ == "__main__":
    main()
