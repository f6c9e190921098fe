"""Where a cell comes from: its value, each piece of evidence with its words, rivals and the ruling.

In a checkout the whole sentence of a held text is shown, since the text is there; elsewhere the
words between their prefix and suffix.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from . import data
from .derivations import edtf
from .row import Row
from .sql import nearest, quoted
from .tables import TABLE, TABLES

Found = dict[str, Any]


def trace(
    table: str, row: str | None = None, column: str | None = None, place: Path | str | None = None
) -> Found:
    """A cell with its evidence, rivals, conflict and independence; or all cells of a row.

    Takes a table, a row's id, and a column or the stem that columns share; or a row's id, with or
    without a column, whose table is then looked for. `place` is a folder of published files, if
    not the installed ones. Without a column the result has the keys `table`, `row`, `about` and
    `cells`, one cell a stem. Raises ValueError with the nearest names where one of them does not
    exist.
    """
    with contextlib.closing(data.connect(place)) as con:
        if row is None:
            table, row = _found(con, table)
        elif column is None and table not in TABLE:
            column = row
            table, row = _found(con, table, "table or row")
        declared = _declared(table)
        values = _one(con, _row(declared), [row])
        if values is None:
            ids = con.execute(f"SELECT {quoted(declared.key)} FROM {quoted(table)}").fetchall()
            raise ValueError(_unknown("row", row, [key for (key,) in ids], f" of {table}"))
        if column is not None:
            return _cell(con, declared, row, _stem(declared, column), values)
        cells = [_cell(con, declared, row, stem, values) for stem in declared.stems()]
    return {"table": table, "row": row, "about": declared.about(), "cells": cells}


def _found(con: duckdb.DuckDBPyConnection, row: str, thing: str = "row") -> tuple[str, str]:
    """The table that has a row of this id, and the id; ValueError where none has."""
    if row in TABLE:
        raise ValueError(f"{row} is a table; name a row of it too, such as `trace {row} ID`")
    table = _holding(con, row)
    if table:
        return table, row
    known = [
        str(key)
        for name in ("acts", "subpoenas", "events", "sources")
        for (key,) in con.execute(_keys(name)).fetchall()
    ]
    raise ValueError(_unknown(thing, row, known if thing == "row" else [*TABLE, *known]))


def _holding(con: duckdb.DuckDBPyConnection, row: str) -> str:
    """The first table that has a row of this id: acts before what belongs to them; else empty."""
    for name in ("acts", *(table.table for table in TABLES)):
        if con.execute(f"FROM ({_keys(name)}) k(id) WHERE id::VARCHAR = ?", [row]).fetchone():
            return name
    return ""


def _keys(name: str) -> str:
    return f"SELECT {quoted(TABLE[name].key)} FROM {quoted(name)}"


def _row(declared: type[Row]) -> str:
    return f"SELECT * FROM {quoted(declared.table)} WHERE {quoted(declared.key)} = ?"


def _declared(table: str) -> type[Row]:
    declared = TABLE.get(table)
    if declared is None:
        raise ValueError(_unknown("table", table, list(TABLE)))
    return declared


def _stem(declared: type[Row], column: str) -> str:
    columns = declared.column_map()
    if column in columns:
        return columns[column].stem
    if column not in declared.stems():
        names = list(dict.fromkeys([*columns, *declared.stems()]))
        raise ValueError(_unknown("column", column, names, f" in {declared.table}"))
    return column


def _unknown(thing: str, name: str, known: Sequence[str], where: str = "") -> str:
    some = f"there are: {', '.join(known[:30])}" + (" …" if len(known) > 30 else "")
    return f"there is no {thing} {name!r}{where}; {nearest(name, known, some)}"


def _cell(
    con: duckdb.DuckDBPyConnection, declared: type[Row], row: str, stem: str, values: Found
) -> Found:
    where = "table_name = ? AND row_id = ? AND column_name = ?"
    cell = [declared.table, row, stem]
    columns = declared.stems()[stem]
    evidence = _many(con, _EVIDENCE, cell)
    support = _one(con, f"FROM claim_support WHERE {where}", cell) if evidence else None
    absent = _one(con, f"SELECT reason, search_id FROM absences WHERE {where}", cell)
    return {
        "table": declared.table,
        "row": row,
        "column": stem,
        "role": columns[0].role,
        "description": columns[0].description,
        "values": {each.name: values[each.name] for each in columns},
        "cut": _cut(stem, values, evidence),
        "event_id": values.get(f"{stem.removesuffix('_status')}_event_id"),
        "absence": absent["reason"] if absent else None,
        "search_id": absent["search_id"] if absent else None,
        "n_sources": support["n_sources"] if support else 0,
        "n_independent_sources": support["n_independent_sources"] if support else 0,
        "conflict": _one(con, f"FROM conflicts WHERE {where}", cell),
        "evidence": [_piece(con, each) for each in evidence],
    }


def _cut(stem: str, values: Found, evidence: Sequence[Found]) -> Found:
    """The bounds of a day that no words give: those by which the rule of docs/words.md cut it.

    Keys `not_before` and `not_after`, each null where words give the bound, or nothing does.
    """
    words = [p["value"] for p in evidence if p["stance"] in ("supports", "broader")]
    if f"{stem}_edtf" not in values or not words:
        return {"not_before": None, "not_after": None}
    earliest, latest = (values[f"{stem}_{side}"] for side in ("earliest", "latest"))
    first, last = edtf.bounds(edtf.together(edtf.read(each) for each in words))
    return {
        "not_before": earliest if earliest != first else None,
        "not_after": latest if latest != last else None,
    }


_EVIDENCE = """SELECT e.*, s.title, s.publisher, s.published_edtf, s.url, s.standing, s.text_file
FROM evidence e JOIN sources s ON s.source_id = e.source_id
WHERE e.table_name = ? AND e.row_id = ? AND e.column_name = ?
ORDER BY e.stance = 'contests', e.source_id, e.char_start, e.evidence_id"""


def _one(con: duckdb.DuckDBPyConnection, query: str, values: Iterable[str]) -> Found | None:
    found = _many(con, query, values)
    return found[0] if found else None


def _many(con: duckdb.DuckDBPyConnection, query: str, values: Iterable[str]) -> list[Found]:
    result = con.execute(query, list(values))
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _piece(con: duckdb.DuckDBPyConnection, piece: Found) -> Found:
    """A piece of evidence with its sentence, and with the evidence that it rests on."""
    before, after = _context(con, piece)
    via = piece["via_evidence_id"]
    return piece | {
        "before": before,
        "after": after,
        "via": _one(con, _VIA, [via]) if via else None,
    }


_VIA = """SELECT table_name, row_id, column_name, source_id, derivation, arguments, exact, reason
FROM evidence WHERE evidence_id = ?"""


def _context(con: duckdb.DuckDBPyConnection, piece: Found) -> tuple[str, str]:
    """What stands before and after the words: the rest of the sentence, if the text is at hand."""
    start, end = piece["char_start"], piece["char_end"]
    held = _held_text(piece["text_file"]) if start is not None else None
    if held is None:
        before, after = piece["prefix"] or "", piece["suffix"] or ""
        cut = "…" if piece["is_refound"] else ""
        return f"{cut}{before}", f"{after}{cut}"
    bounds = _one(con, _SENTENCE, [piece["source_id"], str(end), str(start)]) or {}
    low, high = (bounds.get(side) for side in ("low", "high"))
    low = start if low is None else min(low, start)
    high = end if high is None else max(high, end)
    return held[low:start], held[end:high]


_SENTENCE = """SELECT min(char_start) AS low, max(char_end) AS high FROM ledger
WHERE source_id = ? AND char_start < CAST(? AS INTEGER) AND char_end > CAST(? AS INTEGER)"""


def _held_text(name: str | None) -> str | None:
    """The text of a source where the package runs from a checkout; null elsewhere."""
    folder = data.checkout()
    path = folder.parent / name if folder and name else None
    return path.read_bytes().decode("utf-8") if path and path.is_file() else None
