"""What a subpoena asks for, and by when it is to be answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.amounts import NUMBER, number
from extraction.facts.found import Found

FAR = 150  # characters between what is asked for and the verb that asks
SEEKS = re.compile(
    r"\b(?:request(?:s|ed|ing)?|seek(?:s|ing)?|sought|subpoena(?:s|ed|ing)?|"
    r"obtain(?:ing)?|demand(?:s|ed|ing)?|"
    r"ask(?:s|ed|ing)? for|want(?:s|ed)? |provide|provided|hand over|turn over|"
    r"respond with|information|"
    r"records|documents)\b",
    re.I,
)
SOUGHT: tuple[tuple[str, str], ...] = (
    ("telephone", r"(?:tele)?phone numbers?|cell ?phone numbers?|contact information"),
    (
        "address",
        r"(?:(?:home|last[- ]known|current|residential|e-?mail|street|"
        r"mailing) )?address(?:es)?(?! (?:how|the|this|these|that|it|issues|concerns))|"
        r"places? of residence",
    ),
    (
        "employer",
        r"employer(?![\w’'])|employment (?:(?:records|information|history))|"
        r"places? of (?:work|employment)",
    ),
    (
        "vehicle",
        r"vehicle types?|vehicle (?:information|registration)s?|license plates?|types? of vehicle",
    ),
    (
        "release_date",
        r"release dates?|dates? of (?:their |his |her )?release|when (?:they|he|"
        r"she) (?:will be|was|were) released",
    ),
    ("whereabouts", r"whereabouts|locations? of|current locations?"),
    ("birth", r"dates? of birth|birth ?dates?|places? of birth"),
    ("booking", r"booking (?:records|sheets?|information|photos?)|mug ?shots?|photographs?"),
    (
        "arrest_record",
        r"arrest (?:records?|reports?)|police reports?|incident reports?|"
        r"criminal (?:records?|histor(?:y|ies))|rap sheets?",
    ),
    (
        "court_record",
        r"court (?:records|dates?|dockets?)|bail (?:records|information)|"
        r"probation (?:records|information)",
    ),
    ("fingerprints", r"fingerprints?"),
    (
        "identity",
        r"aliases|social security numbers?|identification (?:documents?|numbers?)|"
        r"identity documents?|passport numbers?",
    ),
    ("immigration_status", r"immigration status|citizenship status|alien numbers?"),
    ("family", r"emergency contacts?|next of kin|family members|relatives"),
    ("visitor_log", r"visit(?:or|ation) (?:logs?|records)|jail (?:records|rosters?)"),
)
SOUGHT_ITEM = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in SOUGHT), re.I
)
INFORMATION_ON = re.compile(
    r"\b(?P<cue>(?:for|seeking|requesting|seeks|requested|obtain|providing|"
    r"provide(?: \w+ with)?|request) "
    r"(?:any )?(?:information|info|records|documents)) (?P<topic>(?:on|about|regarding|concerning"
    r"|related to|relating to) [^.,;“”—–\n]{2,100}?)(?=\s*(?:[.,;“”—–\n]|$)| (?:who|whom|which|that"
    r"|living|accused|wanted|in|as|such|after|because|and may|arrested|from)\b)",
    re.I,
)


def information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    asked = [match.span() for match in SEEKS.finditer(sentence)]
    if not asked:
        return
    for match in SOUGHT_ITEM.finditer(sentence):
        cue = next((span for span in reversed(asked) if span[1] <= match.start()), None)
        if cue and match.start() - cue[1] < FAR:
            parts = {"cue": cue}
            yield Found("information_sought", match.span(), "item", match.lastgroup, parts, {})
    for match in INFORMATION_ON.finditer(sentence):
        parts = {"cue": match.span("cue"), "topic": match.span("topic")}
        yield Found("information_sought", match.span(), "information-on", "information", parts, {})


ANSWER = r"(?:respond|reply|comply|answer|produce|turn over|hand over|provide|submit|appear|object)"
DEADLINES: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "days-to",
        re.compile(r"(?:day|week|month|hour)s? (?:to|in which to) ", re.I),
        re.compile(
            rf"\b(?P<number>{NUMBER}) (?P<unit>(?:business |working |calendar )?(?:days?|"
            rf"weeks?|months?|hours?)) (?:to|in which to) (?P<cue>{ANSWER})\b",
            re.I,
        ),
    ),
    (
        "within",
        re.compile(" within ", re.I),
        re.compile(
            rf"\b(?P<cue>{ANSWER})(?:\w*)\b[^.;“”]{{0,60}}? within (?P<number>{NUMBER})"
            rf" (?P<unit>(?:business |working |calendar )?(?:days?|weeks?|months?|hours?))\b",
            re.I,
        ),
    ),
    (
        "deadline-of",
        re.compile(r"(?:day|week|hour)s?[- ](?:deadline|limit|time)", re.I),
        re.compile(
            rf"\b(?P<number>{NUMBER})[- ](?P<unit>days?|weeks?|hours?)[- ](?P<cue>deadline|"
            rf"limit|time limit)\b",
            re.I,
        ),
    ),
)
"""Rules, each with a hint without which its pattern matches nothing."""
DEADLINE_DATE = re.compile(
    rf"\b(?:(?P<cue>{ANSWER}|due|deadline)\b[^.;“”]{{0,50}}?\b(?:by|until|on|of|"
    rf"before|is)) (?P<date>(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|(?:Mon|Tues|Wednes|"
    rf"Thurs|Fri|Satur|Sun)day))"
)


def deadlines(sentence: str) -> Iterator[Found]:
    """How long somebody has to answer, or by which day."""
    for rule, hint, pattern in DEADLINES:
        for match in pattern.finditer(sentence) if hint.search(sentence) else ():
            parts = {name: match.span(name) for name in ("number", "unit", "cue")}
            unit = re.sub(r"s$", "", match["unit"].lower())
            value = number(match["number"])
            yield Found("deadline", match.span(), rule, value, parts, {"unit": unit})
    for match in DEADLINE_DATE.finditer(sentence):
        parts = {"cue": match.span("cue"), "date": match.span("date")}
        yield Found("deadline", match.span(), "by-date", None, parts, {"unit": "date"})
