"""Candidates from around: speakers of the quotations, sentences and paragraphs beside one."""

from collections.abc import Callable, Iterator, Sequence

from extraction.attribution.answer import Attribution, from_saying
from extraction.attribution.candidates import Candidate, distance, word
from extraction.attribution.mentions import form
from extraction.attribution.passages import Group, Passage
from extraction.grammar import tags
from extraction.grammar.noun_phrases import Mention, right_phrase
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Paragraph, Saying

Reader = Callable[[int], Paragraph]
"""Reads the paragraph of a number."""


def neighbors(
    groups: Sequence[Group], number: int, at: int, shape: str, read: Reader
) -> Iterator[Candidate]:
    """Speakers of what stands around the quotation at a place in a paragraph."""
    group = groups[number]
    passage = group.held[at]
    own = "own cue" if any(s.kind != "noun" for s in group.g.sayings(passage.token)) else "no cue"
    if at:
        yield from _carried(group, group.held[at - 1], passage, shape, own)
    yield from _sentences(group.g, passage.token, shape, own)
    if at == 0 and group.g.number and group.g.p.sentence[passage.token] == 0:
        yield from _paragraph_before(groups, number, shape, own, read)


def _steps(p: Parse, first: int, second: int) -> str:
    """How many sentences lie between two tokens, in words."""
    steps = p.sentence[second] - p.sentence[first]
    return ("same sentence", "next sentence")[steps] if steps < 2 else "later"


def _features(place: str, shape: str, own: str, *more: str) -> list[str]:
    names = [shape, own, f"{shape}, {own}", *more]
    return [place, *(f"{place}, {name}" for name in names)]


def _carried(
    group: Group, last: Passage, passage: Passage, shape: str, own: str
) -> Iterator[Candidate]:
    """Whoever said the quotation before."""
    if last.found is None:
        return
    p = group.g.p
    place = f"carried, {_steps(p, last.token, passage.token)}"
    away = distance(passage.token - last.token - 1)
    features = _features(place, shape, own, last.found.rule, f"{away} away")
    features.append(f"carried, last {word(p, passage.token - 1)}")
    features.append(f"carried, from {_form(group.g, last.found)}")
    yield Candidate(last.found.carried("continued"), features)


def _form(g: Paragraph, found: Attribution) -> str:
    return form(g.text[slice(*found.speaker)])


def _voiced(g: Paragraph, token: int) -> list[Saying]:
    return [s for s in g.sayings(token) if s.kind != "noun"]


def _sentences(g: Paragraph, token: int, shape: str, own: str) -> Iterator[Candidate]:
    """Who says something in the sentences before and behind."""
    p = g.p
    low, high = p.bounds(token)
    if low and (told := _voiced(g, low - 1)):
        saying = told[-1]
        found = from_saying(g, "sentence-before", saying)
        away = distance(low - 1 - max(saying.cue, saying.speaker[1]))
        more = [saying.lemma, saying.kind, away, f"ends {p.low[low - 1]}", _form(g, found)]
        yield Candidate(found, _features("sentence before", shape, own, *more))
    if high < len(p) and (told := _voiced(g, high)):
        saying = told[0]
        found = from_saying(g, "sentence-after", saying)
        away = distance(saying.start - high)
        more = [saying.lemma, saying.kind, away, _form(g, found)]
        yield Candidate(found, _features("sentence after", shape, own, *more))


def _paragraph_before(
    groups: Sequence[Group], number: int, shape: str, own: str, read: Reader
) -> Iterator[Candidate]:
    """The last speaker of the paragraph before, and whom its last sentence names."""
    group = groups[number]
    alone = _stands(group)
    before = groups[number - 1] if number else None
    if before and before.g.number != group.g.number - 1:
        before = None
    last = next((x for x in reversed(before.held) if x.found), None) if before else None
    if before and last and last.found:
        state = "closed" if before.held[-1].segment.closed else "open"
        ends = "quotation last" if before.held[-1].token >= len(before.g.p) - 2 else "words last"
        more = (alone, f"{alone}, {own}", f"{state}, {alone}", f"{ends}, {alone}", last.found.rule)
        features = _features("paragraph before", shape, own, *more)
        yield Candidate(last.found.carried("floating-carried"), features)
    if alone != "inside":
        yield from _announced(before.g if before else read(group.g.number - 1), alone, shape, own)


def _stands(group: Group) -> str:
    """Whether a paragraph is nothing but its quotations, begins with one, or holds one inside."""
    p = group.g.p
    if all(tag in (tags.QUOTE, tags.STOP, tags.DASH, tags.COMMA) for tag in p.tag):
        return "alone"
    return "begins" if group.held[0].token == 0 else "inside"


def _announced(g: Paragraph, alone: str, shape: str, own: str) -> Iterator[Candidate]:
    """Whom the last sentence of a paragraph names: Ms. Ray went on to say:"""
    p = g.p
    if not len(p):
        return
    end = len(p) - 1
    ends = f"ends {p.low[end] if p.low[end] in (':', '.', '?') else 'else'}"
    both = (alone, f"{alone}, {own}", ends, f"{ends}, {alone}")
    if told := _voiced(g, end):
        saying = told[-1]
        away = distance(end - max(saying.cue, saying.speaker[1]))
        features = _features("told before", shape, own, *both, saying.lemma, away)
        yield Candidate(from_saying(g, "floating-cue", saying), features)
    subject = g.subjects.earlier(end, 0) or _source(g, *p.bounds(end))
    if subject:
        found = Attribution("floating-colon", g.span(subject), None, g)
        features = _features("named before", shape, own, *both, _form(g, found))
        yield Candidate(found, features)


def _source(g: Paragraph, low: int, high: int) -> Mention | None:
    """And this from Ms. Ray:"""
    at = next((k for k in range(low, min(high, low + 4)) if g.p.low[k] == "from"), None)
    return right_phrase(g.p, at + 1, high) if at is not None else None
