"""Dates in news: where they stand and which day they can mean.

Two steps. `find` looks for date expressions. `resolve` reads one in its sentence, against the day
of publication: a day, or an interval when only that much is known. A value is never narrower than
the words and the anchor allow, and a weekday is the latest one up to publication unless words say
that it lies ahead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from . import calendar_words as cal
from .calendar_words import MONTHS, NUMBERS, SEASONS, WEEKDAYS, Period
from .candidates import Candidate, Span
from .regions import DATE_LINE, KINDS, Region, reading

VERSION = 1
READS = frozenset(KINDS) - {"comments", "related_headline"}
Published = dt.date | tuple[dt.date, dt.date] | None
LONGEST_ANCHOR = 370  # days; a wider interval says too little to count from
HEAD = 600  # characters in which a printed dateline may stand
LEAN = 90  # days by which a date without any cue leans to the past
BEGUN = 300  # days by which "is to run from 3 March" leans ahead; it may just have begun
SENTENCE = 400  # characters of a sentence that are read on either side of a date

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
LONE_MONTH = (
    r"(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
UNIT = r"(?:hour|day|week|month|year|decade|century|centurie)"
COUNT = (
    r"(?:an?(?: (?:couple of|few))?|the|" + "|".join(w for w in NUMBERS if len(w) > 2) + ""
    r"|several|many|some|few|\d{1,3})"
)
YEAR = r"(?:1[6-9]|20)\d\d"
SEASON = r"(?:spring|summer|fall|autumn|winter)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
PART = r"(?:(?:the )?(?:early|late|mid|end of|beginning of|start of)[ -]{1,2}(?:in )?)"
NOT_A_YEAR = (
    r"(?! ?(?:year[ -]|people|men|women|\w{0,12}children|troops|soldiers|jobs|votes|"
    r"dollars|euros|pounds|miles|feet"
    r"|meters|metres|km|kg|pages|members|times|copies|employees|workers|students|points|square"
    r"|immigrants|aliens|detainers|subpoenas|hours|block)\b)"
)

FINDER = re.compile(
    rf"\b(?:{SHORT_WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?{MONTH},?\s+{YEAR}\b"
    rf"|\b(?:{SHORT_WEEKDAY},?\s+(?:the\s+)?)?{MONTH}\s*{DAY}(?!\d|:\d|%|\.\d|,\d)"
    rf"(?:\s?[-–]\s?{DAY}\b(?!\s*{MONTH}))?(?:,?\s+{YEAR}\b)?"
    rf"|\b{PART}?{MONTH},?\s+(?:of\s+)?{YEAR}\b"
    rf"|\b{YEAR}-\d\d-\d\d\b"
    rf"|(?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)(?![\d/])"
    r"|(?<![\d/])9/11(?![\d/])"
    rf"|\b(?:(?:last|next|this|this past|this coming|the following|the previous) )?{WEEKDAY}\b"
    r"|\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b"
    rf"|\b{COUNT}\]?[ -]{{1,2}}{UNIT}s?\s+(?:ago|back)\b(?! to| in| at| and)"
    r"|\b(?:the )?(?:past|last|previous)[ ]"
    rf"(?:(?:{COUNT}|couple of) {UNIT}s?|century|decade|few {UNIT}s)\b"
    r"|\b(?:the )?(?:last|this|next|this past|earlier this|later this|late last|"
    r"early next|early this"
    rf"|late this|this coming|later that|the following|previous) (?:week|weekend|"
    rf"month|year|{SEASON}"
    rf"|{LONE_MONTH}|March|May)\b(?! old| of age)"
    r"|\b(?:the )?(?:end|beginning|start|middle) of (?:the|this|last|next) (?:week|month|year)\b"
    r"|\byear[ -]end\b|\bthe (?:year|month|week|day) (?:before|after)(?=[,.;])"
    rf"|\b(?:the )?{PART}?(?:spring|summer|fall|autumn|winter)(?: of|,)? {YEAR}\b"
    rf"|\b(?:the )?{PART}?(?:{YEAR[:-4]}\d0)[’']?s\b|\b(?:the|in) (?:{'|'.join(cal.DECADES)})\b"
    r"|\b(?:the )?(?:early |late |mid-?)?(?:\d{2}(?:th|st)|twentieth|nineteenth|"
    r"twenty-first) century\b"
    rf"|\b(?:early|late|mid)[ -]{{1,2}}(?:in )?(?:{MONTH}(?!\w)|{YEAR}\b)"
    rf"|\b{LONE_MONTH}(?!\w)"
    r"|(?<=[Ii]n )(?:March|May)\b(?! [A-Z])|(?<=[Ss]ince )(?:March|May)\b|"
    r"(?<=[Ll]ast )(?:March|May)\b"
    rf"|(?<![\d$£€,.#/])\b{YEAR}\b(?![\d%/]|[,.]\d|-year){NOT_A_YEAR}"
    r"|(?<=[ ](?:in|of) )['’‘]\d\d\b(?!['’\w])",
    re.I,
)
QUANTITY_BEFORE = re.compile(
    r"(?:\b(?:than|nearly|almost|about|roughly|approximately|some|least|of|over|under|no\.|number"
    r"|room|route|highway|page|section|chapter) |[$£€#])$",
    re.I,
)
NAME_BEFORE = re.compile(r"[A-Z][\w.&]* $")
HEDGE_BEFORE = re.compile(
    r"\b(?:almost|nearly|about|around|roughly|some|over|more than|less than|just over|just under"
    r"|approximately|at least|up to)\s+$",
    re.I,
)
APPOSED = re.compile(r"\s{0,2}[,(]\s{0,2}(?:on )?")
CLOSING = re.compile(r"(?: night| morning| afternoon| evening)?,\s{1,2}")
NEAR_DAYS = frozenset(("today", "tonight", "this morning", "this evening", "this afternoon"))
WEEKDAY_NAME = re.compile(WEEKDAY)
VERB_MARCH = re.compile(r"\b(?:to|will|would|could|should|they|we|who|and) $")

FUTURE = re.compile(
    r"\b(?P<will>(?:will|shall|won[’']t|’ll|'ll)(?: not| also| then| now)?(?: be|"
    r" have)?(?: \w+)?)\b"
    r"|(?:’|')ll (?:be )?\w+"
    r"|\b(?P<set>(?:is|are|been|being) (?:now )?(?:set|scheduled|slated|due|booked|"
    r"planned) (?:for|on)\b)"
    r"|\b(?:is|are|am|was|were|been) (?:now )?(?:set|scheduled|slated|due|planned|expected|going"
    r"|planning|about|likely|supposed) to (?:be )?\w+"
    r"|\b(?:is|are) to (?:be )?\w+|\bset to (?:be )?\w+|\bplans? (?:to|for)\b"
    r"|\bnext (?:week|month|year|summer|spring|fall|winter)\b|\bupcoming\b|\bhopefully\b"
    r"|\bif\b|\bexpects?\b[^.]{0,40}?\bto \w+|\b(?:no later|sooner) than\b|\bdeadline\b",
    re.I,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|said|says|told|wrote|came|went|made|took|gave|held|began|got|found|saw"
    r"|met|sent|ran|won|lost|left|broke|knew|spoke|kept|put|brought|fell|rose|led|fled|shot"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )(?-i:[a-z]\w+ed)|ago|last (?:week|month|year)|yesterday|since)\b",
    re.I,
)
CLAUSE_END = re.compile(r"[.!?;][\"”’')]*\s+(?=[A-Z“\"‘])|[“”\"]|\n")
NOT_A_SENTENCE_END = re.compile(
    r"\b(?:[A-Z]|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|St|vs|No|[A-Z][a-z]{2,3}t?)\.\s+$"
)


class Sentence(NamedTuple):
    """What stands before and after a date in its own clause."""

    before: str
    after: str


class Reading(NamedTuple):
    """What a date expression means: its period, the rule that says so, and what it rests on."""

    period: Period | None
    rule: str
    basis: str
    direction: str


def dates(text: str, regions: Sequence[Region], published: Published = None) -> list[Candidate]:
    """Date expressions of a text, each with an EDTF value where one follows from the words.

    Without a publication date, what is told by weekday or by distance has no value. A dateline
    printed at the head of the text stands in for a publication date that is not given.
    """
    kind_at = reading(regions, READS)
    dateline = _dateline(text)
    anchor = _interval(published) or _interval(dateline[0] if dateline else None)
    anchor_span = dateline[1] if dateline and not _interval(published) else None
    found = []
    for start, end in find(text):
        region = kind_at(start)
        if region is not None:
            read = resolve(text, start, end, anchor)
            found.append(_candidate(text, start, end, region, read, anchor_span))
    return found


def find(text: str) -> Iterator[Span]:
    """Spans of the date expressions of a text, left to right, without overlaps."""
    for match in FINDER.finditer(text):
        start, end = match.span()
        if text[end - 1] == "," or text[end - 1].isspace():
            end -= 1
        if _is_date(text, start, end):
            yield start, end


def resolve(
    text: str, start: int, end: int, published: Published, direction: str | None = None
) -> Reading:
    """Reading of the date expression at a span, in its sentence."""
    sentence = _sentence(text, start, end)
    words = _plain(text[start:end])
    fixed = _fixed(words, sentence)
    if fixed:
        return Reading(fixed[0], fixed[1], "stated", "")
    way = direction or _direction(words, sentence)
    interval = _interval(published)
    hedged = bool(HEDGE_BEFORE.search(sentence.before))
    for rule, pattern, meaning in RULES:
        match = pattern.fullmatch(words)
        if match:
            period = _against(interval, lambda day, m=match, f=meaning: f(m, day, way))
            if period and hedged and rule == "ago" and not period.edtf.endswith("~"):
                period = cal.about(period, (period.latest - period.earliest).days // 2 + 1)
            basis = "stated_without_year" if rule in ("month-day", "month") else "relative"
            return Reading(period, rule, basis, way if rule in DIRECTED else "")
    return _beside(text, start, end, published) or Reading(None, "date-words", "relative", "")


def _beside(text: str, start: int, end: int, published: Published) -> Reading | None:
    """Reading of words such as "opening night" by the date that explains them after a comma."""
    if FINDER.fullmatch(text, start, end):
        return None
    opening = APPOSED.match(text, end)
    after = FINDER.match(text, opening.end()) if opening else None
    before = [m for m in FINDER.finditer(text, max(0, start - 60), start)]
    if not after and before and CLOSING.fullmatch(text, before[-1].end(), start):
        after = before[-1]
    if not after:
        return None
    return resolve(text, *after.span(), published)._replace(rule="apposition")


def _candidate(
    text: str, start: int, end: int, region: str, read: Reading, anchor: Span | None
) -> Candidate:
    """The proposal for one date expression."""
    attributes = {"basis": read.basis}
    if read.direction:
        attributes["direction"] = read.direction
    parts = {}
    if read.period:
        attributes["earliest"] = read.period.earliest.isoformat()
        attributes["latest"] = read.period.latest.isoformat()
        if read.basis != "stated" and anchor:
            parts["anchor"] = anchor
    else:
        partial = _without_year(_plain(text[start:end]))
        attributes.update({"partial": partial} if partial else {})
    return Candidate(
        kind="date",
        start=start,
        end=end,
        rule=read.rule,
        version=VERSION,
        region=region,
        value=read.period.edtf if read.period else None,
        parts=MappingProxyType(parts),
        attributes=MappingProxyType(attributes),
    )


def _interval(published: Published) -> tuple[dt.date, dt.date] | None:
    """Earliest and latest day of publication, or None when that says too little."""
    if published is None:
        return None
    first, last = published if isinstance(published, tuple) else (published, published)
    first, last = (d.date() if isinstance(d, dt.datetime) else d for d in (first, last))
    return (first, last) if 0 <= (last - first).days <= LONGEST_ANCHOR else None


def _dateline(text: str) -> tuple[dt.date, Span] | None:
    """The full date that stands alone on a line at the head of the text, with its span."""
    offset = 0
    for line in text[:HEAD].split("\n")[:8]:
        bare = line.strip()
        if DATE_LINE.match(bare):
            period = _fixed(_plain(bare), Sentence("", ""))
            start = offset + line.index(bare)
            if period and period[0]:
                return period[0].earliest, (start, start + len(bare))
        offset += len(line) + 1
    return None


def _against(
    interval: tuple[dt.date, dt.date] | None, meaning: Callable[[dt.date], Period | None]
) -> Period | None:
    """What the words mean against every possible day of publication, joined."""
    if interval is None:
        return None
    days = (interval[1] - interval[0]).days + 1
    periods = []
    for step in range(days):
        try:
            period = meaning(interval[0] + dt.timedelta(days=step))
        except (ValueError, OverflowError):  # no such day, or outside the calendar
            return None
        if period is None:
            return None
        periods.append(period)
    return cal.either(periods)


def _plain(words: str) -> str:
    """Lower case, one plain space between words, no dots, brackets or trailing commas."""
    words = " ".join(words.lower().split()).replace("’", "'").replace("‘", "'")
    words = re.sub(r"\s*-\s*", "-", words).translate(str.maketrans("", "", "[](),."))
    words = re.sub(r"(?<!^)'s$| s$", "", words)
    return re.sub(r"-related$", "", words).strip(" -")


def _sentence(text: str, start: int, end: int) -> Sentence:
    """The words of the same clause on both sides, never across a quotation mark."""
    before, after = text[max(0, start - SENTENCE) : start], text[end : end + SENTENCE]
    cuts = [
        match.end()
        for match in CLAUSE_END.finditer(before + "X")
        if not NOT_A_SENTENCE_END.search(before[: match.end()][-8:])
    ]
    stop = CLAUSE_END.search(after)
    return Sentence(before[cuts[-1] if cuts else 0 :], after[: stop.start() if stop else SENTENCE])


def _direction(words: str, sentence: Sentence) -> str:
    """`future`, `maybe-future`, `past` or nothing, from the verbs around a date.

    Only a cue that governs the date counts: the last one before it or, where the date opens
    the sentence, the first one after it.
    """
    if re.match(r"(?:next|this coming|coming|early next|later this)\b", words):
        return "future"
    if re.match(r"(?:last|this past|earlier|past|previous)\b", words):
        return "past"
    cues = [(m.start(), m.end(), m) for m in FUTURE.finditer(sentence.before)]
    taken = [(start, end) for start, end, _ in cues]
    cues += [
        (m.start(), m.end(), None)
        for m in PAST.finditer(sentence.before)
        if not any(start <= m.start() < end for start, end in taken)
    ]
    if cues:
        return _strength(max(cues, key=lambda cue: cue[0])[2])
    if len(sentence.before.split()) > 3:
        return ""
    ahead, behind = FUTURE.search(sentence.after), PAST.search(sentence.after)
    if ahead and (not behind or ahead.start() <= behind.start()):
        return _strength(ahead)
    return "past" if behind else ""


def _strength(cue: re.Match[str] | None) -> str:
    """How surely a cue puts a date ahead: `will` and `set for` do, `are to` may."""
    if cue is None:
        return "past"
    return "future" if cue["will"] or cue["set"] else "maybe-future"


def _is_date(text: str, start: int, end: int) -> bool:
    """Refuse numbers that are no years and words that are names or verbs."""
    words, before = text[start:end], text[max(0, start - 20) : start]
    if words.isdigit():
        ranged = re.match(r"\s?[-–]\s?\d{4}\b", text[end : end + 8])
        if QUANTITY_BEFORE.search(before) and not ranged and not before.endswith(("of ", "about ")):
            return False
        return not re.search(r"[^\d\s]-$", before)
    if WEEKDAY_NAME.fullmatch(words) and re.search(r"\b(?:an?|every|each)\s+$", before):
        return False  # "on a Monday" names no Monday
    if words.lower() in NEAR_DAYS and words[0].isupper() and NAME_BEFORE.search(before):
        return False  # a programme or a paper, such as USA Today
    if words.lower() in ("march", "may", "mar", "second"):
        return words[0].isupper() and not VERB_MARCH.search(before)
    if re.match(r"(?:march|may|mar|jan|dec|sun|sat|fri)\b", words):  # lower case: not a name
        return False
    return not re.match(r"(?:the|a|an|some|many|few) (?:day|week|month|year)s? back", words, re.I)


# --- Expressions that need no publication date ------------------------------------------------

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)")
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


def _fixed(words: str, sentence: Sentence) -> tuple[Period | None, str] | None:
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
    if words == "9/11" or words in ("sept 11", "september 11") and ATTACK.match(sentence.after):
        return cal.day(dt.date(2001, 9, 11)), "named-day"
    return None


def _full_day(words: str, sentence: Sentence) -> tuple[Period, str] | None:
    """A day, or some days of one month, with the year printed."""
    del sentence
    if match := ISO.fullmatch(words):
        return cal.day(dt.date(*map(int, match.groups()))), "iso-day"
    if match := SLASHED.fullmatch(words):
        number, day, year = map(int, match.groups())
        return cal.day(dt.date(year + 2000 * (year < 100), number, day)), "slashed-day"
    match = FULL.fullmatch(words) or BRITISH.fullmatch(words)
    if match and match["year"] and (number := _month_number(match["month"])):
        return _days(int(match["year"]), number, match), "full-day"
    return None


def _short_forms(words: str, sentence: Sentence) -> tuple[Period, str] | None:
    """A month, season, year, decade or century that names its year."""
    del sentence
    if (match := MONTH_YEAR.fullmatch(words)) and (number := _month_number(match["month"])):
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


def _days(year: int, number: int, match: re.Match[str]) -> Period:
    """The day of a match, or the days from its first to its last."""
    first = dt.date(year, number, int(match["day"]))
    return (
        cal.lasting(first, first.replace(day=int(match["last"])))
        if match["last"]
        else cal.day(first)
    )


@lru_cache(maxsize=512)
def _month_number(word: str) -> int | None:
    """1 to 12 for a month's name or an abbreviation of it."""
    if len(word) < 3 or word[:3] == "mar" and word not in ("mar", "march"):
        return None
    names = [name for name in MONTHS if name.startswith(word) or word == "sept" == name[:4]]
    return MONTHS.index(names[0]) + 1 if names else None


def _weekday_number(word: str | None) -> int | None:
    """0 for Monday to 6 for Sunday; None for no weekday."""
    names = [name for name in WEEKDAYS if word and len(word) >= 3 and name.startswith(word)]
    return WEEKDAYS.index(names[0]) if names else None


def _without_year(words: str) -> str | None:
    """EDTF with an unspecified year for a day or a month that prints none."""
    match = FULL.fullmatch(words) or BRITISH.fullmatch(words)
    if match and not match["year"] and (number := _month_number(match["month"])):
        return f"XXXX-{number:02d}-{int(match['day']):02d}" if int(match["day"]) <= 31 else None
    number = _month_number(words)
    return f"XXXX-{number:02d}" if number else None


# --- Expressions that are counted from publication --------------------------------------------


def _month_day(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """A day without its year: the nearest one, or the one on the side that the verbs tell.

    A printed weekday picks the year, when it fits one of the nearest.
    """
    number = _month_number(match["month"])
    if not number or match["year"]:
        return None
    years = [
        year
        for year in range(published.year - 1, published.year + 2)
        if _exists(year, number, match)
    ]
    weekday = _weekday_number(match["weekday"])
    fitting = [y for y in years if dt.date(y, number, int(match["day"])).weekday() == weekday]

    def distance(year: int) -> int:
        ahead = (dt.date(year, number, int(match["day"])) - published).days
        if ahead < 0 and way in ("future", "maybe-future"):
            return -ahead + (400 if way == "future" else BEGUN)
        if ahead < 0:
            return -ahead
        return ahead + (400 if ahead > 31 and way == "past" else 0 if way else LEAN)

    year = min(fitting or years, key=distance, default=None)
    return None if year is None else _days(year, number, match)


def _exists(year: int, number: int, match: re.Match[str]) -> bool:
    """Is there such a day in that year?"""
    try:
        _days(year, number, match)
    except ValueError:
        return False
    return True


def _month_alone(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """A month: the latest up to publication, or the next one where the words look ahead."""
    number = _month_number(match["month"])
    if not number:
        return None
    which = match["which"] or ""
    if which == "last":
        return cal.month(published.year - (number >= published.month), number)
    if which == "next" or way in ("future", "maybe-future"):
        return cal.month(published.year + (number < published.month), number)
    if which == "this":
        return cal.month(published.year, number)
    return cal.month(published.year - (number > published.month), number)


def _weekday(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """A weekday: the latest up to publication, unless words put it ahead.

    "Last Monday" and "next Monday" can skip one when it falls in the week of publication, and
    "are to meet on Monday" tells neither side: then both days remain.
    """
    weekday = WEEKDAYS.index(match["weekday"])
    latest = published - dt.timedelta(days=(published.weekday() - weekday) % 7)
    coming = published + dt.timedelta(days=(weekday - published.weekday()) % 7)
    which, week = match["which"] or "", dt.timedelta(days=7)
    if which == "last":
        before = latest if latest < published else latest - week
        return _both(before - week, before) if _same_week(before, published) else cal.day(before)
    if which == "next":
        after = coming if coming > published else coming + week
        return _both(after, after + week) if _same_week(after, published) else cal.day(after)
    if way == "future" or which in ("this coming", "coming"):
        return cal.day(coming)
    if way == "maybe-future" or which == "this" and way != "past":
        return cal.either([cal.day(latest), cal.day(coming)])
    return cal.day(latest)


def _both(first: dt.date, second: dt.date) -> Period | None:
    """One of two days."""
    return cal.either([cal.day(first), cal.day(second)])


def _same_week(one: dt.date, other: dt.date) -> bool:
    """Do two days lie in one week, counted from Sunday as American calendars do?"""
    return one.toordinal() // 7 == other.toordinal() // 7


def _near_day(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """Yesterday, today, tonight, tomorrow, last night, this morning."""
    del way
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match[0], 0)
    return cal.day(published + dt.timedelta(days=step))


YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def _ago(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """Some days, weeks, months, years ago: as exact as the unit, and about that when counted."""
    del way
    count, unit = _number(match["count"]), match["unit"].rstrip("s")
    if count is None:
        return Period(f"[..{published}]", dt.date(1, 1, 1), published)
    if unit == "hour":
        return cal.one_of(
            published - dt.timedelta(days=count // 24 + 1),
            published - dt.timedelta(days=count // 24),
        )
    if unit == "day":
        return cal.day(published - dt.timedelta(days=count))
    if unit == "week":
        return cal.about(cal.day(published - dt.timedelta(weeks=count)), 4)
    if unit == "month":
        return cal.about(cal.month(published.year, published.month - count), 16)
    scale = YEARS.get(unit, 100)
    return cal.about(cal.year(published.year - count * scale), 183 * scale)


def _number(word: str | None) -> int | None:
    """The number that a word or digits say; None for `several` and the like."""
    word = (word or "").removeprefix("the ").strip()
    return int(word) if word.isdigit() else NUMBERS.get(word)


def _span_of_time(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """The past few days, the last 30 years: a time that lasts up to publication."""
    unit = match["unit"].rstrip("s")
    count = _number(match["count"]) if match["count"] else 1
    if match["side"] in ("next", "coming") or way == "future":
        return Period(f"{published}/..", published, dt.date.max)
    if count is None or unit == "hour":
        return Period(f"../{published}", dt.date.min, published)
    if unit in ("day", "week"):
        days = count * (7 if unit == "week" else 1)
        return cal.lasting(published - dt.timedelta(days=days), published)
    if unit == "month":
        first = cal.month(published.year, published.month - count)
        return Period(f"{first.edtf}/{published:%Y-%m}", first.earliest, published)
    start = cal.year(published.year - count * YEARS.get(unit, 100))
    return Period(f"{start.edtf}/{published:%Y}", start.earliest, published)


def _near_period(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """Last week, this month, next year, earlier this summer, and the like."""
    which, unit = match["which"], match["unit"]
    step = -1 if re.search(r"last|previous", which) else 1 if re.search(r"next", which) else 0
    if "following" in which or "that" in which:
        return None
    if unit == "year":
        return _bounded(cal.year(published.year + step), which, published)
    if unit == "month":
        return _bounded(cal.month(published.year, published.month + step), which, published)
    if unit == "week":
        return _week(published, step, which)
    if unit == "weekend":
        return _weekend(published, step, way if "past" not in which else "past")
    return _near_season(published, step, unit)


def _bounded(period: Period, which: str, published: dt.date) -> Period:
    """A period whose days after (or before) publication the word `earlier` (`later`) rules out."""
    if "earlier" in which:
        return period._replace(latest=min(period.latest, published))
    return period._replace(earliest=max(period.earliest, published)) if "later" in which else period


def _week(published: dt.date, step: int, which: str) -> Period:
    """One unknown day of a week, whether weeks begin on Sunday or on Monday."""
    sunday = published - dt.timedelta(days=published.isoweekday() % 7)
    monday = published - dt.timedelta(days=published.weekday())
    shift = dt.timedelta(weeks=step)
    first, last = min(sunday, monday) + shift, max(sunday, monday) + shift + dt.timedelta(days=6)
    if "earlier" in which:
        last = published
    if "later" in which:
        first = published
    if "past" in which:  # "this past week" may end yesterday or be the calendar week
        first, last = min(first, published - dt.timedelta(days=8)), published
    return cal.one_of(first, last)


def _weekend(published: dt.date, step: int, way: str) -> Period | None:
    """Saturday and Sunday of the weekend meant; both weekends where nothing tells."""
    since = (published.weekday() - 5) % 7
    recent = published - dt.timedelta(days=since)
    coming = recent if since <= 1 else recent + dt.timedelta(days=7)
    one = dt.timedelta(days=1)
    if step > 0 or way == "future":
        return cal.one_of(coming, coming + one)
    if step < 0 or way == "past":
        return cal.one_of(
            recent - (recent == published) * 7 * one if step else recent, recent + one
        )
    return cal.either(cal.day(d) for s in (recent, coming) for d in (s, s + one))


def _near_season(published: dt.date, step: int, name: str) -> Period:
    """Last summer, this fall, next spring: by the year of publication, or either of two."""
    this = cal.season(published.year, name)
    if step < 0 and this.latest < published or step > 0 and this.earliest > published:
        return (
            this if step > 0 else cal.either([this, cal.season(published.year - 1, name)]) or this
        )
    return cal.season(published.year + step, name)


def _edge(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """The end of the year, the start of this month."""
    del way
    step = {"last": -1, "next": 1}.get(match["which"] or "", 0)
    unit = match["unit"] or "year"
    whole = {
        "year": lambda: cal.year(published.year + step),
        "month": lambda: cal.month(published.year, published.month + step),
        "week": lambda: _week(published, step, ""),
    }[unit]()
    # "By the end of the year" names the last day; the middle of a year names none.
    if match["edge"] in ("end", None) and unit != "week":
        return cal.day(whole.latest)
    return whole


def _year_before(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """The year before, told of a yearly figure of this year."""
    del way
    return cal.year(published.year - 1) if match[1] == "before" else None


def _two_digits(match: re.Match[str], published: dt.date, way: str) -> Period | None:
    """The latest year up to publication that ends in two digits."""
    del way
    return cal.year(published.year - (published.year - int(match[1])) % 100)


WEEKDAY_NAMES = "|".join(WEEKDAYS)
Meaning = Callable[[re.Match[str], dt.date, str], Period | None]
RULES: tuple[tuple[str, re.Pattern[str], Meaning], ...] = (
    ("month-day", FULL, _month_day),
    ("month-day", BRITISH, _month_day),
    (
        "weekday",
        re.compile(
            rf"(?:the )?(?:(?P<which>last|next|this past|this coming|this|coming|following|"
            rf"previous)"
            rf" )?(?P<weekday>{WEEKDAY_NAMES})(?: (?:night|morning|afternoon|evening))?"
        ),
        _weekday,
    ),
    (
        "near-day",
        re.compile(
            r"yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)"
        ),
        _near_day,
    ),
    ("ago", re.compile(rf"(?P<count>[\w ]+?)[ -](?P<unit>{UNIT}s?) (?:ago|back|earlier)"), _ago),
    (
        "near-period",
        re.compile(
            r"(?:the )?(?P<which>last|this past|this coming|earlier this|later this|late last"
            r"|early next|early this|late this|later that|this|next|following|previous)"
            rf" (?P<unit>week|weekend|month|year|{'|'.join(SEASONS)})"
        ),
        _near_period,
    ),
    (
        "span-of-time",
        re.compile(
            rf"(?:the )?(?P<side>past|last|next|coming|"
            rf"previous) (?:(?P<count>[\w ]+?) )?(?P<unit>{UNIT}s?)"
        ),
        _span_of_time,
    ),
    (
        "edge",
        re.compile(
            r"(?:the )?(?P<edge>end|beginning|start|middle) of (?P<which>the|this|last|next) "
            r"(?P<unit>week|month|year)|(?P<x>year)[ -]end"
        ),
        _edge,
    ),
    ("year-before", re.compile(r"the year (before|after)"), _year_before),
    (
        "month",
        re.compile(rf"(?:(?P<which>last|next|this|early|late|mid)[ -])?{MONTH_NAME}"),
        _month_alone,
    ),
    ("two-digit-year", re.compile(r"'?(\d\d)"), _two_digits),
)
DIRECTED = frozenset({"month-day", "weekday", "month", "near-period"})
