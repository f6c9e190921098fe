"""What stands around a speaker and a cue: title, affiliation, hedge, second source, venue."""

from extraction.attribution.answer import Attribution
from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import right_phrase
from extraction.grammar.parse import Parse
from extraction.quotations.full_names import split_mention
from extraction.text.candidates import Span
from extraction.text.words import word_set

LONGEST_APPOSITION = 24  # tokens
ENDS_APPOSITION = (
    tags.COMMA, tags.STOP, tags.QUOTE, tags.VERB, tags.AUXILIARY, tags.SUBORDINATOR,
)  # fmt: skip
AFFILIATING = frozenset({"of", "from", "with", "at", "for"})
VENUES = word_set("""
conference statement interview rally speech hearing tweet twitter facebook email e-mail letter
release debate meeting briefing court filing memo video post show program event forum testimony
address town call podcast
""")


def surroundings(text: str, found: Attribution) -> dict[str, Span]:
    """Spans of everything the article prints about who says it, by name."""
    parts = split_mention(text, found.speaker)
    if found.cue:
        parts["cue"] = found.cue
    if found.saying is None or found.paragraph is None:
        return parts
    p = found.paragraph.p
    saying = found.saying
    apposition = _apposition(p, saying.speaker[1], saying.cue)
    if apposition and "title" not in parts:
        parts |= _split_apposition(text, p, apposition, parts["speaker"])
    low, high = p.bounds(saying.cue)
    around = range(max(low, min(saying.cue, saying.speaker[0])), min(high, saying.cue + 4))
    for k in around:
        if p.low[k] in cues.HEDGES:
            parts.setdefault("hedge", (p.start[k], p.end[k]))
    parts |= _after_cue(p, saying.cue, saying.speaker, high)
    return parts


def _apposition(p: Parse, last: int, cue: int) -> tuple[int, int] | None:
    """Tokens between commas after a name: Ada Moreno, the county attorney, said."""
    _, high = p.bounds(last)
    first = last + 1
    if first >= high or p.tag[first] != tags.COMMA:
        return None
    end = first + 1
    while end < high and p.tag[end] not in ENDS_APPOSITION:
        if p.tag[end] == tags.CUE or end - first > LONGEST_APPOSITION:
            break
        end += 1
    closed = end >= high or p.tag[end] in (tags.COMMA, tags.STOP)
    nominal = first + 1 < end and p.tag[first + 1] in (tags.DETERMINER, tags.NAME, tags.WORD)
    return (first + 1, end - 1) if closed and nominal and not first < cue < end else None


def _split_apposition(text: str, p: Parse, span: tuple[int, int], speaker: Span) -> dict[str, Span]:
    """Title and affiliation of an apposition, parted at its first preposition.

    Where it is the name (the mayor's spokesman, Paul Okafor, said), the parts change places.
    """
    first, last = span
    named = split_mention(text, (p.start[first], p.end[last]))
    if (
        _is_described(text[slice(*speaker)].split())
        and p.tag[first] == tags.NAME
        and len(text[slice(*named["speaker"])].split()) > 1
    ):
        return {"title": speaker, **named}
    at = next((k for k in range(first + 1, last) if p.low[k] in AFFILIATING), None)
    if at is None:
        return {"title": (p.start[first], p.end[last])}
    return {
        "title": (p.start[first], p.end[at - 1]),
        "affiliation": (p.start[at + 1], p.end[last]),
    }


def _is_described(words: list[str]) -> bool:
    """Whether words for a speaker are a description and no name: the director in Chicago.

    >>> _is_described(["ICE’s", "director", "in", "Chicago"]), _is_described(["Ada", "Moreno"])
    (True, False)
    """
    place = next((k for k, word in enumerate(words) if k and word in cues.JOINING), len(words))
    return words[0].lower() in cues.DETERMINERS or words[place - 1].islower()


def _after_cue(p: Parse, cue: int, speaker: tuple[int, int], high: int) -> dict[str, Span]:
    """Second source and venue: said at a news conference, according to the Herald."""
    parts: dict[str, Span] = {}
    for k in range(max(cue, speaker[1]) + 1, high - 1):
        if p.tag[k] == tags.QUOTE:
            break
        if p.tag[k] == tags.ACCORDING and p.low[k + 1] == "to" and k + 2 < high:
            phrase = right_phrase(p, k + 2, high)
            if phrase:
                parts.setdefault("via", (p.start[phrase[0]], p.end[phrase[1]]))
        elif p.tag[k] == tags.PREPOSITION and p.low[k] in ("at", "in", "during", "on", "to", "via"):
            phrase = right_phrase(p, k + 1, high)
            if phrase and any(p.low[j] in VENUES for j in range(phrase[0], phrase[1] + 1)):
                parts.setdefault("venue", (p.start[phrase[0]], p.end[phrase[1]]))
    return parts
