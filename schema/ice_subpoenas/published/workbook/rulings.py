"""The sheet `rulings`: what courts decided, in the order of the days."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import duckdb

from ...derivations.edtf_in_words import when
from ...formats import xlsx
from .own import own, view

RULINGS = view("rulings")
RULING = {
    "directed_at": "directed at",
    "is_witnessed": "told by a witness",
    "judge_title": "judge's title",
}
RULING_MEANS = {
    "day": "The day; empty where nothing dates it.",
    "directed_at": "Whom it binds, if that is not the recipient. What it orders or forbids is then "
    "only in part so for the act. Empty if it binds the recipient, or if no source says whom.",
    "doubts": "How well the ruling is known: whether a source calls it preliminary, whether "
    "sources disagree, whether the ruling itself was read to its end, and whether only copies or "
    "retellings say so or name its court. Empty if nothing of this is so.",
}
STATE = own("state", "USPS code of the state.")
GOVERNMENT = own("government", "The governments whose acts the ruling is on.")


def sheet(con: duckdb.DuckDBPyConnection) -> xlsx.Sheet:
    """The view `rulings` as a sheet, with the days in words."""
    declared = [column for column in RULINGS.columns() if column.name != "event_id"]
    columns = [declared[0], STATE, GOVERNMENT, *declared[1:]]
    rows = con.sql(_PLACED).to_arrow_table().to_pylist()
    listed = [row | _in_words(row) for row in rows]
    said = f"{RULINGS.about()} {RULINGS.caution}"
    return xlsx.Sheet("rulings", columns, listed, said, RULING, RULING_MEANS, {"summary": 60})


_PLACED = """SELECT r.*, string_agg(DISTINCT o.state, ', ' ORDER BY o.state) AS state,
    string_agg(DISTINCT o.government, ', ' ORDER BY o.government) AS government
FROM rulings r
JOIN event_acts ea ON r.event_id = ea.event_id
JOIN overview o ON ea.act_id = o.act
JOIN events v ON r.event_id = v.event_id
GROUP BY ALL ORDER BY min(coalesce(v.occurred_earliest, v.known_by)), r.event_id"""


def _in_words(row: Mapping[str, Any]) -> dict[str, str]:
    """The day and the codes of a ruling, and whether a witness tells of it."""
    codes = {name: (row[name] or "").replace("_", " ") for name in ("decides", "result")}
    told = "yes" if row["is_witnessed"] else "no: only copies or retellings do"
    return codes | {"day": when(row["day"]), "is_witnessed": told}
