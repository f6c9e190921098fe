"""Whether the words around a date put it ahead of the writer or behind."""

import re
from typing import NamedTuple

SENTENCE = 400  # characters of a sentence that are read on either side of a date

FUTURE = re.compile(
    r"\b(?:(?P<will>(?:will|shall|won[’']t|’ll|'ll)(?: not| also| then| now)?(?: be|"
    r" have)?(?: \w+)?)\b"
    r"|(?P<set>(?:is|are|been|being) (?:now )?(?:set|scheduled|slated|due|booked|"
    r"planned) (?:for|on)\b)"
    r"|(?:is|are|am|was|were|been) (?:now )?(?:set|scheduled|slated|due|planned|expected|going"
    r"|planning|about|likely|supposed) to (?:be )?\w+"
    r"|(?:is|are) to (?:be )?\w+|set to (?:be )?\w+|plans? (?:to|for)\b"
    r"|next (?:week|month|year|summer|spring|fall|winter)\b|upcoming\b|hopefully\b"
    r"|if\b|expects?\b[^.]{0,40}?\bto \w+|(?:no later|sooner) than\b|deadline\b)"
    r"|[’']ll (?:be )?\w+",
    re.I,
)
PAST = re.compile(
    r"\b(?:was|were|had|did|said|says|told|wrote|came|went|made|took|gave|held|began|got|found|saw"
    r"|met|sent|ran|won|lost|left|broke|knew|spoke|kept|put|brought|fell|rose|led|fled|shot"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )(?-i:[a-z]\w+ed)|ago|last (?:week|month|year)|yesterday"
    r"|since)\b",
    re.I,
)
CLAUSE_END = re.compile(r"[.!?;“”\"\n](?:(?<=[“”\"\n])|[\"”’')]*\s+(?=[A-Z“\"‘]))")
NOT_A_SENTENCE_END = re.compile(
    r"\b(?:[A-Z]|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|St|vs|No|[A-Z][a-z]{2,3}t?)\.\s+$"
)


class Sentence(NamedTuple):
    """What stands before and after a date in its own clause."""

    before: str
    after: str


def sentence_of(text: str, start: int, end: int) -> Sentence:
    """The words of the same clause on both sides, never across a quotation mark."""
    before, after = text[max(0, start - SENTENCE) : start], text[end : end + SENTENCE]
    cuts = [
        match.end()
        for match in CLAUSE_END.finditer(before + "X")
        if not NOT_A_SENTENCE_END.search(before[: match.end()][-8:])
    ]
    stop = CLAUSE_END.search(after)
    return Sentence(before[cuts[-1] if cuts else 0 :], after[: stop.start() if stop else SENTENCE])


def direction(sentence: Sentence) -> str:
    """`future`, `maybe-future`, `past` or nothing, from the verbs around a date.

    Only a cue that governs the date counts: the last one before it or, where the date opens
    the sentence, the first one after it.
    """
    ahead_of_it = list(FUTURE.finditer(sentence.before))
    taken = [match.span() for match in ahead_of_it]
    behind_it = [
        m.start()
        for m in PAST.finditer(sentence.before)
        if not any(start <= m.start() < end for start, end in taken)
    ]
    if ahead_of_it and (not behind_it or taken[-1][0] > behind_it[-1]):
        return _strength(ahead_of_it[-1])
    if behind_it:
        return "past"
    if len(sentence.before.split()) > 3:
        return ""
    ahead, behind = FUTURE.search(sentence.after), PAST.search(sentence.after)
    if ahead and (not behind or ahead.start() <= behind.start()):
        return _strength(ahead)
    return "past" if behind else ""


def _strength(cue: re.Match[str]) -> str:
    """How surely a cue puts a date ahead: `will` and `set for` do, `are to` may."""
    return "future" if cue["will"] or cue["set"] else "maybe-future"
