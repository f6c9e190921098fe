"""What is told of an act as a list: its course, the reasons of all sides, disputes, gaps."""

from collections.abc import Callable

import duckdb

from ..prose import disputes, unknown
from ..prose.known import Known
from ..prose.order import ordered
from ..prose.reasons import LATER, answered, marked
from ..sql import rows
from ..vocabularies import Ground, Held, Side, Toward
from .found import ASKED, Found
from .words import around


def of_act(con: duckdb.DuckDBPyConnection, act: str, asked: str) -> Found:
    """A list on an act, under the word that asks for it."""
    return {"table": "acts", "row": act, "column": asked, asked: LISTS[asked](con, act)}


def _events(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The events of an act, in order."""
    return ordered(rows(con, ASKED["events"], [act]))


def _reasons(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The reasons that all sides give, with what their codes mean."""
    return [row | _meanings(row) for row in rows(con, ASKED["reasons"], [act])]


def _conflicts(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """The disagreements on an act, each side with its passages, each of these once."""
    known = Known.of(con, disputes.READ)
    found = disputes.of_rows(
        known,
        disputes.rows_told(known, known.by_key["acts"][act]),
        lambda piece: disputes.value(known, piece),
        lambda fact: disputes.told_fact(known, fact),
    )

    def side(each: disputes.Side) -> Found:
        told = {
            (piece["source_id"], piece["before"], piece["exact"]): piece
            for piece in (_placed(known, row) for row in each.pieces)
        }
        return each._asdict() | {"pieces": list(told.values())}

    return [each._asdict() | {"sides": [side(s) for s in each.sides]} for each in found]


def _placed(known: Known, piece: Found) -> Found:
    """A piece with the words around it that are published, and with what its source is called."""
    source = known.by_key["sources"][piece["source_id"]]
    before, after = around(piece)
    named = {name: source[name] for name in ("publisher", "published_edtf")}
    return piece | named | {"before": before, "after": after}


def _unknown(con: duckdb.DuckDBPyConnection, act: str) -> list[Found]:
    """What is not known of an act, each gap with what was looked for and when."""
    known = Known.of(con, unknown.READ)
    searches = known.by_key["searches"]
    return [
        {
            **vars(gap),
            "text": gap.text,
            **{
                name: searches.get(gap.search_id or "", {}).get(name)
                for name in ("looked_for", "searched_on")
            },
        }
        for gap in unknown.gaps(known, known.by_key["acts"][act])
    ]


LISTS: dict[str, Callable[[duckdb.DuckDBPyConnection, str], list[Found]]] = {
    "events": _events,
    "reasons": _reasons,
    "conflicts": _conflicts,
    "unknown": _unknown,
}
"""The words, besides columns, that can be asked of an act, with what each of them lists."""


def _meanings(row: Found) -> Found:
    """What the codes of a reason mean; a code that is not known stands for itself."""
    listed = (
        *(("side", Side), ("toward", Toward), ("ground", Ground), ("held", Held)),
        ("answers_ground", Ground),
    )
    told = {
        f"{name}_means": next((code.definition for code in codes if code == row[name]), row[name])
        for name, codes in listed
    }
    later = LATER.get(row["held"]) if row["is_before_court"] else None
    held = later or told["held_means"]
    courts = [
        (next(code.definition for code in Ground if code == each["ground"]), each["tellers"])
        for each in row["answers_of_courts"]
    ]
    return told | {
        "held_means": marked(held, row["held_tellers"]) if held else None,
        "court_answered": answered(courts),
    }
