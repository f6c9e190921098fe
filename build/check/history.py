"""What was published stays, or is retired by name: ids, words that lost in conflicts, verdicts.

The tables of `datasets/tables` are what was published last. A checkout without them has no history.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from ice_subpoenas.derivations.find import plain
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.published import names
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import literal, memory, quoted
from ice_subpoenas.tables import TABLE
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
    audits found. `unread` are the tables of which nobody can say what they held."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    losing: tuple[Losing, ...] = ()
    words: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    audits: Mapping[tuple[str, str], tuple[Any, ...]] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()


def read(root: Path) -> History:
    """What was published last; nothing where there are no tables."""
    if not (root / FOLDER).is_dir():
        return History()
    with contextlib.closing(memory()) as con:
        unread = tuple(_unread(con, root))
        losing = con.execute(LOSING).fetchall()
        words = con.execute(WORDS).fetchall()
        ids = {
            name: frozenset(row_id for (row_id,) in con.execute(_ids(name)).fetchall())
            for name in KEPT
        }
        audits = {
            (name, row_id): tuple(values)
            for name, columns in FOUND.items()
            for row_id, *values in con.execute(_ids(name, *columns)).fetchall()
        }
    return History(
        ids,
        tuple(Losing(row[0], row[1:4], *row[4:]) for row in losing),
        {(table, row_id): frozenset(said) for table, row_id, said in words},
        audits,
        unread,
    )


LOSING = """\
SELECT c.conflict_id, table_name, row_id, column_name, e.source_id, e.exact
FROM conflicts c JOIN evidence e USING (table_name, row_id, column_name)
WHERE e.stance = 'contests' AND e.derivation <> 'copied'"""
WORDS = "SELECT table_name, row_id, list(DISTINCT exact) FROM evidence GROUP BY ALL"
CELL = ("table_name", "row_id", "column_name")
READ = {
    **{name: (TABLE[name].key, *FOUND.get(name, ())) for name in KEPT},
    "conflicts": ("conflict_id", *CELL),
    "evidence": (*CELL, "source_id", "exact", "stance", "derivation"),
}
"""The columns that are read of each table."""


def _ids(name: str, *columns: str) -> str:
    """SQL for the ids of a table, with other columns."""
    return f"SELECT {', '.join(map(quoted, (TABLE[name].key, *columns)))} FROM {quoted(name)}"


def _unread(con: duckdb.DuckDBPyConnection, root: Path) -> Iterator[Problem]:
    """Make the tables that were published last; empty if they were not yet, or cannot be read."""
    listed = _listed(root)
    for name, columns in READ.items():
        file = f"{FOLDER}/{name}.parquet"
        is_new = not (root / file).exists() and file not in listed
        fault = None if is_new else _fault(con, root / file, name, columns)
        if is_new or fault:
            nothing = ", ".join(f"NULL::VARCHAR AS {quoted(column)}" for column in columns)
            con.execute(f"CREATE TABLE {quoted(name)} AS SELECT {nothing} LIMIT 0")
        if fault:
            said = f"what was published last cannot be read: {fault}"
            yield RULES["history-unread"].at(Place(file, 1), said)


def _fault(
    con: duckdb.DuckDBPyConnection, path: Path, name: str, columns: Iterable[str]
) -> str | None:
    """Make a table of a file; or why that cannot be done."""
    if not path.is_file():
        return "the file is missing"
    chosen = ", ".join(map(quoted, columns))
    try:
        con.execute(f"CREATE TABLE {quoted(name)} AS SELECT {chosen} FROM {literal(path)}")
    except duckdb.Error as error:
        return str(error).splitlines()[0].replace(f"{path.parent}/", "")
    return None


def _listed(root: Path) -> set[str]:
    """The files that were published last; of a broken list, all that ever are."""
    try:
        found: Iterable[str] = names.checksums(root / "datasets" / names.SUMS)
    except (OSError, ValueError):
        found = names.PUBLISHED
    return {f"datasets/{name}" for name in found}


def problems(history: History, written: Mapping[tuple[str, str], Written]) -> Iterator[Problem]:
    """Ids that are gone without a word, words that went with a row or a conflict, verdicts that
    were changed, and tables that cannot say what was published."""
    yield from history.unread
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
