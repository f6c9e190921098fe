"""A sentence read as clauses: who does what, and whether it is said to be so.

A verb counts as told only where the words assert it or announce it: what is ordered, allowed,
feared, hoped for or made to hang on a condition is not.
"""

from __future__ import annotations

from typing import NamedTuple

from extraction.grammar import cues
from extraction.grammar.parse import (
    ADVERB,
    AUXILIARY,
    CLOSE,
    COLON,
    COMMA,
    NAME,
    NOMINAL,
    NUMBER,
    OPEN,
    PREPOSITION,
    PRONOUN,
    STOP,
    TIME,
    TO,
    Parse,
    is_headline,
    parsed,
)
from extraction.grammar.subjects import BE, Subjects
from extraction.text.candidates import Span

INTENDS = frozenset(
    """
agree agreed agrees agreeing plan plans planned intend intends intended decide decided decides vow
vowed vows pledge pledged pledges promise promised promises going set ready prepared willing
continue continues continued begin began begun started moved opted chose elected decision
intention offered offers scheduled about vote votes voted first
working
""".split()
)
"""Words whose infinitive tells what somebody does or means to do."""
REFUSES = frozenset(
    """
refuse refuses refused refusing refusal decline declines declined declining fail fails failed
failing failure unwilling yet
""".split()
)
"""Words whose infinitive tells what somebody does not do."""
_OPEN = frozenset("can could may might must should cannot need ought shall".split())
"""Auxiliaries that leave open whether it is so."""
_UNABLE = frozenset(["comply", "honor", "honour", "comment"])
"""Verbs that, behind cannot or could not, tell what somebody does not do: cannot comply."""
_NEGATIVE = frozenset(["not", "never", "no", "neither", "nor"])
_MEANS_TO = frozenset(
    """
plan plans planned intend intends intended going willing prepared
""".split()
)
"""Words of intending; who does not intend to comply refuses."""
_STOPS = frozenset(
    """
resist resists resisted stop stops stopped cease ceased avoid avoids avoided oppose opposes opposed
""".split()
)
"""Words whose gerund tells what somebody does not do: stopped providing, voted against it."""
_PREPOSITIONS = {
    "against": INTENDS,
    "at": frozenset(["balk", "balks", "balked"]),
    "from": frozenset(["refrain", "refrains", "refrained"]),
}
"""Prepositions whose gerund tells what somebody does not do, with the verbs before them."""
_STARTS = frozenset("begin began begun start started continue continues continued".split())
"""Words whose gerund tells what somebody does: began providing."""
_MOVES = frozenset(["moved", "first"])
"""Words whose infinitive is done and not only announced: moved to quash."""
_SUPPOSING = frozenset(
    "if unless whether until lest how why what when once suppose supposing imagine".split()
)
_HEDGES = frozenset(
    """
unlikely likely possible doubt doubts doubted doubtful hope hopes hoped hoping expect expects
expected fear fears feared want wants wanted
""".split()
)
"""Words whose clause is not asserted: it is unlikely that the county will comply."""
_ORDERS = frozenset(
    """
demand demands demanded demanding request requests requested requesting ask asks asked asking urge
urges urged order orders ordered ordering require requires required requiring deny denies denied
""".split()
)
"""Words whose that-clause tells a wish or is denied: it demanded that the county comply."""
_POLICIES = frozenset("policy practice position rule".split())
"""What is to do something, as a rule: its policy is to comply."""
_BELIEVED = frozenset("understood believed known reported said thought".split())
"""Words whose perfect infinitive tells what is taken to be done: is understood to have complied."""
_LETS = frozenset("let lets make makes made help helps helped".split())
"""Words behind which somebody is let or made to do something."""
_INSISTS = frozenset(
    """
insist insists insisted propose proposes proposed proposal proposals motion resolution recommend
recommends recommended recommendation suggest suggests suggested suggestion
""".split()
)
"""Words whose that-clause tells a wish if its verb has no ending: that the county comply."""
_UNPROVEN = frozenset(
    """
claim claims allegation allegations rumor rumors notion idea myth evidence proof accusation
assertion suggestion resolution motion proposal bill
""".split()
)
"""Nouns whose that-clause is not asserted: no evidence that the county complied."""
_MOVES_THAT = frozenset(["move", "moves", "moved"])
"""Verbs of a meeting whose clause is only proposed: moved that the county comply."""
_NOUNS = frozenset(["failure", "refusal", "decision", "intention"])
"""Nouns that govern an infinitive; whose they are must be said: the county's refusal to comply."""
_PLANS = frozenset(["plan", "plans", "intention", "intentions", "intent"])
"""Nouns of which somebody has none: the county has no plans to comply."""
_MAYBE = frozenset("probably possibly perhaps maybe likely".split())
"""Adverbs that leave open whether it is so."""
_IN_PASSING = frozenset(
    [("at", "last"), ("of", "course"), ("in", "fact"), ("so", "far"), ("at", "least")]
)
"""Pairs of words that may stand between an auxiliary and its verb: has at last complied."""
_ADVERBS = frozenset("otherwise simply just yet also".split())
"""Words that may stand between an auxiliary and its verb: has not otherwise complied."""
_ANYONE = frozenset("individuals people persons those anyone anybody".split())
_ANYBODY = frozenset(
    """
jurisdictions agencies officials cities counties
states employers companies such
""".split()
)
"""Antecedents of a clause that speaks of anybody: individuals that fail to comply."""
_ENDS = frozenset(".?!:;,)”\"’'…")
"""Marks that end a sentence of a story; a headline ends with none."""
_DIRECTS = frozenset(
    "direct directs directed order orders ordered instruct instructed told".split()
)
"""What somebody does whose staff is to comply: the governor directed employees to comply."""
_STAFF = cues.POSSESSIVES | frozenset(
    """
staff staffers employee employees aides department departments division clerk deputies team
attorney attorneys lawyer lawyers counsel solicitor
superintendent registrar manager
""".split()
)
_NOT_NAMED = cues.AUXILIARIES | frozenset(
    """
force forces forced compel compels compelled tell tells wants allow allows allowed effort efforts
bid push move plan plans power right duty obligated bound able them him her us not
""".split()
)
"""Words that, in the beginning of a headline, show that it is not a name before an infinitive."""
_BY_TIME = cues.MONTHS | frozenset(["early", "late", "last", "”", '"'])
_CLAIMING = frozenset(["saying", "claiming", "arguing", "alleging"])
_OPENING = frozenset(['"', "“", "'", "‘"])
_CLOSING = (['"'], ["”"], ["'"], ["’"])
_PAST = frozenset("gave sent fought held withheld given".split())
_UNSAID = frozenset(["not", "never", "hasn't", "didn't", "haven't", "doesn't"])
"""Words before a verb of saying; what somebody has not said is not told."""
_HEARSAY = frozenset("story article headline post posts claim rumor rumors version".split())
"""What, before a verb of saying, is only retold, mostly to be set right: the article said."""
_FIRST = frozenset(["first", "only", "second", "last", "latest"])
_SAYING = frozenset(
    """
said says say announced announces confirmed wrote stated told added reported
""".split()
)


def is_question(sentence: str) -> bool:
    """Whether a sentence asks, and tells nothing.

    >>> is_question("Will it comply?\\n"), is_question("“Why?” he asked.")
    (True, False)
    """
    return sentence.rstrip().rstrip(' ”"’)').endswith("?")


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


class Reading:
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
            if self.p.tag[k] in (STOP, COLON):
                break
            found.append(self.p.low[k])
        return found

    def told(self, verb: int) -> Told | None:
        """What the words around a verb say of it; None where they do not assert it."""
        p = self.p
        low, _ = p.bounds(verb)
        at, negated, auxiliaries = self._group(verb, low)
        if at == verb - 1 and p.low[verb] in _BASES and self._is_no_verb(verb, low):
            return None
        if self._is_mentioned(verb, low):
            return None
        if at >= low and p.low[at].endswith("'d") and p.low[verb] in _BASES:
            return None  # I'd comply
        if "have" in auxiliaries and auxiliaries & {"would", "wouldn't"}:
            return None  # would have complied
        if not _MAYBE.isdisjoint(p.low[at + 1 : verb]) or (at >= low and p.low[at] == "either"):
            return None
        if "would" in auxiliaries and "rather" in p.low[at + 1 : verb]:
            return None
        if auxiliaries & _OPEN == {"shall"} and negated:
            return Told(at + 1, True, True, *self.subject(verb), bool(auxiliaries & BE))
        if auxiliaries & _OPEN or (at >= low and p.low[at] in _OPEN):
            unable = negated and auxiliaries & {"can", "cannot", "could"}
            if unable and LEMMAS.get(p.low[verb]) in _UNABLE:
                passive = bool(auxiliaries & BE)
                return Told(at + 1, True, True, *self.subject(verb), passive)
            return None
        if p.low[verb].endswith("ing") and not auxiliaries & BE:
            return self._gerund(at, low)
        if at >= low and p.tag[at] == TO:
            told = self._infinitive(at, low)
            return told._replace(negated=not told.negated) if told and negated else told
        if at >= low and self._of_anybody(at, low):
            return None
        if at > low and p.low[at - 1 : at + 1] == ["rather", "than"]:
            return Told(at - 1, True, False, *self.subject(verb))
        listed = at >= low and p.tag[at] == COMMA and not auxiliaries
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

    def _group(self, verb: int, low: int) -> tuple[int, bool, set[str]]:
        """The token before a verb's group, whether it is negated, and its auxiliaries."""
        p, at, negated = self.p, verb - 1, False
        auxiliaries: set[str] = set()
        while at >= low:
            word = p.low[at]
            if word in _NEGATIVE or word.endswith("n't") or (word == "longer" and at > low):
                negated = True
                auxiliaries.add(word.removesuffix("n't") if word.endswith("n't") else word)
            elif p.tag[at] == AUXILIARY:
                auxiliaries.add(word)
            elif at > low and (p.low[at - 1], word) in _IN_PASSING:
                at -= 1
            elif p.tag[at] != ADVERB and word not in _ADVERBS:
                break
            at -= 1
        if at >= low and p.tag[at] == PRONOUN and "'" in p.low[at]:
            ending = p.low[at].rpartition("'")[2]
            auxiliaries.add({"ll": "'ll", "d": "would"}.get(ending, "is"))
        if "ca" in auxiliaries or "cannot" in auxiliaries:
            auxiliaries.add("can")
        return at, negated or "cannot" in auxiliaries, auxiliaries

    def _is_no_verb(self, verb: int, low: int) -> bool:
        """Whether a form without an ending is a noun or an imperative: against surrender; "
        "Comply!"""
        p = self.p
        if verb == low:
            return not self.headline and p.low[verb + 1 : verb + 2] not in (["to"], ["by"])
        before = p.low[verb - 1]
        return (
            p.tag[verb - 1] in (PREPOSITION, OPEN, CLOSE)
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
        return at >= 0 and at == verb - 1 and p.low[at] in _OPENING and p.low[verb] in _BASES

    def _is_told_to(self, first: int, verb: int, low: int) -> bool:
        """Whether a verb is an imperative: please don't comply; three things: refuse it."""
        p = self.p
        if p.low[first] in ("do", "don't"):
            opens = first > low and p.low[first - 1] in _OPENING
            return opens or self.subject(verb)[0] in ("", "please")
        if first == verb and p.low[verb] in _BASES and not _LETS.isdisjoint(p.low[verb - 3 : verb]):
            return True  # state law lets counties decline
        asked = first == verb and p.low[verb] in _BASES and first > low
        return asked and p.low[first - 1] in (":", "please", "says", "said", "say")

    def _comes_first(self, verb: int, at: int, low: int) -> bool:
        """Whether a verb behind `before` tells of no time: before it hands over records."""
        p = self.p
        if p.low[verb].endswith("ed") or p.low[verb] in _PAST:
            return False
        return any(p.low[k] == "before" for k in range(max(low, at - 2), at + 1))

    def _gerund(self, at: int, low: int) -> Told | None:
        """A gerund, as far as the word before it asserts it or denies it: stopped honoring."""
        p = self.p
        if at > low and p.low[at - 1 : at + 1] == ["process", "of"]:
            return Told(at - 1, False, False, "", True)
        if at > low and p.low[at - 1 : at + 1] == ["instead", "of"]:
            return Told(at - 1, True, False, "", True)
        if at > low + 1 and p.low[at] == "of" and p.low[at - 1] in _PLANS and p.low[at - 2] == "no":
            return Told(at - 2, True, False, *self.subject(at - 3))
        if self.of_anybody and at > low and p.low[at] in (",", "after", "by"):
            if p.low[at : at + 2] == [",", "not"]:
                return None  # papers, not honoring detainers
            return Told(at + 1, p.low[at + 1] == "not", False, *self.subject(at + 1))
        if at < low or p.low[at] not in _STOPS | _STARTS | set(_PREPOSITIONS):
            return None
        stops, governor = p.low[at] not in _STARTS, at - (p.low[at] in _PREPOSITIONS)
        governor = self._before_time(governor, low) if governor < at else at
        if governor < at and p.low[governor] not in _PREPOSITIONS[p.low[at]]:
            return None
        before, negated, auxiliaries = self._group(governor, low)
        if auxiliaries & _OPEN or negated or governor < low or self._supposed(before, low):
            return None
        return Told(before + 1, stops, False, *self.subject(governor))

    def _infinitive(self, to: int, low: int) -> Told | None:
        """An infinitive, as far as what governs it asserts it: agreed to comply."""
        if to > low and self.p.low[to - 1] in _BELIEVED and self.p.low[to + 1] == "have":
            return Told(to - 1, False, False, *self.subject(to - 1))
        p, at, reversed_ = self.p, to - 1, False
        while at >= low:
            adverb = p.tag[at] == ADVERB and p.low[at] not in ("yet", "first")
            reversed_ = reversed_ or (adverb and p.low[at] in _NEGATIVE)
            earlier = at - 1 if adverb else self._before_time(at, low)
            if earlier == at:
                break
            at = earlier
        if self._is_first(at, low):
            return Told(to, reversed_, False, "", True)
        if at > low and p.low[at] in BE and p.low[at - 1] in _POLICIES:
            return Told(at - 1, reversed_, False, "", True)
        if at > low + 1 and p.low[at] in _PLANS and p.low[at - 1] == "no":
            return Told(at - 1, True, False, *self.subject(at - 2))
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
        if auxiliaries & _OPEN or negated or self._supposed(before, low):
            return None
        if "have" in auxiliaries and "would" in auxiliaries:
            return None  # would have voted to refuse
        if before >= low and p.tag[before] == TO:
            return None
        if before >= low and p.low[before] in ("or", "and") and self._shares_open(before, low):
            return None  # makes it a crime to fail or refuse to answer
        subject = self.subject(at) if p.tag[at] not in (NAME, NUMBER) else ("", True)
        if before > low and p.low[before] in ("for", "of") and p.low[at].endswith("ing"):
            subject = self._phrase(before - 1, low)  # sued the clerk for refusing to comply
        ahead = not refuses and p.low[at] not in _STARTS | _MOVES
        return Told(before + 1, refuses, ahead, *subject)

    def _begins(self, last: int, low: int) -> bool:
        """Whether a headline begins with a name and nothing else: Sheriff to comply."""
        words = self.p.low[low : last + 1]
        verbs = _ORDERS | _DIRECTS | INTENDS | REFUSES | _HEDGES | _SUPPOSING | _NOT_NAMED
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
            if p.tag[verb] in (COMMA, STOP, COLON, TO, AUXILIARY):
                return None
        return None

    def _before_time(self, at: int, low: int) -> int:
        """The token before a day or a mark between a verb and its infinitive: voted on Friday."""
        p, before = self.p, at
        while at > low and (
            p.tag[at] in (TIME, NUMBER) or p.low[at] in _BY_TIME or self._sets_off(at)
        ):
            at -= 1
        return at - (at < before and at > low and p.low[at] in ("on", "in", "by"))

    def _sets_off(self, at: int) -> bool:
        """Whether a comma stands beside a number of votes: agreed, 5-2, to comply."""
        p = self.p
        return p.tag[at] == COMMA and NUMBER in p.tag[max(0, at - 1) : at + 2]

    def _of_anybody(self, at: int, low: int) -> bool:
        """Whether a verb behind `who` or `that` speaks of anybody: those who refuse."""
        p = self.p
        if self.of_anybody or p.low[at] not in ("who", "that", "which") or at == low:
            return False
        before = p.low[max(low, at - 3) : at]
        if len(before) > 1 and before[-2] in ("a", "an", "any", "every") and p.tag[at - 1] != NAME:
            return p.low[at] in ("who", "that")
        return before[-1] in _ANYONE or (before[-1] in _ANYBODY and "the" not in before)

    def _owned(self, noun: int, low: int) -> bool:
        """Whether somebody's name or `its` stands before a noun."""
        before = self.p.low[noun - 1] if noun > low else ""
        return before in cues.POSSESSIVES or before.endswith(("'s", "s'"))

    def _is_first(self, at: int, low: int) -> bool:
        """Whether somebody is the first, or the only one, to do it: the first county to comply."""
        for k in range(at, max(low, at - 9) - 1, -1):
            if self.p.tag[k] != NAME and self.p.low[k] in _FIRST:
                return self.p.low[k - 1] in ("the", "its", "their") if k > low else False
            if self.p.tag[k] not in (*NOMINAL, PREPOSITION):
                return False
        return False

    def _is_base(self, at: int) -> bool:
        return at < len(self.p) and self.p.low[at] in LEMMAS and self.p.low[at] in _BASES

    def _shares_open(self, at: int, low: int) -> bool:
        """Whether `or` joins a verb to one that is left open: cannot honor or provide."""
        either = self.p.low[at] != "and"
        for k in range(at - 1, max(low, at - 16) - 1, -1):
            if (
                self.p.low[k] in _OPEN
                or self.p.low[k] in ("can't", "mustn't")
                or (
                    self.p.tag[k] == TO
                    and (either or self._is_base(k + 1) or self._is_base(at + 1))
                )
            ):
                return True
            if self.p.tag[k] in (STOP, COLON):
                return False
        return False

    def _supposed(self, at: int, low: int) -> bool:
        """Whether a condition, a question or a hedge before a token leaves it open."""
        p = self.p
        for k in range(at, low - 1, -1):
            word = p.low[k]
            if p.tag[k] in (STOP, COLON):
                return False
            if word in _SAYING:
                return k > low and (
                    p.low[k - 1] in _UNSAID or not _HEARSAY.isdisjoint(p.low[max(low, k - 3) : k])
                )
            if self.of_anybody and word in ("when", "how", "once"):
                continue
            if word == "until" and p.low[k + 1] == "then":
                continue
            if word == "when" and self._is_past(at + 1):
                continue  # waived its objections when it complied
            if word in _SUPPOSING and COMMA not in p.tag[k:at]:
                return True
            if word == "should" and k == low:
                return True  # should the county refuse, the agency could sue
            if word == "had" and k == low and COMMA not in p.tag[k:at]:
                return True  # had the county refused, the agency could have sued
            if word == "wanted" and p.low[k + 1] in ("for", "in", "by"):
                continue  # a man wanted for murder
            if word in _HEDGES and COMMA not in p.tag[k:at]:
                return True
            if word in _UNPROVEN and "that" in p.low[k + 1 : k + 5]:
                return True
            if word in _MOVES_THAT and p.low[at + 1] in _BASES:
                return True
            if word in _INSISTS and p.low[at + 1] in _BASES and "that" in p.low[k + 1 : k + 8]:
                return True
            if word in _ORDERS and "that" in p.low[k + 1 : k + 3]:
                return True
        return False

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
        if found[0] == found[1] and self.p.low[found[0]] in _ADVERBS:
            return self._phrase(at, low)
        if found[0] > low and self.p.tag[found[0] - 1] == PREPOSITION and at > found[1] + 1:
            return self._phrase(self._before_apposition(at, low), low)
        return self._named(*found)

    def _before_apposition(self, at: int, low: int) -> int:
        """The token before an apposition that ends with a token: the city of Marl, Nevada."""
        tags = self.p.tag
        if tags[at] != COMMA:
            return at
        before = (k - 1 for k in range(at - 1, max(low, at - 14), -1) if tags[k] == COMMA)
        return next(before, at - 1)

    def _is_past(self, verb: int) -> bool:
        """Whether a verb, by its form, tells of the past."""
        low = self.p.low[verb] if verb < len(self.p) else ""
        return low in LEMMAS and (low.endswith("ed") or low in _PAST)

    def _first(self, last: int, low: int) -> int:
        """The first token of the phrase that ends with a token."""
        while last >= low and self.p.tag[last] in NOMINAL:
            last -= 1
        return last + 1

    def _phrase(self, last: int, low: int) -> tuple[str, bool]:
        """The words of the phrase that ends with a token, and whether it is a name."""
        first = self._first(last, low)
        return self._named(first, last) if first <= last else ("", True)

    def _named(self, first: int, last: int) -> tuple[str, bool]:
        named = not {NAME, PRONOUN}.isdisjoint(self.p.tag[first : last + 1])
        return " ".join(self.p.low[first : last + 1]), named or self.p.low[first] in (
            "who",
            "which",
        )


_OTHERS = frozenset(
    """
ice dhs hsi doj federal feds agents agent immigration homeland enforcement court courts judge
judges law laws ordinance ordinances policy policies statute statutes act bill subpoena subpoenas
order congress trump trump's biden states' agencies most many other
""".split()
)
"""Words of subjects that are no recipient of a subpoena, or nobody in particular."""
RECIPIENTS = frozenset(
    """
county counties city cities state sheriff sheriffs mayor mayor's governor governor's police clerk
clerk's council district university college school board department officials lawyers attorneys
counsel office administration jail state's city's county's department's spokesman spokeswoman
spokesperson lawyer attorney staff he she they we it i superintendent supervisors commissioners
commission agency hospital hospitals schools universities
coroner assessor treasurer auditor prosecutor administrator manager director trustees council senate
parish borough town village township towns warden chief provost localities jurisdictions partners
majority authority recipient jailers jailer deputies deputy employees
bursar dean principal president regents bureau comptroller controller marshal constable librarian
librarians secretary custodian chancellor legislature institution facility prison archivist chair
chairman chairwoman sheriffs mayors clerks managers directors assessors mayor
library utility company companies firm firms platform platforms provider providers employer
employers landlord landlords bank banks registrar division
""".split()
)


_NOBODY = frozenset(
    """
you counties cities towns jurisdictions agencies places people recipients employers companies
sheriffs clerks
""".split()
)
"""Subjects that speak of anybody: counties often comply."""
_NUMBERED = cues.NUMERALS | frozenset("one two three of the them others both".split())


def may_answer(subject: str, named: bool) -> bool:
    """Whether a subject may be somebody who was served, or who speaks for them.

    >>> may_answer("the county", False), may_answer("they", True), may_answer("our law", False)
    (True, True, False)
    """
    words = {word.removesuffix("'s") for word in subject.split()}
    if subject in _NOBODY or subject.startswith(("a recipient", "any ")):
        return False
    if words & {"ice", "dhs", "hsi", "doj", "federal", "congress", "judge", "trump"}:
        return False
    if words & _OTHERS and not words & RECIPIENTS:
        return False
    numbered = bool(words) and words <= _NUMBERED
    return named or numbered or bool(words & RECIPIENTS)


LEMMAS = {
    form: lemma
    for lemma in """
comply cooperate honor honour fulfill obey abide respond reply answer provide produce give send
release deliver forward share submit surrender disclose supply furnish turn hand withhold review
consider study evaluate examine analyze assess explore weigh refuse decline reject deny defy resist
ignore rebuff flout challenge fight contest oppose quash sue appeal delay postpone pause comment
refer hold email e-mail mail fax upload transmit divulge reveal relinquish tender acquiesce accede
adhere mull vet scrutinize parse spurn snub litigate defer stall cough fork ship pass run part
dig dispatch yield relay satisfy meet fill oblige keep balk
""".split()
    for form in cues.forms(lemma)
} | {
    "gave": "give",
    "given": "give",
    "sent": "send",
    "fought": "fight",
    "held": "hold",
    "reviewing": "review",
    "submitted": "submit",
    "submitting": "submit",
    "referred": "refer",
    "referring": "refer",
    "fulfilled": "fulfill",
    "withheld": "withhold",
    "transmitted": "transmit",
    "met": "meet",
    "dug": "dig",
}
"""Verbs of answering, by every form."""
_BASES = frozenset(LEMMAS.values()) | frozenset(
    """
go run head turn take bring ask petition urge beg move file make lodge start launch enter pursue
sue mail write pen issue dispatch return draft seek request get win obtain secure receive put apply
plead wait print open let allow pass show route put place serve log heed toss tear
""".split()
)
