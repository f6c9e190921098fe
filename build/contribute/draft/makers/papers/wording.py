"""Turns of phrase for papers, for sending them, and for what they ask."""

from __future__ import annotations

import re

from extraction.facts.amounts import NUMBER
from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.derive import Given, number_word

SORT = (
    r"(?:(?:administrative|immigration|federal|civil|customs|I-9|ICE|such|new|separate|similar|"
    r"second|third|fourth|fifth|another|additional)\s+){0,6}"
)
PAPER = re.compile(
    rf"\b(?:(?:(?P<n>{NUMBER})|(?P<one>an?))\s+)?(?P<paper>{SORT}(?P<noun>subpoena|summons|letter|"
    r"notice(?=s? of inspection)|request(?=s? for (?:records|information)))(?:e?s)?"
    r"(?: of inspection| for (?:records|information))?)\b|\b(?P<verb>(?P<subpoenaed>subpoena)ed)\b",
    re.I,
)
ONE_MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|another|additional|separate|one more)\b[^.;,]{0,30}"
    r"\bsubpoena|\b(?:also|too)\b",
    re.I,
)
"""Words by which papers are counted after others."""
THE_PAPERS = re.compile(
    r"\b(?:the|these|those|its) (?:papers|subpoenas?|notices?|letters?|summonse?s?)\b", re.I
)
SENDING = re.compile(
    r"\b(?:(?P<served>served|delivered|hand-delivered|handed|received|reached|got|"
    r"hit|faxed|landed|arrived|turned up|showed up|dropped off|presented)|issued|dated|sent|"
    r"subpoenaed|mailed|e-?mailed|doled out|went(?= to\b))\b",
    re.I,
)
OPEN = re.compile(
    r"\b(?:may|might|could|would|if|plans? to|threaten\w*|will)\s+(?:be\s+)?"
    r"(?:subpoena|serve|issue|send)|\bhow many\b|"
    r"\bwhether (?:[\w’'-]+ ){1,5}(?:sent|served|issued|received|got)\b",
    re.I,
)
"""A possibility, a plan or a threat of sending, or a question whether or how many were sent."""
TO_AGENCY = re.compile(r"\bto (?:the )?(?:ICE|agency|federal|U\.S\.|Immigration|Department of)\b")
DAYS = rf"(?:{WEEKDAY}|{MONTH})(?!\w)"
LAST_DAY = re.compile(r"\b(?:by|until|before|no later than)\s*$", re.I)
IN_COURT = re.compile(r"\b(?:judge|court|hearing|heard|argued|arguments?|ruled|ordered)\b", re.I)
"""Words beside a day on which a court acted."""
OTHER_DAY = re.compile(rf"{IN_COURT.pattern}|\b(?:after|before|who|whom|whose)\b", re.I)
"""Words between papers and a day that show that it is not the day of the papers."""
WANTED = r"wanted(?= the | a | copies| names| all | every)"
"""Asked for; who is wanted is another matter."""
SEEKS = re.compile(
    r"\b(?:seek|sought|ask|request|information|details|demand|look\w* for|wants?\b|"
    rf"{WANTED})",
    re.I,
)
OF_THE_MATTER = re.compile(
    rf"{SEEKS.pattern}|\b(?:about|concerning|regarding|held|jailed|detained|arrested|booked|"
    r"released|charged|convicted)\b",
    re.I,
)
"""Words between papers and a year that show that it is the year of what they are about."""
ASKING = re.compile(rf"\b(?:seeks?|sought|asks?|asked|asking|requests?|demands?|wants?|{WANTED})\b")
VAGUE = re.compile(r"\b(?:weeks?|months?|recent\w*|days)\b", re.I)
"""Words for a time that is no single day, which a person must judge."""
PEOPLE = frozenset(
    "people men women individuals persons aliens immigrants nationals inmates".split()
)
SOMEBODY = re.compile(
    r"\b(?P<n>an?|one) (?:former |current )?(?:man|woman|person|inmate|detainee|prisoner)\b"
)
"""One person without a number of years or a country."""


def noun(paper: re.Match[str]) -> str:
    """The noun of a paper that `PAPER` found, such as "subpoena"."""
    return str(paper["noun"] or paper["subpoenaed"]).lower()


def counted(paper: re.Match[str]) -> str | None:
    """The number of papers that `PAPER` found, in digits; null where words give no one number."""
    return number_word(paper["n"], Given()) if paper["n"] else None
