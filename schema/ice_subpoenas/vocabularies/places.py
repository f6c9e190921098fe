"""Codes of governments and bodies."""

from ..row import Vocabulary


class JurisdictionKind(Vocabulary):
    """What level of government a jurisdiction is."""

    STATE = "state", "A state."
    COUNTY = "county", "A county."
    CITY = "city", "A city or town, also one that is a county as well."
    DISTRICT = "district", "A school district or another district with a government of its own."


class AgencyKind(Vocabulary):
    """What sort of body an agency is."""

    FEDERAL = "federal", "A body of the U.S. government."
    STATE = "state", "A body of a state."
    LOCAL = "local", "A body of a city or county, or the city or county government as a whole."
    COURT = "court", "A court."
    NEWS = "news", "A newspaper, broadcaster, news agency or website."
    FOREIGN = "foreign", "A body of another country."
    OTHER = "other", "Another organization."
