"""Rules for an attribution that follows the quotation: “…,” X said."""

from extraction.attribution.answer import SURE, Attribution, from_saying
from extraction.grammar import cues, tags
from extraction.grammar.reporting import Paragraph, Saying
from extraction.text.marks import Segment
from extraction.text.words import word_set


def _ends_open(text: str, segment: Segment) -> bool:
    """Whether an attribution may follow the quotation: it ends in a comma, question or dash."""
    tail = text[max(segment.start, segment.end - 6) : segment.end].rstrip("'’‘”\" \xa0")[-1:]
    return (tail != "" and tail in ",?!…-–—") or text[
        segment.outer_end : segment.outer_end + 1
    ] == ","


def after(g: Paragraph, token: int) -> Attribution | None:
    """“…,” X said. “…,” said X. “…,” as X put it."""
    p = g.p
    _, high = p.bounds(token)
    k = token + 1
    while k < high and p.tag[k] in (tags.COMMA, tags.DASH):
        k += 1
    if k >= high:
        return _after_stop(g, token)
    if k == token + 1 and not _ends_open(p.text, p.quote[token]):
        return None
    if p.tag[k] in (tags.AND, tags.SUBORDINATOR) or _closes_clause(g, token):
        return None
    for saying in g.sayings(token):
        skipped = range(k, saying.start)
        if saying.cue < k or saying.start < k or saying.kind in ("noun", "participle"):
            continue
        if saying.kind == "according" and _is_reported(g, token):
            return None
        if all(p.tag[j] == tags.ADVERB or p.low[j] == "as" for j in skipped):
            return from_saying(g, _after_name(g, saying, token), saying)
    return None


def _is_reported(g: Paragraph, token: int) -> bool:
    """Whether a verb before has the better claim: X said it was “…,” according to Y"""
    return any(
        s.kind == "verb" and s.cue < token and s.lemma in SURE and s.lemma in cues.CLAUSAL
        for s in g.sayings(token)
    )


FRONTED = word_set("""
while although though whereas when after before as if because since once what how
""")


def _closes_clause(g: Paragraph, token: int) -> bool:
    """Whether the comma ends a clause with its own cue: While X called it “…,” Y said"""
    low, _ = g.p.bounds(token)
    if g.p.low[low] not in FRONTED:
        return False
    return any(s.kind == "verb" and low < s.cue < token for s in g.sayings(token))


def _after_name(g: Paragraph, saying: Saying, token: int) -> str:
    """Name of the rule, by the order of words and by who else passes them on or may have spoken."""
    if saying.kind == "according":
        return "according-after"
    if saying.kind == "inverted":
        return "said-x-after"
    said = g.sayings(token)
    if any(s.kind == "according" and s.start > saying.start for s in said):
        return "x-said-via"
    rival = any(s.cue < token and s.kind != "noun" for s in said)
    if rival or saying.lemma not in SURE:
        return "x-cue-after"
    return "x-said-after"


NEAR = 4  # tokens between a speaker and a cue that make a sentence of attribution
_MAY_FOLLOW = (
    tags.COMMA, tags.TIME, tags.PREPOSITION, tags.ADVERB, tags.STOP, tags.TO, tags.NAME,
    tags.OBJECT,
)  # fmt: skip


def _after_stop(g: Paragraph, token: int) -> Attribution | None:
    """“…?” X said. The quotation ended its sentence, the attribution is a sentence of its own."""
    p = g.p
    k = token + 1
    if k >= len(p):
        return None
    _, high = p.bounds(k)
    asks = p.text[p.quote[token].end - 1] in "?!"
    for saying in g.sayings(k):
        plain = saying.kind not in ("noun", "participle") and saying.lemma not in cues.WEAK
        near = saying.cue - saying.speaker[1] <= NEAR or p.tag[saying.speaker[1] + 1] == tags.COMMA
        if saying.start != k or not plain or not near:
            continue
        rest = p.tag[max(saying.cue, saying.speaker[1]) + 1 : high]
        if rest and p.low[high - 1] == ":":
            continue  # it announces the next quotation
        if saying.kind == "inverted" or (len(rest) <= 1 and tags.QUOTE not in rest):
            return from_saying(g, "after-stop", saying)
        whom = saying.lemma == "ask" and rest[0] == tags.DETERMINER
        may_follow = rest[0] in _MAY_FOLLOW or whom
        if asks and may_follow and tags.QUOTE not in rest:
            return from_saying(g, "after-stop", saying)
    return None
