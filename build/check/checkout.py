"""Check a checkout: once, or again whenever a file is saved."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from check import fix, part, stages
from check.telling import told
from ice_subpoenas.plain import safe, wants_color
from printing import show
from reviewed.files import FOLDER

FEW = 5  # files that are checked by themselves when they are saved
LAST = "python build changes main  # says what your edit does to the published facts"
PAUSE = 1.0  # seconds without a change after which everything is checked


def once(args: argparse.Namespace) -> int:
    """Check, and print what is wrong: 0 if nothing is."""
    begun = time.monotonic()
    done = fix.form(args.root) if args.fix else []
    checked = stages.run(args.root)
    if args.fix:
        while taken := fix.take_out(args.root, checked):
            done += [*taken, *fix.form(args.root)]
            checked = stages.run(args.root)
        checked = _without_overtaken(checked)
    where = sys.stdout if args.format == "text" else sys.stderr  # other forms are read by programs
    print("".join(f"{safe(line)}\n" for line in done), end="", file=where)
    if args.format != "text":
        show(checked.problems, args.format)
    else:
        for line in told(checked.problems, wants_color(sys.stdout)):
            print(line)
        print(_summary(checked, time.monotonic() - begun))
        if (args.fix or args.watch) and not checked.problems:
            formed = "the files are in their one form; " if args.fix else ""
            print(f"{formed}one command is left: {LAST}")
    return int(bool(checked.problems))


def _without_overtaken(checked: stages.Checked) -> stages.Checked:
    """A check without what is taken out when nothing else is wrong, unless that is all."""
    others = tuple(problem for problem in checked.problems if not fix.overtaken(problem))
    return replace(checked, problems=others or checked.problems)


def _summary(checked: stages.Checked, seconds: float) -> str:
    """What was checked, and how far the check came."""
    if not checked.problems and checked.relations:
        counts = checked.relations.counts()
        return f"{sum(counts.values())} rows in {len(counts)} tables: no problems ({seconds:.1f} s)"
    n = len(checked.problems)
    reached = stages.STAGES.index(checked.stage)
    later = ", ".join(stages.STAGES[reached + 1 :])
    more = f"; not checked yet, so more may follow: {later}" if later else ""
    return f"{n} problem{'s' * (n > 1)} in {checked.stage}{more}"


def watch(args: argparse.Namespace) -> int:
    """Check after each change, until interrupted: first the saved files, then everything."""
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
                once(args)
                print("… waiting for a file to be saved (Ctrl-C ends)", flush=True)
        time.sleep(0.2)


def _saved(args: argparse.Namespace, changed: Iterable[Path]) -> None:
    """Check the files that were saved, by the rows that they concern."""
    folder = args.root / FOLDER
    names = frozenset(p.relative_to(folder).as_posix() for p in changed if p.is_relative_to(folder))
    begun = time.monotonic()
    sound = stages.read(args.root, past=False)
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
