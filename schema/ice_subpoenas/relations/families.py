"""Which sources depend on one another, directly or through others: one family each."""

from collections.abc import Iterable

import duckdb
import pyarrow as pa

from ..sql import as_arrow, taking

FAMILY = pa.schema([("source_id", pa.string()), ("family", pa.string())])


def families(con: duckdb.DuckDBPyConnection) -> None:
    """Make `families`: each source with the lowest id of its family.

    Reads `sources` and `pairs`.
    """
    family = joined(con.execute("SELECT a, b FROM pairs").fetchall())
    made = (
        "CREATE OR REPLACE TABLE families AS SELECT s.source_id, "
        "coalesce(i.family, s.source_id) AS family "
        "FROM sources s LEFT JOIN incoming i ON s.source_id = i.source_id"
    )
    taking(con, made, as_arrow(family.items(), FAMILY))


def joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The lowest member of the group of each member of a pair.

    >>> joined([("s3", "s1"), ("s2", "s3")])
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
