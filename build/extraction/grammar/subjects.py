"""Who does what in a sentence: noun phrases and subjects of verbs, from the shallow parse."""

from extraction.grammar import cues, tags
from extraction.grammar.forms import every_form
from extraction.grammar.noun_phrases import Mention, is_word_like, left_phrase, opening
from extraction.grammar.parse import Parse
from extraction.grammar.stretches import MEANS, Stretches, is_participle
from extraction.text.words import word_set

DEEPEST = 6  # verbs whose subject is another verb's subject: more is no sentence a person wrote
CONTROL = every_form("""
ask tell urge order encourage advise instruct beg implore press push invite remind lead force
cause allow prompt want expect need help require compel persuade convince inspire
""") | {"led"}
PARTICLES = word_set("out up off down on over")
"""Small words that belong to the verb before them: put out a statement."""
JUDGING = word_set("""
criticize criticise attack blast slam mock praise condemn accuse denounce blame fault chide rebuke
scold hail commend applaud thank castigate deride ridicule bash rip berate chastise assail lambaste
""")


class Subjects(Stretches):
    """Subjects of the verbs of one paragraph, found on demand and remembered."""

    def __init__(self, parse: Parse) -> None:
        super().__init__(parse)
        self.known: dict[int, Mention | None] = {}

    def of(self, verb: int, depth: int = 0) -> Mention | None:
        """Noun phrase that is the subject of the verb at a token, or None."""
        if verb in self.known:
            return self.known[verb]
        if depth > DEEPEST:
            return None
        self.known[verb] = None  # a verb on the way to itself has no subject
        found = self._find(verb, depth)
        self.known[verb] = found
        return found

    def _find(self, verb: int, depth: int) -> Mention | None:
        p = self.p
        low, _ = p.bounds(verb)
        j, be = self.before_group(verb)
        follows = p.low[verb + 1 : verb + 2] == ["by"] and p.low[verb + 2 : verb + 3] != []
        follows = follows and p.low[verb + 2] not in MEANS and p.tag[verb + 2] != tags.GERUND
        if follows and p.tag[verb] == tags.CUE and is_participle(p.low[verb]):
            return self.agent(verb)
        if p.tag[verb] == tags.GERUND and not be:
            return self.controller(verb, depth)
        if self.is_passive(verb) and p.low[verb] not in ("quoted", "cited", "said"):
            return self.agent(verb) if p.tag[verb] == tags.CUE else self._at(j, low, depth)
        return self._at(j, low, depth)

    def _at(self, j: int, low: int, depth: int) -> Mention | None:
        """Subject that ends at token j, right before a verb group."""
        p = self.p
        if j < low:
            return None
        tag = p.tag[j]
        if tag == tags.TO:
            return self.controller(j, depth)
        if tag == tags.PRONOUN:
            return j, j
        if tag == tags.AND or p.low[j] in ("but", "or", "then"):
            return self.shared(j, depth)
        if tag == tags.SUBORDINATOR:
            if p.low[j] in ("who", "which"):
                return j, j
            return self.antecedent(j, low) if p.low[j] == "that" else None
        if tag in (tags.COMMA, tags.DASH, tags.CLOSE):
            return self.across(j, low, depth)
        if tag == tags.VERB:
            return self._through(j, low, depth)
        if tag == tags.QUOTE and p.text[p.quote[j].end - 1 : p.quote[j].end] == ",":
            return self._across_quotation(j, low, depth)
        if tag in tags.NOMINAL or (
            tag == tags.QUOTE and j > low and p.tag[j - 1] in tags.NOMINAL and is_word_like(p, j)
        ):
            return self.head(left_phrase(p, j, low), low, depth)
        return None

    def head(self, phrase: Mention | None, low: int, depth: int) -> Mention | None:
        """The phrase, or the noun it hangs from by a participle or a preposition."""
        p = self.p
        if phrase is None:
            return None
        left = phrase[0] - 1
        if self._is_time(phrase):
            if left >= low and p.tag[left] == tags.PREPOSITION:
                left -= 1
            return self._at(left, low, depth + 1) if left >= low else None
        if left < low:
            return phrase
        tag = p.tag[left]
        if tag in (tags.VERB, tags.GERUND, tags.AUXILIARY) or (
            tag == tags.CUE and cues.LEMMA[p.low[left]] not in cues.CLAUSAL
        ):
            return self._through(left, low, depth) or phrase
        if (
            tag in (tags.WORD, tags.NAME)
            and p.low[left].endswith("ing")
            and left > low
            and p.tag[left - 1] in (tags.NAME, tags.WORD)
        ):
            return self.head(left_phrase(p, left - 1, low), low, depth + 1)
        if tag in (tags.PREPOSITION, tags.TO):
            if left - 1 >= low and p.tag[left - 1] in (tags.VERB, tags.GERUND, tags.CUE):
                return self._through(left - 1, low, depth) or phrase
            if left - 1 >= low and p.low[left - 1] in ("who", "which"):
                return left - 1, left - 1
            if (
                left - 2 >= low
                and p.low[left - 1].endswith("ing")
                and p.tag[left - 2] in (tags.NAME, tags.WORD)
            ):
                return self.head(left_phrase(p, left - 2, low), low, depth + 1)
            host = self._host(left, low)
            return self.head(host, low, depth + 1) if host else self._last_part(phrase)
        return phrase

    def _through(self, verb: int, low: int, depth: int) -> Mention | None:
        """Subject of a verb inside a relative clause, or the noun that the clause describes."""
        found = self.of(verb, depth + 1)
        if found and found[0] == found[1] and self.p.low[found[0]] in ("who", "which"):
            return self.antecedent(found[0], low) or found
        return found

    def across(self, j: int, low: int, depth: int) -> Mention | None:
        """Subject that a parenthesis ending at j parts from its verb: Ms. Ray, a lawyer, said."""
        p = self.p
        if p.tag[j] == tags.CLOSE:
            at = opening(p, j, low)
            return self._at(at - 1, low, depth + 1) if at is not None else None
        if p.tag[j] == tags.DASH:
            for k in range(j - 1, max(low, j - 40), -1):
                if p.tag[k] == tags.DASH:
                    return self._at(k - 1, low, depth + 1)
            return None
        return self._across_commas(j, low, depth)

    def _across_commas(self, j: int, low: int, depth: int) -> Mention | None:
        p = self.p
        chunks = self._chunks(j, low)
        whose = [k for k, (first, _) in enumerate(chunks[:-1]) if p.low[first] == "whose"]
        if whose:
            chunks = chunks[whose[-1] :]
        first, last = chunks[0]
        if p.tag[first] == tags.NAME and p.tag[last] == tags.CLOSE:
            return self._at(last, max(low, first), depth + 1)
        if len(chunks) == 1:
            first, last = chunks[0]
            if (
                p.tag[first] in (tags.PREPOSITION, tags.SUBORDINATOR, tags.GERUND, tags.QUOTE)
                or last < first
            ):
                return None
            return self._at(last, low, depth + 1)
        for (first, last), further in zip(chunks[1:], [*chunks[2:], None], strict=True):
            if further is not None and self._continues(first, further):
                continue
            if last < first:
                return None
            return self._at(last, max(low, first), depth + 1)
        return None

    def _across_quotation(self, j: int, low: int, depth: int) -> Mention | None:
        """Subject before a parenthesis that a quotation closes: Ms. Ray, calling it “…,” left."""
        chunks = self._chunks(j + 1, low)
        first = chunks[0][0]
        aside = self.p.tag[first] == tags.GERUND or self.p.low[first] in ("who", "which")
        return self._across_commas(j + 1, low, depth) if len(chunks) > 1 and aside else None

    def shared(self, j: int, depth: int) -> Mention | None:
        """Subject that a verb after `and` at j shares with an earlier verb."""
        return self.earlier(j, depth, nearest=True)

    def earlier(self, j: int, depth: int, nearest: bool = False) -> Mention | None:
        """Subject of the verb that leads the clause before j.

        A verb of saying if there is one, else the first (or the nearest)."""
        p = self.p
        low, _ = p.bounds(j)
        first, saying, relative = None, None, None
        for k in range(self._clause_start(j, low), j):
            if not self.is_finite(k):
                continue
            found = self.of(k, depth + 1)
            if found and self._relative(k):
                relative = found
            if (
                found is None
                or self._relative(k)
                or (found[0] > low and self._is_object(found[0] - 1))
            ):
                continue
            first = found if nearest else first or found
            if p.tag[k] == tags.CUE and cues.LEMMA[p.low[k]] in cues.CLAUSAL and saying is None:
                saying = found
        return first if nearest else saying or first or relative

    def controller(self, verb: int, depth: int) -> Mention | None:
        """Subject of an infinitive (`verb` is its `to`) or of a participle."""
        p = self.p
        low, high = p.bounds(verb)
        j = verb - 1
        while j >= low and p.tag[j] == tags.ADVERB:
            j -= 1
        if j >= low and p.low[j] == "without":
            return None
        if j >= low:
            found = self._object_control(verb, j, low, depth)
            if found:
                return found
        return self.earlier(verb, depth) or self._later(verb, high, depth)

    def _object_control(self, verb: int, j: int, low: int, depth: int) -> Mention | None:
        """The object that acts: asked her to call it; mocked Ray for calling it."""
        p = self.p
        if p.low[j] == "as" and j - 1 >= low and p.tag[j - 1] in tags.NOMINAL:
            phrase = left_phrase(p, j - 1, low)
            if (
                phrase
                and phrase[0] > low
                and cues.LEMMA.get(p.low[phrase[0] - 1]) in ("quote", "cite")
            ):
                return phrase
        if p.tag[verb] == tags.GERUND and p.tag[j] == tags.PREPOSITION and p.low[j] == "for":
            is_noun = j - 1 >= low and p.tag[j - 1] in tags.NOMINAL
            phrase = left_phrase(p, j - 1, low) if is_noun else None
            if phrase and phrase[0] > low and cues.LEMMA.get(p.low[phrase[0] - 1]) in JUDGING:
                return phrase
        if p.tag[verb] == tags.TO and p.tag[j] in tags.NOMINAL:
            phrase = left_phrase(p, j, low)
            if phrase and phrase[0] > low and p.low[phrase[0] - 1] in CONTROL:
                return phrase
        if p.tag[verb] == tags.GERUND and p.tag[j] in (tags.NAME, tags.WORD):
            phrase = left_phrase(p, j, low)
            if phrase and p.tag[phrase[1]] == tags.NAME and phrase[0] > low:
                return phrase
            left = phrase[0] - 1 if phrase else low - 1
            if left > low and p.low[left] in PARTICLES:
                left -= 1
            if left >= low and p.tag[left] in (tags.VERB, tags.CUE):
                return self.of(left, depth + 1) or phrase
            loose = left >= low and (left == low or p.tag[left - 1] == tags.COMMA)
            if loose and self._is_object(left) and p.low[left] != "with":
                return None
            return self.head(phrase, low, depth)
        return None

    def _later(self, verb: int, high: int, depth: int) -> Mention | None:
        """Subject of the clause after an opening participle: Calling it a fraud, Ray left."""
        p = self.p
        comma = False
        for k in range(verb + 1, high):
            comma = comma or p.tag[k] in (tags.COMMA, tags.QUOTE)
            if comma and self.is_finite(k):
                found = self.of(k, depth + 1)
                if found:
                    return found
        return None
