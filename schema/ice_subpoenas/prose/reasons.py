"""Reasons: what courts made of them, and what no witness says."""

from collections.abc import Iterable

from .wording import clause

LATER = {
    "accepted": "A court later held the same.",
    "rejected": "A court later rejected it.",
    "not_reached": "A court later said that it need not decide on it.",
}
"""What a court made of a reason that was given out of court, before any ruling."""


def mark(tellers: str | None) -> str:
    """The mark of what no witness says, right after it; empty if a witness does.

    >>> mark("copies or retellings"), mark(None)
    (' (only copies or retellings say so)', '')
    """
    return f" (only {tellers} say so)" if tellers else ""


def marked(sentence: str, tellers: str | None) -> str:
    """A sentence that says at its end if no witness says so, and who does.

    >>> marked("A court rejected it.", "copies or retellings")
    'A court rejected it (only copies or retellings say so).'
    """
    return f"{sentence.removesuffix('.')}{mark(tellers)}." if tellers else sentence


def answered(given: Iterable[tuple[str, str | None]]) -> str:
    """The reasons of courts in answer to another, each with who tells it if no witness does; or
    empty.

    >>> answered([("The objection is not for a court to weigh.", None)])
    'A court’s answer to this reason, in our words: the objection is not for a court to weigh.'
    >>> answered([("It was too late.", None), ("It was not shown.", None)])
    'A court’s answers to this reason, in our words: it was too late; it was not shown.'
    """
    said = [clause(sentence) + mark(tellers) for sentence, tellers in given]
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
