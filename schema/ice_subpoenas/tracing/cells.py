"""A cell: its value, why it is empty, what cuts its day, and its evidence."""

import re
from collections.abc import Sequence

import duckdb

from ..derivations import edtf
from ..row import Row
from ..sql import quoted, rows
from ..tables import TABLE
from .found import ASKED, Found, one, row_of
from .words import in_sentence


def read_cell(
    con: duckdb.DuckDBPyConnection, declared: type[Row], row: str, stem: str, values: Found
) -> Found:
    """A cell, all columns of a stem together: its values, evidence, and what is said of it."""
    where = "table_name = ? AND row_id = ? AND column_name = ?"
    cell = [declared.table, row, stem]
    columns = declared.stems()[stem]
    evidence = rows(con, ASKED["evidence"], cell)
    support = one(con, f"FROM claim_support WHERE {where}", cell) if evidence else None
    absent = one(con, f"SELECT reason, search_id FROM absences WHERE {where}", cell)
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
        "known_by": one(con, ASKED["known by"], [row]) if (declared.table, stem) == DAY else None,
        "parts": _parts(con, declared, stem, values),
        "search_id": absent["search_id"] if absent else None,
        "n_sources": support["n_sources"] if support else 0,
        "n_independent_sources": support["n_independent_sources"] if support else 0,
        "retold": (one(con, ASKED["retold"], cell) or {}).get("retold") if stem in DAYS else None,
        "conflict": one(con, f"FROM conflicts WHERE {where}", cell),
        "evidence": [in_sentence(con, each) for each in evidence],
    }


def cell_of(con: duckdb.DuckDBPyConnection, table: str, values: Found, stem: str) -> Found:
    """A cell of a row that has been read."""
    declared = TABLE[table]
    return read_cell(con, declared, values[declared.key], stem, values)


DAYS = ("served", "issued", "occurred")
"""Stems of days, of which only copies may tell, though witnesses give less, such as a weekday."""

DAY = ("events", "occurred")
"""The cell without whose value the day counts by which an event was known."""


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
    name = event_column(stem)
    return values[name] if f"{name.removesuffix('_event_id')}_is_witnessed" in values else None


def event_column(stem: str) -> str:
    """The column that names the event of a status, whichever column of the status is given."""
    return f"{re.sub('_(status|as_of|event_id|is_witnessed)$', '', stem)}_event_id"


def followed(con: duckdb.DuckDBPyConnection, cell: Found) -> Found:
    """A cell; of a status, with the words of the event that it follows from.

    `event` then has the event's summary and its cells: what happened, when, to how many papers,
    and in which court.
    """
    event = event_of(con, cell, cell["event_id"])
    return cell | {"event": event} if event else cell


def event_of(con: duckdb.DuckDBPyConnection, cell: Found, event_id: str | None) -> Found | None:
    """The id and the summary of an event, and the cells that say what a cell tells of it."""
    event = row_of(con, "events", event_id) if event_id else None
    if event is None:
        return None
    told = [cell_of(con, "events", event, "result" if event["result"] else "kind")]
    told.append(cell_of(con, "events", event, "occurred"))
    query = "FROM event_acts WHERE event_id = ? AND act_id = ? AND n_subpoenas IS NOT NULL"
    act = (row_of(con, cell["table"], cell["row"]) or {}).get("act_id", "")
    for part in rows(con, query, [event["event_id"], act]):
        told.append(cell_of(con, "event_acts", part, "n_subpoenas"))
    matter = row_of(con, "proceedings", event["proceeding_id"] or "")
    if matter and matter["court"] and cell["column"].startswith("enforcement"):
        told.append(cell_of(con, "proceedings", matter, "court"))
    return {
        "event_id": event_id,
        "summary": event["summary"],
        "reason": event["reason"],
        "cells": told,
    }


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
    event = row_of(con, "events", values.get("after_event_id") or "") if before else None
    return {
        "not_before": before,
        "not_after": after,
        "words": edtf.label(allowed) if before or after else None,
        "after": event if event and event["occurred_earliest"] == before else None,
    }
