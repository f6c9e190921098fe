"""Wrong values, laid beside the words of other cells to learn how many the auditors let pass.

A planted value is near: a number that stands in the passage, a day close by, a code, body or name
that the same act has elsewhere. It cannot be true beside the published value, and no words give it.
It is kept in the sealed file alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from bench.audit.cells import KINDS, Cell, rank
from bench.audit.passages import passages
from bench.audit.rows import Rows
from bench.audit.verdicts import relation
from ice_subpoenas.derivations import edtf
from printing import Refusal

EACH = 24
"""How many wrong values of each kind are planted; below 20 their share says little."""


def planted(
    rows: Rows, population: Sequence[Cell], drawn: Sequence[Cell], number: int, seed: int
) -> list[tuple[Cell, str]]:
    """So many cells beside a draw, of each kind that occurs in it, each with a wrong value."""
    taken = {cell.place for cell in drawn}
    others = sorted(population, key=lambda cell: rank(seed, "plant", *cell.place))
    found: list[tuple[Cell, str]] = []
    for kind in [kind for kind in KINDS if any(cell.kind == kind for cell in drawn)]:
        free = (cell for cell in others if cell.kind == kind and cell.place not in taken)
        pairs = ((cell, v) for cell in free if (v := wrong(rows, cell, population, seed)))
        some = list(islice(pairs, number))
        if len(some) < number:
            said = f"there is room for {len(some)} wrong values of the kind {kind}"
            raise Refusal(f"{said} beside the sample, and {number} are planted; draw a smaller one")
        found += some
    return found


def wrong(rows: Rows, cell: Cell, population: Sequence[Cell], seed: int) -> str | None:
    """A wrong value for a cell, near the true one; null where none can be made."""
    given = {piece["value"] for piece in rows.giving[cell.place]}
    for near in _near(rows, cell, population):
        fit = {v for v in near if v not in given and relation(rows, cell, cell.value, v) == "other"}
        if fit:
            return min(fit, key=lambda value: rank(seed, "wrong", *cell.place, value))
    return None


def _near(rows: Rows, cell: Cell, population: Sequence[Cell]) -> Iterator[Iterable[str]]:
    """Values to take for wrong ones, the likeliest to be taken for the true one first."""
    if cell.kind == "number":
        said = " ".join(passage["words"] for passage in passages(rows, cell))
        yield re.findall(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w.,/-])", said)
        yield [str(int(cell.value) + 1), str(max(1, int(cell.value) - 1))]
    elif cell.kind == "date":
        yield days_near(cell.value)
    else:
        alike = [
            c for c in population if (c.place[0], c.place[2]) == (cell.place[0], cell.place[2])
        ]
        yield [c.value for c in alike if c.group == cell.group]
        yield [c.value for c in alike]
        yield cell.column.codes


def days_near(value: str) -> list[str]:
    """Days before and after a set of days, as long as it is; of an open set none.

    >>> days_near("2020-01"), days_near("2020-01-13")
    (['2019-12', '2020-02'], ['2020-01-12', '2020-01-14'])
    """
    first, last = edtf.bounds(edtf.parse(value))
    if first is None or last is None:
        return []
    before, after = first - timedelta(1), last + timedelta(1)
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", value):  # a month or a year, not as many days
        return [f"{before}"[: len(value)], f"{after}"[: len(value)]]
    length = last - first
    return [_range(before - length, before), _range(after, after + length)]


def _range(first: date, last: date) -> str:
    return edtf.edtf(edtf.union([(first.toordinal(), last.toordinal())]))
