"""What extraction proposes: a span of a text, what it seems to be, and the rule that says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]
"""Start and end (exclusive), in Unicode code points of the decoded text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposal. `text[start:end]` is the words it rests on; a person decides."""

    kind: str
    """quotation, person, agency, jurisdiction, date, count, age, nationality, offense, detainer,
    information_sought, deadline, response or ground."""
    start: int
    end: int
    rule: str
    """Name of the rule, such as `after-adjacent`."""
    version: int
    """Version of the rule; raised when its behavior changes."""
    region: str = "body"
    """Region of the text that holds the span."""
    value: str | None = None
    """Canonical value where the rule gives one: an EDTF date, a number, a code; else null."""
    parts: Mapping[str, Span] = field(default_factory=dict)
    """Spans that belong to it by name: speaker, title, affiliation, cue, hedge, via, anchor …"""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Further values by name: kind of quotation (direct, partial, scare, title, indirect), speaker
    resolved, modality …"""
    probability: float | None = None
    """How likely the proposal is right by the trained weights; null where none were trained."""
