"""Write what an audit found as reviewed rows; the view `audit_figures` follows from them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bench.audit.verdicts import Judged
from check import stages
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


def record(root: Path, table: str, rows: Sequence[Block]) -> None:
    """Add rows to the file of audits and check it; what the check refuses is taken back."""
    path = paths.target(root, FILE)
    old = path.read_text("utf-8") if path.exists() else None
    write(path, form.formatted("\n".join([old or HEAD, form.together(table, list(rows))])))
    if problems := stages.run(root).problems:
        path.unlink() if old is None else write(path, old)
        raise Refusal(f"nothing was recorded: {as_text(problems[0])}")
