"""Check the reviewed rows and publish the dataset; help with writing and reviewing them."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from check.stages import Checked

try:
    from printing import FORMS, Refusal, safe, show
    from reviewed.files import ROOT
except ModuleNotFoundError as missing:
    sys.exit(f"python build: {missing.name} is not installed … run `pip install -e '.[dev]'`")

COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("", "check everything and print every problem"),
    "diff": ("", "say which generated files are out of date"),
    "extract": ("contribute.extract", "propose rows from the texts, by rules"),
    "corpus": ("scale.corpus", "invent articles, tables or reviewed rows to measure with"),
    "variants": ("texts.similar", "find printings of the same words among many quotations"),
    "bench": ("bench.run", "measure every stage beside its peers"),
    "new": ("contribute.new", "print a form for a new row, or add it to a file"),
    "add-source": ("contribute.add_source", "store a new text and list what is to be decided"),
    "cite": ("contribute.cite", "find words in a text and print the lines that cite them"),
    "fmt": ("reviewed.form", "write the reviewed files in their one form"),
    "explain": ("contribute.explain", "explain a rule of the check"),
    "changes": ("contribute.changes", "say what a change does to the published facts"),
    "release": ("publish.release", "make a release: a folder and an archive"),
    "page": ("website.page", "write the dataset as pages to look at"),
    "mutate": ("bench.mutation", "measure how many wrong edits the check catches"),
    "review": ("contribute.review", "show a row with its evidence, and record a reading of it"),
}
"""Each command with the module that carries it out, imported only when it is called."""

FORMATS = {
    "changes": ("text", "markdown", "json"),
    "extract": ("text", "jsonl"),
    "check": FORMS,
    "diff": FORMS,
    "": FORMS,
}


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 sound, 1 something to mend, 2 a call that fails."""
    _tolerate(sys.stdout, sys.stderr)
    try:
        return _carried_out(sys.argv[1:] if argv is None else argv)
    except Refusal as refusal:
        return _refused(str(refusal))
    except ModuleNotFoundError as missing:
        return _refused(f"{missing.name} is not installed … run `pip install -e '.[dev]'`")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nobody reads on: leave in silence
        return 0
    except OSError as error:
        return _refused(f"{error.strerror or error}: {error.filename or ''}")
    except KeyboardInterrupt:
        return 130


def _carried_out(words: list[str]) -> int:
    parser = _parser(words)
    args = parser.parse_args(words)
    allowed = FORMATS.get(args.command or "", ("text",))
    if args.format not in allowed:
        parser.error(f"{args.command} prints {', '.join(allowed)}, not {args.format}")
    return int(args.run(args))


def _refused(message: str) -> int:
    print(f"python build: {safe(message)}", file=sys.stderr)
    return 2


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """The commands; only the modules of those that the call names are imported."""
    parser = argparse.ArgumentParser(prog="python build", description=__doc__)
    forms = sorted({form for forms in FORMATS.values() for form in forms})
    parser.add_argument("--format", choices=forms, default="text", help="how to print")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.set_defaults(run=publish, command=None)
    commands = parser.add_subparsers(title="commands")
    for name, (module, text) in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        command.set_defaults(command=name)
        if name in FORMATS:
            command.add_argument("--format", choices=FORMATS[name], default=argparse.SUPPRESS)
        if not module:
            command.set_defaults(run={"check": check, "diff": diff}[name])
            if name == "check":
                command.add_argument("--tables", type=Path, help="a folder of Parquet tables")
                command.add_argument("--memory", help="how much memory, such as 4GB")
        elif name in words:
            carries_out = importlib.import_module(module)
            carries_out.arguments(command)
            command.set_defaults(run=carries_out.run)
    return parser


def _tolerate(*streams: object) -> None:
    """Let a terminal without UTF-8 show what it can, instead of failing."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _checked(args: argparse.Namespace) -> Checked:
    """Check, and print every problem."""
    from check import stages

    checked = stages.run(args.root)
    show(checked.problems, args.format)
    return checked


def check(args: argparse.Namespace) -> int:
    """Check, and print what is wrong."""
    if args.tables:
        return _tables(args)
    checked = _checked(args)
    if not checked.problems and args.format == "text":
        n = sum(map(len, checked.rows.values()))
        print(f"{n} rows in {len(checked.rows)} tables: no problems")
    return int(bool(checked.problems))


def _tables(args: argparse.Namespace) -> int:
    """Check a folder of tables, of any size."""
    from check import bulk

    with bulk.Tables(args.tables, args.memory) as tables:
        problems = bulk.problems(tables)
        show(problems, args.format)
        if not problems and args.format == "text":
            print(bulk.summary(tables))
    return int(bool(problems))


def publish(args: argparse.Namespace) -> int:
    """Check, then write the published files."""
    checked = _checked(args)
    if checked.problems:
        return 1
    _leave_pandas_out()
    from publish import files

    files.write(checked.rows, args.root / "datasets")
    return int(bool(_told(args.root, write=True)))


def diff(args: argparse.Namespace) -> int:
    """Compare the generated files with what the reviewed rows would give."""
    checked = _checked(args)
    if checked.problems:
        return 1
    from bench import scores
    from publish import files

    stale = files.diff(checked.rows, args.root / "datasets")
    stale += scores.stale(checked, args.root)
    for line in stale:
        print(line)
    told = _told(args.root)
    return int(bool(stale or told))


class _NoPandas(MetaPathFinder):
    """Tells pyarrow that there is no pandas: it would import it only to ask about a list."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError("pandas is left out while publishing", name=fullname)


def _leave_pandas_out() -> None:
    if __name__ == "__main__":
        sys.meta_path.insert(0, _NoPandas())


def _told(root: Path, write: bool = False) -> list[str]:
    """Print what README, data card and cookbook say that the published rows do not."""
    from ice_subpoenas import NotPublished, connect
    from publish import documents

    try:
        with connect(root / "datasets") as connection:
            lines = (documents.write if write else documents.stale)(connection, root)
    except NotPublished as absent:
        lines = [str(absent)]
    for line in lines:
        print(line)
    return lines


if __name__ == "__main__":
    sys.exit(main())
