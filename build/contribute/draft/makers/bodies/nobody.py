"""Words that look like the name of a public body and are none: who is told of without a name,
groups of officials, and bodies of which no words say whose they are."""

import re

from contribute.draft.makers.bodies import offices
from contribute.draft.reading import Reading
from extraction.lexicon import lists
from ice_subpoenas.derivations.find import Span

STATE = "|".join(name for name in lists.states() if re.fullmatch(r"[A-Za-z ]{4,}", name))
"""The names of states."""
SOME = re.compile(
    r"(?:^|[\s“\"(—–])(?:an?|another|some|any|no|every|each|one|two|three|several|many|most|other)\s+"
    r"(?:[a-z-]+\s+)?$",
    re.I,
)
"""Words by which somebody is told of whom nobody names: "an Illinois sheriff"."""
SORT = re.compile(rf"(?:{STATE}) (?:{offices.KEEPER}|{offices.NOUN}|county|town|village|prison)s?")
"""One of the bodies of a sort that a state has: "Illinois sheriff", "Washington county"."""
OFFICIALS = (
    r"(?:Sheriffs|Police|Chiefs|Clerks|Mayors|Governors|Counties|Cities|Towns|Townships|Villages|"
    r"Municipalities|Utilities|Prosecutors|Attorneys|Lawyers|Judges|Officers|Deputies|Supervisors|"
    r"Commissioners|Registrars|Recorders|Assessors|Treasurers|Administrators|Managers|Directors|"
    r"Superintendents|Principals|Teachers|Nurses|Employees|Workers|Wardens|Jailers|Librarians|"
    r"Universities|Colleges|Hospitals|Districts|Boards|Legislatures|Officials)"
)
GROUP = re.compile(
    rf"\b(?:Association|Council|League|Union|Conference|Federation|Society|Alliance|Coalition|"
    rf"Brotherhood|Caucus|Network) (?:of|for) (?:the )?(?:[A-Z][\w’'-]* |and ){{0,4}}{OFFICIALS}\b|"
    rf"\b{OFFICIALS}[’']? (?:[A-Z][\w’'-]* ){{0,2}}(?:Council|Conference|Network|Caucus)$|"
    r"\b(?:Association|League|(?<!Supervisory )Union|Federation|Guild|Brotherhood|Alliance|"
    r"Coalition|Caucus)$"
)
"""The name of a group of officials or workers, which is no body of a government."""
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


def is_somebody(before: str, name: str) -> bool:
    """Whether words tell of one of a sort and name none; `before` is what stands before them.

    >>> is_somebody("and then an ", "Illinois sheriff"), is_somebody("to the ", "Linden sheriff")
    (True, False)
    """
    is_sort = name[-1:].islower() and not re.match(r"[A-Z].*[A-Z]", name)
    return bool(SORT.fullmatch(name) or (is_sort and SOME.search(before)))


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


def is_group(name: str) -> bool:
    """Whether a name is that of a group of officials or workers.

    >>> is_group("Oregon Council of County Clerks"), is_group("Linden County Council")
    (True, False)
    """
    return bool(GROUP.search(name))


def is_anybodys(name: str) -> bool:
    """Whether a university or hospital of that name may be public or private.

    >>> is_anybodys("Flint Hills University"), is_anybodys("Linden County Hospital")
    (True, False)
    """
    return bool(CAMPUS.search(name)) and not PUBLIC.search(name)
