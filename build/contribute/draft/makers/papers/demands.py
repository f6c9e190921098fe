"""What papers ask for, a row a kind of information."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from contribute.draft.known import Known, vocabulary_of
from contribute.draft.makers.papers.wording import ASKING, is_people
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.facts.asked.items import code_of, items
from ice_subpoenas.derivations.find import Span

WORDS = turns(__file__, "words", {"ASKING": ASKING.pattern, "NUMBER": NUMBER})
"""Turns of phrase; the table tells what each means."""
DESCRIPTION = re.compile(r"\d-year-old")
LIKELY = 0.5  # from this probability on, most proposals are right
MARKS = re.compile(r'[“”"]')
"""Marks, of which words hold one if they begin in a quotation and end behind it."""
RECORDS = re.compile(
    r"\b(?:records?|files?|copies|documents|forms?|applications?|agreements?|contracts?|leases?|"
    r"certificates?|permits?|statements?|reports?|logs?)\b",
    re.I,
)
"""Words for papers about somebody, which are more than "information on a person"."""
OF_KIND = turns(__file__, "of_kind")
"""Words before records by which they are of another kind than alone."""
RECODED = turns(__file__, "recoded")
"""Words for information by which a code that is near is the wrong one, by the right one."""
ANY = re.compile("")
FITS = {
    "school_records": re.compile(
        r"school|student|pupil|enroll|class|universit|college|campus", re.I
    ),
    "benefit_records": re.compile(
        r"benefit|insur|welfare|assist|\baid\b|snap|medic|food|health|patient|clinic|child|income|"
        r"unemploy|housing|social|enroll|subsid|voucher",
        re.I,
    ),
    "voter_records": re.compile(r"vot|elect", re.I),
    "arrest_records": re.compile(
        r"arrest|jail|sheriff|polic|inmate|book|custod|deten|detain|court|prison|releas|"
        r"incident|dispatch|911|warrant|crim|crash|accident|traffic|deput|probation|prosecut",
        re.I,
    ),
}
"""Words without which information is not of a kind, whatever is likely by the words beside it."""


def _items(text: str, verb: re.Match[str]) -> Iterator[Span]:
    """Where the items of a list stand, each up to the words for whom it is about.

    >>> text = "It wants the intake file of one man, a work phone and notes from May"
    >>> [text[slice(*at)] for at in _items(text, WORDS["listing"].search(text))]
    ['intake file', 'work phone', 'notes']
    """
    end = verb.end("list")
    is_tail = False  # "of a man", behind which only a comma goes on with the list
    for part in WORDS["part"].finditer(text, verb.start("list"), end):
        is_bare = part["and"] and "," not in part["and"]
        if is_tail and is_bare and not WORDS["clause"].match(part["item"]):
            return
        item = WORDS["item"].match(text, part.start("item"), part.end())
        if item is None:
            return
        yield item.span("item")
        if WORDS["of_whom"].search(text, item.end(), part.end()):
            return
        is_tail = item.end() < part.end()


@dataclass(frozen=True)
class Demands:
    """Finds what papers ask for in the sentences about an act."""

    reading: Reading
    known: Known

    def rows(self, own: Sequence[Stretch]) -> Iterator[Row]:
        """What is asked for, a row a kind; the first words of each are kept as printed."""
        kinds: dict[str, list[Passage]] = {}
        for stretch in sorted(own, key=self._is_of_court):
            proposed = [*self._proposed(stretch)]
            more = (self._in_list(stretch), self._listed(stretch))
            told = {span[0]: (code, span) for code, span in proposed}
            for code, span in chain.from_iterable(more):
                if not any(a < span[1] and span[0] < b for _, (a, b) in told.values()):
                    told[span[0]] = code, span
            in_order = [told[start] for start in sorted(told)]
            for k, (code, span) in enumerate(in_order):
                cells = [Cell("kind", span, code, "information")]
                if code not in kinds:
                    joined = span[0], self._end_of_kind(in_order[k:])
                    cells.append(Cell("as_printed", self._whole(stretch, joined)))
                kinds.setdefault(code, []).append(Passage(stretch, tuple(cells)))
        for kind, passages in kinds.items():
            yield Row("information_sought", {"id": kind.replace("_", "-")}, merged(passages))

    def _end_of_kind(self, told: Sequence[tuple[str, Span]]) -> int:
        """The end of the first of some items, or of those of its kind that are listed with it."""
        (code, (_, end)), *others = told
        for other, (start, stop) in others:
            if other != code or not WORDS["joint"].fullmatch(self.reading.text, end, start):
                break
            end = stop
        return end

    def _is_of_court(self, stretch: Stretch) -> bool:
        """Whether a sentence tells what a court orders to be given, which others tell better."""
        return bool(WORDS["of_court"].search(self.reading.text, *stretch.span))

    def _whole(self, stretch: Stretch, span: Span) -> Span:
        """The words for what is asked for to their end: "wage files of eight cooks"; none of a
        day behind them, or of somebody's name."""
        found = WORDS["goes_on"].match(self.reading.text, span[1], stretch.end)
        end = found.end() if found else span[1]
        others = WORDS["and_others"].match(self.reading.text, end, stretch.end)
        end = others.end() if others and is_people(others["who"]) else end
        told = self.reading.inside(stretch, "person", "date")
        end = min([end, *(c.start for c in told if c.start >= span[1])])
        loose = WORDS["loose"].search(self.reading.text, span[1], end)
        sort = WORDS["sort"].search(self.reading.text[stretch.start : span[0]])
        start = span[0] - len(sort["sort"]) if sort else span[0]
        return start, loose.start() if loose else end

    def _in_list(self, stretch: Stretch) -> Iterator[tuple[str, Span]]:
        """What a list behind a verb of asking names, where a rule knows its words."""
        codes = vocabulary_of("information_sought", "kind").codes()
        for start, end in self._list(stretch):
            if not self._is_asked(stretch, start):
                continue
            found = next(items(self.reading.text, start, end), None)
            ruled, (first, end) = (code_of(found), found.span()) if found else (None, (start, end))
            code, begun = self._recoded(ruled, (first, end))
            fits = FITS.get(str(code), ANY).search(self.reading.text, *stretch.span)
            if code in codes and fits and not self._is_unfit((begun, end), code):
                yield str(code), (begun, end)

    def _list(self, stretch: Stretch) -> list[Span]:
        """The items of what a sentence lists as asked for."""
        if stretch.region != "body":
            return []
        found = (next(self.reading.find(stretch, WORDS[n]), None) for n in ("listing", "of_paper"))
        lists = (verb for verb in found if verb and not self.reading.is_quoted(verb.span("list")))
        verb = next(lists, None)
        return [*_items(self.reading.text, verb)] if verb else []

    def open(self, own: Sequence[Stretch], rows: Sequence[Row]) -> list[str]:
        """What papers ask for in words of which no row tells, as the text lists it."""
        used = [span for row in rows for span in row.spans]
        found: list[str] = []
        for stretch in own:
            for a, b in self._list(stretch):
                is_told = any(x < b and a < y for x, y in used) or self._is_of(stretch, a, b)
                is_told = is_told or bool(
                    WORDS["denied"].search(self.reading.text[stretch.start : a])
                )
                if not is_told and WORDS["information"].search(self.reading.text[a:b]):
                    found.append(self.reading.words((a, b)))
        return list(dict.fromkeys(found))

    def _is_of(self, stretch: Stretch, start: int, stop: int) -> bool:
        """Whether words describe a person, or name papers or records of which no kind is told."""
        words = self.reading.text[start:stop]
        is_vague = WORDS["vague_item"].fullmatch(words) or DESCRIPTION.search(words)
        seen = self.reading.inside(stretch, "count", "agency", "person", "date", "response")
        return bool(is_vague) or any(c.start < stop and start < c.end for c in seen)

    def _proposed(self, stretch: Stretch) -> Iterator[tuple[str, Span]]:
        """What the rules propose, where a code says it."""
        codes = vocabulary_of("information_sought", "kind").codes()
        for c in self.reading.inside(stretch, "information_sought"):
            code, start = self._recoded(c.value, (c.start, c.end))
            is_given = self._is_given(stretch, c.start)
            is_given = is_given or self.reading.is_quoted((c.start, c.end))
            is_none = is_given or bool(DESCRIPTION.search(self.reading.text, c.start, c.end))
            counts = (each.start for each in self.reading.inside(stretch, "count"))
            is_none = is_none or len(MARKS.findall(self.reading.text[c.start : c.end])) == 1
            is_none = is_none or self._is_unfit((c.start, c.end), code) or c.start in counts
            is_none = is_none or not self._is_asked(stretch, c.start)
            is_none = is_none or not FITS.get(str(code), ANY).search(
                self.reading.text, *stretch.span
            )
            is_none = is_none or (c.probability is not None and c.probability < LIKELY)
            if is_none or stretch.region != "body":
                continue
            days = [
                day.start for day in self.reading.inside(stretch, "date") if c.start < day.start
            ]
            words = self.reading.text[c.start : min([c.end, *days])]
            parts = {code_of(m): m.span() for m in items(self.reading.text, c.start, c.end)}
            if len(parts) > 1:  # "any address or phone number"
                yield from ((each, at) for each, at in parts.items() if each in codes)
            elif code in codes:
                yield str(code), (start, c.start + len(words.rstrip()))

    def _is_unfit(self, span: Span, code: str | None) -> bool:
        """Whether words only count somebody, name records of no kind, or hold a word by which only
        another code is called, so that the check would refuse them."""
        words = self.reading.words(span).casefold()
        if self.known.code("information", words, self.reading.source) == code:
            return False
        codes = vocabulary_of("information_sought", "kind").codes()
        behind = re.compile(r" (?P<noun>[a-z]+)").match(self.reading.text, span[1])
        if behind and is_people(behind["noun"]):  # "account holders"
            return True
        if code == "person" and RECORDS.search(words):
            return True
        others = (each.split("_") for each in codes if each != code)
        is_others = any(all(re.search(rf"\b{p.rstrip('s')}s?\b", words) for p in o) for o in others)
        return words[0].isdigit() or is_others

    def _is_given(self, stretch: Stretch, start: int) -> bool:
        """Whether words tell what was handed over, and nothing there says that it was asked."""
        before = self.reading.text[stretch.start : start]
        return bool(WORDS["given"].search(before)) and not ASKING.search(
            self.reading.text, *stretch.span
        )

    def _is_asked(self, stretch: Stretch, start: int) -> bool:
        """Whether a sentence tells what papers ask for, and words neither deny it nor tell for
        which records."""
        text = self.reading.text
        is_by_others = WORDS["by_others"].search(text, *stretch.span)
        before = text[stretch.start : start]
        is_none = is_by_others or any(
            WORDS[each].search(before) for each in ("tied", "denied", "by_law")
        )
        return bool(WORDS["asked"].search(text, *stretch.span)) and not is_none

    def _recoded(self, value: str | None, span: Span) -> tuple[str | None, int]:
        """The kind of information by its own words, or by those before it, and where it begins."""
        before = self.reading.text[: span[0]][-40:]
        found = ((code, of.search(before)) for code, of in OF_KIND.items())
        told = [(code, span[0] - len(of[0])) for code, of in found if of and code != value]
        words = self.reading.text[slice(*span)]
        own = next((code for code, p in RECODED.items() if p.search(words)), value)
        if own == "names" and WORDS["of_others"].match(self.reading.text, span[1]):
            own = None
        return told[0] if told else (own, span[0])

    def _listed(self, stretch: Stretch) -> Iterator[tuple[str, Span]]:
        """Listed words for information behind a verb of asking, where the rules see none."""
        verb = ASKING.search(self.reading.text, *stretch.span)
        is_seen = self.reading.inside(stretch, "information_sought")
        if verb is None or stretch.region != "body" or is_seen:
            return
        words = self.reading.text[slice(*stretch.span)].casefold()
        seen: set[str] = set()
        listed = self.known.phrases.codes("information", self.reading.source)
        for phrase in sorted(listed, key=len, reverse=True):
            found = re.search(rf"\b{re.escape(phrase)}\b", words)
            start = stretch.start + found.start() if found else 0
            is_meant = found and start >= verb.end() and self._is_asked(stretch, start)
            if is_meant and listed[phrase] not in seen:
                seen.add(listed[phrase])
                yield listed[phrase], (start, start + len(phrase))
