"""Phrases of one text for a code that no row uses, such as those of a likely row that was deleted.

Words for a body or a person stay: a text may name somebody of whom no row tells.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from check import stages
from ice_subpoenas.derivations.phrases import key
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.tables import TABLE
from reviewed.files import PhraseEntry
from reviewed.form import formatted
from reviewed.paths import FOLDER
from reviewed.toml import STRING
from writing import write

LISTED = r"(?<![\w.-]){code} = \[(?P<own>(?:\s*(?:" + STRING.pattern + r"),?)*)\s*\]"
USED = (
    "SELECT e.source_id, d.list_name, e.exact FROM evidence e JOIN stems d "
    "ON e.table_name = d.table_name AND e.column_name = d.stem WHERE d.list_name IS NOT NULL"
)
NAMES = frozenset((*TABLE, "publisher"))
"""Lists of words that name somebody or something."""


def take_out(root: Path, sound: stages.Sound, relations: Relations) -> Iterator[str]:
    """Take out phrases for codes that nothing uses in their text; what was done, a line each."""
    rows = relations.con.execute(USED).fetchall()
    used = {(source, name, key(words)) for source, name, words in rows}
    for entry in sound.phrases:
        is_own = entry.source is not None and entry.list_name not in NAMES
        if is_own and (entry.source, entry.list_name, key(entry.phrase)) not in used:
            path = root / FOLDER / entry.place.file
            old = path.read_text("utf-8")
            if (new := _without(old, entry)) != old:
                write(path, formatted(new))
                name = f"{FOLDER}/{entry.place.file}"
                yield f"{name}: nothing uses the phrase “{entry.phrase}”; it is taken out"


def _without(text: str, entry: PhraseEntry) -> str:
    """A file without a phrase, and without its code if that has no other."""
    block = text.find(f"[phrases_in.{entry.source}]")
    codes = (re.escape(each) for each in (entry.code, f'"{entry.code}"'))
    code = rf"(?:{re.escape(entry.list_name)}\.)?(?:{'|'.join(codes)})"
    begun = re.compile(rf"^{re.escape(entry.list_name)}\b", re.M).search(text, max(block, 0))
    found = re.compile(LISTED.format(code=code)).search(text, begun.start()) if begun else None
    if block < 0 or found is None:
        return text
    strings = STRING.findall(found["own"])
    kept = [each for each in strings if key(each[1:-1]) != key(entry.phrase)]
    if kept:
        return f"{text[: found.start('own')]}{', '.join(kept)}{text[found.end('own') :]}"
    before, behind = text[: found.start()], text[found.end() :]
    is_first = before.endswith("{ ")
    before = before if is_first else before.removesuffix(", ")
    rest = before + (behind.removeprefix(", ") if is_first else behind)
    return re.sub(rf"(?m)^{re.escape(entry.list_name)}(?: = \{{ *\}})?\n", "", rest)
