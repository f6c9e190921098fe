"""What the manifest of a release states: of its rows, which is compared, and of how it was made."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from ..formats import VERSION
from . import content, releases

TOOLS = ("python", "duckdb", "pyarrow", "pydantic")
"""The tools whose versions are stated."""
INPUTS = ("datasets/reviewed", "seeds", "schema", "build", "pyproject.toml", "requirements.lock")
"""The files of a checkout, and folders of them, whose hashes are stated."""
OF_TOOL = re.compile(r"\d+(\.\d+)*([.+-]?[a-z]+\d*)*", re.ASCII)
"""A version as Python and its packages number theirs, such as 3.11.7 or 2.0.0rc1."""
INPUT = re.compile(rf"({'|'.join(map(re.escape, INPUTS))})(/(?!\.\.?(/|$))[\w. -]+)*", re.ASCII)
HASH = re.compile("[0-9a-f]{64}")


def wrong(manifest: Mapping[str, Any], tables: Mapping[str, pa.Table]) -> list[str]:
    """What a manifest states otherwise than the rows are, or in no form that a release gives it."""
    stated = {"name": "ice-subpoenas", "version": VERSION} | content.stated(tables)
    known = {*stated, *FORMS}
    differing = [name for name in stated if manifest.get(name) != stated[name]]
    unfit = [name for name, fits in FORMS.items() if name not in manifest or not fits(manifest)]
    return sorted({*differing, *unfit, *(manifest.keys() ^ known)})


def day(manifest: Mapping[str, Any]) -> date | None:
    """The day of the release; null where none is stated as releases state it."""
    try:
        found = date.fromisoformat(manifest["released"])
    except (KeyError, TypeError, ValueError):
        return None
    return found if found.isoformat() == manifest["released"] else None


def _follows(manifest: Mapping[str, Any]) -> bool:
    """Whether the version follows the previous one on the level; a first release has neither."""
    previous, level = manifest.get("previous"), manifest.get("level")
    if previous is None or level is None:
        return previous is level
    is_told = isinstance(previous, str) and releases.VERSION.fullmatch(previous)
    is_level = level in releases.LEVELS
    return bool(is_told) and is_level and releases.following(previous, level) == VERSION


def _tools(manifest: Mapping[str, Any]) -> bool:
    given = manifest["tools"]
    return (
        isinstance(given, dict)
        and set(given) == set(TOOLS)
        and all(isinstance(each, str) and OF_TOOL.fullmatch(each) for each in given.values())
    )


def _inputs(manifest: Mapping[str, Any]) -> bool:
    given = manifest["inputs"]
    return isinstance(given, dict) and all(
        INPUT.fullmatch(name) and isinstance(digest, str) and HASH.fullmatch(digest)
        for name, digest in given.items()
    )


FORMS: dict[str, Callable[[Mapping[str, Any]], bool]] = {
    "released": lambda manifest: day(manifest) is not None,
    "previous": _follows,
    "level": _follows,
    "tools": _tools,
    "inputs": _inputs,
}
"""What is not about the rows: only its form can be judged."""
