"""Public bodies, and organizations that speak, such as news agencies.

Lists and patterns lead; nothing is guessed from capitals alone. Every mention carries `entity`, the
fullest printed name shared by its mentions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extraction.lexicon import lists
from extraction.names.body_words import AGENCY_PATTERNS, GENERIC
from extraction.text.candidates import Candidate, Span
from extraction.text.capitals import CAP, GAP, TITLE_CASED
from extraction.text.document import FURTHEST, Document, heads, matches, near
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.spans import Cover, longest, proposal

LOW_ENDS = (" board", " council", " commission")
OFFICE_START = re.compile(
    r"\b(?:[A-Z]|mayor|governor|sheriff|city|district|county|state|attorney|public|police|"
    r"correction)"
)
COLLECTIVE = ("law enforcement", "authorities", "officials", "police", "prosecutors")
"""What the people of a place are called together, as a body."""
ACRONYM = re.compile(r"\s?\((?:the )?[“\"]?([A-Z][A-Z&.]{1,9})[”\"]?\)")
OFFICE_WORD = re.compile(
    r"\b(?:mayor|governor|sheriff|police|corrections?|city|district|county|state|attorney|general"
    r"|public|defender)(?=[' ])|\b(?:office|department)$"
)
BEGUN = re.compile(
    r"(?:[,;:|(—–]|[-—–] |\b(?:of|to|from|by|with|against|at|in|for|and|the|v\.|From|To|In|By|"
    r"Between|IN THE|OF THE))\s*(?:The |THE )?$"
)
"""What stands before the first word of a name in a title."""
APART = re.compile(r"\s*(?:$|[,;:|()—–.]|[-—–] )")
"""What stands behind a name that fills its part of a title."""
CHAPTER = re.compile(
    rf"{GAP}of{GAP}(?:(?:Northern|Southern|Eastern|Western){GAP})?{CAP}(?:{GAP}{CAP})?"
)
"""Where the chapter of an organization is: of Southern Oregon."""
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
LEAD = re.compile(
    rf"(?:(?:The|the|Former|Acting|Then|Assistant|Local(?!{GAP}\d)|Between|Via|Per|Within|Without|Through|"
    rf"Against|During|Until|Unless|Whether|While|Only|Even|Once|Dear|Call|Ask|Tell|Contact|Join|"
    rf"Urge|[A-Z][a-z]+day[’']s){GAP})+"
)
BEFORE_TITLE = re.compile(rf"{GAP}[A-Z]")
NEVER_AGENCY = re.compile(r"(?i:(?:in|at|the) the|world series)")


class Body(NamedTuple):
    """One mention of an agency: where, by which rule, what it is called and what it is."""

    span: Span
    rule: str
    name: str
    type: str


def agencies(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """Public bodies, and organizations that speak, such as news agencies."""
    document = Document.of(text, regions)
    kind_at = reading(document.regions, ARTICLE)
    found = []
    for body in document.once(bodies_of):
        region = kind_at(body.span[0])
        if region and (region not in TITLE_CASED or _told_in_title(document.text, body)):
            attributes = {"entity": body.name, "type": body.type}
            found.append(
                proposal("agency", body.span, body.rule, region, body.name, attributes=attributes)
            )
    return found


def _told_in_title(text: str, body: Body) -> bool:
    """Whether a title tells a name: it is listed, stands apart, or other words have no capitals."""
    if body.rule in ("list", "acronym", "body"):
        return True
    start, end = body.span
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[line:start], text[end : len(text) if stop < 0 else stop]
    if BEGUN.search(before) or (not before.strip() and APART.match(after)):
        return True
    words = LONG_WORD.findall(before + " " + after)
    return bool(words) and sum(map(str.islower, words)) >= len(words) / 2


def bodies_of(document: Document) -> tuple[Body, ...]:
    """All mentions of agencies in a text, the longest reading where several overlap."""
    text = document.evened
    found = {body.span: body for body in _listed(document)}
    for rule, kind, _, pattern in AGENCY_PATTERNS:
        for match in matches(pattern, text, _starts(document, rule)):
            span = _trimmed(text, match.span())
            if span not in found and not _is_no_name(text, span):
                found[span] = Body(span, rule, _agency_name(text[slice(*span)]), kind)
    places, ends = list(document.starting(_place_heads())), _places(text, COLLECTIVE)
    for match in matches(_collectives(), text, near(places, ends)):
        name = _agency_name(match.group())
        found.setdefault(match.span(), Body(match.span(), "collective", name, "local"))
    kept = {span: found[span] for span in longest(found)}
    _add_acronyms(text, kept)
    return tuple(_unified(kept))


def _is_no_name(text: str, span: Span) -> bool:
    """Whether words only look like a name: County Board Chair Ada Moreno."""
    titled = GENERIC.fullmatch(text, *span) and BEFORE_TITLE.match(text, span[1])
    return bool(titled or NEVER_AGENCY.match(text, *span))


def _starts(document: Document, rule: str) -> Iterable[int]:
    """Where the name of an agency may begin: near one of the words that its rule needs."""
    if rule == "office":
        return _office_starts(document.evened)
    if rule == "broadcaster":
        return (at for at, word in document.name_starts if word[1:2].isupper() or word == "Fox")
    starts = document.capitals if rule in ("body", "department-of") else document.runs
    return near(starts, document.once(_ends)[rule])


def _office_starts(text: str) -> Iterator[int]:
    """Where words may begin that end with an office or a department."""
    at = 0
    for end in _places(text, ("ffice", "epartment")):
        for match in OFFICE_START.finditer(text, max(at, end - FURTHEST), end):
            yield match.start()
        at = end


def _places(text: str, pieces: Iterable[str]) -> list[int]:
    """Where any of some pieces of words stand, in order."""
    found = []
    for piece in pieces:
        at = text.find(piece)
        while at >= 0:
            found.append(at)
            at = text.find(piece, at + 1)
    return sorted(found)


@cache
def _rules_of() -> Mapping[str, tuple[str, ...]]:
    """The rules of which a name may hold a word, by that word."""
    found: dict[str, tuple[str, ...]] = {}
    for rule, _, ends, _ in AGENCY_PATTERNS:
        for word in ends:
            found[word] = (*found.get(word, ()), rule)
    return found


def _ends(document: Document) -> Mapping[str, list[int]]:
    """For each rule, where words stand of which its names hold one, in capitals or not."""
    known, found = _rules_of(), {rule: list[int]() for rule, *_ in AGENCY_PATTERNS}
    get = known.get
    for start, word in document.name_starts:
        rules = get(word)
        if rules is None:
            if word[-3:] == "ans":
                rules = known["-ans"]
            elif word.isupper():
                rules = get(word.capitalize())
        for rule in rules or ():
            found[rule].append(start)
    found["head-noun"] += (at + 1 for at in _places(document.text, LOW_ENDS))
    found["head-noun"].sort()
    return found


def _listed(document: Document) -> Iterator[Body]:
    """Agencies of the list; `Congress` and the like only where they stand alone."""
    pattern, first = _list_pattern()
    for text in dict.fromkeys([document.text, document.evened]):
        for match in matches(pattern, text, document.starting(first)):
            form = " ".join(match["name"].replace("’", "'").split())
            name = lists.agency_names()[form]
            kind = lists.agency_types()[name]
            chapter = _branch(text, match, kind)
            span = (match.start(), chapter.end() if chapter else match.end())
            yield Body(span, "list", name + (chapter.group() if chapter else ""), kind)


def _branch(text: str, name: re.Match[str], kind: str) -> re.Match[str] | None:
    """Where a chapter or an office of a listed body is named: of Oregon, Reno."""
    if kind == "organization":
        return CHAPTER.match(text, name.end())
    short = kind == "federal" and name.group().isupper()
    return _seat().match(text, name.end()) if short else None


@cache
def _seat() -> re.Pattern[str]:
    """A listed city behind the letters of a federal agency, with no further name behind it."""
    cities = lists.any_of(lists.cities())
    return re.compile(rf"{GAP}{cities}(?![\w-]|{GAP}[A-Z]|,{GAP}[A-Z])")


@cache
def _list_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Any printed form of a listed agency, as a whole word; and the first words of the forms."""
    names = lists.agency_names()
    return re.compile(
        rf"(?<![\w@#-])(?=[A-Z])(?P<name>{lists.any_of(names)})(?![\w-]|\.\w)"
    ), heads(names)


@cache
def _collectives() -> re.Pattern[str]:
    """The officials or police of a listed place."""
    places, people = lists.any_of(lists.place_names()), "|".join(COLLECTIVE)
    officials = rf"(?: (?:City|County|State))? (?:city )?(?:{people})\b".replace(" ", GAP)
    return re.compile(rf"\b{places}{officials}")


@cache
def _place_heads() -> frozenset[str]:
    """The first words of the listed places."""
    return heads(lists.place_names())


def _trimmed(text: str, span: Span) -> Span:
    """A span without a leading article, possessive or bare adjective of the sentence."""
    lead = LEAD.match(text, *span)
    return (lead.end() if lead else span[0]), span[1]


def _agency_name(words: str) -> str:
    """Printed words as a name: plain spaces, straight apostrophes, capitals on the office."""
    words = " ".join(words.replace("’", "'").split())
    return OFFICE_WORD.sub(lambda match: match.group().capitalize(), words)


def _add_acronyms(text: str, kept: dict[Span, Body]) -> None:
    """Let letters printed in brackets after a name stand for it from there on."""
    cover = Cover(kept)
    letters: dict[str, Body] = {}
    for span in sorted(kept):
        match = ACRONYM.match(text, span[1])
        if match and match[1] not in lists.agency_names():
            letters.setdefault(match[1], kept[span])
    if not letters:
        return
    for match in re.finditer(rf"\b{lists.any_of(letters)}\b", text):
        if cover.add(match.span()):
            known = letters[match.group()]
            kept[match.span()] = Body(match.span(), "acronym", known.name, known.type)


MOST_NAMES = 400  # a text with more is no article, and comparing all would take too long


def _unified(kept: dict[Span, Body]) -> Iterator[Body]:
    """Mentions in order; "the mayor's office" takes the one longer name that ends with it."""
    names = {body.name for body in kept.values()}
    for span in sorted(kept):
        body = kept[span]
        if body.rule in ("office", "head-noun") and len(names) < MOST_NAMES:
            tail = " " + body.name.lower()
            longer = [name for name in names if name.lower().endswith(tail)]
            if len(longer) == 1 and body.name[0].isalpha():
                body = Body(span, body.rule, longer[0], body.type)
        yield body
