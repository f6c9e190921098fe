"""Metadata for Datasette: what each table and column means, the license and the sources.

Datasette Lite loads files by their addresses into a database that it calls `data`, each as a table
of the file's name.
"""

from typing import Any

from ..formats import DATA_LICENSE, LICENSE_PATH, VERSION
from ..row import Table, warned
from ..tables import TABLES
from .datapackage import SUMMARY, TITLE
from .overview import OVERVIEW

DATABASE = "data"
"""What Datasette Lite calls the database that it makes."""


def metadata() -> dict[str, Any]:
    """The metadata of every table and of the overview."""
    tables: tuple[Table, ...] = (OVERVIEW, *TABLES)
    return {
        "title": TITLE,
        "description": SUMMARY,
        "license": DATA_LICENSE,
        "license_url": LICENSE_PATH,
        "source": "The documents that the table `sources` lists",
        "about": f"ice-subpoenas, version {VERSION}",
        "databases": {DATABASE: {"tables": {t.table: _table(t) for t in tables}}},
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.table,
        "description": warned(table.about(), table.caution),
        "sort": table.key,
        "columns": {c.name: warned(c.description, c.warning) for c in table.columns()},
    }
