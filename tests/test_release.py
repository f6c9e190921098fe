"""A release is whole, sound and always the same; its version follows from what differs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fetching
import releasing
import sample
from calling import call
from ice_subpoenas import TABLE, cli, csvs, data, formats, verify, views
from ice_subpoenas.release import releases
from ice_subpoenas.release.verify import examine
from ice_subpoenas.row import Column
from printing import Refusal
from publish import release


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the release 0.1.0."""
    place = tmp_path_factory.mktemp("releases") / "out"
    releasing.make(place)
    return place


@pytest.fixture(scope="module")
def first(out: Path) -> Path:
    return out / "ice-subpoenas-0.1.0"


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


# --- what is in it ----------------------------------------------------------------------------


def test_a_release_holds_every_file_and_no_other(first: Path) -> None:
    there = {p.relative_to(first).as_posix() for p in first.rglob("*") if p.is_file()}

    assert there == {*data.RELEASED, data.SUMS}
    assert set(data.checksums(first / data.SUMS)) == set(data.RELEASED)


def test_folder_and_archive_verify_and_have_one_digest(out: Path, first: Path) -> None:
    folder, archive = examine(first), examine(out / "ice-subpoenas-0.1.0.zip")

    assert (folder.problems, archive.problems) == ([], [])
    assert folder.digests.items() < archive.digests.items()
    assert [p.name for p in out.iterdir() if p.name.startswith(".")] == []


def test_sha256sum_itself_accepts_the_list(first: Path) -> None:
    program = shutil.which("sha256sum")
    if not program:
        pytest.skip("the system has no sha256sum")
    found = subprocess.run([program, "--check", "--quiet", data.SUMS], cwd=first, check=False)

    assert found.returncode == 0


@pytest.mark.parametrize("name", ["datapackage.json", "csv/datapackage.json"])
def test_frictionless_finds_both_packages_valid(name: str, first: Path) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    found = subprocess.run(
        command, cwd=(first / name).parent, capture_output=True, text=True, check=False
    )
    profile = json.loads((files("dplib") / "profiles/2.0/datapackage.json").read_text("utf-8"))
    faults = jsonschema.Draft7Validator(profile).iter_errors(read_json(first / name))

    assert found.returncode == 0, found.stdout
    assert [fault.message for fault in faults] == []


def test_the_database_is_a_resource_with_hash_and_size(first: Path) -> None:
    package = read_json(first / "datapackage.json")
    (resource,) = [r for r in package["resources"] if r["path"] == data.DATABASE]

    assert resource["hash"] == f"sha256:{data.sha256(first / data.DATABASE)}"
    assert resource["bytes"] == (first / data.DATABASE).stat().st_size


def test_card_citation_and_changelog_speak_of_this_release(first: Path) -> None:
    card = (first / "DATACARD.md").read_text("utf-8")
    citation = (first / "CITATION.cff").read_text("utf-8").splitlines()
    changelog = (first / "CHANGELOG.md").read_text("utf-8")

    assert "-->2<!--/--> subpoenas" in card
    assert "[dictionary.md](dictionary.md)" in card
    assert {"version: 0.1.0", "date-released: 2026-12-01"} <= set(citation)
    assert sum(line.startswith("version:") for line in citation) == 1
    assert "Words on 0.1.0.\n\nThe first release: " in changelog


def test_the_manifest_tells_counts_tools_inputs_and_digests(first: Path) -> None:
    manifest = read_json(first / "manifest.json")

    assert manifest["counts"]["subpoenas"] == 2
    assert manifest["tools"].keys() == {"python", "duckdb", "pyarrow", "pydantic"}
    assert manifest["content_digest"] == examine(first).digests["content"]
    assert (manifest["released"], manifest["previous"]) == ("2026-12-01", None)


def test_no_file_tells_of_the_machine(first: Path, out: Path) -> None:
    for path in first.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert str(out).encode() not in content
            assert str(releasing.ROOT).encode() not in content


def test_two_builds_give_the_same_archive(tmp_path: Path, out: Path) -> None:
    again = releasing.make(tmp_path / "out", rows=dict(reversed(sample.rows().items())))
    one = zipfile.ZipFile(out / f"{again.name}.zip")
    other = zipfile.ZipFile(f"{again}.zip")
    duckdb_apart = one.read(f"{again.name}/{data.DATABASE}") != other.read(
        f"{again.name}/{data.DATABASE}"
    )

    if not duckdb_apart:  # DuckDB promises no bytes
        assert Path(f"{again}.zip").read_bytes() == (out / f"{again.name}.zip").read_bytes()
    assert one.namelist() == other.namelist() == sorted(one.namelist())
    assert examine(again).digests["content"] == examine(out / again.name).digests["content"]


# --- CSV --------------------------------------------------------------------------------------

TEXT = next(c for c in TABLE["quotes"].columns() if c.name == "text")
NUMBER = next(c for c in TABLE["quotes"].columns() if c.name == "char_start")
TRUTH = next(c for c in TABLE["quotes"].columns() if c.name == "has_conflict")
COLUMNS: tuple[Column, ...] = (TEXT, NUMBER, TRUTH)
VALUES = st.fixed_dictionaries(
    {
        "text": st.none() | st.text(st.characters(codec="utf-8")),
        "char_start": st.none() | st.integers(0, 2**31 - 1),
        "has_conflict": st.none() | st.booleans(),
    }
)


@given(st.lists(VALUES))
def test_csv_gives_back_every_row(rows: list[dict[str, Any]]) -> None:
    assert csvs.read(COLUMNS, csvs.write(COLUMNS, rows)) == rows


@given(st.text(st.characters(codec="utf-8")))
def test_no_cell_begins_as_a_formula_and_none_is_lost(text: str) -> None:
    cell = csvs.guarded(text)

    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert csvs.unguarded(cell) == text


def test_null_and_empty_are_told_apart() -> None:
    rows = [{"text": "", "char_start": 0, "has_conflict": False}]
    rows += [{"text": None, "char_start": None, "has_conflict": None}]

    assert csvs.write(COLUMNS, rows) == b"text,char_start,has_conflict\r\n',0,false\r\n,,\r\n"
    assert csvs.read(COLUMNS, csvs.write(COLUMNS, rows)) == rows


def test_csv_copies_are_the_parquet_rows(first: Path) -> None:
    for table in data.PARQUET:
        copied = (first / "csv" / f"{table.table}.csv").read_bytes()

        assert csvs.read(table.columns(), copied) == data.read(first, table).to_pylist()
        assert not copied.startswith(b"\xef\xbb\xbf")
        assert copied.endswith(b"\r\n")


# --- the version ------------------------------------------------------------------------------


def differing(change: Callable[[sample.Rows], Any]) -> sample.Rows:
    rows = sample.rows()
    change(rows)
    return rows


def corrected(rows: sample.Rows) -> None:
    rows["individuals_referenced"][0]["title"] = "Acting Mayor"


def added(rows: sample.Rows) -> None:
    corrected(rows)
    old, new = rows["agencies"][0]["agency_id"], "a-second-desk"
    rows["agencies"].append({**rows["agencies"][0], "agency_id": new})
    own = [e for e in rows["evidence"] if (e["table_name"], e["row_id"]) == ("agencies", old)]
    rows["evidence"] += [e | {"row_id": new, "evidence_id": f"{e['evidence_id']}0"} for e in own]


def removed(rows: sample.Rows) -> None:
    rows["information_sought"].pop()


STEPS: dict[str, tuple[Callable[[sample.Rows], Any], str, str]] = {
    "a corrected value": (corrected, "0.1.1", "changed in individuals_referenced: ann-lee"),
    "an added row": (added, "0.2.0", "added to agencies: a-second-desk"),
    "a removed row": (removed, "1.0.0", "removed from information_sought"),
}


@pytest.mark.parametrize("name", STEPS)
def test_the_version_follows_from(name: str, first: Path) -> None:
    change, expected, why = STEPS[name]
    fitting, reasons = releases.fitting(releases.read(first), releases.current(differing(change)))

    assert fitting == expected
    assert any(why in reason.what for reason in reasons)


@pytest.mark.parametrize(
    ("change", "level"),
    [
        (lambda f: f.append({"name": "color", "type": "string"}), "major"),
        (lambda f: f.pop(), "major"),
        (lambda f: f.reverse(), "major"),
        (lambda f: f[0].update(type="integer"), "major"),
        (lambda f: f[0]["constraints"].update(pattern="x"), "major"),
        (lambda f: f[0].update(description="Other words."), "patch"),
        (lambda f: _kind(f)["constraints"]["enum"].append("shouted"), "minor"),
        (lambda f: _kind(f)["constraints"]["enum"].pop(), "major"),
    ],
)
def test_a_change_of_columns_is_a_step_of(
    change: Callable[[Any], Any], level: str, first: Path
) -> None:
    old = releases.read(first)
    schemas = json.loads(json.dumps(old.schemas))
    change(schemas["quotes"]["fields"])
    fitting, _ = releases.fitting(old, releases.Release("", schemas, old.rows))

    assert fitting == releases.following("0.1.0", level)


def _kind(fields: list[dict[str, Any]]) -> dict[str, Any]:
    return next(field for field in fields if field["name"] == "kind")


def test_a_version_that_does_not_fit_is_refused_with_the_one_that_does(
    tmp_path: Path, first: Path
) -> None:
    root = releasing.checkout(tmp_path, "0.1.0", "0.1.1")
    with pytest.raises(Refusal, match=r"0\.1\.1 does not fit: it must be 0\.2\.0 \(1 added to"):
        release.make(root, differing(added), "0.1.1", tmp_path / "out", first, releasing.DAY)
    with pytest.raises(Refusal, match=r"it must be 0\.1\.0 \(it is the first release\)"):
        release.make(root, sample.rows(), "2.0.0", tmp_path / "out", None, releasing.DAY)
    with pytest.raises(Refusal, match=r"nothing differs from 0\.1\.0"):
        release.make(root, sample.rows(), "0.1.1", tmp_path / "out", first, releasing.DAY)
    with pytest.raises(Refusal, match="is no version such as"):
        release.make(root, sample.rows(), "v1", tmp_path / "out", None, releasing.DAY)
    assert not (tmp_path / "out").exists()


def test_a_release_is_never_overwritten(out: Path, tmp_path: Path) -> None:
    root = releasing.checkout(tmp_path, "0.1.0")
    with pytest.raises(Refusal, match="never overwritten"):
        release.make(root, sample.rows(), "0.1.0", out, day=releasing.DAY)


def test_words_for_people_and_a_day_are_asked_for(tmp_path: Path) -> None:
    root = releasing.checkout(tmp_path, "0.0.9")
    with pytest.raises(Refusal, match=r"no words under '## 0\.1\.0'"):
        release.make(root, sample.rows(), "0.1.0", tmp_path / "out")
    releasing.checkout(tmp_path, "0.1.0")
    with pytest.raises(Refusal, match="give --date, or write the day"):
        release.make(root, sample.rows(), "0.1.0", tmp_path / "out")


def test_the_next_release_tells_each_fact_and_why(tmp_path: Path, first: Path) -> None:
    place = tmp_path / "out"
    shutil.copytree(first, place / first.name)
    second = releasing.make(place, differing(added), "0.2.0")
    changelog = (second / "CHANGELOG.md").read_text("utf-8")

    with releasing.version("0.2.0"):
        assert verify(second) == []
    assert read_json(second / "manifest.json")["previous"] == "0.1.0"
    assert "Words on 0.2.0.\n\n### Facts that differ from 0.1.0" in changelog
    assert "Mayor → Acting Mayor" in changelog
    assert "- minor: 1 added to agencies: a-second-desk" in changelog
    assert changelog.endswith("Words on 0.1.0.\n")


def test_a_release_of_another_version_verifies_too(tmp_path: Path) -> None:
    place = tmp_path / "out"
    with releasing.version("0.1.0"):
        releasing.make(place)
        later = releasing.make(place, differing(corrected), "0.1.1")
    assert formats.VERSION == "0.1.0"

    assert verify(later) == []
    with pytest.MonkeyPatch.context() as patch:  # the package's views have moved on since
        patch.setattr(views, "TRACE", views.TRACE.replace("ORDER BY is_rival", "ORDER BY stance"))
        assert verify(later) == []


# --- changes ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def second(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("later") / "out"
    shutil.copytree(out / "ice-subpoenas-0.1.0", place / "ice-subpoenas-0.1.0")
    releasing.make(place, differing(added), "0.2.0")
    return place / "ice-subpoenas-0.2.0.zip"


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_changes_tells_each_fact_in_every_form(
    form: str, first: Path, second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(["changes", str(first), str(second), "--format", form])
    said = capsys.readouterr().out

    assert code == 0
    assert "Acting Mayor" in said
    assert "our own sorting or words" in said
    if form == "text":
        assert said.splitlines()[-1].startswith("0.1.0 → 0.2.0: ")
        assert "value changed: individuals_referenced/ann-lee/title: Mayor → Acting Mayor" in said
    if form == "json":
        assert all(change["why"] for change in json.loads(said))


@pytest.mark.parametrize("what", ["nowhere", "README.md", "tests"])
def test_changes_of_something_else_is_one_clear_line(
    what: str, first: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(["changes", str(releasing.ROOT / what), str(first)])
    said = capsys.readouterr().err

    assert code == 1
    assert said.startswith("ice-subpoenas: ")
    assert len(said.splitlines()) == 1


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    import world

    called = call(world.write(tmp_path), "release", "9.9.9")

    assert called.code == 2
    assert (
        called.err
        == "python build: 9.9.9 does not fit: it must be 0.1.0 (it is the first release)\n"
    )


# --- croissant --------------------------------------------------------------------------------


LOAD = """
import json, sys, mlcroissant
dataset = mlcroissant.Dataset(jsonld=sys.argv[1])
errors = sorted(map(str, dataset.metadata.ctx.issues.errors))
plain = lambda value: value.decode() if isinstance(value, bytes) else value
found = {
    records.uuid: [
        {k.split("/")[1]: plain(v) for k, v in row.items()} for row in dataset.records(records.uuid)
    ]
    for records in dataset.metadata.record_sets
}
print(json.dumps([errors, found], default=str))
"""


@pytest.mark.croissant
def test_mlcroissant_validates_and_loads_every_record(
    first: Path, pytestconfig: pytest.Config
) -> None:
    python = fetching.python(pytestconfig, "mlcroissant[parquet]")
    fetching.said(
        python.with_name("mlcroissant"), "validate", "--jsonld", "croissant.json", cwd=first
    )
    errors, found = json.loads(
        fetching.said(python, "-W", "ignore", "-c", LOAD, "croissant.json", cwd=first)
    )

    assert errors == []
    assert found.keys() == {table.table for table in data.PARQUET}
    for table in data.PARQUET:
        rows = data.read(first, table).to_pylist()
        keys = [str(row[table.key]) for row in found[table.table]]
        assert keys == [row[table.key] for row in rows]
        assert all(
            row.keys() == line.keys() for row, line in zip(rows, found[table.table], strict=True)
        )
