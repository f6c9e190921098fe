"""Laws as reasons, where what one says is none of its own, and as that on which papers rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell
from extraction.lexicon import lists
from extraction.text.candidates import Candidate
from ice_subpoenas.derivations.find import Span
from ice_subpoenas.derivations.phrases import LONGEST

SAYS = re.compile(
    r"(?P<words>(?:\b(?:cit|point|invok|bas|rel|refer|nam|quot)\w*(?: (?:to|on))? |\bunder |"
    r"\bbecause of )?(?:\b(?:an?|the|its|their|that) )?"
    r"(?:[A-Z][\w’'-]* |(?:state|local|county|city|\d{4}|so-called) ){0,5}(?:[a-z]+ ){0,2}?"
    r"(?:[Ll]aw|[Aa]ct|[Ss]tatute|[Oo]rdinance|[Pp]olicy|[Rr]ule|Code))"
    r"\b(?: of (?:\d{4}|[A-Z]\w+))?(?:, [A-Z][^,;“”]{2,40})?,?\s+"
    r"(?:which|that|under which|by which|saying|barring|forbidding|prohibiting|limiting|"
    r"restricting|forbids?|bars?|prohibits?|prevents?|limits?)\b"
)
"""A law or rule whose wording follows."""
NOTHING = re.compile(r"\b(?:nothing|none|not|no \w+|n[’']t)(?: \w+){0,3} $")
"""Words before a law by which it forbids nothing here."""
AS_LAW = re.compile(r"\bas (?:[\w’'-]+ ){0,3}$")
"""Words before a law by which something else is done: "as state law requires"."""
FEDERAL_LAW = re.compile(
    r"\b(?:[Ff]ederal (?:[\w-]+ ){0,3}(?:law|rules?|regulations?)|"
    r"Family Educational Rights|FERPA|HIPAA|Driver[’']s Privacy Protection|"
    r"(?:[Ff]ederal|U\.S\.|the) Privacy Act|Health Insurance Portability)\b"
)
"""Laws of the nation, which are no state or local law."""
STATES = "|".join(name for name in lists.states() if len(name) > 2)
LAW = (
    rf"\b(?:(?i:state|local|county|city|town)|{STATES})(?:[’']s)? (?:state )?(?:[a-z-]+ ){{0,4}}?"
    r"(?i:law|statute|ordinance|act|code)s?\b(?! enforcement)"
)
"""A law of a state or a place."""
OWN_LAW = re.compile(
    r"(?:\b(?:cit\w+|invok\w+|under|because of|due to|point\w* to) )?"
    rf"(?:\b(?:an?|the|its|their|our) )?{LAW}(?! (?:allow|let|permit|authorize)s?\b)"
)
"""Such a law as somebody cites it."""
VAGUE = frozenset(("privacy", "other"))
"""What a cited law is taken for where only its subject is seen."""
FEDERAL = "federal_confidentiality"
FORBIDS, ALLOWS = "state_or_local_law_forbids", "law_allows"
FEWEST = 3  # words of a reason for which no code is known
FEDERAL_REASONS = frozenset(
    (
        *("authority_claimed", "public_safety", "locate_people", "duty_to_comply"),
        *("relevant_and_reasonable", "cooperation_refused", "no_legal_basis", "laws_agree"),
        *("criminal_investigation", "immigration_enforcement", "care_of_children"),
    )
)
"""What the agency says more often than anybody else, where nobody is named."""


def read(reading: Reading, c: Candidate, stretch: Stretch) -> Candidate:
    """A reason in a law's wording as the law itself; a law that forbids nothing allows."""
    text = reading.text
    is_none = NOTHING.search(text[stretch.start : c.start]) or text.startswith("no ", c.start)
    if c.value == FORBIDS and is_none:
        return replace(c, value=ALLOWS)
    for law in reading.find(stretch, FEDERAL_LAW) if c.value in (*VAGUE, FORBIDS) else ():
        if law.start() < c.end and c.start < law.end():
            start, end = (c.start, c.end) if c.value == FORBIDS else law.span()
            return replace(c, value=FEDERAL, start=start, end=end)
    for law in reading.find(stretch, OWN_LAW) if c.value in VAGUE else ():
        if law.start() < c.end and c.start < law.end():
            words = list(re.finditer(r"\S+", law[0]))[-LONGEST:]
            return replace(c, value=FORBIDS, start=law.start() + words[0].start(), end=law.end())
    for law in reading.find(stretch, SAYS):
        is_wording = not re.search(r"[.;“”]", text[law.end() : c.start])
        if law.end() <= c.start and is_wording and c.value not in FEDERAL_REASONS:
            words = list(re.finditer(r"\S+", law["words"]))[:LONGEST]
            start = law.start("words")
            return replace(c, value=FORBIDS, start=start, end=start + words[-1].end())
    return c


def named(reading: Reading, span: Span, code: str) -> Span:
    """The words of a law without "privacy", which alone would point to the code of that name:
    those before it."""
    words = reading.text[slice(*span)]
    found = OF_PRIVACY.search(words) if code in (FEDERAL, FORBIDS) else None
    if found is None or OF_LAW.search(words):
        return span
    if len(words[: found.start()].split()) >= FEWEST - 1:
        return span[0], span[0] + found.start()
    return span


OF_PRIVACY = re.compile(r"(?: and)? privacy\b", re.I)
OF_LAW = re.compile(r"\b(?:federal|state|local|laws?|forbid|confiden)", re.I)
"""Words by which the check sees that a law is meant, also beside "privacy"."""


def is_passing(reading: Reading, c: Candidate, stretch: Stretch) -> bool:
    """Whether words only say that something is done by law, or are too few to be a reason."""
    few = c.value == "other" and len(reading.words((c.start, c.end)).split()) < FEWEST
    return few or bool(AS_LAW.search(reading.text[stretch.start : c.start]))


# -- the authority of papers ---------------------------------------------------------------


_NUMBER = r"(?P<{}>\d+[A-Za-z]?(?:\(\w+\))*)"
_SECTION = r"(?:(?:[Ss]ub)?[Ss]ections?|[Ss]ec\.|§+)\s?"
CITATIONS = (
    re.compile(
        rf"\b(?P<title>\d+) U\.?\s?S\.?(?: C\.?|C\.?| Code)\s?(?:{_SECTION})?"
        + _NUMBER.format("section")
    ),
    re.compile(
        rf"(?P<short>{_SECTION}{_NUMBER.format('section')} (?:of|in) [Tt]itle (?P<title>\d+))"
        r"(?: of the (?:U\.S\.|United States) Code)?"
    ),
    re.compile(
        rf"(?P<short>{_SECTION}{_NUMBER.format('of_act')})"
        r" (?:of|in) the (?:federal )?(?:Immigration and Nationality Act|INA)\b"
    ),
)
"""A section of the U.S. Code, or of the act of which a part stands there."""
CODIFIED = {"235": "1225", "274A": "1324a", "287": "1357"}
"""Sections of the Immigration and Nationality Act by which papers are issued, as in the Code."""
OF_PAPER = re.compile(
    r"(?:^(?:It|They|Each|Both)\b|\b(?i:subpoenas?|summons(?:es)?|papers?|documents?|demands?|"
    r"requests?|letters?|forms?|ICE|agency|HSI|DHS)\b)(?:(?![.;]\s).)*?"
    r"\b(?P<verb>cit(?:es?|ed|ing)|invok(?:es?|ed|ing)|under|pursuant to|"
    r"(?:rel(?:y|ies|ied|ying)|rests?|based|drawn) (?:up)?on|quot(?:es?|ed|ing)|"
    r"authorized by|authority (?:of|in|under|is))"
    r" (?:(?:the )?(?:authority|powers?) (?:of|in|under) )?(?:the )?$"
)
"""Words before a section by which papers rest on it."""
NO_BASIS = re.compile(
    r"\b(?:cannot|not|never|no|without)\b|n[’']t\b|\b(?:violat|charg|convict|crime|"
    r"indict|accus|protect|forbid|barr?ed)\w*|\b(?:authority|powers?|right) to\b"
)
"""Words before a section on which papers do not rest, or by which somebody else cites it."""


def cited(reading: Reading, stretch: Stretch) -> Iterator[tuple[Span, Span, str]]:
    """The sections on which papers rest: their words, the fewest of them, and their code."""
    text = reading.text
    for pattern in CITATIONS:
        for found in pattern.finditer(text, *stretch.span):
            before = text[stretch.start : found.start()]
            told = None if reading.is_quoted(found.span()) else OF_PAPER.search(before)
            if told and not NO_BASIS.search(before[told.start() :]):
                short = "short" if "short" in pattern.groupindex else 0
                yield found.span(), found.span(short), _code(found)


def authority(reading: Reading, stretch: Stretch) -> Iterator[Cell]:
    """The section on which papers rest, as printed and as cited."""
    for span, short, code in cited(reading, stretch):
        yield Cell("authority_as_printed", span)
        yield Cell("authority_citation", short, code, "authority_citation")
        return


def _code(found: re.Match[str]) -> str:
    """The section as it is cited: "8 U.S.C. § 1225(d)"."""
    groups = found.groupdict()
    if groups.get("title"):
        return f"{groups['title']} U.S.C. § {groups['section']}"
    number, *more = re.split(r"(?=\()", groups["of_act"], maxsplit=1)
    if number in CODIFIED:
        return "".join((f"8 U.S.C. § {CODIFIED[number]}", *more))
    return f"INA § {groups['of_act']}"
