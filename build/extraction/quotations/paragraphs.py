"""The paragraphs of a document with their quotations; each is parsed once, when first asked for."""

from collections.abc import Iterator, Sequence

from extraction.grammar.reporting import Paragraph
from extraction.quotations.full_names import People
from extraction.text.document import Document
from extraction.text.marks import Segment, paragraphs, segments


class Paragraphs:
    """Where the paragraphs and the quotations of a document stand, and how they read."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.spans = paragraphs(document.text)
        self.segments = segments(document.text, self.spans)
        self._parsed: dict[int, tuple[Sequence[Segment], Paragraph]] = {}

    def holding(self, found: Sequence[Segment]) -> Iterator[tuple[int, Sequence[Segment]]]:
        """Number of every paragraph, and those of some segments in order that it holds."""
        at = 0
        for number, (_, stop) in enumerate(self.spans):
            first = at
            while at < len(found) and found[at].outer_start < stop:
                at += 1
            yield number, found[first:at]

    def read(self, number: int, held: Sequence[Segment]) -> Paragraph:
        """The parse of a paragraph, in which each of some segments is one token."""
        known = self._parsed.get(number)
        if known is None or known[0] != held:
            known = held, Paragraph(self.text, number, *self.spans[number], held)
            self._parsed[number] = known
        return known[1]


def people_of(document: Document) -> People:
    """The full names that a document prints."""
    return People(document.text)
