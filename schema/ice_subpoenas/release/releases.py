"""Read a release of any version: its rows, its columns, and what a newer one must be called.

The version follows the Data Package recipe. A column or a table that goes, a new column, and a row
that goes are a step of the first number; new rows, tables and codes of the second; a corrected
value, other evidence or another description of the third.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ice_subpoenas.release import archives, changes

from .. import data, formats
from ..tables import TABLE, TABLES

Schemas = Mapping[str, Mapping[str, Any]]
Rows = Mapping[str, Sequence[Mapping[str, Any]]]

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
    """The rows and columns of a release folder or archive, of whatever version."""
    import pyarrow as pa

    with archives.opened(path) as place:
        try:
            package = json.loads((place / data.DESCRIPTOR).read_text("utf-8"))
            schemas = {r["name"]: r["schema"] for r in package["resources"] if "schema" in r}
            version = str(package["version"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise archives.Refused(f"{path}: holds no sound {data.DESCRIPTOR}") from error
        try:
            return Release(version, schemas, {name: _rows(place, name) for name in schemas})
        except (pa.ArrowException, OSError, ValueError) as error:
            said = (str(error).splitlines() or [""])[0]
            raise archives.Refused(f"{path}: holds no sound Parquet file ({said})") from error


def _rows(place: Path, name: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    if not archives.is_plain(f"{name}.parquet"):
        raise ValueError(f"{name[:100]!r} is no name of a table")
    with pq.ParquetFile(place / f"{name}.parquet") as file:
        rows: list[dict[str, Any]] = file.read().to_pylist()
        return rows


def current(rows: Rows) -> Release:
    """Rows of this checkout, as the release that they would be."""
    tables = {table.table: formats.records(table, rows[table.table]) for table in TABLES}
    schemas = {table.table: formats.table_schema(table) for table in data.PARQUET}
    return Release(formats.VERSION, schemas, tables)


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
        raise ValueError(f"{version[:40]!r} is no version such as {FIRST}")
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
        if name in changes.ABOUT:
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
