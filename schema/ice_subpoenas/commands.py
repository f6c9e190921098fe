"""What `ice-subpoenas trace`, `ice-subpoenas verify` and `ice-subpoenas changes` do."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from . import calls
from .formats import VERSION
from .plain import safe, wants_color
from .problem import nearest

PROGRAM = "ice-subpoenas"


def run(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 1 a problem, 2 a wrong call."""
    calls.ready()
    try:
        with calls.written_out():
            return _carried_out(sys.argv[1:] if argv is None else argv)
    except BrokenPipeError:
        return 0  # nobody reads on: leave in silence
    except (ValueError, OSError, MemoryError, RuntimeError, KeyboardInterrupt) as error:
        return _stopped(error)


def _carried_out(words: Sequence[str]) -> int:
    wrong = calls.fault(words)
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        told = nearest(words[0], COMMANDS, f"a row is shown by `trace {safe(words[0][:80])}`")
        wrong = wrong or f"there is no command {words[0][:80]!r}; {told}"
    if wrong:
        calls.say(PROGRAM, wrong)
        return 2
    args = _parser().parse_args(words)
    return int(args.run(args))


def _stopped(error: BaseException) -> int:
    """The exit code of a command that stopped; all but a bug of ours is told in one line."""
    if calls.is_interruption(error):
        return 130
    from .data import NotPublished

    if isinstance(error, RuntimeError) and not isinstance(error, NotPublished):
        raise error
    said = calls.of_system(error) if isinstance(error, OSError) else str(error)
    calls.say(PROGRAM, said or type(error).__name__)
    return 1


def _parser() -> argparse.ArgumentParser:
    about = "Use the ice-subpoenas data: see the words behind a cell, verify and compare releases."
    parser = argparse.ArgumentParser(prog=PROGRAM, description=about)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in COMMANDS.values():
        add(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _command(commands: Commands, name: str, purpose: str, example: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=purpose, description=purpose, epilog=f"Example: {example}"
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {VERSION}")
    return parser


def _trace_parser(commands: Commands) -> None:
    purpose = "show the words that a row or a cell rests on"
    trace = _command(commands, "trace", purpose, "ice-subpoenas trace denver-1 court")
    trace.add_argument("table", help="a table, such as subpoenas; or a row's id, such as denver-1")
    trace.add_argument("row", nargs="?", help="the row's id; or, after a row's id, a column")
    trace.add_argument(
        "column",
        nargs="?",
        help="a column, such as issued; for an act, also a column of the overview, such as court",
    )
    trace.add_argument("--format", choices=("text", "json"), default="text")
    trace.add_argument(
        "--data", type=Path, help="a folder of published files (default: the installed ones)"
    )
    trace.set_defaults(run=_trace)


def _verify_parser(commands: Commands) -> None:
    purpose = "check a release (a folder or an archive) against every rule that applies to it"
    example = "ice-subpoenas verify ice-subpoenas-0.1.0.zip --expect DIGEST"
    verify = _command(commands, "verify", purpose, example)
    verify.add_argument("folder", type=Path, metavar="FOLDER_OR_ARCHIVE")
    verify.add_argument(
        "--expect", metavar="DIGEST", help="the release's digest, which you have from elsewhere"
    )
    verify.add_argument("--format", choices=("text", "json"), default="text")
    verify.set_defaults(run=_verify)


def _changes_parser(commands: Commands) -> None:
    purpose = "say which facts differ between two releases, and why"
    example = "ice-subpoenas changes ice-subpoenas-0.1.0.zip ice-subpoenas-0.2.0.zip"
    changes = _command(commands, "changes", purpose, example)
    changes.add_argument("old", type=Path, help="a release: a folder or an archive")
    changes.add_argument("new", type=Path, help="a release: a folder or an archive")
    changes.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    changes.set_defaults(run=_changes)


COMMANDS = {"trace": _trace_parser, "verify": _verify_parser, "changes": _changes_parser}


def _trace(args: argparse.Namespace) -> int:
    from .tracing.ask import trace
    from .tracing.lines import as_text

    found = trace(args.table, args.row, args.column, args.data)
    if args.format == "json":
        print(json.dumps(found, ensure_ascii=True, indent=1, default=str))
    else:
        print(as_text(found, color=wants_color(sys.stdout)))
    return 0


def _verify(args: argparse.Namespace) -> int:
    from .release.verify import examine

    verdict = examine(args.folder, args.expect)
    if args.format == "json":
        print(json.dumps(verdict.as_dict(), indent=1))
    else:
        for line in verdict.lines(args.folder, args.expect):
            print(safe(line))
    return int(bool(verdict.problems))


def _changes(args: argparse.Namespace) -> int:
    from .release import releases
    from .release.changes import tell
    from .release.changes.compare import compare
    from .release.changes.effects import effects
    from .release.changes.readings import asides
    from .release.changes.why import explained

    old, new = releases.read(args.old), releases.read(args.new)
    found = explained(compare(old.rows, new.rows), old.rows, new.rows)
    notes, gone = asides(old.rows, new.rows), tell.taken_out(old.rows, new.rows)
    whole = f"{old.version} → {new.version}: {tell.counts(found)}"
    follows = effects(old.rows, new.rows)
    lines = [*map(tell.line, found), *follows, *notes, whole]
    print(tell.printed(args.format, found, notes, lines, gone, follows))
    return 0
