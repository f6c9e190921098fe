"""Releases in which something was changed and every hash and descriptor made anew."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import copies
from forging import Spoil, described, edited, put, rows, summed, written
from ice_subpoenas.formats import csv
from ice_subpoenas.published import names
from ice_subpoenas.tables import TABLE

WORDS = "Words that nobody published."


# --- what is made from the tables -------------------------------------------------------------


def _appended(name: str) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        path.write_bytes(path.read_bytes() + f"\n{WORDS}\n".encode())

    return spoil


def _said(found: dict[str, Any]) -> None:
    found["description"] = WORDS


def _field(found: dict[str, Any]) -> None:
    found["resources"][1]["schema"]["fields"][0]["description"] = WORDS


def _metadata(folder: Path) -> None:
    path = folder / "overview.parquet"
    table = pq.read_table(path)
    pq.write_table(table.replace_schema_metadata({**table.schema.metadata, b"x": b"y"}), path)


def _twice(folder: Path) -> None:
    """A workbook that holds a sheet twice: one reader shows the first, another the last."""
    path = folder / "overview.xlsx"
    with zipfile.ZipFile(path) as file:
        members = [(name, file.read(name)) for name in file.namelist()]
    sheet = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path, "w") as file:
        for name, content in [(sheet, WORDS.encode()), *members]:
            file.NameToInfo.pop(name, None)
            file.writestr(name, content)


def _before(folder: Path) -> None:
    path = folder / "overview.xlsx"
    path.write_bytes(b"MZ" + path.read_bytes())


def _encrypted(folder: Path) -> None:
    path = folder / "overview.xlsx"
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + at] |= 1
    path.write_bytes(content)


def _unguarded(folder: Path) -> None:
    """A text that a spreadsheet computes, where the copies have an apostrophe before it."""
    path = folder / names.CSV / "searches.csv"
    columns = TABLE["searches"].columns()
    found = copies.read(columns, path.read_bytes())
    found[0]["note"] = "=1+1"
    path.write_bytes(csv.write(columns, found).replace(b"'=1+1", b"=1+1"))


BEFORE: dict[str, tuple[Spoil, str]] = {
    "a line of the overview as CSV": (_appended("overview.csv"), "overview.csv"),
    "a line of the overview as JSON": (_appended("overview.json"), "overview.json"),
    "the metadata of the overview": (_metadata, "overview.parquet"),
    "a sheet twice in the workbook": (_twice, "overview.xlsx"),
    "bytes before the workbook": (_before, "overview.xlsx"),
    "an encrypted workbook": (_encrypted, "overview.xlsx"),
    "the dictionary": (_appended(names.DICTIONARY), names.DICTIONARY),
    "the license of the code": (_appended("LICENSE"), "LICENSE"),
    "the license of the data": (_appended("LICENSE-DATA"), "LICENSE-DATA"),
}
"""Changed before the descriptors are made anew; each with the file that must be named."""

AFTER: dict[str, tuple[Spoil, str]] = {
    "prose of the descriptor": (edited(names.DESCRIPTOR, _said), names.DESCRIPTOR),
    "the meaning of a column": (edited(names.DESCRIPTOR, _field), names.DESCRIPTOR),
    "prose of the copies": (edited("csv/datapackage.json", _said), "csv/datapackage.json"),
    "a line too many in a copy": (_appended("csv/quotes.csv"), "csv/quotes.csv"),
    "a formula without its guard": (_unguarded, "csv/searches.csv"),
    "a number of the manifest": (
        edited(names.MANIFEST, lambda m: m["counts"].update(acts=7)),
        names.MANIFEST,
    ),
    "a word in the manifest": (edited(names.MANIFEST, lambda m: m.update(x=WORDS)), names.MANIFEST),
    "a file that no release holds": (written("notes.md", WORDS), "notes.md"),
    "a file where a checkout has its rows": (written("reviewed/x.py", WORDS), "reviewed/x.py"),
    "a file where a build has its own": (written(".staging-x/a", WORDS), ".staging-x/a"),
}
"""Changed after the descriptors; only the list of hashes is made anew."""


def forge(folder: Path, name: str) -> str:
    """Make a release false in one way, with all sums made anew; the file that must be named."""
    if name in BEFORE:
        BEFORE[name][0](folder)
    dictionary = (folder / names.DICTIONARY).read_bytes()
    described(folder)
    (folder / names.DICTIONARY).write_bytes(dictionary)
    if name in AFTER:
        AFTER[name][0](folder)
    summed(folder)
    return (BEFORE | AFTER)[name][1]


# --- the DuckDB file --------------------------------------------------------------------------


def _sql(*statements: str) -> Spoil:
    def spoil(folder: Path) -> None:
        with duckdb.connect(str(folder / names.DATABASE)) as con:
            for statement in statements:
                con.execute(statement)

    return spoil


EXTRA: dict[str, str] = {
    "schemas": "CREATE SCHEMA extra",
    "sequences": "CREATE SEQUENCE extra_numbers",
    "indexes": "CREATE INDEX extra_index ON reviews(source_id)",
    "types": "CREATE TYPE extra_type AS ENUM ('a')",
    "macros": "CREATE MACRO extra_macro(a) AS a + 1",
    "views": "CREATE VIEW extra_view AS SELECT 1 AS x",
    "tables": "CREATE TABLE extra_table (x INTEGER)",
}
"""A definition of each kind that the file should not hold."""

DATABASES: dict[str, Spoil] = {
    "a view in the place of a table": _sql(
        "DROP TABLE audits", "CREATE VIEW audits AS FROM read_text('/etc/passwd')"
    ),
    "a view without end": _sql(
        "CREATE OR REPLACE VIEW conflicts_open AS SELECT sum(a.i * b.i) AS conflict_id "
        "FROM range(10000000) a(i), range(10000000) b(i)"
    ),
    "a generated column that allocates": _sql(
        "DROP TABLE audits",
        "CREATE TABLE audits (a INTEGER, audit_id VARCHAR GENERATED ALWAYS AS "
        "(repeat('x', 1000000 + a)) VIRTUAL)",
        "INSERT INTO audits SELECT i FROM range(1000) t(i)",
    ),
    "a comment": _sql(f"COMMENT ON TABLE audits IS '{WORDS}'"),
    "a default": _sql("ALTER TABLE audits ALTER COLUMN reason SET DEFAULT 'x'"),
    "a row changed": _sql(f"UPDATE agencies SET reason = '{WORDS}'"),
    "a row removed": _sql(
        "DELETE FROM searches WHERE search_id = (SELECT min(search_id) FROM searches)"
    ),
    "no database": written(names.DATABASE, "x" * 10_000),
}
"""DuckDB files that are not what the tables give."""


# --- Parquet ----------------------------------------------------------------------------------


def _rows(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Spoil:
    def spoil(folder: Path) -> None:
        put(folder, "searches", change(rows(names.read_all(folder), "searches")))

    return spoil


def _without_column(folder: Path) -> None:
    path = names.path_of(folder, TABLE["quotes"])
    pq.write_table(pq.read_table(path).drop_columns(["quote_id"]), path)


def _null_keys(folder: Path) -> None:
    path = names.path_of(folder, TABLE["evidence"])
    table = pq.read_table(path)
    at = table.schema.get_field_index("row_id")
    pq.write_table(table.set_column(at, "row_id", pa.nulls(len(table), pa.string())), path)


def _lists(folder: Path) -> None:
    path = names.path_of(folder, TABLE["quotes"])
    table = pq.read_table(path)
    at = table.schema.get_field_index("text")
    listed = pa.array([["x"]] * len(table))
    pq.write_table(table.set_column(at, "text", listed), path)


def bomb(folder: Path) -> None:
    """A table of a few kilobytes, as declared, which unpacks to more than anybody publishes."""
    path = names.path_of(folder, TABLE["searches"])
    table = pq.read_table(path)
    large = table.to_pylist()[0] | {"note": "x" * 2**20}
    piece = pa.Table.from_pylist([large] * 52, table.schema)
    with pq.ParquetWriter(path, table.schema, compression="zstd") as writer:
        for _ in range(5):
            writer.write_table(piece)


def _many_rows(folder: Path) -> None:
    """A million rows that are all the same, in a few kilobytes."""
    path = names.path_of(folder, TABLE["searches"])
    table = pq.read_table(path)
    pq.write_table(table.take(pa.array([0] * 2**20)), path, compression="zstd")


TABLES: dict[str, tuple[Spoil, str]] = {
    "a table without its key": (_without_column, "differ from the declaration"),
    "nulls in a column that refuses them": (_null_keys, "differ from the declaration"),
    "lists in a column of text": (_lists, "differ from the declaration"),
    "a table that unpacks without end": (bomb, "too many to read"),
    "a table of a million equal rows": (_many_rows, "it has too many rows"),
    "a table that is no Parquet": (written("tables/quotes.parquet", "x" * 99), "cannot be read"),
    "half of a table": (
        lambda f: (f / "tables/quotes.parquet").write_bytes(
            (f / "tables/quotes.parquet").read_bytes()[:5000]
        ),
        "cannot be read",
    ),
    "a table that is gone": (lambda f: (f / "tables/quotes.parquet").unlink(), "is missing"),
}
"""Parquet files that are refused before anything is asked of them."""
