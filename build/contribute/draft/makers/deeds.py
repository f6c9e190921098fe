"""Whose deed a clause tells: that of the recipient, or of another body that is its subject."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.turns import turns
from extraction.lexicon import lists
from ice_subpoenas.derivations.find import Span

WORDS = turns(__file__, "words", {"KEEPER": offices.KEEPER, "STATE": nobody.STATE})
"""Turns of phrase; the table tells what each means."""
GENERIC = frozenset(
    (
        *("county", "city", "town", "village", "state", "office", "department", "district", "the"),
        *("board", "public", "school", "schools", "police", "jail", "prison", "court", "of", "for"),
        *("services", "service", "agency", "bureau", "commission", "university", "college", "us"),
        *("library", "hospital", "division", "authority", "and", "s", "clerk"),
        *("new", "north", "south", "east", "west", "san", "santa", "st", "fort", "port", "lake"),
        *offices.KEEPERS,
        *offices.HEADS,
    )
)
"""Words in the names of bodies that do not tell one from another."""


class Deed(NamedTuple):
    """The words for the subject of a clause, and where they end."""

    words: str
    end: int
    is_pronoun: bool = False


def anothers(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> str:
    """The words for another body or place than the recipient whose deed words tell, as the subject
    of their clause, or as what a pronoun stands for that is; empty for none."""
    own = _names(scene, paper)
    if not own:
        return ""
    text = scene.reading.text
    if place := _elsewhere(text[stretch.start : span[0]], own):
        return place
    if told := WORDS["there"].search(text, stretch.start, span[0]):
        return " ".join(told["who"].split())
    deed = next(_subjects(scene, stretch, span[0]), None)
    before = scene.reading.before(stretch)
    if deed and deed.is_pronoun and before and deed.end - stretch.start < AT_ONCE:
        is_near = "\n" not in text[before.end : stretch.start]
        deed = next(_subjects(scene, before, before.end), None) if is_near else None
    return deed.words if deed and not deed.is_pronoun and _is_other(scene, paper, own, deed) else ""


AT_ONCE = 12  # characters within which a pronoun begins a sentence


def of_others_papers(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> bool:
    """Whether what words tell of papers is told of those to another body that is named behind."""
    own = _names(scene, paper)
    found = WORDS["papers_to"].search(scene.reading.text, span[0], stretch.end)
    if not found or not own:
        return False
    deed = Deed(" ".join(found["who"].split()), found.end("who"))
    return _is_other(scene, paper, own, deed)


def is_other_short(scene: Scene, paper: Paper, stretch: Stretch) -> bool:
    """Whether a sentence tells of "the division", and the text names another body so than those
    that got papers."""
    own = _names(scene, paper)
    receivers = " ".join([*_receivers(scene), *paper.names]).lower()
    nouns = {m["noun"] for m in scene.reading.find(stretch, WORDS["short"])} if own else set()
    text = "\n".join(scene.words(s.span) for s in scene.reading.body)
    return any(
        not WORDS["federal"].search(named[0]) and bool(_parts(named[0]) - {noun} - own)
        for noun in sorted(nouns)
        if noun not in receivers
        for named in re.finditer(WORDS["called"].pattern.replace("NOUN", f"(?i:{noun})"), text)
    )


def _elsewhere(before: str, own: frozenset[str]) -> str:
    """The other county or city in which all happens that a sentence tells."""
    found = WORDS["in_a_place"].match(before)
    return found["who"] if found and not _parts(found["who"]) & own else ""


def _parts(words: str) -> set[str]:
    """The words that tell one body or place from another.

    >>> sorted(_parts("the Marlow County Sheriff’s Office"))
    ['marlow']
    """
    return {part for part in re.findall(r"[^\W\d_]+", words.lower()) if part not in GENERIC}


def _names(scene: Scene, paper: Paper) -> frozenset[str]:
    """The words that tell the recipient of an act, and those of other acts, from other bodies."""
    told = _receivers(scene)
    told += [name for p in scene.papers for name in p.names]
    for body in (p.body for p in scene.papers):
        told += [body.agency_id.replace("-", " "), (body.jurisdiction_id or "").replace("-", " ")]
    is_named = _parts(" ".join([paper.body.agency_id, paper.body.jurisdiction_id or ""]))
    return frozenset(part for words in told for part in _parts(words)) if is_named else frozenset()


def _receivers(scene: Scene) -> list[str]:
    """The words for whoever got papers, one for each sentence that says so."""
    return [scene.words(s.receiver) for p in scene.papers for s in p.sendings]


def _subjects(scene: Scene, stretch: Stretch, stop: int) -> Iterator[Deed]:
    """What may be the subject of the words behind a place, the nearest first."""
    text = list(scene.reading.text[stretch.start : stop])
    for day in scene.reading.inside(stretch, "date"):
        for n in range(day.start - stretch.start, min(day.end, stop) - stretch.start):
            text[n] = " "
    told = "".join(text)
    for found in reversed([*WORDS["subject"].finditer(told)]):
        words = " ".join(found["who"].split())
        is_pronoun = bool(WORDS["pronoun"].fullmatch(words))
        yield Deed(words, stretch.start + found.end("who"), is_pronoun)


def _is_other(scene: Scene, paper: Paper, own: frozenset[str], deed: Deed) -> bool:
    """Whether words name another body or place than those that got papers."""
    receivers = " ".join([scene.words(paper.main.receiver), *paper.names]).lower()
    if WORDS["federal"].search(deed.words):
        return False
    if WORDS["further"].match(deed.words):
        return True
    if of := WORDS["of_state"].match(deed.words):
        state = f"us-{lists.states()[of['state']].lower()}"
        return paper.state != state
    if private := WORDS["private"].search(deed.words):
        return private[0].lower() not in receivers
    if held := WORDS["holder"].fullmatch(deed.words):
        return _is_other_holder(scene, paper, held["office"].lower(), held["name"])
    named = WORDS["named"].fullmatch(deed.words)
    return bool(named and _parts(named["name"]) and not _parts(named["name"]) & own)


def _is_other_holder(scene: Scene, paper: Paper, office: str, name: str) -> bool:
    """Whether somebody holds an office that with the recipient another one holds."""
    surname = name.split()[-1]
    told = _receivers(scene)
    holders = {n for n, s in scene.speakers.items() if s.body == paper.body}
    if any(surname in words for words in (*told, *holders)):
        return False
    others = (s for n, s in scene.speakers.items() if n in holders)
    is_held = any(office in other.title.lower() for other in others)
    return is_held or any(re.search(rf"(?i:{office}) (?:[A-Z][\w.]+ )+[A-Z]\w+", w) for w in told)
