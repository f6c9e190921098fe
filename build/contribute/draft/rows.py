"""Rows of a draft: what they say, in which words, and what a person is asked about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from contribute.draft.reading import Reading, Stretch
from evidence.longer import once
from ice_subpoenas.derivations import date_phrases
from ice_subpoenas.derivations.find import Span, place
from ice_subpoenas.tables import TABLE
from reviewed import form


@dataclass(frozen=True)
class Cell:
    """Words for a column: where they stand, and the code that they stand for in a list."""

    column: str
    span: Span
    code: str | None = None
    phrases: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    """Cells whose words stand in one stretch, with words from elsewhere that say who is meant."""

    stretch: Stretch
    cells: tuple[Cell, ...]
    about: str | None = None


@dataclass(frozen=True)
class Row:
    """A row of a draft. `asks` are questions by key; under `""` those about the row as a whole.

    Of a row that is only offered a person decides whether it is one: it stands in a comment below
    its questions.
    """

    table: str
    pairs: Mapping[str, Any]
    said: tuple[Passage, ...] = ()
    asks: Mapping[str, str] = field(default_factory=dict)
    literal: tuple[Mapping[str, Any], ...] = ()
    is_offered: bool = False

    @property
    def cells(self) -> Iterator[Cell]:
        """The cells of all its passages."""
        return (cell for passage in self.said for cell in passage.cells)

    @property
    def columns(self) -> set[str]:
        """The columns of its cells."""
        return {cell.column for cell in self.cells}

    @property
    def spans(self) -> Iterator[Span]:
        """Where the words of its cells stand."""
        return (cell.span for cell in self.cells)

    def asking(self, **questions: str) -> Row:
        """The row with further questions."""
        return replace(self, asks={**self.asks, **questions})


def merged(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages of one stretch as one; the same words for the same cell once."""
    found: dict[tuple[int, str | None], list[Cell]] = {}
    stretches: dict[int, Stretch] = {}
    seen = set[tuple[str, Span]]()
    for passage in passages:
        cells = found.setdefault((passage.stretch.number, passage.about), [])
        columns = {cell.column for cell in cells}
        own = [c for c in passage.cells if c.column not in columns]
        cells += [cell for cell in own if (cell.column, cell.span) not in seen]
        seen |= {(cell.column, cell.span) for cell in cells}
        stretches[passage.stretch.number] = passage.stretch
    return tuple(
        Passage(stretches[number], tuple(cells), about)
        for (number, about), cells in found.items()
        if cells
    )


def fitting(said: Iterable[Passage], is_fit: Callable[[Cell], bool]) -> tuple[Passage, ...]:
    """Passages with those of their cells that fit, and none that has no other."""
    kept = (replace(passage, cells=tuple(filter(is_fit, passage.cells))) for passage in said)
    return tuple(passage for passage in kept if passage.cells)


def derivable(reading: Reading, row: Row) -> Row:
    """The row without words for a day from which no day can be computed: "the previous fall"."""

    def is_sound(cell: Cell) -> bool:
        column = TABLE[row.table].stems().get(cell.column)
        is_date = column and column[0].claim and column[0].claim.by == "date"
        if not is_date or "by" in cell.more:
            return True
        words = reading.words(cell.span)
        is_told = "anchor" in cell.more or not date_phrases.counts_on(words)
        return is_told and bool(date_phrases.resolve(words, reading.anchor or ANY_DAY))

    kept = replace(row, said=fitting(row.said, is_sound))
    lost = {c.column: reading.words(c.span) for c in row.cells if not is_sound(c)}
    asks = {column: LOST.format(words, column) for column, words in lost.items()}
    kept = kept.asking(**asks) if kept.said and reading.is_held else kept
    return kept if row.table != "acts" else replace(kept, said=_anchored(kept))


LOST = (
    "“{0}” is no day that can be computed: which is it? not known: keep | known: add {1} = {{ "
    'words = "{0}", by = "inference", value = "YYYY-MM", reason = "…" }} to the cells'
)


def _anchored(row: Row) -> tuple[Passage, ...]:
    """What is said of an act, without an anchor to a day that it does not have."""

    def cell(each: Cell) -> Cell:
        day = str(each.more.get("anchor", "")).rpartition("/")[2]
        return each if not day or day in row.columns else replace(each, more={})

    return tuple(replace(p, cells=tuple(map(cell, p.cells))) for p in row.said)


ANY_DAY = ((date(2026, 1, 1).toordinal(),) * 2,)
"""A day to count from where nobody knows when a page was published."""


@dataclass(frozen=True)
class Writer:
    """Writes rows as the list of a reviewed file. `private` are spans that no passage prints."""

    reading: Reading
    private: tuple[Span, ...] = ()
    default: str | None = None

    def listed(self, rows: Iterable[Row]) -> str:
        """The rows as the list of a file. A question that was asked above is not spelled out."""
        asked: set[str] = set()
        lines = (line for row in rows for line in self._lines(row, asked))
        return "\n".join(["rows = [", *lines, "]", ""])

    def _lines(self, row: Row, asked: set[str]) -> list[str]:
        """The lines of a row, each question above the words of its cell, or above the row."""
        lines = form.line(row.table, self._pairs(row)).splitlines()
        if row.is_offered:
            whole = " ".join(line.strip() for line in lines)
            questions = [_once(question, asked) for question in row.asks.values()]
            questions += [] if IS_IT_TRUE in asked else [IS_IT_TRUE]
            asked.add(IS_IT_TRUE)
            return [*(f"# ? {question}" for question in questions), f"# {whole}"]
        above = defaultdict[int, list[str]](list)
        for key, question in row.asks.items():
            above[self._place(lines, key, question)].append(question)
        return [
            each
            for n, line in enumerate(lines)
            for each in (*(f"# ? {_once(question, asked)}" for question in above[n]), line)
        ]

    def _place(self, lines: Sequence[str], key: str, question: str) -> int:
        """The line of a row above which a question about a cell is asked."""
        own = [n for n, line in enumerate(lines[:-1]) if n and key and f" {key} = " in line]
        asked_of = QUOTED.search(question)
        fit = (n for n in own if asked_of and asked_of["words"] in lines[n])
        return next(fit, own[0] if own else 0)

    def _pairs(self, row: Row) -> dict[str, Any]:
        """What a row says, one passage without a list."""
        said = [each for passage in row.said for each in self._passages(passage)]
        said += [dict(each) for each in row.literal]
        written: Any = said[0] if len(said) == 1 else said
        return {**row.pairs, "said": written} if said else dict(row.pairs)

    def _passages(self, passage: Passage) -> Iterator[dict[str, Any]]:
        """A passage as written; one for each cell where a name that is left out stands between."""
        spans = [cell.span for cell in passage.cells]
        whole = self.reading.cover(spans, passage.stretch, private=self.private)
        if not any(a < whole[1] and whole[0] < b for a, b in self.private):
            yield self._passage(passage, whole, passage.cells)
            return
        for cell in passage.cells:
            own = self.reading.cover([cell.span], passage.stretch, 1, self.private)
            yield self._passage(passage, own, (cell,))

    def _passage(self, passage: Passage, whole: Span, cells: Sequence[Cell]) -> dict[str, Any]:
        reading = self.reading
        words = reading.found_by(whole)
        made: dict[str, Any] = {}
        if self.default != reading.source:
            made["source"] = reading.source
        if passage.stretch.locator is not None:
            made["locator"] = passage.stretch.locator
        made["words"] = words
        longer = reading.within(whole) if reading.is_held else None
        if longer:
            made["within"] = reading.found_by(longer)
        if passage.about:
            made["about"] = passage.about
        return made | {"cells": {cell.column: self._cell(cell, whole) for cell in cells}}

    def _cell(self, cell: Cell, whole: Span) -> Any:
        """The words of a cell, with a longer `within` where they stand twice in the passage."""
        words = self.reading.found_by(cell.span)
        given: dict[str, Any] = {"words": words}
        passage = self.reading.text[slice(*whole)]
        if not isinstance(place(passage, words), tuple):
            within = once(self.reading.text, cell.span, *whole)
            given["within"] = self.reading.found_by(within or whole)
        given |= cell.more
        return words if given.keys() == {"words"} else given


def _once(question: str, asked: set[str]) -> str:
    """A question, with its choices only the first time that it is asked, unless they are days."""
    short, mark, choices = question.partition("? ")
    if not mark or choices not in asked or " | " not in choices or OWN_DAY.search(choices):
        asked.add(choices)
        return question
    return f"{short}? (choices as above)"


QUOTED = re.compile(r"“(?P<words>[^”]+)”")
"""The words of which a question asks."""
OWN_DAY = re.compile(r'value = "\[?\d')
"""A day to paste, which is that of one cell and no other."""
IS_IT_TRUE = (
    "is the row in the comment below true? yes: take its `# ` off | no: delete it and its questions"
)
"""What is asked about every row that is offered, and written once in a file."""


def phrases_of(rows: Iterable[Row]) -> dict[tuple[str, str], list[Cell]]:
    """The cells whose words stand for a code, by list and code."""
    found: dict[tuple[str, str], list[Cell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.code is not None and cell.phrases:
                found.setdefault((cell.phrases, cell.code), []).append(cell)
    return found
