"""A DuckDB file that another program has open to write, or was killed writing."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOLDER = """
import duckdb, sys
con = duckdb.connect(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""
KILLED = """
import duckdb, os, sys
con = duckdb.connect(sys.argv[1])
con.execute("CREATE TABLE left_over (a INT)")
os._exit(9)
"""


def killed(path: Path) -> None:
    """Another process changes the file and is killed: the change is left beside it."""
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process has the file open as long as this lasts."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        yield
        holder.communicate(b"")
