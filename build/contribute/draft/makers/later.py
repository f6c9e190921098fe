"""Days that words count from another day: "eight days later", "the next day"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from contribute.draft.makers.papers.wording import LAST_DAY
from contribute.draft.reading import Reading, Stretch
from extraction.facts.amounts import NUMBER
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

LATER = re.compile(
    rf"\b(?:(?P<n>{NUMBER}|a|one) (?P<unit>day|week)s? (?:later|after(?:ward)?s?\b(?= that\b|,|$))|"
    r"the (?:next|following) day)\b",
    re.I,
)
DEADLINE = re.compile(r"\b(?:deadline of|due|until|expires?|said|says|announced)(?: on)? $", re.I)
"""Words before a last day, or the day of speaking, from which nobody counts on."""
BACK = 6  # sentences in which the day before is looked for
REASON = "{}, counted from {}, the day that the text names before it, is {}."
ASKED = (
    "is “{}” {}, counted from {}? yes: keep | another day: correct value and reason | no: delete "
    "the cell"
)


class Later(NamedTuple):
    """Words for a day, what a cell says of them, and what a person is asked."""

    span: Span
    more: dict[str, Any]
    asked: str


def later(reading: Reading, stretch: Stretch) -> Later | None:
    """The day that words of a sentence count from the last one before them, if they do."""
    found = LATER.search(reading.text, *stretch.span)
    begun = _before(reading, stretch, found.start()) if found else None
    if found is None or begun is None:
        return None
    n = int(number_word(found["n"], Given()) or 0) if found["n"] else 1
    day = begun + timedelta(days=n * (7 if found["unit"] == "week" else 1))
    words, first = reading.words(found.span()), _shown(begun)
    reason = REASON.format(words[0].upper() + words[1:], first, _shown(day))
    more = {"by": "inference", "value": str(day), "reason": reason}
    return Later(found.span(), more, ASKED.format(words, _shown(day), first)) if n else None


def _before(reading: Reading, stretch: Stretch, stop: int) -> date | None:
    """The last single day that the text names before a place, and that is no last day."""
    near = [s for s in reading.stretches if 0 <= stretch.number - s.number <= BACK]
    for c in reversed([c for s in near for c in reading.inside(s, "date") if c.end <= stop]):
        first, last = c.attributes.get("earliest"), c.attributes.get("latest")
        before = reading.text[max(0, c.start - 30) : c.start]
        if first and first == last and not (LAST_DAY.search(before) or DEADLINE.search(before)):
            return date.fromisoformat(first)
    return None


def _shown(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
