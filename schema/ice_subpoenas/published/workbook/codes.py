"""The sheet `codes`: the statuses of each act, to filter and to count by."""

from collections.abc import Mapping
from dataclasses import replace

import duckdb
import pyarrow as pa

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...prose.wording import clause
from ...tables import TABLE
from .own import own, view

OVERVIEW = view("overview")
STATUSES = {"answer": "response_status", "court": "enforcement_status", "outcome": "outcome"}
"""Columns of the overview, each with the column of `acts` that it puts into words."""
UNCODED = {
    "answer": {
        "none": "no answer was found",
        "other": "answered, but how, or how fully, is not known",
    },
    "court": {
        "none": "no step in court, and no announcement of one, was found",
        "other": "a court matter of another kind, as `court` of the sheet `overview` says",
    },
    "outcome": {
        "none": "how it ended was not found",
        "other": "an outcome of another kind, as `outcome` of the sheet `overview` says",
    },
}
"""What stands in place of a code, and what it means."""


def sheet(con: duckdb.DuckDBPyConnection, shown: pa.Table) -> xlsx.Sheet:
    """The statuses of each act as codes, to filter and to count by."""
    codes = {
        name: {
            str(code): code.definition.rstrip(".")
            for code in TABLE["acts"].column_map()[column].vocabulary or ()
        }
        for name, column in STATUSES.items()
    }
    columns = [
        *(column for column in OVERVIEW.columns() if column.name in ("act", "government")),
        replace(own("year", "The year of the earliest possible day, as in `counts`."), type=int),
        *(
            own(name, f"The code of `{name}`. {_listed(UNCODED[name])}. {_listed(said)}.")
            for name, said in codes.items()
        ),
        own("codes mean", "What the three codes of the row mean."),
        own(
            "answer rests on",
            "What `answer` rests on, if not on a source's own word, joined by semicolons.",
        ),
        own("kind of subpoena", f"The code of `acts.instrument`. {_listed(_kinds(con))}."),
        own("law cited", "The law on which the paper rests, as far as a source prints it."),
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
        for row in con.sql(_CODES).to_arrow_table().to_pylist()
    ]
    con.unregister("shown")
    said = "One row per act. The sheet `overview` says the same in sentences, with days and doubts."
    return xlsx.Sheet("codes", columns, rows, said)


def _listed(codes: Mapping[str, str]) -> str:
    """Codes with what they mean, in one line."""
    return "; ".join(f"`{code}`: {means}" for code, means in codes.items())


def _kinds(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The kinds of subpoenas that are counted, with what they mean."""
    found = con.execute("SELECT DISTINCT instrument::VARCHAR FROM acts WHERE in_scope").fetchall()
    counted = {code for (code,) in found}
    codes = TABLE["acts"].column_map()["instrument"].vocabulary or ()
    return {str(code): code.definition.rstrip(".") for code in codes if str(code) in counted}


_CODES = """SELECT act, government, year(coalesce(day_earliest, day_latest))::INTEGER AS year,
    coalesce(a.response_status::VARCHAR, if(o.answer IS NULL, 'none', 'other')) AS answer,
    coalesce(a.enforcement_status::VARCHAR, if(o.court IS NULL, 'none', 'other')) AS court,
    coalesce(a.outcome::VARCHAR, if(o.outcome IS NULL, 'none', 'other')) AS outcome,
    h.rests_on AS "answer rests on", a.instrument::VARCHAR AS "kind of subpoena",
    coalesce(a.authority_citation, a.authority_as_printed) AS "law cited",
    a.respond_by_edtf AS last_day, 'within ' || a.days_to_respond || ' days' AS "respond by",
    a.remark AS note
FROM shown o JOIN acts a ON o.act = a.act_id
LEFT JOIN how_known h ON a.act_id = h.act_id AND h.column_name = 'answer' AND NOT h.is_earlier
ORDER BY act"""
