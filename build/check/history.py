"""What was published last, for the rules on what may not go or change without a word.

The tables of `datasets/tables` are what was published last. A checkout without them has no history.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.published import names
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import literal, make, quoted
from ice_subpoenas.tables import TABLE

FOLDER = "datasets/tables"
WRITTEN = (
    "acts", "act_groups", "agencies", "audited_passages", "audits", "case_facts", "conflicts",
    "events", "grounds", "individuals_referenced", "information_sought", "jurisdictions",
    "known_totals", "policy_statements", "proceedings", "quotes", "searches", "source_relations",
    "sources", "utterances",
)  # fmt: skip
"""The tables whose ids people write; those of other tables follow from their rows."""
CELL = ("table_name", "row_id", "column_name")
READ = {
    **{name: (TABLE[name].key,) for name in WRITTEN},
    "audits": ("audit_id", "verdict", "is_planted"),
    "audited_passages": ("audited_passage_id", "n_facts", "n_lacking"),
    "conflicts": ("conflict_id", *CELL),
    "evidence": (*CELL, "source_id", "exact", "stance", "derivation"),
}
"""The columns that are read of each table."""


@dataclass(frozen=True)
class History:
    """Some columns of the tables that were published last, and those that cannot be read."""

    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()

    def put(self, relations: Relations) -> None:
        """Lay it beside the rows: each table as `past_…`, and all ids that people write."""
        if not self.tables:
            return
        for name, table in self.tables.items():
            make(relations.con, f"past_{name}", table)
        ids = (
            f"SELECT {literal(name)} AS table_name, {quoted(TABLE[name].key)} AS row_id "
            f"FROM {quoted(f'past_{name}')}"
            for name in WRITTEN
        )
        relations.con.execute(f"CREATE OR REPLACE VIEW past_ids AS {' UNION ALL '.join(ids)}")
        relations.has |= {"past"}


def read(root: Path) -> History:
    """What was published last; nothing where there are no tables."""
    if not (root / FOLDER).is_dir():
        return History()
    listed, tables, unread = _listed(root), dict[str, pa.Table](), list[Problem]()
    for name, columns in READ.items():
        file = f"{FOLDER}/{name}.parquet"
        found: pa.Table | str = "the file is missing"
        if (root / file).exists():
            found = _table(root / file, columns)
        elif file not in listed:
            found = _empty(columns)  # a table that was not published yet
        if isinstance(found, str):
            said = f"what was published last cannot be read: {found}"
            unread.append(RULES["history-unread"].at(Place(file, 1), said))
        tables[name] = _empty(columns) if isinstance(found, str) else found
    return History(tables, tuple(unread))


def _empty(columns: tuple[str, ...]) -> pa.Table:
    return pa.schema([(column, pa.string()) for column in columns]).empty_table()


def _table(path: Path, columns: tuple[str, ...]) -> pa.Table | str:
    """Some columns of a file; or why they cannot be read."""
    try:
        with pq.ParquetFile(path) as file:
            lacking = [each for each in columns if each not in file.schema_arrow.names]
            if lacking:
                return f"it lacks {lacking[0]}"
            return file.read([*columns], use_threads=False)  # they do not survive a fork
    except (OSError, pa.ArrowException) as error:
        return str(error).splitlines()[0].replace(f"{path.parent}/", "")


def _listed(root: Path) -> set[str]:
    """The files that were published last; of a broken list, all that ever are."""
    try:
        found = {*names.checksums(root / "datasets" / names.SUMS)}
    except (OSError, ValueError):
        found = {*names.PUBLISHED}
    return {f"datasets/{name}" for name in found}
