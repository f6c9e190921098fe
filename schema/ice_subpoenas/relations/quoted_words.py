"""What is quoted from pages that are not held, each of its words once."""

from itertools import groupby

import duckdb
import pyarrow as pa

from ..derivations.joined_words import joined
from ..sql import as_arrow, make

QUOTED = pa.schema([("source_id", pa.string()), ("said", pa.string()), ("n", pa.int64())])
PASSAGES = (
    "SELECT DISTINCT source_id, locator, trim(concat(prefix, exact, suffix)) AS said FROM evidence "
    "WHERE char_start IS NULL AND derivation <> 'copied' AND exact IS NOT NULL ORDER BY ALL"
)


def quoted_words(con: duckdb.DuckDBPyConnection) -> None:
    """Make `quoted`: a row for each passage of a page, with how many words it has.

    Passages of one place that overlap are one.
    """
    rows = con.execute(PASSAGES).fetchall()
    found = [
        (source, said, len(said.split()))
        for (source, _), own in groupby(rows, key=lambda row: row[:2])
        for said in joined(said for _, _, said in own)
    ]
    make(con, "quoted", as_arrow(found, QUOTED))
