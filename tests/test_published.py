"""The published files, as a stranger opens them: with tools that we did not write."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import jsonschema
import pandas
import polars
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from frictionless import Package

import ice_subpoenas
from ice_subpoenas import TABLES, data, formats, verify, views

every_parquet = pytest.mark.parametrize("table", data.PARQUET, ids=lambda t: t.table)


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """The published folder again, to spoil."""
    return Path(shutil.copytree(published, tmp_path / "copy"))


def descriptor(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return package


def test_the_stock_frictionless_command_accepts_the_package(published: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    found = subprocess.run(command, cwd=published, capture_output=True, text=True)

    assert found.returncode == 0, found.stdout + found.stderr


def test_the_descriptor_keeps_the_version_2_profile(published: Path) -> None:
    profile = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    problems = jsonschema.Draft7Validator(profile).iter_errors(descriptor(published))

    assert [problem.message for problem in problems] == []


def test_frictionless_finds_every_row_valid_without_pandas_between(published: Path) -> None:
    package = descriptor(published)
    tables = [r for r in package["resources"] if r.get("type") == "table"]
    for resource in tables:
        rows = pq.read_table(published / resource["path"])
        for name in ("path", "format", "mediatype", "hash"):
            del resource[name]
        resource["data"] = [rows.column_names, *(list(row.values()) for row in rows.to_pylist())]

    report = Package.from_descriptor(package | {"resources": tables}).validate()

    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []


def test_frictionless_refuses_a_row_that_points_nowhere(copy: Path) -> None:
    path = copy / "subpoenas.parquet"
    rows = pq.read_table(path).to_pylist()
    rows[0]["act_id"] = "atlantis-1"
    pq.write_table(pa.Table.from_pylist(rows, pq.read_schema(path)), path)
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    found = subprocess.run(command, cwd=copy, capture_output=True, text=True)

    assert found.returncode == 1
    assert "foreign-key" in found.stdout.replace("\n", "") or "ForeignKey" in found.stdout


def test_every_file_is_listed_with_its_hash(published: Path) -> None:
    listed = data.checksums(published / "SHA256SUMS")
    there = {p.name for p in published.iterdir() if p.is_file() and not p.name.startswith(".")}

    assert set(listed) | {"SHA256SUMS"} >= there
    assert {name: data.sha256(published / name) for name in there & set(listed)} == {
        name: digest for name, digest in listed.items() if name in there
    }


def test_every_file_is_a_resource_with_its_hash(published: Path) -> None:
    resources = {r["path"]: r for r in descriptor(published)["resources"]}

    listed = set(data.checksums(published / "SHA256SUMS"))
    assert set(resources) == listed - {"datapackage.json", data.DATABASE}  # git does not hold it
    for path, resource in resources.items():
        if path != data.DATABASE:
            assert resource["hash"] == f"sha256:{data.sha256(published / path)}"
        if path.endswith(".parquet"):
            assert "bytes" not in resource  # frictionless rejects any value of it


@every_parquet
def test_parquet_carries_the_declared_schema_and_order(table: Any, published: Path) -> None:
    file = pq.ParquetFile(published / f"{table.table}.parquet")
    keys = file.read([table.key])[table.key].to_pylist()

    assert file.schema_arrow.equals(formats.arrow_schema(table), check_metadata=True)
    assert keys == sorted(set(keys))
    assert [c.column_index for c in file.metadata.row_group(0).sorting_columns] == [0]


@every_parquet
def test_five_readers_find_the_same_rows(table: Any, published: Path) -> None:
    path = published / f"{table.table}.parquet"
    expected = pq.read_table(path, partitioning=None).to_pylist()
    with duckdb.connect() as memory:
        memory.execute("SET python_enable_replacements = false")
        query = f"FROM read_parquet({formats.literal(str(path))})"
        by_duckdb = memory.sql(query).to_arrow_table().to_pylist()
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")

    assert by_duckdb == expected
    assert polars.read_parquet(path).to_dicts() == expected
    assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == expected
    assert len(pandas.read_parquet(path)) == len(expected)


@every_parquet
def test_no_text_would_be_read_as_missing(table: Any, published: Path) -> None:
    rows = data.read(published, table).to_pylist()

    assert [row for row in rows if {"", "nan", "NaT"} & {*map(str, row.values())}] == []


# --- the DuckDB file and the package's own doors ----------------------------------------------


@every_parquet
def test_duckdb_holds_the_rows_of_the_parquet_file(table: Any, published: Path) -> None:
    order = f'FROM "{table.table}" ORDER BY "{table.key}"'
    with ice_subpoenas.connect(published) as db:
        found = db.sql(order).to_arrow_table().cast(formats.arrow_schema(table))

    assert found.equals(data.read(published, table))


def test_the_duckdb_file_is_made_for_duckdb_1_2(published: Path) -> None:
    if not (published / data.DATABASE).is_file():
        pytest.skip("git does not hold the DuckDB file; `python build` makes it")
    with duckdb.connect() as memory:
        where = formats.literal(str(published / data.DATABASE))
        memory.execute(f"ATTACH {where} AS release (READ_ONLY)")
        ((tags,),) = memory.execute(
            "SELECT CAST(tags AS VARCHAR) FROM duckdb_databases() WHERE database_name = 'release'"
        ).fetchall()
        for view in views.VIEWS:  # also under another name than the file's own
            memory.execute(f"FROM release.{view.table}").fetchall()

    assert "v1.2.0" in tags


def test_connect_gives_the_same_with_and_without_the_duckdb_file(copy: Path) -> None:
    def everything() -> list[Any]:
        with ice_subpoenas.connect(copy) as db:
            names = [t.table for t in data.DESCRIBED]
            return [db.execute(f'FROM "{name}" ORDER BY ALL').fetchall() for name in names]

    with_file = everything()
    (copy / data.DATABASE).unlink(missing_ok=True)

    assert everything() == with_file


def test_connect_passes_over_a_duckdb_file_of_another_release(copy: Path) -> None:
    (copy / data.DATABASE).unlink(missing_ok=True)
    with duckdb.connect(str(copy / data.DATABASE)) as stale:
        stale.execute("CREATE TABLE subpoenas AS SELECT 1 AS x")
    with ice_subpoenas.connect(copy) as db:
        assert db.sql("FROM subpoenas").columns[0] == "subpoena_id"


def test_a_connection_to_the_duckdb_file_cannot_change_it(published: Path) -> None:
    if not (published / data.DATABASE).is_file():
        pytest.skip("git does not hold the DuckDB file; `python build` makes it")
    with ice_subpoenas.connect(published) as db, pytest.raises(duckdb.InvalidInputException):
        db.execute("DELETE FROM subpoenas")


def test_load_gives_the_arrow_table(published: Path) -> None:
    assert ice_subpoenas.load("subpoenas", published).equals(
        pq.read_table(published / "subpoenas.parquet")
    )


def test_an_unknown_table_is_answered_with_the_nearest(published: Path) -> None:
    with pytest.raises(ValueError, match="called 'subpoena'; did you mean 'subpoenas'"):
        ice_subpoenas.load("subpoena", published)


def test_an_empty_folder_is_answered_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ice_subpoenas.NotPublished, match="run `python build`"):
        ice_subpoenas.connect(tmp_path)


@pytest.mark.parametrize(
    "door", [ice_subpoenas.connect, lambda place: ice_subpoenas.load("subpoenas", place)]
)
def test_a_half_published_folder_is_refused(copy: Path, door: Callable[[Path], Any]) -> None:
    (copy / data.JOURNAL).write_text("{}", "utf-8")

    with pytest.raises(ice_subpoenas.NotPublished, match="interrupted; run `python build`"):
        door(copy)
    assert verify(copy) == [data.unfinished(copy)]


# --- views ------------------------------------------------------------------------------------


def test_the_flat_table_says_why_each_claim_is_null(published: Path) -> None:
    flat = data.read(published, views.SUBPOENAS_FLAT).to_pylist()
    core = [c for c in formats.arrow_schema(views.SUBPOENAS_FLAT).names if c.endswith("_absence")]
    own = {f"{c.name}_absence" for t in TABLES if t.core for c in t.columns()}

    assert flat
    for row in flat:
        for name in core:
            value = row[name.removesuffix("_absence")]
            assert value is None or row[name] is None
            if name in own and not name.endswith(("_earliest_absence", "_latest_absence")):
                assert (value is None) == (row[name] is not None)


def test_every_claim_is_supported(published: Path) -> None:
    with ice_subpoenas.connect(published) as db:
        bare = db.execute("FROM claim_support WHERE n_evidence = 0 OR tier IS NULL").fetchall()
        odd = db.execute("FROM claim_support WHERE n_independent_sources > n_evidence").fetchall()

    assert (bare, odd) == ([], [])


def test_sources_that_depend_on_one_another_count_once(published: Path) -> None:
    with ice_subpoenas.connect(published) as db:
        found = db.execute(
            "SELECT r.source_id FROM source_relations r"
            " JOIN source_groups a ON a.source_id = r.source_id"
            " JOIN source_groups b ON b.source_id = r.related_source_id"
            " WHERE a.group_id <> b.group_id"
        ).fetchall()

    assert found == []


def test_the_timeline_is_in_order_and_knows_every_date(published: Path) -> None:
    with ice_subpoenas.connect(published) as db:
        days = [d for (d,) in db.execute("SELECT earliest FROM timeline").fetchall()]
        ((batches,),) = db.execute(
            "SELECT count(*) FROM acts WHERE issued_edtf IS NOT NULL"
        ).fetchall()
        ((issued,),) = db.execute(
            "SELECT count(*) FROM timeline WHERE kind = 'issued' AND table_name <> 'events'"
        ).fetchall()

    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known
    assert issued == batches


def trace(folder: Path, *cell: str) -> list[dict[str, Any]]:
    with ice_subpoenas.connect(folder) as db:
        found = db.execute("FROM trace(?, ?, ?)", list(cell))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_the_macro_gives_the_words_and_their_rivals(published: Path) -> None:
    evidence = data.read(published, ice_subpoenas.TABLE["evidence"]).to_pylist()
    rivals = [e for e in evidence if e["stance"] == "contests"]
    assert rivals
    for rival in rivals:
        cell = [rival[name] for name in ("table_name", "row_id", "column_name")]
        traced = trace(published, *cell)
        words = {line["evidence_id"]: line["exact"] for line in traced}
        assert words[rival["evidence_id"]] == rival["exact"]
        assert [line["is_rival"] for line in traced].count(True) == sum(
            [e[name] for name in ("table_name", "row_id", "column_name")] == cell for e in rivals
        )
        assert all(line["resolution"] and line["source_id"] for line in traced)


def test_the_macro_takes_a_column_for_its_stem(published: Path) -> None:
    rows = data.read(published, ice_subpoenas.TABLE["subpoenas"]).to_pylist()
    row = next(row for row in rows if row["issued_edtf"] or row["served_edtf"])
    stem = "issued" if row["issued_edtf"] else "served"
    traced = trace(published, "subpoenas", row["subpoena_id"], stem)

    assert traced
    assert {line["published_value"] for line in traced} == {row[f"{stem}_edtf"]}
    for end in ("edtf", "earliest", "latest"):
        assert trace(published, "subpoenas", row["subpoena_id"], f"{stem}_{end}") == traced


def test_the_macro_gives_the_reason_of_a_null(published: Path) -> None:
    absences = data.read(published, ice_subpoenas.TABLE["absences"]).to_pylist()
    cell = next(a for a in absences if a["table_name"] == "subpoenas")
    traced = trace(published, "subpoenas", cell["row_id"], cell["column_name"])

    assert {line["absence"] for line in traced} == {cell["reason"]}
    assert {line["published_value"] for line in traced} == {None}


# --- verify -----------------------------------------------------------------------------------


def test_verify_finds_nothing_wrong(published: Path) -> None:
    assert verify(published) == []


def rewrite(folder: Path, table: str, row: int = 0, **change: Any) -> None:
    """Change a row of a Parquet file."""
    path = folder / f"{table}.parquet"
    rows = pq.read_table(path).to_pylist()
    rows[row] |= change
    pq.write_table(pa.Table.from_pylist(rows, pq.read_schema(path)), path)


def held(folder: Path) -> int:
    """Place of a piece of evidence that has a span."""
    rows = pq.read_table(folder / "evidence.parquet").to_pylist()
    return next(n for n, row in enumerate(rows) if row["char_start"])


SPOILT: dict[str, tuple[Callable[[Path], Any], str]] = {
    "a file is missing": (
        lambda f: (f / "quotes.parquet").unlink(),
        "quotes.parquet: is missing",
    ),
    "the database is missing": (
        lambda f: (f / data.DATABASE).unlink(),
        f"{data.DATABASE}: is missing",
    ),
    "a file is renamed": (
        lambda f: (f / "quotes.parquet").rename(f / "words.parquet"),
        "quotes.parquet: was renamed to words.parquet",
    ),
    "a file too many": (
        lambda f: (f / "notes.txt").write_text("x"),
        "notes.txt: is not listed in SHA256SUMS",
    ),
    "the list is gone": (lambda f: (f / "SHA256SUMS").unlink(), "SHA256SUMS: is missing"),
    "another dictionary": (
        lambda f: (f / "dictionary.md").write_text("x"),
        "dictionary.md: has another hash than SHA256SUMS lists",
    ),
    "another size": (
        lambda f: (f / "dictionary.md").write_text("x"),
        "dictionary.md: has 1 bytes, not ",
    ),
    "no Parquet": (
        lambda f: (f / "quotes.parquet").write_text("x"),
        "quotes.parquet: is no readable Parquet file",
    ),
    "no database": (
        lambda f: (f / data.DATABASE).write_text("x"),
        f"{data.DATABASE}: cannot be read",
    ),
    "other metadata": (
        lambda f: pq.write_table(
            pq.read_table(f / "quotes.parquet").replace_schema_metadata(), f / "quotes.parquet"
        ),
        "quotes.parquet: schema or metadata differ from the declaration",
    ),
    "a code of no vocabulary": (
        lambda f: rewrite(f, "quotes", kind="shouted"),
        "kind: Input should be",
    ),
    "a key twice": (
        lambda f: rewrite(f, "quotes", quote_id=row_of(f, "quotes", 1)["quote_id"]),
        "the key is not unique",
    ),
    "a parent that is not there": (
        lambda f: rewrite(f, "quotes", source_id="s999"),
        "source_id: no sources row is called 's999'",
    ),
    "evidence of no row": (
        lambda f: rewrite(f, "evidence", row_id="atlantis"),
        "evidence.parquet: ",
    ),
    "evidence of no column": (
        lambda f: rewrite(f, "evidence", column_name="color"),
        "has no column 'color'",
    ),
    "a claim without evidence": (
        lambda f: pq.write_table(
            pq.read_schema(f / "evidence.parquet").empty_table(), f / "evidence.parquet"
        ),
        ": has no evidence",
    ),
    "an absence of something present": (
        lambda f: rewrite(f, "absences", column_name="kind", table_name="sources", row_id="s000"),
        "sources/s000/kind is not null",
    ),
    "a quotation of another length": (
        lambda f: rewrite(f, "quotes", text="We will"),
        "words are 7 characters, the span ",
    ),
    "words of another length": (
        lambda f: rewrite(f, "evidence", held(f), exact="x" * 99),
        "words are 99 characters, the span ",
    ),
    "a span after the end": (
        lambda f: rewrite(f, "sources", n_characters=1),
        "after the text of s000",
    ),
    "long context": (
        lambda f: rewrite(f, "evidence", held(f), prefix="x" * 33),
        "prefix is longer than 32 characters",
    ),
    "words that contradict another span": (
        lambda f: rewrite(f, "quotes", text="@" * len(row_of(f, "quotes", 0)["text"])),
        "from another passage of s",
    ),
    "half a span": (
        lambda f: rewrite(f, "evidence", held(f), region=None),
        "has only a part of a span",
    ),
    "other rows than the database": (
        lambda f: rewrite(f, "quotes", reason="Another reason."),
        f"{data.DATABASE}: quotes: rows differ from the Parquet file",
    ),
    "a flat table of other rows": (
        lambda f: rewrite(f, "subpoenas_flat", jurisdiction_name="Atlantis"),
        "subpoenas_flat.parquet: differs from the tables that it puts together",
    ),
}


def row_of(folder: Path, table: str, number: int) -> dict[str, Any]:
    row: dict[str, Any] = pq.read_table(folder / f"{table}.parquet").to_pylist()[number]
    return row


@pytest.mark.parametrize("name", SPOILT)
def test_verify_notices_that(name: str, copy: Path) -> None:
    spoil, message = SPOILT[name]
    if not (copy / data.DATABASE).is_file():
        pytest.skip("git does not hold the DuckDB file; `python build` makes it")
    spoil(copy)

    assert any(message in line for line in verify(copy)), verify(copy)


def test_a_checkout_may_lack_the_duckdb_file(copy: Path) -> None:
    (copy / "reviewed").mkdir(exist_ok=True)
    (copy / data.DATABASE).unlink(missing_ok=True)

    assert verify(copy) == []
