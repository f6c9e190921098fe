"""How a value follows from words: one small function per derivation.

Each takes the words and what they were given besides, and returns the value as text, a set of days
for a date, or null where the words give none. Nothing here looks at the value that a row claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from . import date_phrases, edtf
from .edtf import DaySet
from .find import place, plain

Value = str | DaySet

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SMALL = {word: number for number, word in enumerate(UNITS)} | TENS
ONE = ("another", "the other", "a", "an", "once")
WHOLE = ("all", "both")
TIMES = {"once": 1, "twice": 2, "pair": 2, "couple": 2}
MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000}

A_PAPER = re.compile(
    r"(?:an?|the|(?:its|his|her) own) (?:[a-z-]+ ){0,3}"
    r"(?:subpoena|summons|letter|notice|request|demand)"
    r"|an? (?:(?:[a-z-]+ ){0,3}(?:man|woman|person)|single(?: [a-z]+)?)"
)
"""One of what is counted: "an administrative subpoena", "its own subpoena", "a single customer"."""
HALF_DOZEN = re.compile(r"\b(?:a )?half(?: a |[ -])dozen\b")
LONGEST = 200  # characters; longer words hold no number that anybody would cite
_TOKEN = re.compile(r"[a-z]+-?\d+\w*|\d+[a-z]\w*|\d{1,3}(?:,\d{3})+|\d+|[a-z]+")
"""A number, a word, or a code such as I-9, whose digits are no number."""


@dataclass(frozen=True)
class Given:
    """What a derivation was given besides the words. No member is blank."""

    phrases: Mapping[str, str] = field(default_factory=dict)
    anchor: DaySet | str | None = None
    direction: str = date_phrases.BEHIND
    bound: str | None = None
    members: tuple[str, ...] = ()


def literal(words: str, given: Given) -> str | None:
    """The words themselves.

    >>> literal("acting  ICE Director", Given())
    'acting ICE Director'
    """
    return " ".join(words.replace("\u00a0", " ").split()) or None


def vocabulary(words: str, given: Given) -> str | None:
    """The code that the phrase is listed for, without regard to case.

    >>> vocabulary("Mexican national", Given({"mexican national": "MEX"}))
    'MEX'
    """
    return given.phrases.get(plain(words).casefold())


def number_word(words: str, given: Given) -> str | None:
    """The one number in the words, in digits or letters; null where there is none, or two.

    'another' and 'the other' are one; 'all' and 'both' are the total that the anchor cell gives.

    >>> [number_word(w, Given()) for w in ("four", "38-year-old", "7,500", "four of six", "an I-9")]
    ['4', '38', '7500', None, None]
    >>> [number_word(w, Given()) for w in ("two hundred and six", "a federal demand")]
    ['206', '1']
    """
    text = plain(words).casefold()
    if text in WHOLE:
        return given.anchor if isinstance(given.anchor, str) else None
    numbers = _numbers(text)
    is_one = text in ONE or text.startswith(("another ", "the other ")) or A_PAPER.fullmatch(text)
    found = 1 if not numbers and is_one else _only(numbers)
    return None if found is None else str(found)


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


def _only(numbers: list[int | None]) -> int | None:
    """The number, if there is one alone."""
    return numbers[0] if len(numbers) == 1 else None


def _numbers(text: str) -> list[int | None]:
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


def count(words: str, given: Given) -> str | None:
    """How many members are listed: each member stands once in the words.

    A member that is a number with its noun ('three Mexican nationals') counts as that number.

    >>> count("three Mexican nationals and one Honduran national",
    ...       Given(members=("three Mexican nationals", "one Honduran national")))
    '4'
    """
    spans = [place(words, member) for member in given.members]
    found = sorted(span for span in spans if not isinstance(span, int))
    apart = all(left[1] <= right[0] for left, right in pairwise(found))
    if not found or len(found) < len(spans) or not apart:
        return None
    return str(sum(map(_size, given.members)))


def _size(member: str) -> int:
    """The number that a member begins with ('three Mexican nationals'), else one."""
    first = member.casefold().split()[0]
    parts = [first.replace(",", "")] if first[0].isdigit() else first.split("-")
    is_number = all(part.isdecimal() or part in SMALL for part in parts)
    number = _only(_numbers(first)) if is_number else None
    return 1 if number is None else number


def day(words: str, given: Given) -> DaySet | None:
    """The days that the words allow; with a bound, all days from or up to them.

    >>> edtf.edtf(day("Jan. 18", Given(anchor=edtf.parse("2020-01-20"), bound="not_before")))
    '[2020-01-18..]'
    """
    anchor = given.anchor if isinstance(given.anchor, tuple) else None
    found = date_phrases.resolve(words, anchor, given.direction)
    if not found or given.bound is None:
        return found or None
    if given.bound == "not_before":
        return edtf.union([(found[0][0], edtf.LAST)])
    return edtf.union([(edtf.FIRST, found[-1][1])])


DERIVATIONS: dict[str, Callable[[str, Given], Value | None]] = {
    "literal": literal,
    "vocabulary": vocabulary,
    "number_word": number_word,
    "count": count,
    "date": day,
}
"""The derivations that are run again on every check, by name."""
