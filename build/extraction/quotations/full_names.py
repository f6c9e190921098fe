"""From a mention to a person: name, title and affiliation as printed, and the full name."""

import re
from bisect import bisect_left
from collections import defaultdict

from extraction.grammar import cues
from extraction.lexicon import lists
from extraction.text.candidates import Span
from extraction.text.months import LONG_MONTH, SHORT_MONTH, WEEKDAY
from extraction.text.words import word_set

PARTICLES = "de|la|van|von|der|den|del|della|di|da|bin|ibn|al|el|le|St\\."
_CAP = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_NAME = re.compile(
    rf"[A-ZÀ-ÖØ-Þ](?<![\w’'.-].)[\w’'.-]*(?:[ \xa0](?:(?:{PARTICLES})[ \xa0])?{_CAP}){{1,4}}"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*")
_APPOSED = re.compile(rf",[ \xa0]({_CAP}(?:[ \xa0]{_CAP}){{1,2}})(?=,)")
_SMALL_BEFORE = re.compile(
    r"\b[a-z]{3,20}$|(?<=\b[Aa] )[a-z]{3,20}(?= (?:for|of|with|at) [^.,;:“”\"\n]{2,60}$)"
)
"""The last word of a title before a comma, or its first noun: a spokesman for the agency."""
_TOKEN = re.compile(r"\S+")
_AFFILIATION = re.compile(r"\s(?:of|from|with|at|for)\s")
_ASIDE = re.compile(
    r"\s(?:on|in|during|at|via)\s(?:(?:an?|the|his|her|their|its|late|early|mid-?)\s)?"
    r"(?:(?:[\w-]+\s){0,2}?(?:statements?|interviews?|emails?|e-mails?|letters?|briefings?|"
    r"conferences?|filings?|hearings?|posts?|tweets?|speech|videos?|testimony|phone|air)\b"
    rf"|(?:19|20)\d\d\b|{WEEKDAY}\b"
    rf"|{LONG_MONTH}\b|{SHORT_MONTH}"
    r"|(?:Twitter|Facebook|Instagram|X|TV|television|radio)\b"
    r"|(?:CNN|CBS|NBC|ABC|Fox|MSNBC|PBS|NPR|Channel)\b)"
)
"""When and where somebody spoke, behind who it was: the mayor on Thursday."""
_PARTY = re.compile(r"\(([^()]{1,40})\)")

ORGANIZATION_WORDS = word_set("""
department office agency bureau committee council county city university college school court times
post news press journal tribune house senate congress party campaign union association center
institute foundation police sheriff's board commission company inc inc. corp corp. group network
television administration service services enforcement customs immigration security justice
corrections hospital church bank street avenue states kingdom republic district island river north
south east west new san los las united first national state federal act law league coalition
alliance society project program times-union operations canada environment ministry parliament
facebook twitter youtube
""")
TITLE_WORDS = cues.TITLES | word_set("""
manager adviser advisor aide counsel lawyer strategist analyst economist candidate nominee activist
host anchor journalist reporter correspondent editor author writer owner founder ceo veteran leader
head deputy assistant lady premier king queen prince pope bishop pastor rabbi imam commander clerk
solicitor prosecutor warden marshal sister brother wife husband son daughter mother father czar
operative pollster consultant expert scholar historian actor actress singer coach player star star's
then-attorney then-president then-mayor president del. sens. reps. lawyers whip
""")
_NO_SURNAMES = TITLE_WORDS | cues.NO_NAMES | {"sanctuary", "acting"}


def split_mention(text: str, span: Span) -> dict[str, Span]:
    """Parts of a speaker's mention: speaker, and title and affiliation where it prints them.

    >>> text = "acting fire chief Ada Moreno of the county office"
    >>> {k: text[a:b] for k, (a, b) in split_mention(text, (0, len(text))).items()}
    {'speaker': 'Ada Moreno', 'title': 'acting fire chief', 'affiliation': 'the county office'}
    """
    parts: dict[str, Span] = {}
    start, end = span
    aside = _ASIDE.search(text, start + 1, end)
    if aside:
        end = aside.start()
    party = _PARTY.search(text, start, end)
    if party and party.start() > start:
        parts["affiliation"] = party.span(1)
        end = start + len(text[start : party.start()].rstrip())
    words = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    name = None if any(word == "and" for word, _, _ in words) else _name_run(words)
    if name is None:
        return {"speaker": (start, end), **parts}
    first, last = name
    speaker = (words[first][1], words[last][2])
    rest = _AFFILIATION.match(text, speaker[1], end)
    if rest and rest.end() < end:
        parts["affiliation"] = (rest.end(), end)
    elif last + 1 < len(words):
        return {"speaker": (start, end), **parts}
    if first > 0:
        parts = {"title": (words[0][1], words[first - 1][2]), **parts}
    return {"speaker": speaker, **parts}


def _name_run(words: list[tuple[str, int, int]]) -> tuple[int, int] | None:
    """First and last word of the person's name, or None where the mention names nobody."""
    last = next(
        (i - 1 for i in range(1, len(words)) if words[i][0] in cues.PREPOSITIONS), len(words) - 1
    )
    first = last + 1
    for i in range(last, -1, -1):
        word = words[i][0]
        if word.lower() in TITLE_WORDS or not (word[0].isupper() or _is_particle(word)):
            break
        if i < last and word.endswith(("’s", "'s")):
            break
        first = i
    while first <= last and not words[first][0][0].isupper():
        first += 1
    first += _n_titles([word for word, _, _ in words[first : last + 1]])
    if first > last or words[first][0].lower() in _NO_SURNAMES:
        return None
    if any(word.lower() in ORGANIZATION_WORDS for word, _, _ in words[first : last + 1]):
        return None
    titled = first > 0
    plural = words[0][0].lower() in cues.DETERMINERS and last - first < 1
    return (
        (first, last) if (last - first >= 1 or titled or len(words) == 1) and not plural else None
    )


def _n_titles(words: list[str]) -> int:
    """How many words of a run stand before the first given name, as titles do that no list has.

    >>> _n_titles(["Harbormaster", "Ada", "Moreno"]), _n_titles(["Ada", "Moreno"])
    (1, 0)
    """
    given = (n for n, word in enumerate(words[:-1]) if word in lists.given_names())
    return next(given, 0)


def _is_particle(word: str) -> bool:
    return re.fullmatch(PARTICLES, word) is not None


def _ends_sentence(word: str) -> bool:
    """Whether a full stop ends the word and a sentence: no initial and no abbreviation."""
    return word.endswith(".") and len(word) > 3 and word.lower() not in cues.ABBREVIATIONS


class People:
    """Full names that a text prints, to be found again by surname, title or pronoun."""

    def __init__(self, text: str) -> None:
        self.names: list[tuple[int, str]] = []
        self.apposed: list[tuple[int, str]] = []
        """Names between commas behind a title: a spokesman, Ada Moreno, …"""
        self.known: set[str] = set()
        """Names that a title, a given name or a bare surname shows to be a person's."""
        self._by_last: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_title: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for match in _NAME.finditer(text):
            before = text[max(0, match.start() - 22) : match.start()].split()
            called = bool(before) and before[-1] in TITLE_WORDS
            self._add(match.group(), match.start(), called)
        for match in _APPOSED.finditer(text):
            nouns = _SMALL_BEFORE.finditer(text, max(0, match.start() - 85), match.start())
            for title in {noun.group() for noun in nouns} & TITLE_WORDS:
                self.known.add(match.group(1))
                self.apposed.append((match.start(1), match.group(1)))
                self._by_title[title].append((match.start(1), match.group(1)))
        self._last_names(text)

    def _add(self, run: str, at: int, called: bool) -> None:
        """A run of names; `called` tells whether a title stands before it in small letters."""
        words = run.replace("\xa0", " ").split(" ")
        lows = [word.lower() for word in words]
        cut = start = 0
        for i, low in enumerate(lows, 1):
            if low in _NO_SURNAMES:
                cut = start = i
            elif low[-1] == "." and i < len(words) and _ends_sentence(low):
                start = i
        start += _n_titles(words[start:])
        titles, words = lows[:cut], words[start:]
        if not 2 <= len(words) <= 5:
            return
        clean = [_unowned(word).rstrip(".,") for word in words]
        if not ORGANIZATION_WORDS.isdisjoint(map(str.lower, clean)) or clean[-1].isupper():
            return
        full = " ".join([*words[:-1], clean[-1]])
        if titles or called or gender_of(full):
            self.known.add(full)
        self.names.append((at, full))
        for start in range(1, len(words)):
            self._by_last[" ".join([*words[start:-1], clean[-1]]).lower()].append((at, full))
        for title in titles:
            self._by_title[title].append((at, full))

    def _last_names(self, text: str) -> None:
        """Bare surnames of known people, so that a pronoun can look back at them too."""
        known = {key for key in self._by_last if " " not in key}
        if not known:
            return
        self._runs = [(at, at + len(full)) for at, full in self.names]
        for match in _CAPITAL.finditer(text):
            at, word = match.start(), _unowned(match.group().lower())
            if word not in known:
                continue
            full = _nearest(self._by_last[word], at)
            if full and not self._inside(at):
                self.known.add(full)
                self.names.append((at, full))
        self.names.sort()

    def _inside(self, at: int) -> bool:
        """Whether an offset lies inside a full name already found."""
        k = bisect_left(self._runs, (at + 1, 0)) - 1
        return k >= 0 and at < self._runs[k][1] + 12

    def full_name(self, mention: str, at: int) -> str | None:
        """The full name of a surname: the latest one printed before it, else the first after."""
        words = mention.split()
        while len(words) > 1 and words[0].lower() in TITLE_WORDS:
            words.pop(0)
        key = " ".join(words)
        found = _nearest(self._by_last.get(key.lower(), []), at)
        plain = len(words) > 1 and all(w[0].isupper() or _is_particle(w) for w in words)
        if found is None and plain and not any(w.lower() in ORGANIZATION_WORDS for w in words):
            return key
        return found

    def titled(self, noun: str, at: int) -> str | None:
        """The latest person printed with a title before a place: the mayor."""
        return _nearest(self._by_title.get(noun.lower(), []), at)

    def latest(self, at: int, since: int, gender: str | None) -> str | None:
        """The latest person named between two offsets whose gender fits."""
        k = bisect_left(self.names, (at, ""))
        while k > 0 and self.names[k - 1][0] >= since:
            k -= 1
            name = self.names[k][1]
            known = gender_of(name)
            if name in self.known and (gender is None or known is None or known == gender):
                return name
        return None

    def introduced(self, at: int, since: int) -> tuple[int, str] | None:
        """The last person whom a title introduces between two offsets: a clerk, Ada Moreno, …"""
        return max((each for each in self.apposed if since <= each[0] < at), default=None)

    def earliest(self, at: int, until: int, gender: str | None) -> str | None:
        """The first person named between two offsets whose gender fits."""
        for k in range(bisect_left(self.names, (at, "")), len(self.names)):
            start, name = self.names[k]
            if start >= until:
                return None
            if name in self.known and gender_of(name) in (None, gender):
                return name
        return None


def _unowned(word: str) -> str:
    """A word without the ending of an owner: Moreno’s."""
    return word[:-2] if word[-2:] in ("’s", "'s") else word


def _nearest(found: list[tuple[int, str]], at: int) -> str | None:
    """The last entry before an offset, else the first after it."""
    if not found:
        return None
    k = bisect_left(found, (at + 1, ""))
    return found[k - 1][1] if k else found[0][1]


def gender_of(name: str) -> str | None:
    """f, m or None by the given name."""
    first = name.split()[0].lower().rstrip(".")
    if first in cues.WOMEN:
        return "f"
    return "m" if first in cues.MEN else None


GENDER = {"he": "m", "she": "f"}
