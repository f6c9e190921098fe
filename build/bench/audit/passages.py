"""What a reader is given to read: sentences of a held text, or the quoted words of a page.

Of a held text these are the sentences that give the value, those that name what they are about,
and the one on each side. No words are marked: of a number, a day or a name the marked words are the
value; of a code they are the phrase from which it was taken, which a reader should find alone. Only
where the same words give several rows an answer is it told what stands before those of this row.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bench.audit.cells import Cell, Record, Rows
from ice_subpoenas.derivations.find import Span, place
from texts.held import Page, Sentence

MASK = "[a name that is withheld]"
ANOTHER = "another document, which copies or names the one that is asked about"
LEAD = 4
"""How many words before an answer tell it from another of the same words."""


def passages(rows: Rows, cell: Cell) -> list[dict[str, str]]:
    """The passages that give a value, each with its source and place; the same one once."""
    pieces = sorted(rows.giving[cell.place], key=_order)
    held = [piece for piece in pieces if piece["char_start"] is not None]
    found = [
        _held(rows, cell, source, [p for p in held if p["source_id"] == source])
        for source in dict.fromkeys(piece["source_id"] for piece in held)
    ]
    found += [_quoted(rows, cell, piece) for piece in pieces if piece["char_start"] is None]
    return [dict(each) for each in dict.fromkeys(tuple(passage.items()) for passage in found)]


def _order(piece: Record) -> tuple[str, int, str]:
    return piece["source_id"], piece["char_start"] or 0, piece["evidence_id"]


def heading(rows: Rows, source_id: str, cell: Cell | None = None) -> dict[str, str]:
    """A source by title, address and day; where a source is asked about, none of these, which it
    shares with its copies."""
    source = rows.tables["sources"][source_id]
    if cell and cell.place[0] == "sources":
        is_own = cell.place[1] == source_id
        return {"source": "the document that is asked about" if is_own else ANOTHER}
    told = {
        "source": source["title"] or source["publisher"],
        "address": source["url"],
        "published": source["published_edtf"],
    }
    return {key: str(value) for key, value in told.items() if value}


# --- held texts -----------------------------------------------------------------------------------


def _held(rows: Rows, cell: Cell, source: str, pieces: Sequence[Record]) -> dict[str, str]:
    """All that one text says of a value."""
    page = rows.pages[source]
    touched = {s for piece in pieces for span in _spans(page, piece) for s in page.touched(span)}
    found = heading(rows, source, cell) | {"words": words(page, touched)}
    return found | _leads(rows, cell, pieces) | _anchors(cell, pieces)


def _spans(page: Page, piece: Record) -> Iterator[Span]:
    """Where the words of a piece stand, and those that name what they are about."""
    yield piece["char_start"], piece["char_end"]
    about = place(page.text, str(_given(piece).get("about", "")))
    if isinstance(about, tuple):
        yield about


def words(page: Page, chosen: Iterable[Sentence]) -> str:
    """Sentences with their neighbors of the same region; an ellipsis where some are left out."""
    numbers = {
        near.number
        for sentence in chosen
        for near in page.sentences[max(0, sentence.number - 2) : sentence.number + 1]
        if near.region == sentence.region
    }
    parts: list[str] = []
    for number in sorted(numbers):
        parts += ["[…]"] if parts and number - 1 not in numbers else []
        parts.append(masked(page, page.sentences[number - 1]))
    return " ".join(parts)


def masked(page: Page, sentence: Sentence) -> str:
    """The words of a sentence on one line, without names that are withheld."""
    text, at = "", sentence.start
    for first, last in page.withheld:
        if at <= first < last <= sentence.end:
            text += page.text[at:first] + MASK
            at = last
    return " ".join((text + page.text[at : sentence.end]).split())


# --- pages that are not held ----------------------------------------------------------------------


def _quoted(rows: Rows, cell: Cell, piece: Record) -> dict[str, str]:
    """The quoted words of a page with their place, and the words for what they are about."""
    about = _given(piece).get("about")
    words = f"{piece['prefix'] or ''}{piece['exact']}{piece['suffix'] or ''}"
    found = heading(rows, piece["source_id"], cell) | {"words": words}
    found |= {"place": piece["locator"]} if piece["locator"] else {}
    found |= {"the_page_also_says": str(about)} if about and str(about) not in words else {}
    return found | _leads(rows, cell, [piece]) | _anchors(cell, [piece])


# --- what both have -------------------------------------------------------------------------------


def _anchors(cell: Cell, pieces: Sequence[Record]) -> dict[str, str]:
    """The days that words such as `today` count from, where the passage does not give them as the
    day of its publication."""
    days = [
        str(given["anchor_value"])
        for piece in pieces
        for given in [_given(piece)]
        if cell.kind == "date" and "anchor_value" in given
        if cell.place[0] == "sources"
        or given["anchor"] != f"sources/{piece['source_id']}/published"
    ]
    return {"days_count_from": "; ".join(dict.fromkeys(days))} if days else {}


def _leads(rows: Rows, cell: Cell, pieces: Sequence[Record]) -> dict[str, str]:
    """What stands just before the words of this row, where the same words give others an answer."""
    leads = [_lead(piece) for piece in pieces if _is_shared(rows, cell, piece)]
    return {"answer_stands_after": "; ".join(dict.fromkeys(leads))} if leads else {}


def _lead(piece: Record) -> str:
    before = str(piece["prefix"] or "").split()[-LEAD:]
    return f"“{' '.join(before)}”" if before else "the beginning"


def _is_shared(rows: Rows, cell: Cell, piece: Record) -> bool:
    """Whether another row takes its answer from the same words, at another place in them."""
    table, row_id, stem = cell.place
    others = rows.beside[table, stem, piece["source_id"]]
    return any(
        other["row_id"] != row_id
        and _sentences(rows, other) & _sentences(rows, piece)
        and _start(other) != _start(piece)
        for other in others
    )


def _sentences(rows: Rows, piece: Record) -> set[object]:
    """The sentences that words stand in; of a page that is not held, the passage."""
    if piece["char_start"] is None:
        return {piece["passage_id"]}
    touched = rows.pages[piece["source_id"]].touched((piece["char_start"], piece["char_end"]))
    return {sentence.number for sentence in touched}


def _start(piece: Record) -> int:
    return len(piece["prefix"] or "") if piece["char_start"] is None else piece["char_start"]


def _given(piece: Record) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(piece["arguments"] or "{}")
    return found
