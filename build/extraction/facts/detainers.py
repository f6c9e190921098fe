"""What became of detainers: lodged, honored or declined.

Every answer needs a verb that the sentence asserts, and a detainer to which it is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.facts.clauses import Reading, Told, is_question
from extraction.facts.found import Found, apart
from extraction.grammar import cues
from extraction.grammar.parse import (
    AUXILIARY,
    COLON,
    COMMA,
    DETERMINER,
    NAME,
    PREPOSITION,
    STOP,
    VERB,
)

DETAINERS = frozenset(["detainer", "detainers"])
LODGED, HONORED, DECLINED = "lodged", "honored", "declined"
VALUES = {
    form: value
    for value, lemmas in (
        (LODGED, "lodge place file issue log send fax serve deliver submit"),
        (HONORED, "honor honour comply accept cooperate obey fulfill follow"),
        (DECLINED, "ignore reject disregard decline deny refuse"),
    )
    for lemma in lemmas.split()
    for form in cues.forms(lemma)
} | {"logged": LODGED, "sent": LODGED, "submitted": LODGED}
"""What a verb does to a detainer, by every form."""
_FREED = r"(?:released?|let (?:\w+ ){0,3}?(?:out|go|walk|leave)|freed|walked)"
DESPITE = re.compile(
    rf"\b(?:{_FREED}\b[^.;“”]{{0,80}}?\b(?:despite|with|notwithstanding|in spite of|over|even "
    rf"though|although)\b[^.;“”]{{0,60}}?"
    rf"\bdetainers?|(?:[Dd]espite|[Ii]n spite of|[Nn]otwithstanding) "
    rf"[^.;“”]{{0,60}}?\bdetainers?\b[^.;“”]{{0,80}}?\b{_FREED})\b"
)
_BETWEEN = frozenset(
    """
about over regarding concerning that who which to by for because and but when lawsuit lawsuits suit
report reports statement statements memo policy policies guidance ruling rulings rules
""".split()
)
"""Words before a detainer that make it no object of the verb: issued a report on detainers."""
_REQUESTS = frozenset(["request", "requests", "it", "them"])
"""What may mean the detainer that was named before."""
_MAKES = frozenset("make makes making made let lets have force forces".split()) - {"have"}
_PLAIN = frozenset("honor honour accept obey follow cooperate ignore reject decline refuse".split())
_NONE = frozenset(["no", "without", "none", "neither"])
_POLICY = frozenset("will would won't do does don't doesn't refuse refuses cannot can't".split())
"""Words that tell of a rule or of what is to come, and not of an event."""


_HELD = r"(?:act on|hold|holds|held|holding|detain|detains|detained|detaining|jail|keep|keeps|kept)"
_PAPER = r"(?:detainers?|ICE holds?|immigration holds?)"
IDIOMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "received",
        LODGED,
        re.compile(
            r"\b(?P<cue>received|receives|got|gotten|gets|was sent|were sent|been sent|were served|"
            rf"was served|had)(?! (?:no|0|zero)\b) (?:(?!no\b)[\w’',.-]+ ){{0,3}}?{_PAPER}\b(?! "
            rf"(?:requests? )?(?:"
            r"polic|form))|\b(?P<cue_4>dropped off (?:an? |\w+ )?(?:ICE )?detainers?|"
            r"(?:asked|asks|requested) [^.;]{2,40}? to (?:hold|keep|detain) [^.;]{0,40}?\bdetainer|"
            r"(?:subjects? of|wanted on|asked for|wanted for) (?:an? )?(?:\w+ ){0,2}?detainers?|"
            r"(?:find|"
            r"found|reported|counted|recorded|logged|tallied) (?:only |about |some )?(?:\d[\d,]*|"
            r"two|three|four|five|six|seven|eight|nine|ten|a dozen) (?:\w+ )?detainers)\b|(?<!no "
            r")\bdetainers? (?P<cue_2>(?:keep|kept) coming|(?:had |has )?"
            r"(?:arrived|came|come)(?! off)|(?:was|were|is) (?:pending|"
            r"active|on file|in place)|on file)\b",
            re.I,
        ),
    ),
    (
        "not-held-on",
        DECLINED,
        re.compile(
            rf"(?P<cue>n[’']t|\b(?:not|never|no longer|stop(?:ped|s)?|quit|ended|ceased|"
            rf"refus(?:ed|es|"
            rf"ing) to)) (?:\w+ )?{_HELD}\b[^.;“”]{{0,70}}? (?:{_PAPER}|solely for ICE)\b",
            re.I,
        ),
    ),
    (
        "accused-of",
        DECLINED,
        re.compile(
            rf"\b(?:accus\w+|blam\w+|policy|practice|habit|histor\w+)\b[^.;]{{0,40}}? (?:of|for) "
            rf"(?P<cue>ignoring|not honoring|not holding|disregarding|refusing|"
            rf"declining|rejecting|releasing)\b[^.;]{{0,40}}?{_PAPER}\b|\bdetainers? "
            rf"(?P<cue_2>(?:went|go|gone) (?:unheeded|unanswered|"
            r"ignored))\b",
            re.I,
        ),
    ),
    (
        "held-on",
        HONORED,
        re.compile(
            rf"(?<!not )(?<!n[’']t )(?<!to )\b(?P<cue>held|holds|has held|have held|hold|kept|"
            rf"detained|keeps) (?:[\w,’'-]+ "
            rf"){{0,8}}?on (?:(?:\w+ ){{0,2}}?{_PAPER}|them)\b|\b(?P<cue_2>(?:turned|handed) "
            rf"(?:\w+ )?over|"
            rf"transferred|picked (?:\w+ )?up) (?:\w+ ){{0,4}}?on (?:\w+ ){{0,2}}?{_PAPER}\b",
            re.I,
        ),
    ),
    (
        "lodged-but-released",
        DECLINED,
        re.compile(
            rf"\b{_PAPER}\b[^.“”]{{0,90}}?(?:;|,? but|,? yet|,? and) (?:[\w’'-]+ ){{0,5}}?"
            r"(?P<cue>released|freed|let go)\b|\b(?:[Nn]one|[Nn]o one|[Nn]obody)(?: of (?:the |"
            r"them |those )?\w*)? (?P<cue_2>(?:was|were|is|are)(?: ever)? (?:held|detained))\b|"
            r"\b(?P<cue_3>(?:held|holds|detained|kept) (?:nobody|no one|none))\b",
        ),
    ),
    (
        "turned-down",
        DECLINED,
        re.compile(
            rf"(?<!to )(?<!not )(?<!n[’']t )(?<!never )\b(?P<cue>turn(?:ed|s|ing) down|"
            rf"brush(?:ed|es) off|"
            rf"(?:was|were) (?:ignored|declined|refused)[^.;]{{0,20}}) (?:\w+ ){{0,4}}?{_PAPER}\b",
            re.I,
        ),
    ),
    (
        "which-were",
        "",
        re.compile(
            r"\bdetainers?\b[^.;]{0,80}? (?:of which|of them|all|none|and|most|which|only|but) "
            r"(?:[\w,]+ ){0,4}?(?:was|were|have been|had been) (?P<cue>(?:not )?honou?red|ignored|"
            r"declined|rejected|refused|disregarded)\b|\bdetainers?\b[^.;]{0,60}? (?:which|that) "
            r"[^.;]{0,40}?(?P<cue_2>disregarded|ignored|declined|refused|honored)\b"
            r"(?! (?:none|no)\b)",
            re.I,
        ),
    ),
)
"""Rule, value and turn of phrase of what no verb with a detainer as its object tells."""


def _idioms(sentence: str, told: list[Found]) -> Iterator[Found]:
    """What turns of phrase tell of detainers, where no verb has told the same."""
    for rule, value, pattern in IDIOMS:
        for match in pattern.finditer(sentence):
            cue = match.span(match.lastgroup or 0)
            words = sentence[slice(*cue)].lower()
            what = value or (HONORED if words.startswith("honor") else DECLINED)
            guard = _SUPPOSED_BEFORE if rule == "not-held-on" else _OPEN_BEFORE
            if guard.search(sentence, max(0, match.start() - 40), match.start()):
                continue
            if all(found.value != what or apart(found.span, match.span()) for found in told):
                yield Found("detainer", match.span(), rule, what, {"cue": cue}, {"scope": "event"})


_SUPPOSED_BEFORE = re.compile(r"\b(?:if|unless|whether)\b[^.;,]{0,30}$", re.I)
_OPEN_BEFORE = re.compile(r"\b(?:if|unless|whether|would|could|should|must)\b[^.;,]{0,30}$", re.I)


def detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honored or declined, and not only supposed to be: if one is lodged."""
    if is_question(sentence):
        return
    reading, told_declined = Reading(sentence, of_anybody=True), False
    every: list[Found] = []
    for verb, low in enumerate(reading.p.low):
        told = reading.told(verb) if low in VALUES else None
        found = _done(reading, verb, told) if told else None
        if found:
            every.append(found)
            told_declined = told_declined or found.value == DECLINED
            yield found
    yield from _idioms(sentence, every)
    for match in () if told_declined else DESPITE.finditer(sentence):
        parts, scope = {"cue": match.span()}, {"scope": "event"}
        yield Found("detainer", match.span(), "released-despite", DECLINED, parts, scope)


def _done(reading: Reading, verb: int, told: Told) -> Found | None:
    """What a verb tells of a detainer."""
    rule, at = VALUES[reading.p.low[verb]], _detainer(reading, verb, told)
    if at is None or _is_adjective(reading, verb) or _is_made(reading, verb):
        return None
    negated = told.negated or not _NONE.isdisjoint(reading.p.low[max(0, at - 3) : at + 1])
    if (negated and rule != HONORED) or (rule == LODGED and _is_habit(reading, verb)):
        return None
    first = min(max(told.first, 0), verb)
    policy = told.ahead or not _POLICY.isdisjoint(reading.p.low[first : verb + 1])
    span = reading.span(min(first, at), max(verb, at))
    cue = {"cue": reading.span(first, verb)}
    scope = {"scope": "policy" if policy else "event"}
    return Found("detainer", span, rule, DECLINED if negated else rule, cue, scope)


def _detainer(reading: Reading, verb: int, told: Told) -> int | None:
    """The detainer to which a verb does something, before it or behind it."""
    p, first = reading.p, DETAINERS.isdisjoint(reading.p.low[:verb])
    low, high = p.bounds(verb)
    if VALUES[p.low[verb]] == LODGED or told.passive or p.low[verb - 1] in DETAINERS | _REQUESTS:
        for k in range(told.first - 1, max(low - 1, told.first - 12), -1):
            if p.tag[k] in (COMMA, STOP, COLON) and p.low[k + 1] not in ("which", "that"):
                break
            if p.low[k] in DETAINERS:
                return k
    for k in range(verb + 1, min(high, verb + 11)):
        word = p.low[k]
        meant = not first and VALUES[p.low[verb]] != LODGED
        if word in DETAINERS or (meant and word in _REQUESTS):
            return k
        if not first and p.low[verb + 1 : k + 1] == [word] and _is_amount(word):
            return k
        if word in _BETWEEN or word in VALUES or p.tag[k] in (STOP, COLON, AUXILIARY):
            break
    return None


def _is_amount(word: str) -> bool:
    """Whether a word counts detainers that were named before: honored 13, honored none of them."""
    return word.isdigit() or word in cues.NUMERALS | _NONE | {"all", "most", "some", "both"}


def _is_adjective(reading: Reading, verb: int) -> bool:
    """Whether a participle says of which kind a detainer is: a report on declined detainers."""
    p = reading.p
    if p.tag[verb] == NAME and not reading.headline:
        return True
    return p.low[verb].endswith("ed") and p.tag[verb - 1] in (VERB, PREPOSITION, DETERMINER)


def _is_made(reading: Reading, verb: int) -> bool:
    """Whether somebody is made to do it: a law that makes jails honor detainers."""
    low = reading.p.low
    return low[verb] in _PLAIN and not _MAKES.isdisjoint(low[max(0, verb - 4) : verb])


def _is_habit(reading: Reading, verb: int) -> bool:
    """Whether it is what is done again and again: the agency issues detainers."""
    form = reading.p.low[verb]
    present = not form.endswith(("ed", "ing", "sent")) and reading.p.low[verb - 1] not in (
        "will",
        "to",
    )
    return present and not reading.headline
