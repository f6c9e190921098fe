"""How old people are said to be."""

import re
from collections.abc import Iterator

from extraction.facts.amounts import WORD_NUMBER, number
from extraction.facts.found import Found
from extraction.text.months import BEGUN_DAY, BEGUN_MONTH

AGE_WORD = rf"(?:\d{{1,3}}|{WORD_NUMBER}|hundred)"
AGES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "year-old",
        re.compile("old", re.I),
        re.compile(
            rf"\b(?<!under )(?<!over )(?<!than )(?P<age>{AGE_WORD})[- ]?years?[- ]olds?\b(?! "
            rf"(?:court|law|case|policy|file|company|building|tradition|agency|program))",
            re.I,
        ),
    ),
    (
        "aged",
        re.compile("age"),
        re.compile(
            rf"\b(?:aged?|at age|at the age of) (?P<age>{AGE_WORD})\b(?!(?: (?:to|and|or|"
            rf"months?|weeks?|days?)\b| ?[-–]))"
        ),
    ),
    (
        "name-age",
        re.compile(r", [1-9]\d"),
        re.compile(
            rf"\b(?!(?:{BEGUN_MONTH}|{BEGUN_DAY})[a-z]*\b)"
            r"(?P<name>[A-Z][\w’'-]+), (?P<age>[1-9]\d|1[01]\d)(?=[,;)]| (?:and|was|is|were|"
            r"had|who)\b|\.(?:\s|$))"
        ),
    ),
)

"""Rules, each with a hint without which its pattern matches nothing."""


def ages(sentence: str) -> Iterator[Found]:
    """How old somebody is said to be."""
    for rule, hint, pattern in AGES:
        if not hint.search(sentence):
            continue
        for match in pattern.finditer(sentence):
            value = number(match["age"])
            if value and 0 < int(value) < 120:
                parts = {"number": match.span("age")}
                span = match.span("age") if rule == "name-age" else match.span()
                yield Found("age", span, rule, value, parts, {})
