"""Every passage in quotation marks as a proposal, with its speaker where a named rule finds one."""

from collections.abc import Mapping, Sequence

from extraction.attribution.choice import weights
from extraction.attribution.passages import Passage
from extraction.quotations.memory import Memory
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.precision import VERSION
from extraction.quotations.speakers import attribute
from extraction.quotations.titles import surroundings
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, KindAt, Region, reading
from extraction.text.spans import proposal


def quotations(
    text: str | Document, regions: Sequence[Region] = (), weight: Mapping[str, float] | None = None
) -> list[Candidate]:
    """Every passage in quotation marks; those with a `speaker` part are somebody's words.

    The weights of features are those in use, unless others are given.

    >>> [c] = quotations("“We will appeal,” said Ada Moreno, the county attorney.")
    >>> c.rule, c.attributes["speaker"], c.attributes["quotation_kind"]
    ('said-x-after', 'Ada Moreno', 'direct')
    """
    document = Document.of(text, regions)
    kind_at, page = reading(document.regions, ARTICLE), document.once(Paragraphs)
    held = [segment for segment in page.segments if kind_at(segment.start)]
    passages = attribute(page, held, weight or weights())
    memory = Memory(document)
    return [_candidate(document.text, passage, kind_at, memory) for passage in passages]


def _candidate(text: str, passage: Passage, kind_at: KindAt, memory: Memory) -> Candidate:
    segment, found = passage.segment, passage.found
    kind = _kind(text, passage)
    attributes = {"quotation_kind": kind}
    if not segment.closed:
        attributes["unterminated"] = "true"
    parts: dict[str, Span] = {}
    rule = kind if kind in ("title", "scare") else "no-speaker"
    if found:
        rule = found.rule
        parts = surroundings(text, found)
        speaker = memory.resolve(found, parts)
        if speaker:
            attributes["speaker"] = speaker
    span, region = (segment.start, segment.end), kind_at(segment.start) or "body"
    rest = (parts, attributes, VERSION[rule], round(passage.probability, 3))
    return proposal("quotation", span, rule, region, None, *rest)


def _kind(text: str, passage: Passage) -> str:
    """direct, partial, scare or title."""
    if passage.barred == "title":
        return "title"
    sentence = passage.is_sentence(text)
    if passage.found is None:
        return "direct" if sentence and passage.alone else "scare"
    if sentence or passage.found.rule in ("x-said-after", "said-x-after"):
        return "direct"
    return "partial"
