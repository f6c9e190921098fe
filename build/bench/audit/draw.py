"""Draw values, plant wrong ones among them, and write a folder of forms for each reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.audit import forms, sealed
from bench.audit.cells import Cell, cells, rank, sample, strata
from bench.audit.plant import planted
from bench.audit.rows import Rows

TWICE = 2  # readers of each value


@dataclass(frozen=True)
class Asked:
    """A cell that readers are asked for, and the value that is judged: the published one, or one
    that is planted and wrong. `n_cells` is the size of its stratum."""

    cell: Cell
    value: str
    is_planted: bool
    n_cells: int


def drawn(rows: Rows, number: int, plant: int, seed: int) -> list[Asked]:
    """The values to ask for, planted ones among them, in random order; the same for a seed."""
    population = cells(rows)
    sizes = {key: len(part) for key, part in strata(population).items()}
    chosen = sample(population, number, seed)
    found = [Asked(cell, cell.value, False, sizes[cell.stratum]) for cell in chosen]
    found += [
        Asked(cell, value, True, sizes[cell.stratum])
        for cell, value in planted(rows, population, chosen, plant, seed)
    ]
    return sorted(found, key=lambda asked: rank(seed, "order", *asked.cell.place))


def dealt(asked: Sequence[Asked], readers: int, seed: int) -> dict[str, dict[str, int]]:
    """Which values each reader gets, each value two readers, under numbers of the reader's own."""
    hands: dict[str, list[int]] = {f"reader-{n}": [] for n in range(1, readers + 1)}
    names = list(hands)
    for n in range(len(asked)):
        for k in range(TWICE):
            hands[names[(n + k) % readers]].append(n)
    return {
        name: numbered(sorted(own, key=lambda n: rank(seed, name, *asked[n].cell.place)))
        for name, own in hands.items()
    }


def numbered(order: Sequence[int]) -> dict[str, int]:
    """Form numbers, from 001.

    >>> numbered([4, 2])
    {'001': 4, '002': 2}
    """
    return {f"{n:03d}": each for n, each in enumerate(order, 1)}


def put(rows: Rows, folder: Path, asked: Sequence[Asked], readers: int, seed: int) -> None:
    """Write the sealed file and a folder for each reader."""
    hands = dealt(asked, readers, seed)
    told = [forms.form(rows, each.cell) for each in asked]
    files = {name: _files(rows, hand, asked, told) for name, hand in hands.items()}
    content = {
        "audit": "values",
        "seed": seed,
        "asked": [_sealed(each) for each in asked],
        "readers": hands,
        "forms": {name: sealed.digest(own) for name, own in files.items()},
    }
    draw = sealed.seal(folder, content)
    for name, own in files.items():
        readme = {sealed.MARK: forms.README.format(n=len(hands[name]))}
        answers = {sealed.ANSWERS: forms.skeleton(draw, name, hands[name])}
        sealed.put(folder / name, readme | answers | own)


def _files(
    rows: Rows, hand: Mapping[str, int], asked: Sequence[Asked], told: Sequence[Mapping[str, Any]]
) -> sealed.Files:
    """The forms and lists of one reader."""
    own = [asked[n].cell for n in hand.values()]
    written = {f"forms/{number}.toml": forms.written(number, told[n]) for number, n in hand.items()}
    return written | forms.lists(rows, own)


def _sealed(asked: Asked) -> dict[str, Any]:
    cell = asked.cell
    return {
        "place": list(cell.place),
        "kind": cell.kind,
        "tier": cell.tier,
        "value": asked.value,
        "is_planted": asked.is_planted,
        "n_cells": asked.n_cells,
    }
