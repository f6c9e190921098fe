"""Names that a held text prints and that are kept out of everything published.

Rows of withheld list them by the SHA-256 of their words in lower case, so that the reviewed
files do not print them either. A digest stands for one word, or for several in a row.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ice_subpoenas.derivations.find import Span
from ice_subpoenas.problem import Problem
from ice_subpoenas.relations.declared import unnested
from ice_subpoenas.relations.open import Relations
from ice_subpoenas.row import ID, Column
from ice_subpoenas.rules.declare import RULES
from ice_subpoenas.sql import literal, quoted
from reviewed.files import Block

LONGEST = 6  # words of a name
WORD = re.compile(r"[^\W\d_]+")
DIGEST = re.compile(r"[0-9a-f]{64}")
LETTER = r"[a-zA-ZÀ-ÖØ-öø-ÿ\x{0100}-\x{02FF}\x{0370}-\x{1FFF}]"
CAPITALIZED = f"list_filter(regexp_extract_all(value, '{LETTER}{{2,}}'), lambda w: w <> lower(w))"
"""SQL for the words of a value that may be names. The class \\p{L} takes ten times as long."""


def digest(words: Sequence[str]) -> str:
    """What stands for a name.

    >>> digest(["Lena", "Osk"]) == hashlib.sha256(b"lena osk").hexdigest()
    True
    """
    return hashlib.sha256(" ".join(words).casefold().encode()).hexdigest()


def digests(blocks: Iterable[Block]) -> tuple[frozenset[str], list[Problem]]:
    """The digests that blocks list, and what is wrong with blocks of another form."""
    found: set[str] = set()
    problems = []
    for block in blocks:
        if block.table != "withheld":
            continue
        if _is_sound(block.data):
            found |= set(block.data["digests"])
        else:
            message = "withheld: needs digests, each a SHA-256 in hexadecimal, and a reason"
            remedy = 'write digests = ["…"] and reason = "…"'
            problems.append(RULES["wrong-value"].at(block.place(), message, remedy))
    return frozenset(found), problems


def _is_sound(data: Any) -> bool:
    listed = data.get("digests")
    return (
        set(data) == {"digests", "reason"}
        and isinstance(data["reason"], str)
        and isinstance(listed, list)
        and all(isinstance(each, str) and DIGEST.fullmatch(each) for each in listed)
    )


def spans(text: str, listed: frozenset[str]) -> Iterator[Span]:
    """Where withheld names stand in a text."""
    if not listed:
        return
    words = [found for found in WORD.finditer(text) if found[0][0].isupper()]
    for n, first in enumerate(words):
        for size in range(1, LONGEST + 1):
            name = words[n : n + size]
            if len(name) == size and digest([word[0] for word in name]) in listed:
                yield first.start(), name[-1].end()


AROUND = (
    "quote around the name; or, if whoever has it speaks in a public role, take the digest of the "
    "name out of the row of `withheld` in the text's file"
)
"""What to do where words print a withheld name."""


def problems(relations: Relations, listed: frozenset[str]) -> Iterator[Problem]:
    """Cells of what would be published that print a withheld name."""
    if not listed:
        return
    parts = [
        unnested(
            table,
            {"c": [literal(name) for name in names], "value": [quoted(name) for name in names]},
        )
        for table in relations.filled()
        if (names := [column.name for column in table.columns() if _is_prose(column)])
    ]
    printed = f"({' UNION ALL '.join(parts)})"
    con = relations.con
    words = con.execute(
        f"SELECT DISTINCT unnest({CAPITALIZED}) FROM (SELECT DISTINCT value FROM {printed})"
    ).fetchall()
    named = [word for (word,) in words if digest([word]) in listed]
    if not named:
        return
    for table, row_id, column in con.execute(
        f"SELECT DISTINCT table_name, row_id, c FROM {printed} "
        f"WHERE list_has_any({CAPITALIZED}, ?) ORDER BY ALL",
        [named],
    ).fetchall():
        message = f"{table} {row_id}.{column} prints a name that is withheld"
        place = relations.places.of(table, row_id, column)
        yield RULES["naming-decision"].at(place, message, AROUND)


def _is_prose(column: Column) -> bool:
    is_free = column.type is str and not column.codes and not column.references
    return is_free and column.pattern not in ("^[0-9a-f]{64}$", ID)
