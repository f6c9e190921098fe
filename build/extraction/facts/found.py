"""What a finder of facts answers for one sentence."""

from typing import NamedTuple

from extraction.text.candidates import Span


class Found(NamedTuple):
    """One fact, before its region is known; its spans count from the start of the sentence."""

    kind: str
    span: Span
    rule: str
    value: str | None
    parts: dict[str, Span]
    attributes: dict[str, str]
    probability: float | None = None


def apart(one: Span, other: Span) -> bool:
    """Whether two spans share no character."""
    return one[1] <= other[0] or other[1] <= one[0]
