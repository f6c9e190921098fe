"""Learn the weights by which numbers that count, and clauses and times that tell, are chosen.

`python -m bench.facts.choose` (with `build` and `schema` on the path) reads the invented pages for
learning and writes the weights of `counting`, `why/reasons` and `beside` in `extraction/facts` and,
from pages of writers that the weights did not see, `bench/facts/chosen.toml`. It takes a few
minutes.

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
from bench.facts.fit import codes, fit, often, strongest
from bench.facts.learn import BANDS, GROUPS, LIKELY, Guess, Signed, as_file, banded, calibrated
from bench.facts.marked import Fact, Page, labeled, marked
from extraction.facts import beside, counting
from extraction.facts.asked.signs import told_after
from extraction.facts.clauses.parts import Clauses
from extraction.facts.clauses.sentence import is_question
from extraction.facts.facts import PAPERS, names_any, ruled
from extraction.facts.found import Found, apart
from extraction.facts.weighed import Worth, likely, numbered
from extraction.facts.why import reasons
from extraction.facts.why.grounds import grounds
from extraction.text.candidates import Span
from extraction.text.regions import ARTICLE, reading, regions

LEAST_SEEN = 3  # things that must show a sign before it gets a weight
SMALL = 0.05  # a weight nearer to zero is left out
CODE_PENALTY = 1.0
READERS = "by readers"
"""The sign of pages that two readers marked: writers mark fewer, each in their own measure."""
MEASURED = Path(__file__).parent / "chosen.toml"


class Candidate(NamedTuple):
    """What may be chosen in a sentence: a fact without its code, what it shows."""

    fact: Found
    signs: list[str]
    ruled: bool = False
    """Whether rules tell it, or judge it."""


class Kind(NamedTuple):
    """How a kind is learned: what may be chosen, and by how much signs are held back."""

    name: str
    read: Callable[[str, str], Iterable[Candidate]]
    """From a sentence and the one before."""
    least: float
    least_ruled: float
    """Shares from which on it is proposed: without a rule, and where a rule finds it, too."""
    path: Path
    penalty: float
    kept: int
    """How many signs keep a weight: those that weigh most."""
    is_beside: bool = False
    """Whether it only adds to what rules tell."""
    without: str = ""
    """Writers whose pages do not teach it: each has a letter."""


def _amounts(sentence: str, _: str) -> Iterator[Candidate]:
    for one, signs in counting.signed(sentence):
        yield Candidate(Found(counting.KIND, one.span, "", one.value, {}, {}), signs)


def _reasons(sentence: str, before: str) -> Iterator[Candidate]:
    read, told = Clauses(sentence, before), list(grounds(sentence))
    for span, signs in read.signed:
        own = [one for one in told if not apart(one.span, span)]
        fact = Found(reasons.KIND, span, "", None, {}, {})
        yield Candidate(fact, [*signs, *read.about, *reasons.ruled(own)], bool(own))


def _beside(model: beside.Model) -> Callable[[str, str], Iterator[Candidate]]:
    def read(sentence: str, before: str) -> Iterator[Candidate]:
        told = ruled(sentence, before)
        for fact, signs in model.candidates(Clauses(sentence, before)):
            yield Candidate(fact, signs, not model.leaves(fact, signs, told))

    return read


KINDS = (
    Kind(
        counting.KIND,
        _amounts,
        counting.LEAST,
        counting.LEAST,
        counting.WEIGHTS,
        3.0,
        1500,
        without="GHIJK",  # these mark far fewer numbers
    ),
    Kind(reasons.KIND, _reasons, reasons.LEAST, reasons.LEAST_RULED, reasons.WEIGHTS, 6.0, 4000),
    *(
        Kind(one.kind, _beside(one), one.least, one.least, one.path, 5.0, 4000, True)
        for one in beside.MODELS
    ),
)


class Thing(NamedTuple):
    """What may be chosen, on which page of whom, the facts it meets, and whether it is one.

    Of things that share the words of one fact, only that with most of them is taken as right; the
    others teach nothing.
    """

    writer: str
    page: int
    own: Candidate
    met: list[Fact]
    right: bool | None
    code: str
    """The code of the fact that it is."""


class Told(NamedTuple):
    """Something with its share by weights of other writers, and whether it is right."""

    thing: Thing
    share: float
    met: Fact | None


def things(pages: Sequence[Page], kind: Kind) -> list[Thing]:
    """All that may be chosen on some pages."""
    found = []
    for at, page in enumerate(pages):
        if kind.name != counting.KIND and not names_any(page.text.lower(), PAPERS):
            continue
        kind_at = reading(regions(page.text), ARTICLE)
        facts = [fact for fact in page.facts if fact.kind == kind.name]
        for start, end, before in told_after(page.text):
            sentence = page.text[start:end]
            if kind_at(start) and not (kind.name != counting.KIND and is_question(sentence)):
                read = list(kind.read(sentence, before))
                found += list(_judged(page, at, start, read, facts))
    return found


def _judged(
    page: Page, at: int, start: int, read: Sequence[Candidate], facts: Sequence[Fact]
) -> Iterator[Thing]:
    """What may be chosen in a sentence, with the facts that each meets."""
    spans = [(one.fact.span[0] + start, one.fact.span[1] + start) for one in read]
    met = [
        [fact for fact in facts if _shared(fact, span) > 0 and _is(one.fact.value, fact)]
        for one, span in zip(read, spans, strict=True)
    ]
    most = {
        fact: max(
            (span for span, own in zip(spans, met, strict=True) if fact in own),
            key=lambda span: _shared(fact, span),
        )
        for own in met
        for fact in own
    }
    for one, span, own in zip(read, spans, met, strict=True):
        code = next((fact.value for fact in own if most[fact] == span), None)
        right = code is not None
        yield Thing(page.writer, at, one, own, right if right or not own else None, code or "")


def _is(value: str | None, fact: Fact) -> bool:
    """Whether a value is that of a fact, if both have one."""
    return not value or not fact.value or value == fact.value


def _shared(fact: Fact, span: Span) -> int:
    """How many characters a fact and a span share."""
    return min(fact.span[1], span[1]) - max(fact.span[0], span[0])


def _writer(thing: Thing) -> str:
    return READERS if " " in thing.writer else f"by {thing.writer}"


def learn(every: Sequence[Thing], kind: Kind) -> Signed:
    """The weights of the signs that some things teach, for pages as readers mark them."""
    own = [one for one in every if one.right is not None]
    rows = [[*one.own.signs, _writer(one)] for one in own]
    right = np.array([one.right for one in own], dtype=float)
    names = often(rows, LEAST_SEEN)
    if len(names) > kind.kept:
        names = strongest(names, fit(rows, right, names, kind.penalty), kind.kept)
        names = sorted({*names, READERS})
    told = dict(zip(names, map(float, fit(rows, right, names, kind.penalty)), strict=True))
    told["bias"] += told[READERS]
    signs: Signed = {
        name: {kind.name: round(weight, 2)}
        for name, weight in told.items()
        if abs(weight) >= SMALL and not name.startswith("by ")
    }
    coded = [one for one in own if one.right and one.own.fact.value == ""]
    of_codes = [beside.of_code(one.own.signs) for one in coded]
    for name, code, weight in codes(
        of_codes, [one.code for one in coded], LEAST_SEEN, CODE_PENALTY
    ):
        signs.setdefault(name, {})[code] = weight
    return signs


def held_out(every: Sequence[Thing], kind: Kind) -> list[Told]:
    """Everything with its share by weights of other writers."""
    told = []
    for group in GROUPS:
        signs = learn([one for one in every if one.writer not in group], kind)
        known = numbered(kind.name, Worth(), signs)
        for one in (each for each in every if each.writer in group):
            own, value = beside.judged(one.own.fact, one.own.signs, known)
            told.append(Told(one, own, next((fact for fact in one.met if _is(value, fact)), None)))
    return told


def _is_told(one: Told, kind: Kind, worth: Worth) -> bool:
    """Whether something with some share is proposed, whatever rules find of a kind beside it."""
    if kind.is_beside:
        return likely(one.share, worth) >= kind.least
    return one.share >= (kind.least_ruled if one.thing.own.ruled else kind.least)


def _worth(told: Sequence[Told], kind: Kind) -> Worth:
    """What the shares of what may be proposed are worth."""
    if kind.is_beside:
        shown = [one for one in told if one.share >= LIKELY]
    else:
        shown = [one for one in told if _is_told(one, kind, Worth())]
    return Worth(*calibrated([Guess(one.thing.page, one.share, one.met) for one in shown]))


def by_rules(pages: Sequence[Page], kind: Kind) -> Iterator[tuple[int, Fact | None]]:
    """What rules alone propose: the page, and the fact that it meets."""
    for at, page in enumerate(pages if kind.is_beside else ()):
        kind_at = reading(regions(page.text), ARTICLE)
        facts = [fact for fact in page.facts if fact.kind == kind.name]
        for start, end, before in told_after(page.text):
            for one in ruled(page.text[start:end], before) if kind_at(start) else ():
                if one.kind == kind.name:
                    span = one.span[0] + start, one.span[1] + start
                    met = (
                        each for each in facts if _shared(each, span) > 0 and _is(one.value, each)
                    )
                    yield at, next(met, None)


def counted(
    told: Sequence[tuple[int, Fact | None]], pages: Sequence[Page], kind: Kind
) -> list[list[int]]:
    """Right, proposed, found and labels on pages of two readers, and on those of writers."""
    rows = []
    for by_readers in (True, False):
        own = {n for n, page in enumerate(pages) if (" " in page.writer) == by_readers}
        kept = [(page, met) for page, met in told if page in own]
        right = [one for one in kept if one[1]]
        labels = sum(fact.kind == kind.name for n in own for fact in pages[n].facts)
        rows.append([len(right), len(kept), len(set(right)), labels])
    return rows


def learned(pages: Sequence[Page], kind: Kind) -> list[str]:
    """Write the weights of a kind; lines that tell how good they are on held-out pages."""
    pages = [page for page in pages if page.writer not in tuple(kind.without)]
    every = things(pages, kind)
    told = held_out(every, kind)
    worth = _worth(told, kind)
    kept = [one for one in told if _is_told(one, kind, worth)]
    writing.write(kind.path, as_file(worth, learn(every, kind)))
    rules = list(by_rules(pages, kind))
    figures = {"held_out": [(one.thing.page, one.met) for one in kept]}
    if kind.is_beside:
        added = [(one.thing.page, one.met) for one in kept if not one.thing.own.ruled]
        figures |= {"rules": rules, "both": [*rules, *added]}
    worths = ((likely(one.share, worth), one.met is not None) for one in kept)
    return [
        f"\n[{kind.name}]\n",
        *(f"{name} = {json.dumps(counted(told, pages, kind))}\n" for name, told in figures.items()),
        f"reliability = {json.dumps(banded(worths, (0.0, *BANDS)))}\n",
    ]


HEAD = """\
# On pages of writers held out; written by bench.facts.choose: right, proposed, found and labels on
# pages of two readers, then on pages of writers. Where a model only adds to what rules tell: of the
# model alone, of rules alone, which had been written on these pages, and of both. Reliability: from
# and below a probability, proposals of the model, right ones, sum of their probabilities.
"""


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    pages = [*labeled(), *marked()]
    lines = [line for kind in KINDS for line in learned(pages, kind)]
    writing.write(MEASURED, HEAD + "".join(lines))


if __name__ == "__main__":
    main()
