"""Facts in the words of a text: how many, how old, of which nationality, accused of what, and
what was asked, answered and done about detainers.

Each finder reads one sentence at a time by named rules, and only a sentence that holds one of the
words without which it would find nothing: looking for such a word takes a hundredth of the time.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from extraction.facts.ages import ages
from extraction.facts.amounts import COUNT_STEMS
from extraction.facts.answers.responses import responses
from extraction.facts.asked.deadlines import answered, deadlines
from extraction.facts.asked.demands import after, information
from extraction.facts.asked.features import may_ask, told_after
from extraction.facts.asked.model import KIND, asked
from extraction.facts.clauses.parts import Clauses
from extraction.facts.counting import counts, others
from extraction.facts.detainers import detainers
from extraction.facts.found import Found
from extraction.facts.models import proposed
from extraction.facts.nationalities import nationalities, nations_in
from extraction.facts.offenses import CUE_STEMS, offenses
from extraction.facts.why.grounds import grounds
from extraction.text.candidates import Candidate
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.spans import proposal

SEEK_STEMS = (
    *("request", "seek", "sought", "subpoena", "demand", "ask", "want", "summons", "command"),
    *("looking for", "order", "requir", "direct", "compel", "forc", "instruct", "call", "must"),
    *("obtain", " get ", "gather", "collect", "cover", "include", "list", "reach"),
    *(" after ", "told to", "know who"),
)
Stems = tuple[str, ...]
Finder = Callable[[str], Iterator[Found]]
ALWAYS: Stems = ("",)
"""The stem of finders that read any sentence: every sentence holds it."""
ANYWHERE: tuple[tuple[Stems, Finder], ...] = (
    (COUNT_STEMS, counts),
    (("other ",), others),
    (("old", "age", *(f", {digit}" for digit in "123456789")), ages),
    (CUE_STEMS, offenses),
)
"""Finders, each with the stems of which a sentence must hold one, in lower case."""
ABOUT_PAPERS: tuple[tuple[Stems, Finder], ...] = (
    (("detainer", "hold", "i-247"), detainers),
    (SEEK_STEMS, information),
    (ALWAYS, deadlines),
    (ALWAYS, grounds),
)
"""Finders of what is asked, answered and argued; they read only a text that names such a paper."""
BEHIND_ANOTHER = (after, answered)
"""Finders that read a sentence by what the one before it was about."""
VERSION = {
    "count": 9,
    "deadline": 11,
    "information_sought": 12,
    "response": 14,
    "detainer": 13,
    "ground": 13,
}
"""Version of the rules of a kind, where it is not the first; raised when their behavior changes."""
DEMANDS = ("subpoena", "summons", "detainer", "investigative demand")
"""Papers of which a text must name one for the model to read it."""
PAPERS = (*DEMANDS, "warrant")


def facts(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Counts, ages, nationalities, offenses, detainers, demands, deadlines and responses."""
    document = Document.of(text, regions)
    text, kind_at = document.text, reading(document.regions, ARTICLE)
    low = text.lower()
    papers, demands = (names_any(low, names) for names in (PAPERS, DEMANDS))
    finders = [(tuple(stem for stem in stems if stem in low), one) for stems, one in ANYWHERE]
    nations, found = nations_in(document), []
    for start, end, before in told_after(text):
        region = kind_at(start)
        if region is None:
            continue
        words = text[start:end]
        facts_here = _of_sentence(words, finders)
        if papers:
            by_rules = ruled(words, before)
            judged = _judged(words, before, by_rules) if demands else by_rules
            facts_here = chain(facts_here, judged)
        first, last = bisect_left(nations, start), bisect_left(nations, end)
        if last > first:
            places = [at - start for at in nations[first:last]]
            facts_here = chain(facts_here, nationalities(words, places))
        for fact in facts_here:
            here = (fact.span[0] + start, fact.span[1] + start)
            if kind_at(here[0]):
                parts = {name: (a + start, b + start) for name, (a, b) in fact.parts.items()}
                rest = (fact.rule, region, fact.value, parts, fact.attributes)
                version = VERSION.get(fact.kind, 1)
                found.append(proposal(fact.kind, here, *rest, version, fact.probability))
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))


def _judged(sentence: str, before: str, ruled: list[Found]) -> Iterator[Found]:
    """What models make of a sentence, behind another, and of what rules tell of it."""
    yield from proposed(Clauses(sentence, before), ruled)
    own = [fact for fact in ruled if fact.kind == KIND]
    yield from asked(sentence, before, own) if may_ask(sentence) else own


def ruled(sentence: str, before: str) -> list[Found]:
    """What rules alone take as asked, answered and argued in a sentence behind another."""
    behind = (finder(before, sentence) for finder in BEHIND_ANOTHER)
    alone = _of_sentence(sentence, ABOUT_PAPERS)
    return [*alone, *chain.from_iterable(behind), *responses(sentence, before)]


def names_any(low: str, names: Iterable[str]) -> bool:
    """Whether a text, in lower case, names one of some papers."""
    return any(name in low for name in names)


def _of_sentence(sentence: str, finders: Iterable[tuple[Stems, Finder]]) -> Iterator[Found]:
    """What every finder finds in a sentence."""
    low = sentence.lower()
    for stems, finder in finders:
        for stem in stems:
            if stem in low:
                yield from finder(sentence)
                break
