"""Words for kinds of information that somebody may ask for, from `lexicon/information.toml`."""

import re
from collections.abc import Mapping

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
SOUGHT_ITEM = re.compile(rf"\b(?:{_ITEMS})(?!\w)", re.I)


def code_of(match: re.Match[str]) -> str:
    """The code of an item that was found.

    >>> code_of(SOUGHT_ITEM.search("all payroll files"))
    'wage_records'
    """
    return (match.lastgroup or "").rpartition("_")[0]
