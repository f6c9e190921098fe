"""What one sentence tells of the papers: the row of an event, with its day."""

import re
from collections.abc import Sequence

from contribute.draft.makers import ties
from contribute.draft.makers.later import LATER, days_of, later
from contribute.draft.makers.papers.paper import Paper
from contribute.draft.makers.papers.wording import IN_YEAR, LAST_DAY
from contribute.draft.makers.scene import Scene
from contribute.draft.reading import Stretch
from contribute.draft.rows import Cell, Passage, Row
from contribute.draft.turns import turns
from ice_subpoenas.derivations.find import Span

Happening = tuple[Paper, str, str | None, Row]
"""The act, the kind, the result if there is one, and the row of one telling."""
WORDS = turns(__file__, "words")
"""Turns of phrase; the table tells what each means."""
OF_ANSWER = frozenset(("response", "production", "no_production"))
COUNTED = re.compile(r"\b(?:day|week)s? (?:after|before)\b(?! that\b)[^,;:—“”]*$", re.I)
"""Words before what they count from, so that it is told elsewhere."""
ASIDE = re.compile(r"(?:^|[—–]\s*)(?:When|After|Before|Since|Once|While)\b[^,]*$")
"""A clause before the main one, whose day is its own."""
COUNTS = re.compile(rf"[^.,;“”]{{0,40}}?{LATER.pattern}", re.I)
"""Words behind an answer by which its day is counted, so that it is on no other day."""
COURT_KINDS = frozenset(("petition", "hearing", "order"))
HEARD = ("hearing", "hearing_set")
"""Kinds of events that belong to the court matter of an act."""
NEAREST = ("hearing_set", "suit", "petition", "motion", "hearing", "order")
"""Kinds of events whose day stands beside their words; of others the first of a sentence is."""
NEAR = 30  # characters between an answer and its day, in a sentence on the papers too
AHEAD = {"direction": "on_or_after"}
"""Of a day that is still to come."""
SAID = frozenset(("response", "no_production", "threat", "petition"))
"""Kinds of events on whose day somebody speaks, or that are told as of that day."""
ASKED = {
    "order": "what does it decide? enforcement | quashing | prohibition | stay | appeal | other, "
    "such as an order to explain | "
    "nothing about these papers: delete the row",
    "production": (
        "how much was produced? {}, as drafted: keep | {}: list its words so in phrases_in, under "
        "result | the text does not tell: delete the cell result | "
        "it was only promised: kind response, result agreed | nothing: delete the row"
    ),
}
"""What a person is asked of each kind."""


def event(scene: Scene, paper: Paper, stretch: Stretch, cells: list[Cell], kind: str) -> Row:
    """The row of one telling, with its day and what is asked of its kind."""
    days = _days(scene, paper, stretch, cells, kind)
    sent = {s.stretch.number for s in paper.sendings if s.is_served is not None}
    span = cells[0].span
    asked: dict[str, str] = {}
    if days:
        nearest = (lambda day: abs(day[0] - span[1])) if kind in NEAREST else lambda _: 0
        day = min(days, key=lambda day: (is_of_saying(scene, stretch, day[0]), nearest(day)))
        cells.append(Cell("occurred", day, more=AHEAD if kind == "hearing_set" else {}))
    elif stretch.number not in sent or COUNTS.match(scene.reading.text, span[1]):
        told = days_of([(each, each.rows[0]) for each in scene.papers])
        counted = later(scene.reading, stretch, told)
        whole = (counted.span[0], counted.until) if counted else (0, 0)
        if counted and _is_its_day(scene, stretch, span, whole, kind):
            cells += counted.cells("occurred")
            asked = {"occurred": counted.asked}
    pairs = {"kind": kind} | ({"decides": _decided(scene, stretch)} if kind == "order" else {})
    cells += _ruled(scene, stretch, span) if kind == "order" else []
    asks = _asks(scene, stretch, cells, kind)
    return Row("events", pairs, (Passage(stretch, tuple(cells)),), {**asks, **asked})


def _days(
    scene: Scene, paper: Paper, stretch: Stretch, cells: Sequence[Cell], kind: str
) -> list[Span]:
    """The days of a sentence on one of which something may have happened."""
    text, span = scene.reading.text, cells[0].span
    days = [
        (day.start, day.end)
        for day in scene.reading.inside(stretch, "date")
        if _is_its_day(scene, stretch, span, (day.start, day.end), kind)
    ]
    if kind not in OF_ANSWER:
        sent = {s.stretch.number for s in paper.sendings if s.is_served is not None}
        return days if stretch.number not in sent or kind in COURT_KINDS else []
    if COUNTS.match(text, span[1]):
        return []
    if TO_COME.match(scene.words(span)):
        days = [day for day in days if WORDS["decided"].search(text, stretch.start, day[0])]
    if any(s.stretch == stretch and s.is_served is not None for s in paper.sendings):
        days = [day for day in days if _is_behind(text, span[1], day[0])]
    is_open = any(c.code == "reviewing" for c in cells if c.column == "result")
    is_said = kind == "response" and not is_open
    if not is_said or GIVEN_SPEAKING.search(text[stretch.start : span[1]]):
        return days
    return [day for day in days if not is_of_saying(scene, stretch, day[0])]  # nor only told of


def _ruled(scene: Scene, stretch: Stretch, span: Span) -> list[Cell]:
    """The result of a ruling by its words; none where a sentence may tell of several."""
    words = scene.words(span).lower()
    if SPLIT.search(scene.reading.text, *stretch.span):
        return []
    if words in RULED:
        return [Cell("result", span, words, "result")]
    more = AS_DENIED if REFUSED.search(words) else AS_GRANTED if BANNED.search(words) else None
    return [Cell("result", span, more=more)] if more else []


def _asks(scene: Scene, stretch: Stretch, cells: Sequence[Cell], kind: str) -> dict[str, str]:
    """What a person is asked about an event of a kind, where its words do not tell."""
    if kind == "order":
        is_banned = BANNED.search(scene.words(cells[0].span).lower())
        asks = {} if is_banned else {"decides": ASKED[kind]}
        return (
            asks if any(cell.column == "result" for cell in cells) else asks | {"kind": RULED_HOW}
        )
    is_told = kind == "production" and _is_told_how_much(scene, stretch, cells)
    return {} if is_told or kind not in ASKED else {"": ASKED[kind].format(*_amounts(cells))}


def _is_behind(text: str, end: int, day: int) -> bool:
    """Whether a day stands close behind words, or at the end of their clause."""
    is_one = not re.search(r"[,;:—“”]", text[end:day])
    return 0 <= day - end < 2 * NEAR * (1 + is_one)


def _is_told_how_much(scene: Scene, stretch: Stretch, cells: Sequence[Cell]) -> bool:
    """Whether words say how much was given: a part and no more, or all that was asked for."""
    is_part = _amounts(cells)[0] == "part"
    behind = scene.reading.text[cells[0].span[0] : stretch.end]
    return is_part or bool(WORDS["in_full"].match(behind))


def is_long_ago(scene: Scene, paper: Paper, stretch: Stretch) -> bool:
    """Whether a sentence tells what happened in a year long before the page, and before papers of
    which the text names no such year."""
    found = IN_YEAR.match(scene.words(stretch.span))
    if found is None or scene.reading.published is None:
        return False
    sent = " ".join(scene.words(s.stretch.span) for s in paper.sendings)
    is_old = int(found["year"]) < scene.reading.published[0].year - 1
    return is_old and found["year"] not in sent


def _amounts(cells: Sequence[Cell]) -> tuple[str, str]:
    """How much of what was asked for was given as the result of a row has it, and the other."""
    told = (c for c in cells if c.column == "result")
    is_part = any("part" in (c.code, c.more.get("value")) for c in told)
    return ("part", "whole") if is_part else ("whole", "part")


def _decided(scene: Scene, stretch: Stretch) -> str:
    """What a ruling most likely decides: what its sentence or the one before asks for."""
    before = scene.reading.before(stretch) or stretch
    own = scene.words(stretch.span)
    words = f"{scene.words(before.span)} {own}"
    if re.search(r"\b(?:stay(?:s|ed)?|on hold|paused)\b", own):
        return "stay"
    if re.search(
        r"\b(?:show cause|(?:explain|show|say)(?: by [\w.]+(?: \d+)?)? why|"
        r"explain (?:its|itself|themselves))\b",
        own,
    ):
        return "other"
    if FORBIDDEN.search(own):
        return "prohibition"
    return "quashing" if re.search(r"\bquash|thrown? out|set aside", words) else "enforcement"


FORBIDDEN = re.compile(
    r"\b(?:(?:restraining|temporary) order|injunction)\b|"
    r"\b(?:block|barr?|stop|forb[ai]d|prevent|prohibit|halt)\w*\b[^.;]*"
    r"(?:\bfrom\b|\b(?:comply|disclos|releas|enforc|turn|hand)\w*)",
    re.I,
)
"""Words for a ruling that forbids somebody to act."""
THAT = re.compile(r"(?P<who>[^;.“”]{0,80}?)\bthat\b")
"""Words behind the day on which somebody says what follows."""
OWN = re.compile(
    r"said|told|wrote|informed|notified|replied|answered|responded|sent|e?-?mailed|voted|decided|"
    r"agreed|announced|filed|asked|moved|sued|ruled|ordered|heard|granted|denied|handed|turned|"
    r"gave|produced|provided|refused|declined|rejected|delivered|signed|issued|entered|complied|"
    r"quashed|dismissed|withdrew|appealed|argued|released|resolved|confirmed|acknowledged|sought|dated|"
    r"postmarked|went|left|rejected|held",
    re.I,
)
"""Verbs of an answer or a step in court, beside which its day stands."""
RULED_HOW = (
    "what is its result? granted | granted_in_part, if only for some papers or a part | denied | "
    "dismissed: add the words for it as result to cells, and to phrases_in under result | the text "
    "does not tell: keep"
)
TO_COME = re.compile(r"(?:will|to|plans?|expects?)\b")
"""How an answer begins that is still to come."""
GIVEN_SPEAKING = re.compile(
    r"(?:\b(?:will|would|shall|cannot|can|(?:is|are) going to|do(?:es)? not|did not|plans?|"
    r"intends?|won|wouldn|don|doesn)\b(?:[’']t)?|[’']ll\b)[^.;“”]{0,40}$",
    re.I,
)
"""Words of an answer by which it is given as somebody speaks: "would not comply"."""
SPLIT = re.compile(
    r"\bin part\b|\b(?:grant|den|order|quash|enforc)\w+\b[^.;“”]*\b(?:but|while|though)\b", re.I
)
"""Words for a ruling that may grant one thing and not another."""
RULED = ("denied", "granted", "dismissed")
"""Words for a ruling that are codes of its result."""
REFUSED = re.compile(
    r"\b(?:refused|declined|threw out|thrown out|turned down|rejected|overruled|tossed)\b"
)
"""Words for a ruling that tell of a recipient that it declined, and of a court that it denied."""
WHY = "A court that does not do what it is asked for has denied it, so the result is denied."
BANNED = re.compile(r"\b(?:barred|enjoined|forbade|prohibited)\b")
"""Words by which a court forbids somebody to act."""
AS_GRANTED = {
    "by": "inference",
    "value": "granted",
    "reason": "A court that forbids somebody to act grants what it was asked for.",
}
AS_DENIED = {"by": "inference", "value": "denied", "reason": WHY}


HEARS = re.compile(r"\b(?:will|would) hear\b")
"""Words behind the day on which a court will hear somebody."""
OF_HEARING = re.compile(
    r"(?<!\bat )(?<!\bafter )\b(?:an?|set|scheduled)(?: [\w-]+){0,2}? (?:hearing|arguments?)"
    r"(?: \w+){0,2} (?:for|on)(?: [A-Z][a-z]+day,)? $|\bhear\b[^.;]{0,60} on(?: [A-Z]\w+day,)? $"
)
"""Words before the day on which a court will hear somebody, which is the day of nothing else."""


def _is_its_day(scene: Scene, stretch: Stretch, words: Span, day: Span, kind: str) -> bool:
    """Whether a day of a sentence may be that of what some of its words tell."""
    before = scene.reading.text[stretch.start : day[0]]
    between = ties.between(scene.reading.text, words, day)
    is_first = kind == "hearing_set" and words[0] < day[0]
    return not (
        WORDS["elsewhere"].search(between)
        or (not is_first and LAST_DAY.search(before.removesuffix("the ")))
        or (day[1] < words[0] and ASIDE.search(before))
        or (kind not in HEARD and (OF_HEARING.search(before) or HEARS.search(between)))
        or (scene.words(day).isdigit() and not before.endswith("in "))
        or (kind not in SAID and is_of_saying(scene, stretch, day[0]))
        or (kind in OF_ANSWER and WORDS["of_demand"].search(between))
        or not _is_tied(scene, stretch, words, day, kind)
    )


def _is_tied(scene: Scene, stretch: Stretch, words: Span, day: Span, kind: str) -> bool:
    """Whether a day stands in the clause of some words, and is of no other verb or noun of it."""
    text, start = scene.reading.text, stretch.start
    between = ties.between(scene.reading.text, words, day)
    is_before = day[1] <= words[0]
    said = THAT.match(between) if is_before and kind in SAID else None
    beside = ties.own_verb(text, start, day)
    is_words = beside and beside[0] < words[1] and words[0] < beside[1]
    is_others = beside and not OWN.fullmatch(text, *beside) and not is_words
    return not (
        ties.begins_other(f"{said['who']}{between[said.end() :]}" if said else between)
        or is_others
        or (said is None and ties.is_aside(text, start, words, day))
        or (said is None and ties.is_of_next(text, start, words, day))
        or ties.is_no_day(text, start, day)
        or ties.is_of_noun(text, start, day, ties.THINGS, are=True)
    )


def is_of_saying(scene: Scene, stretch: Stretch, start: int) -> bool:
    """Whether a day is the one on which somebody says so, as in "said Tuesday that"."""
    return bool(WORDS["said_on"].search(scene.reading.text[stretch.start : start]))


def is_no_deed(scene: Scene, stretch: Stretch, start: int) -> bool:
    """Whether somebody only wishes for what words tell, as in "should have sent nothing", or tells
    a reporter nothing."""
    text = scene.reading.text
    helping = "have " if text.startswith("have ", start) else ""
    is_wished = WORDS["wished"].search(text[stretch.start : start] + helping)
    return bool(is_wished or WORDS["silent"].match(text, start))
