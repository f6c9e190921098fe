"""Turns of phrase by what they tell, read from the tables beside the modules that use them.

In a table a pattern is written as in those of extraction; `(?i)` at its start: in any case.
"""

import re
from collections.abc import Mapping

from extraction.facts.phrases import table, words_of

ANY_CASE = "(?i)"


def turns(
    module: str, part: str, pieces: Mapping[str, str] | None = None
) -> dict[str, re.Pattern[str]]:
    """The patterns of a part of the table beside a module, each by its code, in their order."""
    return {code: turn(module, words, pieces) for code, words in table(module)[part].items()}


def turn(module: str, words: str, pieces: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """The pattern of words of the table beside a module."""
    joined = words_of(module, words, pieces)
    flags = re.I if joined.startswith(ANY_CASE) else re.NOFLAG
    return re.compile(joined.removeprefix(ANY_CASE), flags)
