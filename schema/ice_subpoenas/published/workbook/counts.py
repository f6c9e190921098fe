"""The sheet `counts`: numbers by year, state and government, and what they rest on."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from ...formats import xlsx
from .. import counted
from .own import own, view

COUNTS = view("counts")
HEADINGS = {
    "jurisdiction_id": "government",
    "n_acts": "acts",
    "n_subpoenas": "subpoenas, where sources give numbers",
    "n_at_least": "subpoenas, at least",
    "n_persons": "people, at least",
    "n_acts_without_number": "acts without a number of subpoenas",
    "n_acts_without_persons": "acts without a number of people",
    "rests_on": "what the numbers rest on",
    "retold": "subpoenas, at least: by copies or retellings alone",
    "people_retold": "people, at least: by copies or retellings alone",
    "note": "note on the totals",
}
"""What the columns of `counts` are called in the workbook."""
MEANS = {
    "year": "Year of the first day on which it may have been served or, if that is not known, "
    "issued. An act whose days span years counts in the first. All years together come first.",
    "state": "USPS code of the state, or all states together.",
    "jurisdiction_id": "The government, or all governments of the state together.",
    "n_subpoenas": "The sum of the numbers of subpoenas that sources print for an act, or for acts "
    "together; empty where none prints one. A source's total that may include other acts counts in "
    "`subpoenas, at least` only. The lines of governments may add up to less than that of their "
    "state, since a source may give one number for several governments together.",
    "n_persons": "How many people are asked about, at least: the sum of the numbers that sources "
    "print, or a source's own total where that is larger. Two who may be one person count as one. "
    "Empty where no source prints a number. `acts without a number of people` add nothing.",
}
"""What the columns of `counts` mean in the workbook, where the description speaks of nulls."""
WHAT = own(
    "what",
    "What the line is: a total, or a part of one. A part is counted in its totals too: choose one "
    "of these before you add up.",
)
RESTS_ON = own(
    "rests_on",
    "The totals of sources that the line includes. If a number of the line is above ten, also each "
    "act that makes up a quarter of it or more. Who gives each number is named. People who may be "
    "one and count once are named by their ids, with their acts and why. For a year, also "
    "each act that may fall in a later one, with its day. `ice-subpoenas trace counts`, with a "
    "year, a state or both, lists all acts of a line.",
)
ONLY_RETOLD = own(
    "retold",
    "How many of the subpoenas of `subpoenas, at least` are known only from copies or retellings: "
    "the number of an act or of several together, or of an act without a number the act itself.",
)
PEOPLE_RETOLD = own(
    "people_retold",
    "How many of the people of `people, at least` are known only from copies or retellings.",
)
NOTE = own("note", "Why this number is used for the totals of sources that the line includes.")


def sheet(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `counts` as a sheet for people, the sums before what they hold."""
    said = f"{_headed(COUNTS.caution)} Do not add up lines: a line for a year includes its states."
    columns = [WHAT, *COUNTS.columns(), ONLY_RETOLD, PEOPLE_RETOLD, RESTS_ON, NOTE]
    parts, pairs = counted.parts(con), counted.pairs(con)
    rows = [_spelled(each, parts, pairs) for each in counted.figures(con)]
    return xlsx.Sheet("counts", columns, rows, said, HEADINGS, MEANS)


def _headed(text: str | None) -> str:
    """A text about the view with the names of its columns as the sheet has them."""
    return re.sub(r"`(\w+)`", lambda name: f"`{HEADINGS.get(name[1], name[1])}`", text or "")


def _spelled(
    figure: Mapping[str, Any], parts: Sequence[dict[str, Any]], pairs: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """A figure with its year and places in words, and what it rests on."""
    is_total = figure["what"].startswith("total")
    made_of = counted.made_of(figure, parts)
    once = [counted.told_pair(pair).removesuffix(".") for pair in counted.merged(made_of, pairs)]
    groups = (part for part in made_of if part["table_name"] == "act_groups" and part["remark"])
    return dict(figure) | {
        "year": figure["year"] or ("all years" if is_total else "not known"),
        "state": figure["state"] or "all states",
        "jurisdiction_id": figure["government"] or "all governments",
        ONLY_RETOLD.name: counted.retold(made_of, "n_at_least"),
        PEOPLE_RETOLD.name: counted.retold(made_of, "n_persons"),
        RESTS_ON.name: "; ".join(counted.rests_on(figure, made_of) + once),
        NOTE.name: " ".join(f"{part['row_id']}: {part['remark']}" for part in groups),
    }
