"""Every computed column of the real tables changed, one value at a time or many in one folder."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from forging import rows, typed
from ice_subpoenas.problem import Problem
from ice_subpoenas.published import names
from ice_subpoenas.relations.open import from_folder
from ice_subpoenas.row import Column, Row
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLE, TABLES

Held = Mapping[str, list[dict[str, Any]]]
APART = ("sources", "acts")
"""Tables that so much follows from that their changes are tried in a folder of their own."""
BLURRED = {"shared_passages.source_id": "acts"}
"""Columns of which nothing is told where other columns of their few rows are wrong."""


@dataclass(frozen=True)
class Change:
    """One value of a computed column that is not what it must be."""

    table: str
    column: str
    row_id: str
    old: Any
    new: Any

    @property
    def name(self) -> str:
        """The column, as lists of columns name it."""
        return f"{self.table}.{self.column}"


def changes(tables: Mapping[str, pa.Table]) -> list[Change]:
    """For each computed column another value, a null, and a value where there was none."""
    held = {table.table: rows(tables, table.table) for table in TABLES}
    found: list[Change] = []
    for table in TABLES:
        used: Counter[str] = Counter()
        for column in table.columns():
            if column.role == "derived":
                found += _of_column(held, table, column, used)
    return found


def _of_column(
    held: Held, table: type[Row], column: Column, used: Counter[str]
) -> Iterator[Change]:
    own = [row for row in held[table.table] if row.get("derivation") != "copied"]
    given = [row for row in own if row[column.name] is not None]
    empty = [row for row in own if row[column.name] is None]
    if given:
        row = _fresh(table, given, used)
        yield _change(table, column, row, _other(held, column, row[column.name], given))
        if not column.required:
            yield _change(table, column, _fresh(table, given, used), None)
    if empty:
        row = _fresh(table, empty, used)
        yield _change(table, column, row, _other(held, column, None, given))


def _fresh(table: type[Row], listed: list[dict[str, Any]], used: Counter[str]) -> dict[str, Any]:
    """The row of which the fewest columns were changed so far."""
    row = min(listed, key=lambda each: used[each[table.key]])
    used[row[table.key]] += 1
    return row


def _change(table: type[Row], column: Column, row: Mapping[str, Any], new: Any) -> Change:
    return Change(table.table, column.name, str(row[table.key]), row[column.name], new)


def _other(held: Held, column: Column, value: Any, given: list[dict[str, Any]]) -> Any:
    """A value of the column that is not the given one: of another row, if there is one."""
    if column.codes:
        return next(code for code in column.codes if code != value)
    if column.type is bool:
        return not value
    if column.type is int:
        return (value or 0) + 1
    if column.type is date:
        return (value or date(2020, 1, 1)) + timedelta(days=1)
    target = TABLE.get(column.references or "")
    known = [row[target.key] for row in held[target.table]] if target else []
    others = [v for v in [*(row[column.name] for row in given), *known] if v != value]
    return others[0] if others else f"{value or ''}x"


def batches(listed: Iterable[Change]) -> list[list[Change]]:
    """The changes in few folders, what does not blur what is told of one another together.

    A second change of a cell is tried in another folder than the first.
    """
    found: dict[str, list[Change]] = {}
    for change in listed:
        room = change.table if change.table in APART else BLURRED.get(change.name, "others")
        own = found.setdefault(room, [])
        is_again = (change.name, change.row_id) in {(each.name, each.row_id) for each in own}
        (found.setdefault(APART[0], []) if is_again else own).append(change)
    return list(found.values())


def asked(place: Path, tables: Mapping[str, pa.Table], made: Iterable[Change]) -> list[Problem]:
    """What the rules find in the tables below `place` after the changes; they are undone again."""
    listed = list(made)
    touched = {change.table for change in listed}
    folder = place / names.FOLDER
    kept = {name: (folder / f"{name}.parquet").read_bytes() for name in touched}
    for name, table in applied(tables, listed).items():
        pq.write_table(table, folder / f"{name}.parquet")
    try:
        relations, problems = from_folder(folder)
        with closing(relations):
            return problems or ask.problems(relations)
    finally:
        for name, content in kept.items():
            (folder / f"{name}.parquet").write_bytes(content)


def applied(tables: Mapping[str, pa.Table], listed: Iterable[Change]) -> dict[str, pa.Table]:
    """The tables that the changes touch, changed."""
    found: dict[str, list[dict[str, Any]]] = {}
    for change in listed:
        own = found.setdefault(change.table, rows(tables, change.table))
        key = TABLE[change.table].key
        for row in own:
            if row[key] == change.row_id:
                row[change.column] = change.new
    return {name: typed(name, own) for name, own in found.items()}


def laid(tables: Mapping[str, pa.Table], room: Path) -> Path:
    """A folder with the Parquet files of tables, to change."""
    shutil.rmtree(room / names.FOLDER, ignore_errors=True)
    (room / names.FOLDER).mkdir(parents=True)
    for name, table in tables.items():
        pq.write_table(table, room / names.FOLDER / f"{name}.parquet")
    return room


def missed(place: Path, tables: Mapping[str, pa.Table], listed: Iterable[Change]) -> list[Change]:
    """The changes, all made in one folder, that no problem names by file and row.

    Of a row of which several columns were changed, the problem must name the column too.
    """
    made = list(listed)
    told: dict[tuple[str, int], list[str]] = {}
    for problem in asked(place, tables, made):
        told.setdefault((problem.file, problem.line), []).append(problem.message)
    alone = Counter((change.table, change.row_id) for change in made)
    keys = {name: tables[name][TABLE[name].key].to_pylist() for name in {c.table for c in made}}

    def is_told(change: Change) -> bool:
        line = keys[change.table].index(change.row_id) + 1
        messages = told.get((f"{change.table}.parquet", line), [])
        named = [each for each in messages if f".{change.column} " in each]
        return bool(named if alone[change.table, change.row_id] > 1 else messages)

    return [change for change in made if not is_told(change)]
