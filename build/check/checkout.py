"""Check a checkout, once or on each save: say what is wrong and how far the check came."""

import argparse
import stat
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from check import fix, stages, telling
from ice_subpoenas.plain import safe, wants_color
from printing import show
from reviewed.paths import FOLDER

SOON = 0.1  # seconds between two looks at the files
LAST = "python build changes main  # says what your edit does to the published facts"


def once(args: argparse.Namespace) -> int:
    """Check, and print what is wrong: 0 if nothing is."""
    begun = time.monotonic()
    done = list(fix.form(args.root)) if args.fix else []
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
        print(*_report(checked, begun), sep="\n")
        if args.fix and not checked.problems:
            print(f"the files are in their one form; one command is left: {LAST}")
    return int(bool(checked.problems))


def _without_overtaken(checked: stages.Checked) -> stages.Checked:
    """A check without what is taken out when nothing else is wrong, unless that is all."""
    others = tuple(problem for problem in checked.problems if not fix.overtaken(problem))
    return replace(checked, problems=others or checked.problems)


def watch(root: Path) -> NoReturn:
    """Say what is wrong, and again after each change of a file, until interrupted."""
    seen = None
    while True:
        if (now := _stamps(root)) != seen:
            seen, begun = now, time.monotonic()
            checked = stages.run(root)
            left = [] if checked.problems else [f"one command is left: {LAST}"]
            waiting = "… waiting for a file to be saved (Ctrl-C ends)"
            print(*_report(checked, begun), *left, waiting, sep="\n", flush=True)
        time.sleep(SOON)


def _stamps(root: Path) -> dict[Path, int]:
    """When each reviewed file and each text was last changed."""
    found = {}
    for path in [*(root / FOLDER).rglob("*.toml"), *(root / "seeds").glob("*")]:
        with suppress(FileNotFoundError):  # a file may go while one looks
            if stat.S_ISREG((now := path.stat()).st_mode):
                found[path] = now.st_mtime_ns
    return found


def _report(checked: stages.Checked, begun: float) -> list[str]:
    """The problems, and how many are shown: what has one cause is one."""
    shown = telling.told(checked.problems, wants_color(sys.stdout))
    return [*shown, _summary(checked, telling.counted(shown), time.monotonic() - begun)]


def _summary(checked: stages.Checked, n: int, seconds: float) -> str:
    if not checked.problems and checked.relations:
        counts = checked.relations.counts()
        return f"{sum(counts.values())} rows in {len(counts)} tables: no problems ({seconds:.1f} s)"
    n_done = stages.STAGES.index(checked.stage) + 1
    done, later = ", ".join(stages.STAGES[:n_done]), ", ".join(stages.STAGES[n_done:])
    more = f"; not checked yet, so more may follow: {later}" if later else ""
    return f"{n} problem{'s' * (n > 1)} in {done}{more}"
