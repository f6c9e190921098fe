"""Learn the weights by which numbers that count, and clauses and times that tell, are chosen.

`python -m bench.facts.choose` (with `build` and `schema` on the path) reads the invented pages for
learning and writes the weights of `counting` and `models` in `extraction/facts` and, from pages of
writers that the weights did not see, `bench/facts/chosen.toml`. It takes a few minutes.

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
from bench.facts.learn import (
    BANDS,
    GROUPS,
    PARTS,
    Guess,
    Signed,
    as_file,
    banded,
    calibrated,
)
from bench.facts.marked import Fact, Page, labeled, marked
from bench.pages.score import WITHOUT_VALUE
from extraction.facts import counting, models
from extraction.facts.asked.signs import told_after
from extraction.facts.clauses.parts import Clauses
from extraction.facts.clauses.sentence import is_question
from extraction.facts.facts import DEMANDS, names_any, ruled
from extraction.facts.found import Found
from extraction.facts.models import Candidate
from extraction.facts.weighed import Worth, likely, numbered
from extraction.text.candidates import Span
from extraction.text.regions import ARTICLE, reading, regions

LEAST_SEEN = 3  # things that must show a sign before it gets a weight
SMALL = 0.05  # a weight nearer to zero is left out
CODE_PENALTY = 1.0
SHOWN = 0.2  # share from which on what may be told shows what shares are worth
READERS = "by readers"
"""The sign of pages that two readers marked: writers mark fewer, each in their own measure."""
INSIDE = ("says", "class", "means", "not", "so", "opens", "rule", "bias")
"""First words of the signs by which a code is chosen: what stands in the clause itself."""
MEASURED = Path(__file__).parent / "chosen.toml"


class Kind(NamedTuple):
    """How a kind is learned: what may be told, and by how much signs are held back."""

    name: str
    read: Callable[[str, str], Iterable[Candidate]]
    """From a sentence and the one before."""
    least: float
    """Probability from which on it is proposed."""
    path: Path
    penalty: float
    kept: int
    """How many signs keep a weight: those that weigh most."""
    without: str = ""
    """Writers whose pages do not teach it: each has a letter."""


def _amounts(sentence: str, _: str) -> Iterator[Candidate]:
    for one, signs in counting.signed(sentence):
        yield Candidate(Found(counting.KIND, one.span, "", one.value, {}, {}), signs)


def _reader(model: models.Model) -> Callable[[str, str], Iterator[Candidate]]:
    def read(sentence: str, before: str) -> Iterator[Candidate]:
        own = [one for one in ruled(sentence, before) if one.kind == model.kind]
        return model.read(Clauses(sentence, before), own)

    return read


KINDS = (
    Kind(
        counting.KIND,
        _amounts,
        counting.LEAST,
        counting.WEIGHTS,
        3.0,
        1500,
        without="GHIJKY",  # these mark far fewer numbers
    ),
    *(Kind(one.kind, _reader(one), one.least, one.path, 5.0, 4000) for one in models.MODELS),
)


class Thing(NamedTuple):
    """What may be chosen, on which page of whom, and whether it is a fact of the page.

    Of things that share the words of one fact, only that with most of them is taken as right; the
    others teach nothing.
    """

    writer: str
    page: int
    start: int
    """Where its sentence begins."""
    own: Candidate
    facts: list[Fact]
    """Those of its page."""
    right: bool | None
    code: str
    """The code of the fact that it is."""


class Told(NamedTuple):
    """What is told on a page, with its share by weights of other writers, and the fact it is."""

    page: int
    share: float
    met: Fact | None


def things(pages: Sequence[Page], kind: Kind) -> list[Thing]:
    """All that may be chosen on some pages."""
    found, counts = [], kind.name == counting.KIND
    for at, page in enumerate(pages):
        is_read = counts or names_any(page.text.lower(), DEMANDS)
        if not is_read or page.writer in tuple(kind.without):
            continue
        kind_at = reading(regions(page.text), ARTICLE)
        facts = [fact for fact in page.facts if fact.kind == kind.name]
        for start, end, before in told_after(page.text):
            sentence = page.text[start:end]
            if kind_at(start) and (counts or not is_question(sentence)):
                read = list(kind.read(sentence, before))
                found += list(_judged(page, at, start, read, facts))
    return found


def _judged(
    page: Page, at: int, start: int, read: Sequence[Candidate], facts: list[Fact]
) -> Iterator[Thing]:
    """What may be chosen in a sentence, with whether it is one of the facts."""
    spans = [(one.fact.span[0] + start, one.fact.span[1] + start) for one in read]
    met = [
        [fact for fact in facts if _meets(one.fact, span, fact)]
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
        yield Thing(
            page.writer, at, start, one, facts, right if right or not own else None, code or ""
        )


def _meets(told: Found, span: Span, fact: Fact) -> bool:
    """Whether what is told in a span is a fact, as far as both have a value."""
    if _shared(fact, span) <= 0:
        return False
    return fact.kind in WITHOUT_VALUE or not told.value or told.value == fact.value


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
    of_codes = [_of_code(one.own.signs) for one in coded]
    for name, code, weight in codes(
        of_codes, [one.code for one in coded], LEAST_SEEN, CODE_PENALTY
    ):
        signs.setdefault(name, {})[code] = weight
    return signs


def _of_code(signs: Iterable[str]) -> list[str]:
    """The signs by which a code is chosen."""
    return [sign for sign in signs if sign.partition(" ")[0] in INSIDE]


def held_out(every: Sequence[Thing], kind: Kind) -> list[Told]:
    """Everything that may be told with its share by weights of other writers, each once."""
    found: dict[tuple[int, Span, str | None], Told] = {}
    for group in GROUPS:
        signs = learn([one for one in every if one.writer not in group], kind)
        known = numbered(kind.name, Worth(), signs)
        for one in (each for each in every if each.writer in group):
            for fact, share in models.judged([one.own], known):
                span = fact.span[0] + one.start, fact.span[1] + one.start
                met = next((each for each in one.facts if _meets(fact, span, each)), None)
                told, key = Told(one.page, share, met), (one.page, span, fact.value)
                found[key] = max(told, found.get(key, told), key=lambda told: told.share)
    return list(found.values())


def _worth(told: Sequence[Told]) -> Worth:
    """What shares are worth."""
    return calibrated([Guess(*one) for one in told if one.share >= SHOWN])


def counted(told: Sequence[Told], pages: Sequence[Page], kind: Kind) -> list[list[int]]:
    """Right, proposed, found and labels: on pages of two readers, and of writers A to K, L to Y."""
    rows = []
    for part in PARTS:
        taught = {*part} - {*kind.without}
        own = {n for n, page in enumerate(pages) if page.writer in taught}
        kept = [(one.page, one.met) for one in told if one.page in own]
        right = [one for one in kept if one[1]]
        labels = sum(fact.kind == kind.name for n in own for fact in pages[n].facts)
        rows.append([len(right), len(kept), len(set(right)), labels])
    return rows


def learned(pages: Sequence[Page], kind: Kind) -> list[str]:
    """Write the weights of a kind; lines that tell how good they are on held-out pages."""
    every = things(pages, kind)
    told = held_out(every, kind)
    worth = _worth(told)
    kept = [one for one in told if likely(one.share, worth) >= kind.least]
    writing.write(kind.path, as_file(worth, learn(every, kind)))
    worths = ((likely(one.share, worth), one.met is not None) for one in kept)
    return [
        f"\n[{kind.name}]\n",
        f"held_out = {json.dumps(counted(kept, pages, kind))}\n",
        f"reliability = {json.dumps(banded(worths, (0.0, *BANDS)))}\n",
    ]


HEAD = """\
# On pages of writers held out; written by bench.facts.choose: right, proposed, found and labels on
# pages of two readers, of the writers A to K, and of L to Y. Reliability: from and below a
# probability, proposals, right ones, sum of their probabilities.
"""


def main() -> None:
    """Learn, measure on held-out pages, and write both."""
    pages = [*labeled(), *marked()]
    lines = [line for kind in KINDS for line in learned(pages, kind)]
    writing.write(MEASURED, HEAD + "".join(lines))


if __name__ == "__main__":
    main()
