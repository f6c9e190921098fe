"""Passages in quotation marks with their speakers: what rules propose, and the choice among all.

The rules look first; then every candidate around a quotation is weighed, in reading order, so that
the speakers of earlier quotations are known.
"""

import re
from collections.abc import Callable, Mapping
from itertools import islice, pairwise

from extraction.attribution.answer import Attribution
from extraction.attribution.choice import NO_STATEMENT, Answers
from extraction.attribution.nobody import is_loaded
from extraction.attribution.passages import MANY, Group, Passage
from extraction.attribution.rules.after import after
from extraction.attribution.rules.before import before, modifies, noun_cue
from extraction.attribution.rules.not_speech import is_markup, is_nickname, is_title
from extraction.attribution.rules.signatures import colon_subject, label, signature
from extraction.grammar import tags
from extraction.grammar.reporting import Paragraph
from extraction.quotations.paragraphs import Paragraphs
from extraction.quotations.precision import LEAST, MUTE, SURE_RULES
from extraction.text.marks import Segment

RULES = (signature, after, label, before, noun_cue, colon_subject)
"""What gives one quotation a speaker from its own sentence: the first that answers wins."""
_WORD = re.compile(r"\w+")


def _passage(g: Paragraph, token: int) -> Passage:
    """The passage at a quotation token, with a speaker if its own sentence gives one."""
    segment = g.p.quote[token]
    low, high = g.p.bounds(token)
    words = sum(1 for _ in islice(_WORD.finditer(g.text, segment.start, segment.end), MANY))
    alone = all(tag in (tags.QUOTE, tags.STOP) for tag in g.p.tag[low:high])
    passage = Passage(segment, g.number, token, words, alone, modifies(g.p, token))
    if is_markup(g, segment):
        passage.barred = "markup"
    elif is_nickname(g.p, token):
        passage.barred = "nickname"
    elif is_title(g, token):
        passage.barred = "title"
    else:
        passage.found = next((found for rule in RULES if (found := rule(g, token))), None)
    return passage


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
        if passage.found is None and before and passage.is_sentence(text):
            passage.found = before.carried(_continued_name(before.rule))
        if passage.found:
            last = passage


def _continued_name(rule: str) -> str:
    """Name of the continuation, by how sure the speaker it carries on is."""
    if rule in ("said-x-after", "continued-inverted"):
        return "continued-inverted"
    return "continued" if rule in SURE_RULES else "continued-far"


def _continue_open(groups: list[Group]) -> None:
    """A quotation left open goes on in the next paragraph, which repeats the opening mark."""
    for first, second in pairwise(groups):
        left, right = first.held[-1], second.held[0]
        opens = right.segment.outer_start == second.g.begin
        follows = second.g.number == first.g.number + 1 and opens and not left.segment.closed
        if follows and right.found is None and left.found and not right.barred:
            right.found = left.found.carried("open-paragraph")


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
    mute = silence > MUTE or probability < LEAST
    loaded = passage.describes and (silence > probability or is_loaded(text, passage))
    if mute or loaded:
        passage.found, passage.probability = None, silence
    else:
        passage.found, passage.probability = speaker, probability
