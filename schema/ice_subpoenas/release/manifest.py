"""What the manifest of a release states: of its rows, which is compared, and of how it was made."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from ..formats import VERSION
from . import content

TOOLS = ("python", "duckdb", "pyarrow", "pydantic")
"""The tools whose versions are stated."""
INPUTS = ("datasets/reviewed", "seeds", "schema", "build", "pyproject.toml", "requirements.lock")
"""The files of a checkout, and folders of them, whose hashes are stated."""
OF_ITS_MAKING = ("released", "previous", "level", "tools", "inputs")
"""What is not about the rows, so that nothing in a release can prove it."""


def wrong(manifest: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> list[str]:
    """What a manifest states otherwise than the rows are, or lacks, or has besides."""
    stated = {"name": "ice-subpoenas", "version": VERSION} | content.stated(tables)
    differing = {name for name in stated if manifest.get(name) != stated[name]}
    undated = set[str]() if _is_dated(manifest) else {"released"}
    return sorted(differing | undated | (manifest.keys() ^ {*stated, *OF_ITS_MAKING}))


def _is_dated(manifest: Mapping[str, Any]) -> bool:
    """Whether the day of the release is stated as releases state it."""
    try:
        day = manifest["released"]
        return bool(date.fromisoformat(day).isoformat() == day)
    except (KeyError, TypeError, ValueError):
        return False
