"""Small tools for spans: build a proposal, keep spans apart, look up what covers a position."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping

from extraction.text.candidates import Candidate, Span


def proposal(
    kind: str,
    span: Span,
    rule: str,
    region: str,
    value: str | None = None,
    parts: Mapping[str, Span] | None = None,
    attributes: Mapping[str, str] | None = None,
    version: int = 1,
    probability: float | None = None,
) -> Candidate:
    """A candidate with its parts and attributes in the order of their names."""
    return Candidate(
        kind=kind,
        start=span[0],
        end=span[1],
        rule=rule,
        version=version,
        region=region,
        value=value,
        parts=dict(sorted((parts or {}).items())),
        attributes=dict(sorted((attributes or {}).items())),
        probability=probability,
    )


class Cover:
    """Spans that do not overlap, and which of them covers a position."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not self._ends or span[0] >= self._ends[-1]:
                self._starts.append(span[0])
                self._ends.append(span[1])

    def covering(self, start: int, end: int) -> Span | None:
        """The span that shares a character with start to end, or None."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and self._ends[index] > start:
            return self._starts[index], self._ends[index]
        index = bisect_left(self._starts, start)
        if index < len(self._starts) and self._starts[index] < end:
            return self._starts[index], self._ends[index]
        return None

    def add(self, span: Span) -> bool:
        """Add a span unless it overlaps one that is there; whether it was added."""
        if self.covering(*span):
            return False
        insort(self._starts, span[0])
        insort(self._ends, span[1])
        return True


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans that are left when, of two that overlap, the longer (then the earlier) stays.

    >>> longest([(0, 4), (2, 9), (10, 12)])
    [(2, 9), (10, 12)]
    """
    kept: list[Span] = []
    for span in sorted(set(spans)):
        while kept and kept[-1][1] > span[0] and span[1] - span[0] > kept[-1][1] - kept[-1][0]:
            kept.pop()
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return kept
