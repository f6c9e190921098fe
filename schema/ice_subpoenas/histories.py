"""What a trace lists: the course of an act, the reasons of all sides, what a figure is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from .published import counted
from .sql import literals, rows
from .vocabularies import Ground, Held, Side, Toward

Found = dict[str, Any]

LISTS = {"events": "events", "timeline": "events", "reasons": "reasons", "grounds": "reasons"}
"""The words, besides columns, that can be asked of an act, and the list that each gives."""


def of_act(con: duckdb.DuckDBPyConnection, act: str, asked: str) -> Found:
    """The events of an act in order, under `events`; or the `reasons` that all sides give."""
    what = LISTS[asked]
    found = rows(con, _EVENTS if what == "events" else _REASONS, [act])
    if what == "reasons":
        found = [row | _meanings(row) for row in found]
    return {"table": "acts", "row": act, "column": what, what: found}


_EVENTS = """SELECT v.event_id, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    v.occurred_edtf IS NULL AS is_reported_by, v.kind, v.decides, v.result, v.part_of, v.summary,
    concat_ws(', ', coalesce(i.name, i.described_as), g.name) AS who,
    ea.n_subpoenas, v.n_sources, v.n_independent_sources, v.after_event_id,
    (SELECT string_agg('`' || CASE m.row_id WHEN v.event_id THEN m.other_row_id ELSE m.row_id END
        || '`', ', ' ORDER BY 1) FROM may_be_same m
    WHERE m.table_name = 'events' AND v.event_id IN (m.row_id, m.other_row_id)) AS may_be
FROM event_acts ea
JOIN events v ON v.event_id = ea.event_id
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id
LEFT JOIN agencies g ON v.actor_agency_id = g.agency_id
LEFT JOIN events f ON v.after_event_id = f.event_id
WHERE ea.act_id = ?
ORDER BY coalesce(v.occurred_earliest, v.occurred_latest, f.occurred_latest, v.known_by),
    v.kind NOT IN ('issued', 'served'), coalesce(v.occurred_latest, v.known_by), v.event_id"""

BY_EVENT = ("agency", "recipient", "court")
"""Sides for which, if nobody is named with a reason, it comes from whoever acts in its event."""

_REASONS = f"""SELECT r.ground_id, r.side, r.toward, r.ground, r.held, r.words, r.source_id,
    r.answers_ground_id, w.side AS answers_side, w.ground AS answers_ground, g.reason,
    s.publisher, s.url, v.event_id,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day, g.is_witnessed,
    concat_ws(', ', coalesce(i.name, i.described_as), b.name) AS who -- as the page names them
FROM grounds_by_act r
JOIN grounds g ON g.ground_id = r.ground_id
LEFT JOIN grounds w ON r.answers_ground_id = w.ground_id
LEFT JOIN sources s ON r.source_id = s.source_id
LEFT JOIN events v ON g.event_id = v.event_id
LEFT JOIN events d ON g.event_id = d.event_id AND r.side IN ({literals(BY_EVENT)})
    AND g.said_by_individual_id IS NULL AND g.said_by_agency_id IS NULL
LEFT JOIN individuals_referenced i
    ON coalesce(g.said_by_individual_id, d.actor_individual_id) = i.individual_id
LEFT JOIN agencies b ON coalesce(g.said_by_agency_id, d.actor_agency_id) = b.agency_id
WHERE r.act_id = ?
ORDER BY array_position(['agency', 'recipient', 'superior', 'staff', 'court'], r.side::VARCHAR),
    r.toward, r.ground, r.ground_id"""


def _meanings(row: Found) -> Found:
    """What the codes of a reason mean; a code that is not known stands for itself."""
    listed = (
        *(("side", Side), ("toward", Toward), ("ground", Ground), ("held", Held)),
        ("answers_ground", Ground),
    )
    return {
        f"{name}_means": next((code.definition for code in codes if code == row[name]), row[name])
        for name, codes in listed
    }


# --- counts -----------------------------------------------------------------------------------


def of_counts(con: duckdb.DuckDBPyConnection, asked: Sequence[str]) -> Found:
    """A figure of `counts` and its parts: of a year, a state or a government, or a mix of these.

    The keys are `figure`, `parts` (totals of sources first, then acts) and `known_totals`. Raises
    ValueError where a word names none of these, or no act falls there.
    """
    figures = counted.figures(con)
    words = [word.upper() if len(word) == len("CO") else word for word in asked]
    wanted = {_named(figures, word): word for word in words}
    figure = next((each for each in figures if _is(each, wanted)), None)
    if figure is None:
        raise ValueError(f"no act is counted under {' and '.join(map(repr, asked))} together")
    return {
        "table": "counts",
        "row": " ".join(asked) or None,
        "figure": figure,
        "parts": counted.made_of(figure, counted.parts(con)),
        "known_totals": [] if asked else rows(con, _TOTALS),
    }


_TOTALS = """SELECT k.known_total_id, k.counted, k.n_papers, k.statement, k.reason, k.source_id,
    s.publisher, s.url
FROM known_totals k LEFT JOIN sources s ON k.source_id = s.source_id ORDER BY known_total_id"""


def _named(figures: Sequence[Found], word: str) -> str:
    """Which column of `counts` a word names a value of."""
    for name in ("year", "state", "jurisdiction_id"):
        if word in {str(each[name]) for each in figures if each[name] is not None}:
            return name
    known = sorted({str(each[n]) for each in figures for n in ("year", "state") if each[n]})
    told = f"name a year, a state, or both: {', '.join(known)}"
    raise ValueError(f"`counts` has nothing under {word!r}; {told}")


def _is(figure: Found, wanted: dict[str, str]) -> bool:
    """Whether a figure is that of these values and of no others."""
    names = ("year", "state", "jurisdiction_id")
    given = {name: str(figure[name]) for name in names if figure[name] is not None}
    if "jurisdiction_id" in wanted:
        return wanted.items() <= given.items()
    return given == wanted
