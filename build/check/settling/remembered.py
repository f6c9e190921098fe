"""What the script proposes for a text, kept from one run to the next.

A proposal follows from the text, its day and the code alone. Half a second of imports, and about a
second of reading, are saved where none of them changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ice_subpoenas.derivations
from extraction.text.candidates import Candidate
from printing import Refusal
from reviewed.paths import ROOT
from writing import write

if TYPE_CHECKING:
    from extraction.dates.dates import Published

FILE = ROOT / ".proposals.json"
"""Proposals by what they follow from. It may be deleted at any time."""
MOST = 32  # texts; those whose proposals were made last
CODE = (ROOT / "build" / "extraction", Path(ice_subpoenas.derivations.__file__).parent)


@lru_cache(maxsize=64)
def proposed(text: str, published: Published) -> tuple[Candidate, ...]:
    """What the script proposes for a text of that day, as `propose` gives it."""
    key = _digest((code(), repr(published), text))
    kept = _kept()
    if key in kept:
        with contextlib.suppress(TypeError, KeyError, AttributeError):  # not as written below
            return tuple(map(_candidate, kept[key]))
    from extraction.propose import propose

    found = tuple(propose(text, published))
    others = [each for each in kept.items() if each[0] != key][1 - MOST :]
    with contextlib.suppress(OSError, Refusal):  # a checkout that nobody may write to
        write(FILE, json.dumps(dict([*others, (key, list(map(asdict, found)))])))
    return found


@cache
def code() -> str:
    """What this Python and all files that proposals follow from contain, as a hash."""
    return _digest((sys.version, *_contents()))


def _contents() -> Iterator[str | bytes]:
    for folder in CODE:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(folder).as_posix()
                yield path.read_bytes()


def _kept() -> dict[str, Any]:
    """What the file holds; nothing where there is none, or it is damaged."""
    try:
        kept = json.loads(FILE.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _candidate(said: dict[str, Any]) -> Candidate:
    parts = {name: (start, end) for name, (start, end) in said.pop("parts").items()}
    return Candidate(**said, parts=parts)


def _digest(parts: Iterable[str | bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()
