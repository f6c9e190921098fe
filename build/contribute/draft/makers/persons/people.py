"""The people of a text: who speaks and in what office, and whose names are left out."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from contribute.draft.known import slug
from contribute.draft.makers.bodies import offices
from contribute.draft.makers.bodies.named import Body, is_elsewhere
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.persons import groups
from contribute.draft.makers.persons.subjects import CASES, subjects
from contribute.draft.makers.scene import JUDGE, Scene, Speaker
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
from extraction.grammar import cues
from extraction.quotations.full_names import gender_of
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

SPOKESPERSON = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|(?:press|communications?|media(?: relations)?|"
    r"public (?:affairs|information|relations)) (?:secretary|director|officer|manager|chief|aide)|"
    r"director of (?:communications|media relations|public (?:affairs|information)))\b",
    re.I,
)
KIN = (
    r"\b(?:wife|husband|mother|father|parents?|sons?|daughters?|brothers?|sisters?|cousins?|uncles?|"
    r"aunts?|neighbors?|friends?|client|famil(?:y|ies)|relatives?)\b"
)
IS_KIN = re.compile(f"(?:{KIN})$", re.I)
"""The end of a title of somebody who is told of as close to another."""
PIECES = {
    "CASES": CASES.pattern,
    "OFFICE": offices.OFFICE.pattern,
    "KIN": KIN,
    "NOUN": offices.NOUN,
    "OPENS": "|".join(sorted(map(re.escape, cues.NO_NAMES))),
}
WORDS = turns(__file__, "words", PIECES)
"""Turns of phrase; the table tells what each means."""
SOMEBODYS = re.compile(r"(?:his|her|their) (?:\w+ )?(?:lawyers?|attorneys?|counsel)\b", re.I)
"""Words for those who speak for a person and not for a body."""
LAWYER = re.compile(rf"{SOMEBODYS.pattern},? $", re.I)
"""The same before a name."""
ROLE = (
    "does this person hold a public office, or speak for a body? yes: keep, and write the words "
    "for it in the cells title and role | the writer: byline | no: name_left_out, and take the "
    "name out"
)


def find(scene: Scene) -> None:
    """Note everybody of whom a row is needed."""
    outsiders = frozenset(_outsiders(scene))
    for c in scene.reading.candidates:
        name = c.attributes.get("speaker")
        own = scene.reading.at(c.start)
        is_outside = c.kind == "quotation" and own and own.number in scene.reading.outside
        if is_outside or (name and {name, name.split()[-1]} & outsiders):
            continue
        if c.kind == "quotation" and name and "speaker" in c.parts:
            if groups.is_body(scene.words(c.parts["speaker"])):
                _speaks_for_itself(scene, c.parts["speaker"])
            elif letter := WORDS["letter"].fullmatch(scene.words(c.parts["speaker"])):
                _wrote(scene, c.parts["speaker"], letter["whose"].lower())
            elif name not in scene.speakers and (speaker := _speaker(scene, name, c)):
                scene.speakers[name] = speaker
    _officers(scene)
    scene.private = tuple(_private(scene, outsiders))
    scene.subjects = tuple(subjects(scene))


# -- speakers --------------------------------------------------------------------------------


def _officers(scene: Scene) -> None:
    """Note whoever holds the office that got papers, since they answer although nobody quotes, and
    the judges, who act in court."""
    for name in _persons(scene):
        mention = _mention(scene, name)
        title = _title(scene, mention) if mention else None
        receivers = (scene.words(paper.main.receiver) for paper in scene.papers)
        words = scene.words(title) if title else ""
        is_officer = title and any(groups.fits(words, r) for r in receivers)
        is_officer = is_officer or bool(JUDGE.search(words) and scene.papers)
        if mention and is_officer and name not in scene.speakers:
            speaker = _named(scene, name, mention)
            scene.speakers |= {name: replace(speaker, is_heard=False)} if speaker else {}


def _speaks_for_itself(scene: Scene, span: Span) -> None:
    """Note the body for which words such as "the county" stand."""
    stretch = scene.reading.at(span[0])
    body = groups.meant(scene, span, stretch) if stretch else None
    scene.groups[span] = Speaker(None, body, span) if body else None


def _wrote(scene: Scene, span: Span, whose: str) -> None:
    """Note that "his letter" or "her letter" is that of the official whom the text names last
    before."""
    people = [c for c in scene.reading.candidates if c.kind == "person" and c.end <= span[0]]
    for c in reversed(people):
        name = c.attributes.get("entity", "")
        mention = _with_title(scene, name) if gender_of(name) != NO_GENDER[whose] else None
        speaker = mention and (scene.speakers.get(name) or _named(scene, name, mention))
        if speaker:
            scene.groups[span] = scene.speakers[name] = speaker
            return


NO_GENDER = {"his": "f", "her": "m"}
"""Whose letter words cannot mean, by the gender of a given name."""


def _speaker(scene: Scene, name: str, c: Candidate) -> Speaker | None:
    """Who says a quotation: a person by the full name, or somebody else by the words for them."""
    if mention := _mention(scene, name):
        return _named(scene, name, mention, c)
    full = [person for person in _persons(scene) if name.endswith(f" {person}")]
    if mention := next(filter(None, (_with_title(scene, person) for person in full)), None):
        return _named(scene, mention.attributes["entity"], mention)
    people = [person for person in _persons(scene) if person.split()[-1] == name]
    mention = _with_title(scene, people[0]) if len(people) == 1 else None
    if mention:
        return _named(scene, people[0], mention)
    return _unnamed(scene, c)


def _persons(scene: Scene) -> list[str]:
    """The full names of the people whom the text names, in order."""
    named = (c.attributes.get("entity", "") for c in scene.reading.candidates if c.kind == "person")
    return list(dict.fromkeys(name for name in named if " " in name))


def _mention(scene: Scene, name: str) -> Candidate | None:
    """The fullest mention of a person: with a title or an affiliation, else the first."""
    own = [
        c
        for c in scene.reading.candidates
        if c.kind == "person" and c.attributes.get("entity") == name and scene.reading.at(c.start)
    ]
    full = [c for c in own if scene.words((c.start, c.end)) == name] or own
    return max(full, key=lambda c: (len(c.parts), -c.start), default=None)


def _with_title(scene: Scene, name: str) -> Candidate | None:
    """The fullest mention of a person, if a title stands beside it."""
    mention = _mention(scene, name)
    return mention if mention and _title(scene, mention) else None


FULL_NAME = re.compile(r"\b[A-Z][\w’'-]{1,40}(?: [A-Z]\.)?(?: [A-Z][\w’'-]{1,40}){1,2}")


def _named(
    scene: Scene, name: str, mention: Candidate, quote: Candidate | None = None
) -> Speaker | None:
    """A person with a name: known, or new with title and office; nobody who is private."""
    span = (mention.start, mention.end)
    stretch = scene.reading.at(mention.start)
    title = _title(scene, mention, quote)
    if stretch is None or (title and IS_KIN.search(scene.words(title))):
        return None
    body = _affiliation(scene, [mention.parts.get("affiliation"), title], stretch)
    told = _of_body(scene, stretch, title, None) if title and body is None else None
    if told is None and body is None and title and re.fullmatch(r"spokes\w+.*", scene.words(title)):
        body = _of_paragraph(scene, stretch)
    body = told[1] if told else body
    code = scene.code("individuals_referenced", name)
    if code:
        words = scene.words(title) if title else ""
        return Speaker(code, body, span, title=words, act_id=_act_of(scene, words, stretch))
    row_id = scene.known.free("individuals_referenced", slug(name))
    role, cell = _role(scene, title or span)
    cells = [Cell("name", span), *([Cell("title", title)] if title else [])]
    cells += [cell] if title or role else []  # a name tells no role
    cells += _works_for(scene, stretch, title or span, body)
    pairs = {"individual_id": row_id, "naming_decision": "public_role"}
    words = scene.words(title) if title else ""
    is_open = role is None or (
        WORDS["lawyer"].search(words) and not WORDS["public_lawyer"].search(words)
    )
    asks = {"naming_decision": ROLE} if is_open else {}
    row = Row("individuals_referenced", pairs, (Passage(stretch, tuple(cells)),), asks)
    return Speaker(row_id, body, span, row, words, _act_of(scene, words, stretch))


def _of_paragraph(scene: Scene, stretch: Stretch) -> Body | None:
    """The one body that the first sentence of a paragraph names, for which a spokesperson speaks
    of whom no other words tell for whom."""
    first = scene.reading.paragraph(stretch)[0]
    spans = ((c.start, c.end) for c in scene.reading.inside(first, "agency"))
    found = {b.agency_id: b for span in spans if (b := scene.bodies.named(span, first))}
    return next(iter(found.values())) if len(found) == 1 else None


def _act_of(scene: Scene, title: str, stretch: Stretch) -> str | None:
    """The one of several acts whose recipient's office somebody holds, if no other recipient is
    named in the paragraph that names the holder."""
    if not (offices.KIND.search(title.lower()) or groups.leads(title)):
        return None
    fit = [p for p in scene.papers if groups.fits(title, scene.words(p.main.receiver))]
    bodies = {paper.body.agency_id for paper in scene.papers}
    words = scene.words((scene.reading.paragraph(stretch)[0].start, stretch.end))
    near = [p for p in scene.papers if scene.words(p.main.receiver) in words]
    if near and not any(p in near for p in fit):
        return None
    return fit[0].act_id if len(fit) == 1 and len(bodies) > 1 else None


def _unnamed(scene: Scene, quote: Candidate) -> Speaker | None:
    """A speaker without a name: a body, or a person known by what they do."""
    span = quote.parts["speaker"]
    stretch = scene.reading.at(span[0])
    words = scene.words(span)
    if stretch is None or SOMEBODYS.match(words) or WORDS["of_other_places"].search(words):
        return None
    body = scene.bodies.known_only(words) or _affiliation(scene, [span], stretch)
    if WORDS["a_paper"].match(words):
        return Speaker(None, body, span) if body else None
    listed = scene.code("individuals_referenced", words)
    if listed:
        return Speaker(listed, body, span)
    is_person = SPOKESPERSON.search(words) or re.match(r"an? ", words, re.I)
    is_person = is_person or WORDS["holder"].fullmatch(words)
    other = WORDS["of_other"].match(words)  # "Alder County's sheriff"
    is_elsewhere = other and not any(
        other["of"] in scene.words(p.main.receiver) for p in scene.papers
    )
    is_elsewhere = is_elsewhere and (body is None or body.kind in ("local", "state"))
    body = None if is_elsewhere else body
    if not (is_person or is_elsewhere):
        if offices.OFFICE.fullmatch(words.split()[-1]):
            return None  # whoever holds the office, whom a person may know
        body = body or groups.called(scene, words, stretch)
        return Speaker(None, body, span) if body else None
    if _may_be_named(scene, words, body):
        return None
    wanted = f"{slug(words)[:40].strip('-')}-{scene.reading.source}"
    row_id = scene.known.free("individuals_referenced", wanted)
    role, cell = _role(scene, span)
    cells = [cell, Cell("described_as", span), *_works_for(scene, stretch, span, body)]
    if not any(cell.column == "affiliation_agency_id" for cell in cells):
        cells.append(Cell("title", bare_title(scene, span)))
    asks = {} if role else {"": "in what role does this person speak? official | spokesperson"}
    pairs = {"individual_id": row_id, "naming_decision": "not_named"}
    row = Row("individuals_referenced", pairs, (Passage(stretch, tuple(cells)),), asks)
    return Speaker(row_id, body, span, row)


def _may_be_named(scene: Scene, words: str, body: Body | None) -> bool:
    """Whether the text names somebody of the same office, and no other body tells them apart: "a
    county clerk" may be "Clerk Edda Moss"."""
    noun = re.split(r",? (?:in|of|for|at|from|with|who)\b", words.lower())[0].split()[-1]
    for c, stretch, name, title in _titles(scene):
        is_named = title and FULL_NAME.fullmatch(name)
        if title and is_named and scene.words(title).lower().split()[-1] == noun:
            own = _affiliation(scene, [c.parts.get("affiliation"), title], stretch)
            if body is None or own is None or own.agency_id == body.agency_id:
                return True
    return False


def bare_title(scene: Scene, span: Span) -> Span:
    """The words for somebody without "but", "the" or "its" before them, the number of a day, or a
    document "by" whom, and without a form of address or what is told of them behind."""
    words = scene.words(span)
    opened = r"(?:.* by )?(?:(?:but|and|yet|so|then) )?"
    before = re.match(rf"{opened}(?:(?:an?|the|his|her|its|their|whose|\d+) )?", words, re.I)
    behind = re.search(
        r",? (?:Dr|Mrs?|Ms|Prof|Rev)\.?$| (?:who|that|on the case|there)\b.*$", words
    )
    start = before.end() if before else 0
    return span[0] + start, span[1] - (len(behind[0]) if behind else 0)


def _titles(scene: Scene) -> Iterator[tuple[Candidate, Stretch, str, Span | None]]:
    """Every mention of somebody and every quotation: its sentence, whose it is, and the title."""
    for c, stretch in scene.candidates("person", "quotation"):
        name = c.attributes.get("entity" if c.kind == "person" else "speaker", "")
        yield c, stretch, name, _title(scene, c)


def _title(scene: Scene, mention: Candidate, quote: Candidate | None = None) -> Span | None:
    """The title beside a name: the script's, or that before a comma ('A spokesman for ICE, …')."""
    if (stretch := scene.reading.at(mention.start)) is None:
        return None
    titles = mention.parts.get("title"), (quote or mention).parts.get("title")
    for parts in (titles, (mention.parts.get("description"),)):
        own = [p for p in parts if p and stretch.start <= p[0] and p[1] <= stretch.end]
        if own:
            return whole_title(scene, stretch, max(own, key=lambda part: part[1] - part[0]))
    before = scene.reading.text[stretch.start : mention.start]
    found = re.search(
        r"(?:^|[.,;] |[Hh]ere[’']s |\b(?=(?:its|their) ))"
        r"(?P<title>(?:[Aa]n?|[Tt]he) [^.,;“”]{3,70}?|(?:whose|[Ii]ts|their) [^.,;“”]{3,40}?),\s*$",
        before,
    )
    found = found or re.search(
        r"(?P<title>[A-Z][\w.]+(?:(?: of| for| and)? [A-Z][\w.]+){0,5}) $", before
    )
    found = found or re.search(
        rf"(?P<title>(?:(?:county|city|state|(?i:{offices.NOUN})) )?[a-z]+) $", before
    )
    if found and (SPOKESPERSON.search(found["title"]) or offices.OFFICE.search(found["title"])):
        start = _of_agency(scene, stretch, stretch.start + found.start("title"))
        return bare_title(scene, (start, stretch.start + found.end("title")))
    return None


def whole_title(scene: Scene, stretch: Stretch, title: Span) -> Span:
    """A title with the words before it that belong to it, and without an article."""
    text = scene.reading.text
    more = WORDS["more"].search(text, stretch.start, title[0])
    is_none = more and more["small"] and text[title[0]].isupper()  # "told Judge Lee"
    start = more.start() if more and not is_none else title[0]
    return bare_title(scene, (_of_agency(scene, stretch, start), title[1]))


def _of_agency(scene: Scene, stretch: Stretch, start: int) -> int:
    """Where a title begins, with the body before it: "ICE field office director"."""
    text = scene.reading.text
    named = (c for c in scene.reading.inside(stretch, "agency") if c.end < start)
    beside = (c.start for c in named if BESIDE.fullmatch(text, c.end, start))
    return next(beside, start)


BESIDE = re.compile(r" (?:(?!(?:to|for|by|at|on|in|of|and|that|with) |[a-z]+ed )[a-z-]+ ){0,3}")
"""What stands between a body and the title of somebody who works for it."""


def _role(scene: Scene, title: Span) -> tuple[str | None, Cell]:
    """The role by the longest listed word of a title, or by what the title looks like."""
    words = [m.span() for m in re.finditer(r"\S+", scene.reading.text[slice(*title)])]
    is_none = OF_STUDENTS.search(scene.reading.text) and SENATOR.search(scene.words(title))
    is_none = is_none or WORDS["of_group"].search(scene.words(title))
    speaks = SPOKESPERSON.search(scene.words(title))  # also "Attorney General spokeswoman"
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            span = title[0] + words[first][0], title[0] + words[first + size - 1][1]
            code = scene.code("role", scene.words(span).strip(","))
            if code == "spokesperson" or (code == "official" and not (speaks or is_none)):
                return code, Cell("role", span, code, "role")
    known = (("spokesperson", SPOKESPERSON), ("official", offices.OFFICE))
    for code, pattern in known if not is_none else ():
        found = pattern.search(scene.reading.text, *title)
        if found and not WORDS["no_office"].match(scene.words(title)):
            return code, Cell("role", found.span(), code, "role")
    return None, Cell("role", title, "official", "role")


OF_STUDENTS = re.compile(r"\bstudent (?:senate|government|council|body)\b", re.I)
SENATOR = re.compile(r"\b(?:Sen|Rep|Senator|Representative|President)\b")
"""Titles of those who may sit in a body of students, and then hold no public office."""


def _affiliation(scene: Scene, spans: list[Span | None], stretch: Stretch) -> Body | None:
    """The body that a person works or speaks for, where the words name one."""
    for span in filter(None, spans[1:]):
        for paper in scene.papers:
            if offices.KIND.search(scene.words(span).lower()) and _is_of(scene, span, paper):
                return paper.body
    for span in filter(None, spans):
        if THE_AGENCY.search(scene.words(span)) and not scene.reading.has_own_agency:
            return next((body for body in scene.bodies.found if body.kind == "federal"), None)
        for c in scene.reading.inside(stretch, "agency"):
            body = scene.bodies.named((c.start, c.end), stretch)
            if body and c.start < span[1] and span[0] < c.end:
                return body
        for paper in scene.papers:
            if _is_of(scene, span, paper):
                return paper.body
    return None


def _is_of(scene: Scene, span: Span, paper: Paper) -> bool:
    """Whether words for somebody fit who got the papers of an act, in the same place."""
    words = scene.words(span)
    is_there = not is_elsewhere(words, paper.body.jurisdiction_id)
    return is_there and groups.fits(words, scene.words(paper.main.receiver))


THE_AGENCY = re.compile(r"\bthe agency\b|^agency spokes", re.I)
A_COUNTY = re.compile(r"\b([A-Z][\w-]+) County\b")


def _works_for(scene: Scene, stretch: Stretch, span: Span, body: Body | None) -> Iterator[Cell]:
    """The words beside a person that name the body."""
    for c in scene.reading.inside(stretch, "agency") if body else ():
        named = scene.bodies.named((c.start, c.end), stretch)
        is_near = c.start - 80 < span[1] and span[0] < c.end + 80
        if body and named and named.agency_id == body.agency_id and is_near:
            yield Cell("affiliation_agency_id", (c.start, c.end), body.agency_id, "agencies")
            return
    if told := _of_body(scene, stretch, span, body):
        yield Cell("affiliation_agency_id", told[0], told[1].agency_id, "agencies")


def _of_body(
    scene: Scene, stretch: Stretch, title: Span, body: Body | None
) -> tuple[Span, Body] | None:
    """The words of a title that stand for a body: "spokeswoman for the county", "the department's
    attorney"; of an office with its place all of them."""
    words = scene.words(title)
    found = WORDS["works_for"].search(
        scene.reading.text, max(stretch.start, title[0] - 4), title[1]
    )
    span = found.span("of" if found["of"] else "own") if found else title
    if found and not (body and offices.KIND.search(words.lower())):
        meant = groups.meant(scene, span, stretch)
        return (span, meant) if meant else None
    own = offices.LEADS.search(scene.reading.text, *title)
    got = {p.body.agency_id: scene.words(p.main.receiver) for p in scene.papers if p.sendings}
    others = [name for code, name in got.items() if not body or code != body.agency_id]
    is_got = len(others) < len(got) and not any(groups.fits(words, name) for name in others)
    place = (body.jurisdiction_id or "") if body else ""
    counties = A_COUNTY.findall(scene.words(stretch.span))
    is_there = not counties or any(slug(name) in place for name in counties)
    is_got = is_got and is_there and not SPOKESPERSON.search(words)
    if body and own and is_got:  # "Sheriff", of his office
        is_plain = scene.short(title) and "." not in words
        return (title if is_plain else own.span()), body
    is_whole = body and WORDS["of_place"].match(words)
    return (title, body) if body and is_whole and scene.short(title) else None


def _private(scene: Scene, outsiders: Container[str]) -> Iterator[Candidate]:
    """Names of people who hold no office and in whose sentence a case is told: left out."""
    holders = {name for _, _, name, title in _titles(scene) if title and _is_held(scene, title)}
    for c, stretch in scene.candidates("person"):
        name = c.attributes.get("entity", "")
        if name in holders:
            continue
        is_speaker = any(f" {each}".endswith(f" {name}") for each in scene.speakers)
        is_known = is_speaker or scene.code("individuals_referenced", name)
        is_case = bool(WORDS["private"].search(scene.reading.text, *stretch.span))
        is_case = is_case or bool(WORDS["aged"].match(scene.reading.text, c.end, stretch.end))
        title = _title(scene, c) if is_case else None
        is_office = title and offices.OFFICE.search(scene.words(title))
        is_told = is_case and not (is_office or "title" in c.parts)
        if name in outsiders or (not is_known and is_told):
            yield c


def _is_held(scene: Scene, title: Span) -> bool:
    """Whether a title is that of an office that somebody holds for a government."""
    words = scene.words(title)
    is_public = offices.OFFICE.search(words) and not WORDS["no_office"].match(words)
    return bool(is_public and (WORDS["of_office"].search(words) or HELD.search(words)))


HELD = re.compile(
    rf"\b(?:{offices.KEEPER}|commissioner|superintendent|solicitor|prosecutor)\b", re.I
)
"""Offices of nobody but a government, whose title may name none."""


def _outsiders(scene: Scene) -> Iterator[str]:
    """The names, in full and in short, of those who speak for a company or for a private person,
    but for spokespersons, who are named in their role, and of those who speak for nobody."""
    speak, titled = set[str](), set[str]()
    for c, stretch, name, title in _titles(scene):
        speak |= {name} if c.kind == "quotation" else set()
        titled |= {name} if title else set()
        words = scene.words(title) if title else ""
        around = scene.reading.text[title[0] if title else c.start : stretch.end]
        is_of_private = WORDS["of_private"].match(around[around.find(words) :]) if words else None
        is_office = WORDS["of_office"].search(words)
        is_outside = stretch.number in scene.reading.outside and not is_office
        before = scene.reading.text[stretch.start : c.start]
        is_of_private = is_of_private or (LAWYER.search(before) if c.kind == "person" else None)
        is_in_role = SPOKESPERSON.search(words)
        if " " in name and not is_in_role and (is_outside or is_of_private):
            yield from (name, name.split()[-1])
    for name in speak - titled:
        is_known = scene.code("individuals_referenced", name)
        if " " in name and not is_known and _is_anybody(scene.reading.text, name):
            yield from (name, name.split()[-1])


def _is_anybody(text: str, name: str) -> bool:
    """Whether a text says who somebody is only by what they do or have, and no office.

    >>> _is_anybody("Ana Ruiz, whose twins are in third grade, spoke.", "Ana Ruiz")
    True
    >>> _is_anybody("Ana Ruiz, who leads the office, spoke.", "Ana Ruiz")
    False
    """
    return bool(re.search(rf"{re.escape(name)}{WORDS['anybody'].pattern}", text))
