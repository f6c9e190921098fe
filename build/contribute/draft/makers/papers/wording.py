"""Turns of phrase for papers, for sending them, and for what they ask."""

from __future__ import annotations

import re

from extraction.facts.amounts import NUMBER
from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.date_phrases import NO_CALENDAR_DAYS
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

SORT = (
    r"(?:(?:administrative|immigration|federal|civil|customs|I-9|ICE|such|new|separate|similar|"
    r"second|third|fourth|fifth|another|additional|more|further|identical|related|matching|"
    r"(?:nearly|almost|virtually) (?:identical|similar)|grand[- ]jury|criminal|trial|court|"
    r"judicial|legislative|congressional|committee|council|deposition|civil-suit|DEA|drug)\s+){0,6}"
)
OTHER_POWERS = (
    ("grand_jury_subpoena", re.compile(r"\bgrand[- ]jury subpoenas?\b", re.I)),
    ("criminal_subpoena", re.compile(r"\b(?:criminal|trial) (?:\w+ )?subpoenas?\b", re.I)),
    ("drug_subpoena", re.compile(r"\b(?:DEA|drug) (?:\w+ )?subpoenas?\b", re.I)),
)
"""Words for subpoenas of another power than that of immigration law, by their instrument."""
OF_OTHERS = re.compile(
    r"\b(?:court|judicial|legislative|congressional|committee|council|deposition|civil-suit) "
    r"(?:\w+ )?subpoenas?\b",
    re.I,
)
"""Words for subpoenas of courts, of legislatures, or of those who sue, which no agency issues."""
IN_A_SUIT = re.compile(
    r"\bsubpoenas?\b[^.;]*\b(?:in|over|from) (?:an?|the|that) (?:\w+ )?(?:lawsuit|"
    r"civil (?:suit|case)|custody (?:case|dispute)|divorce)\b|"
    r"\b(?:in|over|from) (?:an?|the|that) (?:\w+ )?(?:lawsuit|civil (?:suit|case)|custody "
    r"(?:case|dispute)|divorce)\b[^.;]*\bsubpoenas?\b|\bsubpoenas? from (?:the|a) (?:\w+ )?"
    r"(?:legislature|lawmakers|committee|assembly|council)\b",
    re.I,
)
"""Sentences on such subpoenas."""
COMPARED = re.compile(
    r"(?:\b(?:unlike|not|no|than|rather than|instead of|(?:as )?opposed to|different from)|"
    r"n[’']t)(?: (?:an?|the|any|real|true))*\s*$",
    re.I,
)
"""Words before a paper that is only compared or denied, and that nobody sends there."""
BUSINESS = re.compile(rf"\b(?:{NO_CALENDAR_DAYS})(?= days\b)", re.I)
"""Words for days to answer that are no days of the calendar."""
DAYS = rf"(?:{WEEKDAY}|{MONTH})(?!\w)"
PAPER = re.compile(
    rf"\b(?:(?:(?P<n>{NUMBER})|(?P<one>an?))\s+)?(?P<paper>{SORT}(?P<noun>subpoena|summons|letter|"
    r"notice(?=s? of inspection)|request(?=s? for (?:records|information)))(?:e?s)?"
    r"(?: of inspection| for (?:records|information))?)\b|"
    r"\b(?P<verb>subpoenaed|(?:was|were) (?:also )?served"
    rf"(?= (?:on )?(?:{DAYS}|the (?:next|same)))|"
    r"(?:found|got|received|was (?:sent|handed)) (?:one|another)\b"
    r"(?! of (?:the|these|those)| (?:\w+ ){0,3}(?:subpoena|summons|letter|notice|request))|"
    r"(?:received|got|(?:was|were) (?:handed|served|given|sent)) (?:the|this|that) "
    r"(?:[\w-]+ )?(?:document|papers?|demand|order|packet)\b|"
    r"wrote(?= to (?:the|its|their)\b)|"
    r"an? (?:second|third|fourth|fifth|sixth)"
    r"(?= (?:went|was (?:sent|served|delivered)|landed|reached|arrived)))\b",
    re.I,
)
ONE_MORE = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|another|additional|separate|one more)\b[^.;,]{0,30}"
    r"\bsubpoena|\b(?:also|too)\b",
    re.I,
)
"""Words by which papers are counted after others."""
THE_PAPERS = re.compile(
    r"\b(?:the|these|those|its|[\w’'-]+[’']s) "
    r"(?:papers?|subpoenas?|notices?|letters?|summonse?s?)\b|"
    r"\b(?:hers|his|theirs)(?= (?:in|over|on)\b)",
    re.I,
)
SENDING = re.compile(
    r"\b(?:(?P<served>served|delivered|hand-delivered|handed|received|receiving|reached|got|"
    r"brought(?=[^.;]{0,60}\bsubpoena)|"
    r"left(?= [^.;]{0,40}\b(?:subpoena|summons|papers|letter|notice|request)\b)|"
    r"(?:walked|came|come|went|drove|showed up|arrived) (?:in|to|at|into)\b"
    r"(?=[^.;]{0,80}\bsubpoena)|"
    r"walked(?= (?:hers|his|theirs|it|them|one) (?:in|over)\b)|"
    r"came(?= (?:by|in) (?:the |certified |registered )?(?:mail|fax|courier|e-?mail|post)\b)|"
    r"wrote(?= to\b)|found(?= (?:one|another|an?)\b)|"
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
LAST_DAY = re.compile(r"\b(?:by|until|before|no later than)\s*$", re.I)
IN_COURT = re.compile(r"\b(?:judge|court|hearing|heard|argued|arguments?|ruled|ordered)\b", re.I)
"""Words beside a day on which a court acted."""
OTHER_DAY = re.compile(rf"{IN_COURT.pattern}|\b(?:after|before|who|whom|whose)\b", re.I)
"""Words between papers and a day that show that it is not the day of the papers."""
WANTED = (
    r"wanted(?= the | a | copies| names| all | every| [a-z ]{3,30}?"
    r"(?:forms|addresses|records|files|numbers|dates|photos|lists?)\b)"
)
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
    "people men women individuals persons aliens immigrants nationals inmates clients customers "
    "tenants renters employees workers patients students residents applicants cardholders voters "
    "drivers members patrons guests defendants arrestees detainees prisoners children".split()
)
"""Nouns for people on whom papers ask for something."""
SOMEBODY = re.compile(
    r"\b(?P<n>an? single|an?|one) (?:former |current )?"
    r"(?:man|woman|person|inmate|detainee|prisoner|client|customer|tenant|employee|worker|patient|patron|student|resident|applicant)\b"
)
"""One person without a number of years or a country."""


def noun(paper: re.Match[str]) -> str:
    """The noun of a paper that `PAPER` found, such as "subpoena" or "grand jury subpoena"."""
    words = paper["paper"] or ""
    if (paper["verb"] or "").lower() == "wrote":
        return "letter"
    if own := other_power(words, (0, len(words))):
        return " ".join(words[slice(*own[1])].lower().removesuffix("s").split())
    return str(paper["noun"] or "subpoena").lower()


def agencys(text: str, span: Span) -> list[re.Match[str]]:
    """The papers of a sentence that an agency may have sent: none of a court, and none that are
    only compared or denied."""
    if IN_A_SUIT.search(text, *span):
        return []
    told = _told(text, span)
    return [paper for paper in told if not OF_OTHERS.search(paper["paper"] or "")]


def is_of_others(words: str) -> bool:
    """Whether words tell of subpoenas of a court, a legislature, or those who sue, and of no other.

    >>> is_of_others("A court subpoena came to the clerk, not an administrative subpoena.")
    True
    >>> is_of_others("Unlike a court subpoena, an administrative subpoena is signed by no judge.")
    False
    """
    whole = 0, len(words)
    return bool(IN_A_SUIT.search(words) or (_told(words, whole) and not agencys(words, whole)))


def _told(text: str, span: Span) -> list[re.Match[str]]:
    papers = PAPER.finditer(text, *span)
    return [each for each in papers if not COMPARED.search(text[span[0] : each.start()])]


def other_power(text: str, span: Span) -> tuple[str, Span] | None:
    """The instrument of a subpoena of another power, and where the words stand that say so.

    >>> other_power("a second grand jury subpoena", (0, 28))
    ('grand_jury_subpoena', (9, 28))
    """
    found = ((code, pattern.search(text, *span)) for code, pattern in OTHER_POWERS)
    return next(((code, match.span()) for code, match in found if match), None)


def counted(paper: re.Match[str]) -> str | None:
    """The number of papers that `PAPER` found, in digits; null where words give no one number."""
    return number_word(paper["n"], Given()) if paper["n"] else None
