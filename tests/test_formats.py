"""Each format, read by a program that we did not write, says the same of every table."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import openpyxl
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package

from forging import Tables, rows
from ice_subpoenas.formats.arrow import arrow_schema
from ice_subpoenas.published import database, names
from ice_subpoenas.row import Row, type_name
from ice_subpoenas.sql import literal, quoted
from ice_subpoenas.tables import TABLES
from ice_subpoenas.views import VIEWS
from ice_subpoenas.vocabularies import VOCABULARIES

pytest_plugins = ["publishing"]
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.table)


@pytest.fixture(scope="module")
def db(release: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The DuckDB file under another name than its own, as somebody attaches it."""
    with closing(duckdb.connect()) as con:
        con.execute(f"ATTACH {literal(release / names.DATABASE)} AS other (READ_ONLY)")
        yield con


@pytest.fixture(scope="module")
def schemas(release: Path) -> dict[str, dict[str, Any]]:
    """The Table Schema of each table in the descriptor."""
    package = read_json(release / names.DESCRIPTOR)
    return {r["name"]: r["schema"] for r in package["resources"] if r.get("type") == "table"}


def read_json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@cache
def columns(db: duckdb.DuckDBPyConnection, name: str) -> dict[str, tuple[str, bool, str]]:
    """Type, whether null is refused, and comment of each column, as DuckDB tells them."""
    found = db.execute(
        "SELECT column_name, data_type, NOT is_nullable, comment FROM duckdb_columns() "
        "WHERE database_name = 'other' AND table_name = ? ORDER BY column_index",
        [name],
    ).fetchall()
    return {column: (kind, required, said) for column, kind, required, said in found}


# --- names, nulls, codes and meanings ---------------------------------------------------------


@every_table
def test_every_format_has_the_same_columns_in_the_same_order(
    table: type[Row], release: Path, db: duckdb.DuckDBPyConnection, schemas: dict[str, Any]
) -> None:
    parquet = pq.read_schema(names.path_of(release, table)).names
    with (release / names.CSV / f"{table.table}.csv").open(encoding="utf-8", newline="") as file:
        heading = next(csv.reader(file))

    assert parquet == list(columns(db, table.table)) == heading
    assert parquet == [field["name"] for field in schemas[table.table]["fields"]]


@every_table
def test_every_format_refuses_the_same_nulls_and_knows_the_same_codes(
    table: type[Row], release: Path, db: duckdb.DuckDBPyConnection, schemas: dict[str, Any]
) -> None:
    arrow = pq.read_schema(names.path_of(release, table))
    described = columns(db, table.table)
    for field in schemas[table.table]["fields"]:
        name, rules = field["name"], field.get("constraints", {})
        kind, required, _ = described[name]
        codes = re.findall(r"'([^']+)'", kind) if kind.startswith("ENUM") else []
        shown = (arrow.field(name).metadata.get(b"codes") or b"").decode().split()

        assert required == rules.get("required", False) == (not arrow.field(name).nullable)
        assert codes == rules.get("enum", []) == shown


@every_table
def test_what_a_table_and_a_column_mean_is_said_wherever_they_are_read(
    table: type[Row], release: Path, db: duckdb.DuckDBPyConnection, schemas: dict[str, Any]
) -> None:
    arrow = pq.read_schema(names.path_of(release, table))
    page = (release / names.DICTIONARY).read_text("utf-8").split(f"\n## {table.table}\n")[1]
    section = page.split("\n## ")[0]
    sql = "SELECT comment FROM duckdb_tables() WHERE database_name = 'other' AND table_name = ?"

    assert (
        arrow.metadata[b"description"].decode() in db.execute(sql, [table.table]).fetchall()[0][0]
    )
    for field, shown in zip(schemas[table.table]["fields"], arrow, strict=True):
        said = field["description"]
        comment = columns(db, table.table)[field["name"]][2]
        assert said
        assert shown.metadata[b"description"].decode() == said
        assert comment.startswith(said)
        assert comment.endswith(field.get("warning", ""))
        assert said.replace("|", "\\|") in section


def test_readers_that_know_no_fields_find_the_meanings_at_the_level_of_the_file(
    release: Path,
) -> None:
    for table in TABLES:
        found = polars.read_parquet_metadata(names.path_of(release, table))
        told = json.loads(found["column_descriptions"])

        assert list(told) == [column.name for column in table.columns()]
        assert found["primary_key"] == table.key
        assert found["license"] == "CC0-1.0"


def test_views_types_and_their_columns_carry_their_meaning(db: duckdb.DuckDBPyConnection) -> None:
    for view in VIEWS:
        assert list(columns(db, view.table)) == [column.name for column in view.columns()]
        assert all(comment for _, _, comment in columns(db, view.table).values())
    own = "WHERE database_name = 'other' AND NOT internal"
    views = db.execute(f"SELECT view_name, comment FROM duckdb_views() {own}").fetchall()
    types = db.execute(f"SELECT type_name, comment FROM duckdb_types() {own}").fetchall()

    assert {name for name, said in views if said} == {view.table for view in VIEWS}
    assert {name for name, said in types if said} == {type_name(v) for v in VOCABULARIES}


def test_the_table_of_codes_defines_every_code_that_a_column_may_hold(tables: Tables) -> None:
    defined = {(row["vocabulary"], row["code"]) for row in rows(tables, "codes")}
    listed = [row for row in rows(tables, "dictionary") if row["vocabulary"]]

    assert {row["vocabulary"] for row in listed} <= {vocabulary for vocabulary, _ in defined}
    for table in TABLES:
        for column in table.columns():
            if column.vocabulary:
                used = set(tables[table.table][column.name].to_pylist()) - {None}
                assert {(type_name(column.vocabulary), code) for code in used} <= defined


def test_no_two_headings_of_the_dictionary_are_the_same(release: Path) -> None:
    page = (release / names.DICTIONARY).read_text("utf-8")
    headings = [line for line in page.splitlines() if line.startswith("#")]

    assert len(headings) == len(set(headings))


# --- Frictionless -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["datapackage.json", "csv/datapackage.json"])
def test_the_descriptor_keeps_the_profile_of_data_package_2(name: str, release: Path) -> None:
    profile = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    problems = jsonschema.Draft7Validator(profile).iter_errors(read_json(release / name))

    assert [problem.message for problem in problems] == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", [".", "csv"])
def test_the_stock_frictionless_command_finds_every_row_valid(folder: str, release: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    found = subprocess.run(command, cwd=release / folder, capture_output=True, text=True)

    assert found.returncode == 0, found.stdout + found.stderr


def test_frictionless_refuses_a_row_that_points_nowhere(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = released / names.CSV
    package = read_json(place / names.DESCRIPTOR)
    some = [r for r in package["resources"] if r["name"] in ("agencies", "jurisdictions")]
    for resource in some:
        del resource["hash"], resource["bytes"]
    (place / "some.json").write_text(json.dumps(package | {"resources": some}), "utf-8")
    content = (place / "agencies.csv").read_bytes().decode()
    listed = csv.DictReader(io.StringIO(content, newline=""))
    lost = next(row["jurisdiction_id"] for row in listed if row["jurisdiction_id"])
    monkeypatch.chdir(place)

    assert Package("some.json").validate().valid
    spoilt = content.replace(f",{lost},", ",atlantis,", 1)
    (place / "agencies.csv").write_bytes(spoilt.encode())
    (found,) = Package("some.json").validate().flatten(["type"])
    assert found == ["foreign-key"]


# --- the DuckDB file --------------------------------------------------------------------------


def test_the_duckdb_file_opens_in_every_version_from_1_2_on(db: duckdb.DuckDBPyConnection) -> None:
    sql = "SELECT CAST(tags AS VARCHAR) FROM duckdb_databases() WHERE database_name = 'other'"

    assert "v1.2.0" in db.execute(sql).fetchall()[0][0]


def test_every_view_answers_under_another_name_than_the_file_s_own(
    held: dict[str, Any], tables: Tables
) -> None:
    n = {view.table: len(held[view.table]) for view in VIEWS}

    assert n["trace"] == tables["evidence"].num_rows
    assert n["overview"] == sum(tables["acts"]["in_scope"].to_pylist())


def everything(con: duckdb.DuckDBPyConnection, name: str) -> dict[str, Any]:
    """Keys, checks and types of a database, and what its views answer."""
    own = f"WHERE database_name = {literal(name)}"
    sql = f"SELECT table_name, constraint_text FROM duckdb_constraints() {own} ORDER BY ALL"
    types = f"SELECT type_name, labels FROM duckdb_types() {own} AND NOT internal ORDER BY ALL"
    return {
        "keys and checks": con.execute(sql).fetchall(),
        "types": con.execute(types).fetchall(),
        **{
            view.table: con.execute(
                f"FROM {name}.main.{quoted(view.table)} ORDER BY ALL"
            ).fetchall()
            for view in VIEWS
        },
    }


@pytest.fixture(scope="module")
def held(db: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    return everything(db, "other")


@pytest.mark.slow
def test_the_file_can_be_copied_whole_with_its_comments(
    db: duckdb.DuckDBPyConnection, held: dict[str, Any], tmp_path: Path
) -> None:
    db.execute(f"ATTACH {literal(tmp_path / 'copied.duckdb')} AS copied")
    db.execute("COPY FROM DATABASE other TO copied")
    said = "SELECT count(comment) FROM duckdb_columns() WHERE database_name = "
    copied, own = (db.execute(f"{said}'{name}'").fetchall() for name in ("copied", "other"))

    assert everything(db, "copied") == held
    assert copied == own
    db.execute("DETACH copied")


@pytest.mark.slow
def test_the_file_can_be_exported_and_imported(
    db: duckdb.DuckDBPyConnection, held: dict[str, Any], tmp_path: Path
) -> None:
    db.execute("USE other")
    db.execute(f"EXPORT DATABASE {literal(tmp_path / 'exported')} (FORMAT parquet)")
    db.execute("USE memory")
    with closing(duckdb.connect(str(tmp_path / "imported.duckdb"))) as con:
        con.execute(f"IMPORT DATABASE {literal(tmp_path / 'exported')}")

        assert everything(con, "imported") == held


def test_a_view_names_only_what_stands_before_it_in_the_alphabet(
    db: duckdb.DuckDBPyConnection,
) -> None:
    sql = "SELECT view_name, sql FROM duckdb_views() WHERE database_name = 'other' AND NOT internal"
    found = dict(db.execute(sql).fetchall())

    assert len(found) == len(VIEWS)
    for name, definition in found.items():
        later = [other for other in found if other >= name]
        body = definition.split(" AS ", 1)[1]
        assert [v for v in later if re.search(rf"\b(?:FROM|JOIN) \(*{v}\b", body)] == []


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("jurisdictions", {"kind": "village"}),
        ("jurisdictions", {"name": None}),
        ("jurisdictions", {"name": " x"}),
        ("jurisdictions", {"jurisdiction_id": "Not A Key"}),
        ("jurisdictions", {"n_sources": -1}),
        ("case_facts", {"individual_id": "somebody", "act_id": "some-act"}),
        ("case_facts", {"n_affected": 3, "n_total": 2}),
    ],
)
def test_duckdb_refuses_what_the_declaration_forbids(
    table: str,
    change: dict[str, Any],
    db: duckdb.DuckDBPyConnection,
    empty: duckdb.DuckDBPyConnection,
) -> None:
    own = db.sql(f"FROM other.{quoted(table)} LIMIT 1").to_arrow_table()
    fields = [
        pa.field(f.name, pa.string() if pa.types.is_dictionary(f.type) else f.type)
        for f in own.schema
    ]
    loose = pa.Table.from_pylist([own.to_pylist()[0] | change], pa.schema(fields))
    empty.register("incoming", loose)
    with pytest.raises(duckdb.Error):
        empty.execute(f"INSERT INTO {quoted(table)} BY NAME FROM incoming")


@pytest.fixture(scope="module")
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database with every table and no row."""
    with closing(duckdb.connect()) as con:
        database.create(con, {t.table: arrow_schema(t).empty_table() for t in TABLES})
        yield con


# --- the overview -----------------------------------------------------------------------------

ORDER = (
    "act government state kind geo_id recipient issued_by day day_is day_earliest day_latest "
    "subpoenas persons asked_for answer court outcome in_short sources"
).split()
COUNTS = ("subpoenas", "persons")
DAYS = ("day_earliest", "day_latest")


@pytest.fixture(scope="module")
def overview(release: Path) -> list[dict[str, Any]]:
    """The rows of the first file, every value as it is printed."""
    found = pq.read_table(release / "overview.parquet").to_pylist()
    return [{name: None if v is None else str(v) for name, v in row.items()} for row in found]


def test_the_first_file_has_one_row_for_each_act_that_is_counted(
    overview: list[dict[str, Any]], tables: Tables
) -> None:
    assert overview
    assert list(overview[0]) == ORDER
    assert [row["act"] for row in overview] == [
        row["act_id"] for row in rows(tables, "acts") if row["in_scope"]
    ]


def test_csv_json_parquet_and_duckdb_hold_the_same_overview(
    overview: list[dict[str, Any]], release: Path, db: duckdb.DuckDBPyConnection
) -> None:
    with (release / "overview.csv").open(encoding="utf-8-sig", newline="") as file:
        by_csv = [
            {n: v.removeprefix("'") or None for n, v in r.items()} for r in csv.DictReader(file)
        ]
    by_json = json.loads((release / "overview.json").read_text("utf-8"))
    by_duckdb = db.sql("FROM other.overview").to_arrow_table().to_pylist()

    assert by_csv == overview
    assert _printed(by_json) == overview
    assert _printed(by_duckdb) == overview
    assert all(isinstance(row[name], int | None) for row in by_json for name in COUNTS)


def _printed(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{n: None if v is None else str(v) for n, v in row.items()} for row in found]


def test_pandas_polars_and_pyarrow_read_the_csv_alike_and_take_no_id_for_a_number(
    overview: list[dict[str, Any]], release: Path
) -> None:
    import pyarrow.csv

    path = release / "overview.csv"
    by_pandas = pandas.read_csv(path)
    by_polars = polars.read_csv(path)
    by_arrow = pyarrow.csv.read_csv(path)
    texts = [name for name in ORDER if name not in (*COUNTS, *DAYS)]

    for name in texts:
        expected = [row[name] for row in overview]
        assert by_polars[name].to_list() == expected
        assert [None if pandas.isna(v) else v for v in by_pandas[name]] == expected
        assert [v or None for v in by_arrow[name].to_pylist()] == expected
    for name in COUNTS:
        expected_n = [int(row[name]) if row[name] else None for row in overview]
        assert by_polars[name].to_list() == expected_n
        assert [None if pandas.isna(v) else int(v) for v in by_pandas[name]] == expected_n
        assert by_arrow[name].to_pylist() == expected_n


def test_no_text_of_the_overview_is_taken_for_a_day_or_a_number_by_a_spreadsheet(
    overview: list[dict[str, Any]],
) -> None:
    odd = re.compile(
        r"[\d.,+ -]+%?|\d+[/.-]\d+([/.-]\d+)?|[A-Z][a-z]{2,8} \d{1,4}|[=+@-].*|TRUE|FALSE"
    )
    for row in overview:
        texts = {n: v for n, v in row.items() if v and n not in (*COUNTS, *DAYS)}
        assert {n: v for n, v in texts.items() if odd.fullmatch(v)} == {}
        assert row["geo_id"] is None or re.fullmatch(r"\d{7}US\d{2,7}", row["geo_id"])
        assert row["day"] is None or row["day"][0].isalpha()


def test_the_overview_opens_by_a_double_click_with_its_letters_whole(release: Path) -> None:
    assert (release / "overview.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.fixture(scope="module")
def workbook(release: Path) -> openpyxl.Workbook:
    """The workbook as another package than ours reads it, formulas as such."""
    return openpyxl.load_workbook(release / "overview.xlsx")


def test_the_workbook_holds_counts_as_numbers_days_as_days_and_all_else_as_text(
    overview: list[dict[str, Any]], workbook: openpyxl.Workbook
) -> None:
    heading, *body = workbook["overview"].iter_rows()

    assert [cell.value for cell in heading] == ORDER
    assert len(body) == len(overview)
    for row, expected in zip(body, overview, strict=True):
        for name, cell in zip(ORDER, row, strict=True):
            wanted: Any = expected[name]
            kind = "n" if name in COUNTS else "d" if name in DAYS else "s"
            if wanted and name in COUNTS:
                wanted = int(wanted)
            elif wanted and name in DAYS:
                wanted = datetime.fromisoformat(wanted)
            assert cell.value == wanted
            assert wanted is None or cell.data_type == kind  # nothing is computed


def test_the_workbook_has_a_frozen_heading_and_says_what_each_column_means(
    workbook: openpyxl.Workbook,
) -> None:
    heading, *meanings = workbook["columns"].values

    assert workbook["overview"].freeze_panes == "B2"
    assert heading == ("column", "meaning")
    assert [name for name, _ in meanings] == ORDER
    assert all(meaning for _, meaning in meanings)


# --- importing --------------------------------------------------------------------------------


def test_the_declaration_is_read_without_the_heavy_libraries() -> None:
    program = (
        "import sys; sys.modules['ice_subpoenas'] = type(sys)('ice_subpoenas'); "
        f"sys.modules['ice_subpoenas'].__path__ = [{str(Path(database.__file__).parents[1])!r}]; "
        "import ice_subpoenas.tables; print([name for name in "
        "('duckdb', 'pyarrow', 'pandas', 'frictionless', 'numpy') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
