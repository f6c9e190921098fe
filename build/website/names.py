"""Names as they stand in a sentence: public bodies, states, countries, courts."""

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
    if re.match(r"(?i)the\b", name) or re.search(r"^Gov\.|Mayor [A-Z]\w+ [A-Z]", name):
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


DIRECTIONS = {
    "N": "Northern",
    "S": "Southern",
    "E": "Eastern",
    "W": "Western",
    "C": "Central",
    "M": "Middle",
}


def court(abbreviation: str | None) -> str:
    """A court by the abbreviation of a reporter of cases.

    >>> court("D. Colo."), court("Denver Dist. Ct.")
    ('U.S. District Court for the District of Colorado', 'Denver District Court')
    >>> court("E.D.N.Y.")
    'U.S. District Court for the Eastern District of New York'
    """
    text = abbreviation or ""
    found = re.fullmatch(r"(?:([NSEWCM])\.\s?)?D\.\s?(.+)", text)
    place = state(BLUEBOOK.get(found[2].replace(" ", ""))) if found else ""
    if found and place:
        side = f"{DIRECTIONS[found[1]]} " if found[1] else ""
        return f"U.S. District Court for the {side}District of {place}"
    return text.replace("Dist. Ct.", "District Court").replace("Super. Ct.", "Superior Court")


BLUEBOOK = dict(
    part.split("=")
    for part in (
        "Ala.=AL Alaska=AK Ariz.=AZ Ark.=AR Cal.=CA Colo.=CO Conn.=CT Del.=DE D.C.=DC Fla.=FL "
        "Ga.=GA Haw.=HI Idaho=ID Ill.=IL Ind.=IN Iowa=IA Kan.=KS Ky.=KY La.=LA Me.=ME Md.=MD "
        "Mass.=MA Mich.=MI Minn.=MN Miss.=MS Mo.=MO Mont.=MT Neb.=NE Nev.=NV N.H.=NH N.J.=NJ "
        "N.M.=NM N.Y.=NY N.C.=NC N.D.=ND Ohio=OH Okla.=OK Or.=OR Pa.=PA R.I.=RI S.C.=SC S.D.=SD "
        "Tenn.=TN Tex.=TX Utah=UT Vt.=VT Va.=VA Wash.=WA W.Va.=WV Wis.=WI Wyo.=WY"
    ).split()
)
"""States as reporters of cases abbreviate them."""
