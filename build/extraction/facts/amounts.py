"""Numbers in figures or words, and what they may count: "four immigration subpoenas"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extraction.text.candidates import Span
from extraction.text.months import BEGUN_MONTH
from extraction.text.words import word_set
from ice_subpoenas.derivations.number_words import NUMBERS, SMALL, TENS

_SMALL_WORD = "|".join(sorted((word for word, n in SMALL.items() if n), key=lambda w: (-len(w), w)))
WORD_NUMBER = rf"(?:(?:{_SMALL_WORD})(?:-(?:{_SMALL_WORD})){{0,2}})"
"""Words below a hundred with what hyphens join; some say no number, as in two-three files."""
MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_TIMES = rf"[ -](?:{'|'.join(MULTIPLES)})\b"
_HALF_OF = r"(?:half an?|an? half|half)"
NUMBER = (
    rf"(?:(?:(?:an?|{WORD_NUMBER}|{_HALF_OF})[ -])?dozens?"
    rf"|(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?|{WORD_NUMBER}|an?(?={_TIMES}))"
    rf"(?:{_TIMES}(?:(?: and)?[ -]{WORD_NUMBER})?){{0,7}}|"
    r"a (?:pair|couple)(?: of)?|hundreds|thousands)"
)
"""A number as a chain of multiples, a dozen or a pair; `number` tells what it says, if anything."""
_MORE = (
    rf"(?:(?: and (?:an?|one|three)[ -](?:half|third|quarter)s?)?"
    rf"(?:[ -](?:{'|'.join(MULTIPLES)}|dozen)s?\b)*)"
)
"""What, behind a number, makes it a part of another: one and a half, a couple of hundred."""


def number(words: str) -> str | None:
    """The number that words say, as digits; None for "dozens", and for "two-three".

    >>> number("7,500"), number("two million"), number("two hundred and six"), number("dozens")
    ('7500', '2000000', '206', None)
    """
    words = " ".join(words.lower().split())
    if re.fullmatch(r"a (?:pair|couple)(?: of)?", words):
        return "2"
    if dozens := re.fullmatch(r"(?:(.+)[ -])?dozen", words):
        half = re.fullmatch(_HALF_OF, dozens[1] or "")
        value = Decimal("0.5") if half else _value(dozens[1] or "a")
        return None if value is None else str(int(12 * value))
    value = _value(words)
    if value is None:
        return None
    return str(int(value)) if value == int(value) else str(value)


def _value(words: str, below: int = 10**12) -> Decimal | None:
    """What a chain of multiples says: each is larger than what stands behind it, and before it."""
    for name, times in reversed(MULTIPLES.items()):
        if times >= below or name not in words:
            continue
        match = re.fullmatch(rf"(.+?)[ -]{name}(?:(?: and)?[ -](.+))?", words)
        if match:
            lead = _value(match[1], times)
            rest = _value(match[2], times) if match[2] else Decimal(0)
            if lead is None or rest is None or max(lead, rest) >= times:
                return None
            return lead * times + rest
    return _small(words)


def _small(words: str) -> Decimal | None:
    """What figures or words without a multiple say; a hyphen joins only tens and units."""
    if re.fullmatch(r"[\d,]*\d(?:\.\d+)?", words):
        return Decimal(words.replace(",", ""))
    tens, _, units = words.partition("-")
    if units:
        joined = tens in TENS and 0 < SMALL.get(units, 0) < 10
        return Decimal(TENS[tens] + SMALL[units]) if joined else None
    return Decimal(NUMBERS[words]) if words in NUMBERS else None


_ALONE = re.compile(
    rf"(?<![\w$£€.,:/§#–-])(?=[\dadefhnost])(?>(?P<number>{NUMBER})(?P<more>{_MORE}))"
    r"(?![\w:/%–-]|[.,]\d)",
    re.I,
)
"""A number that is no sum of money, time of day, part of a code or of an age; and what adjoins."""
_VAGUE = re.compile(
    r"\b(?:half an? (?:hundred|thousand)|"
    r"(?:several|few|many|couple|couple of|pair of|baker[’']s)[ -]dozen)|"
    rf"\bbetween (?:an?|{WORD_NUMBER}){_TIMES}.* and ",
    re.I,
)
"""What tells, with the words before it, that a number is another one, or two: several dozen."""
_START = re.compile(
    r"\b(?:\d|one|two|thr|fou|fiv|six|sev|eig|nin|ten|ele|twe|thi|for|fif|half[ -]|doz|hun|tho|"
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
_NO_UNIT = word_set("""
of in on to for and the a or at by from who that are were is was had have has will would did do does
as than with into over under per not but if so this these those their its his her our my your years
months weeks days hours minutes miles acres dollars cents feet pages percent yards pounds inches
degrees points votes seconds says asks ours theirs yes perhaps afterwards besides always
""")
"""Words at which nothing is counted any more: function words and measures."""
_ONE = word_set("""
subpoena detainer request warrant demand summons letter order petition lawsuit case hold man woman
person individual inmate detainee prisoner suspect immigrant alien national citizen noncitizen
resident worker employee student patient tenant officer agent deputy official clerk sheriff county
city town state village district jail agency department office school university hospital court
company business employer farm conviction charge crime felony arrest release victim child family
record file document
""")
"""What "one" may count; it seldom counts anything."""
_MEASURE = re.compile(
    r" (?:a\.m|p\.m|years?|months?|weeks?|days?|hours?|minutes?|percent|dollars?|cents?|miles?|"
    r"feet|pages?|o[’']clock|million|billion)\b| ?%"
)
_NAMED = re.compile(r"(?:19|20)\d\d|[2-9]11")
"""A year, or the number of an emergency line."""
_AGE = re.compile(r"[A-Z][\w’'.-]*, $")
"""What stands before an age: Ana Ray, 21, left."""
_MONTH = re.compile(rf"\b{BEGUN_MONTH}[a-z]*\.? $")
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
        value = None if _is_no_amount(sentence, match) else number(match["number"])
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
    if match["more"] or _VAGUE.search(sentence, max(0, start - 14), end):
        return True
    if _NAMED.fullmatch(match.group()) or _MEASURE.match(sentence, end):
        return True
    before, behind = sentence[max(0, start - 14) : start], sentence[end : end + 1]
    item = before.endswith("(") and behind == ")"
    age = _AGE.search(before) and behind == "," and match.group().isdigit()
    return bool(item or age or _MONTH.search(before) or _LABEL.search(before))
