"""Rules for a cue that stands before the quotation: X said that it was “…”."""

from extraction.attribution.answer import SURE, Attribution, from_saying
from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import Mention
from extraction.grammar.parse import Parse
from extraction.grammar.reporting import Paragraph, Saying, announces
from extraction.text.words import word_set

THINKING = word_set("think believe feel hope fear know want expect wish worry")
NAMES_A_WORK = word_set("title headline nickname dub caption name style christen bill")
ONLY_THAT = frozenset({"hold"})  # held that …, but not: held hopes
FAR = 8  # tokens; a weak cue does not reach farther


def before(g: Paragraph, token: int) -> Attribution | None:
    """X said, “…”. X said that it was “…”. X called it “…”."""
    p = g.p
    near = [s for s in g.sayings(token) if s.cue < token and s.kind != "noun"]
    near = [s for s in near if s.kind != "inverted" or announces(g, s) or _is_aside(g, s)]
    near = [s for s in near if _governs(g, s, token)]
    near = [s for s in near if p.low[s.cue - 1] != "who"] or near
    if not near:
        return None
    nearest = max(near, key=lambda s: s.cue)
    aside = next((s for s in near if _is_aside(g, s)), None)
    chosen = aside or _outermost(g, near, nearest)
    return from_saying(g, _before_name(g, nearest, chosen, token), chosen)


def _is_aside(g: Paragraph, saying: Saying) -> bool:
    """Whether the saying stands between commas: The plan, X said, is “…”"""
    p = g.p
    low, high = p.bounds(saying.cue)
    end = max(saying.cue, saying.speaker[1]) + 1
    return (
        saying.kind in ("verb", "inverted")
        and saying.lemma in cues.CLAUSAL
        and saying.start > low
        and end < high
        and p.tag[saying.start - 1] == tags.COMMA == p.tag[end]
        and (saying.kind == "inverted" or saying.speaker[1] + 1 == saying.cue)
    )


def _before_name(g: Paragraph, nearest: Saying, chosen: Saying, token: int) -> str:
    gap = g.p.tag[nearest.cue + 1 : token]
    if chosen is not nearest:
        return "before-outer"
    rival = any(s.cue != nearest.cue and s.kind != "noun" for s in g.sayings(token))
    if not rival and nearest.kind == "verb" and len(gap) <= FAR:
        if nearest.lemma in SURE:
            return "x-said-before"
        if nearest.lemma in ("call", "describe") and nearest.speaker[0] == g.p.bounds(token)[0]:
            return "x-called-it"
    if nearest.lemma in cues.WEAK:
        return "before-weak"
    if all(
        tag in (tags.COMMA, tags.COLON, tags.SUBORDINATOR, tags.DETERMINER, tags.ADVERB)
        for tag in gap
    ):
        return (
            "before-adjacent" if nearest.kind == "verb" and nearest.lemma in SURE else "before-cue"
        )
    if gap[-1] in (tags.COMMA, tags.COLON):
        return "before-comma"
    if nearest.lemma in cues.NAMING:
        return "before-naming"
    return "before-clause" if len(gap) <= FAR else "before-far"


def _governs(g: Paragraph, saying: Saying, token: int) -> bool:
    """Whether the quotation can be what the cue before it reports."""
    p = g.p
    gap = range(saying.cue + 1, token)
    named = not gap or (p.low[saying.cue + 1] == "as" and p.low[saying.cue] == "known")
    if named and _names_a_thing(g, saying):
        return False
    single = " " not in p.text[p.quote[token].start : p.quote[token].end]
    describes = modifies(p, token)
    clause = saying.lemma in cues.CLAUSAL and bool(gap) and p.low[gap[0]] == "that"
    if saying.lemma in ONLY_THAT and not clause:
        return False
    if saying.lemma in cues.WEAK and not clause:
        if describes and not g.headline:
            return False
        return len(gap) <= FAR and not any(g.subjects.is_finite(j) for j in gap)
    return saying.lemma in cues.CLAUSAL or not (describes and single and len(gap) > 4)


def _names_a_thing(g: Paragraph, saying: Saying) -> bool:
    """Whether the cue only names a thing: a film titled “Home”, a plan called “Fresh Start”."""
    p = g.p
    if p.tag[saying.cue] != tags.CUE:
        return False
    left = saying.speaker[0] - 1
    fronted = left >= 0 and p.low[left] in ("what", "which", "that", "whom")
    if saying.lemma in NAMES_A_WORK:
        return not fronted
    if p.low[saying.cue] == "known":
        return saying.speaker[0] < saying.cue
    noun = saying.speaker[1] == saying.cue - 1 and p.tag[saying.speaker[1]] == tags.WORD
    return saying.lemma in ("call", "label") and noun and not fronted


def modifies(p: Parse, token: int) -> bool:
    """Whether a short quotation stands before the noun it describes: “sanctuary” policies."""
    segment = p.quote[token]
    return (
        segment.end - segment.start < 24
        and token + 1 < len(p)
        and p.tag[token + 1] in (tags.WORD, tags.NAME)
        and p.sentence[token + 1] == p.sentence[token]
        and p.text[segment.end - 1 : segment.end].isalnum()
    )


def _outermost(g: Paragraph, near: list[Saying], nearest: Saying) -> Saying:
    """The saying whose that-clause holds the nearest one, else the nearest.

    X said that Y called it “…”: the article quotes X.
    """
    p = g.p
    left = nearest.speaker[0] - 1
    low, _ = p.bounds(nearest.cue)
    if nearest.kind == "passive":
        outer = [s for s in near if s.cue < nearest.cue and s.lemma in cues.CLAUSAL]
        return outer[0] if outer else nearest
    coordinated = (
        left > low and p.tag[left] == tags.AND and p.tag[left - 1] in (tags.COMMA, tags.QUOTE)
    )
    if (
        nearest.speaker[0] > nearest.cue
        or coordinated
        or (left >= low and (p.tag[left] in (tags.COMMA, tags.DASH) or p.ends_in_comma(left)))
    ):
        return nearest
    owner = _clause_owner(g, nearest, low) or _document_owner(g, nearest.speaker, low)
    if owner:
        return nearest.by(owner)
    for saying in g.sayings(nearest.cue):
        if saying.cue >= nearest.speaker[0]:
            break
        if saying.lemma in cues.CLAUSAL and saying.kind == "verb":
            between = range(saying.cue + 1, nearest.speaker[0])
            broken = any(p.low[j] in cues.CLAUSE_BREAKS or p.low[j] == ";" for j in between)
            thinks = p.tag[nearest.speaker[0]] == tags.PRONOUN and nearest.lemma in THINKING
            if thinks or not broken:
                return saying
    return nearest


def _clause_owner(g: Paragraph, nearest: Saying, low: int) -> Mention | None:
    """Ms. Ray attacked what she called “…”: the subject of the whole, not the pronoun inside."""
    p = g.p
    left = nearest.speaker[0] - 1
    embedded = left > low and p.low[left] in ("what", "which", "that")
    if embedded and p.tag[nearest.speaker[0]] == tags.PRONOUN:
        around = [s for s in g.sayings(nearest.cue) if s.cue < left and s.kind == "participle"]
        return g.subjects.earlier(left, 0) or (around[-1].speaker if around else None)
    return None


def _document_owner(g: Paragraph, mention: Mention, low: int) -> Mention | None:
    """Ms. Ray released a letter that says “…”: who released it."""
    p = g.p
    left = mention[0] - 1
    if left < low or p.tag[left] not in (tags.VERB, tags.CUE, tags.GERUND):
        return None
    nouns = cues.SAYING_NOUNS | {"language"}
    if not any(p.low[k] in nouns for k in range(mention[0], mention[1] + 1)):
        return None
    return g.subjects.of(left)


NOUN_REACH, NOUN_CLAUSE_REACH = 4, 14  # tokens from X's claim, and from X's claim that …


def _links(p: Parse, token: int) -> bool:
    """“…” was X's answer; “…,” in X's words."""
    return p.tag[token] == tags.AUXILIARY or p.low[token] == "in"


def noun_cue(g: Paragraph, token: int) -> Attribution | None:
    """X's claim that “…”; her statement, “…”."""
    p = g.p
    nouns = [s for s in g.sayings(token) if s.kind == "noun"]
    near = [s for s in nouns if s.cue < token]
    if not near:
        told = [s for s in nouns if s.start - token <= 3 and _links(p, s.start - 1)]
        return from_saying(g, "noun-cue", told[0]) if told else None
    saying = near[-1]
    clause = saying.cue + 1 < token and g.p.low[saying.cue + 1] == "that"
    reach = NOUN_CLAUSE_REACH if clause or p.low[token - 1] == ":" else NOUN_REACH
    return from_saying(g, "noun-cue", saying) if token - saying.cue <= reach else None
