"""Public bodies, and organizations that speak, such as news agencies.

Lists and patterns lead; nothing is guessed from capitals alone. Every mention carries `entity`, the
fullest printed name shared by its mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extraction.lexicon import lists
from extraction.text.candidates import Candidate, Span
from extraction.text.capitals import CAP, GAP, TITLE_CASED
from extraction.text.document import Document, heads, matches
from extraction.text.regions import ARTICLE, Region, reading
from extraction.text.spans import Cover, longest, proposal

HEADS = (
    r"(?:(?:Metropolitan |State |County |City )?Police (?:Department|Dept\.|Bureau|Commission)"
    r"|Sheriff(?:['’]s)? (?:Office|Department|Dept\.)"
    r"|(?:District|City|County|State|U\.S\.|United States|Commonwealth['’]s|State['’]s) "
    r"Attorney(?:['’]s)? Office|Attorney General['’]s Office|(?:Mayor|Governor)['’]s Office"
    r"|Public Defender['’]s Office|Justice Center|(?:Detention|Correctional|Processing) "
    r"(?:Center|Facility|Institution)|Correction(?:s|al)? Department|(?:County|City) Jail"
    r"|(?:City|County|Town) Council|Board of Supervisors|(?:State )?Legislature|General Assembly"
    r"|State (?:Senate|Assembly|House)"
    r"|(?:District|Circuit|Superior|Appeals|Immigration|Supreme) Court"
    r"|State Police|Highway Patrol|(?:City |County )?Police(?= (?:said|say|says|and|officers?|"
    r"spokes))"
    r"|(?:City|County|Town|State) Clerk(?:['’]s)? Office|(?:Law|Legal) Department"
    r"|House of Corrections?|County Board|Judicial Branch|(?:\w+ )?Services Division"
    r"|Election(?:s)? (?:Board|Commission|Division)"
    r"|(?:School|Harbor|Water|Hospital|Utility|Transit|Sanitary|Irrigation|Health|Library|"
    r"College|Park) "
    r"District|School Board|School System|(?:Public |Consolidated |Community |City |County "
    r")?Schools"
    r"|(?:State |Community |Technical )?(?:University|College)|(?:Housing|Transit|Port|Water|"
    r"Hospital|"
    r"Airport) Authority|(?:Faculty|Student|University) Senate|Licensing Office|County [Bb]oard"
    r"|(?:County|City|Town|Planning|Housing|Parks) Commission|Public Library|Medical Center"
    r"|(?:Law|Legal|Resource|Community|Justice) Center|(?:Tribal|Village) Council|(?:Town|"
    r"Village|City) "
    r"Board|Clerk of (?:the )?Courts?|(?:[A-Z]\w+ )?Association(?: of [A-Z]\w+)?|Charities|Society"
    r"|Town Meeting|Chamber of Commerce|(?:Licensing|Parole|Zoning|Review|Retirement|Port|"
    r"Workforce|"
    r"Library|Health) Board|(?:Conservation|Planning|Zoning|Ethics|Licensing|Election|Fire|Civil|"
    r"Human Rights|Service) Commission|(?:School|Finance|Judiciary|Safety|Oversight) Committee"
    r"|(?:Rights|Workers['’]|Justice|Policy|Advocacy|Defense|Legal) (?:Project|Center|Fund|"
    r"Institute|Section)|(?:Workforce|Conservation|Improvement|Fire|Cemetery) District"
    r"|(?:Inspectional|Social|Human|Family|Building|Emergency) Services|(?:Paramedic|Ambulance|"
    r"Fire) Service|(?:Rights |Defense |Immigrant |Legal |Workers )?(?:Network|"
    r"Coalition|Alliance|Federation|Union)|Court of Appeals|(?:Health|Fire|Probation|Parole|"
    r"Labor|Sheriff|Safety|Motor Vehicle) "
    r"(?:Department|Division|Office)|Department|Bureau of [A-Z]\w+|Field Office)"
)
NO_TITLE = (
    r"(?!(?:Director|Secretary|Commissioner|Chief|Administrator|Superintendent|Spokes\w+|Deputy|"
    r"Acting|Special|Agent|Officer|Attorney|Sheriff|Warden|Supervisor|Executive)\b)"
)
"""A title behind the name of a body belongs to a person."""
DEPARTMENT = (
    rf"(?:{CAP}{GAP}){{0,4}}(?:Department|Dept\.|Division|Office|Bureau|Board|"
    rf"Commission){GAP}of{GAP}"
    rf"(?:the{GAP})?{NO_TITLE}{CAP}(?:{GAP}{NO_TITLE}{CAP}){{0,3}}"
    rf"(?:{GAP}and{GAP}{NO_TITLE}{CAP}(?:{GAP}{NO_TITLE}{CAP})?)?"
)
OFFICE = (
    r"(?:mayor|governor|sheriff|city attorney|district attorney|county attorney|U\.S\. attorney|"
    r"state attorney general|attorney general|public defender|county executive|county clerk)['’]s"
    r" (?:office|department)|(?:police|sheriff['’]s?|corrections?) department|sheriff['’]s office"
)
PAPERS = (
    r"(?:Times|Post|Examiner|Journal|Tribune|Herald|Chronicle|Gazette|Caller|News|Press|Globe|"
    r"Sentinel|Register|Dispatch|Observer|Inquirer|Headlines|Magazine|Radio|Daily|Beast|Westword|"
    r"Mirror|Review|Telegraph|Guardian|Independent|Intercept|Reporter|Sun-Times|Star-Ledger|Record|"
    r"Eagle|Union-Tribune|Leader|Monitor|Star|Bee|Statesman|American-Statesman|Argus|Times-Union|"
    r"Courier|Courant|Advocate|Republic|Citizen|Standard|Sun|Weekly|Voice|Ledger|Enterprise|Argus)"
)
SAINT = rf"(?:(?:Ste?|Ft|Mt)\.{GAP})?"
AGENCY_PATTERNS: tuple[tuple[str, str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "department-of",
        "government",
        ("Department", "Dept.", "Division", "Office", "Bureau", "Board", "Commission"),
        re.compile(rf"\b{DEPARTMENT}"),
    ),
    (
        "head-noun",
        "government",
        (),
        re.compile(rf"\b{SAINT}(?:{CAP}{GAP}){{1,5}}{HEADS}(?![\w’'])".replace(" ", GAP)),
    ),
    (
        "body",
        "local",
        ("the ", "The "),
        re.compile(
            r"(?<=[Tt]he )(?:(?:City|County|Town|Village|Faculty|Student|Borough) (?:Council|"
            r"Commission|Senate|Board)|(?:Circuit|"
            r"Superior|District|Supreme|Appellate) Court|U\.S\. District Court|(?:First|Second|"
            r"Third|Fourth|"
            r"Fifth|Sixth|Seventh|Eighth|Ninth|10th|Tenth|11th|Eleventh|D\.C\.) Circuit|Recorder "
            r"of Deeds|Register of "
            r"(?:Deeds|Wills)|Board of (?:County )?(?:Commissioners|Supervisors|Selectmen|"
            r"Education|"
            r"Trustees|Aldermen|Regents|Elections)|(?:School|Planning|Zoning|Conservation|Library) "
            r"(?:Board|Committee|Commission)|Civil Division|Inspectional Services|Port of "
            r"[A-Z]\w+|League of "
            r"[A-Z]\w+ [A-Z]\w+|Fraternal Order of Police)\b".replace(" ", GAP)
        ),
    ),
    (
        "office",
        "local",
        ("office", "Office", "department", "Department", "OFFICE", "DEPARTMENT"),
        re.compile(rf"\b(?:{CAP}{GAP}){{0,3}}(?i:{OFFICE})\b".replace(" ", GAP)),
    ),
    (
        "newspaper",
        "news",
        (),
        re.compile(
            rf"\b(?:The{GAP})?(?:{CAP}{GAP}){{1,3}}{PAPERS}(?:{GAP}(?:{PAPERS}|Foundation|"
            rf"Service))?\b"
            rf"(?!{GAP}(?:[Ss]ecretary|[Cc]onference|[Oo]ffice))"
        ),
    ),
    (
        "broadcaster",
        "news",
        (),
        re.compile(
            rf"\b(?:CBS|NBC|ABC|FOX|Fox|PBS|CW)(?:{GAP}News|{GAP}?\d{{1,2}})?"
            rf"(?:{GAP}(?:New York|Los Angeles|{CAP}))?\b|\b[KW][A-Z]{{2,3}}-(?:TV|FM|AM)\b"
        ),
    ),
)
"""Rule, kind of body, words of which a text must hold one, and pattern."""
OFFICE_START = re.compile(
    r"\b(?:[A-Z]|mayor|governor|sheriff|city|district|county|state|attorney|public|police|"
    r"correction)"
)
CHANNEL = re.compile(r"(?:CBS|NBC|ABC|FOX|Fox|PBS|CW)|[KW][A-Z]{2,3}$")
COLLECTIVE = r"(?:law enforcement|authorities|officials|police|prosecutors|city officials)"
ACRONYM = re.compile(r"\s?\((?:the )?[“\"]?([A-Z][A-Z&.]{1,9})[”\"]?\)")
OFFICE_WORD = re.compile(
    r"\b(?:mayor|governor|sheriff|police|corrections?|city|district|county|state|attorney|general"
    r"|public|defender)(?=[' ])|\b(?:office|department)$"
)
LEAD = re.compile(rf"(?:(?:The|the|Former|Acting|Then|[A-Z][a-z]+day[’']s){GAP})+")
NEVER_AGENCY = re.compile(r"(?i:(?:in|at|the) the|world series)")


@dataclass(frozen=True, slots=True)
class Body:
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
        if region and not (region in TITLE_CASED and body.rule not in ("list", "acronym")):
            attributes = {"entity": body.name, "type": body.type}
            found.append(
                proposal("agency", body.span, body.rule, region, body.name, attributes=attributes)
            )
    return found


def bodies_of(document: Document) -> tuple[Body, ...]:
    """All mentions of agencies in a text, the longest reading where several overlap."""
    text = document.text
    found = {body.span: body for body in _listed(document)}
    for rule, kind, hints, pattern in AGENCY_PATTERNS:
        for match in matches(pattern, text, _starts(document, rule, hints)):
            span = _trimmed(text, match.span())
            if span not in found and not NEVER_AGENCY.match(text[slice(*span)]):
                found[span] = Body(span, rule, _agency_name(text[slice(*span)]), kind)
    for match in matches(_collectives(), text, document.starting(_place_heads())):
        name = _agency_name(match.group())
        found.setdefault(match.span(), Body(match.span(), "collective", name, "local"))
    kept = {span: found[span] for span in longest(found)}
    _add_acronyms(text, kept)
    return tuple(_unified(kept))


def _starts(document: Document, rule: str, hints: tuple[str, ...]) -> Iterable[int]:
    """Where the name of an agency may begin; nowhere in a text without the hints of its rule."""
    if hints and not any(hint in document.text for hint in hints):
        return ()
    if rule == "office":
        return (match.start() for match in OFFICE_START.finditer(document.text))
    if rule == "broadcaster":
        return (start for start, word in document.name_starts if CHANNEL.match(word))
    return document.capitals if rule == "department-of" else document.runs


def _listed(document: Document) -> Iterator[Body]:
    """Agencies of the list; `Congress` and the like only where they stand alone."""
    pattern, first = _list_pattern()
    for match in matches(pattern, document.text, document.starting(first)):
        form = " ".join(match.group().replace("’", "'").split())
        name = lists.agency_names()[form]
        yield Body(match.span(), "list", name, lists.agency_types()[name])


@cache
def _list_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Any printed form of a listed agency, as a whole word; and the first words of the forms."""
    names = lists.agency_names()
    return re.compile(rf"(?<![\w@#-])(?=[A-Z]){lists.any_of(names)}(?![\w-]|\.\w)"), heads(names)


@cache
def _collectives() -> re.Pattern[str]:
    """The officials or police of a listed place."""
    places = lists.any_of(lists.place_names())
    return re.compile(
        rf"\b{places}(?:{GAP}(?:City|County|State))?{GAP}{COLLECTIVE}\b".replace(" ", GAP)
    )


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
