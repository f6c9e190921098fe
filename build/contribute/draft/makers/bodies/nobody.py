"""Words that look like the name of a public body and are none: who is told of without a name,
and bodies of which no words say whose they are."""

import re

from contribute.draft.makers.bodies import offices
from contribute.draft.reading import Reading
from extraction.lexicon import lists
from ice_subpoenas.derivations.find import Span

STATE = "|".join(name for name in lists.states() if re.fullmatch(r"[A-Za-z ]{4,}", name))
"""The names of states."""
SORT = re.compile(rf"(?:{STATE}) (?:{offices.KEEPER}|{offices.NOUN}|county|town|village|prison)s?")
"""One of the bodies of a sort that a state has: "Illinois sheriff", "Washington county"."""
GROUP = re.compile(
    r"\b(?:Association|League|(?<!Supervisory )Union|Federation|Guild|Alliance|Coalition|Caucus|"
    r"Collective|(?:Justice|Rights|Defense|Freedom|Immigrant) (?:Project|Network|Forum|Fund))$|"
    r"\b\w+(?:[eo]r|se|ist|ee)s Council$|"
    r"\b(?:Association|Council|League|Conference|Coalition|Alliance) (?:of|for) (?:[A-Z]\w+ ){0,4}"
    r"[A-Z]\w+s$"
)
"""The name of a group of workers or officials, which is no body of a government."""
CAMPUS = re.compile(
    r"\b(?:University|College|A&M|Polytechnic|Law School|Medical School|Hospital|Medical Center|"
    r"Health System)\b|^(?!The )[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?State$"
)
"""The name of a university or hospital, which may be anybody's."""
PUBLIC = re.compile(
    rf"\b(?:County|Parish|City|Municipal|Veterans|VA|Community College|State Hospital|District)\b|"
    rf"^University of (?:{STATE})\b|[a-z&] State(?: University| College)?$"
)
"""Words in such a name that say whose it is."""


def is_person(reading: Reading, span: Span) -> bool:
    """Whether two words may be somebody's name: nothing in the text takes them for a body or a
    place but that they do something."""
    words = reading.words(span)
    if not TWO.fullmatch(words) or BODY.search(words) or words.upper() in reading.text:
        return False
    kinds = ("agency", "jurisdiction")
    found = (c for c in reading.candidates if c.kind in kinds and c.rule != "acting-place")
    is_seen = any(words in reading.words((c.start, c.end)) for c in found)
    return not (is_seen or re.search(AS_PLACE.format(re.escape(words)), reading.text))


TWO = re.compile(r"[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]+")
"""Two words that may be a name of a person."""
NOUNS = "|".join(("county", "parish", offices.LOCAL, *offices.KEEPERS, *offices.BODIES))
BODY = re.compile(rf"\b(?:{offices.NOUN}|{NOUNS})s?$", re.I)
"""The last word of the name of a body or a place."""
AS_PLACE = (
    r"\b(?:in|near|of|from|outside|across) {0}\b|"
    r"\b{0}(?:, [A-Z]| (?i:city|town|village|county|council|residents)\b)"
)
"""A name as that of a place."""


def is_anybodys(name: str) -> bool:
    """Whether a university or hospital of that name may be public or private.

    >>> is_anybodys("Flint Hills University"), is_anybodys("Linden County Hospital")
    (True, False)
    """
    return bool(CAMPUS.search(name)) and not PUBLIC.search(name)
