"""Turns of phrase for papers, for sending them, and for what they ask."""

import re

from contribute.draft.turns import turns
from extraction.facts.amounts import NUMBER
from extraction.facts.asked.features import stem
from extraction.facts.counting import kinds
from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.date_phrases import NO_CALENDAR_DAYS
from ice_subpoenas.derivations.derive import Given, number_word
from ice_subpoenas.derivations.find import Span

OTHER_POWERS = (
    (
        "grand_jury_subpoena",
        re.compile(
            r"\bgrand[- ]jury (?:[\w.]+ ){0,3}?subpoena(?:s|ed)?\b|"
            r"\b(?:subpoenas? )?(?:from|by|of) (?:a|the) (?:\w+ )?grand jury\b",
            re.I,
        ),
    ),
    ("criminal_subpoena", re.compile(r"\b(?:criminal|trial) (?:\w+ )?subpoenas?\b", re.I)),
    ("drug_subpoena", re.compile(r"\b(?:DEA|drug) (?:\w+ )?subpoenas?\b", re.I)),
)
"""Words for subpoenas of another power than that of immigration law, by their instrument."""
BUSINESS = re.compile(rf"\b(?:{NO_CALENDAR_DAYS})(?= days\b)", re.I)
"""Words for days to answer that are no days of the calendar."""
DAYS = rf"(?:{WEEKDAY}|{MONTH})(?!\w)"
EARLIER = re.compile(r"\b[Aa]n? (?:first|earlier|previous|initial|prior) $")
"""Words before one paper that came before those of which a text told."""
AFTER_MONTH = re.compile(rf"(?:{MONTH})\.?\s+$")
"""A month that ends right there: a number behind it is a day."""
OF_MORE = re.compile(r"\bof (?:the )?$")
"""Words before the number of all papers, of which a text tells some: "one of seven"."""
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
    r"\b(?:seek|sought|ask|request|information|details|demand|command|wants?\b|"
    rf"{WANTED})",
    re.I,
)
WORDS = turns(__file__, "words", {"NUMBER": NUMBER, "DAYS": DAYS, "SEEKS": SEEKS.pattern})
"""Turns of phrase; the table tells what each means."""
PAPER = WORDS["paper"]
ONE_MORE = WORDS["one_more"]
THE_PAPERS = WORDS["the_papers"]
SENDING = WORDS["sending"]
OPEN = WORDS["open"]
NONE_SENT = WORDS["none_sent"]
SOMEBODY = WORDS["somebody"]
ASIDE = WORDS["aside"]
OF_STRANGERS = WORDS["of_strangers"]
ELSEWHERE = WORDS["elsewhere"]
ASKING = re.compile(rf"\b(?:seeks?|sought|asks?|asked|asking|requests?|demands?|wants?|{WANTED})\b")
VAGUE = re.compile(
    r"(?<!\bof last )(?<!\bof this )\bweeks?\b(?! (?:of|in) (?-i:[A-Z]))|"
    r"\b(?:months?|recent\w*|days)\b",
    re.I,
)
"""Words for a time that is no single day, which a person must judge."""
IN_YEAR = re.compile(r"(?:Back )?[Ii]n (?:[A-Z][a-z]+ (?:of )?)?(?P<year>(?:19|20)\d\d)\b")
"""How a sentence begins that tells of one year."""
PEOPLE = frozenset(
    "people men women individuals persons aliens immigrants nationals inmates clients customers "
    "tenants renters employees workers patients students residents applicants cardholders voters "
    "parents drivers members patrons guests defendants arrestees detainees prisoners "
    "children".split()
)
"""Nouns for people on whom papers ask for something."""
DOERS = re.compile(r"\w{2,}(?:ers|ors|ists|ians|ants|ees|[wm]en|folk)")
"""How nouns end for those who do something: barbers, translators, machinists."""
THINGS = frozenset(
    "numbers offers centers computers quarters folders chapters registers trailers containers "
    "matters borders meters servers stickers newsletters ledgers doors floors errors factors "
    "drawers binders printers scanners layers powers processors packers growers carriers vendors "
    "suppliers distributors retailers manufacturers providers lenders brokers dealers".split()
)
"""Nouns that end alike and count no people, or most often companies."""


def is_people(noun: str) -> bool:
    """Whether a noun counts people: a known one, or one for those who do something.

    >>> [is_people(noun) for noun in ("inmates", "barbers", "homeowners", "letters", "numbers")]
    [True, True, True, False, False]
    """
    if (kind := kinds().get(stem(noun))) or noun in PEOPLE:
        return noun in PEOPLE or kind == "people"
    return noun not in THINGS and bool(DOERS.fullmatch(noun))


def is_counted(noun: str) -> bool:
    """Whether a noun is one of those that are counted on pages of this subject.

    >>> [is_counted(noun) for noun in ("homes", "Salamanca")]
    [True, False]
    """
    return stem(noun) in kinds()


def noun(paper: re.Match[str]) -> str:
    """The noun of a paper that `PAPER` found, such as "subpoena" or "grand jury subpoena"."""
    words = paper["paper"] or paper["verb"]
    if own := other_power(words, (0, len(words))):
        return own[0].replace("_", " ")
    return str(paper["noun"] or "subpoena").lower()


def agencys(text: str, span: Span) -> list[re.Match[str]]:
    """The papers of a sentence that an agency may have sent: none of a court, and none that are
    only compared or denied, or are told of as somebody else's."""
    if WORDS["in_a_suit"].search(text, *span):
        return []
    told = _told(text, span)
    strangers = [m.span() for m in OF_STRANGERS.finditer(text, *span)]
    return [
        paper
        for paper in told
        if not any(a < paper.end() and paper.start() < b for a, b in strangers)
        and not WORDS["of_others"].search(paper["paper"] or "")
    ]


def is_of_others(words: str) -> bool:
    """Whether words tell of subpoenas of a court, a legislature, or those who sue, or of somebody's
    whose papers are no act, and of no other.

    >>> is_of_others("A court subpoena came to the clerk, not an administrative subpoena.")
    True
    >>> is_of_others("Unlike a court subpoena, an administrative subpoena is signed by no judge.")
    False
    """
    whole = 0, len(words)
    if WORDS["in_a_suit"].search(words):
        return True
    is_told = _told(words, whole) or OF_STRANGERS.search(words)
    return bool(is_told) and not agencys(words, whole)


def _told(text: str, span: Span) -> list[re.Match[str]]:
    found = PAPER.finditer(text, *span)
    papers = [p for p in found if not WORDS["compared"].search(text[span[0] : p.start()])]
    return [p for p in papers if p["paper"]] or papers  # "a subpoena was served on Monday" is one


def other_power(text: str, span: Span) -> tuple[str, Span] | None:
    """The instrument of a subpoena of another power, and where the words stand that say so.

    >>> other_power("a second grand jury subpoena", (0, 28))
    ('grand_jury_subpoena', (9, 28))
    """
    found = ((code, pattern.search(text, *span)) for code, pattern in OTHER_POWERS)
    return next(((code, match.span()) for code, match in found if match), None)


def counted(paper: re.Match[str]) -> str | None:
    """The number of papers that `PAPER` found, in digits; null where words give no one number.

    >>> counted(PAPER.search("its two subpoenas")), counted(PAPER.search("its May 19 subpoena"))
    ('2', None)
    """
    if share := _share(paper):
        return number_word(paper[share].removesuffix(" more"), Given())
    before = (AFTER_MONTH, OF_MORE) if paper["n"] else ()
    is_none = any(p.search(paper.string, 0, paper.start("n")) for p in before)
    return number_word(paper["n"], Given()) if paper["n"] and not is_none else None


def count(paper: re.Match[str]) -> Span | None:
    """The words for the number of papers that `PAPER` found; null where they give none.

    >>> count(PAPER.search("two subpoenas")), count(PAPER.search("with two more on May 4"))
    ((0, 13), (5, 13))
    """
    if counted(paper) is None:
        return None
    share = _share(paper)
    return paper.span(share) if share else (paper.start("n"), paper.end())


def _share(paper: re.Match[str]) -> str | None:
    """The name of the group of words for a number of papers without a noun; null for none."""
    return next((name for name in ("more", "share", "rest") if paper[name]), None)
