"""Edits of published tables: a value changed everywhere it is written, its words untouched.

What is computed from the value is computed anew, as a careful forger would; then the rules are
asked of the folder, as a downloader asks them.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from check.tables import ReviewedPlaces
from ice_subpoenas.problem import Problem
from ice_subpoenas.relations import steps
from ice_subpoenas.relations.fill import put, reweigh
from ice_subpoenas.relations.open import TEXTS, from_folder, from_rows
from ice_subpoenas.relations.steps import Fill, Run
from ice_subpoenas.row import Column
from ice_subpoenas.rules import ask
from ice_subpoenas.sql import literal, quoted
from ice_subpoenas.tables import TABLE

from .edits import Key, World

Tables = Mapping[str, pa.Table]
KIND = "value changed consistently in the published tables"


class Forgery(NamedTuple):
    """A published cell, what is put in its place, and the evidence that is made to agree."""

    table: str
    row_id: str
    column: Column
    value: str
    wrong: str
    tier: str
    pieces: tuple[str, ...]
    kind: str = KIND

    @property
    def what(self) -> str:
        """The cell and both values."""
        return f"{self.table} {self.row_id}.{self.column.stem}: {self.value} → {self.wrong}"

    @property
    def touched(self) -> set[Key]:
        """The row at which a reader of changes would look."""
        return {(self.table, self.row_id)}


def forgeries(world: World) -> Iterator[Forgery]:
    """A wrong value for every published claim."""
    chance = world.chance(KIND)
    for table, row_id, stem, ids, held in world.relations.con.execute(
        "SELECT table_name, row_id, column_name, list(evidence_id ORDER BY evidence_id) AS ids, "
        "bool_or(is_refound) FROM evidence WHERE stance IN ('supports', 'broader') "
        "GROUP BY ALL ORDER BY min(evidence_id)"
    ).fetchall():
        column = TABLE[table].stems()[stem][0]
        value = world.cells.get((table, row_id, stem))
        wrong = world.wrong(column, value, chance) if value else None
        if column.role == "claim" and value and wrong and table != "subpoenas":
            tier = "held" if held else "quoted"
            yield Forgery(table, row_id, column, value, wrong, tier, tuple(ids))


def checked(
    published: Mapping[str, pa.Table], each: Forgery
) -> tuple[Sequence[Problem], dict[str, pa.Table]]:
    """What the rules tell of published tables with a forgery in them, and these tables."""
    copy = from_rows(published, TEXTS.empty_table(), ReviewedPlaces({}, {}, {}), frozenset())
    _forge(copy.con, each)
    _compute(copy.con)
    tables = copy.tables()
    copy.close()
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in tables.items():
            pq.write_table(rows, Path(folder) / f"{name}.parquet")
        relations, unread = from_folder(Path(folder))
        problems = unread or ask.problems(relations)
        relations.close()
    return problems, tables


def _forge(con: duckdb.DuckDBPyConnection, each: Forgery) -> None:
    """Write the wrong value wherever the value stands: cell, copies, evidence, conflict."""
    kind = each.column.duckdb_type
    column, key = quoted(each.column.name), quoted(TABLE[each.table].key)
    new = f"CAST({literal(each.wrong)} AS {kind})"
    con.execute(f"UPDATE {quoted(each.table)} SET {column} = {new} WHERE {key} = ?", [each.row_id])
    copied = TABLE["subpoenas"].column_map().get(each.column.name)
    if each.table == "acts" and copied and copied.claim and copied.claim.copied:
        con.execute(
            f"UPDATE subpoenas SET {column} = {new} "
            f"WHERE act_id = ? AND CAST({column} AS VARCHAR) = ?",
            [each.row_id, each.value],
        )
    quoted_old, quoted_new = (json.dumps(v, ensure_ascii=False) for v in (each.value, each.wrong))
    con.execute(
        "UPDATE evidence SET value = $new, "
        "arguments = replace(arguments, $old_typed, $new_typed) "
        "WHERE value = $old "
        "AND (list_contains($ids, evidence_id) OR list_contains($ids, via_evidence_id))",
        {
            "new": each.wrong,
            "old": each.value,
            "ids": list(each.pieces),
            "old_typed": f'"value": {quoted_old}',
            "new_typed": f'"value": {quoted_new}',
        },
    )
    con.execute(
        "UPDATE conflicts SET published_value = $new WHERE table_name = $table AND row_id = $row "
        "AND column_name = $stem AND published_value = $old",
        {
            "new": each.wrong,
            "old": each.value,
            **{"table": each.table, "row": each.row_id, "stem": each.column.stem},
        },
    )


def _compute(con: duckdb.DuckDBPyConnection) -> None:
    """Make every computed column anew, but for what the words of evidence give."""
    reweigh(con)
    for step in steps.every():
        if isinstance(step, Run):
            step.call(con)
        elif isinstance(step, Fill) and "value" not in step.names:
            put(con, step)
    for step in steps.dates():
        put(con, step)
