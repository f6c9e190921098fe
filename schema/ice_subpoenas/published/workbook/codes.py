"""The sheet `codes`: the statuses of each act, to filter and to count by."""

from collections.abc import Mapping
from dataclasses import replace

import duckdb
import pyarrow as pa

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...prose.wording import clause
from ...row import Column
from ...tables import TABLE
from ...views import joined
from .own import own, view

OVERVIEW = view("overview")
STATUSES = {"answer": "response_status", "court": "enforcement_status", "outcome": "outcome"}
"""Columns of the overview, each with the column of `acts` that it puts into words."""
UNCODED = {
    "answer": {
        "not_found": "no answer was found",
        "other": "answered, but how, or how fully, is not known",
    },
    "court": {
        "not_found": "no step in court, and no announcement of one, was found",
        "other": "a court matter of another kind, as `court` of the sheet `overview` says",
    },
    "outcome": {
        "not_found": "how it ended was not found",
        "other": "an outcome of another kind, as `outcome` of the sheet `overview` says",
    },
}
"""What stands in place of a code of the data, and what it means."""
HELPERS = ("days.sending", "doubts.inferred", "doubts.reasoned")
"""The relations that the sheet takes besides tables and views."""
RESTS_ON = "On what `{}` rests, if not on a source's own word, joined by semicolons."


def sheet(con: duckdb.DuckDBPyConnection, shown: pa.Table) -> xlsx.Sheet:
    """The statuses of each act as codes, to filter and to count by."""
    codes = {
        name: {
            str(code): code.definition.rstrip(".")
            for code in TABLE["acts"].column_map()[column].vocabulary or ()
        }
        for name, column in STATUSES.items()
    }
    declared = {column.name: column for column in OVERVIEW.columns()}
    columns = [
        declared["act"],
        declared["government"],
        replace(own("year", "The year in which the act counts in the sheet `counts`."), type=int),
        declared["day"],
        *(
            column
            for name, said in codes.items()
            for column in _with_rests(
                name, f"The code of `{name}`. {_listed(UNCODED[name])}. {_listed(said)}."
            )
        ),
        own("codes mean", "What the codes of the answer, the court and the outcome mean."),
        *_with_rests("kind of subpoena", f"The code of `acts.instrument`. {_listed(_kinds(con))}."),
        *_with_rests(
            "law cited", "The law on which the paper rests, as far as a source prints it."
        ),
        own(
            "respond by",
            "The last day to respond, or the number of days; empty if neither is known.",
        ),
        own("note", "What else you should know about the act, as its page says."),
    ]
    told = {name: UNCODED[name] | said for name, said in codes.items()}
    con.register("shown", shown)
    rows = [
        row
        | {"codes mean": "; ".join(f"{name}: {clause(told[name][row[name]])}" for name in told)}
        | {"respond by": when(row["last_day"]) if row["last_day"] else row["respond by"]}
        for row in con.sql(joined(_CODES, HELPERS)).to_arrow_table().to_pylist()
    ]
    con.unregister("shown")
    said = "One row per act. The sheet `overview` says the same in sentences, with days and doubts."
    return xlsx.Sheet("codes", columns, rows, said)


def _with_rests(name: str, means: str) -> tuple[Column, Column]:
    """A column of the sheet, and the one that says on what its values rest."""
    return own(name, means), own(f"{name} rests on", RESTS_ON.format(name))


def _listed(codes: Mapping[str, str]) -> str:
    """Codes with what they mean, in one line."""
    return "; ".join(f"`{code}`: {means}" for code, means in codes.items())


def _kinds(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The kinds of subpoenas that are counted, with what they mean."""
    found = con.execute("SELECT DISTINCT instrument::VARCHAR FROM acts WHERE in_scope").fetchall()
    counted = {code for (code,) in found}
    codes = TABLE["acts"].column_map()["instrument"].vocabulary or ()
    return {str(code): code.definition.rstrip(".") for code in codes if str(code) in counted}


_CODES = """WITH rests AS (
    SELECT act_id, column_name, rests_on FROM how_known WHERE NOT is_earlier
    UNION ALL
    SELECT c.row_id, c.column_name, nullif(concat_ws('; ', r.rests_on,
        CASE WHEN c.n_independent_sources = 0 THEN 'copies or retellings alone' END), '')
    FROM claim_support c LEFT JOIN reasoned r USING (table_name, row_id, column_name)
    WHERE table_name = 'acts'
), known AS (
    PIVOT rests ON column_name
    IN ('answer', 'court', 'outcome', 'instrument', 'authority_citation', 'authority_as_printed')
    USING any_value(rests_on) GROUP BY act_id
)
SELECT act, government, y.year, o.day,
    coalesce(a.response_status::VARCHAR, if(o.answer IS NULL, 'not_found', 'other')) AS answer,
    k.answer AS "answer rests on",
    coalesce(a.enforcement_status::VARCHAR, if(o.court IS NULL, 'not_found', 'other')) AS court,
    k.court AS "court rests on",
    coalesce(a.outcome::VARCHAR, if(o.outcome IS NULL, 'not_found', 'other')) AS outcome,
    k.outcome AS "outcome rests on",
    a.instrument::VARCHAR AS "kind of subpoena", k.instrument AS "kind of subpoena rests on",
    coalesce(a.authority_citation, a.authority_as_printed) AS "law cited",
    if(a.authority_citation IS NULL, k.authority_as_printed, k.authority_citation)
        AS "law cited rests on",
    a.respond_by_edtf AS last_day, 'within ' || a.days_to_respond || ' days' AS "respond by",
    a.remark AS note
FROM shown o JOIN acts a ON o.act = a.act_id JOIN sending y ON y.act_id = a.act_id
LEFT JOIN known k ON k.act_id = a.act_id
ORDER BY act"""
