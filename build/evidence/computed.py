"""Compute the derived columns of every row from its other columns, its evidence and its span."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from check.rules import Problem
from evidence.resolve import Piece
from ice_subpoenas.derivations import edtf
from ice_subpoenas.derivations.find import place
from reviewed.rows import Draft
from texts.compare import Witnesses
from texts.held import Page

Drafts = dict[tuple[str, str], Draft]
Pieces = dict[tuple[str, str], list[Piece]]

BASES = ("stated", "cited", "relative_to_stated", "relative_to_publication", "inferred")


def find_quotes(drafts: Drafts, pages: dict[str, Page]) -> list[Problem]:
    """Find each quotation's words in its text and set the columns that follow from the span."""
    problems: list[Problem] = []
    for draft in [d for d in drafts.values() if d.table.table == "quotes"]:
        page = pages.get(str(draft.values.get("source_id")))
        if page is None and ("sources", str(draft.values.get("source_id"))) not in drafts:
            draft.spoilt.add("text")  # that the source is unknown is told elsewhere
            continue
        words, around = draft.extra.get("words"), draft.extra.get("within")
        span = _quote_span(page, words, around)
        if page is None or isinstance(span, int):
            often = "do not occur" if span == 0 else "occur more than once"
            code = "words-not-found" if span == 0 else "words-not-unique"
            remedy = "copy everything between the marks; add `within` if it occurs twice"
            problems.append(draft.problem(code, f"the words {often} in its text", remedy, "words"))
            draft.spoilt.add("text")
            continue
        stretch = page.stretch(span)
        if stretch is None or stretch.region not in ("body", "headline", "deck", "embedded"):
            where = (
                f"lies in the region {stretch.region}"
                if stretch
                else "crosses the border of a region"
            )
            problems.append(
                draft.problem(
                    "words-inadmissible", f"the passage {where}", "remove the row", "words"
                )
            )
            draft.spoilt.add("text")
            continue
        draft.values |= {
            "char_start": span[0],
            "char_end": span[1],
            "text": page.text[span[0] : span[1]],
            "region": stretch.region,
        }
    return problems


def _quote_span(page: Page | None, words: Any, around: Any) -> tuple[int, int] | int:
    if page is None or not isinstance(words, str):
        return 0
    if not isinstance(around, str):
        return place(page.text, words)
    outer = place(page.text, around)
    return outer if isinstance(outer, int) else place(page.text, words, *outer)


def find_dates(drafts: Drafts, pieces: Pieces) -> None:
    """Earliest and latest day and the basis of every date that is written as EDTF."""
    for key, draft in drafts.items():
        for stem, columns in draft.table.stems().items():
            written = draft.values.get(f"{stem}_edtf")
            if not columns[0].name.endswith("_edtf") or written is None:
                continue
            try:
                first, last = edtf.bounds(edtf.parse(written))
            except ValueError:
                continue
            draft.values[f"{stem}_earliest"], draft.values[f"{stem}_latest"] = first, last
            draft.values[f"{stem}_basis"] = _basis(
                [p for p in pieces.get(key, ()) if p.address[2] == stem]
            )


def _basis(pieces: list[Piece]) -> str:
    """The least direct basis among the pieces that the date rests on.

    A date that its words or a cited document give whole needs none of the others.
    """
    bases = [(_piece_basis(p), p.stance) for p in pieces if p.stance in ("supports", "broader")]
    whole = [basis for basis, stance in bases if stance == "supports"]
    chosen = whole or [basis for basis, _ in bases]
    return (min if whole else max)(chosen, key=BASES.index) if chosen else "inferred"


def _piece_basis(piece: Piece) -> str:
    if piece.derivation in ("cited", "inference"):
        return {"cited": "cited", "inference": "inferred"}[piece.derivation]
    anchor = piece.cell.given.get("anchor")
    if anchor is None:
        return "stated"
    published = anchor.startswith("sources/") and anchor.endswith("/published")
    return "relative_to_publication" if published else "relative_to_stated"


def add_names(drafts: Drafts, pages: dict[str, Page]) -> None:
    """Names that the core tables repeat so that they can be read alone."""
    for draft in drafts.values():
        namer = _NAMERS.get(draft.table.table)
        if namer:
            draft.values |= namer(draft.values, lambda *at: _get(drafts, *at), pages)


Get = Callable[[str, Any, str], Any]


def _get(drafts: Drafts, table: str, row_id: Any, column: str) -> Any:
    draft = drafts.get((table, str(row_id)))
    return draft.values.get(column) if draft else None


def _source(values: dict[str, Any], get: Get, pages: dict[str, Page]) -> dict[str, Any]:
    page = pages.get(values["source_id"])
    return {
        "text_held": page is not None,
        "text_file": page.held.path if page else None,
        "text_sha256": page.held.sha256 if page else None,
        "n_characters": len(page.text) if page else None,
    }


def _subpoena(values: dict[str, Any], get: Get, pages: dict[str, Page]) -> dict[str, Any]:
    return {
        "jurisdiction_name": get("jurisdictions", values.get("jurisdiction_id"), "name"),
        "state": get("jurisdictions", values.get("jurisdiction_id"), "state"),
        "issuing_agency_name": get("agencies", values.get("issuing_agency_id"), "name"),
        "recipient_agency_name": get("agencies", values.get("recipient_agency_id"), "name"),
    }


def _individual(values: dict[str, Any], get: Get, pages: dict[str, Page]) -> dict[str, Any]:
    return {"affiliation_name": get("agencies", values.get("affiliation_agency_id"), "name")}


def _quote(values: dict[str, Any], get: Get, pages: dict[str, Page]) -> dict[str, Any]:
    person, body = values.get("speaker_id"), values.get("speaker_agency_id")
    name = get("individuals_referenced", person, "name") or get(
        "individuals_referenced", person, "described_as"
    )
    return {
        "publisher": get("sources", values.get("source_id"), "publisher"),
        "speaker_name": name if person else get("agencies", body, "name"),
    }


_NAMERS: dict[str, Callable[[dict[str, Any], Get, dict[str, Page]], dict[str, Any]]] = {
    "sources": _source,
    "subpoenas": _subpoena,
    "individuals_referenced": _individual,
    "quotes": _quote,
}


def add_utterances(drafts: Drafts, altered: dict[str, tuple[str, ...]]) -> list[Problem]:
    """Speaker and number of printings of every utterance, from its quotations."""
    problems: list[Problem] = []
    printings: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts.values():
        if draft.table.table == "quotes" and draft.values.get("utterance_id"):
            printings[draft.values["utterance_id"]].append(draft)
    for draft in [d for d in drafts.values() if d.table.table == "utterances"]:
        quotes = printings[draft.row_id]
        speakers = {(q.values.get("speaker_id"), q.values.get("speaker_agency_id")) for q in quotes}
        if len(speakers) != 1:
            problems.append(
                draft.problem(
                    "row-invalid",
                    f"its {len(quotes)} quotations have {len(speakers)} different speakers",
                    "an utterance has one speaker and at least one quotation",
                )
            )
            draft.spoilt.add("speaker_id")
            continue
        ((person, body),) = speakers
        draft.values |= {
            "speaker_id": person,
            "speaker_agency_id": body,
            "n_printings": len(quotes),
            "words_altered": draft.row_id in altered,
        }
    return problems


def add_support(drafts: Drafts, pieces: Pieces, witnesses: Witnesses) -> None:
    """What each row of a core table rests on: tier, sources, independent sources, conflicts."""
    for key, draft in drafts.items():
        columns = draft.table.column_map()
        if "tier" not in columns:
            continue
        own = list(pieces.get(key, ()))
        spans = {draft.values["source_id"]} if draft.table.table in ("quotes",) else set()
        if draft.table.table == "sources" and draft.values.get("text_held"):
            spans = {draft.row_id}
        sources = {piece.source for piece in own} | spans
        held = bool(spans) or any(piece.span for piece in own)
        draft.values["tier"] = "held_text" if held else "cited"
        if "n_sources" not in columns:
            continue
        draft.values["n_sources"] = len(sources)
        draft.values["n_independent_sources"] = witnesses.independent(
            {piece.witness or piece.source for piece in own} | spans
        )
        draft.values["has_conflict"] = any(piece.stance == "contests" for piece in own)


def add_source_basis(drafts: Drafts, pieces: Pieces) -> None:
    """Whether a source's own text names its publisher, or a cited page does."""
    for (table, row_id), draft in drafts.items():
        if table == "sources" and draft.values.get("publisher"):
            own = [p for p in pieces.get((table, row_id), ()) if p.address[2] == "publisher"]
            draft.values["publisher_basis"] = _basis(own)
