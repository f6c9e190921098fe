"""The bodies that got papers as a person tells them who has read the text, by words of the text."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from contribute.draft.known import slug
from contribute.draft.makers.bodies import nobody, offices
from contribute.draft.makers.bodies.named import NO_RECIPIENT, Bodies, Body
from contribute.draft.reading import Reading
from contribute.draft.turns import turns
from contribute.near import nearest
from ice_subpoenas.derivations.find import Span, plain
from printing import Refusal

SAME = re.compile(r"\s*=\s*")
"""What joins several names of one body: "Tarrow Water & Light = the utility"."""
PIECES = {"NOUN": offices.NOUN, "KEEPER": offices.KEEPER, "STATE": nobody.STATE}
WORDS = turns(__file__, "words", PIECES)
"""Turns of phrase; the table tells what each means."""
LONGER = re.compile(rf"(?: [A-Z][\w’'-]*){{0,4}} (?=[A-Z])(?i:{offices.NOUN})\b")
"""What goes on behind a place as the name of one of its bodies."""
OWNER = re.compile(r"(?:the )?(?:city|county|town|village|state)[’']s (?=\w)", re.I)
"""Whose a body is, before words for it that name nobody else: "the city's housing authority"."""
UNPLACED = 3  # words of a name that tell a body without its place
WHOLE = re.compile(r"(?:the )?(?P<kind>city|county|state)(?: hall)?", re.I)
"""Words for a government as a whole that are not its name."""


def names(told: str) -> list[str]:
    """The names of one body, without the article before a capital.

    >>> names("The Tarrow Police Department = the department")
    ['Tarrow Police Department', 'the department']
    """
    given = (" ".join(name.split()) for name in SAME.split(told) if name.strip())
    return [re.sub(r"^[Tt]he (?=[A-Z])", "", name) for name in given]


def refuse_unfound(text: str, told: Sequence[str]) -> list[str]:
    """Refuse bodies that a text names by no name given; of others, the names that it lacks."""
    unfound = []
    for each in told:
        missing = [name for name in names(each) if not _anywhere(text, name)]
        if len(missing) == len(names(each)):
            raise Refusal(f"--to: the text does not have “{missing[0]}”; {_near(text, missing[0])}")
        unfound += missing
    return unfound


def _near(text: str, name: str) -> str:
    """What to type in place of a name that a text does not have."""
    near = [" ".join(text[slice(*at)].split()).rstrip(".,;:") for _, at in nearest(text, name)]
    near = [words for words in near if all(map(WORDS["of_a_name"].match, words.split()))]
    shown = " or ".join(f"“{words}”" for words in dict.fromkeys(near))
    return f"does it say {shown}?" if shown else "name it by its words there"


def resolve(reading: Reading, bodies: Bodies, told: Sequence[str]) -> None:
    """Find the body of each name, and let no other body get papers.

    A name in short is none within the longer name of another body that was told.
    """
    found: dict[Span, Body] = {}
    for each in told:
        spans = [at for name in names(each) for at in _places(reading, name)]
        if not spans:
            raise Refusal(f"--to: “{each}” stands outside the article; name it by its words there")
        found |= dict.fromkeys(spans, _body(reading, bodies, spans[0]))
    bodies.recipients = {
        at: body
        for at, body in found.items()
        if not any(a <= at[0] and at[1] <= b and found[a, b] != body for a, b in found)
    }


def _places(reading: Reading, name: str) -> list[Span]:
    """Where a name stands, the article before its headline; a plain noun only alone, as in "the
    department", and not where it ends another name."""
    found = _anywhere(reading.text, name)
    found = [at for at in found if not LONGER.match(reading.text, at[1])] or found
    if WORDS["plain"].fullmatch(name):
        found = [at for at in found if re.search(r"\b[Tt]he $", reading.text[: at[0]])] or found
    body = sorted(reading.body, key=lambda s: s.region != "body")
    return [at for s in body for at in found if s.start <= at[0] < s.end]


def _anywhere(text: str, name: str) -> list[Span]:
    """Where a text has a name, in any case, with any marks and spaces, and not as a dateline; or
    else without the place before it, where no other place stands there."""
    if found := _exactly(text, name):
        return found
    short = WORDS["front"].sub("", plain(name), count=1)
    found = _exactly(text, short) if len(short.split()) >= UNPLACED and short != name else []
    return [at for at in found if not WORDS["placed"].search(text[: at[0]][-40:])]


def _exactly(text: str, name: str) -> list[Span]:
    words = r"\s+".join(map(re.escape, plain(name).split())).replace("'", "[‘’']")
    found = re.finditer(rf"(?<!\w){words}(?!\w)", text, re.I)
    return [m.span() for m in found if name.isupper() or not m[0].isupper()]


def _body(reading: Reading, bodies: Bodies, span: Span) -> Body:
    """The body of words: of the dataset, a government itself, or a new one."""
    stretch = reading.at(span[0])
    assert stretch is not None  # `_places` looked
    if named := WHOLE.fullmatch(reading.words(span)):
        whole = bodies.whole(named["kind"].lower(), span)
        return whole or bodies.unplaced(span, stretch)
    if owner := OWNER.match(reading.text, *span):
        span = owner.end(), span[1]
    if held := offices.HELD.fullmatch(reading.words(span)):
        span = span[0], span[0] + len(held["name"])
    for c in (c for c in reading.candidates if c.kind == "person"):
        if span[0] < c.start and c.end == span[1]:  # "Water Director Sam Lee" is of an office
            span = span[0], span[0] + len(reading.text[span[0] : c.start].rstrip())
    words = reading.words(span).casefold()
    for c in (c for c in reading.candidates if c.kind == "jurisdiction"):
        name = c.attributes.get("entity") or reading.words((c.start, c.end))
        if words in (name.casefold(), name.split(",")[0].casefold()):
            here = {**c.attributes, "entity": reading.words(span)}
            c = replace(c, start=span[0], end=span[1], attributes=here)
            return bodies.itself((span, stretch, c)) or bodies.unplaced(span, stretch)
    found = bodies.named(span, stretch)
    if found and (found.is_open or not (found.kind in NO_RECIPIENT and found.rows)):
        return found
    return (
        bodies.described(span, stretch)
        if bodies.governments.main
        else bodies.unplaced(span, stretch)
    )


def others(
    reading: Reading, named: Iterable[tuple[Span, Body]], taken: Collection[str]
) -> tuple[str, ...]:
    """The state and local bodies that a text names besides those that are taken."""
    found: dict[str, str] = {}
    for span, body in named:
        is_public = body.kind in ("local", "state", "court") or body.is_open
        if (
            is_public
            and body.agency_id not in taken
            and not WORDS["no_body"].search(reading.words(span))
        ):
            found.setdefault(body.agency_id, reading.words(span))
    for pattern in (offices.HELD, WORDS["of_the_text"]):
        for m in (m for s in reading.body if s.region == "body" for m in reading.find(s, pattern)):
            name = reading.words(m.span("name"))
            is_seen = name in found.values() or any(slug(name) in each for each in (*taken, *found))
            kind = slug(name.split()[0])
            is_own = pattern is WORDS["of_the_text"] and any(
                kind in each for each in (*taken, *found)
            )
            if not (is_seen or is_own):
                found[slug(name)] = name
    return tuple(dict.fromkeys(found.values()))
