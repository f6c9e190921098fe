"""Persons, public bodies and places named in a text, each mention with the name it stands for.

Lists and patterns lead; nothing is guessed from capitals alone. A person is taken by a given name,
a title, an age, a role or a verb of speech beside the name; from then on the surname alone is
enough. Every mention carries `entity`, the fullest printed name shared by its mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from . import lexicon
from .candidates import Candidate, Span
from .regions import ARTICLE, Region, reading
from .spans import Cover, longest, proposal

PERSON_READS = ARTICLE | {"caption"}
TITLE_CASED = frozenset({"headline", "deck"})
"""Regions where capitals say nothing, so that only lists and known surnames are trusted."""

SMALL = (
    r"(?:The|A|An|And|But|Or|If|In|On|At|As|By|For|From|When|While|After|Before|Since|With|Under|"
    r"Although|Because|That|This|These|Those|Both|Our|Their|His|Her|Its|Last|Each|Every|Like|Then|"
    r"Now|Still|Meanwhile|However|Also|Some|Many|Most|Two|Three|Four|Five|Of|To|Not|No|So|Yet|"
    r"What|Who|Why|How|Where|It|He|She|We|They|You|There|Former|Acting|Inside|Earlier|Later|Just)"
)
CAP = rf"(?!{SMALL}\b)[A-Z][\w&.’'-]{{0,40}}\w"
GAP = r"[^\S\n]"  # a space of any kind, but no new line

# --- Agencies ---------------------------------------------------------------------------------

HEADS = (
    r"(?:(?:Metropolitan |State |County |City )?Police (?:Department|Dept\.|Bureau|Commission)"
    r"|Sheriff(?:['’]s)? (?:Office|Department|Dept\.)"
    r"|(?:District|City|County|State|U\.S\.|United States|Commonwealth['’]s|State['’]s) "
    r"Attorney(?:['’]s)? Office|Attorney General['’]s Office|(?:Mayor|Governor)['’]s Office"
    r"|Public Defender['’]s Office|Justice Center|(?:Detention|Correctional|Processing) "
    r"(?:Center|Facility|Institution)|Correction(?:s|al)? Department|(?:County|City) Jail"
    r"|(?:City|County|Town) Council|Board of Supervisors|(?:State )?Legislature|General Assembly"
    r"|State (?:Senate|Assembly|House)|(?:District|Circuit|Superior|Appeals|Immigration|Supreme) Court"
    r"|Court of Appeals|(?:Health|Fire|Probation|Parole|Labor|Sheriff|Safety|Motor Vehicle) "
    r"(?:Department|Division|Office)|Department|Bureau of [A-Z]\w+|Field Office)"
)
DEPARTMENT = (
    rf"(?:{CAP}{GAP}){{0,4}}(?:Department|Dept\.|Division|Office|Bureau|Board|Commission){GAP}of{GAP}"
    rf"(?:the{GAP})?{CAP}(?:{GAP}{CAP}){{0,3}}(?:{GAP}and{GAP}{CAP}(?:{GAP}{CAP})?)?"
)
OFFICE = (
    r"(?:mayor|governor|sheriff|city attorney|district attorney|county attorney|U\.S\. attorney|"
    r"state attorney general|attorney general|public defender|county executive|county clerk)['’]s"
    r" (?:office|department)|(?:police|sheriff['’]s?|corrections?) department|sheriff['’]s office"
)
PAPERS = (
    r"(?:Times|Post|Examiner|Journal|Tribune|Herald|Chronicle|Gazette|Caller|News|Press|Globe|"
    r"Sentinel|Register|Dispatch|Observer|Inquirer|Headlines|Magazine|Radio|Daily|Beast|Westword|"
    r"Mirror|Review|Telegraph|Guardian|Independent|Intercept|Reporter|Sun-Times|Star-Ledger)"
)
AGENCY_PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("department-of", "government", re.compile(rf"\b{DEPARTMENT}")),
    (
        "head-noun",
        "government",
        re.compile(rf"\b(?:{CAP}{GAP}){{1,5}}{HEADS}(?![\w’'])".replace(" ", GAP)),
    ),
    ("office", "local", re.compile(rf"\b(?:{CAP}{GAP}){{0,3}}(?i:{OFFICE})\b".replace(" ", GAP))),
    (
        "newspaper",
        "news",
        re.compile(
            rf"\b(?:The{GAP})?(?:{CAP}{GAP}){{1,3}}{PAPERS}(?:{GAP}(?:Foundation|Service))?\b"
            rf"(?!{GAP}(?:[Ss]ecretary|[Cc]onference|[Oo]ffice))"
        ),
    ),
    (
        "broadcaster",
        "news",
        re.compile(
            rf"\b(?:CBS|NBC|ABC|FOX|Fox|PBS|CW)(?:{GAP}News|{GAP}?\d{{1,2}})?"
            rf"(?:{GAP}(?:New York|Los Angeles|{CAP}))?\b|\b[KW][A-Z]{{2,3}}-(?:TV|FM|AM)\b"
        ),
    ),
)
COLLECTIVE = r"(?:law enforcement|authorities|officials|police|prosecutors|city officials)"
ACRONYM = re.compile(r"\s?\((?:the )?[“\"]?([A-Z][A-Z&.]{1,9})[”\"]?\)")
NEVER_AGENCY = re.compile(r"(?i:(?:in|at|the) the|world series)")


@dataclass(frozen=True, slots=True)
class Body:
    """One mention of an agency: where, by which rule, what it is called and what it is."""

    span: Span
    rule: str
    name: str
    type: str


def agencies(text: str, regions: Sequence[Region]) -> list[Candidate]:
    """Public bodies, and organisations that speak, such as news agencies."""
    kind_at = reading(regions, ARTICLE)
    found = []
    for body in _bodies(text):
        region = kind_at(body.span[0])
        if region and not (region in TITLE_CASED and body.rule not in ("list", "acronym")):
            attributes = {"entity": body.name, "type": body.type}
            found.append(
                proposal("agency", body.span, body.rule, region, body.name, attributes=attributes)
            )
    return found


@lru_cache(maxsize=4)
def _bodies(text: str) -> tuple[Body, ...]:
    """All mentions of agencies in a text, the longest reading where several overlap."""
    found: dict[Span, Body] = {}
    for body in _listed(text):
        found[body.span] = body
    for rule, kind, pattern in AGENCY_PATTERNS:
        for match in pattern.finditer(text):
            span = _trimmed(text, match.span())
            if span not in found and not NEVER_AGENCY.match(text[slice(*span)]):
                found[span] = Body(span, rule, _agency_name(text[slice(*span)]), kind)
    for match in _collectives().finditer(text):
        name = _agency_name(match.group())
        found.setdefault(match.span(), Body(match.span(), "collective", name, "local"))
    kept = {span: found[span] for span in longest(found)}
    _add_acronyms(text, kept)
    return tuple(_unified(kept))


def _listed(text: str) -> Iterator[Body]:
    """Agencies of the list; `Congress` and the like only where they stand alone."""
    for match in _list_pattern().finditer(text):
        form = " ".join(match.group().replace("’", "'").split())
        name = lexicon.agency_names()[form]
        yield Body(match.span(), "list", name, lexicon.agency_types()[name])


@cache
def _list_pattern() -> re.Pattern[str]:
    """Any printed form of a listed agency, as a whole word."""
    return re.compile(
        rf"(?<![\w@#-])(?=[A-Z]){lexicon.any_of(lexicon.agency_names())}(?![\w-]|\.\w)"
    )


@cache
def _collectives() -> re.Pattern[str]:
    """The officials or police of a listed place."""
    places = lexicon.any_of([*lexicon.cities(), *lexicon.table("places")["states"].values()])
    return re.compile(
        rf"\b{places}(?:{GAP}(?:City|County|State))?{GAP}{COLLECTIVE}\b".replace(" ", GAP)
    )


def _trimmed(text: str, span: Span) -> Span:
    """A span without a leading article, possessive or bare adjective of the sentence."""
    lead = re.match(rf"(?:(?:The|the|Former|Acting|Then){GAP})+", text[slice(*span)])
    return (span[0] + lead.end() if lead else span[0]), span[1]


def _agency_name(words: str) -> str:
    """Printed words as a name: plain spaces, straight apostrophes, capitals on the office."""
    words = " ".join(words.replace("’", "'").split())
    small = r"\b(?:mayor|governor|sheriff|police|corrections?|city|district|county|state|attorney|general|public|defender)"
    words = re.sub(rf"{small}(?=[' ])", lambda m: m.group().capitalize(), words)
    return re.sub(r"\b(?:office|department)$", lambda m: m.group().capitalize(), words)


def _add_acronyms(text: str, kept: dict[Span, Body]) -> None:
    """Let letters printed in brackets after a name stand for it from there on."""
    cover = Cover(kept)
    letters: dict[str, Body] = {}
    for span in sorted(kept):
        match = ACRONYM.match(text, span[1])
        if match and match[1] not in lexicon.agency_names():
            letters.setdefault(match[1], kept[span])
    if not letters:
        return
    for match in re.finditer(rf"\b{lexicon.any_of(letters)}\b", text):
        if cover.add(match.span()):
            known = letters[match.group()]
            kept[match.span()] = Body(match.span(), "acronym", known.name, known.type)


def _unified(kept: dict[Span, Body]) -> Iterator[Body]:
    """Mentions in order; "the mayor's office" takes the one longer name that ends with it."""
    names = {body.name for body in kept.values()}
    longer = (
        {
            name: [
                other
                for other in names
                if other != name and other.lower().endswith(" " + name.lower())
            ]
            for name in names
            if name[0].isalpha()
        }
        if len(names) < 400
        else {}
    )  # more is no article, and comparing all would take too long
    for span in sorted(kept):
        body = kept[span]
        one = longer.get(body.name, [])
        if body.rule in ("office", "head-noun") and len(one) == 1:
            body = Body(span, body.rule, one[0], body.type)
        yield body


# --- Jurisdictions ----------------------------------------------------------------------------

COUNTY = re.compile(rf"\b(?:{CAP}{GAP}){{1,3}}(?:County|Parish|Borough)\b(?!{GAP}(?:Fair|Road))")
OF = re.compile(
    rf"\b(?:[Cc]ity|[Tt]own|[Cc]ounty|[Ss]tate|[Vv]illage)(?: and [Cc]ounty)? of{GAP}(?P<name>{CAP}(?:{GAP}{CAP}){{0,2}})"
)
AMBIGUOUS = frozenset({"New York", "Washington"})
PLACE_CUE = re.compile(rf"\b(?:in|from|near|to|at|of|across|around|outside|throughout){GAP}$")


def jurisdictions(text: str, regions: Sequence[Region]) -> list[Candidate]:
    """States, counties and cities; value is `us-co` or `us-co-denver` where the words tell."""
    kind_at = reading(regions, ARTICLE)
    people = Cover(mention.span for mention in _people(text, regions))
    bodies = {body.span: body for body in _bodies(text)}
    cover = Cover(bodies)
    found = []
    for span, rule, attributes, value in _places(text):
        region = kind_at(span[0])
        inside = cover.covering(*span)
        if not region or people.covering(*span):
            continue
        if inside and inside != span and bodies[inside].type in ("news", "federal", "organisation"):
            continue
        rule = "within-agency-name" if inside else rule
        found.append(proposal("jurisdiction", span, rule, region, value, attributes=attributes))
    return found


@lru_cache(maxsize=4)
def _places(text: str) -> tuple[tuple[Span, str, dict[str, str], str | None], ...]:
    """Span, rule, attributes and value of every place, the longest reading of each."""
    found: dict[Span, tuple[str, dict[str, str], str | None]] = {}
    for match in _city_state().finditer(text):
        state = lexicon.states()[" ".join(match["state"].split())]
        found[match.span()] = _place("city-state", match["city"], "city", state)
    for match in COUNTY.finditer(text):
        found[match.span()] = _place("county", match.group(), "county", "")
    for match in OF.finditer(text):
        found[match.span()] = _of_place(match)
    for match in _place_list().finditer(text):
        listed = _listed_place(text, match)
        if listed:
            found[match.span()] = listed
    return tuple((span, *found[span]) for span in longest(found))


@cache
def _city_state() -> re.Pattern[str]:
    """A city followed by its state."""
    state = lexicon.any_of(lexicon.states())
    return re.compile(rf"\b(?P<city>{CAP}(?:{GAP}{CAP}){{0,2}}),{GAP}(?P<state>{state})(?!\w)")


@cache
def _place_list() -> re.Pattern[str]:
    """A listed city or state by its full name."""
    names = [*lexicon.cities(), *lexicon.table("places")["states"].values()]
    return re.compile(rf"(?<![\w-])(?=[A-Zt]){lexicon.any_of(names)}(?![\w]|-[a-z])")


def _listed_place(text: str, match: re.Match[str]) -> tuple[str, dict[str, str], str | None] | None:
    """What a listed name says of itself; a name of several cities needs a preposition before it."""
    name = " ".join(match.group().split())
    if name in AMBIGUOUS:
        attributes = {"entity": name, "kind": "state_or_city"}
        if name == "New York" and re.match(
            rf"{GAP}[Ss]tate\b", text[match.end() : match.end() + 7]
        ):
            attributes["kind"] = "state"
        return "place-list", attributes, None
    if name in lexicon.cities():
        state = lexicon.cities()[name]
        if state or PLACE_CUE.search(text[max(0, match.start() - 12) : match.start()]):
            return _place("place-list", name, "city", state)
        return None
    return _place("place-list", name, "state", lexicon.states()[name])


def _of_place(match: re.Match[str]) -> tuple[str, dict[str, str], str | None]:
    """What "the city of Denver" says."""
    kind = match.group().split()[0].lower()
    name = " ".join(match["name"].split()).removesuffix("'s").removesuffix("’s")
    codes = lexicon.states() if kind == "state" else lexicon.cities()
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


# --- Persons ----------------------------------------------------------------------------------

TITLES = (
    r"(?:President(?:-elect)?|Vice President|Gov\.|Governor|Lt\. Gov\.|Mayor|Sen\.|Senator|Rep\.|"
    r"Congress(?:man|woman)|Representative|Attorney General|Secretary(?: of State)?|Director|"
    r"Commissioner|Superintendent|Judge|Justice|Chief Justice|Magistrate|Sheriff|Undersheriff|Chief|"
    r"Police Chief|Officer|Detective|Det\.|Sgt\.|Sergeant|Lieutenant|Lt\.|Capt\.|Captain|Cpl\.|"
    r"Deputy|Agent|Special Agent|Gen\.|General|Col\.|Maj\.|Adm\.|Speaker|Chairman|Chairwoman|Chair|"
    r"Councilman|Councilwoman|Councilmember|Supervisor|Assemblyman|Assemblywoman|Assemblymember|"
    r"Spokes(?:man|woman|person)|District Attorney|City Attorney|County Executive|Prime Minister|"
    r"Minister|Ambassador|King|Queen|Prince|Princess|Pope|Rev\.|Father|Bishop|Archbishop|Cardinal|"
    r"Rabbi|Imam|Pastor|Mr\.|Mrs\.|Ms\.|Miss|Dr\.|Prof\.|Professor|Administrator|Administrator)"
)
ROLES = (
    r"(?:spokes(?:man|woman|person)|director|secretary|attorney|lawyer|representative|commissioner|"
    r"sheriff|chief|mayor|judge|officer|agent|candidate|nominee|senator|governor|president|victim|"
    r"suspect|defendant|activist|strategist|pollster|analyst|reporter|columnist|anchor|host|manager|"
    r"chairman|chairwoman|adviser|advisor|aide|professor|economist|author|actor|actress|singer)"
)
TITLE_WORD = re.compile(
    rf"(?i:\b(?:{TITLES}|{ROLES}|executive|deputy|counsel|head|leader|member|CEO)(?!\w))"
)
PERSON_NOUN = (
    rf"(?:{ROLES}|national|citizen|immigrant|alien|man|woman|resident|director|executive|deputy|"
    r"counsel|prosecutor|organizer|member|head|leader|expert|scholar|fellow|who\b|whose\b|"
    r"student|teacher|veteran|owner|founder|CEO|mother|father|wife|husband|son|daughter|widow)"
)
SPEECH = (
    r"(?:said|says|told|added|wrote|explained|continued|noted|tweeted|argued|asked|replied|stated|"
    r"testified|insisted|claimed|warned|announced|declared|recalled|commented|complained|joked)"
)
PARTICLE = (
    r"(?:de la|de los|del|de|De|van der|van|Van|von|Von|der|bin|bint|ibn|al|el|da|di|du|la|Le|St\.)"
)
NAME_WORD = (
    r"(?:[A-Z]\.|(?=[A-Z][\w'’-])[A-Z][a-zà-öø-ÿ]{0,30}"
    r"(?:['’-][A-Z]?[a-zà-öø-ÿ]{1,30}|[A-Z][a-zà-öø-ÿ]{1,30}){0,4}(?<![’'][a-z]))"
)
RUN = re.compile(
    rf"(?<![\w’'@#.-])(?P<title>{TITLES}{GAP})?(?P<name>(?:{PARTICLE}{GAP})?{NAME_WORD}"
    rf"(?:{GAP}(?:(?:{PARTICLE}|[“\"'’]{NAME_WORD}[”\"’']){GAP})?{NAME_WORD}){{0,4}}"
    rf"(?:,?{GAP}(?:Jr|Sr)\.|{GAP}(?:II|III|IV)\b)?)(?![\w-])"
)
NOT_NAMES = frozenset(
    """Press News Post Times Caller Foundation County City State States United House White Senate
    Congress Court Supreme Department Office Center Police Party Street Avenue Road Park University
    College School Institute Association Union Council Committee Commission Board Bureau Agency
    Service Services Act Law Bill Code Order Day Week Month January February March April May June
    July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday North South East West New York Washington America American Americans Republican
    Republicans Democrat Democrats Democratic Christmas Island Beach River Mountain Lake Bay Hill
    Tower Hotel Airport Hospital Church Bank Street Wall Facebook Twitter Google Apple Fox National
    International Federal Justice Homeland Security Immigration Customs Enforcement Border Patrol
    Campaign Administration Group Company Corp Inc Radio Show Morning Daily Tonight World War Cold
    Secret Intelligence Sanctuary Illegal Alien Aliens Jail Prison Airlines Museum Library Theater
    Stadium Super Bowl League Cup Games Award Awards Data Project Initiative Fund Trust The This That
    Central Asian African Muslim Christian Jewish Catholic Black Latino Hispanic Chief General
    Attorney Secretary Director Deputy Acting Former Executive Associate Assistant Officer Spokesman
    Spokeswoman Spokesperson Mayor Governor Sheriff President Vice Senator Judge Representative Rep
    Sen Gov Mr Mrs Ms Dr Related Image Images Photo Sources Category Categories Tea Green Libertarian
    When While After Before And But With From For Not Was Were Has Had Have Will Would According
    God Lord Bible Constitution Amendment Capitol Hill Oval Rose Garden Air Force Army Navy Marine
    Marines Corps Guard Medicare Medicaid Obamacare English Spanish French German Russian Chinese
    Assembly Islands Qaeda Now Today Election Mexican Mexico Texas California Colorado Florida Arizona Virginia Carolina Jersey Hampshire
    Dakota Vegas Francisco Angeles Diego Antonio Orleans Denver Chicago Boston Street""".split()
)
FIRST_WORD_TRAPS = frozenset(
    """May April June August Will Mark Grace Joy Rose Hope Christian Dean Drew Chase Grant Rush Wade
    Madison Austin Charlotte Jackson Lincoln Jordan Chelsea Brooke Dale Glen Guy Gene Miles Page Sandy
    Jesus Angel Florence Israel Art Bill Sue Pat Don Don't Clinton Franklin Jefferson Carter""".split()
)
"""Given names that are words, places or surnames too: they need more than a word after them."""
MIDDLE = re.compile(r"[A-Z]\.$|[“\"'’]")
SUFFIX = re.compile(r",?\s(?:Jr\.?|Sr\.?|II|III|IV)$")


@dataclass(slots=True)
class Person:
    """Somebody named in full somewhere in a text."""

    given: str
    surname: str
    name: str
    starts: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person."""

    span: Span
    rule: str
    entity: str
    region: str
    title: Span | None = None
    ambiguous: bool = False


def persons(text: str, regions: Sequence[Region]) -> list[Candidate]:
    """Persons, each mention with the fullest printed name of its person as `entity`."""
    cover = Cover(body.span for body in _bodies(text))
    found = []
    for mention in _people(text, regions):
        parts = {}
        after = _title_after(text, mention.span[1])
        if mention.title or after:
            said = mention.title or after
            is_title = bool(mention.title) or bool(TITLE_WORD.search(text[slice(*said)]))
            parts["title" if is_title else "description"] = said
        affiliation = _affiliation(text, mention.span[1], cover)
        if affiliation:
            parts["affiliation"] = affiliation
        attributes = {"entity": mention.entity} | (
            {"ambiguous": "true"} if mention.ambiguous else {}
        )
        found.append(
            proposal(
                "person",
                mention.span,
                mention.rule,
                mention.region,
                mention.entity,
                parts,
                attributes,
            )
        )
    return found


def _people(text: str, regions: Sequence[Region]) -> tuple[Mention, ...]:
    """All mentions of persons, in order."""
    return _people_of(text, tuple(regions))


@lru_cache(maxsize=4)
def _people_of(text: str, regions: tuple[Region, ...]) -> tuple[Mention, ...]:
    """All mentions: names in full first, then titles with a surname, then surnames alone."""
    kind_at = reading(regions, PERSON_READS)
    taken = Cover(body.span for body in _bodies(text))
    full, titled = [], []
    for match in RUN.finditer(text):
        region = kind_at(match.start("name"))
        if region:
            for kind, span, rule, title in _names_in(text, match, region):
                if not taken.covering(*span):
                    (full if kind == "full" else titled).append((span, rule, title, region))
    people = _gather(text, [span for span, *_ in full])
    mentions = [
        Mention(span, rule, _find_person(people, text[slice(*span)], span[0])[0], region, title)
        for span, rule, title, region in full
        if taken.add(span)
    ]
    mentions += _titled(text, titled, people, taken)
    mentions += _surnames(text, people, taken, kind_at)
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _names_in(
    text: str, match: re.Match[str], region: str
) -> Iterator[tuple[str, Span, str, Span | None]]:
    """The name inside a run of capitals: in full, or a surname behind a title."""
    words = [
        (m.start() + match.start("name"), m.end() + match.start("name"))
        for m in re.finditer(r"\S+", match["name"])
    ]
    title = match.span("title") if match["title"] else None
    if title:
        title = (title[0], title[1] - 1)
    elif len(words) > 1 and re.fullmatch(SMALL, text[slice(*words[0])]):
        words = words[1:]  # "Later Omar Vasquez": the capital is the sentence's
    first = next((i for i, word in enumerate(words) if _opens_name(text, words, i)), None)
    if first is not None and region not in TITLE_CASED:
        last = _last_name_word(text, words, first)
        if last > first:
            before = _title_before(text, words, first, title)
            yield "full", (words[first][0], words[last][1]), "full-name", before
            return
    good = all(text[s:e].strip(".,") not in NOT_NAMES for s, e in words)
    span = (words[0][0], words[-1][1])
    if " ".join(match["name"].split()) in _place_names():
        return
    if not title and re.fullmatch(PARTICLE, text[slice(*words[0])]):
        return  # "De Blasio" alone is a surname, known only from a fuller name
    if not good or region in TITLE_CASED and not title or len(words) > 4:
        return
    if title:
        yield ("full" if len(words) > 1 else "titled"), span, "title-name", title
    elif len(words) > 1 and (rule := _beside(text, span)):
        yield "full", span, rule, None


@cache
def _place_names() -> frozenset[str]:
    """Names of countries, states and cities, which are not taken for persons."""
    return (
        frozenset(lexicon.nations()[2]) | frozenset(lexicon.cities()) | frozenset(lexicon.states())
    )


def _opens_name(text: str, words: list[Span], index: int) -> bool:
    """Is a word of the run a given name with a surname behind it?"""
    if index + 1 >= len(words):
        return False
    word, after = text[slice(*words[index])], text[slice(*words[index + 1])]
    if word not in lexicon.given_names() or after.strip(".,") in NOT_NAMES:
        return False
    if word in FIRST_WORD_TRAPS and after in lexicon.given_names() and index + 2 < len(words):
        return False  # "Clinton Bill Smith" does not occur; "Mayor Carter John Smith" neither
    return not (
        word in FIRST_WORD_TRAPS and index == 0 and _starts_sentence(text, words[0][0])
    ) or (after in lexicon.given_names() or len(after) > 3)


def _last_name_word(text: str, words: list[Span], first: int) -> int:
    """Index of the last word that belongs to the name which begins at `first`."""
    last = first
    for index in range(first + 1, min(len(words), first + 5)):
        if text[slice(*words[index])].strip(".,") in NOT_NAMES:
            break
        last = index
    while last > first and MIDDLE.match(text[slice(*words[last])]):
        last -= 1
    return last


def _title_before(text: str, words: list[Span], first: int, title: Span | None) -> Span | None:
    """What stands before the name in the run or before the run, where it is a title."""
    start = title[0] if title else words[0][0]
    lead = TITLE_LEAD.search(text[max(0, start - 90) : words[first][0]])
    if not lead or not lead.group().strip():
        return None
    base = max(0, start - 90) + lead.start("title")
    idle = re.match(r"(?:(?:and|for|of|the)\s)+", lead["title"])
    return base + (idle.end() if idle else 0), base + len(lead["title"])


TITLE_LEAD = re.compile(
    rf"(?P<title>(?:(?:[Ff]ormer|[Aa]cting|[Tt]hen-?|[Ff]ailed|[Dd]eputy|[Rr]etired|[Ii]nterim){GAP}?)*"
    rf"(?:(?:{CAP}|and|for|of|the|presidential|vice){GAP}){{0,5}}(?i:(?:{TITLES}|{ROLES})))[ ]$"
)


def _beside(text: str, span: Span) -> str | None:
    """The rule by which what stands beside a run shows it to be a person, or None."""
    after, before = text[span[1] : span[1] + 90], text[max(0, span[0] - 40) : span[0]]
    if re.match(r",? (?:aged )?\d{2}(?:,|\.|;| ?\))", after):
        return "name-age"
    if re.match(
        rf", (?:(?:an?|the|who|whose|acting|[A-Z]{{2,5}})\b)[^.“”\"]{{0,60}}?\b{PERSON_NOUN}", after
    ):
        return "name-apposition"
    if re.search(rf"\b{ROLES} $", before):
        return "role-name"
    if re.match(rf" {SPEECH}\b(?! in a statement to itself)", after) or re.search(
        rf"[”\"'’] ?,? ?{SPEECH} $", before
    ):
        return "speech-name"
    return None


def _starts_sentence(text: str, position: int) -> bool:
    """Does a sentence or line begin at a position?"""
    return not re.search(r"[\w,;:)’'-]\s$", text[max(0, position - 2) : position])


def _split(name: str) -> tuple[str, str]:
    """Given name and surname of a full name, the surname in lower case with its particle."""
    words = re.sub(r"\s+", " ", SUFFIX.sub("", name)).split(" ")
    match = re.search(rf"(?:{PARTICLE} )?\S+$", " ".join(words[1:]) or words[0])
    return words[0], (match.group() if match else words[-1]).lower()


def _gather(text: str, spans: Iterable[Span]) -> dict[str, list[Person]]:
    """Persons by surname; two given names are one person when one may be short for the other."""
    people: dict[str, list[Person]] = {}
    for span in spans:
        name = " ".join(text[slice(*span)].split())
        given, surname = _split(name)
        for person in people.setdefault(surname, []):
            if _same_given(given, person.given):
                person.starts.append(span[0])
                if len(name) > len(person.name):
                    person.name = name
                break
        else:
            people[surname].append(Person(given, surname, name, [span[0]]))
    return people


def _same_given(one: str, other: str) -> bool:
    """May two given names belong to one person?"""
    if one == other or one.rstrip(".") == other[:1] or other.rstrip(".") == one[:1]:
        return True
    return bool(lexicon.full_forms(one) & lexicon.full_forms(other))


def _find_person(people: dict[str, list[Person]], name: str, position: int) -> tuple[str, bool]:
    """Entity of a name, and whether several persons could be meant.

    Of several with the same surname, the one last named in full before the position is taken.
    """
    name = " ".join(name.split())
    given, surname = _split(name)
    known = people.get(surname, [])
    if " " in name and surname != name.lower():
        exact = [person for person in known if _same_given(given, person.given)]
        if exact:
            return exact[0].name, False
    if not known:
        return name, False
    nearest = max(known, key=lambda p: (_last_before(p.starts, position), -p.starts[0]))
    return nearest.name, len(known) > 1


def _find_surname(people: dict[str, list[Person]], name: str, position: int) -> tuple[str, bool]:
    """Entity of a surname, which may have a particle or be the two last words of a name."""
    surname = " ".join(name.lower().split())
    last = surname.split()[-1]
    known = people.get(surname) or [
        person for person in people.get(last, []) if person.name.lower().endswith(" " + surname)
    ]
    return _find_person({surname.split()[-1]: known}, last, position) if known else (name, False)


def _last_before(starts: list[int], position: int) -> int:
    """The last of some sorted positions that is before another; -1 where none is."""
    index = bisect_left(starts, position)
    return starts[index - 1] if index else -1


def _titled(
    text: str,
    titled: list[tuple[Span, str, Span | None, str]],
    people: dict[str, list[Person]],
    taken: Cover,
) -> Iterator[Mention]:
    """Mentions by title and surname; they make the surname known where no full name did."""
    for span, rule, title, region in titled:
        if taken.add(span):
            name = " ".join(text[slice(*span)].split())
            entity, ambiguous = _find_surname(people, name, span[0])
            if entity == name and name.lower() not in people:
                people[name.lower()] = [Person("", name.lower(), name, [span[0]])]
            yield Mention(span, rule, entity, region, title, ambiguous)


def _surnames(
    text: str,
    people: dict[str, list[Person]],
    taken: Cover,
    kind_at: Callable[[int], str | None],
) -> Iterator[Mention]:
    """Mentions by surname alone, of persons named in full or by title in the text."""
    surnames = {s for s in people if len(s) > 2 and s.capitalize() not in NOT_NAMES}
    if not surnames:
        return
    by_first = "|".join(
        re.escape(s).replace(r"\ ", r"\s") for s in sorted(surnames, key=lambda s: (-len(s), s))
    )
    for match in re.finditer(rf"(?<![\w@#.-])(?i:{by_first})(?![\w-])", text):
        span = match.span()
        region = kind_at(span[0])
        if region and _stands_alone(text, span, region) and taken.add(span):
            entity, ambiguous = _find_surname(people, match.group(), span[0])
            yield Mention(span, "surname", entity, region, None, ambiguous)


def _stands_alone(text: str, span: Span, region: str) -> bool:
    """Is a surname printed as a name by itself, and not part of another one?"""
    words = text[slice(*span)]
    last = words.split()[-1]
    if not last[0].isupper() or words.isupper() and len(words) < 4:
        return False
    after = re.match(rf"{GAP}([A-Z][\w]*)", text[span[1] : span[1] + 30])
    if after and after[1] in NOT_NAMES and region not in TITLE_CASED:
        return False
    before = re.search(rf"([A-Z][\w’']*)[ ]$", text[max(0, span[0] - 30) : span[0]])
    if not before or region in TITLE_CASED:
        return True
    return _starts_sentence(text, max(0, span[0] - 30) + before.start(1)) or before[1] in NOT_NAMES


def _title_after(text: str, end: int) -> Span | None:
    """A title set off by commas behind a name, such as ", acting director of the jail,"."""
    match = re.match(
        rf", (?P<title>(?:(?:an?|the|who is|one of|acting|former|deputy|senior|chief|then|[A-Z]{{2,6}})"
        rf"{GAP}[^,“”\"\n.;]{{0,80}}?|(?:[\w-]+ ){{0,2}})\b(?i:{PERSON_NOUN}|{TITLES})(?!\w)"
        rf"[^,“”\"\n.;]{{0,100}})",
        text[end : end + 200],
    )
    if not match or re.match(r"(?:and|but|or|said|says|in|on|at)\b", match["title"]):
        return None
    return end + match.start("title"), end + match.end("title")


def _affiliation(text: str, end: int, bodies: Cover) -> Span | None:
    """The agency behind a name and `of`, `from` or `with`."""
    link = re.match(
        r",?[^,.“”\"\n;]{0,40}? (?:of|from|with|for|at) (?:the )?", text[end : end + 60]
    )
    return bodies.covering(end + link.end(), end + link.end() + 1) if link else None
