"""Find words in a held text and print the passage to paste into a row.

The command says where the words are, whether they are unique, and what value each derivation
gives. If the text does not have them, it prints the nearest passages.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from check import stages
from contribute.near import differences, nearest
from evidence.longer import once
from ice_subpoenas import problem
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.date_phrases import AHEAD, BEHIND, needs_anchor
from ice_subpoenas.derivations.derive import Given, Value, day, literal, number_word, vocabulary
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.derivations.find import Span, occurrences
from ice_subpoenas.derivations.phrases import Phrases
from ice_subpoenas.plain import safe
from ice_subpoenas.prose.wording import times
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE
from printing import Refusal
from reviewed.toml import value as toml
from texts.held import NOTHING, Page

EXAMPLE = 'python build cite s002 "four immigration subpoenas" --column acts.n_subpoenas'
NEAR = 60  # characters of context on each side
MOST = 5  # places or passages that are shown
LONGEST = 5000  # characters; longer passages are no quotation


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("source", help="id of a held text, such as s002")
    parser.add_argument("words", help="words of the text, in quotation marks for the shell")
    parser.add_argument("--column", metavar="TABLE.COLUMN", help="the cell that they give")
    parser.add_argument("--anchor", metavar="DAY", help="day that a date counts from, in EDTF")


def run(args: argparse.Namespace) -> int:
    """Print what is found; exit 0 if the words can be cited as they are."""
    words = args.words.strip()
    if not words or len(words) > LONGEST:
        raise Refusal(f"give between 1 and {LONGEST} characters of the text")
    sound = stages.readable(args.root)
    text = page(sound, args.source)
    cell = Cell.of(sound, text, args.column, args.anchor)
    found = list(occurrences(text.text, words))
    if not found:
        print("\n".join(_missing(sound, text, words)))
        return 1
    print(f"{args.source}: the words occur {times(len(found))}.")
    usable = [_print_place(cell, span) for span in found[:MOST]]
    if len(found) > MOST:
        print(f"\n… and {len(found) - MOST} more places; give longer words.")
    return int(not any(usable))


def page(sound: stages.Sound, source: str) -> Page:
    """The held text with an id; refused where none is called so."""
    if source in sound.pages:
        return sound.pages[source]
    if ("sources", source) in sound.written:
        raise Refusal(f"no text of {source} is held; write its words with a locator instead")
    listed = f"choose one of: {', '.join(sound.pages)}"
    guess = problem.nearest(source[:80], sound.pages, listed)
    raise Refusal(f"no held text is called {safe(source[:80])!r}; {guess}")


@dataclass(frozen=True)
class Cell:
    """The cell that words are for, if one is named, and what its derivations are given."""

    page: Page
    column: Column | None
    phrases: Phrases
    lists: tuple[str, ...]
    anchor: DaySet | None

    @classmethod
    def of(cls, sound: stages.Sound, page: Page, name: str | None, anchor: str | None) -> Cell:
        """The cell of a call; dates count from the day of publication unless another is given."""
        column = _column(name) if name else None
        entries = [(p.list_name, p.phrase, p.code, p.source) for p in sound.phrases]
        lists = (column.phrases,) if column else tuple(sorted({each[0] for each in entries}))
        return cls(page, column, Phrases.of(entries), lists, _day(anchor))

    def values(self, span: Span) -> Iterator[tuple[str, str]]:
        """The value by each derivation that fits the words, the column's own first."""
        words = self.page.text[slice(*span)]
        found = [
            ("literal", literal(words, Given())),
            ("number_word", number_word(words, Given())),
            ("date", day(words, Given(anchor=self.anchor, direction=self._direction))),
            *((f"vocabulary ({name})", code) for name, code in self._codes(words)),
        ]
        fitting = [(name, _shown(value)) for name, value in found if value is not None]
        own = self.column.claim.by if self.column and self.column.claim else None
        yield from sorted(fitting, key=lambda each: (each[0].split()[0] != own, each[0]))
        if self.anchor is None and needs_anchor(words):
            yield "date", "depends on a day: give --anchor"

    @property
    def _direction(self) -> str:
        """On which side of the anchor the day of the column lies."""
        claim = self.column.claim if self.column else None
        return AHEAD if claim and claim.ahead is True else BEHIND

    def _codes(self, words: str) -> Iterator[tuple[str, str]]:
        source = self.page.held.source_id
        for name in self.lists:
            code = vocabulary(words, Given(self.phrases.codes(name, source)))
            if code is not None:
                yield name, code


def _column(name: str) -> Column:
    """The claim that is meant; a refusal names what there is."""
    table, _, stem = name.partition(".")
    if table not in TABLE:
        guess = problem.nearest(table[:80], TABLE, "write TABLE.COLUMN, such as acts.served")
        raise Refusal(f"no table is called {safe(table[:80])!r}; {guess}")
    claims = TABLE[table].claims()
    if stem not in claims:
        guess = problem.nearest(stem[:80], claims, f"there are: {', '.join(claims)}")
        raise Refusal(f"no claim of {table} is called {safe(stem[:80])!r}; {guess}")
    return claims[stem]


def _day(anchor: str | None) -> DaySet | None:
    if anchor is None:
        return None
    try:
        return edtf.parse(anchor)
    except ValueError as error:
        raise Refusal(f"--anchor takes a day such as 2020-01-15: {error}") from error


def _print_place(cell: Cell, span: Span) -> bool:
    """Print one place of the words; whether it may be evidence."""
    page = cell.page
    region = page.region(span)
    known = f"in the {region.kind}" if region else "across the border of a region"
    print(f"\n{_where(page, span)}, {known}\n  {_context(page, span)}")
    if region is None or region.kind in NOTHING:
        print("  not evidence: words in such a place support nothing")
        return False
    values = dict(cell.values(span))
    print("\nThe words give:")
    for name, value in values.items():
        print(f"  {name}: {safe(value)}")
    print(f"\n{_passage(cell, span, values)}")
    return True


def _passage(cell: Cell, span: Span, values: dict[str, str]) -> str:
    """The passage to paste under `said`, with its one cell."""
    text = cell.page.text
    words = _typed(text[slice(*span)])
    around = once(text, span)
    given = {"words": words}
    if around and around != span:
        given["within"] = _typed(text[slice(*around)])
    name = cell.column.stem if cell.column else "COLUMN"
    own = cell.column.claim.by if cell.column and cell.column.claim else None
    shown: object = words
    if own and own not in [each.split()[0] for each in values]:
        shown = {"words": words, "by": "inference", "value": "", "reason": ""}
    passage = {"source": cell.page.held.source_id} | given | {"cells": {name: shown}}
    return f"said = {toml(passage)}"


def _missing(sound: stages.Sound, page: Page, words: str) -> Iterator[str]:
    """Lines on words that the text does not have."""
    yield f"{page.held.source_id}: the text does not have these words."
    others = [s for s, each in sound.pages.items() if any(occurrences(each.text, words))]
    if others:
        yield f"They stand in {', '.join(others)}."
    near = nearest(page.text, words)
    yield "The nearest passages:" if near else "No passage is like them: is it another source?"
    for alike, span in near:
        region = page.region(span)
        known = f", in the {region.kind}" if region else ""
        yield f"\n{alike:.0%} alike, {_where(page, span)}{known}"
        yield f"  {safe(page.text[slice(*span)])}"
        for line in differences(words, page.text[slice(*span)]):
            yield f"  {line}"


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    text = edtf.edtf(value)
    return text if len(text) < 60 else f"{len(value)} days or stretches; give --anchor"


def _where(page: Page, span: Span) -> str:
    return f"line {page.line(span[0])} of {page.held.path}, characters {span[0]}–{span[1]}"


def _context(page: Page, span: Span) -> str:
    before = page.text[max(0, span[0] - NEAR) : span[0]]
    after = page.text[span[1] : span[1] + NEAR]
    return safe(f"…{before}»{page.text[slice(*span)]}«{after}…")


def _typed(words: str) -> str:
    """Words as a reviewer types them: a plain space for a no-break space."""
    return words.replace("\u00a0", " ")
