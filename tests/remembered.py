"""What a run of all tests would do many times over, and does once.

A tiny checkout whose files were checked before is not checked again: a check depends on nothing but
the files of its checkout, which `test_check.py` proves, and half of the time of all tests went into
checks of files that another test, or another command of the same test, had just checked.

The tables of a published folder whose files were read before, and are the same, are not read again.

Types, tables and views are declared once, with their comments and without; every other database
begins as a copy of the empty one, which takes a tenth of the time.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import duckdb
import pyarrow as pa

from check.stages import Checked
from ice_subpoenas.published import names
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.sql import literal, quoted
from ice_subpoenas.tables import TABLES

KEPT = 24  # checks, each with a database in memory
FOLDERS = 8  # published folders of which the tables are kept
PLAIN = 2**24  # bytes of a file that is compared by its content; what is larger is read each time
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


def remembered(run: Callable[..., Checked]) -> Callable[..., Checked]:
    """A check that gives the outcome of an earlier one for files that are the same.

    One that is given completed rows, as a draft gives them, is made anew, and is no other.
    """
    known: OrderedDict[State, Checked] = OrderedDict()

    @wraps(run)
    def checked(root: Path, *completed: Relations | None) -> Checked:
        files = None if any(completed) else state(root)
        if files is None:
            return run(root, *completed)
        if files not in known:
            known[files] = run(root)
        known.move_to_end(files)
        while len(known) > KEPT:
            known.popitem(last=False)
        return known[files]

    return checked


Tables = dict[str, pa.Table]


def read_once(read_all: Callable[[Path], Tables]) -> Callable[[Path], Tables]:
    """A way to read the tables of a folder that gives those of an earlier one with equal files."""
    known: OrderedDict[tuple[bytes, ...], Tables] = OrderedDict()

    @wraps(read_all)
    def read(place: Path) -> Tables:
        paths = [names.path_of(place, table) for table in TABLES]
        if not all(path.is_file() and path.stat().st_size < PLAIN for path in paths):
            return read_all(place)
        files = tuple(path.read_bytes() for path in paths)
        if files not in known:
            known[files] = read_all(place)
        known.move_to_end(files)
        while len(known) > FOLDERS:
            known.popitem(last=False)
        return dict(known[files])

    return read


Declare = Callable[[duckdb.DuckDBPyConnection, bool], None]


def copied(declare: Declare, folder: Path) -> Declare:
    """A way to declare all tables and views in a database that does so once, in files of a folder.

    In between the transaction of the database is closed, since nothing can be attached in one.
    """

    @wraps(declare)
    def made(connection: duckdb.DuckDBPyConnection, commented: bool) -> None:
        path = folder / f"{'commented' if commented else 'plain'}.duckdb"
        if not path.exists():
            begun = path.with_suffix(f".{os.getpid()}")  # a test may end a process at this point
            with duckdb.connect(str(begun)) as first:
                declare(first, commented)
            begun.rename(path)
        (name,) = connection.execute("SELECT current_database()").fetchall()[0]
        connection.commit()
        connection.execute(f"ATTACH {literal(path)} AS declared_once (READ_ONLY)")
        connection.execute(f"COPY FROM DATABASE declared_once TO {quoted(name)} (SCHEMA)")
        connection.execute("DETACH declared_once")
        connection.begin()

    return made
