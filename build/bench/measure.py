"""A command in a process of its own: its CPU time and the most memory that it held."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from printing import Refusal
from reviewed.paths import ROOT

UNIT = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What the system counts memory in, as a part of a megabyte."""


class Measured(NamedTuple):
    """CPU seconds, of the user and of the system together, and megabytes at the peak."""

    seconds: float
    megabytes: float


def measured(words: Sequence[str], runs: int = 1) -> Measured:
    """The median of some runs of `python WORDS`; refused if one ends with another code than 0."""
    found = [_once([sys.executable, *words]) for _ in range(runs)]
    return Measured(*map(statistics.median, zip(*found, strict=True)))


def _once(words: list[str]) -> Measured:
    paths = os.pathsep.join(str(ROOT / name) for name in ("schema", "build"))
    process = subprocess.Popen(
        words, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        shown = " ".join(Path(word).name for word in words)
        raise Refusal(f"`{shown}` ended with {process.returncode}; measure a sound checkout")
    return Measured(used.ru_utime + used.ru_stime, used.ru_maxrss / UNIT)
