"""Printings of the same words among any number of quotations, and the passages that they share.

Two quotations of one speaker that share a run of `SHARED` words may print one utterance; a person
decides. Quotations are first sorted into blocks by speaker and run of words, in DuckDB, which
spills to disk; then each pair of a block is compared word by word. No speaker is compared with
another.
"""

from __future__ import annotations

import argparse
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

import compare
from ice_subpoenas.formats import literal
from report import Refusal

COMMON = 40  # quotations; a run of words that more of one speaker's hold is a habit of speech
BATCH = 20_000  # quotations that are cut into runs at a time
PAIRS = 50_000  # pairs that are compared at a time
MASK = 2**61 - 1

BLOCKS = pa.schema([("number", pa.int32()), ("run", pa.int64())])

VARIANTS = pa.schema(
    [
        ("quote_id", pa.string()),
        ("other_quote_id", pa.string()),
        ("speaker", pa.string()),
        ("shared_words", pa.int32()),
        ("words", pa.string()),
        ("other_words", pa.string()),
        ("within_marks", pa.bool_()),
        ("by_ellipsis", pa.bool_()),
    ]
)
"""A row for each difference inside two printings; one with null words where none is inside."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build variants` takes."""
    parser.add_argument("--tables", type=Path, required=True, help="a folder with quotes.parquet")
    parser.add_argument("--out", type=Path, required=True, help="the Parquet file to write")


def run(args: argparse.Namespace) -> int:
    """Write the printings of the same words that a table of quotations holds."""
    quotes = args.tables / "quotes.parquet"
    if not quotes.is_file():
        raise Refusal(f"{quotes} is not there")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    draft = args.out.with_name(f".{args.out.name}.tmp")
    pairs = 0
    with pq.ParquetWriter(draft, VARIANTS, compression="zstd") as writer:
        found = printings(quotes)
        while rows := list(islice(found, PAIRS)):
            pairs += len({(row["quote_id"], row["other_quote_id"]) for row in rows})
            writer.write_table(pa.Table.from_pylist(rows, VARIANTS))
    draft.replace(args.out)
    print(f"{pairs} pairs of printings that share a run of {compare.SHARED} words")
    return 0


def printings(quotes: Path) -> Iterator[dict[str, Any]]:
    """Differences between any two printings of one speaker that share a run of words, in order."""
    with tempfile.TemporaryDirectory(prefix="similar-") as folder:
        con = duckdb.connect(config={"temp_directory": folder})
        con.execute("SET preserve_insertion_order = false")
        con.execute(
            "CREATE TABLE q AS SELECT (row_number() OVER (ORDER BY quote_id))::INTEGER AS number, "
            "quote_id, text, coalesce('p/' || speaker_id, 'a/' || speaker_agency_id) AS speaker "
            f"FROM read_parquet({literal(quotes.as_posix())}) WHERE kind <> 'indirect' "
            "AND coalesce(speaker_id, speaker_agency_id) IS NOT NULL"
        )
        con.execute("CREATE TABLE runs (number INTEGER, run BIGINT)")
        for batch in _blocks(con):
            con.register("batch", batch)
            con.execute("INSERT INTO runs SELECT * FROM batch")
            con.unregister("batch")
        yield from _compared(con)
        con.close()


def _blocks(con: duckdb.DuckDBPyConnection) -> Iterator[pa.Table]:
    """The runs of words of every quotation, each with its speaker as one number."""
    ((most,),) = con.execute("SELECT coalesce(max(number), 0) FROM q").fetchall()
    for first in range(1, most + 1, BATCH):
        asked = f"number BETWEEN {first} AND {first + BATCH - 1}"
        rows = con.execute(f"SELECT number, speaker, text FROM q WHERE {asked}").fetchall()
        numbers: list[int] = []
        found: list[int] = []
        for number, speaker, text in rows:
            own = runs(speaker, text)
            numbers += [number] * len(own)
            found += own
        yield pa.table([numbers, found], schema=BLOCKS)


def runs(speaker: str, text: str) -> set[int]:
    """A number for every run of words that could make the quotation a printing of another.

    A quotation of fewer words is a printing of one that is the same.
    """
    words = [_number(compare.key(token)) for token in compare.tokens(text)]
    size, who = min(compare.SHARED, len(words)), _number(speaker)
    last = len(words) - size + 1 if words else 0
    return {_mixed(who, words[at : at + size]) for at in range(last)}


def _mixed(who: int, words: Iterable[int]) -> int:
    for word in words:
        who = (who * 1_000_003 + word) & MASK
    return who


@lru_cache(maxsize=1_000_000)
def _number(word: str) -> int:
    content = word.encode("utf-8", "surrogatepass")
    return zlib.crc32(content) << 29 ^ zlib.adler32(content)


def _compared(con: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Pairs that share a block, each once, compared word by word."""
    con.execute(
        "CREATE TABLE pairs AS SELECT DISTINCT a.number AS first, b.number AS other "
        f"FROM (SELECT run FROM runs GROUP BY run HAVING count(*) BETWEEN 2 AND {COMMON}) "
        "JOIN runs a USING (run) JOIN runs b USING (run) WHERE a.number < b.number"
    )
    con.execute("DROP TABLE runs")
    reader = con.execute(
        "SELECT x.quote_id, y.quote_id, x.speaker, x.text, y.text FROM pairs "
        "JOIN q x ON x.number = first JOIN q y ON y.number = other AND x.speaker = y.speaker "
        "ORDER BY first, other"
    )
    while rows := reader.fetchmany(PAIRS):
        for quote_id, other_id, speaker, text, other in rows:
            yield from _differences(quote_id, other_id, speaker, text, other)


def _differences(
    quote_id: str, other_id: str, speaker: str, text: str, other: str
) -> Iterator[dict[str, Any]]:
    shared, differences = compare.compared(text, other, compare.SHARED)
    if not shared:
        return
    pair: dict[str, Any] = {"quote_id": quote_id, "other_quote_id": other_id}
    pair |= {"speaker": speaker, "shared_words": shared}
    inside = [each for each in differences if each["within_marks"]]
    for each in inside or [{}]:
        yield pair | each
