"""A quotation on its way to a proposal, and the paragraphs that hold quotations."""

from dataclasses import dataclass

from extraction.attribution.answer import Attribution
from extraction.grammar.reporting import Paragraph
from extraction.text.marks import Segment

SENTENCE = 4  # words; a shorter stretch that is not a whole sentence is a fragment
MANY = 7  # words; how many more there are tells nothing
_AFTER_WORDS = "'’‘”\" \xa0"


@dataclass(slots=True)
class Passage:
    """One quotation on its way to a proposal."""

    segment: Segment
    number: int
    """Number of its paragraph."""
    token: int
    words: int
    """How many words it has, as far as `MANY`."""
    alone: bool
    """Whether it is all of its sentence."""
    describes: bool = False
    """Whether it stands before the noun it describes: “sanctuary” policies."""
    found: Attribution | None = None
    barred: str | None = None
    """What else it seems to be: title, nickname, markup."""
    probability: float = 0.0
    """That the speaker is right; where there is none, that nobody says it."""

    def is_sentence(self, text: str) -> bool:
        """Whether the words read as a sentence or more of their own."""
        first = text[self.segment.start : self.segment.start + 3].lstrip()[:1]
        if self.barred:
            return False
        if self.alone and first.isupper():
            return True
        return (
            self.words >= SENTENCE
            and first != ""
            and (first.isupper() or first.isdigit() or first in "…[(.")
        )

    def shape(self, text: str) -> str:
        """Size and final mark: `alone.`, `sentence,`, `clause`, `fragment` …"""
        segment = self.segment
        if self.is_sentence(text):
            size = "alone" if self.alone else "sentence"
        else:
            size = "fragment" if self.words < SENTENCE else "clause"
        tail = text[max(segment.start, segment.end - 4) : segment.end].rstrip(_AFTER_WORDS)[-1:]
        if tail == "," or text[segment.outer_end : segment.outer_end + 1] == ",":
            return size + ","
        return size + ("." if tail in (".", "?", "!") else "")


@dataclass(slots=True)
class Group:
    """A paragraph that holds quotations."""

    g: Paragraph
    held: list[Passage]
