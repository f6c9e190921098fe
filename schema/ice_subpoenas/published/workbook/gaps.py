"""The sheets `not known` and `empty cells`: what is missing, and why."""

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...prose import unknown
from ...prose.wording import absence
from ...vocabularies.proof import Absence
from . import ASKED

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
LOOKED_FOR = own(
    "looked for", "What was looked for and not found, and the day; see the table `searches`."
)


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


def empty_cells(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """Why cells of the overview are empty, and cells of the rulings."""
    columns = [
        own("act", "The act, as in the sheet `overview`; of a ruling, all its acts."),
        own(
            "column", "The column of that sheet, or of the one that is named, whose cell is empty."
        ),
        own("why", "Why it is empty."),
        LOOKED_FOR,
    ]
    rows = []
    for acts, name, is_of_ruling, day, why, searched in con.sql(ASKED["empty"]).fetchall():
        ruling = ", ".join(filter(None, ("sheet `rulings`", when(day))))
        cell = (acts, f"{name} ({ruling})" if is_of_ruling else name, REASONS[why], searched)
        rows.append(dict(zip((column.name for column in columns), cell, strict=True)))
    said = f"{GAPS} {con.sql(ASKED['numbered']).fetchall()[0][0]}"
    return xlsx.Sheet("empty cells", columns, rows, said)
