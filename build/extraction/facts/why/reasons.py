"""Reasons that somebody gives, by a learned model: which clauses of a sentence tell one.

A sentence is cut into clauses. What each shows, among it the turns of phrase of `grounds`, is
weighed, and the sum tells how likely it is that the clause names a reason. All weights stand in a
file of named numbers, which `python -m bench.facts.choose` writes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, pairwise
from operator import itemgetter
from pathlib import Path

from extraction.facts.asked.signs import classes_of, stem
from extraction.facts.clauses.sentence import is_question
from extraction.facts.found import Found
from extraction.facts.weighed import probability, share, weight, weights
from extraction.facts.why.grounds import grounds
from extraction.text.candidates import Span

KIND = "ground"
WEIGHTS = Path(__file__).parent / "reasons.json"
RULE = "model"
RULED = "rule"
"""The sign of a clause in which a rule finds a reason."""
LEAST = 0.3  # share from which on a clause is proposed
LEAST_RULED = 0.1  # the same, if a rule finds a reason in it
SHORTEST = 3  # words of a clause
BEFORE, BEHIND = 8, 6  # words around a clause that show signs
TOPICS = (
    *("because", "reason", "citing", "cited", "argue", "subpoena", "refus", "declin", "comply"),
    *("quash", "detainer", "law", "judge", "why"),
)
"""Stems that tell what a sentence is about."""
_TOKEN = re.compile(r"[^\W_](?:[\w’'§.-]*[^\W_])?|[^\w\s]")
_CUT = re.compile(
    r"[,;:—–()“”\"]|\s-\s|\b(?:because|since|citing|that|and|but|or|so|unless|until|if|although|"
    r"though|while|which|who|to(?= [a-z]+)|for(?= )|as(?= )|under|without|on the "
    r"(?:ground|advice|strength)|due to|owing to|out of)\b",
    re.I,
)
"""Where a clause begins."""
_EDGE = re.compile(
    r"[\s,;:—–()“”\".!?-]*(?:\b(?:that|and|but|or|because|since|citing|so|as|while|although|though)"
    r"\s+)*",
    re.I,
)
"""What stands before the words of a clause: marks, and what joins it to others."""


def clauses(sentence: str) -> list[Span]:
    """The spans of the clauses of a sentence; a few words belong to the clause before.

    >>> words = "It refused because no judge had signed the paper."
    >>> [words[a:b] for a, b in clauses(words)]
    ['It refused ', 'because no judge had signed the paper.']
    """
    starts = [word.start() for word in _TOKEN.finditer(sentence) if word.group()[0].isalnum()]
    cuts = [0, *(match.start() for match in _CUT.finditer(sentence)), len(sentence)]
    found: list[Span] = []
    for start, end in pairwise(cuts):
        size = bisect_left(starts, end) - bisect_left(starts, start)
        if found and size < SHORTEST and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        elif size > 1:
            found.append((start, end))
    return found


class Read:
    """A sentence with its words and their stems, and with what the rules find in it."""

    def __init__(self, sentence: str, before: str) -> None:
        self.sentence, self.low = sentence, sentence.lower()
        tokens = list(_TOKEN.finditer(self.low))
        self.start = [token.start() for token in tokens]
        self.words = [token.group() for token in tokens]
        self.stems = [stem(word) if word[0].isalnum() else word for word in self.words]
        self.told = list(grounds(sentence))
        self.about = self._about(before.lower())

    def _about(self, before: str) -> list[str]:
        """What all clauses of the sentence show."""
        low, longer = self.low, dict.fromkeys(each for each in self.stems if len(each) > 2)
        found = [f"sentence {each}" for each in longer]
        found += [f"in {topic}" for topic in TOPICS if topic in low]
        found += [f"before {topic}" for topic in TOPICS if topic in before]
        found += ["behind question"] if before.rstrip().endswith("?") else []
        found += ["quoted"] if "“" in low or '"' in low else []
        return found

    def signed(self) -> Iterator[tuple[Span, list[str]]]:
        """Every clause with what it shows, besides what all of them show."""
        for at, (start, end) in enumerate(clauses(self.sentence)):
            first, last = bisect_left(self.start, start), bisect_left(self.start, end)
            yield (start, end), self._own(at, (start, end), first, last)

    def _own(self, at: int, span: Span, first: int, last: int) -> list[str]:
        """What a clause itself shows, from its first word to before its last."""
        said = [each for each in self.stems[first:last] if each[0].isalnum()]
        found = ["bias", f"opens {self.words[first]}", f"size {min(len(said) // 3, 5)}"]
        found += [f"opens {' '.join(self.words[first : first + 2])}"]
        found += ["first"] if at == 0 else []
        found += ["inside marks"] if _is_open(self.sentence, span[0]) else []
        pairs = pairwise(said)
        found += dict.fromkeys(f"says {each}" for each in said)
        found += dict.fromkeys(f"says {one} {other}" for one, other in pairs)
        found += dict.fromkeys(
            f"behind {each}" for each in self.stems[max(0, first - BEFORE) : first]
        )
        found += dict.fromkeys(f"ahead {each}" for each in self.stems[last : last + BEHIND])
        named = list(
            dict.fromkeys(each for word in self.words[first:last] for each in classes_of(word))
        )
        found += [f"class {each}" for each in named]
        found += [f"class {one} {other}" for one, other in combinations(named, 2)]
        rules = dict.fromkeys(fact.rule for fact in self.inside(span))
        return [*found, *(f"rule {rule}" for rule in rules), *([RULED] if rules else [])]

    def inside(self, span: Span) -> list[Found]:
        """What the rules find in a clause."""
        return [one for one in self.told if one.span[0] < span[1] and one.span[1] > span[0]]


def _is_open(sentence: str, at: int) -> bool:
    """Whether marks of quotation are open before a place."""
    before = sentence[:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def reasons(sentence: str, before: str) -> Iterator[Found]:
    """Reasons in a sentence, behind another, of a text about a subpoena.

    What a rule finds is told in its words, else the whole clause.
    """
    if is_question(sentence):
        return
    read, known = Read(sentence, before), weights(WEIGHTS)
    shared = weight(read.about, known.signs)
    found: dict[Span, tuple[float, Found]] = {}
    for span, signs in read.signed():
        told = share(shared + weight(signs, known.signs))
        if told >= (LEAST_RULED if RULED in signs else LEAST):
            for one in read.inside(span) or [_clause(sentence, span)]:
                found[one.span] = max(
                    (told, one), found.get(one.span, (0.0, one)), key=itemgetter(0)
                )
    for told, one in found.values():
        yield one._replace(probability=probability(told, known.worth))


def _clause(sentence: str, span: Span) -> Found:
    """A clause without the marks around it, and without what joins it to others."""
    start, end = span
    if edge := _EDGE.match(sentence, start):
        start = edge.end()
    end = start + len(sentence[start:end].rstrip(' ,;:—–()“”".!?-\n'))
    return Found(KIND, (start, end), RULE, "other", {}, {})
