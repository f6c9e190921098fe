"""What a figure of the view `counts` is made of: acts, totals of sources, and who gives them."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from ..derivations.edtf_in_words import when
from ..sql import read, rows
from ..views import joined

Found = dict[str, Any]

EVERYTHING: Found = {"year": None, "state": None, "jurisdiction_id": None}
"""What tells the figure of all years and places from the others."""
HELPERS = ("days.sending", "doubts.least_of_sides")
ASKED = {
    each.heading: joined(each.statements[0], HELPERS if each.heading == "parts" else ())
    for each in read("published/counted")
}
"""The questions of the .sql file beside this module, by name."""


def figures(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """Every row of the view, in its order."""
    return rows(con, "FROM counts")


def parts(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """The acts in scope and the groups that sources count, each with the sources of its numbers."""
    return rows(con, ASKED["parts"])


def pairs(con: duckdb.DuckDBPyConnection) -> list[Found]:
    """People of two acts in scope who may be one: both acts, both people, how many, the reason."""
    return rows(con, ASKED["pairs"])


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
        n = sum(act["least_subpoenas"] or 1 for act in mine)
        if part["kind"] == "together" or part["n_subpoenas"] > n:
            groups.append(part | {"n_rows": n, "acts": [act["row_id"] for act in mine]})
    return groups + chosen


def merged(parts: Sequence[Found], known: Sequence[Found]) -> list[Found]:
    """Of the people who may be one, the pairs of whom both acts are among the parts of a figure."""
    acts = {part["row_id"] for part in parts if part["table_name"] == "acts"}
    return [pair for pair in known if {pair["act_id"], pair["other_act_id"]} <= acts]


def addends(parts: Sequence[Found], name: str) -> list[tuple[str, int]]:
    """What adds up to a number of a figure, by id: totals of sources, then acts; then less pairs.

    The number is `n_subpoenas`, `n_at_least` or `n_persons`; of the last, `merged` goes off.
    """
    column = ADDED[name]
    found, within = [], set()
    for group in (part for part in parts if part["table_name"] == "act_groups"):
        own = [part[column] for part in parts if part["row_id"] in group["acts"]]
        rows = group["n_rows"] if name == "n_at_least" else sum(n or 0 for n in own)
        whole = group[column] or 0
        if group["kind"] == "together" and name != "n_at_least":
            whole = whole or rows
        elif name == "n_subpoenas" or whole <= rows:
            continue
        found.append((group["row_id"], whole))
        within |= set(group["acts"])
    least = 1 if name == "n_at_least" else 0
    acts = [p for p in parts if p["table_name"] == "acts" and p["row_id"] not in within]
    found += [(act["row_id"], act[column] or least) for act in acts]
    return [(key, n) for key, n in found if n]


ADDED = {
    "n_subpoenas": "n_subpoenas",
    "n_at_least": "least_subpoenas",
    "n_persons": "least_persons",
}
"""The column of an act that is added up in each number."""


def numbered(parts: Sequence[Found], column: str) -> tuple[list[str], list[str]]:
    """Acts that have a number of their own in a column, and those with only a joint number."""
    own = [p["row_id"] for p in parts if p["table_name"] == "acts" and p[column] is not None]
    joint = [
        act
        for part in parts
        if part["table_name"] == "act_groups" and part["kind"] == "together" and part[column]
        for act in part["acts"]
        if act not in own
    ]
    return own, joint


def how_numbered(parts: Sequence[Found], column: str) -> str:
    """How many acts have a number in a column, alone or with others, and how many have none.

    >>> acts = [{"table_name": "acts", "row_id": key, "n_persons": n, "least_persons": least}
    ...         for key, n, least in (("a", 4, 4), ("b", None, None), ("c", None, None))]
    >>> group = {"table_name": "act_groups", "kind": "together", "n_persons": 2, "acts": ["b"]}
    >>> how_numbered([group, *acts], "n_persons")
    '1 with a number of its own, 1 more with a joint number only (2 in all), 1 without'
    >>> how_numbered(acts[:1], "n_persons")
    '1 with a number of its own'
    >>> how_numbered([acts[1] | {"least_persons": 4}], "n_persons")
    '1 on whose number sources disagree'
    """
    own, joint = (len(ids) for ids in numbered(parts, column))
    acts = [part for part in parts if part["table_name"] == "acts"]
    least = column.replace("n_", "least_", 1)
    known = {key for ids in numbered(parts, column) for key in ids}
    split = sum(act[least] is not None and act["row_id"] not in known for act in acts)
    none = len(acts) - own - joint - split
    numbers = "a number of its own" if own == 1 else "numbers of their own"
    said = [f"{own} with {numbers}"] if own else []
    said += [f"{joint} more with a joint number only ({own + joint} in all)"] if joint else []
    said += [f"{split} on whose number sources disagree"] if split else []
    said += [f"{none} without"] if none else []
    return ", ".join(said)


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
