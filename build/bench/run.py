"""Measure extraction, check, publish, variants and trace beside their peers, and write it down.

Everything is made from seeds in a temporary folder; each measurement is a process of its own, so
that its peak memory is its own. What is not installed is named and left out.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench import peers
from bench.tasks import TASKS, LeftOut, quietly
from printing import Refusal

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RUNS = 3
LONG = 60  # seconds; what takes longer is run once
PATIENCE = 7200  # seconds for one measurement
KINDS = {
    "extraction": "articles",
    "check of reviewed rows": "reviewed",
    "publish": "reviewed",
    "trace": "reviewed",
}
"""Stages on something else than tables of quotations."""

PEERS = ("duckdb", "frictionless", "pandera", "polars", "pyarrow", "pydantic", "spacy", "textacy")
COLORS = ("#1b6ca8", "#d1495b", "#66a182", "#edae49", "#8d6a9f", "#5f5f5f", "#00798c")


@dataclass
class Measured:
    """The runs of one tool on one size of a stage."""

    stage: str
    tool: str
    size: int
    rows: int
    seconds: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    """Megabytes of the process, or of the largest of its own."""
    left_out: str | None = None

    @property
    def median(self) -> float:
        """The median of the seconds; there must be some."""
        return statistics.median(self.seconds)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build bench` takes."""
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=list(SIZES),
        help="numbers of quotations; "
        "a tenth as many articles, and of reviewed texts 12 for a thousand, doubled by every ten",
    )
    parser.add_argument("--stages", nargs="+", choices=list(TASKS), default=list(TASKS))
    parser.add_argument("--runs", type=int, default=RUNS, help="of each; the median counts")
    parser.add_argument("--out", type=Path, help="a Markdown file")
    parser.add_argument("--plot", type=Path, help="an SVG file; beside the other if not named")
    parser.add_argument(
        "--data",
        type=Path,
        help="a JSON file of what was measured: stages that are measured now replace those in it, "
        "and the report tells of all",
    )
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Measure, print, and write the report if asked to."""
    if args.one:
        return _one(*args.one)
    if min(args.sizes) < 200 or args.runs < 1:
        raise Refusal("sizes begin at 200, and there is at least one run")
    measured = _measured(args)
    drawn = args.plot or (args.out and args.out.with_suffix(".svg"))
    text = report(measured, args, os.path.relpath(drawn, args.out.parent) if args.out else None)
    print(text)
    if args.out:
        args.out.write_text(text, "utf-8")
    if drawn:
        drawn.write_text(plot(measured), "utf-8")
    return 0


def _measured(args: argparse.Namespace) -> list[Measured]:
    """The stages that are asked for, and others that an earlier run measured."""
    found = [each for each in _kept(args.data) if each.stage not in args.stages]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for stage in args.stages:
            found += _stage(stage, sorted(set(args.sizes)), args.runs, Path(folder))
    order = list(TASKS)
    found.sort(key=lambda each: order.index(each.stage))
    if args.data:
        args.data.write_text(json.dumps([asdict(each) for each in found], indent=1) + "\n")
    return found


def _kept(data: Path | None) -> list[Measured]:
    """What an earlier run measured."""
    if data is None or not data.is_file():
        return []
    try:
        found = [Measured(**each) for each in json.loads(data.read_text("utf-8"))]
    except (ValueError, TypeError) as error:
        raise Refusal(f"{data} holds no measurements: {error}") from None
    return [each for each in found if each.tool in TASKS.get(each.stage, ())]


# --- measuring --------------------------------------------------------------------------------


def _stage(stage: str, sizes: list[int], runs: int, folder: Path) -> list[Measured]:
    found: list[Measured] = []
    for size in sizes:
        place, number, rows = _made(KINDS.get(stage, "tables"), size, folder)
        for tool in TASKS[stage]:
            each = Measured(stage, tool, number, rows)
            while each.left_out is None and len(each.seconds) < runs:
                _measure(each, place)
                if each.seconds and each.seconds[0] > LONG:
                    break
            shown = each.left_out or f"{each.median:.3f} s"
            print(f"{stage}, {number}: {tool}: {shown}", file=sys.stderr)
            found.append(each)
    return found


def _number(kind: str, size: int) -> int:
    """How many articles, reviewed texts or quotations belong to a size.

    >>> [_number("reviewed", size) for size in SIZES]
    [12, 25, 50, 100]
    """
    if kind == "articles":
        return max(1, size // 10)
    return int(12.5 * 2 ** (math.log10(size) - 3)) if kind == "reviewed" else size


def _made(kind: str, size: int, folder: Path) -> tuple[Path, int, int]:
    """Make what a stage of a size needs, once; its folder, its number and its rows."""
    number = _number(kind, size)
    place = folder / f"{kind}-{number}"
    if not place.exists():
        option = [] if kind == "articles" else [f"--{kind}"]
        _program(["corpus", *option, str(number), "--out", str(place)])
    return place, number, _rows(place, kind, number)


def _rows(place: Path, kind: str, number: int) -> int:
    """How many rows, texts or blocks the work is on."""
    import pyarrow.parquet as pq

    if kind == "articles":
        return number
    if kind == "tables":
        files = [path for path in place.glob("*.parquet") if path.stem != "texts"]
        return sum(pq.read_metadata(path).num_rows for path in files)
    from check.stages import run as check

    return len(check(place).drafts)


def _program(words: list[str]) -> None:
    program = Path(__file__).parents[1]
    subprocess.run([sys.executable, str(program), *words], check=True, stdout=subprocess.DEVNULL)


def _measure(each: Measured, place: Path) -> None:
    """Run one task in a process of its own; note its seconds and its peak memory."""
    words = ["bench", "--one", each.stage, each.tool, str(place)]
    program = [sys.executable, str(Path(__file__).parents[1]), *words]
    child = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    out, error = child.communicate(timeout=PATIENCE)
    told = (out.strip() or error.strip() or "it died").splitlines()[-1]
    if child.returncode or not told.startswith("{"):
        each.left_out = told.removeprefix("left out: ")
        return
    data = json.loads(told)
    each.seconds.append(data["seconds"])
    each.peaks.append(data["peak"])


def _one(stage: str, tool: str, folder: str) -> int:
    """Carry out one task and print how long it took and how much memory it had at most."""
    import resource

    try:
        work = TASKS[stage][tool](Path(folder))
    except LeftOut as why:
        print(f"left out: {why}")
        return 0
    except ModuleNotFoundError as missing:
        print(f"left out: {missing.name} is not installed")
        return 0
    start = time.perf_counter()
    quietly(work)
    seconds = time.perf_counter() - start
    unit = 2**20 if sys.platform == "darwin" else 2**10
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(who).ru_maxrss for who in whose) / unit
    print(json.dumps({"seconds": seconds, "peak": peak}))
    return 0


# --- reporting --------------------------------------------------------------------------------


def report(measured: list[Measured], args: argparse.Namespace, drawn: str | None) -> str:
    """The report in Markdown, with the plot if there is one."""
    lines = ["# Benchmarks", "", *_preface(args)]
    if drawn:
        lines += [f"![Seconds by rows for every stage, on logarithmic scales]({drawn})", ""]
    for stage in dict.fromkeys(each.stage for each in measured):
        lines += _section(stage, [each for each in measured if each.stage == stage])
    return "\n".join(lines)


def _preface(args: argparse.Namespace) -> list[str]:
    sizes = " ".join(map(str, args.sizes))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return [
        f"Written by `python build bench --sizes {sizes} --runs {args.runs} --out BENCHMARKS.md`, "
        "with the extra `bench`. All data is invented; each run is a process of its own.",
        "",
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{', '.join(map(peers.version, PEERS))}.",
        "",
        f"Seconds are the median of {args.runs} runs, or of one run of more than {LONG} s. "
        "Memory is the peak of the process, or of the largest of several. "
        "Growth is the exponent of the time between the sizes: 1 is in step with them, "
        "less is a fixed cost that weighs on the small ones. "
        "The ratio is the tool’s time by that of the first line, "
        "at the largest size that it was measured at.",
        "",
    ]


def _section(stage: str, measured: list[Measured]) -> list[str]:
    sizes = {each.size: each.rows for each in sorted(measured, key=lambda each: each.size)}
    unit = "articles" if stage == "extraction" else "rows"
    cells = " | ".join(f"{rows:,} {unit}" for rows in sizes.values())
    lines = [f"## {stage[0].upper()}{stage[1:]}", ""]
    lines += [f"| tool | {cells} | {unit} a second | growth | ratio |"]
    lines += ["| --- |" + " ---: |" * (len(sizes) + 3)]
    tools = dict.fromkeys(each.tool for each in measured)
    first = {each.size: each for each in measured if each.tool == next(iter(tools))}
    for tool in tools:
        own = {each.size: each for each in measured if each.tool == tool}
        lines.append(_line(tool, [own[size] for size in sizes if size in own], first))
    return [*lines, ""]


def _line(tool: str, own: list[Measured], first: dict[int, Measured]) -> str:
    cells = [_cell(each) for each in own]
    known = [each for each in own if each.seconds]
    if not known:
        return f"| {tool} | {' | '.join(cells)} | | | |"
    last = known[-1]
    pace = f"{last.rows / last.median:,.0f}"
    beside = [each for each in known if first[each.size].seconds]
    ratio = ""
    if beside and tool != first[last.size].tool:
        most = beside[-1]
        ratio = f"{most.median / first[most.size].median:,.2f} at {most.rows:,}"
    return f"| {tool} | {' | '.join(cells)} | {pace} | {growth(known)} | {ratio} |"


def _cell(each: Measured) -> str:
    if not each.seconds:
        return each.left_out or "left out"
    return f"{each.median:,.3g} s, {statistics.median(each.peaks):,.0f} MB"


def growth(measured: list[Measured]) -> str:
    """The exponent of time over size, by least squares on logarithms; empty for one size."""
    points = [(math.log(each.rows), math.log(each.median)) for each in measured]
    if len({x for x, _ in points}) < 2:
        return ""
    mx, my = (statistics.fmean(values) for values in zip(*points, strict=True))
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return f"{slope:.2f}"


# --- the plot ---------------------------------------------------------------------------------

WIDE, HIGH, LEFT, TOP, ACROSS = 300, 210, 48, 34, 2


def plot(measured: list[Measured]) -> str:
    """Seconds by rows for every stage, on logarithmic scales, as SVG."""
    stages = list(dict.fromkeys(each.stage for each in measured if each.seconds))
    height = (HIGH + 70) * -(-len(stages) // ACROSS) + 10
    width = (WIDE + 190) * ACROSS
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for number, stage in enumerate(stages):
        x, y = number % ACROSS * (WIDE + 190) + LEFT, number // ACROSS * (HIGH + 70) + TOP
        parts.append(f'<g transform="translate({x},{y})">')
        parts += _panel(stage, [m for m in measured if m.stage == stage and m.seconds])
        parts.append("</g>")
    return "\n".join([*parts, "</svg>", ""])


def _panel(stage: str, measured: list[Measured]) -> list[str]:
    rows, times = [m.rows for m in measured], [m.median for m in measured]
    x0, x1 = _decades(rows)
    y0, y1 = _decades(times)

    def at(row: float, second: float) -> tuple[float, float]:
        across = WIDE * (math.log10(row) - x0) / (x1 - x0)
        return across, HIGH - HIGH * (math.log10(second) - y0) / (y1 - y0)

    parts = [f'<text x="0" y="-12" font-size="13" font-weight="bold">{stage}</text>']
    parts.append(f'<rect width="{WIDE}" height="{HIGH}" fill="none" stroke="#999"/>')
    for power in range(x0, x1 + 1):
        x = at(10**power, 10**y0)[0]
        parts.append(f'<text x="{x:.1f}" y="{HIGH + 15}" text-anchor="middle">{10**power:,}</text>')
    for power in range(y0, y1 + 1):
        y = at(10**x0, 10**power)[1]
        parts.append(f'<text x="-5" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
        parts.append(f'<path d="M0 {y:.1f}H{WIDE}" stroke="#ddd"/>')
    for number, tool in enumerate(dict.fromkeys(m.tool for m in measured)):
        points = [at(m.rows, m.median) for m in measured if m.tool == tool]
        parts += _curve(tool, points, COLORS[number % len(COLORS)], number)
    return parts


def _curve(tool: str, points: list[tuple[float, float]], color: str, number: int) -> list[str]:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    marks = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in points]
    label = f'<text x="{WIDE + 8}" y="{14 + 16 * number}" fill="{color}">{tool}</text>'
    return [f'<path d="M{path}" fill="none" stroke="{color}" stroke-width="2"/>', *marks, label]


def _decades(values: list[float] | list[int]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)
