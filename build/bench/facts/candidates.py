"""The examples that models learn from.

Numbers that count, and clauses and times that tell, are candidates. For what is asked for, they are
the words of sentences, inside or outside of marked facts.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from bench.facts.marked import Fact, Page
from bench.facts.trainer import READERS, Guess, Trainer, is_met, met, shared
from extraction.facts import counting, models
from extraction.facts.asked import model
from extraction.facts.asked.features import WordFeatures, may_ask, told_after
from extraction.facts.clauses.parts import Clauses
from extraction.facts.clauses.sentence import is_question
from extraction.facts.facts import DEMANDS, names_any, ruled
from extraction.facts.found import Found
from extraction.facts.models import Candidate
from extraction.facts.weighed import Weights
from extraction.text.candidates import Span
from extraction.text.regions import ARTICLE, reading, regions

INSIDE = ("says", "class", "means", "not", "so", "opens", "rule", "bias")
"""First words of the features by which a code is chosen: what stands in the clause itself."""

Reader = Callable[[str, str], Iterable[Candidate]]
"""The candidates of a sentence, given the one before."""


def amounts(sentence: str, _: str) -> Iterator[Candidate]:
    """The numbers of a sentence."""
    for one, features in counting.with_features(sentence):
        yield Candidate(Found(counting.KIND, one.span, "", one.value, {}, {}), features)


def reader(model: models.Model) -> Reader:
    """The clauses or times of a sentence, as a model reads them."""

    def read(sentence: str, before: str) -> Iterator[Candidate]:
        own = [one for one in ruled(sentence, before) if one.kind == model.kind]
        return model.read(Clauses(sentence, before), own)

    return read


class Judged(NamedTuple):
    """A training example: candidate, page, writer, label.

    Of examples that share the words of one fact, only that with most of them is taken as right; the
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


@dataclass(frozen=True, kw_only=True)
class CandidateTrainer(Trainer[Judged]):
    """Every candidate is weighed."""

    read: Reader
    shown: float = 0.2
    small: float = 0.05

    def examples(self, pages: Sequence[Page]) -> list[Judged]:
        found, counts = list[Judged](), self.kind == counting.KIND
        for at, page in enumerate(pages):
            is_read = counts or names_any(page.text.lower(), DEMANDS)
            if not is_read or page.writer in tuple(self.without):
                continue
            kind_at = reading(regions(page.text), ARTICLE)
            facts = [fact for fact in page.facts if fact.kind == self.kind]
            for start, end, before in told_after(page.text):
                sentence = page.text[start:end]
                if kind_at(start) and (counts or not is_question(sentence)):
                    found += _judged(page, at, start, list(self.read(sentence, before)), facts)
        return found

    def labeled(self, own: Iterable[Judged]) -> Iterator[tuple[Sequence[str], bool]]:
        for one in own:
            if one.right is not None:
                writer = READERS if " " in one.writer else f"by {one.writer}"
                yield [*one.own.features, writer], one.right

    def coded(self, own: Iterable[Judged]) -> Iterator[tuple[Sequence[str], str]]:
        for one in own:
            if one.right and one.code and one.own.fact.value == "":
                names = one.own.features
                yield [name for name in names if name.partition(" ")[0] in INSIDE], one.code

    def shares(
        self, own: Iterable[Judged], known: Weights
    ) -> Iterable[tuple[int, float, Fact | None]]:
        """Each that may be proposed once, with its greatest share."""
        found: dict[tuple[int, Span, str | None], tuple[int, float, Fact | None]] = {}
        for one in own:
            for fact, share in models.judged([one.own], known):
                span = fact.span[0] + one.start, fact.span[1] + one.start
                key = one.page, span, fact.value
                if key not in found or share > found[key][1]:
                    found[key] = one.page, share, met(one.facts, span, fact.value)
        return found.values()


def _judged(
    page: Page, at: int, start: int, read: Sequence[Candidate], facts: list[Fact]
) -> Iterator[Judged]:
    """The examples of a sentence."""
    spans = [(one.fact.span[0] + start, one.fact.span[1] + start) for one in read]
    same = [
        [fact for fact in facts if is_met(fact, span, one.fact.value)]
        for one, span in zip(read, spans, strict=True)
    ]
    most = {
        fact: max(
            (span for span, own in zip(spans, same, strict=True) if fact in own),
            key=lambda span: shared(fact, span),
        )
        for own in same
        for fact in own
    }
    for one, span, own in zip(read, spans, same, strict=True):
        code = next((fact.value for fact in own if most[fact] == span), None)
        right = code is not None
        yield Judged(
            page.writer, at, start, one, facts, right if right or not own else None, code or ""
        )


class Sentence(NamedTuple):
    """A sentence of a page: where it begins, its words, and the features of each."""

    writer: str
    page: int
    start: int
    words: WordFeatures
    rows: list[list[str]]
    facts: list[Fact]
    """Those of its page."""

    def span(self, first: int, last: int) -> Span:
        """The span of some words on the page."""
        return self.words.p.start[first] + self.start, self.words.p.end[last] + self.start

    def held(self) -> list[Fact | None]:
        """For each word the fact that holds it."""
        spans = [self.span(k, k) for k in range(len(self.rows))]
        return [
            next((fact for fact in self.facts if shared(fact, span) > 0), None) for span in spans
        ]


class WordTrainer(Trainer[Sentence]):
    """Every word of a sentence is weighed; likely words that stand together are one proposal."""

    def examples(self, pages: Sequence[Page]) -> list[Sentence]:
        return [one for at, page in enumerate(pages) for one in self._sentences(page, at)]

    def _sentences(self, page: Page, at: int) -> Iterator[Sentence]:
        facts = [fact for fact in page.facts if fact.kind == self.kind]
        for start, end, before in told_after(page.text):
            sentence = page.text[start:end]
            if may_ask(sentence):
                told = [one for one in ruled(sentence, before) if one.kind == self.kind]
                words = WordFeatures(sentence, before, told)
                yield Sentence(page.writer, at, start, words, list(words.rows()), facts)

    def labeled(self, own: Iterable[Sentence]) -> Iterator[tuple[Sequence[str], bool]]:
        for one in own:
            for row, fact in zip(one.rows, one.held(), strict=True):
                yield row, fact is not None

    def coded(self, own: Iterable[Sentence]) -> Iterator[tuple[Sequence[str], str]]:
        for one in own:
            facts = one.held()
            for fact, words in groupby(range(len(facts)), facts.__getitem__):
                if fact:
                    yield model.code_features([one.rows[k] for k in words]), fact.value

    def shares(
        self, own: Iterable[Sentence], known: Weights
    ) -> Iterator[tuple[int, float, Fact | None]]:
        for one in own:
            for fact in model.told(one.words, one.rows, known):
                span = one.span(fact.first, fact.last)
                yield one.page, fact.share, met(one.facts, span, fact.code)

    def proposed(self, own: Iterable[Sentence], known: Weights) -> Iterator[Guess]:
        for one in own:
            for found in model.proposed(one.words, one.rows, known):
                span = found.span[0] + one.start, found.span[1] + one.start
                yield Guess(one.page, found.probability, met(one.facts, span, found.value))
