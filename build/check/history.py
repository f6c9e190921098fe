"""What was published stays, or is retired by name: ids, words that lost in conflicts, verdicts.

The tables of `datasets/tables` are what was published last. A checkout without them has no history.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from ice_subpoenas.derivations.find import plain
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import literal, memory, quoted
from ice_subpoenas.tables import TABLE, TABLES
from reviewed.rows import Written

FOLDER = "datasets/tables"
KEPT = (
    "acts", "act_groups", "agencies", "audited_passages", "audits", "case_facts", "conflicts",
    "events", "grounds", "individuals_referenced", "information_sought", "jurisdictions",
    "known_totals", "policy_statements", "proceedings", "quotes", "searches", "source_relations",
    "sources", "utterances",
)  # fmt: skip
"""The tables whose ids people write; those of other tables follow from their rows."""

FOUND = {"audits": ("verdict", "is_planted"), "audited_passages": ("n_facts", "n_lacking")}
"""Columns for what an audit found, which does not change afterwards."""

Cell = tuple[str, str, str]
TELLING = 8  # characters; shorter words, such as "ICE", tell nothing of their row


class Losing(NamedTuple):
    """Words that lost in a published conflict: its id, the cell, the source and the words."""

    conflict_id: str
    cell: Cell
    source: str
    words: str


@dataclass(frozen=True)
class History:
    """What was published: ids by table, losing words of conflicts, the words of each row, and what
    audits found."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    losing: tuple[Losing, ...] = ()
    words: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    audits: Mapping[tuple[str, str], tuple[Any, ...]] = field(default_factory=dict)


def read(root: Path) -> History:
    """What was published last; nothing where there are no tables, or other ones."""
    if not (root / FOLDER).is_dir():
        return History()
    tables = {table.table: literal(root / FOLDER / f"{table.table}.parquet") for table in TABLES}
    with contextlib.closing(memory()) as con:
        try:
            losing = con.execute(LOSING.format(**tables)).fetchall()
            words = con.execute(WORDS.format(**tables)).fetchall()
            found = con.execute(_ids(tables)).fetchall()
            audits = {
                (name, row_id): tuple(values)
                for name, sql in AUDITS.items()
                for row_id, *values in con.execute(sql.format(**tables)).fetchall()
            }
        except duckdb.Error:
            return History()
    ids: dict[str, set[str]] = {name: set() for name in KEPT}
    for name, row_id in found:
        ids[name].add(row_id)
    return History(
        {name: frozenset(each) for name, each in ids.items()},
        tuple(Losing(row[0], row[1:4], *row[4:]) for row in losing),
        {(table, row_id): frozenset(said) for table, row_id, said in words},
        audits,
    )


LOSING = """\
SELECT c.conflict_id, table_name, row_id, column_name, e.source_id, e.exact
FROM {conflicts} c JOIN {evidence} e USING (table_name, row_id, column_name)
WHERE e.stance = 'contests' AND e.derivation <> 'copied'"""
AUDITS = {
    "audits": "SELECT audit_id, verdict, is_planted FROM {audits}",
    "audited_passages": "SELECT audited_passage_id, n_facts, n_lacking FROM {audited_passages}",
}
WORDS = "SELECT table_name, row_id, list(DISTINCT exact) FROM {evidence} GROUP BY ALL"


def _ids(tables: Mapping[str, str]) -> str:
    """SQL for the ids that people wrote, with their tables."""
    return " UNION ALL ".join(
        f"SELECT {literal(name)}, {quoted(TABLE[name].key)} FROM {tables[name]}" for name in KEPT
    )


def problems(history: History, written: Mapping[tuple[str, str], Written]) -> Iterator[Problem]:
    """Ids that are gone without a word, words that went with a row or a conflict, and verdicts that
    were changed."""
    retired = {
        (str(row.values.get("table_name")), row_id): row
        for (table, row_id), row in written.items()
        if table == "retired_ids"
    }
    for table, ids in history.ids.items():
        for row_id in sorted(ids):
            if (table, row_id) not in written:
                yield from _gone(history, table, row_id, retired.get((table, row_id)))
    for losing in history.losing:
        record = retired.get(("conflicts", losing.conflict_id))
        table, row_id, column = losing.cell
        if ("conflicts", losing.conflict_id) in written or (table, row_id) not in written:
            continue
        is_kept = _bears(written[table, row_id], losing)
        if is_kept or not (record and _quotes(record, [losing.words])):
            went = "no longer give a value" if is_kept else "went with it"
            yield RULES["conflict-dropped"].at(
                record.block.place() if record else Place("retired.toml", 1),
                f"conflicts {losing.conflict_id} was published; of {table} {row_id}.{column} the "
                f"losing words “{plain(losing.words)}” of {losing.source} {went}",
            )
    for key, found in history.audits.items():
        row = written.get(key)
        if row and (now := tuple(map(row.values.get, FOUND[key[0]]))) != found:
            yield RULES["audit-changed"].at(
                row.block.place(),
                f"{' '.join(key)}: {', '.join(FOUND[key[0]])} were published as "
                f"{', '.join(map(str, found))}, and are {', '.join(map(str, now))} now",
            )


def _bears(row: Written, losing: Losing) -> bool:
    """Whether the losing words of a conflict are still with their cell, but give no value."""
    words = plain(losing.words).casefold()
    return any(
        each.column == losing.cell[2]
        and each.source == losing.source
        and each.arguments.get("bears")
        and words in plain(each.passage).casefold()
        for each in row.said
    )


def _gone(history: History, table: str, row_id: str, record: Written | None) -> Iterator[Problem]:
    """What is wrong with how a row that was published has gone."""
    if record is None:
        message = f"{table} {row_id} was published, and no row and no retired id has its id"
        yield RULES["id-gone"].at(Place("retired.toml", 1), message)
        return
    words = sorted(w for w in history.words.get((table, row_id), ()) if len(w) >= TELLING)
    if words and not record.values.get("successor_id") and not _quotes(record, words):
        yield RULES["words-dropped"].at(
            record.block.place(),
            f"{table} {row_id} was published with words such as “{plain(words[0])[:80]}”; the "
            "reason quotes none of them, and no successor is named",
        )


def _quotes(record: Written, words: Iterable[str]) -> bool:
    """Whether the reason of a retired id quotes any of the words."""
    reason = plain(str(record.values.get("reason"))).casefold()
    return any(plain(each).casefold() in reason for each in words)
