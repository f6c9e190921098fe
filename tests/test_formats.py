"""Every format says the same of every table: names, types, nulls, codes, keys, descriptions."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import duckdb
import jsonschema
import pytest

import sample
from ice_subpoenas import TABLE, TABLES, data, formats, views
from ice_subpoenas.row import TYPES, Row
from ice_subpoenas.vocabularies import VOCABULARIES

WIDE = data.PARQUET
every_table = pytest.mark.parametrize("table", TABLES, ids=lambda t: t.table)
every_parquet = pytest.mark.parametrize("table", WIDE, ids=lambda t: t.table)
every_view = pytest.mark.parametrize("view", views.VIEWS, ids=lambda v: v.table)


@pytest.fixture(scope="module")
def db() -> Iterator[duckdb.DuckDBPyConnection]:
    tables = {t.table: formats.arrow_schema(t).empty_table() for t in TABLES}
    with duckdb.connect() as connection:
        data.create(connection, tables)
        yield connection


def describe(db: duckdb.DuckDBPyConnection, name: str) -> list[tuple[str, str, bool]]:
    query = (
        "SELECT column_name, data_type, NOT is_nullable FROM duckdb_columns()"
        " WHERE table_name = ? ORDER BY column_index"
    )
    return db.execute(query, [name]).fetchall()


def enum(codes: tuple[str, ...]) -> str:
    return f"ENUM({', '.join(map(formats.literal, codes))})"


@every_parquet
def test_arrow_says_what_the_declaration_says(table: Any) -> None:
    shown = [(f.name, str(f.type), f.nullable) for f in formats.arrow_schema(table)]

    arrow = {"string": "string", "integer": "int32", "boolean": "bool", "date": "date32[day]"}
    assert shown == [(c.name, arrow[TYPES[c.type][0]], not c.required) for c in table.columns()]


@every_parquet
def test_arrow_describes_the_table_and_each_column(table: Any) -> None:
    schema = formats.arrow_schema(table)
    described = json.loads(schema.metadata[b"column_descriptions"])

    assert schema.metadata[b"description"].decode() == table.about()
    assert schema.metadata[b"primary_key"].decode() == table.key
    assert schema.metadata.get(b"warning", b"").decode() == (table.caution or "")
    assert described == {c.name: c.description for c in table.columns()}
    for column in table.columns():
        metadata = schema.field(column.name).metadata
        assert metadata[b"description"].decode() == column.description
        assert metadata[b"role"].decode() == column.role
        assert metadata.get(b"codes", b"").decode().split() == list(column.codes)


@every_parquet
def test_table_schema_says_what_the_declaration_says(table: Any) -> None:
    schema = formats.table_schema(table)

    assert schema["primaryKey"] == [table.key]
    assert schema["missingValues"] == ["", "nan", "NaT"]
    for column, field in zip(table.columns(), schema["fields"], strict=True):
        constraints = field.get("constraints", {})
        assert (field["name"], field["type"]) == (column.name, TYPES[column.type][0])
        assert field["description"] == column.description
        assert constraints.get("required", False) == column.required
        assert constraints.get("unique", False) == (column.name == table.key)
        assert constraints.get("enum", []) == field.get("categories", []) == list(column.codes)
        assert constraints.get("pattern") == column.pattern
        assert constraints.get("minimum") == column.minimum


@every_parquet
def test_foreign_keys_are_those_declared(table: Any) -> None:
    declared = [
        (c.name, "" if c.references == table.table else c.references, TABLE[c.references].key)
        for c in table.columns()
        if c.references
    ]
    keys = formats.table_schema(table).get("foreignKeys", [])

    assert declared == [
        (key["fields"][0], key["reference"].get("resource", ""), key["reference"]["fields"][0])
        for key in keys
    ]


@every_parquet
def test_json_schema_says_what_the_declaration_says(table: Any) -> None:
    schema = formats.json_schema(table)
    jsonschema.Draft202012Validator.check_schema(schema)

    assert list(schema["properties"]) == [c.name for c in table.columns()]
    assert schema["required"] == [c.name for c in table.columns() if c.required]
    for column in table.columns():
        said = schema["properties"][column.name]
        assert ("null" in said["type"]) == (not column.required)
        assert (said.get("format") == "date") == (TYPES[column.type][0] == "date")
        assert [code for code in said.get("enum", []) if code] == list(column.codes)


@every_table
def test_json_schema_accepts_the_rows_and_refuses_others(table: type[Row]) -> None:
    judge = jsonschema.Draft202012Validator(formats.json_schema(table))
    for record in formats.records(table, sample.rows()[table.table]):
        row = json.loads(json.dumps(record, default=str))
        assert list(judge.iter_errors(row)) == []
        assert list(judge.iter_errors({**row, "unheard_of": 1}))
        assert list(judge.iter_errors({**row, table.key: None}))
        assert list(judge.iter_errors({**row, table.key: " x"}))


@every_table
def test_duckdb_says_what_the_declaration_says(
    table: type[Row], db: duckdb.DuckDBPyConnection
) -> None:
    assert describe(db, table.table) == [
        (c.name, enum(c.codes) if c.codes else TYPES[c.type][1], c.required)
        for c in table.columns()
    ]


@every_table
def test_duckdb_keeps_the_keys_and_checks(table: type[Row], db: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT constraint_type, constraint_column_names, referenced_table, constraint_name"
    found = db.execute(
        f"{query} FROM duckdb_constraints() WHERE table_name = ?", [table.table]
    ).fetchall()
    foreign = [(n[0], target) for kind, n, target, _ in found if kind == "FOREIGN KEY"]

    assert [n for kind, n, *_ in found if kind == "PRIMARY KEY"] == [[table.key]]
    assert sorted(foreign) == sorted(
        (c.name, c.references) for c in table.columns() if c.references
    )
    assert sum(kind == "CHECK" for kind, *_ in found) == len(formats.duckdb_checks(table))
    assert formats.duckdb_checks(table).keys() >= table.checks.keys()


@every_view
def test_a_view_has_the_columns_that_it_describes(
    view: views.View, db: duckdb.DuckDBPyConnection
) -> None:
    found = [(name, kind) for name, kind, _ in describe(db, view.table)]

    assert found == [
        (c.name, enum(c.codes) if c.codes else TYPES[c.type][1]) for c in view.columns()
    ]


def test_everything_in_duckdb_carries_its_description(db: duckdb.DuckDBPyConnection) -> None:
    tables = "SELECT table_name, comment FROM duckdb_tables() WHERE NOT internal"
    shown = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"
    columns = "SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal"
    described = data.DESCRIBED

    assert sorted(db.execute(f"{tables} UNION ALL {shown}").fetchall()) == sorted(
        (t.table, formats.warned(t.about(), t.caution)) for t in described
    )
    assert sorted(db.execute(columns).fetchall()) == sorted(
        (t.table, c.name, formats.warned(c.description, c.warning))
        for t in described
        for c in t.columns()
    )


def test_types_and_the_macro_carry_their_description(db: duckdb.DuckDBPyConnection) -> None:
    types = "SELECT type_name, comment FROM duckdb_types() WHERE NOT internal"
    macro = "SELECT comment FROM duckdb_functions() WHERE function_name = 'trace'"
    found = dict(db.execute(types).fetchall())

    assert found.keys() == {formats.type_name(v) for v in VOCABULARIES}
    assert all(found.values())
    assert db.execute(macro).fetchall() == [(views.TRACE_SAYS,)]


@every_parquet
def test_the_dictionary_describes_every_column(table: Any) -> None:
    text = formats.dictionary(WIDE)
    section = text.split(f"\n## {table.table}\n")[1].split("\n## ")[0]

    lines = [line for line in section.splitlines() if line.startswith("| `")]
    for column, line in zip(table.columns(), lines, strict=True):
        name, kind, role, null, meaning = line[2:-2].split(" | ", 4)
        assert name == f"`{column.name}`"
        shown = formats.type_name(column.vocabulary) if column.vocabulary else TYPES[column.type][0]
        assert f"`{shown}`" in kind
        assert (f"`{column.references}`" in kind) == bool(column.references)
        assert role.startswith(column.role)
        assert null.startswith("yes") == (not column.required)
        assert (null == "key") == (column.name == table.key)
        assert meaning.startswith(column.description.replace("|", "\\|"))


def test_the_dictionary_defines_every_code() -> None:
    text = formats.dictionary(WIDE)
    for vocabulary in VOCABULARIES:
        section = text.split(f"\n## {formats.type_name(vocabulary)}\n")[1].split("\n## ")[0]
        for code in vocabulary:
            assert f"| `{code.value}` | {code.definition} |" in section


def test_no_two_headings_of_the_dictionary_are_the_same() -> None:
    text = formats.dictionary(data.DESCRIBED)
    headings = [line for line in text.splitlines() if line.startswith("#")]

    assert len(headings) == len(set(headings))


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for table in TABLES:
        seen.add(table.table)
        assert {c.references for c in table.columns() if c.references} <= seen


def test_the_code_and_dictionary_rows_keep_their_own_declaration() -> None:
    codes = formats.records(TABLE["codes"], formats.code_rows())
    columns = formats.records(TABLE["dictionary"], formats.dictionary_rows(TABLES))

    assert len(codes) == sum(len(v.codes()) for v in VOCABULARIES)
    assert len(columns) == sum(len(t.columns()) for t in TABLES)
    assert {row["vocabulary"] for row in columns} - {None} <= {row["vocabulary"] for row in codes}


# --- what is refused --------------------------------------------------------------------------

PLACE = {**sample.rows()["jurisdictions"][0]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "name: String should match pattern"),
        ({"name": "nan"}, "name: 'nan' would be read as missing"),
        ({"name": " Winnemac"}, "name: String should match pattern"),
        ({"kind": "village"}, "kind: Input should be"),
        ({"n_sources": -1}, "n_sources: Input should be greater than or equal to 0"),
        ({"n_sources": "1"}, "n_sources: Input should be a valid integer"),
        ({"color": "red"}, "color: Extra inputs are not permitted"),
        ({"tier": None}, "tier: Input should be"),
    ],
)
def test_a_row_that_breaks_the_declaration_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^jurisdictions: us-xx: {message}"):
        formats.records(TABLE["jurisdictions"], [PLACE | change])


def test_a_key_that_two_rows_have_is_refused() -> None:
    with pytest.raises(ValueError, match="us-xx: two rows have this key"):
        formats.records(TABLE["jurisdictions"], [PLACE, PLACE])


def test_rows_come_out_by_key_with_every_column() -> None:
    records = formats.records(TABLE["agencies"], reversed(sample.rows()["agencies"]))

    assert [row["agency_id"] for row in records] == sorted(row["agency_id"] for row in records)
    assert all(list(row) == list(TABLE["agencies"].column_map()) for row in records)


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("jurisdictions", {"kind": "village"}),
        ("jurisdictions", {"name": None}),
        ("jurisdictions", {"name": " Winnemac"}),
        ("jurisdictions", {"jurisdiction_id": "Not A Key"}),
        ("jurisdictions", {"n_sources": -1}),
        ("jurisdictions", {"jurisdiction_id": "us-yy", "parent_id": "atlantis"}),
        ("case_facts", {"individual_id": "ann-lee"}),
        ("case_facts", {"n_affected": 3}),
        ("individuals_referenced", {"naming_decision": "not_named"}),
    ],
)
def test_duckdb_refuses_what_the_declaration_forbids(table: str, change: dict[str, Any]) -> None:
    import pyarrow as pa

    rows = sample.rows()
    arrow = {
        t.table: pa.Table.from_pylist(formats.records(t, rows[t.table]), formats.arrow_schema(t))
        for t in TABLES
    }
    records = arrow[table].to_pylist()
    records[0] |= change
    arrow[table] = pa.Table.from_pylist(records, arrow[table].schema)
    with duckdb.connect() as connection, pytest.raises((duckdb.Error, ValueError)):
        data.create(connection, arrow)


def test_the_declaration_is_read_without_the_heavy_libraries() -> None:
    program = (
        "import sys, ice_subpoenas.formats; print([name for name in "
        "('duckdb', 'pyarrow', 'pandas', 'frictionless', 'numpy') if name in sys.modules])"
    )
    path = f"import sys; sys.path.insert(0, {str(data.HERE.parent)!r}); "
    found = subprocess.run(
        [sys.executable, "-c", path + program], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
