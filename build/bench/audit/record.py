"""Write what an audit found as reviewed rows, and print the figures that follow from them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.audit.verdicts import Judged
from check import stages
from check.stages import Checked
from ice_subpoenas import sql
from ice_subpoenas.views import VIEW
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
    return [_audit(each, f"{seed}-{n:03d}", seed, day) for n, each in enumerate(found, 1)]


def _audit(each: Judged, name: str, seed: int, day: date) -> Block:
    asked = each.asked
    table, row_id, stem = asked.cell.place
    is_told = not asked.is_planted and (table not in OF_PEOPLE or each.verdict in STANDS)
    row = {
        "audit_id": name,
        "table_name": table,
        "row_id": row_id,
        "column_name": stem,
        "seed": seed,
        "tier_then": asked.cell.tier,
        "n_cells": asked.n_cells,
        "is_planted": asked.is_planted,
        "value_then": asked.value if is_told else None,
        "audited_on": day,
        "verdict": each.verdict,
        "reason": each.reason,
    }
    return {key: value for key, value in row.items() if value is not None}


def record(root: Path, table: str, rows: Iterable[Block]) -> Checked:
    """Add rows to the file of audits and check it; what the check refuses is taken back."""
    path = paths.target(root, FILE)
    old = path.read_text("utf-8") if path.exists() else None
    write(path, form.formatted("\n".join([old or HEAD, form.together(table, list(rows))])))
    checked = stages.run(root)
    if checked.problems:
        path.unlink() if old is None else write(path, old)
        raise Refusal(f"nothing was recorded: {as_text(checked.problems[0])}")
    return checked


def figures(checked: Checked, seed: int, table: str) -> list[dict[str, Any]]:
    """The main rows of the view `audit_figures` for the rows of a table with a seed."""
    assert checked.relations is not None
    query = VIEW["audit_figures"].query.rstrip(";")
    return sql.rows(
        checked.relations.con,
        f"SELECT * FROM ({query}) WHERE seed = ? AND (figure = 'lacking') = ? "
        "AND (table_name IS NULL OR figure = 'right' AND tier IS NULL)",
        [seed, table == "audited_passages"],
    )


def line(figure: Mapping[str, Any]) -> str:
    """A figure in words.

    >>> line({"figure": "right", "table_name": "acts", "tier": None, "n": 9, "n_of": 10,
    ...       "share": 0.9, "low": 0.596, "high": 0.9821})
    'right, acts: 9 of 10, 90.0 % (59.6 to 98.2)'
    """
    named = filter(None, (figure["figure"], figure["table_name"], figure["tier"]))
    share, low, high = (f"{100 * figure[key]:.1f}" for key in ("share", "low", "high"))
    what = ", ".join(named).replace("_", " ")
    return f"{what}: {figure['n']} of {figure['n_of']}, {share} % ({low} to {high})"
