"""Numbers in figures or words, and how many of what: "four immigration subpoenas"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.dates.periods import NUMBERS
from extraction.facts.found import Found
from extraction.text.candidates import Span

WORD_NUMBER = (
    "(?:"
    + "|".join(
        sorted((w for w in NUMBERS if w not in ("a", "an", "zero")), key=lambda w: (-len(w), w))
    )
    + ")"
)
NUMBER = (
    rf"(?:(?:(?:an?|{WORD_NUMBER}|half a|a half)[ -])?dozens?"
    r"|\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d+)?(?: (?:million|billion|thousand|hundred))?"
    rf"|{WORD_NUMBER}(?:-{WORD_NUMBER})?(?: (?:million|billion|thousand|hundred))?|"
    r"a (?:pair|couple) of|hundreds|thousands)"
)
MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def number(words: str) -> str | None:
    """The number that words say, as digits; None for "dozens".

    >>> number("7,500"), number("twenty-one"), number("two million"), number("dozens")
    ('7500', '21', '2000000', None)
    """
    words = " ".join(words.lower().split())
    factor = 1
    for name, times in MULTIPLES.items():
        if words.endswith(" " + name):
            words, factor = words[: -len(name) - 1], times
    if re.fullmatch(r"[\d,]+", words):
        return str(int(words.replace(",", "")) * factor)
    if re.fullmatch(r"\d+\.\d+", words):
        whole, part = words.split(".")
        scaled = int(whole + part) * factor
        return str(scaled // 10 ** len(part)) if scaled % 10 ** len(part) == 0 else words
    values = [NUMBERS.get(word) for word in words.split("-")]
    if words.startswith(("a pair", "a couple")):
        return "2"
    if words.endswith(("dozen", "half-dozen")) and words.count(" ") < 3:
        lead = re.split(r"[ -]dozen$", words)[0]
        each = {"dozen": 12, "a": 12, "half a": 6, "a half": 6}.get(lead, 12 * NUMBERS.get(lead, 0))
        return str(each) if each else None
    return str(sum(v for v in values if v) * factor) if all(v is not None for v in values) else None


UNITS = (
    r"subpoenas?|detainers?|requests?|warrants?|orders?|petitions?|lawsuits?|cases?|arrests?|"
    r"aliens?|immigrants?|migrants?|nationals?|citizens?|foreigners?|non-?citizens?|"
    r"men|man|women|woman|"
    r"people|persons?|individuals?|suspects?|inmates?|detainees?|prisoners?|offenders?|criminals?|"
    r"felons?|fugitives?|children|minors|victims?|families|residents?|cit(?:y|ies)|count(?:y|ies)|"
    r"states?|localit(?:y|ies)|jurisdictions?|agenc(?:y|ies)|jails?|departments?|officers?|agents?|"
    r"deput(?:y|ies)|officials?|crimes?|felon(?:y|ies)|charges?|convictions?|counts?|offen[cs]es?|"
    r"murders?|homicides?|assaults?|deportations?|removals?|removal orders?|releases?|times|"
    r"Mexicans|Hondurans|Salvadorans|Guatemalans|workers?|employees|businesses|employers|landlords|"
    r"sponsors|adults|applicants|students|pupils|voters|patients|drivers|tenants|customers|users|"
    r"members|mayors|sheriffs|lawmakers|senators|judges|lawyers|letters|documents|records|files|"
    r"hospitals|schools|universities|companies|offices|personnel|facilities|agreements|names|"
    r"households|accounts|addresses|homes|laborers|couples|vendors|farms|farmers|growers|plants|"
    r"properties|applications|"
    r"bookings|photographs|photos|clients|participants|permits|licen[cs]es|licensees|holders|"
    r"beneficiaries|recipients|enrollees|parents|girls|boys|teenagers|contractors|profiles|"
    r"registrations|affidavits|parishes|boroughs|towns|townships|villages|districts|authorities|"
    r"clerks|holds|transfers|notices|demands|summonses|guests|passengers|owners|entries|forms|"
    r"cards|fingerprints|plates|institutions|colleges|clinics|branches|municipalities|governments|"
    r"groups|organizations|processors|restaurants|stores|shops|factories|dairies|foreigners|"
    r"parolees|probationers|defendants|witnesses|shelters|kids|teens|youths|babies|mothers|fathers|"
    r"councilors|councilmembers|council members|commissioners|supervisors|trustees|selectmen|"
    r"aldermen|legislators|prosecutors|attorneys|teachers|nurses|doctors|attendees|plaintiffs|"
    r"apartments|buildings|units|houses|sites|messages|e-?mails|reports|packers|crews|hotels|motels|"
    r"churches|banks|libraries|courts|prisons|vehicles|cars|trucks|claims|complaints|citations|raids|"
    r"payers|donors|subscribers|borrowers|renters|ranches|contracts|"
    r"leases|transcripts|ballots|responses|refusals|noncitizens|newcomers|refugees|asylum seekers"
)
GENERIC_ONE = frozenset(
    """
man woman case city county state person agency time crime charge official individual resident
officer jurisdiction department inmate victim
""".split()
)
COUNT = re.compile(
    rf"(?<![\w$£€.,-])(?=[\dadefhnost])(?P<number>{NUMBER})(?P<of> of (?:(?:all|the|those|these|"
    rf"its|"
    rf"their|his)\b|(?={NUMBER} )))?"
    rf"(?: ?(?P<total>{NUMBER}))?(?P<between>(?: (?!(?:of|in|on|to|for|and|the|a|or|"
    rf"at|by|from|who|that)\b)"
    rf"[\w’'-]+,?){{0,3}}?) (?P<unit>{UNITS})\b(?!-)",
    re.I,
)
NOT_COUNTED = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|acres?|percent|%|year-old|p\.m|a\.m|dollars|where|when|which|"
    r"show|shows|showed|said|says|could|will|would|is|are|was|were|has|have|had|because|if)\b",
    re.I,
)
ADJECTIVAL = frozenset("county city state agency department jail".split())
"""Units that may stand before the noun that is counted: five county jails."""
PLURAL_AFTER = re.compile(rf" (?P<noun>(?:[\w’'-]+ )?(?:{UNITS}))\b(?<=s)")
RANGE_BEFORE = re.compile(r"(?<![a-z]\. )(?<![a-z] )\b\d[\d,]* (?:to|or) $|\d[–-]$")
BEFORE_NUMBER = re.compile(
    r"(?:\b(?:no|article|section|title|chapter|page|district|u\.s\.c|number)\.? |[§#])$", re.I
)


COUNT_STEMS = (
    *"0123456789",
    *(f"{word} " for word in NUMBERS if len(word) > 2),
    "dozen",
    "hundred",
    "thousand",
)
"""Stems of which a sentence must hold one to count anything."""
ALONE_STEMS = (
    *"0123456789",
    *("two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("twelve", "eleven", "teen", "twenty", "thirty", "forty", "fifty", "sixty", "dozen"),
)
"""Stems of which a sentence must hold one to count what was named before."""
NOT_OF_THE_STORY = re.compile(
    r" (?:who|that) (?:spoke|attended|came)|[^.;,]{0,12} in (?:the (?:gallery|audience|room|crowd)|"
    r"attendance)|,? (?:signed up|gathered|spoke|attended|rallied|marched|turned out)\b"
)
"""What tells, behind people, that they only came or spoke: seventy people in the gallery."""
SIZE_BEFORE = re.compile(
    r"\b(?:represent(?:s|ing)|employs?|employing|which has|that has|has a staff of|serv(?:es|ing)|"
    r"citing|with (?:about|some|nearly|more than))(?: (?:about|some|nearly|more than))? $"
)
"""What tells, before people, how large a body is: a union that represents 118 deputies."""


def counts(sentence: str) -> Iterator[Found]:
    """How many of what: "four immigration subpoenas", "three of the four men"."""
    for match in COUNT.finditer(sentence):
        words = match["number"].lower()
        if RANGE_BEFORE.search(sentence[max(0, match.start() - 12) : match.start()]):
            continue
        if NOT_COUNTED.search(match["between"]) or _is_year(
            match["number"], sentence, match.start()
        ):
            continue
        before = sentence[max(0, match.start() - 40) : match.start()]
        if SIZE_BEFORE.search(before) or NOT_OF_THE_STORY.match(sentence, match.end()):
            continue
        if words == "one" and match["total"]:
            words = match["total"].lower()  # one of the 57 families
        if words == "one" and not _counts_one(sentence, match):
            continue
        unit = _unit(sentence, match)
        parts = {"number": match.span("number"), "unit": unit}
        attributes = {"unit": sentence[slice(*unit)].lower()}
        if match["total"]:
            parts["total"] = match.span("total")
            attributes["total"] = number(match["total"]) or ""
        rule = "count-of" if match["of"] else "count-unit"
        span = (match.start(), unit[1])
        yield Found("count", span, rule, number(words), parts, attributes)
        if match["total"] and words != match["total"].lower():
            told = {"number": match.span("total"), "unit": unit}
            span = (match.start("total"), unit[1])
            of = {"unit": attributes["unit"]}
            yield Found("count", span, "count-total", number(match["total"].lower()), told, of)


def _unit(sentence: str, match: re.Match[str]) -> Span:
    """What is counted: jails, where the words are "five county jails"."""
    if match["unit"].lower() in ADJECTIVAL and number(match["number"].lower()) != "1":
        noun = PLURAL_AFTER.match(sentence, match.end("unit"))
        if noun:
            return noun.span("noun")
    return match.span("unit")


DONE_BY_THEM = (
    r"(?:ha(?:ve|d)|were|are|did|would|will|could|complied|refused|declined|produced|replied|"
    r"responded|answered|asked|reported|said|received|got|sought|seek|remain(?:ed)?|went|honored|"
    r"ignored|came|named|involved?|concern(?:ed)?|turned|gave|sent|handed)"
)
DONE_TO_THEM = (
    r"(?:lodged|honored|received|got|gotten|issued|sent|saw|served|declined|ignored|rejected|"
    r"arrested|released|deported|named|listed|counted|answered|filed|against|had|held on|gave|"
    r"the agents|total was|total of|there (?:are|were))"
)
ALONE = re.compile(
    rf"(?<![\w$£€.,:/-])(?=[\dadefhnost])(?P<number>{NUMBER})(?![\w:/%-]|[.,]\d)", re.I
)
BEHIND_ALONE = re.compile(
    rf" (?:others?|more(?=[,.])|(?:have |has )?{DONE_BY_THEM})\b(?! (?:old|years?)\b)", re.I
)
OF_THEM = re.compile(r" (?:of (?:them|those|these|whom|which)|others)\b")
BEFORE_ALONE = re.compile(
    rf"(?:\b{DONE_TO_THEM}(?: (?:at least|about|only|just|all|more than|nearly|some))? |"
    r"\b(?:the|those|these|all|other|all the|of the) )$",
    re.I,
)
ENDS_ALONE = re.compile(
    r"[.,;:?!)”\"—–]|$| (?:with|in|from|on|since|last|this|so|who|that|which|and|are|were|is|did|"
    r"have|had|quashed|of those|of the)\b"
)
AT_FIRST = re.compile(
    r"(?:[,;] |\b(?:and|but|least|only|just|about|nearly|almost|other|all|the|those|these|which|"
    r"whom|and|or) )$",
    re.I,
)
"""What may stand before a number that is a subject: only six were honored."""
IN_BRACKETS = re.compile(r"[a-z] \($"), re.compile(r"\)(?=[,.;:]|$)| (?:last|this|in|of|so far)\b")
NO_AMOUNT = re.compile(
    r" (?:a\.m|p\.m|years?|months?|weeks?|days?|hours?|minutes?|percent|dollars?|cents?|miles?|"
    r"feet|pages?|times|o[’']clock|million|billion)\b| ?%"
)


def alone(sentence: str) -> Iterator[Found]:
    """Numbers without what they count, which was named before: "eight refused", "honored four"."""
    for match in ALONE.finditer(sentence):
        words, (start, end) = match["number"].lower(), match.span()
        small = words in ("one", "hundreds", "thousands", "dozens")
        if small or _is_year(words, sentence, start) or NO_AMOUNT.match(sentence, end):
            continue
        if not _stands_alone(sentence, start, end):
            continue
        parts = {"number": match.span("number")}
        yield Found("count", match.span(), "number-alone", number(words), parts, {"unit": ""})


def _stands_alone(sentence: str, start: int, end: int) -> bool:
    """Whether the words around a number show that it counts what was named before."""
    before = sentence[max(0, start - 30) : start]
    first = not before.strip(" “\"'") or AT_FIRST.search(before)
    if OF_THEM.match(sentence, end) or (first and BEHIND_ALONE.match(sentence, end)):
        return True
    if BEFORE_ALONE.search(before) and ENDS_ALONE.match(sentence, end):
        return not re.search(r"\b[A-Z][a-z]+\.? (?:the )?$", before)
    opens, closes = IN_BRACKETS
    return bool(opens.search(before) and closes.match(sentence, end))


OTHER_ONE = re.compile(
    r"\b(?P<number>the other|"
    r"another) (?P<unit>(?:\d{1,3}-year-old )?(?:\w+ )?(?:individual|man|woman|"
    r"person|alien|immigrant|national|suspect|inmate|detainee))\b",
    re.I,
)


def others(sentence: str) -> Iterator[Found]:
    """One more: "another 38-year-old Mexican national", "the other individual"."""
    for match in OTHER_ONE.finditer(sentence):
        parts = {"number": match.span("number"), "unit": match.span("unit")}
        yield Found(
            "count",
            match.span(),
            "another",
            "1",
            parts,
            {"unit": match["unit"].split()[-1].lower()},
        )


def _counts_one(sentence: str, match: re.Match[str]) -> bool:
    """Is "one" a count? "One of those crimes" and "one man" seldom are; "in one case" is."""
    if match["of"]:
        return False
    if match["unit"].lower() in GENERIC_ONE:
        return bool(re.search(r"\b(?:[Ii]n|[Oo]nly|[Jj]ust) $", sentence[: match.start()]))
    return True


def _is_year(words: str, sentence: str, start: int) -> bool:
    """Is a bare number a year, a day of a month or a label rather than a count?"""
    if re.fullmatch(r"(?:19|20)\d\d", words):
        return True
    before = sentence[max(0, start - 14) : start]
    month = re.search(
        r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $", before
    )
    return bool(month or BEFORE_NUMBER.search(before))
