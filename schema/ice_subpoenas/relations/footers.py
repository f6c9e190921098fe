"""Whether the footer of a Parquet file says of its columns what is in them.

Readers believe it: where it states the least and the greatest value of a column, a query for any
other value does not look at the rows. DuckDB does not even read a column that is said to be null,
so another reader looks at the rows here.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ..sql import memory, quickly_planned, rows

BATCH = 2**12  # rows that are looked at together
Said = Mapping[str, Any]

STATED = """SELECT row_group_id AS part, path_in_schema AS name,
    bloom_filter_offset IS NOT NULL AS is_filtered,
    stats_null_count AS nulls, min_is_exact, max_is_exact,
    [stats_min_value, stats_min] AS least, [stats_max_value, stats_max] AS greatest
FROM parquet_metadata(?) ORDER BY part, column_id"""
"""What a footer states, a row for each column of each part of a file; there are two ways to state
the least and the greatest value, and a reader may take either."""


class Held(NamedTuple):
    """What a column holds."""

    nulls: int
    least: Any
    greatest: Any


NOTHING = Held(0, None, None)
"""What a column holds in a part of a file without rows."""


def untrue(paths: Iterable[Path], without_indexes: bool = False) -> Iterator[tuple[Path, str]]:
    """Files whose footers say otherwise than their rows, each with the first thing that differs.

    `without_indexes`: a Bloom filter or an index of pages is told as well, since no file that we
    write has one. Readers pass over rows for the sake of these, and nothing here checks what they
    say.
    """
    with closing(quickly_planned(memory())) as con:
        for path in paths:
            try:
                with pq.ParquetFile(path) as file:
                    found = next(
                        _of_file(file, rows(con, STATED, [str(path)]), without_indexes), None
                    )
            except (duckdb.Error, pa.ArrowException, OSError) as error:
                found = f"cannot be read: {str(error).splitlines()[0]}"
            if found:
                yield path, found


def _of_file(file: pq.ParquetFile, stated: Sequence[Said], without_indexes: bool) -> Iterator[str]:
    filtered = (each["name"] for each in stated if each["is_filtered"])
    for name in itertools.chain(filtered, _indexed(file.metadata)) if without_indexes else ():
        yield f"has a filter or an index of {name}, as no file of ours has"
    total = 0
    for number, said in itertools.groupby(stated, lambda each: each["part"]):
        n, held = _held(file, number)
        total += n
        for each in said:
            yield from _of_column(each, held.get(each["name"], NOTHING))
    if total != file.metadata.num_rows:
        yield f"says that there are {file.metadata.num_rows} rows, and there are {total}"


def _indexed(head: pq.FileMetaData) -> Iterator[str]:
    """The columns of a file that have an index of pages."""
    for part in map(head.row_group, range(head.num_row_groups)):
        for column in map(part.column, range(part.num_columns)):
            if column.has_column_index:
                yield column.path_in_schema


def _held(file: pq.ParquetFile, part: int) -> tuple[int, dict[str, Held]]:
    """How many rows a part of a file has, and what its columns hold."""
    n, found = 0, defaultdict[str, list[Held]](list)
    for batch in file.iter_batches(BATCH, row_groups=[part], use_threads=False):
        n += len(batch)
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            ends = pc.min_max(column)
            found[name].append(Held(column.null_count, ends["min"].as_py(), ends["max"].as_py()))
    return n, {name: _together(each) for name, each in found.items()}


def _together(found: Sequence[Held]) -> Held:
    """What the batches of a column hold together, values as DuckDB writes them."""
    least = min((least for _, least, _ in found if least is not None), default=None)
    greatest = max((greatest for _, _, greatest in found if greatest is not None), default=None)
    return Held(sum(nulls for nulls, _, _ in found), _written(least), _written(greatest))


def _written(value: object) -> str | None:
    """A value as DuckDB writes it."""
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _of_column(said: Said, held: Held) -> Iterator[str]:
    """What is stated of a column otherwise than it is. What is stated as inexact is a bound."""
    name = said["name"]
    if said["nulls"] not in (None, held.nulls):
        yield f"says that {name} has {said['nulls']} nulls, and it has {held.nulls}"
    for each in said["least"]:
        is_bound = not said["min_is_exact"] and _ordered(each, held.least)
        if each not in (None, held.least) and not is_bound:
            yield _differing("least", name, each, held.least)
    for each in said["greatest"]:
        is_bound = not said["max_is_exact"] and _ordered(held.greatest, each)
        if each not in (None, held.greatest) and not is_bound:
            yield _differing("greatest", name, each, held.greatest)


def _ordered(one: str | None, other: str | None) -> bool:
    """Whether two texts stand in the order of their bytes; only texts are stated inexactly."""
    return one is None or other is None or one.encode() <= other.encode()


def _differing(what: str, name: str, said: str, held: str | None) -> str:
    told = "there is none" if held is None else f"it is {held[:80]!r}"
    return f"says that the {what} {name} is {said[:80]!r}, and {told}"
