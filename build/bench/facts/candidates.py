"""The examples for numbers that count, and for clauses and times that tell: each is a candidate."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bench.facts.marked import Fact, Page
from bench.facts.trainer import READERS, Trainer, is_met, met, shared
from extraction.facts import counting, models
from extraction.facts.asked.features import told_after
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
