"""Coarse tags of words and marks, by the words and by what stands before them."""

import re
from functools import lru_cache

from extraction.grammar import cues

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_CONTRACTION = re.compile(
    r"(?:he|she|it|that|there|what|who|where|here)['’]s$|\w+['’](?:re|ve|ll|d|m)$", re.IGNORECASE
)
QUOTE, NAME, WORD, NUMBER, DETERMINER, PRONOUN = "Q", "NAME", "W", "NUM", "DET", "PRO"
PREPOSITION, SUBORDINATOR, AND, TO, ADVERB, TIME = "PREP", "SUB", "AND", "TO", "ADV", "TIME"
AUXILIARY, VERB, CUE, GERUND, COMMA, OPEN, CLOSE = "AUX", "VERB", "CUE", "ING", ",", "(", ")"
STOP, COLON, DASH, OTHER, ACCORDING, OBJECT = ".", ":", "-", "?", "ACC", "OBJ"
NOMINAL = frozenset({NAME, WORD, NUMBER, DETERMINER, TIME})
_BEFORE_GERUND = frozenset({COMMA, DASH, PREPOSITION, AUXILIARY, QUOTE, CLOSE, ADVERB, ""})
PUNCTUATION = {",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, ":": COLON, ";": COLON}
DASHES = frozenset("–—―-‒")
_CLOSED = (
    (frozenset({"and", "&"}), AND),
    (frozenset({"to"}), TO),
    (cues.RELATIVES - {"whose"}, SUBORDINATOR),
    (cues.SUBJECT_PRONOUNS - {"one", "others"}, PRONOUN),
    (
        cues.OBJECT_PRONOUNS - {"her", "himself", "herself", "itself", "themselves", "myself"},
        OBJECT,
    ),
    (cues.DETERMINERS, DETERMINER),
    (cues.SUBORDINATORS - {"that", "as", "than", "like", "so"}, SUBORDINATOR),
    (cues.PREPOSITIONS, PREPOSITION),
    (cues.AUXILIARIES, AUXILIARY),
    (cues.DAYS | cues.TIME_WORDS, TIME),
    (cues.ADVERBS, ADVERB),
)
_TAG_OF = {word: tag for words, tag in reversed(_CLOSED) for word in words}
_PLAIN = {word: tag for word, tag in _TAG_OF.items() if word not in ("that", "this", "yet")}
_PLAIN |= PUNCTUATION | dict.fromkeys(DASHES, DASH) | dict.fromkeys("“”\"'‘’$%", OTHER)
"""Tags of the function words, in lower case, and marks that are the same wherever they stand."""


def word_tag(word: str, low: str, before: str, low_before: str, initial: bool, plural: bool) -> str:
    """Tag of a word, given the tag and form of the one before it."""
    capital = word[0].isupper()
    if low == "according":
        return ACCORDING
    if low == "yet" and before in (AUXILIARY, ADVERB):
        return ADVERB
    if low in _TAG_OF and not (capital and not initial and _TAG_OF[low] not in (PRONOUN, TIME)):
        return DETERMINER if low in ("that", "this") and before == PREPOSITION else _TAG_OF[low]
    if ("'" in low) and _CONTRACTION.search(word):
        return PRONOUN
    if capital and not initial and low != "tweeted":
        return TIME if low in cues.MONTHS and low not in ("may", "march") else NAME
    return _open_tag(low, before, low_before, capital, plural)


def _open_tag(low: str, before: str, low_before: str, capital: bool, plural: bool) -> str:
    """Tag of a word of an open class: a cue, another verb, an adverb or a nominal.

    `plural` tells whether the words before could be the subject of a verb without -s.
    """
    governed = before == PREPOSITION and not low.endswith("ing")
    nominal_before = before in (DETERMINER, NUMBER) or governed
    owner = before in (NAME, WORD) and len(low_before) > 2
    possessed = owner and low_before.endswith(_POSSESSIVE)
    if low in cues.LEMMA:
        specified = low_before in cues.ARTICLES or governed
        if (specified or possessed) and (low in cues.NOUN_LIKE or low.endswith(("ed", "ing"))):
            return WORD
        if low in cues.NOUN_LIKE and low_before in cues.NAME_ADJECTIVES:
            return WORD
        year = len(low_before) == 4 and low_before.isdigit() and before == NUMBER
        numbered = year or low_before in ("one", "another", "each", "every")
        singular = (numbered and low == cues.LEMMA[low]) or low_before in cues.NUMERALS
        if low in cues.NOUN_LIKE and (singular or (before == VERB and low.endswith("s"))):
            return WORD
        if low in cues.NEVER_CUES or (before == "" and low.endswith("s") and low in cues.NOUN_LIKE):
            return WORD
        bare = low in cues.NOUN_LIKE and low == cues.LEMMA[low] and low != "read"
        if bare and before in (WORD, NAME, OTHER, "") and not plural:
            return WORD
        if low.endswith("ing"):
            return GERUND
        return WORD if low == "alleged" and low_before.endswith("ing") else CUE
    if low in cues.VERBS and not (nominal_before or possessed):
        return GERUND if low.endswith("ing") else VERB
    if low.endswith("ly") and len(low) > 4 and low not in cues.NOT_ADVERBS:
        return ADVERB
    if low in cues.ADJECTIVES_IN_ED:
        return WORD
    if low.endswith("ed") and len(low) > 4 and not nominal_before and not possessed:
        return VERB
    if low.endswith("ing") and len(low) > 5 and before in _BEFORE_GERUND:
        return GERUND
    if low[0].isdigit():
        return NUMBER
    return NAME if capital else WORD


@lru_cache(maxsize=50_000)
def fixed_tag(word: str) -> str | None:
    """The tag of a mark or of a word in lower case that is the same wherever it stands."""
    return _PLAIN.get(word) or (WORD if _is_noun(word) else None)


def _is_noun(word: str) -> bool:
    """Whether a word in lower case is taken for a noun or an adjective wherever it stands."""
    return (
        word.isalpha()
        and word.islower()
        and word not in cues.LEMMA
        and word not in cues.VERBS
        and word not in _TAG_OF
        and word not in cues.MONTHS
        and word != "according"
        and not word.endswith(("ed", "ing", "ly"))
    )


@lru_cache(maxsize=50_000)
def name_tag(word: str) -> str | None:
    """The tag of a word with a capital wherever it stands inside a sentence; None if that tells."""
    low = word.lower()
    if not word.isalpha() or not word[0].isupper() or low in ("according", "yet", "tweeted"):
        return None
    if low in _TAG_OF and _TAG_OF[low] in (PRONOUN, TIME):
        return _TAG_OF[low]
    return TIME if low in cues.MONTHS and low not in ("may", "march") else NAME
