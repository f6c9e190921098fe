"""What a recipient answers: it complies, refuses, reviews, challenges, or does not comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.facts.offenses import NEGATED
from extraction.text.spans import Cover

NOT = r"(?:not|never|n[’']t)"
STANCES: tuple[tuple[str, str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "no-comment",
        "no_comment",
        ("respond", "return", "be reached", "declined comment"),
        re.compile(
            r"\b(?P<cue>did(?: not|n[’']t) (?:immediately )?(?:respond|"
            r"return)\b(?! to [^.]{0,24}(?:subpoena|order))|"
            r"could not (?:immediately )?be reached|declined comment)\b",
            re.I,
        ),
    ),
    (
        "will-not-comply",
        "refused",
        ("comply", "complied", "cooperat", "hono", "respond", "over"),
        re.compile(
            rf"\b(?P<cue>(?:will|would|do|does|did|is|are|wo|was|were)(?: {NOT}|"
            rf"n[’']t) (?:be )?(?:compl(?:y|ying|ied)|cooperat(?:e|ing)|"
            rf"honou?r(?:ing)? (?:the |its )?(?:subpoenas?|request)|respond(?:ing)?|"
            rf"turn(?:ing)? over|hand(?:ing)? over))\b",
            re.I,
        ),
    ),
    (
        "refused-to",
        "refused",
        ("refus", "declin"),
        re.compile(
            r"\b(?P<cue>(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)) to (?:comply|"
            r"cooperate|honou?r(?: the)? (?:subpoenas?|request)|turn (?:\w+ ){0,4}over|"
            r"hand (?:\w+ ){0,3}over|provide|respond|answer|comment))\b",
            re.I,
        ),
    ),
    (
        "ignored",
        "ignored",
        ("ignor",),
        re.compile(
            r"\b(?P<cue>(?:continue[sd]? to )?ignor(?:e|es|ed|"
            r"ing)) (?:[\w’']+ ){0,3}?(?:subpoenas?|requests?|orders?)\b",
            re.I,
        ),
    ),
    (
        "reviewing",
        "reviewing",
        ("review", "consider", "evaluat", "examin"),
        re.compile(
            r"\b(?P<cue>(?:(?:is|are|was|were) (?:still |currently )?|"
            r"will )(?:review(?:ing)?|consider(?:ing)?|evaluat(?:e|ing)|examin(?:e|"
            r"ing)))\b[^.;“”]{0,40}?\b(?:subpoenas?|requests?|documents?|demands?|orders?)\b",
            re.I,
        ),
    ),
    (
        "complied",
        "complied",
        ("complied", "comply", "cooperate", "turned over", "handed over"),
        re.compile(
            r"\b(?P<cue>(?:has |have |had |fully )*(?:complied|cooperated|"
            r"(?<!be )(?<!ere )(?<!was )(?<!een )(?<!ing )(?:turned|"
            r"handed) over(?=[^.;]{0,60}(?:information|records|documents|data|names|files|"
            r"to ICE|to the agency)))|(?:will|agreed to|would|intends? to|"
            r"plans? to) (?:fully )?(?:comply|cooperate))\b(?! with (?:federal|state|"
            r"the) law)",
            re.I,
        ),
    ),
    (
        "denied",
        "denied",
        ("denies that", "denied that"),
        re.compile(
            r"\b(?P<cue>den(?:ies|ied)) that (?:it|they|he|she|the city|the county)\b", re.I
        ),
    ),
    (
        "challenge",
        "challenged",
        ("fight", "challeng", "contest", "quash"),
        re.compile(
            r"\b(?P<cue>(?:(?:will|would|to) (?:fight|challenge|contest)|fighting|"
            r"challeng(?:ed|ing)|contest(?:ed|ing)|(?:move[sd]?|moving|filed a motion|"
            r"asked a judge) to quash))\b[^.;“”]{0,40}?\b(?:subpoenas?|orders?)\b|"
            r"\b(?P<cue2>move[sd]? to quash)\b",
            re.I,
        ),
    ),
)
"""Rule, answer, stems of which a sentence must hold one, and pattern."""
STEMS = tuple(sorted({stem for _, _, stems, _ in STANCES for stem in stems}))
SUPPOSED = re.compile(r"\b(?:if|unless|whether|in case)\s(?:[\w’']+ ){0,5}$", re.I)
DOES = re.compile(r"(?:do|does)\b", re.I)
HABIT = re.compile(r"\b(?:that|who|which|often|usually|typically|generally)\s$")


def responses(sentence: str) -> Iterator[Found]:
    """What a recipient does or says it will do.

    What is only supposed ("if they don't comply") is left out.
    """
    low, taken = sentence.lower(), Cover()
    for rule, value, stems, pattern in STANCES:
        if not any(stem in low for stem in stems):
            continue
        for match in pattern.finditer(sentence):
            before = sentence[max(0, match.start() - 60) : match.start()]
            if not SUPPOSED.search(before) and taken.add(match.span()):
                yield _response(rule, value, match, before)


def _response(rule: str, value: str, match: re.Match[str], before: str) -> Found:
    """The fact that a match tells, corrected by the words before and inside it."""
    cue = "cue" if match["cue"] else "cue2"
    # a relative clause ("cities that refuse to cooperate") tells a habit, not an answer
    scope = "policy" if HABIT.search(before[-25:]) else "event"
    if value == "complied" and NEGATED.search(before[-30:]):
        rule, value = "not-complied", "not_complied"
    if rule == "will-not-comply" and DOES.match(match[cue]):
        scope = "policy"
    if rule == "refused-to" and match[cue].endswith("comment"):
        rule, value = "no-comment", "no_comment"
    return Found("response", match.span(), rule, value, {"cue": match.span(cue)}, {"scope": scope})
