"""Names as they stand in a sentence: public bodies, states and countries."""

from __future__ import annotations

import re
from functools import cache

from extraction.lexicon import lists

COMMON = re.compile(
    r"\b(agency|association|attorney|authority|board|branch|bureau|center|city clerk|clerk|college"
    r"|commission|council|court|department|district|division|enforcement division|foundation"
    r"|hospital|institute|office|police|press|project|sheriff|union|university of|program)\b",
    re.IGNORECASE,
)

INITIALS = ("DHS", "DOJ", "FBI", "NYPD")


def the(name: str) -> str:
    """The name of a body as it stands in a sentence.

    >>> the("Denver Justice Center"), the("Clackamas County"), the("Hillsboro Police Department")
    ('the Denver Justice Center', 'Clackamas County', 'the Hillsboro Police Department')
    >>> the("U.S. Immigration and Customs Enforcement"), the("DOJ"), the("state of Colorado")
    ('U.S. Immigration and Customs Enforcement', 'the DOJ', 'the state of Colorado')
    """
    if re.match(r"(?i)(the|an?)\b", name) or re.search(r"^Gov\.|Mayor [A-Z]\w+ [A-Z]", name):
        return name
    place = re.match(r"(state|city|town|county) of ", name, re.IGNORECASE)
    return f"the {name}" if name in INITIALS or place or COMMON.search(name) else name


def state(code: str | None) -> str:
    """Name of a state by its USPS code."""
    return str(lists.table("places")["states"].get(code or "", code or ""))


def states() -> dict[str, str]:
    """Names of the states and the federal district by USPS code."""
    return {str(code): str(name) for code, name in lists.table("places")["states"].items()}


@cache
def _countries() -> dict[str, str]:
    return {code: name for name, code in reversed(list(lists.nations()[2].items()))}


def country(code: str) -> str:
    """Name of a country by its ISO code.

    >>> country("GTM"), country("XXX")
    ('Guatemala', 'XXX')
    """
    return _countries().get(code, code)
