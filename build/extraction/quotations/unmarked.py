"""Words that a page sets apart as somebody's without quotation marks: transcripts and blocks."""

import re
from collections.abc import Iterator, Sequence

from extraction.attribution.answer import Attribution, from_saying
from extraction.quotations.indirect import reported
from extraction.quotations.memory import Memory
from extraction.quotations.paragraphs import Paragraphs
from extraction.text.candidates import Candidate, Span
from extraction.text.document import Document
from extraction.text.regions import ARTICLE, Region, reading

VERSION = {"transcript-line": 1, "block": 1}
LEAST_LINES = 3  # lines with a speaker that make a page a transcript
LINE = re.compile(
    r"^(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})"
    r"(?:, [A-Z][A-Z .’'-]{1,30}| \([^()\n]{1,60}\))?: (?P<words>\S[^\n]*)",
    re.M,
)
"""A line of a transcript: DANA WHITLOCK, HOST: Good morning."""
NOT_SPEAKERS = frozenset(
    "NOTE UPDATE CORRECTION RELATED MORE READ WATCH PHOTO PHOTOS VIDEO FILE ALSO SOURCE".split()
)
OPENS_BLOCK = re.compile(
    r"(?:\b(?:quoted (?:this way|as (?:saying|follows))|(?:said|wrote|writes|reads?|says|stated|"
    r"states|statement|reply|replied|responded|announced|posted)(?: (?:in|on|to|by|from|via|the|a|"
    r"an|this|that|as|follows|following|part|full|statement|email|letter|release|post|[A-Z]\w+|"
    r"[a-z]+day))*)):\s*$"
)
"""The end of a line that announces the words of the next: … is quoted this way:"""
MARKS = re.compile(r"^[“\"‘'«•*–—-]")
SHORTEST = 4  # words of a block


def unmarked(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Lines of transcripts, and paragraphs that the line before announces as somebody's words.

    >>> page = "The clerk wrote:\\n\\nWe got four papers, and none was signed.\\n"
    >>> [(c.rule, page[slice(*c.parts["speaker"])]) for c in unmarked(page)]
    [('block', 'The clerk')]
    """
    document = Document.of(text, regions)
    kind_at = reading(document.regions, ARTICLE)
    found = [*_lines(document.text), *_blocks(document)]
    memory = Memory(document)
    return [
        reported(span, said, kind_at, memory, VERSION[said.rule], _as_name)
        for span, said in sorted(found, key=lambda each: each[0])
        if kind_at(span[0])
    ]


def _as_name(speaker: str) -> str:
    """The name of a speaker whom a transcript writes in capitals."""
    return speaker.title() if speaker.isupper() else speaker


def _lines(text: str) -> Iterator[tuple[Span, Attribution]]:
    """The lines of a transcript; a page with fewer than a few is none."""
    lines = [m for m in LINE.finditer(text) if m["name"].split()[0] not in NOT_SPEAKERS]
    if len(lines) >= LEAST_LINES:
        for match in lines:
            yield match.span("words"), Attribution("transcript-line", match.span("name"))


def _blocks(document: Document) -> Iterator[tuple[Span, Attribution]]:
    """Paragraphs without marks behind a line that announces them."""
    text = document.text
    if ":\n" not in text:
        return
    page = document.once(Paragraphs)
    for number, (begin, stop) in enumerate(page.spans[:-1]):
        if text[stop - 1 : stop] != ":" or not OPENS_BLOCK.search(text, begin, stop):
            continue
        start, end = page.spans[number + 1]
        if MARKS.match(text[start : start + 1]) or len(text[start:end].split()) < SHORTEST:
            continue
        g = page.read(number, [s for s in page.segments if begin <= s.outer_start < stop])
        sayings = g.sayings(len(g.p) - 1)
        if sayings:
            yield (start, end), from_saying(g, "block", sayings[-1])
