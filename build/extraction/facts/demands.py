"""What a subpoena asks for, one proposal for each kind of information."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.found import Found
from extraction.text.candidates import Span
from extraction.text.spans import Cover

FAR = 240  # characters between what is asked for and the verb that asks
GIVING = (
    r"(?:provid|reveal|identif|turn over|hand over|produc|submit|disclos|releas|giv|shar|"
    r"surrender|suppl)"
)
NOT_AGENCY = r"(?!(?:the )?(?:ICE|DHS|U\.S\.|federal|Trump|Homeland|(?:Department of )Homeland)\b)"
"""Whoever is asked is not the agency that asks: a judge orders the agency to provide lists."""
ASKS = re.compile(
    r"\b(?P<cue>(?:(?<=s )|(?<=they )|(?<=that )|(?<=to ))(?:request|demand)(?! for)|seek(?:s|"
    r"ing)?|sought|request(?:s(?! for)|ed|ing)|demand(?:s(?! for)|ed|ing| that)|(?:subpoena(?:s|"
    r"ed|ing)?|summons|requests?|demands?)(?:(?!\b(?:seek|sought|ask|want|information|records|"
    r"data|provide|produce|submit)\b|seeking|\b(?:demand|request|compel|order|"
    r"requir)\w*)[^.;:]){0,70}? for|subpoena(?:ed|ing)|to (?:get|obtain|gather|collect)|commanded|"
    r"command(?:s|ing)|wants?|wanted|looking for|"
    rf"ask(?:s|ed|ing)? {NOT_AGENCY}[^.;]{{0,80}}?\bfor|"
    r"(?:call(?:s|ed|ing) on|order(?:s|ed|ing)?|requir(?:e|es|ed|ing)|direct(?:s|ed|ing)?|"
    r"compel(?:s|led|ling)?|ask(?:s|ed|ing)?|forc(?:e|es|ed|ing)|instruct(?:s|ed|ing)?) "
    rf"{NOT_AGENCY}[^.;,:]{{1,60}}? to {GIVING}(?:e|y|ing)?|must {GIVING}(?:e|y)?)\b",
    re.I,
)
"""Verbs and nouns of asking, and of ordering somebody to give."""
PRESS = re.compile(
    r"\b(?:Freedom of Information|public records? requests?|FOIA|(?:newspaper|reporter)s? "
    r"(?:asked|requested)|interview|comment)\b",
    re.I,
)
BREAK = re.compile(
    r";(?! (?:and )?(?:any|all|a list|lists|his|her|their|the (?:dates?|names?|times?))\b)|[:?]|"
    r"\.[”\"]? (?=[A-Z“])|\b(?:but|yet|therefore|cannot|because|although|while|whereas|which "
    r"(?:is|are|was|were)|and (?:said|has|have|was|were|is|are|he|she|they|it)|saying|arguing|if "
    r"they|to comply)\b"
)
"""Where the reach of a verb of asking ends."""
DENIED = re.compile(
    r"\b(?:not|never|no longer|need not|without|n[’']t|willingly)(?: \w+){0,3} $", re.I
)

GIVEN = re.compile(
    r"(?:\b(?:not|never|willingly|already|voluntarily|cannot)|n[’']t)\b[^.,;]{0,25}\b(?:provid|"
    r"turn|hand|shar|giv|releas|disclos)\w*[^.,;]{0,20}$",
    re.I,
)
"""Words behind which information is given, or withheld, and not asked for."""

SOUGHT: tuple[tuple[str, str], ...] = (
    ("phone_number", r"(?:tele|cell ?)?phone numbers?|contact information"),
    ("email", r"e-?mail (?:addresses|accounts?)"),
    (
        "address",
        r"(?<!IP )(?:(?:home|last[- ]known|current|residential|street|work|employment|known|"
        r"mailing)(?:,| and| or)? )*address(?:es)?(?! (?:how|the|this|these|that|it|your|our|his|"
        r"her|their|any|issues|concerns))|places? of residence",
    ),
    ("i9_forms", r"(?:Form )?I-9s?(?: forms?)?|employment eligibility (?:forms?|records)"),
    (
        "wage_records",
        r"(?:wage|payroll|tax|employment|unemployment)(?: benefits?)? (?:records|reports|filings|"
        r"data|details)|quarterly wages|employee (?:records|rosters?)",
    ),
    (
        "employer",
        r"employers?(?![\w’']| (?:to|is|are|was|must|who|that)\b)(?: (?:details|information))?|"
        r"employment (?:information|history)|places? of (?:work|employment)",
    ),
    (
        "vehicle",
        r"vehicle types?|vehicle (?:information|registration)s?|license plates?|types? of vehicle",
    ),
    (
        "release_date",
        r"(?:scheduled )?release dates?|dates? of (?:their |his |her )?release|dates? (?:\w+ "
        r"){0,4}scheduled for release|when (?:\w+ ){1,3}?(?:will be|would be|was|were) released",
    ),
    ("whereabouts", r"whereabouts|locations? of|current locations?"),
    (
        "identity_documents",
        r"(?:places? and )?dates? of birth|birth ?dates?|birth (?:records|certificates?)|"
        r"(?:places?|countr(?:y|ies)) of (?:birth|origin)|fingerprints?|aliases|social security "
        r"numbers?|identification (?:documents?|numbers?|cards?)|identity documents?|passport "
        r"numbers?|identifying (?:information|documents?)|identit(?:y|ies) of",
    ),
    (
        "person",
        r"personal (?:identifying )?(?:information|data)|(?:tenant|patient|customer|resident|"
        r"inmate|sponsor|applicant|immigrant|subscriber|user|account|employee)(?:s|[’']s|s[’'])? "
        r"(?:information|data|names|files)",
    ),
    (
        "arrest_records",
        r"booking (?:records|sheets?|information|photos?)|mug ?shots?|(?:jail and )?arrest "
        r"(?:records?|reports?)|police reports?|incident reports?|criminal (?:records?|histor(?:y|"
        r"ies))|rap sheets?|court (?:records|dockets?)|bail (?:records|information)|bonds?(?! of)|"
        r"visit(?:or|ation) (?:logs?|records)|jail (?:records|rosters?)",
    ),
    ("supervision_records", r"(?:probation|parole|supervision) (?:records|information|details)"),
    ("license_records", r"driver[’']s[- ]licen[cs]es?(?: (?:records|numbers?|photos?))?"),
    ("utility_records", r"utility (?:records|accounts?|bills?)"),
    ("school_records", r"(?:student|school|education|enrollment|attendance) records"),
    ("voter_records", r"vot(?:er|ing) (?:records|rolls?|files?|lists?|registrations?)"),
    (
        "benefit_records",
        r"(?:Medicaid|food stamps?|SNAP|benefits?|city ID|municipal ID) (?:records|data|"
        r"applications|files)",
    ),
    ("immigration_status", r"immigration status|citizenship status|alien numbers?"),
    (
        "policies",
        r"(?:internal|written) (?:polic(?:y|ies)|rules|guidance|memos?|e-?mails|communications|"
        r"correspondence)|policies (?:on|related to|about|and procedures)",
    ),
    ("family", r"emergency contacts?|next of kin|family members|relatives"),
)
"""Code and words; but for the last, the codes are those of the vocabulary of what is asked for."""
SOUGHT_ITEM = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in SOUGHT), re.I
)
PEOPLE = re.compile(
    r"\b(?:people|men|women|man|woman|children|families|youth|those|anyone|everyone|year-old|him|"
    r"her|them|beneficiaries|(?:person|individual|inmate|detainee|immigrant|migrant|alien|"
    r"national|citizen|minor|sponsor|criminal|offender|suspect|illegal|student|worker|employee|"
    r"applicant|non-?citizen|prisoner|parolee|Mexican|patient|user|voter|tenant|resident|enrollee|"
    r"recipient|customer|subscriber|sibling|defendant|foreigner|staff member)s?)\b|(?:two|three|"
    r"four|five|six|seven|eight|nine|ten|\d+)$",
    re.I,
)
"""Topics that make information one on people."""
GENERAL = re.compile(
    r"(?<!for more )\b(?:(?:non-public|public|additional|other|relevant|further|detailed|any|all|"
    r"certain) )*(?:information|info|records|documents?|documentation|data|details|lists?|copies|"
    r"names|files|forms|materials|communications|logs) [“\"]?(?P<topic>(?:on(?! (?:Jan|Feb|Ma[ry]|"
    r"Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|\w+day\b))|about|of|for|regarding|concerning|related to|"
    r"relating to|connected to|tied to|showing|reflecting|that|tending) (?:[^.,;“”—–\n]|"
    r"(?<=\d),(?=\d)){2,140}?)(?=\s*(?:[.;“”—–\n]|,(?!\d)|$)| (?:who|whom|which|violat\w+|that|"
    r"living|accused|wanted|in|as|such|after|because|and may|and for|arrested|from|since|dating|"
    r"including)\b)|\b(?P<years>(?:\w+ )?years of [\w’' ]{0,30}?records)\b",
    re.I,
)


def information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    taken = Cover()
    for cue, end in _reaches(sentence):
        for match in SOUGHT_ITEM.finditer(sentence, cue[1], end):
            if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
                parts = {"cue": cue}
                yield Found("information_sought", match.span(), "item", match.lastgroup, parts, {})
        yield from _general(sentence, cue, end, taken)


def _general(sentence: str, cue: Span, end: int, taken: Cover) -> Iterator[Found]:
    """Information or records about something, behind a verb of asking."""
    at = cue[1]
    while match := GENERAL.search(sentence, at, end):
        at = match.start() + 1
        if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
            at = match.end()
            parts = {"cue": cue}
            if match["topic"]:
                parts["topic"] = match.span("topic")
            rule = "information-on"
            value = "person" if PEOPLE.search(match["topic"] or "") else "information"
            yield Found("information_sought", match.span(), rule, value, parts, {})


def _given(sentence: str, cue: int, at: int) -> bool:
    """Whether words behind a cue say that information is given, or is not: need not provide …"""
    return GIVEN.search(sentence, max(cue, at - 60), at) is not None


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
