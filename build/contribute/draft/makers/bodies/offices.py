"""The public offices of states, counties and cities, by the words for them."""

import re

KEEPERS = (
    *("sheriff", "clerk", "recorder", "treasurer", "auditor", "assessor", "registrar", "register"),
)
"""Offices that are bodies of their own, which keep records and receive papers."""
HEADS = (
    *("mayor", "governor", "executive", "commissioner", "superintendent", "supervisor", "chief"),
    "attorney general",
)
"""Offices whose holder leads a government or a body of it, and speaks for it alone."""
BODIES = (
    *("police", "probation", "health", "commissioner", "elections", "human services", "school"),
    "prison",
)
"""Words in the names of bodies that no office names."""
TITLES = (
    *("undersheriff", "attorney", "judge", "director", "secretary", "counsel(?:or)?", "solicitor"),
    *("senator", "representative", "councilm[ae]n", "councilwoman", "administrator", "manager"),
    *("warden", "president", "prosecutor", "lawyer", "official", "deputy", "captain"),
    *("lieutenant", "agent", "comptroller", "controller", "coroner", "constable", "marshal"),
    *("chair(?:man|woman|person)?", "(?:assembly|congress)(?:man|woman)", "delegate"),
    *("legislator", "alder(?:man|woman|person)", "trustee", "chancellor", "principal"),
    *("ombudsman", "magistrate", "justice"),
)
"""Titles of those who hold an office or work for a body."""
SHORT = ("sen", "rep", "gov", "lt", "sgt", "capt", "supt")
"""Titles that end with a period."""
LED_BY = {"superintendent": "school", "principal": "school", "warden": "prison"}
"""What kind of body somebody leads, where the title does not say it."""
KEEPER = f"(?:{'|'.join(KEEPERS)})"
LEADS = re.compile(rf"\b(?:{'|'.join((*KEEPERS, *HEADS))})\b", re.I)
"""Offices by whose name one sees for whom a person speaks."""
OFFICE = re.compile(
    rf"\b(?:{'|'.join((*KEEPERS, *HEADS, *TITLES))})\b|\b(?:{'|'.join(SHORT)})\.(?=\s|$)", re.I
)
"""Any office or title."""
LEADER = "|".join((*HEADS, *TITLES))
"""Titles of those who lead a body or work for one, which is none by that name."""
KIND = re.compile("|".join((*KEEPERS, *BODIES, "board of")))
"""What kind of body somebody speaks for, by the words for an office or a body, in lower case."""
NOUN = (
    r"(?:office|department|board|desk|counter|registry|program|agency|authority|bureau|division|"
    r"services?|library|schools?|jail|hospital|unit|annex|center|utility|works)"
)
"""What bodies are called that have no name of their own."""
HOLDER = re.compile(
    rf"(?P<office>{'|'.join(name.capitalize() for name in (*KEEPERS, 'mayor'))}) "
    r"[A-Z]\w+ [A-Z]\w+$"
)
"""A person with an office: the office receives the papers."""
PLACE = (
    r"(?!(?:The|On|In|At|When|While|But|And|From|To|Then|Later|Meanwhile|For|County|City|Town)\b)"
    r"[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}?"
)
"""The name of a city, town or village."""
LOCAL = r"(?i:city|town|village|borough)"
PLACED = rf"(?:{PLACE}(?:[’']s)? {LOCAL} (?i:{KEEPER})|{LOCAL} (?i:{KEEPER}) (?:in|for|of) {PLACE})"
"""An office of a place that its name alone tells: "Tarrow city clerk", "town clerk in Tarrow"."""
OF_PLACE = re.compile(
    rf"(?P<before>{PLACE})(?:[’']s)? {LOCAL} (?i:{KEEPER})|"
    rf"{LOCAL} (?i:{KEEPER}) (?:in|for|of) (?P<behind>{PLACE})"
)
"""The same, with the place."""
ALONE = re.compile(
    rf"(?i:circuit|county|city|town|village|district|deputy)?\s?(?i:{KEEPER})"
    r"(?: of [A-Z]\w+(?: [A-Z]\w+)?)?(?: [Oo]ffice)?"
)
"""The name of an office that every county has."""
NAMED = re.compile(rf"(?:{ALONE.pattern})(?: [A-Z][\w-]+){{2,3}}")
"""An office with the name of the one who holds it."""
HELD = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w’'-]+ ){{0,3}}?(?:County |City |Town |Village )?"
    rf"(?:{'|'.join(name.capitalize() for name in KEEPERS)})(?: of (?:the )?[A-Z]\w+)?)"
    r" [A-Z][\w’'-]+(?: [A-Z]\.)? (?P<surname>[A-Z][\w-]+)"
)
"""The same, with the surname of whoever holds it."""
HEAD_NOUN = re.compile(
    r"^the | (?:department|office|agency|bureau|division|force)$|"
    r"^(?:department|office|bureau|division) (?:of|for) (?:the )?"
)
"""Words of a body's name that are left out or changed where it is called in short."""
NO_NAMES = frozenset(("county", "city", "state", "town", "village", "district", "public", ""))
"""Words that are no name in short without those around them."""


def core(name: str) -> str:
    """The words of a name that stay where it is called in short, none in the plural."""
    return re.sub(r"(?:[’']s|s[’']?)(?!\w)", "", HEAD_NOUN.sub("", HEAD_NOUN.sub("", name.lower())))


def is_short(name: str, longer: str) -> bool:
    """Whether a name is a longer one in short, with or without the place.

    >>> is_short("motor vehicle agency", "Department of Motor Vehicles")
    True
    >>> is_short("police", "Tarrow Police Department"), is_short("county", "Linden County")
    (True, False)
    """
    own = core(name)
    is_end = own not in NO_NAMES and f" {core(longer)}".endswith(f" {own}")
    return is_end and len(name) < len(longer)
