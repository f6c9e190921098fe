"""The examples for what is asked for: the words of sentences, inside or outside of marked facts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bench.facts.marked import Fact, Page
from bench.facts.trainer import Guess, Trainer, met, shared
from extraction.facts.asked import model
from extraction.facts.asked.features import WordFeatures, may_ask, told_after
from extraction.facts.facts import ruled
from extraction.facts.weighed import Weights
from extraction.text.candidates import Span


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
