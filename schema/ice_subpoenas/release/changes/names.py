"""Names of people that were taken out: telling of it must not print them again."""

import re
from collections.abc import Iterable

from .facts import Rows

TAKEN_OUT = "(name taken out)"


def taken_out(old: Rows, new: Rows) -> frozenset[str]:
    """Names of people that no row has any more, whole and word by word; corrected ones are not."""
    now = {row["individual_id"]: row.get("name") for row in new.get("individuals_referenced", ())}
    kept = set(now.values())
    gone = {
        str(row["name"])
        for row in old.get("individuals_referenced", ())
        if row.get("name") and row["name"] not in kept and not now.get(row["individual_id"])
    }
    return frozenset(gone | {word for name in gone for word in name.split() if len(word) > SHORT})


SHORT = 2  # letters of a word of a name that is not looked for alone: an initial, 'de'


def without(text: str, names: Iterable[str]) -> str:
    """A text in which no such name stands: telling of its removal must not print it again.

    >>> without("phrases/Osk/code: Lena Osk’s", ["Lena Osk", "Osk"])
    'phrases/(name taken out)/code: (name taken out)’s'
    """
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    if not longest_first:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", TAKEN_OUT, text)
