"""CSV copies read back, as the rule in their descriptor says."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any

from ice_subpoenas.row import Column

PARSE: dict[type, Any] = {
    str: lambda cell: cell.removeprefix("'"),
    int: int,
    bool: {"true": True, "false": False}.__getitem__,
    date: date.fromisoformat,
}


def read(columns: Sequence[Column], content: bytes) -> list[dict[str, Any]]:
    """The rows of a copy: an empty cell is a null, and a text loses its first apostrophe."""
    heading, *lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    assert heading == [column.name for column in columns]
    return [
        {
            c.name: PARSE[c.type](cell) if cell else None
            for c, cell in zip(columns, line, strict=True)
        }
        for line in lines
    ]
