"""Answers that a sentence does not tell itself: claims that it only retells.

Such a claim is mostly set right behind. It holds of one clause, not of a whole sentence.
"""

import re

from extraction.text.candidates import Span
from extraction.text.needs import holds, needed

_CLAIMED = re.compile(
    r"^\W*(?:the )?claim:|"
    r"\b(?:somebody|someone|some (?:people|folks)|people|folks|rumou?rs?|"
    r"(?:a|the) (?:post|meme|flyer|headline|rumou?r))\b[^,.;:]{0,30}"
    r"\b(?:post(?:ed|ing)?|spread(?:ing)?|say(?:s|ing)?|said|claim(?:s|ed|ing)?|wrote) that\b|"
    r"\b(?:is|was|it)(?: not|n[’']t)(?: so| true) that\b|\b(?:is|was) (?:false|untrue) that\b|"
    r"\b(?:wrongly|incorrectly|erroneously|mistakenly|falsely) (?:said|states?|stated|says|"
    r"claim(?:s|ed)|reported) that\b|\bmisreported that\b",
    re.I,
)
"""What opens a clause that is retold."""
_LETTERS = needed(_CLAIMED.pattern)
_BREAK = re.compile(r"[,;]|\b(?:but|though|although|because|while|so)\b", re.I)


def is_retold(sentence: str, span: Span) -> bool:
    """Whether the clause of an answer only retells it.

    >>> said = "Somebody posted that the clerk complied; she refused."
    >>> is_retold(said, (31, 39)), is_retold(said, (45, 52))
    (True, False)
    """
    return holds(sentence.lower(), _LETTERS) and any(
        m.end() <= span[0] and not _BREAK.search(sentence, m.end(), span[0])
        for m in _CLAIMED.finditer(sentence)
    )
