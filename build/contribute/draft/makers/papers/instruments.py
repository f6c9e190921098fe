"""Of which kind papers are, and who issued them: by words about those papers and no others.

Where no words about later papers say it, a draft infers it from the papers before, and asks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from contribute.draft.known import Known
from contribute.draft.makers.papers.cells import NO_JUDGE, Cells
from contribute.draft.makers.papers.paper import Sending
from contribute.draft.makers.papers.wording import IN_COURT, ONE_MORE, PAPER, noun, other_power
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.vocabularies.acts import Instrument

SUBPOENA = "administrative_subpoena"
KINDS = {"subpoena": SUBPOENA, "summons": "customs_summons", "notice": "i9_notice"}
"""Instruments by their noun, where no listed words say more."""
UNTOLD = (
    "no, others: their words in the cell issuing_agency_id | only implied: in that cell "
    '{ words = "…", by = "inference", value = "ice", reason = "…" }'
)
OF_IMMIGRATION = re.compile(
    r"Immigration|Homeland|Customs|Border|Removal|\b(?:ICE|HSI|DHS|CBP|USCIS|ERO)\b|[Aa]gency|government"
)
"""Words in the name of whoever may issue such papers."""
ISSUED = "did {} issue the papers? yes: keep | {}"
SUBPOENAS_FROM = re.compile(
    r"\b(?:(?:subpoenas?|papers|letters?),? (?:from|by)|(?:issued|sent|served) by) (?:the )?$"
)
"""Words before the one who issued papers."""
SIGNED = re.compile(
    r"\b(?:(?:signed|issued|authorized|approved|drawn up) by|signatures? of|names? of) [^.;]{0,80}$"
)
"""Words before the body whose officer signed papers."""
NOBODY = "who issued the papers? add issuing_agency_id to the cells; {}"
ADMINISTRATIVE = (
    "of what kind does the text say that this paper is? administrative, or of immigration: keep | "
    "only that no judge signed it: write the words for that in the cell instrument, and in "
    "phrases_in of the document, under instrument.administrative_subpoena | it does not say: "
    "there, replace instrument.administrative_subpoena with instrument.unspecified_subpoena, and "
    "delete the row of subpoenas, which counts only the former"
)
I9_FORMS = re.compile(
    r"\b(?:[Ff]orms? )?I-9(?: employment(?: verification)?)? (?:files?|forms?|records?|paperwork|"
    r"documents?)\b|\b[Ff]orms? I-9\b"
)
"""What papers of a kind of their own ask an employer for."""
NOTICE = re.compile(r"\bnotices?\b", re.I)
"""Papers of another kind, which ask for such forms too."""
OF_I9 = (
    "does it ask an employer for “{}”? then it is of the kind i9_subpoena: replace instrument by "
    '{{ words = "…", by = "inference", value = "i9_subpoena", reason = "…, so it is an I-9 '
    'subpoena" }}'
)
NO_WORDS = (
    "no words near this body's name tell of papers: of which kind are they? write the words that "
    "say it in the cell instrument, and list them in phrases_in"
)
AS_BEFORE = (
    "no words about this paper say {}, so the draft infers it from the papers before: is it right? "
    "yes: keep | no, the text says otherwise: write its words in the cell instead"
)
NO_KIND = (
    "the text does not say, not even by counting it with the others: value = "
    '"unspecified_subpoena" there, and delete the row of subpoenas'
)
PROSECUTOR = re.compile(r"\b(?:attorney|justice|prosecutors?)\b", re.I)
"""Words for those who issue papers of a grand jury, whoever serves them."""
COUNTED = (SUBPOENA, "i9_subpoena")
"""Kinds of papers that are counted."""
BASIC = {"issuing_agency_id": "who issued it", "instrument": "of which kind it is"}
"""What words must tell of papers, so that nobody doubts that they are counted."""
DOUBTED = "No words say of this paper {}; a reader inferred it."
NAMED_KIND = re.compile(r"\b(?:administrative|immigration)\b", re.I)
"""Words for papers that tell of themselves of which kind they are."""
OF_ALL = re.compile(r"\b(?:[Nn]one|[Nn]either|subpoenas)\b")
"""Words by which a sentence tells so of all papers of a text."""
SAME_KIND = "The text counts this paper after administrative subpoenas, so it is one of them too."
SAME_ISSUER = "The text names nobody else who sends such papers than {}."


class Kind(NamedTuple):
    """A kind of paper, the words that say it, and what a person is asked about it."""

    code: str
    said: Passage
    asked: str = ""


@dataclass(frozen=True)
class Instruments:
    """Finds kind and issuer of the papers of one text."""

    reading: Reading
    known: Known
    cells: Cells

    def kind(self, group: Sequence[Sending], own: Iterable[Stretch], before: Sequence[str]) -> Kind:
        """The kind of paper: by listed words about it, as the papers before it, or by its noun.

        `own` are the sentences about it besides those of sending; `before` are the kinds of the
        subpoenas of which the text tells earlier.
        """
        own = [*own]
        kind = self._kind(group, own, before)
        every = (*(s.stretch for s in group), *own) if kind.code == SUBPOENA else ()
        asked_for = [s for s in every if not NOTICE.search(self.reading.words(s.span))]
        found = (I9_FORMS.search(self.reading.text, *s.span) for s in asked_for)
        forms = next(filter(None, found), None)
        asked = OF_I9.format(self.reading.words(forms.span())) if forms else ""
        return kind._replace(asked=" | ".join(filter(None, (kind.asked, asked))))

    def _kind(
        self, group: Sequence[Sending], own: Iterable[Stretch], before: Sequence[str]
    ) -> Kind:
        """The kind of paper before it is asked whether it is one for forms of employers."""
        told = group[0]
        if own_power := self._of_other_power(told):
            return own_power
        for stretch in [*(s.stretch for s in group), *(() if told.year else own)]:
            for span in self._papers(stretch, told.noun):
                words = self.reading.words(span)
                if code := self.known.code("instrument", words, self.reading.source):
                    return _listed(stretch, span, code)
        is_open = told.noun == "subpoena" and not told.year
        is_open = is_open and not NAMED_KIND.search(self.reading.words(told.paper))
        if is_open and (found := self._unsigned(group, own)):
            return found
        is_bare = "subpoena" not in self.reading.words(told.paper).lower()
        is_next = is_bare or ONE_MORE.search(self.reading.text, *told.stretch.span) is not None
        is_next = is_next and told.noun == "subpoena" and not told.year
        is_untold = is_bare and told.noun == "subpoena" and told.year is not None
        if is_untold or told.paper == told.receiver:  # no words tell of the papers
            code = SUBPOENA if is_next and SUBPOENA in before else "unspecified_subpoena"
            return Kind(code, Passage(told.stretch, ()), NO_WORDS)
        if is_next and SUBPOENA in before:
            more = {"by": "inference", "value": SUBPOENA, "reason": SAME_KIND}
            said = Passage(told.stretch, (Cell("instrument", told.paper, more=more),))
            return Kind(SUBPOENA, said, f"{AS_BEFORE.format('of which kind it is')} | {NO_KIND}")
        kinds = KINDS | {"subpoena": "unspecified_subpoena"} if told.year else KINDS
        code = kinds.get(told.noun, told.noun if told.noun in Instrument.codes() else "letter")
        asked = ADMINISTRATIVE if code == SUBPOENA else ""
        return _listed(told.stretch, told.paper, code, asked)

    def _unsigned(self, group: Sequence[Sending], own: Iterable[Stretch]) -> Kind | None:
        """The kind of subpoenas of which the text says that no judge signed them."""
        text = self.reading.text
        others = [s for s in self.reading.body if OF_ALL.search(text, *s.span)]
        for stretch in [*(s.stretch for s in group), *own, *others]:
            found = NO_JUDGE.search(text, *stretch.span)
            if found is None or stretch.region != "body" or self.reading.is_quoted(found.span()):
                continue
            return _listed(stretch, found.span(), SUBPOENA)
        return None

    def _of_other_power(self, told: Sending) -> Kind | None:
        """The kind of a subpoena of another power, by all the words that say so."""
        found = other_power(self.reading.text, told.paper)
        if found is None:
            return None
        code, span = found
        return _listed(told.stretch, span, code)

    def _papers(self, stretch: Stretch, kind: str) -> Iterator[Span]:
        """The words for papers with a noun, then without the first, and so on; none in marks."""
        for paper in self.reading.find(stretch, PAPER):
            is_of_kind = paper["paper"] and noun(paper) == kind
            if is_of_kind and not self.reading.is_quoted(paper.span()):
                yield from _ends(self.reading.text, paper.span("paper"))

    def issued(self, row: Row, own: Iterable[Stretch], sending: Sending, before: Row | None) -> Row:
        """The row with a federal body as issuer, which a person confirms.

        The first one that is named beside the papers is taken, or else the first one, in sentences
        that are about them; or else the issuer of the papers before.
        """
        if "issuing_agency_id" in row.columns:
            return row
        if other_power(self.reading.text, sending.paper):  # which the agency does not issue
            return row.asking(said=NOBODY.format(UNTOLD))
        found = min(self._named(own), key=self._last, default=None)
        is_none = found is None or PROSECUTOR.search(self.reading.words(found[1]))
        if is_none and before is None:  # whoever else of the nation the text names, or gives files
            named = [*self._named(self.reading.body)]
            found = min(named, key=self._last, default=None)
        if found:
            stretch, issuer = found
            row = self._with(row, stretch, self.cells.issuing(issuer, stretch))
            is_sure = SUBPOENAS_FROM.search(self.reading.text[stretch.start : issuer[0]])
            asked = ISSUED.format(self.reading.words(issuer), UNTOLD)
            return row if is_sure else row.asking(said=asked)
        told = before.cells if before else ()
        issuers = (c for c in told if c.column == "issuing_agency_id" and c.code)
        if (one := next(issuers, None)) is None or sending.paper == sending.receiver:
            return row.asking(said=NOBODY.format(UNTOLD))
        reason = SAME_ISSUER.format(self.reading.words(one.span))
        more = {"by": "inference", "value": one.code, "reason": reason}
        cell = Cell("issuing_agency_id", sending.paper, more=more)
        asked = AS_BEFORE.format("who issued it")
        return self._with(row, sending.stretch, cell).asking(said=asked)

    def in_doubt(self, row: Row, kind: str) -> Row:
        """The row of papers that are counted, doubted if only reasoning says that they are such."""
        told = {c.column for c in row.cells if c.more.get("by") != "inference"}
        inferred = [c for c in BASIC if c in row.columns - told]
        if kind not in COUNTED or not inferred:
            return row
        remark = DOUBTED.format(" and ".join(BASIC[c] for c in inferred))
        return replace(row, pairs={**row.pairs, "scope_is_doubted": True, "remark": remark})

    def _named(self, own: Iterable[Stretch]) -> Iterator[tuple[Stretch, Span]]:
        """The federal bodies that sentences name and that may have issued papers."""
        for stretch in own:
            span = self.cells.sendings.issuer(stretch)
            if span and self.cells.is_issuer(span, stretch):
                yield stretch, span

    def _last(self, named: tuple[Stretch, Span]) -> tuple[bool, ...]:
        """What puts a body last: that it is none of immigration, that it is one of prosecutors,
        that it is named in a quotation, that nobody says that it signed, that it is before a court,
        and that it does not stand beside the papers."""
        stretch, span = named
        words = self.reading.words(stretch.span).lower()
        is_named = self.reading.words(span).lower() != "the agency"
        is_signed = is_named and SIGNED.search(self.reading.text, stretch.start, span[0])
        is_court = IN_COURT.search(NO_JUDGE.sub("", words))
        is_beside = re.search(r"subpoena|summons|\b(?:papers|letters?|requests?)\b", words)
        is_last = bool(PROSECUTOR.search(self.reading.words(span)))
        is_quoted = self.reading.is_quoted(span)
        is_other = not OF_IMMIGRATION.search(self.reading.words(span))
        return is_other, is_last, is_quoted, not is_signed, bool(is_court), not is_beside

    def _with(self, row: Row, stretch: Stretch, cell: Cell) -> Row:
        return replace(row, said=merged([*row.said, Passage(stretch, (cell,))]))


def _listed(stretch: Stretch, span: Span, code: str, asked: str = "") -> Kind:
    """A kind whose words stand for its code."""
    said = Passage(stretch, (Cell("instrument", span, code, "instrument"),))
    return Kind(code, said, asked)


def _ends(text: str, span: Span) -> Iterator[Span]:
    """The words of a span, then without the first, and so on."""
    for word in re.finditer(r"\S+", text[slice(*span)]):
        yield span[0] + word.start(), span[1]
