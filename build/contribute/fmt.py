"""Format the reviewed files: order of keys, blank lines, quotation marks, long lists."""

import argparse
import difflib
from collections.abc import Iterator
from pathlib import Path

from ice_subpoenas.plain import safe
from ice_subpoenas.problem import Problem
from printing import Refusal, show
from reviewed import paths
from reviewed.decode import decode
from reviewed.form import in_form
from writing import write

EXAMPLE = "python build fmt acts/denver-1.toml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="reviewed files (default: all)")
    parser.add_argument("--check", action="store_true", help="print a diff and change nothing")


def run(args: argparse.Namespace) -> int:
    """Rewrite the files, or with --check print what would change and exit 1."""
    problems: list[Problem] = []
    changed = 0
    for path in _files(args.root, args.files):
        name = path.relative_to(args.root / paths.FOLDER).as_posix()
        old = decode(path, name, args.root / paths.FOLDER, past_mark=True)
        new = in_form(old, name) if isinstance(old, str) else old
        if isinstance(new, Problem):
            problems.append(new)
        elif new.encode() != path.read_bytes():
            changed += 1
            _tell(args, path, name, str(old), new)
    show(problems, "text")
    return int(bool(problems) or (args.check and changed > 0))


def _tell(args: argparse.Namespace, path: Path, name: str, old: str, new: str) -> None:
    if args.check:
        shown = _diff(f"{paths.FOLDER}/{name}", old, new)
        print(
            "\n".join(shown)
            or f"{paths.FOLDER}/{safe(name)}: other line ends, or a byte order mark"
        )
    else:
        write(path, new)
        print(f"{paths.FOLDER}/{safe(name)}: rewritten")


def _files(root: Path, names: list[str]) -> list[Path]:
    if not names:
        return sorted((root / paths.FOLDER).rglob("*.toml"))
    chosen = [paths.target(root, name) for name in names]
    for path, name in zip(chosen, names, strict=True):
        if not path.is_file():
            raise Refusal(f"there is no file {name}")
    return chosen


def _diff(name: str, old: str, new: str) -> Iterator[str]:
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), name, f"{name} (formatted)", lineterm=""
    )
    return map(safe, lines)
