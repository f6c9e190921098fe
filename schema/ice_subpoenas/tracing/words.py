"""The words of a piece of evidence, in the sentence around them."""

import re

import duckdb

from .. import data
from .found import ASKED, Found, one


def in_sentence(con: duckdb.DuckDBPyConnection, piece: Found) -> Found:
    """A piece of evidence with its sentence, and with the evidence that it rests on."""
    before, after = _context(con, piece)
    via = piece["via_evidence_id"]
    return piece | {
        "before": before,
        "after": after,
        "via": one(con, ASKED["via"], [via]) if via else None,
    }


def _context(con: duckdb.DuckDBPyConnection, piece: Found) -> tuple[str, str]:
    """What stands before and after the words: the rest of the sentence, if the text is at hand."""
    start, end = piece["char_start"], piece["char_end"]
    held = _held_text(piece["text_file"]) if start is not None else None
    if held is None:
        return around(piece)
    bounds = one(con, ASKED["sentence"], [piece["source_id"], str(end), str(start)]) or {}
    low, high = (bounds.get(side) for side in ("low", "high"))
    low = start if low is None else min(low, start)
    high = end if high is None else max(high, end)
    return held[low:start], held[end:high]


def around(piece: Found) -> tuple[str, str]:
    """What is published from before and after the words of a piece."""
    return _whole_words(piece["prefix"] or "", piece["suffix"] or "", piece["is_refound"])


def _whole_words(before: str, after: str, is_cut: bool) -> tuple[str, str]:
    """What stands around words, without the halves of words where it was cut from a text.

    >>> _whole_words("rity to issue ", " of four pap", True)
    ('…to issue ', ' of four…')
    """
    if not is_cut:
        return before, after
    return "…" + re.sub(r"^\S*\s", "", before), re.sub(r"\s\S*$", "", after) + "…"


def _held_text(name: str | None) -> str | None:
    """The text of a source where the package runs from a checkout; null elsewhere."""
    folder = data.checkout()
    path = folder.parent / name if folder and name else None
    return path.read_bytes().decode("utf-8") if path and path.is_file() else None
