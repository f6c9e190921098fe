"""Write the published files, all or none, and compare them with what the rows would give.

A set of files is made in `.staging` and listed, with hashes, in the journal `.publishing`; then
each file is moved to its place and the journal removed. Whoever finds a journal knows that the
folder is between two releases: readers refuse it and the next build finishes it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ice_subpoenas import TABLES, data, formats, views
from ice_subpoenas.release import agreement

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

LOCK = Path(__file__).parents[2] / "requirements.lock"
DESCRIPTOR = data.DESCRIPTOR
DICTIONARY = data.DICTIONARY
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SUMMARY = (
    "Administrative (immigration) subpoenas that U.S. Immigration and Customs Enforcement served "
    "on state and local governments, with the words of the sources that each value rests on."
)


def write(rows: Rows, out: Path) -> list[Path]:
    """Publish the rows of every table into `out`, and say which files were written.

    Interrupted at any moment, it leaves each file whole; the next call finishes or starts again.
    """
    if out.is_symlink():
        raise ValueError(f"{out} is a symbolic link; name the folder that it points to")
    out.mkdir(parents=True, exist_ok=True)
    finish(out)
    staging = out / data.STAGING
    staging.mkdir()
    stage(rows, staging)
    _open_journal(out, staging)
    finish(out)
    return [out / name for name in sorted(data.checksums(out / data.SUMS))] + [out / data.SUMS]


def finish(out: Path) -> None:
    """Finish what an interrupted `write` began: move the set into place, or throw it away."""
    journal = out / data.JOURNAL
    staging = out / data.STAGING
    if journal.exists():
        plan = json.loads(journal.read_text("utf-8"))
        if _is_complete(plan["files"], staging, out):
            _move(plan, staging, out)
            _sync(out)
            journal.unlink()
            _sync(out)
    _discard(staging)


def _is_complete(files: Mapping[str, str], staging: Path, out: Path) -> bool:
    return all(
        _holds(staging / name, digest) or _holds(out / name, digest)
        for name, digest in files.items()
    )


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and data.sha256(path) == digest


def _move(plan: Mapping[str, Any], staging: Path, out: Path) -> None:
    for name, digest in plan["files"].items():
        if not _holds(out / _plain(name), digest):
            os.replace(staging / name, out / name)
    for name in plan["remove"]:
        (out / _plain(name)).unlink(missing_ok=True)


def _plain(name: str) -> str:
    """A name that stays inside the folder, whatever the journal says."""
    if Path(name).name != name or name.startswith("."):
        raise ValueError(f"{data.JOURNAL} lists {name!r}, which is no published file")
    return name


def _discard(staging: Path) -> None:
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    elif staging.exists():
        shutil.rmtree(staging)


def _open_journal(out: Path, staging: Path) -> None:
    """Write the journal, itself in one piece, once every staged file is on the disk."""
    files = {path.name: data.sha256(path) for path in sorted(staging.iterdir())}
    blocked = [name for name in files if (out / name).is_dir()]
    if blocked:
        raise ValueError(f"{out / blocked[0]} is a folder where a published file belongs")
    for name in files:
        _sync(staging / name)
    old = data.checksums(out / data.SUMS) if (out / data.SUMS).is_file() else {}
    plan = {"files": files, "remove": sorted(_plain(name) for name in old.keys() - files.keys())}
    draft = staging / data.JOURNAL
    draft.write_text(json.dumps(plan, indent=1), "utf-8")
    _sync(draft)
    _sync(staging)
    os.replace(draft, out / data.JOURNAL)
    _sync(out)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# --- the files --------------------------------------------------------------------------------


def stage(rows: Rows, staging: Path) -> None:
    """Make every published file in an empty folder."""
    tables = _arrow(rows)
    tables[views.SUBPOENAS_FLAT.table] = data.write(tables, staging / data.DATABASE)
    for table in data.PARQUET:
        _parquet(tables[table.table], table, staging / f"{table.table}.parquet")
    dictionary = formats.dictionary(data.DESCRIBED)
    (staging / DICTIONARY).write_text(dictionary, "utf-8", newline="\n")
    text = json.dumps(descriptor(rows, staging), indent=2, ensure_ascii=False) + "\n"
    (staging / DESCRIPTOR).write_text(text, "utf-8", newline="\n")
    sums = [f"{data.sha256(path)}  {path.name}\n" for path in sorted(staging.iterdir())]
    (staging / data.SUMS).write_text("".join(sums), "utf-8", newline="\n")


def _arrow(rows: Rows) -> dict[str, pa.Table]:
    known = {table.table for table in TABLES}
    if rows.keys() != known:
        raise ValueError(f"rows and tables differ: {sorted(rows.keys() ^ known)}")
    return {
        table.table: pa.Table.from_pylist(
            formats.records(table, rows[table.table]), formats.arrow_schema(table)
        )
        for table in TABLES
    }


def _parquet(rows: pa.Table, table: formats.Table, path: Path) -> None:
    pq.write_table(
        rows,
        path,
        compression="zstd",
        sorting_columns=[pq.SortingColumn(rows.column_names.index(table.key))],
        write_page_checksum=True,
    )


def descriptor(rows: Rows, place: Path) -> dict[str, Any]:
    """The Data Package (version 2) of the files in a folder."""
    return {
        "$schema": PROFILE,
        "name": "ice-subpoenas",
        "title": "ICE administrative subpoenas on state and local governments",
        "description": SUMMARY,
        "version": formats.VERSION,
        "keywords": ["administrative subpoena", "ICE", "immigration", "state and local government"],
        "licenses": [
            {
                "name": formats.LICENSE_NAME,
                "path": "https://creativecommons.org/publicdomain/zero/1.0/",
                "title": "CC0 1.0 Universal. It covers our rows, not the words that we quote.",
            }
        ],
        "contributors": [{"title": "The ice-subpoenas contributors", "roles": ["creator"]}],
        "sources": [_source(row) for row in sorted(rows["sources"], key=_source_id)],
        "resources": [
            *(_table_resource(table, place) for table in data.PARQUET),
            _dictionary_resource(place),
        ],
    }


def _source_id(row: Mapping[str, Any]) -> str:
    return str(row["source_id"])


def _source(row: Mapping[str, Any]) -> dict[str, str]:
    title = row.get("title") or row.get("publisher") or row["source_id"]
    return {"title": title} | ({"path": row["url"]} if row.get("url") else {})


def _table_resource(table: formats.Table, place: Path) -> dict[str, Any]:
    path = f"{table.table}.parquet"
    return {
        "name": table.table,
        "type": "table",
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": formats.warned(table.about(), table.caution),
        "hash": f"sha256:{data.sha256(place / path)}",  # no `bytes`: frictionless rejects any value
        "schema": formats.table_schema(table),
    }


def _dictionary_resource(place: Path) -> dict[str, Any]:
    return {
        "name": "data-dictionary",
        "path": DICTIONARY,
        "format": "md",
        "mediatype": "text/markdown",
        "description": "What each table, column and code means.",
        "encoding": "utf-8",
        "hash": f"sha256:{data.sha256(place / DICTIONARY)}",
        "bytes": (place / DICTIONARY).stat().st_size,
    }


# --- comparing --------------------------------------------------------------------------------


def diff(rows: Rows, out: Path) -> list[str]:
    """How the published files differ from what the rows would give, as 'FILE: what differs'.

    Bytes are compared only under the versions of pyarrow and DuckDB that the lock file names; the
    DuckDB file, which git ignores, only where there is one.
    """
    broken = data.unfinished(out)
    if broken:
        return [broken]
    with tempfile.TemporaryDirectory() as made:
        fresh = Path(made)
        stage(rows, fresh)
        exact = is_locked(LOCK)
        problems = [line for t in data.PARQUET for line in _diff_table(t, fresh, out, exact)]
        problems += _diff_text(DICTIONARY, fresh, out)
        problems += _diff_descriptor(fresh, out, exact)
        problems += _diff_sums(fresh, out)
        problems += _diff_database(fresh, out)
    return problems


def is_locked(lock: Path, names: Iterable[str] = ("pyarrow", "duckdb")) -> bool:
    """Whether the installed versions are those of the lock file; false where there is none."""
    if not lock.is_file():
        return False
    pinned = dict(re.findall(r"(?m)^([\w.-]+)==([\w.+-]+)", lock.read_text("utf-8")))
    return all(pinned.get(name) == version(name) for name in names)


def _diff_table(table: formats.Table, fresh: Path, out: Path, exact: bool) -> list[str]:
    name = f"{table.table}.parquet"
    if not (out / name).is_file():
        return [f"{name}: is missing"]
    try:
        old = data.read(out, table)
    except pa.ArrowInvalid as error:
        return [f"{name}: is no readable Parquet file ({str(error).splitlines()[0]})"]
    new = data.read(fresh, table)
    found = _diff_schema(old.schema, new.schema) or _diff_rows(old, new, table.key)
    if not found and exact and (out / name).read_bytes() != (fresh / name).read_bytes():
        found = ["same rows, but other bytes than the locked pyarrow writes"]
    return [f"{name}: {line}" for line in found]


def _diff_schema(old: pa.Schema, new: pa.Schema) -> list[str]:
    if old.names != new.names:
        changed = sorted(set(old.names) ^ set(new.names))
        return [f"columns differ: {', '.join(changed) or 'their order'}"]
    fields = [f.name for f in new if not f.equals(old.field(f.name), check_metadata=True)]
    if fields:
        return [f"type or metadata differ in {', '.join(fields)}"]
    return [] if old.equals(new, check_metadata=True) else ["metadata of the table differ"]


def _diff_rows(old: pa.Table, new: pa.Table, key: str) -> list[str]:
    if old.equals(new):
        return []
    before = {row[key]: row for row in old.to_pylist()}
    after = {row[key]: row for row in new.to_pylist()}
    both = before.keys() & after.keys()
    lines = {
        "rows to add": after.keys() - before.keys(),
        "rows to remove": before.keys() - after.keys(),
        "rows to change": {name for name in both if before[name] != after[name]},
    }
    found = [f"{what}: {_some(names)}" for what, names in lines.items() if names]
    return found or ["rows repeat or stand in another order"]


def _some(names: Iterable[Any]) -> str:
    shown = sorted(map(str, names))
    return ", ".join(shown[:5]) + (f" and {len(shown) - 5} more" if len(shown) > 5 else "")


def _diff_text(name: str, fresh: Path, out: Path) -> list[str]:
    if not (out / name).is_file():
        return [f"{name}: is missing"]
    old = (out / name).read_bytes().splitlines()
    new = (fresh / name).read_bytes().splitlines()
    places = [n for n, (a, b) in enumerate(zip(old, new, strict=False), 1) if a != b]
    if places or len(old) != len(new):
        return [f"{name}: differs from line {places[0] if places else min(len(old), len(new)) + 1}"]
    return []


def _diff_descriptor(fresh: Path, out: Path, exact: bool) -> list[str]:
    """Compare descriptors; hashes of Parquet files only under the locked versions."""
    if exact or not (out / DESCRIPTOR).is_file():
        return _diff_text(DESCRIPTOR, fresh, out)
    try:
        old = _without_hashes(json.loads((out / DESCRIPTOR).read_text("utf-8")))
    except json.JSONDecodeError as error:
        return [f"{DESCRIPTOR}: is no JSON ({error})"]
    new = _without_hashes(json.loads((fresh / DESCRIPTOR).read_text("utf-8")))
    return [
        f"{DESCRIPTOR}: {key} differs"
        for key in sorted(old.keys() | new.keys())
        if old.get(key) != new.get(key)
    ]


def _without_hashes(package: dict[str, Any]) -> dict[str, Any]:
    for resource in package["resources"]:
        resource.pop("hash", None)
    return package


def _diff_sums(fresh: Path, out: Path) -> list[str]:
    """Check the list of hashes against the files that it is published with."""
    if not (out / data.SUMS).is_file():
        return [f"{data.SUMS}: is missing"]
    listed = data.checksums(out / data.SUMS)
    problems = [
        f"{data.SUMS}: lists {name}, which is not published"
        for name in sorted(listed.keys() - data.checksums(fresh / data.SUMS).keys())
    ]
    for name in sorted(data.checksums(fresh / data.SUMS)):
        path = out / name
        if path.is_file() and name not in listed:
            problems.append(f"{data.SUMS}: does not list {name}")
        elif path.is_file() and name != data.DATABASE and data.sha256(path) != listed[name]:
            problems.append(f"{data.SUMS}: has another hash for {name} than the file")
    return problems


def _diff_database(fresh: Path, out: Path) -> list[str]:
    if not (out / data.DATABASE).is_file():
        return []
    try:
        old = content_digest(out / data.DATABASE)
    except duckdb.Error as error:
        return [f"{data.DATABASE}: cannot be opened ({str(error).splitlines()[0]})"]
    new = content_digest(fresh / data.DATABASE)
    return [f"{data.DATABASE}: {part} differ" for part in new if old[part] != new[part]]


def content_digest(path: Path) -> dict[str, str]:
    """Digests of what a DuckDB file says, its rows and its definitions, whatever its bytes."""
    rows, definitions = hashlib.sha256(), hashlib.sha256()
    with duckdb.connect(str(path), read_only=True) as connection:
        for query in agreement.DEFINITIONS.values():
            for row in connection.execute(query).fetchall():
                definitions.update(json.dumps(row, default=str).encode())
        listed = "SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
        for (name,) in connection.execute(listed).fetchall():
            rows.update(f"{name}\n".encode())
            everything = f"SELECT to_json(x) FROM {formats.quoted(name)} x ORDER BY ALL"
            for (row,) in connection.execute(everything).fetchall():
                rows.update(f"{row}\n".encode())
    return {"rows": rows.hexdigest(), "definitions": definitions.hexdigest()}
