"""Reported speech without quotation marks: ICE says it is seeking information on …"""

import re
from collections.abc import Callable, Iterator, Sequence

from extraction.attribution.answer import Attribution, from_saying
from extraction.grammar import cues, tags
from extraction.grammar.forms import every_form
from extraction.grammar.reporting import Paragraph, Saying
from extraction.quotations.memory import Memory
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.titles import surroundings
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, KindAt, Region, reading
from extraction.text.spans import proposal
from extraction.text.words import word_set

REPORTING = word_set("""
say tell announce claim argue insist maintain contend assert state deny confirm explain acknowledge
admit note warn allege suggest report reveal declare estimate promise pledge vow emphasize stress
believe concede predict testify add
""")
DATELINE = re.compile(r"[A-Z][A-Z .’'-]+(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)? ?[—–] ?")
"""The place where a report was written, which is no part of what somebody says."""
THOUGHTS = frozenset({"believe", "estimate"})
"""What somebody does in silence: who tells of it at the end of the sentence is the one who speaks.
"""
TELLING = frozenset({"tell", "promise", "warn"})
"""Verbs of reporting that may have somebody as their object."""
VERSION = {"x-says-that": 5, "clause-x-says": 3}
NOT_CLAIMANTS = word_set("both all i you we who which that it one nobody no this these those")
SECOND_SOURCE = frozenset({"report", "say", "write", "according"})
ONE = (tags.PRONOUN, tags.NAME)
"""Tags of the last word for one speaker."""
SHORTEST = 3  # words of a claim
_REPORTS = every_form(" ".join(REPORTING))
_WORD = re.compile(r"\w+")
_HYPOTHETICAL = word_set("would could should might may must can will not never n't cannot to")


def indirect(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Claims that a text reports in its own words, with whom it says makes them.

    >>> [c] = indirect("The county said that it will not appeal the ruling.")
    >>> "The county said that it will not appeal the ruling."[c.start : c.end]
    'it will not appeal the ruling'
    """
    document = Document.of(text, regions)
    kind_at = reading(document.regions, ARTICLE)
    memory = Memory(document)
    return [
        reported(
            _told(document.text, span), from_saying(g, rule, saying), kind_at, memory, VERSION[rule]
        )
        for g in _paragraphs(document, kind_at)
        for rule, saying, span in _claims(g)
    ]


def _paragraphs(document: Document, kind_at: KindAt) -> Iterator[Paragraph]:
    """Parsed paragraphs in which somebody may report something."""
    page = document.once(Paragraphs)
    for number, held in page.holding(page.segments):
        begin, stop = page.spans[number]
        if kind_at(begin) and _may_report(document.text[begin:stop]):
            yield page.read(number, held)


def _may_report(paragraph: str) -> bool:
    """Whether a verb of reporting stands in a paragraph; the most frequent is looked for first."""
    return " said " in paragraph or not _REPORTS.isdisjoint(_WORD.findall(paragraph))


def _claims(g: Paragraph) -> Iterator[tuple[str, Saying, Span]]:
    """Rule, saying and span of the claims of a paragraph, at most one a sentence."""
    p = g.p
    for low, high in p.sentences():
        if p.tag[high - 1] == tags.STOP and p.low[high - 1] == "?":
            continue
        reported, told = _that_clause(g, low, high), _trailing(g, low, high)
        is_thought = reported and reported[1].lemma in THOUGHTS
        if claim := told if told and is_thought else reported or told:
            yield claim


def _reports(g: Paragraph, saying: Saying) -> bool:
    """Whether the saying is a plain statement of fact that somebody says something."""
    p = g.p
    if saying.kind != "verb" or saying.lemma not in REPORTING:
        return False
    low, _ = p.bounds(saying.cue)
    before = g.subjects.before_group(saying.cue)[0]
    group = range(before + 1, saying.cue)
    if any(p.low[k] in _HYPOTHETICAL or p.low[k].endswith("n't") for k in group):
        return False
    if before > low and p.low[before] in ("and", "or") and _left_open(g, saying, before):
        return False
    first = p.low[saying.speaker[0]]
    is_joined = before == saying.cue - 1 and p.low[before] in ("and", "or")
    if is_joined and p.low[saying.cue] == saying.lemma and p.tag[saying.speaker[1]] in ONE:
        return False  # it does not agree, and is a noun: he wrote, and state law bars it
    left = saying.speaker[0] - 1
    if left >= low and p.tag[left] == tags.CUE and p.low[left] in _REPORTS:
        return False  # somebody else says so: a colleague said he believed
    subordinate = left >= 0 and p.low[left] in cues.SUBORDINATORS | {"as", "than"} - {"but"}
    return first not in NOT_CLAIMANTS and not subordinate


def _left_open(g: Paragraph, saying: Saying, at: int) -> bool:
    """Whether the verb before `and` is left open, and with it the cue: could refuse and argue"""
    p = g.p
    return any(
        p.low[k] in _HYPOTHETICAL - {"not", "never"}
        for k in range(saying.speaker[1] + 1, at)
        if p.tag[k] in (tags.AUXILIARY, tags.TO) or p.low[k] == "cannot"
    )


def _that_clause(g: Paragraph, low: int, high: int) -> tuple[str, Saying, Span] | None:
    """X said that it …; X told the Herald it …"""
    p = g.p
    for saying in g.sayings(low):
        if not _reports(g, saying) or saying.speaker[0] > saying.cue:
            continue
        first = _complement(g, saying, high)
        if first is None:
            return None
        last = _clause_end(g, first, high)
        span = (p.start[first], p.end[max(first, last)])
        if tags.QUOTE in p.tag[first:high] or last - first + 1 < SHORTEST:
            return None
        return "x-says-that", saying, span
    return None


def _clause_end(g: Paragraph, first: int, high: int) -> int:
    """Last token of the reported clause, without a second source: …, the Herald reported."""
    p = g.p
    for other in g.sayings(first):
        trails = other.kind in ("verb", "inverted", "according") and other.lemma in SECOND_SOURCE
        if trails and other.start > first and p.low[other.start - 1] == ";":
            return other.start - 2  # somebody else says what follows
        if trails and other.start > first + SHORTEST and p.tag[other.start - 1] == tags.COMMA:
            return other.start - 2
    return high - 2 if p.tag[high - 1] == tags.STOP else high - 1


def _complement(g: Paragraph, saying: Saying, high: int) -> int | None:
    """First token of the clause that a cue reports, or None if what follows is no clause."""
    p = g.p
    window = range(saying.cue + 1, min(high, saying.cue + 14))
    that = next(
        (
            k
            for k in window
            if p.low[k] == "that" and p.tag[k] in (tags.SUBORDINATOR, tags.DETERMINER)
        ),
        None,
    )
    if that == saying.cue + 1 and that + 1 < high and g.subjects.is_finite(that + 1):
        return that  # it is the subject: said that was a mistake
    if that is not None and all(
        p.tag[k] in (*tags.NOMINAL, tags.PREPOSITION, tags.TIME, tags.ADVERB, tags.OBJECT, tags.TO)
        for k in range(saying.cue + 1, that)
    ):
        is_relative = _has_thing(g, saying, that)  # denied the petition that the agency had filed
        return that + 1 if that + 1 < high and not is_relative else None
    first = saying.cue + 1
    while first < high and p.tag[first] in (tags.TIME, tags.ADVERB):
        first += 1
    if first >= high or p.tag[first] not in (tags.NAME, tags.DETERMINER, tags.PRONOUN, "W", "NUM"):
        return None
    for k in range(first + 1, min(high, first + 16)):
        if g.subjects.is_finite(k):
            subject = g.subjects.of(k)
            return first if subject is not None and subject[0] == first else None
    return None


def _has_thing(g: Paragraph, saying: Saying, that: int) -> bool:
    """Whether a thing stands right behind the cue, so that `that` tells more of it: no verb but one
    like tell has somebody there, and no thing is a day."""
    group: list[str] = []
    for tag in g.p.tag[saying.cue + 1 : that]:
        if tag not in tags.NOMINAL:
            break
        group.append(tag)
    return bool(group) and tags.TIME not in group and saying.lemma not in TELLING


def _trailing(g: Paragraph, low: int, high: int) -> tuple[str, Saying, Span] | None:
    """The county will appeal, the mayor said. The county will appeal, according to the mayor."""
    p = g.p
    for saying in g.sayings(low):
        is_short = saying.start - low <= SHORTEST
        if is_short or saying.kind not in ("verb", "inverted", "according"):
            continue
        if saying.kind != "according" and (
            not _reports(g, saying) or saying.lemma not in ("say", "report", "add")
        ):
            continue
        end = max(saying.cue, saying.speaker[1]) + 1
        ends = all(
            p.tag[k] in (tags.STOP, tags.TIME, tags.PREPOSITION, tags.NAME, tags.DETERMINER, "W")
            for k in range(end, high)
        )
        finite = any(g.subjects.is_finite(k) for k in range(low, saying.start))
        unquoted = tags.QUOTE not in p.tag[low:high]
        if p.tag[saying.start - 1] == tags.COMMA and ends and finite and unquoted:
            return "clause-x-says", saying, (p.start[low], p.end[saying.start - 2])
    return None


def _told(text: str, span: Span) -> Span:
    """A claim without the place where the report was written."""
    dateline = DATELINE.match(text, *span)
    return dateline.end() if dateline else span[0], span[1]


def reported(
    span: Span,
    found: Attribution,
    kind_at: KindAt,
    memory: Memory,
    version: int,
    as_name: Callable[[str], str] = str,
) -> Candidate:
    """Words of somebody that stand in no quotation marks."""
    parts = surroundings(memory.text, found)
    attributes = {"quotation_kind": "indirect"}
    if speaker := memory.resolve(found, parts):
        attributes["speaker"] = as_name(speaker)
    region = kind_at(span[0]) or "body"
    return proposal("quotation", span, found.rule, region, None, parts, attributes, version)
