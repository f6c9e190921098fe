"""From what a reviewer wrote to evidence: found in the text, run through its derivation, judged.

`resolve` works on all drafts at once because a date may count from another row's date. It fills in
values that their words alone give, and returns one `Piece` for every piece of evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from check.rules import Problem
from ice_subpoenas import TABLE
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.derive import DERIVATIONS, Given, Value, plain
from ice_subpoenas.derivations.edtf import DaySet
from ice_subpoenas.derivations.find import Span, occurrences, place
from ice_subpoenas.row import Column
from reviewed.rows import Cell, Draft, nearest
from texts.held import Page, may_support

Address = tuple[str, str, str]
"""Table, row and column or stem."""

SHORTEST_REASON = 10  # words; below that an inference explains nothing


@dataclass
class Piece:
    """One piece of evidence, as found and derived."""

    address: Address
    cell: Cell
    derivation: str
    value: Value | None
    span: Span | None = None
    region: str | None = None
    witness: str | None = None
    arguments: dict[str, Any] = field(default_factory=dict)
    reason: str | None = None
    group: str | None = None
    via: Address | None = None
    via_id: str | None = None
    stance: str = "supports"
    evidence_id: str = ""

    @property
    def source(self) -> str:
        return self.cell.source

    @property
    def shown(self) -> str | None:
        """The value as text."""
        return edtf.label(self.value) if isinstance(self.value, tuple) else self.value


class Phrases:
    """Phrase lists: code by phrase, for every text and for one text alone."""

    def __init__(self, entries: Iterable[tuple[str, str, str, str | None, str, int]]) -> None:
        self.entries = sorted(entries, key=lambda e: (e[0], e[3] or "", e[2], e[1]))
        self.problems: list[Problem] = []
        self._lists: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
        for list_name, code, phrase, source, file, line in self.entries:
            known = self._lists[list_name, source]
            key = plain(phrase).casefold()
            if known.setdefault(key, code) != code:
                self.problems.append(
                    Problem(
                        file,
                        line,
                        "wrong-value",
                        f"the phrase {phrase!r} stands for {known[key]!r} "
                        f"and for {code!r} in {list_name}",
                        "keep one, or limit each to its text under [phrases.…]",
                    )
                )
        self._merged: dict[tuple[str, str], dict[str, str]] = {}

    def of(self, list_name: str, source: str) -> dict[str, str]:
        """The phrases of a list that hold in a text."""
        if (list_name, source) not in self._merged:
            own = self._lists.get((list_name, source), {})
            self._merged[list_name, source] = self._lists.get((list_name, None), {}) | own
        return self._merged[list_name, source]


@dataclass
class Resolver:
    """Turns the cells of drafts into pieces of evidence."""

    pages: dict[str, Page]
    phrases: Phrases
    drafts: dict[tuple[str, str], Draft]
    problems: list[Problem] = field(default_factory=list)
    anchors: dict[Address, set[Address]] = field(default_factory=lambda: defaultdict(set))
    lost: set[str] = field(default_factory=set)
    """Sources of which some words were not placed, so that not all uses of them are known."""

    def pieces(self, draft: Draft) -> Iterator[Piece]:
        """Evidence of one row, in the order in which it is written."""
        for cell in draft.cells:
            column = self._column(draft, cell)
            if column is None:
                draft.spoilt |= draft.table.stems().keys()
                self.lost.add(cell.source)
                continue
            piece = (
                self._cited(draft, column, cell) if cell.cited else self._said(draft, column, cell)
            )
            if piece is not None:
                yield piece
            else:
                draft.spoilt.add(column.stem)
                self.lost |= {cell.source} if cell.source in self.pages else self.pages.keys()

    def _problem(self, cell: Cell, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(cell.file, cell.line, code, message, remedy))

    def _column(self, draft: Draft, cell: Cell) -> Column | None:
        stems = draft.table.stems()
        columns = stems.get(cell.column) or ()
        own = draft.table.column_map().get(cell.column)
        column = columns[0] if columns else own
        if column is not None and column.role == "claim":
            return column
        claims = [stem for stem, cols in stems.items() if cols[0].role == "claim"]
        self._problem(
            cell,
            "unknown-column",
            f"{draft.table.table} {draft.row_id}: {cell.column!r} is no claim",
            nearest(cell.column, claims, f"claims are: {', '.join(claims)}"),
        )
        return None

    def _cited(self, draft: Draft, column: Column, cell: Cell) -> Piece | None:
        source = self.drafts.get(("sources", cell.source))
        if source is None or (not source.values.get("url") and not source.values.get("title")):
            self._problem(
                cell,
                "dangling-reference",
                f"no source {cell.source!r} with a url or title",
                "add it to cited.toml",
            )
            return None
        value: Value | None = cell.given["value"]
        if column.claim and column.claim.by == "date":
            value = self._edtf(cell, cell.given["value"])
        given = {key: source.values[key] for key in ("url", "accessed") if source.values.get(key)}
        given = {key: str(each) for key, each in given.items()}
        if value is None:
            return None
        return Piece(
            (draft.table.table, draft.row_id, column.stem),
            cell,
            "cited",
            value,
            witness=cell.source,
            arguments=given,
            reason=cell.locator,
        )

    def _edtf(self, cell: Cell, text: Any) -> DaySet | None:
        try:
            return edtf.parse(str(text))
        except ValueError as error:
            self._problem(cell, "date-invalid", str(error), "write an EDTF date such as 2020-01-13")
            return None

    def _said(self, draft: Draft, column: Column, cell: Cell) -> Piece | None:
        page = self.pages.get(cell.source)
        if page is None:
            self._problem(
                cell,
                "dangling-reference",
                f"no text of a source {cell.source!r} is held",
                nearest(cell.source, self.pages, "cite a held source, or use a `cited` block"),
            )
            return None
        span = self._place(page, draft, cell)
        if span is None:
            return None
        stretch = page.stretch(span)
        if stretch is None or not may_support(stretch.region, draft.table.table, column.name):
            lies = (
                "cross the border of a region"
                if stretch is None
                else f"lie in the region {stretch.region}"
            )
            self._problem(
                cell,
                "words-inadmissible",
                f"{draft.table.table} {draft.row_id}.{cell.column}: the words {lies}",
                "cite words of the article itself",
            )
            return None
        piece = Piece(
            (draft.table.table, draft.row_id, column.stem),
            cell,
            cell.given.get("by") or (column.claim.by if column.claim else "literal"),
            None,
            span=span,
            region=stretch.region,
            witness=stretch.reproduces or cell.source,
        )
        return self._derive(draft, column, page.text[span[0] : span[1]], piece)

    def _place(self, page: Page, draft: Draft, cell: Cell) -> Span | None:
        """The one place of a cell's words, inside its passage, inside a longer passage."""
        steps = [
            cell.passage_within,
            cell.passage,
            cell.given.get("within"),
            cell.given.get("words"),
        ]
        start, end = 0, len(page.text)
        for words in steps:
            if words is None or (
                words == cell.passage
                and (start, end) != (0, len(page.text))
                and (page.text[start:end] == words)
            ):
                continue
            found = place(page.text, words, start, end)
            if isinstance(found, int):
                where = (
                    "the text" if (start, end) == (0, len(page.text)) else "the passage above it"
                )
                self._misplaced(draft, cell, words, found, where)
                return None
            start, end = found
        return start, end

    def _misplaced(self, draft: Draft, cell: Cell, words: str, found: int, where: str) -> None:
        shown = words if len(words) < 70 else words[:69] + "…"
        code, said, remedy = (
            (
                "words-not-found",
                "do not occur in",
                f'run `python build cite {cell.source} "{shown}"`',
            )
            if found == 0
            else (
                "words-not-unique",
                "occur more than once in",
                "add a longer `within` that occurs once",
            )
        )
        self._problem(
            cell,
            code,
            f"{draft.table.table} {draft.row_id}.{cell.column}: "
            f"the words “{shown}” {said} {where} ({cell.source})",
            remedy,
        )

    def _derive(self, draft: Draft, column: Column, words: str, piece: Piece) -> Piece | None:
        cell, given = piece.cell, piece.cell.given
        if given.get("bears"):
            return replace(piece, stance="bears_on", derivation="literal", arguments={})
        piece.via = self._via(draft, column, cell, given.get("via"))
        if "group" in given or piece.derivation == "inference":
            return self._inference(draft, column, piece)
        function = DERIVATIONS.get(piece.derivation)
        if function is None:
            self._problem(
                cell,
                "unknown-derivation",
                f"no derivation is called {piece.derivation!r}",
                nearest(
                    piece.derivation,
                    [*DERIVATIONS, "inference"],
                    f"use one of: {', '.join(DERIVATIONS)}",
                ),
            )
            return None
        known = self._given(column, piece)
        if known is None:
            return None
        piece.value = function(words, known)
        if piece.value is None:
            self._no_value(draft, column, words, piece)
            return None
        return self._stated(piece)

    def _no_value(self, draft: Draft, column: Column, words: str, piece: Piece) -> None:
        listed = (
            f" (no phrase of the list {column.phrases!r})"
            if piece.derivation == "vocabulary"
            else ""
        )
        self._problem(
            piece.cell,
            "no-derivation",
            f"{draft.table.table} {draft.row_id}.{piece.cell.column}: "
            f"{piece.derivation} gives no value for “{words[:70]}”{listed}",
            "cite words that give the value, or add the phrase to its list",
        )

    def _given(self, column: Column, piece: Piece) -> Given | None:
        """What the derivation is given besides the words; noted as the evidence's arguments."""
        given = piece.cell.given
        arguments: dict[str, Any] = {
            key: given[key] for key in ("anchor", "direction", "bound", "members") if key in given
        }
        anchor: DaySet | str | None = None
        if "anchor" in given:
            anchor = self._anchor(piece)
            if anchor is None:
                return None
            arguments["anchor_value"] = edtf.edtf(anchor) if isinstance(anchor, tuple) else anchor
        if piece.derivation == "vocabulary":
            arguments["list"] = column.phrases
        piece.arguments = arguments
        return Given(
            phrases=self.phrases.of(column.phrases, piece.source)
            if piece.derivation == "vocabulary"
            else {},
            anchor=anchor,
            direction=given.get("direction", "on_or_before"),
            bound=given.get("bound"),
            members=tuple(given.get("members", ())),
        )

    def _anchor(self, piece: Piece) -> DaySet | str | None:
        """The value of the anchor cell: a set of days, or a number as text."""
        address = _address(piece.cell.given["anchor"])
        draft = self.drafts.get(address[:2]) if address else None
        value = None
        if draft is not None and address is not None:
            value = draft.values.get(f"{address[2]}_edtf", draft.values.get(address[2]))
        is_date = address is not None and draft is not None and f"{address[2]}_edtf" in draft.values
        if value is None or address is None or (piece.derivation == "date" and not is_date):
            self._problem(
                piece.cell,
                "circular-anchor",
                f"the anchor {piece.cell.given['anchor']!r} is no cell with a value of this kind",
                'write anchor = "table/row/column", such as "sources/s001/published"',
            )
            return None
        self.anchors[piece.address].add(address)
        try:
            return edtf.parse(value) if is_date else str(value)
        except ValueError as error:
            self._problem(
                piece.cell, "date-invalid", f"the anchor: {error}", "correct that date first"
            )
            return None

    def _stated(self, piece: Piece) -> Piece | None:
        """Compare with the value that the reviewer wrote beside the words, if any."""
        stated = piece.cell.given.get("value")
        if stated is None:
            return piece
        agrees = (
            self._edtf(piece.cell, stated) == piece.value
            if isinstance(piece.value, tuple)
            else plain(str(stated)) == piece.value
        )
        if agrees:
            return piece
        self._problem(
            piece.cell,
            "value-not-given",
            f"{'.'.join(piece.address)}: the words give {piece.shown!r}, not {stated!r}",
            "correct `value`, or cite other words",
        )
        return None

    def _inference(self, draft: Draft, column: Column, piece: Piece) -> Piece | None:
        given = piece.cell.given
        piece.derivation = "inference"
        piece.group = given.get("group")
        piece.reason = _of_group(draft, piece.cell, "reason")
        if len((piece.reason or "").split()) < SHORTEST_REASON:
            self._problem(
                piece.cell,
                "inference-without-reason",
                f"{'.'.join(piece.address)}: its reason has fewer than {SHORTEST_REASON} words",
                "add reason = how the value follows from the words",
            )
            return None
        stated = _of_group(draft, piece.cell, "value")
        if stated is None:
            self._problem(
                piece.cell,
                "evidence-without-value",
                f"{'.'.join(piece.address)}: an inference does not say which value it infers",
                "add value = what follows from the words, or mark them `bears = true`",
            )
            return None
        is_date = column.claim and column.claim.by == "date"
        piece.value = self._edtf(piece.cell, stated) if is_date else str(stated)
        return None if piece.value is None else piece

    def _via(self, draft: Draft, column: Column, cell: Cell, text: Any) -> Address | None:
        if text is None:
            return None
        address = _address(text)
        if address is None or address[:2] not in self.drafts:
            self._problem(
                cell,
                "dangling-reference",
                f"via = {text!r} names no cell",
                'write "table/row/column"',
            )
            return None
        own = (draft.table.table, draft.row_id)
        if address[:2] != own:
            self.anchors[(*own, column.stem)].add(address)
        return address


def _address(text: str) -> Address | None:
    parts = text.split("/")
    if len(parts) != 3 or parts[0] not in TABLE:
        return None
    return parts[0], parts[1], parts[2]


def _of_group(draft: Draft, cell: Cell, name: str) -> Any:
    """What a cell gives under a name, or else another span of its group."""
    own, group = cell.given.get(name), cell.given.get("group")
    if own is not None or group is None:
        return own
    same = (c for c in draft.cells if (c.column, c.given.get("group")) == (cell.column, group))
    return next((c.given[name] for c in same if c.given.get(name) is not None), None)


def circles(anchors: dict[Address, set[Address]]) -> set[Address]:
    """Cells that rest, over one or more anchors and inferences, on themselves."""
    found: set[Address] = set()
    for start in anchors:
        seen: set[Address] = set()
        waiting = list(anchors[start])
        while waiting:
            at = waiting.pop()
            if at == start:
                found.add(start)
                break
            if at not in seen:
                seen.add(at)
                waiting += anchors.get(at, ())
    return found


def identify(pieces: list[Piece], pages: dict[str, Page]) -> list[Problem]:
    """Give every piece its id: a hash of cell, source, words and occurrence; then resolve `via`.

    A `via` that names no inference is a problem: nothing would be found behind it.
    """
    problems: list[Problem] = []
    by_cell: dict[Address, list[Piece]] = defaultdict(list)
    for piece in pieces:
        piece.evidence_id = _evidence_id(piece, pages)
        by_cell[piece.address].append(piece)
    for piece in pieces:
        if piece.via:
            proof = [p for p in by_cell.get(piece.via, ()) if p.derivation == "inference"]
            piece.via_id = proof[0].evidence_id if proof and proof[0] is not piece else None
            if not proof:
                problems.append(
                    Problem(
                        piece.cell.file,
                        piece.cell.line,
                        "dangling-reference",
                        f"via = {'/'.join(piece.via)!r} names a cell without an inference",
                        'name the cell whose evidence has by = "inference"',
                    )
                )
    return problems


def repeated(pieces: list[Piece]) -> list[Problem]:
    """Pieces of evidence that are written twice."""
    first: dict[str, Piece] = {}
    return [
        Problem(
            piece.cell.file,
            piece.cell.line,
            "evidence-twice",
            f"{'.'.join(piece.address)}: these words are given already in line {known.cell.line}",
            "remove one of the two",
        )
        for piece in pieces
        if (known := first.setdefault(piece.evidence_id, piece)) is not piece
    ]


def _evidence_id(piece: Piece, pages: dict[str, Page]) -> str:
    words, occurrence = piece.cell.locator or "", 0
    if piece.span:
        text = pages[piece.source].text
        words = text[piece.span[0] : piece.span[1]]
        occurrence = sum(1 for _ in occurrences(text, words, 0, piece.span[0]))
    key = [*piece.address, piece.source, words, occurrence, piece.shown if piece.cell.cited else ""]
    return hash_of(key)


def hash_of(parts: Any) -> str:
    """Sixteen hexadecimal digits that stand for a value."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def evidence_row(piece: Piece, pages: dict[str, Page]) -> dict[str, Any]:
    """The published row of a piece of evidence."""
    table, row, column = piece.address
    text = pages[piece.source].text if piece.span else ""
    start, end = piece.span or (None, None)
    low, high = pages[piece.source].around(piece.span) if piece.span else (0, 0)
    return {
        "evidence_id": piece.evidence_id,
        "table_name": table,
        "row_id": row,
        "column_name": column,
        "source_id": piece.source,
        "witness_source_id": piece.witness or piece.source,
        "char_start": start,
        "char_end": end,
        "exact": text[start:end] if piece.span else None,
        "prefix": text[low:start] or None if piece.span else None,
        "suffix": text[end:high] or None if piece.span else None,
        "region": piece.region,
        "derivation": piece.derivation,
        "arguments": json.dumps(piece.arguments, ensure_ascii=False, sort_keys=True)
        if piece.arguments
        else None,
        "value": piece.shown,
        "stance": piece.stance,
        "reason": piece.reason,
        "group_id": hash_of([*piece.address, piece.group]) if piece.group else None,
        "via_evidence_id": piece.via_id,
        "reviewed_file": piece.cell.file,
        "reviewed_line": piece.cell.line,
    }
