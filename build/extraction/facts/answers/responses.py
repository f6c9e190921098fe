"""What a recipient answers: it complies, refuses, reviews, challenges, delays or does not comment.

Every answer needs a verb that the sentence asserts, a subject that may be the one who was asked,
and an object that may be what was asked.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from extraction.facts.answers.about import RECORDS, Answer, done_to
from extraction.facts.answers.complying import complies, rejects, satisfies
from extraction.facts.answers.giving import keeps, provides, to_asker
from extraction.facts.answers.idioms import idioms
from extraction.facts.answers.moves import moves
from extraction.facts.answers.replying import (
    challenges,
    comments,
    responds,
    reviews,
)
from extraction.facts.clauses.answering import KINDS, LEMMAS, may_answer
from extraction.facts.clauses.reading import Reading, Told
from extraction.facts.clauses.retold import is_retold
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found, apart
from extraction.grammar import tags

Judge = Callable[[Reading, int, Told], Answer | None]
_WORD = re.compile(r"[a-z][a-z’'-]*")
_OBJECT = re.compile(
    r"oblig|balk|cooperat|honor|obey|accede|acquiesce|\bback\b|\bup\b|subpoena|summons|request|demand|letter|order|information|"
    r"records?\b|documents?\b|data\b|"
    r"files|compl(?:y|ied|ian)|comment|question|legality|respectfully|\binterview|refus\w*|"
    r"respond|repl(?:y|ied|ies)\b|e-?mail|\bcalls?\b|messages?\b|\b(?:options|over|it|them|those|what|ICE|DHS|HSI|"
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
    yield from (found for found in told if not is_retold(sentence, found.span))


def _by_verbs(reading: Reading) -> Iterator[Found]:
    """What verbs of answering tell, from left to right."""
    end = -1
    for k, low in enumerate(reading.p.low):
        is_noun = reading.p.low[k + 1 : k + 2] in (["date"], ["dates"])  # demanding release dates
        if low not in LEMMAS or k <= end or is_noun:
            continue
        found = _read(reading, k, _JUDGES[KINDS[LEMMAS[low]]])
        if found:
            yield found[0]
            end = found[1]


def _read(reading: Reading, verb: int, judge: Judge) -> tuple[Found, int] | None:
    """The answer that a verb tells, and its last token."""
    told = reading.told(verb)
    answer = judge(reading, verb, told) if told else None
    if told is None or answer is None:
        return None
    if told.subject.split(" ")[0] in ("neither", "no", "none", "nobody"):
        told = told._replace(negated=True)
        answer = judge(reading, verb, told) or answer
    handed = to_asker(reading.right_of(verb, 12)) and (
        told.passive or may_answer(told.subject, named=True)
    )
    answers = done_to(reading, told) or handed or may_answer(told.subject, told.named)
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
        if reading.p.tag[k] == tags.STOP:
            return False
        if reading.p.low[k] in ("if", "unless"):
            return reading.p.low[k - 1 : k] not in (["as"], ["even"])
    return False


_JUDGES: dict[str, Judge] = {
    "comply": complies,
    "respond": responds,
    "provide": provides,
    "satisfy": satisfies,
    "keep": keeps,
    "review": reviews,
    "refuse": rejects,
    "challenge": challenges,
    "comment": comments,
}
"""What a verb of each kind may tell."""
