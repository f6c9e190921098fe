"""A sentence cut into clauses, and what each shows: named features that learned models weigh."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, pairwise

from extraction.facts.asked.features import classes_of, clusters_of, meanings_of, stem
from extraction.facts.clauses.retold import is_retold
from extraction.text.candidates import Span

SHORTEST = 3  # words of a clause
BEFORE, BEHIND = 8, 6  # words around a clause that show features
AROUND, NEAR = 12, 3  # words around a time that show features, and those whose place is one
REACH = 5  # words behind a word of doing in which what it is done to stands
CLAUSE_TOPICS = (
    *("because", "reason", "citing", "cited", "argue", "subpoena", "refus", "declin", "comply"),
    *("quash", "detainer", "law", "judge", "why"),
)
"""Pieces of words that tell what a sentence with reasons or answers is about."""
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
_DOUBTS = frozenset(["open", "if", "will"])
"""Classes of words that leave open whether it is so."""


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


def trimmed(sentence: str, span: Span) -> Span:
    """A clause without the marks around it, and without what joins it to others."""
    start, end = span
    if edge := _EDGE.match(sentence, start):
        start = edge.end()
    return start, start + len(sentence[start:end].rstrip(' ,;:—–()“”".!?-\n'))


class Clauses:
    """The clauses of a sentence, which stands behind another, with what they show."""

    def __init__(self, sentence: str, before: str) -> None:
        self.sentence, self.before, self.low = sentence, before, sentence.lower()
        tokens = list(_TOKEN.finditer(self.low.replace("’", "'")))
        self.start = [token.start() for token in tokens]
        self.words = [token.group() for token in tokens]
        self.stems = [stem(word) if word[0].isalnum() else word for word in self.words]
        self.classes = [classes_of(word) for word in self.words]
        self.means = [meanings_of(word) for word in self.words]
        self.alike = [clusters_of(word) for word in self.words]
        self.about = self._about(before.lower())
        self.with_features = [
            (span, list(dict.fromkeys(self._own(n, span))))
            for n, span in enumerate(clauses(sentence))
        ]

    def _about(self, before: str) -> list[str]:
        """What all clauses of the sentence show."""
        low, longer = self.low, dict.fromkeys(each for each in self.stems if len(each) > 2)
        found = [f"sentence {each}" for each in longer]
        found += [f"in {topic}" for topic in CLAUSE_TOPICS if topic in low]
        found += [f"before {topic}" for topic in CLAUSE_TOPICS if topic in before]
        found += ["after question"] if before.rstrip().endswith("?") else []
        found += ["quoted"] if "“" in low or '"' in low else []
        return found

    def _own(self, at: int, span: Span) -> Iterator[str]:
        """What a clause itself shows."""
        first, last = bisect_left(self.start, span[0]), bisect_left(self.start, span[1])
        said = [each for each in self.stems[first:last] if each[0].isalnum()]
        yield from ("bias", f"opens {self.words[first]}", f"size {min(len(said) // 3, 5)}")
        yield f"opens {' '.join(self.words[first : first + 2])}"
        if at == 0:
            yield "first"
        if _is_open(self.sentence, span[0]):
            yield "inside marks"
        if is_retold(self.sentence, trimmed(self.sentence, span)):
            yield "retold"
        yield from (f"says {each}" for each in said)
        yield from (f"says {one} {other}" for one, other in pairwise(said))
        named = list(dict.fromkeys(each for k in range(first, last) for each in self.classes[k]))
        yield from (f"class {each}" for each in named)
        yield from (f"class {one} {other}" for one, other in combinations(named, 2))
        yield from self._around(first, last)
        yield from self._meant(first, last)

    def beside(self, span: Span) -> Iterator[str]:
        """What stands around some words, and the words themselves: around a time."""
        first, last = bisect_left(self.start, span[0]), bisect_left(self.start, span[1])
        found = ["bias", *self.about]
        found += [f"own {each}" for each in self.stems[first:last]]
        for name, words in (
            ("behind", range(first - 1, max(-1, first - 1 - AROUND), -1)),
            ("ahead", range(last, min(last + AROUND, len(self.words)))),
        ):
            for far, k in enumerate(words, 1):
                shown = [self.stems[k], *self.classes[k], *self.means[k]]
                found += [f"{name} {each}" for each in shown]
                found += [f"{name} {far} {each}" for each in shown] if far <= NEAR else []
        return iter(dict.fromkeys(found))

    def _around(self, first: int, last: int) -> Iterator[str]:
        """What the words before a clause and behind it show, and those that it begins with."""
        for name, words in (
            ("behind", range(max(0, first - BEFORE), first)),
            ("ahead", range(last, min(last + BEHIND, len(self.words)))),
        ):
            for k in words:
                yield f"{name} {self.stems[k]}"
                yield from (f"{name} {each}" for each in self.alike[k])
                yield from (f"{name} class {each}" for each in self.classes[k])
        for k in range(first, min(first + 4, last)):
            yield from (f"begins {each}" for each in self.classes[k])

    def _meant(self, first: int, last: int) -> Iterator[str]:
        """What the words of a clause mean, whether it is denied or left open, and of what."""
        classes = {each for one in self.classes[first:last] for each in one}
        near = {each for one in self.classes[max(0, first - 3) : last] for each in one}
        said = f"{'not' if 'not' in classes else 'so'}{'' if near.isdisjoint(_DOUBTS) else ' open'}"
        for k in range(first, last):
            for cluster in self.alike[k]:
                yield f"means {cluster}"
                if cluster[0] == "b":
                    yield f"{said} {cluster}"
            for mean in self.means[k]:
                yield f"means {mean}"
                yield f"{said} {mean}"
                for j in range(k + 1, min(k + 1 + REACH, last)):
                    yield from (f"{mean} to {each}" for each in (*self.classes[j], *self.means[j]))


def _is_open(sentence: str, at: int) -> bool:
    """Whether marks of quotation are open before a place."""
    before = sentence[:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
