"""Measure how many wrong edits the check catches, by kind and by where the words lie."""

from __future__ import annotations

import argparse
import csv
import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from bench.intervals import interval
from ice_subpoenas.prose.known import grouped
from writing import write

from . import judge, published, rows, values, words
from .edits import Edit, World

FOLDER = "docs/data/measured"
EXAMPLES = 3  # edits of each kind and tier that are named
LONGEST = 140  # characters of an edit that is named
EXAMPLE = "python build mutate --seed 1 --number 40"
KINDS: tuple[Callable[[World], Iterator[Edit]], ...] = (
    values.against_words,
    *(partial(values.inferences, named=named) for named in (False, True)),
    *(partial(values.invented, named=named) for named in (False, True)),
    *(partial(values.filled, named=named) for named in (False, True)),
    values.reasons,
    values.losing_sides,
    values.dropped_conflicts,
    *(partial(words.moved, about=about) for about in (False, True)),
    words.roles,
    words.speakers,
    words.phrases,
    rows.swapped,
    rows.parents,
    rows.kinds,
    rows.removed,
)
Counts = dict[tuple[str, str], int]
"""How many edits of each kind and tier are possible."""
T = TypeVar("T", Edit, published.Forgery)


class Rate(NamedTuple):
    """How many edits of a kind were possible, tried and caught, with a 95 % interval.

    `told` are those of which `python build changes` tells, caught or not; `neither` is the rest.
    """

    kind: str
    tier: str
    possible: int
    tried: int
    caught: int
    told: int
    neither: int
    low: float
    high: float


class Outcome(NamedTuple):
    """An edit, the code of the problem that told of it, and whether `changes` tells of it."""

    kind: str
    tier: str
    what: str
    code: str | None
    told: bool


def drawn(world: World, number: int, only: str = "") -> tuple[list[Edit], Counts]:
    """Up to `number` edits of each kind and tier by chance, and how many were possible."""
    return _drawn(world, (edit for make in KINDS for edit in make(world)), number, only)


def _drawn(world: World, made: Iterable[T], number: int, only: str = "") -> tuple[list[T], Counts]:
    pools = grouped((each for each in made if only in each.kind), lambda e: (e.kind, e.tier))
    for (kind, tier), pool in pools.items():
        world.chance(f"{kind}/{tier}").shuffle(pool)
    chosen = [each for pool in pools.values() for each in pool[:number]]
    return chosen, {key: len(pool) for key, pool in pools.items()}


def measured(world: World, number: int, only: str = "") -> tuple[list[Outcome], Counts]:
    """The outcome of edits of every kind."""
    edits, possible = drawn(world, number, only)
    found = _outcomes(edits, judge.judged(world, edits))
    if only in published.KIND:
        forged, more = _drawn(world, published.forgeries(world), number)
        found += _outcomes(forged, published.judged(world, forged))
        possible |= more
    return found, possible


def _outcomes(tried: Sequence[T], judged: judge.Judged) -> list[Outcome]:
    return [
        Outcome(each.kind, each.tier, each.what, judged.codes.get(n), n in judged.shown)
        for n, each in enumerate(tried)
    ]


def rates(outcomes: Sequence[Outcome], possible: Counts) -> list[Rate]:
    """Edits possible, tried and caught by kind and tier."""
    found = []
    for kind, tier in possible:
        own = [o for o in outcomes if (o.kind, o.tier) == (kind, tier)]
        n = sum(o.code is not None for o in own)
        told = sum(o.told for o in own)
        neither = sum(o.code is None and not o.told for o in own)
        ends = interval(n, len(own))
        found.append(Rate(kind, tier, possible[kind, tier], len(own), n, told, neither, *ends))
    return found


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build mutate` takes."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=40, help="edits of each kind and tier")
    parser.add_argument("--only", default="", help="kinds whose name holds these words")
    parser.add_argument(
        "--survivors", action="store_true", help="name each edit that is not caught"
    )
    parser.add_argument("--record", action="store_true", help=f"write the rates to {FOLDER}")


def run(args: argparse.Namespace) -> int:
    """Measure, and print or record the rates."""
    begun = time.process_time()
    outcomes, possible = measured(World(args.root, args.seed), args.number, args.only)
    found = rates(outcomes, possible)
    for rate in found:
        print(
            f"{rate.kind} ({rate.tier}): {rate.caught} of {rate.tried}; {rate.possible} possible; "
            f"{rate.told} told by changes, {rate.neither} by neither"
        )
    if args.survivors:
        for o in outcomes:
            print(f"{o.code or 'NOT CAUGHT'}: {o.kind} ({o.tier}): {o.what}")
    if args.record:
        record(args.root, args.seed, found, outcomes)
    print(f"{time.process_time() - begun:.0f} s", file=sys.stderr)
    return 0


def record(root: Path, seed: int, found: Sequence[Rate], outcomes: Sequence[Outcome]) -> None:
    """Write the rates, and examples of edits that were not caught, for the documents to print."""
    head = (*Rate._fields[:5], "percent", "low", "high", "told", "neither", "seed")
    rows = [
        (
            *rate[:5],
            *(f"{100 * x:.0f}" for x in (rate.caught / rate.tried, rate.low, rate.high)),
            *(rate.told, rate.neither, seed),
        )
        for rate in found
        if rate.tried
    ]
    done = {(rate.kind, rate.tier) for rate in found}
    _write(root / FOLDER / "strength.csv", [head, *_kept(root, "strength.csv", done), *rows])
    left = grouped((o for o in outcomes if o.code is None), lambda o: (o.kind, o.tier))
    shown = [(*key, o.what[:LONGEST]) for key, own in left.items() for o in own[:EXAMPLES]]
    others = _kept(root, "survivors.csv", done)
    _write(root / FOLDER / "survivors.csv", [("kind", "tier", "edit"), *others, *shown])


def _kept(root: Path, name: str, done: set[tuple[str, str]]) -> list[list[str]]:
    """The recorded rows of kinds that were not measured this time."""
    path = root / FOLDER / name
    if not path.is_file():
        return []
    _, *rows = csv.reader(path.read_text("utf-8").splitlines())
    return [row for row in rows if tuple(row[:2]) not in done]


def _write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text.getvalue())
