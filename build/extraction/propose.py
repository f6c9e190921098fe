"""Everything that the rules propose for one text."""

from __future__ import annotations

from .agencies import agencies
from .attribution import quotations
from .candidates import Candidate
from .dates import Published, dates
from .document import Document
from .facts import facts
from .indirect import indirect
from .jurisdictions import jurisdictions
from .persons import persons
from .regions import regions

FINDERS = (persons, agencies, jurisdictions, facts, quotations, indirect)


def propose(text: str, published: Published = None) -> list[Candidate]:
    """All proposals for a text, in the order of their place, kind and rule."""
    document = Document(text, regions(text))
    found = dates(document, published=published)
    for finder in FINDERS:
        found += finder(document)
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))
