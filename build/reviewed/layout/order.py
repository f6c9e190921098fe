"""In which order keys stand."""

from collections.abc import Iterable

from ice_subpoenas.tables import TABLE
from reviewed.rows import writable
from reviewed.said import BLOCK_KEYS, CELL_KEYS
from reviewed.syntax import Pair, typed

SAID = (*(key for key in BLOCK_KEYS if key != "cells"), "cells")

ORDERS: dict[str, tuple[str, ...]] = {
    "said": SAID,
    "chain": ("kind", "actor_individual_id", "actor_agency_id", "reason", "said"),
    "left_out": ("reason", "remark", "words"),
    "rejections": ("kind", "words", "occurrence", "reason"),
    "withheld": ("digests", "reason"),
    "readings": ("reading", "reader_role", "reviewed_on", "reason", "pages"),
}
"""Orders of keys that no table declares."""


def rank(key: str, order: tuple[str, ...]) -> int:
    """Where a key stands in an order; after all others if it is not in it."""
    return order.index(key) if key in order else len(order)


def order_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """The order of keys of the block that a header names."""
    name = path[-1] if path else ""
    if name in ORDERS:
        return ORDERS[name]
    return keys(name) if name in TABLE and len(path) == 1 else ()


def keys(name: str) -> tuple[str, ...]:
    """Every key of a row of a table in canonical order: the key, what places it, columns, the rest.

    >>> keys("quotes")[:5]
    ('id', 'quote_id', 'ids', 'source_id', 'words')
    """
    table = TABLE[name]
    first = ["id", table.key, "ids", "source_id", "region", "begins", "ends", "words", "within"]
    first = list(dict.fromkeys(first))  # of `sources`, the key is `source_id`
    last = ["chain", "absent", "said", "rows"]
    known = writable(table)
    columns = [key for key in known if key not in first and key not in last]
    known = (*known, "rows")
    return (*(key for key in first if key in known), *columns, *(k for k in last if k in known))


def order_within(path: tuple[str, ...], pairs: Iterable[Pair]) -> tuple[str, ...]:
    """The order of the pairs of an inline table, by the keys that lead to it."""
    if path[-1] == "rows":
        return order_of(path[:1]) if len(path) > 1 else ("table", *order_of((_table(pairs),)))
    return ORDERS.get(path[-1], CELL_KEYS if path[-2:-1] == ("cells",) else ())


def in_order(pairs: Iterable[Pair], order: tuple[str, ...]) -> list[Pair]:
    """Pairs in an order of keys; those that it does not name come last, as written."""
    return sorted(pairs, key=lambda pair: rank(pair[0], order))


def _table(pairs: Iterable[Pair]) -> str:
    """The table that a line of several tables names."""
    named = (typed(given) for _, key, given in pairs if key == "table")
    return next(named, "").strip("\"'")
