"""Verb groups in the shallow parse, and the stretches between commas and around verbs."""

from extraction.grammar import cues, tags
from extraction.grammar.noun_phrases import Mention, left_phrase, opening, right_phrase
from extraction.grammar.parse import Parse
from extraction.text.words import word_set

_NEAR = frozenset(["last", "next", "this", "that", "earlier", "later", "late", "early"])
PARTICIPLES = word_set("""
written told known seen spoken sung thought found held read cast sworn made put heard said shown
""")
BE = word_set("is are was were be been being am isn't aren't wasn't weren't get got gets getting")
_CLAUSE_WORDS = word_set("after before since until as than like")
"""Words tagged as prepositions that a whole clause may follow."""
_FRONTED = word_set("when where while because although though if as after before")
MEANS = word_set("phone telephone email e-mail text letter video radio")
"""By what somebody speaks: said by telephone."""


def is_participle(low: str) -> bool:
    return low.endswith("ed") or low in PARTICIPLES


class Stretches:
    """The verb groups of one paragraph, and the stretches of words around them."""

    def __init__(self, parse: Parse) -> None:
        self.p = parse

    def before_group(self, verb: int) -> tuple[int, bool]:
        """Last token before a verb's auxiliaries and adverbs; whether be is among them."""
        p = self.p
        low, _ = p.bounds(verb)
        j, be = verb - 1, False
        while j >= low and (p.tag[j] in (tags.ADVERB, tags.AUXILIARY) or p.low[j] in cues.HEDGES):
            be = be or p.low[j] in BE
            j -= 1
        if j >= low and p.tag[j] == tags.PRONOUN and p.low[j].endswith(("'s", "'m", "'re")):
            be = True
        return self._before_aside(j, low), be

    def _before_aside(self, j: int, low: int) -> int:
        """The token before a phrase that parts an auxiliary from its verb: has in the past said"""
        p = self.p
        if j < low or p.tag[j] not in (tags.WORD, tags.TIME):
            return j
        for k in range(j - 1, max(low, j - 4), -1):
            if p.tag[k] == tags.PREPOSITION:
                start = k - 1
                while start >= low and p.tag[start] in (tags.ADVERB, tags.AUXILIARY):
                    start -= 1
                return start if start < k - 1 and p.tag[k - 1] == tags.AUXILIARY else j
            if p.tag[k] not in (tags.DETERMINER, tags.WORD, tags.TIME):
                break
        return j

    def is_passive(self, verb: int) -> bool:
        return is_participle(self.p.low[verb]) and self.before_group(verb)[1]

    def agent(self, verb: int) -> Mention | None:
        """Noun phrase after `by`: described as “…” by critics."""
        p = self.p
        _, high = p.bounds(verb)
        for k in range(verb + 1, min(high - 1, verb + 14)):
            if (
                p.low[k] == "by"
                and p.low[k + 1] not in MEANS
                and p.tag[k + 1] in (tags.NAME, tags.WORD, tags.DETERMINER, tags.NUMBER)
            ):
                return right_phrase(p, k + 1, high)
            if p.tag[k] in (tags.STOP, tags.COLON, tags.CUE):
                return None
        return None

    def antecedent(self, j: int, low: int) -> Mention | None:
        """Noun phrase that `who`, `which` or `that` at j refers to."""
        p = self.p
        k = j - 1
        if k >= low and p.tag[k] == tags.COMMA:
            k -= 1
        if k >= low and p.tag[k] == tags.PRONOUN:
            return k, k
        is_noun = k >= low and (p.tag[k] in tags.NOMINAL or p.tag[k] == tags.CLOSE)
        return left_phrase(p, k, low) if is_noun else None

    def _is_time(self, phrase: Mention) -> bool:
        """Whether a phrase only tells when: Tuesday night, last month."""
        p = self.p
        times = [p.tag[k] == tags.TIME for k in range(phrase[0], phrase[1] + 1)]
        led = p.low[phrase[0]] in _NEAR
        return all(times) or (led and all(times[1:]))

    def _host(self, preposition: int, low: int) -> Mention | None:
        """The noun phrase at the head of the clause that a prepositional phrase belongs to."""
        p = self.p
        if preposition - 1 < low or p.tag[preposition - 1] not in (tags.NAME, tags.WORD):
            return None
        host = left_phrase(p, preposition - 1, low)
        leads = host and (
            host[0] == low or p.tag[host[0] - 1] in (tags.COMMA, tags.SUBORDINATOR, tags.QUOTE)
        )
        return host if leads else None

    def _last_part(self, phrase: Mention) -> Mention:
        """The last noun phrase of a run: in Ohio last week Mr. Gray."""
        p, (first, last) = self.p, phrase
        k = last
        while k > first and p.tag[k] == p.tag[last] and p.tag[k - 1] == p.tag[last]:
            k -= 1
        while (
            k > first
            and p.tag[k - 1] in (tags.WORD, tags.NAME, tags.NUMBER)
            and p.tag[k] != tags.DETERMINER
        ):
            k -= 1
        if k > first and p.tag[k - 1] == tags.DETERMINER:
            k -= 1
        return k, last

    def _chunks(self, j: int, low: int) -> list[Mention]:
        """Stretches between commas to the left of j, nearest first; brackets stay whole."""
        p, end, k = self.p, j - 1, j - 1
        chunks: list[Mention] = []
        while k >= low and len(chunks) < 9:
            if p.tag[k] == tags.CLOSE and (at := opening(p, k, low)) is not None:
                k = at - 1
                continue
            if p.tag[k] in (tags.COMMA, tags.COLON, tags.STOP) or (
                p.tag[k] == tags.QUOTE and p.quote[k].end - p.quote[k].start > 40
            ):
                chunks.append((k + 1, end))
                end = k - 1
                if p.tag[k] != tags.COMMA:
                    return chunks
            k -= 1
        chunks.append((max(low, k + 1), end))
        return chunks

    def _continues(self, first: int, further: Mention) -> bool:
        """Whether the stretch beginning at `first` still describes the name before it."""
        p = self.p
        tag, low = p.tag[first], p.low[first]
        if self._opens_clause(first):
            return False
        if tag == tags.DETERMINER and low not in ("a", "an"):
            return low in ("the", "his", "her", "their") and p.tag[further[0]] == tags.NAME
        if tag == tags.NAME:
            return (low in cues.ABBREVIATIONS and low not in cues.TITLES) or (
                first > 1
                and p.tag[first - 2] == tags.NAME
                and p.tag[first + 1] == tags.COMMA
                and p.tag[further[0]]
                not in (tags.PREPOSITION, tags.SUBORDINATOR, tags.GERUND, tags.TIME)
            )
        return (
            tag
            in (
                tags.PREPOSITION,
                tags.NUMBER,
                tags.SUBORDINATOR,
                tags.VERB,
                tags.GERUND,
                tags.DETERMINER,
                tags.WORD,
                tags.CUE,
                tags.ADVERB,
            )
            and tag != tags.PRONOUN
        )

    def _opens_clause(self, first: int) -> bool:
        """Whether a stretch is a clause's first word and its subject: when Ray, who left, said"""
        p = self.p
        fronted = p.tag[first] == tags.PREPOSITION and p.low[first + 1] == "what"
        if not fronted and p.low[first] not in _FRONTED:
            return False
        last = first + 1
        while last + 1 < len(p) and p.tag[last + 1] != tags.COMMA:
            last += 1
        return p.tag[last] in (tags.NAME, tags.WORD, tags.CLOSE) and not any(
            self.is_finite(k) for k in range(first, last)
        )

    def _is_object(self, before: int) -> bool:
        """Whether what follows a token hangs from a preposition: In a letter sent by Ray, Lee"""
        return self.p.tag[before] == tags.PREPOSITION and self.p.low[before] not in _CLAUSE_WORDS

    def _relative(self, verb: int) -> bool:
        j, _ = self.before_group(verb)
        return j >= 0 and self.p.low[j] in ("who", "which")

    def is_finite(self, k: int) -> bool:
        p = self.p
        if p.tag[k] == tags.AUXILIARY:
            return p.low[k] in cues.FINITE_AUXILIARIES
        return p.tag[k] in (tags.VERB, tags.CUE) and (
            k == 0 or p.tag[k - 1] not in (tags.TO, tags.PREPOSITION)
        )

    def _clause_start(self, j: int, low: int) -> int:
        """Start of the clause that holds j: after `but`, `while` or ; if a verb follows."""
        p = self.p
        verb = False
        for k in range(j - 1, low, -1):
            verb = verb or self.is_finite(k)
            if verb and (p.low[k] in cues.CLAUSE_BREAKS or p.low[k] == ";"):
                return k + 1
            if verb and p.low[k] in ("when", "where") and p.tag[k - 1] in (tags.COMMA, tags.DASH):
                return k + 1
        return low
