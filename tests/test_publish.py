"""Publishing: all files or none, the same bytes from the same rows, nothing outside the folder."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import ice_subpoenas
import sample
from ice_subpoenas import TABLES, data, verify
from publish import files

ROOT = Path(__file__).parents[1]
Contents = dict[str, str]


def contents(folder: Path) -> Contents:
    """Hash of every visible file."""
    shown = [p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")]
    return {path.name: data.sha256(path) for path in shown}


def changed() -> sample.Rows:
    """Rows of a second release, different in every table that a person writes."""
    rows = sample.rows()
    for table in rows.values():
        for row in table:
            if row.get("reason") == sample.WHY:
                row["reason"] = "Another reason."
    return rows


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The files of the second release."""
    out = tmp_path_factory.mktemp("second")
    files.write(changed(), out)
    return contents(out)


@pytest.fixture
def out(invented: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with the first release."""
    folder = tmp_path / "datasets"
    folder.mkdir()
    for path in invented.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    yield folder
    assert {p.name for p in tmp_path.iterdir()} <= {"datasets", "elsewhere"}


# --- interrupted ------------------------------------------------------------------------------


class Killed(BaseException):
    """What stands for a kill inside one process: no handler of the code may catch it."""


@pytest.fixture(scope="session")
def moves(invented: Path, second: Contents) -> dict[str, int]:
    """At which move of a file to die: the journal comes first, then each file that differs."""
    first = contents(invented)
    last = sum(first[name] != second[name] for name in second)
    return {"journal": 0, "first": 1, "second": 2, "middle": last // 2, "last": last}


def killed_at(move: int, monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    """Publish the second release, and die before the given move of a file."""
    real, counted = os.replace, itertools.count()

    def replace(source: Any, target: Any) -> None:
        if next(counted) == move:
            raise Killed
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(Killed):
            files.write(changed(), out)


@pytest.mark.parametrize("moment", ["journal", "first", "second", "middle", "last"])
def test_a_kill_tears_no_file_and_the_next_build_finishes(
    moment: str,
    moves: dict[str, int],
    out: Path,
    second: Contents,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = contents(out)
    killed_at(moves[moment], monkeypatch, out)

    now = contents(out)
    assert all(digest in (first[name], second[name]) for name, digest in now.items())
    assert now.keys() == first.keys()
    if moment == "journal":  # it was not yet there: the first release stands
        assert now == first
        assert verify(out) == files.diff(sample.rows(), out) == []
    else:
        refused = [data.unfinished(out)]
        assert refused != [None]
        assert verify(out) == files.diff(changed(), out) == refused
        with pytest.raises(ice_subpoenas.NotPublished):
            ice_subpoenas.connect(out)

    files.write(changed(), out)
    assert contents(out) == second
    assert verify(out) == []
    assert [p.name for p in out.iterdir() if p.name.startswith(".")] == []


@pytest.mark.parametrize("moment", ["first", "middle", "last"])
def test_a_complete_set_is_rolled_forward_without_its_rows(
    moment: str,
    moves: dict[str, int],
    out: Path,
    second: Contents,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    killed_at(moves[moment], monkeypatch, out)
    files.finish(out)

    assert contents(out) == second
    assert verify(out) == []


def test_a_set_that_was_never_listed_is_undone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = contents(out)
    killed_at(0, monkeypatch, out)
    files.finish(out)

    assert contents(out) == first
    assert not (out / data.STAGING).exists()


def test_a_set_that_lost_a_file_stays_refused_until_the_next_build(
    out: Path, second: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_at(1, monkeypatch, out)
    (out / data.STAGING / "quotes.parquet").unlink()
    files.finish(out)

    assert verify(out) == [data.unfinished(out)]
    files.write(changed(), out)
    assert contents(out) == second


def test_a_failure_while_the_set_is_made_leaves_the_release(out: Path) -> None:
    first = contents(out)
    rows = changed()
    rows["subpoenas"][0]["act_id"] = "atlantis-1"
    with pytest.raises(Exception, match="foreign key"):
        files.write(rows, out)

    assert contents(out) == first
    assert verify(out) == files.diff(sample.rows(), out) == []


KILLED = """
import os, signal, sys
sys.path[:0] = {paths!r}
import test_publish
from publish import files
from pathlib import Path
real, moves = os.replace, iter(range(99))
def replace(source, target):
    if next(moves) == {move}:
        os.kill(os.getpid(), signal.SIGKILL)
    real(source, target)
os.replace = replace
files.write(test_publish.changed(), Path({out!r}))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
@pytest.mark.parametrize("moment", ["journal", "middle"])
def test_a_real_kill_is_survived(
    moment: str, moves: dict[str, int], out: Path, second: Contents
) -> None:
    paths = [str(ROOT / name) for name in ("schema", "build", "tests")]
    program = KILLED.format(paths=paths, move=moves[moment], out=str(out))
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert found.returncode == -signal.SIGKILL, found.stderr
    assert bool(data.unfinished(out)) == (moment != "journal")
    files.write(changed(), out)
    assert contents(out) == second
    assert verify(out) == []


# --- determinism ------------------------------------------------------------------------------

BUILD = """
import sys
sys.path[:0] = {paths!r}
import sample
from publish import files
from pathlib import Path
rows = {{name: list(reversed(table)) if {turn} else table for name, table in sample.rows().items()}}
files.write(dict(reversed(rows.items())) if {turn} else rows, Path({out!r}))
"""


def test_two_processes_write_the_same(tmp_path: Path) -> None:
    paths = [str(ROOT / name) for name in ("schema", "build", "tests")]
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"},
    )
    outs = []
    for turn, world in enumerate(worlds):
        outs.append(tmp_path / f"place-{turn}")
        program = BUILD.format(paths=paths, turn=turn, out=str(outs[-1]))
        subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, **world})

    one, other = (contents(out) for out in outs)
    for found in (one, other):  # DuckDB promises no bytes, and the list holds its hash
        del found[data.DATABASE], found[data.SUMS]
    assert one == other
    digests = [files.content_digest(out / data.DATABASE) for out in outs]
    assert digests[0] == digests[1]


def test_nothing_published_tells_of_the_machine(invented: Path) -> None:
    telling = [str(ROOT), str(Path.home()), str(invented), socket.gethostname(), data.STAGING]
    for path in invented.iterdir():
        content = path.read_bytes()
        found = [word for word in telling if len(word) > 5 and word.encode() in content]
        assert (path.name, found) == (path.name, [])


def test_the_digest_sees_rows_and_definitions(tmp_path: Path, invented: Path) -> None:
    import duckdb

    digests = [files.content_digest(invented / data.DATABASE)]
    for change in ("DELETE FROM reviews", "COMMENT ON TABLE reviews IS 'x'"):
        path = tmp_path / "copy.duckdb"
        path.write_bytes((invented / data.DATABASE).read_bytes())
        with duckdb.connect(str(path)) as db:
            db.execute(change)
        digests.append(files.content_digest(path))

    same, fewer, said = digests
    assert fewer["definitions"] == same["definitions"]
    assert fewer["rows"] != same["rows"] == said["rows"]
    assert said["definitions"] != same["definitions"]


# --- diff -------------------------------------------------------------------------------------


def test_files_just_written_differ_in_nothing(invented: Path) -> None:
    assert files.diff(sample.rows(), invented) == []


def test_a_changed_row_is_named(out: Path) -> None:
    rows = sample.rows()
    rows["quotes"][0]["reason"] = "Another reason."
    rows["reviews"] = []

    problems = files.diff(rows, out)

    assert "quotes.parquet: rows to change: s000-q01" in problems
    assert "reviews.parquet: rows to remove: acts/springfield-1/first" in problems
    assert f"{data.DATABASE}: rows differ" in problems
    assert not [line for line in problems if line.startswith(("sources", "dictionary"))]


def test_every_file_that_is_not_there_is_named(out: Path) -> None:
    names = sorted(contents(out))
    for name in names:
        (out / name).unlink()

    problems = files.diff(sample.rows(), out)

    assert sorted(problems) == [f"{n}: is missing" for n in names if n != data.DATABASE]


def test_metadata_text_and_hashes_are_compared(out: Path) -> None:
    bare = pq.read_table(out / "quotes.parquet").replace_schema_metadata()
    pq.write_table(bare, out / "quotes.parquet")
    (out / "dictionary.md").write_text("# Data dictionary\nx\n", "utf-8")
    package = (out / "datapackage.json").read_text("utf-8").replace("Administrative", "Some")
    (out / "datapackage.json").write_text(package, "utf-8")

    problems = files.diff(sample.rows(), out)

    assert "quotes.parquet: metadata of the table differ" in problems
    assert "dictionary.md: differs from line 2" in problems
    assert any(line.startswith("datapackage.json: ") for line in problems)
    assert "SHA256SUMS: has another hash for quotes.parquet than the file" in problems


@pytest.mark.parametrize("name", ["quotes.parquet", "datapackage.json", data.DATABASE])
def test_a_torn_file_is_a_line_not_a_crash(name: str, out: Path) -> None:
    (out / name).write_bytes((out / name).read_bytes()[:100])

    assert any(line.startswith(f"{name}: ") for line in files.diff(sample.rows(), out))


def test_bytes_are_compared_only_under_the_locked_versions(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = pq.read_table(out / "quotes.parquet")
    pq.write_table(table, out / "quotes.parquet", compression="none")
    said = "quotes.parquet: same rows, but other bytes than the locked pyarrow writes"
    for locked in (True, False):
        monkeypatch.setattr(files, "is_locked", lambda _, locked=locked: locked)
        assert (said in files.diff(sample.rows(), out)) == locked


def test_the_lock_file_names_the_versions(tmp_path: Path) -> None:
    lock = tmp_path / "elsewhere"
    assert not files.is_locked(lock)
    lock.write_text("pytest==1.0 \\\n    --hash=sha256:00\n", "utf-8")
    assert not files.is_locked(lock)
    lock.write_text(f"pytest=={pytest.__version__} \\\n    --hash=sha256:00\n", "utf-8")
    assert files.is_locked(lock, ["pytest"])


# --- the folder -------------------------------------------------------------------------------


def test_hand_written_files_are_left_alone(out: Path) -> None:
    (out / "reviewed").mkdir()
    (out / "reviewed" / "agencies.toml").write_text("# by hand", "utf-8")
    files.write(changed(), out)

    assert [p.read_text("utf-8") for p in (out / "reviewed").iterdir()] == ["# by hand"]


def test_the_file_of_a_table_that_is_gone_goes_too(out: Path) -> None:
    old = out / "gone.parquet"
    old.write_bytes(b"x")
    sums = out / data.SUMS
    sums.write_text(f"{sums.read_text('utf-8')}{data.sha256(old)}  gone.parquet\n", "utf-8")
    assert "SHA256SUMS: lists gone.parquet, which is not published" in files.diff(
        sample.rows(), out
    )
    files.write(sample.rows(), out)

    assert not old.exists()
    assert verify(out) == []


@pytest.mark.parametrize("name", ["../elsewhere", "reviewed/x", ".git"])
def test_a_list_that_names_other_places_is_refused(name: str, out: Path) -> None:
    elsewhere = out.parent / "elsewhere"
    elsewhere.write_text("mine", "utf-8")
    sums = out / data.SUMS
    sums.write_text(f"{sums.read_text('utf-8')}{'0' * 64}  {name}\n", "utf-8")
    with pytest.raises(ValueError, match="is no published file"):
        files.write(sample.rows(), out)

    assert elsewhere.read_text("utf-8") == "mine"


def test_a_link_among_the_files_is_replaced_not_followed(out: Path) -> None:
    elsewhere = out.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine").write_text("mine", "utf-8")
    for name in ("quotes.parquet", data.DATABASE, "dictionary.md"):
        (out / name).unlink()
        (out / name).symlink_to(elsewhere / "mine")
    (out / data.STAGING).symlink_to(elsewhere)
    files.write(sample.rows(), out)

    assert [p.read_text("utf-8") for p in elsewhere.iterdir()] == ["mine"]
    assert not any(path.is_symlink() for path in out.iterdir())
    assert verify(out) == []


def test_a_linked_folder_is_refused(out: Path) -> None:
    link = out.parent / "elsewhere"
    link.symlink_to(out)
    with pytest.raises(ValueError, match="is a symbolic link"):
        files.write(sample.rows(), link)


def test_a_folder_in_the_place_of_a_file_is_refused_before_anything_moves(out: Path) -> None:
    (out / "quotes.parquet").unlink()
    (out / "quotes.parquet").mkdir()
    with pytest.raises(ValueError, match="is a folder where a published file belongs"):
        files.write(changed(), out)

    assert data.unfinished(out) is None


def test_rows_of_an_unknown_table_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"rows and tables differ: \['atlantis'\]"):
        files.write(sample.rows() | {"atlantis": []}, tmp_path / "datasets")


def test_empty_tables_can_be_published(tmp_path: Path) -> None:
    out = tmp_path / "datasets"
    files.write({table.table: [] for table in TABLES}, out)

    assert verify(out) == []
    assert ice_subpoenas.load("subpoenas_flat", out).num_rows == 0
