"""The section of law that papers cite for themselves, as cells of their act."""

import re
from collections.abc import Iterator

from contribute.draft.reading import Reading, Stretch
from contribute.draft.rows import Cell
from ice_subpoenas.derivations.find import Span

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


def spans(reading: Reading, stretch: Stretch) -> Iterator[tuple[Span, Span, str]]:
    """The sections on which papers rest: their words, the fewest of them, and their code."""
    text = reading.text
    for pattern in CITATIONS:
        for found in pattern.finditer(text, *stretch.span):
            before = text[stretch.start : found.start()]
            told = None if reading.is_quoted(found.span()) else OF_PAPER.search(before)
            if told and not NO_BASIS.search(before[told.start() :]):
                short = "short" if "short" in pattern.groupindex else 0
                yield found.span(), found.span(short), _code(found)


def cells(reading: Reading, stretch: Stretch) -> Iterator[Cell]:
    """The section on which papers rest, as printed and as cited."""
    for span, short, code in spans(reading, stretch):
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
