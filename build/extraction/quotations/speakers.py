"""Passages in quotation marks with their speakers: what rules propose, and the choice among all.

The rules look first; then every candidate around a quotation is weighed, in reading order, so that
the speakers of earlier quotations are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from extraction.attribution.answer import Attribution
from extraction.attribution.choice import NO_STATEMENT, Answers
from extraction.attribution.nobody import is_loaded
from extraction.attribution.passages import SENTENCE, Group, Passage
from extraction.attribution.rules.before import modifies
from extraction.attribution.rules.not_speech import is_markup, is_nickname, is_title
from extraction.attribution.rules.order import RULES
from extraction.grammar import cues
from extraction.grammar.noun_phrases import Mention, right_phrase
from extraction.grammar.parse import COMMA, DASH, QUOTE, STOP
from extraction.grammar.reporting import Paragraph
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.precision import LEAST, SURE_RULES
from extraction.text.marks import Segment

MOST_REPEATS = 100  # quotations compared with each other; keeps the cost linear
HEAD = 3  # paragraphs; a headline and a deck stand among the first
_WORD = re.compile(r"\w+")
_TRANSCRIPT = re.compile(
    r"\s*(?:([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s*|\([A-Z ]+\.?\)?\.?\s*$)"
)


def _passage(g: Paragraph, token: int) -> Passage:
    """The passage at a quotation token, with a speaker if its own sentence gives one."""
    segment = g.p.quote[token]
    low, high = g.p.bounds(token)
    words = len(_WORD.findall(g.text, segment.start, segment.end))
    alone = all(tag in (QUOTE, STOP) for tag in g.p.tag[low:high])
    passage = Passage(segment, g.number, token, words, alone, modifies(g.p, token))
    if is_markup(g, segment):
        passage.barred = "markup"
    elif is_nickname(g.p, token):
        passage.barred = "nickname"
    elif is_title(g, token):
        passage.barred = "title"
    elif not _read_transcript(g, passage):
        passage.found = next((found for rule in RULES if (found := rule(g, token))), None)
    return passage


def _read_transcript(g: Paragraph, passage: Passage) -> bool:
    """“RAY: We will.” — the label is the speaker; “(CROSSTALK)” is nobody's."""
    segment = passage.segment
    if segment.closed and segment.outer_start != g.begin:
        return False
    match = _TRANSCRIPT.match(g.text, segment.start, segment.end)
    if match is None:
        return False
    if match.group(1):
        passage.found = Attribution("transcript", match.span(1), None, g)
        passage.segment = segment._replace(start=match.end())
    else:
        passage.barred = "direction"
    return True


def _groups(page: Paragraphs, found: list[Segment]) -> list[Group]:
    """The paragraphs with quotations, each looked at in its own sentence."""
    groups = []
    for number, held in page.holding(found):
        if held:
            g = page.read(number, held)
            groups.append(Group(g, [_passage(g, token) for token in g.p.quote]))
    return [group for group in groups if group.held]


# --- speakers from neighboring sentences and paragraphs ---


def _continue_paragraph(text: str, group: Group) -> None:
    """Give whole sentences without a cue the speaker of the quotation before them."""
    last: Passage | None = None
    for passage in group.held:
        before = last.found if last else None
        if passage.found is None and last and before and _goes_on(group.g, last, passage):
            passage.found = before.carried("continued-clause")
        if passage.found is None and passage.is_sentence(text):
            if before:
                passage.found = before.carried(_continued_name(before.rule))
            else:
                passage.found = _previous_sentence(group.g, passage.token)
        if passage.found:
            last = passage


def _goes_on(g: Paragraph, last: Passage, passage: Passage) -> bool:
    """“…,” said X, a lawyer, but “…”: more words after the attribution of the first."""
    found = last.found
    if passage.barred or found is None or found.saying is None or "-after" not in found.rule:
        return False
    same = g.p.sentence[last.token] == g.p.sentence[passage.token]
    comma = g.p.tag[passage.token - 1] == COMMA and found.saying.kind == "inverted"
    joined = comma or g.p.low[passage.token - 1] in ("but", "and", "yet")
    return same and joined and found.saying.cue < passage.token


def _continued_name(rule: str) -> str:
    """Name of the continuation, by how sure the speaker it carries on is."""
    if rule in ("said-x-after", "continued-inverted"):
        return "continued-inverted"
    return "continued" if rule in SURE_RULES else "continued-far"


def _previous_sentence(g: Paragraph, token: int) -> Attribution | None:
    """Ms. Ray called it a scandal. “…”: who led the sentence before goes on speaking."""
    p = g.p
    low, _ = p.bounds(token)
    if low == 0 or p.tag[token - 1] == QUOTE:
        return None
    if any(tag not in (QUOTE, STOP) for tag in p.tag[low:token]):
        return None
    speaker = g.subjects.earlier(p.bounds(low - 1)[1] - 1, 0)
    return Attribution("previous-sentence", g.span(speaker), None, g) if speaker else None


def _continue_open(groups: list[Group]) -> None:
    """A quotation left open goes on in the next paragraph, which repeats the opening mark."""
    pairs = [
        (before.held[-1], after.held[0])
        for before, after in pairwise(groups)
        if before.open_end and after.opens and after.g.number == before.g.number + 1
    ]
    for left, right in pairs:
        if right.found is None and left.found and not right.barred:
            right.found = left.found.carried("open-paragraph")
    for left, right in reversed(pairs):
        known = right.found
        if known is None or known.rule in ("transcript", "open-paragraph") or left.barred:
            continue
        if left.found is None or left.found.rule.startswith("continued"):
            left.found = known.carried("open-paragraph-back")


def _float(page: Paragraphs, groups: list[Group]) -> None:
    """Paragraphs of nothing but quotations take the speaker of the paragraph before."""
    text, by_number = page.text, {group.g.number: group for group in groups}
    for group in groups:
        first = group.held[0]
        bare = all(tag in (QUOTE, STOP, DASH, COMMA) for tag in group.g.p.tag)
        heading = first.segment.style == "single"
        if first.found or heading or not bare or not first.is_sentence(text) or group.g.number == 0:
            continue
        _, stop = page.spans[group.g.number - 1]
        if not first.segment.closed and text[stop - 1] != ":":
            continue
        before = by_number.get(group.g.number - 1)
        found = _carried(before) or _introduced(
            before.g if before else page.read(group.g.number - 1, [])
        )
        for passage in group.held:
            passage.found = passage.found or found


def _carried(before: Group | None) -> Attribution | None:
    """The last speaker of the paragraph before."""
    if before is None:
        return None
    found = next((passage.found for passage in reversed(before.held) if passage.found), None)
    return found.carried("floating-carried") if found else None


def _introduced(g: Paragraph) -> Attribution | None:
    """The speaker whom the last sentence of a paragraph announces: Ms. Ray went on to say:"""
    if not len(g.p):
        return None
    end = g.p.bounds(len(g.p) - 1)[1] - 1
    told = [
        saying
        for saying in g.sayings(end)
        if saying.kind in ("verb", "participle", "according") and saying.lemma not in cues.WEAK
    ]
    if told:
        saying = told[-1]
        return Attribution(
            "floating-cue", g.span(saying.speaker), g.span((saying.cue, saying.cue)), g, saying
        )
    if g.text[g.stop - 1] != ":":
        return None
    speaker = g.subjects.earlier(end, 0) or _whose(g, *g.p.bounds(end))
    return Attribution("floating-colon", g.span(speaker), None, g) if speaker else None


def _whose(g: Paragraph, low: int, high: int) -> Mention | None:
    """And this from Ms. Ray:"""
    source = next((k for k in range(low, min(high, low + 4)) if g.p.low[k] == "from"), None)
    return right_phrase(g.p, source + 1, high) if source is not None else None


# --- the choice ---


def attribute(page: Paragraphs, found: list[Segment], weight: Mapping[str, float]) -> list[Passage]:
    """Every one of some segments of a text with its likeliest speaker, or none."""
    groups = ruled(page, found)

    def choose(answers: Answers) -> None:
        speaker, probability, silence = answers.best(answers.shares(weight))
        settle(page.text, answers.passage, speaker, probability, silence)

    weigh(page, groups, choose)
    return [passage for group in groups for passage in group.held]


def ruled(page: Paragraphs, found: list[Segment]) -> list[Group]:
    """The paragraphs with quotations, each with the speaker that the rules propose."""
    text, groups = page.text, _groups(page, found)
    for group in groups:
        _continue_paragraph(text, group)
    _continue_open(groups)
    _float(page, groups)
    _repeat(text, [passage for group in groups for passage in group.held])
    return groups


def weigh(page: Paragraphs, groups: list[Group], choose: Callable[[Answers], None]) -> None:
    """Have a function choose among the answers for every quotation, in reading order."""
    for number, group in enumerate(groups):
        for at, passage in enumerate(group.held):
            if passage.barred not in NO_STATEMENT:
                choose(Answers(groups, number, at, lambda n: page.read(n, [])))


def settle(
    text: str, passage: Passage, speaker: Attribution | None, probability: float, silence: float
) -> None:
    """Give a quotation its speaker, where one is likely enough and the words are somebody's."""
    mute = silence > 0.5 or probability < LEAST
    loaded = passage.describes and (silence > probability or is_loaded(text, passage))
    if mute or loaded:
        passage.found, passage.probability = None, silence
    else:
        passage.found, passage.probability = speaker, probability


def _plain(text: str, segment: Segment) -> str:
    """The words of a quotation, to compare it with others."""
    return " ".join(_WORD.findall(text[segment.start : segment.end].lower()))


def _repeat(text: str, passages: list[Passage]) -> None:
    """A headline or deck that repeats words quoted in the article has their speaker."""
    lost = [
        x
        for x in passages
        if x.found is None and not x.barred and x.words >= SENTENCE and x.number < HEAD
    ]
    if not lost:
        return
    known = [
        (x.found, _plain(text, x.segment)) for x in passages if x.found and x.words >= SENTENCE
    ][:MOST_REPEATS]
    for passage in lost[:MOST_REPEATS]:
        words = _plain(text, passage.segment)
        found = next((found for found, said in known if words in said), None)
        if found:
            passage.found = found.carried("repeated")
