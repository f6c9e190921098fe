"""Facts in the words of a text: how many, how old, of which nationality, accused of what, and
what was asked, answered and done about detainers.

Each finder reads one sentence at a time by named rules, and only a sentence that holds one of the
words without which it would find nothing: looking for such a word takes a hundredth of the time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from extraction.facts.ages import ages
from extraction.facts.amounts import ALONE_STEMS, COUNT_STEMS, alone, counts, others
from extraction.facts.detainers import detainers
from extraction.facts.found import Found, apart
from extraction.facts.grounds import grounds
from extraction.facts.learned import learned
from extraction.facts.nationalities import nationalities, nations_in
from extraction.facts.offenses import CUE_STEMS, offenses
from extraction.facts.responses import elliptic, responses
from extraction.text.candidates import Candidate
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.sentences import sentences
from extraction.text.spans import proposal

Stems = tuple[str, ...]
Finder = Callable[[str], Iterator[Found]]
ANYWHERE: tuple[tuple[Stems, Finder], ...] = (
    (COUNT_STEMS, counts),
    (("other ",), others),
    (("old", "age", ", "), ages),
    (CUE_STEMS, offenses),
)
"""Finders, each with the stems of which a sentence must hold one, in lower case."""
ABOUT_PAPERS: tuple[tuple[Stems, Finder], ...] = ((ALONE_STEMS, alone),)
"""Finders that read only a text that names a subpoena or a like paper."""
VERSION = {
    "count": 4,
    "deadline": 5,
    **dict.fromkeys(("response", "information_sought", "detainer", "ground"), 7),
}
"""Version of the rules of a kind, where it is not the first; raised when their behavior changes."""
PAPERS = ("subpoena", "summons", "detainer", "warrant", "investigative demand")


def facts(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Counts, ages, nationalities, offenses, detainers, demands, deadlines and responses."""
    document = Document.of(text, regions)
    text, kind_at = document.text, reading(document.regions, ARTICLE)
    papers = _names_papers(text.lower())
    finders, nations, found = _finders(document, papers), nations_in(document), []
    before = ""
    for start, end in sentences(text):
        region = kind_at(start)
        if region is None:
            continue
        facts_here = _of_sentence(text[start:end], finders)
        if papers:
            facts_here = chain(facts_here, _about_papers(text[start:end], before))
            before = text[start:end] if text[start:end].strip() else before
        first, last = bisect_left(nations, start), bisect_left(nations, end)
        if last > first:
            places = [at - start for at in nations[first:last]]
            facts_here = chain(facts_here, nationalities(text[start:end], places))
        for fact in facts_here:
            here = (fact.span[0] + start, fact.span[1] + start)
            if kind_at(here[0]):
                parts = {name: (a + start, b + start) for name, (a, b) in fact.parts.items()}
                rest = (fact.rule, region, fact.value, parts, fact.attributes)
                version = VERSION.get(fact.kind, 1)
                found.append(proposal(fact.kind, here, *rest, version, fact.probability))
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))


def _about_papers(sentence: str, before: str) -> Iterator[Found]:
    """What is asked, answered and argued, and what became of detainers.

    What is asked for, and by when, the model tells. Answers, reasons and detainers are told by
    rules, and by the model where no rule reads one. `before` is the sentence before, which a short
    answer refers to: it did not.
    """
    ruled = [*responses(sentence), *elliptic(before, sentence), *grounds(sentence)]
    if "detainer" in sentence.lower() or " hold" in sentence:
        ruled += detainers(sentence)
    yield from ruled
    for fact in learned(sentence, before):
        if all(apart(fact.span, one.span) for one in ruled if one.kind == fact.kind):
            yield fact


def _names_papers(low: str) -> bool:
    """Whether a text, in lower case, names a subpoena or a like paper."""
    return any(paper in low for paper in PAPERS)


def _finders(document: Document, papers: bool) -> list[tuple[Stems, Finder]]:
    """The finders that may find something in a text, each with its stems that stand there."""
    low, able = document.text.lower(), []
    for stems, finder in (*ANYWHERE, *(ABOUT_PAPERS if papers else ())):
        if present := tuple(stem for stem in stems if stem in low):
            able.append((present, finder))
    return able


def _of_sentence(sentence: str, finders: list[tuple[Stems, Finder]]) -> Iterator[Found]:
    """What every finder finds in a sentence."""
    low = sentence.lower()
    for stems, finder in finders:
        for stem in stems:
            if stem in low:
                yield from finder(sentence)
                break
