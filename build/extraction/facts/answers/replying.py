"""Answers by verbs that say no yes or no: respond, comment, review, challenge."""

from extraction.facts.answers.about import (
    ASKED,
    COUNTED,
    LEFT_UNDONE,
    PRESS,
    Answer,
    done_to,
    group_of,
    is_undone_so_far,
    refusing_words,
)
from extraction.facts.clauses.answering import LEMMAS
from extraction.facts.clauses.reading import Reading, Told
from extraction.grammar.cues import ARTICLES


def responds(reading: Reading, verb: int, told: Told) -> Answer | None:
    """respond, reply, answer: to a subpoena it is an answer, to the press it is none."""
    after, group = reading.right_of(verb, 9), group_of(reading, verb, told)
    words, is_answer = set(after) - {"petition"}, LEMMAS[reading.p.low[verb]] == "answer"
    if verb and reading.p.low[verb - 1] in ("in", "no"):
        return None  # in response to, there is no answer
    if told.passive and told.negated and PRESS.isdisjoint(reading.p.low):
        return "no-response", "not_complied"
    if is_answer and after[:1] in (["it"], ["them"]):
        if not told.negated:
            return "answers-it", "complied"
        so_far = not told.ahead and is_undone_so_far(reading, verb, told)
        return ("no-response", "not_complied") if so_far else ("will-not-respond", "refused")
    numbered = after[:1] and (after[0] in COUNTED or after[0][0].isdigit()) and not words & PRESS
    if is_answer and numbered and not told.negated and not {"questions", "calls"} & words:
        return "answers-every", "complied"
    if is_answer and told.passive and after[:2] == ["in", "full"]:
        return "answers-every", "complied"
    to = after[:1] == ["to"]
    if words & PRESS or not (to or (is_answer and not ASKED.isdisjoint(after[:4]))):
        return _is_silent(reading, verb, told, bare=not to)
    if not words & (ASKED | {"process"}):
        return None
    habit = not {"do", "does", "don't", "doesn't"}.isdisjoint(group)
    if told.negated and (told.ahead or habit or refusing_words(reading, verb, told) - LEFT_UNDONE):
        return "will-not-respond", "refused"
    if is_answer and not told.negated and not to:
        return "answers-every", "complied"
    return ("no-response", "not_complied") if told.negated else ("responds", "responded")


def _is_silent(reading: Reading, verb: int, told: Told, bare: bool) -> Answer | None:
    """What it tells that somebody does not respond, without a word on a subpoena."""
    after, group = reading.right_of(verb, 9), group_of(reading, verb, told)
    if not told.negated or (bare and not ASKED.isdisjoint(after)):
        return None
    so_far = "never" in group or "yet" in group or is_undone_so_far(reading, verb, told)
    if bare and so_far and PRESS.isdisjoint(reading.p.low):
        return "no-response", "not_complied"
    return "no-comment", "no_comment"


_LOOKED_AT = frozenset("legality options rights document paper papers matter situation".split())
"""What is reviewed, besides a subpoena by its name, before it is answered."""


def reviews(reading: Reading, verb: int, told: Told) -> Answer | None:
    """review, consider, study: the subpoena, now or soon; it is being reviewed."""
    words, after = reading.p.low, reading.right_of(verb, 8)
    going = words[verb].endswith("ing") or told.ahead or words[verb - 1] == "being"
    named = ASKED & set(words[:verb]) and (
        done_to(reading, told) or after[:1] in (["it"], ["them"])
    )
    looked_at = set(after) & (ASKED | _LOOKED_AT) or named
    return ("reviewing", "reviewing") if going and looked_at and not told.negated else None


def challenges(reading: Reading, verb: int, told: Told) -> Answer | None:
    """challenge, fight, contest, quash, sue: a subpoena or its legality."""
    after = set(reading.right_of(verb, 14))
    lemma = LEMMAS[reading.p.low[verb]]
    if lemma == "quash" and reading.p.low[verb] != lemma:
        return None  # a court quashes
    paper = after & (ASKED - {"petition", "letter"} | {"legality"}) or done_to(reading, told)
    if told.negated or not paper or (verb and reading.p.low[verb - 1] in ARTICLES):
        return None
    if lemma in ("fight", "appeal") and not after & {"subpoena", "subpoenas", "order", "summons"}:
        return None
    return "challenges", "challenged"


def comments(reading: Reading, verb: int, told: Told) -> Answer | None:
    """comment: only that nobody does."""
    del reading, verb
    return ("no-comment", "no_comment") if told.negated else None
