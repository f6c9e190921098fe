"""Everything that the rules propose for one text."""

from collections.abc import Sequence

from extraction.dates.dates import Published, dates
from extraction.facts.facts import facts
from extraction.names.agencies import agencies
from extraction.names.jurisdictions import jurisdictions
from extraction.names.people import persons
from extraction.quotations.indirect import indirect
from extraction.quotations.quotations import quotations
from extraction.quotations.unmarked import unmarked
from extraction.text.candidates import Candidate
from extraction.text.document import Document
from extraction.text.regions import Region, regions

FINDERS = (persons, agencies, jurisdictions, facts, quotations, indirect, unmarked)


def propose(
    text: str, published: Published = None, parts: Sequence[Region] | None = None
) -> list[Candidate]:
    """All proposals for a text, in the order of their place, kind and rule.

    `parts` are its regions, where they are known; else they are guessed.
    """
    document = Document(text, regions(text) if parts is None else parts)
    found = dates(document, published=published)
    for finder in FINDERS:
        found += finder(document)
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))
