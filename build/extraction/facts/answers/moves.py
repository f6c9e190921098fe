"""Answers told by a plain verb with a noun: wrote an objection, went to court, got an extension.

Such a verb says little; the noun behind it tells what is done. The sentence must assert the verb,
and its subject must be somebody who may have been asked.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from extraction.facts.asked.items import items
from extraction.facts.clauses.answering import may_answer
from extraction.facts.clauses.reading import Reading, Told
from extraction.facts.found import Found
from extraction.facts.phrases import phrases, table, words_of
from extraction.grammar import cues
from extraction.grammar.forms import every_form
from extraction.text.candidates import Span

_ASKED = re.compile(
    r"\b(?:subpoena(?:s|ed)?|summons(?:es)?|warrants?|requests?|demands?|papers|paperwork|records?|"
    r"files?|documents?|information|data|lists?|rosters?|logs?|deeds|agents?|agency|ICE|DHS|HSI|"
    r"feds|federal|immigration|Homeland|investigators?)\b",
    re.I,
)
_OF_ASKED = (_ASKED.finditer, items)
"""What tells that a verb of everyday is about papers, records asked for or the agency."""
_OF_COUNSEL = (*_OF_ASKED, re.compile(rf"\b{words_of(__file__, '<LAWYERS>')}\b", re.I).finditer)
_ABOUT = {"asked": _OF_ASKED, "counsel": _OF_COUNSEL, "": ()}


class Move(NamedTuple):
    """What verbs with some words behind them tell."""

    rule: str
    value: str
    verbs: frozenset[str]
    behind: re.Pattern[str]
    denied: str = ""
    """What it tells if it is said not to be so; empty where that tells nothing."""
    about: tuple[Callable[[str], Iterator[re.Match[str]]], ...] = ()
    """What the sentence, or the one before it, must name; none where the words tell enough."""


def _move(row: Mapping[str, str]) -> Move:
    """A move by its row of the table."""
    behind = re.compile(rf" {words_of(__file__, row['behind'])}(?!\w)", re.I)
    about = _ABOUT[row.get("about", "")]
    return Move(
        row["rule"], row["value"], every_form(row["verbs"]), behind, row.get("denied", ""), about
    )


MOVES = tuple(map(_move, table(__file__)["move"]))
"""What is done with a noun; the first that fits is taken."""
PHRASES = phrases(__file__)
"""What no verb with its object tells."""
_BY_FORM: dict[str, list[Move]] = {}
for _each in MOVES:
    for _form in _each.verbs:
        _BY_FORM.setdefault(_form, []).append(_each)
_WORD = re.compile(r"[A-Za-z]{3,}")


def moves(sentence: str, before: str = "") -> Iterator[Found]:
    """The answers that a sentence tells by verbs with nouns, and by a few other phrases.

    What the sentence before it names may make clear what it is about.
    """
    low = sentence.lower()
    for phrase in PHRASES:
        for match in phrase.matches(sentence, low):
            yield _found(match.span("cue"), phrase.rule, phrase.value, "event")
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
    return not move.about or any(any(about(each)) for each in said for about in move.about)


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
