"""Words that stand for a body and never for a person: "the county", "the department", "officials".

A county that speaks is the county itself, not an office of it; a department is the one that was
named last.
"""

import re
from collections.abc import Iterator

from contribute.draft.known import slug
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
OWN_NAME = re.compile(r"(?!The )[A-Z][\w’'-]+ (?:County|City)\b")
"""The name of a county or city, which is no other one."""
NOUN = re.compile(
    r"(?:the )?(?:(?:county|city|state|sheriff|police|health|jail)(?:[’']s)? )?"
    r"(?P<noun>police|department|office|agency|district|university|hospital|jail|prison|board|council|"
    rf"commission|division)(?:[’']s)?(?: {MANY})?",
    re.I,
)
GROUP = re.compile(
    rf"\b{MANY}\b|^(?:the )?(?:{'|'.join(GOVERNMENTS)}|office|department|agency)\b", re.I
)
"""Words for many people of a body, or for the body itself."""
OF_NATION = re.compile(
    r"(?<![Cc]ounty )(?<![Cc]ity )(?<![Ss]tate )(?<![Tt]own )\b[Gg]overnment\b|"
    r"\b(?:[Ff]ederal|U\.S\.|ICE|(?i:prosecutors|agents))\b"
)
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
        whole = scene.bodies.whole(GOVERNMENTS[named["noun"].lower()], span)
        printed = OWN_NAME.search(words)
        return None if printed and whole and slug(printed[0]) not in whole.agency_id else whole
    if office := OFFICE.fullmatch(words):
        start = span[0] + words.index(office["name"])
        return scene.bodies.named((start, start + len(office["name"])), stretch)
    is_agency = re.fullmatch(r"[Tt]he agency", words)
    own = agency(scene) if is_agency and not scene.reading.has_own_agency else None
    return called(scene, words, stretch) or own or of_recipient(scene, words)


def agency(scene: Scene) -> Body | None:
    """The body that "the agency" means: the first federal one, or the one that got papers where
    the text calls that an agency."""
    got = {paper.body.agency_id: paper.body for paper in scene.papers}
    if scene.reading.has_own_agency:
        return next(iter(got.values())) if len(got) == 1 else None
    return next((body for body in scene.bodies.found if body.kind == "federal"), None)


def called(scene: Scene, words: str, stretch: Stretch) -> Body | None:
    """The body that "the department" was called last: the nearest before with the word in it."""
    noun = next(iter(re.findall(rf"\w+(?=(?:[’']s)?(?: {MANY})?$)", words.lower())), "")
    if noun in GOVERNMENTS:
        return None  # a government is no office of it
    for c, before in _agencies_before(scene, stretch):
        named = scene.words((c.start, c.end)).lower().split()
        if len(named) > 2 and noun in named and c.end <= stretch.end:
            return scene.bodies.named((c.start, c.end), before)
    return None


def _agencies_before(scene: Scene, stretch: Stretch) -> Iterator[tuple[Candidate, Stretch]]:
    """The bodies that are named up to a sentence, the nearest first."""
    for before in reversed([s for s in scene.reading.stretches if s.number <= stretch.number]):
        yield from ((c, before) for c in reversed(scene.reading.inside(before, "agency")))


def of_recipient(scene: Scene, words: str) -> Body | None:
    """The recipient of the first papers, where words such as "officials" can mean it. If several
    bodies got papers, the words must say of what kind it is."""
    if not scene.papers or not GROUP.search(words) or OF_NATION.search(words):
        return None
    paper = scene.papers[0]
    is_one = len({each.body.agency_id for each in scene.papers}) == 1
    is_unsaid = is_one and not (offices.KIND.search(words.lower()) or PLACE.search(words.lower()))
    return paper.body if is_unsaid or fits(words, scene.words(paper.main.receiver)) else None


def is_of(title: str, body: Body) -> bool:
    """Whether a title names the government of a body: a city attorney is of the city's bureau."""
    place = body.jurisdiction_id or ""
    kind = "county" if place.endswith("county") else "city" if place.count("-") > 1 else "state"
    return kind in PLACE.findall(title.lower())


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
