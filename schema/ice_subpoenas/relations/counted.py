"""What support is counted by: families of sources, and the words that are quoted from a page.

Sources that depend on one another, directly or through others, are one family.
"""

from collections.abc import Iterable
from itertools import groupby

import duckdb
import pyarrow as pa

from ..derivations.joined_words import joined
from ..sql import as_arrow, in_parts, taking

FAMILY = pa.schema([("source_id", pa.string()), ("family", pa.string())])
QUOTED = pa.schema([("source_id", pa.string()), ("said", pa.string()), ("n", pa.int64())])
PASSAGES = (
    "SELECT DISTINCT source_id, locator, trim(concat(prefix, exact, suffix)) AS said FROM evidence "
    "WHERE char_start IS NULL AND derivation <> 'copied' AND exact IS NOT NULL "
    "AND hash(source_id) % $parts = $part ORDER BY ALL"
)
MANY = 500_000  # pieces of evidence whose passages Python holds at a time


def families(con: duckdb.DuckDBPyConnection) -> None:
    """Make `families`: each source with the lowest id of its family.

    Reads `sources` and `pairs`.
    """
    family = in_families(con.execute("SELECT a, b FROM pairs").fetchall())
    made = (
        "CREATE OR REPLACE TABLE families AS SELECT s.source_id, "
        "coalesce(i.family, s.source_id) AS family "
        "FROM sources s LEFT JOIN incoming i ON s.source_id = i.source_id"
    )
    taking(con, made, as_arrow(family.items(), FAMILY))


def in_families(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The lowest member of the group of each member of a pair.

    >>> in_families([("s3", "s1"), ("s2", "s3")])
    {'s3': 's1', 's1': 's1', 's2': 's1'}
    """
    above: dict[str, str] = {}

    def root(member: str) -> str:
        above.setdefault(member, member)
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        above[high] = low
    return {member: root(member) for member in above}


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
