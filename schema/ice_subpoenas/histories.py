"""What a trace lists: the course of an act, the reasons of all sides, what a figure is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb

from .prose.order import ordered
from .published import counted
from .sql import literals, rows
from .views import joined
from .vocabularies import Ground, Held, Side, Toward

Found = dict[str, Any]

LISTS = {"events": "events", "timeline": "events", "reasons": "reasons", "grounds": "reasons"}
"""The words, besides columns, that can be asked of an act, and the list that each gives."""


def of_act(con: duckdb.DuckDBPyConnection, act: str, asked: str) -> Found:
    """The events of an act in order, under `events`; or the `reasons` that all sides give."""
    what = LISTS[asked]
    if what == "events":
        found = ordered(rows(con, _EVENTS, [act]))
    else:
        found = [row | _meanings(row) for row in rows(con, _REASONS, [act])]
    return {"table": "acts", "row": act, "column": what, what: found}


_EVENTS = """SELECT v.event_id, coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    v.occurred_edtf IS NULL AS is_reported_by, v.kind, v.decides, v.result, v.part_of, v.summary,
    v.reason, concat_ws(', ', coalesce(i.name, i.described_as), g.name) AS who,
    v.occurred_earliest, v.occurred_latest, v.known_by,
    ea.n_subpoenas, v.n_sources, v.n_independent_sources, v.after_event_id,
    (SELECT string_agg('`' || CASE m.row_id WHEN v.event_id THEN m.other_row_id ELSE m.row_id END
        || '`', ', ' ORDER BY 1) FROM may_be_same m
    WHERE m.table_name = 'events' AND v.event_id IN (m.row_id, m.other_row_id)) AS may_be
FROM event_acts ea
JOIN events v ON v.event_id = ea.event_id
LEFT JOIN individuals_referenced i ON v.actor_individual_id = i.individual_id
LEFT JOIN agencies g ON v.actor_agency_id = g.agency_id
WHERE ea.act_id = ?"""

LATER = {
    "accepted": "A court later held the same.",
    "rejected": "A court later rejected it.",
    "not_reached": "A court later said that it need not decide on it.",
}
"""What a court made of a reason that was given out of court, before any ruling."""

RETOLD = " (only copies or retellings say so)"
"""The mark of what no witness says, right behind it."""


def marked(sentence: str, is_witnessed: bool) -> str:
    """A sentence that says at its end if no witness says so.

    >>> marked("A court rejected it.", False)
    'A court rejected it (only copies or retellings say so).'
    """
    return sentence if is_witnessed else f"{sentence.removesuffix('.')}{RETOLD}."


def answered(given: Iterable[tuple[str, bool]]) -> str:
    """The reasons of courts in answer to another, each with whether a witness tells it; or empty.

    >>> answered([("The objection is not for a court to weigh.", True)])
    'A court’s answer to this reason: The objection is not for a court to weigh.'
    """
    said = " ".join(marked(*each) for each in given)
    return f"A court’s answer to this reason: {said}" if said else ""


BY_EVENT = ("agency", "recipient", "court")
"""Sides for which, if nobody is named with a reason, it comes from whoever acts in its event."""

_BEFORE_COURT = """WITH given AS (
    SELECT g.ground_id, g.act_id, g.event_id, coalesce(v.occurred_latest, v.known_by, (
        SELECT min(t.published_latest) FROM evidence e JOIN sources t ON e.source_id = t.source_id
        WHERE e.table_name = 'grounds' AND e.row_id = g.ground_id AND e.column_name = 'ground'
    )) AS last_day
    FROM grounds g LEFT JOIN events v ON g.event_id = v.event_id WHERE v.proceeding_id IS NULL
), of_act AS (
    SELECT ground_id, last_day, act_id FROM given
    UNION SELECT d.ground_id, d.last_day, ea.act_id FROM given d
    JOIN event_acts ea ON d.event_id = ea.event_id
)
SELECT a.ground_id FROM of_act a
JOIN event_acts ea ON a.act_id = ea.act_id
JOIN events o ON ea.event_id = o.event_id AND o.kind = 'order'
GROUP BY a.ground_id, a.last_day
HAVING count(o.occurred_earliest) = count(*) AND a.last_day < min(o.occurred_earliest)"""


def before_court(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """Reasons given out of court, before any ruling of which their acts tell: `ground_id` of each.

    Without a day of its own, a reason is as old as the first page with its words.
    """
    return rows(con, _BEFORE_COURT)


_DISPUTED = joined("FROM disputed", ("doubts.dispute", "doubts.disputed"))


def disputed(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """Events on which sources disagree: `event_id`, and `words` that say on what."""
    return rows(con, _DISPUTED)


_REASONS = f"""SELECT r.ground_id, r.side, r.toward, r.ground, r.held, r.words, r.about,
    r.source_id, r.answers_ground_id, w.side AS answers_side, w.ground AS answers_ground, g.reason,
    s.publisher, s.url, v.event_id,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day, g.is_witnessed,
    concat_ws(', ', coalesce(i.name, i.described_as), b.name) AS who, -- as the page names them
    r.ground_id IN ({_BEFORE_COURT}) AS is_before_court,
    EXISTS (FROM evidence e JOIN sources t ON e.witness_source_id = t.source_id
        WHERE e.table_name = 'grounds' AND e.row_id = r.ground_id AND e.column_name = 'held'
            AND e.stance IN ('supports', 'broader') AND t.is_witness) AS is_held_witnessed,
    coalesce((
        SELECT list({{'ground': c.ground, 'is_witnessed': c.is_witnessed}} ORDER BY c.ground_id)
        FROM grounds c WHERE c.answers_ground_id = r.ground_id AND c.side = 'court'
            AND c.ground <> 'other'), []) AS answers_of_courts
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
    told = {
        f"{name}_means": next((code.definition for code in codes if code == row[name]), row[name])
        for name, codes in listed
    }
    later = LATER.get(row["held"]) if row["is_before_court"] else None
    held = later or told["held_means"]
    courts = [
        (next(code.definition for code in Ground if code == each["ground"]), each["is_witnessed"])
        for each in row["answers_of_courts"]
    ]
    return told | {
        "held_means": marked(held, row["is_held_witnessed"]) if held else None,
        "court_answered": answered(courts),
    }


# --- counts -----------------------------------------------------------------------------------


def of_counts(con: duckdb.DuckDBPyConnection, asked: Sequence[str]) -> Found:
    """A figure of `counts` and its parts: of a year, a state or a government, or a mix of these.

    Without a word, or by the word `all`, it is that of everything. The keys are `figure`, `parts`
    (totals of sources first, then acts), `sums` (what adds up to each number, by id), `merged`
    (people who may be one and count once) and `known_totals`. Raises ValueError where a word names
    none of these, or no act falls there.
    """
    figures = counted.figures(con)
    asked = [] if [word.lower() for word in asked] == [ALL] else asked
    words = [word.upper() if len(word) == len("CO") else word for word in asked]
    wanted = {_named(figures, word): word for word in words}
    figure = next((each for each in figures if _is(each, wanted)), None)
    if figure is None:
        raise ValueError(f"no act is counted under {' and '.join(map(repr, asked))} together")
    parts = counted.made_of(figure, counted.parts(con))
    return {
        "table": "counts",
        "row": " ".join(asked) or None,
        "figure": figure,
        "parts": parts,
        "sums": {name: counted.addends(parts, name) for name in SUMMED if figure[name]},
        "merged": counted.merged(parts, counted.pairs(con)),
        "known_totals": [] if asked else rows(con, _TOTALS),
    }


ALL = "all"
"""The word for everything together, where a year or a state may stand."""
SUMMED = ("n_subpoenas", "n_at_least", "n_persons")
"""Numbers of a figure that are sums of what acts and totals of sources give."""

_TOTALS = """SELECT k.known_total_id, k.counted, k.n_papers, k.statement, k.reason, k.source_id,
    s.publisher, s.url
FROM known_totals k LEFT JOIN sources s ON k.source_id = s.source_id ORDER BY known_total_id"""


def _named(figures: Sequence[Found], word: str) -> str:
    """Which column of `counts` a word names a value of."""
    for name in ("year", "state", "jurisdiction_id"):
        if word in {str(each[name]) for each in figures if each[name] is not None}:
            return name
    known = sorted({str(each[n]) for each in figures for n in ("year", "state") if each[n]})
    told = f"name a year, a state, or both, or `{ALL}`: {', '.join(known)}"
    raise ValueError(f"`counts` has nothing under {word!r}; {told}")


def _is(figure: Found, wanted: dict[str, str]) -> bool:
    """Whether a figure is that of these values and of no others."""
    names = ("year", "state", "jurisdiction_id")
    given = {name: str(figure[name]) for name in names if figure[name] is not None}
    if "jurisdiction_id" in wanted:
        return wanted.items() <= given.items()
    return given == wanted
