"""What recipients answer, in words of the sentences about their papers."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contribute.draft.makers import deeds
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
    "challenged": ("response", "declined"),
    "reviewing": ("response", "reviewing"),
    "delayed": ("response", "reviewing"),
    "complied": ("production", "whole"),
    "responded": ("response", "agreed"),
    "not_complied": ("no_production", None),
}
"""Kind and result of an event, by the answer that extraction names."""
REFUSES = re.compile(r"\b(?:refus|declin|reject)\w+|\b(?:will|would|wo)(?: not|n[’']t)\b")
DENIES = re.compile(r"\b(?:no|nor|not|neither|never|without|unanswered|ignored)\b|n[’']t\b", re.I)
"""Words without which nothing tells that nothing was produced."""
AGREES = re.compile(r"\b(?:agree|will|would|compl|cooperat|willing|provid|hand|turn)\w*", re.I)
"""Words without which a reply tells no consent."""
SHORT_ANSWERS = turns(__file__, "short", {"DAYS": DAYS, "NUMBER": NUMBER})
"""Answers in so few words that extraction passes over them, by their result."""
PIECES = {"DAYS": DAYS, "NUMBER": NUMBER, "NOUN": offices.NOUN, "KEEPER": offices.KEEPER}
WORDS = turns(__file__, "words", PIECES)
"""Turns of phrase; the table tells what each means."""
NOTHING = re.compile(r" (?:nothing|none|no \w+)\b")
"""Words behind an answer without which it would say the contrary."""


class Answer(NamedTuple):
    """Words that tell an answer, and its kind and result."""

    stretch: Stretch
    span: Span
    kind: str
    result: str | None
    why: str = ""
    """Why it is this result, where no words stand for it and it is inferred."""


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
    """The answers; who kept back a part of what was asked for agreed in part, and refused nothing
    else."""
    given = [(paper, each) for paper, each in found if each.kind == "production"]
    kept = {k.stretch.number: (p, k) for paper, each in given for p, k in _kept(scene, paper, each)}
    for paper, each in found:
        is_whole = each.kind == "production" and each.result == "whole"
        if is_whole and any(True for _ in _kept(scene, paper, each)):
            yield paper, _part(scene, each.stretch, each.span)
            continue
        own = [g for p, g in given if p is paper and g.stretch == each.stretch]
        is_rest = any(g.span < each.span and g.result == "part" for g in own)
        is_rest = is_rest and not WORDS["of_papers"].match(scene.reading.text, each.span[1])
        if not (each.result == "declined" and (is_rest or each.stretch.number in kept)):
            yield paper, each
    yield from kept.values()


def _kept(scene: Scene, paper: Paper, given: Answer) -> Iterator[Own]:
    """What the sentences just behind a production tell of a part that was kept back."""
    last = given.stretch.number + GOES_ON
    body = (s for s in scene.reading.body if given.stretch.number <= s.number <= last)
    for stretch in (s for s in body if s.region == "body" and scene.paper(s) is paper):
        is_here = stretch == given.stretch
        start = given.span[1] if is_here else stretch.start
        found = WORDS["kept_back"].search(scene.reading.text, start, stretch.end)
        own = Answer(stretch, found.span(), "response", "declined") if found else None
        if found and own and (is_here or not _is_none(scene, paper, own)):
            span = _part(scene, stretch, found.span()).span
            yield paper, Answer(stretch, span, "response", IN_PART)


IN_PART = "agreed_in_part"
OPEN = "These words rule out both to comply and to refuse, so nothing is decided yet: reviewing."
REASONED = "A letter that tells the agency reasons against its demand declines it."
WHY = "A part of what was asked for was given, and these words keep back another: agreed in part."
AGREED_IN_PART = {"by": "inference", "value": IN_PART, "reason": WHY}
GOES_ON = 2  # sentences behind a production that may tell what was kept back of it
MOTION = re.compile(r"(?:moved|ask(?:ed|ing)|fil(?:ed|ing|es))\b")
"""A step in court by which a recipient fights papers."""


def _row(scene: Scene, paper: Paper, answer: Answer) -> Row:
    cells = [Cell("kind", answer.span)]
    if answer.why:
        more = {"by": "inference", "value": answer.result, "reason": answer.why}
        cells.append(Cell("result", answer.span, more=more))
    elif answer.result == IN_PART:
        cells.append(Cell("result", answer.span, more=AGREED_IN_PART))
    elif answer.result:
        cells.append(Cell("result", answer.span, answer.result, "result"))
    cells += actors.actor(scene, paper, answer.stretch, answer.span)
    counted = WORDS["counted"].match(scene.reading.text, answer.span[1], answer.stretch.end)
    inside = WORDS["counted_in"].search(scene.reading.text, answer.span[0], answer.stretch.end)
    counted = counted or (inside if inside and inside.end() <= answer.span[1] else None)
    is_of_papers = WORDS["countable"].search(scene.words(answer.stretch.span))
    cells += [Cell("n_subpoenas", counted.span("number"))] if counted and is_of_papers else []
    row = happenings.event(scene, paper, answer.stretch, cells, answer.kind)
    row = actors.doubted(scene, paper, row)
    one = WORDS["one_of"].search(scene.reading.text, answer.span[0], answer.stretch.end)
    some = counted.span("number") if counted else one.span() if one else None
    if some and not (counted and is_of_papers) and _are_several(scene, paper):
        return row.asking(result=SOME_OF.format(scene.words(some)))
    return row


def _are_several(scene: Scene, paper: Paper) -> bool:
    """Whether an act has more than one paper, as its words for their number tell."""
    told = (c.span for row in paper.rows for c in row.cells if c.column == "n_subpoenas")
    return any(not ONE.match(scene.words(span)) for span in told)


ONE = re.compile(r"(?:an?|one|the|single)\b", re.I)
SOME_OF = (
    "“{}”: does it answer all of these papers? yes: keep | some of them: add the words for how "
    'many as n_subpoenas to cells, or absent = {{ n_subpoenas = "ambiguous" }}'
)
"""What is asked of an answer to some of several papers of which no number is told."""


def _proposed(scene: Scene) -> Iterator[Answer]:
    """The answers that extraction sees."""
    for c, stretch in scene.candidates("response"):
        short = SHORT_ANSWERS["declined"].search(scene.reading.text, *stretch.span)
        own = short and short.span("words" if short["words"] else 0)
        if own and own[0] < c.end and c.start < own[1] and c.value not in DECLINED:
            continue  # a refusal in few words, which holds a word such as "comply"
        if WORDS["both_ways"].search(scene.reading.text, *stretch.span):
            continue
        words = scene.words((c.start, c.end))
        is_told = c.value != "responded" or AGREES.search(words)
        if c.value == "challenged" and _is_anothers_step(scene, stretch, (c.start, c.end)):
            continue
        if c.value in ANSWERS and is_told and c.attributes.get("scope") != "policy":
            yield _answer(scene, c, stretch)


def _is_anothers_step(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether words tell of a suit, which is a step in court and no answer, or what somebody else
    than the recipient, or nobody, asks of a court."""
    paper = scene.paper(stretch)
    words = scene.words(span)
    if paper is None:
        return bool(WORDS["suit"].search(words))
    sued = WORDS["suit"].search(scene.reading.text, stretch.start, span[0])
    kind = actors.suitor(scene, paper, stretch, sued.span() if sued else span).kind
    is_others = (sued or words.startswith("want")) and kind != "recipient_suit"
    is_nobodys = WORDS["nobody"].search(scene.reading.text, stretch.start, span[0])
    is_suit = WORDS["suit"].search(words)
    return bool(is_suit or is_nobodys or is_others or kind == "third_party_suit")


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
    if c.value == "challenged" and MOTION.match(scene.words(span)):
        return Answer(stretch, span, "motion", None)
    is_refusal = away or REFUSES.search(scene.words(span))
    is_denied = is_refusal or DENIES.search(scene.words(span))
    if c.value == "refused" and not is_denied:
        nobody = WORDS["nobody"].search(text, stretch.start, span[0])
        span = nobody.start() if nobody else span[0], span[1]
    kind, result = ANSWERS["refused" if is_refusal else str(c.value)]
    if result == "declined" and WORDS["of_rest"].match(text, span[1]):
        return Answer(stretch, _part(scene, stretch, span).span, kind, IN_PART)
    if result == "declined" and WORDS["passive"].match(scene.words(span)):
        kind, result = "no_production", None
    span = scene.listed("result", span, stretch, result) if result else span
    if result == "declined" and (nothing := NOTHING.match(text, span[1])):
        span = span[0], nothing.end()
    if kind == "production":
        made = _production(scene, stretch, span)
        span, result = made.span, made.result
    if kind == "production" and WORDS["promised"].match(scene.words(span)):
        kind, result = "response", "agreed"
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


DECLINED = frozenset(("refused", "ignored", "challenged"))
"""Answers, as extraction names them, by which a recipient declines."""


def _plain(scene: Scene) -> Iterator[Answer]:
    """The answers of sentences of the article in which extraction sees none."""
    for stretch in scene.reading.body:
        if both := WORDS["both_ways"].search(scene.reading.text, *stretch.span):
            yield Answer(stretch, both.span("words"), "response", "reviewing", OPEN)
            continue
        seen = [c.value for c in scene.reading.inside(stretch, "response") if c.value in ANSWERS]
        for result, pattern in SHORT_ANSWERS.items():
            found = pattern.search(scene.reading.text, *stretch.span)
            is_meant = found and re.search(r" (?:plan|intend|mean) to ", found[0])
            is_seen = result == "declined" and DECLINED & {*seen} and not is_meant
            if found and stretch.region == "body" and not is_seen:
                name = "words" if found.groupdict().get("words") else 0
                yield Answer(stretch, found.span(name), "response", result)
        text = scene.reading.text
        mailed = None if seen else WORDS["mailed"].search(text, *stretch.span)
        gave = None if seen or mailed else WORDS["gave"].search(text, *stretch.span)
        found = mailed or gave
        if found and stretch.region == "body":
            span = found.span("words" if mailed else 0)
            yield _production(scene, stretch, span)
        letter = WORDS["in_a_letter"].search(text, *stretch.span)
        is_reasoned = letter and not seen and scene.reading.inside(stretch, "ground")
        if letter and is_reasoned and stretch.region == "body":
            yield Answer(stretch, letter.span("words"), "response", "declined", REASONED)


def _is_none(scene: Scene, paper: Paper, answer: Answer) -> bool:
    """Whether words tell no answer of the recipient to its papers."""
    stretch, span = answer.stretch, answer.span
    before = scene.reading.text[stretch.start : span[0]]
    terms = scene.reading.inside(stretch, "deadline")
    is_more = answer.result == "reviewing" and " more " in scene.words(span)  # time, asked for
    is_term = not is_more and any(d.start < span[1] and span[0] < d.end for d in terms)
    is_nothing = answer.kind == "production" and (
        WORDS["forbidden"].search(before) or scene.words(span).startswith("release of")
    )
    is_demand = answer.kind == "production" and _is_demanded(scene, stretch, span)
    is_unsaid = answer.kind == "no_production" and not DENIES.search(scene.words(span))
    is_anothers = actors.is_anothers(scene, paper, stretch, span)
    is_others = is_anothers or WORDS["general"].search(before) or _is_supposed(scene, stretch, span)
    is_none = is_nothing or is_demand or is_unsaid or _is_mentioned(scene, stretch, span)
    is_courts = answer.result == "reviewing" and bool(A_COURT.search(before))
    is_courts = is_courts or _is_ruling(before) or actors.is_judges(scene, stretch)
    is_others = is_others or actors.is_agencys(scene, stretch, span)
    is_none = is_none or is_courts or _is_conditional(scene, answer)
    is_none = is_none or bool(WORDS["untold"].search(before))
    is_none = is_none or bool(WORDS["not_refused"].search(before + scene.words(span)))
    is_none = is_none or happenings.is_no_deed(scene, stretch, span[0])
    turns_of = (WORDS["of_agents"], WORDS["a_message"])
    is_none = is_none or any(p.match(scene.reading.text, span[0]) for p in turns_of)
    is_none = is_none or happenings.is_long_ago(scene, paper, stretch)
    is_none = is_none or scene.is_of_detainer(stretch)
    is_none = is_none or bool(WORDS["granted"].match(scene.words(span)))
    is_none = is_none or bool(WORDS["of_a_noun"].match(scene.reading.text, span[1]))
    is_others = is_others or _is_cited(scene, span)
    is_others = is_others or deeds.of_others_papers(scene, paper, stretch, span)
    return bool(is_term or is_none or is_others or not scene.short(span))


def _is_cited(scene: Scene, span: Span) -> bool:
    """Whether marks hold the words with their subject and nobody says them, as in the title of a
    story or on a sign."""
    return any(
        c.start < span[0] and span[1] <= c.end and "speaker" not in c.parts
        for c in scene.reading.candidates
        if c.kind == "quotation" and c.attributes.get("quotation_kind") == "scare"
    )


A_COURT = re.compile(r"\b(?:judge|court|magistrate)s?\b[^.;,“”]*$", re.I)
"""A court as the subject of words, which reviews a dispute and answers no papers."""


def _is_ruling(before: str) -> bool:
    """Whether the words behind tell what a court does, and nobody who got papers.

    >>> _is_ruling("On Monday, a federal judge heard arguments and ")
    True
    >>> _is_ruling("The clerk told the judge that the office ")
    False
    """
    return bool(WORDS["ruling"].search(before))


def _is_conditional(scene: Scene, answer: Answer) -> bool:
    """Whether somebody would give the information only if a court said so, which is no consent."""
    is_yes = answer.result == "agreed" or answer.kind == "production"
    return is_yes and bool(WORDS["condition"].search(scene.words(answer.stretch.span)))


def _is_mentioned(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether words only name an answer or a dispute, or a step in court that was not taken yet."""
    behind = scene.reading.text[span[0] : stretch.end]
    before = scene.reading.text[stretch.start : span[0]]
    is_step = re.match(r"(?:ask|seek|sue|challeng|fight)", behind)
    is_named = any(
        p.match(behind) for p in (WORDS["dispute"], WORDS["nominal"], WORDS["other_review"])
    )
    return bool(is_named or (is_step and WORDS["supposed"].search(before)))


def _is_demanded(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether words tell what somebody is to produce: a bare verb behind no helping verb."""
    before = scene.reading.text[stretch.start : span[0]]
    return bool(WORDS["bare"].match(scene.words(span)) and not WORDS["helped"].search(before))


def _is_supposed(scene: Scene, stretch: Stretch, span: Span) -> bool:
    """Whether the agency supposes it, or somebody else says it in own words: that is no answer."""
    told = scene.said_in(stretch, span)
    supposed = re.search(r"\b[Ii]f\b", scene.reading.text[stretch.start : span[0]])
    if scene.reading.is_quoted(span) and is_outsiders(scene, span):
        return True
    if told is None or not (supposed or scene.reading.is_quoted(span)):
        return False
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
    receivers = (scene.words(paper.main.receiver) for paper in scene.papers)
    is_any = WORDS["any_head"].search(speaker.title) and not offices.KIND.search(
        speaker.title.lower()
    )
    is_any = is_any or re.fullmatch(r"(?:spokes\w+)?", speaker.title) is not None
    is_lawyer = speaker.body is None and LAWYER.search(speaker.title)
    is_any = is_any or (
        is_lawyer and any(groups.is_of(speaker.title, p.body) for p in scene.papers)
    )
    return bool(is_any or any(groups.fits(speaker.title, r) for r in receivers))


LAWYER = re.compile(r"\b(?:attorney|counsel|solicitor)\b", re.I)
"""Whoever with this title answers for the bodies of a government."""
