"""No tool skips `build/`, a name that many tools take for a folder of generated files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from fetching import run

ROOT = Path(__file__).parents[1]
CODE = {path.relative_to(ROOT) for path in (ROOT / "build").rglob("*.py")}


def test_ruff_reads_every_file_in_build() -> None:
    shown = run(sys.executable, "-m", "ruff", "check", "--show-files", cwd=ROOT).stdout.splitlines()

    assert {Path(line).relative_to(ROOT) for line in shown} >= CODE


def test_git_does_not_ignore_build() -> None:
    status = run("git", "check-ignore", "build/x.py", cwd=ROOT).returncode
    if status == 128:
        pytest.skip("not a clone: there is no git to ask")

    assert status == 1


def test_mypy_covers_build(tmp_path: Path) -> None:
    """A fault in any file of `build` would be reported: mypy lists each among its sources."""
    mypy_main = pytest.importorskip("mypy.main", reason="mypy is not installed")
    kept = Path.cwd()
    os.chdir(ROOT)
    try:
        sources, _ = mypy_main.process_options(["--cache-dir", str(tmp_path)])
    finally:
        os.chdir(kept)

    assert {Path(source.path) for source in sources} >= CODE


def test_pytest_collects_the_doctests_of_build() -> None:
    plain = ["-q", "--collect-only", "-p", "no:cacheprovider", "-p", "no:hypothesispytest"]
    found = run(sys.executable, "-m", "pytest", *plain, "build/reviewed", "schema", cwd=ROOT)

    assert "syntax.key_lines" in found.stdout
    assert "derive.number_word" in found.stdout


def test_pytest_looks_into_build_by_itself(pytestconfig: pytest.Config) -> None:
    assert "build" in pytestconfig.getini("testpaths")
    assert "--doctest-modules" in pytestconfig.getini("addopts")
