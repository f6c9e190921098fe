"""Codes of governments and bodies."""

from enum import auto

from ..row import Vocabulary


class JurisdictionKind(Vocabulary):
    """What level of government a jurisdiction is."""

    STATE = auto(), "A state."
    COUNTY = auto(), "A county."
    CITY = auto(), "A city, town or village, also one that is a county as well."
    DISTRICT = auto(), "A school district or another district with a government of its own."


class AgencyKind(Vocabulary):
    """What sort of body an agency is."""

    FEDERAL = auto(), "A body of the U.S. government."
    STATE = auto(), "A body of a state."
    LOCAL = auto(), "A body of a city or county, or the city or county government as a whole."
    COURT = auto(), "A court."
    NEWS = auto(), "A newspaper, broadcaster, news agency or website."
    FOREIGN = auto(), "A body of another country."
    OTHER = auto(), "Another organization."
