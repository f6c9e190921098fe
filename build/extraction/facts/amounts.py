"""Numbers in figures or words, and what they may count: "four immigration subpoenas"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.dates.periods import NUMBERS
from extraction.text.candidates import Span

WORD_NUMBER = (
    "(?:"
    + "|".join(
        sorted((w for w in NUMBERS if w not in ("a", "an", "zero")), key=lambda w: (-len(w), w))
    )
    + ")"
)
MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_MULTIPLE = f"(?:{'|'.join(MULTIPLES)})"
_SMALL = f"{WORD_NUMBER}(?:-{WORD_NUMBER})?"
NUMBER = (
    rf"(?:(?:(?:an?|{WORD_NUMBER}|half a|a half)[ -])?dozens?"
    rf"|\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?(?: {_MULTIPLE})?"
    rf"|{_SMALL}(?: {_MULTIPLE}(?:(?: and)? {_SMALL})?)?|a (?:hundred|thousand)|"
    r"a (?:pair|couple)(?: of)?|hundreds|thousands)"
)


SUM = re.compile(rf"(.+ {_MULTIPLE})(?: and)? ({_SMALL})")


def number(words: str) -> str | None:
    """The number that words say, as digits; None for "dozens".

    >>> number("7,500"), number("two million"), number("two hundred and six"), number("dozens")
    ('7500', '2000000', '206', None)
    """
    words = re.sub(r"^a (?=hundred|thousand)", "one ", " ".join(words.lower().split()))
    if match := SUM.fullmatch(words):
        parts = [number(part) or "" for part in match.groups()]
        return str(sum(map(int, parts))) if all(map(str.isdigit, parts)) else None
    factor = 1
    for name, times in MULTIPLES.items():
        if words.endswith(" " + name):
            words, factor = words[: -len(name) - 1], times
    if re.fullmatch(r"[\d,]+", words):
        return str(int(words.replace(",", "")) * factor)
    if re.fullmatch(r"\d+\.\d+", words):
        whole, part = words.split(".")
        scaled = int(whole + part) * factor
        return str(scaled // 10 ** len(part)) if scaled % 10 ** len(part) == 0 else words
    values = [NUMBERS.get(word) for word in words.split("-")]
    if words.startswith(("a pair", "a couple")):
        return "2"
    if words.endswith(("dozen", "half-dozen")) and words.count(" ") < 3:
        lead = re.split(r"[ -]dozen$", words)[0]
        each = {"dozen": 12, "a": 12, "half a": 6, "a half": 6}.get(lead, 12 * NUMBERS.get(lead, 0))
        return str(each) if each else None
    return str(sum(v for v in values if v) * factor) if all(v is not None for v in values) else None


_ALONE = re.compile(
    rf"(?<![\w$£€.,:/§#–-])(?=[\dadefhnost])(?P<number>{NUMBER})(?![\w:/%–-]|[.,]\d)", re.I
)
"""A number that is no sum of money, time of day, part of a code or of an age."""
_START = re.compile(
    r"\b(?:\d|one|two|thr|fou|fiv|six|sev|eig|nin|ten|ele|twe|thi|for|fif|half |doz|hun|tho|"
    r"an? (?:half|pair|couple|dozen|hun|tho))"
)
"""Where a number may begin, in lower case."""
COUNT_STEMS = (
    *"0123456789",
    *(f"{word}{behind}" for word in ("one", "ten") for behind in " .,;-"),
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve", "teen"),
    *("twenty", "thirty", "forty", "fifty", "dozen", "hundred", "thousand", "a pair", "a couple"),
)
"""Stems of which a sentence must hold one to count anything."""
_OF = re.compile(
    rf" of (?:(?:all|the|those|these|its|their|his|her|our|my|them)\b ?)*(?P<total>{NUMBER}(?= ))?",
    re.I,
)
"""What stands between a part and its whole: three of the four men."""
_WORD = re.compile(r" ?(?P<word>[^\W\d][\w’'-]*)(?P<comma>,?)")
_PLURAL = re.compile(
    r"[a-z][\w’'-]*[^s’'\W]s$|(?:men|women|people|children|folks|personnel|kids|teens)$", re.I
)
FURTHEST = 5  # words behind a number, the last of which may be what it counts
_NO_UNIT = frozenset(
    """
of in on to for and the a or at by from who that are were is was had have has will would did do does
as than with into over under per not but if so this these those their its his her our my your years
months weeks days hours minutes miles acres dollars cents feet pages percent yards pounds inches
degrees points votes seconds says asks ours theirs yes perhaps afterwards besides always
""".split()
)
"""Words at which nothing is counted any more: function words and measures."""
_ONE = frozenset(
    """
subpoena detainer request warrant demand summons letter order petition lawsuit case hold man woman
person individual inmate detainee prisoner suspect immigrant alien national citizen noncitizen
resident worker employee student patient tenant officer agent deputy official clerk sheriff county
city town state village district jail agency department office school university hospital court
company business employer farm conviction charge crime felony arrest release victim child family
record file document
""".split()
)
"""What "one" may count; it seldom counts anything."""
_MEASURE = re.compile(
    r" (?:a\.m|p\.m|years?|months?|weeks?|days?|hours?|minutes?|percent|dollars?|cents?|miles?|"
    r"feet|pages?|o[’']clock|million|billion)\b| ?%"
)
_NAMED = re.compile(r"(?:19|20)\d\d|[2-9]11")
"""A year, or the number of an emergency line."""
_AGE = re.compile(r"[A-Z][\w’'.-]*, $")
"""What stands before an age: Ana Ray, 21, left."""
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $")
_LABEL = re.compile(
    r"(?:\b(?:no|article|section|sec|title|chapter|page|district|u\.s\.c|number|rule|room|channel|"
    r"route|bill|form|docket)\.? |[§#])$",
    re.I,
)
"""What stands before a number that only names something: Rule 26."""


class Amount(NamedTuple):
    """A number that may count something, with what it may count."""

    span: Span
    """From the number to what is counted."""
    number: Span
    value: str
    """The number in digits."""
    unit: Span | None
    """What is counted; None where it was named before."""
    between: tuple[str, ...]
    """The words between the number and what is counted, in lower case."""
    total: Span | None
    """The number of the whole of which a part is counted."""
    of: bool
    """Whether a part of a whole is counted."""


def amounts(sentence: str) -> Iterator[Amount]:
    """Every number of a sentence that may count something.

    >>> [(each.value, sentence[slice(*each.span)]) for sentence in ["It has two of the five files."]
    ...  for each in amounts(sentence)]
    [('2', 'two of the five files'), ('5', 'five files')]
    """
    end = 0
    for start in _START.finditer(sentence.lower()):
        match = _ALONE.match(sentence, start.start()) if start.start() >= end else None
        if match is None:
            continue
        end = match.end()
        value = None if _is_no_amount(sentence, match) else number(match.group())
        if value is None:
            continue
        part = _OF.match(sentence, end)
        is_one = match.group().lower() == "one"
        unit, between = _unit(sentence, part.end() if part else end, is_one)
        if is_one and (part or unit is None):
            continue
        total = part.span("total") if part and part["total"] else None
        span = (match.start(), unit[1] if unit else end)
        yield Amount(span, match.span(), value, unit, between, total, part is not None)


def _unit(sentence: str, at: int, is_one: bool) -> tuple[Span | None, tuple[str, ...]]:
    """The noun behind a number, and the words before it: of several plurals, the last."""
    words: list[str] = []
    found: Span | None = None
    between = 0
    for _ in range(FURTHEST):
        match = _WORD.match(sentence, at)
        if match is None or match["word"].lower() in _NO_UNIT:
            break
        low = match["word"].lower()
        if low in _ONE if is_one else _PLURAL.match(low):
            found, between = match.span("word"), len(words)
        elif found:
            break
        words.append(low)
        at = match.end()
        if match["comma"] and found:
            break
    return found, tuple(words[:between] if found else ())


def _is_no_amount(sentence: str, match: re.Match[str]) -> bool:
    """Whether a number is a year, a day of a month, a measure or a label rather than a count."""
    start, end = match.span()
    if _NAMED.fullmatch(match.group()) or _MEASURE.match(sentence, end):
        return True
    before, behind = sentence[max(0, start - 14) : start], sentence[end : end + 1]
    item = before.endswith("(") and behind == ")"
    age = _AGE.search(before) and behind == "," and match.group().isdigit()
    return bool(item or age or _MONTH.search(before) or _LABEL.search(before))
