"""Measure how many wrong edits the check catches, by kind of edit and kind of source."""

import argparse
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.shares import interval
from ice_subpoenas.prose.known import grouped
from printing import Refusal, as_count
from writing import write

from . import published, rows, values, words
from .edits import Edit, World
from .judge import Outcome, outcomes
from .published import Forgery

FOLDER = "docs/data/measured"
FILES = {
    "strength.csv": (
        *("kind", "tier", "possible", "tried", "caught", "percent", "low", "high"),
        *("told", "neither", "seed"),
    ),
    "survivors.csv": ("kind", "tier", "edit"),
}
"""The columns of each file that is recorded there."""
EXAMPLES = 3  # edits of each kind and tier that are named
LONGEST = 140  # characters of an edit that is named
EXAMPLE = "python build mutate --seed 1 --number 40"
KINDS: tuple[Callable[[World], Iterator[Edit | Forgery]], ...] = (
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
    published.forgeries,
)
Counts = dict[tuple[str, str], int]
"""How many edits of each kind and tier are possible."""


def drawn(world: World, number: int, only: str = "") -> tuple[list[Edit | Forgery], Counts]:
    """Up to `number` edits of each kind and tier by chance, and how many were possible."""
    made = (each for make in KINDS for each in make(world) if only in each.kind)
    pools = grouped(made, lambda each: (each.kind, each.tier))
    for (kind, tier), pool in pools.items():
        world.chance(f"{kind}/{tier}").shuffle(pool)
    chosen = [each for pool in pools.values() for each in pool[:number]]
    return chosen, {key: len(pool) for key, pool in pools.items()}


def rates(made: Sequence[Outcome], possible: Counts) -> list[dict[str, Any]]:
    """How many edits of each kind and tier were possible, tried and caught.

    `percent` of them were caught, `low` and `high` are its 95 % interval. `told` are those of which
    `python build changes` tells, caught or not; `neither` is the rest.
    """
    found = list[dict[str, Any]]()
    for (kind, tier), n in possible.items():
        own = [o for o in made if (o.kind, o.tier) == (kind, tier)]
        caught = sum(o.code is not None for o in own)
        shares = caught / max(1, len(own)), *interval(caught, len(own))
        percents = (f"{100 * share:.0f}" for share in shares)
        told = sum(o.told for o in own)
        neither = sum(o.code is None and not o.told for o in own)
        row = (kind, tier, n, len(own), caught, *percents, told, neither)
        found.append(dict(zip(FILES["strength.csv"], row, strict=False)))  # all but the seed
    return found


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build mutate` takes."""
    parser.add_argument("--seed", type=int, default=1, help="seed of the random draw")
    parser.add_argument("--number", type=as_count, default=40, help="edits of each kind and tier")
    parser.add_argument("--only", default="", help="only kinds whose name contains these words")
    parser.add_argument("--record", action="store_true", help=f"write the rates to {FOLDER}")


PRINTED = (
    "{kind} ({tier}): {caught} of {tried}; {possible} possible; "
    "{told} told by changes, {neither} by neither"
)


def run(args: argparse.Namespace) -> int:
    """Measure, and print or record the rates."""
    world = World(args.root, args.seed)
    edits, possible = drawn(world, args.number, args.only)
    if not edits:
        said = f"no kind of edit has {args.only[:80]!r} in its name"
        raise Refusal(f"{said}; {FOLDER}/strength.csv lists the kinds")
    made = outcomes(world, edits)
    found = rates(made, possible)
    for rate in found:
        print(PRINTED.format(**rate))
    if args.record:
        record(args.root, args.seed, found, made)
    return 0


def record(root: Path, seed: int, found: Sequence[dict[str, Any]], made: Sequence[Outcome]) -> None:
    """Write the rates, and examples of edits that were not caught, for the documents to print."""
    done = {(rate["kind"], rate["tier"]) for rate in found}
    left = grouped((o for o in made if o.code is None), lambda o: (o.kind, o.tier))
    shown = [o for own in left.values() for o in own[:EXAMPLES]]
    edits = [{"kind": o.kind, "tier": o.tier, "edit": o.what[:LONGEST]} for o in shown]
    _write(root, "strength.csv", done, [rate | {"seed": seed} for rate in found if rate["tried"]])
    _write(root, "survivors.csv", done, edits)


def _write(
    root: Path, name: str, done: set[tuple[str, str]], rows: Iterable[Mapping[str, object]]
) -> None:
    """Write rows below those on record of kinds that were not measured this time."""
    path = root / FOLDER / name
    old = csv.DictReader(path.read_text("utf-8").splitlines()) if path.is_file() else ()
    kept = [row for row in old if (row["kind"], row["tier"]) not in done]
    text = io.StringIO()
    writer = csv.DictWriter(text, FILES[name], lineterminator="\n")
    writer.writeheader()
    writer.writerows([*kept, *rows])
    write(path, text.getvalue())
