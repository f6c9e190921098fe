"""Read a release of any version: its rows, its columns, and what a newer one must be called.

The version follows the Data Package recipe. A column or a table that goes, a new column, and a row
that goes are a step of the first number; new rows, tables and codes of the second; a corrected
value, other evidence or another description of the third.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..formats import VERSION as CURRENT
from ..formats.frictionless import table_schema
from ..published import names, parquet
from ..published.overview import OVERVIEW
from ..row import Table
from ..tables import TABLE, TABLES
from . import archives
from .changes.facts import ABOUT, Rows

Schemas = Mapping[str, Mapping[str, Any]]

LEVELS = ("patch", "minor", "major")
FIRST = "0.1.0"
VERSION = re.compile(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})")
TIGHTER = ("required", "unique", "pattern", "minimum")


@dataclass(frozen=True)
class Release:
    """What two releases are compared by."""

    version: str
    schemas: Schemas
    rows: Rows


@dataclass(frozen=True)
class Reason:
    """One difference, and the number of the version that it raises."""

    level: str
    what: str


def read(path: Path) -> Release:
    """The rows and columns of a release folder or archive, of whatever version.

    Raises archives.Refused where its descriptor or a Parquet file cannot be read, or where a table
    lacks its key: then nothing can be compared.
    """
    with archives.opened(path) as place:
        package = _package(path, place)
        schemas = {name: schema for name, schema, _ in _resources(path, package)}
        rows = {}
        with parquet.reader() as read_file:
            for name, _, file in _resources(path, package):
                try:
                    rows[name] = _rows(read_file, place / file, name)
                except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
                    said = (str(error).splitlines() or [type(error).__name__])[0]
                    raise archives.Refused(f"{path}: {file} cannot be compared ({said})") from error
        return Release(str(package.get("version")), schemas, rows)


def _package(path: Path, place: Path) -> Mapping[str, Any]:
    file = place / names.DESCRIPTOR
    try:
        if not file.is_file() or file.stat().st_size > archives.MOST_BYTES:
            raise ValueError("it is not a plain file")
        package = json.loads(file.read_text("utf-8"))
        if not isinstance(package["resources"], list) or not isinstance(package["version"], str):
            raise ValueError("it describes nothing")
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise archives.Refused(f"{path}: holds no sound {names.DESCRIPTOR} ({error})") from error
    return dict(package)


def _resources(path: Path, package: Mapping[str, Any]) -> Iterator[tuple[str, Any, str]]:
    """Name, schema and file of every table that is described as a Parquet file."""
    for resource in package["resources"]:
        schema = resource.get("schema") if isinstance(resource, dict) else None
        if not isinstance(schema, dict):
            continue
        name, file, fields = resource.get("name"), resource.get("path"), schema.get("fields")
        sound = isinstance(fields, list) and all(
            isinstance(f, dict) and {"name", "type"} <= f.keys() for f in fields
        )
        if not (
            isinstance(name, str) and isinstance(file, str) and archives.is_plain(file) and sound
        ):
            raise archives.Refused(f"{path}: {names.DESCRIPTOR} describes a table in no sound way")
        yield name, schema, file


def _rows(read: parquet.Read, path: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a Parquet file; ValueError where not every row has the key of its table."""
    rows: list[dict[str, Any]] = read(path).to_pylist()
    for key in NEEDED.get(name, ()):
        if not all(isinstance(row.get(key), str) for row in rows):
            raise ValueError(f"not every row has a text in the column {key!r}")
    if name in TABLE and len({row[TABLE[name].key] for row in rows}) < len(rows):
        raise ValueError(f"two rows have the same {TABLE[name].key!r}")
    return rows


CELL = ("table_name", "row_id", "column_name")
NEEDED: dict[str, tuple[str, ...]] = {table.table: (table.key,) for table in TABLES} | {
    "evidence": ("evidence_id", *CELL, "source_id", "derivation", "stance"),
    "conflicts": ("conflict_id", *CELL, "resolution"),
    "absences": ("absence_id", *CELL, "reason"),
}
"""Columns without which nothing of a table can be compared: its key, and what it is about."""


def current(tables: Mapping[str, pa.Table]) -> Release:
    """Tables of this checkout, as the release that they would be."""
    rows = {name: table.to_pylist() for name, table in tables.items()}
    declared: tuple[Table, ...] = (OVERVIEW, *TABLES)
    schemas = {table.table: table_schema(table) for table in declared}
    return Release(CURRENT, schemas, rows)


# --- the version ------------------------------------------------------------------------------


def fitting(old: Release | None, new: Release) -> tuple[str | None, list[Reason]]:
    """The version that a release must have, and why; null where nothing differs.

    >>> fitting(None, Release("", {}, {}))
    ('0.1.0', [])
    """
    if old is None:
        return FIRST, []
    reasons = [*_tables(old, new), *_rows_differ(old, new)]
    if not reasons:
        return None, []
    level = max((reason.level for reason in reasons), key=LEVELS.index)
    return following(old.version, level), reasons


def following(version: str, level: str) -> str:
    """The next version on a level.

    >>> [following("1.2.3", level) for level in LEVELS]
    ['1.2.4', '1.3.0', '2.0.0']
    """
    if not VERSION.fullmatch(version):
        raise ValueError(f"{version[:40]!r} is not a version such as {FIRST}")
    major, minor, patch = map(int, version.split("."))
    numbers = {
        "major": (major + 1, 0, 0),
        "minor": (major, minor + 1, 0),
        "patch": (major, minor, patch + 1),
    }
    return ".".join(map(str, numbers[level]))


def _tables(old: Release, new: Release) -> Iterator[Reason]:
    for name in sorted(old.schemas.keys() - new.schemas.keys()):
        yield Reason("major", f"table {name} removed")
    for name in sorted(new.schemas.keys() - old.schemas.keys()):
        yield Reason("minor", f"table {name} added")
    for name in sorted(old.schemas.keys() & new.schemas.keys()):
        before, after = old.schemas[name]["fields"], new.schemas[name]["fields"]
        yield from _columns(name, before, after)


def _columns(table: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Reason]:
    before = {field["name"]: field for field in old}
    after = {field["name"]: field for field in new}
    for name in before.keys() - after.keys():
        yield Reason("major", f"column {table}.{name} removed")
    for name in after.keys() - before.keys():
        yield Reason("major", f"column {table}.{name} added")
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Reason("major", f"columns of {table} in another order")
    for name in before:
        if name in after and before[name] != after[name]:
            yield _column(f"{table}.{name}", before[name], after[name])


def _column(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Reason:
    rules, others = (field.get("constraints", {}) for field in (old, new))
    codes, other_codes = (set(each.get("enum", ())) for each in (rules, others))
    if old["type"] != new["type"] or codes - other_codes or bool(codes) != bool(other_codes):
        return Reason("major", f"type or codes of {name} changed")
    if any(rules.get(rule) != others.get(rule) for rule in TIGHTER):
        return Reason("major", f"constraint of {name} changed")
    if other_codes - codes:
        added = ", ".join(sorted(other_codes - codes))
        return Reason("minor", f"codes of {name} added: {added}")
    return Reason("patch", f"description of {name} changed")


def _rows_differ(old: Release, new: Release) -> Iterator[Reason]:
    for name in new.rows:
        if name not in old.rows or name not in TABLE:
            continue
        before, after = (_by_key(TABLE[name].key, side.rows[name]) for side in (old, new))
        if name in ABOUT:
            if before != after:
                yield Reason("patch", f"{name} differ")
            continue
        yield from _some("major", "removed from", name, before.keys() - after.keys())
        yield from _some("minor", "added to", name, after.keys() - before.keys())
        changed = {key for key in before.keys() & after.keys() if before[key] != after[key]}
        yield from _some("patch", "changed in", name, changed)


def _by_key(key: str, rows: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    return {str(row.get(key)): row for row in rows}


def _some(level: str, what: str, table: str, keys: set[str]) -> Iterator[Reason]:
    if keys:
        shown = sorted(keys)
        more = f" and {len(shown) - 5} more" if len(shown) > 5 else ""
        yield Reason(level, f"{len(shown)} {what} {table}: {', '.join(shown[:5])}{more}")
