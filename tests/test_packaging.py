"""`pip install` brings the tables, and neither texts nor reviewed rows."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import fetching
from ice_subpoenas import data

ROOT = Path(__file__).parents[1]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Wheel and source archive, made without a network."""
    pytest.importorskip("hatchling", reason="pip install -e '.[dev]' brings it")
    out = tmp_path_factory.mktemp("dist")
    for target in ("wheel", "sdist"):
        fetching.said(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", out, cwd=ROOT)
    return {path.suffix: path for path in out.iterdir()}


def contents(archive: Path) -> dict[str, bytes]:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}
    with tarfile.open(archive) as sdist:
        members = [m for m in sdist.getmembers() if m.isfile()]
        files = {m.name.split("/", 1)[1]: sdist.extractfile(m) for m in members}
        return {name: file.read() for name, file in files.items() if file}


def test_the_wheel_holds_the_package_the_tables_and_nothing_else(
    archives: dict[str, Path],
) -> None:
    names = set(contents(archives[".whl"]))
    modules = {f"ice_subpoenas/{p.name}" for p in (ROOT / "schema/ice_subpoenas").glob("*.py")}
    tables = {f"ice_subpoenas/data/{name}" for name in data.PUBLISHED if name != data.DATABASE}

    assert {name for name in names if ".dist-info/" not in name} == {
        *modules,
        *tables,
        "ice_subpoenas/py.typed",
    }


@pytest.mark.parametrize("kind", [".whl", ".gz"])
def test_no_archive_holds_an_article(kind: str, archives: dict[str, Path]) -> None:
    if not TEXTS:
        pytest.skip("the texts are not here")
    found = contents(archives[kind])

    assert not [name for name in found if name.startswith("seeds/") and name.endswith(".txt")]
    for name, content in found.items():
        plain = content.decode("utf-8", "ignore")
        held = [text[:40] for text in TEXTS if text[200:500] in plain or text[-400:-100] in plain]
        assert (name, held) == (name, [])


def test_the_source_archive_builds_the_same_wheel(
    archives: dict[str, Path], tmp_path: Path
) -> None:
    with tarfile.open(archives[".gz"]) as sdist:
        sdist.extractall(tmp_path, filter="data")
    (root,) = tmp_path.iterdir()
    fetching.said(sys.executable, "-m", "hatchling", "build", "-t", "wheel", cwd=root)
    (wheel,) = (root / "dist").glob("*.whl")

    assert contents(wheel) == contents(archives[".whl"])


USE = """
import ice_subpoenas, pathlib, socket
def refuse(*args, **kwargs): raise OSError("no network")
socket.socket.connect = refuse
assert "site-packages" in ice_subpoenas.__file__, ice_subpoenas.__file__
with ice_subpoenas.connect() as con:
    print(con.sql("SELECT count(*) FROM subpoenas WHERE act_id = 'denver-1'").fetchall()[0][0])
print(ice_subpoenas.load("subpoenas").num_rows > 0)
print(ice_subpoenas.trace("subpoenas", "denver-1-4", "days_to_respond")["values"])
"""


def test_an_installed_wheel_connects_loads_and_traces_anywhere(
    archives: dict[str, Path], tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    python = fetching.python(pytestconfig, "duckdb", "pyarrow", "pydantic", "annotated-types")
    room = tmp_path / "elsewhere"
    room.mkdir()
    wheel = archives[".whl"]
    fetching.said(python, "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", wheel)
    script = python.with_name("ice-subpoenas")

    assert fetching.said(python, "-c", USE, cwd=room).splitlines() == [
        "4",
        "True",
        "{'days_to_respond': 3}",
    ]
    traced = fetching.said(script, "trace", "subpoenas", "denver-1-4", "days_to_respond", cwd=room)
    assert "days_to_respond = 3" in traced
    assert list(room.iterdir()) == []
