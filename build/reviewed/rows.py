"""From blocks of reviewed files to drafts of rows with their cells: what was written, once each.

A draft holds what a reviewer wrote for one row: values by column, reasons for nulls, and the words
for each cell. Nothing is looked up in a text here.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from check.rules import Problem
from ice_subpoenas import TABLE, Row
from ice_subpoenas.row import Column
from reviewed.files import Inputs, Record

ARGUMENTS = "words within by value anchor direction bound members reason group via bears".split()
BLOCK_KEYS = ("source", "words", "within", "cells", "via", "reason", "by", "group")
NOT_TABLES = ("left_out", "rejections", "readings")


UNPUBLISHABLE = ("", "nan", "NaT")  # texts that readers of the published files take for a null
LARGEST = 2**31  # the integers of the published files are smaller


@dataclass
class Cell:
    """One piece of evidence as written: where it is said, and for which column."""

    column: str
    source: str
    passage: str | None
    passage_within: str | None
    given: dict[str, Any]
    file: str
    line: int
    cited: bool = False
    locator: str | None = None


@dataclass
class Draft:
    """One row as written."""

    table: type[Row]
    row_id: str
    values: dict[str, Any]
    absent: dict[str, str]
    cells: list[Cell]
    record: Record
    extra: dict[str, Any] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)
    """Stems with a problem already told; what follows from it is not told again."""

    @property
    def file(self) -> str:
        return self.record.file

    def line(self, *keys: str | int) -> int:
        """Line of one of the row's keys in the reviewed file."""
        return self.record.line(*keys)

    def problem(self, code: str, message: str, remedy: str, *keys: str | int) -> Problem:
        """A problem of this row, at the line of a key."""
        where = f"{self.table.table} {self.row_id}: "
        return Problem(self.file, self.line(*keys), code, where + message, remedy)


def drafts(inputs: Inputs) -> tuple[list[Draft], list[Record], list[Problem]]:
    """Drafts of every row, the blocks that are no rows (`left_out` and the like), and problems."""
    found: list[Draft] = []
    others: list[Record] = []
    problems: list[Problem] = []
    for record in inputs.records:
        if record.table in NOT_TABLES:
            others.append(record)
        elif record.table not in TABLE or record.table in COMPUTED:
            problems.append(_unknown_table(record))
        else:
            found += from_record(record, problems)
    return found, others, problems


COMPUTED = frozenset(
    "overlaps quote_variants evidence absences ledger reviews phrases codes dictionary "
    "attributions".split()
)
"""Tables whose rows are made from others, or written in another form."""


def _unknown_table(record: Record) -> Problem:
    names = [name for name in TABLE if name not in COMPUTED] + list(NOT_TABLES)
    return Problem(
        record.file,
        record.line(),
        "unknown-table",
        f"no table is called {record.table!r}",
        nearest(record.table, names, "write one of the tables that `python build new` lists"),
    )


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """'did you mean …?' with the closest known word, or another remedy."""
    close = difflib.get_close_matches(str(word)[:200], list(known), 1, 0.5)
    return f"did you mean {close[0]!r}?" if close else otherwise


def from_record(record: Record, problems: list[Problem]) -> Iterator[Draft]:
    table = TABLE[record.table]
    data = dict(record.data)
    ids = _ids(record, table, data, problems)
    said = [*_said(record, data.pop("said", []), problems)]
    cited = [*_cited(record, data.pop("cited", []), problems)]
    absent = _absent(record, data.pop("absent", {}), problems)
    extra = _extra(record, table, data, problems)
    values = {
        name: value
        for key, given in data.items()
        for name, value in _value(record, table, key, given, problems)
    }
    if table.table == "quotes" or table.table == "policy_statements":
        values.setdefault("source_id", Path(record.file).stem)
    for row_id in ids:
        row = {table.key: row_id} | values
        yield Draft(table, row_id, row, dict(absent), said + cited, record, extra)


def _extra(
    record: Record, table: type[Row], data: dict[str, Any], problems: list[Problem]
) -> dict[str, Any]:
    """What a block holds besides its columns: texts that are required, `within`, and a chain."""
    found: dict[str, Any] = {}
    for key in EXTRA.get(table.table, ()):
        value = data.pop(key, None)
        if value is None and key not in ("within", "chain"):
            problems.append(
                _bad_extra(record, key, "missing-column", "is missing", f'add {key} = "…"')
            )
        elif key == "chain" and value is not None:
            if not isinstance(value, list) or not all(isinstance(hop, dict) for hop in value):
                remedy = "begin each hop with [[quotes.chain]]"
                problems.append(
                    _bad_extra(record, key, "wrong-value", "is no list of hops", remedy)
                )
        elif value is not None and not isinstance(value, str):
            problems.append(
                _bad_extra(record, key, "wrong-value", "is no text", "write words of the text")
            )
        if value is not None:
            found[key] = value
    return found


def _bad_extra(record: Record, key: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(record.file, record.line(key), code, f"{record.table}.{key} {message}", remedy)


EXTRA = {"quotes": ("words", "within", "chain"), "regions": ("begins", "ends")}
"""Keys that a block of a table may have besides its columns."""


def _ids(
    record: Record, table: type[Row], data: dict[str, Any], problems: list[Problem]
) -> list[str]:
    if table.table == "regions":
        return [f"{Path(record.file).stem}-r{int(record.path[1]) + 1:02d}"]
    ids = data.pop("ids", None)
    if ids is None:
        ids = [data.pop(table.key, None)]
    column = table.column_map()[table.key]
    if not isinstance(ids, list) or not ids or any(_valid(column, each) for each in ids):
        problems.append(
            Problem(
                record.file,
                record.line(table.key),
                "missing-column" if ids == [None] else "wrong-value",
                f"{table.table}: {table.key} is {'missing' if ids == [None] else 'no valid id'}",
                "write lower-case letters, digits and hyphens, such as denver-1-a",
            )
        )
        return []
    return ids


def _value(
    record: Record, table: type[Row], key: str, given: Any, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    """The column that a key writes, and its value; a date stem is written under the stem's name."""
    columns = table.column_map()
    if f"{key}_edtf" in columns:
        key = f"{key}_edtf"
        given = given.isoformat() if isinstance(given, date) else given
    column = columns.get(key)
    if column is None or column.role == "derived" or key == table.key or _is_bound(table, key):
        problems.append(_unknown_column(record, table, key))
        return
    message = _valid(column, given)
    if message is None:
        yield key, given
        return
    remedy = nearest(str(given), column.codes, f"see `python build new {table.table}`")
    problems.append(
        Problem(
            record.file, record.line(key), "wrong-value", f"{table.table}.{key}: {message}", remedy
        )
    )


def _is_bound(table: type[Row], key: str) -> bool:
    return key.endswith(("_earliest", "_latest")) and key.rpartition("_")[0] in table.stems()


def _unknown_column(record: Record, table: type[Row], key: str) -> Problem:
    stem = key.removesuffix("_edtf").removesuffix("_earliest").removesuffix("_latest")
    known = writable(table)
    said = "is computed and never written" if key in table.column_map() else "is not a column"
    remedy = (
        f"write {stem!r}"
        if stem in known
        else nearest(key, known, "remove it, or see `python build new`")
    )
    return Problem(
        record.file, record.line(key), "unknown-column", f"{table.table}: {key!r} {said}", remedy
    )


@cache
def writable(table: type[Row]) -> tuple[str, ...]:
    """The names that a reviewer may write in a row of a table, in order."""
    names: list[str] = []
    for stem, columns in table.stems().items():
        if columns[0].name.endswith("_edtf"):
            names.append(stem)
        else:
            names += [column.name for column in columns if column.role != "derived"]
    return (*names, *EXTRA.get(table.table, ()), "ids", "absent", "said", "cited")


@cache
def _adapter(table_column: tuple[str, str]) -> TypeAdapter[Any]:
    table, name = table_column
    return TypeAdapter(TABLE[table].column_map()[name].annotation)


@cache
def _owner(column: Column) -> tuple[str, str]:
    for table in TABLE.values():
        if column in table.columns():
            return table.table, column.name
    raise LookupError(column.name)


def _valid(column: Column, value: Any) -> str | None:
    """What is wrong with a value for a column; null if nothing is."""
    if value is None:
        return "a value is missing"
    if value in UNPUBLISHABLE or (type(value) is int and abs(value) >= LARGEST):
        return f"{value!r} cannot be published"
    try:
        _adapter(_owner(column)).validate_python(value, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        shown = repr(value)
        return f"{first['msg']}, not {shown if len(shown) < 60 else shown[:57] + '…'}"
    return None


def _absent(record: Record, given: Any, problems: list[Problem]) -> dict[str, str]:
    if isinstance(given, dict) and all(isinstance(value, str) for value in given.values()):
        return dict(given)
    problems.append(
        Problem(
            record.file,
            record.line("absent"),
            "wrong-value",
            "absent is no table of columns and reasons",
            'write absent = { age = "not_stated" }',
        )
    )
    return {}


def _blocks(
    record: Record, name: str, blocks: Any, problems: list[Problem]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The well-formed `said` or `cited` blocks of a row, with their numbers."""
    for index, block in enumerate(blocks if isinstance(blocks, list) else [blocks]):
        if isinstance(block, dict) and isinstance(block.get("cells"), dict):
            yield index, block
            continue
        problems.append(
            Problem(
                record.file,
                record.line(name, index),
                "wrong-value",
                f"{record.table}.{name} has no table of cells",
                'write cells = { column = "words" }',
            )
        )


def _said(record: Record, blocks: Any, problems: list[Problem]) -> Iterator[Cell]:
    for index, block in _blocks(record, "said", blocks, problems):
        at = ("said", index)
        unknown = [key for key in block if key not in BLOCK_KEYS]
        texts = [block.get(key) for key in ("source", "words", "within") if key in block]
        if unknown or not all(isinstance(text, str) for text in texts) or "words" not in block:
            problems.append(_bad_block(record, at, unknown))
            continue
        for column, given in block["cells"].items():
            line = record.line(*at, "cells", column)
            inherited: dict[str, Any] = {
                key: block[key] for key in ("via", "reason", "by", "group") if key in block
            }
            own = {"words": given} if isinstance(given, str) else given
            cell: dict[str, Any] = inherited | own if isinstance(own, dict) else {}
            if not isinstance(own, dict) or not _arguments_fit(cell):
                problems.append(_bad_arguments(record, line, column, cell))
                continue
            yield Cell(
                column=column,
                source=block.get("source", Path(record.file).stem),
                passage=block["words"],
                passage_within=block.get("within"),
                given=cell,
                file=record.file,
                line=line,
            )


def _bad_block(record: Record, at: tuple[str | int, ...], unknown: list[str]) -> Problem:
    what = f"does not know {unknown[0]!r}" if unknown else "has no words, or words that are no text"
    remedy = nearest(unknown[0], BLOCK_KEYS, "") if unknown else 'write words = "…" as in the text'
    return Problem(
        record.file,
        record.line(*at),
        "wrong-value",
        f"{record.table}.said {what}",
        remedy or "remove it",
    )


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "members": lambda v: isinstance(v, list) and all(isinstance(m, str) for m in v),
    "bears": lambda v: v is True,
    "value": lambda v: isinstance(v, str | int) and not isinstance(v, bool) and v != "",
    "direction": lambda v: v in ("on_or_before", "on_or_after"),
    "bound": lambda v: v in ("not_before", "not_after"),
}


def _arguments_fit(cell: Any) -> bool:
    return isinstance(cell, dict) and all(
        key in ARGUMENTS and _CHECKS.get(key, lambda v: isinstance(v, str))(value)
        for key, value in cell.items()
    )


def _bad_arguments(record: Record, line: int, column: str, cell: Any) -> Problem:
    unknown = [key for key in cell if key not in ARGUMENTS] if isinstance(cell, dict) else []
    remedy = (
        nearest(unknown[0], ARGUMENTS, "see `python build explain unknown-derivation`")
        if unknown
        else 'write the words, or { words = "…", by = "…" }'
    )
    return Problem(
        record.file,
        line,
        "unknown-derivation",
        f"{record.table}.{column}: the evidence has an argument of a wrong name or type",
        remedy,
    )


def _cited(record: Record, blocks: Any, problems: list[Problem]) -> Iterator[Cell]:
    for index, block in _blocks(record, "cited", blocks, problems):
        at = ("cited", index)
        source, locator = block.get("source"), block.get("locator")
        known = block.keys() <= {"source", "locator", "cells"}
        values = block["cells"].values()
        fit = all(isinstance(value, str | int | date) and value != "" for value in values)
        if not isinstance(source, str) or not isinstance(locator, str) or not known or not fit:
            problems.append(
                Problem(
                    record.file,
                    record.line(*at),
                    "wrong-value",
                    f"{record.table}.cited needs exactly source, locator and cells of text",
                    'write source = "s101", locator = "where in the document" and cells = { … }',
                )
            )
            continue
        for column, given in block["cells"].items():
            value = given.isoformat() if isinstance(given, date) else given
            yield Cell(
                column=column,
                source=source,
                passage=None,
                passage_within=None,
                given={"value": value if isinstance(value, str) else str(value)},
                file=record.file,
                line=record.line(*at, "cells", column),
                cited=True,
                locator=locator,
            )
