"""How a value follows from words: one small function per derivation.

Each takes the words and what they were given besides, and returns the value as text, a set of days
for a date, or null where the words give none. Nothing here looks at the value that a row claims.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from . import date_phrases, edtf
from .edtf import DaySet
from .find import place, plain
from .number_words import SMALL, numbers_in, only

Value = str | DaySet

ONE = ("another", "the other", "a", "an", "once")
WHOLE = ("all", "both")

A_PAPER = re.compile(
    r"(?:an?|the|(?:its|his|her) own) (?:[a-z-]+ ){0,3}"
    r"(?:subpoena|summons|letter|notice|request|demand)"
    r"|an? (?:(?:[a-z-]+ ){0,3}(?:man|woman|person)|single(?: [a-z]+)?)"
)
"""One of what is counted: "an administrative subpoena", "its own subpoena", "a single customer"."""


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
    numbers = numbers_in(text)
    is_one = text in ONE or text.startswith(("another ", "the other ")) or A_PAPER.fullmatch(text)
    found = 1 if not numbers and is_one else only(numbers)
    return None if found is None else str(found)


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
    number = only(numbers_in(first)) if is_number else None
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
