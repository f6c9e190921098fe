"""What a recipient answers: it complies, refuses, reviews, challenges, delays or does not comment.

Every answer needs a verb that the sentence asserts, a subject that may be the one who was asked,
and an object that may be what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from extraction.facts.clauses import LEMMAS, REFUSES, Reading, Told, is_question, may_answer
from extraction.facts.found import Found, apart
from extraction.grammar import cues
from extraction.grammar.cues import ARTICLES
from extraction.grammar.parse import COMMA, STOP
from extraction.text.candidates import Span

ASKED = frozenset(
    """
subpoena subpoenas request requests demand demands summons summonses order letter letters petition
""".split()
)
RECORDS = frozenset(
    """
information info records record documents document data files file names addresses forms list lists
copies copy materials papers details logs log report reports roster rosters rolls access photographs
photos applications cards packet accounts spreadsheet video footage database statistics payroll
payrolls e-mails emails numbers sample batch paperwork boxes pages affidavits registrations invoices
portion everything rest remainder dates plates charts folder ledgers leases
""".split()
)
PRESS = frozenset(
    """
comment comments question questions inquiry inquiries call calls email emails e-mail message
messages interview interviews reporter reporters
""".split()
)
SEEKING = frozenset("asks asking seeks seeking sought".split())
TIMES = frozenset("until day days week weeks hours".split())
LAWS = frozenset(
    """
law laws statute statutes constitution rules rule policy policies ordinance ordinances regulations
requirements act standards norms
""".split()
)
DETAINERS = frozenset(["detainer", "detainers", "hold", "holds", "transfers"])
ASKER = frozenset(
    """
ice agency agents government federal immigration subpoena subpoenas subpoenaed requested request
requests dhs homeland authorities
""".split()
)
Answer = tuple[str, str]
"""Rule and value."""


_VERB = re.compile(rf"\b(?:{'|'.join(sorted(LEMMAS))})\b", re.I)
_OBJECT = re.compile(
    r"subpoena|summons|request|demand|letter|order|information|records?\b|documents?\b|data\b|"
    r"files|compl(?:y|ied|ian)|comment|question|legality|respectfully|\binterview|refuse[sd]?\b|"
    r"respond|e-?mail|\bcalls?\b|messages?\b|\b(?:options|over|it|them|those|what|ICE|DHS|HSI|"
    r"agents?|agency|process|offer|nothing|"
    rf"{'|'.join(sorted(RECORDS))})\b|produced?\b|withh|surrender|furnish|declin|rebuff|answer|"
    r"\b(?:no|it|n.t) (?:give|share)\b|give\.",
    re.I,
)


def responses(sentence: str) -> Iterator[Found]:
    """What a recipient does or says that it will do; a question tells nothing."""
    if is_question(sentence):
        return
    idioms = list(_idioms(sentence))
    yield from idioms
    if not (_OBJECT.search(sentence) and _VERB.search(sentence)):
        return
    reading = Reading(sentence)
    end = -1
    for k, low in enumerate(reading.p.low):
        lemma = LEMMAS.get(low)
        judge = _JUDGES.get(lemma or "")
        is_noun = reading.p.low[k + 1 : k + 2] in (["date"], ["dates"])  # demanding release dates
        if judge is None or k <= end or is_noun:
            continue
        found = _read(reading, k, judge)
        if found and all(apart(found[0].span, idiom.span) for idiom in idioms):
            yield found[0]
            end = found[1]


def _read(
    reading: Reading, verb: int, judge: Callable[[Reading, int, Told], Answer | None]
) -> tuple[Found, int] | None:
    """The answer that a verb tells, and its last token."""
    told = reading.told(verb)
    answer = judge(reading, verb, told) if told else None
    if told is None or answer is None:
        return None
    handed = told.passive and _to_asker(reading.right_of(verb, 12))
    answers = _done_to(reading, told) or handed or may_answer(told.subject, told.named)
    if answer[1] != "no_comment" and not answers:
        return None
    if told.ahead and not told.negated and "if" in reading.right_of(verb, 14):
        return None  # would produce such records if it had them
    rule, value = answer
    first, last = max(told.first, 0), verb
    after = reading.right_of(verb, 1)
    if after and after[0] in ("over", "to", "with", "off"):
        last += 1
    parts = {"cue": reading.span(min(first, verb), last)}
    scope = "announced" if told.ahead else "event"
    if reading.p.low[verb] in ("comply", "honor", "cooperate") and first < verb:
        does = {"do", "does", "don't", "doesn't"} & set(reading.p.low[first:verb])
        scope = "policy" if does else scope
    return Found("response", parts["cue"], rule, value, parts, {"scope": scope}), last


def _refuses(reading: Reading, verb: int, told: Told) -> frozenset[str]:
    """The words of refusing that govern a verb."""
    return REFUSES.intersection(reading.p.low[told.first : verb])


def _done_to(reading: Reading, told: Told) -> frozenset[str]:
    """The words for the subpoena or records that a verb is about: the subpoena was ignored."""
    before = _before(reading, told)
    bare = reading.headline and before[:1] != [] and before[0] in ASKED  # subpoena ignored
    return (ASKED | RECORDS | _NOTHING).intersection(before if told.passive or bare else ())


def _before(reading: Reading, told: Told) -> list[str]:
    """The words before what is told, up to a comma."""
    found: list[str] = []
    for k in range(told.first - 1, max(-1, told.first - 7), -1):
        if reading.p.tag[k] in (COMMA, STOP):
            break
        found.append(reading.p.low[k])
    return found


def _complies(reading: Reading, verb: int, told: Told) -> Answer | None:
    """comply, honor, obey, abide by: what was asked, and not a law or a detainer."""
    words = reading.right_of(verb, 8)
    after = set(words[: words.index(",")] if "," in words else words)
    lemma = LEMMAS[reading.p.low[verb]]
    asked = bool(after & ASKED)
    if after & DETAINERS or (not asked and DETAINERS & set(reading.p.low)):
        return None
    if after & LAWS and not asked:
        return None
    if lemma != "comply" and not asked and (after or lemma != "cooperate"):
        return None
    if not told.negated:
        only = told.ahead and "only" in reading.p.low[told.first : verb]
        return ("complies-only", "refused") if only else ("complies", "complied")
    if "until" in reading.right_of(verb, 40):
        return "not-until", "delayed"
    if _so_far(reading, verb, told):
        return "has-not-complied", "not_complied"
    return "will-not-comply", "refused"


_LEFT_UNDONE = frozenset("fail fails failed failing failure yet".split())
"""Words of not doing that do not tell of a refusal: failed to comply, has yet to comply."""
_PERFECT = frozenset(["has", "have", "had", "hasn't", "haven't", "hadn't"])


def _group(reading: Reading, verb: int, told: Told) -> list[str]:
    """The words of a verb's group before the verb: auxiliaries, a governing verb."""
    return reading.p.low[max(told.first, 0) : verb]


def _so_far(reading: Reading, verb: int, told: Told) -> bool:
    """Whether something has not been done, and may still be: has not complied."""
    words, refusing = _group(reading, verb, told), _refuses(reading, verb, told)
    perfect = "to" not in words and not _PERFECT.isdisjoint(words[-3:])
    return bool(refusing & _LEFT_UNDONE) or (perfect and not refusing)


def _responds(reading: Reading, verb: int, told: Told) -> Answer | None:
    """respond, reply, answer: to a subpoena it is an answer, to the press it is none."""
    after, group = reading.right_of(verb, 9), _group(reading, verb, told)
    words, is_answer = set(after) - {"petition"}, LEMMAS[reading.p.low[verb]] == "answer"
    if verb and reading.p.low[verb - 1] == "in":
        return None  # in response to
    if is_answer and after[:1] == ["it"] and not told.negated:
        return "answers-it", "complied"
    to = after[:1] == ["to"] or after[:2] == ["only", "to"]
    if words & PRESS or not (to or (is_answer and not ASKED.isdisjoint(after[:4]))):
        return _is_silent(reading, verb, told, bare=not to)
    if not words & (ASKED | {"process"}):
        return None
    habit = not {"do", "does", "don't", "doesn't"}.isdisjoint(group)
    if told.negated and (told.ahead or habit or _refuses(reading, verb, told) - {"yet"}):
        return "will-not-respond", "refused"
    if not told.negated and "only" in after[:2]:
        return "responds-only", "refused"
    return ("no-response", "not_complied") if told.negated else ("responds", "responded")


def _is_silent(reading: Reading, verb: int, told: Told, bare: bool) -> Answer | None:
    """What it tells that somebody does not respond, without a word on a subpoena."""
    after, group = reading.right_of(verb, 9), _group(reading, verb, told)
    if told.ahead and not told.negated and after[:1] == ["by"]:
        return "responds", "responded"
    if not told.negated or (bare and not ASKED.isdisjoint(after)):
        return None
    so_far = "never" in group or "yet" in group or _so_far(reading, verb, told)
    if bare and so_far and PRESS.isdisjoint(reading.p.low):
        return "no-response", "not_complied"
    return "no-comment", "no_comment"


def _provides(reading: Reading, verb: int, told: Told) -> Answer | None:
    """provide, turn over, hand over, send: records to those who asked for them."""
    after, lemma = reading.right_of(verb, 12), LEMMAS[reading.p.low[verb]]
    if told.negated and "comment" in after[:4]:
        return "no-comment", "no_comment"
    if lemma == "turn" and "away" in after[:5]:
        return None if told.negated else ("turned-away", "refused")
    if lemma == "turn" and after[:1] == ["down"] and ASKED & set(after):
        return None if told.negated else ("refused", "refused")
    if _is_other_giving(reading, verb, told, after):
        return None
    if not told.negated and _is_nothing(after):
        so_far = not _PERFECT.isdisjoint(_group(reading, verb, told))
        return "gives-nothing", "not_complied" if so_far else "refused"
    over, to_asker = "over" in after[:6], _to_asker(after)
    if lemma in ("turn", "hand") and not (over or to_asker):
        return None
    if not _is_record(reading, told, after, lemma, over or to_asker):
        return None
    if not (over or to_asker or _was_asked(reading, verb, told, after, lemma)):
        return None
    return _gives(reading, verb, told, lemma)


def _gives(reading: Reading, verb: int, told: Told, lemma: str) -> Answer:
    """Whether what was asked for is given, or not, or not so far."""
    none = told.passive and not _NOTHING.isdisjoint(_before(reading, told))
    if (told.negated or none) and not told.ahead and _so_far(reading, verb, told):
        return "has-not-provided", "not_complied"
    if told.negated or none or lemma == "withhold":
        return "will-not-provide", "refused"
    return "provides", "complied"


def _is_other_giving(reading: Reading, verb: int, told: Told, after: list[str]) -> bool:
    """Whether people are handed over, or something is given that nobody had to ask for."""
    if reading.p.low[verb] == "given" and told.first == verb:
        return True  # given the little time
    if not _PEOPLE.isdisjoint(after[:3]) and RECORDS.isdisjoint(after[:3]):
        return True  # refusing to turn the men over
    before = reading.p.low[max(told.first - 1, 0) : verb]
    return not {"willingly", "voluntarily"}.isdisjoint(before)


def _is_nothing(after: list[str]) -> bool:
    """Whether what is given is nothing: produced no documents."""
    return "nothing" in after[:3] or (after[:1] == ["no"] and not RECORDS.isdisjoint(after[1:4]))


def _was_asked(reading: Reading, verb: int, told: Told, after: list[str], lemma: str) -> bool:
    """Whether what is given, to whom is not told, may be what was asked for."""
    if told.negated or _refuses(reading, verb, told) or lemma in _STRONG or _of_people(after):
        return True
    if told.ahead or "responsive" in after or reading.p.low[verb - 1] == "already":
        return True
    near = not RECORDS.isdisjoint(after[:5]) and "to" not in after[:9]
    return near or not ASKER.isdisjoint(reading.p.low)


_STRONG = frozenset(["produce", "surrender", "furnish", "withhold", "disclose"])
"""Verbs of giving what was asked for; one gives or sends other things too."""
_NOTHING = frozenset(["no", "nothing", "none"])
_PRONOUNS = frozenset(
    ["it", "them", "those", "these", "that", "what", "some", "all", "half", "most"]
)
_ASKERS = frozenset(
    """
ice dhs hsi agents agency homeland immigration federal feds investigators government authorities
""".split()
)
_NOT_GIVEN = frozenset(
    """
letter letters notice word time until weeks days week deadline answer reply chance reason advice
interview speech statement permission thanks money way rise
""".split()
)
"""What one may give to the agency without giving what it asked for."""
_PEOPLE = frozenset(
    """
aliens people inmates immigrants migrants detainees prisoners men women individuals criminals
suspects offenders residents students him her custody children families
""".split()
)
"""Whom one may hand over, which is no answer to a demand for records."""
_AMOUNTS = _PRONOUNS | cues.NUMERALS | frozenset("two three both everything whatever".split())
_AWAY = frozenset("to back in on out up for off home your".split())
"""Words behind `them` that show that it is what is given: sent them back."""
_LISTENERS = frozenset(
    "reporter reporters newspaper station us journalists media press council court lawyers counsel "
    "lawyer attorney attorneys you".split()
)
"""To whom one gives without answering the agency."""


def _to_asker(after: list[str]) -> bool:
    """Whether what is given goes to those who asked: gave ICE eleven pages, handed it to agents."""
    if after[:1] == ["them"]:
        return len(after) > 1 and after[1] not in _AWAY and _NOT_GIVEN.isdisjoint(after)
    bare = [word for word in after[:4] if word not in ("the", "a", "federal", "immigration", "two")]
    if bare[:1] and bare[0] in _ASKERS and len(after) > 1:
        return _NOT_GIVEN.isdisjoint(after[:7])
    for link in ("to", "with"):
        if link in after[:9]:
            at = after.index(link)
            behind = after[at + 1 :][:4]
            asker = not _ASKERS.isdisjoint(behind) or behind[:1] == ["them"]
            if asker and _NOT_GIVEN.isdisjoint(after[:at]):
                return True
    return False


def _of_people(after: list[str]) -> bool:
    """Whether records are on somebody: information about four men."""
    about = ("on", "about", "regarding")
    return any(word in RECORDS and behind in about for word, behind in pairwise(after))


def _is_record(reading: Reading, told: Told, after: list[str], lemma: str, certain: bool) -> bool:
    """Whether what is given may be what was asked for."""
    if "to" in after and not _LISTENERS.isdisjoint(after[after.index("to") + 1 :][:3]):
        return False
    if not _LISTENERS.isdisjoint(after[:2]):
        return False
    others = ASKED | SEEKING | (TIMES if lemma == "give" else frozenset())
    given = next(
        (
            word
            for before, word in pairwise(("", *after))
            if word in RECORDS | others and before not in ("about", "on", "regarding", "over")
        ),
        "",
    )
    if ASKED & _done_to(reading, told):
        return False  # requests for records were sent to officials
    if given in RECORDS or _done_to(reading, told) & (RECORDS | _NOTHING):
        return True
    if given:
        return False  # sent a letter that asks for records, gave two weeks for them
    if not after and told.negated and RECORDS & set(_before(reading, told)):
        return True  # it is the lists that it will not give
    pronoun = after[:1] and after[0] in _PRONOUNS
    amount = any(word in _AMOUNTS or word[0].isdigit() for word in after[:6])
    return (certain and (amount or told.passive or told.negated or lemma != "give")) or (
        lemma in _STRONG and bool(pronoun or not after or told.negated)
    )


def _reviews(reading: Reading, verb: int, told: Told) -> Answer | None:
    """review, consider, study: the subpoena, now or soon; it is being reviewed."""
    words, after = reading.p.low, reading.right_of(verb, 8)
    going = words[verb].endswith("ing") or told.ahead or words[verb - 1] == "being"
    named = ASKED & set(words[:verb]) and (
        _done_to(reading, told) or after[:1] in (["it"], ["them"])
    )
    looked_at = set(after) & (ASKED | {"legality", "options", "rights"}) or named
    return ("reviewing", "reviewing") if going and looked_at and not told.negated else None


def _rejects(reading: Reading, verb: int, told: Told) -> Answer | None:
    """refuse, reject, defy, ignore: a subpoena; or refuse alone."""
    after = reading.right_of(verb, 7)
    words = set(after)
    lemma = LEMMAS[reading.p.low[verb]]
    if told.negated or "to" in after[: 3 if after[:1] == ["on"] else 2] or words & DETAINERS:
        return None
    if lemma == "deny" and ("that" in after[:3] or not ASKED & set(after[:6])):
        return None  # denied that it had ignored the subpoena
    if lemma == "decline" and words & PRESS:
        return "no-comment", "no_comment"
    it = (
        not told.ahead and after[:1] in (["it"], ["them"]) and lemma in ("ignore", "defy", "reject")
    )
    behind = not after and ASKED & set(reading.p.low[:verb]) and lemma != "deny"
    offered = lemma in ("reject", "refuse") and bool(words & {"offer", "one"})
    if words & ASKED or behind or it or offered or _done_to(reading, told):
        return ("ignored", "ignored") if lemma == "ignore" else ("refused", "refused")
    ends = verb + 1 >= len(reading) or reading.p.tag[verb + 1] in (STOP, COMMA)
    ends = ends or after[0] in _ENDS_REFUSAL
    return ("refused", "refused") if ends and lemma in ("refuse", "decline") else None


_ENDS_REFUSAL = frozenset(
    """
within in on last this again outright twice and because until when citing flatly either
""".split()
) | {",”", "”", '"'}
"""Words behind which a refusal has no object: the city refused in July."""


def _challenges(reading: Reading, verb: int, told: Told) -> Answer | None:
    """challenge, fight, contest, quash, sue: a subpoena or its legality."""
    after = set(reading.right_of(verb, 14))
    lemma = LEMMAS[reading.p.low[verb]]
    if lemma == "quash" and reading.p.low[verb] != lemma:
        return None  # a court quashes
    paper = after & (ASKED - {"petition", "letter"} | {"legality"}) or _done_to(reading, told)
    if told.negated or not paper or (verb and reading.p.low[verb - 1] in ARTICLES):
        return None
    if lemma in ("fight", "appeal") and not after & {"subpoena", "subpoenas", "order", "summons"}:
        return None
    return "challenges", "challenged"


def _delays(reading: Reading, verb: int, told: Told) -> Answer | None:
    """delay, postpone, hold off: compliance."""
    after = reading.right_of(verb, 6)
    if LEMMAS[reading.p.low[verb]] == "hold" and after[:1] != ["off"]:
        return None
    complying = {"compliance", "complying", "response", "responding", "answering"} & set(after)
    return ("delays", "delayed") if complying and not told.negated else None


def _comments(reading: Reading, verb: int, told: Told) -> Answer | None:
    """comment: only that nobody does."""
    del reading, verb
    return ("no-comment", "no_comment") if told.negated else None


def _refers(reading: Reading, verb: int, told: Told) -> Answer | None:
    """refer: a subpoena to lawyers."""
    after = set(reading.right_of(verb, 9))
    lawyers = after & {"legal", "counsel", "lawyers", "attorney", "attorneys", "law"}
    asked = ASKED & (after | set(told.subject.split()))
    return ("referred", "reviewing") if lawyers and asked and not told.negated else None


Judge = Callable[[Reading, int, Told], Answer | None]
_JUDGES: dict[str, Judge] = {
    **dict.fromkeys("comply cooperate honor honour fulfill obey abide".split(), _complies),
    **dict.fromkeys(("respond", "reply", "answer"), _responds),
    **dict.fromkeys(
        """provide produce give send release share submit surrender disclose supply furnish turn
        hand withhold deliver forward email e-mail mail fax""".split(),
        _provides,
    ),
    **dict.fromkeys(
        "review consider study evaluate examine analyze assess explore weigh".split(), _reviews
    ),
    **dict.fromkeys("refuse decline reject deny defy resist ignore rebuff flout".split(), _rejects),
    **dict.fromkeys("challenge fight contest oppose quash sue appeal".split(), _challenges),
    **dict.fromkeys("delay postpone pause hold".split(), _delays),
    "comment": _comments,
    "refer": _refers,
}
"""What each verb may tell."""

_COURT = r"(?:a|the|its) (?:\w+ ){0,3}?(?:court|judge)"
_UNDO = r"(?:quash|block|stop|halt|set aside|throw out|void|invalidate)"
_NO = r"(?:not|n[’']t|never)"
_DEMAND = r"(?:subpoena|summons|request|demand)s?"
_LAWYERS = (
    r"(?:lawyers?|counsel|attorneys?|legal (?:team|department|staff)|law (?:department|office))"
)
_TELL = (
    r"(?:say|discuss|confirm|elaborate|explain|specify|identify|describe|talk|speak|go into|be "
    r"(?:interviewed|quoted)|make (?:any(?:one|body)|the \w+) available|give (?:any |further |"
    r"more )?(?:details|"
    r"specifics|an? (?:reason|interview))|provide (?:any |further |more |additional )?(?:details|"
    r"comment)|answer (?:further |any |more |other |detailed |specific )?questions?)"
)
_BODY = (
    r"(?:county|city|town|state|parish|borough|district|university|school|sheriff|board|department)"
)
IDIOMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "filed",
        "challenged",
        re.compile(
            r"\b(?P<cue>fil(?:ed|es|ing) (?:for declaratory|(?:[\w’'-]+ ){1,4}?(?:motion|petition|"
            rf"lawsuit|suit)(?: [\w’'.-]+){{0,6}}? (?:to {_UNDO}|against the (?:subpoena|"
            rf"agency|department|demand))|suit(?: on \w+)? (?:over|to {_UNDO}|against)|an? "
            rf"(?:federal )?"
            rf"(?:lawsuit|suit) (?:over|seeking to {_UNDO}))) "
            r"?(?:relief|judgment)?\b",
            re.I,
        ),
    ),
    (
        "asks-a-court",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:to )?(?:ask|urg)(?:e?s|ed|ing)? {_COURT} to {_UNDO}|(?:(?:went|goes|"
            rf"gone|"
            rf"going) to (?:\w+ )?court|su(?:ed|es|ing))(?: in [\w ]{{3,30}}?)? to (?:{_UNDO}|"
            rf"fight|"
            rf"have))\b[^.;]{{0,40}}\b(?:subpoenas?|summons|demands?|requests?|order|quashed|it|"
            rf"them)\b",
            re.I,
        ),
    ),
    (
        "moves-to-quash",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:mov(?:ed|es|ing)|petition(?:ed|s)) (?:(?!neither)\w+ )?to {_UNDO}|"
            rf"(?:in|with|filed|"
            r"files|filing) (?:an?|its|their|the) (?:\w+ ){0,2}motion(?= (?:filed|to quash))|is in "
            r"litigation|(?:took|taken|taking) (?:ICE|DHS|the (?:agency|government|department)) "
            r"to court|(?:sued|suing|sues) (?:ICE|DHS|the (?:agency|federal government|"
            r"department|"
            r"Department of Homeland)))\b",
            re.I,
        ),
    ),
    (
        "its-challenge",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:{_BODY}|agency|clerk|governor|mayor)[’']s? (?:\w+ )?(?:court challenge|"
            r"challenge|lawsuit|suit|(?:motion|petition) to quash))\b",
        ),
    ),
    (
        "under-review",
        "reviewing",
        re.compile(
            r"\b(?:subpoena|summons|request|demand|matter|paper|"
            r"it)s?\b[^.;]{0,60}\b(?P<cue>under (?:\w+ "
            r")?(?:review|consideration|study))\b",
            re.I,
        ),
    ),
    (
        "not-decided",
        "reviewing",
        re.compile(
            rf"\b(?P<cue>(?:ha(?:s|ve|d)|is|are|was|were)(?: {_NO}|n[’']t)(?: yet)? (?:decided|"
            rf"made up "
            r"(?:its|his|her|their) minds?|determined|settled on|reached a decision|made a "
            r"decision|"
            r"sure)|no (?:final )?decision (?:has|had|was) (?:been )?(?:made|reached)|ha(?:s|ve) "
            r"yet to (?:decide|"
            r"determine|make up)|(?:is|are|[’']re|remains?|still) (?:still )?(?:undecided|"
            r"deciding|(?:weighing|mulling|"
            r"debating|considering|deciding|assessing|studying|reviewing|determining|evaluating) "
            r"(?:whether|how|what|if|its options)))\b",
            re.I,
        ),
    ),
    (
        "studies",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:legal team|lawyers?|counsel|attorneys?) (?:has|have) (?:it|the "
            r"subpoena)|"
            r"(?:studying|considering|reviewing|weighing|assessing|mulling|evaluating|examining|"
            r"looking "
            r"(?:at|over|into)|going (?:over|through)|reading|weighs|mulls|considers) (?:the "
            r"matter|the issue|it\b|its "
            rf"(?:options|obligations|response|answer|legal options)|(?:an? |the |its "
            rf")?(?:{_DEMAND}|answer|"
            r"response|reply|legal options))|think(?:ing)? (?:about it|it over)|(?<!court "
            r")(?<!judge )(?<!judges )(?:will|to) (?:vote (?:\w+ )?on (?:whether|how|the "
            r"(?:subpoena|matter|demand))|take it "
            r"up|take up the (?:subpoena|matter|request)|decide (?:how|whether|what)|(?:discuss|"
            r"consider) (?:it\b|its response|the "
            r"(?:subpoena|matter|demand)))|(?:will|to|[’']ll) be (?:discussed|taken up|decided|"
            r"considered) (?:in|at|by|on))\b",
            re.I,
        ),
    ),
    (
        "to-lawyers",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:gave|given|passed|handed|forwarded|sent|turned|referred) (?:it|them|the "
            rf"{_DEMAND}|the matter)(?: over| on| along)? to (?:(?:its|his|her|their|the|our|"
            rf"county|"
            rf"city|town|state|district|general|corporation) ){{0,3}}{_LAWYERS}|(?:consult(?:ing|"
            rf"ed)(?: with)?|"
            rf"(?:conferring|speaking|talking|met|meeting) with) (?:(?:its|his|her|their|the|our|"
            rf"county|city|legal) "
            rf"){{0,3}}{_LAWYERS}|(?:seeking|asked for|awaiting) (?:\w+ )?(?:legal advice|an? "
            rf"(?:legal "
            rf"|attorney general[’']s )?opinion)|ask(?:ed|s|ing) (?:[\w’']+ "
            rf"){{1,3}}?(?:{_LAWYERS}|solicitor) "
            rf"(?:to (?:review|look at|study|read)|for (?:advice|guidance|an opinion)))\b",
            re.I,
        ),
    ),
    (
        "more-time",
        "delayed",
        re.compile(
            r"\b(?P<cue>(?:ask(?:s|ed|ing)?(?: (?:ICE|the|DHS|HSI|immigration|federal|for|agents|"
            r"agency|"
            r"government|authorities|officials|judge|court)){0,3} for,? (?:and (?:got|received|"
            r"won),? )?|"
            r"request(?:s|ed|ing) |sought |seek(?:s|ing) |receiv(?:ed|es) |got,? |won |secured |"
            r"obtained |want(?:s|ed) |(?:was|were|"
            r"been) (?:granted|given) )(?:an? )?(?:(?:\w+ )?(?:more|extra|additional) (?:time|"
            r"days?|"
            r"weeks?|months?)|(?:[\w-]+ )?extension|extra \w+ (?:days|weeks)|(?:ten|fifteen|twenty|"
            r"thirty|sixty|ninety|\d\d) days))\b",
            re.I,
        ),
    ),
    (
        "puts-off",
        "delayed",
        re.compile(
            r"\b(?P<cue>need(?:s|ed)? (?:until|more time)|(?:asked|asks|asking)\b[^.;,]{1,40} to "
            r"(?:extend|push back|postpone)"
            r"(?: the| its| that)? (?:deadline|date|return date)|(?:put(?:s|ting)? off|hold(?:s|"
            r"ing)? off on|delay(?:s|ed|ing)?|postpon(?:es|ed|"
            r"ing)) (?:replying|responding|answering|complying|compliance|a decision|(?:its|any|a) "
            r"(?:response|reply|answer|decision)))\b",
            re.I,
        ),
    ),
    (
        "unanswered",
        "ignored",
        re.compile(
            r"\b(?:subpoena|summons|request|demand)s?\b[^.;]{0,40}\b(?P<cue>(?:went|go|gone) "
            r"(?:unanswered|ignored))\b",
            re.I,
        ),
    ),
    (
        "missed-deadline",
        "not_complied",
        re.compile(
            r"\b(?P<cue>(?<!not )miss(?:ed|es) (?:the|its|a) (?:[\w.]+ ){0,2}deadline|let (?:the "
            r"|its |that )?(?:deadline|date) (?:pass|lapse|slip)|(?:deadline|due date|return "
            r"date) (?:passed|came and went|"
            r"lapsed|has passed|expired)|has ignored the deadline)\b",
            re.I,
        ),
    ),
    (
        "met-deadline",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:met|beat) (?:the|its|a|that|ICE[’']s) (?:[\w.’']+ ){0,3}?deadline)\b",
            re.I,
        ),
    ),
    (
        "says-no",
        "refused",
        re.compile(
            r"\b(?P<cue_2>answer (?:is|was|will be|remains) no)\b|\b(?P<cue_3>balk(?:s|ed|ing) "
            r"at (?:the |a |an |"
            rf"ICE[’']s |this |that )?(?:\w+ )?(?:{_DEMAND}|turning|handing|giving))\b|"
            rf"\b(?:{_BODY}|they|we|schools|officials|commissioners|trustees|counties|cities|"
            rf"clerk) "
            r"(?P<cue>(?:said|says|told (?:ICE|DHS|HSI|agents|them|the agency)) no)(?=[.;”\"]| "
            r"(?:in|to "
            r"(?:ICE|the|a|an|such|federal)|when|and|again|on|last|this)\b)",
            re.I,
        ),
    ),
    (
        "would-not",
        "refused",
        re.compile(
            r"\b(?:said|says|say|told \w+|vowed|replied)(?: that)? (?:he|she|it|they|the \w+|we|I) "
            r"(?P<cue>(?:would|will|wo|could|can)(?:n[’']t| not| never))(?=[.,;”\"]|$)",
        ),
    ),
    (
        "objects",
        "refused",
        re.compile(
            rf"\b(?P<cue>object(?:s|ed|ing)? to (?:(?:the|this|that|each|these|both|all|any|its|"
            rf"ICE[’']s|"
            rf"such|part of the) (?:\w+ ){{0,2}}?(?:{_DEMAND}|one)|producing|turning over|"
            rf"handing over|"
            r"providing))\b",
            re.I,
        ),
    ),
    (
        "letter-declining",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:letter|reply|e-?mail|response|memo)s? (?:declining|refusing|that "
            r"(?:declined|refused)|rejecting|objecting)(?: to \w+)?)\b",
            re.I,
        ),
    ),
    (
        "gives-in",
        "complied",
        re.compile(
            rf"\b(?:{_BODY}|mayor|clerk|commissioners|council|officials|trustees|it|they|he|she|"
            rf"[A-Z]\w+) (?P<cue>(?:has |have |had )?"
            r"(?:caved(?: in)?|folded|gave in|given in|capitulated|knuckled under|bowed|"
            r"relented)(?: to (?:the |a |an )?(?:ICE|DHS|agency|"
            r"government|federal|subpoena|demand|agents|pressure)\w*)?)(?=[.,;:]| in (?:a|the) | "
            r"after | and )|\b(?P<cue_2>(?:we |I )(?:enclose|"
            r"attach)|[Ee]nclosed (?:please find|are)|[Aa]ttached are|opened (?:its|the|his|her) "
            r"(?:books|files|records) to|(?:plan|plans|"
            r"intends?|agreed|promised|pledged|vowed|will|[’']ll) (?:to )?(?:fully "
            r")?cooperate(?: fully)?(?=[.,;”\"]))",
        ),
    ),
    (
        "agency-got",
        "complied",
        re.compile(
            r"\b(?:ICE|DHS|HSI|[Aa]gents|investigators|Security Investigations|the (?:agency|"
            r"government)) (?P<cue>(?:got|received|obtained|"
            r"left with) (?:the |its |all |\w+ (?:of )?)?(?:\w+ )?(?:files|records|list|names|"
            r"documents|lists|forms|copies|boxes|data|"
            r"spreadsheet))(?! requests?)|\b(?:files|records|lists?|documents|names|log|video|"
            r"forms|data|boxes) (?P<cue_2>(?:went|will go|"
            r"were on their way) to (?:the )?(?:ICE|DHS|HSI|agency|agents|federal|Homeland|"
            r"government))",
        ),
    ),
    (
        "holds-firm",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:told|tells|telling) (?:ICE|DHS|HSI|(?:the |federal |immigration "
            r")*(?:agents|agency|government)|them)(?: that)? (?:to "
            r"(?:pound sand|get lost|go away|forget it|leave|go to court|take it to court|file|"
            r"sue)|(?:it|they|he|she) would see "
            r"(?:it|them) in court)|stonewall(?:ed|ing|s)|(?:held|stood) its ground|dug in|"
            r"(?:show(?:ed|s)|shown) (?:the )?(?:agents|them) the door|(?:are|is|am|was|were) "
            r"(?:not able|unable|not in a position|not "
            r"prepared|not willing|unwilling) to (?:comply|produce|provide|turn over|hand over|"
            r"furnish|release)|(?:we|I) must (?:respectfully )?"
            r"(?:decline|refuse)|(?:wo|will )n[’']t (?:budge|do it)|will not (?:budge|do it)|"
            r"(?:flat|firm) no\b|would see (?:ICE|it|them|"
            r"the agency) in court|(?:said|say|saying) [“\"‘']?[Nn]o[,.”\"’'](?=\s?[”\"]))",
        ),
    ),
    (
        "lets-lie",
        "ignored",
        re.compile(
            rf"\b(?P<cue>(?:let|left|leaving) (?:the |a |both |its )?(?:\w+ )?(?:{_DEMAND}|it|"
            rf"them|papers?|letters?) (?:sit|lie|gather|in a "
            rf"drawer|unopened)|(?:threw|tossed|thrown) (?:the |a )?(?:{_DEMAND}|it|them|papers?|"
            rf"letters?) (?:away|out|in the)|never "
            r"(?:opened|acknowledged) (?:it|the))",
            re.I,
        ),
    ),
    (
        "waits-for-advice",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:waiting|waits|wait) (?:for|on) (?:(?:an?|its|his|her|their|the) "
            r")?(?:[\w’']+ ){0,2}(?:opinion|advice|guidance|"
            r"lawyers?|counsel|attorney general)|awaiting (?:\w+ )?(?:guidance|advice|counsel)|"
            r"(?:is|are|remains?|remain) (?:split|divided|torn) "
            r"(?:on|over|about) (?:what|whether|how|the)|report back on the|"
            rf"(?:show(?:ed|n)|brought|took|taken) (?:it|the {_DEMAND}) to (?:[\w’']+ "
            rf"){{0,3}}?{_LAWYERS}|(?:sent|referred) the matter to "
            rf"(?:[\w’']+ ){{0,3}}?{_LAWYERS})",
        ),
    ),
    (
        "plays-for-time",
        "delayed",
        re.compile(
            r"\b(?P<cue>stalled for time|bought (?:itself|themselves|himself|herself|the "
            r"\w+) (?:\w+ )?(?:days|weeks|time|months?)|asked that (?:the|its) (?:deadline|date|"
            r"return date) be (?:moved|extended|pushed)|"
            r"need(?:s|ed)? (?:another|an extra|a few more|more) (?:days?|weeks?|months?|time))",
        ),
    ),
    (
        "in-its-suit",
        "challenged",
        re.compile(
            r"\b(?P<cue>[Ii]n its (?:suit|lawsuit|complaint|motion|petition)(?=,)|joined the "
            r"(?:suit|lawsuit)|(?:has )?asked (?:an? |the )(?:\w+ )?"
            r"(?:judge|court) to (?:decide|rule|say))(?![^.;]{0,60}(?:Justice Department|"
            r"government|ICE))",
        ),
    ),
    (
        "keeps-silent",
        "no_comment",
        re.compile(
            r"\b(?P<cue>(?:kept|stayed|remained|has been|have been) silent|(?:was|were) not "
            r"returned|nobody (?:at [\w ]{3,30} )?(?:called|wrote) "
            r"back|would only say|would say only|without a word|(?:had|has|have) no (?:immediate "
            r")?comment|declined further comment|has not "
            r"commented|(?:did|has|have)(?: not|n[’']t) (?:called|call) back)\b",
            re.I,
        ),
    ),
    (
        "lets-see",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:let|lets|allowed|allows|letting) (?:the |federal |immigration "
            r")*(?:agents?|agency|ICE|investigators|"
            r"officers) (?:to )?(?:see|copy|inspect|have|look|review|search)|(?:ma[dk]e[sd]?|"
            r"making) (?:[\w’']+ ){1,4}"
            r"available to (?:the |federal |immigration )*(?:agents?|agency|ICE|DHS|HSI|"
            r"investigators|government))\b",
        ),
    ),
    (
        "comes-back",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:told|tells|asked|asks) [^.;]{0,30}(?:come back|return|go get|get)(?: "
            r"with)? an? (?:\w+ )?"
            r"(?:warrant|court order|judge[’']s order)|(?:keeps?|kept|keeping|hold(?:s|ing)? "
            r"back|held back) the "
            r"(?:rest|remainder)|den(?:y|ied|ies|ying) (?:the |federal |immigration )*(?:agents?|"
            r"agency|ICE|DHS|HSI|"
            r"investigators|government) (?:access|the))\b",
            re.I,
        ),
    ),
    (
        "sends-reply",
        "responded",
        re.compile(
            r"\b(?P<cue>[Ii]n (?:its|his|her|their) (?:\w+ )?(?:response|reply)(?=[, ])|(?:sent|"
            r"mailed|delivered|filed|submitted|issued|"
            r"wrote|gave) (?:ICE |DHS |HSI |agents |the agency )?"
            r"(?:an?|its|their|his|her) (?:\w+ ){0,2}?(?:response|reply|answer)|(?:replied|"
            r"responded|answered|wrote back) "
            r"(?:by|in|with an?) (?:\w+ )?(?:letter|writing|e-?mail|phone))\b",
            re.I,
        ),
    ),
    (
        "and-it-did",
        "complied",
        re.compile(
            r"\b(?:order|ask|tell|told|want|direct)\w*\b[^.;]{0,60}\b(?:comply|turn|hand|produce|"
            r"provide|"
            r"answer|obey)\b[^.;]{0,40}, and (?P<cue>(?:it|they|he|she|we|I) did)\b",
            re.I,
        ),
    ),
    (
        "will-not-tell",
        "no_comment",
        re.compile(
            r"(?<!subpoena )(?<!letter )(?<!law )(?<!order )(?<!notice )(?<!statute )(?<!document )"
            rf"\b(?P<cue>(?:would|will|could|did|does|do|wo|ca|can)(?: {_NO}|n[’']t) "
            rf"(?:immediately |"
            rf"publicly )?confirm (?:n?or|and) deny|(?:would|could)(?: {_NO}|n[’']t) "
            rf"(?:immediately |"
            rf"publicly )?{_TELL}|did(?: {_NO}|n[’']t) (?:immediately |publicly )?(?:say|discuss|"
            rf"confirm|"
            rf"elaborate|answer (?:\w+ )?questions?|give (?:details|a reason))|(?:will|wo|ca|can|"
            rf"does|do)(?: {_NO}|n[’']t) (?:discuss|comment|confirm)|(?:declin|refus)(?:e[sd]?|"
            rf"ing) to "
            rf"(?:publicly )?{_TELL}|neither confirm(?:ed)? nor den(?:y|ied)|(?:had|has|with|"
            rf"have) nothing "
            r"(?:more |further |else )?to (?:say|add)|(?:has|have|had)(?: not|n[’']t) said (?:a "
            r"word|"
            r"anything)|can say no more|(?:has|have|had) said nothing)\b(?! (?:no|yes|so)\b)",
            re.I,
        ),
    ),
    (
        "no-answer",
        "not_complied",
        re.compile(
            r"\b(?P<cue>(?:has|have|had) (?:given|sent|made|offered) no (?:answer|response|"
            r"reply))\b"
        ),
    ),
    (
        "no-comment",
        "no_comment",
        re.compile(
            r"\b(?P<cue>[Nn]either [^.;]{3,60} (?:responded|replied|returned|commented)|referred "
            r"(?:all )?questions to|hung up "
            r"on|(?:could|can) not (?:immediately )?be reached|did(?: not|n[’']t) "
            r"(?:immediately )?return (?:\w+ ){0,3}?(?:calls?|emails?|messages?|requests?)|(?:not "
            r"(?:immediately )?|un)available for comment|no immediate comment|(?:calls|emails|"
            r"messages|requests) [^.;]{0,50}(?:were|was) not (?:immediately )?returned)\b",
            re.I,
        ),
    ),
)
"""Rule, value and turn of phrase of answers that no single verb tells."""
_OPEN_BEFORE = re.compile(
    r"\b(?:if|unless|whether|urg(?:e|es|ed|ing)|should|must|could|may|might|can|please|ought to|"
    r"had (?:the|"
    r"it)|not|never|n[’']t|without|ask(?:ed|s|ing)? (?:the |that |him |her |them )?(?:\w+ "
    r")?(?:to|that))"
    r"\b[^.;,“”]{0,40}$",
    re.I,
)
"""Words behind which a turn of phrase is not told as done: urged the city to move to quash."""


def _idioms(sentence: str) -> Iterator[Found]:
    """Answers by turns of phrase, each stretch of the sentence once."""
    taken: list[Span] = []
    for rule, value, pattern in IDIOMS:
        for match in pattern.finditer(sentence):
            cue = match.span(match.lastgroup or 0)
            opened = value != "no_comment" and _OPEN_BEFORE.search(
                sentence, max(0, cue[0] - 70), cue[0]
            )
            if opened or not all(apart(cue, other) for other in taken):
                continue
            taken.append(cue)
            yield Found("response", cue, rule, value, {"cue": cue}, {"scope": "event"})
