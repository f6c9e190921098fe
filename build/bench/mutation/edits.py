"""What a wrong edit is, and the sound rows from which edits are made."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from check import stages
from evidence.place import Piece
from ice_subpoenas.prose.known import grouped
from ice_subpoenas.relations.given import phrases_of
from ice_subpoenas.row import Column
from ice_subpoenas.tables import TABLE
from printing import Refusal
from reviewed.files import PhraseEntry
from reviewed.rows import Written
from reviewed.said import Said

Key = tuple[str, str]
"""Table and id of a row."""

OF_THE_PAGE = ("address", "head of the page")
"""Places whose words are about the whole page."""


@dataclass(frozen=True)
class Edit:
    """One wrong edit: the rows that it puts in place, null for a row that it removes.

    `phrase` is a listed phrase and what it is changed to.
    """

    kind: str
    tier: str
    what: str
    rows: Mapping[Key, Written | None]
    phrase: tuple[PhraseEntry, PhraseEntry] | None = None

    @property
    def touched(self) -> set[Key]:
        """The rows at which a reader of changes would look; a retired id tells no fact."""
        rows = {key for key in self.rows if key[0] != "retired_ids"}
        if self.phrase:
            _, new = self.phrase
            rows.add(("phrases", "/".join(filter(None, (new.list_name, new.source, new.phrase)))))
        return rows


class Given(NamedTuple):
    """Words of a row, and the value that they give."""

    row: Written
    number: int
    piece: Piece
    value: str | None
    stance: str

    @property
    def said(self) -> Said:
        """The words as written."""
        return self.row.said[self.number]

    @property
    def column(self) -> Column:
        """The column that the words are for."""
        return self.row.table.stems()[self.piece.cell[2]][0]

    @property
    def tier(self) -> str:
        """Whether the words lie in a held text."""
        return "held" if self.piece.words.span else "quoted"


class World:
    """The sound rows of a checkout, with what their words give."""

    def __init__(self, root: Path, seed: int) -> None:
        checked = stages.run(root)
        if checked.problems or checked.sound is None or checked.relations is None:
            raise Refusal("the rows have problems; fix them first")
        self.sound, self.relations, self.seed = checked.sound, checked.relations, seed
        self.pieces = checked.pieces
        self.phrases = phrases_of(self.relations.con)

    def chance(self, name: str) -> random.Random:
        """Chance that is the same for the same seed and name."""
        return random.Random(f"{self.seed}/{name}")

    @cached_property
    def written(self) -> list[Written]:
        """Every row that people write, in order."""
        return list(self.sound.written.values())

    @cached_property
    def given(self) -> tuple[Given, ...]:
        """All words that give a value, in the order of the rows."""
        told = {
            row[0]: row[1:]
            for row in self.relations.con.execute(
                "SELECT evidence_id, value, stance FROM evidence WHERE derivation <> 'copied'"
            ).fetchall()
        }
        pieces = iter(self.pieces)
        found = [
            Given(row, number, piece, *told[piece.evidence_id])
            for row in self.written
            for number, piece in enumerate(next(pieces) for _ in row.said)
        ]
        return tuple(each for each in found if each.value is not None)

    @cached_property
    def of_cell(self) -> Mapping[tuple[str, str, str], list[Given]]:
        """The words that give each cell."""
        return grouped(self.given, lambda each: each.piece.cell)

    @cached_property
    def of_source(self) -> Mapping[str, list[Given]]:
        """The words of each source."""
        return grouped(self.given, lambda each: each.said.source)

    @cached_property
    def cells(self) -> Mapping[tuple[str, str, str], str]:
        """The value of every claim that has one."""
        sql = "SELECT table_name, row_id, column_name, value FROM cells WHERE value IS NOT NULL"
        return {(t, r, c): v for t, r, c, v in self.relations.con.execute(sql).fetchall()}

    @cached_property
    def ids(self) -> Mapping[str, list[str]]:
        """The ids of every table that people write."""
        keys = grouped(self.sound.written, lambda key: key[0])
        return {table: [row_id for _, row_id in own] for table, own in keys.items()}

    def tier(self, row: Written) -> str:
        """Whether any words of a row lie in a held text."""
        is_held = any(each.source in self.sound.pages and not each.locator for each in row.said)
        return "held" if is_held or row.table.table == "quotes" else "quoted"

    def wrong(self, column: Column, value: str, chance: random.Random) -> str | None:
        """Another value that the column could have; null where there is none."""
        others = sorted(self._others(column, value))
        return chance.choice(others) if others else None

    def _others(self, column: Column, value: str) -> set[str]:
        if column.name.endswith("_edtf"):
            return {moved for days in (-7, -1, 1, 3) if (moved := shifted(value, days)) != value}
        if column.type is int:
            return {str(int(value) + n) for n in (-1, 1, 2) if int(value) + n > 0}
        if column.codes:
            return set(column.codes) - {value}
        if column.references:
            return set(self.ids.get(column.references, ())) - {value}
        same = {v for (t, _, c), v in self.cells.items() if c == column.stem and t in TABLE}
        return same - {value}


def shifted(edtf: str, days: int) -> str:
    """An EDTF string with every day some days later; a month or a year moves by one.

    >>> shifted("[2020-01-06,2020-01-13]", 1), shifted("2020-01", 1)
    ('[2020-01-07,2020-01-14]', '2020-02')
    """

    def later(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + timedelta(days=days)).isoformat()

    moved = re.sub(r"\d{4}-\d\d-\d\d", later, edtf)
    if moved != edtf:
        return moved
    month = re.sub(r"(\d{4}-)(\d\d)$", lambda m: f"{m[1]}{int(m[2]) % 12 + 1:02}", edtf)
    return month if month != edtf else re.sub(r"\d{4}", lambda y: str(int(y[0]) + 1), edtf)


def typed(column: Column, value: str | None) -> Any:
    """A value as a reviewer writes it in a column."""
    return int(value) if value is not None and column.type is int else value


def having(row: Written, **values: object) -> Written:
    """The row with other written values."""
    return replace(row, values=dict(row.values) | values)


def following(row: Written, column: Column, value: str | None) -> Written:
    """The row after its words changed: a value that was written beside them follows."""
    if column.name not in row.values:
        return row
    return having(row, **{column.name: typed(column, value)})


def with_said(row: Written, changed: Mapping[int, Said | None]) -> Written:
    """The row with some of its words changed, or removed where they are null."""
    kept = [changed.get(number, said) for number, said in enumerate(row.said)]
    return replace(row, said=tuple(said for said in kept if said is not None))


def name(given: Given) -> str:
    """The cell that words are for."""
    return "{} {}.{}".format(*given.piece.cell)
