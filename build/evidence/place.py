"""Find the words of every row: at one place of a held text, or in a passage of another page."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from evidence.longer import longer
from ice_subpoenas.derivations import date_phrases
from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.problem import Place, Problem, nearest
from ice_subpoenas.row import Column
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.tables import TABLE
from reviewed.rows import Written
from reviewed.said import Said
from reviewed.toml import string
from texts.held import Page

Cell = tuple[str, str, str]
"""Table, row, and column or stem."""


class Words(NamedTuple):
    """Words with what stands around them, and where; null where no text holds them."""

    exact: str
    prefix: str
    suffix: str
    span: Span | None
    occurrence: int


@dataclass(frozen=True)
class Piece:
    """One piece of evidence as found; its value is derived later, from the row alone."""

    cell: Cell
    said: Said
    words: Words
    derivation: str
    arguments: Mapping[str, Any]
    reason: str | None

    @cached_property
    def evidence_id(self) -> str:
        """`e` and fifteen hexadecimal digits that stand for cell, source, words and occurrence."""
        where = self.words.exact, self.words.occurrence, self.said.locator or ""
        parts = (*self.cell, self.said.source, *where)
        return f"e{digest(parts)[:15]}"


@dataclass
class Placed:
    """Every piece of evidence, the cells of which something is wrong, and the problems.

    `unplaced` are texts of which some words were not found, so that their uses are not all known.
    """

    pieces: list[Piece] = field(default_factory=list)
    told: set[Cell] = field(default_factory=set)
    unplaced: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


_JSON = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str
)  # made once: `json.dumps` makes one for each call


def digest(parts: Any) -> str:
    """SHA-256 that stands for a value."""
    return hashlib.sha256(_JSON.encode(parts).encode("utf-8")).hexdigest()


def find(written: Mapping[tuple[str, str], Written], pages: Mapping[str, Page]) -> Placed:
    """The evidence of all rows."""
    sources = [row for (table, _), row in written.items() if table == "sources"]
    dated = {row.row_id for row in sources if _is_dated(row)}
    finder = _Finder(pages, {row.row_id for row in sources}, dated)
    placed = Placed()
    for row in written.values():
        for said in row.said:
            found = finder.piece(row, said)
            if isinstance(found, Piece):
                placed.pieces.append(found)
                continue
            column = finder.column(row, said)
            placed.told.add((*row.key, column.stem if column else "*"))
            placed.unplaced |= finder.lost(said)
            placed.problems.append(found)
    placed.problems += _vias(placed.pieces, written)
    return placed


def _is_dated(source: Written) -> bool:
    """Whether words, or the row itself, say when a source was published."""
    given = any(s.column == "published" and not s.arguments.get("bears") for s in source.said)
    return given or "published_edtf" in source.values


@dataclass(frozen=True)
class _Finder:
    pages: Mapping[str, Page]
    sources: set[str]
    dated: set[str]

    def column(self, row: Written, said: Said) -> Column | None:
        """The column that words are for: a claim, or a judgment that is a code."""
        stems = row.table.stems()
        columns = stems.get(said.column) or ()
        found = columns[0] if columns else row.table.column_map().get(said.column)
        return found if found and _takes_words(found) else None

    def lost(self, said: Said) -> set[str]:
        """The held texts that words which were not found may be of: any, if nobody knows their
        source."""
        return self.pages.keys() & {said.source} if said.source in self.sources else {*self.pages}

    def piece(self, row: Written, said: Said) -> Piece | Problem:
        column = self.column(row, said)
        if column is None:
            return _no_claim(row, said)
        if said.source not in self.sources:
            message = f"{row.table.table} {row.row_id}: no source is called {said.source!r}"
            remedy = nearest(said.source, self.sources, "add its row to sources")
            return RULES["dangling-reference"].at(said.place, message, remedy)
        words = self._words(row, said)
        if isinstance(words, Problem):
            return words
        derivation = _derivation(column, said)
        arguments = _arguments(column, row, said, derivation, words, said.source in self.dated)
        return Piece(
            (*row.key, column.stem),
            said,
            words,
            derivation,
            arguments,
            _of_group(row, said).get("reason") or said.reason,
        )

    def _words(self, row: Written, said: Said) -> Words | Problem:
        page = self.pages.get(said.source) if said.locator is None else None
        text = page.text if page else said.passage
        found = _narrowed(text, _steps(said, page))
        if isinstance(found, _Misplaced):
            return _misplaced(row, said, found)
        start, end = found
        occurrence = sum(1 for _ in occurrences(text, text[start:end], 0, start))
        low, high = page.around(found) if page else (0, len(text))
        span = found if page else None
        return Words(text[start:end], text[low:start], text[end:high], span, occurrence)


def _takes_words(column: Column) -> bool:
    return column.role == "claim" or (
        column.role == "judgment" and bool(column.vocabulary or column.references)
    )


def _steps(said: Said, page: Page | None) -> Iterator[tuple[str, str]]:
    """The passages to look for inside one another, with what each is looked for in."""
    if page:
        where = f"the text ({said.source})"
        if said.within:
            yield said.within, where
            where = "the passage of `within`"
        if said.passage != said.within:
            yield said.passage, where
    if said.words_within:
        yield said.words_within, "the passage above it"
    if said.words is not None:
        yield said.words, "the passage above it"


class _Misplaced(NamedTuple):
    words: str
    where: str
    n: int
    longer: list[str]


def _narrowed(text: str, steps: Iterable[tuple[str, str]]) -> Span | _Misplaced:
    """The span of the last words, each found once inside those before; or what was not."""
    start, end = 0, len(text)
    for words, where in steps:
        if text[start:end] == words:
            continue
        found = place(text, words, start, end)
        if isinstance(found, int):
            return _Misplaced(words, where, found, longer(text, words, start, end) if found else [])
        start, end = found
    return start, end


def _misplaced(row: Written, said: Said, found: _Misplaced) -> Problem:
    shown = found.words if len(found.words) < 70 else found.words[:69] + "…"
    where = f"{row.table.table} {row.row_id}.{said.column}"
    if found.n == 0:
        cite = f'run `python build cite {said.source} "{shown}"`'
        remedy = "copy them from the `words` of their passage" if said.locator else cite
        message = f"{where}: the words “{shown}” do not occur in {found.where}"
        return RULES["words-not-found"].at(said.place, message, remedy)
    message = f"{where}: the words “{shown}” occur more than once in {found.where}"
    told = " or ".join(string(each) for each in found.longer)
    given = f"{said.column} = {{ words = {string(shown)}, within = … }}, within being {told}"
    is_cell = told and found.words == said.words
    remedy = given if is_cell else f"add a longer `within` that occurs once{told and ': '}{told}"
    return RULES["words-not-unique"].at(said.place, message, remedy)


def _no_claim(row: Written, said: Said) -> Problem:
    claims = [stem for stem, columns in row.table.stems().items() if _takes_words(columns[0])]
    message = f"{row.table.table} {row.row_id}: {said.column!r} takes no words"
    remedy = nearest(said.column, claims, f"words may stand for: {', '.join(claims)}")
    return RULES["unknown-column"].at(said.place, message, remedy)


def _derivation(column: Column, said: Said) -> str:
    if said.arguments.get("bears"):
        return "literal"
    if said.by or said.group:
        return said.by or "inference"
    return column.claim.by if column.claim else "vocabulary"


def _of_group(row: Written, said: Said) -> dict[str, Any]:
    """Value and reason of an inference, which one span of a group may give for all."""
    alike = [said]
    if said.group:
        alike += [s for s in row.said if (s.column, s.group) == (said.column, said.group)]
    found: dict[str, Any] = {}
    for each in alike:
        if each.reason is not None:
            found.setdefault("reason", each.reason)
        if "value" in each.arguments:
            found.setdefault("value", each.arguments["value"])
    return found


WAS_DUE = re.compile(r"\b(?:had (?:until|till|to [^.;]{1,60} by)|(?:was|were) due)\b", re.I)
"""Past words for a last day, which a later text may tell of."""


def _arguments(
    column: Column, row: Written, said: Said, derivation: str, words: Words, dated: bool
) -> dict[str, Any]:
    """What the derivation is given.

    A phrase that needs an anchor counts from the publication of its source, if that is `dated`,
    unless it counts on from a day of the text, as "two days later" does;
    a day that lies `ahead` is looked for on or after its anchor, and a last day to respond, such as
    "Oct. 26", on or after the day on which the papers went out.
    """
    found = dict(said.arguments)
    if derivation == "inference":
        group = _of_group(row, said)
        found |= {"value": str(group["value"])} if "value" in group else {}
        return found
    found.pop("value", None)  # compared with the words when the rows are checked
    counts = dated and column.stem != "published"
    if derivation == "date" and date_phrases.needs_anchor(words.exact):
        is_ahead = _is_ahead(column, row)
        sent = _sent(row) if is_ahead and date_phrases.lacks_year(words.exact) else None
        if sent and not found.keys() & {"anchor", "direction"}:
            found |= {"anchor": sent, "direction": date_phrases.AHEAD}
        if counts and not date_phrases.counts_on(words.exact):
            found.setdefault("anchor", f"sources/{said.source}/published")
        if is_ahead:
            told = f"{words.prefix} {said.passage}"
            is_told = WAS_DUE.search(told)  # "had until Friday" may be over
            found.setdefault("direction", date_phrases.EITHER if is_told else date_phrases.AHEAD)
    return found


def _is_ahead(column: Column, row: Written) -> bool:
    """Whether the day of a cell comes after the day that its words count from."""
    ahead = column.claim.ahead if column.claim else False
    return ahead if isinstance(ahead, bool) else row.values.get("kind") in ahead


def _sent(row: Written) -> str | None:
    """The cell of an act for the day on which its papers went out, if words of the act give it."""
    given = {s.column for s in row.said if not s.arguments.get("bears")} - row.absent.keys()
    stems = [stem for stem in ("served", "issued") if row.table.table == "acts" and stem in given]
    return f"acts/{row.row_id}/{stems[0]}" if stems else None


def _vias(pieces: list[Piece], written: Mapping[tuple[str, str], Written]) -> Iterator[Problem]:
    """`via` that names no cell, or a cell without an inference."""
    inferred = {piece.cell for piece in pieces if piece.derivation == "inference"}
    for piece in pieces:
        cell = address(piece.said.via)
        if piece.said.via is None or cell in inferred:
            continue
        known = cell is not None and cell[:2] in written
        what = "names a cell without an inference" if known else "names no cell"
        remedy = 'write "table/row/column"'
        if known:
            remedy = 'name the cell whose evidence has by = "inference"'
        message = f"via = {piece.said.via!r} {what}"
        yield RULES["dangling-reference"].at(piece.said.place, message, remedy)


def address(text: str | None) -> Cell | None:
    """The cell that `table/row/column` names."""
    parts = (text or "").split("/")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and parts[0] in TABLE else None


def evidence_rows(pieces: Iterable[Piece]) -> Iterator[dict[str, Any]]:
    """The rows of the table `evidence`, without what is computed of them."""
    known = list(pieces)
    inferred = {p.cell: p.evidence_id for p in reversed(known) if p.derivation == "inference"}
    for piece in known:
        said, words = piece.said, piece.words
        via = address(said.via)
        yield {
            "evidence_id": piece.evidence_id,
            "table_name": piece.cell[0],
            "row_id": piece.cell[1],
            "column_name": piece.cell[2],
            "source_id": said.source,
            "char_start": words.span[0] if words.span else None,
            "char_end": words.span[1] if words.span else None,
            "exact": words.exact,
            "prefix": words.prefix or None,
            "suffix": words.suffix or None,
            "locator": said.locator,
            "passage_id": _passage_id(said.source, said.passage, said.within, said.locator),
            "derivation": piece.derivation,
            "arguments": json.dumps(piece.arguments, ensure_ascii=False, sort_keys=True)
            if piece.arguments
            else None,
            "reason": piece.reason,
            "group_id": f"g{digest((piece.cell, said.group))[:15]}" if said.group else None,
            "via_evidence_id": inferred.get(via) if via else None,
            "reviewed_file": said.place.file,
            "reviewed_line": said.place.line,
        }


@lru_cache(maxsize=4096)
def _passage_id(*passage: str | None) -> str:
    """The id of a passage, which its cells share."""
    return f"p{digest(passage)[:15]}"


def stated(pieces: Iterable[Piece]) -> Iterator[tuple[str, Cell, Place, str]]:
    """Values that a reviewer wrote beside words that give one themselves."""
    for piece in pieces:
        value = piece.said.arguments.get("value")
        if value is not None and piece.derivation != "inference":
            yield piece.evidence_id, piece.cell, piece.said.place, str(value)
