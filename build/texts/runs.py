"""Pairs of wordings that share a run of words, among any number of them.

Comparing every two would take the square of their number. Each wording is cut into its runs of
words, the runs are sorted in DuckDB, which spills to disk, and only what shares a run makes a pair.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import duckdb
import pyarrow as pa

COMMON = 40  # wordings; a run of words that more of them hold is a habit, or a notice on every page
PART = 4_000_000  # runs that are sorted at a time, so that memory does not grow with their number
BATCH = 2_000  # wordings that are cut into runs at a time
MASK = 2**61 - 1
FACTOR = 1_000_003

RUNS = pa.schema([("number", pa.int32()), ("run", pa.int64())])


def pair(con: duckdb.DuckDBPyConnection, size: int, words: Callable[[str], Sequence[str]]) -> None:
    """Make the table `pairs` (first, other) from the table `held` (number, who, text).

    `size` is the number of words in a run, `words` cuts a text. Two wordings are a pair if they
    share a run and `who`; a null `who` is shared by nobody. One of fewer words is a pair with one
    that is the same. A run that more than `COMMON` wordings hold makes no pair.
    """
    con.execute("CREATE TABLE runs (number INTEGER, run BIGINT)")
    for batch in _batches(con, size, words):
        con.register("batch", batch)
        con.execute("INSERT INTO runs SELECT * FROM batch")
        con.unregister("batch")
    con.execute("CREATE TABLE found (first INTEGER, other INTEGER)")
    ((total,),) = con.execute("SELECT count(*) FROM runs").fetchall()
    parts = 1 + int(total) // PART
    for part in range(parts):
        con.execute(  # a table of its own: else what everybody holds might be joined first
            f"CREATE TABLE part AS WITH own AS (SELECT * FROM runs WHERE run % {parts} = {part}) "
            "SELECT own.* FROM own SEMI JOIN (SELECT run FROM own GROUP BY run "
            f"HAVING count(*) BETWEEN 2 AND {COMMON}) USING (run)"
        )
        con.execute(
            "INSERT INTO found SELECT DISTINCT a.number, b.number "
            "FROM part a JOIN part b USING (run) WHERE a.number < b.number"
        )
        con.execute("DROP TABLE part")
    con.execute("DROP TABLE runs")
    con.execute("CREATE TABLE pairs AS SELECT DISTINCT first, other FROM found")
    con.execute("DROP TABLE found")


def _batches(
    con: duckdb.DuckDBPyConnection, size: int, words: Callable[[str], Sequence[str]]
) -> Iterator[pa.Table]:
    ((most,),) = con.execute("SELECT coalesce(max(number), 0) FROM held").fetchall()
    for first in range(1, most + 1, BATCH):
        asked = f"number BETWEEN {first} AND {first + BATCH - 1} AND who IS NOT NULL"
        numbers: list[int] = []
        found: list[int] = []
        for number, who, text in con.execute(
            f"SELECT number, who, text FROM held WHERE {asked}"
        ).fetchall():
            own = runs(who, words(text), size)
            numbers += [number] * len(own)
            found += own
        yield pa.table([numbers, found], schema=RUNS)


def runs(who: str, words: Sequence[str], size: int) -> set[int]:
    """A number for every run of words of a wording; for all its words, if they are fewer.

    >>> len(runs("osk", "we will answer soon".split(), 3))
    2
    """
    size = min(size, len(words))
    if not size:
        return set()
    numbers = [_number(word) for word in words]
    start, highest = _number(who), FACTOR**size
    found, total = set[int](), 0
    for at, number in enumerate(numbers):
        total = total * FACTOR + number
        if at >= size:
            total -= numbers[at - size] * highest
        total &= MASK
        if at >= size - 1:
            found.add((total ^ start) & MASK)
    return found


@lru_cache(maxsize=1_000_000)
def _number(word: str) -> int:
    content = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(content) << 29 ^ zlib.adler32(content)
