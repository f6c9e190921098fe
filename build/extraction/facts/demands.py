"""What a subpoena asks for, one proposal for each kind of information."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.text.candidates import Span

FAR = 240  # characters between what is asked for and the verb that asks
GIVING = r"(?:provid|turn over|hand over|produc|submit|disclos|releas|giv|shar|surrender|suppl)"
ASKS = re.compile(
    r"\b(?P<cue>seek(?:s|ing)?|sought|request(?:s(?! for)|ed|ing)|demand(?:s(?! for)|ed|ing)|"
    r"(?:subpoena(?:s|ed|ing)?|summons|requests?|demands?)[^.;:]{0,70}? for|"
    r"subpoena(?:ed|ing)|to (?:get|obtain|gather|collect)|commanded|command(?:s|ing)|wants?|"
    r"wanted|looking for|"
    r"ask(?:s|ed|ing)? [^.;]{0,80}?\bfor|"
    r"(?:call(?:s|ed|ing) on|order(?:s|ed|ing)?|requir(?:e|es|ed|ing)|direct(?:s|ed|ing)?|"
    r"compel(?:s|led|ling)?|ask(?:s|ed|ing)?|forc(?:e|es|ed|ing)|instruct(?:s|ed|ing)?) "
    rf"[^.;,:]{{1,60}}? to {GIVING}(?:e|y|ing)?|must {GIVING}(?:e|y)?)\b",
    re.I,
)
"""Verbs and nouns of asking, and of ordering somebody to give."""
PRESS = re.compile(
    r"\b(?:Freedom of Information|public records? requests?|FOIA|(?:newspaper|reporter)s? "
    r"(?:asked|requested)|interview|comment)\b",
    re.I,
)
BREAK = re.compile(
    r"[;:?]|\.[”\"]? (?=[A-Z“])|\b(?:but|yet|therefore|cannot|because|although|while|whereas|"
    r"which (?:is|are|was|were)|and (?:said|has|"
    r"have|was|were|is|are|he|she|they|it)|saying|arguing|if they|to comply)\b"
)
"""Where the reach of a verb of asking ends."""
DENIED = re.compile(
    r"\b(?:not|never|no longer|need not|without|n[’']t|willingly)(?: \w+){0,3} $", re.I
)

SOUGHT: tuple[tuple[str, str], ...] = (
    ("phone_number", r"(?:tele)?phone numbers?|cell ?phone numbers?|contact information"),
    (
        "address",
        r"(?:(?:home|last[- ]known|current|residential|e-?mail|street|work|employment|known|"
        r"mailing)(?:,| and| or)? )*address(?:es)?(?! (?:how|the|this|these|that|it|your|our|his|"
        r"her|their|any|issues|concerns))|places? of residence",
    ),
    (
        "employer",
        r"employers?(?![\w’'])(?: (?:details|information))?|employment (?:records|information|"
        r"history|eligibility)|I-9s?|places? of (?:work|employment)|wage (?:records|reports)",
    ),
    (
        "vehicle",
        r"vehicle types?|vehicle (?:information|registration)s?|license plates?|types? of vehicle",
    ),
    (
        "release_date",
        r"(?:scheduled )?release dates?|dates? of (?:their |his |her )?release|"
        r"dates? (?:\w+ ){0,4}scheduled for release|when (?:they|he|she) (?:will be|was|were) "
        r"released",
    ),
    ("whereabouts", r"whereabouts|locations? of|current locations?"),
    ("birth", r"(?:places? and )?dates? of birth|birth ?dates?|places? of birth"),
    ("booking", r"booking (?:records|sheets?|information|photos?)|mug ?shots?|photographs?"),
    (
        "arrest_record",
        r"(?:jail and )?arrest (?:records?|reports?)|police reports?|incident reports?|"
        r"criminal (?:records?|histor(?:y|ies))|rap sheets?",
    ),
    (
        "court_record",
        r"court (?:records|dockets?)|bail (?:records|information)|bonds?(?! of)|"
        r"probation (?:records|information)|supervision (?:records|details)",
    ),
    ("fingerprints", r"fingerprints?"),
    (
        "identity",
        r"aliases|social security numbers?|identification (?:documents?|numbers?|cards?)|"
        r"identity documents?|passport numbers?|identifying (?:information|documents?)|"
        r"personal (?:identifying )?(?:information|data)",
    ),
    ("immigration_status", r"immigration status|citizenship status|alien numbers?"),
    ("family", r"emergency contacts?|next of kin|family members|relatives"),
    ("visitor_log", r"visit(?:or|ation) (?:logs?|records)|jail (?:records|rosters?)"),
)
SOUGHT_ITEM = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in SOUGHT), re.I
)
GENERAL = re.compile(
    r"\b(?:(?:non-public|public|additional|other|relevant|further|detailed|any|all|certain) )*"
    r"(?:information|info|records|documents?|documentation|data|details|lists?|copies|names|files|"
    r"forms) (?P<topic>(?:on|about|of|for|regarding|concerning|"
    r"related to|relating to|that|tending) [^.,;“”—–\n]{2,90}?)(?=\s*(?:[.,;“”—–\n]|$)| (?:who|"
    r"whom|which|violat\w+|"
    r"that|living|accused|wanted|in|as|such|after|because|and may|and for|arrested|from|"
    r"including)\b)|"
    r"\b(?P<years>(?:\w+ )?years of [\w’' ]{0,30}?records)\b",
    re.I,
)


def information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    taken: list[Span] = []
    for cue, end in _reaches(sentence):
        for match in SOUGHT_ITEM.finditer(sentence, cue[1], end):
            if _free(match.span(), taken):
                parts = {"cue": cue}
                yield Found("information_sought", match.span(), "item", match.lastgroup, parts, {})
        yield from _general(sentence, cue, end, taken)


def _general(sentence: str, cue: Span, end: int, taken: list[Span]) -> Iterator[Found]:
    """Information or records about something, behind a verb of asking."""
    at = cue[1]
    while match := GENERAL.search(sentence, at, end):
        at = match.start() + 1
        if _free(match.span(), taken):
            at = match.end()
            parts = {"cue": cue}
            if match["topic"]:
                parts["topic"] = match.span("topic")
            rule = "information-on"
            yield Found("information_sought", match.span(), rule, "information", parts, {})


def _reaches(sentence: str) -> Iterator[tuple[Span, int]]:
    """Every verb of asking, and how far what it asks for may stand."""
    cues = [m for m in ASKS.finditer(sentence) if not DENIED.search(sentence, 0, m.start())]
    for number, match in enumerate(cues):
        around = sentence[max(0, match.start() - 40) : match.end() + 30]
        if PRESS.search(around):
            continue
        following = cues[number + 1].start() if number + 1 < len(cues) else len(sentence)
        stop = BREAK.search(sentence, match.end())
        yield (
            match.span("cue"),
            min(following, match.end() + FAR, stop.start() if stop else len(sentence)),
        )


def _free(span: Span, taken: list[Span]) -> bool:
    """Whether a span meets none of those taken; it is taken then."""
    if any(start < span[1] and span[0] < end for start, end in taken):
        return False
    taken.append(span)
    return True
