"""Who spoke before: full names for surnames, pronouns and descriptions, in reading order."""

from bisect import bisect_left
from collections.abc import Callable

from extraction.attribution.answer import Attribution
from extraction.attribution.mentions import form
from extraction.grammar import cues, tags
from extraction.quotations.full_names import (
    GENDER,
    ORGANIZATION_WORDS,
    People,
    gender_of,
    split_mention,
)
from extraction.quotations.paragraphs import people_of
from extraction.text.candidates import Span
from extraction.text.document import Document

REACH = 2_500  # characters; a pronoun does not look farther back
AHEAD = 200  # characters; how far ahead somebody may be named whom nobody named before
_LED = ("the ", "a ", "an ", "his ", "her ", "their ", "its ")


class Memory:
    """Who spoke before, to resolve surnames, pronouns and `the spokesman`, in reading order."""

    def __init__(self, document: Document) -> None:
        self.text, self._document = document.text, document
        self.last: tuple[int, str] | None = None
        self.by_noun: dict[str, str] = {}
        self.by_mention: dict[Span, str] = {}

    @property
    def people(self) -> People:
        """The names that the text prints, looked for when somebody speaks."""
        return self._document.once(people_of)

    def resolve(self, found: Attribution, parts: dict[str, Span]) -> str | None:
        """The name that a speaker's mention stands for, or None where nothing tells."""
        if found.speaker not in self.by_mention:
            name = self._look_up(found, parts)
            if name:
                self.by_mention[found.speaker] = name
                self.last = (found.speaker[0], name)
        return self.by_mention.get(found.speaker)

    def _look_up(self, found: Attribution, parts: dict[str, Span]) -> str | None:
        start, end = parts["speaker"]
        words = self.text[start:end]
        surface = (words[:-2] if words.endswith(("’s", "'s")) else words).strip(" ,")
        low = surface.lower()
        if not surface:
            return None
        if low in GENDER or low in ("they", "it", "who", "which", "his", "her"):
            return self._pronoun(low, found)
        return self._named(surface, start)

    def _named(self, surface: str, start: int) -> str:
        """The fullest name of a mention that is no pronoun."""
        if surface[:1].isupper() and not surface.lower().startswith(_LED):
            return self.people.full_name(surface, start) or surface
        return self._description(surface, start)

    def _pronoun(self, low: str, found: Attribution) -> str | None:
        """The last speaker if near and fitting, else the last person named."""
        at = found.speaker[0]
        gender = {"he": "m", "his": "m", "she": "f", "her": "f"}.get(low)
        since = self._since(at)
        if low == "who":
            return self.people.latest(at, max(0, at - 200), None)
        fits = _is_many if low in ("it", "they", "which") else self._is_person(gender)
        if self.last and self.last[0] >= since and fits(self.last[1]):
            since = self.last[0]
        else:
            self.last = None
        told = self._told(found, fits)
        named = self.people.introduced(at, self.text.rfind("\n", 0, at) + 1)
        if named and fits(named[1]) and (told is None or named[0] > told[0]):
            told = named
        if told and (self.last is None or told[0] > self.last[0]):
            return told[1]
        if self.last:
            return self.last[1]
        if fits is _is_many:
            return None
        known = self.people.latest(at, since, gender)
        return known or self.people.earliest(at, at + AHEAD, gender)

    def _is_person(self, gender: str | None) -> Callable[[str], bool]:
        """A test whether what somebody is called may be a person of a gender."""

        def fits(name: str) -> bool:
            named = name in self.people.known or gender_of(name) is not None or " " in name
            small = any(word[0].islower() for word in name.split())
            return named and not small and gender_of(name) in (gender, None)

        return fits

    def _told(self, found: Attribution, fits: Callable[[str], bool]) -> tuple[int, str] | None:
        """Who is said to speak last before a pronoun in the same paragraph, quoted or not."""
        g = found.paragraph
        at = bisect_left(g.p.start, found.speaker[0]) if g else 0
        if g is None or at >= len(g.p):
            return None
        for number in range(g.p.sentence[at], -1, -1):
            for saying in g.sayings(g.p.sentences()[number][0]):
                last = saying.speaker[1]
                if last >= at or g.p.tag[last] in (tags.PRONOUN, tags.SUBORDINATOR):
                    continue
                start, end = split_mention(self.text, g.span(saying.speaker))["speaker"]
                name = self._named(self.text[start:end], start)
                if fits(name):
                    return start, name
        return None

    def _since(self, at: int) -> int:
        """Start of the paragraph before the one that holds an offset."""
        floor = max(0, at - REACH)
        line = self.text.rfind("\n", floor, at)
        while line > floor and self.text[line - 1].isspace():
            line -= 1
        before = self.text.rfind("\n", floor, line) if line > floor else floor
        return max(floor, before)

    def _description(self, surface: str, at: int) -> str:
        """The mayor: the person with that title; the spokesman: the last spokesman who spoke.

        A body, a paper or anybody else without a name is called what the text calls it.
        """
        words = surface.split()
        noun = next(
            (w for w in reversed(words) if w.lower() in cues.TITLES or w.islower()), ""
        ).lower()
        if words[0].lower() == "the" and len(words) <= 3:
            return self.by_noun.get(noun) or self.people.titled(noun, at) or surface
        self.by_noun[noun] = surface
        return surface


def _is_many(name: str) -> bool:
    """Whether what somebody is called may be several, or a body."""
    words = name.replace("’", "'").lower().split()
    body = name.split()[-1].isupper() or not ORGANIZATION_WORDS.isdisjoint(words)
    return body or form(name) in ("body", "people", "plural", "noun")
