"""How many words are quoted from a page: those that passages share count once."""

from collections.abc import Iterable
from itertools import groupby

import duckdb
import pyarrow as pa

from ..derivations.joined_words import joined
from ..sql import as_arrow, in_parts, taking

QUOTED = pa.schema([("source_id", pa.string()), ("said", pa.string()), ("n", pa.int64())])
PASSAGES = (
    "SELECT DISTINCT source_id, locator, trim(concat(prefix, exact, suffix)) AS said FROM evidence "
    "WHERE char_start IS NULL AND derivation <> 'copied' AND exact IS NOT NULL "
    "AND hash(source_id) % $parts = $part ORDER BY ALL"
)
MANY = 500_000  # pieces of evidence whose passages Python holds at a time


def quoted_words(con: duckdb.DuckDBPyConnection) -> None:
    """Make `quoted`: a row for each passage of a page, with how many words it has.

    Passages of one place that overlap are one.
    """
    con.execute("CREATE OR REPLACE TABLE quoted (source_id VARCHAR, said VARCHAR, n BIGINT)")
    for part in in_parts(con, "evidence", MANY):
        rows = con.execute(PASSAGES, part).fetchall()
        taking(con, "INSERT INTO quoted FROM incoming", as_arrow(_counted(rows), QUOTED))


def _counted(rows: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, int]]:
    """The words of each place of a page, and how many; rows of one place stand together."""
    return [
        (source, said, len(said.split()))
        for (source, _), own in groupby(rows, key=lambda row: row[:2])
        for said in joined(said for _, _, said in own)
    ]
