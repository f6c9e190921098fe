"""What a figure of the view `counts` is made of: acts, totals of sources, and who gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

import duckdb

from ..derivations.edtf_in_words import when
from ..sql import rows, sections

Found = dict[str, Any]

ASKED = {
    each.heading: each.statements[0]
    for each in sections(files(__package__).joinpath("counted.sql").read_text("utf-8"))
}
"""The questions of the .sql file beside this module, by name."""


def figures(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """Every figure: `what` it is, `year`, `state`, `jurisdiction_id`, `government`, numbers."""
    return rows(con, ASKED["figures"])


def parts(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """The acts in scope and the groups that sources count, each with the sources of its numbers."""
    return rows(con, ASKED["parts"])


def made_of(figure: Mapping[str, Any], found: Sequence[Found]) -> list[Found]:
    """The parts that count in a figure: totals of sources first, then each act.

    A total of a source counts if all its acts do, and if it is larger than the sum of their numbers
    or the only number that is given.
    """
    names = [name for name in ("year", "state", "jurisdiction_id") if figure[name] is not None]
    acts = [part for part in found if part["table_name"] == "acts"]
    chosen = [act for act in acts if all(act[name] == figure[name] for name in names)]
    groups = []
    for part in found:
        mine = [act for act in acts if act["part_of"] == part["row_id"]]
        if part["table_name"] == "acts" or not mine or any(act not in chosen for act in mine):
            continue
        n = sum(act["n_subpoenas"] or 1 for act in mine)
        if part["kind"] == "together" or part["n_subpoenas"] > n:
            groups.append(part | {"n_rows": n})
    return groups + chosen


def rests_on(figure: Mapping[str, Any], found: Sequence[Found]) -> str:
    """In a few words: which totals of sources a figure includes, and which acts make up much of it.

    An act makes up much if it is a quarter or more of a number above ten. Of a year, the acts
    whose days span years are named too.
    """
    within = {part["row_id"] for part in found if part["table_name"] == "act_groups"}
    said = []
    for part in found:
        if part["table_name"] == "act_groups":
            how = "counted together" if part["kind"] == "together" else "as a total"
            told = f"{how} ({part['row_id']}) by {_tellers(part, 'n_subpoenas')}"
            asked = (
                f" (they ask about {part['n_persons']} people, by {_tellers(part, 'n_persons')})"
            )
            whole = f"{part['n_subpoenas']} subpoenas {told}"
            said.append(whole + (asked if part["n_persons"] else ""))
            continue
        for name, unit, whole in UNITS:
            is_much = (part[name] or 0) * 4 >= (figure[whole] or 0) > LARGE
            if is_much and not (part["part_of"] in within and name == UNITS[0][0]):
                by = f"in one act ({part['row_id']}), by {_tellers(part, name)}"
                said.append(f"{part[name]} {unit} {by}")
        if figure["year"] and (part["last_year"] or 0) > figure["year"]:
            said.append(f"the day of {part['row_id']} is {when(part['day'])}")
    return "; ".join(said)


UNITS = (("n_subpoenas", "subpoenas", "n_at_least"), ("n_persons", "people", "n_persons"))
"""The numbers of a part, what they count, and the figure of which they are a part."""
LARGE = 10


def _tellers(part: Found, column: str) -> str:
    """Who gives a number, by name: witnesses, else those who retell."""
    told = [source for source in part["sources"] if source["column"] == column]
    witnesses = [source for source in told if source["is_witness"]]
    names = list(dict.fromkeys(source["publisher"] for source in witnesses or told))
    shown = ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")
    alone = " alone" if len(names) == 1 else ""
    return f"{shown}{alone}{'' if witnesses else ' (no witness: it retells others)'}"
