"""States, counties and cities named in a text, with a value where the words tell which one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extraction.lexicon import lists
from extraction.names.agencies import bodies_of
from extraction.names.body_words import HEAD_ENDS
from extraction.names.people import mentions_of
from extraction.names.person_words import ORGANIZATION_ENDS
from extraction.text.candidates import Candidate, Span
from extraction.text.capitals import CAP, GAP
from extraction.text.document import Document, heads, matches, near
from extraction.text.months import MONTH, WEEKDAY
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.spans import Cover, longest, proposal

COUNTY_WORD = re.compile("County|Parish|Borough")
COUNTY = re.compile(
    rf"\b(?:(?:Ste?\.|Ft\.|Mt\.){GAP})?(?:{CAP}{GAP}){{1,3}}(?:County|Parish|"
    rf"Borough)\b(?!{GAP}(?:Fair|Road))"
)
_KIND = (
    r"\b(?:[Cc]ommonwealth|[Cc]ity|[Tt]own(?:ship)?|[Cc]ounty|[Ss]tate|[Vv]illage|[Bb]orough)"
    r"(?: and [Cc]ounty)? "
)
OF = re.compile(rf"{_KIND}[Oo]f{GAP}(?P<name>{CAP}(?:{GAP}{CAP}){{0,2}})")
OF_NAME, KIND_BEFORE = re.compile(rf"[Oo]f{GAP}[A-Z]"), re.compile(rf"{_KIND}$")
NO_PLACE = rf"(?!(?:{WEEKDAY}|{MONTH}|[A-Z]+|{'|'.join(sorted(HEAD_ENDS))})\b)"
"""What looks like the name of a place and is none: a day, letters, the Division."""
ACTING = re.compile(
    rf"(?<=[a-z,;] ){NO_PLACE}(?P<name>{CAP}(?:{GAP}{CAP}){{0,2}})(?:{GAP}"
    r"(?:(?:has|have|had|is|was)(?: not|n[’']t)? "
    r"(?:complied|refused|declined|responded|answered|balked|sued|understood|asked for more|"
    r"been (?:served|subpoenaed)|(?:also )?(?:served|subpoenaed))|"
    r"(?:complied|refused|balked|sued|told (?:ICE|the feds|the agents|agents)|handed|turned over|"
    r"(?:gave|sent|told) ICE|got (?:an?|its|the|one)|received (?:an?|its|the) subpoena))\b|"
    r"[’']s (?:(?:city|town|county|village) )?(?:council|mayor|clerk|manager|solicitor|selectmen|"
    r"police chief|police|school board|schools|city hall|commissioners|aldermen)\b)"
)
"""A place that is named for its government: that Quill Bay has complied, Quill Bay's mayor."""
CAPITALS_BEFORE = re.compile(
    rf"(?<![\w’'.-])(?P<words>(?:(?!(?:{WEEKDAY}|{MONTH}|[A-Z]+)\b){CAP}{GAP}){{1,4}})$"
)
"""Words with capitals right before a name, to which they belong."""
REACH, MOST_WORDS = 60, 3
CAMP = re.compile(rf"\b(?:Camp|Fort|Lake|Mount|Joint{GAP}Base|Hotel|Rio)(?:{GAP}[A-Z]\w+)?{GAP}$")
"""Words that make the name of a state a part of another name: Camp East Montana."""
AMBIGUOUS = frozenset({"New York", "Washington"})
PLACE_CUE = re.compile(rf"\b(?:in|from|near|to|at|of|across|around|outside|throughout){GAP}$")


def jurisdictions(text: str | Document, regions: Sequence[Region] = ()) -> list[Candidate]:
    """States, counties and cities; value is `us-co` or `us-co-denver` where the words tell."""
    document = Document.of(text, regions)
    kind_at = reading(document.regions, ARTICLE)
    people = Cover(mention.span for mention in document.once(mentions_of))
    bodies = {body.span: body for body in document.once(bodies_of)}
    cover = Cover(bodies)
    found = []
    for span, rule, attributes, value in _places(document):
        region = kind_at(span[0])
        inside = cover.covering(*span)
        if not region or (rule != "of-place" and people.covering(*span)):
            continue
        if rule == "acting-place" and inside:
            continue
        if inside and inside != span and bodies[inside].type in ("news", "federal", "organization"):
            continue
        rule = "within-agency-name" if inside else rule
        found.append(proposal("jurisdiction", span, rule, region, value, attributes=attributes))
    return found


def _places(document: Document) -> Iterator[tuple[Span, str, dict[str, str], str | None]]:
    """Span, rule, attributes and value of every place, the longest reading of each."""
    text = document.evened
    found: dict[Span, tuple[str, dict[str, str], str | None]] = {}
    pattern, state_behind = _city_state()
    commas = (comma.start() for comma in state_behind.finditer(text))
    for match in matches(pattern, text, near(document.capitals, commas)):
        state = lists.states()[" ".join(match["state"].split())]
        found[match.span()] = _place("city-state", match["city"], "city", state)
    counties = (county.start() for county in COUNTY_WORD.finditer(text))
    for match in matches(COUNTY, text, near(document.runs, counties)):
        found[match.span()] = _place("county", match.group(), "county", "")
    for match in matches(ACTING, text, document.capitals):
        if span := _whole_name(text, match.span("name")):
            found[span] = _place("acting-place", text[slice(*span)], "place", "")
    for match in matches(OF, text, _kinds(text)):
        found[match.span()] = _of_place(match)
    pattern, first = _place_list()
    for match in matches(pattern, text, document.starting(first)):
        listed = _listed_place(text, match)
        if listed:
            found[match.span()] = listed
    return ((span, *found[span]) for span in longest(found))


def _kinds(text: str) -> Iterator[int]:
    """Where the kind of a place begins that stands before `of` and a capital."""
    for of in OF_NAME.finditer(text):
        if kind := KIND_BEFORE.search(text, max(0, of.start() - REACH), of.start()):
            yield kind.start()


def _whole_name(text: str, span: Span) -> Span | None:
    """A name with the capitals before it, as of Mount Pleasant; null where that is no place."""
    before = CAPITALS_BEFORE.search(text, max(0, span[0] - REACH), span[0])
    whole = before.start("words") if before else span[0], span[1]
    words = text[slice(*whole)].split()
    is_place = len(words) <= MOST_WORDS and words[-1] not in ORGANIZATION_ENDS | HEAD_ENDS
    return whole if is_place else None


@cache
def _city_state() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A city followed by its state; and what stands behind the city."""
    behind = rf",{GAP}(?P<state>{lists.any_of(lists.states())})(?!\w)"
    return re.compile(rf"\b(?P<city>{CAP}(?:{GAP}{CAP}){{0,2}}){behind}"), re.compile(behind)


@cache
def _place_list() -> tuple[re.Pattern[str], frozenset[str]]:
    """A listed city or state by its full name; and the first words of the names."""
    names = lists.place_names()
    return re.compile(rf"(?<![\w-])(?=[A-Zt]){lists.any_of(names)}(?![\w]|-[a-z])"), heads(names)


def _listed_place(text: str, match: re.Match[str]) -> tuple[str, dict[str, str], str | None] | None:
    """What a listed name says of itself; a name of several cities needs a preposition before it."""
    name = " ".join(match.group().split())
    if CAMP.search(text, max(0, match.start() - 40), match.start()):
        return None
    if name in AMBIGUOUS:
        attributes = {"entity": name, "kind": "state_or_city"}
        after = text[match.end() : match.end() + 7]
        if name == "New York" and re.match(rf"{GAP}[Ss]tate\b", after):
            attributes["kind"] = "state"
        return "place-list", attributes, None
    if name in lists.cities():
        state = lists.cities()[name]
        if state or PLACE_CUE.search(text[max(0, match.start() - 12) : match.start()]):
            return _place("place-list", name, "city", state)
        return None
    return _place("place-list", name, "state", lists.states()[name])


def _of_place(match: re.Match[str]) -> tuple[str, dict[str, str], str | None]:
    """What "the city of Denver" says."""
    kind = match.group().split()[0].lower()
    name = " ".join(match["name"].split()).removesuffix("'s").removesuffix("’s")
    codes = lists.states() if kind == "state" else lists.cities()
    return _place("of-place", name, kind, codes.get(name, ""))


def _place(rule: str, name: str, kind: str, state: str) -> tuple[str, dict[str, str], str | None]:
    """Rule, attributes and value of a place in a state, which may be unknown."""
    name = {"NYC": "New York City", "D.C.": "Washington, D.C."}.get(name, " ".join(name.split()))
    attributes = {"entity": name, "kind": kind}
    if not state:
        return rule, attributes, None
    attributes["state"] = state
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    value = f"us-{state.lower()}" + (f"-{slug}" if kind != "state" else "")
    return rule, attributes, value
