"""The court matter of a petition or suit: which court, who asks it, and for what."""

import re
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.makers.bodies.districts import MANY_DISTRICTS, ONE_DISTRICT, state_of
from contribute.draft.makers.happened import actors
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row, fitting, merged
from ice_subpoenas.derivations.find import Span

PART = re.compile(
    r"\b(?P<part>Northern|Southern|Eastern|Western|Middle|Central) District of "
    r"(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
OF_STATE = re.compile(
    r"\b(?:(?!The |In |Federal )[A-Z][\w’'-]+ ){1,4}(?:Pleas|Superior|Circuit|District|Chancery|"
    r"Supreme|Probate|County|Municipal) Court\b"
)
"""A court of a state, by its name."""
COURT = re.compile(
    r"\bU\.S\. District Court\b(?! (?:in|for|Judge))|"
    r"\b(?:U\.S\.|[Uu]nited States|[Ff]ederal) (?:[Dd]istrict )?[Cc]ourt (?:in|for)"
    r"(?: the)?(?: (?:[A-Z][\w.]*|of(?= [A-Z])))+(?<![.])|"
    rf"{re.sub('[(].P<[a-z]+>', '(?:', PART.pattern)}|{OF_STATE.pattern}"
)
AGAINST = re.compile(
    r"\bto (?P<asked>(?:(?:quash|block|throw out|set aside|void|strike down|dismiss) "
    r"(?:[a-z’'-]+ ){0,3}?(?:subpoenas?|summons|demands?|requests?|it|them|papers?)|"
    r"throw (?:[\w’-]+ ){1,4}?out))\b|"
    r"\bto (?P<order>(?:keep|bar|stop|prevent|forbid) [^.,;:“”]{5,80}?)"
    r"(?= (?:on|in|by) [A-Z]|[.,;:“”]|$)"
)
"""What others than the government ask a court to do with papers."""
SUITOR = (
    "who asks the court? the recipient: recipient_suit | somebody who works for it: staff_suit | "
    "somebody else: third_party_suit | nobody over these papers: delete the row and its event"
)
ASKED = re.compile(
    r"\b(?:to (?P<asked>(?:enforce|order|compel|make|force|require)\b(?! on| in| by| was| is)"
    r"(?:[^.,;:“”\"]|(?<=U)\.(?=S\.)|(?<=S)\. ){5,90}?)|asking that (?P<that>[^.,;:“”\"]{8,90}?))"
    r"(?=\s+(?:(?:that|on|in|by|before|at|last|this) (?:[A-Z]|week|month)|"
    r"in a case\b|issued\b|docketed\b|under\b)|[.,;:“”\"]|$)"
)
UNBEGUN = (
    "no words tell who asked the court: the government? enforcement | another, and then without "
    "respondent_agency_id: recipient_suit, of the recipient; staff_suit, of somebody who works for "
    "it; third_party_suit, of somebody else"
)
AGAINST_PAPERS = ("quashing", "prohibition")
"""What a court decides that the government did not ask for."""
FEW = 5  # words of a page that say what a court is asked
WHICH = (
    "which district is it? list the words as a phrase, such as "
    'court."W.D. Wash." = ["…"], or of a state\'s court court."Denver Dist. Ct.", and add them '
    "here as the cell court | the text has only its city, as in “a judge in Albuquerque”: write "
    "the cell with by = inference, the district as value, and a reason"
)


def matter(scene: Scene, paper: Paper, petitions: tuple[Passage, ...]) -> Row:
    """The court matter that petitions began."""
    told = _by_one([passage for each in petitions for passage in _petition(scene, paper, each)])
    courts = [
        (stretch, found)
        for stretch in scene.reading.body
        if stretch.region == "body" and scene.paper(stretch) is not None
        for found in [COURT.search(scene.reading.text, *stretch.span)]
        if found
    ]
    asks: dict[str, str] = {}
    for stretch, found in courts[:1]:
        more, asks = _court(scene, paper, stretch, found.span())
        told = [*told, *more]
    if not courts:
        asks = _of_judge(scene)
    pairs = {"id": "enforcement", "kind": "enforcement"}
    return _docketed(
        scene, paper, Row("proceedings", pairs, merged(told or [_kind(petitions[0])]), asks)
    )


def _by_one(told: list[Passage]) -> list[Passage]:
    """What petitions say, with the petitioner of the first alone: lawyers file for an agency."""
    by = next((c for p in told for c in p.cells if c.column in PETITIONERS), None)
    return [*fitting(told, lambda c: c.column not in PETITIONERS or c == by)]


PETITIONERS = ("petitioner_agency_id", "petitioner_individual_id")


def _docketed(scene: Scene, paper: Paper, row: Row) -> Row:
    """The row with its docket number: that of a sentence that names the recipient, or the only one
    of the text; of several a person is asked."""
    text = scene.reading.text  # whose sentences may end behind "No."
    spans = (m.span("n") for m in DOCKET.finditer(text))
    found = [(stretch, span) for span in spans if (stretch := scene.reading.at(span[0]))]
    receiver = scene.words(paper.main.receiver) if paper.sendings else "…"
    found = [each for each in found if receiver in scene.words(each[0].span)] or found
    numbers = {scene.words(span) for _, span in found}
    if len(numbers) != 1:
        row = replace(row, pairs={**row.pairs, "absent": {"docket": "not_stated"}})
        asked = WHICH_DOCKET.format(", ".join(sorted(numbers)))
        return row.asking(docket=asked) if numbers else row
    stretch, span = found[0]
    return replace(row, said=(*row.said, Passage(stretch, (Cell("docket", span),))))


WHICH_DOCKET = (
    "which is the docket of this matter: {}? one of them: take docket out of absent, and add a "
    "passage with its words as docket | none: keep"
)
DOCKET = re.compile(
    r"\b(?:No|Case|numbered|docketed as)\.? (?P<n>(?:\d+:)?\d\d-(?:mc|cv|misc|cm)-\d+)", re.I
)
"""The number of a court matter."""


def unbegun(scene: Scene, paper: Paper, step: Row) -> Row:
    """The court matter of a step of which no words tell who asked the court."""
    row = matter(scene, paper, step.said[:1])
    is_against = step.pairs.get("decides") in AGAINST_PAPERS
    pairs = {"id": "suit", "kind": "recipient_suit"} if is_against else {}
    known = ("court", "docket") + (() if is_against else ("respondent_agency_id",))
    said = fitting(row.said, lambda c: c.column in known) or (_kind(step.said[0]),)
    return replace(row, pairs={**row.pairs, **pairs}, said=said).asking(kind=UNBEGUN)


def _of_judge(scene: Scene) -> dict[str, str]:
    """The question which court it is of a judge where no words name one."""
    found = (p.search(scene.reading.text, *s.span) for p in JUDGES for s in scene.reading.body)
    if (judge := next(filter(None, found), None)) is None:
        return {}
    return {"court": f"“{scene.words(judge.span())}”: {WHICH}; if the text does not tell: keep"}


def _court(
    scene: Scene, paper: Paper, stretch: Stretch, span: Span
) -> tuple[list[Passage], dict[str, str]]:
    """The court that words name, or the question which one it is."""
    words = scene.words(span)
    listed = scene.code("court", words)
    own = None if OF_STATE.fullmatch(words) else _only(paper) or _named(scene.reading.text)
    if code := _named(words) or listed or own:
        return [Passage(stretch, (Cell("court", span, code, "court"),))], {}
    return [], {"court": f"“{words}”: {WHICH}"}


def suit(scene: Scene, paper: Paper, steps: tuple[Passage, ...], name: str) -> Row:
    """The court matter of others than the government, who ask a court over papers; a motion, of
    which the text names nobody, is one of the recipient."""
    told, asks = [_kind(steps[0])], dict[str, str]()
    who = actors.suitor(scene, paper, steps[0].stretch, steps[0].cells[0].span)
    is_motion = "suit" not in name
    body = who.named[0].body if who.named else paper.body
    is_private = body is None or body.kind == "other"
    is_others = who.kind == "third_party_suit" and who.named and is_private
    is_own = who.kind == "recipient_suit" and body is not None and body == paper.body
    asks |= {} if is_motion or is_own or is_others else {"kind": SUITOR}
    kind = who.kind or ("recipient_suit" if is_motion else "third_party_suit")
    for stretch in (each.stretch for each in steps):
        if asked := AGAINST.search(scene.reading.text, *stretch.span):
            span = asked.span("asked" if asked["asked"] else "order")
            told = [Passage(stretch, (Cell("asked", span),))]
        if found := COURT.search(scene.reading.text, *stretch.span):
            more, which = _court(scene, paper, stretch, found.span())
            told, asks = [*told, *more], asks | which
    if "court" not in asks and not any(c.column == "court" for p in told for c in p.cells):
        asks |= _of_judge(scene)
    parties = [*who.cells("petitioner"), *_sued(scene, steps[0])]
    told += [Passage(steps[0].stretch, tuple(parties))] if parties else []
    pairs = {"id": name.replace("motion", "suit"), "kind": kind}
    return _docketed(scene, paper, Row("proceedings", pairs, merged(told), asks))


def _kind(petition: Passage) -> Passage:
    """The words of a petition as words for the kind of its court matter."""
    own = next(cell for cell in petition.cells if cell.column == "kind")
    return Passage(petition.stretch, (Cell("kind", own.span),))


JUDGES = (
    re.compile(
        r"\b(?:U\.S\.|[Ff]ederal) (?:(?:[Dd]istrict|[Mm]agistrate) )?[Jj]udge\b"
        r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)?"
    ),
    re.compile(r"(?:(?<=ask a )|(?<=asked a ))judge\b(?: in [A-Z]\w+(?: [A-Z]\w+)?)?"),
)
"""Words for a federal judge, and for one of whom somebody asks something."""


def _petition(scene: Scene, paper: Paper, petition: Passage) -> Iterator[Passage]:
    """What the sentence of a petition says of who asks, who is named before it, and for what."""
    stretch, cells = petition.stretch, list[Cell]()
    start = min(c.span[0] for c in petition.cells if c.column == "kind")
    for own, at in actors.before(scene, stretch, start)[:1]:
        if own.side == "agency":
            cells.append(own.cell("petitioner_individual_id", "petitioner_agency_id", at))
    if asked := ASKED.search(scene.reading.text, *stretch.span):
        span = asked.span("asked" if asked["asked"] else "that")
        words = list(re.finditer(r"\S+", scene.reading.text[slice(*span)]))
        if not scene.reading.is_held and len(words) > FEW:
            span = span[0], span[0] + words[FEW - 1].end()
        cells.append(Cell("asked", span))
    cells += _respondent(scene, paper, stretch)
    if cells:
        yield Passage(stretch, tuple(cells))


def _respondent(scene: Scene, paper: Paper, stretch: Stretch) -> Iterator[Cell]:
    """Against whom the government asks a court, as its sentence names the recipient; or else
    whoever got the papers that are to be enforced."""
    column, code = "respondent_agency_id", paper.body.agency_id
    for own, at in reversed(actors.before(scene, stretch, stretch.end)):
        if own.individual_id is None and own.body and own.body.agency_id == code:
            yield Cell(column, at, code, "agencies")
            return
    told = "|".join(map(re.escape, sorted(paper.names))) or r"(?!)"  # "the county", as told
    named = re.compile(rf"\b(?i:{told})\b")
    found = (p.search(scene.reading.text, *stretch.span) for p in (named, SUBPOENAS))
    if papers := next(filter(None, found), None):
        reason = ENFORCED.format(scene.words(paper.main.receiver))
        yield Cell(column, papers.span(), more={"by": "inference", "value": code, "reason": reason})


SUBPOENAS = re.compile(
    r"\b(?:the|these|those|its|that|this) (?:\w+ ){0,3}?(?:subpoenas?|papers|demands?)\b"
)
ENFORCED = "A court is asked to enforce papers that went to “{}”."


def _sued(scene: Scene, step: Passage) -> Iterator[Cell]:
    """The federal body against which a suit is brought, as it is named behind the verb."""
    for own, at in reversed(actors.before(scene, step.stretch, step.stretch.end)):
        is_behind = at[0] >= step.cells[0].span[0] and own.individual_id is None
        if own.body and own.body.kind == "federal" and is_behind:
            yield Cell("respondent_agency_id", at, own.body.agency_id, "agencies")
            return


def _named(words: str) -> str | None:
    """The district of which words give part and state.

    >>> _named("U.S. District Court for the Western District of North Carolina")
    'W.D.N.C.'
    """
    told = ((named["part"], state_of(named["state"])) for named in PART.finditer(words))
    codes = {(part, state[1]) for part, state in told if state and state[1] in MANY_DISTRICTS}
    found = {f"{part[0]}.{MANY_DISTRICTS[code]}" for part, code in codes}
    return found.pop() if len(found) == 1 else None


def _only(paper: Paper) -> str | None:
    """The federal court of the recipient's state, if the state is one district."""
    state = (paper.body.jurisdiction_id or "").split("-")[1:2]
    return ONE_DISTRICT.get(state[0].upper()) if state else None
