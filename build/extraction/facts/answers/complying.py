"""Answers by verbs that say yes or no: comply, satisfy, refuse, reject, ignore."""

from extraction.facts.answers.about import (
    ASKED,
    COUNTED,
    DETAINERS,
    ENDS_REFUSAL,
    PRESS,
    Answer,
    before_told,
    done_to,
    group_of,
    is_undone_so_far,
)
from extraction.facts.clauses.answering import LEMMAS
from extraction.facts.clauses.reading import Reading, Told
from extraction.grammar import tags
from extraction.text.words import word_set

LAWS = word_set("""
law laws statute statutes constitution rules rule policy policies ordinance ordinances regulations
requirements act standards norms
""")


def complies(reading: Reading, verb: int, told: Told) -> Answer | None:
    """comply, honor, obey, abide by: what was asked, and not a law or a detainer."""
    words = reading.right_of(verb, 8)
    after = set(words[: words.index(",")] if "," in words else words)
    lemma = LEMMAS[reading.p.low[verb]]
    asked = bool(after & ASKED)
    if "jury" in after:
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
        return "complies", "complied"
    if is_undone_so_far(reading, verb, told):
        return "has-not-complied", "not_complied"
    return "will-not-comply", "refused"


def rejects(reading: Reading, verb: int, told: Told) -> Answer | None:
    """refuse, reject, defy, ignore: a subpoena; or refuse alone."""
    after = reading.right_of(verb, 7)
    words = set(after)
    lemma = LEMMAS[reading.p.low[verb]]
    if "never" in group_of(reading, verb, told) and lemma == "refuse":
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
    it = not told.ahead and after[:1] in (["it"], ["them"])
    it = it and lemma in ("ignore", "defy", "reject")
    behind = not after and ASKED & set(reading.p.low[:verb]) and lemma != "deny"
    offered = lemma in ("reject", "refuse", "ignore") and bool(words & {"offer", "one", "first"})
    if words & ASKED or behind or it or offered or done_to(reading, told):
        return ("ignored", "ignored") if lemma == "ignore" else ("refused", "refused")
    ends = verb + 1 >= len(reading) or reading.p.tag[verb + 1] in (tags.STOP, tags.COMMA)
    ends = ends or not after or after[0] in ENDS_REFUSAL
    return ("refused", "refused") if ends and lemma in ("refuse", "decline") else None


def satisfies(reading: Reading, verb: int, told: Told) -> Answer | None:
    """satisfy, meet, fill: a subpoena; or oblige alone."""
    after, lemma = reading.right_of(verb, 8), LEMMAS[reading.p.low[verb]]
    alone = not after or after[0] in ENDS_REFUSAL | {"on", "at", "the", ",", "and"}
    if lemma == "oblige":
        answers = not told.passive and alone
    elif told.passive:
        before = before_told(reading, told)[:1]
        counted = before and (before[0] in COUNTED or before[0][0].isdigit())
        answers = bool(ASKED & done_to(reading, told) or counted) and after[:1] != ["with"]
    else:
        answers = not ASKED.isdisjoint(after[:5]) and "deadline" not in after
    if not answers:
        return None
    return ("will-not-comply", "refused") if told.negated else ("satisfies", "complied")
