"""Names and versions of the rules, and the rules whose proposals a reviewer may skim."""

from __future__ import annotations

VERSION = {
    "signature": 1,
    "x-said-after": 1,
    "x-cue-after": 1,
    "said-x-after": 1,
    "according-after": 1,
    "after-bare": 1,
    "after-stop": 1,
    "label": 1,
    "headline-label": 1,
    "headline-quote": 1,
    "x-said-before": 1,
    "x-called-it": 1,
    "before-adjacent": 1,
    "before-cue": 1,
    "before-comma": 1,
    "before-naming": 1,
    "before-clause": 1,
    "before-far": 1,
    "before-weak": 1,
    "before-outer": 1,
    "after-clause": 1,
    "according-clause": 1,
    "noun-cue": 1,
    "after-dash": 1,
    "colon-subject": 1,
    "to-somebody": 1,
    "transcript": 1,
    "continued": 1,
    "continued-inverted": 1,
    "continued-clause": 1,
    "continued-far": 1,
    "previous-sentence": 1,
    "open-paragraph": 1,
    "open-paragraph-back": 1,
    "floating-carried": 1,
    "floating-cue": 1,
    "floating-colon": 1,
    "repeated": 1,
    "title": 1,
    "scare": 1,
    "no-speaker": 1,
}
"""Version of every rule; raised when its behavior changes."""

AUTO_ACCEPT = frozenset(
    {
        "signature",
        "transcript",
        "label",
        "x-said-after",
        "after-stop",
        "x-said-before",
        "x-called-it",
        "before-adjacent",
        "before-outer",
        "continued",
    }
)
"""Rules whose precision, measured on both halves of the data, lets a reviewer skim."""
