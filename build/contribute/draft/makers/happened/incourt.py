"""What happens in court, by turns of phrase."""

import re
from collections.abc import Iterator, Mapping

from contribute.draft.makers.happened import actors, happenings
from contribute.draft.makers.happened.happenings import Happening
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell
from contribute.draft.turns import turns
from ice_subpoenas.derivations.find import Span

PIECES = {
    "UNDOING": r"(?:[^.;]|(?<=[A-Z][a-z]{2})\.){0,80}"
    r"\b(?:thrown out|quash\w*|set aside|block\w*|void\w*)\b"
}
"""Words behind "went to court" by which somebody wants papers undone, and none enforced."""
COURT = turns(__file__, "court", PIECES)
"""Turns of phrase for what happens in court, the most telling first."""
TOGETHER = frozenset(("hearing", "petition", "hearing_set", "opposition"))
"""What one sentence may tell beside other things; of the rest the most telling is taken."""
TURNS = ("petition", "suit", "hearing", "order", "hearing_set")
"""What follows on one another in court and may be told in one sentence."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
UNREAL = re.compile(r"\b(?:unless|until|if|without|whether|before|should)\b[^.;,“”]*$", re.I)
"""Words before an order that nobody has given, or before a step that nobody announces."""
OF_JUDGE = frozenset(("hearing", "hearing_set", "order"))
"""What a judge does, where the sentence names one."""
BEGUN = {
    "suit": {"enforcement": "petition"},
    "petition": {"third_party_suit": "suit", "recipient_suit": "suit"},
    "motion": {"enforcement": "petition", "third_party_suit": "suit"},
}
"""What begins a court matter, and what it is instead by the kind of the matter."""
MOVED_BY = frozenset(("petition", "threat", "withdrawal"))
"""What the government does: its body before the verb did it."""
BY_WHOM = (
    "who went to court? the government, to have the papers enforced: keep | the recipient: kind = "
    '"motion" | somebody else: kind = "suit"'
)


def in_court(scene: Scene) -> Iterator[Happening]:
    """What happens in court: of each sentence the most telling, and what may stand beside it."""
    for stretch in scene.reading.body:
        paper = scene.paper(stretch)
        is_other = WORDS["another"].search(scene.reading.text, *stretch.span)
        if paper is None or stretch.region != "body" or is_other:
            continue
        if happenings.is_long_ago(scene, paper, stretch):
            continue
        for kind, span in _told(scene, stretch):
            is_others = actors.is_anothers(scene, paper, stretch, span)
            is_others = is_others or actors.is_agencys(scene, stretch, span)
            if kind == "no_production" and is_others:
                continue
            who = actors.suitor(scene, paper, stretch, span) if kind in BEGUN else None
            kind = BEGUN[kind].get(who.kind, kind) if who else kind
            own = who.cells("actor") if who and kind in ("suit", "motion") else []
            if who and who.kind == "recipient_suit" and scene.words(span).startswith("ask"):
                kind = "motion"
            cells = [Cell("kind", span), *(own or mover(scene, paper, stretch, span, kind))]
            event = happenings.event(scene, paper, stretch, cells, kind)
            is_nobodys = kind == "petition" and who and not who.kind
            if is_nobodys and not FOR.search(_near(scene, stretch)):
                event = event.asking(kind=BY_WHOM)
            yield paper, kind, None, actors.doubted(scene, paper, event)


def _told(scene: Scene, stretch: Stretch) -> Iterator[tuple[str, Span]]:
    """The kinds of a sentence with their words, none within the words of another."""
    text = scene.reading.text
    taken: dict[str, Span] = {}
    for kind, pattern in COURT.items():
        found = (
            m
            for m in pattern.finditer(text, *stretch.span)
            if not happenings.COUNTED.search(text, stretch.start, m.start())
            and not (kind == "order" and not _is_courts(scene, stretch, m))
        )
        if (match := next(found, None)) is None or _is_undone(scene, stretch, kind, match):
            continue
        span = match.span("words") if match.groupdict().get("words") else match.span()
        is_apart = all(b <= span[0] or span[1] <= a for a, b in taken.values())
        is_next = kind == "order" and re.search(r"\band(?: then)? $", text[stretch.start : span[0]])
        are_two = {kind, *taken} <= TOGETHER or _in_turn({**taken, kind: span})
        if not taken or (is_apart and (is_next or are_two)):
            taken[kind] = span
            yield kind, span


def _is_undone(scene: Scene, stretch: Stretch, kind: str, match: re.Match[str]) -> bool:
    """Whether words tell a step in court that nobody took, or that is not the government's."""
    start = match.start("words") if match.groupdict().get("words") else match.start()
    before = scene.reading.text[stretch.start : start]
    return bool(
        (kind in MOVED_BY and _is_recipients(scene, stretch, match))
        or WORDS["not_done"].search(before)
        or (kind in ("threat", "order") and UNREAL.search(before))
        or happenings.is_no_deed(scene, stretch, start)
    )


def _in_turn(steps: Mapping[str, Span]) -> bool:
    """Whether one sentence tells a petition or suit, and what a court then did, in this order."""
    places = [steps[kind] for kind in TURNS if kind in steps]
    return steps.keys() <= {*TURNS} and places == sorted(places)


def _is_recipients(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether it is the recipient that goes to court, or nobody says that the government does."""
    subject = scene.words((stretch.start, match.start()))
    if OFFICE.search(subject) and not FOR.search(scene.words(stretch.span)):
        return True
    return bool(WORDS["any_filing"].match(match[0])) and not FOR.search(_near(scene, stretch))


def _near(scene: Scene, stretch: Stretch) -> str:
    """The words of a sentence and of the one before."""
    before = scene.reading.before(stretch)
    near = scene.words(before.span) if before else ""
    return f"{near} {scene.words(stretch.span)}"


FOR = WORDS["for"]
OFFICE = WORDS["office"]


def _is_courts(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court rules: it is named before the verb, or the sentence goes on from one that
    names a judge; or what is denied or granted is what is asked of courts alone."""
    text, start = scene.reading.text, match.start("words")
    if match.start() < start:
        return True
    is_ruling = match["words"].lower() in RULES or WORDS["plea"].match(text, match.end("words"))
    return bool(is_ruling) and actors.is_judges(scene, stretch)


RULES = ("ruled", "ordered")
"""What a judge does, whatever the words behind it are."""


def mover(scene: Scene, paper: Paper, stretch: Stretch, span: Span, kind: str) -> Iterator[Cell]:
    """Who acts in court: a federal body, or else the recipient, before the verb."""
    if kind in MOVED_BY:
        for own, at in actors.before(scene, stretch, span[0]):
            if own.individual_id is None and own.side == "agency":
                yield own.cell("actor_individual_id", "actor_agency_id", at)
                return
    elif kind in OF_JUDGE:
        named = actors.before(scene, stretch, stretch.end)
        judges = (each for each in named if each[0].individual_id and each[0].side == "court")
        yield from (j.cell("actor_individual_id", "actor_agency_id", at) for j, at in [*judges][:1])
    elif kind == "no_production":
        yield from actors.actor(scene, paper, stretch, span)
