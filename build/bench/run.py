"""Measure the commands of this project, each in its own process, and write a report.

The rows are the real ones. For more rows, all tables are multiplied under new ids. DuckDB's own
typed load of the same files is measured for comparison with the check of tables. With `--texts`,
the extraction is measured on a file of articles.
"""

import argparse
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from bench.measure import Measured, measured
from bench.multiply import ONCE, multiply
from ice_subpoenas.tables import TABLES
from printing import Refusal, as_count
from reviewed.paths import ROOT
from writing import write

EXAMPLE = "python build bench --rows 100000 1000000 10000000 --out BENCHMARKS.md"
TABLES_FOLDER = ROOT / "datasets" / "tables"
MANY = 1_000_000
"""Rows beyond which the check needs more memory than it takes by itself."""
TRACED = ("acts", "denver-1", "served")

STAGES = {
    "floor": "imports, the empty tables, and as many joins of two empty tables as a check asks "
    "DuckDB questions; no file is read and no rule asked. The rest of a check is reading, rules, "
    "and the size of the questions",
    "check": "all of it: reads the reviewed files and the texts, asks every rule",
    "build": "all of it: the check, every published file, and the documents",
    "check of tables": "every rule that tables can break; no texts lie beside them, so that words "
    "are not found again in their sources. Above a million rows it is given `--memory 4GB`",
    "typed load by DuckDB": "types, codes, patterns, bounds and keys of each row; no references, "
    "no evidence, no computed value, nothing across tables",
    "verify": "the check of tables, the hashes, and generated files made again",
    "trace": "one cell with its words, from the installed files; no rule is asked",
    "extraction": "proposals of all kinds on one core, from a file to shards; nobody decides them, "
    "and nothing is said of how good they are: see docs/extraction.md",
}
"""What is measured, and what each covers and leaves out."""


class Line(NamedTuple):
    """A stage on some rows, or articles, with what was measured."""

    stage: str
    rows: int
    measured: Measured


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--rows",
        type=as_count,
        nargs="*",
        default=[100_000],
        help="multiply the tables to these numbers of rows",
    )
    parser.add_argument("--runs", type=as_count, default=3, help="runs per line; the median counts")
    parser.add_argument("--texts", type=Path, help="articles to extract from, as JSON lines")
    parser.add_argument("--out", type=Path, help="Markdown file to write the report to")


def run(args: argparse.Namespace) -> int:
    """Measure, print, and write the report if asked to."""
    if not hasattr(os, "wait4"):
        raise Refusal("the memory of another process cannot be measured on this system")
    lines = []
    for line in _lines(args.rows, args.runs, args.texts):
        print(_row(line), flush=True)
        lines.append(line)
    if args.out:
        write(args.out, report(lines, args.runs))
    return 0


# --- measuring --------------------------------------------------------------------------------


def _lines(sizes: Sequence[int], runs: int, texts: Path | None) -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield from _real(Path(folder), runs)
        for size in sorted(sizes):
            yield from _multiplied(size, Path(folder) / str(size), runs)
        if texts:
            yield _extraction(texts, Path(folder) / "shards")


def _real(folder: Path, runs: int) -> Iterator[Line]:
    """Every command on the real rows; what writes, writes into a copy of the checkout."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "*cache*", "venv"))
    rows = _number(TABLES_FOLDER)
    for name, words in {
        "floor": ["-m", "bench.beside"],
        "check": ["build", "check"],
        "build": ["build", "--root", str(copy)],
        "check of tables": ["build", "check", "--tables", str(TABLES_FOLDER)],
        "typed load by DuckDB": ["-m", "bench.beside", str(TABLES_FOLDER)],
        "verify": ["-m", "ice_subpoenas.cli", "verify", str(ROOT / "datasets")],
        "trace": ["-m", "ice_subpoenas.cli", "trace", *TRACED, "--data", str(ROOT / "datasets")],
    }.items():
        yield Line(name, rows, measured(words, runs))


def _multiplied(size: int, folder: Path, runs: int) -> Iterator[Line]:
    """The check of tables and the load by DuckDB, on tables of about so many rows."""
    folder.mkdir()
    tables = {t.table: pq.read_table(TABLES_FOLDER / f"{t.table}.parquet") for t in TABLES}
    once = sum(tables[name].num_rows for name in ONCE)
    copies = max(1, round((size - once) / (sum(t.num_rows for t in tables.values()) - once)))
    # by a process of its own: what starts a process passes its own peak of memory on to it
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        rows = pool.submit(multiply, tables, copies, folder).result()
    few, more = (1, ["--memory", "4GB"]) if size > MANY else (runs, [])
    for name, words in {
        "check of tables": ["build", "check", "--tables", str(folder), *more],
        "typed load by DuckDB": ["-m", "bench.beside", str(folder)],
    }.items():
        yield Line(name, rows, measured(words, few))
    shutil.rmtree(folder)


def _extraction(texts: Path, shards: Path) -> Line:
    if not texts.is_file():
        raise Refusal(f"{texts} is no file of articles")
    with texts.open(encoding="utf-8") as lines:
        articles = sum(bool(line.strip()) for line in lines)
    words = ["build", "extract", "--texts", str(texts), "--out", str(shards), "--processes", "1"]
    return Line("extraction", articles, measured(words))


def _number(folder: Path) -> int:
    return sum(pq.read_metadata(path).num_rows for path in folder.glob("*.parquet"))


# --- the report -------------------------------------------------------------------------------

HEAD = """\
# Benchmarks

Written by `python build bench`; do not edit. Python {python}, DuckDB {duckdb}, {cores} cores.

The rows are the real ones. For more of them, every table is multiplied under new ids, so that each
is filled in the same shares. Each line is a command in a process of its own, start and imports
included. CPU seconds are those of the user and of the system together, on all cores: the median of
{runs} runs, or one run above a million rows. Memory is the peak of the process.
"""


def report(lines: Sequence[Line], runs: int) -> str:
    """The figures, and what each line covers and leaves out, in Markdown."""
    head = HEAD.format(
        python=platform.python_version(), duckdb=version("duckdb"), cores=os.cpu_count(), runs=runs
    )
    table = [
        "| stage | rows or articles | CPU seconds | memory, MB |",
        "| --- | ---: | ---: | ---: |",
        *map(_row, lines),
    ]
    told = dict.fromkeys(line.stage for line in lines)
    about = [f"- **{stage}**: {STAGES[stage]}." for stage in told]
    covers = "## What each line covers, and what it leaves out"
    return "\n".join([head, *table, "", covers, "", *about, ""])


def _row(line: Line) -> str:
    seconds, megabytes = line.measured.seconds, line.measured.megabytes
    return f"| {line.stage} | {line.rows:,} | {seconds:.2f} | {megabytes:,.0f} |"
