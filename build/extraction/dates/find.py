"""Where date expressions stand in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from extraction.text.candidates import Span
from extraction.text.document import matches
from extraction.text.months import DAYS, MONTH, MONTHS, WEEKDAY
from extraction.text.words import word_set
from ice_subpoenas.derivations.date_phrases import DECADES
from ice_subpoenas.derivations.number_words import NUMBERS

LONE_MONTH = (
    rf"(?:{'|'.join(name for name in MONTHS if name not in ('March', 'May'))}"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
)
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
    rf"|\b(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)\s+of\s+{MONTH}(?!\w)"
    rf"|\b(?:{SHORT_WEEKDAY},?\s+(?:the\s+)?)?{MONTH}\s*{DAY}(?!\d|:\d|%|\.\d|,\d)"
    rf"(?:\s?[-–]\s?{DAY}\b(?!\s*{MONTH}))?(?:,?\s+{YEAR}(?!\d))?"
    rf"|\b{PART}?{MONTH},?\s+(?:of\s+)?{YEAR}\b"
    rf"|\b{YEAR}-\d\d-\d\d\b"
    rf"|(?<![\d/])\d{{1,2}}/\d{{1,2}}/(?:{YEAR}|\d\d)(?![\d/])"
    rf"|(?<![\d-])\d{{1,2}}-\d{{1,2}}-{YEAR}(?![\d-])"
    r"|(?<![\d/])9/11(?![\d/])"
    rf"|\b(?:the )?{WEEKDAY} before last\b"
    rf"|\b(?:(?:last|next|this|this past|this coming|the following|the previous) )?{WEEKDAY}\b"
    r"(?: of (?:last|this|next) week\b)?"
    r"|\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b"
    rf"|\b{COUNT}\]?[ -]{{1,2}}{UNIT}s?\s+(?:ago|back)\b(?! to| in| at| and)"
    r"|\b(?:the )?(?:past|last|previous)[ ]"
    rf"(?:(?:{COUNT}|couple of) {UNIT}s?|century|decade|few {UNIT}s)\b"
    rf"|\bthe last week (?:of|in) {MONTH}(?!\w)"
    r"|\b(?:the )?(?:last|this|next|this past|earlier this|later this|late last|"
    r"early next|early this"
    rf"|late this|this coming|later that|the following|previous) (?:week|weekend|"
    rf"month|year|{SEASON}"
    rf"|{LONE_MONTH}|March|May)\b(?! old| of age)"
    r"|\b(?:the )?(?:end|beginning|start|middle) of (?:the|this|last|next) (?:week|month|year)\b"
    r"|\byear[ -]end\b|\bthe (?:year|month|week|day) (?:before|after)(?=[,.;])"
    rf"|\b(?:the )?{PART}?(?:spring|summer|fall|autumn|winter)(?: of|,)? {YEAR}\b"
    rf"|\b(?:the )?{PART}?(?:{YEAR[:-4]}\d0)[’']?s\b|\b(?:the|in) (?:{'|'.join(DECADES)})\b"
    r"|\b(?:the )?(?:early |late |mid-?)?(?:\d{2}(?:th|st)|twentieth|nineteenth|"
    r"twenty-first) century\b"
    rf"|\b(?:early|late|mid)[ -]{{1,2}}(?:in )?(?:{MONTH}(?!\w)|{YEAR}\b)"
    rf"|\b{LONE_MONTH}(?!\w)(?: of (?:last|this|next) year\b)?"
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

NEAR_DAYS = frozenset(("today", "tonight", "this morning", "this evening", "this afternoon"))
WEEKDAY_NAME = re.compile(WEEKDAY)
VERB_MARCH = re.compile(r"\b(?:to|will|would|could|should|they|we|who|and) $")

HEADS = word_set("""
last next this yest toda toni tomo past prev earl late mid spri summ fall autu wint year end begi
star midd the in a an nine twen many some few seve
""") | {word[:4] for word in NUMBERS}
HEADS |= {name[:size].lower() for name in (*MONTHS, *DAYS) for size in (3, 4)}
"""The first four letters of every word that a date expression can begin with."""
UNITS = frozenset({"hou", "day", "wee", "mon", "yea", "dec", "cen"})
COUNTED = frozenset({word[:4] for word in NUMBERS} | {"a", "an", "many", "some", "few", "seve"})
"""Of these, words that begin one only before a unit of time."""
MAY_STAND = frozenset({"nine", "twen"})
"""The nineteenth and the twentieth century need no number before them."""
AFTER_IN = frozenset(decade[:3] for decade in DECADES)
AFTER_THE = word_set("""
the las nex thi pas pre fol ear lat mid end beg sta spr sum fal aut win nin twe
""")
MARKS = ("'", "’", "‘")
"""What stands for the century of a year: '09."""


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(patterns))})"


def _before(letters: Iterable[str]) -> str:
    """What goes on behind a head: the rest of its word, and the first letters of the next one."""
    return rf"\w*(?=[ \t\n\r\xa0\]-]{{0,9}}(?i:{_any(letters)}))"


_BEHIND = {
    **dict.fromkeys(COUNTED - MAY_STAND, _before(UNITS | {"cou", "few"})),
    **dict.fromkeys(("end", "begi", "star", "midd"), r"\w*(?= of)"),
    "year": r"\w*(?=[ -]end)",
    "the": _before(AFTER_THE | AFTER_IN | UNITS | {r"\d"}),
    "in": _before(AFTER_IN),
}
"""What must stand behind some of these words, as a pattern."""


def _beginnings() -> str:
    """A pattern for all heads: in small letters, in capitals, or with one; by the first letter."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for head in HEADS:
        behind = ("" if len(head) == 4 else r"(?!\w)") + _BEHIND.get(head, "")
        for case in {head, head.title(), head.upper()}:
            found[case[0]][behind].append(case[1:])
    return _any(
        first + _any(_any(rests) + behind for behind, rests in same.items())
        for first, same in found.items()
    )


_HEAD = re.compile(rf"\b(?:\d+|{_beginnings()})")

NO_DATE = re.compile(
    r"(?:march|may|mar|jan|dec|sun|sat|fri)\b|"  # in lower case these are no names
    r"(?i:(?:the|a|an|some|many|few) (?:day|week|month|year)s? back)"
)
"""Words that are found as a date, and are none."""


def find(text: str) -> Iterator[Span]:
    """Spans of the date expressions of a text, left to right, without overlaps."""
    for match in matches(FINDER, text, _starts(text)):
        start, end = match.span()
        if text[end - 1] == "," or text[end - 1].isspace():
            end -= 1
        if _is_date(text, start, end):
            yield start, end


def _starts(text: str) -> Iterator[int]:
    """Positions where a date expression may begin; a look at its head spares the pattern."""
    for match in _HEAD.finditer(text):
        start, end = match.span()
        if end - start == 2 and text[start].isdigit() and text[start - 1 : start] in MARKS:
            yield start - 1
        yield start


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
        return False  # a program or a paper, such as USA Today
    if words.lower() in ("march", "may", "mar", "second"):
        return words[0].isupper() and not VERB_MARCH.search(before)
    return not NO_DATE.match(words)
