"""Whatever is changed in a release is found, and nothing in it can harm who opens it."""

from __future__ import annotations

import errno
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import system
from check import stages
from faults import columns, folders, forgeries, packed
from faults import rows as whole_rows
from faults.columns import Change
from forging import Tables, changed, edited, rows, summed
from ice_subpoenas import cli
from ice_subpoenas.published import database, files, names
from ice_subpoenas.release import agreement, archives, generated, listing, verify
from ice_subpoenas.release.verify import UNPROVEN, Verdict, examine
from ice_subpoenas.sql import closed, memory
from ice_subpoenas.tables import TABLES

pytest_plugins = ["publishing"]
NO = "0" * 64


@pytest.fixture(scope="session")
def real(checked: stages.Checked) -> Tables:
    """The real tables: every computed column of these is changed."""
    return checked.tables()


@pytest.fixture(scope="session")
def tables(small: Tables) -> Tables:
    """The tables of the tiny release that most tests spoil."""
    return small


@pytest.fixture(scope="session")
def release(first: Path) -> Path:
    """The release of the tiny checkout, which most tests spoil a copy of."""
    return first


@pytest.fixture(scope="session")
def verdict(release: Path) -> Verdict:
    """What `verify` says of the sound archive."""
    return examine(archive_of(release))


@pytest.fixture(scope="session")
def con(tables: Tables) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables in memory, as `verify` has them."""
    with closing(memory()) as made:
        database.create(made, tables)
        yield closed(made)


def archive_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")


# --- a sound release --------------------------------------------------------------------------


def test_a_sound_archive_passes_and_what_cannot_be_proven_is_named(verdict: Verdict) -> None:
    said = " ".join(verdict.unchecked)

    assert verdict.problems == ()
    assert [kind for kind, _ in verdict.digests] == ["content", "release", "archive"]
    assert {f"column {name}" for name in UNPROVEN} <= set(verdict.unchecked)
    assert "manifest.json (released, previous, level, tools, inputs)" in said
    assert {*names.WRITTEN, "rule seed-changed"} <= set(verdict.unchecked)


def test_the_expected_digest_is_asked_for_and_compared(
    verdict: Verdict,
    release: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own = Verdict(verdict.problems, verdict.digests[:2], verdict.unchecked)
    monkeypatch.setattr(verify, "_examined", lambda _: own)
    archive = archive_of(release)
    for kind, digest in verdict.digests:
        assert cli.main(["verify", str(archive), "--expect", f"sha256:{digest.upper()}"]) == 0
        said = capsys.readouterr().out
        assert f"{kind} digest {digest}" in said
        assert f"the expected digest is the {kind} digest" in said
    assert dict(verdict.digests)["archive"] == names.sha256(archive)
    assert cli.main(["verify", str(archive)]) == 0
    assert "no --expect was given" in capsys.readouterr().out
    assert cli.main(["verify", str(archive), "--expect", NO]) == 1
    assert "is none of those computed: this is another release" in capsys.readouterr().out
    assert cli.main(["verify", str(archive), "--expect", "yes"]) == 1
    assert "takes a digest of 64 hexadecimal digits" in capsys.readouterr().out


# --- bytes and names --------------------------------------------------------------------------

PLACES = st.tuples(st.sampled_from([*names.RELEASED, names.SUMS]), st.floats(0, 1))


def test_one_changed_byte_anywhere_in_a_folder_is_found(release: Path, released: Path) -> None:
    @given(PLACES, st.integers(1, 255))
    def found(place: tuple[str, float], mask: int) -> None:
        name, part = place
        content = bytearray((release / name).read_bytes())
        content[int(part * (len(content) - 1))] ^= mask
        (released / name).write_bytes(content)
        problems = list(listing.problems(released, own=False))
        (released / name).write_bytes((release / name).read_bytes())
        assert problems
        if name != names.SUMS:
            assert [(p.file, p.code) for p in problems] == [(name, "hash-differs")]

    found()


def is_told(archive: Path) -> bool:
    """Whether an archive is refused, or its files or bytes are not those of a release."""
    try:
        with archives.opened(archive) as folder:
            wrong = [*listing.unsafe(folder, False), *listing.problems(folder, False)]
            return bool(wrong) or not archives.is_packed_as_published(archive, folder)
    except archives.Refused:
        return True


def test_one_changed_byte_anywhere_in_an_archive_is_found(release: Path, tmp_path: Path) -> None:
    content = archive_of(release).read_bytes()
    spoilt = tmp_path / f"{release.name}.zip"

    @given(st.floats(0, 1), st.integers(1, 255))
    def found(part: float, mask: int) -> None:
        changed_content = bytearray(content)
        changed_content[int(part * (len(content) - 1))] ^= mask
        spoilt.write_bytes(changed_content)
        assert is_told(spoilt)

    found()
    spoilt.write_bytes(b"MZ" + content)
    assert is_told(spoilt)
    spoilt.write_bytes(content + b"x")
    assert is_told(spoilt)
    spoilt.write_bytes(content)
    assert not is_told(spoilt)


def lines(folder: Path) -> list[str]:
    found = [*listing.unsafe(folder, False), *listing.problems(folder, False)]
    return [problem.message for problem in found]


@pytest.mark.parametrize("name", ["tables/quotes.parquet", "csv/quotes.csv", "LICENSE"])
def test_a_missing_and_a_renamed_file_are_named(name: str, released: Path) -> None:
    (released / name).rename(released / "other.txt")
    assert f"{name} was renamed to other.txt" in lines(released)

    (released / "other.txt").unlink()
    assert lines(released) == [f"{name} is missing"]


@pytest.mark.parametrize("name", ["notes.txt", "csv/more.csv", "reviewed/x.toml"])
def test_a_file_too_many_is_named_whether_or_not_somebody_listed_it(
    name: str, released: Path
) -> None:
    (released / name).parent.mkdir(exist_ok=True)
    (released / name).write_text("x", "utf-8")
    assert lines(released) == [f"{name} is not listed in {names.SUMS}"]

    summed(released)
    assert lines(released) == [f"{name} is listed, and is not a file that a release holds"]


def test_the_files_may_lie_in_a_folder_of_any_name(released: Path) -> None:
    assert lines(released.rename(released.with_name("downloads (2)"))) == []


# --- values, with every hash made anew --------------------------------------------------------


@pytest.fixture(scope="session")
def laid(real: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real tables in a folder to change."""
    return columns.laid(real, tmp_path_factory.mktemp("laid"))


@pytest.fixture(scope="session")
def missed(laid: Path, real: Tables) -> list[Change]:
    """Of one wrong value of each computed column, and each null, those that nothing tells."""
    return [
        change
        for batch in columns.batches(columns.changes(real))
        for change in columns.missed(laid, real, batch)
    ]


def test_a_wrong_value_of_any_computed_column_is_found(
    laid: Path, real: Tables, missed: list[Change]
) -> None:
    """One value of each, and each null that is none, among the real rows."""
    listed = columns.changes(real)
    computed = {f"{t.table}.{c.name}" for t in TABLES for c in t.columns()
                if c.role == "derived" and real[t.table].num_rows}  # fmt: skip
    alone = [change for change in missed if change.name not in UNPROVEN]

    assert {change.name for change in listed} == computed
    assert [change for change in alone if not columns.asked(laid, real, [change])] == []


def test_the_columns_that_tables_cannot_prove_are_those_that_are_named(
    missed: list[Change],
) -> None:
    """A column whose wrong values are all found now must be taken off the list."""
    assert {change.name for change in missed if change.name in UNPROVEN} == set(UNPROVEN)
    assert all(reason for reason in UNPROVEN.values())


def test_verify_finds_a_wrong_value_though_every_file_agrees_with_it(
    tables: Tables, tmp_path: Path
) -> None:
    row = max(rows(tables, "acts"), key=lambda each: each["n_sources"])
    wrong = changed(tables, "acts", row["act_id"], n_sources=row["n_sources"] + 1)
    files.write(wrong, tmp_path)
    (problem,) = examine(tmp_path).problems

    assert (problem.code, problem.file) == ("computed-differs", "tables/acts.parquet")
    assert f"acts {row['act_id']}.n_sources is {row['n_sources'] + 1}" in problem.message


def test_tables_of_which_no_rule_can_be_asked_are_told(tables: Tables, tmp_path: Path) -> None:
    first = rows(tables, "evidence")[0]["evidence_id"]
    wrong = changed(tables, "evidence", first, arguments='{"anchor": ')
    (problem,), _ = verify._asked(columns.laid(wrong, tmp_path))

    assert problem.code == "not-as-declared"
    assert "Malformed JSON" in problem.message


def test_a_subpoena_that_was_left_out_is_missed(tables: Tables, tmp_path: Path) -> None:
    assert whole_rows.asked(tables, ["subpoenas"], "removed", tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("edit", whole_rows.EDITS)
def test_a_row_removed_added_or_exchanged_is_found(edit: str, real: Tables, tmp_path: Path) -> None:
    assert whole_rows.missed(real, edit, tmp_path) == []


# --- what is made from the tables -------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("name", [*forgeries.BEFORE, *forgeries.AFTER])
def test_each_forgery_is_found_in_its_file_though_all_sums_are_new(
    name: str, released: Path
) -> None:
    file = forgeries.forge(released, name)

    assert file in {problem.file for problem in examine(released).problems}


def test_a_word_changed_in_what_people_wrote_needs_the_expected_digest(
    verdict: Verdict, released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing in a release can prove its data card; a digest from elsewhere can."""
    (released / "DATACARD.md").write_text("Other words.\n", "utf-8")
    summed(released)
    monkeypatch.setattr(verify, "_asked", lambda _: ([], ()))
    monkeypatch.setattr(verify, "_made", lambda *_: [])
    honest = dict(verdict.digests)

    assert examine(released).problems == ()
    assert examine(released, honest["content"]).matched == "content"  # its rows are untouched
    (line,) = verify.verify(released, honest["release"])
    assert "this is another release" in line


def test_a_workbook_that_was_packed_again_says_the_same(released: Path) -> None:
    path = released / "overview.xlsx"
    made = path.read_bytes()
    with zipfile.ZipFile(path) as file:
        held = [(member, file.read(member)) for member in file.infolist()]
    with zipfile.ZipFile(path, "w") as file:
        for member, content in held:
            file.writestr(member, content, compresslevel=1)
    assert path.read_bytes() != made
    assert generated.is_same(path.name, path.read_bytes(), made)


def test_a_workbook_that_no_program_can_unpack_is_another_one(release: Path) -> None:
    made = (release / "overview.xlsx").read_bytes()
    at = made.index(b"PK\1\2") + len(b"PK\1\2") + 2

    assert not generated.is_same("overview.xlsx", made[:at] + b"\xff" + made[at + 1 :], made)


ALONE = [pytest.param((name,), id=name, marks=pytest.mark.slow) for name in folders.ODD]


@pytest.mark.parametrize("odd", [pytest.param(folders.one_of_each(), id="together"), *ALONE])
def test_a_generated_file_that_is_something_else_is_named(
    odd: tuple[str, ...], released: Path, tables: Tables, con: duckdb.DuckDBPyConnection
) -> None:
    for name in odd:
        spoil, _ = folders.ODD[name]
        spoil(released)
    told = {problem.file for problem in generated.problems(released, tables, con)}

    assert {folders.ODD[name][1] for name in odd} <= told


# --- the DuckDB file --------------------------------------------------------------------------


@pytest.fixture(scope="session")
def fresh(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The DuckDB file of the tables, as `verify` makes it to compare; no test changes it."""
    path = tmp_path_factory.mktemp("fresh") / names.DATABASE
    with database.made(tables, path):
        return path


def of_database(folder: Path, tables: Tables, fresh: Path) -> str:
    return " ".join(problem.message for problem in agreement.problems(folder, tables, fresh))


def test_a_definition_too_many_of_any_kind_is_named(
    released: Path, tables: Tables, fresh: Path
) -> None:
    with duckdb.connect(str(released / names.DATABASE)) as opened:
        for statement in forgeries.EXTRA.values():
            opened.execute(statement)
    said = of_database(released, tables, fresh)

    assert [kind for kind in forgeries.EXTRA if f"has other {kind} than declared" not in said] == []


SOME = ("a view in the place of a table", "a row changed", "no database")
MORE = [
    pytest.param(name, marks=() if name in SOME else pytest.mark.slow)
    for name in forgeries.DATABASES
]


@pytest.mark.parametrize("name", MORE)
def test_a_duckdb_file_that_says_otherwise_is_found_and_nothing_in_it_is_carried_out(
    name: str, released: Path, tables: Tables, fresh: Path
) -> None:
    forgeries.DATABASES[name](released)
    said = of_database(released, tables, fresh)

    assert said.startswith(names.DATABASE)
    assert "root:" not in said


# --- hostile archives, folders and tables -----------------------------------------------------


@pytest.mark.parametrize("name", packed.HOSTILE)
def test_a_hostile_archive_is_refused_in_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, said = packed.HOSTILE[name]
    room = tmp_path / "room" / "deeper"
    room.mkdir(parents=True)
    make(room / "hostile.zip")

    assert cli.main(["verify", str(room / "hostile.zip")]) == 1
    captured = capsys.readouterr()
    assert said in captured.out.splitlines()[0]
    assert not {"\x1b", "\u202e"} & set(captured.out)
    assert captured.err == ""
    assert [p.name for p in tmp_path.rglob("*")] == ["room", "deeper", "hostile.zip"]
    assert not Path("/tmp/evil").exists()


@pytest.mark.parametrize("name", folders.UNSAFE)
def test_what_is_no_plain_file_is_refused_before_anything_is_read(
    name: str, released: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil, said = folders.UNSAFE[name]
    spoil(released)
    monkeypatch.setattr(verify, "_read", lambda _: pytest.fail("a table was read"))
    monkeypatch.setattr(generated, "read_json", lambda _: pytest.fail("a descriptor was read"))

    assert cli.main(["verify", str(released)]) == 1
    captured = capsys.readouterr()
    assert said in captured.out
    assert not {"\x1b"} & set(captured.out)
    assert captured.err == ""


@pytest.mark.parametrize("name", folders.LISTS)
def test_a_list_of_hashes_that_is_none_is_said_to_be_none(name: str, released: Path) -> None:
    content, said = folders.LISTS[name]
    (released / names.SUMS).write_bytes(content.encode() if isinstance(content, str) else content)

    assert said in " ".join(lines(released))


@pytest.mark.slow
@pytest.mark.parametrize("name", forgeries.TABLES)
def test_a_hostile_table_is_refused_before_anything_is_asked_of_it(
    name: str, released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil, said = forgeries.TABLES[name]
    spoil(released)
    monkeypatch.setattr(verify, "_asked", lambda _: pytest.fail("the rules were asked"))

    assert said in " ".join(problem.message for problem in examine(released).problems)


def test_a_mistyped_path_is_a_wrong_call_and_no_fault_of_a_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(tmp_path / "x")]) == 1
    said = capsys.readouterr()

    assert said.out == ""
    assert said.err.endswith("x; check the spelling\n")


def test_a_full_disk_is_no_fault_of_an_archive(
    release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OSError, match="No space left"):
        examine(archive_of(release))


@pytest.mark.parametrize("what", ["a link that leads nowhere", "a pipe"])
def test_what_is_neither_a_folder_nor_a_file_is_one_clear_line(what: str, tmp_path: Path) -> None:
    path = tmp_path / "x"
    if what == "a pipe":
        system.pipe(path)
    else:
        system.link(path, tmp_path / "gone")

    assert len(verify.verify(path)) == 1


def test_a_release_of_another_version_is_left_to_the_package_of_that_version(
    released: Path,
) -> None:
    edited(names.DESCRIPTOR, lambda p: p.update(version="9.9.9"))(released)
    summed(released)
    (problem,) = examine(released).problems

    assert problem.code == "other-release"
    assert problem.remedy == "install ice-subpoenas==9.9.9 to verify it"


def test_the_verdict_is_the_same_for_machines(
    verdict: Verdict,
    release: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(verify, "_examined", lambda _: verdict)
    cli.main(["verify", str(release), "--format", "json"])
    found = json.loads(capsys.readouterr().out)

    assert found["problems"] == []
    assert found["digests"] == dict(verdict.digests)
    assert found["unchecked"] == list(verdict.unchecked)
