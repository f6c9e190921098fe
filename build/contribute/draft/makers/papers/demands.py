"""What papers ask for, a row a kind of information."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from contribute.draft.known import Known, vocabulary_of
from contribute.draft.makers.papers.wording import ASKING, is_people
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Passage, Row, merged
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

RECODED = (
    (
        re.compile(r"\bI-9\b|\bemployment (?:(?:eligibility|verification) )*forms?\b", re.I),
        "i9_forms",
    ),
    (re.compile(r"\b(?:phone|telephone|call|jail) (?:recordings?|logs?|calls?)\b", re.I), None),
    (
        re.compile(
            r"\b(?:property|land|deeds?|tax(?:es)?) (?:tax )?(?:records|files|rolls|statements)\b"
        ),
        None,
    ),
    (re.compile(r"^(?:bond|bail)$"), None),
    (re.compile(r"\b(?:schedules?|visitors?|visits)\b", re.I), None),
)
"""Words for information by which a code that is near is the wrong one."""
WORDS = turns(__file__, "words", {"ASKING": ASKING.pattern, "NUMBER": NUMBER})
"""Turns of phrase; the table tells what each means."""
DESCRIPTION = re.compile(r"\d-year-old")
LIKELY = 0.5  # from this probability on, most proposals are right
SAME = "The text says that this paper asks for the same as the one before it, which asks for: {}."
ASKED = "do these papers ask for it too? yes: keep | no: delete the row"
RECORDS = re.compile(r"\b(?:records?|files?|copies|documents)\b", re.I)
"""Words for papers about somebody, which are more than "information on a person"."""


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
}
"""Words without which information is not of a kind, whatever is likely by the words beside it."""
OF_PEOPLE = {"addresses": "address", "phone numbers": "phone_number", "employers": "employer"}
"""Kinds of information by the words for them."""
PAPER_FOR = re.compile(
    r"\b(?:subpoena|summons|letter|request)s?\b(?:,[^,;]{0,30},)? for (?:the |all )?"
    rf"(?:home |last known |current )?(?P<kind>{'|'.join(OF_PEOPLE)}) (?:of|for)\b"
)
"""Papers that are for something about people."""


def _items(text: str, verb: re.Match[str]) -> Iterator[Span]:
    """Where the items of a list stand, up to the words for whom they are about."""
    start = verb.start("list")
    for part in re.finditer(
        r"(?:[^,]|,(?=\d))+?(?=, (?:and )?| and |$)|(?<= and )[^,]+$", verb["list"]
    ):
        own = re.match(r"(?:, )?(?:and )?", part[0].lstrip())
        lead = len(part[0]) - len(part[0].lstrip()) + (own.end() if own else 0)
        begun = start + part.start() + lead
        item = WORDS["item"].match(text, begun, start + part.end())
        if item is None:
            return
        yield item.span("item")
        if item.end() < start + part.end():
            return  # "… of a man" ends the list


@dataclass(frozen=True)
class Demands:
    """Finds what papers ask for in the sentences about an act."""

    reading: Reading
    known: Known

    def rows(self, own: Sequence[Stretch]) -> Iterator[Row]:
        """What is asked for, a row a kind; the first words of each are kept as printed."""
        kinds: dict[str, list[Passage]] = {}
        for stretch in own:
            told = (self._proposed(stretch), self._listed(stretch), self._of_people(stretch))
            for code, span in chain.from_iterable(told):
                cells = [Cell("kind", span, code, "information")]
                cells += [] if code in kinds else [Cell("as_printed", span)]
                kinds.setdefault(code, []).append(Passage(stretch, tuple(cells)))
        for kind, passages in kinds.items():
            yield Row("information_sought", {"id": kind.replace("_", "-")}, merged(passages))

    def open(self, own: Sequence[Stretch], rows: Sequence[Row]) -> list[str]:
        """What papers ask for in words of which no row tells, as the text lists it."""
        used = [span for row in rows for span in row.spans]
        found: list[str] = []
        for stretch in (s for s in own if s.region == "body"):
            verb = next(iter(WORDS["listing"].finditer(self.reading.text, *stretch.span)), None)
            for a, b in _items(self.reading.text, verb) if verb else ():
                is_told = any(x < b and a < y for x, y in used) or self._is_of(stretch, a, b)
                if not is_told and WORDS["information"].search(self.reading.text[a:b]):
                    found.append(self.reading.words((a, b)))
        return list(dict.fromkeys(found))

    def same(
        self, own: Sequence[Stretch], rows: Sequence[Row], before: Sequence[Row]
    ) -> Iterator[Row]:
        """What papers ask for in words by which it is the same as of those `before`."""
        told = {row.pairs["id"] for row in rows}
        found = ((s, WORDS["same"].search(self.reading.text, *s.span)) for s in own)
        for stretch, match in [(s, m) for s, m in found if m][:1]:
            for row in (row for row in before if row.pairs["id"] not in told):
                code = next(row.cells).code or ""
                reason = SAME.format(code.replace("_", " "))
                more = {"by": "inference", "value": code, "reason": reason}
                cell = Cell("kind", match.span("words"), more=more)
                said = (Passage(stretch, (cell,)),)
                yield replace(row, said=said, asks={"id": ASKED})

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
            code = self._code(c)
            is_given = self._is_given(stretch, c.start)
            is_given = is_given or bool(WORDS["listed"].match(self.reading.text, c.start))
            is_given = is_given or self.reading.is_quoted((c.start, c.end))
            is_none = is_given or self._is_of_person(c) or self._is_other(c)
            counts = (each.start for each in self.reading.inside(stretch, "count"))
            is_none = is_none or self._is_unfit(c, code) or c.start in counts
            is_none = is_none or not self._is_asked(stretch, c.start)
            is_none = is_none or not FITS.get(str(code), ANY).search(
                self.reading.text, *stretch.span
            )
            is_none = is_none or (c.probability is not None and c.probability < LIKELY)
            days = [
                day.start for day in self.reading.inside(stretch, "date") if c.start < day.start
            ]
            words = self.reading.text[c.start : min([c.end, *days])]
            if code in codes and stretch.region == "body" and not is_none:
                yield str(code), (c.start, c.start + len(words.rstrip()))

    def _is_unfit(self, c: Candidate, code: str | None) -> bool:
        """Whether words only count somebody, or hold a word by which only another code is called,
        so that the check would refuse them."""
        words = self.reading.words((c.start, c.end)).casefold()
        if self.known.code("information", words, self.reading.source) == code:
            return False
        codes = vocabulary_of("information_sought", "kind").codes()
        parts = Counter(part for each in codes for part in each.split("_"))
        behind = re.compile(r" (?P<noun>[a-z]+)").match(self.reading.text, c.end)
        if behind and is_people(behind["noun"]):  # "account holders"
            return True
        others = (p for each in codes if each != code for p in each.split("_") if parts[p] == 1)
        is_others = any(re.search(rf"\b{part.rstrip('s')}s?\b", words) for part in others)
        return words[0].isdigit() or is_others

    def _is_given(self, stretch: Stretch, start: int) -> bool:
        """Whether words tell what was handed over, and nothing there says that it was asked."""
        before = self.reading.text[stretch.start : start]
        if WORDS["of_history"].search(before):
            return True
        return bool(WORDS["given"].search(before)) and not ASKING.search(
            self.reading.text, *stretch.span
        )

    def _is_asked(self, stretch: Stretch, start: int) -> bool:
        """Whether a sentence tells what papers ask for, and words do not tell for which records."""
        text = self.reading.text
        is_by_others = WORDS["by_others"].search(text, *stretch.span)
        is_tied = WORDS["tied"].search(text[stretch.start : start])
        return bool(WORDS["asked"].search(text, *stretch.span)) and not (is_by_others or is_tied)

    def _is_other(self, c: Candidate) -> bool:
        """Whether the next word makes other information of it: "phone recordings"."""
        is_phone = c.value == "phone_number"
        return is_phone and bool(WORDS["other"].search(self.reading.text, c.start, c.end + 12))

    def _is_of_person(self, c: Candidate) -> bool:
        """Whether words describe somebody, or name records of which no kind is told."""
        span = c.start, c.end
        is_file = self._code(c) == "person" and RECORDS.search(self.reading.text, *span)
        return bool(DESCRIPTION.search(self.reading.text, *span) or is_file)

    def _code(self, c: Candidate) -> str | None:
        """The kind of information that words ask for; null where no code says it."""
        text = self.reading.text
        told = (own for pattern, own in RECODED if pattern.search(text, c.start, c.end))
        is_of_voters = c.value == "person" and WORDS["of_voters"].match(text, c.end)
        return "voter_records" if is_of_voters else next(told, c.value)

    def _of_people(self, stretch: Stretch) -> Iterator[tuple[str, Span]]:
        """What a paper that is told "for the addresses of adults" is for, where rules see none."""
        if stretch.region != "body" or self.reading.inside(stretch, "information_sought"):
            return
        if found := PAPER_FOR.search(self.reading.text, *stretch.span):
            yield OF_PEOPLE[found["kind"]], found.span("kind")

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
