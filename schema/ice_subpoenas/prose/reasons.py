"""Reasons: what courts made of them, and what only copies or retellings say."""

from collections.abc import Iterable

from .wording import clause

LATER = {
    "accepted": "A court later held the same.",
    "rejected": "A court later rejected it.",
    "not_reached": "A court later said that it need not decide on it.",
}
"""What a court made of a reason that was given out of court, before any ruling."""

RETOLD = " (only copies or retellings say so)"
"""The mark of what no witness says, right after it."""


def marked(sentence: str, is_witnessed: bool) -> str:
    """A sentence that says at its end if no witness says so.

    >>> marked("A court rejected it.", False)
    'A court rejected it (only copies or retellings say so).'
    """
    return sentence if is_witnessed else f"{sentence.removesuffix('.')}{RETOLD}."


def answered(given: Iterable[tuple[str, bool]]) -> str:
    """The reasons of courts in answer to another, each with whether a witness tells it; or empty.

    >>> answered([("The objection is not for a court to weigh.", True)])
    'A court’s answer to this reason, in our words: the objection is not for a court to weigh.'
    >>> answered([("It was too late.", True), ("It was not shown.", True)])
    'A court’s answers to this reason, in our words: it was too late; it was not shown.'
    """
    said = [clause(sentence) + ("" if is_witnessed else RETOLD) for sentence, is_witnessed in given]
    many = "s" if len(said) > 1 else ""
    told = f"A court’s answer{many} to this reason, in our words: {'; '.join(said)}."
    return told if said else ""


UNNAMED = {"court": "the court", "writer": "the writer, in the source’s own words"}
"""Who gives a reason of a side if its row names nobody."""


def unnamed(side: str) -> str:
    """Who gives a reason whose row names nobody: not whoever acts in the event of the reason.

    >>> unnamed("court"), unnamed("recipient")
    ('the court', 'somebody who is not named here')
    """
    return UNNAMED.get(side, "somebody who is not named here")
