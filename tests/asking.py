"""The published tables in memory, for many questions to few rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from ice_subpoenas.published import database, names
from ice_subpoenas.sql import memory, quickly_planned

TELLERS = "(copies or retellings|(copies, retellings or )?pages of unknown standing)"
"""Who says what no witness says."""


@contextmanager
def in_memory(place: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tables of a folder and all views, each question to which is planned in little time."""
    with closing(quickly_planned(memory())) as con:
        database.create(con, names.read_all(place), commented=False)
        yield con
