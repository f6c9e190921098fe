"""Facts in the words of a text: how many, how old, of which nationality, accused of what, and what
was asked, answered and done about detainers.

Each finder is a list of named rules over one sentence at a time. A legal stage (arrested, charged,
convicted, …) is never inferred: it is the cue that governs the offence, and its span is given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from . import lexicon
from .calendar_words import NUMBERS
from .candidates import Candidate, Span
from .regions import ARTICLE, Region, reading
from .spans import Cover, proposal

Found = tuple[str, Span, str, str | None, dict[str, Span], dict[str, str]]
"""Kind, span, rule, value, parts and attributes of one fact, before its region is known."""

SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|\n+")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Gov|Sen|Rep|Mr|Mrs|Ms|Dr|St|Lt|Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|vs))\.\s*$"
)
LONGEST_SENTENCE = 2000  # characters; a longer one is read in pieces of that size

WORD_NUMBER = (
    "(?:"
    + "|".join(
        sorted((w for w in NUMBERS if w not in ("a", "an", "zero")), key=lambda w: (-len(w), w))
    )
    + ")"
)
NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?(?: (?:million|billion|thousand|hundred))?"
    rf"|{WORD_NUMBER}(?:-{WORD_NUMBER})?(?: (?:million|billion|thousand|hundred))?|"
    rf"(?:a )?dozens?|hundreds|thousands)"
)
MULTIPLES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def facts(text: str, regions: Sequence[Region]) -> list[Candidate]:
    """Counts, ages, nationalities, offences, detainers, information sought, deadlines, responses."""
    kind_at = reading(regions, ARTICLE)
    found = []
    for start, end in sentences(text):
        region = kind_at(start)
        if region is None:
            continue
        sentence = text[start:end]
        for finder in FINDERS:
            for kind, span, rule, value, parts, attributes in finder(sentence):
                here = (span[0] + start, span[1] + start)
                there = {name: (a + start, b + start) for name, (a, b) in parts.items()}
                if kind_at(here[0]):
                    found.append(proposal(kind, here, rule, region, value, there, attributes))
    return sorted(found, key=lambda c: (c.start, c.end, c.kind, c.rule))


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text; a line break always ends one.

    >>> list(sentences("Gov. Ray Lee spoke. He left."))
    [(0, 20), (20, 28)]
    """
    start = 0
    for match in SENTENCE_END.finditer(text):
        if "\n" in match.group() or not ABBREVIATION.search(
            text[max(start, match.start() - 8) : match.start() + 2]
        ):
            yield from _pieces(start, match.end())
            start = match.end()
    yield from _pieces(start, len(text))


def _pieces(start: int, end: int) -> Iterator[Span]:
    """A span cut into pieces of bounded length."""
    for begin in range(start, end, LONGEST_SENTENCE):
        yield begin, min(end, begin + LONGEST_SENTENCE)


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
    if words in ("dozen", "a dozen"):
        return str(12 * factor)
    return str(sum(v for v in values if v) * factor) if all(v is not None for v in values) else None


# --- Counts -----------------------------------------------------------------------------------

UNITS = (
    r"subpoenas?|detainers?|requests?|warrants?|orders?|petitions?|lawsuits?|cases?|arrests?|"
    r"aliens?|immigrants?|migrants?|nationals?|citizens?|foreigners?|non-?citizens?|"
    r"men|man|women|woman|"
    r"people|persons?|individuals?|suspects?|inmates?|detainees?|prisoners?|offenders?|criminals?|"
    r"felons?|fugitives?|children|minors|victims?|families|residents?|cit(?:y|ies)|count(?:y|ies)|"
    r"states?|localit(?:y|ies)|jurisdictions?|agenc(?:y|ies)|jails?|departments?|officers?|agents?|"
    r"deput(?:y|ies)|officials?|crimes?|felon(?:y|ies)|charges?|convictions?|counts?|offen[cs]es?|"
    r"murders?|homicides?|assaults?|deportations?|removals?|removal orders?|releases?|times|"
    r"Mexicans|Hondurans|Salvadorans|Guatemalans|workers?|employees|businesses|employers|landlords"
)
GENERIC_ONE = frozenset("man woman case city county state person agency time crime charge".split())
COUNT = re.compile(
    rf"(?<![\w$£€.,-])(?P<number>{NUMBER})(?P<of> of (?:the|those|these|its|their|his))?"
    rf"(?: (?P<total>{NUMBER}))?(?P<between>(?: (?!(?:of|in|on|to|for|and|the|a|or|"
    rf"at|by|from|who|that)\b)"
    rf"[\w’'-]+,?){{0,3}}?) (?P<unit>{UNITS})\b(?!-)",
    re.I,
)
NOT_COUNTED = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|percent|%|year-old|p\.m|a\.m|dollars)\b", re.I
)
BEFORE_NUMBER = re.compile(
    r"(?:\b(?:no|article|section|title|chapter|page|district|u\.s\.c|number)\.? |[§#])$", re.I
)


def _counts(sentence: str) -> Iterator[Found]:
    """How many of what: "four immigration subpoenas", "three of the four men"."""
    for match in COUNT.finditer(sentence):
        words = match["number"].lower()
        if NOT_COUNTED.search(match["between"]) or _is_year(
            match["number"], sentence, match.start()
        ):
            continue
        if words == "one" and not _counts_one(sentence, match):
            continue
        parts = {"number": match.span("number"), "unit": match.span("unit")}
        attributes = {"unit": match["unit"].lower()}
        if match["total"]:
            parts["total"] = match.span("total")
            attributes["total"] = number(match["total"]) or ""
        rule = "count-of" if match["of"] else "count-unit"
        yield "count", match.span(), rule, number(words), parts, attributes


OTHER_ONE = re.compile(
    r"\b(?P<number>the other|"
    r"another) (?P<unit>(?:\d{1,3}-year-old )?(?:\w+ )?(?:individual|man|woman|"
    r"person"
    r"|alien|immigrant|national|suspect|inmate|detainee|city|county|subpoena|detainer))\b",
    re.I,
)


def _others(sentence: str) -> Iterator[Found]:
    """One more: "another 38-year-old Mexican national", "the other individual"."""
    for match in OTHER_ONE.finditer(sentence):
        parts = {"number": match.span("number"), "unit": match.span("unit")}
        yield (
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
    if match["unit"].lower() in GENERIC_ONE and not match["between"]:
        return bool(re.search(r"\b[Ii]n $", sentence[: match.start()]))
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


# --- Ages and nationalities -------------------------------------------------------------------

AGE_WORD = rf"(?:\d{{1,3}}|{WORD_NUMBER}(?:-{WORD_NUMBER})?)"
AGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "year-old",
        re.compile(
            rf"\b(?P<age>{AGE_WORD})[- ]?years?[- ]olds?\b(?! (?:court|law|case|policy|file|"
            rf"company|building|tradition|agency|program))",
            re.I,
        ),
    ),
    (
        "aged",
        re.compile(
            rf"\b(?:aged?|at age|at the age of) (?P<age>{AGE_WORD})\b(?!(?: (?:to|and|or|"
            rf"months?|weeks?|days?)\b| ?[-–]))"
        ),
    ),
    (
        "name-age",
        re.compile(
            r"\b(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Sun|Mon|Tue|Wed|"
            r"Thu|Fri|Sat)[a-z]*\b)"
            r"(?P<name>[A-Z][\w’'-]+), (?P<age>[1-9]\d|1[01]\d)(?=[,;)]| (?:and|was|is|were|"
            r"had|who)\b|\.(?:\s|$))"
        ),
    ),
)


def _ages(sentence: str) -> Iterator[Found]:
    """How old somebody is said to be."""
    for rule, pattern in AGES:
        for match in pattern.finditer(sentence):
            value = number(match["age"])
            if value and 0 < int(value) < 120:
                parts = {"number": match.span("age")}
                span = match.span("age") if rule == "name-age" else match.span()
                yield "age", span, rule, value, parts, {}


PERSON_WORD = (
    r"(?:nationals?|citizens?|man|men|woman|women|immigrants?|migrants?|aliens?|males?|females?|"
    r"teen(?:ager)?s?|boys?|girls?|children|families|refugees?|detainees?|inmates?|"
    r"natives?|suspects?|"
    r"fugitives?|gang members?|drug traffickers?|workers?|students?|asylum seekers?)"
)


@cache
def _nationality_rules() -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """Rules with the column of the table of nations that holds their words."""
    adjectives, nouns, countries = (lexicon.any_of(column) for column in lexicon.nations())
    return (
        (
            "demonym-person",
            re.compile(
                rf"(?<!African )(?<!Native )(?<!Asian )(?<!Latin )(?<!Mexican "
                rf")\b(?P<word>{adjectives})(?=[ \u00a0](?:(?:illegal|undocumented|criminal|male|"
                rf"female)[ \u00a0])?{PERSON_WORD}\b)"
            ),
            0,
        ),
        ("demonym-noun", re.compile(rf"(?<!Native )\b(?P<word>{nouns})\b(?! [A-Z])"), 1),
        (
            "of-country",
            re.compile(
                rf"\b(?:(?:citizens?|nationals?|natives?|subjects?) of|(?:born|raised) in|(?:man|"
                rf"men|woman|women|immigrants?|migrants?|aliens?|"
                rf"originally) from)[ \u00a0](?P<word>(?:the )?{countries})(?!\w)"
            ),
            2,
        ),
    )


def _nationalities(sentence: str) -> Iterator[Found]:
    """Of which country people are said to be; value is the ISO 3166-1 alpha-3 code."""
    for rule, pattern, column in _nationality_rules():
        for match in pattern.finditer(sentence):
            word = " ".join(match["word"].replace("’", "'").split())
            codes = lexicon.nations()[column]
            code = codes.get(word) or codes.get(word.removeprefix("the "))
            # "American families" is rhetoric; "a U.S. citizen" is a fact.
            loose = code == "USA" and not re.match(
                r"\s(?:citizen|national)", sentence[match.end() :]
            )
            if code and not (loose and rule != "of-country"):
                yield "nationality", match.span("word"), rule, code, {}, {}


# --- Offences ---------------------------------------------------------------------------------

MODALITIES: tuple[tuple[str, str], ...] = (
    (
        "convicted",
        r"convicted|convictions?|pleaded guilty|pled guilty|found guilty|sentenced|guilty plea",
    ),
    ("acquitted", r"acquitted|exonerated|cleared of|charges? (?:was|were) dropped|dismissed"),
    ("charged", r"charged|charges?|indicted|indictment|arraigned|faces|facing|pending charges"),
    ("accused", r"accused|accuses|accusations?|stands? accused"),
    ("wanted", r"wanted|sought for|warrant"),
    (
        "jailed",
        r"jailed|imprisoned|incarcerated|serving time|served time|behind bars|"
        r"in custody|locked up|held (?:without|on|for)\b|being held|booked",
    ),
    ("released", r"released from (?:jail|prison|custody)|bailed"),
    ("arrested", r"arrested|arrests?|arresting|detained|apprehended|taken into custody|picked up"),
    ("suspected", r"suspected|suspicion|person of interest|investigated"),
    ("alleged", r"alleged|allegedly|allegations?|purported(?:ly)?"),
    ("committed", r"committed|committing|commits?"),
)
CUE = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in MODALITIES), re.I)
GOVERNS = 160  # characters between a cue and the offence that it may govern
BREAK = re.compile(
    r"[;“”]|, (?:but|while|whereas|and (?:he|she|they|it|was|were|is|are))\b|"
    r"\bwho (?:was|were|is|are|had|has)\b"
)
ASIDE = re.compile(r"[—–][^—–]{0,120}[—–]|\([^()]{0,120}\)")
ACT_HINT = re.compile(
    r"murder|kill|raped|molest|assault|attack|stab|shot|strangl|beat|kidnap|abduct|"
    r"robbed|entered|burgl|abused",
    re.I,
)
HEDGE = re.compile(r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|apparently|suspected)\b", re.I)
NEGATED = re.compile(
    r"(?:\b(?:not|never|no|without being|neither|nor)|n[’']t)\b(?: \w+){0,2} ?$", re.I
)
HYPOTHETICAL = re.compile(r"\b(?:if|unless|whether|could|would|may|might|should)\b", re.I)


@cache
def _offence_pattern() -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """Any listed offence as a group numbered by its row, and code and label of each row."""
    rows, groups = [], []
    for index, row in enumerate(lexicon.table("offences")["offence"]):
        rows.append((row["code"], row["label"]))
        groups.append(rf"(?P<n{index}>\b(?:{'|'.join(row['nouns'])})(?!\w))")
        if row["act"]:
            groups.append(rf"(?P<a{index}>\b(?:{'|'.join(row['act'])})(?!\w))")
    order = sorted(groups, key=lambda group: group.startswith(f"(?P<n{len(rows) - 1}>"))
    return re.compile("|".join(order), re.I), tuple(rows)


def _offences(sentence: str) -> Iterator[Found]:
    """Offences with the stage that their governing cue tells, one row for each."""
    pattern, rows = _offence_pattern()
    cues = [(m.start(), m.end(), str(m.lastgroup)) for m in CUE.finditer(sentence)]
    if not cues and not ACT_HINT.search(sentence):
        return  # the long pattern is worth its time only where something can govern a match
    for match in _longest_offences(pattern, sentence):
        group = str(match.lastgroup)
        code, label = rows[int(group[1:])]
        generic = label == rows[-1][1]
        cue = _governing(sentence, cues, match.start(), generic)
        if group[0] == "a":
            found = _act(sentence, match, cue)
        elif cue is None:
            continue  # an offence that nobody is tied to is a topic, not a fact
        else:
            found = cue[2], "cue-offence", {"cue": (cue[0], cue[1])}
        if found is None:
            continue
        modality, rule, parts = found
        attributes = {"code": code, "label": label, "modality": modality}
        attributes |= _manner(sentence, parts.get("cue", match.span()), match.start(), parts)
        if modality == "committed":  # a verb of no stage: what is left is how it is told
            attributes["modality"] = "alleged" if "hedged" in attributes else "asserted"
        yield "offence", _stripped(sentence, match.span()), rule, code or None, parts, attributes


def _longest_offences(pattern: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """Matches of the pattern that are not the cue of another one, such as "criminal charges"."""
    for match in pattern.finditer(sentence):
        if match.group().strip().lower() in ("charges", "federal charges", "criminal charges"):
            continue
        yield match


def _stripped(sentence: str, span: Span) -> Span:
    """A span without spaces at its ends."""
    words = sentence[slice(*span)]
    return span[0] + len(words) - len(words.lstrip()), span[1] - len(words) + len(words.rstrip())


def _governing(
    sentence: str, cues: list[tuple[int, int, str]], start: int, generic: bool
) -> tuple[int, int, str] | None:
    """The last cue before an offence with nothing between that ends its reach."""
    for cue in reversed(cues):
        between = ASIDE.sub(" ", sentence[cue[1] : start])
        if cue[1] > start or cue[2] == "alleged" and _has_other(cues, cue, start):
            continue
        if len(between) > GOVERNS or BREAK.search(between):
            return None
        if cue[2] == "committed" and not generic and "," in between:
            return None
        return cue
    return None


def _has_other(cues: list[tuple[int, int, str]], hedge: tuple[int, int, str], start: int) -> bool:
    """Does a stronger cue stand within reach before a hedge? Then the hedge only colours it."""
    return any(c[1] <= hedge[0] and start - c[1] < GOVERNS and c[2] != "alleged" for c in cues)


FIGURATIVE = frozenset("attacked killed beat beaten stabbed assaulted robbed abducted".split())
"""Verbs that politics uses of words and votes too: they need a person as their object."""
VICTIM = re.compile(
    r" (?:and \w+(?:ed|s) )?(?:(?:him|her|them)(?=[.,;]|$| (?:in|at|with|on|and|"
    r"after|near|while|before)\b)|(?:(?:an?|the|his|her|their|two|three|four|"
    r"another)\b[^,.;]{0,30}?"
    r"\b(?:wom[ae]n|m[ae]n|year-old|girl|boy|girls|boys|child|children|mother|"
    r"father|wife|husband|victims?"
    r"|girlfriend|boyfriend|officers?|deput(?:y|ies)|people|person|teenager|student|"
    r"driver|neighbor)\b))",
    re.I,
)


def _act(
    sentence: str, match: re.Match[str], cue: tuple[int, int, str] | None
) -> tuple[str, str, dict[str, Span]] | None:
    """Modality of a verb that states the act itself: as alleged, or asserted by the writer."""
    before = sentence[max(0, match.start() - 40) : match.start()]
    if re.search(r"\b(?:was|were|been|being|be|get|got) (?:\w+ly )?$", before):
        return None  # what was done to a victim has no doer here
    if match.group().lower() in FIGURATIVE and not VICTIM.match(sentence, match.end()):
        return None
    if cue and cue[2] in ("alleged", "accused", "charged", "convicted"):
        return cue[2], "act-verb", {"cue": (cue[0], cue[1])}
    if re.search(r"\b(?:to|who have|of)\s$", before) or not re.search(r"[\w,]\s$", before):
        return None
    return "asserted", "act-verb", {"cue": match.span()}


def _manner(sentence: str, cue: Span, start: int, parts: dict[str, Span]) -> dict[str, str]:
    """Hedge, negation and condition around a cue, as attributes; the hedge's span as a part."""
    attributes = {}
    hedge = HEDGE.search(sentence, max(0, cue[0] - 20), start)
    if hedge and hedge.span() != cue:
        parts["hedge"] = hedge.span()
        attributes["hedged"] = "true"
    before = sentence[max(0, cue[0] - 40) : cue[0]]
    if NEGATED.search(before):
        attributes["negated"] = "true"
    if HYPOTHETICAL.search(before):
        attributes["hypothetical"] = "true"
    return attributes


# --- Detainers --------------------------------------------------------------------------------

LODGED = re.compile(
    r"\b(?P<cue>lodg(?:ed|ing|es)|plac(?:ed|ing|es)|fil(?:ed|ing|es)|issu(?:ed|ing|"
    r"es))\b(?P<between>[^.;“”]{0,60}?)\bdetainers?\b"
    r"|\bdetainers?(?: requests?)?(?: (?:was|were|had been|that was|"
    r"which was))? (?P<after>lodged|placed|filed|issued)\b",
    re.I,
)
HONOUR = re.compile(
    r"\b(?:(?P<neg>(?:not|never|refus(?:e|es|ed|ing|al) to|declin(?:e|es|ed|ing) to|"
    r"fail(?:s|ed|ing|ure)? to"
    r"|without|forbid\w*|prohibit\w*)|\w+n[’']t)(?: \w+){0,3}? )?(?P<verb>honou?r(?:s|ed|ing)?"
    r"|compl(?:y|ies|ied|"
    r"ying) with)\b(?P<between>[^.;“”]{0,60}?)\b(?P<object>detainers?|it\b|"
    r"the request)",
    re.I,
)
HONOURED = re.compile(
    r"\bdetainers?(?: requests?)? (?:was|were|is|are|be|been|being|had been|has been|have been)"
    r"(?P<neg> not|n[’']t| never)? (?P<verb>(?:honou?red|ignored|declined|rejected))\b",
    re.I,
)
IGNORED = re.compile(
    r"\b(?P<verb>ignor(?:e|es|ed|ing)|reject(?:s|ed|ing)?|disregard(?:s|ed|ing)?|"
    r"declin(?:e|es|ed|ing)|den(?:y|ied|ies))\b[^.;“”]{0,50}?\bdetainers?\b",
    re.I,
)
DESPITE = re.compile(r"\breleased?\b[^.;“”]{0,80}?\bdespite\b[^.;“”]{0,60}?\bdetainers?\b", re.I)
NAMES_DETAINER = re.compile(r"\bdetainers?\b", re.I)


def _detainers(sentence: str) -> Iterator[Found]:
    """Detainers lodged, honoured or declined; a later "did not honor it" may mean one too."""
    taken = Cover()
    for match in LODGED.finditer(sentence):
        cue = "cue" if match["cue"] else "after"
        attributes = _policy(sentence, match.start())
        yield "detainer", match.span(), "lodged", "lodged", {"cue": match.span(cue)}, attributes
    for match in HONOUR.finditer(sentence):
        if not NAMES_DETAINER.match(match["object"]) and not _detainer_before(sentence, match):
            continue
        parts = {"cue": match.span("verb")}
        if match["neg"]:
            parts["negation"] = match.span("neg")
        value = "declined" if match["neg"] else "honoured"
        taken.add(match.span())
        span = match.span("neg" if match["neg"] else "verb")[0], match.end()
        yield "detainer", span, "honour", value, parts, _policy(sentence, span[0])
    for match in HONOURED.finditer(sentence):
        kept = match["verb"].lower().startswith("hono") and not match["neg"]
        parts = {"cue": match.span("verb")} | (
            {"negation": match.span("neg")} if match["neg"] else {}
        )
        value = "honoured" if kept else "declined"
        yield "detainer", match.span(), "honoured", value, parts, _policy(sentence, match.start())
    for rule, pattern in (("ignored", IGNORED), ("released-despite", DESPITE)):
        for match in pattern.finditer(sentence):
            cue = match.span("verb") if rule == "ignored" else match.span()
            if taken.add(match.span()):
                yield (
                    "detainer",
                    match.span(),
                    rule,
                    "declined",
                    {"cue": cue},
                    _policy(sentence, match.start()),
                )


def _detainer_before(sentence: str, match: re.Match[str]) -> bool:
    """Does `it` refer to a detainer named earlier in the sentence?"""
    return bool(
        match["object"].lower() == "it" and NAMES_DETAINER.search(sentence, 0, match.start())
    )


def _policy(sentence: str, start: int) -> dict[str, str]:
    """Marks what is told as a rule, a refusal ahead or a condition and not as something that happened."""
    before = sentence[max(0, start - 50) : start]
    after = sentence[start : start + 30]
    if re.search(r"\b(?:if|unless|whether)\b", before, re.I):
        return {"hypothetical": "true"}
    if re.search(r"\b(?:will|would|won[’']t|do(?:es)?|that|any|to)\s*$", before) or re.match(
        r"(?:refuse|honor|ignore|decline)s?\b|forbid", after
    ):
        return {"scope": "policy"}
    return {"scope": "event"}


# --- Information, deadlines, responses --------------------------------------------------------

SEEKS = re.compile(
    r"\b(?:request(?:s|ed|ing)?|seek(?:s|ing)?|sought|subpoena(?:s|ed|ing)?|"
    r"obtain(?:ing)?|demand(?:s|ed|ing)?|"
    r"ask(?:s|ed|ing)? for|want(?:s|ed)? |provide|provided|hand over|turn over|"
    r"respond with|information|"
    r"records|documents)\b",
    re.I,
)
SOUGHT: tuple[tuple[str, str], ...] = (
    ("telephone", r"(?:tele)?phone numbers?|cell ?phone numbers?|contact information"),
    (
        "address",
        r"(?:(?:home|last[- ]known|current|residential|e-?mail|street|"
        r"mailing) )?address(?:es)?(?! (?:how|the|this|these|that|it|issues|concerns))|"
        r"places? of residence",
    ),
    (
        "employer",
        r"employer(?![\w’'])|employment (?:(?:records|information|history))|"
        r"places? of (?:work|employment)",
    ),
    (
        "vehicle",
        r"vehicle types?|vehicle (?:information|registration)s?|license plates?|types? of vehicle",
    ),
    (
        "release_date",
        r"release dates?|dates? of (?:their |his |her )?release|when (?:they|he|"
        r"she) (?:will be|was|were) released",
    ),
    ("whereabouts", r"whereabouts|locations? of|current locations?"),
    ("birth", r"dates? of birth|birth ?dates?|places? of birth"),
    ("booking", r"booking (?:records|sheets?|information|photos?)|mug ?shots?|photographs?"),
    (
        "arrest_record",
        r"arrest (?:records?|reports?)|police reports?|incident reports?|"
        r"criminal (?:records?|histor(?:y|ies))|rap sheets?",
    ),
    (
        "court_record",
        r"court (?:records|dates?|dockets?)|bail (?:records|information)|"
        r"probation (?:records|information)",
    ),
    ("fingerprints", r"fingerprints?"),
    (
        "identity",
        r"aliases|social security numbers?|identification (?:documents?|numbers?)|"
        r"identity documents?|passport numbers?",
    ),
    ("immigration_status", r"immigration status|citizenship status|alien numbers?"),
    ("family", r"emergency contacts?|next of kin|family members|relatives"),
    ("visitor_log", r"visit(?:or|ation) (?:logs?|records)|jail (?:records|rosters?)"),
)
SOUGHT_ITEM = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in SOUGHT), re.I
)
INFORMATION_ON = re.compile(
    r"\b(?P<cue>(?:for|seeking|requesting|seeks|requested|obtain|providing|"
    r"provide(?: \w+ with)?|request) "
    r"(?:any )?(?:information|info|records|documents)) (?P<topic>(?:on|about|regarding|concerning"
    r"|related to|relating to) [^.,;“”—–\n]{2,100}?)(?=\s*(?:[.,;“”—–\n]|$)| (?:who|whom|which|that"
    r"|living|accused|wanted|in|as|such|after|because|and may|arrested|from)\b)",
    re.I,
)


def _information(sentence: str) -> Iterator[Found]:
    """Kinds of information that somebody asks for, one proposal for each."""
    cue = SEEKS.search(sentence)
    if not cue:
        return
    for match in SOUGHT_ITEM.finditer(sentence):
        before = [m for m in SEEKS.finditer(sentence, 0, match.start())]
        if before and match.start() - before[-1].end() < 150:
            yield (
                "information_sought",
                match.span(),
                "item",
                match.lastgroup,
                {"cue": before[-1].span()},
                {},
            )
    for match in INFORMATION_ON.finditer(sentence):
        parts = {"cue": match.span("cue"), "topic": match.span("topic")}
        yield "information_sought", match.span(), "information-on", "information", parts, {}


ANSWER = r"(?:respond|reply|comply|answer|produce|turn over|hand over|provide|submit|appear|object)"
DEADLINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "days-to",
        re.compile(
            rf"\b(?P<number>{NUMBER}) (?P<unit>(?:business |working |calendar )?(?:days?|"
            rf"weeks?|months?|hours?)) (?:to|in which to) (?P<cue>{ANSWER})\b",
            re.I,
        ),
    ),
    (
        "within",
        re.compile(
            rf"\b(?P<cue>{ANSWER})(?:\w*)\b[^.;“”]{{0,60}}? within (?P<number>{NUMBER})"
            rf" (?P<unit>(?:business |working |calendar )?(?:days?|weeks?|months?|hours?))\b",
            re.I,
        ),
    ),
    (
        "deadline-of",
        re.compile(
            rf"\b(?P<number>{NUMBER})[- ](?P<unit>days?|weeks?|hours?)[- ](?P<cue>deadline|"
            rf"limit|time limit)\b",
            re.I,
        ),
    ),
)
DEADLINE_DATE = re.compile(
    rf"\b(?:(?P<cue>{ANSWER}|due|deadline)\b[^.;“”]{{0,50}}?\b(?:by|until|on|of|"
    rf"before|is)) (?P<date>(?:[A-Z][a-z]{{2,8}}\.? \d{{1,2}}|(?:Mon|Tues|Wednes|"
    rf"Thurs|Fri|Satur|Sun)day))"
)


def _deadlines(sentence: str) -> Iterator[Found]:
    """How long somebody has to answer, or by which day."""
    for rule, pattern in DEADLINES:
        for match in pattern.finditer(sentence):
            parts = {name: match.span(name) for name in ("number", "unit", "cue")}
            unit = re.sub(r"s$", "", match["unit"].lower())
            value = number(match["number"])
            yield "deadline", match.span(), rule, value, parts, {"unit": unit}
    for match in DEADLINE_DATE.finditer(sentence):
        parts = {"cue": match.span("cue"), "date": match.span("date")}
        yield "deadline", match.span(), "by-date", None, parts, {"unit": "date"}


NOT = r"(?:not|never|n[’']t)"
STANCES: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "no-comment",
        "no_comment",
        re.compile(
            r"\b(?P<cue>did(?: not|n[’']t) (?:immediately )?(?:respond|"
            r"return)\b(?! to [^.]{0,24}(?:subpoena|order))|"
            r"could not (?:immediately )?be reached|declined comment)\b",
            re.I,
        ),
    ),
    (
        "will-not-comply",
        "refused",
        re.compile(
            rf"\b(?P<cue>(?:will|would|do|does|did|is|are|wo|was|were)(?: {NOT}|"
            rf"n[’']t) (?:be )?(?:compl(?:y|ying|ied)|cooperat(?:e|ing)|"
            rf"honou?r(?:ing)? (?:the |its )?(?:subpoenas?|request)|respond(?:ing)?|"
            rf"turn(?:ing)? over|hand(?:ing)? over))\b",
            re.I,
        ),
    ),
    (
        "refused-to",
        "refused",
        re.compile(
            r"\b(?P<cue>(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)) to (?:comply|"
            r"cooperate|honou?r(?: the)? (?:subpoenas?|request)|turn (?:\w+ ){0,4}over|"
            r"hand (?:\w+ ){0,3}over|provide|respond|answer|comment))\b",
            re.I,
        ),
    ),
    (
        "ignored",
        "ignored",
        re.compile(
            r"\b(?P<cue>(?:continue[sd]? to )?ignor(?:e|es|ed|"
            r"ing)) (?:[\w’']+ ){0,3}?(?:subpoenas?|requests?|orders?)\b",
            re.I,
        ),
    ),
    (
        "reviewing",
        "reviewing",
        re.compile(
            r"\b(?P<cue>(?:(?:is|are|was|were) (?:still |currently )?|"
            r"will )(?:review(?:ing)?|consider(?:ing)?|evaluat(?:e|ing)|examin(?:e|"
            r"ing)))\b[^.;“”]{0,40}?\b(?:subpoenas?|requests?|documents?|demands?|orders?)\b",
            re.I,
        ),
    ),
    (
        "complied",
        "complied",
        re.compile(
            r"\b(?P<cue>(?:has |have |had |fully )*(?:complied|cooperated|"
            r"(?<!be )(?<!ere )(?<!was )(?<!een )(?<!ing )(?:turned|"
            r"handed) over(?=[^.;]{0,60}(?:information|records|documents|data|names|files|"
            r"to ICE|to the agency)))|(?:will|agreed to|would|intends? to|"
            r"plans? to) (?:fully )?(?:comply|cooperate))\b(?! with (?:federal|state|"
            r"the) law)",
            re.I,
        ),
    ),
    (
        "denied",
        "denied",
        re.compile(
            r"\b(?P<cue>den(?:ies|ied)) that (?:it|they|he|she|the city|the county)\b", re.I
        ),
    ),
    (
        "challenge",
        "challenged",
        re.compile(
            r"\b(?P<cue>(?:(?:will|would|to) (?:fight|challenge|contest)|fighting|"
            r"challeng(?:ed|ing)|contest(?:ed|ing)|(?:move[sd]?|moving|filed a motion|"
            r"asked a judge) to quash))\b[^.;“”]{0,40}?\b(?:subpoenas?|orders?)\b|"
            r"\b(?P<cue2>move[sd]? to quash)\b",
            re.I,
        ),
    ),
)


def _responses(sentence: str) -> Iterator[Found]:
    """What a recipient does or says it will do; what is only supposed ("if they don't comply") is left out."""
    taken = Cover()
    for rule, value, pattern in STANCES:
        for match in pattern.finditer(sentence):
            cue = "cue" if match["cue"] else "cue2"
            supposed = re.search(
                r"\b(?:if|unless|whether|in case)\s(?:[\w’']+ ){0,5}$",
                sentence[max(0, match.start() - 60) : match.start()],
                re.I,
            )
            if supposed or not taken.add(match.span()):
                continue
            attributes = _response_scope(sentence, match.start())
            if value == "complied" and NEGATED.search(
                sentence[max(0, match.start() - 30) : match.start()]
            ):
                rule, value = "not-complied", "not_complied"
            if rule == "will-not-comply" and re.match(r"(?:do|does)\b", match[cue], re.I):
                attributes["scope"] = "policy"
            if rule == "refused-to" and match[cue].endswith("comment"):
                rule, value = "no-comment", "no_comment"
            yield "response", match.span(), rule, value, {"cue": match.span(cue)}, attributes


def _response_scope(sentence: str, start: int) -> dict[str, str]:
    """A relative clause ("cities that refuse to cooperate") tells a habit, not an answer."""
    before = sentence[max(0, start - 25) : start]
    habit = re.search(r"\b(?:that|who|which|often|usually|typically|generally)\s$", before)
    return {"scope": "policy" if habit else "event"}


FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (
    _counts,
    _others,
    _ages,
    _nationalities,
    _offences,
    _detainers,
    _information,
    _deadlines,
    _responses,
)
