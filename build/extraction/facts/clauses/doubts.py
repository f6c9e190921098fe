"""What leaves open whether a verb is so: a condition, a wish, a hedge, a word that is spoken of."""

from extraction.facts.clauses.answering import BASES
from extraction.facts.clauses.sentence import PAST, Sentence
from extraction.grammar import cues, tags
from extraction.text.words import word_set

LEFT_OPEN = word_set("can could may might must should cannot need ought shall")
"""Auxiliaries that leave open whether it is so."""
SUPPOSING = word_set("""
if unless whether until lest how why what when once suppose supposing imagine
""")
HEDGES = word_set("""
unlikely likely possible doubt doubts doubted doubtful hope hopes hoped hoping expect expects
expected fear fears feared want wants wanted
""")
"""Words whose clause is not asserted: it is unlikely that the county will comply."""
ORDERS = word_set("""
demand demands demanded demanding request requests requested requesting ask asks asked asking urge
urges urged order orders ordered ordering require requires required requiring deny denies denied
""")
"""Words whose that-clause tells a wish or is denied: it demanded that the county comply."""
_LETS = word_set("let lets make makes made help helps helped")
"""Words behind which somebody is let or made to do something."""
_INSISTS = word_set("""
insist insists insisted propose proposes proposed proposal proposals motion resolution recommend
recommends recommended recommendation suggest suggests suggested suggestion
""")
"""Words whose that-clause tells a wish if its verb has no ending: that the county comply."""
_UNPROVEN = word_set("""
claim claims allegation allegations rumor rumors notion idea myth evidence proof accusation
assertion suggestion resolution motion proposal bill post posts headline headlines
""")
"""Nouns whose that-clause is not asserted: no evidence that the county complied."""
_MOVES_THAT = frozenset(["move", "moves", "moved"])
"""Verbs of a meeting whose clause is only proposed: moved that the county comply."""
_ANYONE = word_set("individuals people persons those anyone anybody")
_ANYBODY = word_set("""
jurisdictions agencies officials cities counties states employers companies such
""")
"""Antecedents of a clause that speaks of anybody: individuals that fail to comply."""
_OPENING = frozenset(['"', "“", "'", "‘"])
_CLOSING = (['"'], ["”"], ["'"], ["’"])
_UNSAID = frozenset(["not", "never", "hasn't", "didn't", "haven't", "doesn't"])
"""Words before a verb of saying; what somebody has not said is not told."""
_HEARSAY = word_set("story article headline post posts claim rumor rumors version")
"""What, before a verb of saying, is only retold, mostly to be set right: the article said."""
_SAYING = word_set("said says say announced announces confirmed wrote stated told added reported")


class Doubts(Sentence):
    """A sentence, and what in it leaves a verb open."""

    def _is_no_verb(self, verb: int, low: int) -> bool:
        """Whether a form without an ending is a noun or an imperative: a surrender; Comply!"""
        p = self.p
        if verb == low:
            return not self.headline and p.low[verb + 1 : verb + 2] not in (["to"], ["by"])
        before = p.low[verb - 1]
        return (
            p.tag[verb - 1] in (tags.PREPOSITION, tags.OPEN, tags.CLOSE)
            or before in cues.ARTICLES
            or before == "please"
        )

    def _is_mentioned(self, verb: int, low: int) -> bool:
        """Whether a verb stands in marks alone, as a word that is spoken of: the word "refused"."""
        p, after = self.p, self.p.low[verb + 1 : verb + 3]
        opens = verb > low and p.low[verb - 1] in _OPENING
        return opens and (
            after[:1] in _CLOSING or (after[:1] in ([","], ["."]) and after[1:] in _CLOSING)
        )

    def _is_quoted_alone(self, verb: int, at: int) -> bool:
        """Whether a verb without an ending opens a quotation: a judge has to say "comply"."""
        p = self.p
        return at >= 0 and at == verb - 1 and p.low[at] in _OPENING and p.low[verb] in BASES

    def _is_told_to(self, first: int, verb: int, low: int) -> bool:
        """Whether a verb is an imperative: please don't comply; three things: refuse it."""
        p = self.p
        if p.low[first] in ("do", "don't"):
            opens = first > low and p.low[first - 1] in _OPENING
            return opens or self.subject(verb)[0] in ("", "please")
        if first == verb and p.low[verb] in BASES and not _LETS.isdisjoint(p.low[verb - 3 : verb]):
            return True  # state law lets counties decline
        asked = first == verb and p.low[verb] in BASES and first > low
        return asked and p.low[first - 1] in (":", "please", "says", "said", "say")

    def _comes_first(self, verb: int, at: int, low: int) -> bool:
        """Whether a verb behind `before` tells of no time: before it hands over records."""
        p = self.p
        if p.low[verb].endswith("ed") or p.low[verb] in PAST:
            return False
        return any(p.low[k] == "before" for k in range(max(low, at - 2), at + 1))

    def _of_anybody(self, at: int, low: int) -> bool:
        """Whether a verb behind `who` or `that` speaks of anybody: those who refuse."""
        p = self.p
        if self.of_anybody or p.low[at] not in ("who", "that", "which") or at == low:
            return False
        before = p.low[max(low, at - 3) : at]
        if (
            len(before) > 1
            and before[-2] in ("a", "an", "any", "every")
            and p.tag[at - 1] != tags.NAME
        ):
            return p.low[at] in ("who", "that")
        return before[-1] in _ANYONE or (before[-1] in _ANYBODY and "the" not in before)

    def _shares_open(self, at: int, low: int) -> bool:
        """Whether `or` joins a verb to one that is left open: cannot honor or provide."""
        either = self.p.low[at] != "and"
        for k in range(at - 1, max(low, at - 16) - 1, -1):
            if (
                self.p.low[k] in LEFT_OPEN
                or self.p.low[k] in ("can't", "mustn't")
                or (
                    self.p.tag[k] == tags.TO
                    and (either or self._is_base(k + 1) or self._is_base(at + 1))
                )
            ):
                return True
            if self.p.tag[k] in (tags.STOP, tags.COLON):
                return False
        return False

    def _supposed(self, at: int, low: int) -> bool:
        """Whether a condition, a question or a hedge before a token leaves it open."""
        p = self.p
        for k in range(at, low - 1, -1):
            word = p.low[k]
            if p.tag[k] in (tags.STOP, tags.COLON):
                return False
            if word in _SAYING:
                return k > low and (
                    p.low[k - 1] in _UNSAID or not _HEARSAY.isdisjoint(p.low[max(low, k - 3) : k])
                )
            if self.of_anybody and word in ("when", "how", "once"):
                continue
            if word == "when" and self._is_past(at + 1):
                continue  # waived its objections when it complied
            if word in SUPPOSING and tags.COMMA not in p.tag[k:at]:
                return True
            if word == "should" and k == low:
                return True  # should the county refuse, the agency could sue
            if word == "had" and k == low and tags.COMMA not in p.tag[k:at]:
                return True  # had the county refused, the agency could have sued
            if word == "wanted" and p.low[k + 1] in ("for", "in", "by"):
                continue  # a man wanted for murder
            if word in HEDGES and tags.COMMA not in p.tag[k:at]:
                return True
            if word in _UNPROVEN and "that" in p.low[k + 1 : k + 5]:
                return True
            if word in _MOVES_THAT and p.low[at + 1] in BASES:
                return True
            if word in _INSISTS and p.low[at + 1] in BASES and "that" in p.low[k + 1 : k + 8]:
                return True
            if word in ORDERS and "that" in p.low[k + 1 : k + 3]:
                return True
        return False
