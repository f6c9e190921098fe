"""The rows of `quote_variants`: how the printings of each utterance differ, word by word."""

from collections import defaultdict
from itertools import combinations

import duckdb
import pyarrow as pa

from ..derivations.printings import variants
from ..formats.arrow import arrow_schema
from ..sql import as_arrow, taking
from ..tables import TABLE

SCHEMA = arrow_schema(TABLE["quote_variants"])


def rows(con: duckdb.DuckDBPyConnection) -> pa.Table:
    """The rows that follow from the quotations in marks, of different sources."""
    by_utterance: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for utterance, quote, source, text in con.execute(
        "SELECT utterance_id, quote_id, source_id, text FROM quotes WHERE utterance_id IS NOT NULL "
        "AND kind <> 'indirect' AND text IS NOT NULL ORDER BY quote_id"
    ).fetchall():
        by_utterance[utterance].append((quote, source, text))
    found = [
        (f"{quote}-{other}-{number}", utterance, quote, other, *variant)
        for utterance, printed in sorted(by_utterance.items())
        for (quote, source, text), (other, other_source, words) in combinations(printed, 2)
        if source != other_source
        for number, variant in enumerate(variants(text, words), 1)
    ]
    return as_arrow(found, SCHEMA)


def fill(con: duckdb.DuckDBPyConnection) -> None:
    """Put the rows into the empty table."""
    taking(con, "INSERT INTO quote_variants BY NAME FROM incoming", rows(con))
