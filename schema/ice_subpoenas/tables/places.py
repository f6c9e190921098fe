"""Governments and bodies."""

from typing import Annotated

from .. import vocabularies as v
from ..row import Claim, Derived, Id, Judgment, Key, References, Text
from .shared import Reasoned, Supported


class Jurisdiction(
    Supported,
    Reasoned,
    table="jurisdictions",
    key="jurisdiction_id",
    core=True,
    warning="Not a census: a government that is not listed may have received subpoenas too.",
):
    """A state or local government."""

    jurisdiction_id: Annotated[Key, Id()]
    """Country, USPS state code and place, such as `us-co-denver`."""

    name: Annotated[Text, Claim()]
    """Name in the sources, such as `Denver`."""

    kind: Annotated[v.JurisdictionKind, Judgment()]
    """Level of government."""

    register_id: Annotated[Text | None, Judgment()] = None
    """Its entry in the held register of the Census Bureau; null where it has none."""

    state: Annotated[Text | None, Derived()] = None
    """USPS code of the state that it is, or is in: by the register, otherwise by its id."""

    geoid: Annotated[Text | None, Derived()] = None
    """Census GEOID as text: state 2 digits, county 5, place 7 (even if it is also a county)."""

    county_geoid: Annotated[Text | None, Derived()] = None
    """Five-digit GEOID of the county, if a city is also a county; otherwise null."""

    ocd_id: Annotated[Text | None, Derived()] = None
    """Open Civic Data division identifier, by the register."""

    wikidata_id: Annotated[Text | None, Derived()] = None
    """Wikidata identifier, by the register; null where the register gives none, as
    today for every row."""

    parent_id: Annotated[Key | None, Derived(), References("jurisdictions")] = None
    """The state that a county or city is in, if it is listed; null for a state."""


class Agency(Reasoned, table="agencies", key="agency_id"):
    """A public body, or an organization that speaks or reports."""

    agency_id: Annotated[Key, Id()]
    """Short name in lower case."""

    name: Annotated[Text, Claim()]
    """Name as a source prints it; every printed name is in `phrases`."""

    kind: Annotated[v.AgencyKind, Judgment()]
    """What sort of body it is."""

    jurisdiction_id: Annotated[Key | None, Judgment(), References("jurisdictions")] = None
    """The state or local government that it belongs to; null for federal and private bodies."""

    parent_id: Annotated[Key | None, Judgment(), References("agencies")] = None
    """The larger body that it is part of. A source that names the larger body does not contradict
    this one."""
