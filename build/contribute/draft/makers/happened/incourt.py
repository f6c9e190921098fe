"""What happens in court, by turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contribute.draft.makers.happened import actors, happenings
from contribute.draft.makers.happened.happenings import Happening
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell
from ice_subpoenas.derivations.find import Span

COURT = {
    "no_appeal": r"\b(?:will|would|did|does) not appeal\b",
    "appeal": r"\bappealed\b|\bfiled an appeal\b",
    "hearing_set": r"\b(?P<words>(?:scheduled|set) (?:an? |the )?(?:\w+ )?(?:hearing|arguments?)|"
    r"(?:hearing|arguments)(?: before [^.;]{3,40}?)? (?:is|are|was|were|has been) "
    r"(?:set|scheduled)|"
    r"(?:is|are) (?:set|scheduled) to hear|"
    r"(?:is to|will) (?:hear (?:arguments?|the (?:case|matter|parties))|hold a hearing)|"
    r"(?:hearing|arguments) (?:set|scheduled) for|"
    r"hearing on (?:the|its|that) (?:petition|request|matter|case) is (?:set|scheduled))\b",
    "hearing": r"\bheard (?:oral )?arguments?\b|\bheard from (?:both sides|the parties|lawyers|"
    r"attorneys)\b|\blistened to (?:lawyers|both sides)\b|\bheld a hearing\b|"
    r"\b(?:at|during|after) (?:an?|the|[\w-]+[’']s) (?:[\w-]+ ){0,2}?hearing\b|"
    r"\ba hearing before\b|"
    r"\bjudge (?:on \w+ )?(?:pressed|questioned|grilled) (?:the )?(?:lawyers|attorneys)\b|"
    r"\bhearing was held\b|\bhearing (?:took place|lasted)\b",
    "petition": r"\b(?P<words>ask(?:ed|s|ing) (?:(?:an?|the) )?[^;“”]{0,70}?"
    r"(?:[Jj]udge|[Cc]ourt))\b"
    r"[^;“”]{0,70}? to (?:enforce|order|compel|make|force|require)\b|"
    r"\bfiled (?:a petition|(?:a motion|suit|a lawsuit|papers)[^.;“”]{0,60} to (?:enforce|compel))"
    r"|\b(?:petition|lawsuit|suit|complaint|motion)(?:,)? (?:(?:that )?was )?filed\b|"
    r"\bfiled (?:its|their|that|the) (?:petition|motion|suit|lawsuit)\b|"
    r"\bmoved (?:on [\w. ]{3,12} )?(?:to have|for|that) [^.;“”]{0,60}\benforce(?:ment)?\b|"
    r"\b(?:sought|requested|asked for|is seeking) an? (?:federal )?(?:court |judge[’']s )?"
    r"(?:order|ruling)\b|\bfiled to enforce\b"
    r"|\bpetition(?:ed|ing) (?:(?:the|an?) )?(?:[^.;“”]|(?<=U)\.|(?<=S)\.){0,40}?(?:court|judge)\b|"
    r"\bsued to enforce\b|\bwith a petition to (?:enforce|compel)\b|"
    r"\bwent to (?:federal )?court\b|\b(?:took|taken) (?:the|[A-Z])[^.;“”]{0,40} to "
    r"(?:federal )?court\b",
    "order": r"\b(?:judge|court|magistrate|chancellor)\b"
    r"(?:[^.;“”]|(?<=[A-Z][a-z]{2})\.|(?<=Sept)\.){0,60}?\b"
    r"(?P<words>ordered|ruled|granted|denied|quashed|blocked|dismissed)\b",
    "threat": r"\b(?:will|would|could|may|might) (?:go to|take [^.;“”]{0,40} to|ask a|seek a) "
    r"(?:federal )?(?:court|judge)\b|\bthreatened to (?:sue|go to court)\b|"
    r"\bwould seek to (?:have [^.;“”]{0,30} )?enforced?\b",
    "suit": r"\bsued\b|\bfiled (?:a )?(?:law)?suit\b",
    "withdrawal": r"\bwithdrew\b|\bwithdrawn\b|\brescinded\b",
    "settlement": r"\bsettled\b|\breached an agreement\b",
    "no_production": r"\b(?:has|have|had) not (?:yet )?"
    r"(?:answered|responded|replied|produced|provided|turned over)\b",
}
"""Turns of phrase for what happens in court, the most telling first."""
TOGETHER = frozenset(("hearing", "petition", "hearing_set"))
"""What one sentence may tell beside other things; of the rest the most telling is taken."""
ORDERED = {"order", "hearing_set"}
"""What a judge may do in one sentence: order something, and set a day for a hearing on it."""
ANOTHER = re.compile(
    r"\b(?:earlier|previous|prior) (?:subpoena|request|summons)|"
    r"\b(?:separate|another|different) (?:case|matter|lawsuit)\b"
)
"""Sentences about other papers or cases than the article's; the draft asks a person about them."""
UNREAL = re.compile(r"\b(?:unless|until|if|without|whether|before|should)\b[^.;,“”]*$", re.I)
"""Words before an order that nobody has given."""
OF_A_PERSON = re.compile(
    r"[^.;,“”]{0,40}?\b(?:charges?|counts?|indictments?|bail|bond|asylum|deportation|removal|"
    r"probation|sentences?|pleas?)\b|"
    r" (?:him|her|the (?:man|woman)) (?:to be )?(?:released|freed|held|jailed|deported|removed)\b"
)
"""Words after a ruling on somebody's own case."""
NO_RULING = re.compile(r"(?:has|had|did)(?: not|n[’']t)(?: yet)? $|\b(?:said|says) (?:she|he) $")
"""Words before the verb of a ruling by which there was none."""
NOT_DONE = re.compile(
    r"\b(?:not|never|declined to|refused to|expects? to|likely to|could|may|might)(?: \w+)? $|"
    r"n[’']t(?: \w+)? $"
)
"""Words before a turn of phrase by which it did not happen."""
TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) (?:to|set to|due to|scheduled to))\b[^.;,]*$"
)
"""Words before a hearing that was not held yet."""
OPTION = re.compile(
    r"\b(?:options?|consider\w*|weigh(?:s|ed|ing)|whether to|possib\w+|threaten\w*)\b[^.;]*$", re.I
)
"""Words before a step in court by which it is only thought of."""
OF_A_BOARD = re.compile(
    r"\b(?:boards?|commission(?:ers)?|councils?|committees?|legislat(?:ure|ors)|supervisors)\b",
    re.I,
)
"""Bodies that hold hearings and are no courts."""
OF_JUDGE = frozenset(("hearing", "hearing_set", "order"))
"""What a judge does, where the sentence names one."""
MOVED_BY = frozenset(("petition", "threat", "withdrawal"))
"""What the government does: its body before the verb did it."""


def in_court(scene: Scene) -> Iterator[Happening]:
    """What happens in court: of each sentence the most telling, and what may stand beside it."""
    for stretch in scene.reading.body:
        paper = scene.paper(stretch)
        is_other = ANOTHER.search(scene.reading.text, *stretch.span)
        if paper is None or stretch.region != "body" or is_other:
            continue
        for kind, span in _told(scene, stretch):
            if kind == "no_production" and actors.is_anothers(scene, paper, stretch, span):
                continue
            is_suit = kind == "suit" and any(mover(scene, paper, stretch, span, "petition"))
            kind = "petition" if is_suit else kind
            cells = [Cell("kind", span), *mover(scene, paper, stretch, span, kind)]
            event = happenings.event(scene, paper, stretch, cells, kind)
            yield paper, kind, None, actors.doubted(scene, paper, event)


def _told(scene: Scene, stretch: Stretch) -> Iterator[tuple[str, Span]]:
    """The kinds of a sentence with their words, none within the words of another."""
    taken: dict[str, Span] = {}
    for kind, pattern in COURT.items():
        match = re.compile(pattern, re.I).search(scene.reading.text, *stretch.span)
        if match is None or (kind == "order" and _is_no_ruling(scene, stretch, match)):
            continue
        span = match.span("words") if match.groupdict().get("words") else match.span()
        before = scene.reading.text[stretch.start : span[0]]
        if (
            (kind in MOVED_BY and _is_recipients(scene, stretch, match))
            or NOT_DONE.search(before)
            or (kind == "hearing" and TO_COME.search(before))
            or (kind in ("hearing", "hearing_set") and _is_of_board(scene, stretch))
        ):
            continue
        kind = "threat" if kind == "petition" and OPTION.search(before) else kind
        is_next = kind == "order" and re.search(r"\band(?: then)? $", before)
        is_apart = all(b <= span[0] or span[1] <= a for a, b in taken.values())
        is_first = all(span[1] <= a for a, _ in taken.values())
        are_two = {kind, *taken} <= TOGETHER or ({kind, *taken} == ORDERED and is_first)
        if not taken or (is_apart and (is_next or are_two)):
            taken[kind] = span
            yield kind, span


def _is_of_board(scene: Scene, stretch: Stretch) -> bool:
    """Whether a board or council holds a hearing, and no court."""
    words = scene.words(stretch.span)
    return bool(OF_A_BOARD.search(words)) and not re.search(r"\b(?:[Jj]udge|[Cc]ourt)\b", words)


def _is_recipients(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether it is the recipient that goes to court, or nobody says that the government does."""
    before = scene.reading.before(stretch)
    near = scene.words(before.span) if before else ""
    if AGAINST.search(scene.words(stretch.span)) or (
        ANY_FILING.match(match[0]) and AGAINST.search(near)
    ):
        return True
    subject = scene.words((stretch.start, match.start()))
    if OFFICE.search(subject) and not FOR.search(scene.words(stretch.span)):
        return True
    told = f"{near} {scene.words(stretch.span)}"
    return bool(ANY_FILING.match(match[0])) and not FOR.search(told)


AGAINST = re.compile(r"\b(?:quash|throw out|set aside|block|void|strike down)\b")
FOR = re.compile(
    r"\b(?:enforce\w*|compel\w*|government|federal|ICE|Justice Department|U\.S\. attorney)\b"
)
OFFICE = re.compile(
    r"\b(?:[Cc]ounty|[Cc]ity|[Ss]tate|[Cc]ommissioners|[Cc]ouncil|[Bb]oard|[Ss]heriff|[Cc]lerk|[Dd]istrict|"
    r"[Dd]epartment)\b"
)
"""Those who got papers, as the subject of a step in court."""
ANY_FILING = re.compile(
    r"(?:motion|suit|lawsuit|complaint|filed (?:its|their|that|the) (?:motion|suit|lawsuit))\b",
    re.I,
)
"""A paper in court of which the words do not say what it asks."""


def _is_no_ruling(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court decides somebody's own case, or decides only in a condition or not yet."""
    text = scene.reading.text
    before = text[stretch.start : match.start()]
    own = OF_A_PERSON.match(text, match.end("words"), stretch.end)
    is_of_papers = own and re.search(r"subpoena|summons|petition|records", own[0])
    is_open = NO_RULING.search(text, stretch.start, match.start("words"))
    return bool(UNREAL.search(before) or is_open or (own and not is_of_papers))


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
