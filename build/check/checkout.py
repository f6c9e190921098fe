"""Check a checkout, and say what is wrong and how far the check came."""

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from check import fix, stages, telling
from ice_subpoenas.plain import safe, wants_color
from ice_subpoenas.problem import Problem
from printing import show

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


def everything(root: Path) -> list[str]:
    """The report on a checkout, and what is left to do if nothing is wrong."""
    begun = time.monotonic()
    checked = stages.run(root)
    left = [] if checked.problems else [f"one command is left: {LAST}"]
    return [*_report(checked, begun), *left]


def _report(checked: stages.Checked, begun: float) -> list[str]:
    """The problems, and how many are shown: what has one cause is one."""
    shown = lines(checked.problems)
    return [*shown, _summary(checked, telling.counted(shown), time.monotonic() - begun)]


def lines(problems: Iterable[Problem]) -> list[str]:
    """Problems as lines for a person, in color on a terminal that has some."""
    return telling.told(problems, wants_color(sys.stdout))


def _summary(checked: stages.Checked, n: int, seconds: float) -> str:
    if not checked.problems and checked.relations:
        counts = checked.relations.counts()
        return f"{sum(counts.values())} rows in {len(counts)} tables: no problems ({seconds:.1f} s)"
    done, later = reached(checked)
    more = f"; not checked yet, so more may follow: {later}" if later else ""
    return f"{n} problem{'s' * (n > 1)} in {done}{more}"


def reached(checked: stages.Checked) -> tuple[str, str]:
    """The stages that a check went through, and those that it did not come to."""
    n = stages.STAGES.index(checked.stage) + 1
    return ", ".join(stages.STAGES[:n]), ", ".join(stages.STAGES[n:])
