"""Of which kind papers are, and who issued them: by words about those papers and no others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from contribute.draft.known import Known
from contribute.draft.makers.papers.cells import Cells
from contribute.draft.makers.papers.paper import Sending
from contribute.draft.makers.papers.wording import PAPER, noun
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies.acts import Instrument

KINDS = {"subpoena": "administrative_subpoena", "summons": "customs_summons", "notice": "i9_notice"}
"""Instruments by their noun, where no listed words say more."""
UNTOLD = (
    "no, others: their words in the cell issuing_agency_id | only implied: in that cell "
    '{ words = "…", by = "inference", value = "ice", reason = "…" }'
)


@dataclass(frozen=True)
class Instruments:
    """Finds kind and issuer of the papers of one text."""

    reading: Reading
    known: Known
    cells: Cells

    def kind(self, group: Sequence[Sending], others: Collection[int]) -> tuple[str, Passage]:
        """The kind of paper and the words that say it: listed ones, or the noun of the sentence.

        The numbers of sentences that tell of papers to `others` are given: they do not say it.
        """
        noun_, year = group[0].noun, group[0].year
        more = [] if year else [s for s in self.reading.body if s.number not in others]
        for stretch in [*(s.stretch for s in group), *more]:
            for paper in self.reading.find(stretch, PAPER):
                if not paper["paper"] or noun(paper) != noun_:
                    continue
                for span in _ends(self.reading.text, paper.span("paper")):
                    words = self.reading.words(span)
                    code = self.known.code("instrument", words, self.reading.source)
                    if code:
                        return code, Passage(
                            stretch, (Cell("instrument", span, code, "instrument"),)
                        )
        kinds = KINDS | {"subpoena": "unspecified_subpoena"} if year else KINDS
        code = kinds.get(noun_, noun_ if noun_ in Instrument.codes() else "letter")
        cell = Cell("instrument", group[0].paper, code, "instrument")
        return code, Passage(group[0].stretch, (cell,))

    def is_listed(self, cell: Cell) -> bool:
        """Whether a cell is no kind of subpoena, or its words are listed for the kind."""
        is_kind = cell.column == "instrument" and cell.code == KINDS["subpoena"]
        words = self.reading.words(cell.span)
        return not is_kind or bool(self.known.code("instrument", words, self.reading.source))

    def issued(self, row: Row, others: Collection[int]) -> Row:
        """The row with a federal body of the text as issuer, which a person confirms.

        The first one that is named beside the papers is taken, or else the first one; one that
        sends papers to `others` only where no other sentence names any.
        """
        sendings = self.cells.sendings
        found = [(s, span) for s in self.reading.body if (span := sendings.issuer(s))]

        def last(each: tuple[Stretch, Span]) -> tuple[bool, bool, bool]:
            words = self.reading.words(each[0].span).lower()
            is_beside = re.search(r"subpoena|summons|\b(?:papers|letters?|requests?)\b", words)
            return each[0].number in others, self._is_quoted(*each), not is_beside

        for stretch, issuer in sorted(found, key=last):
            said = merged([*row.said, Passage(stretch, (self.cells.issuing(issuer, stretch),))])
            asked = f"did {self.reading.words(issuer)} issue the papers? yes: keep | {UNTOLD}"
            return replace(row, said=said).asking(said=asked)
        return row.asking(
            said=f"who issued the papers? add issuing_agency_id to the cells; {UNTOLD}"
        )

    def _is_quoted(self, stretch: Stretch, span: Span) -> bool:
        """Whether words stand inside quotation marks."""
        inside = self.reading.inside(stretch, "quotation")
        return any(c.start <= span[0] and span[1] <= c.end for c in inside)


def _ends(text: str, span: Span) -> Iterator[Span]:
    """The words of a span, then without the first, and so on."""
    for word in re.finditer(r"\S+", text[slice(*span)]):
        yield span[0] + word.start(), span[1]
