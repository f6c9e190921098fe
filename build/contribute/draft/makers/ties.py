"""Whether a day of a sentence is that of one of its verbs: in one clause, with no other between.

A relative clause, an infinitive, and a verb that has a day beside it keep it for themselves.
"""

import re

from ice_subpoenas.derivations.find import Span

PAST = (
    r"(?:\w{2,}ed|wrote|said|told|gave|met|held|ruled|heard|began|left|sued|came|went|took|made|"
    r"found|fell|won|lost|died|spoke|sent|got|put|sought|let|saw|knew|quit|fled|pleaded|pled)"
)
"""Forms of verbs that tell of the past."""
TO = (
    r"to (?:enforce|force|compel|make|get|obtain|see|seek|ask|find|answer|comply|respond|turn|hand|"
    r"produce|give|provide|release|hear|decide|rule|appeal|quash|block|stop|explain|sue|file|meet|"
    r"discuss|consider|vote|tell|say|hold|keep|learn|identify|locate|arrest|deport|remove|detain|"
    r"appear|testify|show|have|be|do|review|check|pay|send|serve|withdraw|drop|collect|deliver)\b"
)
"""An infinitive, and not a place or body to which something goes."""
OTHER_CLAUSE = re.compile(
    r";|\b(?:which|who|whom|whose|where|when|whether|because|although|though|while|until)\b|"
    r"\bthat\b(?! (?:office|county|city|agency|department|board|district|court|jail|town|same|"
    r"one) (?:an?|the|its|two|three|\d|on|in|late|early)\b)|"
    rf"\b{TO}|\b(?:asking|seeking|demanding|requesting|requiring|commanding|saying|telling|"
    r"ordering)\b"
)
"""Words between a verb and a day by which they stand in different clauses."""
PERFECT = r"(?:has|have|had|was|were|is|are|will|would|plans|expects)\b"
"""A tense that gives another time than the day of a verb before."""
REQUEST = re.compile(rf"\b(?:petition|motion|request|bid|effort|attempt)s? {TO}(?: (?:it|them)\b)?")
"""What is asked of a court, whose infinitive is of the noun."""
JOINED = re.compile(rf"\b(?:and|but|then|yet) (?:[\w’']+ ){{0,3}}?(?:{PERFECT}|{PAST}\b)", re.I)
"""Words by which another verb follows, in front of a day that is then its own."""
AND_HAS = re.compile(rf"\b(?:and|but|then|yet),? (?:[\w’']+ ){{0,2}}?{PERFECT}", re.I)
GOT = re.compile(
    r"\b(?:got|gets|received|served|subpoenaed|handed (?:an?|the|its)|came|arrived)\b[^.;,]*$", re.I
)
"""Words that papers came, before their day."""
AND_THEN = re.compile(r"\b(?:and|but|then|yet)\b")
RANGE = re.compile(
    r"\b(?:between|from)(?: about| early| late| mid)? "
    r"(?:[^.;“”]{3,40}? (?:and|to|through|until|till) (?:about |early |late |mid-?)?)?$",
    re.I,
)
RANGE_GOES_ON = re.compile(r",? (?:and|to|through|until|till)\b", re.I)
"""What follows the first day of a range."""
ITS_VERB = re.compile(
    rf"\b(?P<verb>{PAST})(?: (?:on|in|late|early|late on|early on|late in|early in))? (?:the )?$"
)
"""A verb right before a day, whose day it is."""
OF_NOUN = re.compile(r"(?:\b(?:her|his|their|its|an?|the|our)|[’']s) $", re.I)
NOUN = re.compile(
    r" (?!(?:with|and|at|in|on|to|for|by|from|but|when|after|as|that|or)\b)(?P<noun>[a-z][\w-]+)"
)
ASIDE = re.compile(
    r"\b(?:which|who|whom|whose|where|when|that|after|before|while)(?: [^\s,;]+){2,}\s+"
    r"(?:(?:on|in|at|late|early|last)\s+)*$"
)
"""Words before a day by which it stands in a clause that opened, with a verb of its own."""
PAPER = re.compile(
    r"(?:administrative|immigration|subpoenas?|summons(?:es)?|letters?|notices?|demands?|requests?|"
    r"papers?|forms?)\b"
)
THINGS = re.compile(
    rf"{PAPER.pattern}|(?:falls?|arrests?|crash(?:es)?|deaths?|births?|convictions?|deadlines?|raids?|"
    r"releases?|bookings?|stor(?:y|ies)|articles?|editions?|elections?|budgets?|storms?|fires?)\b"
)
"""Nouns whose day is not that of an answer to papers, nor of a step in court."""


def is_in_clause(text: str, verb: Span, day: Span, start: int = 0) -> bool:
    """Whether no other clause begins between a verb and a day, or ends there.

    >>> text = "a petition filed June 12 to enforce a paper that ICE served last fall"
    >>> served = (text.index("served"), text.index(" last"))
    >>> [is_in_clause(text, served, (at, at + 4)) for at in (text.index("June"), len(text) - 9)]
    [False, True]
    """
    return not (begins_other(between(text, verb, day)) or is_aside(text, start, verb, day))


def is_aside(text: str, start: int, verb: Span, day: Span) -> bool:
    """Whether a day stands in a clause that ends before a verb: "who came May 1, refused"."""
    return day[1] <= verb[0] and bool(ASIDE.search(text[start : day[0]]))


def between(text: str, verb: Span, day: Span) -> str:
    """The words between a verb and a day, whichever stands first."""
    return text[min(verb[1], day[1]) : max(verb[0], day[0])]


def begins_other(words: str) -> bool:
    """Whether another clause begins in words between a verb and a day."""
    return bool(OTHER_CLAUSE.search(REQUEST.sub("", words.removesuffix("that "))))


def is_of_next(text: str, start: int, verb: Span, day: Span) -> bool:
    """Whether a day is that of a verb joined to this one: "got it Monday and has complied"."""
    words = between(text, verb, day)
    if day[0] >= verb[1]:
        return bool(JOINED.search(words))
    is_of_papers = AND_THEN.search(words) and GOT.search(text[start : day[0]])
    return bool(AND_HAS.search(words) or is_of_papers)


def is_no_day(text: str, start: int, day: Span) -> bool:
    """Whether a day begins or ends a range."""
    before = text[start : day[0]]
    ends = RANGE.search(before)
    is_range = ends and (ends[0].count(" ") > 2 or RANGE_GOES_ON.match(text, day[1]))
    return bool(is_range)


def own_verb(text: str, start: int, day: Span) -> Span | None:
    """The verb right before a day, of which it is the day."""
    found = ITS_VERB.search(text[start : day[0]])
    return (start + found.start("verb"), start + found.end("verb")) if found else None


def is_of_noun(text: str, start: int, day: Span, nouns: re.Pattern[str], *, are: bool) -> bool:
    """Whether a day is that of a noun beside it, as in "her January fall": one of some nouns, or
    one of all others."""
    noun = NOUN.match(text, day[1])
    if noun is None or not OF_NOUN.search(text[start : day[0]]):
        return False
    return bool(nouns.match(noun["noun"])) == are
