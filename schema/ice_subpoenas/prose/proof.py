"""How words prove a value: how it follows from them, and how many accounts there are."""

from collections.abc import Iterable

HOW = {
    "literal": "the words are the value",
    "vocabulary": "the words are a phrase listed for it",
    "number_word": "the words contain the number",
    "count": "the members that the words list are counted",
    "date": "the words are a date, or count from one",
    "copied": "true of the whole act",
    "inference": "a reader's reasoning",
}
"""How a value follows from words, in words."""


RETELLERS = "copies or retellings"
"""Who says what no witness says, if nothing is of unknown standing."""
ALL_UNSEEN = "copies, retellings or pages of unknown standing"


def tellers(found: Iterable[str]) -> str:
    """Who says something of which no witness tells, from who says each part of it.

    >>> tellers(["pages of unknown standing"] * 2)
    'pages of unknown standing'
    >>> tellers(["pages of unknown standing", "copies or retellings"])
    'copies, retellings or pages of unknown standing'
    >>> tellers([])
    'copies or retellings'
    """
    each = set(found)
    return each.pop() if len(each) == 1 else ALL_UNSEEN if each else RETELLERS


def accounts(n: int, independent: int) -> str:
    """How many sources say a thing, and to how many separate accounts they go back.

    >>> accounts(1, 1), accounts(1, 0), accounts(3, 0)
    ('1 source', '1 source, no witness', '3 sources, none of them a witness')
    >>> accounts(6, 4)
    '6 sources, which go back to 4 separate accounts as far as is known'
    """
    if n < 2:
        return f"{n} source{'s' * (n == 0)}{', no witness' * (n > independent)}"
    if independent == 0:
        return f"{n} sources, none of them a witness"
    back = "one account" if independent == 1 else f"{independent} separate accounts"
    return f"{n} sources, which go back to {back} as far as is known"
