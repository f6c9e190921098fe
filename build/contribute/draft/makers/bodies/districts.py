"""The federal districts of the states, by the code of the state, as reporters of law write them."""

from collections.abc import Mapping

from extraction.facts.phrases import table

ONE_DISTRICT: Mapping[str, str] = table(__file__)["one"]
"""States that are one federal district."""
MANY_DISTRICTS: Mapping[str, str] = table(__file__)["many"]
"""States that are several, each without the part, as in “W.D. Wash.”."""
