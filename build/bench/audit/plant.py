"""Wrong values, laid beside the words of other cells to learn how many the auditors let pass.

A planted value is near: a number that stands in the passage, a day close by, a code, body or name
that the same act has elsewhere. It cannot be true beside the published value, and no piece of
evidence gives it. It is kept in the sealed file alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from bench.audit.cells import KINDS, Cell, rank
from bench.audit.compare import relation
from bench.audit.passages import passages
from bench.audit.rows import Rows, column_of
from ice_subpoenas.derivations import edtf
from ice_subpoenas.tables import TABLE
from printing import Refusal

FEWEST = 20
"""Planted values of a kind below which their share says little."""

Planted = tuple[Cell, str]
"""A cell, and the wrong value that it is judged by."""


def planted(
    rows: Rows, population: Sequence[Cell], drawn: Iterable[Cell], number: int, seed: int
) -> list[Planted]:
    """So many planted values of each kind that occurs in a draw, on cells beside it."""
    taken = {cell.place for cell in drawn}
    others = sorted(population, key=lambda cell: rank(seed, "plant", *cell.place))
    found: list[Planted] = []
    for kind in KINDS:
        if not number or not any(c.kind == kind and c.place in taken for c in population):
            continue
        free = (cell for cell in others if cell.kind == kind and cell.place not in taken)
        pairs = ((cell, wrong(rows, cell, population, seed)) for cell in free)
        some = list(islice(((c, value) for c, value in pairs if value is not None), number))
        if len(some) < number:
            said = f"there is room for {len(some)} wrong values of the kind {kind}"
            raise Refusal(f"--plant {number}: {said} beside the sample; draw a smaller sample")
        found += some
    return found


def wrong(rows: Rows, cell: Cell, population: Sequence[Cell], seed: int) -> str | None:
    """A wrong value for a cell, near the true one; null where none can be made."""
    given = {str(piece["value"]) for piece in rows.evidence[cell.place]}
    for near in _near(rows, cell, population):
        fit = sorted(
            {v for v in near if v not in given and relation(rows, cell, cell.value, v) == "other"},
            key=lambda value: rank(seed, "wrong", *cell.place, value),
        )
        if fit:
            return fit[0]
    return None


def _near(rows: Rows, cell: Cell, population: Sequence[Cell]) -> Iterator[Iterable[str]]:
    """Values to take for wrong ones, the likeliest to be taken for the true one first."""
    if cell.kind == "number":
        said = " ".join(passage["words"] for passage in passages(rows, cell))
        yield re.findall(r"(?<![\w.,/-])[1-9]\d{0,2}(?![\w.,/-])", said)
        yield [str(int(cell.value) + 1), str(max(1, int(cell.value) - 1))]
    elif cell.kind == "date":
        yield _days_near(cell.value)
    else:
        alike = [
            c for c in population if c.place[0] == cell.place[0] and c.place[2] == cell.place[2]
        ]
        yield [c.value for c in alike if c.group == cell.group]
        yield [c.value for c in alike]
        yield column_of(TABLE[cell.place[0]], cell.place[2]).codes


def _days_near(value: str) -> list[str]:
    """Days a little before and after a set of days, as long as it is.

    >>> _days_near("2020-01")
    ['2020-02', '2019-12']
    >>> _days_near("2020-01-13")[:2]
    ['2020-01-14', '2020-01-12']
    """
    chosen = edtf.parse(value)
    first, last = chosen[0][0], chosen[-1][1]
    if first == edtf.FIRST or last == edtf.LAST:
        return []
    whole = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", value)
    if whole:
        return [_shifted(int(whole[1]), int(whole[2]) if whole[2] else None, by) for by in (1, -1)]
    length = last - first + 1
    moved = (
        edtf.union((a + by, b + by) for a, b in chosen)
        for by in (length, -length, 7 * length, -7 * length)
    )
    return [edtf.edtf(days) for days in moved if days]


def _shifted(year: int, month: int | None, by: int) -> str:
    """The next or the last month or year."""
    if month is None:
        return str(year + by)
    return f"{date(year + (month - 1 + by) // 12, (month - 1 + by) % 12 + 1, 1):%Y-%m}"
