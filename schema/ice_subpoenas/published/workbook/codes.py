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
from ...views import VIEW
from ...vocabularies.proof import Absence
from . import ASKED

OVERVIEW = VIEW["overview"]
STATUSES = {"answer": "response_status", "court": "enforcement_status", "outcome": "outcome"}
"""Columns of the overview, each with the column of `acts` that it puts into words."""
MORE = {"answer": ("answered", "gave"), "court": ("sued", "heard"), "outcome": ()}
"""Codes that `last_status` has where `acts` has none, by line."""
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
            "What of the act rests on one account, or on a tracker alone, and first whether no "
            "witness tells of the act at all; empty if neither is so. Sources that depend on one "
            "another are one account.",
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
            "parentheses, why none is known; empty if no reason is written down.",
        ),
        own("note", "What else you should know about the act, as its page says."),
    ]
    con.register("shown", shown)
    alone = dict(con.sql(ASKED["alone"]).fetchall())
    rows = [
        row | {"one account": alone.get(row["act"]), "respond by": respond_by(row)}
        for row in con.sql(ASKED["codes"]).to_arrow_table().to_pylist()
    ]
    con.unregister("shown")
    said = "One row per act. The sheet `overview` says the same in sentences, with days and doubts."
    return xlsx.Sheet("codes", columns, rows, said)


def _codes(con: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """What the codes of each line are called, by line; nothing found is a code too."""
    called = dict(con.sql(ASKED["meanings"]).fetchall())
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
