"""Phrase lists: which code a phrase stands for, everywhere or in one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .find import plain

LONGEST = 6  # words of a phrase for a code; a longer one is a sentence, and no phrase


@dataclass
class Phrases:
    """Codes by phrase, for every list, in all sources and in one alone."""

    _lists: dict[tuple[str, str | None], dict[str, str]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _merged: dict[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[tuple[str, str, str, str | None]]) -> Phrases:
        """Lists from (list, phrase, code, source or null for every source).

        >>> entries = [("agencies", "HIA", "harbor", None), ("agencies", "It", "hia", "s1")]
        >>> lists = Phrases.of(entries)
        >>> lists.codes("agencies", "s1")["it"], lists.codes("agencies", "s2")
        ('hia', {'hia': 'harbor'})
        """
        made = cls()
        for list_name, phrase, code, source in entries:
            made._lists[list_name, source].setdefault(key(phrase), code)
        return made

    def codes(self, list_name: str, source: str) -> Mapping[str, str]:
        """The codes of a list that hold in a source, by phrase; its own before the general ones."""
        if (list_name, source) not in self._merged:
            general = self._lists.get((list_name, None), {})
            self._merged[list_name, source] = general | self._lists.get((list_name, source), {})
        return self._merged[list_name, source]


def key(phrase: str) -> str:
    """A phrase as it is compared: plain white space and marks, no capitals."""
    return plain(phrase).casefold()
