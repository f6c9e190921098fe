"""What a recipient answers: it complies, refuses, reviews, challenges, delays or does not comment.

Every answer needs a verb that the sentence asserts, a subject that may be the one who was asked,
and an object that may be what was asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from extraction.facts.answers.idioms import idioms
from extraction.facts.answers.moves import moves
from extraction.facts.asked.items import SOUGHT_ITEM
from extraction.facts.clauses.answering import LEMMAS, may_answer
from extraction.facts.clauses.reading import REFUSES, Reading, Told
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.grammar import cues
from extraction.grammar.cues import ARTICLES
from extraction.grammar.parse import AUXILIARY, COMMA, STOP, TO

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
sheets page schedules transcripts histories portion everything rest remainder dates plates charts
folder ledgers leases deeds address name photo roster transcript register registers recordings
prints fingerprints notes discs certificates permits rent rolls tapes findings reports receipts
""".split()
)
PRESS = frozenset(
    """
comment comments question questions inquiry inquiries call calls email emails e-mail message
messages interview interviews reporter reporters voicemail voicemails texts
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


_WORD = re.compile(r"[a-z][a-z’'-]*")
_OBJECT = re.compile(
    r"oblig|balk|\bback\b|\bup\b|subpoena|summons|request|demand|letter|order|information|"
    r"records?\b|documents?\b|data\b|"
    r"files|compl(?:y|ied|ian)|comment|question|legality|respectfully|\binterview|refus\w*|"
    r"respond|e-?mail|\bcalls?\b|messages?\b|\b(?:options|over|it|them|those|what|ICE|DHS|HSI|"
    r"agents?|agency|process|offer|nothing|"
    rf"{'|'.join(sorted(RECORDS))})\b|produced?\b|withh|surrender|furnish|declin|rebuff|answer|"
    r"\b(?:no|it|n.t) (?:give|share)\b|give\.",
    re.I,
)


def responses(sentence: str, before: str = "") -> Iterator[Found]:
    """What a recipient does or says that it will do; a question tells nothing.

    The sentence before it may tell what it is about.
    """
    if is_question(sentence):
        return
    told = list(idioms(sentence))
    words = _WORD.findall(sentence.lower())
    by_verb = not LEMMAS.keys().isdisjoint(words) and _OBJECT.search(sentence)
    for found in chain(moves(sentence, before), _by_verbs(Reading(sentence)) if by_verb else ()):
        if all(apart(found.span, other.span) for other in told):
            told.append(found)
    yield from told


def _by_verbs(reading: Reading) -> Iterator[Found]:
    """What verbs of answering tell, from left to right."""
    end = -1
    for k, low in enumerate(reading.p.low):
        lemma = LEMMAS.get(low)
        judge = _JUDGES.get(lemma or "")
        is_noun = reading.p.low[k + 1 : k + 2] in (["date"], ["dates"])  # demanding release dates
        if judge is None or k <= end or is_noun:
            continue
        found = _read(reading, k, judge)
        if found:
            yield found[0]
            end = found[1]


_SHORT = re.compile(
    r"[“\"]?(?:It|They|He|She|We|I|(?:The )?(?:\w+ )?(?:[Cc]ounty|[Cc]ity|[Ss]heriff|[Cc]lerk|"
    r"[Bb]oard)) "
    r"(?P<cue>(?:did|has|have|will|does|wo)(?P<no>n[’']t| not| never)?)[.,;!”\"]*\s*$"
)
_MEANT = re.compile(
    r"\b(?:compl(?:y|ied)|turn(?:ed)? (?:\w+ )?over|hand(?:ed)? (?:\w+ )?over|produced?|"
    r"answer(?:ed)?|"
    r"obey(?:ed)?|respond(?:ed)?|give|gave|release)\b"
)


def elliptic(before: str, sentence: str) -> Iterator[Found]:
    """What a short sentence tells of the answer that the one before it speaks of: it did not."""
    match = _SHORT.match(sentence)
    if match is None or not _MEANT.search(before):
        return
    value = "complied"
    if match["no"]:
        value = "not_complied" if match["cue"].startswith(("has", "have", "did")) else "refused"
    cue = match.span("cue")
    yield Found("response", cue, "it-did-not", value, {"cue": cue}, {"scope": "event"})


def _read(
    reading: Reading, verb: int, judge: Callable[[Reading, int, Told], Answer | None]
) -> tuple[Found, int] | None:
    """The answer that a verb tells, and its last token."""
    told = reading.told(verb)
    answer = judge(reading, verb, told) if told else None
    if told is None or answer is None:
        return None
    if told.subject.split(" ")[0] in ("neither", "no", "none", "nobody"):
        told = told._replace(negated=True)
        answer = judge(reading, verb, told)
        if answer is None:
            return None
    handed = _to_asker(reading.right_of(verb, 12)) and (
        told.passive or may_answer(told.subject, named=True)
    )
    answers = _done_to(reading, told) or handed or may_answer(told.subject, told.named)
    if answer[1] != "no_comment" and not answers:
        return None
    if told.ahead and not told.negated and "if" in reading.right_of(verb, 14):
        return None  # would produce such records if it had them
    if told.ahead and _conditioned(reading, told.first):
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


def _conditioned(reading: Reading, first: int) -> bool:
    """Whether a condition comes before what somebody would do: if a judge signs it, we will."""
    for k in range(first - 1, -1, -1):
        if reading.p.tag[k] == STOP:
            return False
        if reading.p.low[k] in ("if", "unless"):
            return reading.p.low[k - 1 : k] not in (["as"], ["even"])
    return False


def _refuses(reading: Reading, verb: int, told: Told) -> frozenset[str]:
    """The words of refusing that govern a verb."""
    return REFUSES.intersection(reading.p.low[told.first : verb])


def _done_to(reading: Reading, told: Told) -> frozenset[str]:
    """The words for the subpoena or records that a verb is about: the subpoena was ignored."""
    before = _before(reading, told)
    bare = reading.headline and before[:1] != [] and before[0] in ASKED  # subpoena ignored
    return (ASKED | RECORDS | _NOTHING).intersection(before if told.passive or bare else ())


def _before(reading: Reading, told: Told) -> list[str]:
    """The words before what is told, up to a comma; an apposition is passed over."""
    found: list[str] = []
    tags, k = reading.p.tag, told.first - 1
    if k >= 0 and tags[k] == COMMA:
        k = next((at - 1 for at in range(k - 1, max(-1, k - 14), -1) if tags[at] == COMMA), k)
    for at in range(k, max(-1, k - 6), -1):
        if tags[at] in (COMMA, STOP):
            break
        found.append(reading.p.low[at])
    return found


def _complies(reading: Reading, verb: int, told: Told) -> Answer | None:
    """comply, honor, obey, abide by: what was asked, and not a law or a detainer."""
    words = reading.right_of(verb, 8)
    after = set(words[: words.index(",")] if "," in words else words)
    lemma = LEMMAS[reading.p.low[verb]]
    asked = bool(after & ASKED)
    if "jury" in after or "criminal" in after:
        return None
    if after & DETAINERS or (not asked and DETAINERS & set(reading.p.low)):
        return None
    if after & LAWS and not asked:
        return None
    if not told.negated and "order" in after and after & {"court", "judge", "any"}:
        return None  # will obey any order of the court
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
    never = "never" in words and not told.ahead
    return bool(refusing & _LEFT_UNDONE) or ((perfect or never) and not refusing)


def _responds(reading: Reading, verb: int, told: Told) -> Answer | None:
    """respond, reply, answer: to a subpoena it is an answer, to the press it is none."""
    after, group = reading.right_of(verb, 9), _group(reading, verb, told)
    words, is_answer = set(after) - {"petition"}, LEMMAS[reading.p.low[verb]] == "answer"
    if verb and reading.p.low[verb - 1] in ("in", "no"):
        return None  # in response to, there is no answer
    if told.passive and told.negated and PRESS.isdisjoint(reading.p.low):
        return "no-response", "not_complied"
    if is_answer and after[:1] in (["it"], ["them"]):
        if not told.negated:
            return "answers-it", "complied"
        so_far = not told.ahead and _so_far(reading, verb, told)
        return ("no-response", "not_complied") if so_far else ("will-not-respond", "refused")
    if "jury" in after:
        return None
    numbered = after[:1] and (after[0] in _COUNTED or after[0][0].isdigit()) and not words & PRESS
    if is_answer and numbered and not told.negated and not {"questions", "calls"} & words:
        return "answers-every", "complied"
    if is_answer and told.passive and after[:2] == ["in", "full"]:
        return "answers-every", "complied"
    to = after[:1] == ["to"] or after[:2] == ["only", "to"]
    if words & PRESS or not (to or (is_answer and not ASKED.isdisjoint(after[:4]))):
        return _is_silent(reading, verb, told, bare=not to)
    if not words & (ASKED | {"process"}):
        return None
    habit = not {"do", "does", "don't", "doesn't"}.isdisjoint(group)
    if told.negated and (told.ahead or habit or _refuses(reading, verb, told) - _LEFT_UNDONE):
        return "will-not-respond", "refused"
    if not told.negated and "only" in after[:2]:
        return "responds-only", "refused"
    if is_answer and not told.negated and after[:1] in (["every"], ["all"]):
        return "answers-every", "complied"
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
    if lemma == "turn" and "down" in after[:5] and ASKED & set(after):
        return None if told.negated else ("refused", "refused")
    if lemma == "give" and after[:1] == ["up"] and told.negated and len(after) > 1:
        return "will-not-provide", "refused"
    if _is_other_giving(reading, verb, told, after) or _is_mail(reading, verb, lemma):
        return None
    if not told.negated and not told.passive and _is_nothing(after):
        so_far = not told.ahead and reading.p.low[verb] != lemma
        so_far = so_far or not _PERFECT.isdisjoint(_group(reading, verb, told))
        return "gives-nothing", "not_complied" if so_far else "refused"
    given_up = lemma in _UP and not _UP[lemma].isdisjoint(after[:6])
    over = given_up or ("over" in after[:6] and lemma not in _UP)
    to_asker = _to_asker(after) or _in_answer(after)
    if lemma in _NEEDS_OVER and not (over or to_asker):
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


def _in_answer(after: list[str]) -> bool:
    """Whether what is given is said to answer: produced deeds in response to the five."""
    return any(pair in (("in", "response"), ("in", "answer")) for pair in pairwise(after))


def _is_other_giving(reading: Reading, verb: int, told: Told, after: list[str]) -> bool:
    """Whether people are handed over, or something is given that nobody had to ask for."""
    if reading.p.low[verb] == "given" and told.first == verb:
        return True  # given the little time
    if after[:1] == ["that"] and LEMMAS[reading.p.low[verb]] == "submit":
        return True  # submits that it needs them
    if told.passive and not _PEOPLE.isdisjoint(reading.p.low[max(0, told.first - 3) : told.first]):
        return True  # aliens who were released
    if not {"message", "word"}.isdisjoint(after[:3]):
        return True
    if not _PEOPLE.isdisjoint(after[:3]) and RECORDS.isdisjoint(after[:3]):
        return True  # refusing to turn the men over
    before = reading.p.low[max(told.first - 1, 0) : verb]
    return not told.negated and not {"willingly", "voluntarily"}.isdisjoint(before)


def _is_mail(reading: Reading, verb: int, lemma: str) -> bool:
    """Whether a word is a letter and not what is done with one: said in an e-mail."""
    noun = lemma in ("e-mail", "email", "mail", "fax") and not reading.p.low[verb].endswith("ed")
    return noun and reading.p.tag[verb - 1] not in (AUXILIARY, TO)


def _is_nothing(after: list[str]) -> bool:
    """Whether what is given is nothing: produced no documents."""
    no = "no" in after[:2] and not RECORDS.isdisjoint(after[1:5])
    return "nothing" in after[:3] or no


def _was_asked(reading: Reading, verb: int, told: Told, after: list[str], lemma: str) -> bool:
    """Whether what is given, to whom is not told, may be what was asked for."""
    if told.negated or _refuses(reading, verb, told) or lemma in _STRONG or _of_people(after):
        return True
    if told.ahead or "responsive" in after or reading.p.low[verb - 1] == "already":
        return True
    if told.passive and not RECORDS.isdisjoint(_before(reading, told)):
        return True
    near = not RECORDS.isdisjoint(after[:5]) and "to" not in after[:9]
    return near or not ASKER.isdisjoint(reading.p.low)


_UP = {
    "give": frozenset(["up", "over"]),
    "cough": frozenset(["up"]),
    "fork": frozenset(["over"]),
    "send": frozenset(["along", "off", "across"]),
    "ship": frozenset(["off", "over", "along"]),
    "pass": frozenset(["along", "over"]),
    "run": frozenset(["off"]),
    "part": frozenset(["with"]),
    "dig": frozenset(["out"]),
}
"""Verbs that, with one of some words behind them, are of handing over: coughed up the list."""
_NEEDS_OVER = frozenset("turn hand cough fork pass run part dig ship".split())
"""Verbs of handing over only if it is said to whom, or with such a word."""
_STRONG = frozenset(["produce", "surrender", "furnish", "withhold", "disclose", "supply"])
"""Verbs of giving what was asked for; one gives or sends other things too."""
_NOTHING = frozenset(["no", "nothing", "none"])
_PRONOUNS = frozenset(
    ["it", "them", "those", "these", "that", "what", "some", "all", "half", "most"]
)
_ASKERS = frozenset(
    """
ice dhs hsi agents agency homeland immigration federal feds investigators government
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
suspects offenders residents students him her custody children families folks
""".split()
)
"""Whom one may hand over, which is no answer to a demand for records."""
_AMOUNTS = _PRONOUNS | cues.NUMERALS | frozenset("two three both everything whatever".split())
_COUNTED = _AMOUNTS - _PRONOUNS | frozenset(["all", "each", "every", "half", "most", "some"])
_AWAY = frozenset("to back in on out up for off home your".split())
"""Words behind `them` that show that it is what is given: sent them back."""
_LISTENERS = frozenset(
    "reporter reporters newspaper station us me journalists media press council court lawyers "
    "counsel "
    "lawyer attorney attorneys you".split()
)
"""To whom one gives without answering the agency."""


def _to_asker(after: list[str]) -> bool:
    """Whether what is given goes to those who asked: gave ICE eleven pages, handed it to agents."""
    after = [word.removesuffix("'s") for word in after]
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
    if told.negated and after[:1] == ["anything"]:
        return True
    if SOUGHT_ITEM.search(" ".join(after[:8])):
        return True  # gave the booking sheets, reveals who lives where
    if _follows_records(reading, told):
        return True
    pronoun = after[:1] and after[0] in _PRONOUNS
    amount = any(word in _AMOUNTS or word[0].isdigit() for word in after[:6])
    return (certain and (amount or told.passive or told.negated or lemma != "give")) or (
        lemma in _STRONG and bool(pronoun or not after or told.negated)
    )


def _follows_records(reading: Reading, told: Told) -> bool:
    """Whether a clause behind records says that they are given: the files that a city gave."""
    words = reading.p.low[max(0, told.first - 6) : told.first]
    at = next((k for k in range(len(words) - 1, 0, -1) if words[k] in ("that", "which")), 0)
    return at > 0 and not RECORDS.isdisjoint(words[max(0, at - 2) : at])


_LOOKED_AT = frozenset("legality options rights document paper papers matter situation".split())
"""What is reviewed, besides a subpoena by its name, before it is answered."""


def _reviews(reading: Reading, verb: int, told: Told) -> Answer | None:
    """review, consider, study: the subpoena, now or soon; it is being reviewed."""
    words, after = reading.p.low, reading.right_of(verb, 8)
    going = words[verb].endswith("ing") or told.ahead or words[verb - 1] == "being"
    named = ASKED & set(words[:verb]) and (
        _done_to(reading, told) or after[:1] in (["it"], ["them"])
    )
    looked_at = set(after) & (ASKED | _LOOKED_AT) or named
    return ("reviewing", "reviewing") if going and looked_at and not told.negated else None


def _rejects(reading: Reading, verb: int, told: Told) -> Answer | None:
    """refuse, reject, defy, ignore: a subpoena; or refuse alone."""
    after = reading.right_of(verb, 7)
    words = set(after)
    lemma = LEMMAS[reading.p.low[verb]]
    if "never" in _group(reading, verb, told) and not told.ahead and lemma == "refuse":
        return "never-refused", "complied"
    about_detainers = DETAINERS & set(reading.p.low[:verb]) and not ASKED & set(reading.p.low)
    if (
        about_detainers
        or told.negated
        or "to" in after[: 3 if after[:1] == ["on"] else 2]
        or words & DETAINERS
    ):
        return None
    if lemma == "deny" and ("that" in after[:3] or not ASKED & set(after[:6])):
        return None  # denied that it had ignored the subpoena
    if lemma == "decline" and words & PRESS:
        return "no-comment", "no_comment"
    it = (
        not told.ahead and after[:1] in (["it"], ["them"]) and lemma in ("ignore", "defy", "reject")
    )
    behind = not after and ASKED & set(reading.p.low[:verb]) and lemma != "deny"
    offered = lemma in ("reject", "refuse", "ignore") and bool(words & {"offer", "one", "first"})
    if words & ASKED or behind or it or offered or _done_to(reading, told):
        return ("ignored", "ignored") if lemma == "ignore" else ("refused", "refused")
    if lemma == "refuse" and reading.p.low[verb] == "refusing" and not after:
        return "refused", "refused"
    ends = verb + 1 >= len(reading) or reading.p.tag[verb + 1] in (STOP, COMMA)
    ends = ends or not after or after[0] in _ENDS_REFUSAL
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


def _keeps(reading: Reading, verb: int, told: Told) -> Answer | None:
    """hold off: compliance; keep or hold back: records."""
    after = reading.right_of(verb, 8)
    if after[:1] == ["off"]:
        return _delays(reading, verb, told)
    if "back" not in after[:6] or told.negated:
        return None
    records = RECORDS & set(after) or _done_to(reading, told) or SOUGHT_ITEM.search(" ".join(after))
    pronoun = not _PRONOUNS.isdisjoint(after[:2])
    return ("keeps-back", "refused") if records or pronoun else None


def _satisfies(reading: Reading, verb: int, told: Told) -> Answer | None:
    """satisfy, meet, fill: a subpoena; or oblige alone."""
    after, lemma = reading.right_of(verb, 8), LEMMAS[reading.p.low[verb]]
    alone = not after or after[0] in _ENDS_REFUSAL | {"on", "at", "the", ",", "and"}
    if lemma == "oblige":
        answers = not told.passive and alone
    elif told.passive:
        before = _before(reading, told)[:1]
        counted = before and (before[0] in _COUNTED or before[0][0].isdigit())
        answers = bool(ASKED & _done_to(reading, told) or counted) and after[:1] != ["with"]
    else:
        answers = not ASKED.isdisjoint(after[:5]) and "deadline" not in after
    if not answers:
        return None
    return ("will-not-comply", "refused") if told.negated else ("satisfies", "complied")


def _balks(reading: Reading, verb: int, told: Told) -> Answer | None:
    """balk: alone, or at a subpoena."""
    after = reading.right_of(verb, 8)
    alone = not after or after[0] in _ENDS_REFUSAL | {",", "as"}
    at = after[:1] == ["at"] and not (ASKED | RECORDS).isdisjoint(after)
    return ("balks", "refused") if (alone or at) and not told.negated else None


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
    **dict.fromkeys(
        """comply cooperate honor honour fulfill obey abide acquiesce accede
        adhere""".split(),
        _complies,
    ),
    **dict.fromkeys(("respond", "reply", "answer"), _responds),
    **dict.fromkeys(
        """provide produce give send release share submit surrender disclose supply furnish turn
        hand withhold deliver forward email e-mail mail fax upload transmit divulge reveal
        relinquish tender cough fork ship pass run part dig dispatch yield relay""".split(),
        _provides,
    ),
    **dict.fromkeys(("satisfy", "meet", "fill", "oblige"), _satisfies),
    **dict.fromkeys(("keep", "hold"), _keeps),
    "balk": _balks,
    **dict.fromkeys(
        """review consider study evaluate examine analyze assess explore weigh mull vet scrutinize
        parse""".split(),
        _reviews,
    ),
    **dict.fromkeys(
        "refuse decline reject deny defy resist ignore rebuff flout spurn snub".split(), _rejects
    ),
    **dict.fromkeys(
        "challenge fight contest oppose quash sue appeal litigate".split(), _challenges
    ),
    **dict.fromkeys("delay postpone pause defer stall".split(), _delays),
    "comment": _comments,
    "refer": _refers,
}
"""What each verb may tell."""
