"""Which of several papers to one body came on which day, by the words that share them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from contribute.draft.makers.papers.wording import DAYS, VAGUE
from contribute.draft.reading import Reading, Stretch
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

WORDS = turns(__file__, "words", {"NUMBER": NUMBER, "DAYS": DAYS})
"""Turns of phrase; the table tells what each means."""
AND = WORDS["and"]


@dataclass(frozen=True)
class Share:
    """The papers of one day: the words for the day, and how many they are."""

    day: Span
    n: int = 1


def joined(reading: Reading, days: Sequence[Candidate]) -> list[Share]:
    """One paper on each of the days that words join, if any: "on May 4 and May 6"."""
    found: list[Span] = []
    is_comma = partial(re.compile(", (?:on )?").fullmatch, reading.text)
    for one, other in pairwise((c.start, c.end) for c in days):
        is_listed = re.search(r"\d", reading.words(one)) and is_comma(one[1], other[0])
        is_listed = is_listed or AND.fullmatch(reading.text, one[1], other[0])
        if is_listed and not WORDS["own_verb"].match(reading.text, other[1]):
            found += [other] if found else [one, other]
    return [*map(Share, found)]


def told(reading: Reading, stretch: Stretch, number: int | None) -> list[Share]:
    """The papers of each day by a sentence of sending and by those that go on from it: "two on
    May 4 and one on May 6". `number` is how many the sentence counts, which may be those of its
    first day."""
    own, days = [*_in(reading, stretch)], _days(reading, stretch)
    is_behind = bool(own) and days[0][0] < own[0].day[0]
    if number and is_behind and sum(share.n for share in own) != number:
        own.insert(0, Share(days[0], number))
    return own + _behind(reading, stretch, 0 if own else number or 0)


def _behind(reading: Reading, stretch: Stretch, number: int) -> list[Share]:
    """The shares of the sentences that go on from one of sending: right behind it, or soon after
    where they share out as many papers as it counts."""
    own, nth, first = list[Share](), list[int](), 0
    for more in (s for s in reading.body if s.number > stretch.number and s.region == "body"):
        is_begun = WORDS["begins"].match(reading.text, *more.span)
        found = [*_in(reading, more)] if is_begun else []
        is_nth = is_begun and NTH.search(is_begun[0])
        if not (found or nth) and (own or more.number > stretch.number + NEAR):
            break
        nth += [more.number] if found and is_nth else []
        if more.number > (nth or [stretch.number])[-1] + NEAR:
            break
        first = first or (more.number if found else 0)
        own += found
    is_next = first == stretch.number + 1
    is_each = number < len(own) == len(nth)  # "the first … the second"
    return own if is_next or is_each or sum(share.n for share in own) == number else []


NTH = re.compile(r"\b(?:first|second|third|fourth)\b", re.I)
NEAR = 6  # sentences behind one of sending in which its papers are shared out


def _days(reading: Reading, stretch: Stretch) -> list[Span]:
    """The days of a sentence, without weeks and months."""
    found = [(c.start, c.end) for c in reading.inside(stretch, "date")]
    return [day for day in found if not VAGUE.search(reading.words(day))]


def _in(reading: Reading, stretch: Stretch) -> Iterator[Share]:
    """The shares of a sentence: each behind the day of the one before it."""
    start = stretch.start
    for day in _days(reading, stretch):
        if found := WORDS["share"].search(reading.text, start, day[0]):
            words = found["n"] or found["of"]
            number = number_word(words, Given()) if words else None
            yield Share(day, int(number or 1 + bool(found["pair"])))
        start = day[1]
