"""A release is whole, sound and always the same; its version follows from what differs."""

from __future__ import annotations

import csv as plain_csv
import json
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copies
import releasing
import system
from faults import kills
from forging import Tables, changed, rows, typed
from ice_subpoenas import formats
from ice_subpoenas.formats import csv
from ice_subpoenas.published import names
from ice_subpoenas.release import releases
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE, TABLES
from printing import Refusal
from publish import release as making

pytest_plugins = ["publishing"]
VERSION = formats.VERSION


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


# --- what is in it ----------------------------------------------------------------------------


def test_a_release_holds_every_file_and_no_other(release: Path) -> None:
    there = {path.relative_to(release).as_posix() for path in files_of(release)}

    assert there == {*names.RELEASED, names.SUMS}
    assert set(names.checksums(release / names.SUMS)) == set(names.RELEASED)
    assert [p.name for p in release.parent.iterdir() if p.name.startswith(".making")] == []


def test_sha256sum_itself_accepts_the_list(release: Path) -> None:
    program = shutil.which("sha256sum")
    if not program:
        pytest.skip("the system has no sha256sum")
    found = subprocess.run([program, "--check", "--quiet", names.SUMS], cwd=release, check=False)

    assert found.returncode == 0


def test_card_citation_and_changelog_speak_of_this_release(release: Path, tables: Tables) -> None:
    card = (release / "DATACARD.md").read_text("utf-8")
    citation = (release / "CITATION.cff").read_text("utf-8").splitlines()
    changelog = (release / "CHANGELOG.md").read_text("utf-8")

    assert f"-->{tables['subpoenas'].num_rows}<!--/--> subpoenas" in card
    assert "-->7<!--/--> caught" in card  # a figure that was measured, not counted in the tables
    assert "[dictionary.md](dictionary.md)" in card
    assert {f"version: {VERSION}", f"date-released: {releasing.DAY}"} <= set(citation)
    assert sum(line.startswith("version:") for line in citation) == 1
    assert f"Words on {VERSION}.\n\nThe first release: " in changelog


def test_the_manifest_tells_counts_tools_inputs_and_digests(release: Path, tables: Tables) -> None:
    manifest = read_json(release / names.MANIFEST)

    assert manifest["counts"] == {name: table.num_rows for name, table in tables.items()}
    assert manifest["content"].keys() == tables.keys()
    assert manifest["tools"].keys() == {"python", "duckdb", "pyarrow", "pydantic"}
    assert (manifest["released"], manifest["previous"]) == (str(releasing.DAY), None)


def test_no_file_tells_of_the_machine(release: Path) -> None:
    places = (str(release.parent), str(releasing.ROOT), str(Path.home()), socket.gethostname())
    telling = [each.encode() for each in (*places, ".making-", ".staging-") if len(each) > 5]
    for path in files_of(release):
        content = path.read_bytes()
        assert (path.name, [word for word in telling if word in content]) == (path.name, [])


def test_no_release_holds_an_article(release: Path) -> None:
    held = sorted((releasing.ROOT / "seeds").glob("*.txt"))
    pieces = [text[at : at + 300] for path in held
              for text in [path.read_text("utf-8")] for at in (200, len(text) // 2)]  # fmt: skip
    for path in files_of(release):
        plain = path.read_bytes().decode("utf-8", "ignore")
        assert [piece for piece in pieces if piece in plain] == []


# --- CSV --------------------------------------------------------------------------------------

COLUMNS: tuple[Column, ...] = tuple(
    TABLE["quotes"].column_map()[name] for name in ("text", "char_start", "has_conflict")
)
VALUES = st.fixed_dictionaries(
    {
        "text": st.none() | st.text(st.characters(codec="utf-8")),
        "char_start": st.none() | st.integers(0, 2**31 - 1),
        "has_conflict": st.none() | st.booleans(),
    }
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@settings(max_examples=50)
@given(st.lists(VALUES))
def test_csv_gives_back_every_row(found: list[dict[str, Any]]) -> None:
    assert copies.read(COLUMNS, csv.write(COLUMNS, found)) == found


@given(st.text(st.characters(codec="utf-8")))
def test_no_cell_begins_as_a_formula_and_none_is_lost(text: str) -> None:
    cell = csv.guarded(text)

    assert not cell.startswith(FORMULAS)
    assert copies.read(COLUMNS[:1], csv.write(COLUMNS[:1], [{"text": text}])) == [{"text": text}]


def test_a_plain_csv_reader_finds_every_row_of_the_copies(release: Path, tables: Tables) -> None:
    for table in TABLES:
        path = release / names.CSV / f"{table.table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            found = list(plain_csv.DictReader(file))
        expected = [
            {name: _as_text(value) for name, value in row.items()}
            for row in rows(tables, table.table)
        ]

        assert [{n: v.removeprefix("'") for n, v in row.items()} for row in found] == expected
        assert not any(v.startswith(FORMULAS) for row in found for v in row.values())


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- the version ------------------------------------------------------------------------------

Change = Callable[[Tables], Tables]


def corrected(tables: Tables) -> Tables:
    agency = rows(tables, "agencies")[0]
    return changed(tables, "agencies", agency["agency_id"], reason="Another reason.")


def added(tables: Tables) -> Tables:
    listed = rows(tables, "searches")
    more = listed[0] | {"search_id": "z-another"}
    return corrected(tables) | {"searches": typed("searches", [*listed, more])}


def removed(tables: Tables) -> Tables:
    return added(tables) | {"agencies": tables["agencies"].slice(1)}


@pytest.fixture(scope="session")
def before(first: Path) -> releases.Release:
    return releases.read(first)


STEPS: dict[str, tuple[Change, str, str]] = {
    "a corrected value": (corrected, "patch", "1 changed in agencies: "),
    "an added row": (added, "minor", "1 added to searches: z-another"),
    "a removed row": (removed, "major", "1 removed from agencies: "),
}


@pytest.mark.parametrize("name", STEPS)
def test_the_version_follows_from(name: str, before: releases.Release, small: Tables) -> None:
    change, level, why = STEPS[name]
    fitting, reasons = releases.fitting(before, releases.current(change(small)))

    assert fitting == releases.following(VERSION, level)
    assert any(reason.what.startswith(why) for reason in reasons)


def _kind(fields: list[dict[str, Any]]) -> dict[str, Any]:
    return next(field for field in fields if field["name"] == "kind")


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
    change: Callable[[Any], Any], level: str, before: releases.Release
) -> None:
    schemas = json.loads(json.dumps(before.schemas))
    change(schemas["quotes"]["fields"])
    fitting, _ = releases.fitting(before, releases.Release("", schemas, before.rows))

    assert fitting == releases.following(VERSION, level)


# --- making it --------------------------------------------------------------------------------


def test_two_makings_give_the_same_archive_though_one_before_was_killed(
    tmp_path: Path, small: Tables, first: Path
) -> None:
    left = tmp_path / "out" / ".making-x" / "ice-subpoenas-0.1.0"
    left.mkdir(parents=True)
    (left / "quotes.csv").write_text("x", "utf-8")
    again = releasing.make(tmp_path / "out", dict(reversed(small.items())))
    archive = f"{again.name}.zip"

    assert again.with_name(archive).read_bytes() == first.with_name(archive).read_bytes()
    assert {p.name for p in again.parent.iterdir()} == {".lock", again.name, archive}


def test_a_version_that_does_not_fit_is_refused_with_the_one_that_does(
    tmp_path: Path, first: Path, small: Tables
) -> None:
    root, out = releasing.checkout(tmp_path / "root", VERSION), tmp_path / "out"
    fits = releases.following(VERSION, "minor")
    patch = releases.following(VERSION, "patch")
    with pytest.raises(Refusal, match=rf"{patch} does not fit: it must be {fits} \(1 added to"):
        making.make(root, added(small), patch, first.parent)
    with pytest.raises(Refusal, match=r"it must be 0\.1\.0 \(it is the first release\)"):
        making.make(root, small, "2.0.0", out)
    with pytest.raises(Refusal, match=f"nothing differs from {VERSION}"):
        making.make(root, small, patch, first.parent)
    with pytest.raises(Refusal, match="is not a version such as"):
        making.make(root, small, "v1", out)
    assert not out.exists()


def test_a_release_is_never_overwritten(first: Path, tmp_path: Path, small: Tables) -> None:
    root = releasing.checkout(tmp_path, VERSION)
    with pytest.raises(Refusal, match="never overwritten"):
        making.make(root, small, VERSION, first.parent)


def test_words_for_people_and_a_day_are_asked_for(
    tmp_path: Path, small: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releases, "FIRST", VERSION)
    root = releasing.checkout(tmp_path, "0.0.9")
    with pytest.raises(Refusal, match=rf"no words under '## {VERSION}'"):
        making.make(root, small, VERSION, tmp_path / "out")
    releasing.checkout(tmp_path, VERSION, dated=False)
    with pytest.raises(Refusal, match=f"write the day of {VERSION}"):
        making.make(root, small, VERSION, tmp_path / "out")


def test_a_data_card_whose_query_fails_is_refused_and_nothing_is_left(
    tmp_path: Path, small: Tables, little: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(releasing, "CARD", "<!--= SELECT atlantis -->7<!--/-->{}")
    wrong = pytest.raises(Refusal, match=r"DATACARD\.md: a query or command fails")
    with wrong, kills.making(little):
        releasing.make(tmp_path / "out", small)

    assert [p.name for p in (tmp_path / "out").iterdir()] == [".lock"]


def test_the_data_card_of_this_checkout_can_be_filled_in(release: Path) -> None:
    assert "<!-- end -->" in making._card(releasing.ROOT, release)


@pytest.mark.slow
def test_a_release_whose_rows_break_a_rule_is_not_put_in_its_place(
    tmp_path: Path, small: Tables
) -> None:
    row = rows(small, "acts")[0]
    wrong = changed(small, "acts", row["act_id"], n_sources=row["n_sources"] + 1)
    with pytest.raises(Refusal, match=r"the release does not verify: .*computed-differs"):
        releasing.make(tmp_path / "out", wrong, judged=True)

    assert [p.name for p in (tmp_path / "out").iterdir()] == [".lock"]


def test_the_next_release_tells_each_fact_why_and_no_name_that_was_taken_out(
    tmp_path: Path, first: Path, small: Tables
) -> None:
    out, person = tmp_path / "out", "Lena Osk"
    shutil.copytree(first, out / first.name)
    gone = [
        row | {"name": None, "naming_decision": "name_left_out"} if row["name"] == person else row
        for row in rows(small, "individuals_referenced")
    ]
    number = releases.following(VERSION, "minor")
    later = added(small) | {"individuals_referenced": typed("individuals_referenced", gone)}
    second = releasing.make(out, later, number)
    changelog = (second / "CHANGELOG.md").read_text("utf-8")

    assert f"name: {person}" not in changelog
    assert person not in changelog
    assert "(name taken out)" in changelog
    assert f"Words on {number}.\n\n### Facts that differ from {VERSION}" in changelog
    assert "Another reason." in changelog
    assert "- minor: 1 added to searches: z-another" in changelog
    assert changelog.endswith(f"Words on {VERSION}.\n")
    assert read_json(second / names.MANIFEST)["previous"] == VERSION
    assert read_json(second / names.DESCRIPTOR)["version"] == number


def test_a_release_is_not_made_through_a_link(tmp_path: Path, small: Tables) -> None:
    (tmp_path / "real").mkdir()
    system.link(tmp_path / "out", tmp_path / "real")
    with pytest.raises(Refusal, match="is a link"):
        releasing.make(tmp_path / "out", small)

    assert [p.name for p in (tmp_path / "real").iterdir()] in ([], [".lock"])
