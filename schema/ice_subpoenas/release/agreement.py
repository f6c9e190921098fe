"""Whether Parquet, DuckDB and CSV say the same, and which of them does not.

Nothing that a DuckDB file asks for is carried out: it is opened read-only, without access to other
files, and its views are read only where they are those that this package would write.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ice_subpoenas.release import content

from .. import csvs, data, formats

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

Record = Mapping[str, Any]
Tables = Mapping[str, Sequence[Record]]

CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "lock_configuration": "true",
}
DEFINITIONS = {
    "enums": "SELECT type_name, CAST(labels AS VARCHAR), comment FROM duckdb_types()"
    " WHERE NOT internal AND logical_type = 'ENUM' ORDER BY ALL",
    "tables": "SELECT table_name, sql, comment FROM duckdb_tables() WHERE NOT internal"
    " ORDER BY ALL",
    "columns": "SELECT table_name, column_index, column_name, data_type, is_nullable, comment"
    " FROM duckdb_columns() WHERE NOT internal ORDER BY ALL",
    "constraints": "SELECT table_name, constraint_index, constraint_text FROM duckdb_constraints()"
    " ORDER BY ALL",
    "views": "SELECT view_name, sql, comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL",
    "macros": "SELECT function_name, CAST(parameters AS VARCHAR), macro_definition, comment"
    " FROM duckdb_functions() WHERE NOT internal ORDER BY ALL",
}
"""What a DuckDB file holds besides rows, kind by kind."""


def digests(tables: Tables) -> dict[str, str]:
    """The content digest of each table."""
    return {
        table.table: content.digest(
            table.table, [column.name for column in table.columns()], tables[table.table]
        )
        for table in data.PARQUET
    }


def problems(
    place: Path, arrow: Mapping[str, pa.Table], tables: Tables, ours: bool = True
) -> Iterator[str]:
    """What the three formats of a folder say differently; CSV copies are only in a release.

    `ours` says whether the folder is of this package's version: another's views may differ."""
    stored, faults = _stored(place, arrow, ours)
    yield from faults
    copies: dict[str, list[dict[str, Any]]] = {}
    if (place / data.CSV).is_dir():
        copies, faults = _copies(place)
        yield from faults
    for table in data.PARQUET:
        others = {}
        if table.table in stored:
            others[data.DATABASE] = stored[table.table]
        if table.table in copies:
            others[f"{data.CSV}/{table.table}.csv"] = copies[table.table]
        yield from _differences(table, tables[table.table], others)


def _differences(
    table: formats.Table, parquet: Sequence[Record], others: Mapping[str, Sequence[Record]]
) -> Iterator[str]:
    """The formats that differ, the odd one out where two of three agree."""
    name, values = f"{table.table}.parquet", list(others.values())
    apart = {file: rows for file, rows in others.items() if rows != parquet}
    if len(values) == 2 and len(apart) == 2 and values[0] == values[1]:
        where = content.difference(table.key, values[0], parquet)
        yield f"{name}: rows differ from the DuckDB file and the CSV copy, which agree ({where})"
        return
    for file, rows in apart.items():
        where = content.difference(table.key, parquet, rows)
        yield f"{file}: {table.table}: rows differ from the Parquet file ({where})"


# --- CSV --------------------------------------------------------------------------------------


def _copies(place: Path) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """The rows of every CSV copy, and the copies that cannot be read."""
    found, faults = {}, []
    for table in data.PARQUET:
        path = place / data.CSV / f"{table.table}.csv"
        if path.is_file():
            try:
                found[table.table] = csvs.read(table.columns(), path.read_bytes())
            except ValueError as error:
                faults.append(f"{data.CSV}/{path.name}: {error}")
    return found, faults


# --- DuckDB -----------------------------------------------------------------------------------


def _stored(
    place: Path, arrow: Mapping[str, pa.Table], ours: bool
) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """The rows of the DuckDB file, and what of its definitions is not what it should be."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        fresh = Path(made) / data.DATABASE
        try:
            flat = data.write(arrow, fresh)
        except (duckdb.Error, ValueError) as error:
            said = str(error).splitlines()[0]
            return {}, [f"{data.DATABASE}: the Parquet files break a rule of it: {said}"]
        faults = []
        if ours and not flat.equals(arrow["subpoenas_flat"]):
            faults.append("subpoenas_flat.parquet: differs from the tables that it puts together")
        if not (place / data.DATABASE).is_file():
            return {}, faults  # already told
        try:
            with _closed(place / data.DATABASE) as stored, _closed(fresh) as made_anew:
                differing = list(_definitions(place, stored, made_anew)) if ours else []
                readable = ours and not differing
                return _rows(stored, arrow, views=readable), [*faults, *differing]
        except (duckdb.Error, ValueError, OverflowError) as error:
            said = str(error).splitlines()[0]
            return {}, [*faults, f"{data.DATABASE}: cannot be read: {said}"]


def _closed(path: Path) -> duckdb.DuckDBPyConnection:
    """A DuckDB file, read-only, which can reach no other file and no network."""
    import duckdb

    return duckdb.connect(str(path), read_only=True, config=CLOSED)


def _definitions(
    place: Path, stored: duckdb.DuckDBPyConnection, fresh: duckdb.DuckDBPyConnection
) -> Iterator[str]:
    """Kinds of definitions that differ; the SQL of views only under the DuckDB that wrote them."""
    exact = _written_by(place) in (None, fresh.execute("SELECT version()").fetchall()[0][0])
    for kind, query in DEFINITIONS.items():
        old, new = (connection.execute(query).fetchall() for connection in (stored, fresh))
        if not exact:  # names and comments: other versions spell the same SQL otherwise
            old, new = ([(row[0], row[-1]) for row in rows] for rows in (old, new))
        apart = sorted({row[0] for row in {*old} ^ {*new}})
        if apart:
            shown = ", ".join(apart[:3]) + (" …" if len(apart) > 3 else "")
            yield f"{data.DATABASE}: {kind} differ from the declaration: {shown}"


def _written_by(place: Path) -> str | None:
    """The version of DuckDB that the manifest names; null where there is no manifest."""
    try:
        manifest = json.loads((place / data.MANIFEST).read_text("utf-8"))
        return f"v{manifest['tools']['duckdb']}"
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _rows(
    stored: duckdb.DuckDBPyConnection, arrow: Mapping[str, pa.Table], views: bool
) -> dict[str, list[dict[str, Any]]]:
    """The rows of every stored table; of the flat view too where the definitions are ours."""
    listed = "SELECT table_name FROM duckdb_tables() WHERE NOT internal"
    there = {name for (name,) in stored.execute(listed).fetchall()}
    there |= {"subpoenas_flat"} if views else set()
    found = {}
    for table in data.PARQUET:
        if table.table in there:
            name, key = formats.quoted(table.table), formats.quoted(table.key)
            rows = stored.sql(f"FROM {name} ORDER BY {key}").to_arrow_table()
            if rows.column_names == arrow[table.table].column_names:
                rows = rows.cast(arrow[table.table].schema)
            found[table.table] = rows.to_pylist()
    return found
