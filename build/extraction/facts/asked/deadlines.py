"""By when somebody is to answer: within how long, or by which day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.amounts import NUMBER, number
from extraction.facts.found import Found
from extraction.text.candidates import Span

ANSWER = (
    r"(?:respond|reply|comply|answer|produce|turn over|hand over|provide|submit|appear|object|"
    r"testify|deliver)"
)
MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
CLOCK = (
    r"(?:(?:noon|midnight|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|the end of|close of business)(?: on)? )"
)
DAY = (
    rf"(?P<date>{CLOCK}?(?:(?:next |this )?{WEEKDAY}(?:,? {MONTH} \d{{1,2}})?|{MONTH} "
    r"\d{1,2}(?:, \d{4})?|the end of (?:the|this|next) (?:week|month)|next (?:week|month)|the "
    r"\d{1,2}(?:st|nd|rd|th)))"
)
PRESS = re.compile(
    r"\b(?:comment|question|interview|e-?mail|message|calls? from|call back)s?\b", re.I
)
UNIT = (
    r"(?P<unit>(?:business |working |calendar |more |extra |additional )?(?:days?|"
    r"weeks?|months?|hours?))"
)

DURATIONS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "days-to",
        re.compile(r"(?:day|week|month|hour)s? (?:to|in which to) ", re.I),
        re.compile(rf"\b(?P<number>{NUMBER}) {UNIT} (?:to|in which to) (?P<cue>{ANSWER})\b", re.I),
    ),
    (
        "within",
        re.compile(" within ", re.I),
        re.compile(
            rf"\b(?P<cue>{ANSWER}(?!\w*ed\b)\w*|be \w+ed|due)\b[^.;“”]{{0,60}}? within "
            rf"(?P<number>{NUMBER}) "
            rf"{UNIT}\b",
            re.I,
        ),
    ),
    (
        "deadline-of",
        re.compile(r"(?:day|week|hour)s?[- ](?:deadline|limit|time)", re.I),
        re.compile(
            rf"\b(?P<number>{NUMBER})[- ](?P<unit>days?|weeks?|hours?)[- ](?P<cue>deadline|"
            r"limit|time limit)\b",
            re.I,
        ),
    ),
    (
        "gave-days",
        re.compile(r"\b(?:gave|gives|giving|given|had|has)\b.{0,60}\b(?:day|week|hour)s?\b", re.I),
        re.compile(
            rf"\b(?:subpoenas?|summons|letter|order|agency|ICE|DHS)\b[^.;“”]{{0,40}}? (?P<cue>gave|"
            rf"gives|giving) [^.;“”]{{1,40}}? (?P<number>{NUMBER}) {UNIT}\b(?! (?:ago|later|"
            rf"earlier))",
        ),
    ),
    (
        "has-days",
        re.compile(r"\b(?:day|week|month|hour)s?\b"),
        re.compile(
            r"\b(?P<cue>(?:county|city|district|sheriff|clerk|office|board|university|recipients?|"
            r"[Ss]he|[Hh]e|"
            r"agency|department|hospital|it|they|we) (?:has|have|had|got|gets)|(?:gave|gives|"
            r"giving|allow(?:ed|s)|grant(?:ed|s))(?: (?:it|us|them|him|her|the (?:\w+ ){1,2}?))?|"
            rf"(?:was|were|been|is) (?:given|granted|allowed)) (?P<number>{NUMBER}) {UNIT}\b(?! "
            r"(?:ago|later|earlier|old|before|of (?:experience|service|age)))",
        ),
    ),
    (
        "due-in-days",
        re.compile(r"(?:day|week|month|hour)s?"),
        re.compile(
            rf"\b(?P<cue>due|answer|response|reply|files|records) (?:is due |are due )?in "
            rf"(?P<number>{NUMBER}) "
            rf"{UNIT}\b|\b(?P<number_2>{NUMBER}) (?P<unit_2>days?|weeks?|hours?) (?P<cue_2>left|"
            rf"remain(?:s|ing)?|more)\b"
        ),
    ),
    (
        "a-week",
        re.compile(r"\ba (?:week|month|fortnight)\b|\banother"),
        re.compile(
            r"\b(?P<cue>gave|gives|given|granted|grants|has|had|got|allowed) (?:(?:it|us|them|"
            r"him|her|the \w+) )?(?P<number>a|another"
            r"(?: (?:one|two|three|four|five|six|ten|\d+))?) (?P<unit>days?|weeks?|"
            r"months?)(?=[.,;]| to )"
        ),
    ),
    (
        "extra-days",
        re.compile(r"extra |additional |more |extension"),
        re.compile(
            rf"\b(?P<number>{NUMBER})(?: (?P<cue>extra|additional|more) (?P<unit>days?|weeks?|"
            r"months?)|-(?P<unit_2>day|week|month) (?P<cue_2>extension))\b",
            re.I,
        ),
    ),
)
"""Rules for how long, each with a hint without which its pattern matches nothing."""
DAYS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    ("day-deadline", re.compile("deadline"), re.compile(rf"\b{DAY}(?:’s|'s)? (?P<cue>deadline)\b")),
    (
        "deadline-day",
        re.compile("deadline"),
        re.compile(
            rf"\b(?P<cue>deadlines?),? (?:is |was |of |on |for |to |fell )[^.;“”]{{0,40}}?\b{DAY}"
        ),
    ),
    (
        "until-day",
        re.compile(r" until "),
        re.compile(rf"\buntil {DAY} to (?P<cue>{ANSWER})\b"),
    ),
    (
        "has-until-day",
        re.compile(r" until "),
        re.compile(
            r"\b(?P<cue>has|have|had|gave|given|giving|gives?|granted|extended)\b[^.;:“”]{0,30}? "
            rf"until {DAY}"
        ),
    ),
    (
        "by-day",
        re.compile(r"\b(?:by|before|no later than|on or before)\b"),
        re.compile(
            rf"\b(?P<cue>(?i:{ANSWER})|due|returnable|to be \w+|[Cc]ompliance (?:is|"
            rf"was)|production|responses?)\b[^.;“”]{{0,60}}?\b(?:by|before|no later "
            rf"than|"
            rf"on or before) {DAY}"
        ),
    ),
    (
        "due-day",
        re.compile(r"\bdue\b"),
        re.compile(rf"\b(?:is|are|was|were|comes?|fall(?:s|ing)?) (?P<cue>due) (?:on |by )?{DAY}"),
    ),
    (
        "return-date",
        re.compile(r"date|runs? out|returnable"),
        re.compile(
            rf"\b(?P<cue>[Rr]eturn(?:able)?(?: date)?|date on the subpoena|time to \w+|"
            rf"deadline)(?:,| is| was| on| of| runs? out| now)* (?:on )?{DAY}"
        ),
    ),
    (
        "wanted-by-day",
        re.compile(r"\b(?:by|on) "),
        re.compile(
            r"\b(?:(?P<cue>wants?(?= it| them| the| an)|calls? for|demand(?:s|ed|ing)?|asks? for|"
            r"command(?:s|ed)|"
            r"order(?:s|ed))[^.;“”]{1,60}? (?:by|no later than)|"
            rf"(?P<cue_2>command(?:s|ed)|order(?:s|ed)|summon(?:s|ed)) [^.;“”]{{2,60}}? to "
            rf"appear on) {DAY}"
        ),
    ),
    (
        "jury-day",
        re.compile("grand jury"),
        re.compile(rf"\b(?P<cue>grand jury) on {DAY}"),
    ),
)
"""Rules for the day, each with a hint without which its pattern matches nothing."""
ONLY_ASKED = re.compile(
    r"\b(?:ask|sought|seek|request)\w*\b(?![^.;]*\b(?:got|gave|given|grant\w*|receiv\w*|"
    r"won)\b)[^.;]*$"
)
"""What shows, before more time, that it was asked for and is not said to be given."""


TAKES = re.compile(r"\b(?:takes?|took|taken|taking)\b[^.;,]{0,30}$")
"""What shows, before a time, that it is how long something lasts: it takes them five weeks."""


def deadlines(sentence: str) -> Iterator[Found]:
    """How long somebody has to answer, or by which day."""
    for rule, hint, pattern in DURATIONS:
        for match in pattern.finditer(sentence) if hint.search(sentence) else ():
            if TAKES.search(sentence, 0, match.start()):
                continue
            if rule == "extra-days" and ONLY_ASKED.search(sentence, 0, match.start()):
                continue
            parts = {name: _span(match, name) for name in ("number", "unit", "cue")}
            unit = re.sub(r"s$", "", sentence[slice(*parts["unit"])].lower())
            value = number(sentence[slice(*parts["number"])])
            yield Found("deadline", match.span(), rule, value, parts, {"unit": unit})
    for rule, hint, pattern in DAYS:
        for match in pattern.finditer(sentence) if hint.search(sentence) else ():
            if not PRESS.search(match.group()):
                parts = {"cue": _span(match, "cue"), "date": match.span("date")}
                yield Found("deadline", match.span(), rule, None, parts, {"unit": "date"})


def _span(match: re.Match[str], name: str) -> Span:
    """The span of a group, or of its second form: extra weeks, 60-day extension."""
    return match.span(name) if match[name] else match.span(f"{name}_2")
