"""Edits of words: other true words of the same page, another speaker, an edited phrase list."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ice_subpoenas.derivations.derive import Given as Arguments
from ice_subpoenas.derivations.derive import number_word
from ice_subpoenas.derivations.find import occurrences, place, uncased
from ice_subpoenas.derivations.number_words import SMALL
from ice_subpoenas.row import Column
from reviewed.files import PhraseEntry
from reviewed.rows import Written
from reviewed.said import Said
from texts.held import Page

from .edits import OF_THE_PAGE, Edit, Given, Key, World, following, name, with_said

NUMBER = re.compile(rf"\b(?:\d[\d,]*|{'|'.join(SMALL)})(?:-year-old)?\b", re.I)
SPEAKERS = (
    "speaker_id", "speaker_agency_id", "said_by_individual_id", "said_by_agency_id",
    "attributed_to_individual_id", "attributed_to_agency_id", "actor_individual_id",
)  # fmt: skip
ADMISSIBLE = ("body", "headline", "deck", "embedded")


class Other(NamedTuple):
    """Other true words: the passage, the words in it, and the value that they give."""

    passage: str
    words: str
    value: str
    said: Said | None = None


def moved(world: World, *, about: bool) -> Iterator[Edit]:
    """Other true words of the same page, which give another value; maybe with the old passage as
    the words that say what the row is about."""
    kind = f"words moved{', the old passage named as `about`' if about else ''}"
    yield from _moved(world, kind, lambda stem: stem not in (*SPEAKERS, "role"), about)


def roles(world: World) -> Iterator[Edit]:
    """Other true words of the same page, which give a person another role."""
    yield from _moved(world, "role of a person changed", lambda stem: stem == "role")


def speakers(world: World) -> Iterator[Edit]:
    """Words given to another speaker, with words of the same page that name him."""
    kind = "speaker swapped, with words that name him"
    yield from _moved(world, kind, lambda stem: stem in SPEAKERS)


def _moved(
    world: World, kind: str, wanted: Callable[[str], bool], about: bool = False
) -> Iterator[Edit]:
    chance = world.chance(kind)
    for given in world.given:
        is_claim = given.column.role == "claim" and given.piece.derivation != "inference"
        if not is_claim or given.said.locator in OF_THE_PAGE or not wanted(given.column.stem):
            continue
        if given.row.table.table == "sources":
            continue
        others = [o for o in _others(world, given) if o.value != given.value]
        if others:
            yield _edit(kind, given, chance.choice(others), about)


def _edit(kind: str, given: Given, other: Other, about: bool) -> Edit:
    old = given.said
    new = other.said or replace(old, within=None, words_within=None)
    arguments = {k: v for k, v in new.arguments.items() if k != "about"}
    arguments |= {k: v for k, v in old.arguments.items() if k == "about"}
    if other.said is None:
        arguments.pop("value", None)
    if about:
        arguments["about"] = old.passage
    said = replace(
        old,
        passage=other.passage,
        within=new.within,
        words=other.words,
        words_within=new.words_within,
        locator=new.locator,
        arguments=arguments,
    )
    row = following(with_said(given.row, {given.number: said}), given.column, other.value)
    what = f"{name(given)}: {given.value} → {other.value} from “{other.words}”"
    return Edit(kind, given.tier, what, {row.key: row})


def _others(world: World, given: Given) -> Iterator[Other]:
    """Other words of the same page that the column could be read from."""
    if given.piece.words.span:
        yield from _in_text(world, given, world.sound.pages[given.said.source])
    yield from _in_rows(world, given)


def _in_rows(world: World, given: Given) -> Iterator[Other]:
    """Words of other rows from the same page, for the same kind of value."""
    for each in world.of_source[given.said.source]:
        said = each.said
        if each.row.key == given.row.key or said.locator in OF_THE_PAGE or each.value is None:
            continue
        same = each.piece.derivation == given.piece.derivation and each.tier == given.tier
        if same and _alike(each.column, given.column):
            yield Other(said.passage, said.words or said.passage, each.value, said)


def _alike(one: Column, other: Column) -> bool:
    """Whether words for one column could stand for the other."""
    if one.claim is None or other.claim is None:
        return False
    if one.claim.by == "vocabulary":
        return one.phrases == other.phrases
    return one.stem == other.stem if one.claim.by == "literal" else one.claim.by == other.claim.by


def _in_text(world: World, given: Given, page: Page) -> Iterator[Other]:
    """Words of a held text: every listed phrase, every number."""
    if given.piece.derivation == "vocabulary":
        yield from _listed(world, given.column.phrases, given.said.source)
    elif given.piece.derivation == "number_word":
        for found in NUMBER.finditer(page.text):
            value = number_word(found[0], Arguments())
            if value:
                yield from _at(page, *found.span(), value)


@cache
def _listed(world: World, list_name: str, source: str) -> tuple[Other, ...]:
    """Every listed phrase of a held text, in its own sentence."""
    page = world.sound.pages[source]
    view, places = uncased(page.text)
    return tuple(
        other
        for phrase, code in world.phrases.codes(list_name, source).items()
        for start, end in occurrences(view, phrase)
        for other in _at(page, places[start], places[end - 1] + 1, code)
    )


def _at(page: Page, start: int, end: int, value: str) -> Iterator[Other]:
    """Words in their own sentence, where both can be found again."""
    sentence = next(iter(page.touched((start, end))), None)
    if sentence is None or sentence.region not in ADMISSIBLE:
        return
    if not sentence.start <= start <= end <= sentence.end:
        return
    passage, words = page.text[sentence.start : sentence.end], page.text[start:end]
    if isinstance(place(page.text, passage), tuple) and isinstance(place(passage, words), tuple):
        yield Other(passage, words, value)


def phrases(world: World) -> Iterator[Edit]:
    """A phrase listed for another code of its list; the values that it gives follow."""
    chance = world.chance("phrases")
    users: dict[tuple[str, str, str | None], list[Given]] = {}
    for given in world.given:
        if given.piece.derivation == "vocabulary":
            for scope in (given.said.source, None):
                words = " ".join(given.piece.words.exact.split()).casefold()
                users.setdefault((given.column.phrases, words, scope), []).append(given)
    for entry in world.sound.phrases:
        using = users.get((entry.list_name, entry.phrase.casefold(), entry.source), [])
        others = _codes(world, entry)
        if using and others and using[0].column.role == "claim" and entry.list_name != "publisher":
            yield _relisted(world, entry, using, chance)


def _codes(world: World, entry: PhraseEntry) -> set[str]:
    """The other codes of a phrase's list."""
    return {e.code for e in world.sound.phrases if e.list_name == entry.list_name} - {entry.code}


def _relisted(world: World, entry: PhraseEntry, using: list[Given], chance: random.Random) -> Edit:
    column = using[0].column
    new = chance.choice(sorted(set(column.codes) - {entry.code} or _codes(world, entry)))
    rows: dict[Key, Written] = {}
    for given in using:
        rows[given.row.key] = following(rows.get(given.row.key, given.row), given.column, new)
    what = f"“{entry.phrase}” listed for {new}, not {entry.code}"
    tier = "held" if any(g.tier == "held" for g in using) else "quoted"
    changed = entry._replace(code=new)
    return Edit("phrase listed for another code", tier, what, rows, (entry, changed))
