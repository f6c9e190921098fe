"""What a release says, whatever its bytes: one digest for the rows of each table, and of all.

A digest is the SHA-256 of the table's name, its column names and its rows in order of their key,
each a JSON array on a line. Parquet, DuckDB and CSV give the same one when they hold the same rows.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

Record = Mapping[str, Any]


def digest(table: str, columns: Sequence[str], rows: Iterable[Record]) -> str:
    """The digest of one table.

    >>> digest("t", ["a"], [{"a": 1}]) == digest("t", ["a"], [{"b": 2, "a": 1}])
    True
    """
    found = hashlib.sha256(_line([table, *columns]))
    for row in rows:
        found.update(_line([row[name] for name in columns]))
    return found.hexdigest()


def _line(values: list[Any]) -> bytes:
    said = json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=str)
    return said.encode("utf-8", "surrogatepass") + b"\n"


def overall(digests: Mapping[str, str]) -> str:
    """The digest of a dataset, from those of its tables."""
    lines = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))
    return hashlib.sha256(lines.encode()).hexdigest()


def stated(tables: Mapping[str, pa.Table]) -> dict[str, Any]:
    """What a manifest states of the rows: numbers of rows, and the digests."""
    own = {name: digest(name, rows.column_names, rows.to_pylist()) for name, rows in tables.items()}
    return {
        "content_digest": overall(own),
        "content": own,
        "counts": {name: rows.num_rows for name, rows in tables.items()},
    }
