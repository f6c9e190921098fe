"""Call a command as a user does, without a new process."""

from __future__ import annotations

import contextlib
import importlib.util
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Called:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@cache
def program() -> ModuleType:
    """`build/__main__.py` as a module."""
    spec = importlib.util.spec_from_file_location("build_main", ROOT / "build" / "__main__.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(root: Path, *words: str) -> Called:
    """`python build WORDS` on the checkout below `root`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = program().main(["--root", str(root), *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Called(int(code), out.getvalue(), err.getvalue())
