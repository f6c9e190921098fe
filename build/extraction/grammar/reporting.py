"""Cues and their speakers: where in a paragraph somebody says, calls or claims something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import Mention, possessor, right_phrase
from extraction.grammar.parse import is_headline, parse
from extraction.grammar.subjects import Subjects
from extraction.text.candidates import Span
from extraction.text.marks import Segment
from extraction.text.words import word_set

PHRASE_NOUNS = word_set("phrase term word words expression line slogan hashtag phrases terms")
_CLOSING = frozenset({"said", "says", "wrote", "added"})
"""Verbs that may close a sentence before their subject: The plan is dead, said the mayor."""
PLAIN = frozenset(["say", "write", "add", "explain", "argue", "note", "conclude", "warn"])
"""Verbs that may stand before their subject between commas."""
USE = frozenset(["use", "used", "uses", "using"])
ANSWERS = word_set("shot shoots shooting fired fires firing hit hits hitting")
"""Verbs that tell an answer with `back`: Ray shot back."""
PERCEIVED = word_set("heard overheard seen caught filmed recorded captured")
"""Verbs whose passive may tell who speaks: A man was heard shouting “…”."""
_MAY_TELL = (
    frozenset(cues.LEMMA) | cues.SAYING_NOUNS | USE | ANSWERS | {"put", "per", "words", "according"}
)
"""Words of which every saying has one."""


class Saying(NamedTuple):
    """A cue with its speaker, both as tokens of one sentence."""

    cue: int
    speaker: Mention
    lemma: str
    kind: str
    """verb, participle, passive, inverted (said X), according or noun (X's claim)."""

    @property
    def start(self) -> int:
        """First token of cue and speaker together."""
        return min(self.cue, self.speaker[0])

    def by(self, speaker: Mention) -> Saying:
        """The same cue with another speaker."""
        return self._replace(speaker=speaker)


class Paragraph:
    """A paragraph with its parse and its sayings, which are read when first asked for."""

    def __init__(
        self, text: str, number: int, begin: int, stop: int, held: Sequence[Segment] = ()
    ) -> None:
        self.text, self.number, self.begin, self.stop = text, number, begin, stop
        self.headline = is_headline(text, begin, stop)
        self.p = parse(text, begin, stop, held, self.headline)
        self.subjects = Subjects(self.p)
        self._sayings: dict[int, list[Saying]] = {}

    def span(self, mention: Mention) -> Span:
        """Offsets of a run of tokens in the text."""
        return self.p.start[mention[0]], self.p.end[mention[1]]

    def sayings(self, token: int) -> list[Saying]:
        """Every saying of the sentence around a token, in order of the cues."""
        number = self.p.sentence[token]
        if number not in self._sayings:
            self._sayings[number] = list(self._read(*self.p.bounds(token)))
        return self._sayings[number]

    def _read(self, low: int, high: int) -> Iterator[Saying]:
        p, words = self.p, self.p.low
        for k in range(low, high):
            if words[k] not in _MAY_TELL:
                continue
            tag = p.tag[k]
            if tag == tags.CUE or (tag == tags.GERUND and p.low[k] in cues.LEMMA):
                yield from self._verb(k, low, high)
            elif tag == tags.ACCORDING or p.low[k] in ("per", "words"):
                yield from self._according(k, low, high)
            elif tag in (tags.WORD, tags.NAME) and p.low[k] in cues.SAYING_NOUNS:
                owner = possessor(p, k, low)
                if owner:
                    yield Saying(k, owner, p.low[k], "noun")
            elif self._is_idiom(k, high):
                speaker = self.subjects.of(k)
                if speaker:
                    yield Saying(k, speaker, p.low[k], "verb")

    def _verb(self, k: int, low: int, high: int) -> Iterator[Saying]:
        p = self.p
        lemma = cues.LEMMA[p.low[k]]
        if p.tag[k] == tags.GERUND and k > low and p.low[k - 1] == "from":
            return  # barred from asking about “…”: nobody asks
        speaker = self.subjects.of(k)
        own = p.tag[k] != tags.GERUND or self._is_heard(k, low)
        kind = "verb" if own else "participle"
        if speaker and p.tag[k] == tags.CUE and self.subjects.is_passive(k):
            kind = "passive"
        inverted = self._inverted(k, low, high)
        told = speaker is not None and p.tag[speaker[1]] != tags.QUOTE
        if inverted and (not told or self._is_aside(k, inverted, high)):
            yield Saying(k, inverted, lemma, "inverted")
        elif speaker:
            yield Saying(k, speaker, lemma, kind)

    def _is_heard(self, k: int, low: int) -> bool:
        """Whether a verb in -ing hangs from one like heard: A man was heard shouting “…”."""
        tag, words = self.p.tag, self.p.low
        return (
            k > low + 1
            and words[k - 1] in PERCEIVED
            and tag[k - 2] in (tags.AUXILIARY, tags.ADVERB)
        )

    def _is_aside(self, k: int, phrase: Mention, high: int) -> bool:
        """Whether cue and speaker stand between commas: The plan, says the mayor, is dead."""
        p = self.p
        if p.tag[k - 1] != tags.COMMA or cues.LEMMA[p.low[k]] not in PLAIN:
            return False
        named = p.tag[phrase[0]] in (tags.NAME, tags.DETERMINER) and p.tag[phrase[1]] in (
            tags.NAME,
            tags.WORD,
        )
        return named and phrase[1] + 1 < high and p.tag[phrase[1] + 1] == tags.COMMA

    def _inverted(self, k: int, low: int, high: int) -> Mention | None:
        """The noun phrase after a cue that follows a quotation: “…,” said the mayor."""
        p = self.p
        j = k - 1
        while j >= low and p.tag[j] in (tags.ADVERB, tags.COMMA, tags.DASH):
            j -= 1
        after_quotation = j < low or p.tag[j] == tags.QUOTE
        closes = p.tag[k - 1] in (tags.COMMA, tags.DASH) and (
            p.low[k] in _CLOSING or cues.LEMMA[p.low[k]] in PLAIN
        )
        if not (after_quotation or closes) or p.tag[k] != tags.CUE or k + 1 >= high:
            return None
        if p.tag[k + 1] == tags.TIME or p.tag[k + 1] not in (*tags.NOMINAL, tags.PRONOUN):
            return None
        return right_phrase(p, k + 1, high)

    def _according(self, k: int, low: int, high: int) -> Iterator[Saying]:
        """according to X; “…,” per X."""
        p = self.p
        if p.low[k] == "words":
            own = k > low and p.low[k - 1] == "the" and k + 1 < high and p.low[k + 1] == "of"
            first = k + 2 if own else high
        elif p.low[k] == "per":
            first = k + 1 if k > low and p.tag[k - 1] in (tags.COMMA, tags.QUOTE) else high
        else:
            first = k + 2 if k + 1 < high and p.low[k + 1] == "to" else high
        speaker = right_phrase(p, first, high) if first < high else None
        if speaker:
            yield Saying(k, speaker, "according", "according")

    def _is_idiom(self, k: int, high: int) -> bool:
        """as X put it; X used the phrase “…”."""
        p = self.p
        if p.low[k] in ANSWERS:
            return k + 1 < high and p.low[k + 1] == "back"
        if p.low[k] == "put":
            return k + 1 < high and p.low[k + 1] in ("it", "this")
        return p.low[k] in USE and any(
            p.low[j] in PHRASE_NOUNS and p.tag[j + 1] == tags.QUOTE
            for j in range(k + 1, min(high - 1, k + 5))
        )


def announces(paragraph: Paragraph, saying: Saying) -> bool:
    """Whether a colon follows the speaker: Said Ms. Ray: “…”"""
    end = saying.speaker[1] + 1
    return end < len(paragraph.p) and paragraph.p.tag[end] == tags.COLON
