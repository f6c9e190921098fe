"""What recipients answer, in words of the sentences about their papers."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contribute.draft.makers.bodies import offices
from contribute.draft.makers.happened import actors, happenings
from contribute.draft.makers.happened.happenings import Happening
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import DAYS
from contribute.draft.makers.persons import groups
from contribute.draft.makers.scene import Scene, Speaker
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Row
from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span

ANSWERS = {
    "refused": ("response", "declined"),
    "ignored": ("response", "declined"),
    "reviewing": ("response", "reviewing"),
    "delayed": ("response", "reviewing"),
    "complied": ("production", "whole"),
    "not_complied": ("no_production", None),
}
"""Kind and result of an event, by the answer that extraction names."""
REFUSES = re.compile(r"\b(?:refus|declin|reject)\w+|\b(?:will|would|wo)(?: not|n[’']t)\b")
DENIES = re.compile(r"\b(?:no|nor|not|neither|never|without|unanswered|ignored)\b|n[’']t\b", re.I)
"""Words without which nothing tells that nothing was produced."""
SHORT_ANSWERS = turns(__file__, "short", {"DAYS": DAYS, "NUMBER": NUMBER})
"""Answers in so few words that extraction passes over them, by their result."""
WORDS = turns(__file__, "words", {"NUMBER": NUMBER, "NOUN": offices.NOUN})
"""Turns of phrase; the table tells what each means."""
NOTHING = re.compile(r" (?:nothing|none|no \w+)\b")
"""Words behind an answer without which it would say the contrary."""


class Answer(NamedTuple):
    """Words that tell an answer, and its kind and result."""

    stretch: Stretch
    span: Span
    kind: str
    result: str | None


def answers(scene: Scene) -> Iterator[Happening]:
    """What recipients answer."""
    found = [
        (paper, each)
        for each in (*_proposed(scene), *_plain(scene))
        if (near := scene.paper(each.stretch))
        and (paper := actors.own_paper(scene, near, each.stretch, each.span))
        and not _is_none(scene, paper, each)
    ]
    found = [*_in_part(scene, found)]
    for paper, each in found:
        yield paper, each.kind, each.result, _row(scene, paper, each)


Own = tuple[Paper, Answer]
"""An answer and the act whose papers it answers."""


def _in_part(scene: Scene, found: Sequence[Own]) -> Iterator[Own]:
    """The answers; a production of which a part was kept back is one in part, and that part is
    not refused besides."""
    kept = {
        (paper.act_id, number): each
        for paper, each in found
        if each.kind == "production"
        for number in _kept(scene, paper, each)
    }
    for paper, each in found:
        if each.kind == "production" and each.result == "whole" and each in kept.values():
            yield paper, _part(scene, each.stretch, each.span)
        elif each.result != "declined" or (paper.act_id, each.stretch.number) not in kept:
            yield paper, each


def _kept(scene: Scene, paper: Paper, given: Answer) -> Iterator[int]:
    """The sentences, from that of a production on, that tell of a part that was kept back."""
    if given.result == "part":
        yield given.stretch.number
    last = given.stretch.number + GOES_ON
    for stretch in (s for s in scene.reading.body if given.stretch.number <= s.number <= last):
        start = given.span[1] if stretch == given.stretch else stretch.start
        is_kept = WORDS["kept_back"].search(scene.reading.text, start, stretch.end)
        if is_kept and stretch.region == "body" and scene.paper(stretch) is paper:
            yield stretch.number


IN_PART = "agreed_in_part"
WHY = "A part of what was asked for is to be given, and these words keep back another: in part."
AGREED_IN_PART = {"by": "inference", "value": IN_PART, "reason": WHY}
GOES_ON = 2  # sentences behind a production that may tell what was kept back of it


def _row(scene: Scene, paper: Paper, answer: Answer) -> Row:
    cells = [Cell("kind", answer.span)]
    if answer.result == IN_PART:
        cells.append(Cell("result", answer.span, more=AGREED_IN_PART))
    elif answer.result:
        cells.append(Cell("result", answer.span, answer.result, "result"))
    cells += actors.actor(scene, paper, answer.stretch, answer.span)
    row = happenings.event(scene, paper, answer.stretch, cells, answer.kind)
    return actors.doubted(scene, paper, row)


def _proposed(scene: Scene) -> Iterator[Answer]:
    """The answers that extraction sees."""
    for c, stretch in scene.candidates("response"):
        if c.value in ANSWERS and c.attributes.get("scope") != "policy":
            yield _answer(scene, c, stretch)


TURNED, AWAY = (
    re.compile(r"\bturn(?:s|ed)?$"),
    re.compile(r" (?:[\w’']+ ){0,4}?(?:down|away|back)\b"),
)
"""The two parts of "turned the subpoena away"."""


def _answer(scene: Scene, c: Candidate, stretch: Stretch) -> Answer:
    """An answer that extraction sees, by the words that say most of it."""
    text = scene.reading.text
    away = TURNED.search(text, c.start, c.end) and AWAY.match(text, c.end)
    span = c.start, away.end() if away else c.end
    is_refusal = away or REFUSES.search(scene.words(span))
    kind, result = ANSWERS["refused" if is_refusal else str(c.value)]
    span = scene.listed("result", span, stretch, result) if result else span
    if result == "declined" and (nothing := NOTHING.match(text, span[1])):
        span = span[0], nothing.end()
    if kind == "production":
        made = _production(scene, stretch, span)
        span, result = made.span, made.result
    if kind == "production" and WORDS["promised"].match(scene.words(span)):
        kind, result = "response", IN_PART if result == "part" else "agreed"
    return Answer(stretch, span, kind, result)


def _production(scene: Scene, stretch: Stretch, span: Span) -> Answer:
    """A production by words for it, in part where the sentence says that not all was produced."""
    text = scene.reading.text
    if some := WORDS["some"].match(text, span[1], stretch.end):
        return Answer(stretch, (span[0], some.end()), "production", "part")
    if WORDS["not_all"].search(text, span[1], stretch.end):
        return _part(scene, stretch, span)
    return Answer(stretch, span, "production", "whole")


def _part(scene: Scene, stretch: Stretch, span: Span) -> Answer:
    """A production in part, by its words and the next ones: alone they would tell of a whole."""
    more = re.compile(r"(?: [\w’'-]+){1,2}").match(scene.reading.text, span[1], stretch.end)
    return Answer(stretch, (span[0], more.end() if more else span[1]), "production", "part")


DECLINED = frozenset(("refused", "ignored"))
"""Answers, as extraction names them, by which a recipient declines."""


def _plain(scene: Scene) -> Iterator[Answer]:
    """The answers of sentences of the article in which extraction sees none."""
    for stretch in (s for s in scene.reading.body if s.region == "body"):
        seen = {c.value for c in scene.reading.inside(stretch, "response") if c.value in ANSWERS}
        for result, pattern in SHORT_ANSWERS.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            if found and not (result == "declined" and DECLINED & seen):
                yield Answer(stretch, found.span(), "response", result)
        gave = None if seen else WORDS["gave"].search(scene.reading.text, *stretch.span)
        if gave:
            yield _production(scene, stretch, gave.span())


def _is_none(scene: Scene, paper: Paper, answer: Answer) -> bool:
    """Whether words tell no answer of the recipient to its papers."""
    stretch, span, text = answer.stretch, answer.span, scene.reading.text
    before = text[stretch.start : span[0]]
    return bool(
        not scene.short(span)
        or _is_term(scene, answer)
        or _is_not_given(scene, answer)
        or WORDS["general"].search(before)
        or WORDS["a_message"].match(text, span[0])
        or WORDS["of_a_noun"].match(text, span[1])
        or WORDS["of_court"].search(text, span[0], stretch.end)
        or (text[slice(*span)] == "said no" and WORDS["denied"].search(before))
        or _is_anothers(scene, paper, answer)
        or happenings.is_no_deed(scene, stretch, span[0])
        or happenings.is_long_ago(scene, paper, stretch)
        or scene.is_of_detainer(stretch)
    )


def _is_term(scene: Scene, answer: Answer) -> bool:
    """Whether words are those of a term to answer, and nobody asks for more time."""
    span = answer.span
    terms = scene.reading.inside(answer.stretch, "deadline")
    is_more = answer.result == "reviewing" and " more " in scene.words(span)
    return not is_more and any(d.start < span[1] and span[0] < d.end for d in terms)


def _is_not_given(scene: Scene, answer: Answer) -> bool:
    """Whether words for giving something tell what is forbidden, demanded, or given only if a
    court says so; or words for giving nothing deny nothing."""
    stretch, span = answer.stretch, answer.span
    words, before = scene.words(span), scene.reading.text[stretch.start : span[0]]
    if answer.kind == "no_production":
        return not DENIES.search(words)
    is_given = answer.kind == "production"
    is_demand = is_given and (WORDS["bare"].match(words) or WORDS["nobody"].search(before))
    is_forbidden = is_given and WORDS["forbidden"].search(before)
    is_yes = is_given or answer.result in ("agreed", IN_PART)
    is_conditional = is_yes and WORDS["condition"].search(scene.words(stretch.span))
    return bool(is_demand or is_forbidden or is_conditional)


def _is_anothers(scene: Scene, paper: Paper, answer: Answer) -> bool:
    """Whether somebody else than the recipient answers: another body, the agency or a judge, or
    whoever is quoted without speaking for it."""
    stretch, span = answer.stretch, answer.span
    return (
        actors.is_anothers(scene, paper, stretch, span)
        or actors.is_agencys(scene, stretch, span)
        or actors.is_judges(scene, stretch, span)
        or _is_only_said(scene, stretch, span)
    )


def _is_only_said(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether somebody who does not speak for a recipient says it in own words."""
    if not scene.reading.is_quoted(span):
        return False
    told = scene.said_in(stretch, span)
    if told is None:
        return is_outsiders(scene, span)
    speaker = told[0]
    return speaker.side == "agency" or not (speaker.side or _is_own(scene, speaker))


def is_outsiders(scene: Scene, span: Span) -> bool:
    """Whether somebody whose name is left out says the words."""
    left_out = {name.split()[-1] for name in scene.names}
    quoted = (c for c in scene.reading.candidates if c.kind == "quotation")
    around = (c for c in quoted if c.start <= span[0] and span[1] <= c.end)
    return any(left_out & {*c.attributes.get("speaker", "").split()} for c in around)


def _is_own(scene: Scene, speaker: Speaker) -> bool:
    """Whether somebody holds or speaks for an office that got papers, or is of no known office."""
    if re.fullmatch(r"(?:spokes\w+)?", speaker.title):
        return True
    receivers = (scene.words(paper.main.receiver) for paper in scene.papers)
    return any(groups.fits(speaker.title, r) for r in receivers)
