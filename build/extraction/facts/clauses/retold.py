"""Sentences that tell no answer to this demand: retold claims, and other people's demands.

A claim that is only retold is mostly set right behind. What is said of a demand by a grand jury, an
insurer or the lawyers of a divorce is no answer to the agency.
"""

from __future__ import annotations

import re

_RETOLD = re.compile(
    r"^\W*(?:the )?claim\b\W|"
    r"\b(?:somebody|someone|some (?:people|folks)|people|folks|rumou?rs?|a (?:post|meme|flyer)|"
    r"the (?:headline|post|rumou?r|meme|flyer))\b[^.;]{0,30}"
    r"\b(?:post(?:ed|ing)|spread(?:ing)?|say(?:s|ing)?|said|claim(?:s|ed|ing)?|wrote) that\b|"
    r"\b(?:is|was|it)(?: not|n[’']t)(?: so| true) that\b|\b(?:is|was)(?: not|n[’']t) true\b|"
    r"\b(?:is|was) (?:false|untrue|incorrect|inaccurate|wrong in)\b|"
    r"\bcontained (?:\w+ )?errors?\b|\bbecause of (?:an?|its) \w+(?:’s|'s)? error\b|"
    r"\b(?:wrongly|incorrectly|erroneously|mistakenly|falsely) (?:said|stated|reported|attributed|"
    r"quoted|described)\b|\bmisreported\b|\bwas attributed to\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\bgrand jur(?:y|ies)\b|\b(?:from|by|for|to|of) (?:an? |the |its |two |several |other )?"
    r"(?:\w+[ -]){0,2}?(?:insurers?|insurance compan(?:y|ies)|title compan(?:y|ies)|auditors?|"
    r"divorces?|child[ -]support|slip-and-fall|custody (?:cases?|disputes?|fights?)|lawsuits?|"
    r"labor board|bankruptc(?:y|ies)|tax (?:appeals?|cases?))\b|"
    r"\b(?:most(?:ly)?|chiefly|largely|mainly|for the most part) (?:from|by|for|in)\b",
    re.I,
)
_ASKER = re.compile(
    r"\b(?:ICE|DHS|HSI|ERO|[Ii]mmigration|Homeland|[Ff]ederal|[Ff]eds|[Aa]gents?|detainers?)\b"
)


def is_retold(sentence: str) -> bool:
    """Whether a sentence only retells a claim, or corrects one.

    >>> is_retold("Somebody posted that the clerk gave up the rolls."), is_retold("It complied.")
    (True, False)
    """
    return _RETOLD.search(sentence) is not None


def is_elsewhere(sentence: str) -> bool:
    """Whether a sentence speaks of other people's demands, and not of the agency's.

    >>> is_elsewhere("It answers subpoenas from insurers."), is_elsewhere("It answers ICE.")
    (True, False)
    """
    return _ELSEWHERE.search(sentence) is not None and _ASKER.search(sentence) is None
