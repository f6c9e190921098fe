"""Where a cell comes from: its value, each piece of evidence with its words, rivals and the ruling.

In a checkout the whole sentence of a held text is shown, since the text is there; elsewhere the
words between their prefix and suffix.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from . import data, histories
from .derivations import edtf
from .prose import unknown
from .published.overview import OVERVIEW
from .row import Column, Row
from .sql import nearest, quoted, rows
from .tables import TABLE, TABLES

Found = dict[str, Any]


def trace(
    table: str, row: str | None = None, column: str | None = None, place: Path | str | None = None
) -> Found:
    """A cell with its evidence, rivals, conflict and independence; or all cells of a row.

    Takes a table, a row's id, and a column or the stem that columns share; or a row's id, with or
    without a column, whose table is then looked for. Of an act, a column may also be one of the
    overview. `place` is a folder of published files, if not the installed ones. Without a column
    the result has the keys `table`, `row`, `about`, `in_short` and `note` (of an act, its sentence
    in the overview and what else is to be known) and `cells`, one cell a stem; of a column of the
    overview, `cells` are those whose words give it. `events`, `reasons` and `unknown` of an
    act are lists of rows, and the table `counts` gives what a figure is made of (see `histories`).
    Raises ValueError with the nearest names where one of them does not exist.
    """
    with contextlib.closing(data.connect(place)) as con:
        if table == "counts":
            return histories.of_counts(con, [word for word in (row, column) if word])
        if row is None:
            table, row = _found(con, table)
        elif column is None and table not in {*TABLE, OVERVIEW.table}:
            column = row
            table, row = _found(con, table, "table or row")
            if table == "acts" and column in _TOLD and _short(con, row):
                table = OVERVIEW.table
        elif table not in {*TABLE, OVERVIEW.table} and _holding(con, table):
            enough = f"a row and one column are enough: `trace {table} {row}`"
            raise ValueError(f"too many words; {enough}")
        if column == unknown.WORD and table in ("acts", OVERVIEW.table):
            return unknown.of_act(con, _values(con, TABLE["acts"], row)["act_id"])
        if column in histories.LISTS and table in ("acts", OVERVIEW.table):
            return histories.of_act(con, _values(con, TABLE["acts"], row)["act_id"], column)
        told = _of_overview(table, column)
        if told and (told.words or told.name == ADDRESSES):
            return _told(con, told, row)
        if told or table == OVERVIEW.table:  # what is made of the whole act
            table, column = "acts", None
        declared = _declared(table)
        values = _values(con, declared, row)
        if column is not None:
            return _followed(con, _cell(con, declared, row, _stem(declared, column), values))
        cells = [_cell(con, declared, row, stem, values) for stem in declared.stems()]
        short = _short(con, row) if table == "acts" else None
        note = values["remark"] if table == "acts" else None
    return {
        "table": table,
        "row": row,
        "about": declared.about(),
        "in_short": short,
        "note": note,
        "cells": cells,
    }


def _short(con: duckdb.DuckDBPyConnection, act: str) -> str | None:
    """The sentence of the overview on an act; null of what is not in it."""
    found = _one(con, "SELECT in_short FROM overview WHERE act = ?", [act])
    return found["in_short"] if found else None


def _found(con: duckdb.DuckDBPyConnection, row: str, thing: str = "row") -> tuple[str, str]:
    """The table that has a row of this id, and the id; ValueError where none has."""
    if row in TABLE or row == OVERVIEW.table:
        raise ValueError(f"{row} is a table; name a row of it too, such as `trace {row} ID`")
    table = _holding(con, row)
    if table:
        return table, row
    near = con.execute(_NEAR, [row.lower().replace("-", " ")]).fetchall()
    if near:
        acts = " or ".join(repr(key) for (key,) in near)
        raise ValueError(f"there is no {thing} {row!r}; did you mean {acts}?")
    known = [
        str(key)
        for name in ("acts", "subpoenas", "events", "sources")
        for (key,) in con.execute(_keys(name)).fetchall()
    ]
    raise ValueError(_unknown(thing, row, known if thing == "row" else [*TABLE, *known]))


_NEAR = """SELECT act FROM overview o JOIN jurisdictions s ON s.kind = 'state' AND s.state = o.state
WHERE length($1) > 1 AND ($1 IN (lower(o.state), lower(s.name)) OR contains(lower(government), $1))
ORDER BY act"""
"""Acts of a government, or of a state, by its name or a part of it."""


def _holding(con: duckdb.DuckDBPyConnection, row: str) -> str:
    """The first table that has a row of this id: acts before what belongs to them; else empty."""
    for name in ("acts", *(table.table for table in TABLES)):
        if con.execute(f"FROM ({_keys(name)}) k(id) WHERE id::VARCHAR = ?", [row]).fetchone():
            return name
    return ""


def _keys(name: str) -> str:
    return f"SELECT {quoted(TABLE[name].key)} FROM {quoted(name)}"


def _values(con: duckdb.DuckDBPyConnection, declared: type[Row], row: str) -> Found:
    """A row of a table; ValueError with the nearest id where there is none."""
    values = _one(con, _row(declared), [row])
    if values is None:
        ids = con.execute(_keys(declared.table)).fetchall()
        raise ValueError(_unknown("row", row, [key for (key,) in ids], f" of {declared.table}"))
    return values


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
        told = [*histories.LISTS, unknown.WORD, *_TOLD] if declared.table == "acts" else []
        own = [name for name in (*columns, *declared.stems()) if name != "reason"]  # see `reasons`
        names = list(dict.fromkeys([*told, *own]))
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
    evidence = rows(con, _EVIDENCE, cell)
    support = _one(con, f"FROM claim_support WHERE {where}", cell) if evidence else None
    absent = _one(con, f"SELECT reason, search_id FROM absences WHERE {where}", cell)
    return {
        "table": declared.table,
        "row": row,
        "column": stem,
        "role": columns[0].role,
        "description": columns[0].description,
        "values": {each.name: values[each.name] for each in columns},
        "cut": _cut(con, stem, values, evidence),
        "event_id": _event_id(stem, values),
        "absence": absent["reason"] if absent else None,
        "known_by": _known_by(con, row)
        if (declared.table, stem) == ("events", "occurred")
        else None,
        "parts": _parts(con, declared, stem, values),
        "search_id": absent["search_id"] if absent else None,
        "n_sources": support["n_sources"] if support else 0,
        "n_independent_sources": support["n_independent_sources"] if support else 0,
        "conflict": _one(con, f"FROM conflicts WHERE {where}", cell),
        "evidence": [_piece(con, each) for each in evidence],
    }


def _known_by(con: duckdb.DuckDBPyConnection, event: str) -> Found | None:
    """The day by which an event was known, and the source that had appeared by then."""
    return _one(con, _KNOWN_BY, [event])


_KNOWN_BY = """SELECT v.known_by AS day, s.source_id, s.publisher, s.url
FROM events v
JOIN evidence e ON e.table_name = 'events' AND e.row_id = v.event_id
JOIN sources s ON e.source_id = s.source_id AND s.published_latest = v.known_by
WHERE v.event_id = ? AND v.known_by IS NOT NULL
ORDER BY NOT s.is_witness, s.source_id"""


def _parts(
    con: duckdb.DuckDBPyConnection, declared: type[Row], stem: str, values: Found
) -> list[Found]:
    """If an act has no value: those of its subpoenas, each with how many have it."""
    columns = TABLE["subpoenas"].stems().get(stem)
    empty = all(values[each.name] is None for each in declared.stems()[stem])
    if declared is not TABLE["acts"] or not columns or not empty:
        return []
    name = quoted(columns[0].name)
    query = f"""SELECT {name} AS value, count(*) AS n FROM subpoenas
        WHERE act_id = ? AND {name} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"""
    return rows(con, query, [values["act_id"]])


def _event_id(stem: str, values: Found) -> str | None:
    """The event that a status follows from, or that its day or any other part of it does."""
    name = _event_column(stem)
    return values[name] if f"{name.removesuffix('_event_id')}_is_witnessed" in values else None


def _event_column(stem: str) -> str:
    """The column that names the event of a status, whichever column of the status is given."""
    return f"{re.sub('_(status|as_of|event_id|is_witnessed)$', '', stem)}_event_id"


def _followed(con: duckdb.DuckDBPyConnection, cell: Found) -> Found:
    """A cell; of a status, with the words of the event that it follows from.

    `event` then has the event's summary and its cells: what happened, when, to how many papers,
    and in which court.
    """
    event = _event(con, cell, cell["event_id"])
    return cell | {"event": event} if event else cell


def _event(con: duckdb.DuckDBPyConnection, cell: Found, event_id: str | None) -> Found | None:
    """The id and the summary of an event, and the cells that say what a cell tells of it."""
    event = _row_of(con, "events", event_id) if event_id else None
    if event is None:
        return None
    told = [_cell_of(con, "events", event, "result" if event["result"] else "kind")]
    told.append(_cell_of(con, "events", event, "occurred"))
    query = "FROM event_acts WHERE event_id = ? AND act_id = ? AND n_subpoenas IS NOT NULL"
    act = (_row_of(con, cell["table"], cell["row"]) or {}).get("act_id", "")
    for part in rows(con, query, [event["event_id"], act]):
        told.append(_cell_of(con, "event_acts", part, "n_subpoenas"))
    matter = _row_of(con, "proceedings", event["proceeding_id"] or "")
    if matter and matter["court"] and cell["column"].startswith("enforcement"):
        told.append(_cell_of(con, "proceedings", matter, "court"))
    return {
        "event_id": event_id,
        "summary": event["summary"],
        "reason": event["reason"],
        "cells": told,
    }


def _row_of(con: duckdb.DuckDBPyConnection, table: str, row: str) -> Found | None:
    return _one(con, _row(TABLE[table]), [row])


def _cell_of(con: duckdb.DuckDBPyConnection, table: str, values: Found, stem: str) -> Found:
    declared = TABLE[table]
    return _cell(con, declared, values[declared.key], stem, values)


# --- the overview -----------------------------------------------------------------------------

_TOLD = {column.name: column for column in OVERVIEW.columns()}
ADDRESSES = "sources"
"""The column of the overview that lists addresses: each is shown with what its words give."""


def _of_overview(table: str, column: str | None) -> Column | None:
    """The column of the overview that is asked for; null where it is a table's own."""
    if table == OVERVIEW.table and column is not None and column not in _TOLD:
        raise ValueError(_unknown("column", column, list(_TOLD), f" in {table}"))
    own = TABLE["acts"]
    is_own = column in own.column_map() or column in own.stems()
    if column is None or not (table == OVERVIEW.table or (table == "acts" and not is_own)):
        return None
    return _TOLD.get(column)


def _told(con: duckdb.DuckDBPyConnection, column: Column, act: str) -> Found:
    """A column of the overview with the cells whose words give it; addresses with what they give.

    Of cells that stand for one another the first that has a value is shown. Of a status the other
    events of its kind are listed too, or all events where it has none.
    """
    row = _one(con, f"FROM {quoted(OVERVIEW.table)} WHERE act = ?", [act])
    if row is None:
        acts = con.execute(f"SELECT act FROM {quoted(OVERVIEW.table)}").fetchall()
        raise ValueError(_unknown("row", act, [key for (key,) in acts], " of the overview"))
    found: Found = {
        "table": OVERVIEW.table,
        "row": act,
        "column": column.name,
        "description": column.description,
        "value": row[column.name],
        "note": (_row_of(con, "acts", act) or {}).get("remark"),
    }
    if column.name == ADDRESSES:
        return found | {"addresses": rows(con, _ADDRESSES, [act])}
    groups = [list(_cells(con, each, act)) for each in column.words]
    cells = next((g for g in groups if any(_is_given(cell) for cell in g)), groups[0])
    is_status = bool(cells) and _event_column(cells[0]["column"]) in TABLE["acts"].column_map()
    told = rows(con, _TOLD_OF, [act, column.name]) if is_status else []
    found["cells"] = [_telling(con, cell, told) for cell in cells]
    if is_status and found["value"] is not None:
        event = cells[0]["event_id"]
        known = [each["event_id"] for each in told]
        others = rows(con, _OTHERS, [act, event])
        found["others"] = [each for each in others if each["event_id"] not in known]
    return found


_TOLD_OF = """SELECT event_id, is_earlier FROM events_in_overview
WHERE act_id = ? AND column_name = ? ORDER BY is_earlier"""


def _telling(con: duckdb.DuckDBPyConnection, cell: Found, told: Iterable[Found]) -> Found:
    """A cell with each event that the overview tells of: `event`, and `earlier` before it."""
    events = {
        "earlier" if each["is_earlier"] else "event": _event(con, cell, each["event_id"])
        for each in told
    }
    return cell | events


def _is_given(cell: Found) -> bool:
    return any(value is not None for value in cell["values"].values())


_OTHERS = """SELECT v.event_id, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    v.kind, v.result, v.summary, v.reason
FROM event_acts ea JOIN events v ON v.event_id = ea.event_id
WHERE ea.act_id = $1
    AND (CAST($2 AS VARCHAR) IS NULL OR v.kind = (SELECT kind FROM events WHERE event_id = $2)
        OR v.after_event_id = $2)
ORDER BY coalesce(v.occurred_latest, v.known_by), v.event_id"""


def _cells(con: duckdb.DuckDBPyConnection, name: str, act: str) -> Iterable[Found]:
    """The cells `TABLE.STEM` that belong to an act: its own, its government's, or of its parts."""
    table, stem = name.split(".")
    declared = TABLE[table]
    key = quoted(declared.key)
    ids = f"SELECT {key} FROM acts WHERE act_id = ?"
    if table != "acts" and "act_id" in declared.column_map():
        ids = f"SELECT {key} FROM {quoted(table)} WHERE act_id = ?"
    for values in rows(con, f"FROM {quoted(table)} WHERE {key} IN ({ids}) ORDER BY {key}", [act]):
        yield _cell_of(con, table, values, stem)


_ADDRESSES = """SELECT s.url, s.source_id, s.publisher, s.published_edtf, s.standing, s.is_witness,
    r.words_of, s.title, r.note,
    list_sort(list(DISTINCT e.table_name || ' ' || e.row_id || ' ' || e.column_name)) AS gives
FROM act_sources r
JOIN acts a ON a.act_id = r.act_id
JOIN evidence e ON e.source_id = r.source_id AND e.stance IN ('supports', 'broader')
    AND CASE e.table_name
    WHEN 'acts' THEN e.row_id = a.act_id
    WHEN 'events'
    THEN e.row_id IN (a.response_event_id, a.enforcement_event_id, a.outcome_event_id) END
JOIN sources s ON s.source_id = r.source_id
WHERE r.act_id = ? AND s.url IS NOT NULL
GROUP BY ALL ORDER BY s.is_witness DESC, s.url, s.source_id"""


def _cut(
    con: duckdb.DuckDBPyConnection, stem: str, values: Found, evidence: Sequence[Found]
) -> Found:
    """The bounds of a day that no words give: those by which the rule of docs/words.md cut it.

    Keys `not_before` and `not_after`, each null where words give the bound, or nothing does;
    `words`, the days that words alone allow; `after`, the event before which it cannot be.
    """
    words = [p["value"] for p in evidence if p["stance"] in ("supports", "broader")]
    if f"{stem}_edtf" not in values or not words:
        return {"not_before": None, "not_after": None, "words": None, "after": None}
    earliest, latest = (values[f"{stem}_{side}"] for side in ("earliest", "latest"))
    allowed = edtf.together(edtf.read(each) for each in words)
    first, last = edtf.bounds(allowed)
    before = earliest if earliest != first else None
    after = latest if latest != last else None
    event = _row_of(con, "events", values.get("after_event_id") or "") if before else None
    return {
        "not_before": before,
        "not_after": after,
        "words": edtf.label(allowed) if before or after else None,
        "after": event if event and event["occurred_earliest"] == before else None,
    }


_EVIDENCE = """SELECT e.*, s.title, s.publisher, s.published_edtf, s.url, s.standing, s.text_file,
    w.publisher AS witness_publisher
FROM evidence e JOIN sources s ON s.source_id = e.source_id
LEFT JOIN sources w ON w.source_id = e.witness_source_id
WHERE e.table_name = ? AND e.row_id = ? AND e.column_name = ?
ORDER BY e.stance IN ('supports', 'broader') DESC, e.stance = 'contests' DESC, w.is_witness DESC,
    e.source_id, e.char_start, e.evidence_id"""


def _one(con: duckdb.DuckDBPyConnection, query: str, values: Iterable[str | None]) -> Found | None:
    return next(iter(rows(con, query, values)), None)


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
        return _whole_words(piece["prefix"] or "", piece["suffix"] or "", piece["is_refound"])
    bounds = _one(con, _SENTENCE, [piece["source_id"], str(end), str(start)]) or {}
    low, high = (bounds.get(side) for side in ("low", "high"))
    low = start if low is None else min(low, start)
    high = end if high is None else max(high, end)
    return held[low:start], held[end:high]


def _whole_words(before: str, after: str, is_cut: bool) -> tuple[str, str]:
    """What stands around words, without the halves of words where it was cut from a text.

    >>> _whole_words("rity to issue ", " of four pap", True)
    ('…to issue ', ' of four…')
    """
    if not is_cut:
        return before, after
    return "…" + re.sub(r"^\S*\s", "", before), re.sub(r"\s\S*$", "", after) + "…"


_SENTENCE = """SELECT min(char_start) AS low, max(char_end) AS high FROM ledger
WHERE source_id = ? AND char_start < CAST(? AS INTEGER) AND char_end > CAST(? AS INTEGER)"""


def _held_text(name: str | None) -> str | None:
    """The text of a source where the package runs from a checkout; null elsewhere."""
    folder = data.checkout()
    path = folder.parent / name if folder and name else None
    return path.read_bytes().decode("utf-8") if path and path.is_file() else None
