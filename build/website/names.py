"""Names of states and countries as they stand in a sentence."""

from functools import cache

from extraction.lexicon import lists


def state(code: str | None) -> str:
    """Name of a state by its USPS code, without its short forms.

    >>> state("OR"), state(None)
    ('Oregon', '')
    """
    return states().get(code or "", code or "")


def states() -> dict[str, str]:
    """Names of the states and the federal district by USPS code."""
    listed = lists.table("places")["states"].items()
    return {str(code): str(names).split("|")[0] for code, names in listed}


@cache
def _countries() -> dict[str, str]:
    return {code: name for name, code in reversed(list(lists.nations()[2].items()))}


def country(code: str) -> str:
    """Name of a country by its ISO code.

    >>> country("GTM"), country("XXX")
    ('Guatemala', 'XXX')
    """
    return _countries().get(code, code)
