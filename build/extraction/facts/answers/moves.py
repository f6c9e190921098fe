"""Answers told by a plain verb with a noun: wrote an objection, went to court, got an extension.

Such a verb says little; the noun behind it tells what is done. The sentence must assert the verb,
and its subject must be somebody who may have been asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.facts.asked.items import SOUGHT_ITEM
from extraction.facts.clauses import Reading, Told, may_answer
from extraction.facts.found import Found
from extraction.grammar import cues
from extraction.text.candidates import Span
from extraction.text.needs import holds, needed

_PAPER = (
    r"(?:(?:the|this|that|each|both|all|every|its|these|those|two|three|\w+) )?(?:[\w’'-]+ ){0,2}?"
    r"(?:subpoena|summons|request|demand|paper|letter|matter|order)s?"
)
_IT = rf"(?:it|them|the (?:thing|lot|stack|papers?|paperwork|matter)|{_PAPER})"
_COURT = r"(?:(?:an?|the|its) )?(?:\w+ ){0,3}?(?:courts?|judges?|magistrates?)"
_UNDO = (
    r"(?:quash|block|stop|halt|set (?:\w+ ){0,2}?aside|throw (?:\w+ ){0,2}?out|thrown out|void|"
    r"toss|narrow|limit|invalidate|vacate|enjoin|keep back|rule|decide|say|tell|declare|excuse|set "
    r"aside|setting (?:\w+ )?aside)"
)
_LAWYERS = (
    r"(?:(?:[\w’'-]+ ){0,4}?(?:lawyers?|counsel|attorneys?|solicitors?|legal (?:team|department|"
    r"staff|office|division)|law (?:department|office|firm)|prosecutors?|advisers?|(?-i:AG)))"
)
_REPLY = r"(?:\w+[ -]){0,3}?(?:reply|response|answer)"
_PRESS = (
    r"(?:us|me|the (?:\w+ )?(?:newspaper|paper|station|reporter)|an? reporter|reporters|"
    r"journalists|the (?:press|media))"
)
_MORE = (
    r"(?:(?:an?|another|the|its) )?(?:[\w-]+ ){0,2}?(?:extension|reprieve|postponement|more time|"
    r"extra time|(?:more|extra|additional|further|added) (?:[\w-]+ )?(?:days?|weeks?|months?|time)|"
    r"(?<=another )(?:\w+ )?(?:days?|weeks?|months?|fortnight))"
)
_ASKED = re.compile(
    r"\b(?:subpoena(?:s|ed)?|summons(?:es)?|warrants?|requests?|demands?|papers|paperwork|records?|"
    r"files?|documents?|information|data|lists?|rosters?|logs?|deeds|agents?|agency|ICE|DHS|HSI|"
    r"feds|federal|immigration|Homeland|investigators?)\b",
    re.I,
)
_OF_ASKED = (_ASKED, SOUGHT_ITEM)
"""What tells that a verb of everyday is about papers, records asked for or the agency."""
_OF_COUNSEL = (*_OF_ASKED, re.compile(rf"\b{_LAWYERS}\b", re.I))


class Move(NamedTuple):
    """What verbs with some words behind them tell."""

    rule: str
    value: str
    verbs: frozenset[str]
    behind: re.Pattern[str]
    denied: str = ""
    """What it tells if it is said not to be so; empty where that tells nothing."""
    about: tuple[re.Pattern[str], ...] = ()
    """What the sentence, or the one before it, must name; none where the words tell enough."""


def _move(
    rule: str,
    value: str,
    lemmas: str,
    behind: str,
    denied: str = "",
    about: tuple[re.Pattern[str], ...] = (),
) -> Move:
    verbs = frozenset(form for lemma in lemmas.split() for form in cues.forms(lemma))
    return Move(rule, value, verbs, re.compile(rf" {behind}(?!\w)", re.I), denied, about)


MOVES: tuple[Move, ...] = (
    _move(
        "goes-to-court",
        "challenged",
        "go run head turn",
        r"(?:straight |back |in)?to (?:(?:federal|state|the|district|superior) )*court",
    ),
    _move("goes-before-judge", "challenged", "go appear stand", rf"before {_COURT}"),
    _move(
        "files-suit",
        "challenged",
        "file lodge bring",
        r"(?:suit|(?:an? )?(?:court )?challenge)(?! (?:by|alleging|"
        r"against the (?:county|city|sheriff)))",
    ),
    _move(
        "takes-it-to-court", "challenged", "take bring drag", rf"{_IT} (?:to|before|into) {_COURT}"
    ),
    _move(
        "asks-judge",
        "challenged",
        "ask petition urge beg move press want",
        rf"{_COURT} (?:on )?(?:\w+ )?(?:to {_UNDO}|for an order (?:{_UNDO}|quashing|blocking))",
    ),
    _move(
        "brings-motion",
        "challenged",
        "file bring make lodge initiate commence start mount launch enter pursue submit petition",
        rf"(?:an? |the |its |their |for )(?:[\w-]+ ){{0,3}}?(?:(?:motion|petition|suit|lawsuit|"
        rf"action|"
        rf"complaint|challenge|appeal|order|application)s?(?: [\w’'.-]+){{0,5}}? (?:to {_UNDO}|"
        rf"quashing|{_UNDO}|against the (?:subpoena|agency|demand)|over the (?:subpoena|demand))|"
        rf"declaratory "
        r"(?:action|suit|judgment))",
    ),
    _move(
        "files-to",
        "challenged",
        "file sue move",
        rf"(?:in [\w ]{{3,25}} )?to (?:have {_IT} )?{_UNDO}",
    ),
    _move(
        "contests-in-court",
        "challenged",
        "contest fight challenge seek lodge file",
        r"(?:(?:(?!objection)[\w’'-]+ ){1,4}?in (?:\w+ )?court|an? (?:\w+ )?(?:order (?:quashing|"
        r"blocking|vacating|setting)"
        r"|protective order)|(?:an? )?motion for (?:an? )?protective order)",
    ),
    _move(
        "objects-in-court",
        "challenged",
        "file lodge submit",
        r"(?:its |an? |their )?(?:\w+ ){0,2}?objections? in (?:\w+ ){0,3}?court",
    ),
    _move(
        "sends-objections",
        "refused",
        "send file lodge serve raise write submit return interpose deliver mail",
        rf"(?:{_IT} with |an? |its |their |the |\w+ )?(?:\w+ )?(?:objections?|regrets|refusal)"
        r"(?! in (?:\w+ )*court)",
    ),
    _move(
        "writes-no",
        "refused",
        "write send give answer reply deliver return issue",
        r"(?:back |(?:them|ICE|agents|the agency|it) )?(?:an? (?:\w+ )?|with an? (?:\w+ )?)"
        r"?[“\"‘']?no(?=[,.;:”\"’]|$| to (?:that|the|both|each)| in writing| by letter)",
    ),
    _move(
        "no-reply",
        "not_complied",
        "give make send offer file submit deliver provide write",
        rf"(?:\w+ )?no (?:\w+ )?(?:reply|response|answer)(?! to (?:{_PRESS}|questions?|calls?))",
    ),
    _move(
        "sends-answer",
        "responded",
        "send mail write pen file give make submit deliver issue provide dispatch return draft",
        rf"(?:(?:ICE|DHS|HSI|agents|it|them|the (?:\w+ ){{1,2}}?) )?(?:an?|its|their|his|her|my|"
        rf"our|the) {_REPLY}(?! to (?:{_PRESS}|questions?))",
        denied="not_complied",
    ),
    _move(
        "writes-to-agency",
        "responded",
        "send write mail",
        r"(?:(?:the |federal |immigration )*(?:agents?|agency|ICE|DHS|HSI|government) (?:an? "
        r"(?:\w+ )?letter|(?:last|on|in) \w+)|an? (?:\w+ )?letter to (?:the |federal |immigration )"
        r"*(?:agents?|agency|ICE|DHS|HSI))",
    ),
    _move(
        "gets-extension",
        "delayed",
        "seek request get win obtain secure receive negotiate grant want need",
        rf"(?:itself |himself |herself |themselves )?{_MORE}",
        about=_OF_ASKED,
    ),
    _move(
        "applies-for-time",
        "delayed",
        "put apply write beg plead ask petition move bargain",
        rf"(?:in )?(?:[\w’'-]+ ){{0,3}}?for (?:{_MORE}|time\b)",
    ),
    _move(
        "waits",
        "delayed",
        "put",
        rf"(?:{_IT} off|off (?:(?:turn|hand|send|provid|produc|answer|respond|comply"
        rf"|releas)ing|the |its |any )?(?:\w+ )?(?:{_IT}|reply|response|answer"
        r"|decision))",
    ),
    _move(
        "waits-to-answer",
        "delayed",
        "wait hold",
        r"(?:off )?(?:until [^.;,]{2,30} )?(?:to|before) (?:answer|reply|respond|comply)(?:ing)?",
    ),
    _move(
        "makes-copies",
        "complied",
        "make run print",
        r"(?:off |out |up )?(?:(?:the|those|her|him|them|ICE|agents|investigators) )?(?:the |some |"
        r"\w+ )?(?:photo)?copies",
        about=_OF_ASKED,
    ),
    _move(
        "opens-books",
        "complied",
        "open make",
        r"(?:its|the|his|her|their|our|those|all) (?:[\w’'-]+ ){0,3}?(?:books(?! club)|files "
        r"available|records available|lists? available|"
        r"\w+s available(?= to (?:ICE|the agen|agents|federal)))",
        about=_OF_ASKED,
    ),
    _move(
        "lets-copy",
        "complied",
        "let allow",
        r"(?:them|agents|ICE|(?:the|federal|immigration|two|three) (?:\w+ )?(?:agents?|agency|"
        r"officers?|"
        r"investigators?)) (?:to )?(?:copy|have|see|photograph|look (?:at|through)|inspect|search|"
        r"read)",
        about=_OF_ASKED,
    ),
    _move(
        "buries",
        "ignored",
        "put stuff stick shove slide toss leave throw drop bury",
        rf"{_IT} (?:\w+ )?(?:in|into|under|on|at the bottom of) (?:an? |the |his |her |its )"
        rf"?(?:\w+ )?(?:drawer|tray|trash(?: can)?|waste(?:paper )?basket|bin|shredder|garbage|"
        r"recycling|dumpster|pile|stack|(?<=under )(?:\w+ ){1,2}?(?:stapler|paperweight|blotter|"
        r"keyboard|lamp|rug|mat|book|phone))",
    ),
    _move(
        "turns-its-back",
        "ignored",
        "thumb turn",
        rf"(?:(?:its|his|her|their) (?:noses?|backs?)|an? deaf ear) (?:to|at|on) (?:{_IT}|ICE|DHS|"
        r"HSI|(?:the )?(?:federal |immigration )*(?:agents|agency|government|feds))",
    ),
    _move(
        "gives-a-look",
        "reviewing",
        "give take",
        rf"(?:{_IT} )?(?:[“\"]?an? )?[“\"]?(?:\w+ )?(?:look|review|read|thought|(?:\w+ )"
        rf"?consideration)(?! (?:at|of|through|over) (?!{_IT}|its?\b|everything|what))",
        about=_OF_COUNSEL,
    ),
    _move(
        "asks-lawyers",
        "reviewing",
        "seek await request want ask consult get",
        rf"(?:legal )?(?:guidance|advice|an opinion|input|word|direction) from {_LAWYERS}",
    ),
    _move(
        "weighs-its-own",
        "reviewing",
        "mull weigh study review consider",
        r"(?:its own|over (?:its|the) (?:answer|response|options))",
    ),
    _move(
        "passes-to-lawyers",
        "reviewing",
        "pass hand give send forward turn refer bring show take route",
        rf"(?:its |the |his |her |their )?(?:{_IT}|own|copy|papers?|stack|file) (?:over |on |along "
        rf"|up )?(?:to|with|before) {_LAWYERS}",
    ),
)
"""What is done with a noun; the first that fits is taken."""
_BY_FORM: dict[str, list[Move]] = {}
for _each in MOVES:
    for _form in _each.verbs:
        _BY_FORM.setdefault(_form, []).append(_each)
_WORD = re.compile(r"[A-Za-z]{3,}")
_WITH_LAWYERS = re.compile(
    rf"\b(?:subpoena|summons|demand|request|matter|document|file|it|they|them|those|each|paper)"
    rf"s?\b[^.;,]"
    rf"{{0,20}}?(?P<cue>(?:[’']s|[’']re| is| are| was| were| sits?| rests?| has it| have it| now)"
    rf"(?: now| still| \w+ly)? "
    rf"(?:with|before|on the desk of|in the hands of|in) (?:the |its |our |their )?{_LAWYERS}"
    r"(?:[’']s? (?:hands|office|desk))?)\b",
    re.I,
)
_SHE_WOULD_NOT = re.compile(
    r"\b(?:told|answered|informed|assured|wrote) (?:ICE|DHS|HSI|them|him|her|(?:the |federal |"
    r"immigration )*"
    r"(?:agents?|agency|officers?|government|feds|man))(?: that)? (?:it|she|he|they|we|I) "
    r"(?P<cue>(?:would|will|could|wo|ca)(?: not|n[’']t| never))(?=[.,;”\"]|$)",
    re.I,
)
_NOT = (
    r"(?:(?:did|has|have|had|would|could|does|do|will|was|were|is)(?:n[’']t| not| never)|never|"
    r"won[’']t)"
)
_AT_ONCE = r"(?: (?:immediately|yet|ever|even|been|publicly))*"
_SILENT: tuple[str, ...] = (
    rf"{_NOT}{_AT_ONCE} (?:(?:call|called|ring|rang|rung|phone|phoned)(?: {_PRESS})? back|"
    rf"(?:get|gotten|got|wrote|written|write) (?:back to {_PRESS}|{_PRESS} back)|"
    r"pick(?:ed)? up(?: (?:the phone|(?:our|my|any|the|an?) (?:phone )?calls?)|"
    r"(?=[.,;”\"]|$))|come to the (?:phone|door)|"
    r"(?:respond|reply|answer|respond(?:ed)|replied|answered|talk|talked|speak|spoken)"
    rf"(?: (?:to|with))? {_PRESS}|"
    r"(?:return|returned|answer|answered|respond to|responded to) (?:[\w’'-]+ ){0,4}?"
    r"(?:calls?|e-?mails?|messages?|inquir\w+|voicemails?|texts?|phone))",
    r"(?:no one|none|nobody|neither)(?: of \w+| there| at [\w ]{2,30})? (?:called|wrote|got|rang|"
    rf"phoned|answered|responded|replied)(?: {_PRESS})?(?: back| to {_PRESS})",
    r"(?:turned|turns|waved|brushed) (?:down|away|off|aside) (?:an? |all |every |the |our |my )?"
    r"(?:\w+ )?(?:interviews?|questions?|reporters?|requests? for (?:comment|an interview))",
    r"passed on (?:the|a|an) (?:chance|opportunity|offer|invitation) to (?:comment|speak|talk|"
    r"respond)",
    r"(?:let|letting|lets) (?:the|a|that|our|every|each) (?:\w+ )?questions? (?:go|pass|hang|drop|"
    r"lie|slide|sit)",
    r"said (?:that )?(?:he|she|it|they)(?: was|[’']d| were| would)? (?:rather not(?=[.,;”\"])|"
    r"(?:done|finished|through) (?:talking|speaking|commenting|answering questions))",
    r"declin(?:es|ed|ing) (?:to (?:predict|speculate|be drawn|characterize|guess|weigh in)|"
    r"an? interview|(?:all |any |our |further )+(?:requests?|comment))",
    r"(?:said|says) the (?:statement|letter|filing|document)s? sp(?:eaks?|oke) for (?:itself|"
    r"themselves)",
    r"has a policy (?:against|of not) comment(?:ing)?",
    r"(?:offered|had|gave|made|issued) no (?:statement|comment)",
    r"nobody would talk",
    r"(?:was|were) not made available",
    r"did(?: not|n[’']t) care to (?:say|comment|elaborate)",
    r"(?:had|has|have) [“\"]?nothing to (?:share|tell|offer)",
    r"(?:can|could|would|will)(?:not| not|n[’']t) speak (?:about|to|on) (?:individual|specific|"
    r"pending|ongoing|active)",
    r"(?:gave|made) no (?:reply|response|answer) to (?:an? |our |the |\w+ )?(?:inquir\w+|"
    r"questions?|calls?|e-?mails?|reporters?|requests?)",
    r"(?:duck|dodg|brush|wav)(?:ed|es|ing)(?: off| away)? (?:[\w’'-]+ ){0,3}?(?:questions|"
    r"reporters|microphones|cameras)",
    r"walk(?:ed|s|ing) past (?:the |\w+ )?(?:cameras|microphones|reporters)",
    r"(?:begg(?:ed|ing)|begs) off|demur(?:red|s|ring)(?: when asked)?",
)
"""Ways to say that somebody tells the press nothing."""
_RECORD = (
    r"(?:records?|files?|cop(?:y|ies)|lists?|rosters?|sheets?|cards?|forms?|logs?|boxes|documents?|"
    r"data|slips|pages|names|addresses|papers)"
)
_GO_OUT = re.compile(
    rf"\b(?<!no )(?<!not a )(?:the |its |those |these |our )(?:\w+ ){{0,4}}?{_RECORD}(?: and \w+)? "
    rf"(?P<cue>(?:(?:is|are|"
    r"was|were|will be|have been) )?(?:going|went|goes?|gone|have gone|has gone|will go)(?: out| "
    r"over| off| across)(?: the door)?(?! of))(?!\w)",
    re.I,
)
_BY_LAWYERS = re.compile(
    rf"(?P<cue>\bbeing (?:\w+ly )?(?:examined|vetted|reviewed|studied|read|looked at|considered)) "
    rf"by (?:the |its |an? |our )?{_LAWYERS}",
    re.I,
)
PHRASES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("go-out", "complied", _GO_OUT),
    ("by-lawyers", "reviewing", _BY_LAWYERS),
    *(("silent", "no_comment", re.compile(rf"\b(?P<cue>{way})(?!\w)", re.I)) for way in _SILENT),
    ("with-lawyers", "reviewing", _WITH_LAWYERS),
    ("told-it-would-not", "refused", _SHE_WOULD_NOT),
)
"""Rule, value and words of what no verb with its object tells."""
_NEEDED = [(phrase, needed(phrase[2].pattern)) for phrase in PHRASES]


def moves(sentence: str, before: str = "") -> Iterator[Found]:
    """The answers that a sentence tells by verbs with nouns, and by a few other phrases.

    What the sentence before it names may make clear what it is about.
    """
    low = sentence.lower()
    for (rule, value, pattern), letters in _NEEDED:
        if letters and not holds(low, letters):
            continue
        for match in pattern.finditer(sentence):
            yield _found(match.span("cue"), rule, value, "event")
    if _BY_FORM.keys().isdisjoint(_WORD.findall(low)):
        return
    reading: Reading | None = None
    for word in _WORD.finditer(sentence):
        for move in _BY_FORM.get(word.group().lower(), ()):
            behind = move.behind.match(sentence, word.end())
            if behind is None or not _is_about(move, sentence, before):
                continue
            reading = reading or Reading(sentence)
            found = _moved(reading, move, word.start(), behind.end())
            if found:
                yield found
                break


def _is_about(move: Move, *said: str) -> bool:
    """Whether one of some sentences names what a verb must be about."""
    return not move.about or any(about.search(each) for each in said for about in move.about)


def _moved(reading: Reading, move: Move, start: int, end: int) -> Found | None:
    """What a verb, with the words behind it, tells."""
    p = reading.p
    if start not in p.start:
        return None
    verb = p.start.index(start)
    told = None if _is_noun(reading, verb) else reading.told(verb)
    if told is None or not _may(told):
        return None
    if move.rule == "goes-to-court" and p.low[verb] not in ("went", "gone", "ran"):
        return None  # ready to go to court
    value = move.denied if told.negated else move.value
    cue = (p.start[min(max(told.first, 0), verb)], end)
    return _found(cue, move.rule, value, "announced" if told.ahead else "event") if value else None


def _may(told: Told) -> bool:
    """Whether the subject may be somebody who was asked."""
    return not told.passive and may_answer(told.subject, told.named)


def _is_noun(reading: Reading, verb: int) -> bool:
    """Whether a word that may be a verb is a noun here: a file, the run."""
    return reading.p.low[verb - 1 : verb] != [] and reading.p.low[verb - 1] in cues.ARTICLES


def _found(cue: Span, rule: str, value: str, scope: str) -> Found:
    return Found("response", cue, rule, value, {"cue": cue}, {"scope": scope})
