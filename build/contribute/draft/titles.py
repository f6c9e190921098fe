"""Names with the titles beside them, where extraction takes both for a body, a form of address for
a title, or words such as "A spokesman in Tarrow, Jo Lund," for somebody without a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contribute.draft.makers.bodies import offices
from contribute.draft.turns import turns
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

OFFICES = f"{offices.LEADER}|{offices.KEEPER}"
NAME = (
    rf"(?P<name>(?!Office|General|(?i:{OFFICES})\b)[A-Z][\w’'-]{{1,40}}(?: [A-Z]\.)?"
    r"(?: (?!Office|Department|County|General)[A-Z][\w’'-]{1,40}){1,2})"
)
PIECES = {
    "NAME": NAME,
    "OFFICE": offices.LEADER,
    "KEEPER": offices.KEEPER,
    "TITLED": "|".join(offices.TITLES),
}
WORDS = turns(__file__, "words", PIECES)
"""Turns of phrase; the table tells what each means."""


def named(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates, whoever has a name and a title as a person with both."""
    subjects = WORDS["subject"].finditer(text)
    told: list[Told] = [(m.span("name"), m.span("title"), m["name"]) for m in subjects]
    titles = {name[0]: title for name, title, _ in told}
    made = [_quoted(text, c) if c.kind == "quotation" else _person(text, c) for c in found]
    made = [_with_whole_title(c, titles.get(c.start)) for c in made]
    full = {c.attributes.get("entity", "") for c in made if c.kind == "person"}
    made = [_surnamed(text, c, {*full, *(entity for _, _, entity in told)}) for c in made]
    people = {c.start for c in made if c.kind == "person"}
    yield from made
    for name, title, entity in sorted({*told, *_quoted_people(text, made)}):
        if name[0] not in people:
            people.add(name[0])
            attributes, parts = {"entity": entity}, {"title": title}
            yield Candidate("person", *name, RULE, 1, entity, attributes=attributes, parts=parts)


def _with_whole_title(c: Candidate, title: Span | None) -> Candidate:
    """Somebody with the whole title, of which extraction has none or the end."""
    start, end = c.parts.get("title", (0, 0))
    is_longer = title is not None and c.kind == "person" and end - start < title[1] - title[0]
    return replace(c, parts={**c.parts, "title": title}) if title and is_longer else c


RULE = "title-beside-name"
Told = tuple[Span, Span, str]
"""Where a name and its title stand, and the name."""


def _quoted_people(text: str, found: Sequence[Candidate]) -> Iterator[Told]:
    """Whoever is quoted with a title and the full name."""
    for c in found:
        own = c.parts.get("speaker") if c.kind == "quotation" and "title" in c.parts else None
        if own and text[slice(*own)] == c.attributes.get("speaker") and " " in text[slice(*own)]:
            yield own, c.parts["title"], text[slice(*own)]


def _person(text: str, c: Candidate) -> Candidate:
    """A body that has the name of an officer, as a person; a person without what is no title."""
    held = WORDS["no_body"].fullmatch(text, c.start, c.end) if c.kind == "agency" else None
    if held:
        span, parts = held.span("name"), {"title": held.span("title")}
        told = {"entity": held["name"]}
        return Candidate("person", *span, RULE, 1, held["name"], attributes=told, parts=parts)
    return _titled(text, c, c.end) if c.kind == "person" else c


def _quoted(text: str, c: Candidate) -> Candidate:
    """A quotation, its speaker by the name where the words are a title and a name."""
    own = c.parts.get("speaker")
    if own is None:
        return c
    if beside := WORDS["held"].fullmatch(text, *own) or WORDS["in_apposition"].match(text, own[0]):
        attributes = {**c.attributes, "speaker": beside["name"]}
        parts = {**c.parts, "speaker": beside.span("name"), "title": beside.span("title")}
        is_held = own[1] >= beside.end("name")  # else the name stands behind
        return replace(c, parts=parts if is_held else c.parts, attributes=attributes)
    return _titled(text, c, own[1])


def _surnamed(text: str, c: Candidate, people: Iterable[str]) -> Candidate:
    """A speaker called "County Executive Ruiz", as the one person of the text with that surname."""
    own = c.parts.get("speaker")
    held = WORDS["surnamed"].fullmatch(text, *own) if own else None
    names = [name for name in people if held and name.endswith(f" {held['name']}")]
    if held is None or len(names) != 1:
        return c
    parts = {**c.parts, "title": held.span("title"), "speaker": held.span("name")}
    return replace(c, parts=parts, attributes={**c.attributes, "speaker": names[0]})


def _titled(text: str, c: Candidate, end: int) -> Candidate:
    """Somebody without a form of address, or words for a party, as the title; with the office
    behind the name instead, if one stands there."""
    own = c.parts.get("title")
    if own is None or not WORDS["no_title"].match(text[slice(*own)]):
        return c
    behind = WORDS["behind"].match(text, end)
    parts = {key: span for key, span in c.parts.items() if key not in ("title", "affiliation")}
    return replace(c, parts=parts | ({"title": behind.span("title")} if behind else {}))
