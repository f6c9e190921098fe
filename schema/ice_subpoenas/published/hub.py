"""The card with which a hub of datasets reads a published folder: a configuration a table.

A table without rows has none: `load_dataset` fails on an empty file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa

from ..formats import DATA_LICENSE
from ..plain import in_table
from ..row import Table
from ..tables import TABLES
from . import names
from .datapackage import KEYWORDS, SUMMARY, TITLE
from .overview import OVERVIEW


def card(tables: Mapping[str, pa.Table]) -> str:
    """The card in Markdown: front matter for machines, then a short page for people."""
    filled = [table for table in TABLES if tables[table.table].num_rows]
    return "\n".join(["---", *_front(filled), "---", "", *_page(filled)]) + "\n"


def _front(filled: Sequence[Table]) -> Iterator[str]:
    """YAML that a hub reads; every text in it is plain enough to stand without escapes."""
    yield f"license: {DATA_LICENSE.lower()}"
    yield "language:"
    yield "- en"
    yield f"pretty_name: {TITLE}"
    yield "tags:"
    yield from (f"- {keyword}" for keyword in KEYWORDS)
    yield "configs:"
    yield from _configuration(OVERVIEW, "overview.parquet")
    yield "  default: true"
    for table in filled:
        yield from _configuration(table, f"{names.FOLDER}/{table.table}.parquet")


def _configuration(table: Table, path: str) -> Iterator[str]:
    yield f"- config_name: {table.table}"
    yield f"  data_files: {path}"


def _page(filled: Sequence[Table]) -> list[str]:
    return [
        f"# {TITLE}",
        "",
        SUMMARY,
        "",
        "Begin with `overview.csv` or `overview.xlsx`: one row an act, in plain words. "
        f"`{names.DICTIONARY}` says what every table and column means.",
        "",
        '`load_dataset(FOLDER)` gives the overview, `load_dataset(FOLDER, "acts")` a table. '
        "There is one split, `train`; the name has no meaning here.",
        "",
        "| configuration | a row is |",
        "| --- | --- |",
        *(f"| `{table.table}` | {in_table(table.about())} |" for table in (OVERVIEW, *filled)),
    ]
