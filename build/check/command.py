"""Check the reviewed rows against the texts, or the tables of a folder."""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import duckdb

from check import part, stages
from check.telling import told
from ice_subpoenas.plain import safe, wants_color
from ice_subpoenas.relations.open import Relations, from_folder
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLES
from printing import FORMS, Refusal, show
from reviewed.files import FOLDER

EXAMPLE = "python build check --tables datasets/tables"
FORMATS = FORMS
SIZE = re.compile(r"[1-9]\d{0,5}(\.\d)? ?[KMGT]i?B")
FEW = 5  # files that are checked by themselves when they are saved
PAUSE = 1.0  # seconds without a change after which everything is checked


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--tables", type=Path, metavar="FOLDER", help="a folder of Parquet tables")
    parser.add_argument("--memory", type=_size, metavar="SIZE", help="how much memory, such as 4GB")
    parser.add_argument("--watch", action="store_true", help="check again whenever a file is saved")


def run(args: argparse.Namespace) -> int:
    """Check, and print what is wrong: 0 if nothing is."""
    if args.tables:
        return _tables(args)
    if args.watch:
        return _watch(args)
    return _once(args)


def _once(args: argparse.Namespace) -> int:
    begun = time.monotonic()
    checked = stages.run(args.root)
    if args.format != "text":
        show(checked.problems, args.format)
    else:
        for line in told(checked.problems, wants_color(sys.stdout)):
            print(line)
        print(_summary(checked, time.monotonic() - begun))
    return int(bool(checked.problems))


def _summary(checked: stages.Checked, seconds: float) -> str:
    """What was checked, and how far the check came."""
    if not checked.problems and checked.relations:
        counts = checked.relations.counts()
        return f"{sum(counts.values())} rows in {len(counts)} tables: no problems ({seconds:.1f} s)"
    n = len(checked.problems)
    reached = stages.STAGES.index(checked.stage)
    later = ", ".join(stages.STAGES[reached + 1 :])
    more = f"; then come {later}, where more may be found" if later else ""
    return f"{n} problem{'s' * (n > 1)} in {checked.stage}{more}"


def _watch(args: argparse.Namespace) -> int:
    """Check again after each change, until interrupted: what was saved at once, then the whole."""
    seen: dict[Path, int] = {}
    while True:
        now = _stamps(args.root)
        while changed := {
            path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)
        }:
            if len(changed) <= FEW:
                _saved(args, changed)
                time.sleep(PAUSE)
            seen, now = now, _stamps(args.root)
            if now == seen:
                _once(args)
                print("… waiting for a file to be saved (Ctrl-C ends)", flush=True)
        time.sleep(0.2)


def _saved(args: argparse.Namespace, changed: Iterable[Path]) -> None:
    """Check the files that were saved, by the rows that they concern."""
    folder = args.root / FOLDER
    names = frozenset(p.relative_to(folder).as_posix() for p in changed if p.is_relative_to(folder))
    begun = time.monotonic()
    sound = stages.read(args.root)
    if not names or not isinstance(sound, stages.Sound):
        return
    found = part.check(sound, names).problems
    for line in told(found, wants_color(sys.stdout)):
        print(line)
    n = len(found)
    said = f"{n} problem{'s' * (n > 1)}" if n else "no problems"
    print(f"{', '.join(sorted(names))}: {said} ({time.monotonic() - begun:.1f} s)", flush=True)


def _stamps(root: Path) -> dict[Path, int]:
    """When each reviewed file and each text was last changed."""
    files = [*(root / "datasets/reviewed").rglob("*.toml"), *(root / "seeds").glob("*")]
    return {path: path.stat().st_mtime_ns for path in files if path.is_file()}


def _tables(args: argparse.Namespace) -> int:
    """Check a folder of tables of any size, and say what could not be asked of it."""
    if not args.tables.is_dir():
        raise Refusal(f"{safe(str(args.tables))} is no folder")
    try:
        relations, problems = from_folder(args.tables, args.memory)
    except duckdb.Error as error:
        raise _unasked(args.tables, error) from error
    try:
        if not relations.present:
            raise Refusal(f"{safe(str(args.tables))} holds no table, such as quotes.parquet")
        found = problems or ask.problems(relations)
        show(found, args.format)
        if not found and args.format == "text":
            print(_counted(relations))
    except duckdb.Error as error:
        raise _unasked(args.tables, error) from error
    finally:
        relations.close()
    return int(bool(found))


def _unasked(folder: Path, error: duckdb.Error) -> Refusal:
    """Why the rules could not be asked: a damaged file, or too little memory."""
    said = str(error).splitlines()[0]
    return Refusal(f"{folder} cannot be checked: {said}; mend the file, or give more --memory")


def _size(text: str) -> str:
    if not SIZE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no size such as 4GB")
    return text


def _counted(relations: Relations) -> str:
    present = relations.present
    lacking = [table.table for table in TABLES if table.table not in present]
    empty = f"\nempty tables: {', '.join(lacking)}" if lacking else ""
    unasked = f"\nnot asked, for want of texts or files: {', '.join(ask.unasked(relations))}"
    total = sum(relations.counts().values())
    return f"{total} rows in {len(present)} tables: no problems{empty}{unasked}"
