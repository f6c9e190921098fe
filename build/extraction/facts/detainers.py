"""What became of detainers: lodged, honored or declined.

Every answer needs a verb that the sentence asserts, and a detainer to which it is done.
"""

import re
from collections.abc import Iterator

from extraction.facts.clauses.reading import Reading, Told
from extraction.facts.clauses.retold import is_retold
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.facts.phrases import phrases, table
from extraction.grammar import cues, tags
from extraction.grammar.forms import every_form, forms
from extraction.text.words import word_set

DETAINERS = frozenset(["detainer", "detainers"])
LODGED, HONORED, DECLINED = "lodged", "honored", "declined"
_PARTICLES = {
    form: frozenset(particles.split())
    for lemma, particles in (
        ("act", "on upon"),
        ("carry", "out"),
        ("give", "effect force"),
        ("abide", "by"),
        ("shrug", "off"),
        ("blow", "off"),
        ("tear", "up"),
        ("throw", "out away aside"),
        ("set", "aside"),
        ("turn", "down away"),
        ("brush", "off aside"),
        ("wave", "off away"),
    )
    for form in forms(lemma)
}
"""Words behind a verb without which it tells nothing of a detainer: tear up, act on."""
_KEEPS = every_form("hold keep detain prolong extend")
"""What a jail does to people, on a detainer."""
_PUTS = frozenset(["put", "puts", "forward"])
"""Forms that, behind a detainer, say nothing of it: detainers put a jail at risk."""
_ON = frozenset(["on", "under", "for", "by", "upon", "per"])
VALUES = {
    form: value
    for value, lemmas in (
        (
            LODGED,
            "lodge place file issue log send fax serve deliver submit e-mail email wire transmit "
            "slap forward put lay",
        ),
        (
            HONORED,
            "honor honour comply accept cooperate obey fulfill respect enforce abide act execute "
            "heed recognize observe carry give hold keep detain sign",
        ),
        (
            DECLINED,
            "ignore reject disregard decline deny refuse toss shred flout defy rebuff spurn "
            "dismiss discard shrug tear throw set turn brush overlook bounce miss prolong extend "
            "blow wave skip trash",
        ),
    )
    for lemma in lemmas.split()
    for form in forms(lemma)
}
"""What a verb does to a detainer, by every form."""
_PAPER = table(__file__)["pieces"]["PAPER"].replace("\n", "")
NAMES = re.compile(rf"\bdetainer|\b{_PAPER}\b|\b[\w-]+ holds?\b", re.I)
"""What may name a detainer."""
_FREED = (
    r"(?:released?|releases|releasing|let (?:[\w’'-]+ ){0,4}?(?:out|go|walk|leave)|freed|walked|"
    r"strolled|bonded (?:\w+ )?out|(?:turned|set|cut) (?:[\w’'-]+ ){0,3}?(?:loose|free)|returned "
    r"to the (?:community|streets?)|opened the (?:gate|door))"
)
_EVEN_SO = (
    r"(?:despite|notwithstanding|(?:in )?spite of|regardless of|in (?:defiance|derogation|"
    r"disregard|violation) of|without honou?ring|over|with|even though|although|ignoring)"
)
DESPITE = re.compile(
    rf"\b(?:{_FREED}\b[^.;]{{0,80}}?\b{_EVEN_SO}\b[^.;]{{0,40}}?\b{_PAPER}\b|(?:[Dd]espite|[Ii]n "
    rf"spite of|[Nn]otwithstanding) [^.;“”]{{0,60}}?\b{_PAPER}\b[^.;“”]{{0,80}}?\b{_FREED}|(?:hold|"
    rf"detainer)s? or no (?:hold|detainer)s?|(?:streets?|community|public) (?:despite|"
    rf"notwithstanding) (?:\w+ ){{0,3}}?{_PAPER})\b"
)
_BETWEEN = word_set("""
about regarding concerning that after before who which to by for because and but when lawsuit
lawsuits suit report reports statement statements memo policy policies guidance ruling rulings rules
""")
"""Words before a detainer that make it no object of the verb: issued a report on detainers."""
_IN_KEEPING = frozenset(["for", "to", "by"])
"""Of these, words that may stand between some verbs and a detainer: give effect to one."""
_REQUESTS = frozenset(["request", "requests", "it", "them"])
"""What may mean the detainer that was named before."""
_NOBODY = frozenset(["nobody", "none", "neither", "no"])
_NONE = frozenset(["no", "without", "none", "neither"])
_HOLDS = frozenset(["hold", "holds"])
_BEFORE_HOLD = (
    word_set("""
ice immigration federal a an the its their his every each no any those these all such last agency
48-hour two three active valid and over despite notwithstanding unhonored civil administrative
""")
    | cues.NUMERALS
)
_FORM = "i-247"
_POLICY = word_set("will would won't do does don't doesn't refuse refuses cannot can't")
"""Words that tell of a rule or of what is to come, and not of an event."""

IDIOMS = phrases(__file__)
"""What no verb with a detainer as its object tells."""


def _idioms(sentence: str, told: list[Found]) -> Iterator[Found]:
    """What turns of phrase tell of detainers, where no verb has told the same."""
    low = sentence.lower()
    for idiom in IDIOMS:
        rule, value = idiom.rule, idiom.value
        for match in idiom.matches(sentence, low):
            cue = match.span(match.lastgroup or 0)
            if all(found.value != value or apart(found.span, match.span()) for found in told):
                yield Found("detainer", match.span(), rule, value, {"cue": cue}, {"scope": "event"})


def detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honored or declined, and not only supposed to be: if one is lodged."""
    if not is_question(sentence) and NAMES.search(sentence):
        yield from (found for found in _every(sentence) if not is_retold(sentence, found.span))


def _every(sentence: str) -> Iterator[Found]:
    """What verbs and turns of phrase tell, a retold claim too."""
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
    if at is None or is_paper(reading, verb):
        return None
    if _is_adjective(reading, verb):
        return None
    wanted = _PARTICLES.get(reading.p.low[verb])
    if wanted and wanted.isdisjoint(reading.p.low[verb + 1 : verb + 8]):
        return None
    keeps = reading.p.low[verb] in _KEEPS
    if keeps and not _is_kept_on(reading, verb, at, told):
        return None
    nobody = told.subject.split(" ")[0] in _NOBODY and not (told.passive and at < verb)
    nobody = nobody or reading.p.low[max(0, told.first - 2) : told.first] == ["no", "one"]
    negated = told.negated or nobody or not _NONE.isdisjoint(reading.p.low[max(0, at - 3) : at + 1])
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
    p, first = reading.p, not any(is_paper(reading, k) for k in range(verb))
    low, high = p.bounds(verb)
    if told.passive and not first and told.first > low and _is_amount(p.low[told.first - 1]):
        return told.first - 1  # of these holds, none was acted on
    if (
        (VALUES[p.low[verb]] == LODGED and p.low[verb] not in _PUTS)
        or told.passive
        or (p.low[verb - 1] in DETAINERS | _REQUESTS and p.low[verb] not in _PUTS)
    ):
        for k in range(told.first - 1, max(low - 1, told.first - 12), -1):
            ends = p.tag[k] in (tags.COMMA, tags.STOP, tags.COLON)
            if ends and p.low[k + 1] not in ("which", "that"):
                break
            if is_paper(reading, k):
                return k
    apart_by = _BETWEEN - (_IN_KEEPING if p.low[verb] in _KEEPS | _PARTICLES.keys() else set())
    for k in range(verb + 1, min(high, verb + 11)):
        word = p.low[k]
        meant = not first and VALUES[p.low[verb]] != LODGED
        if is_paper(reading, k) or (meant and word in _REQUESTS):
            return k
        if not first and p.low[verb + 1 : k + 1] == [word] and _is_amount(word):
            return k
        if (
            word in apart_by
            or word in VALUES
            or p.tag[k] in (tags.STOP, tags.COLON, tags.AUXILIARY)
        ):
            break
    return None if p.low[verb] in ("sign", "signed") else _of_which(reading, told, low)


def _of_which(reading: Reading, told: Told, low: int) -> int | None:
    """The detainer of which a relative clause tells: a detainer in 2023, which it did not honor."""
    p = reading.p
    for k in range(told.first - 1, max(low, told.first - 8), -1):
        if p.low[k] in ("which", "that"):
            return next(
                (j for j in range(k - 1, max(low - 1, k - 8), -1) if is_paper(reading, j)), None
            )
        if p.tag[k] in (tags.COMMA, tags.STOP, tags.COLON):
            return None
    return None


def is_paper(reading: Reading, at: int) -> bool:
    """Whether a word names a detainer: a detainer, an ICE hold, a Form I-247A."""
    p, word = reading.p, reading.p.low[at]
    if word in DETAINERS or word.startswith(_FORM):
        return True
    if word not in _HOLDS:
        return False
    before = p.low[at - 1] if at else ""
    put = word == "holds" and before in VALUES
    return put or before in _BEFORE_HOLD or before[:1].isdigit()


def _is_amount(word: str) -> bool:
    """Whether a word counts detainers that were named before: honored 13, honored none of them."""
    return word.isdigit() or word in cues.NUMERALS | _NONE | {"all", "most", "some", "both"}


def _is_kept_on(reading: Reading, verb: int, at: int, told: Told) -> bool:
    """Whether somebody is kept on a detainer: held six men on ICE detainers."""
    low = reading.p.low
    if at < verb:
        return told.passive and low[verb] == "kept"
    between = low[verb + 1 : at]
    return "," not in between and not _ON.isdisjoint(between[-5:])


def _is_adjective(reading: Reading, verb: int) -> bool:
    """Whether a participle says of which kind a detainer is: a report on declined detainers."""
    p = reading.p
    if p.low[verb - 1] in ("one", "all", "both", "each"):
        return False  # no one honored it
    return p.low[verb].endswith("ed") and p.tag[verb - 1] in (
        tags.VERB,
        tags.PREPOSITION,
        tags.DETERMINER,
    )


def _is_habit(reading: Reading, verb: int) -> bool:
    """Whether it is what is done again and again: the agency issues detainers."""
    form = reading.p.low[verb]
    present = not form.endswith(("ed", "ing", "sent", "put", "laid")) and reading.p.low[
        verb - 1
    ] not in ("will", "to", "did")
    return present and not reading.headline
