"""Names and versions of the rules, and how likely a speaker must be."""

from extraction.text.words import word_set

VERSION = {
    **dict.fromkeys(word_set("x-said-via"), 1),
    **dict.fromkeys(
        word_set("""
            signature x-cue-after said-x-after according-after headline-label x-said-before
            x-called-it before-adjacent before-cue before-clause before-far before-weak noun-cue
            colon-subject continued continued-inverted continued-far title scare
            floating-carried floating-cue floating-colon no-speaker clause-before clause-after
            subject phrase sentence-before sentence-after
        """),
        2,
    ),
    **dict.fromkeys(
        word_set("""
            x-said-after after-stop label before-comma before-naming before-outer open-paragraph
        """),
        3,
    ),
}
"""Version of every rule; raised when its behavior changes."""

SURE_RULES = word_set("""
signature label x-said-after after-stop x-said-before x-called-it before-adjacent before-outer
continued
""")
"""Rules whose speaker a continuation takes over without a doubt of its own."""

MUTE = 0.4
"""Probability that nobody speaks above which no speaker is proposed."""

LEAST = 0.25
"""Probability below which no speaker is proposed."""

SKIM = 0.96
"""Probability from which a reviewer may skim a proposal."""
