"""Numbers in words and digits, as they stand in a text."""

from __future__ import annotations

import re
from typing import NamedTuple

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SMALL = {word: number for number, word in enumerate(UNITS)} | TENS
"""Numbers below a hundred that one word says."""
NUMBERS = SMALL | {"a": 1, "an": 1, "hundred": 100}
"""What one word before a noun can say."""
TIMES = {"once": 1, "twice": 2, "pair": 2, "couple": 2}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}
HALF_DOZEN = re.compile(r"\b(?:a )?half(?: a |[ -])dozen\b")
LONGEST = 200  # characters; longer words hold no number that anybody would cite
_TOKEN = re.compile(r"[a-z]+-?\d+\w*|\d+[a-z]\w*|\d{1,3}(?:,\d{3})+|\d+|[a-z]+")
"""A number, a word, or a code such as I-9, whose digits are no number."""


class _Number(NamedTuple):
    """A number where it stands in a text; null where the words do not tell it: several hundred."""

    value: int | None
    unit: int
    """What its last word counts: ones, hundreds; 0 for a number to which "and" joins nothing."""
    start: int
    end: int

    def takes(self, other: _Number) -> bool:
        """Whether "and" joins another number to this one: two hundred and six."""
        if self.value is None or other.value is None or self.unit not in (100, 1000):
            return False
        return other.value < self.unit and other.unit in (1, 100)


def only(numbers: list[int | None]) -> int | None:
    """The number, if there is one alone."""
    return numbers[0] if len(numbers) == 1 else None


def numbers_in(text: str) -> list[int | None]:
    """The numbers in a text; null for one that its words do not tell."""
    if len(text) > LONGEST:
        return []
    text = HALF_DOZEN.sub("six", text)
    found: list[_Number] = []
    for number in _parts(text):
        last = found[-1] if found and "between" not in text else None
        if last and text[last.end : number.start].strip() == "and" and last.takes(number):
            found[-1] = number._replace(value=(last.value or 0) + (number.value or 0))
        else:
            found.append(number)
    return [number.value for number in found]


def _parts(text: str) -> list[_Number]:
    """The numbers in a text as far as no "and" joins them."""
    found: list[_Number] = []
    before = ""
    for match in _TOKEN.finditer(text):
        token, (start, end) = match[0], match.span()
        last = found[-1] if found and not text[found[-1].end : start].strip(" -") else None
        times, small = MULTIPLES.get(token), SMALL.get(token)
        if token[0].isdigit() and token[-1].isdigit():
            found.append(_Number(int(token.replace(",", "")), 0, start, end))
        elif times and last and last.value is not None:
            found[-1] = _Number(last.value * times, times, last.start, end)
        elif times:
            found.append(_Number(times if before in ("a", "another") else None, times, start, end))
        elif small and small < 10 and last and last.value is not None and before in TENS:
            found[-1] = last._replace(value=last.value + small, end=end)
        elif small is not None:
            found.append(_Number(small, 1, start, end))
        elif token in TIMES:
            found.append(_Number(TIMES[token], 0, start, end))
        before = token
    return found
