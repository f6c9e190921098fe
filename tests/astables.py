"""What the check made of a checkout, as tables in a folder: also where it found problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from check.stages import Checked
from ice_subpoenas import TABLE, TABLES, formats

Rows = dict[str, list[dict[str, Any]]]
TEXTS = pa.schema([("source_id", pa.string()), ("text", pa.string())])


def rows(checked: Checked) -> Rows:
    """The rows of every table, with those that the check refused as they were written."""
    found = {name: [dict(row) for row in own] for name, own in checked.rows.items()}
    for (table, row_id), draft in checked.drafts.items():
        key = TABLE[table].key
        if table in ("regions", "conflicts") or any(row[key] == row_id for row in found[table]):
            continue
        found[table].append(dict(draft.values) | {key: row_id})
    found["texts"] = [{"source_id": s, "text": page.text} for s, page in checked.pages.items()]
    return found


def write(found: Rows, folder: Path, edit: Callable[[Rows], object] | None = None) -> Path:
    """Write rows as Parquet tables, after a change; every column may be null."""
    folder.mkdir(parents=True, exist_ok=True)
    if edit:
        edit(found)
    for table in TABLES:
        schema = pa.schema([f.with_nullable(True) for f in formats.arrow_schema(table)])
        own = [{name: row.get(name) for name in schema.names} for row in found[table.table]]
        pq.write_table(pa.Table.from_pylist(own, schema), folder / f"{table.table}.parquet")
    pq.write_table(pa.Table.from_pylist(found["texts"], TEXTS), folder / "texts.parquet")
    return folder
