"""The sheet `codes`: the statuses of each act, to filter and to count by."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb
import pyarrow as pa

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...prose.wording import absence, counted, listed, number
from ...row import Column
from ...tables import TABLE
from ...views import VIEW, beside, joined
from ...vocabularies.proof import Absence

OVERVIEW = VIEW["overview"]
STATUSES = {"answer": "response_status", "court": "enforcement_status", "outcome": "outcome"}
"""Columns of the overview, each with the column of `acts` that it puts into words."""
MORE = {"answer": ("answered", "gave"), "court": ("sued", "heard"), "outcome": ()}
"""Codes that `last_status` has where `acts` has none, by line."""
MEANING = ("meanings.meaning",)
DOUBTS = ("inferred", "secondhand", "cell_told", "unseen", "reasoned")
HELPERS = ("days.sending", *(f"doubts.{name}" for name in DOUBTS))
"""The relations that the sheet takes besides tables and views."""
RESTS_ON = "On what `{}` rests, if not on a source's own word, joined by semicolons."


def sheet(con: duckdb.DuckDBPyConnection, shown: pa.Table) -> xlsx.Sheet:
    """The statuses of each act as codes, to filter and to count by."""
    codes = _codes(con)
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
                name, f"The code of `{name}`, as in the view `last_status`. {_listed(said)}."
            )
        ),
        own(
            "codes mean",
            "The codes of the answer, the court and the outcome in words, and of how many of the "
            "subpoenas each tells, if not of all.",
        ),
        own(
            "one account",
            "What of the act rests on one account, or on a tracker alone; empty if nothing does. "
            "Sources that depend on one another are one account.",
        ),
        own(
            "may not belong",
            "`yes` if the act is counted and may be of no such kind, of no such agency, or not for "
            "a state or local government; `note` says why. Empty for all others.",
        ),
        *_with_rests("kind of subpoena", f"The code of `acts.instrument`. {_listed(_kinds(con))}."),
        *_with_rests(
            "law cited", "The law on which the paper rests, as far as a source prints it."
        ),
        own(
            "respond by",
            "The last day to respond, or the number of days. If its subpoenas had different ones, "
            "how many had which; if sources disagree and nothing settles it, every side. In "
            "parentheses, why none is known; empty if it was not looked for.",
        ),
        own("note", "What else you should know about the act, as its page says."),
    ]
    con.register("shown", shown)
    alone = dict(con.sql(beside("overview", "FROM alone")).fetchall())
    rows = [
        row | {"one account": alone.get(row["act"]), "respond by": respond_by(row)}
        for row in con.sql(joined(_CODES, HELPERS)).to_arrow_table().to_pylist()
    ]
    con.unregister("shown")
    said = "One row per act. The sheet `overview` says the same in sentences, with days and doubts."
    return xlsx.Sheet("codes", columns, rows, said)


def _codes(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """What the codes of each line are called, by line; nothing found is a code too."""
    called = dict(con.sql(joined("SELECT code, in_words FROM meaning", MEANING)).fetchall())
    columns = TABLE["acts"].column_map()
    return {
        line: {
            code: called[code] for code in (*map(str, columns[name].vocabulary or ()), *MORE[line])
        }
        | {"not_found": called[f"{line}_not_found"]}
        for line, name in STATUSES.items()
    }


def respond_by(row: Mapping[str, Any]) -> str | None:
    """Until when to respond: of the act, of its subpoenas, or what each side says."""
    if row["last_day"]:
        return when(row["last_day"])
    if row["days"]:
        return f"within {counted(row['days'], 'day')}"
    if row["rivals"]:
        return f"sources disagree: {listed(map(_term, row['rivals']), 'or')}"
    terms = Counter(term for term in row["terms"] or () if term)
    each = [f"{_term(term)} for {number(n)}" for term, n in terms.most_common()]
    return f"by subpoena: {listed(each)}" if each else _why_none(row["why"])


def _why_none(reason: str | None) -> str | None:
    """Why no term is known, in parentheses."""
    found = (code.definition for code in Absence if code == reason)
    return next((f"({absence(definition)})" for definition in found), None)


def _term(term: str) -> str:
    """A last day, or a number of days."""
    return counted(int(term), "day") if term.isdigit() else when(term)


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
    SELECT c.row_id, c.column_name, nullif(concat_ws('; ', r.rests_on, u.who || ' alone'), '')
    FROM claim_support c LEFT JOIN reasoned r USING (table_name, row_id, column_name)
    LEFT JOIN unseen u USING (table_name, row_id, column_name)
    WHERE table_name = 'acts'
), known AS (
    PIVOT rests ON column_name
    IN ('instrument', 'authority_citation', 'authority_as_printed')
    USING any_value(rests_on) GROUP BY act_id
), status AS (
    SELECT act_id, {lines},
        string_agg(line || ': ' || in_words || coalesce(' (' || covers || ')', ''), '; '
            ORDER BY line) AS words
    FROM last_status GROUP BY act_id
), term AS ( -- of subpoenas whose act has no term of its own, by subpoena
    SELECT act_id, list(coalesce(days_to_respond::VARCHAR, respond_by_edtf) ORDER BY subpoena_id)
        AS terms
    FROM subpoenas GROUP BY act_id
), why AS (
    SELECT row_id AS act_id, first(reason::VARCHAR ORDER BY column_name <> 'respond_by') AS why
    FROM absences WHERE table_name = 'acts' AND column_name IN ('respond_by', 'days_to_respond')
    GROUP BY row_id
), rival AS (
    SELECT c.row_id AS act_id, list(DISTINCT e.value ORDER BY e.value) AS rivals
    FROM conflicts c JOIN evidence e USING (table_name, row_id, column_name)
    WHERE c.table_name = 'acts' AND c.column_name IN ('respond_by', 'days_to_respond')
        AND c.resolution = 'unresolved' AND e.stance = 'contests'
    GROUP BY c.row_id
)
SELECT act, government, y.year, o.day,
    l.answer, l.answer_rests AS "answer rests on", l.court, l.court_rests AS "court rests on",
    l.outcome, l.outcome_rests AS "outcome rests on", l.words AS "codes mean",
    if(a.scope_is_doubted, 'yes', NULL) AS "may not belong",
    a.instrument::VARCHAR AS "kind of subpoena", k.instrument AS "kind of subpoena rests on",
    coalesce(a.authority_citation, a.authority_as_printed) AS "law cited",
    if(a.authority_citation IS NULL, k.authority_as_printed, k.authority_citation)
        AS "law cited rests on",
    a.respond_by_edtf AS last_day, a.days_to_respond AS days, t.terms, r.rivals, w.why,
    a.remark AS note
FROM shown o JOIN acts a ON o.act = a.act_id JOIN sending y ON y.act_id = a.act_id
JOIN status l ON l.act_id = a.act_id
LEFT JOIN known k ON k.act_id = a.act_id
LEFT JOIN term t ON t.act_id = a.act_id
LEFT JOIN rival r ON r.act_id = a.act_id
LEFT JOIN why w ON w.act_id = a.act_id
ORDER BY act""".replace(
    "{lines}",
    ", ".join(
        f"any_value(code) FILTER (line = '{name}') AS {name}, "
        f"any_value(rests_on) FILTER (line = '{name}') AS {name}_rests"
        for name in STATUSES
    ),
)
