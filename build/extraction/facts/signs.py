"""What the words of a sentence show of each other: named signs that the model of facts weighs.

Of each word: its letters, stem, classes and meanings, those of its neighbors, what stands before
and behind it in the sentence, and what the sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from extraction.facts.amounts import NUMBER
from extraction.facts.items import SOUGHT_ITEM, code_of
from extraction.grammar.parse import Parse, parse
from extraction.lexicon import lists
from extraction.text.sentences import sentences

CLAUSAL = frozenset(["if", "open", "not", "will", "urge", "hedge", "get", "cause"])
"""Classes that tell how the words behind them, in the same clause, are meant."""
TOPICS = ("subpoena", "comment", "request", "ask", "record", "seek", "want", "demand", "deadline")
BREAKS = frozenset([";", ":", "—", "–", "--", ".", "but", "while", "although", "though", "because"])
LISTED = re.compile(r"\s*(?:[-•*–—]|\(?\w{1,3}[.)])\s")
"""A line of a list."""
HINT = re.compile(
    r"request|se[ei]k|sought|subpoena|demand|\bask|want|summons|command|looking for|requir|compel|"
    r"turn over|hand over|obtain|gather|collect|told to|record|file|\bname|address|information|"
    r"document|photo|roster|birth|employ|\b(?:data|list|form|log|account|roll|number)s?\b|where|cop(?:y|ies)|\bdays?\b|week|month|hour|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|deadline|\bdue\b|"
    r"until|\bdate|fortnight|\d(?:st|nd|rd|th)\b|[ap]\.m\.|\b(?:march|april|may \d|june|july|"
    r"(?:jan|febr)uary|august|(?:sept|nov|dec)ember|october|(?:jan|feb|aug|sept|oct|nov|dec)\.)"
)
"""Pieces of words without any of which a sentence hardly tells what is asked for, or by when."""
DURATION = re.compile(
    rf"\b(?P<number>{NUMBER}|a|another)[ -]"
    r"(?P<unit>(?:(?:business|working|calendar|more|extra|additional)[ -])?"
    r"(?:day|week|month|hour)s?)\b",
    re.I,
)
"""How long: ten business days, a 72-hour deadline."""
MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = re.compile(
    r"\b(?:(?:noon|midnight|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?|the end of|close of business)(?: on)? )?"
    rf"(?:(?:next |this )?{WEEKDAY}(?:,? {MONTH} \d{{1,2}})?|{MONTH} \d{{1,2}}(?:, \d{{4}})?|"
    r"the end of (?:the|this|next) (?:week|month)|next (?:week|month)|the \d{1,2}(?:st|nd|rd|th))\b"
)
"""By which day: noon on Friday, Oct. 14."""
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


@lru_cache(maxsize=50_000)
def _alone(low: str) -> tuple[str, ...]:
    """What a word shows whatever stands around it."""
    named = [f"class {name}" for name in classes_of(low)]
    named += [f"m0 {name}" for name in _listed("meanings").get(stem(low), ())]
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
    """Whether a sentence is worth weighing: it holds a word of asking, of a record or of time."""
    return HINT.search(sentence.lower()) is not None


class Signs:
    """The words of a sentence with the signs of each, worked out from left to right."""

    def __init__(self, sentence: str, before: str = "") -> None:
        self.p: Parse = parse(sentence, 0, len(sentence))
        self.stems = [stem(low) for low in self.p.low]
        self.classes = [classes_of(low) for low in self.p.low]
        known = _listed("meanings")
        self.means = [known.get(each, ()) for each in self.stems]
        self.times: dict[int, tuple[int, int]] = {}
        """For each word of a time its first and last word."""
        self.codes = self._codes(sentence)
        self.general = self._general(sentence.strip(), before.lower().rstrip())

    def _codes(self, sentence: str) -> list[str]:
        """For each word the code of the information, or the kind of time, that it is listed for."""
        found, p = [""] * len(self.p), self.p
        for pattern, name in ((DURATION, "long"), (DAY, "day"), (SOUGHT_ITEM, "")):
            k = 0
            for match in pattern.finditer(sentence):
                own = []
                while k < len(p) and p.start[k] < match.end():
                    if p.end[k] > match.start():
                        own.append(k)
                        found[k] = name or code_of(match)
                    k += 1
                if name and own:
                    self.times |= dict.fromkeys(own, (own[0], own[-1]))
        return found

    def _general(self, sentence: str, before: str) -> list[str]:
        """What all words of the sentence show: its form, and the sentence before."""
        is_item = LISTED.match(sentence) is not None
        form = "list" if is_item else "title" if sentence[-1:].isalnum() else "text"
        found = ["bias", form]
        found += ["question"] if sentence.endswith(("?", "?”", '?"')) else []
        topics = [topic for topic in TOPICS if topic in before]
        found += [f"before {topic}" for topic in topics]
        opens = [mark for mark in "?:" if before.endswith(mark)]
        return found + [f"before {mark}{' asks' if topics else ''}, {form}" for mark in opens]

    def rows(self) -> Iterator[list[str]]:
        """The signs of each word."""
        clause: set[str] = set()
        for k, low in enumerate(self.p.low):
            row = [*self.general, *_alone(low), *self._around(k), *self._time(k)]
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

    def _time(self, k: int) -> Iterator[str]:
        """What stands around a time, and whether a time stands near another word."""
        size, is_time = len(self.p), k in self.times
        first, last = self.times.get(k, (k, k))
        sides = {
            "left": range(first - 1, max(-1, first - 7), -1),
            "right": range(last + 1, min(size, last + 7)),
        }
        for side, near in sides.items():
            for name in sorted({name for d in near for name in self.means[d]}):
                if is_time or name == "time":
                    yield f"{side} {name}"
            for at, d in enumerate(near[:3] if is_time else ()):
                yield f"time {side}{at} {self.stems[d]}"
                yield from (f"time {side}{at} m {name}" for name in self.means[d])

    def _class(self, k: int) -> str:
        if not 0 <= k < len(self.p):
            return "^"
        return self.classes[k][0] if self.classes[k] else self.p.tag[k]
