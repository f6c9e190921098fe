"""The sheets `rulings`, in the order of the days, and `court matters`, ruled on or not."""

from collections.abc import Mapping
from typing import Any

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...views import VIEW
from . import ASKED

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
    rows = con.sql(ASKED["rulings"]).to_arrow_table().to_pylist()
    listed = [row | _in_words(row) for row in rows]
    said = f"{RULINGS.about()} {RULINGS.caution}"
    return xlsx.Sheet("rulings", columns, listed, said, RULING, narrow={"summary": 60})


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


def matters(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """Every court matter on an act in scope, by its first step."""
    rows = con.sql(ASKED["matters"]).to_arrow_table().to_pylist()
    listed = [row | {"kind": row["kind"].replace("_", " ")} for row in rows]
    said = "Court matters on the acts of the sheet `overview`, ruled on or not."
    return xlsx.Sheet("court matters", MATTERS, listed, said)
