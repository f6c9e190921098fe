"""Work for processes that a text can kill."""

from __future__ import annotations

import os

import pyarrow as pa

from scale import corpus
from scale.store import Store


def deadly(out: Store, name: str, texts: pa.RecordBatch) -> corpus.Shard:
    """What `corpus.make` does, except that one text ends the process."""
    for row in texts.to_pylist():
        if row["text"] == b"This text kills." and row["fault"] is None:
            os._exit(9)
    return corpus.make(out, name, texts)
