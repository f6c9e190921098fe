"""A sentence with its parse: the group of words around a verb, and its subject."""

from extraction.facts.clauses.answering import BASES, LEMMAS
from extraction.grammar import cues, tags
from extraction.grammar.parse import Parse, is_headline, parsed
from extraction.grammar.subjects import Subjects
from extraction.text.candidates import Span

NEGATIVE = frozenset(["not", "never", "no", "neither", "nor"])
_IN_PASSING = frozenset(
    [("at", "last"), ("of", "course"), ("in", "fact"), ("so", "far"), ("at", "least")]
)
"""Pairs of words that may stand between an auxiliary and its verb: has at last complied."""
_ADVERBS = frozenset("otherwise simply just yet also".split())
"""Words that may stand between an auxiliary and its verb: has not otherwise complied."""
_ENDS = frozenset(".?!:;,)”\"’'…")
"""Marks that end a sentence of a story; a headline ends with none."""
_BY_TIME = cues.MONTHS | frozenset(["early", "late", "last", "”", '"'])
_CLAIMING = frozenset(["saying", "claiming", "arguing", "alleging"])
PAST = frozenset("gave sent fought held withheld given".split())


def is_question(sentence: str) -> bool:
    """Whether a sentence asks, and tells nothing.

    >>> is_question("Will it comply?\\n"), is_question("“Why?” he asked.")
    (True, False)
    """
    return sentence.rstrip().rstrip(' ”"’)').endswith("?")


class Sentence:
    """A sentence with its parse; of_anybody keeps what it tells of anybody: those who refuse."""

    def __init__(self, sentence: str, of_anybody: bool = False) -> None:
        self.of_anybody = of_anybody
        ends = sentence.rstrip()[-1:] in _ENDS
        self.headline = not ends or is_headline(sentence, 0, len(sentence))
        self.p: Parse = parsed(sentence)
        self.subjects = Subjects(self.p)

    def __len__(self) -> int:
        return len(self.p)

    def span(self, first: int, last: int) -> Span:
        return self.p.start[first], self.p.end[last]

    def right_of(self, token: int, most: int = 9) -> list[str]:
        """The words behind a token, up to the end of its clause."""
        _, high = self.p.bounds(token)
        found = []
        for k in range(token + 1, min(high, token + 1 + most)):
            if self.p.tag[k] in (tags.STOP, tags.COLON):
                break
            found.append(self.p.low[k])
        return found

    def _group(self, verb: int, low: int) -> tuple[int, bool, set[str]]:
        """The token before a verb's group, whether it is negated, and its auxiliaries."""
        p, at, negated = self.p, verb - 1, False
        auxiliaries: set[str] = set()
        while at >= low:
            word = p.low[at]
            if word in NEGATIVE or word.endswith("n't") or (word == "longer" and at > low):
                negated = True
                auxiliaries.add(word.removesuffix("n't") if word.endswith("n't") else word)
            elif p.tag[at] == tags.AUXILIARY:
                auxiliaries.add(word)
            elif at > low and (p.low[at - 1], word) in _IN_PASSING:
                at -= 1
            elif p.tag[at] != tags.ADVERB and word not in _ADVERBS:
                break
            at -= 1
        if at >= low and p.tag[at] == tags.PRONOUN and "'" in p.low[at]:
            ending = p.low[at].rpartition("'")[2]
            auxiliaries.add({"ll": "'ll", "d": "would"}.get(ending, "is"))
        if "ca" in auxiliaries or "cannot" in auxiliaries:
            auxiliaries.add("can")
        return at, negated or "cannot" in auxiliaries, auxiliaries

    def subject(self, verb: int) -> tuple[str, bool]:
        """Words of the subject of a verb, in lower case; whether it is a name or a pronoun."""
        low, _ = self.p.bounds(verb)
        at = self._group(verb, low)[0]
        first = self._first(at, low)
        if low < first <= at and self.p.low[first - 1] in _CLAIMING:
            return self._phrase(at, low)
        found = self.subjects.of(verb)
        if found is None:
            return "", True
        if found[0] > low and self.p.tag[found[0] - 1] == tags.PREPOSITION and at > found[1] + 1:
            return self._phrase(self._before_apposition(at, low), low)
        return self._named(*found)

    def _before_apposition(self, at: int, low: int) -> int:
        """The token before an apposition that ends with a token: the city of Marl, Nevada."""
        tag = self.p.tag
        if tag[at] != tags.COMMA:
            return at
        before = (k - 1 for k in range(at - 1, max(low, at - 14), -1) if tag[k] == tags.COMMA)
        return next(before, at - 1)

    def _is_past(self, verb: int) -> bool:
        """Whether a verb, by its form, tells of the past."""
        low = self.p.low[verb] if verb < len(self.p) else ""
        return low in LEMMAS and (low.endswith("ed") or low in PAST)

    def _is_base(self, at: int) -> bool:
        return at < len(self.p) and self.p.low[at] in LEMMAS and self.p.low[at] in BASES

    def _first(self, last: int, low: int) -> int:
        """The first token of the phrase that ends with a token."""
        while last >= low and self.p.tag[last] in tags.NOMINAL:
            last -= 1
        return last + 1

    def _phrase(self, last: int, low: int) -> tuple[str, bool]:
        """The words of the phrase that ends with a token, and whether it is a name."""
        first = self._first(last, low)
        return self._named(first, last) if first <= last else ("", True)

    def _named(self, first: int, last: int) -> tuple[str, bool]:
        named = not {tags.NAME, tags.PRONOUN}.isdisjoint(self.p.tag[first : last + 1])
        return " ".join(self.p.low[first : last + 1]), named or self.p.low[first] in (
            "who",
            "which",
        )

    def _owned(self, noun: int, low: int) -> bool:
        """Whether somebody's name or `its` stands before a noun."""
        before = self.p.low[noun - 1] if noun > low else ""
        return before in cues.POSSESSIVES or before.endswith(("'s", "s'"))

    def _before_time(self, at: int, low: int) -> int:
        """The token before a day or a mark between a verb and its infinitive: voted on Friday."""
        p, before = self.p, at
        while at > low and (
            p.tag[at] in (tags.TIME, tags.NUMBER) or p.low[at] in _BY_TIME or self._sets_off(at)
        ):
            at -= 1
        return at - (at < before and at > low and p.low[at] in ("on", "in", "by"))

    def _sets_off(self, at: int) -> bool:
        """Whether a comma stands beside a number of votes: agreed, 5-2, to comply."""
        p = self.p
        return p.tag[at] == tags.COMMA and tags.NUMBER in p.tag[max(0, at - 1) : at + 2]
