"""By when somebody is to answer: within how long, or by which day.

A time is a deadline if the words beside it tie it to an answer: before it, such as `due on` or
`gave the county until`; or behind it, such as `to respond` or `is the return date`.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from extraction.facts.amounts import number
from extraction.facts.asked.times import Time, times
from extraction.facts.found import Found
from extraction.text.candidates import Span
from extraction.text.months import BEGUN_MONTH

ANSWER = (
    r"(?:respond|reply|comply|answer|produce|turn (?:\w+ ){0,4}?over|hand (?:\w+ ){0,4}?over|"
    r"provide|submit|appear|object|testify|deliver|furnish|surrender|disclose|release (?:the|its|"
    r"all|those|these|it|them)|obey|cooperate|give (?:it|them) up|send|return|have (?:it|them|"
    r"everything) ready|quash|do so|be in|be there|withdraw|challenge|contest)"
)
_PAPER = (
    r"(?:subpoenas?|summons(?:es)?|papers?|forms?|letters?|documents?|notices?|demands?|orders?|"
    r"instruments?|requests?|thing|one)"
)
_ASKER = (
    r"(?:agents?|agency|ICE|DHS|HSI|Department|Investigations|government|feds|officers?|office)"
)
_BY = (
    r"(?:by|before|no later than|not later than|on or before|ahead of|prior to|not after|"
    r"in advance of)(?: about| around)?"
)
_IN = r"(?:within|in|inside(?: of)?|no more than|in no more than|not more than)"
_FEW = r"(?:(?:only|just|a mere|about|barely|exactly|up to|all of|at least|no more than|the) )*"
_TILL = rf"(?:(?:until|till|through|to|up to) )?{_FEW}"
_BODY = (
    r"(?:county|city|town|state|district|sheriff|clerk|office|board|university|college|recipients?|"
    r"agency|department|hospital|school|jail|mayor|registrar|superintendent|bureau|chief|"
    r"custodian|commission|council|governor|division|official|lawyer|respondents?|employers?)s?"
)
_WHOM = (
    r"(?:it|us|them|him|her|me|you|(?:the|each|every|any|that|this|a|her|his|its|their|our) "
    r"(?:[\w’'.-]+ ){0,3}?[\w’'-]+|(?-i:[A-Z])[\w’'.-]+(?: (?:of )?(?-i:[A-Z])[\w’'.-]+)"
    r"{0,4}(?:[’']s \w+)?|recipients|officials|employers|people|counties|cities)"
)
_GIVES = (
    r"\b(?P<cue>(?:gave|gives|(?<!to )give|given|giving|allow(?:s|ed|ing)?|grant(?:s|ed|ing)?|"
    r"offer(?:s|ed)))"
    rf"(?: {_WHOM})?,? (?:an? “?\w+”? )?"
)
_WHO = rf"(?:\b(?:it|they|he|she|we|you|I|who|which|{_BODY})|\b(?-i:[A-Z])[\w’'-]+)"
_HAS = (
    rf"{_WHO}(?: now| still| then)? (?P<cue>(?:has|have|had|got|gets|get|won|wins|received|secured|"
    r"obtained|been given|(?:was|were|is|are) (?:given|granted|allowed|allotted)))(?: itself|"
    r" himself| herself| themselves)? "
)
_DUE_DATE = (
    r"(?:deadlines?|dates? for (?:compliance|production|answering)|due dates?|return dates?|"
    r"response dates?|answer[- ]by dates?|compliance dates?|"
    r"cut-?off(?: date)?|time limits?|new dates?|return time|date of return|dates? (?:on|in|set "
    rf"by|set in|named in|given in) (?:the|each|both|its|that|those|this) (?:\w+ )?{_PAPER}|dates? "
    rf"(?:printed |set )?on (?:it|them|those)|time "
    r"to \w+|(?:response |compliance |production |notice |grace )(?:windows?|periods?|times?|"
    r"dates?)|ultimatum|turnaround)"
)


class Tie(NamedTuple):
    """What, beside a time, ties it to an answer."""

    rule: str
    words: re.Pattern[str]
    of_days: bool = True
    """Whether it ties a day."""
    of_lengths: bool = True
    """Whether it ties a length of time."""

    def fits(self, is_length: bool) -> bool:
        return self.of_lengths if is_length else self.of_days


def _tie(rule: str, words: str, of_days: bool = True, of_lengths: bool = True) -> Tie:
    return Tie(rule, re.compile(words, re.I), of_days, of_lengths)


BEFORE: tuple[Tie, ...] = (
    _tie(
        "due",
        rf"\b(?P<cue>due(?: back)?|returnable|return by|answerable)(?!.{{0,9}} court)(?:,|(?: "
        rf"\w+){{0,2}}?(?:,? (?:on|until|{_BY}|{_IN}))?) $",
    ),
    _tie(
        "answer-by",
        rf"\b(?P<cue>(?:{ANSWER}|(?:comply|respond|produc|answer|provid|submitt|deliver|turn|hand)"
        r"ing|be (?:\w+ly )?(?:\w+(?:ed|en)|sent|made|brought)(?: over)?|(?:answer|response|reply|"
        r"production|"
        rf"compliance)(?: is| was| were)?(?: \w+)?)),? (?:[^.;“”]{{0,120}}? )?(?:{_BY}|{_IN}) $",
    ),
    _tie("no-later-than", r"\b(?P<cue>no later than|not later than) $"),
    _tie("is-to", rf"\b(?P<cue>shall|must|ordered to|required to),? (?:{_BY}|{_IN}) $"),
    _tie(
        "wanted-by",
        r"(?<!\bwe )(?<!\bI )(?<!\bthe )(?<!\beach )(?<!\ba )(?<!\ban )(?<!\bits )"
        r"\b(?P<cue>(?:want(?:s|ed)?|call(?:s|ed|ing)? (?:for|on)|demand(?:s|ed|"
        r"ing)?|asks? for|asked for|command(?:s|ed|ing)?|order(?:s|ed|ing)?|requir(?:es|ed|ing)|"
        r"summon(?:s|ed)|direct(?:s|ed|ing)|instruct(?:s|ed)|se?eks|sought|insist(?:s|ed) on)),? "
        r"(?:[^.;“”]{1,150}? )?"
        rf"(?:{_BY}|{_IN}) $",
    ),
    _tie("gives", rf"{_GIVES}{_FEW}$", of_days=False),
    _tie("gives-until", rf"{_GIVES}(?:an? extension )?(?:until|till|through|to) {_FEW}$"),
    _tie(
        "says",
        rf"\b(?:{_PAPER}|{_ASKER}|it|they)(?: \w+){{0,2}}? (?P<cue>(?:sets?|fix(?:es|ed)|leaves?|"
        r"states|stated|says?|specif(?:ies|ied)|lists?|listed|names?|carr(?:ies|ied)|bears?|bore)"
        rf")(?: {_WHOM})? {_TILL}$",
    ),
    _tie("paper-said", rf"\b(?:{_PAPER}|line) (?P<cue>said) {_TILL}$"),
    _tie("paper-has", rf"\b{_PAPER} (?P<cue>has|have|had|carries|with) {_FEW}(?:an? )?$"),
    _tie("has", rf"{_HAS}{_FEW}$", of_days=False),
    _tie("has-until", rf"{_HAS}(?:until|till|through) {_FEW}$"),
    _tie(
        "extended",
        r"\b(?P<cue>(?:extension|extended|more time|reprieve|adjournment|(?:date|deadline|return|"
        r"clock)\b[^.;,]{0,30} (?:pushed|moved|postponed|put off|ran|runs)(?: back)?)),?(?: "
        r"[^.;,“”]{1,30}?)? (?:to|until|through) $",
        of_lengths=False,
    ),
    _tie("extension", r"\b(?P<cue>extension) of $", of_days=False),
    _tie(
        "deadline-is",
        rf"\b(?P<cue>{_DUE_DATE})(?:[’']s)?,?(?: [^.;,“”]{{1,40}}?,?)?[”\"]?(?:,? which)?(?: (?:is|"
        rf"was|are|were"
        r"|of|for|on|at|fell on|falls on|comes|came|to|now|set|until|ran|runs|out|"
        r"pass(?:es|ed)|expires?d?|looms|lapse[sd]?|arrives?d?|hits|being))+ "
        rf"{_TILL}$|\b(?P<cue_2>{_DUE_DATE})(?:,|:| [-–—]|[’']s) $",
    ),
)
"""What stands before a time and ties it."""
ASSERTED: tuple[Tie, ...] = (
    _tie("extension", r"[ -](?P<cue>extension)\b", of_days=False),
    _tie(
        "to-answer",
        rf" (?:to|in which to|within which to) (?P<cue>{ANSWER})\b(?! to (?:us|me)\b)",
        of_days=False,
    ),
    _tie(
        "for-a-reply",
        r" (?:for|to make|to file) (?:an? |its |their |his |her |the )?(?:\w+ )?(?P<cue>reply|"
        r"response|answer|compliance|production|objections?)\b",
        of_days=False,
    ),
)
"""What stands behind a time and ties it, unless it is only supposed: it would have a week to."""
BEHIND: tuple[Tie, ...] = (
    _tie(
        "its-deadline",
        r"(?:[’']s)?[ -](?:(?:compliance|response|return|answer|final|first|original|due) )?"
        r"(?P<cue>deadlines?|due date|return date|cut-?off|time limit|limit|window|return|fuse|"
        r"clock|turnaround|ultimatum|response time|(?:response |compliance |notice )period)"
        r"\b(?! for (?:an )?appeal)",
    ),
    _tie(
        "is-the-date",
        r",? (?:is|was|being),? (?:\w+ ){0,2}?(?P<cue>(?:the )?(?:last day|deadline|due date|"
        r"return date|dates? (?:on|in|set|given|printed|named))|when (?:it|they|the \w+) (?:is|are|"
        r"was|were) due)|,? which (?:is|was) (?P<cue_2>the (?:due |return )?(?:date|deadline))",
        of_lengths=False,
    ),
    _tie(
        "from-service",
        r" (?:from|of|after) (?:the |its )?(?:date of )?(?P<cue>service|receipt|being served)\b",
        of_days=False,
    ),
    _tie(
        "it-allows",
        rf"(?:,? (?:that |which )?)?(?:(?:the |these |those |both )?(?:{_PAPER}|{_ASKER}|it|they|"
        rf"you|law|"
        r"statute) |(?=allowed)|(?:is|was|were|are|had been|has been|have been) (?=given|allowed|"
        r"allotted|granted))(?P<cue>given|allotted|granted|allow(?:s|ed)?|gave|gives?|leaves?|left|"
        r"sets?|says?|said|states?)\b",
        of_days=False,
    ),
    _tie(
        "runs-out",
        r" (?P<cue>left|remain(?:s|ing)?|(?:has |have |had )?(?:even |just )?(?:ran|run|runs)(?: "
        r"out)?|came and went|"
        r"(?:expire|lapse)[sd]?|(?:is|are|was|were) up|to go|extra|additional)\b",
        of_days=False,
    ),
)
"""What stands behind a time and ties it."""
IN_MONTH = re.compile(r"(?<!\bdue )\bin $")
"""What makes a month no deadline: asked for it in March."""
INSIDE = re.compile(r"\b(?:extra|additional|more|last day allowed)\b", re.I)
"""What, as a part of a time, ties it."""
OPEN = re.compile(
    r"(?:\b(?:would|could|might|(?-i:may)|if|unless|should|whether)|[’']d(?! (?:been|given|had|"
    r"\w+ed)))\b[^.;,“”]{0,60}$|\b(?:bill|legislation|proposal)\b[^.;“”]*$",
    re.I,
)
"""What shows, before a time, that it is only supposed."""
ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?\b(?: [\w’'-]+){0,5}? for|requested|seeks?|sought|seeking|requests? for)"
    r"(?: (?:an?|another|about|at least|some|up|to|for|extension|until|of|through))* $",
    re.I,
)
"""What shows, before a time, that it is asked for; asked for, and got, two weeks is a deadline."""
HELD = re.compile(r"\b(?:held|hold|holds|holding|detainers?|released)\b", re.I)
"""What shows that hours are those of a detainer."""
TAKES = re.compile(
    r"\b(?:takes?|took|taken|taking|spent|spend)\b[^.;,]{0,30}$|\b(?:after|for) $", re.I
)
"""What shows, before a time, that it is how long something lasts: it takes them five weeks."""
PRESS = re.compile(
    r"\b(?:comment|question|interview|e-?mail|message|calls? from|call back)s?\b", re.I
)
OTHER_END = re.compile(
    rf" to (?!{ANSWER}\b|(?:the|an?|its|it|them|file (?:an? )?(?:objection|response)) )[a-z]+\b|"
    r" to \w+ to (?:us|me)\b",
    re.I,
)
"""What shows, behind a time, that something else is to be done in it: six months to pay."""
HINT = re.compile(
    rf"[Dd]ay|DAY|week|month|hour|\d|{BEGUN_MONTH}|noon|midnight|"
    r"Halloween|Christmas|Thanksgiving|Easter|break|fortnight|(?<=[a-z])th\b"
)
"""Pieces of words without which a sentence names no time."""
ASKS = re.compile(
    rf"\b(?:{_DUE_DATE}|due|returnable|how (?:long|soon|many days)|when|a (?:date|clock))"
    rf"\b[^.;]*\?\s*"
    r"[”\"]?\s*$",
    re.I,
)
"""A sentence that asks for a deadline."""
SPEAKS = re.compile(rf"\b{_DUE_DATE}\b", re.I)
"""A sentence that speaks of a deadline."""
SPEAKER = re.compile(r"\s*(?:[A-Z][\w’' .-]{0,30}: )?[“\"]?")
IT_IS = re.compile(r"(?:It|That|They)(?:[’']s| is| was|[’']re| are| were) |By |Within ")
REACH = 180  # characters before a time in which what ties it must stand


def deadlines(sentence: str) -> Iterator[Found]:
    """How long somebody has to answer, or by which day."""
    if not HINT.search(sentence):
        return
    for time in times(sentence):
        tie = _tied(sentence, time)
        if tie is not None:
            yield of_time(sentence, time, *tie)


def answered(before: str, sentence: str) -> Iterator[Found]:
    """The time that a sentence begins with, behind one that asks for a deadline or speaks of it."""
    first = SPEAKER.match(sentence).end()  # type: ignore[union-attr]  # matches anything
    it_is = IT_IS.match(sentence, first)
    asks = before.rstrip(' ”"\n').endswith("?") and ASKS.search(before)
    if not asks and not (it_is and SPEAKS.search(before)):
        return
    first = it_is.end() if it_is else first
    for time in times(sentence)[:1]:
        if time.span[0] == first and _tied(sentence, time) is None:
            yield of_time(sentence, time, "answers", time.span)


def of_time(sentence: str, time: Time, rule: str, cue: Span) -> Found:
    """The deadline that a time is by a rule."""
    span = min(cue[0], time.span[0]), max(cue[1], time.span[1])
    if time.number is None or time.unit is None:
        parts = {"cue": cue, "date": time.span}
        return Found("deadline", span, rule, None, parts, {"unit": "date"})
    parts = {"number": time.number, "unit": time.unit, "cue": cue}
    unit = sentence[slice(*time.unit)].lower().removesuffix("s")
    return Found(
        "deadline", span, rule, number(sentence[slice(*time.number)]), parts, {"unit": unit}
    )


def _tied(sentence: str, time: Time) -> tuple[str, Span] | None:
    """The rule by which a time is a deadline, and the words that tie it."""
    start, end = time.span
    low, is_length = max(0, start - REACH), time.number is not None
    is_held = time.unit and "hour" in sentence[slice(*time.unit)].lower() and HELD.search(sentence)
    if is_held or (is_length and TAKES.search(sentence, low, start)):
        return None
    for tie in BEHIND:
        match = tie.words.match(sentence, end) if tie.fits(is_length) else None
        if match:
            return tie.rule, match.span(match.lastgroup or 0)
    is_open = OPEN.search(sentence, low, start) or ASKED.search(sentence, low, start)
    if is_open or OTHER_END.match(sentence, end):
        return None
    return _set(sentence, time.span, is_length)


def _set(sentence: str, span: Span, is_length: bool) -> tuple[str, Span] | None:
    """The rule by which a time that is not only supposed is a deadline, and the words for it."""
    start, end = span
    low = max(0, start - REACH)
    if INSIDE.search(sentence, *span):
        return "more-time", span
    if not is_length and IN_MONTH.search(sentence, low, start):
        return None  # asked for it in March
    before = (
        (tie, tie.words.search(sentence, low, start)) for tie in BEFORE if tie.fits(is_length)
    )
    behind = ((tie, tie.words.match(sentence, end)) for tie in ASSERTED if tie.fits(is_length))
    for tie, match in chain(before, behind):
        if match and not PRESS.search(sentence, *match.span()):
            return tie.rule, match.span(match.lastgroup or 0)
    return None
