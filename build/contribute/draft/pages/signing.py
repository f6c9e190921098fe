"""What the lines of a head are made of: who signs, in what role, for which paper, and when.

A line is cut at its bars, days, commas and brackets, and each part is judged by its form alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.text.months import MONTH, WEEKDAY
from ice_subpoenas.derivations.find import Span

DAY = (
    rf"(?:\b{MONTH} [0-3]?\d(?:st|nd|rd|th)?,? 20\d\d\b|\b[0-3]?\d {MONTH},? 20\d\d\b|"
    r"\b20\d\d-[01]?\d-[0-3]?\d(?!\d)|\b[01]?\d/[0-3]?\d/20\d\d\b)"
)
CLOCK = r"\d{1,2}(?:[:.]\d\d)?(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{1,3}T\)?)?"
LABEL = (
    r"(?:first |originally |last )?(?:published|posted|updated|modified|dated?|filed|issued|"
    r"released|created|printed|aired|broadcast)"
)
_WEEKDAY = rf"(?:{WEEKDAY}|(?:Sun|Mon|Tues?|Wed|Thurs?|Fri|Sat)\.?)"
_ONE_DAY = (
    rf"(?:{LABEL}\W{{0,3}}|(?:issue|no\.|vol\.) ?\d+\W{{0,3}}|issue of )*(?:on |at )?"
    rf"(?:{CLOCK},? )?(?:on )?(?:{_WEEKDAY},? )?(?:{DAY}|{MONTH} 20\d\d\b)"
    rf"(?:T[\d:.+Z-]+|,? (?:at )?{CLOCK})?"
)
DAYS = re.compile(rf"\W*{_ONE_DAY}(?:\W+(?:{LABEL}\W.{{0,30}}|{_ONE_DAY}))*\W*", re.I)
"""The day on which a page appeared, and maybe that of a later version, and no other words."""
_DAY_WITHIN = re.compile(rf"(?<!\w){_ONE_DAY}", re.I)
PLACED_DAY = re.compile(
    r"(?:(?-i:[A-Z])[\w.’']*(?: (?-i:[A-Z])[\w.’']*){0,3}, ){1,2}" + DAYS.pattern, re.I
)
"""A day behind a place: Linden, Ohio, March 3, 2026."""
BAR = re.compile(r"\s*[|•·*;/]\s+|\s+[/*]\s*|\s+[–—-]{1,2}\s+")
"""What parts the pieces of a line of the head."""
BY = re.compile(
    r"(?:\w+ / )?(?:(?:[A-Z][\w’' ]{2,30}, )?[Aa] (?:weekly )?column by|"
    r"(?:Written|Posted|Story|Reported|Words|Text) by|By|BY|by|From|Author:):? (?=[^\W\d_a-z])"
)
SITE = re.compile(
    r"\b(?:Post|News|Times|Courier|Herald|Gazette|Ledger|Journal|Tribune|Star|Blog|Daily|Weekly|"
    r"Radio|Press|Record|Sentinel|Observer|Chronicle|Register|Dispatch|Wire|Today|Mercury|Globe|"
    r"Examiner|Bulletin|Pennysaver|Newsletter|Magazine|Review|Report|Reader|Independent|Monitor|"
    r"Current|Beacon|Sun|Messenger|Telegraph|Telegram|Courant|Public Media|News Service|"
    r"Broadcasting|Letter)s?$|&|\.(?:com|org|net)$|^(?:The )?(?:Daily|Weekly) [A-Z]|"
    r"^[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?(?: \d[\d.]*)?(?: (?:FM|AM|TV|News\w*)| \d+)*$",
)
"""Words by which a short line is the name of a paper, station or site."""
SECTION = re.compile(
    r"(?:(?:top|local|regional|state|statewide|national|us|u\.s\.|world|breaking|latest|news|cover|"
    r"story|stories|feature|features|featured|politics|government|opinion|column|columns|"
    r"commentary|analysis|community|crime|courts?|justice|public|safety|education|schools|"
    r"immigration|health|business|investigations?|in|depth|long|reads?|exclusive|special|series|"
    r"city|county|town|hall|transcript|legal|regulatory|policy|labor|housing|economy|and|&)[ ,]*)+",
    re.I,
)
"""The name of a part of a paper: Cover Story."""
_FURNITURE = re.compile(
    r"(?:listen|play live radio|(?:heard|aired|broadcast) on .+|"
    r"(?:edited|translated|photos?) by .+|(?:[\d,.]+ )?(?:comments?|likes?|shares?|views?)|"
    r"leave a comment|(?:estimated )?(?:read(?:ing)? time:? )?\d+[ -]?min(?:ute)?s?(?: \d+ sec\w*)?"
    r"(?: (?:read|listen))?|(?:(?:share|tweet|email|e-mail|print|save|copy link|facebook|twitter|x|"
    r"linkedin|reddit|whatsapp|bluesky|threads|text)[ ,]*)+|\d{1,2}:\d\d|\d{1,4}|"
    r"@\w+|[\w.+-]+@[\w.-]+\w)",
    re.I,
)
"""A button, a length, a count, an address or a handle."""
_NOUN = (
    r"(?:writer|reporter|editor|correspondent|columnist|producer|intern|fellow|journalist|"
    r"contributor|anchor|bureau|staff)s?"
)
_ROLE = re.compile(
    r"(?:(?:(?-i:[A-Z][\w’'-]*)|staff|senior|special|chief|news|managing|contributing|capitol|"
    rf"statehouse|courts?|city) ){{0,3}}{_NOUN}|special",
    re.I,
)
"""What somebody does for a paper: Staff Writer."""
_ROLE_AT = re.compile(
    rf"(?:(?:{_ROLE.pattern}),? (?:of|at|for|to)|(?-i:[Ff]or|FOR(?= THE ))) (?:(?-i:the|THE) )?"
    r"(?P<outlet>(?-i:[A-Z]).*)",
    re.I,
)
"""The same, and for which."""
_STAFF = re.compile(
    r"(?P<outlet>(?:The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}) [Ss](?:taff|TAFF)\b.*"
)
"""Whoever works for a paper: Linden Post staff."""
_ABOUT = re.compile(
    r"(?:(?:the|an?) )?(?:[a-z][\w’'-]* ){0,4}(?:newspaper|magazine|newsletter|weekly|daily|"
    r"station|voice)(?: (?:of|for) .*)?|Public Radio for .*"
)
"""What kind of paper it is."""
_BODY = re.compile(
    r"\b(?:City|County|Town|Village|State|Department|Office|Council|Board|Project|Alliance|Center|"
    r"Institute|Union|Association|University|Coalition|Network|Media|Group|Foundation|Team|Desk)\b"
)
"""Words of the name of a body, and of nobody."""
_WORD = r"[A-Z][\w.’'-]*"
_LINK = r"(?:de|la|del|van|von|der|al|bin|y)"
_PERSON = rf"(?!(?:The|An?|From) ){_WORD}(?: (?:{_WORD}|{_LINK})){{0,2}} {_WORD}"
_PERSONS = re.compile(rf"{_PERSON}(?:(?:, {_PERSON})*,? (?:and|AND|&) {_PERSON})?")
_TWO = re.compile(r" (?:and|AND|&) ")
_COMMA = re.compile(r"\s*[,()]\s*")
_NO_MARK = re.compile(r"(?!)")
_ASKED = re.compile(r"\b(?:contact|release)\b", re.I)
"""Words of the head of a release, whose names sign nothing."""
_INITIAL = re.compile(r" [A-Z]\. ")
_NAMED = re.compile(rf"(?:[A-Z0-9&][\w.’'&-]*|[a-z]+[A-Z]\w*|of|the|for|and|{_LINK}|[–—-])(?: |$)")
NAME_END = re.compile(
    rf"\s*[|•·*;/]\s|\s+[–—-]+\s+|,? (?={WEEKDAY}\b|{DAY})|,? for The |,? and Staff| (?=\S+@)|"
    rf"\s+(?=(?:Staff|Senior|Special|Contributing) )|[,|(]",
    re.I,
)
"""Where the name in a byline ends."""
NAMING = 6  # words of a publisher's name


@dataclass(frozen=True)
class Part:
    """A part of a line: where it stands, and its kind.

    Kinds: `day`, `by` (a name behind "By"), `person` (may be one), `role`, `outlet`, `label`
    (of a section, a button or the like), `named` (capitals, of whatever) and `words`.
    """

    kind: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


def parts(text: str, span: Span) -> list[Part]:
    """The parts of a line, in order.

    >>> line = "By Ann Lee, Staff Writer | Elm Post | May 3, 2026"
    >>> [(part.kind, line[slice(*part.span)]) for part in parts(line, (0, len(line)))]
    [('by', 'Ann Lee'), ('role', 'Staff Writer'), ('outlet', 'Elm Post'), ('day', 'May 3, 2026')]
    """
    found = list[Part]()
    for piece in _between(text, span, BAR):
        if DAYS.fullmatch(text, *piece) or PLACED_DAY.fullmatch(text, *piece):
            found.append(Part("day", *piece))
            continue
        at = piece[0]
        for day in _DAY_WITHIN.finditer(text, *piece):
            found += [*_of_piece(text, (at, day.start())), Part("day", *day.span())]
            at = day.end()
        found += _of_piece(text, (at, piece[1]))
    return found


def _between(text: str, span: Span, mark: re.Pattern[str]) -> Iterator[Span]:
    """What stands between marks, without spaces at its ends; nothing that is empty."""
    at = span[0]
    ends = [*(m.span() for m in mark.finditer(text, *span)), (span[1], span[1])]
    for end, after in ends:
        words = text[at:end]
        if words.strip(" .,"):
            yield end - len(words.lstrip(" ,")), at + len(words.rstrip(" ,"))
        at = after


def _of_piece(text: str, span: Span) -> Iterator[Part]:
    """The parts of what stands between bars and days."""
    for start, end in _between(text, span, _NO_MARK):
        if (by := BY.match(text, start, end)) is None:
            yield from _listed(text, (start, end))
            continue
        several = _PERSONS.match(text, by.end(), end)
        cuts = NAME_END.finditer(text, by.end(), end)
        last = several.end() if several else 0
        stop = next((m.start() for m in cuts if m.start() >= last or m[0] != ","), end)
        words = text[by.end() : stop].rstrip(" .")
        yield Part("by", by.end(), by.end() + len(words))
        yield from _listed(text, (stop, end), is_behind=True)


def _listed(text: str, span: Span, *, is_behind: bool = False) -> Iterator[Part]:
    """The parts of a list with commas and brackets; `is_behind`, behind a name."""
    last: Part | None = None
    for start, end in _between(text, span, _COMMA):
        words = text[start:end]
        if last and last.kind in ("named", "person", "outlet") and _ABOUT.fullmatch(words):
            last = Part("outlet", *last.span)
            continue
        if last:
            yield last
            last = None
        staff = _STAFF.fullmatch(words)
        is_staff = staff and (is_behind or SITE.search(staff["outlet"]))
        at = _ROLE_AT.fullmatch(words) or (staff if is_staff else None)
        if at and is_named(at["outlet"]) and not _ASKED.search(words):
            yield Part("role", start, end)
            is_outlet = " " in at["outlet"] or is_behind
            if is_outlet and not SECTION.fullmatch(at["outlet"]):
                yield Part("outlet", start + at.start("outlet"), start + at.end("outlet"))
            continue
        kind = _kind(words)
        is_open = is_behind and text[start - 1] == "(" and kind in ("named", "person")
        last = Part("outlet" if is_open else kind, start, end)
    if last:
        yield last


def _kind(words: str) -> str:
    """The kind of a part by its form."""
    if _FURNITURE.fullmatch(words) or SECTION.fullmatch(words):
        return "label"
    if _ROLE.fullmatch(words):
        return "role"
    if not is_named(words) or _ASKED.search(words):
        return "words"
    marks = {m[0] for each in (words, words.title()) for m in SITE.finditer(each)}
    is_person = _PERSONS.fullmatch(words) and not _BODY.search(words.title())
    if marks - {"&"} or (marks and not is_person):
        return "outlet"
    return "person" if is_person else "named"


def is_named(words: str) -> bool:
    """Whether words are few and have capitals, as the name of a paper or person."""
    return len(words.split()) <= NAMING and not _NAMED.sub("", words)


def names(text: str, lines: Sequence[Span]) -> tuple[Span | None, list[Span]]:
    """Who signs by the lines of a head, and the papers and stations that they name, the plainest
    first.

    A name without "By" is that of a person only where other words show it: a role, a paper or an
    address beside it, or that there are two.
    """
    read = [parts(text, line) for line in lines]
    found = [(part, line) for line in read for part in line]
    by = next((part for part, _ in found if part.kind == "by"), None)
    outlets = [part.span for part, _ in found if part.kind == "outlet"]
    if by is not None:
        own = text[slice(*by.span)]
        beside = [*outlets, *_beside(text, read, by)]
        is_site = is_named(own) and SITE.search(own) and len(own.split()) > 2  # not "Ann Sun"
        return by.span, [*beside, *([by.span] if is_site else [])]
    is_told = any(
        part.kind == "role" or (part.kind == "outlet" and "." not in text[slice(*part.span)])
        or (part.kind == "label" and "@" in text[slice(*part.span)])
        for part, _ in found
    )  # fmt: skip
    if any(_ASKED.search(text, *line) for line in lines):
        return None, outlets
    for part, line in found:
        words = text[slice(*part.span)]
        is_alone = part.kind == "person" and not {"words", "named"} & {p.kind for p in line}
        if is_alone and (is_told or _TWO.search(words) or _INITIAL.search(words)):
            return part.span, outlets
    return None, outlets


def _beside(text: str, read: Sequence[Sequence[Part]], by: Part) -> Iterator[Span]:
    """Names of whatever that stand alone between bars or in a line beside or below who signs."""
    is_below = False
    for line in read:
        is_list = by not in line and bool(line) and text[: line[0].start].rstrip()[-1:] == ","
        if by in line or (is_below and not is_list and all(part.kind != "words" for part in line)):
            for part in line:
                is_alone = text[part.start - 2 : part.start].strip() != ","
                if part.kind in ("named", "person") and is_alone and " " in text[slice(*part.span)]:
                    yield part.span
        is_below = is_below or by in line
