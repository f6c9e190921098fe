"""A tiny checkout whose files were checked before is not checked again.

A check depends on nothing but the files of its checkout, which `test_check.py` proves, and half of
the time of all tests went into checks of files that another test, or another command of the same
test, had just checked.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from check.stages import Checked

KEPT = 24  # checks, each with a database in memory
LARGEST = 100  # files of a checkout that counts as tiny
READ = ("datasets/reviewed", "datasets/tables", "seeds")
State = tuple[tuple[str, int, bytes], ...]


def state(root: Path) -> State | None:
    """All that a check reads of a tiny checkout; null of a larger one, or one with odd files."""
    paths = [path for name in READ for path in sorted((root / name).rglob("*"))]
    files = [path for path in paths if not path.is_dir() or path.is_symlink()]
    if len(files) > LARGEST or any(path.is_symlink() or not path.is_file() for path in files):
        return None
    return tuple(
        (path.relative_to(root).as_posix(), path.stat().st_mode, path.read_bytes())
        for path in files
    )


def remembered(run: Callable[[Path], Checked]) -> Callable[[Path], Checked]:
    """A check that gives the outcome of an earlier one for files that are the same."""
    known: OrderedDict[State, Checked] = OrderedDict()

    @wraps(run)
    def checked(root: Path) -> Checked:
        files = state(root)
        if files is None:
            return run(root)
        if files not in known:
            known[files] = run(root)
        known.move_to_end(files)
        while len(known) > KEPT:
            known.popitem(last=False)
        return known[files]

    return checked
