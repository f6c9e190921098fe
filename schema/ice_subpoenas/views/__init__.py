"""Views that are stored in the DuckDB file, one .sql file each."""

from __future__ import annotations

from ..row import View

VIEWS: tuple[View, ...] = ()
