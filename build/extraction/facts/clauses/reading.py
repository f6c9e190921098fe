"""Which verbs of a sentence are asserted or announced, and of whom.

A verb counts as told only where the words assert it or announce it: what is ordered, allowed,
feared, hoped for or made to hang on a condition is not.
"""

from typing import NamedTuple

from extraction.facts.clauses.answering import BASES, LEMMAS
from extraction.facts.clauses.doubts import HEDGES, LEFT_OPEN, ORDERS, SUPPOSING, Doubts
from extraction.facts.clauses.sentence import NEGATIVE
from extraction.grammar import cues, tags
from extraction.grammar.stretches import BE
from extraction.text.words import word_set

INTENDS = word_set("""
agree agreed agrees agreeing plan plans planned intend intends intended decide decided decides vow
vowed vows pledge pledged pledges promise promised promises going set ready prepared willing
continue continues continued begin began begun started moved opted chose elected decision intention
offered offers scheduled about vote votes voted first working
""")
"""Words whose infinitive tells what somebody does or means to do."""
REFUSES = word_set("""
refuse refuses refused refusing refusal decline declines declined declining fail fails failed
failing failure unwilling yet
""")
"""Words whose infinitive tells what somebody does not do."""
_UNABLE = word_set("""
comply honor honour comment cooperate provide produce furnish disclose release share supply
""")
"""Verbs that, behind cannot or could not, tell what somebody does not do: cannot comply."""
_MEANS_TO = word_set("plan plans planned intend intends intended going willing prepared")
"""Words of intending; who does not intend to comply refuses."""
_STOPS = word_set("""
resist resists resisted stop stops stopped cease ceased avoid avoids avoided oppose opposes opposed
""")
"""Words whose gerund tells what somebody does not do: stopped providing, voted against it."""
_PREPOSITIONS = {
    "against": INTENDS,
    "at": frozenset(["balk", "balks", "balked"]),
    "from": frozenset(["refrain", "refrains", "refrained"]),
}
"""Prepositions whose gerund tells what somebody does not do, with the verbs before them."""
_STARTS = word_set("begin began begun start started continue continues continued")
"""Words whose gerund tells what somebody does: began providing."""
_MOVES = frozenset(["moved", "first"])
"""Words whose infinitive is done and not only announced: moved to quash."""
_NOUNS = frozenset(["failure", "refusal", "decision", "intention"])
"""Nouns that govern an infinitive; whose they are must be said: the county's refusal to comply."""
_MAYBE = word_set("probably possibly perhaps maybe likely")
"""Adverbs that leave open whether it is so."""
_DIRECTS = word_set("direct directs directed order orders ordered instruct instructed told")
"""What somebody does whose staff is to comply: the governor directed employees to comply."""
_STAFF = cues.POSSESSIVES | word_set("""
staff staffers employee employees aides department departments division clerk deputies team attorney
attorneys lawyer lawyers counsel solicitor superintendent registrar manager
""")
_NOT_NAMED = cues.AUXILIARIES | word_set("""
force forces forced compel compels compelled tell tells wants allow allows allowed effort efforts
bid push move plan plans power right duty obligated bound able them him her us not
""")
"""Words that, in the beginning of a headline, show that it is not a name before an infinitive."""


class Told(NamedTuple):
    """A verb that is asserted or announced."""

    first: int
    """First token of its group: auxiliaries, a governing verb."""
    negated: bool
    """Whether it is said not to be so."""
    ahead: bool
    """Whether it is announced and not done."""
    subject: str
    """Words of its subject in lower case; empty where none is found."""
    named: bool
    """Whether the subject is a name or a pronoun, or none is found."""
    passive: bool = False
    """Whether the subject is what it is done to."""


class Reading(Doubts):
    """A sentence whose verbs are read, each as far as it is told."""

    def told(self, verb: int) -> Told | None:
        """What the words around a verb say of it; None where they do not assert it."""
        p = self.p
        low, _ = p.bounds(verb)
        at, negated, auxiliaries = self._group(verb, low)
        if at == verb - 1 and p.low[verb] in BASES and self._is_no_verb(verb, low):
            return None
        if self._is_mentioned(verb, low):
            return None
        if at >= low and p.low[at].endswith("'d") and p.low[verb] in BASES:
            return None  # I'd comply
        if "have" in auxiliaries and auxiliaries & {"would", "wouldn't"}:
            return None  # would have complied
        if not _MAYBE.isdisjoint(p.low[at + 1 : verb]) or (at >= low and p.low[at] == "either"):
            return None
        if "would" in auxiliaries and "rather" in p.low[at + 1 : verb]:
            return None
        if auxiliaries & LEFT_OPEN == {"shall"} and negated:
            return Told(at + 1, True, True, *self.subject(verb), bool(auxiliaries & BE))
        if auxiliaries & LEFT_OPEN or (at >= low and p.low[at] in LEFT_OPEN):
            unable = negated and auxiliaries & {"can", "cannot", "could"}
            if unable and LEMMAS.get(p.low[verb]) in _UNABLE:
                passive = bool(auxiliaries & BE)
                return Told(at + 1, True, True, *self.subject(verb), passive)
            return None
        if p.low[verb].endswith("ing") and not auxiliaries & BE:
            return self._gerund(at, low)
        if at >= low and p.tag[at] == tags.TO:
            told = self._infinitive(at, low)
            return told._replace(negated=not told.negated) if told and negated else told
        if at >= low and self._of_anybody(at, low):
            return None
        listed = at >= low and p.tag[at] == tags.COMMA and not auxiliaries
        if listed and p.low[verb] == LEMMAS.get(p.low[verb]):
            return None
        if at >= low and p.low[at] in ("or", "and", "nor") and self._shares_open(at, low):
            return None
        if not auxiliaries and self._is_quoted_alone(verb, at):
            return None
        if not auxiliaries and self._comes_first(verb, at, low):
            return None
        if self._is_told_to(at + 1, verb, low):
            return None
        ahead = bool(auxiliaries & {"will", "would", "won't", "wouldn't", "'ll"})
        if self._supposed(at, low):
            return None
        passive = bool(auxiliaries & BE) and not p.low[verb].endswith("ing")
        return Told(at + 1, negated, ahead, *self.subject(verb), passive)

    def _gerund(self, at: int, low: int) -> Told | None:
        """A gerund, as far as the word before it asserts it or denies it: stopped honoring."""
        p = self.p
        if self.of_anybody and at > low and p.low[at] in (",", "after", "by"):
            return Told(at + 1, p.low[at + 1] == "not", False, *self.subject(at + 1))
        if at < low or p.low[at] not in _STOPS | _STARTS | set(_PREPOSITIONS):
            return None
        stops, governor = p.low[at] not in _STARTS, at - (p.low[at] in _PREPOSITIONS)
        governor = self._before_time(governor, low) if governor < at else at
        if governor < at and p.low[governor] not in _PREPOSITIONS[p.low[at]]:
            return None
        before, negated, auxiliaries = self._group(governor, low)
        if auxiliaries & LEFT_OPEN or negated or governor < low or self._supposed(before, low):
            return None
        return Told(before + 1, stops, False, *self.subject(governor))

    def _infinitive(self, to: int, low: int) -> Told | None:
        """An infinitive, as far as what governs it asserts it: agreed to comply."""
        p, at, reversed_ = self.p, to - 1, False
        while at >= low:
            adverb = p.tag[at] == tags.ADVERB and p.low[at] not in ("yet", "first")
            reversed_ = reversed_ or (adverb and p.low[at] in NEGATIVE)
            earlier = at - 1 if adverb else self._before_time(at, low)
            if earlier == at:
                break
            at = earlier
        if at >= low and p.low[at] in _NOUNS and not (self.of_anybody or self._owned(at, low)):
            return None
        if self.headline and low <= at < low + 5 and self._begins(at, low):
            return Told(low, False, True, p.low[at], True)
        if at >= low and (directed := self._directed(at, low)):
            return Told(directed, reversed_, True, *self.subject(directed))
        if at < low or p.low[at] not in INTENDS | REFUSES:
            return None
        refuses = (p.low[at] in REFUSES) != reversed_
        before, negated, auxiliaries = self._group(at, low)
        if before >= low and self._of_anybody(before, low):
            return None
        if negated and p.low[at] in _MEANS_TO:
            negated, refuses = False, not refuses
        if auxiliaries & LEFT_OPEN or negated or self._supposed(before, low):
            return None
        if "have" in auxiliaries and "would" in auxiliaries:
            return None  # would have voted to refuse
        if before >= low and p.tag[before] == tags.TO:
            return None
        subject = self.subject(at) if p.tag[at] not in (tags.NAME, tags.NUMBER) else ("", True)
        if before > low and p.low[before] in ("for", "of") and p.low[at].endswith("ing"):
            subject = self._phrase(before - 1, low)  # sued the clerk for refusing to comply
        ahead = not refuses and p.low[at] not in _STARTS | _MOVES
        return Told(before + 1, refuses, ahead, *subject)

    def _begins(self, last: int, low: int) -> bool:
        """Whether a headline begins with a name and nothing else: Sheriff to comply."""
        words = self.p.low[low : last + 1]
        verbs = ORDERS | _DIRECTS | INTENDS | REFUSES | HEDGES | SUPPOSING | _NOT_NAMED
        return verbs.isdisjoint(words) and not any(
            word in cues.LEMMA and word not in cues.NOUN_LIKE for word in words
        )

    def _directed(self, last: int, low: int) -> int | None:
        """The verb by which somebody directs their own staff, whose words end with a token."""
        p = self.p
        for verb in range(last, max(low, last - 6), -1):
            if p.low[verb] in _DIRECTS:
                if p.low[verb - 1] == "to":
                    return None  # moved to direct staff
                own = not _STAFF.isdisjoint(p.low[verb + 1 : last + 1])
                return verb if own and p.low[verb - 1] not in BE else None
            if p.tag[verb] in (tags.COMMA, tags.STOP, tags.COLON, tags.TO, tags.AUXILIARY):
                return None
        return None
