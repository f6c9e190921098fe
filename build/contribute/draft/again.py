"""Draft a text a second time: what the draft before wrote is taken away, unless somebody edited it.

Which files a draft wrote is noted in a file of the checkout that git ignores.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from contribute.draft.pages.article import Article
from ice_subpoenas.published.names import sha256
from printing import Refusal
from reviewed import paths
from texts.seeds import SUMS
from writing import document, write

NOTED = ".drafts.json"
"""For each text that was drafted, by its address or hash, the files written, with their hashes."""
HELD = re.compile(r"seeds/\d{3}_[0-9a-f]{16}\.txt")


def take_away(root: Path, given: Article) -> None:
    """Remove what the draft before of this text wrote."""
    noted = _noted(root)
    files = noted.pop(_key(given), {})
    there = {name: path for name in files if (path := _path(root, name)).is_file()}
    if edited := [name for name, path in there.items() if sha256(path) != files[name]]:
        raise Refusal(
            f"a draft of this text is there, and {', '.join(edited)} was edited since; to draft "
            f"it again, first remove {', '.join(there)} (of a held text also its line in {SUMS})"
        )
    held = [path.name for name, path in there.items() if HELD.fullmatch(name)]
    if held:
        lines = document(root / SUMS).splitlines(keepends=True)
        write(root / SUMS, "".join(line for line in lines if line.split()[-1:] != held))
    for path in there.values():
        path.unlink()
    if there:
        write(root / NOTED, json.dumps(noted, indent=1))


def note(root: Path, given: Article, names: Iterable[str]) -> None:
    """Note the files that a draft wrote."""
    written = {name: sha256(_path(root, name)) for name in names}
    write(root / NOTED, json.dumps(_noted(root) | {_key(given): written}, indent=1))


def _noted(root: Path) -> dict[str, dict[str, str]]:
    path = root / NOTED
    return dict(json.loads(document(path))) if path.is_file() else {}


def _key(given: Article) -> str:
    return given.head.get("url") or hashlib.sha256(given.text.encode()).hexdigest()


def _path(root: Path, name: str) -> Path:
    return root / name if HELD.fullmatch(name) else paths.target(root, name)
