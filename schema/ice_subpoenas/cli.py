"""The installed command: `ice-subpoenas trace TABLE ROW COLUMN`, `ice-subpoenas verify FOLDER`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 1 something is wrong, 2 the call is."""
    args = _parser().parse_args(argv)
    from .data import NotPublished

    try:
        return int(args.run(args))
    except (ValueError, NotPublished, OSError) as error:
        print(f"ice-subpoenas: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ice-subpoenas", description="Use the ice-subpoenas data.")
    commands = parser.add_subparsers(title="commands", required=True)
    trace = commands.add_parser("trace", help="show the words that a cell rests on")
    trace.add_argument("table", help="such as subpoenas")
    trace.add_argument("row", help="the row's id, such as denver-1-4")
    trace.add_argument("column", help="a column or a stem, such as days_to_respond or issued")
    trace.add_argument("--format", choices=("text", "json"), default="text")
    trace.add_argument("--data", type=Path, help="a release folder, if not the installed data")
    trace.set_defaults(run=_trace)
    verify = commands.add_parser("verify", help="check a release folder")
    verify.add_argument("folder", type=Path)
    verify.set_defaults(run=_verify)
    return parser


def _trace(args: argparse.Namespace) -> int:
    from . import tracing

    found = tracing.trace(args.table, args.row, args.column, args.data)
    if args.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    else:
        print(tracing.text(found, colour=tracing.wants_colour(sys.stdout)))
    return 0


def _verify(args: argparse.Namespace) -> int:
    from .verify import verify

    problems = verify(args.folder)
    for problem in problems:
        print(problem)
    if not problems:
        print(f"{args.folder}: every file is what it was published as")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
