"""Where in a run of capitals a person's name stands, and what beside it shows that it is one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extraction.lexicon import lists
from extraction.names.person_words import (
    FIRST_WORD_TRAPS,
    MIDDLE,
    NOT_NAMES,
    ORGANIZATION_ENDS,
    PARTICLE,
    PERSON_NOUN,
    ROLES,
    SPEECH,
    TITLE_END,
    TITLE_STATE,
    TITLE_WORDS,
    TITLES,
)
from extraction.text.candidates import Span
from extraction.text.capitals import CAP, GAP, SMALL, TITLE_CASED
from extraction.text.spans import Cover
from extraction.text.words import word_set

WORDS = re.compile(r"\S+")
SMALL_WORD = re.compile(SMALL)
PARTICLE_WORD = re.compile(PARTICLE)
IDLE = frozenset({"and", "for", "of", "the"})
TITLE_REACH, MOST_TITLE_WORDS = 90, 5
AGE_AFTER = re.compile(
    r",? (?:aged |who(?:[’']s| is| was) )?\d{2}(?:,|\.|;| ?\))|,? an? \d{2}-year-old\b"
)
ORGANIZATION = (
    r"(?:an?|the) (?:[\w-]+ ){0,3}?(?:nonprofit|charity|company|firm|group|organization|union|"
    rf"business|foundation|shelter|coalition|partnership)\b(?! (?!who){PERSON_NOUN})"
)
"""How an apposition begins that says what an organization is, and no person."""
APPOSITION_AFTER = re.compile(
    rf", (?!{ORGANIZATION})(?:(?:an?|the|who|whose|acting|[A-Z]{{2,5}})\b)[^.“”\"]{{0,60}}?"
    rf"\b{PERSON_NOUN}"
)
ROLE_BEFORE = re.compile(rf"\b{ROLES},? $")
PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Aa]round) $")
SIGNED = re.compile(
    rf",?{GAP}*\n{GAP}*(?:{CAP}{GAP}){{0,3}}(?:{TITLES}|Counsel|Manager|Executive)\b"
)
"""A title on the line behind a name that stands on a line of its own."""
SPEAKS = re.compile(
    r"(?P<name>[A-Z](?<![\w’'].)[\w’'.-]*) (?:said|says|told|wrote|added|argued|asked|declined|"
    r"noted)"
)
PLAIN_TITLES = word_set("""
Clerk President Member Trustee Solicitor Coroner Treasurer Auditor Assessor Registrar Recorder
Prosecutor Chairperson
""")
"""Titles that stand for their bearers in headlines: Clerk Answers Subpoena."""
TITLE_INSIDE = re.compile(rf"\b{TITLES}{GAP}(?=[A-Z])")
SPEECH_AFTER = re.compile(rf" {SPEECH}\b(?! in a statement to itself)")
SPEECH_BEFORE = re.compile(rf"[”\"'’] ?,? ?{SPEECH} $")
INSIDE_SENTENCE = re.compile(r"[\w,;:)’'-]\s$")
CAPITAL_AFTER = re.compile(rf"{GAP}([A-Z][\w]*)")
CAPITAL_BEFORE = re.compile(r"([A-Z][\w’']*)[ ]$")
TITLE_AFTER = re.compile(
    rf", (?P<title>(?:(?:an?|the|who is|one of|acting|former|deputy|senior|chief|then|[A-Z]{{2,6}})"
    rf"{GAP}[^,“”\"\n.;]{{0,80}}?|(?:[\w-]+ ){{0,2}})\b(?i:{PERSON_NOUN}|{TITLES})(?!\w)"
    rf"[^,“”\"\n.;]{{0,100}})"
)
NO_TITLE = re.compile(
    r"(?:and|but|or|said|says|told|asked|wrote|in|on|at|who|whom|whose|which|where|when)\b"
)
LINK = re.compile(
    r"(?:, (?!who\b|which\b|whose\b)[^,.“”\"\n;]{0,40}?)? (?:of|from|with|for|at) (?:the )?"
)


def names_in(
    text: str, match: re.Match[str], region: str
) -> Iterator[tuple[str, Span, str, Span | None]]:
    """The name inside a run of capitals: in full, or a surname behind a title."""
    title = match.span("title") if match["title"] else None
    begin, end = match.span("name")
    if not title and region not in TITLE_CASED:
        for inside in TITLE_INSIDE.finditer(text, begin, end):
            title, begin = inside.span(), inside.end()
    words = [m.span() for m in WORDS.finditer(text, begin, end)]
    if title:
        title = (title[0], title[1] - 1)
    elif len(words) > 1 and SMALL_WORD.fullmatch(text[slice(*words[0])]):
        words = words[1:]  # "Later Omar Vasquez": the capital is the sentence's
    if region not in TITLE_CASED and text[slice(*words[-1])] in ORGANIZATION_ENDS:
        return
    first = next((i for i, word in enumerate(words) if _opens_name(text, words, i)), None)
    if first is not None and region not in TITLE_CASED:
        last = _last_name_word(text, words, first)
        if last > first:
            before = _title_before(text, words, first, title)
            yield "full", (words[first][0], words[last][1]), "full-name", before
            return
    good = all(text[s:e].strip(".,") not in NOT_NAMES for s, e in words)
    span = (words[0][0], words[-1][1])
    if " ".join(match["name"].split()) in _place_names():
        return
    if not title and PARTICLE_WORD.fullmatch(text[slice(*words[0])]):
        return  # "De Blasio" alone is a surname, known only from a fuller name
    if not good or (region in TITLE_CASED and not title) or len(words) > 4:
        return
    if region in TITLE_CASED and title and text[slice(*title)].split()[-1] in PLAIN_TITLES:
        return  # Clerk Answers Subpoena
    if title:
        yield ("full" if len(words) > 1 else "titled"), span, "title-name", title
    elif len(words) > 1 and (rule := _beside(text, span)):
        yield "full", span, rule, None


@cache
def _place_names() -> frozenset[str]:
    """Names of countries, states and cities, which are not taken for persons."""
    return frozenset(lists.nations()[2]) | frozenset(lists.cities()) | frozenset(lists.states())


def _opens_name(text: str, words: list[Span], index: int) -> bool:
    """Is a word of the run a given name with a surname behind it?"""
    if index + 1 >= len(words):
        return False
    word, after = text[slice(*words[index])], text[slice(*words[index + 1])]
    if word not in lists.given_names() or after.strip(".,") in NOT_NAMES:
        return False
    return not (
        word in FIRST_WORD_TRAPS and index == 0 and _starts_sentence(text, words[0][0])
    ) or (after in lists.given_names() or len(after) > 3)


def _last_name_word(text: str, words: list[Span], first: int) -> int:
    """Index of the last word that belongs to the name which begins at `first`."""
    last = first
    for index in range(first + 1, min(len(words), first + 5)):
        if text[slice(*words[index])].strip(".,") in NOT_NAMES:
            break
        last = index
    while last > first and MIDDLE.match(text[slice(*words[last])]):
        last -= 1
    return last


@lru_cache(maxsize=20_000)
def _may_end_title(word: str) -> bool:
    """Whether a word can be the last of a title."""
    return TITLE_END.search(f" {word} ") is not None


def _title_before(text: str, words: list[Span], first: int, title: Span | None) -> Span | None:
    """What stands before the name in the run or before the run, where it is a title."""
    start, end = title[0] if title else words[0][0], words[first][0]
    tokens = list(WORDS.finditer(text, max(0, start - TITLE_REACH), end))
    if not tokens or text[end - 1] != " " or not _may_end_title(tokens[-1].group()):
        return None
    at = _extended(tokens, TITLE_WORDS, len(tokens) - 1, text)
    at = _extended(tokens, TITLE_STATE, at, text)
    while at < len(tokens) - 1 and tokens[at].group() in IDLE:
        at += 1
    return tokens[at].start(), tokens[-1].end()


def _extended(tokens: list[re.Match[str]], pattern: re.Pattern[str], at: int, text: str) -> int:
    """The first of the tokens before one, on the same line, that a pattern goes on to match."""
    least = max(1, at - MOST_TITLE_WORDS + 1)
    while at >= least and pattern.fullmatch(tokens[at - 1].group()):
        if "\n" in text[tokens[at - 1].end() : tokens[at].start()]:
            break
        at -= 1
    return at


def _beside(text: str, span: Span) -> str | None:
    """The rule by which what stands beside a run shows it to be a person, or None."""
    after, before = text[span[1] : span[1] + 90], text[max(0, span[0] - 40) : span[0]]
    if AGE_AFTER.match(after):
        return "name-age"
    if APPOSITION_AFTER.match(after) and not PLACE_BEFORE.search(before):
        return "name-apposition"
    if ROLE_BEFORE.search(before):
        return "role-name"
    speaks = SPEECH_AFTER.match(after) and not PLACE_BEFORE.search(before)
    if speaks or SPEECH_BEFORE.search(before):
        return "speech-name"
    if SIGNED.match(after) and before.endswith("\n"):
        return "signature-name"
    return "surname-speaks" if text[slice(*span)].split()[-1] in _speaking(text) else None


@lru_cache(maxsize=4)
def _speaking(text: str) -> frozenset[str]:
    """Names that say something by themselves where a text first says it of them: Thorne said."""
    first = {match.group(): match for match in reversed([*SPEAKS.finditer(text)])}.values()
    return frozenset(
        match["name"]
        for match in first
        if not CAPITAL_BEFORE.search(text, max(0, match.start() - 30), match.start())
    )


def _starts_sentence(text: str, position: int) -> bool:
    """Does a sentence or line begin at a position?"""
    return not INSIDE_SENTENCE.search(text[max(0, position - 2) : position])


def stands_alone(text: str, span: Span, region: str) -> bool:
    """Is a surname printed as a name by itself, and not part of another one?"""
    words = text[slice(*span)]
    last = words.split()[-1]
    if not last[0].isupper() or (words.isupper() and len(words) < 4):
        return False
    after = CAPITAL_AFTER.match(text[span[1] : span[1] + 30])
    if after and after[1] in NOT_NAMES and region not in TITLE_CASED:
        return False
    before = CAPITAL_BEFORE.search(text[max(0, span[0] - 30) : span[0]])
    if not before or region in TITLE_CASED:
        return True
    return _starts_sentence(text, max(0, span[0] - 30) + before.start(1)) or before[1] in NOT_NAMES


def title_after(text: str, end: int) -> Span | None:
    """A title set off by commas behind a name, such as ", acting director of the jail,"."""
    match = TITLE_AFTER.match(text[end : end + 200])
    if not match or NO_TITLE.match(match["title"]):
        return None
    return end + match.start("title"), end + match.end("title")


def affiliation_after(text: str, end: int, bodies: Cover) -> Span | None:
    """The agency behind a name and `of`, `from` or `with`: right behind it, or behind a comma.

    >>> bodies = Cover([(26, 29)])
    >>> affiliation_after("Ann Lee got a letter from ICE", 7, bodies) is None
    True
    """
    link = LINK.match(text[end : end + 60])
    return bodies.covering(end + link.end(), end + link.end() + 1) if link else None
