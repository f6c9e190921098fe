"""The sheets `not known` and `empty cells`: what is missing, and why."""

from typing import Any

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...prose import unknown
from ...prose.wording import absence
from ...views import VIEW
from ...vocabularies.proof import Absence
from . import ASKED

OVERVIEW = VIEW["overview"]
NOT_A_PROOF = "A search that found nothing does not prove that there is nothing."
GAPS = (
    "The empty cells of the sheet `overview`, and why a ruling has no court or docket "
    f"number. The sheet `not known` lists all that is not known of each act. {NOT_A_PROOF}"
)
UNKNOWN = f"All that is not known of each act, as its page says. {NOT_A_PROOF}"
REASONS = {code: absence(code.definition) for code in Absence} | {
    "not_applicable": "the question does not arise, or is answered elsewhere in the row",
    "together": unknown.TOGETHER,
    "": "not looked for, or no reason is written down",
}
"""Why a cell is empty, as everywhere, or as it is in this sheet; only numbers have `together`."""
EXPLAINED = ("day", "subpoenas", "persons", "asked_for", "answer", "court", "outcome")
"""Columns of the overview of which the workbook says why a cell is empty."""
LOOKED_FOR = own(
    "looked for", "What was looked for and not found, and the day; see the table `searches`."
)
OF_ACT = {
    word.removeprefix("acts."): column.name
    for column in OVERVIEW.columns()
    for word in column.words
    if word.startswith("acts.")
} | {"information_sought": "asked_for"}
"""The column of the overview that shows a column of `acts`, or rows of an act, by name."""


def not_known(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """All that is not known of each act, the weightiest first."""
    columns = [
        own("act", "The act, as in the sheet `overview`."),
        own("what", "What is not known."),
        own("why", "Why, or what is known instead; empty where `what` says it."),
        LOOKED_FOR,
    ]
    searched = dict(con.sql(ASKED["searched"]).fetchall())
    rows = [
        {
            "act": act,
            "what": gap.what,
            "why": gap.why or None,
            LOOKED_FOR.name: searched.get(gap.search_id),
        }
        for act, found in unknown.of_acts(con).items()
        for gap in found
    ]
    return xlsx.Sheet("not known", columns, rows, UNKNOWN)


def empty_cells(con: duckdb.DuckDBPyConnection, shown: list[dict[str, Any]]) -> xlsx.Sheet:
    """Why cells of the overview are empty, and cells of the rulings; `shown` are the former's."""
    columns = [
        own("act", "The act, as in the sheet `overview`; of a ruling, all its acts."),
        own(
            "column", "The column of that sheet, or of the one that is named, whose cell is empty."
        ),
        own("why", "Why it is empty."),
        LOOKED_FOR,
    ]
    names = [column.name for column in columns]
    found = [*_of_overview(con, shown), *_of_rulings(con)]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    said = f"{GAPS} {con.sql(ASKED['numbered']).fetchall()[0][0]}"
    return xlsx.Sheet("empty cells", columns, rows, said)


Gap = tuple[str, str, str, str | None]
"""The act, the column, why it is empty, and what was looked for."""


def _of_overview(con: duckdb.DuckDBPyConnection, shown: list[dict[str, Any]]) -> list[Gap]:
    absent = {
        (act, OF_ACT.get(name)): rest for act, name, *rest in con.sql(ASKED["absent"]).fetchall()
    }
    found = []
    for row in shown:
        for name in EXPLAINED:
            if row[name] is None:
                why, searched = absent.get((row["act"], name), ("", None))
                found.append((row["act"], name, REASONS[why], searched))
    return found


def _of_rulings(con: duckdb.DuckDBPyConnection) -> list[Gap]:
    found = []
    for acts, name, day, why, searched in con.sql(ASKED["absent of rulings"]).fetchall():
        ruling = ", ".join(each for each in ("sheet `rulings`", when(day)) if each)
        found.append((acts, f"{name} ({ruling})", REASONS[why], searched))
    return found
