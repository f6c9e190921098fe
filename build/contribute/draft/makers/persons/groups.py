"""Words that stand for a body and never for a person: "the county", "the department", "officials".

A county that speaks is the county itself, not an office of it; a department is the one that was
named last.
"""

import re
from collections.abc import Iterator

from contribute.draft.makers.bodies import offices
from contribute.draft.makers.bodies.named import Body
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

GOVERNMENTS = {"county": "county", "city": "city", "town": "city", "village": "city"} | {
    "state": "state"
}
"""Nouns for a government, and the kind of government in the register."""
MANY = r"(?i:officials|lawyers|attorneys|authorities|prosecutors|agents|officers|deputies|leaders)"
OF_GOVERNMENT = re.compile(
    rf"(?:[Tt]he )?(?:{MANY} (?:for|of) (?:the )?)?(?:[A-Z][\w’'-]+ ){{0,3}}?"
    rf"(?P<noun>(?i:{'|'.join(GOVERNMENTS)}))(?:[’']s)?(?: government| (?:\w+ )?{MANY})?"
)
NOUN = re.compile(
    r"(?:the )?(?:(?:county|city|state|sheriff|police|health|jail)(?:[’']s)? )?"
    r"(?P<noun>police|department|office|agency|district|university|hospital|jail|prison|board|council|"
    rf"commission|division)(?:[’']s)?(?: {MANY})?",
    re.I,
)
OF_A_SUBJECT = re.compile(r"(?<![’']s) (?:lawyers|attorneys)$", re.I)
"""Lawyers, named by a subject or by a short word for a body."""
PLACE = re.compile(r"county|city|state")


OFFICE = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|the|for|and)){0,5}?"
    r"[’'\s]s? (?:[Oo]ffice|[Dd]epartment|[Aa]gency|[Bb]ureau))(?: (?:in|at) [A-Z].*)?"
)
"""The name of an office, maybe with the place where it sits."""


def is_body(words: str) -> bool:
    """Whether words stand for a body, so that they name no person.

    >>> [is_body(w) for w in ("the county", "county officials", "the sheriff", "County Attorney")]
    [True, True, False, False]
    >>> is_body("The Secretary of State's office in Tarrow"), is_body("Police")
    (True, True)
    """
    return any(p.fullmatch(words) for p in (OF_GOVERNMENT, NOUN, OFFICE))


def meant(scene: Scene, span: Span, stretch: Stretch) -> Body | None:
    """The body for which words stand: known by them, a government, or the one named last."""
    words = scene.words(span)
    if body := scene.bodies.known_only(words):
        return body
    if named := OF_GOVERNMENT.fullmatch(words):
        return scene.bodies.whole(GOVERNMENTS[named["noun"].lower()], span)
    if office := OFFICE.fullmatch(words):
        start = span[0] + words.index(office["name"])
        return scene.bodies.named((start, start + len(office["name"])), stretch)
    return called(scene, words, stretch)


def called(scene: Scene, words: str, stretch: Stretch) -> Body | None:
    """The body that "the department" was called last: the nearest before with the word in it."""
    noun = next(iter(re.findall(rf"\w+(?=(?:[’']s)?(?: {MANY})?$)", words.lower())), "")
    if noun in GOVERNMENTS:
        return None  # a government is no office of it
    if OF_A_SUBJECT.search(words) and not NOUN.fullmatch(words):
        return None  # "immigration lawyers" are nobody's, as "the department's lawyers" are not
    for c, before in _agencies_before(scene, stretch):
        named = scene.words((c.start, c.end)).lower().split()
        if len(named) > 2 and noun in named and c.end <= stretch.end:
            return scene.bodies.named((c.start, c.end), before)
    return None


def _agencies_before(scene: Scene, stretch: Stretch) -> Iterator[tuple[Candidate, Stretch]]:
    """The bodies that are named up to a sentence, the nearest first."""
    for before in reversed([s for s in scene.reading.stretches if s.number <= stretch.number]):
        yield from ((c, before) for c in reversed(scene.reading.inside(before, "agency")))


def leads(title: str) -> set[str]:
    """The kinds of body that somebody with a title leads.

    >>> leads("Prison Warden"), leads("Sheriff")
    ({'prison'}, set())
    """
    return {kind for leader, kind in offices.LED_BY.items() if leader in title.lower()}


def fits(words: str, receiver: str) -> bool:
    """Whether words for somebody name the kind of body that got papers; a county is no sheriff.

    >>> fits("Sheriff", "Ulster County Sheriff’s Office"), fits("county executive", "the Sheriff")
    (True, False)
    """
    kinds = set(offices.KIND.findall(receiver.lower()))
    of_place = set(PLACE.findall(receiver.lower())) if not kinds else set()
    own = leads(words) | set(offices.KIND.findall(words.lower())) or set(
        PLACE.findall(words.lower())
    )
    return bool(own & (kinds | of_place))
