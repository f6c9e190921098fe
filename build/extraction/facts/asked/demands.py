"""What a subpoena asks for, one proposal for each kind of information."""

import re
from collections.abc import Iterator

from extraction.facts.asked.items import code_of, items
from extraction.facts.found import Found
from extraction.text.candidates import Span
from extraction.text.months import BEGUN_MONTH
from extraction.text.spans import Cover

FAR = 320  # characters between what is asked for and the verb that asks
GIVING = (
    r"(?:present|furnish|deliver|provid|reveal|identif|turn over|hand over|produc|submit|disclos|"
    r"releas|giv|shar|surrender|suppl)"
)
NOT_AGENCY = r"(?!(?:the )?(?:ICE|DHS|U\.S\.|federal|Trump|Homeland|(?:Department of )Homeland)\b)"
"""Whoever is asked is not the agency that asks: a judge orders the agency to provide lists."""
ASKS = re.compile(
    r"\b(?P<cue>(?:(?<=s )|(?<=they )|(?<=that )|(?<=to ))(?:request|demand)(?! for)|seek(?:s|"
    r"ing)?|sought|(?:is|are|was|were) after|(?:told|ordered|asked|directed|required|commanded|"
    rf"compelled|instructed|forced) to {GIVING}(?:e|y|ing)?|ask(?:s|ed|ing)? about|know(?= who\b)|"
    r"request(?:s(?! for)|ed|ing)|demand(?:s(?! for)|ed|ing| that)|(?:subpoena(?:s|"
    r"ed|ing)?|summons|requests?|demands?)(?:(?!\b(?:seek|sought|ask|want|information|records|"
    r"data|provide|produce|submit)\b|seeking|\b(?:demand|request|compel|order|"
    r"requir)\w*)[^.;:]){0,70}? for|subpoena(?:ed|ing)|to (?:get|obtain|gather|collect)|commanded|"
    r"command(?:s|ing)|wants?|wanted|looking for|"
    rf"ask(?:s|ed|ing)? {NOT_AGENCY}[^.;]{{0,80}}?\bfor|ask(?:s|ed|ing)?(?= (?:where|when|who|"
    rf"which)\b)|"
    r"(?:subpoenas?|demands?|requests?) (?:also )?(?:covers?|covered|lists|includes?|reach(?:es)?|"
    r"calls? for)|(?:call(?:s|ed|ing) on|order(?:s|ed|ing)?|requir(?:e|es|ed|ing)|direct(?:s|ed|"
    r"ing)?|compel(?:s|led|ling)?|ask(?:s|ed|ing)?|forc(?:e|es|ed|ing)|instruct(?:s|ed|ing)?) "
    rf"{NOT_AGENCY}[^.;,:]{{1,60}}? to {GIVING}(?:e|y|ing)?|(?:must|(?:is|are|was|were) to|"
    rf"(?:days|weeks|hours) to) "
    rf"{GIVING}(?:e|y)?|(?:subpoena|demand|request|summons)(?: is|[’']s) for|in search of|"
    rf"hunting for|(?:would|[’']d) like|need(?:s|ed)?|shall(?:, [^,.;]{{2,40}},)? {GIVING}(?:e|y)?|"
    r"(?:production|disclosure|surrender) of|"
    r"[Ii]ncluded in the (?:subpoena|demand|request) (?:is|are)|also (?:covers|reaches)|"
    r"(?:(?<=ICE )|(?<=DHS )|(?<=HSI )|(?<=[Ff]eds )|(?<=[Aa]gents ))subpoenas?(?= \w+ \w*s\b)|"
    rf"ma[dk](?:e|es|ing) {NOT_AGENCY}[^.;:]{{1,60}}? {GIVING}(?:e|y)?|agreed to {GIVING}(?:e|y)?|"
    r"(?:bid|hunt|push|fight|battle|court|clash|dispute|showdown|lawsuit|suit) (?:for|over))\b",
    re.I,
)
"""Verbs and nouns of asking, and of ordering somebody to give."""
ASKED_FOR = re.compile(
    r"(?:\b(?:that|which|what) )?\b(?:(?:ICE|agents|agency|officials|government|authorities|"
    r"Security|Investigations|it|they) (?:had |has |have |originally |first )*(?P<cue>sought|"
    r"wanted|requested|demanded|asked for|subpoenaed)(?=[.,;]| (?:in|on|from|since|last|this|"
    r"earlier)\b)|(?:was|were|is|are|been|being) (?P<cue_2>requested|subpoenaed|sought|demanded|"
    r"asked for)|(?P<cue_3>(?:sought|requested|wanted|demanded|subpoenaed) by (?:ICE|DHS|HSI|"
    r"agents|federal|immigration|the (?:agency|government|subpoena))|in (?:response|answer|reply) "
    r"to (?:an?|the|its) (?:[\w-]+ ){0,2}(?:subpoena|summons|demand)))\b"
)
"""Words of asking behind what is asked for: the files were requested."""
PRESS = re.compile(
    r"\b(?:Freedom of Information|public records? requests?|FOIA|(?:newspaper|reporter)s? "
    r"(?:asked|requested)|interview|comment)\b",
    re.I,
)
BREAK = re.compile(
    r";(?! (?:and )?(?:\(|\d|any|all|a list|lists|his|her|their|the (?:dates?|names?|times?))\b|; "
    r"(?:and )?\()|\?|\.[”\"]? (?=[A-Z“])|\b(?:but|yet|therefore|cannot|because|although|while|"
    r"whereas|which (?:is|are|was|were)|and (?:said|has|have|was|were|is|are|he|she|they|it)|"
    r"saying|arguing|if they|to comply)\b"
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

PEOPLE = re.compile(
    r"\b(?:people|men|women|man|woman|children|families|youth|those|anyone|everyone|year-old|him|"
    r"her|them|beneficiaries|(?:person|individual|inmate|detainee|immigrant|migrant|alien|national|"
    r"citizen|minor|sponsor|criminal|offender|suspect|illegal|student|worker|employee|applicant|"
    r"non-?citizen|prisoner|parolee|Mexican|patient|user|voter|tenant|resident|enrollee|deputy|"
    r"deputies|driver|laborer|labourer|renter|vendor|participant|grower|farmer|household|holder|"
    r"passenger|guest|officer|client|adult|parent|licensee|registrant|member|volunteer|teacher|"
    r"owner|landlord|donor|family|recipient|customer|subscriber|sibling|defendant|foreigner|staff "
    r"member)s?)\b|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)$",
    re.I,
)
"""Topics that make information one on people."""
GENERAL = re.compile(
    r"(?<!for more )\b(?:(?:non-public|public|additional|other|relevant|further|detailed|any|all|"
    r"certain) )*(?:information|info|records|documents?|documentation|data|details|lists?|copies|"
    r"names|files?|forms|rosters?|rolls?|(?:sign-in )?sheets|(?<!license )applications|materials|"
    r"communications|logs)[”\"]? [“\"]?(?P<topic>(?:on(?! (?:"
    rf"{BEGUN_MONTH}|\w+day\b))|about|of|for|regarding|concerning|related to|"
    r"relating to|connected to|tied to|showing|reflecting|that|tending) (?:[^.,;“”—–\n]|"
    r"(?<=\d),(?=\d)){2,140}?)(?=\s*(?:[.;“”—–\n]|,(?!\d)|$)| (?:who|whom|which|violat\w+|that|"
    r"living|accused|wanted|in|as|such|after|because|and may|and for|arrested|from|since|dating|"
    r"including)\b)|\b(?P<years>(?:\w+ )?years of [\w’' ]{0,30}?records)\b",
    re.I,
)

QUESTION = re.compile(
    r"^\W*(?:Q: )?(?:So |And )?[Ww]h(?:at|ich|ose) [^.;]{0,60}\b(?:want|ask|seek|demand|request|"
    r"after|subpoena)\w*\b[^.;]{0,30}\?\W*$"
)
"""A question whose answer says what is asked for: what did they want?"""


def answered(question: str, sentence: str) -> Iterator[Found]:
    """Kinds of information in a sentence that answers what is asked for."""
    if QUESTION.search(question):
        yield from listed(sentence)


LISTED = re.compile(r"\s*(?:[-•*–—]|\(?\w{1,3}[.)])\s")
"""A line of a list."""


def lists_what_is_asked(sentence: str) -> bool:
    """Whether a sentence asks, and a list of what it asks for follows.

    >>> lists_what_is_asked("The subpoena seeks:\\n"), lists_what_is_asked("Present:")
    (True, False)
    """
    return sentence.rstrip().endswith(":") and ASKS.search(sentence) is not None


def after(before: str, sentence: str) -> Iterator[Found]:
    """What is asked for in the answer to a question, or in a line of the list that words open."""
    yield from answered(before, sentence)
    if lists_what_is_asked(before) and LISTED.match(sentence):
        yield from listed(sentence)


def listed(sentence: str) -> Iterator[Found]:
    """Kinds of information in a line of a list of what is asked for."""
    taken = Cover()
    for match in items(sentence):
        if taken.add(match.span()):
            yield Found("information_sought", match.span(), "listed", code_of(match), {}, {})
    yield from _general(sentence, (0, 0), len(sentence), taken)


def information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    taken = Cover()
    for cue, start in _asked_before(sentence):
        for match in items(sentence, start, cue[0]):
            if taken.add(match.span()):
                yield Found(
                    "information_sought", match.span(), "item", code_of(match), {"cue": cue}, {}
                )
    for cue, end in _reaches(sentence):
        for match in items(sentence, cue[1], end):
            if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
                parts = {"cue": cue}
                yield Found("information_sought", match.span(), "item", code_of(match), parts, {})
        yield from _general(sentence, cue, end, taken)


def _general(sentence: str, cue: Span, end: int, taken: Cover) -> Iterator[Found]:
    """Information or records about something, behind a verb of asking."""
    at = cue[1]
    while match := GENERAL.search(sentence, at, end):
        at = match.start() + 1
        if not _given(sentence, cue[1], match.start()) and taken.add(match.span()):
            at = match.end()
            parts = {"cue": cue} if cue[1] else {}
            value = "person" if PEOPLE.search(match["topic"] or "") else "information"
            yield Found("information_sought", match.span(), "information-on", value, parts, {})


def _given(sentence: str, cue: int, at: int) -> bool:
    """Whether words behind a cue say that information is given, or is not: need not provide …"""
    return GIVEN.search(sentence, max(cue, at - 60), at) is not None


def _asked_before(sentence: str) -> Iterator[tuple[Span, int]]:
    """Every word of asking behind what it asks for, and where that begins: files that it sought."""
    for match in ASKED_FOR.finditer(sentence):
        breaks = [stop.end() for stop in BREAK.finditer(sentence, 0, match.start())]
        if not PRESS.search(sentence, max(0, match.start() - 40), match.end() + 30):
            cue = next(name for name in ("cue", "cue_2", "cue_3") if match[name])
            yield match.span(cue), max([0, match.start() - FAR, *breaks])


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
