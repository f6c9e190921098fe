"""Turns of phrase by what they tell, read from the tables beside the modules that use them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extraction.facts.phrases import table, words_of


def turns(
    module: str, part: str, pieces: Mapping[str, str] | None = None
) -> dict[str, re.Pattern[str]]:
    """The patterns of a part of the table beside a module, each by its code, in their order."""
    listed = table(module)[part].items()
    return {code: re.compile(words_of(module, words, pieces)) for code, words in listed}
