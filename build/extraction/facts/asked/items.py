"""Words for kinds of information that somebody may ask for, from `lexicon/information.toml`."""

import re
from collections.abc import Iterator, Mapping

from extraction.lexicon import lists

KINDS = lists.table("information")
PAPERS, KEPT = (KINDS[name].replace("\n", "") for name in ("papers", "kept"))


def _pattern(row: Mapping[str, str]) -> str:
    """The pattern of a row; its records are payroll files, intake and booking records."""
    row = {key: value.replace("\n", "") for key, value in row.items()}
    words = [row["words"].replace("PAPERS", PAPERS)] if "words" in row else []
    if kinds := row.get("records"):
        before = rf"(?:{kinds})(?:(?:,| and|,? or| &)? (?:[\w’'-]+ )?(?:{kinds}))?"
        behind = rf"{KEPT} (?:for|from|of) (?:the )?(?:[a-z’']+ )?(?:{kinds})"
        words = [f"{before}{row.get('between', '')} {PAPERS}", behind, *words]
    return "|".join(words)


SOUGHT = [(row["code"], _pattern(row)) for row in KINDS["item"]]
"""Code and pattern; what is read first is taken before the entries behind it."""
_ITEMS = "|".join(rf"(?P<{name}_{at}>{words})" for at, (name, words) in enumerate(SOUGHT))
_ITEM = re.compile(rf"\b(?:{_ITEMS})(?!\w)")


def items(sentence: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where a stretch of a sentence names information that somebody may ask for.

    It is read in lower case: a pattern that disregards case takes three times as long.
    """
    low = sentence.lower()
    if len(low) != len(sentence):  # a letter that is longer in lower case
        low = sentence
    return _ITEM.finditer(low, start, len(low) if end is None else end)


def code_of(match: re.Match[str]) -> str:
    """The code of an item that was found.

    >>> [code_of(match) for match in items("All payroll files")]
    ['wage_records']
    """
    return (match.lastgroup or "").rpartition("_")[0]
