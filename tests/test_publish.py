"""Publishing: all files or none, the same bytes from the same rows, nothing outside the folder."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import system
import writing
from calling import Called, call, elsewhere
from faults import disk, kills, links
from faults.kills import Contents, contents
from forging import Tables, changed, rows
from ice_subpoenas.published import database, files, names
from ice_subpoenas.release.verify import verify
from locking import only_writer
from printing import Refusal
from publish import swap

pytest_plugins = ["publishing"]
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def later(small: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that a later build would write: two tables differ, and what is made from them."""
    place = tmp_path_factory.mktemp("later")
    one = rows(small, "agencies")[0]["agency_id"]
    other = rows(small, "searches")[0]["search_id"]
    renamed = changed(small, "agencies", one, reason="Another reason.")
    files.write(changed(renamed, "searches", other, note="Another note."), place)
    return place


@pytest.fixture(scope="session")
def second(later: Path) -> Contents:
    return contents(later)


@pytest.fixture
def out(little: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with the first set of files, beside which nothing may be written."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine").write_text("mine", "utf-8")
    yield Path(shutil.copytree(little, tmp_path / "datasets"))
    assert {p.name for p in tmp_path.iterdir()} == {"datasets", "elsewhere"}
    assert (tmp_path / "elsewhere" / "mine").read_text("utf-8") == "mine"


# --- interrupted ------------------------------------------------------------------------------

MOMENTS = ["before the mark", "at the first file", "in the middle", "at the last file"]


@pytest.fixture(scope="session")
def moves(little: Path, second: Contents) -> dict[str, int]:
    """Before which move of a file to be killed: that of the mark comes first."""
    first = contents(little)
    last = sum(first[name] != second[name] for name in second)
    return dict(zip(MOMENTS, (0, 1, last // 2, last), strict=True))


@pytest.mark.slow
@system.needs_posix
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_tears_no_file_and_the_next_build_writes_everything(
    moment: str, moves: dict[str, int], out: Path, later: Path, second: Contents
) -> None:
    first = contents(out)

    assert kills.killed(later, out, moves[moment])
    assert kills.torn(out, first, second) == []
    if moment == MOMENTS[0]:
        assert contents(out) == first
    else:
        (said,) = verify(out)
        assert "interrupted" in said
    kills.publish(later, out)
    assert contents(out) == second
    assert kills.left(out) == []


def test_rows_that_cannot_be_published_leave_everything_as_it_was(out: Path, small: Tables) -> None:
    first = contents(out)
    jurisdictions = small["jurisdictions"]
    twice = jurisdictions.slice(0, 1)
    doubled = small | {"jurisdictions": type(twice).from_batches(
        [*twice.to_batches(), *jurisdictions.to_batches()]
    )}  # fmt: skip
    with pytest.raises(Refusal, match=r"nothing was published: .*(?i:duplicate|unique|primary)"):
        swap.write(doubled, out)

    assert contents(out) == first
    assert kills.left(out) == []


@pytest.mark.slow
@system.needs_posix
@pytest.mark.parametrize(("words", "limit"), disk.TRIED)
def test_on_a_full_disk_a_command_ends_in_one_line_and_nothing_is_lost(
    words: tuple[str, ...], limit: int, tmp_path: Path, built: tuple[Path, Called]
) -> None:
    root = Path(shutil.copytree(built[0], tmp_path / "w"))
    (root / "datasets" / "overview.csv").unlink()  # there is something to write
    before = contents(root)
    code = disk.full(root, words, limit, tmp_path / "told")

    assert (code, (tmp_path / "told").read_text("utf-8").count("\n")) == (2, 1)
    assert contents(root) == before


# --- one writer -------------------------------------------------------------------------------


def test_a_second_build_is_refused_and_told_who_holds_the_folder(out: Path, later: Path) -> None:
    first = contents(out)
    with only_writer(out):
        for _ in range(2):  # whoever is refused leaves the holder's name for the next
            with pytest.raises(Refusal, match=rf"being written by process {os.getpid()}"):
                kills.publish(later, out)

    assert contents(out) == first
    kills.publish(later, out)


HOLDER = """
import os, signal, sys
sys.path[:0] = {paths!r}
from pathlib import Path
from ice_subpoenas.rules.declare import RULES
from locking import only_writer
with only_writer(Path({out!r})):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@system.needs_posix
def test_the_lock_of_a_holder_that_was_killed_is_free(
    out: Path, later: Path, second: Contents
) -> None:
    paths = [str(ROOT / name) for name in ("schema", "build")]
    program = HOLDER.format(paths=paths, out=str(out))
    died = subprocess.run([sys.executable, "-c", program], check=False).returncode
    kills.publish(later, out)

    assert died == -signal.SIGKILL
    assert contents(out) == second


class OfWindows(ModuleType):
    """What Python has there in the place of `fcntl`: it locks bytes, and nobody else reads them."""

    LK_NBLCK = 2

    def __init__(self, is_free: bool) -> None:
        super().__init__("msvcrt")
        self.is_free = is_free
        self.at: list[int] = []

    def locking(self, descriptor: int, _: int, __: int) -> None:
        self.at.append(os.lseek(descriptor, 0, os.SEEK_CUR))
        if not self.is_free:
            raise PermissionError(13, "Permission denied")


def test_on_windows_the_folder_is_locked_and_the_holder_is_named(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, held = OfWindows(is_free=True), OfWindows(is_free=False)
    for name in ("pread", "pwrite"):
        monkeypatch.delattr(os, name, raising=False)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", free)
    with only_writer(out):
        monkeypatch.setitem(sys.modules, "msvcrt", held)
        with pytest.raises(Refusal, match=f"written by process {os.getpid()}"), only_writer(out):
            raise AssertionError

    assert min(free.at + held.at) > len("process 1234567 (python build)")


@system.needs_posix
def test_a_file_system_without_locks_is_written_with_a_line(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unknown(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", unknown)
    with only_writer(out):
        assert "run one build at a time" in capsys.readouterr().err


def test_a_file_system_that_cannot_sync_a_folder_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", files_only)
    writing.write(tmp_path / "page.md", "new")
    assert (tmp_path / "page.md").read_text("utf-8") == "new"


def test_a_folder_that_duckdb_cannot_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="rename it"):
        swap.make({}, tmp_path / "why?")


# --- the same bytes ---------------------------------------------------------------------------


def _published(root: Path) -> Contents:
    """What a build published in a checkout."""
    found = contents(root / "datasets")
    return {name: digest for name, digest in found.items() if not name.startswith("reviewed/")}


def _written(tables: Tables, place: Path) -> Contents:
    """What this process publishes of the same rows."""
    place.mkdir()
    files.write(tables, place)
    return contents(place)


@pytest.fixture
def declared_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables and views are declared as every process declares them, and not copied."""
    monkeypatch.setattr(database, "declare", inspect.unwrap(database.declare))


@pytest.mark.usefixtures("declared_anew")
def test_two_processes_in_different_places_write_the_same_bytes(
    tmp_path: Path, small: Tables, built: tuple[Path, Called]
) -> None:
    other = _published(built[0])

    assert _written(small, tmp_path / "one place") == other
    assert set(names.PUBLISHED) < {*other, names.SUMS}


@pytest.mark.slow
@pytest.mark.usefixtures("declared_anew")
def test_the_committed_rows_give_the_same_bytes_in_another_process(
    tmp_path: Path, tables: Tables
) -> None:
    there = tmp_path / "there"
    shutil.copytree(ROOT / "seeds", there / "seeds")
    shutil.copytree(ROOT / "datasets/reviewed", there / "datasets/reviewed")
    elsewhere(there, PYTHONHASHSEED="3", TZ="America/Denver")

    assert _written(tables, tmp_path / "here") == _published(there)


# --- the folder -------------------------------------------------------------------------------


def test_what_people_write_is_left_alone(out: Path, later: Path) -> None:
    (out / "reviewed").mkdir()
    (out / "reviewed" / "agencies.toml").write_text("# by hand", "utf-8")
    kills.publish(later, out)

    assert [p.read_text("utf-8") for p in (out / "reviewed").iterdir()] == ["# by hand"]


def test_the_file_of_a_table_that_is_gone_goes_too(out: Path, later: Path) -> None:
    old = out / "tables" / "gone.parquet"
    old.write_bytes(b"x")
    sums = out / names.SUMS
    sums.write_text(f"{sums.read_text('utf-8')}{names.sha256(old)}  tables/gone.parquet\n", "utf-8")
    kills.publish(later, out)

    assert not old.exists()


@pytest.mark.parametrize(
    "broken", ["<<<<<<< HEAD\n", "", "x", "\udcff", f"{'0' * 64}  ../elsewhere/mine\n" * 2]
)
def test_a_broken_list_of_hashes_is_mended_by_the_next_build(
    broken: str, out: Path, later: Path, second: Contents
) -> None:
    sums = out / names.SUMS
    sums.write_bytes(broken.encode("utf-8", "surrogateescape") + sums.read_bytes())
    kills.publish(later, out)

    assert contents(out) == second


@pytest.mark.parametrize("name", links.REFUSED)
def test_what_stands_in_the_way_is_refused_before_anything_moves(
    name: str, out: Path, later: Path, tmp_path: Path
) -> None:
    put, said = links.REFUSED[name]
    put(out, tmp_path / "elsewhere")
    first = contents(out)
    with pytest.raises(Refusal, match=said):
        kills.publish(later, out)

    assert contents(out) == first


@pytest.mark.parametrize("name", links.REPLACED)
def test_a_link_among_the_files_is_replaced_and_never_followed(
    name: str, out: Path, later: Path, second: Contents, tmp_path: Path
) -> None:
    links.REPLACED[name](out, tmp_path / "elsewhere")
    kills.publish(later, out)

    assert contents(out) == second
    assert not any(path.is_symlink() for path in out.rglob("*"))


def test_a_linked_folder_is_refused(out: Path, later: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link"
    system.link(link, out)
    with pytest.raises(Refusal, match="is a link; name the"):
        kills.publish(later, link)


# --- the one writer of files ------------------------------------------------------------------


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.md"
    writing.write(path, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        writing.write(path, "new")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("how", ["a link", "below a link", "a pipe"])
def test_no_file_is_written_through_a_link(how: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    victim = tmp_path / "elsewhere" / "page.md"
    victim.write_text("mine", "utf-8")
    path = tmp_path / "page.md"
    if how == "a link":
        system.link(path, victim)
    elif how == "a pipe":
        system.pipe(path)
    else:
        system.link(tmp_path / "link", tmp_path / "elsewhere")
        path = tmp_path / "link" / "page.md"
    with pytest.raises(Refusal, match=r"is a link|not a plain file"):
        writing.write(path, "theirs")

    assert victim.read_text("utf-8") == "mine"


def test_a_file_keeps_the_rights_that_it_had(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    writing.write(path, "old")
    path.chmod(0o600)
    rights = path.stat().st_mode
    writing.write(path, "new")

    assert path.stat().st_mode == rights


# --- the command ------------------------------------------------------------------------------


def test_a_build_says_what_it_wrote_and_diff_finds_what_is_out_of_date_and_nothing_else(
    tmp_path: Path, built: tuple[Path, Called]
) -> None:
    place, called = built
    root = Path(shutil.copytree(place, tmp_path / "w"))

    assert (called.code, called.err) == (0, "")
    assert "rows in" in called.out
    (root / "datasets/dictionary.md").write_text("x", "utf-8")
    (root / "datasets/overview.csv").unlink()
    (root / "datasets/tables/more.parquet").write_text("x", "utf-8")
    stale = call(root, "diff", "--format", "json")
    assert stale.code == 1
    assert [(each["file"], each["code"]) for each in json.loads(stale.out)] == [
        ("datasets/dictionary.md", "not-regenerated"),
        ("datasets/overview.csv", "file-missing"),
        ("datasets/tables/more.parquet", "file-unlisted"),
    ]
