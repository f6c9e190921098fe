"""Who acts: the recipient, somebody of it, or whoever stands before the words."""

import re
from dataclasses import replace
from typing import NamedTuple

from contribute.draft.makers.bodies import offices
from contribute.draft.makers.papers.belonging import ORDINAL
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.persons import groups
from contribute.draft.makers.scene import PRONOUN, Scene, Speaker
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Row
from contribute.draft.turns import turns
from ice_subpoenas.derivations.find import Span

PIECES = {"KEEPER": offices.KEEPER, "OFFICES": offices.LEADER}
WORDS = turns(__file__, "words", PIECES)
"""Turns of phrase; the table tells what each means."""
ANSWERED = (
    "does the “{1}” act for the “{0}” here? yes: keep | no: move the row to the act of the "
    "office that is meant, or delete it"
)


FOR_WHOM = "whom does the “{}” speak for? the {}: keep | somebody else: delete the row"


def actor(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> list[Cell]:
    """Who acts: the recipient or somebody of it, named before the words; else a speaker of it."""
    for own, at in before(scene, stretch, span[0]):
        if own.body and own.body.agency_id == paper.body.agency_id:
            return [own.cell("actor_individual_id", "actor_agency_id", at)]
    told = scene.said_in(stretch)
    is_own = told and (told[0].body is None or told[0].body.agency_id == paper.body.agency_id)
    if told and is_own and told[0].individual_id:
        speaker, span = told
        if stretch.start <= span[0] < stretch.end and not PRONOUN.match(scene.words(span)):
            return [speaker.cell("actor_individual_id", "actor_agency_id", span)]
    return []


def before(scene: Scene, stretch: Stretch, stop: int) -> list[tuple[Speaker, Span]]:
    """Who is named in a sentence before a place, bodies and people who speak, the nearest first."""
    found: list[tuple[Speaker, Span]] = []
    for c in scene.reading.inside(stretch, "agency"):
        body = scene.bodies.named((c.start, c.end), stretch) if c.end <= stop else None
        found += [(Speaker(None, body), (c.start, c.end))] if body else []
    names = [
        (speaker, _in_short(scene.words(speaker.name_span)))
        for speaker in scene.speakers.values()
        if speaker.individual_id and speaker.name_span
    ]
    for paper in scene.papers:
        receivers = {scene.words(sending.receiver) for sending in paper.sendings}
        names += [(Speaker(None, paper.body), _short_for(name)) for name in sorted(receivers)]
    for speaker, pattern in names:
        at = re.compile(pattern).finditer(scene.reading.text, stretch.start, stop)
        found += [(speaker, each.span()) for each in at]
    return sorted(found, key=lambda each: (-each[1][1], each[1][0]))


def _in_short(name: str) -> str:
    """A pattern of a name, and of the surname alone."""
    return rf"{re.escape(name)}|\b{re.escape(name.split()[-1])}\b(?![’'])"


class Suitor(NamedTuple):
    """Who goes to court: the kind of the court matter, empty where no words tell; and by name."""

    kind: str
    named: tuple[Speaker, Span] | None = None

    def cells(self, role: str) -> list[Cell]:
        """Whom the text names, as the cell of an actor or a petitioner."""
        if self.named is None:
            return []
        speaker, span = self.named
        return [speaker.cell(f"{role}_individual_id", f"{role}_agency_id", span)]


def suitor(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> Suitor:
    """Who goes to court: whom a sentence names as a subject before the words, or an office."""
    told = scene.reading.text[stretch.start : span[0]]
    if WORDS["the_agency"].search(told):
        return Suitor("enforcement")
    if WORDS["own_office"].search(told):
        return Suitor("recipient_suit")
    for speaker, at in before(scene, stretch, span[0]):
        is_object = WORDS["object"].search(scene.reading.text[stretch.start : at[0]])
        if is_object or speaker.side == "court":
            continue
        place = speaker.body.jurisdiction_id if speaker.body else None
        is_own = place is not None and place == paper.body.jurisdiction_id
        others = "enforcement" if speaker.side == "agency" else "third_party_suit"
        return Suitor("recipient_suit" if is_own else others, (speaker, at))
    return Suitor("third_party_suit" if WORDS["private_group"].search(told) else "")


def _short_for(name: str) -> str:
    """A pattern of the name of a recipient, or of "the office", by the word for what it is."""
    office = re.escape(name.split()[0] if offices.HOLDER.match(name) else name.split()[-1])
    title = rf"(?! (?:{'|'.join((*offices.KEEPERS, *offices.HEADS, *offices.TITLES))})\b)"
    return rf"{re.escape(name)}|\b(?i:the {office}\b{title}(?: (?:department|office))?)"


def is_anothers(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> bool:
    """Whether a council or the like, which did not receive the papers, or another body or place
    is the subject."""
    if scene.is_anothers(paper, stretch, span):
        return True
    before = scene.reading.text[stretch.start : span[0]]
    receiver = scene.words(paper.main.receiver).lower() if paper.sendings else ""
    subject = next(iter(reversed(list(WORDS["own_voice"].finditer(before)))), None)
    own = receiver
    is_whole = re.search(r"county$|city$|^(?:city|town|village|state) of", own)
    if subject is None or is_whole or subject[0].lower() in own:
        return False
    after = before[subject.end() :].lower()
    if set(OWN_WORD.findall(before[: subject.start()].lower())[-1:]) & {*own.split()} - OF_PLACES:
        return False  # "the library board", "the district's commissioners"
    return not any(word in after for word in own.split() if len(word) > len("county"))


OWN_WORD = re.compile(r"(?<![’'])\b[a-z-]+(?=(?:[’']s)? )")
OF_PLACES = frozenset("county city town state village office the of and".split())
"""Words of the name of a recipient that a council of its government shares."""


AND = re.compile(r" (?:is|was|are|were|has|had|have|will|would) [^.;,“”]{3,60} and $")
"""Another verb of the same subject: "the agency was reading it and had not decided"."""


def is_agencys(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether a federal body is the subject of the words, so that no recipient answers there."""
    text = scene.reading.text
    told = text[stretch.start : span[0]]
    if text[span[0]].islower() and not scene.words(span).startswith(("the ", "its ")):
        told = AND.sub(" ", told)
    if WORDS["the_agency"].search(told):
        return True
    if _is_addressed(scene, stretch, span):
        return True
    nearest = next(iter(before(scene, stretch, span[0])), None)
    between = scene.reading.text[nearest[1][1] : span[0]] if nearest else ""
    is_next = len(between) < NEXT_TO and not re.search(r"[,;]|\b(?:that|which|who)\b", between)
    return bool(nearest and is_next and nearest[0].side == "agency")


def _is_addressed(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether the subject of the words is a body to which somebody wrote in the sentence before:
    that is the agency."""
    last = scene.reading.before(stretch)
    subject = SUBJECT.fullmatch(scene.reading.text, stretch.start, span[0])
    if last is None or subject is None:
        return False
    to_it = rf"\b(?:to|asked|told) {subject['who']}\b"
    return re.search(to_it, scene.words(last.span), re.I) is not None


SUBJECT = re.compile(
    r"(?P<who>The [A-Za-z]+) (?:(?:ha[sd]|have|did|does|still|also|then|not|yet|never) )*"
)
"""A body by a noun as the subject of the words behind."""
NEXT_TO = 25  # characters between a subject and its verb


def keeper(before: str) -> str:
    """The keeper of records that is the last subject before words; empty for none.

    >>> keeper("The sheriff's office said that the county clerk had ")
    'clerk'
    """
    named = list(WORDS["subject_office"].finditer(before))
    return named[-1]["office"].lower() if named else ""


def is_judges(scene: Scene, stretch: Stretch, span: Span | None = None) -> bool:
    """Whether a judge is named last before some words, or, where the sentence begins with "he" or
    "she", in the one before."""
    own = before(scene, stretch, span[0]) if span else []
    named = (who for who, _ in own if who.individual_id or who.body)
    if next((who.side == "court" and not who.is_of(scene.papers) for who in named), False):
        return True
    last = scene.reading.before(stretch)
    if last is None or not re.match(r"(?:He|She)\b", scene.words(stretch.span)):
        return False
    named = (who for who, _ in before(scene, last, last.end) if who.individual_id)
    return next((who.side == "court" for who in named), False)


def own_paper(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> Paper:
    """The act of whoever is the subject of words, if it got papers too: a recipient that a new
    clause of the sentence names, or a keeper of records."""
    before = scene.reading.text[stretch.start : span[0]]
    named = [(before.rfind(n), p) for p in scene.papers for n in p.names or [_name(scene, p)] if n]
    at, last = max(named, key=lambda each: each[0], default=(-1, paper))
    if at > 0 and last.body != paper.body and CLAUSE.search(before[:at]):
        return last
    office = keeper(scene.reading.text[stretch.start : span[0]])
    if not office or office in _name(scene, paper).lower():
        return paper
    others = (p for p in scene.papers if office in _name(scene, p).lower())
    return next(others, paper)


CLAUSE = re.compile(r"(?:[,;—]|\b(?:while|but|though|whereas)) (?:(?:while|but|and) )?(?:the )?$")
"""What joins a clause with a subject of its own."""


def _name(scene: Scene, paper: Paper) -> str:
    return scene.words(paper.main.receiver) if paper.sendings else ""


FOR_ALL = frozenset(("response", "production"))
OF_ALL = "does it answer all these papers? yes: keep | only those of this file: delete acts"
OF_THEM = "is it about all these papers? yes: keep | only those of this file: delete acts"
IN_COURT = ("petition", "suit", "motion", "hearing", "hearing_set", "order", "threat")
OF_SEVERAL = dict.fromkeys(FOR_ALL, OF_ALL) | dict.fromkeys(IN_COURT, OF_THEM)
"""What is asked of an event that may concern several acts of one body, by its kind."""


def _heads(scene: Scene, paper: Paper, speaker: Speaker) -> bool:
    """Whether a bare "Commissioner" or the like speaks in a sentence that names the recipient."""
    if not HEAD.fullmatch(speaker.title) or not (speaker.name_span and paper.sendings):
        return False
    stretch = scene.reading.at(speaker.name_span[0])
    return stretch is not None and scene.words(paper.main.receiver) in scene.words(stretch.span)


HEAD = re.compile(r"(?:(?:Acting|Interim|Deputy) )?(?:Commissioner|Superintendent|Chief)")
"""Whoever leads a body of which the title does not tell."""


def doubted(scene: Scene, paper: Paper, event: Row) -> Row:
    """The event with a question where the person who acts holds another office, or acts for all."""
    same = [p.act_id for p in scene.papers if p.body.agency_id == paper.body.agency_id]
    if event.pairs["kind"] in OF_SEVERAL and len(same) > 1 and len(event.said) == 1:
        own_words = scene.reading.text[slice(*event.said[0].stretch.span)].lower()
        if not ORDINAL.search(own_words):
            event = replace(event, pairs={**event.pairs, "acts": same})
            if not scene.belonging.are_all(event.said[0].stretch):
                event = event.asking(acts=OF_SEVERAL[str(event.pairs["kind"])])
    own = scene.words(paper.main.receiver).lower() if paper.sendings else ""
    actors = {c.code for c in event.cells if c.column == "actor_individual_id"}

    def kinds(other: Paper) -> set[str]:
        return set(offices.KIND.findall(scene.words(other.main.receiver).lower()))

    for speaker in scene.speakers.values():
        cells = speaker.row.cells if speaker.row else ()
        titles = [scene.words(cell.span) for cell in cells if cell.column == "title"]
        is_bare = speaker.body is None and re.fullmatch(r"[Ss]pokes\w+", " ".join(titles))
        if speaker.individual_id in actors and is_bare:
            return event.asking(actor_individual_id=FOR_WHOM.format(titles[0], own))
        office = offices.LEADS.search(" ".join(titles))
        fit = [p for p in scene.papers if groups.leads(" ".join(titles)) & kinds(p)]
        office = None if office and (fit == [paper] or _heads(scene, paper, speaker)) else office
        if speaker.individual_id in actors and office and office[0].lower() not in own:
            asked = ANSWERED.format(scene.words(paper.main.receiver), titles[0])
            return event.asking(actor_individual_id=asked)
    return event
