"""Publishing that is killed at any move of a file, and what is found afterward."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

from ice_subpoenas import data
from ice_subpoenas.published import names
from publish import swap

Contents = dict[str, str]


def contents(folder: Path) -> Contents:
    """Hash of every visible file."""
    shown = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    found = {p.relative_to(folder).as_posix(): p for p in shown}
    return {n: names.sha256(p) for n, p in found.items() if not n.startswith(".")}


@contextlib.contextmanager
def making(made: Path) -> Iterator[None]:
    """Publishing that takes its files from a folder instead of making them from rows."""

    def copied(_: Any, staging: Path) -> None:
        shutil.copytree(made, staging, dirs_exist_ok=True)

    with mock.patch.object(swap, "make", copied):
        yield


def publish(made: Path, out: Path) -> None:
    """Publish the files of a folder into another, as `python build` does."""
    with making(made):
        swap.write({}, out)


def killed(made: Path, out: Path, move: int) -> bool:
    """Publish, and be killed before the given move of a file; false where it had ended before."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child starts no thread
        child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            _until(made, out, move)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _until(made: Path, out: Path, move: int) -> None:
    real, counted = os.replace, itertools.count()

    def replace(source: Any, target: Any) -> None:
        if next(counted) == move:
            os.kill(os.getpid(), signal.SIGKILL)
        real(source, target)

    with mock.patch.object(os, "replace", replace):
        publish(made, out)


def torn(out: Path, first: Contents, second: Contents) -> list[str]:
    """What is wrong after a kill: a file neither old nor new, or a mixture without a mark."""
    now = contents(out)
    wrong = [n for n, digest in now.items() if digest not in (first.get(n), second.get(n))]
    if now not in (first, second) and not data.unfinished(out):
        wrong.append("a mixture, and nothing says so")
    return wrong


def left(out: Path) -> list[str]:
    """What a build should not leave behind."""
    return [p.name for p in out.iterdir() if p.name.startswith(".") and p.name != ".lock"]
