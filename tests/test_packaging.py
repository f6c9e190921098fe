"""`pip install` brings the package and its tables, and neither texts nor reviewed rows."""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import fetching
from forging import Tables, rows
from ice_subpoenas.published import names

pytest_plugins = ["publishing"]
ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "schema" / "ice_subpoenas"
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, made without a network."""
    return _built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive of this checkout, made without a network."""
    return _built("sdist", tmp_path_factory.mktemp("sdist"))


def _built(target: str, out: Path, root: Path = ROOT) -> Path:
    pytest.importorskip("hatchling", reason="pip install -e '.[dev]' brings it")
    fetching.said(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=root)
    (made,) = out.iterdir()
    return made


def contents(archive: Path) -> dict[str, bytes]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as file:
            return {name: file.read(name) for name in file.namelist()}
    with tarfile.open(archive) as source:
        members = [m for m in source.getmembers() if m.isfile()]
        files = {m.name.split("/", 1)[1]: source.extractfile(m) for m in members}
        return {name: file.read() for name, file in files.items() if file}


def test_the_wheel_holds_the_package_its_tables_and_licenses_and_nothing_else(wheel: Path) -> None:
    found = {name for name in contents(wheel) if ".dist-info/" not in name}
    code = {
        f"ice_subpoenas/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".sql", ".csv") or path.name == "py.typed"
    }
    kept = {*names.PUBLISHED, *names.LICENSES} - {names.DATABASE}

    assert found == code | {f"ice_subpoenas/data/{name}" for name in kept}


def test_the_wheel_holds_the_files_as_they_lie_in_the_checkout(wheel: Path) -> None:
    found = contents(wheel)
    for name in {*names.PUBLISHED} - {names.DATABASE}:
        assert found[f"ice_subpoenas/data/{name}"] == (ROOT / "datasets" / name).read_bytes()
    for name in names.LICENSES:
        assert found[f"ice_subpoenas/data/{name}"] == (ROOT / name).read_bytes()


def no_article(archive: Path) -> None:
    """No file of an archive is a text, or holds a long piece of one."""
    if not TEXTS:
        pytest.skip("the texts are not here")
    found = contents(archive)
    assert [name for name in found if name.startswith("seeds/") and name.endswith(".txt")] == []
    for name, content in found.items():
        plain = content.decode("utf-8", "ignore")
        held = [text[:40] for text in TEXTS if text[200:500] in plain or text[-400:-100] in plain]
        assert (name, held) == (name, [])


def test_the_wheel_holds_no_article(wheel: Path) -> None:
    no_article(wheel)


@pytest.mark.slow
def test_the_source_archive_holds_no_article_and_builds_the_same_wheel(
    wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    no_article(sdist)
    with tarfile.open(sdist) as source:
        source.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()

    assert contents(_built("wheel", tmp_path / "out", root)) == contents(wheel)


# --- installed --------------------------------------------------------------------------------

USE = """
import ice_subpoenas, pathlib, socket, sys
def refuse(*args, **kwargs): raise OSError("no network")
socket.socket.connect = refuse
assert "site-packages" in ice_subpoenas.__file__, ice_subpoenas.__file__
table, row, column, release = sys.argv[1:]
with ice_subpoenas.connect() as con:
    print(con.sql("SELECT count(*) FROM overview").fetchall()[0][0])
print(ice_subpoenas.load("subpoenas").num_rows)
print(len(ice_subpoenas.trace(table, row, column)["evidence"]) > 0)
print(ice_subpoenas.verify(release))
"""

READ_ONLY = """
mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift
exec "$@"
"""


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel, and what it says that it needs, and nothing else."""
    place = tmp_path_factory.mktemp("environment")
    fetching.said(sys.executable, "-m", "venv", place)
    python = place / "bin" / "python"
    quick = ("-q", "--disable-pip-version-check", "--retries", "0")
    made = fetching.run(python, "-m", "pip", "install", *quick, wheel)
    if made.returncode:
        pytest.skip(f"the dependencies cannot be installed here: {made.stderr[-200:]}")
    return python


def read_only(place: Path) -> tuple[str, ...]:
    """What runs a command while a folder cannot be written to; nothing where that cannot be had."""
    if os.name == "posix" and os.getuid() == 0:
        wrapped = ("unshare", "-m", "sh", "-c", READ_ONLY, "sh", str(place))
        if shutil.which("unshare") and not fetching.run(*wrapped, "true").returncode:
            return wrapped
        return ()
    for path in (place, *place.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    return ()


@pytest.mark.slow
def test_an_installed_wheel_connects_loads_traces_and_verifies_in_a_read_only_place(
    installed: Path, release: Path, tables: Tables, tmp_path: Path
) -> None:
    piece = next(row for row in rows(tables, "evidence") if row["table_name"] == "acts")
    cell = [piece["table_name"], piece["row_id"], piece["column_name"]]
    closed = read_only(installed.parents[1])
    script = installed.with_name("ice-subpoenas")
    printed = fetching.said(*closed, installed, "-c", USE, *cell, release, cwd=tmp_path)

    assert printed.splitlines() == [
        str(sum(tables["acts"]["in_scope"].to_pylist())),
        str(tables["subpoenas"].num_rows),
        "True",
        "[]",
    ]
    assert cell[1] in fetching.said(*closed, script, "trace", *cell, cwd=tmp_path)
    said = fetching.said(*closed, script, "verify", f"{release}.zip", cwd=tmp_path)
    assert "every file agrees with every other, and every rule holds" in said
    assert list(tmp_path.iterdir()) == []
