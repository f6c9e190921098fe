"""Printings of the same words among any number of quotations, and passages that texts share.

Two quotations of one speaker that share a run of words may print one utterance, and a person
decides; no speaker is compared with another. Two texts that share a passage may depend on one
another. What could be alike is found by `blocks` and then compared word by word.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from ice_subpoenas import TABLE
from ice_subpoenas.formats import arrow_schema, literal
from printing import Refusal
from texts import compare, runs

ROWS = 50_000  # rows that are written at a time
READ = 2_000  # pairs of texts that are read at a time
RECENT = 500  # texts whose words are kept: the pairs of a text follow one another

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

OVERLAPS = pa.schema(f for f in arrow_schema(TABLE["shared_passages"]) if f.name != "has_relation")
"""A row for each passage that two texts share, as in the table `overlaps`."""

Rows = Iterator[dict[str, Any]]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `python build variants` takes."""
    parser.add_argument(
        "--tables", type=Path, required=True, help="a folder with quotes.parquet and texts.parquet"
    )
    parser.add_argument("--out", type=Path, help="the Parquet file of printings to write")
    parser.add_argument("--overlaps", type=Path, help="the Parquet file of passages to write")


def run(args: argparse.Namespace) -> int:
    """Write the printings of the same words, or the passages in common, that tables hold."""
    if not (args.out or args.overlaps):
        raise Refusal("name a file: --out for printings, --overlaps for passages of texts")
    if args.out:
        found = printings(_there(args.tables / "quotes.parquet"))
        number = _write(found, args.out, VARIANTS, ("quote_id", "other_quote_id"))
        print(f"{number} pairs of printings that share a run of {compare.SHARED} words")
    if args.overlaps:
        found = passages(_there(args.tables / "texts.parquet"))
        number = _write(found, args.overlaps, OVERLAPS, ("shared_passage_id",))
        print(f"{number} passages of {compare.SHORTEST} characters or more that two texts share")
    return 0


def _there(path: Path) -> Path:
    if not path.is_file():
        raise Refusal(f"{path} is not there")
    return path


def _write(found: Rows, out: Path, schema: pa.Schema, key: tuple[str, ...]) -> int:
    """Write rows to a file that takes its name when it is whole; how many different keys."""
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.tmp")
    number, last = 0, None
    with pq.ParquetWriter(draft, schema, compression="zstd") as writer:
        while rows := list(islice(found, ROWS)):
            for row in rows:
                own = tuple(row[name] for name in key)
                number, last = number + (own != last), own
            writer.write_table(pa.Table.from_pylist(rows, schema))
    draft.replace(out)
    return number


@contextmanager
def _held(sql: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of its own with the table `held` (number, id, who, text), in order of the id."""
    with (
        tempfile.TemporaryDirectory(prefix="similar-") as folder,
        duckdb.connect(config={"temp_directory": folder}) as con,
    ):
        con.execute("SET preserve_insertion_order = false")
        con.execute(
            "CREATE TABLE held AS "
            f"SELECT (row_number() OVER (ORDER BY id))::INTEGER AS number, * FROM ({sql})"
        )
        yield con


def _pairs(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str, str, str]]:
    """Who, both ids and both texts of every pair, in order."""
    reader = con.execute(
        "SELECT x.who, x.id, y.id, x.text, y.text FROM pairs "
        "JOIN held x ON x.number = first JOIN held y ON y.number = other AND x.who = y.who "
        "ORDER BY first, other"
    )
    while rows := reader.fetchmany(READ):
        yield from rows


def printings(quotes: Path) -> Rows:
    """Differences between any two printings of one speaker that share a run of words, in order."""
    with _held(
        "SELECT quote_id AS id, coalesce('p/' || speaker_id, 'a/' || speaker_agency_id) AS who, "
        f"text FROM read_parquet({literal(quotes.as_posix())}) WHERE kind <> 'indirect'"
    ) as con:
        runs.pair(con, compare.SHARED, _keys)
        for speaker, quote_id, other_id, text, other in _pairs(con):
            yield from _differences(quote_id, other_id, speaker, text, other)


def _keys(text: str) -> list[str]:
    return [compare.key(token) for token in compare.tokens(text)]


def _differences(quote_id: str, other_id: str, speaker: str, text: str, other: str) -> Rows:
    shared, differences = compare.compared(text, other, compare.SHARED)
    if not shared:
        return
    pair: dict[str, Any] = {"quote_id": quote_id, "other_quote_id": other_id}
    pair |= {"speaker": speaker, "shared_words": shared}
    inside = [each for each in differences if each["within_marks"]]
    for each in inside or [{}]:
        yield pair | each


def passages(texts: Path) -> Rows:
    """The passages that any two texts share, as `compare.overlaps` tells them, in order."""
    with _held(
        f"SELECT source_id AS id, '' AS who, text FROM read_parquet({literal(texts.as_posix())})"
    ) as con:
        worded = lru_cache(maxsize=RECENT)(compare.Worded)
        runs.pair(con, compare.RUN, lambda text: worded(text).keys)
        for _, source, other, text, other_text in _pairs(con):
            yield from compare.shared(source, worded(text), other, worded(other_text))
