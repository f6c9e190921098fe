"""Times by which something may be due: a length of time, or a day with its hour.

Days are those that the engine of dates finds, and a few that only a deadline makes sense of: the
15th, Memorial Day, noon, the close of business.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.dates.find import find
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Span
from extraction.text.months import LONG_MONTH
from extraction.text.needs import holds, needed

_UNIT = (
    r"(?:business |working |calendar |school |court |full |short |extra |additional |added |more )*"
    r"(?:day|week|month|hour|fortnight)"
)
LENGTH = re.compile(
    rf"\b(?P<number>{NUMBER}|an?|another(?: {NUMBER})?|(?:as few as |as little as )?{NUMBER})[ -]"
    rf"(?P<unit>{_UNIT}s?)\b(?! (?:ago|later|earlier|old|apart|in (?:jail|prison|custody)|"
    r"of (?:experience|age|work))\b)",
    re.I,
)
"""How long: fourteen calendar days, another week, a 48-hour limit."""
_OF_LENGTH = needed(LENGTH.pattern)
_CLOCK = (
    r"(?:noon|midnight|\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|(?:the )?(?:close|end) of (?:the )?business"
    r"(?: day)?|the end of (?:the )?(?:business |working )?day|sundown|(?:five|four|noon) "
    r"o[’']clock)"
)
_HOLIDAY = (
    r"(?:(?:Memorial|Labor|Columbus|Veterans|Presidents[’']?|New Year[’']s|Independence|"
    r"Thanksgiving|Christmas|Valentine[’']s|Flag|Election|Mother[’']s|Father[’']s) (?:Day|Eve)|"
    r"Halloween|Thanksgiving|Christmas|Easter|Juneteenth|the (?:holidays|weekend)|spring "
    r"break)"
)
_LATE = (
    r"(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:elev|thirte|fourte|fifte|sixte|sevente|"
    r"eighte|ninete)enth|twelfth|twentieth|twenty-\w+|thirtieth|thirty-first)"
)
_NTH = rf"the (?:\d{{1,2}}(?:st|nd|rd|th)|first|second|third|{_LATE})"
_BEFORE_NTH = "".join(
    f"(?<={word} )|" for word in "by until till through before is was due on".split()
)
_OWN_DAY = re.compile(
    rf"\b(?:{_HOLIDAY}|{_NTH} of (?:{LONG_MONTH}|(?:the|this|next) (?:month|year))|"
    rf"the \d{{1,2}}(?:st|nd|rd|th)(?! [A-Za-z]+)|the \d{{1,2}}(?:st|nd|rd|th)(?= (?:to|of|and|or|"
    rf"but|is|"
    rf"was|at|for|in|on)\b)|(?:{_BEFORE_NTH[:-1]})the {_LATE}(?! [A-Za-z]+)|\d{{1,2}} (?:of )"
    rf"?{LONG_MONTH}|"
    r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|the last (?:business )?day(?: allowed)?|"
    rf"(?:{_BEFORE_NTH[:-1]})day {NUMBER}|{_CLOCK})",
    re.I,
)
_OWN = re.compile(
    r"the (?:\d|last|first|second|third|holidays|weekend)|\d(?: of)? [A-Z]|/\d|Day\b|day \w|"
    r"th\b|[a-z]e?th\b|"
    r"Eve\b|Hallow|Thanks|Christmas|Easter|Junet|break|noon|midnight|[ap]\.?m\b|business|"
    r"the end|sundown|o[’']clock",
    re.I,
)
"""Pieces of words without any of which no such day stands in a sentence."""
_BEFORE = re.compile(
    rf"(?:{_CLOCK},?(?: on| of)? |the (?:last|end|middle) (?:\w+ )?of (?:the )?|(?:the|this|"
    r"next) (?:coming )?)+$",
    re.I,
)
_BEHIND = re.compile(
    rf"(?:,? (?:at )?{_CLOCK}|,? at (?:\d{{1,2}}|noon|five|four|nine|ten)\b|[’'] time\b)", re.I
)
_HOUR_OF = re.compile(rf"\b{_CLOCK},?(?: on| of)? ", re.I)
"""An hour, up to the day that may follow."""
_NO_DAY = re.compile(r"\d{4}|.*\b(?:ago|back|yesterday|past|century)|\W", re.I)


class Time(NamedTuple):
    """A time; `number` and `unit` are where a length of time says how long."""

    span: Span
    number: Span | None = None
    unit: Span | None = None


def times(sentence: str) -> list[Time]:
    """The times of a sentence, from left to right.

    >>> sentence = "by noon on Friday, or in ten days"
    >>> [sentence[slice(*time.span)] for time in times(sentence)]
    ['noon on Friday', 'ten days']
    """
    told = LENGTH.finditer(sentence) if holds(sentence.lower(), _OF_LENGTH) else ()
    lengths = [Time(match.span(), match.span("number"), match.span("unit")) for match in told]
    found = sorted([*lengths, *map(Time, _days(sentence))], key=lambda time: time.span)
    apart: list[Time] = []
    for time in found:
        if not apart or time.span[0] >= apart[-1].span[1]:
            apart.append(time)
    return apart


def _days(sentence: str) -> Iterator[Span]:
    """Days and hours, each with what stands around it."""
    named = [span for span in find(sentence) if not _NO_DAY.fullmatch(sentence[slice(*span)])]
    own = [match.span() for match in _OWN_DAY.finditer(sentence)] if _OWN.search(sentence) else []
    hours = {m.start(): m.end() for m in _HOUR_OF.finditer(sentence)} if own else {}
    own = [span for span in own if hours.get(span[0]) not in {start for start, _ in named}]
    end = -1
    for start, stop in sorted([*named, *own], key=lambda span: (span[0], -span[1])):
        before = _BEFORE.search(sentence, max(0, start - 50), start)
        behind = _BEHIND.match(sentence, stop)
        if start >= end:
            end = behind.end() if behind else stop
            yield (before.start() if before else start), end
        end = max(end, stop)
