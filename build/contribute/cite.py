"""Find words in a held text and print the lines that cite them.

Says where the words stand, whether they are unique and may be evidence, and what value each
derivation gives; where the text does not have them, the passages that come nearest.
"""

from __future__ import annotations

import argparse
import difflib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.resolve import Phrases
from ice_subpoenas import TABLE
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.derive import (
    Given,
    Value,
    day,
    literal,
    number_word,
    plain,
    vocabulary,
)
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.row import Column
from printing import Refusal, safe
from reviewed import files, form
from reviewed.rows import Draft, drafts
from texts import held as page_module
from texts.held import EVERYTHING, NOTHING, ONLY_SOURCES, Page, Stretch, may_support

NEAR = 60  # characters of context on each side
MOST = 5  # places or passages that are shown
SLACK = 2  # words by which a near passage may be longer or shorter
ALIKE = 0.6  # below that a passage is no help, unless it is the best
LONGEST = 5000  # characters; longer passages are no quotation

SUPPORTS = {
    EVERYTHING: "may support every claim",
    ONLY_SOURCES: "may support claims on sources only",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("source", help="id of a held text, such as s002")
    parser.add_argument("words", help="words of the text, in quotation marks for the shell")
    parser.add_argument("--table", help="table of the row that the words are evidence for")
    parser.add_argument("--column", help="column, or stem of a date, that they give")
    parser.add_argument("--anchor", metavar="TABLE/ROW/COLUMN", help="cell that a date counts from")


def run(args: argparse.Namespace) -> int:
    """Print what is found; exit 0 if the words can be cited as they are or as printed."""
    desk = Desk.of(args)
    page = desk.page(args.source)
    words = args.words.strip()
    if not words or len(words) > LONGEST:
        raise Refusal(f"give between 1 and {LONGEST} characters of the text")
    desk.anchored()
    found = list(occurrences(page.text, words))
    if not found:
        print("\n".join(desk.missing(page, words)))
        return 1
    print(f"{args.source}: the words occur {_times(len(found))}.")
    usable = [desk.print_place(page, span) for span in found[:MOST]]
    if len(found) > MOST:
        print(f"\n… and {len(found) - MOST} more places; give longer words.")
    return int(not any(usable))


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


@dataclass
class Desk:
    """What a citation is made with: the texts, the phrases, and the cell that it is for."""

    pages: dict[str, Page]
    phrases: Phrases
    rows: dict[tuple[str, str], Draft]
    table: str | None
    column: Column | None
    anchor: str | None

    @classmethod
    def of(cls, args: argparse.Namespace) -> Desk:
        """The desk for a call."""
        given = files.inputs(args.root)
        written = drafts(given)[0]
        rows = {(draft.table.table, draft.row_id): draft for draft in written}
        pages = page_module.pages(given.texts, written)[0]
        column = _column(args.table, args.column)
        return cls(pages, Phrases(given.phrases), rows, args.table, column, args.anchor)

    def page(self, source: str) -> Page:
        """The held text of a source."""
        if source in self.pages:
            return self.pages[source]
        if ("sources", source) in self.rows:
            raise Refusal(f"no text of {source} is held; cite it with a [[TABLE.cited]] block")
        raise Refusal(_unknown("held text", source, list(self.pages)))

    # -- found -----------------------------------------------------------------------------------

    def print_place(self, page: Page, span: Span) -> bool:
        """Print one place of the words; whether it may be evidence."""
        stretch = page.stretch(span)
        print(f"\n{_where(page, span)}, {self._standing(stretch)}\n  {_context(page, span)}")
        if stretch is None or not self._admits(stretch):
            return False
        values = dict(self.values(page, span))
        print("\nThe words give:")
        for name, value in values.items():
            print(f"  {name}: {safe(value)}")
        if not values:
            print("  nothing by a function; see `python build explain no-derivation`")
        for line in self._inside(page, span):
            print(line)
        print("\n" + self.lines(page, span, values), end="")
        return True

    def _admits(self, stretch: Stretch) -> bool:
        if self.table and self.column:
            return may_support(stretch.region, self.table, self.column.name)
        return stretch.region not in NOTHING

    def _standing(self, stretch: Stretch | None) -> str:
        if stretch is None:
            return "across the border of a region: no evidence"
        known = stretch.region
        if self.table and self.column:
            may = "may" if self._admits(stretch) else "may not"
            return f"in the {known}: {may} support {self.table}.{self.column.stem}"
        support = [text for regions, text in SUPPORTS.items() if known in regions]
        return f"in the {known}: {support[0] if support else 'no evidence'}"

    def values(self, page: Page, span: Span) -> Iterator[tuple[str, str]]:
        """The value by each derivation that fits the words, the column's own first."""
        words = page.text[slice(*span)]
        source = page.held.source_id
        own = self.column.claim.by if self.column and self.column.claim else None
        found = [
            ("literal", literal(words, Given())),
            ("number_word", number_word(words, Given(anchor=self.anchored()))),
            (f"date{self._counted()}", day(words, Given(anchor=self.anchored()))),
            *((f"vocabulary ({name})", code) for name, code in self._codes(words, source)),
        ]
        fitting = [(name, _shown(value)) for name, value in found if value is not None]
        yield from sorted(fitting, key=lambda each: (each[0].split()[0] != own, each[0]))

    def _codes(self, words: str, source: str) -> Iterator[tuple[str, str]]:
        lists = sorted({entry[0] for entry in self.phrases.entries})
        for name in [self.column.phrases] if self.column else lists:
            code = vocabulary(words, Given(self.phrases.of(name, source)))
            if code is not None:
                yield name, code

    def _counted(self) -> str:
        return f" (from {self.anchor})" if self.anchor else ""

    def anchored(self) -> DaySet | str | None:
        """The value of the anchor cell: a set of days, or a number as text."""
        if self.anchor is None:
            return None
        table, _, rest = self.anchor.partition("/")
        row, _, column = rest.partition("/")
        draft = self.rows.get((table, row))
        if draft is None:
            raise Refusal(f"the anchor {self.anchor!r} names no row; write TABLE/ROW/COLUMN")
        value = draft.values.get(f"{column}_edtf", draft.values.get(column))
        if value is None:
            raise Refusal(f"the anchor {self.anchor!r} has no value")
        try:
            return edtf.parse(value) if f"{column}_edtf" in draft.values else str(value)
        except ValueError as error:
            raise Refusal(f"the anchor {self.anchor!r} is no date: {error}") from error

    def _inside(self, page: Page, span: Span) -> Iterator[str]:
        """Listed phrases that stand once inside the words and give a code."""
        source, words = page.held.source_id, page.text[slice(*span)]
        lists = {entry[0] for entry in self.phrases.entries}
        for name in sorted({self.column.phrases} & lists if self.column else lists):
            for phrase, code in sorted(self.phrases.of(name, source).items()):
                inner = place(words.casefold(), phrase)
                if len(phrase) < len(words) and not isinstance(inner, int):
                    found = safe(words[slice(*inner)])
                    yield f"  inside, vocabulary ({name}): “{found}” gives {code}"

    def lines(self, page: Page, span: Span, values: dict[str, str]) -> str:
        """The block to paste."""
        words = _typed(page.text[slice(*span)])
        passage = _passage(page, span)
        cell: dict[str, str] = {}
        block = {"source": page.held.source_id, "words": words}
        if passage:
            block["words"] = _typed(passage)
            cell = {"words": words} if block["words"] != words else {}
        elif place(page.text, page.text[slice(*span)]) == 2:
            block["within"] = _typed(_within(page, span))
        cell |= self._arguments(values)
        shown = words if list(cell) == ["words"] else cell
        name = self.column.stem if self.column else "COLUMN"
        header = f"[[{self.table or 'TABLE'}.said]]"
        return form.block(header, block | {"cells": {name: shown}})

    def _arguments(self, values: dict[str, str]) -> dict[str, str]:
        """`by` where the column's own derivation gives nothing, and the anchor of a date."""
        fitting = [name.split()[0] for name in values]
        own = self.column.claim.by if self.column and self.column.claim else None
        dated = {"anchor": self.anchor} if self.anchor and "date" in fitting else {}
        if own is None or own in fitting:
            return dated if own in (None, "date") else {}
        return {"by": "inference", "reason": ""}

    # -- not found -------------------------------------------------------------------------------

    def missing(self, page: Page, words: str) -> Iterator[str]:
        """Lines on words that the text does not have."""
        yield f"{page.held.source_id}: the text does not have these words."
        others = [other for other, each in self.pages.items() if any(occurrences(each.text, words))]
        if others:
            yield f"They stand in {', '.join(others)}."
        yield "The nearest passages:"
        for alike, span in nearest(page.text, words):
            stretch = page.stretch(span)
            region = f", in the {stretch.region}" if stretch else ""
            yield f"\n{alike:.0%} alike, {_where(page, span)}{region}"
            yield f"  {safe(page.text[slice(*span)])}"
            for line in _differences(words, page.text[slice(*span)]):
                yield f"  {line}"


def _column(table: str | None, name: str | None) -> Column | None:
    """The claim that is meant; a refusal names what there is."""
    if name and not table:
        raise Refusal("--column needs --table")
    if table is None:
        return None
    if table not in TABLE:
        raise Refusal(_unknown("table", table, list(TABLE)))
    if name is None:
        return None
    stems = TABLE[table].stems()
    claims = [stem for stem, columns in stems.items() if columns[0].claim]
    stem = TABLE[table].column_map()[name].stem if name in TABLE[table].column_map() else name
    if stem not in claims:
        raise Refusal(_unknown(f"claim of {table}", name, claims))
    return next((c for c in stems[stem] if c.name == name and c.claim), stems[stem][0])


def _unknown(thing: str, name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name[:80], known, 1, 0.5)
    guess = f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
    return f"no {thing} is called {safe(name[:80])!r}; {guess}"


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    text = edtf.edtf(value)
    return text if len(text) < 60 else f"{len(value)} days or stretches; give an --anchor"


def _where(page: Page, span: Span) -> str:
    line = page.text.count("\n", 0, span[0]) + 1
    return f"line {line} of {page.held.path}, characters {span[0]}–{span[1]}"


def _context(page: Page, span: Span) -> str:
    before = page.text[max(0, span[0] - NEAR) : span[0]]
    after = page.text[span[1] : span[1] + NEAR]
    return safe(f"…{before}»{page.text[slice(*span)]}«{after}…")


def _typed(words: str) -> str:
    """Words as a reviewer types them: a plain space for a no-break space."""
    return words.replace("\u00a0", " ")


def _passage(page: Page, span: Span) -> str | None:
    """The sentence that holds the words once, if the text has that sentence once."""
    for sentence in page.sentences:
        if sentence.start <= span[0] and span[1] <= sentence.end:
            text = page.text[sentence.start : sentence.end]
            words = page.text[slice(*span)]
            once = not isinstance(place(page.text, text), int)
            return text if once and not isinstance(place(text, words), int) else None
    return None


def _within(page: Page, span: Span) -> str:
    """The words with as many neighbors, on both sides in turn, as make them one place."""
    words = [found.span() for found in re.finditer(r"\S+", page.text)]
    first = max((i for i, (start, _) in enumerate(words) if start <= span[0]), default=0)
    last = min((i for i, (_, end) in enumerate(words) if end >= span[1]), default=len(words) - 1)
    right = True
    while True:
        text = page.text[min(words[first][0], span[0]) : max(words[last][1], span[1])]
        if not isinstance(place(page.text, text), int) or (first, last) == (0, len(words) - 1):
            return text
        first, last = (first, min(last + 1, len(words) - 1)) if right else (max(first - 1, 0), last)
        right = not right


def _differences(typed: str, text: str) -> Iterator[str]:
    """What the text has instead of the typed words, a line each."""
    left, right = plain(typed).split(), plain(text).split()
    for op, a, b, c, d in difflib.SequenceMatcher(None, left, right, False).get_opcodes():
        mine, its = " ".join(left[a:b]), " ".join(right[c:d])
        if op == "replace":
            yield f"- the text says “{safe(its)}”, not “{safe(mine)}”"
        elif op == "delete":
            yield f"- the text does not have “{safe(mine)}”"
        elif op == "insert":
            yield f"- the text also has “{safe(its)}”"


# -- nearest passages ----------------------------------------------------------------------------


def nearest(text: str, words: str, most: int = 3) -> list[tuple[float, Span]]:
    """The passages most like the words, best first, with their likeness from 0 to 1.

    >>> nearest("They were given 14 days, and no more.", "given 14 days")[0][1]
    (10, 24)
    """
    tokens = [found.span() for found in re.finditer(r"\S+", text)]
    wanted = plain(words).casefold()
    size = min(len(wanted.split()), len(tokens))
    best: list[tuple[float, Span]] = []
    for start in _starts(text, tokens, wanted, size):
        alike, span = _refined(text, tokens, start, size, wanted)
        if all(span[1] <= other[0] or other[1] <= span[0] for _, other in best):
            best.append((alike, span))
    best.sort(key=lambda each: (-each[0], each[1]))
    return [each for number, each in enumerate(best[:most]) if not number or each[0] >= ALIKE]


def _starts(text: str, tokens: list[Span], wanted: str, size: int) -> list[int]:
    """Windows of so many tokens that share most with the words, measured in groups of 3 letters."""
    want = Counter(_grams(wanted))
    grams = [_grams(plain(text[slice(*token)]).casefold()) for token in tokens]
    have: Counter[str] = Counter()
    common = 0
    scores: list[tuple[int, int]] = []
    for at, entering in enumerate(grams):
        for gram in entering:
            have[gram] += 1
            common += have[gram] <= want[gram]
        if at >= size:
            for gram in grams[at - size]:
                common -= have[gram] <= want[gram]
                have[gram] -= 1
        if at >= size - 1:
            scores.append((-common, at - size + 1))
    return _apart(sorted(scores), size)


def _grams(words: str) -> list[str]:
    return [
        padded[i : i + 3]
        for padded in (f" {w} " for w in words.split())
        for i in range(len(padded) - 2)
    ]


def _apart(scores: list[tuple[int, int]], size: int) -> list[int]:
    """The best starts that do not lie in one another, at most eight."""
    chosen: list[int] = []
    for common, start in scores:
        if common < 0 and all(abs(start - other) >= max(1, size // 2) for other in chosen):
            chosen.append(start)
        if len(chosen) == 8:
            break
    return chosen


def _refined(
    text: str, tokens: list[Span], start: int, size: int, wanted: str
) -> tuple[float, Span]:
    """The window with its ends moved to where it is most like the words."""
    matcher = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    found: list[tuple[float, Span]] = []
    for first in range(max(0, start - SLACK), start + SLACK + 1):
        for last in range(max(first, first + size - 1 - SLACK), first + size + SLACK):
            if last < len(tokens):
                span = tokens[first][0], tokens[last][1]
                matcher.set_seq1(plain(text[slice(*span)]).casefold())
                found.append((matcher.ratio(), span))
    return max(found, key=lambda each: (each[0], -each[1][0], each[1][0] - each[1][1]))
