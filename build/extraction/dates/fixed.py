"""Date expressions that name their own year and need no day of publication."""

import datetime as dt
import re
from functools import lru_cache

from extraction.dates import periods as cal
from extraction.dates.direction import Sentence
from extraction.dates.periods import MONTHS, SEASONS, WEEKDAYS, Period

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)")
MONTH_NAME = "(?P<month>[a-z]{3,9})"
FULL = re.compile(
    rf"(?:(?P<weekday>\w+) )?(?:the )?{MONTH_NAME} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?:-(?P<last>\d{1,2})(?:st|nd|rd|th)?)?(?: (?P<year>\d{4}))?"
)
BRITISH = re.compile(
    rf"(?:(?P<weekday>\w+) )?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH_NAME}"
    r"(?P<last>)?(?: (?P<year>\d{4}))?"
)
PART_WORDS = r"(?:the )?(?:(?:early|late|mid|end of|beginning of|start of)[ -]?(?:in )?)?"
MONTH_YEAR = re.compile(rf"{PART_WORDS}{MONTH_NAME} (?:of )?(\d{{4}})")
YEAR_ALONE = re.compile(rf"{PART_WORDS}(\d{{4}})")
DECADE = re.compile(rf"{PART_WORDS}(\d{{3}})0'?s")
CENTURY = re.compile(
    r"(?:the )?(?:early |late |mid-?)?(\d\d|twentieth|nineteenth|twenty-first)(?:th|st)? century"
)
SEASON_YEAR = re.compile(rf"{PART_WORDS}({'|'.join(SEASONS)})(?: of)? (\d{{4}})")
ATTACK = re.compile(r"\s*(?:,? 2001\b|(?:terror(?:ist)? )?(?:attack|hijack)|terror)", re.I)


def fixed(words: str, sentence: Sentence) -> tuple[Period | None, str] | None:
    """Period and rule of an expression that names its own year, or None."""
    for read in (_named_day, _full_day, _short_forms):
        try:
            found = read(words, sentence)
        except (ValueError, OverflowError):  # 31 February is printed, but is no day
            return None, "impossible-day"
        if found:
            return found
    return None


def _named_day(words: str, sentence: Sentence) -> tuple[Period, str] | None:
    """The day that is known by its number alone."""
    if words == "9/11" or (words in ("sept 11", "september 11") and ATTACK.match(sentence.after)):
        return cal.day(dt.date(2001, 9, 11)), "named-day"
    return None


def _full_day(words: str, sentence: Sentence) -> tuple[Period, str] | None:
    """A day, or some days of one month, with the year printed."""
    del sentence
    if match := ISO.fullmatch(words):
        return cal.day(dt.date(*map(int, match.groups()))), "iso-day"
    if match := SLASHED.fullmatch(words):
        month, day, year = map(int, match.group(1, 3, 4))
        return cal.day(dt.date(year + 2000 * (year < 100), month, day)), "slashed-day"
    match = FULL.fullmatch(words) or BRITISH.fullmatch(words)
    if match and match["year"] and (number := month_number(match["month"])):
        return days(int(match["year"]), number, match), "full-day"
    return None


def _short_forms(words: str, sentence: Sentence) -> tuple[Period, str] | None:
    """A month, season, year, decade or century that names its year."""
    del sentence
    if (match := MONTH_YEAR.fullmatch(words)) and (number := month_number(match["month"])):
        return cal.month(int(match[2]), number), "month-year"
    if match := SEASON_YEAR.fullmatch(words):
        return cal.season(int(match[2]), match[1]), "season-year"
    if match := YEAR_ALONE.fullmatch(words):
        return cal.year(int(match[1])), "year"
    if match := DECADE.fullmatch(words):
        return cal.decade(int(match[1]) * 10), "decade"
    if match := CENTURY.fullmatch(words):
        names = {"twentieth": 20, "nineteenth": 19, "twenty-first": 21}
        return cal.century((names.get(match[1]) or int(match[1])) * 100 - 100), "century"
    if (bare := re.sub(r"^(?:in|the) ", "", words)) in cal.DECADES:
        return cal.decade(1900 + 10 * cal.DECADES[bare]), "decade"
    return None


def days(year: int, number: int, match: re.Match[str]) -> Period:
    """The day of a match, or the days from its first to its last."""
    first = dt.date(year, number, int(match["day"]))
    if match["last"]:
        return cal.lasting(first, first.replace(day=int(match["last"])))
    return cal.day(first)


@lru_cache(maxsize=512)
def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or an abbreviation of it."""
    if len(word) < 3 or (word[:3] == "mar" and word not in ("mar", "march")):
        return None
    names = [name for name in MONTHS if name.startswith(word) or word == "sept" == name[:4]]
    return MONTHS.index(names[0]) + 1 if names else None


def weekday_number(word: str | None) -> int | None:
    """0 for Monday to 6 for Sunday; None for no weekday."""
    names = [name for name in WEEKDAYS if word and len(word) >= 3 and name.startswith(word)]
    return WEEKDAYS.index(names[0]) if names else None


def without_year(words: str) -> str | None:
    """EDTF with an unspecified year for a day or a month that prints none."""
    match = FULL.fullmatch(words) or BRITISH.fullmatch(words)
    if match and not match["year"] and (number := month_number(match["month"])):
        return f"XXXX-{number:02d}-{int(match['day']):02d}" if int(match["day"]) <= 31 else None
    number = month_number(words)
    return f"XXXX-{number:02d}" if number else None


SINGLE = re.compile(r"\d{4}(?:-(?:0\d|1[012])(?:-\d\d)?)?~?")


def single(edtf: str | None) -> str | None:
    """The value where it is one date of any granularity, and no set or stretch of days.

    >>> single("2020-01~"), single("[2020-01-06,2020-01-13]")
    ('2020-01', None)
    """
    return edtf.rstrip("~") if edtf and SINGLE.fullmatch(edtf) else None
