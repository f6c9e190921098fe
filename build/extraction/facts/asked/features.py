"""What the words of a sentence show of each other: named features that the model of facts weighs.

Of each word: its letters, stem, classes and meanings, those of its neighbors, what stands before
and behind it in the sentence, what the sentence before was about, and what a rule finds there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from extraction.facts.asked.demands import LISTED
from extraction.facts.asked.items import code_of, items
from extraction.facts.found import Found
from extraction.grammar.parse import Parse, parsed
from extraction.lexicon import lists
from extraction.text.sentences import sentences

CLAUSAL = frozenset(["if", "open", "not", "will", "urge", "hedge", "get", "cause"])
"""Classes that tell how the words behind them, in the same clause, are meant."""
ASKING = ("subpoena", "comment", "request", "ask", "record", "seek", "want", "demand", "deadline")
"""Pieces of words that tell whether the sentence before was about asking."""
BREAKS = frozenset([";", ":", "—", "–", "--", ".", "but", "while", "although", "though", "because"])
HINT = re.compile(
    r"request|se[ei]k|sought|subpoena|demand|\bask|want|summons|command|looking for|requir|compel|"
    r"turn over|hand over|obtain|gather|collect|told to|record|file|\bname|address|information|"
    r"document|photo|roster|birth|employ|\b(?:data|list|form|log|account|roll|number)s?\b|where|"
    r"cop(?:y|ies)"
)
"""Pieces of words without any of which a sentence hardly tells what is asked for."""
FAR = (-4, -3, 3, 4)
"""How far the words stand whose stems and meanings are features, whatever their order."""
_SUFFIX = re.compile(r"(?:'s|s')$")
_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e", "y")


@lru_cache(maxsize=50_000)
def stem(low: str) -> str:
    """The stem of a word in lower case; a number shows only its length.

    >>> stem("refused"), stem("sought"), stem("records"), stem("1,250")
    ('refus', 'seek', 'record', '00000')
    """
    if low[:1].isdigit() or low[:1] == "$":
        return "0" * min(len(low), 5)
    low = next(iter(_listed("irregular").get(low, ())), "") or _SUFFIX.sub("", low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) > 2 and not low.endswith("ss"):
            return low[: -len(ending)]
    return low


@cache
def _listed(part: str) -> Mapping[str, tuple[str, ...]]:
    """For each word of a part of the lists, the names of the lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in lists.table("meanings")[part].items():
        every = map(stem, words.split()) if part == "meanings" else words.split()
        for word in dict.fromkeys(every):
            found[word] = (*found.get(word, ()), name)
    return found


@lru_cache(maxsize=50_000)
def classes_of(low: str) -> tuple[str, ...]:
    """The classes of a word in lower case.

    >>> classes_of("sheriff's"), classes_of("rain")
    (('body',), ())
    """
    known = _listed("classes")
    return known.get(low) or known.get(_SUFFIX.sub("", low), ())


def meanings_of(low: str) -> tuple[str, ...]:
    """The listed meanings of a word in lower case.

    >>> meanings_of("surrendered")
    ('give',)
    """
    return _listed("meanings").get(stem(low), ())


def clusters_of(low: str) -> tuple[str, ...]:
    """The groups of words alike that hold a word in lower case, the largest first.

    >>> clusters_of("spurned") == clusters_of("spurn"), clusters_of("the")
    (True, ())
    """
    known = lists.clusters()
    found = known.get(low) or known.get(_SUFFIX.sub("", low))
    return found or ()


@lru_cache(maxsize=50_000)
def _alone(low: str) -> tuple[str, ...]:
    """What a word shows whatever stands around it."""
    named = [f"class {name}" for name in classes_of(low)]
    named += [f"m0 {name}" for name in meanings_of(low)]
    named += [f"k0 {name}" for name in clusters_of(low)]
    return (f"p3 {low[:3]}", f"p4 {low[:4]}", f"z3 {low[-3:]}", f"s0 {stem(low)}", *named)


def told_after(text: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each sentence, and what was said before it; of a list, what opens it.

    >>> text = "It seeks:\\n- names\\n- bills"
    >>> [before.strip() for _, _, before in told_after(text)]
    ['', 'It seeks:', 'It seeks:']
    """
    before = ""
    for start, end in sentences(text):
        yield start, end, before
        is_item = before.rstrip().endswith(":") and LISTED.match(text, start, end)
        if text[start:end].strip() and not is_item:
            before = text[start:end]


def may_ask(sentence: str) -> bool:
    """Whether a sentence is worth weighing: it holds a word of asking or of a record."""
    return HINT.search(sentence.lower()) is not None


class WordFeatures:
    """The words of a sentence with the features of each, worked out from left to right."""

    def __init__(self, sentence: str, before: str = "", ruled: Sequence[Found] = ()) -> None:
        self.ruled = ruled
        self.p: Parse = parsed(sentence)
        self.stems = [stem(low) for low in self.p.low]
        self.classes = [classes_of(low) for low in self.p.low]
        self.means = [meanings_of(low) for low in self.p.low]
        self.codes = self._codes(sentence)
        self.general = self._general(sentence.strip(), before.lower().rstrip())

    def _codes(self, sentence: str) -> list[str]:
        """For each word the code of the information that it is listed for."""
        found, p, k = [""] * len(self.p), self.p, 0
        for match in items(sentence):
            while k < len(p) and p.start[k] < match.end():
                if p.end[k] > match.start():
                    found[k] = code_of(match)
                k += 1
        return found

    def _general(self, sentence: str, before: str) -> list[str]:
        """What all words of the sentence show: its form, and the sentence before."""
        is_item = LISTED.match(sentence) is not None
        form = "list" if is_item else "title" if sentence[-1:].isalnum() else "text"
        found = ["bias", form]
        found += ["question"] if sentence.endswith(("?", "?”", '?"')) else []
        topics = [topic for topic in ASKING if topic in before]
        found += [f"before {topic}" for topic in topics]
        opens = [mark for mark in "?:" if before.endswith(mark)]
        return found + [f"before {mark}{' asks' if topics else ''}, {form}" for mark in opens]

    def rows(self) -> Iterator[list[str]]:
        """The features of each word."""
        clause: set[str] = set()
        for k, low in enumerate(self.p.low):
            row = [*self.general, *_alone(low), *self._around(k), *self._farther(k)]
            row += self._found(k) if self.ruled else []
            if self.codes[k]:
                row += [f"{each}, code" for each in (*self.general, *sorted(clause))]
            for name in sorted(clause):
                row += [f"clause {name}", f"clause {name}, {self.stems[k]}"]
                row += [f"clause {name}, m {each}" for each in self.means[k]]
            if low in BREAKS:
                clause = set()
            clause.update(CLAUSAL.intersection(self.classes[k]))
            yield row

    def _around(self, k: int) -> Iterator[str]:
        """Stems, classes and meanings of the words around one, and what they are listed for."""
        at, size = self.stems, len(self.p)
        for d in (-2, -1, 1, 2):
            if 0 <= k + d < size:
                yield f"s{d} {at[k + d]}"
                yield from (f"m{d} {name}" for name in self.means[k + d])
            yield f"c{d} {self._class(k + d)}"
        for d in (-1, 0, 1):
            if 0 <= k + d < size and self.codes[k + d]:
                yield f"code{d} {self.codes[k + d]}"
                yield f"code{d}"
        before, behind = at[k - 1] if k else "^", at[k + 1] if k + 1 < size else "^"
        yield f"s-1s0 {before} {at[k]}"
        yield f"s0s1 {at[k]} {behind}"
        for name in self.means[k]:
            yield f"s-1m {before} {name}"
            yield f"ms1 {name} {behind}"

    def _farther(self, k: int) -> Iterator[str]:
        """Stems and meanings of words three or four away."""
        for d in FAR:
            if 0 <= k + d < len(self.stems):
                side = "-" if d < 0 else "+"
                yield f"far{side} {self.stems[k + d]}"
                yield from (f"farm{side} {name}" for name in self.means[k + d])

    def _found(self, k: int) -> list[str]:
        """What a rule finds in the words of which one is."""
        start, end = self.p.start[k], self.p.end[k]
        for fact in self.ruled:
            if fact.span[0] < end and fact.span[1] > start:
                return ["rule", f"rule {fact.rule}", f"code0 {fact.value}, rule"]
        return ["rule near"]

    def _class(self, k: int) -> str:
        if not 0 <= k < len(self.p):
            return "^"
        return self.classes[k][0] if self.classes[k] else self.p.tag[k]
