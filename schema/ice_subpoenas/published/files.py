"""Every file of a published folder and of a release, as it must be: made to write or to compare."""

import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ..formats import csv
from ..formats.arrow import arrow_schema
from ..formats.dictionary import dictionary
from ..row import Table
from ..tables import TABLES
from ..views import VIEWS
from . import database, datapackage, datasette, hub, names, overview


def write(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """Write the published files of complete tables into an empty folder, hashes last."""
    (folder / names.FOLDER).mkdir()
    typed = {table.table: tables[table.table].cast(arrow_schema(table)) for table in TABLES}
    for table in TABLES:
        _parquet(typed[table.table], table, names.path_of(folder, table))
    with database.made(typed, folder / names.DATABASE) as connection:
        for name, content in overview.files(connection).items():
            (folder / name).write_bytes(content)
    for name, content in _declared(typed).items():
        (folder / name).write_bytes(content)
    (folder / names.DESCRIPTOR).write_bytes(as_json(datapackage.descriptor(typed, folder)))
    (folder / names.SUMS).write_bytes(names.sums(folder).encode())


def _parquet(rows: pa.Table, table: Table, path: Path) -> None:
    pq.write_table(
        rows,
        path,
        compression="zstd",
        sorting_columns=[pq.SortingColumn(rows.column_names.index(table.key))],
        write_page_checksum=True,
    )


def as_json(value: object) -> bytes:
    """JSON as every descriptor is written."""
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()


def copies(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """The CSV copies of a release, by their names in its folder."""
    return {
        f"{names.CSV}/{table.table}.csv": csv.write(
            table.columns(), tables[table.table].to_pylist()
        )
        for table in TABLES
    }


def _declared(tables: Mapping[str, pa.Table]) -> dict[str, bytes]:
    """What the declarations give, and which tables have rows."""
    return {
        names.DICTIONARY: dictionary([*TABLES, *VIEWS]).encode(),
        names.METADATA: as_json(datasette.metadata()),
        names.CARD: hub.card(tables).encode(),
    }


def described(tables: Mapping[str, pa.Table], folder: Path) -> dict[str, bytes]:
    """What describes the other files of a published folder, made from them as they lie there."""
    return _declared(tables) | {names.DESCRIPTOR: as_json(datapackage.descriptor(tables, folder))}


def described_release(tables: Mapping[str, pa.Table], folder: Path) -> dict[str, bytes]:
    """What describes the other files of a release, made from them as they lie there."""
    copied = datapackage.csv_descriptor(tables, folder / names.CSV)
    return _declared(tables) | {
        names.DESCRIPTOR: as_json(datapackage.descriptor(tables, folder, release=True)),
        f"{names.CSV}/{names.DESCRIPTOR}": as_json(copied),
    }
