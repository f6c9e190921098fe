"""The card with which a hub of datasets reads a published folder: a configuration a table.

A table without rows has none: `load_dataset` fails on an empty file.
"""

from collections.abc import Mapping

import pyarrow as pa

from ..formats import DATA_LICENSE
from ..plain import in_table
from ..row import Table
from ..tables import TABLES
from . import names
from .datapackage import KEYWORDS, SUMMARY, TITLE
from .overview import OVERVIEW

CARD = f"""\
---
license: {DATA_LICENSE.lower()}
language:
- en
pretty_name: {TITLE}
tags:
{{tags}}
configs:
- config_name: {OVERVIEW.table}
  data_files: overview.parquet
  default: true
{{configurations}}
---

# {TITLE}

{SUMMARY}

Begin with `overview.csv` or `overview.xlsx`: one row per act, in plain words. \
`{names.DICTIONARY}` says what every table and column means.

`load_dataset(FOLDER)` gives the overview, `load_dataset(FOLDER, "acts")` a table. \
There is one split, `train`; the name has no meaning here.

| configuration | a row is |
| --- | --- |
{{rows}}
"""
"""YAML that a hub reads, every text in it plain enough to stand without escapes; then a page."""


def card(tables: Mapping[str, pa.Table]) -> str:
    """The card in Markdown: front matter for machines, then a short page for people."""
    filled = [table for table in TABLES if tables[table.table].num_rows]
    listed: tuple[Table, ...] = (OVERVIEW, *filled)
    return CARD.format(
        tags="\n".join(f"- {keyword}" for keyword in KEYWORDS),
        configurations="\n".join(
            f"- config_name: {each.table}\n  data_files: {names.FOLDER}/{each.table}.parquet"
            for each in filled
        ),
        rows="\n".join(f"| `{each.table}` | {in_table(each.about())} |" for each in listed),
    )
