"""Features that speak for nobody: the words in marks are a term, a title, a scare quote."""

from collections.abc import Iterator

from extraction.attribution.passages import SENTENCE, Group, Passage
from extraction.attribution.rules.not_speech import TITLE_NOUNS
from extraction.grammar.reporting import Paragraph
from extraction.text.words import word_set

LOADED = frozenset(
    ["sanctuary", "illegals", "illegal", "alien", "aliens", "undocumented", "dreamers"]
)
"""Words that this subject keeps in marks without quoting anybody."""
_TERMS = word_set("""
term terms word words phrase phrases name names nickname label slogan hashtag motto so-called
meaning category concept
""")
_NAMED = word_set("called named known titled entitled dubbed nicknamed branded labeled billed aka")
_NOUNS = (("title", TITLE_NOUNS), ("term", _TERMS), ("named", _NAMED))
_CONTEXT = word_set("""
on in of the a an as for by and or with about at during her his their from to is was that called
known
""")


def case_of(inner: str) -> str:
    """How the words in marks are capitalized: title, capital, small or other.

    >>> [case_of(words) for words in ("Meet the Mayor", "We left.", "a sham", "9/11")]
    ['title', 'capital', 'small', 'other']
    """
    first = inner.lstrip(" .…[(‘'")[:1]
    if not first.isupper():
        return "small" if first.isalpha() else "other"
    words = inner.replace("-", " ").split()
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return "title" if long and all(word[0].isupper() for word in long) else "capital"


def for_nobody(group: Group, at: int, shape: str) -> list[str]:
    """What a quotation at a place in a paragraph, and what stands around it, say for nobody."""
    g, passage = group.g, group.held[at]
    p, token, segment = g.p, passage.token, passage.segment
    low, high = p.bounds(token)
    inner = g.text[segment.start : segment.end]
    case, size = case_of(inner), passage.words
    before, tag_before = (p.low[token - 1], p.tag[token - 1]) if token > low else ("start", "start")
    after, tag_after = ("end", "end")
    if token + 1 < high:
        after, tag_after = p.low[token + 1], p.tag[token + 1]
    told = [s.cue for s in g.sayings(token) if s.kind != "noun"]
    cue = "no cue" if not told else "cue before" if told[0] < token else "cue after"
    features = [
        "nobody",
        f"nobody, {shape}",
        f"nobody, {size} words",
        f"nobody, {case}, {size}",
        f"nobody, {case}, {cue}",
        f"nobody, {segment.style}",
        f"nobody, {segment.style}, {case}",
        f"nobody, {case} before {tag_after}",
        f"nobody, {case} behind {before if before in _CONTEXT else tag_before}",
        f"nobody, {cue}",
        f"nobody, {cue}, {size}",
        f"nobody, {cue}, {tag_before} _ {tag_after}",
    ]
    near = {p.low[k] for k in range(max(low, token - 4), token)}
    for name, listed in _NOUNS:
        if not near.isdisjoint(listed):
            features += (f"nobody, {name} word near", f"nobody, {name} word near, {case}")
        if before in listed:
            features.append(f"nobody, {name} word before")
        if after in listed:
            features.append(f"nobody, {name} word after")
    features += _further(g, passage, case, before)
    features += _beside(group, passage, case, low, high)
    return features


def _beside(group: Group, passage: Passage, case: str, low: int, high: int) -> Iterator[str]:
    """Whether a rule finds a speaker, here and for other quotations of the sentence."""
    size = "short" if passage.words < SENTENCE else "long"
    rule = passage.found.rule if passage.found else "none"
    yield from (f"nobody, rule {rule}, {size}", f"nobody, rule {rule}, {case}")
    mates = [x for x in group.held if x is not passage and low <= x.token < high]
    yield "nobody, with others" if mates else "nobody, single"
    for mate in mates[:2]:
        away = mate.token - passage.token
        place = (
            f"nobody, {'spoken' if mate.found else 'silent'} {'before' if away < 0 else 'after'}"
        )
        yield from (
            place,
            f"{place}, {size}",
            f"{place}, {size}, {'near' if abs(away) < 4 else 'far'}",
        )


def _further(g: Paragraph, passage: Passage, case: str, before: str) -> list[str]:
    """The less usual signs."""
    segment = passage.segment
    signs = (
        (before.endswith(("'s", "s'")), f"owned, {case}"),
        (passage.barred is not None, str(passage.barred)),
        (not segment.closed, "open"),
        (g.headline, "headline"),
        (g.number == 0, "first line"),
        (is_loaded(g.text, passage), "loaded"),
    )
    return [f"nobody, {name}" for holds, name in signs if holds]


def is_loaded(text: str, passage: Passage) -> bool:
    """Whether a short quotation begins with a word that this subject keeps in marks."""
    words = text[passage.segment.start : passage.segment.end].replace("-", " ").split(None, 3)
    return 0 < len(words) <= 3 and words[0].lower().strip(".,") in LOADED
