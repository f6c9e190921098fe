"""The sheet `counts`: numbers by year, state and government, and what they rest on."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from ... import sql
from ...formats import xlsx
from ...formats.xlsx import own
from ...views import VIEW
from .. import counted

COUNTS = VIEW["counts"]
HEADINGS = {
    "n_acts": "acts",
    "n_subpoenas": "subpoenas, where sources give numbers",
    "n_at_least": "subpoenas, at least",
    "n_at_least_unwitnessed": "subpoenas, at least: by no witness",
    "n_acts_doubted": "acts that may not belong",
    "n_at_least_undoubted": "subpoenas, at least: without these acts",
    "n_persons": "people, at least",
    "n_persons_unwitnessed": "people, at least: by no witness",
    "n_acts_without_number": "acts without a number of subpoenas",
    "n_acts_without_persons": "acts without a number of people",
    "rests_on": "what the numbers rest on",
    "note": "note on the totals",
}
"""What the columns of `counts` are called in the workbook."""
RESTS_ON = own(
    "rests_on",
    "The totals of sources that the line includes. If a number of the line is above ten, also each "
    "act that makes up a quarter of it or more. Who gives each number is named. People who may be "
    "one and count once are named by their ids, with their acts and why. For a year, also "
    "each act that may be of another one, with its day. `ice-subpoenas trace counts`, with a "
    "year, a state or both, lists all acts of a line.",
)
NOTE = own("note", "Why this number is used for the totals of sources that the line includes.")


def sheet(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `counts` as a sheet for people, each row with what it rests on."""
    declared = [column for column in COUNTS.columns() if column.name != "jurisdiction_id"]
    parts, pairs = counted.parts(con), counted.pairs(con)
    rows = [
        each | _rests(each, parts[counted.key(each)], pairs.get(counted.key(each), ()))
        for each in sql.rows(con, "FROM counts")
    ]
    said = COUNTS.caution or ""
    return xlsx.Sheet("counts", [*declared, RESTS_ON, NOTE], rows, said, HEADINGS)


def _rests(
    figure: Mapping[str, Any], parts: Sequence[dict[str, Any]], pairs: Sequence[dict[str, Any]]
) -> dict[str, str]:
    """What a figure rests on, and why it has the totals that it includes."""
    once = [counted.told_pair(pair).removesuffix(".") for pair in pairs]
    groups = (part for part in parts if part["table_name"] == "act_groups" and part["remark"])
    return {
        RESTS_ON.name: "; ".join(counted.rests_on(figure, parts) + once),
        NOTE.name: " ".join(f"{part['row_id']}: {part['remark']}" for part in groups),
    }
