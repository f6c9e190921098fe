"""The sheet `sources of acts`: who published each address of the overview."""

from collections.abc import Mapping
from typing import Any

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from ...formats.xlsx import own
from ...views import VIEW

ACT_SOURCES = VIEW["act_sources"]
SOURCE = {"act_id": "act", "published_edtf": "published", "url": "read at"}
SOURCE_MEANS = {
    "act_id": "The act, as in the sheet `overview`.",
    "published_edtf": "The day on which it appeared; empty if nothing dates it.",
    "url": "The address at which it was read, if that is another one.",
    "note": "Rulings that the source reports, other than the one in the column `court` of the "
    "sheet `overview`, and our note on the source. Its title may be about these.",
}


def sheet(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `act_sources` as a sheet: who published each address of the overview."""
    declared = {column.name: column for column in ACT_SOURCES.columns()}
    columns = [
        declared["act_id"],
        declared["publisher"],
        own(
            "standing",
            "Whether it is a witness, copies or retells what others reported, or is of unknown "
            "standing: what was read of it does not show which.",
        ),
        declared["published_edtf"],
        declared["address"],
        declared["url"],
        declared["note"],
    ]
    rows = con.sql("FROM act_sources WHERE url IS NOT NULL").to_arrow_table().to_pylist()
    listed = [
        row
        | {"standing": _standing(row), "published_edtf": when(row["published_edtf"])}
        | {"url": row["url"] if row["url"] != row["address"] else None}
        for row in rows
    ]
    said = (
        "The addresses of the column `sources` of the sheet `overview`, one row per act and source."
    )
    return xlsx.Sheet("sources of acts", columns, listed, said, SOURCE, SOURCE_MEANS)


def _standing(row: Mapping[str, Any]) -> str:
    """Whether a source is a witness, and if not, whose words it has."""
    if row["is_witness"]:
        return "a witness"
    of = f", with words of {row['words_of']}, a witness" if row["words_of"] else ""
    what = row["stands_as"]
    return f"{what if what.startswith('of') else f'a {what}'}{of}"
