"""The sheets `rulings`, in the order of the days, and `court matters`, ruled on or not."""

from collections.abc import Mapping
from typing import Any

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...views import VIEW, joined

RULINGS = VIEW["rulings"]
RULING = {
    "directed_at": "directed at",
    "is_witnessed": "told by a witness",
    "judge_title": "judge's title",
    "status_of_acts": "what it makes of its acts",
}
STATE = own("state", "USPS code of the state.")
GOVERNMENT = own("government", "The governments whose acts the ruling is on.")


def sheet(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `rulings` as a sheet, with the days in words."""
    declared = [column for column in RULINGS.columns() if column.name != "event_id"]
    columns = [declared[0], STATE, GOVERNMENT, *declared[1:]]
    rows = con.sql(_PLACED).to_arrow_table().to_pylist()
    listed = [row | _in_words(row) for row in rows]
    said = f"{RULINGS.about()} {RULINGS.caution}"
    return xlsx.Sheet("rulings", columns, listed, said, RULING, narrow={"summary": 60})


_PLACED = """SELECT r.*, string_agg(DISTINCT o.state, ', ' ORDER BY o.state) AS state,
    string_agg(DISTINCT o.government, ', ' ORDER BY o.government) AS government
FROM rulings r
JOIN event_acts ea ON r.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
JOIN events v ON r.event_id = v.event_id
GROUP BY ALL ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), r.event_id"""


def _in_words(row: Mapping[str, Any]) -> dict[str, str]:
    """The day and the codes of a ruling, and whether a witness tells of it."""
    names = ("decides", "result", "status_of_acts")
    codes = {name: (row[name] or "").replace("_", " ") for name in names}
    told = "yes" if row["is_witnessed"] else "no"
    return codes | {"day": when(row["day"]), "is_witnessed": told}


MATTERS = [
    own("matter", "The court matter: the key of `proceedings`."),
    own("acts", "The acts that it concerns, separated by commas."),
    own("kind", "What kind of matter it is."),
    own(
        "begun by",
        "Who began it; `sources disagree` if they do; empty if no source that was read says so.",
    ),
    own(
        "against",
        "Against whom; of a petition to enforce several acts, their governments; `sources "
        "disagree` if they do. Empty if no source that was read says so, or if there are several "
        "others.",
    ),
    own(
        "further parties",
        "Parties that the two columns before do not name, or name otherwise, in the words of a "
        "source.",
    ),
    own("asked", "What the court was asked, in the words of a source."),
    own("court", "The court; empty if no source that was read names it."),
    own("docket", "The docket number; empty if no source that was read gives it."),
    own("citation", "Where a ruling of it is reported."),
    own("rulings", "How many rulings are known; they are in the sheet `rulings`."),
    own("last known step", "What last happened in it, as far as the pages that were read say."),
    own("note", "What else is to be known of it."),
]


HELPERS = ("doubts.secondhand", "doubts.not_named")
"""The relations that the sheet takes besides tables and views."""


def matters(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """Every court matter on an act in scope, by its first step."""
    rows = con.sql(joined(_MATTERS, HELPERS)).to_arrow_table().to_pylist()
    listed = [row | {"kind": row["kind"].replace("_", " ")} for row in rows]
    said = "Court matters on the acts of the sheet `overview`, ruled on or not."
    return xlsx.Sheet("court matters", MATTERS, listed, said)


_MATTERS = """SELECT p.proceeding_id AS matter,
    string_agg(DISTINCT o.act, ', ' ORDER BY o.act) AS acts, p.kind::VARCHAR AS kind,
    coalesce(max(pa.name), max(pi.name),
        if(bool_or(x.column_name LIKE 'petitioner%'), 'sources disagree', NULL)) AS "begun by",
    coalesce(max(ra.name), max(ri.name), CASE
        WHEN bool_or(x.column_name LIKE 'respondent%') THEN 'sources disagree'
        WHEN max(p.kind) = 'enforcement' AND count(DISTINCT o.act) > 1
        THEN string_agg(DISTINCT o.government, ', ' ORDER BY o.government)
            || coalesce(' (only ' || max(n.who) || ' name them)', '')
    END) AS against, p.further_parties AS "further parties", p.asked,
    p.court_name || if(bool_or(k.column_name = 'court'), ' (a reader’s inference)', '') AS court,
    p.docket || if(bool_or(k.column_name = 'docket'), ' (a reader’s inference)', '') AS docket,
    p.citation,
    count(DISTINCT r.event_id)::VARCHAR AS rulings,
    arg_max(v.summary, coalesce(v.occurred_earliest, v.known_by)) AS "last known step",
    p.reason AS note
FROM proceedings p
JOIN events v ON v.proceeding_id = p.proceeding_id
JOIN event_acts ea ON v.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
LEFT JOIN not_named n ON ea.act_id = n.act_id AND ea.event_id = n.event_id
LEFT JOIN rulings r ON v.event_id = r.event_id
LEFT JOIN claim_support k ON k.table_name = 'proceedings' AND k.row_id = p.proceeding_id
    AND k.is_inferred
LEFT JOIN conflicts x ON x.table_name = 'proceedings' AND x.row_id = p.proceeding_id
LEFT JOIN agencies pa ON p.petitioner_agency_id = pa.agency_id
LEFT JOIN agencies ra ON p.respondent_agency_id = ra.agency_id
LEFT JOIN individuals_referenced pi ON p.petitioner_individual_id = pi.individual_id
    AND pi.naming_decision = 'public_role'
LEFT JOIN individuals_referenced ri ON p.respondent_individual_id = ri.individual_id
    AND ri.naming_decision = 'public_role'
GROUP BY p.proceeding_id, p.kind, p.further_parties, p.asked, p.court_name, p.docket,
    p.citation, p.reason
ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), p.proceeding_id"""
