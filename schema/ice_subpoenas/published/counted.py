"""What a figure of the view `counts` is made of: acts, totals of sources, and who gives them."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from ..derivations.edtf_in_words import when
from ..prose.known import grouped
from ..sql import rows
from ..views import asked

Found = dict[str, Any]
Figure = tuple[Any, ...]
"""What tells a row of the view from the others."""

ASKED = asked("published/counted")


def key(row: Mapping[str, Any]) -> Figure:
    """The row of the view that something belongs to."""
    return row["what"], row["year"], row["state"], row["jurisdiction_id"]


def parts(con: duckdb.DuckDBPyConnection) -> dict[Figure, list[Found]]:
    """The parts of each figure: totals of sources first, then acts, with the sources of each."""
    return grouped(rows(con, ASKED["parts"]), key)


def pairs(con: duckdb.DuckDBPyConnection) -> dict[Figure, list[Found]]:
    """People of two acts of a figure who may be one: acts, people, how many, and the reason."""
    return grouped(rows(con, ASKED["pairs"]), key)


def told_pair(pair: Found) -> str:
    """Which people of which acts count as one, and why."""
    ids = f"{pair['row_id']} of {pair['act_id']} and {pair['other_row_id']} of"
    who = "may be one person and count" if pair["n"] == 1 else "may be the same people and count"
    return f"{ids} {pair['other_act_id']} {who} once: {pair['reason']}"


def rests_on(figure: Mapping[str, Any], found: Sequence[Found]) -> list[str]:
    """In a few words each: totals of sources in a figure, and acts that make up much of it.

    An act makes up much if it is a quarter or more of a number above ten. Of a year, the acts
    that may be of another year are named too.
    """
    within = {part["row_id"] for part in found if part["table_name"] == "act_groups"}
    said = []
    for part in found:
        if part["table_name"] == "act_groups":
            more = part["n_subpoenas"] - part["n_rows"]
            how = "counted together" if part["kind"] == "together" else "as a total"
            own = f", which is {more} more than its acts have" if part["kind"] == "total" else ""
            by = _tellers(part, "n_subpoenas") + own
            said.append(f"{part['n_subpoenas']} subpoenas {how} ({part['row_id']}) by {by}")
            if part["n_persons"]:
                by = _tellers(part, "n_persons")
                said.append(f"{part['n_persons']} people about whom these ask, by {by}")
            continue
        for name, unit, whole in UNITS:
            is_much = (part[name] or 0) * 4 >= (figure[whole] or 0) > LARGE
            if is_much and not (part["part_of"] in within and name == UNITS[0][0]):
                by = f"in one act ({part['row_id']}), by {_tellers(part, name)}"
                said.append(f"{part[name]} {unit} {by}")
        if figure["year"] and not part["first_year"] == part["last_year"] == figure["year"]:
            said.append(f"the day of one act ({part['row_id']}) is {when(part['day'])}")
    return said


UNITS = (("n_subpoenas", "subpoenas", "n_at_least"), ("n_persons", "people", "n_persons"))
"""The numbers of a part, what they count, and the figure of which they are a part."""
LARGE = 10


def _tellers(part: Found, column: str) -> str:
    """Who gives a number, by name: witnesses, else those who retell."""
    told = [source for source in part["sources"] if source["column"] == column]
    witnesses = [source for source in told if source["is_witness"]]
    names = list(dict.fromkeys(source["publisher"] for source in witnesses or told))
    shown = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    if len({source["publisher"] for source in told}) == 1:
        shown += " alone"
    elif len(names) == 1 and witnesses:
        shown += ", the only witness"
    return f"{shown}{'' if witnesses else ' (no witness)'}"
