"""Check a folder of published files without the texts: `verify(folder)`.

Files against their hashes, tables against the declaration, rows against each other, and both
formats against one another. Each problem is a line 'FILE: what is wrong'.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from . import data, formats
from .row import Row
from .tables import TABLE, TABLES

if TYPE_CHECKING:
    import pyarrow as pa

Tables = Mapping[str, list[dict[str, Any]]]

LONGEST_CONTEXT = 32  # characters before and after a span: law 2
CHECKOUT = {"reviewed", ".gitignore"}  # what datasets/ of a checkout holds besides
POINTERS = ("evidence", "absences", "conflicts", "reviews")  # tables that point at a row


def verify(folder: Path | str) -> list[str]:
    """What is wrong with a folder of published files; an empty list when nothing is."""
    place = Path(folder)
    broken = data.unfinished(place)
    if broken:
        return [broken]
    if not place.is_dir():
        return [f"{place}: is no folder"]
    problems = [*_files(place), *_descriptor(place)]
    arrow, unread = _read(place)
    problems += unread
    if unread:
        return problems
    tables = {name: rows.to_pylist() for name, rows in arrow.items()}
    for law in LAWS:
        problems += law(tables)
    return [*problems, *_database(place, arrow)]


# --- files ------------------------------------------------------------------------------------


def _files(place: Path) -> Iterator[str]:
    if not (place / data.SUMS).is_file():
        yield f"{data.SUMS}: is missing"
        return
    listed = data.checksums(place / data.SUMS)
    expected = {f"{table.table}.parquet" for table in data.PARQUET}
    expected |= {data.DATABASE, "datapackage.json", "dictionary.md"}
    for name in sorted(expected - listed.keys()):
        yield f"{data.SUMS}: does not list {name}"
    extra = _extra(place, listed.keys())
    for name, digest in listed.items():
        if not (place / name).is_file():
            yield from _missing(place, name, digest, extra)
        elif data.sha256(place / name) != digest:
            yield f"{name}: has another hash than {data.SUMS} lists"
    for name in sorted(extra):
        yield f"{name}: is not listed in {data.SUMS}"


def _extra(place: Path, listed: Iterable[str]) -> set[str]:
    allowed = {*listed, data.SUMS, data.STAGING}  # a set that was never listed is no harm
    if _is_checkout(place):
        allowed |= CHECKOUT
    return {path.name for path in place.iterdir()} - allowed


def _is_checkout(place: Path) -> bool:
    return (place / "reviewed").is_dir()


def _missing(place: Path, name: str, digest: str, extra: set[str]) -> Iterator[str]:
    """A listed file that is not there; git does not hold the DuckDB file of a checkout."""
    files = [other for other in sorted(extra) if (place / other).is_file()]
    twin = next((other for other in files if data.sha256(place / other) == digest), None)
    if twin:
        yield f"{name}: was renamed to {twin}"
    elif name != data.DATABASE or not _is_checkout(place):
        yield f"{name}: is missing"


def _descriptor(place: Path) -> Iterator[str]:
    """The descriptor's hashes, sizes and schemas against the files and the declaration."""
    path = place / "datapackage.json"
    if not path.is_file():
        return  # already told
    try:
        resources = json.loads(path.read_text("utf-8"))["resources"]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        yield f"{path.name}: is no descriptor ({error})"
        return
    for resource in resources:
        yield from _resource(place, resource)
    schemas = {r["name"]: r.get("schema") for r in resources}
    for table in data.PARQUET:
        if schemas.get(table.table) != formats.table_schema(table):
            yield f"{path.name}: {table.table}: schema differs from the declaration"


def _resource(place: Path, resource: Mapping[str, Any]) -> Iterator[str]:
    file = place / resource["path"]
    if not file.is_file():
        return  # already told
    if "hash" in resource and resource["hash"] != f"sha256:{data.sha256(file)}":
        yield f"{file.name}: has another hash than datapackage.json states"
    if resource.get("bytes", file.stat().st_size) != file.stat().st_size:
        yield f"{file.name}: has {file.stat().st_size} bytes, not {resource['bytes']}"


def _read(place: Path) -> tuple[dict[str, pa.Table], list[str]]:
    """Every table, and the files that are unreadable or not as declared."""
    import pyarrow as pa

    tables, problems = {}, []
    for table in data.PARQUET:
        name = f"{table.table}.parquet"
        try:
            rows = data.read(place, table)
        except FileNotFoundError:
            problems.append(f"{name}: cannot be checked, it is missing")
        except pa.ArrowInvalid as error:
            problems.append(f"{name}: is no readable Parquet file ({str(error).splitlines()[0]})")
        else:
            if not rows.schema.equals(formats.arrow_schema(table), check_metadata=True):
                problems.append(f"{name}: schema or metadata differ from the declaration")
            tables[table.table] = rows
    return tables, problems


# --- rows -------------------------------------------------------------------------------------


def _rows(tables: Tables) -> Iterator[str]:
    """Each row keeps the declaration: types, codes, patterns, bounds, nulls; keys are unique."""
    for table in TABLES:
        seen: set[str] = set()
        for row in tables[table.table]:
            where = f"{table.table}.parquet: {row[table.key]}"
            try:
                table.model_validate(row)
            except ValidationError as error:
                first = error.errors()[0]
                yield f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
            if row[table.key] in seen:
                yield f"{where}: the key is not unique"
            seen.add(row[table.key])


def _references(tables: Tables) -> Iterator[str]:
    """Each foreign key is a key of the table that it names."""
    keys = _keys(tables)
    for table in TABLES:
        for column in table.columns():
            for row in tables[table.table] if column.references else []:
                value = row[column.name]
                if value is not None and value not in keys[column.references or ""]:
                    where = f"{table.table}.parquet: {row[table.key]}: {column.name}"
                    yield f"{where}: no {column.references} row is called {value!r}"


def _keys(tables: Tables) -> dict[str, set[str]]:
    return {table.table: {row[table.key] for row in tables[table.table]} for table in TABLES}


def _cells(tables: Tables) -> Iterator[str]:
    """What points at a cell points at one that exists; an absence at one that is null."""
    rows = {t.table: {row[t.key]: row for row in tables[t.table]} for t in TABLES}
    for name in POINTERS:
        for pointer in tables[name]:
            where = f"{name}.parquet: {pointer[TABLE[name].key]}"
            target = rows.get(pointer["table_name"], {}).get(pointer["row_id"])
            if target is None:
                yield f"{where}: no row {pointer['table_name']}/{pointer['row_id']}"
                continue
            yield from _cell(where, name, pointer, target)


def _cell(
    where: str, name: str, pointer: Mapping[str, Any], target: Mapping[str, Any]
) -> Iterator[str]:
    if "column_name" not in pointer:
        return
    unit, table = pointer["column_name"], TABLE[pointer["table_name"]]
    columns = [c.name for c in table.columns() if unit in (c.name, c.stem)]
    if not columns and (name, unit) != ("conflicts", "words"):
        yield f"{where}: {table.table} has no column {unit!r}"
    elif name == "absences" and any(target[column] is not None for column in columns):
        yield f"{where}: {table.table}/{pointer['row_id']}/{unit} is not null"


def _coverage(tables: Tables) -> Iterator[str]:
    """Every claim has evidence; every null claim of a core table has a reason."""
    proved = {(e["table_name"], e["row_id"], e["column_name"]) for e in tables["evidence"]}
    explained = {(a["table_name"], a["row_id"], a["column_name"]) for a in tables["absences"]}
    for table in TABLES:
        for stem, columns in table.stems().items():
            claims = [column.name for column in columns if column.claim]
            for row in tables[table.table] if claims else []:
                cell = (table.table, row[table.key], stem)
                where = f"{table.table}.parquet: {row[table.key]}: {stem}"
                if any(row[name] is not None for name in claims):
                    if cell not in proved:
                        yield f"{where}: has no evidence"
                elif table.core and cell not in explained:
                    yield f"{where}: is null without a reason"


# --- words ------------------------------------------------------------------------------------


def _spans(tables: Tables) -> Iterator[str]:
    """Each span is as long as its words, lies in its text, and has short context."""
    lengths = {row["source_id"]: row["n_characters"] for row in tables["sources"]}
    for where, span in _all_spans(tables):
        if span["char_start"] is None:
            continue
        length = span["char_end"] - span["char_start"]
        if length <= 0 or length != len(span["words"] or ""):
            yield f"{where}: words are {len(span['words'] or '')} characters, the span {length}"
        if span["char_end"] > (lengths.get(span["source_id"]) or 0):
            yield f"{where}: ends at {span['char_end']}, after the text of {span['source_id']}"
        for side in ("prefix", "suffix"):
            if len(span.get(side) or "") > LONGEST_CONTEXT:
                yield f"{where}: {side} is longer than {LONGEST_CONTEXT} characters"


def _all_spans(tables: Tables) -> Iterator[tuple[str, dict[str, Any]]]:
    for quote in tables["quotes"]:
        yield f"quotes.parquet: {quote['quote_id']}", {**quote, "words": quote["text"]}
    for item in tables["evidence"]:
        yield f"evidence.parquet: {item['evidence_id']}", {**item, "words": item["exact"]}


def _cited(tables: Tables) -> Iterator[str]:
    """Evidence has a whole span, or is cited and has none."""
    for item in tables["evidence"]:
        parts = [item[name] is None for name in ("char_start", "char_end", "exact", "region")]
        where = f"evidence.parquet: {item['evidence_id']}"
        if any(parts) and not all(parts):
            yield f"{where}: has only a part of a span"
        elif all(parts) and item["derivation"] not in ("cited", "copied"):
            yield f"{where}: has no span and is not cited"


def _agreement(tables: Tables) -> Iterator[str]:
    """Where published passages of one text overlap, they print the same characters."""
    texts: dict[tuple[str, int], str] = {}
    for where, span in _all_spans(tables):
        if span["char_start"] is None:
            continue
        prefix, suffix = span.get("prefix") or "", span.get("suffix") or ""
        begin = span["char_start"] - len(prefix)
        for offset, character in enumerate(prefix + (span["words"] or "") + suffix, begin):
            if texts.setdefault((span["source_id"], offset), character) != character:
                yield f"{where}: differs at {offset} from another passage of {span['source_id']}"
                break


LAWS: tuple[Callable[[Tables], Iterator[str]], ...] = (
    _rows,
    _references,
    _cells,
    _coverage,
    _spans,
    _cited,
    _agreement,
)


# --- the DuckDB file --------------------------------------------------------------------------


def _database(place: Path, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """The DuckDB file holds the rows of the Parquet files; they keep its keys and checks."""
    import duckdb

    with duckdb.connect() as memory:
        try:
            data.create(memory, tables)
        except (duckdb.Error, ValueError) as error:
            yield f"{data.DATABASE}: the Parquet files break a rule of it: {error}".splitlines()[0]
        else:
            if not data.flat(memory).equals(tables["subpoenas_flat"]):
                yield "subpoenas_flat.parquet: differs from the tables that it puts together"
    if not (place / data.DATABASE).is_file():
        return  # already told
    try:
        with duckdb.connect(str(place / data.DATABASE), read_only=True) as stored:
            for table in TABLES:
                yield from _same(stored, table, tables[table.table])
    except duckdb.Error as error:
        yield f"{data.DATABASE}: cannot be read: {str(error).splitlines()[0]}"


def _same(connection: Any, table: type[Row], rows: pa.Table) -> Iterator[str]:
    name, key = formats.quoted(table.table), formats.quoted(table.key)
    found = connection.sql(f"FROM {name} ORDER BY {key}").to_arrow_table()
    if found.column_names != rows.column_names:
        yield f"{data.DATABASE}: {table.table}: columns differ from the Parquet file"
    elif not found.cast(rows.schema).equals(rows):
        yield f"{data.DATABASE}: {table.table}: rows differ from the Parquet file"
