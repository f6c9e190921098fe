"""Rows and files changed as a forger changes them, every hash and descriptor made anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import releasing
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.published import files, names
from ice_subpoenas.release import content
from ice_subpoenas.tables import TABLE

Tables = dict[str, pa.Table]
Row = dict[str, Any]
Spoil = Callable[[Path], object]


_listed: dict[int, tuple[pa.Table, list[Row]]] = {}
"""Tables whose rows were asked for, with these; a table by its identity, since it never changes."""


def rows(tables: Mapping[str, pa.Table], name: str) -> list[Row]:
    """The rows of a table, to change at will."""
    table = tables[name]
    if id(table) not in _listed:
        while len(_listed) > 50:
            _listed.pop(next(iter(_listed)))
        _listed[id(table)] = table, table.to_pylist()
    return [dict(row) for row in _listed[id(table)][1]]


def typed(name: str, listed: list[Row]) -> pa.Table:
    """Rows as the table that they are; raises where a column does not take a value."""
    key = TABLE[name].key
    return pa.Table.from_pylist(
        sorted(listed, key=lambda r: str(r[key])), arrow_schema(TABLE[name])
    )


def changed(tables: Mapping[str, pa.Table], name: str, row_id: str, **values: Any) -> Tables:
    """The tables with one row changed."""
    key = TABLE[name].key
    listed = [row | values if row[key] == row_id else row for row in rows(tables, name)]
    return dict(tables) | {name: typed(name, listed)}


def put(place: Path, name: str, listed: list[Row]) -> None:
    """Write the Parquet file of a table anew."""
    pq.write_table(typed(name, listed), names.path_of(place, TABLE[name]))


# --- what a forger does -----------------------------------------------------------------------


def summed(folder: Path) -> None:
    """Write the list of hashes anew."""
    (folder / names.SUMS).write_bytes(names.sums(folder).encode())


def described(folder: Path) -> None:
    """Make the copies, the descriptors, the manifest and the list of a release anew."""
    held = names.read_all(folder)
    manifest = json.loads((folder / names.MANIFEST).read_text("utf-8"))
    for name, made in files.copies(held).items():
        (folder / name).write_bytes(made)
    for name, made in files.described_release(held, folder).items():
        (folder / name).write_bytes(made)
    (folder / names.MANIFEST).write_bytes(files.as_json(manifest | content.stated(held)))
    summed(folder)


def edited(name: str, edit: Callable[[dict[str, Any]], object]) -> Spoil:
    """Change a JSON file of a folder."""

    def spoil(folder: Path) -> None:
        found = json.loads((folder / name).read_text("utf-8"))
        edit(found)
        (folder / name).write_bytes(files.as_json(found))

    return spoil


def written(name: str, text: str | bytes) -> Spoil:
    """Write a file of a folder."""

    def spoil(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    return spoil


@contextmanager
def of_version(number: str) -> Iterator[None]:
    """The code of another version."""
    with pytest.MonkeyPatch.context() as patch:
        releasing.version(patch, number)
        yield
