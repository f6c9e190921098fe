"""Invented articles of any number, to measure and to test with.

Everything follows from a seed: the same number and seed give the same files. Each article knows
its quotations and their speakers: the column `answers`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench.invented_words import articles

FILE = 10_000  # articles of a file
GROUP = 1_000  # rows of a row group
APART = 10_000_000  # first article of the next seed

TEXTS = pa.schema(
    [
        pa.field("doc_id", pa.string(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
        pa.field("published", pa.string(), nullable=False),
        pa.field("answers", pa.string(), nullable=False),
    ]
)


def write(number: int, out: Path, seed: int) -> None:
    """Write so many articles as Parquet files of columns doc_id, text, published, answers."""
    rows = _articles(number, seed)
    for file in range(0, number, FILE):
        draft = out / f".texts-{file // FILE:05d}.tmp"
        with pq.ParquetWriter(draft, TEXTS, compression="zstd") as writer:
            for _ in range(file, min(number, file + FILE), GROUP):
                writer.write_table(pa.Table.from_pylist(list(islice(rows, GROUP)), TEXTS))
        draft.replace(out / f"texts-{file // FILE:05d}.parquet")


def _articles(number: int, seed: int) -> Iterator[dict[str, Any]]:
    """Articles of one to eight thousand characters, each put together from one to seven parts."""
    chance = random.Random(seed)
    parts = articles(7 * number, seed * APART)
    for at in range(number):
        text, answers = "", []
        for part in islice(parts, chance.randint(1, 7)):
            spans = [(a.start, a.end, *(a.speaker or (None, None))) for a in part.answers]
            answers += [[None if n is None else n + len(text) for n in span] for span in spans]
            text += part.text
        yield {
            "doc_id": f"{seed}-{at:07d}",
            "text": text,
            "published": f"2020-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
            "answers": json.dumps(answers),
        }
