"""Check the reviewed rows against the texts, or check the tables in a folder."""

import argparse
import re
from contextlib import closing
from pathlib import Path

import duckdb

from ice_subpoenas.plain import safe
from ice_subpoenas.relations.open import Relations, from_folder
from ice_subpoenas.rules import ask
from ice_subpoenas.tables import TABLES
from printing import FORMS, Refusal, show

EXAMPLE = "python build check --tables datasets/tables"
FORMATS = FORMS
SIZE = re.compile(r"[1-9]\d{0,5}(\.\d)? ?[KMGT]i?B")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--tables", type=Path, metavar="FOLDER", help="a folder of Parquet tables")
    parser.add_argument("--memory", type=_size, metavar="SIZE", help="memory to use, such as 4GB")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    how.add_argument("--fix", action="store_true", help="fix format and old decisions, then check")


def run(args: argparse.Namespace) -> int:
    """Check, and print what is wrong: 0 if nothing is."""
    if args.tables:
        return _tables(args)
    if args.watch and args.format != "text":
        raise Refusal("--watch prints text for a person; leave out --format, or --watch")
    if args.watch:
        from check.watch import watch  # imports what reads texts, which tables do not need

        return watch(args.root)
    from check.checkout import once

    return once(args)


def _tables(args: argparse.Namespace) -> int:
    """Check a folder of tables of any size, and say what could not be asked of it."""
    if args.fix or args.watch:
        given = "--fix" if args.fix else "--watch"
        raise Refusal(f"{given} is for reviewed files, not for tables; leave it out, or --tables")
    if not args.tables.is_dir():
        raise Refusal(f"{safe(str(args.tables))} is not a folder")
    try:
        relations, problems = from_folder(args.tables, args.memory)
        with closing(relations):
            if not relations.present:
                raise Refusal(f"{safe(str(args.tables))} holds no table, such as quotes.parquet")
            found = problems or ask.problems(relations)
            show(found, args.format)
            if not found and args.format == "text":
                print(_counted(relations))
    except duckdb.Error as error:  # of a damaged file, or too little memory
        said = str(error).splitlines()[0]
        is_short = isinstance(error, duckdb.OutOfMemoryException)
        remedy = "give more --memory" if is_short else "fix what it names"
        message = f"{safe(str(args.tables))} cannot be checked: {said}; {remedy}"
        raise Refusal(message) from error
    return int(bool(found))


def _size(text: str) -> str:
    if not SIZE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 4GB")
    return text


def _counted(relations: Relations) -> str:
    present = relations.present
    lacking = [table.table for table in TABLES if table.table not in present]
    empty = f"\nempty tables: {', '.join(lacking)}" if lacking else ""
    unasked = f"\nnot asked, for want of texts or files: {', '.join(ask.unasked(relations))}"
    total = sum(relations.counts().values())
    return f"{total} rows in {len(present)} tables: no problems{empty}{unasked}"
