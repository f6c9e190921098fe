"""Write what an audit found as reviewed rows, and print the figures that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.audit.values import Judged
from check import stages
from check.stages import Checked
from ice_subpoenas.views import VIEWS
from ice_subpoenas.vocabularies import Verdict
from printing import Refusal, as_text
from reviewed import form, paths
from writing import write

FILE = "audits.toml"
HEAD = "# What audits found. Written by `python build audit --score`; not changed by hand.\n"
OF_PEOPLE = ("individuals_referenced", "case_facts")
"""Tables whose wrong values are not printed again: they would accuse somebody."""
STANDS = (Verdict.RIGHT.value, Verdict.AUDITOR_AT_FAULT.value)

Block = dict[str, Any]


def audits(found: Sequence[Judged], seed: int, day: date) -> list[Block]:
    """A row for each value, in the order of the draw."""
    return [_audit(each, n, seed, day) for n, each in enumerate(found, 1)]


def _audit(each: Judged, number: int, seed: int, day: date) -> Block:
    table, row_id, stem = each.asked.cell.place
    is_told = table not in OF_PEOPLE or each.verdict in STANDS
    row = {
        "audit_id": f"{seed}-{number:03d}",
        "table_name": table,
        "row_id": row_id,
        "column_name": stem,
        "seed": seed,
        "tier_then": each.asked.cell.tier,
        "n_cells": each.asked.n_cells,
        "is_planted": each.asked.is_planted,
        "value_then": each.asked.value if is_told and not each.asked.is_planted else None,
        "audited_on": day,
        "verdict": each.verdict,
        "reason": each.reason,
    }
    return {key: value for key, value in row.items() if value is not None}


def unrecorded(checked: Checked, table: str, seed: int) -> None:
    """Refuse to record a seed twice: a second run must not replace what a first one found."""
    assert checked.relations is not None
    found = checked.relations.con.execute(f"SELECT count(*) FROM {table} WHERE seed = ?", [seed])
    if found.fetchall() != [(0,)]:
        raise Refusal(f"seed {seed} is recorded in {FILE}; draw with another seed")


def record(root: Path, table: str, rows: Iterable[Block]) -> Checked:
    """Add rows to the file of audits and check it; what the check refuses is taken back."""
    path = paths.target(root, FILE)
    old = path.read_text("utf-8") if path.exists() else ""
    parts = [old or HEAD, *(form.block(f"[[{table}]]", row) for row in rows)]
    write(path, "\n".join(parts))
    checked = stages.run(root)
    if checked.problems:
        _restore(path, old)
        raise Refusal(f"nothing was recorded: {as_text(checked.problems[0])}")
    return checked


def _restore(path: Path, old: str) -> None:
    if old:
        write(path, old)
    else:
        path.unlink()


def figures(checked: Checked, seed: int, table: str) -> list[Mapping[str, Any]]:
    """The rows of the view `audit_figures` that follow from the rows of a table with a seed."""
    assert checked.relations is not None
    query = next(view.query for view in VIEWS if view.table == "audit_figures").rstrip(";")
    result = checked.relations.con.execute(
        f"SELECT * FROM ({query}) WHERE seed = ? AND (figure = 'lacking') = ?",
        [seed, table == "audited_passages"],
    )
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def line(figure: Mapping[str, Any]) -> str:
    """A figure in words.

    >>> line({"figure": "right", "table_name": "acts", "tier": None, "n": 9, "n_of": 10,
    ...       "share": 0.9, "low": 0.596, "high": 0.9821})
    'right, acts: 9 of 10, 90.0 % (59.6 to 98.2)'
    """
    where = [str(figure[key]).replace("_", " ") for key in ("table_name", "tier") if figure[key]]
    what = ", ".join([figure["figure"].replace("_", " "), *where])
    low, high = 100 * figure["low"], 100 * figure["high"]
    share = f"{100 * figure['share']:.1f} % ({low:.1f} to {high:.1f})"
    return f"{what}: {figure['n']} of {figure['n_of']}, {share}"
