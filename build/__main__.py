"""Check the reviewed rows and publish the dataset."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import check
from read import ROOT
from rules import Problem

OUT = ROOT / "datasets"


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code."""
    args = _parser().parse_args(argv)
    return int(args.run(args))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python build", description=__doc__)
    parser.add_argument("--format", choices=("text", "json", "github"), default="text")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.set_defaults(run=publish)
    commands = parser.add_subparsers(title="commands")
    _command(commands, "check", check_rows, "check everything and print every problem")
    _command(commands, "diff", diff, "say which generated files are out of date")
    return parser


def _command(commands, name, run, text):  # type: ignore[no-untyped-def]
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--format", choices=("text", "json", "github"), default=argparse.SUPPRESS)
    command.set_defaults(run=run)
    return command


def show(problems: list[Problem], form: str) -> None:
    """Print problems for people, machines or GitHub."""
    if form == "json":
        print(json.dumps([vars(problem) for problem in problems], ensure_ascii=False, indent=1))
        return
    for problem in problems:
        print(str(problem))


def check_rows(args: argparse.Namespace) -> int:
    """Check, and print what is wrong."""
    checked = check.run(args.root)
    show(checked.problems, args.format)
    if not checked.problems and args.format == "text":
        n = sum(map(len, checked.rows.values()))
        print(f"{n} rows in {len(checked.rows)} tables: no problems")
    return int(bool(checked.problems))


def publish(args: argparse.Namespace) -> int:
    """Check, then write the published files."""
    checked = check.run(args.root)
    show(checked.problems, args.format)
    if checked.problems:
        return 1
    import publish

    publish.write(checked.rows, args.root / "datasets")
    return 0


def diff(args: argparse.Namespace) -> int:
    """Compare the generated files with what the reviewed rows would give."""
    checked = check.run(args.root)
    show(checked.problems, args.format)
    if checked.problems:
        return 1
    import publish

    stale = publish.diff(checked.rows, args.root / "datasets")
    for line in stale:
        print(line)
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
