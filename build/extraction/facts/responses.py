"""What a recipient answers: it complies, refuses, reviews, challenges, delays or does not comment.

Every answer needs a verb that the sentence asserts, a subject that may be the one who was asked,
and an object that may be what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from extraction.facts.clauses import LEMMAS, REFUSES, Reading, Told, may_answer
from extraction.facts.found import Found, apart
from extraction.grammar.cues import ARTICLES
from extraction.grammar.parse import COMMA, STOP

STEMS = (
    *("subpoena", "summons", "request", "demand", "letter", "order", "information", "record"),
    *(
        "document",
        "data",
        "files",
        "names",
        "addresses",
        "forms",
        "list",
        "roll",
        "report",
        "access",
    ),
    *("roster", "compl", "comment", "question", "legality", "options", "respond", "respectfully"),
    *("interview", "refuse", "reached", "return"),
)
"""Word stems: only a sentence with one of them can be about an answer, or the lack of one."""

ASKED = frozenset(
    """
subpoena subpoenas request requests demand demands summons summonses order letter petition
""".split()
)
RECORDS = frozenset(
    """
information info records record documents document data files names addresses forms list lists
copies materials papers details logs report reports roster rosters rolls access
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
    r"respond|\b(?:names|addresses|forms|lists?|rolls|reports?|rosters?|access|options)\b",
    re.I,
)


def responses(sentence: str) -> Iterator[Found]:
    """What a recipient does or says that it will do."""
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
    if told is None or not (_done_to(reading, told) or may_answer(told.subject, told.named)):
        return None
    answer = judge(reading, verb, told)
    if answer is None:
        return None
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
    return (ASKED | RECORDS).intersection(before if told.passive or bare else ())


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
    if lemma != "comply" and not asked:
        return None
    if not told.negated:
        only = told.ahead and "only" in reading.p.low[told.first : verb]
        return ("complies-only", "refused") if only else ("complies", "complied")
    if "until" in reading.right_of(verb, 40):
        return "not-until", "delayed"
    return "will-not-comply", "refused"


def _responds(reading: Reading, verb: int, told: Told) -> Answer | None:
    """respond, reply, answer: to a subpoena it is an answer, to the press it is none."""
    after = reading.right_of(verb, 9)
    words = set(after)
    to = after[:1] == ["to"] or after[:2] == ["only", "to"]
    answers = LEMMAS[reading.p.low[verb]] == "answer" and not ASKED.isdisjoint(after[:4])
    if words & PRESS or not (to or answers):
        bare = not to
        silent = told.negated and not (bare and words & ASKED)
        return ("no-comment", "no_comment") if silent else None
    if not words & ASKED:
        return None
    if told.negated and (told.ahead or _refuses(reading, verb, told) - {"yet"}):
        return "will-not-respond", "refused"
    if not told.negated and "only" in after[:2]:
        return "responds-only", "refused"
    return ("no-response", "not_complied") if told.negated else ("responds", "responded")


def _provides(reading: Reading, verb: int, told: Told) -> Answer | None:
    """provide, turn over, hand over, send: records to those who asked for them."""
    after = reading.right_of(verb, 12)
    lemma = LEMMAS[reading.p.low[verb]]
    if lemma == "turn" and after[:1] == ["down"] and ASKED & set(after):
        return None if told.negated else ("refused", "refused")
    if lemma in ("turn", "hand") and "over" not in after[:6]:
        return None
    if told.negated and "comment" in after[:4]:
        return "no-comment", "no_comment"
    if {"willingly", "voluntarily"} & set(reading.p.low[max(told.first - 1, 0) : verb]):
        return None  # what nobody had to ask for
    others = ASKED | SEEKING | (TIMES if lemma == "give" else frozenset())
    given = next((word for word in after if word in RECORDS | others), "")
    if given not in RECORDS and not RECORDS & _done_to(reading, told):
        return None  # sent a letter that asks for records, gave two weeks for them
    refused = told.negated or bool(_refuses(reading, verb, told))
    of_people = any(
        word in RECORDS and behind in ("on", "about", "regarding")
        for word, behind in pairwise(after)
    )
    meant = told.ahead or "responsive" in after or reading.p.low[verb - 1] == "already"
    known = refused or of_people or meant or ASKER & set(reading.p.low)
    if not known:
        return None
    none = told.passive and "no" in _before(reading, told)
    if told.negated or none or lemma == "withhold":
        return "will-not-provide", "refused"
    return "provides", "complied"


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
    behind = not after and ASKED & set(reading.p.low[:verb]) and lemma in ("resist", "defy")
    if words & ASKED or behind or _done_to(reading, told):
        return ("ignored", "ignored") if lemma == "ignore" else ("refused", "refused")
    ends = verb + 1 >= len(reading) or reading.p.tag[verb + 1] in (STOP, COMMA)
    ends = ends or after[:1] in (["within"], [",”"], ["”"])
    return ("refused", "refused") if ends and lemma in ("refuse", "decline") else None


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
        hand withhold deliver forward""".split(),
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
_IDIOMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "filed",
        "challenged",
        re.compile(
            r"\b(?P<cue>fil(?:ed|es|ing) (?:for declaratory|(?:[\w’'-]+ ){1,4}?(?:motion|petition|"
            rf"lawsuit|suit)(?: [\w’'.-]+){{0,6}}? to {_UNDO}|suit over|an? (?:lawsuit|suit) "
            rf"over)) "
            r"?(?:relief|judgment)?\b",
            re.I,
        ),
    ),
    (
        "asks-a-court",
        "challenged",
        re.compile(
            rf"\b(?P<cue>(?:to )?(?:ask|urg)(?:e?s|ed|ing)? {_COURT} to {_UNDO}|(?:(?:went|goes|"
            rf"going) to court|su(?:ed|es|ing)) to (?:{_UNDO}|fight))\b[^.;]{{0,40}}\b(?:subpoena|"
            rf"summons|demand|request|order)",
            re.I,
        ),
    ),
    (
        "under-review",
        "reviewing",
        re.compile(
            r"\b(?:subpoena|summons|request|demand)s?\b[^.;]{0,60}\b(?P<cue>under (?:\w+ "
            r")?review)\b",
            re.I,
        ),
    ),
    (
        "more-time",
        "delayed",
        re.compile(
            r"\b(?P<cue>(?:ask(?:s|ed|ing) for|request(?:s|ed|ing)|sought|seeking|received|got|"
            r"(?:was|were) (?:granted|given)) (?:more time|an extension))\b[^.;]{0,40}\b(?:respon|"
            r"compl|answer|produc|subpoena|turn|hand|provide)",
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
            r"\b(?P<cue>miss(?:ed|es) (?:the|its|a) (?:[\w.]+ "
            r"){0,2}deadline)\b[^.;]{0,60}\b(?:respon|compl|answer|produc|subpoena|turn|hand|"
            r"provide)",
            re.I,
        ),
    ),
    (
        "no-comment",
        "no_comment",
        re.compile(
            r"\b(?P<cue>(?:could|can) not (?:immediately )?be reached|did(?: not|n[’']t) "
            r"(?:immediately )?return (?:\w+ ){0,3}?(?:calls?|emails?|messages?|requests?)|(?:not "
            r"(?:immediately )?|un)available for comment|no immediate comment|(?:calls|emails|"
            r"messages|requests) [^.;]{0,50}(?:were|was) not (?:immediately )?returned)\b",
            re.I,
        ),
    ),
)
"""Rule, value and turn of phrase of answers that no single verb tells."""


def _idioms(sentence: str) -> Iterator[Found]:
    """Answers by turns of phrase."""
    for rule, value, pattern in _IDIOMS:
        for match in pattern.finditer(sentence):
            cue = match.span("cue")
            yield Found("response", cue, rule, value, {"cue": cue}, {"scope": "event"})
