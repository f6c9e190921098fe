"""Programs that people use open a release and find every row; docs/clients.md says what each loses.

Each test looks for itself what a client keeps and compares that with the client's line there.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import copies
import fetching
from ice_subpoenas.formats import csv
from ice_subpoenas.published import names
from ice_subpoenas.tables import TABLE

pytest_plugins = ["publishing"]
PAGE = Path(__file__).parents[1] / "docs" / "clients.md"


@cache
def page() -> dict[str, list[str]]:
    """The lines of the table: client, then what was tried and what it keeps."""
    lines = re.findall(r"(?m)^\| (.+) \|$", PAGE.read_text("utf-8"))
    return {cells[0]: cells[1:] for cells in (line.split(" | ") for line in lines)}


def told(client: str) -> tuple[str, ...]:
    """What the page says that a client keeps: types, comments, enums."""
    return tuple(page()[client][2:5])


def words(*kept: bool) -> tuple[str, ...]:
    return tuple("kept" if each else "lost" for each in kept)


def rows(release: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a Parquet file as JSON would carry them."""
    found = names.read(release, TABLE[table]).to_pylist()
    plain: list[dict[str, Any]] = json.loads(json.dumps(found, default=str))
    return plain


def test_the_page_names_every_client_once() -> None:
    first = [line.split(" | ")[0] for line in PAGE.read_text("utf-8").splitlines() if " | " in line]

    assert len(first) == len(set(first))


# --- Python -----------------------------------------------------------------------------------


def subpoenas(release: Path) -> Path:
    return names.path_of(release, TABLE["subpoenas"])


@pytest.mark.slow
def test_pandas(release: Path) -> None:
    frame = pandas.read_parquet(subpoenas(release), dtype_backend="pyarrow")
    types = frame.dtypes.astype(str).to_dict()

    assert types["issued_earliest"].startswith("date32")
    assert types["days_to_respond"].startswith("int32")
    assert told("pandas") == words(True, bool(frame.attrs), types["response_status"] == "category")
    plain = pandas.read_parquet(subpoenas(release))
    assert str(plain["days_to_respond"].dtype) == "float64"  # why the page names dtype_backend


def test_polars(release: Path) -> None:
    types = polars.read_parquet(subpoenas(release)).schema
    metadata = polars.read_parquet_metadata(subpoenas(release))

    assert types["issued_earliest"] == polars.Date
    assert types["days_to_respond"] == polars.Int32
    assert "subpoena_id" in json.loads(metadata["column_descriptions"])
    assert told("Polars") == words(True, True, types["response_status"] == polars.Enum)


def test_pyarrow(release: Path) -> None:
    schema = pq.read_schema(subpoenas(release))
    field = schema.field("response_status")

    assert schema.field("issued_earliest").type == pa.date32()
    assert told("pyarrow") == words(True, b"description" in field.metadata, field.type != "string")


def test_frictionless(release: Path) -> None:
    """What its descriptor holds; that it finds every row valid is tested with the formats."""
    package = json.loads((release / names.DESCRIPTOR).read_text("utf-8"))
    fields = [f for r in package["resources"] for f in r.get("schema", {}).get("fields", [])]

    assert told("frictionless") == words(
        all(field["type"] for field in fields),
        all(field["description"] for field in fields),
        any("enum" in field.get("constraints", {}) for field in fields),
    )


DUCKDB = """
import duckdb, json, sys
con = duckdb.connect(sys.argv[1], read_only=True)
def all_of(query): return con.execute(query).fetchall()
tables = [t for (t,) in all_of("SELECT table_name FROM duckdb_tables() WHERE NOT internal")]
found = {t: [json.loads(r) for (r,) in all_of(f'SELECT to_json(x) FROM "{t}" x')] for t in tables}
views = [v for (v,) in all_of("SELECT view_name FROM duckdb_views() WHERE NOT internal")]
for view in views: all_of(f'FROM "{view}"')
own = "FROM duckdb_columns() WHERE table_name = 'subpoenas'"
kind = dict(all_of(f"SELECT column_name, data_type {own}"))
said = all_of(f"SELECT comment {own} AND comment IS NOT NULL")
traced = all_of("FROM trace WHERE table_name = 'subpoenas'")
print(json.dumps([found, kind, len(said), len(traced), len(views)], default=str))
"""


@pytest.mark.clients
@pytest.mark.parametrize("version", ["1.2", "1.3", "1.4", "1.5", "2.0"])
def test_duckdb_in_python(version: str, release: Path, pytestconfig: pytest.Config) -> None:
    python = fetching.python(pytestconfig, f"duckdb=={version}.*")
    found, kinds, comments, traced, views = json.loads(
        fetching.said(python, "-c", DUCKDB, release / names.DATABASE)
    )

    assert_rows(found, release)
    assert traced
    assert views
    assert told(f"DuckDB {version} (Python)") == words(
        kinds["issued_earliest"] == "DATE",
        comments > 0,
        kinds["response_status"].startswith("ENUM"),
    )


def assert_rows(found: dict[str, Any], release: Path) -> None:
    assert found.keys() == TABLE.keys()
    for table, lines in found.items():
        key = TABLE[table].key
        assert sorted(lines, key=lambda row: str(row[key])) == rows(release, table)


@pytest.mark.clients
def test_the_duckdb_command_line(release: Path, pytestconfig: pytest.Config) -> None:
    python = fetching.python(pytestconfig, "duckdb-cli")
    program = python.with_name("duckdb")

    def ask(query: str) -> list[dict[str, Any]]:
        out = fetching.said(program, "-readonly", "-json", release / names.DATABASE, query)
        answer: list[dict[str, Any]] = json.loads(out or "[]")
        return answer

    found = {table: ask(f'FROM "{table}"') for table in TABLE}
    columns = {row["column_name"]: row for row in ask(
        "SELECT column_name, data_type, comment FROM duckdb_columns()"
        " WHERE table_name = 'subpoenas'"
    )}  # fmt: skip

    assert_rows(found, release)
    assert told("DuckDB command line") == words(
        columns["issued_earliest"]["data_type"] == "DATE",
        bool(columns["subpoena_id"]["comment"]),
        columns["response_status"]["data_type"].startswith("ENUM"),
    )


# --- Node, R, a spreadsheet -------------------------------------------------------------------

NODE = """
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const instance = await DuckDBInstance.create(process.argv[2], { access_mode: 'READ_ONLY' });
  const con = await instance.connect();
  const all = async (sql) => (await con.runAndReadAll(sql)).getRowObjectsJson();
  const tables = await all('SELECT table_name FROM duckdb_tables() WHERE NOT internal');
  const found = {};
  for (const { table_name: t } of tables) found[t] = await all(`FROM "${t}"`);
  const columns = await all("SELECT column_name, data_type, comment FROM duckdb_columns()"
    + " WHERE table_name = 'subpoenas'");
  console.log(JSON.stringify([found, columns]));
})();
"""


@pytest.mark.clients
def test_node(release: Path, pytestconfig: pytest.Config) -> None:
    place = fetching.node(pytestconfig, "@duckdb/node-api")
    (place / "read.js").write_text(NODE, "utf-8")
    out = fetching.said("node", "read.js", release / names.DATABASE, cwd=place)
    found, columns = json.loads(out)
    kinds = {row["column_name"]: row["data_type"] for row in columns}

    assert_rows(found, release)
    assert told("Node (@duckdb/node-api)") == words(
        kinds["issued_earliest"] == "DATE",
        all(row["comment"] for row in columns),
        kinds["response_status"].startswith("ENUM"),
    )


R = """
arguments <- commandArgs(TRUE)
for (path in list.files(arguments[1], "[.]csv$", full.names = TRUE)) {
  rows <- read.csv(path, colClasses = "character", na.strings = character(), encoding = "UTF-8")
  rows[rows == ""] <- NA
  rows[] <- lapply(rows, function(cell) sub("^'", "", cell))
  writeLines(jsonlite::toJSON(list(table = basename(path), rows = rows), na = "null"),
    file.path(arguments[2], basename(path)))
}
"""


@pytest.mark.clients
def test_r(release: Path, tmp_path: Path) -> None:
    script = fetching.program("Rscript", "r-base-core")
    if fetching.run(script, "-e", "library(jsonlite)").returncode:
        pytest.skip(
            "R lacks jsonlite (Debian: r-cran-jsonlite), by which the test reads its answer"
        )
    (tmp_path / "read.R").write_text(R, "utf-8")
    fetching.said(script, tmp_path / "read.R", release / "csv", tmp_path)
    for table in TABLE:
        answer = json.loads((tmp_path / f"{table}.csv").read_text("utf-8"))
        expected = [
            {name: _as_text(value) for name, value in row.items() if value is not None}
            for row in rows(release, table)
        ]
        found = [{n: v for n, v in row.items() if v is not None} for row in answer["rows"]]
        assert found == expected

    assert told("R (read.csv, every column as text)") == words(False, False, False)


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.clients
def test_libreoffice_computes_nothing_and_keeps_every_text(release: Path, tmp_path: Path) -> None:
    office = fetching.program("soffice", "libreoffice-calc-nogui")
    risky = {"text": "=1+1", "char_start": 7, "has_conflict": None}
    table = TABLE["jurisdictions"]
    columns = tuple(TABLE["quotes"].column_map()[name] for name in risky)
    (tmp_path / "risky.csv").write_bytes(csv.write(columns, [risky]))
    (tmp_path / "places.csv").write_bytes((release / "csv" / "jurisdictions.csv").read_bytes())
    places = names.read(release, table).to_pylist()

    assert copies.read(columns, opened(office, tmp_path, "risky.csv", as_text=False)) == [risky]
    assert copies.read(table.columns(), opened(office, tmp_path, "places.csv", True)) == places
    code = next(row["geoid"] for row in places if row["geoid"] and row["geoid"][0] == "0")
    assert f",{code},".encode() not in opened(office, tmp_path, "places.csv", False)  # the trap
    assert told("LibreOffice Calc (CSV, every column as text)") == words(False, False, False)


def opened(office: str, place: Path, name: str, as_text: bool) -> bytes:
    """A CSV file as LibreOffice writes it again after it has opened it."""
    formats = "/".join(f"{number}/2" for number in range(1, 60)) if as_text else ""
    out = place / f"out-{as_text}"
    fetching.said(
        office,
        "--headless",
        f"-env:UserInstallation=file://{place / 'profile'}",
        f"--infilter=CSV:44,34,76,1,{formats},0,false,true",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
        "--outdir",
        out,
        place / name,
    )
    return (out / name).read_bytes()
