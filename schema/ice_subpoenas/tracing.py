"""Where a cell comes from: its value, each piece of evidence with its words, rivals and the ruling.

In a checkout the whole sentence is shown, since the text is there; elsewhere the words between
their prefix and suffix.
"""

from __future__ import annotations

import difflib
import os
import textwrap
from pathlib import Path
from typing import Any, TextIO

from . import data
from .row import Row
from .tables import TABLE

Found = dict[str, Any]

WIDTH = 100


def trace(table: str, row: str, column: str, place: Path | None = None) -> Found:
    """The cell with its evidence, rivals, conflict and independence, for people or machines.

    Takes a table, a row's id, and a column or the stem that columns share. Raises ValueError with
    the nearest names where one of them does not exist.
    """
    declared = _declared(table, column)
    stem = declared.column_map()[column].stem if column in declared.column_map() else column
    with data.connect(place) as con:
        values = _one(con, f"SELECT * FROM {table} WHERE {declared.key} = ?", [row])
        if values is None:
            ids = [key for (key,) in con.execute(f"SELECT {declared.key} FROM {table}").fetchall()]
            raise ValueError(_unknown("row", row, ids, f"of {table}"))
        cell = [table, row, stem]
        where = "table_name = ? AND row_id = ? AND column_name = ?"
        support = _one(con, f"SELECT * FROM claim_support WHERE {where}", cell) or {}
        absent = _one(con, f"SELECT reason FROM absences WHERE {where}", cell)
        conflict = _one(con, f"SELECT * FROM conflicts WHERE {where}", cell)
        evidence = [_piece(con, each) for each in _many(con, _EVIDENCE, cell)]
    columns = declared.stems()[stem]
    return {
        "table": table,
        "row": row,
        "column": stem,
        "role": columns[0].role,
        "description": columns[0].description,
        "values": {each.name: values[each.name] for each in columns},
        "absence": absent["reason"] if absent else None,
        "n_sources": support.get("n_sources", 0),
        "n_independent_sources": support.get("n_independent_sources", 0),
        "conflict": conflict,
        "evidence": evidence,
    }


_EVIDENCE = """SELECT e.*, s.title, s.publisher, s.published_edtf, s.url, s.text_file
FROM evidence e JOIN sources s ON s.source_id = e.source_id
WHERE e.table_name = ? AND e.row_id = ? AND e.column_name = ?
ORDER BY e.stance = 'contests', e.source_id, e.char_start, e.evidence_id"""


def _declared(table: str, column: str) -> type[Row]:
    declared = TABLE.get(table)
    if declared is None:
        raise ValueError(_unknown("table", table, list(TABLE)))
    names = list(dict.fromkeys([*declared.column_map(), *declared.stems()]))
    if column not in names:
        raise ValueError(_unknown("column", column, names, f"in {table}"))
    return declared


def _unknown(thing: str, name: str, known: list[str], where: str = "") -> str:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.4)
    said = f"there is no {thing} {name!r} {where}".rstrip()
    return (
        f"{said}; the nearest are: {', '.join(near)}"
        if near
        else f"{said}; there are: {', '.join(known[:30])}"
    )


def _one(con: Any, query: str, values: list[Any]) -> Found | None:
    found = _many(con, query, values)
    return found[0] if found else None


def _many(con: Any, query: str, values: list[Any]) -> list[Found]:
    result = con.execute(query, values)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _piece(con: Any, piece: Found) -> Found:
    """A piece of evidence with its sentence, and with the evidence that it rests on."""
    piece["before"], piece["after"] = _context(con, piece)
    if piece["via_evidence_id"]:
        via = _one(con, _VIA, [piece["via_evidence_id"]])
        piece["via"] = via
    return piece


_VIA = """SELECT table_name, row_id, column_name, source_id, derivation, arguments, exact, reason
FROM evidence WHERE evidence_id = ?"""


def _context(con: Any, piece: Found) -> tuple[str, str]:
    """What stands before and after the words: the rest of the sentence, if the text is at hand."""
    if piece["char_start"] is None:
        return "", ""
    held = _held_text(piece["text_file"])
    if held is None:
        return f"…{piece['prefix'] or ''}", f"{piece['suffix'] or ''}…"
    bounds = _one(
        con,
        "SELECT min(char_start) AS low, max(char_end) AS high FROM ledger"
        " WHERE source_id = ? AND char_start < ? AND char_end > ?",
        [piece["source_id"], piece["char_end"], piece["char_start"]],
    )
    low = min(
        bounds["low"] if bounds and bounds["low"] is not None else piece["char_start"],
        piece["char_start"],
    )
    high = max(
        bounds["high"] if bounds and bounds["high"] is not None else piece["char_end"],
        piece["char_end"],
    )
    return held[low : piece["char_start"]], held[piece["char_end"] : high]


def _held_text(name: str | None) -> str | None:
    """The text of a source where the package runs from a checkout; null elsewhere."""
    folder = data.folder()
    if name is None or folder.name != "datasets":
        return None
    path = folder.parent / name
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def wants_color(stream: TextIO) -> bool:
    """Whether to mark words by color: only on a terminal, and not where NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def text(found: Found, color: bool = False) -> str:
    """The trace as lines for a person."""
    lines = [f"{found['table']} {found['row']}  {found['column']}"]
    lines += [f"  {name} = {value}" for name, value in found["values"].items() if value is not None]
    if all(value is None for value in found["values"].values()):
        lines.append(f"  null: {found['absence'] or 'no claim'}")
    lines += _wrapped(found["description"], "  ")
    lines.append(f"  {_how_many(found)}")
    if found["role"] != "claim":
        lines.append(f"  This column is no claim but {found['role']}, so it needs no evidence.")
    for piece in found["evidence"]:
        lines += ["", *_piece_lines(piece, color)]
    if found["conflict"]:
        lines += ["", *_conflict_lines(found["conflict"])]
    return "\n".join(lines)


def _how_many(found: Found) -> str:
    n, independent = found["n_sources"], found["n_independent_sources"]
    if n < 2:
        return f"{n} source{'s' * (n == 0)}"
    return f"{n} sources, {independent} of them not known to depend on one another"


_STANCES = {
    "supports": "supports",
    "broader": "agrees, less exactly",
    "contests": "CONTESTS",
    "bears_on": "bears on the gap",
}


def _piece_lines(piece: Found, color: bool) -> list[str]:
    source = ", ".join(str(p) for p in (piece["publisher"], piece["published_edtf"]) if p)
    head = f"{_STANCES[piece['stance']]}: {piece['source_id']}" + (f" ({source})" if source else "")
    if piece["region"] and piece["region"] != "body":
        head += f", {piece['region']}"
    if piece["witness_source_id"] != piece["source_id"]:
        head += f", words of {piece['witness_source_id']}"
    lines = [f"  {head}"]
    if piece["title"]:
        lines += _wrapped(f"“{piece['title']}”", "    ")
    if piece["exact"] is not None:
        marked = f"\x1b[1;4m{piece['exact']}\x1b[0m" if color else f"[{piece['exact']}]"
        lines += _wrapped(f"{piece['before']}{marked}{piece['after']}", "    | ")
    lines.append(f"    {piece['derivation']} → {piece['value']}" + _arguments(piece))
    if piece["reason"]:
        lines += _wrapped(
            f"because: {piece['reason']}" if piece["exact"] else piece["reason"], "    "
        )
    if piece["derivation"] == "cited" and piece["url"]:
        lines.append(f"    {piece['url']}")
    lines += _via_lines(piece)
    lines.append(
        f"    written in datasets/reviewed/{piece['reviewed_file']}:{piece['reviewed_line']}"
    )
    return lines


def _arguments(piece: Found) -> str:
    return (
        f"  {piece['arguments']}" if piece["arguments"] and piece["derivation"] != "cited" else ""
    )


def _via_lines(piece: Found) -> list[str]:
    via = piece.get("via")
    if not via:
        return []
    cell = f"{via['table_name']} {via['row_id']} {via['column_name']}"
    if piece["derivation"] == "copied":
        return [f"    copied from {cell}: {via['derivation']} of the words above"]
    said = f"rests on the inference of {cell}: {via['reason']}"
    return _wrapped(said, "    ")


def _conflict_lines(conflict: Found) -> list[str]:
    rule = conflict["resolution"]
    settled = "not settled" if rule == "unresolved" else f"settled by {rule}"
    ruling = f"conflict ({conflict['kind']}), {conflict['n_sides']} sides; {settled}"
    return [f"  {ruling}", *_wrapped(conflict["reason"], "    ")]


def _wrapped(words: str, indent: str) -> list[str]:
    plain = " ".join(words.split())
    return textwrap.wrap(plain, WIDTH, initial_indent=indent, subsequent_indent=indent)
