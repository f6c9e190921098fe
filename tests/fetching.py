"""Other programs, from package registries, for tests that are marked `clients` or `slow`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program and give what it printed."""
    words = [str(word) for word in command]
    return subprocess.run(
        words, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False
    )


def said(*command: object, cwd: Path | None = None) -> str:
    """What a program prints; the test fails where it does not end well."""
    found = run(*command, cwd=cwd)
    assert found.returncode == 0, found.stdout[-2000:] + found.stderr[-2000:]
    return found.stdout


def python(config: pytest.Config, *packages: str) -> Path:
    """A Python with packages of its own and no others; the test is skipped where it fails."""
    room = _room(config)
    place = room / re.sub(r"[^\w.=-]", "_", "-".join(packages))
    program = place / "bin" / "python"
    if (place / "done").is_file():
        return program
    shutil.rmtree(place, ignore_errors=True)
    said(sys.executable, "-m", "venv", place)
    quick = ("-q", "--disable-pip-version-check", "--retries", "0")  # offline: skip at once
    found = run(program, "-m", "pip", "install", *quick, *packages)
    if found.returncode:
        pytest.skip(f"{' '.join(packages)} cannot be installed here: {found.stderr[-200:]}")
    (place / "done").touch()
    return program


def _room(config: pytest.Config) -> Path:
    """Where other programs are kept from one run to the next."""
    cache = getattr(config, "cache", None)
    return Path(cache.mkdir("clients")) if cache else Path(".clients")


def node(config: pytest.Config, *packages: str) -> Path:
    """A folder in which Node finds packages; the test is skipped where there is no Node."""
    if not shutil.which("npm"):
        pytest.skip("the system has no Node with npm")
    room = _room(config)
    place = room / re.sub(r"[^\w.-]", "_", "-".join(("node", *packages)))
    if not (place / "done").is_file():
        place.mkdir(parents=True, exist_ok=True)
        (place / "package.json").write_text('{"private": true}', "utf-8")
        found = run(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--fetch-retries",
            "0",
            *packages,
            cwd=place,
        )
        if found.returncode:
            pytest.skip(f"{' '.join(packages)} cannot be installed here: {found.stderr[-200:]}")
        (place / "done").touch()
    return place


def program(name: str, package: str) -> str:
    """A program of the system; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: {package})")
    return found
