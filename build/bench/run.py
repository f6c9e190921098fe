"""Measure the commands of this project, each in its own process, and write a report.

The rows are the real ones. For more rows, all tables are multiplied under new ids.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from bench.multiply import ONCE, multiply
from bench.shares import table
from extraction.propose import propose
from extraction.quotations.quotations import quotations
from extraction.text.candidates import Candidate
from extraction.text.document import Document
from extraction.text.regions import regions
from ice_subpoenas.tables import TABLES
from printing import Refusal, as_count
from reviewed.paths import ROOT
from writing import write

EXAMPLE = "python build bench --rows 100000 1000000 10000000 --texts news.jsonl --out BENCHMARKS.md"
TABLES_FOLDER = ROOT / "datasets" / "tables"
UNIT = 1024 if sys.platform != "darwin" else 1024 * 1024
"""What the system counts memory in, as a part of a megabyte."""
RUNS = 3
"""Runs of a line, whose median counts."""
MANY = 1_000_000
"""Rows beyond which a line is measured by one run."""
TRACED = ("acts", "denver-1", "served")

STAGES = {
    "check": "all of it: reads the reviewed files and the texts, asks every rule; what the script "
    "proposes for held texts is kept after the first run",
    "build": "all of it: the check, every published file, and the documents",
    "check of tables": "every rule that tables can break; no texts lie beside them, so that words "
    "are not found again in their sources",
    "verify": "the check of tables, the hashes, and generated files made again",
    "trace": "one cell with its words, from the installed files; no rule is asked",
}
"""What is measured, and what each covers and leaves out."""


class Line(NamedTuple):
    """A stage on some rows: CPU seconds, of the user and of the system together, and megabytes at
    the peak."""

    stage: str
    rows: int
    seconds: float
    megabytes: float


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument(
        "--rows",
        type=as_count,
        nargs="*",
        default=[100_000],
        help="multiply the tables to these numbers of rows",
    )
    parser.add_argument(
        "--texts", type=Path, help="measure the extraction, too, on JSON lines with a `text` each"
    )
    parser.add_argument("--out", type=Path, help="Markdown file to write the report to")


def run(args: argparse.Namespace) -> int:
    """Measure, print, and write the report if asked to."""
    if not hasattr(os, "wait4"):
        raise Refusal("the memory of another process cannot be measured on this system")
    extraction = speeds(_texts(args.texts) if args.texts else [])
    print(*extraction, sep="\n")
    lines = []
    for line in _lines(args.rows):
        print(_row(line), flush=True)
        lines.append(line)
    if args.out:
        write(args.out, report(lines, extraction))
    return 0


# --- measuring --------------------------------------------------------------------------------


def _lines(sizes: Sequence[int]) -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield from _real(Path(folder))
        for size in sorted(sizes):
            yield _multiplied(size, Path(folder) / str(size))


def _real(folder: Path) -> Iterator[Line]:
    """Every command on the real rows; what writes, writes into a copy of the checkout."""
    copy = folder / "checkout"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "*cache*", "venv"))
    rows = sum(pq.read_metadata(path).num_rows for path in TABLES_FOLDER.glob("*.parquet"))
    for name, words in {
        "check": ["build", "check"],
        "build": ["build", "--root", str(copy)],
        "check of tables": ["build", "check", "--tables", str(TABLES_FOLDER)],
        "verify": ["-m", "ice_subpoenas.cli", "verify", str(ROOT / "datasets")],
        "trace": ["-m", "ice_subpoenas.cli", "trace", *TRACED, "--data", str(ROOT / "datasets")],
    }.items():
        yield Line(name, rows, *measured(words, RUNS))


def _multiplied(size: int, folder: Path) -> Line:
    """The check of tables, on tables of about so many rows."""
    folder.mkdir()
    tables = {t.table: pq.read_table(TABLES_FOLDER / f"{t.table}.parquet") for t in TABLES}
    once = sum(tables[name].num_rows for name in ONCE)
    copies = max(1, round((size - once) / (sum(t.num_rows for t in tables.values()) - once)))
    # by a process of its own: what starts a process passes its own peak of memory on to it
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        rows = pool.submit(multiply, tables, copies, folder).result()
    found = measured(["build", "check", "--tables", str(folder)], 1 if size > MANY else RUNS)
    shutil.rmtree(folder)
    return Line("check of tables", rows, *found)


def measured(words: Sequence[str], runs: int) -> tuple[float, float]:
    """The median of some runs of `python WORDS`; refused if one ends with another code than 0."""
    found = [_once([sys.executable, *words]) for _ in range(runs)]
    seconds, megabytes = map(statistics.median, zip(*found, strict=True))
    return seconds, megabytes


def _once(words: list[str]) -> tuple[float, float]:
    paths = os.pathsep.join(str(ROOT / name) for name in ("schema", "build"))
    process = subprocess.Popen(
        words, cwd=ROOT, env=os.environ | {"PYTHONPATH": paths}, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        shown = " ".join(Path(word).name for word in words)
        raise Refusal(f"`{shown}` ended with {process.returncode}; measure a sound checkout")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / UNIT


def _quotations(text: str) -> list[Candidate]:
    return quotations(Document(text, regions(text)))


def _texts(path: Path) -> list[str]:
    """The texts of a file of JSON lines; refused if a line has none."""
    try:
        return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refusal(f"{path}: give JSON lines, each with a `text` ({error})") from error


def speeds(texts: Sequence[str]) -> list[str]:
    """The part of the report on reading some texts: the first half and all, which shows how it
    grows; none without texts."""
    if not texts:
        return []
    found = []
    for what, read in (("all kinds", propose), ("quotations alone", _quotations)):
        read(texts[0])  # the first text makes what all share
        for some in (texts[: len(texts) // 2], texts):
            begun = time.process_time()
            for text in some:
                read(text)
            seconds = time.process_time() - begun
            found.append((what, f"{len(some):,}", f"{seconds:.2f}", f"{len(some) / seconds:,.0f}"))
    mean = f"{sum(map(len, texts)) // len(texts):,}"
    said = f"On one core; imports are left out. A text has {mean} characters on average."
    head = ("what is read", "texts", "CPU seconds", "texts a second")
    return ["", "## Extraction from news texts", "", said, "", *table(head, found), ""]


# --- the report -------------------------------------------------------------------------------

HEAD = """\
# Benchmarks

Written by `python build bench`; do not edit. Python {python}, DuckDB {duckdb}, {cores} cores.

The rows are the real ones. For more of them, every table is multiplied under new ids, so that each
is filled in the same shares. Each line is a command in a process of its own, start and imports
included. CPU seconds are those of the user and of the system together, on all cores: the median of
{runs} runs, or one run above a million rows. Memory is the peak of the process.
"""


def report(lines: Sequence[Line], extraction: Sequence[str] = ()) -> str:
    """The figures, what each line covers and leaves out, and those of the extraction."""
    head = HEAD.format(
        python=platform.python_version(), duckdb=version("duckdb"), cores=os.cpu_count(), runs=RUNS
    )
    figures = [
        "| stage | rows | CPU seconds | memory, MB |",
        "| --- | ---: | ---: | ---: |",
        *map(_row, lines),
    ]
    told = dict.fromkeys(line.stage for line in lines)
    about = [f"- **{stage}**: {STAGES[stage]}." for stage in told]
    covers = "## What each line covers, and what it leaves out"
    return "\n".join([head, *figures, "", covers, "", *about, *(extraction or [""])])


def _row(line: Line) -> str:
    return f"| {line.stage} | {line.rows:,} | {line.seconds:.2f} | {line.megabytes:,.0f} |"
