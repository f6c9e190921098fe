"""What is told of an act as a list: its course, the reasons of all sides, disputes, gaps."""

from collections.abc import Callable

import duckdb

from ..prose import disputes, unknown
from ..prose.known import Known
from ..prose.order import ordered
from ..prose.reasons import LATER, answered, marked
from ..sql import rows
from ..views import beside, joined
from ..vocabularies import Ground, Held, Side, Toward
from .found import Found
from .words import around


def of_act(con: duckdb.DuckDBPyConnection, act: str, asked: str) -> Found:
    """A list on an act, under the word that asks for it."""
    return {"table": "acts", "row": act, "column": asked, asked: LISTS[asked](con, act)}


def _events(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The events of an act, in order."""
    return ordered(rows(con, _EVENTS, [act]))


def _reasons(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The reasons that all sides give, with what their codes mean."""
    return [row | _meanings(row) for row in rows(con, _REASONS, [act])]


def _conflicts(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The disagreements on an act, each side with its passages, each of these once."""
    known = Known.of(con, disputes.READ)
    found = disputes.of_rows(
        known,
        disputes.rows_told(known, known.by_key["acts"][act]),
        lambda piece: disputes.value(known, piece),
        lambda fact: disputes.told_fact(known, fact),
    )

    def side(each: disputes.Side) -> Found:
        told = {
            (piece["source_id"], piece["before"], piece["exact"]): piece
            for piece in (_placed(known, row) for row in each.pieces)
        }
        return each._asdict() | {"pieces": list(told.values())}

    return [each._asdict() | {"sides": [side(s) for s in each.sides]} for each in found]


def _placed(known: Known, piece: Found) -> Found:
    """A piece with the words around it that are published, and with what its source is called."""
    source = known.by_key["sources"][piece["source_id"]]
    before, after = around(piece)
    named = {name: source[name] for name in ("publisher", "published_edtf")}
    return piece | named | {"before": before, "after": after}


def _unknown(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """What is not known of an act, each gap with what was looked for and when."""
    known = Known.of(con, unknown.READ)
    searches = known.by_key["searches"]
    return [
        {
            **vars(gap),
            "text": gap.text,
            **{
                name: searches.get(gap.search_id or "", {}).get(name)
                for name in ("looked_for", "searched_on")
            },
        }
        for gap in unknown.gaps(known, known.by_key["acts"][act])
    ]


LISTS: dict[str, Callable[[duckdb.DuckDBPyConnection, str], list[Found]]] = {
    "events": _events,
    "reasons": _reasons,
    "conflicts": _conflicts,
    "unknown": _unknown,
}
"""The words, besides columns, that can be asked of an act, with what each of them lists."""


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

BEFORE_COURT = """WITH given AS (
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
"""Reasons given out of court, before any ruling of which their acts tell: `ground_id` of each.

Without a day of its own, a reason is as old as the first page with its words.
"""
_TOLD = ("doubts.secondhand", "doubts.cell_told")
DISPUTED = joined("FROM disputed", ("doubts.dispute", "doubts.disputed"))
"""Events on which sources disagree: `event_id`, and `words` that say on what."""
SENDING_DISPUTES = joined("FROM sending_dispute", ("doubts.sending_dispute",))
"""Days of acts on which sources disagree: `act_id`, `column_name`, and the sending's `event_id`."""
MARKS = beside("overview", "FROM marks")
"""Acts with the marks of the sentence on who sent what to whom, as `in_short` has them."""
AT_LEAST = joined("FROM at_least", ("doubts.at_least",))
"""Numbers that words put as the least: table, row and column of each."""
WITNESSED = joined("FROM witnessed", (*_TOLD, "doubts.witnessed"))
"""Cells whose value a witness gives: table, row and column of each."""
UNSEEN = joined("FROM unseen", (*_TOLD, "doubts.unseen"))
"""Cells whose value no witness gives: table, row and column of each, and `who` gives it."""
NOT_NAMED = joined("FROM not_named", ("doubts.secondhand", "doubts.not_named"))
"""Events on several acts, each with an act whose recipient no witness names, and `who` names it."""
INFERRED = joined("FROM reasoned", ("doubts.inferred", *_TOLD, "doubts.reasoned"))
"""Cells that a reader's reasoning gives, alone or as all that witnesses have: table, row and column
of each, and `in_words`, who says it in words if no witness does."""

_TELLERS = f"""(SELECT u.who FROM ({UNSEEN}) u
        WHERE u.table_name = 'grounds' AND u.row_id = {{}}.ground_id AND u.column_name = '{{}}')"""
"""Who gives a cell of a reason if no witness does."""

_REASONS = f"""SELECT r.ground_id, r.side, r.toward, r.ground, r.held, r.words, r.about,
    r.source_id, r.answers_ground_id, w.side AS answers_side, w.ground AS answers_ground,
    concat_ws(', ', coalesce(wi.name, wi.described_as), wb.name) AS answers_who, g.reason,
    s.publisher, s.url, v.event_id,
    coalesce(v.occurred_edtf, '[..' || v.known_by || ']') AS day,
    {_TELLERS.format("g", "ground")} AS tellers,
    concat_ws(', ', coalesce(i.name, i.described_as), b.name) AS who, -- as the page names them
    r.ground_id IN ({BEFORE_COURT}) AS is_before_court,
    {_TELLERS.format("g", "held")} AS held_tellers,
    coalesce((
        SELECT list({{'ground': c.ground, 'tellers': {_TELLERS.format("c", "ground")}}}
            ORDER BY c.ground_id)
        FROM grounds c WHERE c.answers_ground_id = r.ground_id AND c.side = 'court'
            AND c.ground <> 'other'), []) AS answers_of_courts
FROM grounds_by_act r
JOIN grounds g ON g.ground_id = r.ground_id
LEFT JOIN grounds w ON r.answers_ground_id = w.ground_id
LEFT JOIN sources s ON r.source_id = s.source_id
LEFT JOIN events v ON g.event_id = v.event_id
LEFT JOIN individuals_referenced i ON g.said_by_individual_id = i.individual_id
LEFT JOIN agencies b ON g.said_by_agency_id = b.agency_id
LEFT JOIN individuals_referenced wi ON w.said_by_individual_id = wi.individual_id
LEFT JOIN agencies wb ON w.said_by_agency_id = wb.agency_id
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
        (next(code.definition for code in Ground if code == each["ground"]), each["tellers"])
        for each in row["answers_of_courts"]
    ]
    return told | {
        "held_means": marked(held, row["held_tellers"]) if held else None,
        "court_answered": answered(courts),
    }
