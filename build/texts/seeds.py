"""The texts that are held: their characters as decoded, and their hashes."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.rules.declare import RULES
from reviewed.decode import decode, linked

FOLDER = "seeds"
SUMS = f"{FOLDER}/SHA256SUMS"
LAST_HELD = 100  # documents that are not held have higher numbers
NAME = re.compile(r"\d{3}_[\w.-]+\.txt")


@dataclass(frozen=True)
class Text:
    """A held text: its source id, its path, its characters as decoded, and its hash."""

    source_id: str
    path: str
    text: str
    sha256: str


def is_of_text(source_id: str) -> bool:
    """Whether a source has the id of a held text, whether or not the text is there.

    >>> [is_of_text(each) for each in ("s000", "s100", "s101", "s1000", "agency")]
    [True, True, False, False, False]
    """
    return bool(re.fullmatch(r"s\d{3}", source_id)) and int(source_id[1:]) <= LAST_HELD


def read(root: Path) -> tuple[dict[str, Text], list[Problem]]:
    """The texts by source id; one that is missing, changed, unlisted or not UTF-8 is a problem."""
    folder = root / FOLDER
    if is_linked := linked(root, FOLDER):
        return {}, is_linked
    listed, problems = _checksums(root)
    texts: dict[str, Text] = {}
    present = sorted(folder.glob("*.txt"))
    numbers = Counter(path.name[:3] for path in present)
    for path in present:
        text, wrong = _read(path, folder, listed, numbers[path.name[:3]])
        problems += wrong
        if text:
            texts[text.source_id] = text
    for name in sorted((listed or {}).keys() - {path.name for path in present}):
        place = Place(f"{FOLDER}/{name}", 1)
        message = f"{SUMS} lists this text and it is not there"
        problems.append(RULES["seed-missing"].at(place, message))
    return texts, problems


def _read(
    path: Path, folder: Path, listed: dict[str, str] | None, n_alike: int
) -> tuple[Text | None, list[Problem]]:
    """A text, if its file can be read, and what is wrong with it, such as another hash."""
    name = f"{FOLDER}/{path.name}"
    if not NAME.fullmatch(path.name) or n_alike > 1:
        message = "a text is named by three digits of its own, such as 005_name.txt"
        return None, [RULES["file-refused"].at(Place(name, 1), message, "rename the file")]
    content = decode(path, name, folder, is_text=True)
    if isinstance(content, Problem):
        return None, [content]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    text = Text(f"s{path.name[:3]}", name, content, digest)
    expected = digest if listed is None else listed.get(path.name)
    if digest == expected:
        return text, []
    said = "is not listed in" if expected is None else "differs from"
    message = f"the text {said} {SUMS} ({digest[:12]}…)"
    return text, [RULES["seed-changed"].at(Place(name, 1), message)]


def _checksums(root: Path) -> tuple[dict[str, str] | None, list[Problem]]:
    """The hash of every text by file name; null, with a problem, where there is no list."""
    path = root / SUMS
    if not path.exists():
        return None, [RULES["seed-missing"].at(Place(SUMS, 1), "the list of hashes is not there")]
    content = decode(path, SUMS, path.parent)
    if isinstance(content, Problem):
        return None, [content]
    pairs = (line.split("  ", 1) for line in content.splitlines() if "  " in line)
    return {name: digest for digest, name in pairs}, []
