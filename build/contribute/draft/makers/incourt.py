"""What happens in court, by turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contribute.draft.makers import actors, happenings
from contribute.draft.makers.happenings import Happening
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell
from ice_subpoenas.derivations.find import Span

COURT = {
    "no_appeal": r"\b(?:will|would|did|does) not appeal\b",
    "appeal": r"\bappealed\b|\bfiled an appeal\b",
    "hearing_set": r"\b(?P<words>(?:scheduled|set) (?:an? |the )?(?:\w+ )?(?:hearing|arguments?)|"
    r"(?:hearing|arguments) (?:is|are|was|were|has been) (?:set|scheduled)|"
    r"(?:is|are) (?:set|scheduled) to hear|"
    r"(?:is to|will) (?:hear (?:arguments?|the (?:case|matter|parties))|hold a hearing)|"
    r"hearing on (?:the|its|that) (?:petition|request|matter|case) is (?:set|scheduled))\b",
    "hearing": r"\bheard arguments?\b|\bheld a hearing\b|\bat a hearing\b|\bhearing was held\b",
    "petition": r"\b(?P<words>asked (?:an?|the) [^;“”]{0,70}?(?:[Jj]udge|[Cc]ourt))\b"
    r"[^;“”]{0,70}? to (?:enforce|order|compel)\b|"
    r"\bfiled a petition\b|\bpetitioned\b|\bsued to enforce\b|\bwent to (?:federal )?court\b",
    "order": r"\b(?:judge|court)\b[^.;“”]{0,40}?\b"
    r"(?P<words>ordered|ruled|granted|denied|quashed|blocked|dismissed)\b",
    "threat": r"\b(?:will|would|could|may|might) (?:go to|take [^.;“”]{0,40} to|ask a|seek a) "
    r"(?:federal )?(?:court|judge)\b|\bthreatened to (?:sue|go to court)\b",
    "suit": r"\bsued\b|\bfiled (?:a )?(?:law)?suit\b",
    "withdrawal": r"\bwithdrew\b|\bwithdrawn\b|\brescinded\b",
    "settlement": r"\bsettled\b|\breached an agreement\b",
    "no_production": r"\b(?:has|have|had) not (?:yet )?"
    r"(?:answered|responded|replied|produced|provided|turned over)\b",
}
"""Turns of phrase for what happens in court, the most telling first."""
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
MOVED_BY = frozenset(("petition", "threat", "withdrawal"))
"""What the government does: its body before the verb did it."""


def in_court(scene: Scene) -> Iterator[Happening]:
    """What happens in court, one kind a sentence."""
    for stretch in scene.reading.body:
        paper = scene.paper(stretch)
        is_other = ANOTHER.search(scene.reading.text, *stretch.span)
        if paper is None or stretch.region != "body" or is_other:
            continue
        for kind, pattern in COURT.items():
            if match := re.compile(pattern, re.I).search(scene.reading.text, *stretch.span):
                if kind == "order" and _is_no_ruling(scene, stretch, match):
                    continue
                span = match.span("words") if match.groupdict().get("words") else match.span()
                cells = [Cell("kind", span), *_mover(scene, paper, stretch, span, kind)]
                event = happenings.event(scene, paper, stretch, cells, kind)
                yield paper, kind, None, actors.doubted(scene, paper, event)
                break


def _is_no_ruling(scene: Scene, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether a court decides somebody's own case, or decides only in a condition."""
    before = scene.reading.text[stretch.start : match.start()]
    own = OF_A_PERSON.match(scene.reading.text, match.end("words"), stretch.end)
    is_of_papers = own and re.search(r"subpoena|summons|petition|records", own[0])
    return bool(UNREAL.search(before) or (own and not is_of_papers))


def _mover(scene: Scene, paper: Paper, stretch: Stretch, span: Span, kind: str) -> Iterator[Cell]:
    """Who acts in court: a federal body, or else the recipient, before the verb."""
    if kind in MOVED_BY:
        for mover, at in actors.before(scene, stretch, span[0]):
            if mover.individual_id is None and mover.side == "agency":
                yield mover.cell("actor_individual_id", "actor_agency_id", at)
                return
    elif kind == "no_production":
        yield from actors.actor(scene, paper, stretch, span)
