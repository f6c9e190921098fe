"""Call a command as a user does, in this process or in one of its own."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import cli

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Called:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


def call(root: Path, *words: str) -> Called:
    """`python build WORDS` on the checkout below `root`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main(["--root", str(root), *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Called(int(code), out.getvalue(), err.getvalue())


def elsewhere(root: Path, **settings: str) -> Called:
    """`python build` in a process of its own, with some variables of its environment set."""
    command = [sys.executable, str(ROOT / "build"), "--root", str(root)]
    own = os.environ | {"PYTHONPATH": str(ROOT / "schema")} | settings
    done = subprocess.run(command, capture_output=True, env=own, encoding="utf-8", check=False)
    return Called(done.returncode, done.stdout, done.stderr)
