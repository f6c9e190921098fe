"""What happens in court, by turns of phrase."""

import re
from collections.abc import Iterator, Mapping

from contribute.draft.makers import deeds
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
ORDERED = {"order", "hearing_set"}
"""What a judge may do in one sentence: order something, and set a day for a hearing on it."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
UNREAL = re.compile(r"\b(?:unless|until|if|without|whether|before|should)\b[^.;,“”]*$", re.I)
"""Words before an order that nobody has given, or before a step that nobody announces."""
NO_RULING = re.compile(r"(?:has|had|did)(?: not|n[’']t)(?: yet)? $|\b(?:said|says) (?:she|he) $")
"""Words before the verb of a ruling by which there was none."""
OF_JUDGE = frozenset(("hearing", "hearing_set", "order"))
"""What a judge does, where the sentence names one."""
BEGUN = {
    "suit": {"enforcement": "petition"},
    "petition": {"third_party_suit": "suit", "recipient_suit": "suit"},
    "motion": {"enforcement": "petition", "third_party_suit": "suit"},
}
"""What begins a court matter, and what it is instead by the kind of the matter."""
OF_SUIT = re.compile(r"(?:It|The (?:law)?suit|The complaint|In (?:it|the (?:law)?suit)) ")
"""How a sentence begins that tells what the suit of the one before asks."""
ENFORCED = re.compile(r"\b(?:enforc|compel)")
ASKS = re.compile(r"ask", re.I)
MOVED_BY = frozenset(("petition", "threat", "withdrawal"))
"""What the government does: its body before the verb did it."""


BY_WHOM = (
    "who went to court? the government, to have the papers enforced: keep | the recipient: kind = "
    '"motion" | somebody else: kind = "suit"'
)


def in_court(scene: Scene) -> Iterator[Happening]:
    """What happens in court: of each sentence the most telling, and what may stand beside it."""
    sued: set[int] = set()
    for stretch in scene.reading.body:
        paper = scene.paper(stretch)
        is_other = WORDS["another"].search(scene.reading.text, *stretch.span)
        if paper is None or stretch.region != "body" or is_other:
            continue
        for kind, span in _told(scene, stretch):
            if kind == "no_production" and _is_no_recipients(scene, paper, stretch, span):
                continue
            if happenings.is_long_ago(scene, paper, stretch):
                continue
            if deeds.of_others_papers(scene, paper, stretch, span):
                continue
            who = actors.suitor(scene, paper, stretch, span) if kind in BEGUN else None
            kind = BEGUN[kind].get(who.kind, kind) if who else kind
            if kind == "petition" and actors.is_bare_suit(scene.words(span)):
                kind = kind if ENFORCED.search(scene.words(stretch.span)) else "suit"
            before = scene.reading.before(stretch)
            is_told = before and before.number in sued and OF_SUIT.match(scene.words(stretch.span))
            if kind == "petition" and is_told:
                continue
            sued |= {stretch.number} if kind == "suit" else set()
            own = who.cells("actor") if who and kind in ("suit", "motion") else []
            if who and who.kind == "recipient_suit" and ASKS.match(scene.words(span)):
                kind = "motion"
            cells = [Cell("kind", span), *(own or mover(scene, paper, stretch, span, kind))]
            event = happenings.event(scene, paper, stretch, cells, kind)
            if (
                kind == "petition"
                and who
                and not who.kind
                and not FOR.search(_near(scene, stretch))
            ):
                event = event.asking(kind=BY_WHOM)
            yield paper, kind, None, actors.doubted(scene, paper, event)


def _is_no_recipients(scene: Scene, paper: Paper, stretch: Stretch, span: Span) -> bool:
    """Whether it is not the recipient that gave no answer to its papers."""
    is_others = actors.is_anothers(scene, paper, stretch, span)
    return is_others or actors.is_agencys(scene, stretch, span)


def _told(scene: Scene, stretch: Stretch) -> Iterator[tuple[str, Span]]:
    """The kinds of a sentence with their words, none within the words of another."""
    taken: dict[str, Span] = {}
    for kind, pattern in COURT.items():
        text = scene.reading.text
        counted = happenings.COUNTED  # from what is told elsewhere
        found = (
            m
            for m in pattern.finditer(text, *stretch.span)
            if not counted.search(text, stretch.start, m.start())
            and not (kind == "order" and _is_no_ruling(scene, stretch, m))
        )
        if (match := next(found, None)) is None:
            continue
        span = match.span("words") if match.groupdict().get("words") else match.span()
        before = scene.reading.text[stretch.start : span[0]]
        if (
            (kind in MOVED_BY and _is_recipients(scene, stretch, match))
            or WORDS["not_done"].search(before)
            or (kind in BEGUN and WORDS["foretold"].search(before))
            or (kind == "petition" and WORDS["option"].search(before))
            or (kind == "threat" and UNREAL.search(before))
            or (kind in PLEAS and NOMINAL.match(text, *span) and WORDS["ruled_on"].search(before))
            or happenings.is_no_deed(scene, stretch, span[0])
            or (kind == "hearing" and WORDS["to_come"].search(before))
            or (kind in ("hearing", "hearing_set") and _is_of_board(scene, stretch))
        ):
            continue
        kind = "threat" if kind == "petition" and WORDS["threatened"].search(before) else kind
        is_next = kind == "order" and re.search(r"\band(?: then)? $", before)
        is_apart = all(b <= span[0] or span[1] <= a for a, b in taken.values())
        is_first = all(span[1] <= a for a, _ in taken.values())
        are_two = {kind, *taken} <= TOGETHER or ({kind, *taken} == ORDERED and is_first)
        are_two = are_two or _in_turn({**taken, kind: span})
        if not taken or (is_apart and (is_next or are_two)):
            taken[kind] = span
            yield kind, span


def _in_turn(steps: Mapping[str, Span]) -> bool:
    """Whether one sentence tells a petition or suit, and what a court then did, in this order."""
    places = [steps[kind] for kind in TURNS if kind in steps]
    return steps.keys() <= {*TURNS} and places == sorted(places)


def _is_of_board(scene: Scene, stretch: Stretch) -> bool:
    """Whether a board or council holds a hearing, and no court."""
    words = scene.words(stretch.span)
    return bool(WORDS["of_a_board"].search(words)) and not re.search(
        r"\b(?:[Jj]udge|[Cc]ourt)\b", words
    )


def _is_recipients(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether it is the recipient that goes to court, or nobody says that the government does."""
    before = scene.reading.before(stretch)
    near = scene.words(before.span) if before else ""
    if AGAINST.search(scene.words(stretch.span)) or (
        WORDS["any_filing"].match(match[0]) and AGAINST.search(near)
    ):
        return True
    subject = scene.words((stretch.start, match.start()))
    meant = actors.last_person(scene, stretch) if WORDS["pronoun"].search(subject) else None
    if meant and meant.side != "agency":
        return True
    if OFFICE.search(subject) and not FOR.search(scene.words(stretch.span)):
        return True
    return bool(WORDS["any_filing"].match(match[0])) and not FOR.search(_near(scene, stretch))


def _near(scene: Scene, stretch: Stretch) -> str:
    """The words of a sentence and of the one before."""
    before = scene.reading.before(stretch)
    near = scene.words(before.span) if before else ""
    return f"{near} {scene.words(stretch.span)}"


AGAINST = re.compile(r"\b(?:quash|throw (?:[\w’-]+ ){0,4}?out|set aside|block|void|strike down)\b")
FOR = WORDS["for"]
OFFICE = WORDS["office"]


def _is_no_ruling(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court decides somebody's own case, or decides only in a condition or not yet."""
    text = scene.reading.text
    before = text[stretch.start : match.start()]
    own = WORDS["of_a_person"].match(text, match.end("words"), stretch.end)
    is_of_papers = own and re.search(r"subpoena|summons|petition|records", own[0])
    is_open = NO_RULING.search(text, stretch.start, match.start("words"))
    is_none = is_open or UNREAL.search(before) or not _is_courts(scene, stretch, match)
    return bool(is_none or (own and not is_of_papers))


def _is_courts(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court rules: it is named before the verb, or a judge is by name or as "she"; or
    what is denied or granted is what the government asks of courts alone."""
    text, start = scene.reading.text, match.start("words")
    if match.start() < start or WORDS["governments"].match(text, match.end("words"), stretch.end):
        return True
    is_plain = match["words"].lower() in UNOBJECTED
    is_plea = WORDS["plea"].match(text, match.end("words"), stretch.end)
    named = next(iter(actors.before(scene, stretch, start)), None)
    is_hers = re.fullmatch(r"(?:He|She) (?:also |then )?", text[stretch.start : start])
    is_next = named and BESIDE.fullmatch(text, named[1][1], start) and named[0].side == "court"
    return bool(
        (is_plain or is_plea) and (is_next or (is_hers and actors.is_judges(scene, stretch)))
    )


UNOBJECTED = ("ruled", "ordered")
"""What a judge does, whatever the words behind it are."""
BESIDE = re.compile(r" (?:also |then |(?:on )?\w+day )?")
"""What stands between a judge and the verb of a ruling."""
PLEAS = ("petition", "motion")
NOMINAL = re.compile(r"(?:[\w-]+ )?(?:petition|motion|lawsuit|suit)\b", re.I)
"""What is asked of a court as a noun, which words before it may grant or deny."""


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
