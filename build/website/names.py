"""Names of states and countries as they stand in a sentence."""

from functools import cache

from extraction.lexicon import lists


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
