"""Turns of phrase of facts, read from the tables beside the modules that use them.

An entry of a table has a rule, its words, a pattern whose lines are joined, and a value, unless the
rule is named for it: what is said in other words by `said-privacy` is `privacy`. A piece
that several entries share is written once, under `pieces`, and stands in them as <PIECE>. The group
`cue` of a pattern, or `cue_2` and so on, are the words that tell.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tomli

from extraction.text.needs import Needed, holds, needed

_PIECE = re.compile(r"<([A-Z]+)>")


class Phrase:
    """A turn of phrase, and what it tells; it is compiled when a text first holds its letters."""

    def __init__(self, rule: str, value: str, words: str, flags: int) -> None:
        self.rule, self.value = rule, value
        self._words, self._flags = words, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern of its words."""
        return re.compile(self._words, self._flags)

    @cached_property
    def letters(self) -> Needed:
        """Letters of which a text must hold one for the pattern to match."""
        return needed(self._words)

    def matches(self, sentence: str, low: str) -> Iterator[re.Match[str]]:
        """Where it stands in a sentence, which is given in lower case too."""
        if not self.letters or holds(low, self.letters):
            yield from self.pattern.finditer(sentence)


@cache
def table(module: str) -> Mapping[str, Any]:
    """The table beside a module."""
    return tomli.loads(Path(module).with_suffix(".toml").read_text(encoding="utf-8"))


def words_of(module: str, words: str, pieces: Mapping[str, str] | None = None) -> str:
    """Words of a table as a pattern: its lines are joined, and pieces stand where they are named.

    Further pieces may be given, which come from lists of words.
    """
    known = {**table(module).get("pieces", {}), **(pieces or {})}
    joined = "".join(line.lstrip() for line in words.split("\n"))
    while _PIECE.search(joined):
        joined = _PIECE.sub(lambda piece: words_of(module, known[piece[1]], pieces), joined)
    return joined


def phrases(
    module: str, flags: int = re.I, pieces: Mapping[str, str] | None = None
) -> tuple[Phrase, ...]:
    """The turns of phrase of the table beside a module, in their order."""
    return tuple(
        Phrase(
            row["rule"],
            row.get("value") or row["rule"].removeprefix("said-").replace("-", "_"),
            words_of(module, row["words"], pieces),
            flags,
        )
        for row in table(module)["phrase"]
    )
