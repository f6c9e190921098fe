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
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.date_phrases import counts_on, resolve
from ice_subpoenas.derivations.find import Span
from reviewed.toml import string

LATER = re.compile(
    rf"\b(?:(?:{NUMBER}|a|one) (?:day|week)s? (?:later|after(?:ward)?s?\b(?= that\b|,|$))|"
    r"the (?:next|following) day|(?:the|that) same day)\b",
    re.I,
)
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


class Later(NamedTuple):
    """Words for a day, what a cell says of them, and what a person is asked."""

    span: Span
    more: dict[str, Any] | None
    """Null where the words allow no day that can be counted, so that there is no cell."""
    asked: str

    def cells(self, column: str) -> tuple[Cell, ...]:
        """The cell of a column, if a day can be counted."""
        return (Cell(column, self.span, more=self.more),) if self.more is not None else ()


class Told(NamedTuple):
    """A day of papers that the text tells: the cell that has it, and its words."""

    address: str
    cell: Cell
    number: int


def days_of(papers: Sequence[tuple[Paper, Row]]) -> list[Told]:
    """The days on which papers were served or issued, by the rows of their acts, as told."""
    found: list[Told] = []
    for paper, row in papers:
        cells = [(p.stretch.number, c) for p in row.said for c in p.cells]
        for column in ("served", "issued"):
            own = [(n, c) for n, c in cells if c.column == column]
            if own:
                found += [Told(f"acts/{paper.act_id}/{column}", c, n) for n, c in own[:1]]
                break
    return sorted(found, key=lambda told: told.number)


def of_papers(reading: Reading, stretch: Stretch, told: Sequence[Told]) -> Later | None:
    """The day of papers that words count from the day of the papers told of before, or else from
    the last day before them."""
    found = LATER.search(reading.text, *stretch.span)
    before = [each for each in told if each.number < stretch.number]
    if found and before and counts_on(found[0]):
        return _counted(reading, stretch, found, before[-1])
    return later(reading, stretch, ())


def later(reading: Reading, stretch: Stretch, told: Sequence[Told]) -> Later | None:
    """The day that words of a sentence count from the last one before them, if they do."""
    found = LATER.search(reading.text, *stretch.span)
    days = list(_before(reading, stretch, found.start())) if found else []
    if found is None or not days:
        return None
    span, begun = days[0]
    own = next((each for each in told if each.cell.span == span), None)
    if own and counts_on(found[0]):
        return _counted(reading, stretch, found, own)
    words = reading.words(found.span())
    more = _inferred(reading, words, begun)
    if more is None:
        return Later(found.span(), None, UNCOUNTED.format(words))
    choices = "".join(_choice(reading, words, each) for _, each in days[1:])
    return Later(found.span(), more, ASKED.format(words, _shown(begun), choices))


def _counted(reading: Reading, stretch: Stretch, found: re.Match[str], told: Told) -> Later:
    """Words that count from the day of papers, with the other days of the text as choices."""
    words = reading.words(found.span())
    days = _before(reading, stretch, found.start())
    others = (day for span, day in days if span != told.cell.span)
    choices = "".join(_choice(reading, words, day) for day in others)
    shown = f"“{reading.words(told.cell.span)}”, the day of {told.address.split('/')[1]}"
    return Later(found.span(), {"anchor": told.address}, ASKED.format(words, shown, choices))


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


def _before(reading: Reading, stretch: Stretch, stop: int) -> Iterator[tuple[Span, date]]:
    """The last single days that the text names before a place and that are no last days."""
    body = set(reading.body)
    near = [s for s in reading.stretches if s in body and 0 <= stretch.number - s.number <= BACK]
    seen = set[date]()
    for c in reversed([c for s in near for c in reading.inside(s, "date") if c.end <= stop]):
        first, last = c.attributes.get("earliest"), c.attributes.get("latest")
        before = reading.text[max(0, c.start - 30) : c.start]
        if first and first == last and not (LAST_DAY.search(before) or DEADLINE.search(before)):
            day = date.fromisoformat(first)
            if day not in seen and len(seen) < MOST:
                seen.add(day)
                yield (c.start, c.end), day


def _shown(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
