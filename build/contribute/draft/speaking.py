"""Whom "he", "she" and "the sheriff" stand for: what extraction takes for sure, and grammar not.

A pronoun is the last person of its kind who is the subject of a clause; a name that only describes
somebody, as in "a Truman appointee", is nobody who speaks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from contribute.draft.turns import turns
from extraction.quotations.full_names import gender_of
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
GENDERS = {"he": "m", "she": "f"}
PLAIN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}")
"""A name of which the row of a quotation asks."""
FARTHEST = 1500  # characters between a pronoun and whom it means


class Mention(NamedTuple):
    """Where a person stands as a subject; without a name of somebody who is only described."""

    start: int
    name: str
    gender: str | None


def resolved(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, a quotation without a speaker where its words do not say who speaks, and
    with another one where they surely mean somebody else."""
    people = [c for c in found if c.kind == "person" and " " in c.attributes.get("entity", "")]
    known = {c.attributes["entity"] for c in people if "title" in c.parts}
    known |= {c.attributes.get("speaker", "") for c in found if "title" in c.parts}
    mentions = sorted({*_named(text, people), *_described(text)})
    pronouns: dict[Span, str] = {}
    told: list[Candidate] = []
    for c in found:
        name, own = c.attributes.get("speaker"), c.parts.get("speaker")
        if c.kind == "quotation" and own and not name:
            name = _alone(text, mentions, own)
        if c.kind != "quotation" or not name or not own:
            yield c
            continue
        meant = name
        if own in pronouns:  # which says what goes on behind it too
            meant = pronouns[own]
        elif text[slice(*own)].lower() in GENDERS:
            next_to = _before(text, told, c)
            meant = _meant(text, mentions, own, name) if next_to is None else next_to
            meant = pronouns[own] = meant if meant == name or meant in known else ""
        kept = {key: each for key, each in c.attributes.items() if key != "speaker"}
        told.append(replace(c, attributes=kept | ({"speaker": meant} if meant else {})))
        yield told[-1]


def _named(text: str, people: Iterable[Candidate]) -> Iterator[Mention]:
    """Where somebody with a name is a subject, in full or by the surname."""
    for name in {c.attributes["entity"] for c in people}:
        gender = _gender(text, name)
        pattern = rf"(?:{re.escape(name)}|(?<![\w’'-]){re.escape(name.split()[-1])})(?![\w’'-])"
        for m in re.finditer(pattern, text):
            if not is_no_subject(text, m.start(), m.end()):
                yield Mention(m.start(), name, gender)


def _gender(text: str, name: str) -> str | None:
    return gender_of(name) or gender_in(text, name)


def gender_in(text: str, name: str) -> str | None:
    """The gender of a person by the pronoun with which a text tells what he or she said.

    >>> gender_in("Norm Veltri said he knew. Veltri said that he had not.", "Norm Veltri")
    'm'
    """
    says = rf"{re.escape(name.split()[-1])} (?:said|says|told \w+|added)(?: that)? (s?he)\b"
    told = {found[1] for found in re.finditer(says, text)}
    return GENDERS[told.pop()] if len(told) == 1 else None


def _described(text: str) -> Iterator[Mention]:
    """Where somebody without a known name begins a sentence: "A woman who …"."""
    for m in WORDS["described"].finditer(text):
        kinds = (("f", "woman"), ("m", "man"))
        gender = next((each for each, noun in kinds if WORDS[noun].search(m[0])), None)
        yield Mention(m.start(), "", gender)


def is_no_subject(text: str, start: int, end: int) -> bool:
    """Whether a name is the object of a verb or preposition, or only tells whose something is."""
    before = text[max(0, start - 60) : start]
    return bool(OWNS.match(text, end) or WORDS["object"].search(before))


OWNS = re.compile(r"[’']s\b|[’'](?= )|[ -](?:appointees?|nominees?|appointed|nominated)\b")
"""What stands behind a name of whoever has or named something, and does nothing."""


def _before(text: str, told: Sequence[Candidate], c: Candidate) -> str | None:
    """Who is quoted just before a quotation of "he" or "she": by name, or empty for the same "she"
    of whom no name is known; null where nobody is."""
    last = max((q for q in told if q.start < c.start), key=attrgetter("start"), default=None)
    end = max(last.end, *(part[1] for part in last.parts.values())) if last else 0
    if last is None or not NEXT.fullmatch(text, end, c.start):
        return None
    name, pronoun = last.attributes.get("speaker", ""), text[slice(*c.parts["speaker"])].lower()
    is_fit = bool(name) and _gender(text, name) in (None, GENDERS[pronoun])
    return name if is_fit and PLAIN.fullmatch(name) else None


NEXT = re.compile(r"[ .,;“”\"]*")
"""What stands between two quotations that follow each other in a paragraph."""


def _meant(text: str, mentions: Sequence[Mention], own: Span, name: str) -> str:
    """Whom a pronoun means, who is taken for somebody; empty where the words do not tell.

    Of another plain name that stands between, the row of the quotation asks.
    """
    at, pronoun = own[0], text[slice(*own)].lower()
    gender = GENDERS[pronoun]
    near = [m for m in mentions if at - FARTHEST < m.start < at]
    fit = [m for m in near if m.gender in (None, gender)]
    his = [m for m in fit if m.name == name]
    last = fit[-1] if fit else None
    is_told = last is not None and last.gender is not None and bool(last.name)
    if not his or (is_told and his[-1].gender is None):
        return last.name if last else ""
    is_described = last is not None and not last.name
    return "" if is_described else name


def _alone(text: str, mentions: Sequence[Mention], own: Span) -> str:
    """The only person who is a subject before "he" or "she" in its paragraph, if one is."""
    gender = GENDERS.get(text[slice(*own)].lower())
    begun = text.rfind("\n", 0, own[0]) + 1
    near = {m for m in mentions if begun <= m.start < own[0]}
    names = {m.name for m in near if m.gender in (None, gender)}
    return names.pop() if gender and len(names) == 1 else ""
