"""Everything that the rules propose for one text."""

from __future__ import annotations

from . import attribution
from .candidates import Candidate
from .dates import Published, dates
from .facts import facts
from .names import agencies, jurisdictions, persons
from .regions import regions


def propose(text: str, published: Published = None) -> list[Candidate]:
    """All proposals for a text, in the order of their place, kind and rule."""
    parts = regions(text)
    found = dates(text, parts, published)
    for finder in (persons, agencies, jurisdictions, facts, *QUOTATIONS):
        found += finder(text, parts)
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))


QUOTATIONS = tuple(
    getattr(attribution, name) for name in ("quotations", "indirect") if hasattr(attribution, name)
)
"""Finders of quotations and of words reported without marks, as far as there are any."""
