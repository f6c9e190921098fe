"""Names and versions of the rules, and how likely a speaker must be."""

from extraction.text.words import word_set

VERSION = {
    "signature": 2,
    "x-said-after": 3,
    "x-said-via": 1,
    "x-cue-after": 2,
    "said-x-after": 2,
    "according-after": 2,
    "after-bare": 2,
    "after-stop": 3,
    "label": 3,
    "headline-label": 2,
    "x-said-before": 2,
    "x-called-it": 2,
    "before-adjacent": 2,
    "before-cue": 2,
    "before-comma": 3,
    "before-naming": 3,
    "before-clause": 2,
    "before-far": 2,
    "before-weak": 2,
    "before-outer": 3,
    "noun-cue": 2,
    "colon-subject": 2,
    "transcript": 2,
    "continued": 2,
    "continued-inverted": 2,
    "continued-far": 2,
    "previous-sentence": 2,
    "open-paragraph": 2,
    "open-paragraph-back": 2,
    "floating-carried": 2,
    "floating-cue": 2,
    "floating-colon": 2,
    "listed": 1,
    "title": 2,
    "scare": 2,
    "no-speaker": 2,
    "clause-before": 2,
    "clause-after": 2,
    "clause-around": 2,
    "subject": 2,
    "phrase": 2,
    "sentence-before": 2,
    "sentence-after": 2,
}
"""Version of every rule; raised when its behavior changes."""

SURE_RULES = word_set("""
signature transcript label x-said-after after-stop x-said-before x-called-it before-adjacent
before-outer continued
""")
"""Rules whose speaker a continuation takes over without a doubt of its own."""

MUTE = 0.4
"""Probability that nobody speaks above which no speaker is proposed."""

LEAST = 0.25
"""Probability below which no speaker is proposed."""

SKIM = 0.96
"""Probability from which a reviewer may skim a proposal."""
