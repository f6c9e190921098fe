"""Where sources disagree on an act: each side with its words."""

import duckdb

from ..prose import disputes
from ..prose.known import Known, Record
from .found import Found
from .words import around

WORD = "conflicts"
"""The word, beside columns, by which the disagreements on an act are asked for."""


def of_act(con: duckdb.DuckDBPyConnection, act: str) -> Found:
    """The disagreements on one act, under `conflicts`."""
    known = Known.of(con, disputes.READ)
    found = disputes.of_rows(
        known,
        disputes.rows_told(known, known.by_key["acts"][act]),
        lambda piece: disputes.value(known, piece),
        lambda fact: disputes.told_fact(known, fact),
    )

    def side(each: disputes.Side) -> Record:
        """A side with its passages, each once."""
        told = {
            (piece["source_id"], piece["before"], piece["exact"]): piece
            for piece in (_placed(known, row) for row in each.pieces)
        }
        return each._asdict() | {"pieces": list(told.values())}

    listed = [each._asdict() | {"sides": [side(s) for s in each.sides]} for each in found]
    return {"table": "acts", "row": act, "column": WORD, WORD: listed}


def _placed(known: Known, piece: Record) -> Record:
    """A piece with the words around it that are published, and with what its source is called."""
    source = known.by_key["sources"][piece["source_id"]]
    before, after = around(piece)
    named = {name: source[name] for name in ("publisher", "published_edtf")}
    return piece | named | {"before": before, "after": after}
