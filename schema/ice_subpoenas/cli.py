"""The installed command: `ice-subpoenas trace`, `ice-subpoenas verify`, `ice-subpoenas changes`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 1 something is wrong, 2 the call is."""
    args = _parser().parse_args(argv)
    from .data import NotPublished

    try:
        return int(args.run(args))
    except (ValueError, NotPublished, OSError) as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nobody reads on: leave in silence
            return 0
        print(f"ice-subpoenas: {_plain(str(error))}", file=sys.stderr)
        return 1


def _plain(text: str) -> str:
    """A line for a terminal: what a file says cannot move the cursor or hide anything."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)


def _parser() -> argparse.ArgumentParser:
    about = "Use the ice-subpoenas data."
    parser = argparse.ArgumentParser(prog="ice-subpoenas", description=about)
    commands = parser.add_subparsers(title="commands", required=True)
    trace = commands.add_parser("trace", help="show the words that a cell rests on")
    trace.add_argument("table", help="such as subpoenas")
    trace.add_argument("row", help="the row's id, such as denver-1-4")
    trace.add_argument("column", help="a column or a stem, such as days_to_respond or issued")
    trace.add_argument("--format", choices=("text", "json"), default="text")
    trace.add_argument("--data", type=Path, help="a release folder, if not the installed data")
    trace.set_defaults(run=_trace)
    verify = commands.add_parser("verify", help="check a release: a folder or an archive")
    verify.add_argument("folder", type=Path, metavar="FOLDER_OR_ARCHIVE")
    verify.add_argument(
        "--expect", metavar="DIGEST", help="a digest of the release that you have from elsewhere"
    )
    verify.set_defaults(run=_verify)
    changes = commands.add_parser("changes", help="say what differs between two releases, and why")
    changes.add_argument("old", type=Path, help="a release folder or archive")
    changes.add_argument("new", type=Path, help="a release folder or archive")
    changes.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    changes.set_defaults(run=_changes)
    return parser


def _trace(args: argparse.Namespace) -> int:
    from . import tracing

    found = tracing.trace(args.table, args.row, args.column, args.data)
    if args.format == "json":
        print(json.dumps(found, ensure_ascii=False, indent=1, default=str))
    else:
        print(tracing.text(found, color=tracing.wants_color(sys.stdout)))
    return 0


def _verify(args: argparse.Namespace) -> int:
    from .release.verify import KINDS, examine

    verdict = examine(args.folder, args.expect)
    for problem in verdict.problems:
        print(_plain(problem))
    if not verdict.problems:
        print(f"{args.folder}: every file agrees with every other")
    for kind, digest in verdict.digests.items():
        print(f"{kind} digest {digest} ({KINDS[kind]})")
    if verdict.matched:
        print(f"the expected digest is the {verdict.matched} digest: {KINDS[verdict.matched]}")
    elif args.expect is None:
        print(
            "no --expect was given: files that agree may still be somebody else's; compare a "
            "digest with the one that the release page or its attestation states"
        )
    return int(bool(verdict.problems))


def _changes(args: argparse.Namespace) -> int:
    from ice_subpoenas.release import changes, releases

    old, new = releases.read(args.old), releases.read(args.new)
    found = changes.explained(changes.compare(old.rows, new.rows), old.rows, new.rows)
    if args.format == "json":
        print(changes.as_json(found))
    elif args.format == "markdown":
        print(changes.markdown(found), end="")
    else:
        for change in found:
            print(_plain(changes.line(change)))
        print(f"{old.version} → {new.version}: {changes.counts(found)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
