"""Writing to a disk that takes no more: a limit on the length of a file stands in for it."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import warnings
from pathlib import Path

import cli

TRIED: tuple[tuple[tuple[str, ...], int], ...] = (
    ((), 0),
    ((), 2_000),  # some documents
    ((), 100_000),  # some tables
    ((), 1_000_000),  # all but the DuckDB file
    (("page",), 0),
    (("page",), 2_000),
    (("page",), 20_000),
)
"""A command, and the bytes after which a file takes no more."""


def full(root: Path, words: tuple[str, ...], limit: int, told: Path) -> int:
    """Run a command in a process of its own, whose files take no more than `limit` bytes.

    Its exit code, 70 for a traceback; what it printed stands in the file `told` afterward.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child starts no thread before
        child = os.fork()
    if child == 0:
        code = 70
        with contextlib.suppress(BaseException):
            code = _limited(["--root", str(root), *words], limit, told)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _limited(words: list[str], limit: int, told: Path) -> int:
    import resource  # which Windows does not have

    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
        code = cli.main(words)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    told.write_text(printed.getvalue(), "utf-8")
    return code
