"""Days that words count from another day: "eight days later", "the next day", "the same day".

Where the other day is that of papers, its cell is the anchor, and the check computes the days; else
a draft gives the same days as reasoning. In both cases a person sees the other days of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import LAST_DAY
from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell, Row
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.date_phrases import counts_on, resolve
from ice_subpoenas.derivations.find import Span
from reviewed.toml import string

LATER = re.compile(
    rf"\b(?:(?:{NUMBER}|a|one) (?:day|week)s? (?:later|earlier|after(?:ward)?s?|before)|"
    r"the (?:next|following|previous) day|the day (?:after|before)|(?:the|that) same day)\b",
    re.I,
)
PLAIN = re.compile(r"(?: that\b)?(?=\W*$|[,.;:—]| (?:and|but|in|on|at|to|by)\b)")
"""What stands behind words such as "a day after" that count from the last day told."""
CLAUSE = re.compile(r"[^,.;:—“”]*")
"""What a day is told after or before: up to the end of the clause."""
PLACES = {"first": 0, "earlier": 0, "second": 1, "third": 2, "last": -1, "latest": -1}
ORDERED = re.compile(
    rf" the (?P<place>{'|'.join(PLACES)})(?: (?:one|subpoenas?|papers?|letter|notice|summons))?"
    r"(?: (?:arrived|came|was|were|went|reached)\b.*)?\s*$"
)
"""One of several papers."""
CAME = re.compile(
    r"\b(?:subpoenas?|papers?|letter|notice|summons)\b.* \w|\b(?:served|receiv|getting)"
)
"""Words by which papers came."""
STEM = re.compile(r"\b[a-z]{3,}?(?=(?:als?|ings?|ions?|ed|es?|s|[’']s)?\b)")
COMMON = frozenset(
    "the that its his her their got had has was were been one with from and for day county city "
    "state office agency".split()
)
"""Words by which nothing is told from anything else."""
DEADLINE = re.compile(r"\b(?:deadline of|due|until|expires?|said|says|announced)(?: on)? $", re.I)
"""Words before a last day, or the day of speaking, from which nobody counts on."""
BACK = 6  # sentences in which the day before is looked for
MOST = 3  # other days that a question names
REASON = "{}, counted from {}, the day that the text names before it, allows {}."
ASKED = "is “{}” counted from {}? yes: keep | {}no: delete the cell"
FROM = "from {}: {} | "
UNCOUNTED = (
    "on which day is “{}”? known: write it with by = inference, value and reason | else: keep"
)


Begun = tuple[Span, date]
"""A day that the text names, and where."""


class Later(NamedTuple):
    """Words for a day, what a cell says of them, and what a person is asked."""

    span: Span
    more: dict[str, Any] | None
    """Null where the words allow no day that can be counted, so that there is no cell."""
    asked: str
    until: int
    """Where the clause ends that tells from which day they count."""

    def cells(self, column: str) -> tuple[Cell, ...]:
        """The cell of a column, if a day can be counted."""
        return (Cell(column, self.span, more=self.more),) if self.more is not None else ()


class Told(NamedTuple):
    """A day of papers that the text tells: the cell that has it, its words, and who got them."""

    address: str
    cell: Cell
    number: int
    name: str


def days_of(papers: Sequence[tuple[Paper, Row]]) -> list[Told]:
    """The days on which papers were served or issued, by the rows of their acts, as told."""
    found: list[Told] = []
    for paper, row in papers:
        cells = [(p.stretch.number, c) for p in row.said for c in p.cells]
        for column in ("served", "issued"):
            own = [(n, c) for n, c in cells if c.column == column]
            if own:
                address, name = f"acts/{paper.act_id}/{column}", paper.body.agency_id
                found += [Told(address, c, n, name) for n, c in own[:1]]
                break
    return sorted(found, key=lambda told: (told.number, told.cell.span))


def of_papers(reading: Reading, stretch: Stretch, told: Sequence[Told]) -> Later | None:
    """The day of papers that words count from the day of the papers told of before, or else from
    the last day before them."""
    found = LATER.search(reading.text, *stretch.span)
    before = [each for each in told if each.number < stretch.number]
    if found and before and counts_on(found[0]) and PLAIN.match(reading.text, found.end()):
        return _counted(reading, stretch, found, before[-1])
    return later(reading, stretch, told)


def later(reading: Reading, stretch: Stretch, told: Sequence[Told]) -> Later | None:
    """The day that words of a sentence count from another one, if they do: from the one that they
    name, or else from the last one before them."""
    found = LATER.search(reading.text, *stretch.span)
    begun, until = _begun(reading, stretch, found, told) if found else (None, None)
    if found is None or (begun is None and until is None):
        return None
    own = next((each for each in told if begun and each.cell.span == begun[0]), None)
    if own and counts_on(found[0]):
        return _counted(reading, stretch, found, own)._replace(until=until or found.end())
    words = reading.words(found.span())
    more = _inferred(reading, words, begun[1]) if begun else None
    if more is None or begun is None:
        return Later(found.span(), None, UNCOUNTED.format(words), until or found.end())
    others = (day for span, day in _before(reading, stretch, found.start()) if span != begun[0])
    choices = "".join(_choice(reading, words, day) for day in others)
    asked = ASKED.format(words, _shown(begun[1]), choices)
    return Later(found.span(), more, asked, until or found.end())


def _begun(
    reading: Reading, stretch: Stretch, found: re.Match[str], told: Sequence[Told]
) -> tuple[Begun | None, int | None]:
    """The day from which words count, and where the clause ends that names it, if one does."""
    is_last = not found[0].lower().endswith(("after", "before"))
    clause = CLAUSE.match(reading.text, found.end(), stretch.end)
    if is_last or clause is None or PLAIN.match(reading.text, found.end()):
        return next(_before(reading, stretch, found.start(), told), None), None
    for c in reading.inside(stretch, "date"):
        if clause.start() <= c.start <= clause.end():
            return _single(c), clause.end()
    return _named(reading, stretch, clause[0].lower(), told), clause.end()


def _named(reading: Reading, stretch: Stretch, clause: str, told: Sequence[Told]) -> Begun | None:
    """The day that a clause names: of one of several papers, of whoever got them, or of the
    sentence before that says most of the same."""
    days = list(_before(reading, stretch, stretch.start, told, is_all=True))
    before = [each for each in told if each.number < stretch.number]
    stems = {m[0] for m in STEM.finditer(clause) if m[0] not in COMMON}
    ordered = ORDERED.match(clause)
    of = [each for each in before if any(f"-{stem}" in f"-{each.name}" for stem in stems)]
    of = of or (before if CAME.search(clause) else [])
    if ordered:
        of = before[PLACES[ordered["place"]] :][:1]
    if len(of) == 1:
        return next((each for each in days if each[0] == of[0].cell.span), None)
    told_in = {each: reading.at(each[0][0]) for each in days}
    words = {each: reading.words(s.span).lower() if s else "" for each, s in told_in.items()}
    same = {each: sum(bool(re.search(rf"\b{s}", words[each])) for s in stems) for each in days}
    best = max(same, key=lambda each: same[each], default=None)
    return best if best and same[best] else None


def _counted(reading: Reading, stretch: Stretch, found: re.Match[str], told: Told) -> Later:
    """Words that count from the day of papers, with the other days of the text as choices."""
    words = reading.words(found.span())
    days = _before(reading, stretch, found.start())
    others = (day for span, day in days if span != told.cell.span)
    choices = "".join(_choice(reading, words, day) for day in others)
    shown = f"“{reading.words(told.cell.span)}”, the day of {told.address.split('/')[1]}"
    asked = ASKED.format(words, shown, choices)
    return Later(found.span(), {"anchor": told.address}, asked, found.end())


def _choice(reading: Reading, words: str, begun: date) -> str:
    """What to write where words count from another day; empty where that gives no day."""
    own = _inferred(reading, words, begun)
    told = ", ".join(f"{name} = {string(own[name])}" for name in own) if own else ""
    return FROM.format(_shown(begun), told) if told else ""


def _inferred(reading: Reading, words: str, begun: date) -> dict[str, Any] | None:
    """The days that words allow, counted from a day, none after the page, as a person's reasoning;
    null where they allow none."""
    last = reading.published[1].toordinal() if reading.published else edtf.LAST
    days = resolve(words, ((begun.toordinal(),) * 2,)) or ()
    if not (days := edtf.meet(days, ((edtf.FIRST, last),))):
        return None
    shown = edtf.edtf(days)
    reason = REASON.format(words[0].upper() + words[1:], _shown(begun), shown)
    return {"by": "inference", "value": shown, "reason": reason}


def _before(
    reading: Reading,
    stretch: Stretch,
    stop: int,
    told: Sequence[Told] = (),
    *,
    is_all: bool = False,
) -> Iterator[Begun]:
    """The last single days that the text names before a place and that are no last days, those
    included that are counted from others; a few of them, each once, or `is_all`."""
    body = set(reading.body)
    back = stretch.number if is_all else BACK
    near = [s for s in reading.stretches if s in body and 0 <= stretch.number - s.number <= back]
    seen = set[date]()
    for s in reversed(near):
        dates = [c for c in reading.inside(s, "date") if c.end <= stop]
        days = [own for c in dates if (own := _single(c)) and not _is_last(reading, c)]
        if s.number < stretch.number and not days:
            days = [*_of_sentence(reading, s, told)]
        for span, day in reversed(days):
            if is_all or (day not in seen and len(seen) < MOST):
                seen.add(day)
                yield span, day


def _of_sentence(reading: Reading, stretch: Stretch, told: Sequence[Told]) -> Iterator[Begun]:
    """The day that a sentence counts from another one, as the draft reads it."""
    before = [each for each in told if each.number < stretch.number]
    found = LATER.search(reading.text, *stretch.span)
    begun = _begun(reading, stretch, found, before)[0] if found else None
    days = resolve(found[0], ((begun[1].toordinal(),) * 2,)) if found and begun else None
    if found and days and len(days) == 1 and days[0][0] == days[0][1]:
        yield found.span(), date.fromordinal(days[0][0])


def _single(c: Candidate) -> Begun | None:
    """The one day that words for a date allow; null where they allow several."""
    first, last = c.attributes.get("earliest"), c.attributes.get("latest")
    return ((c.start, c.end), date.fromisoformat(first)) if first and first == last else None


def _is_last(reading: Reading, c: Candidate) -> bool:
    """Whether a day is a last day, or one of speaking, from which nobody counts on."""
    before = reading.text[max(0, c.start - 30) : c.start]
    return bool(LAST_DAY.search(before) or DEADLINE.search(before))


def _shown(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
