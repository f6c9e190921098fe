"""The value of each cell: what its words give together, by one rule for days and one for others."""

from collections.abc import Collection

import duckdb
import pyarrow as pa

from ..derivations import days
from ..sql import as_arrow, make, parsed

Settled = tuple[str, str, str, str]
"""Table, row, column or stem, and value as text."""

SETTLED = pa.schema([(n, pa.string()) for n in ("table_name", "row_id", "column_name", "value")])

CASES = pa.schema(
    [
        ("labels", pa.list_(pa.string())),
        ("chosen", pa.string()),
        ("not_before", pa.date32()),
        ("not_after", pa.date32()),
        ("value", pa.string()),
        ("stances", pa.list_(pa.string())),
    ]
)
"""What days are weighed by, and what comes of it."""


def together(
    values: Collection[str], chosen: str | None, wider: Collection[tuple[str, str]]
) -> str | None:
    """The value that pieces of evidence give: the chosen one, the only one, or the narrowest.

    `wider` holds pairs of a value and one that includes it. Null where the pieces disagree.

    >>> together({"hsi", "ice"}, None, {("hsi", "ice")}), together({"14", "15"}, None, ())
    ('hsi', None)
    """
    if chosen is not None:
        return chosen
    narrowest = [v for v in values if all(w == v or (v, w) in wider for w in values)]
    return narrowest[0] if len(narrowest) == 1 else None


def settle(con: duckdb.DuckDBPyConnection) -> list[Settled]:
    """The value of every cell all of whose evidence has a value, days apart from the rest.

    A cell whose conflict is recorded as unresolved has none.
    """
    return [*_codes(con), *_days(con)]


def _codes(con: duckdb.DuckDBPyConnection) -> list[Settled]:
    found = con.execute(
        "SELECT v.table_name, v.row_id, v.column_name, any_value(v.includes_list), "
        "list(DISTINCT n.value ORDER BY n.value), any_value(v.chosen), bool_or(v.is_open) "
        "FROM voices v JOIN given n ON v.evidence_id = n.evidence_id "
        "WHERE v.role = 'claim' AND NOT v.is_date GROUP BY v.table_name, v.row_id, v.column_name "
        "HAVING count(*) = count(n.value)"
    ).fetchall()
    wider: dict[str, set[tuple[str, str]]] = {}
    for name, value, above in con.execute("FROM includes").fetchall():
        wider.setdefault(name, set()).add((value, above))
    settled = []
    for table, row, column, included, values, chosen, is_open in found:
        value = together(values, chosen, wider.get(included, ()))
        if value is not None and not is_open:
            settled.append((table, row, column, value))
    return settled


def _days(con: duckdb.DuckDBPyConnection) -> list[Settled]:
    weigh(con)
    return con.execute(
        "SELECT table_name, row_id, column_name, value FROM weighed_days WHERE value IS NOT NULL"
    ).fetchall()


def weigh(con: duckdb.DuckDBPyConnection) -> None:
    """Make `weighed_days`: the value of each dated cell, `day_stances`: that of its evidence, and
    `day_basis`: what its words count from.

    Cells with the same labels, choice and bounds are weighed once.
    """
    cells = (
        "CREATE OR REPLACE TEMP TABLE day_cells AS SELECT v.table_name, v.row_id, v.column_name, "
        "list(n.value ORDER BY v.evidence_id) AS labels, "
        "list(v.evidence_id ORDER BY v.evidence_id) AS pieces, any_value(v.chosen) AS chosen, "
        "any_value(b.not_before) AS not_before, any_value(b.not_after) AS not_after FROM voices v "
        "JOIN given n ON v.evidence_id = n.evidence_id "
        "LEFT JOIN day_bounds b ON v.table_name = b.table_name AND v.row_id = b.row_id "
        "AND v.column_name = b.column_name WHERE v.is_date AND v.derivation <> 'copied' "
        "GROUP BY v.table_name, v.row_id, v.column_name HAVING count(*) = count(n.value)"
    )
    con.execute(parsed(cells))
    cases = con.execute(
        "SELECT DISTINCT labels, chosen, not_before, not_after FROM day_cells"
    ).fetchall()
    weighed = [days.published(labels, *rest) for labels, *rest in cases]
    rows = ((*c, w.value, list(w.stances)) for c, w in zip(cases, weighed, strict=True))
    make(con, "day_cases", as_arrow(rows, CASES))
    same = " AND ".join(
        f"d.{name} IS NOT DISTINCT FROM w.{name}"
        for name in ("labels", "chosen", "not_before", "not_after")
    )
    con.execute(
        "CREATE OR REPLACE TABLE weighed_days AS SELECT d.table_name, d.row_id, d.column_name, "
        f"d.pieces, w.value, w.stances FROM day_cells d JOIN day_cases w ON {same}"
    )
    con.execute(
        "CREATE OR REPLACE TABLE day_stances AS SELECT unnest(pieces) AS evidence_id, "
        "unnest(stances) AS stance FROM weighed_days"
    )
    con.execute("CREATE OR REPLACE TABLE day_basis AS FROM basis_of_days")
