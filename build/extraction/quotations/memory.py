"""Who spoke before: full names for surnames, pronouns and descriptions, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable

from extraction.attribution.answer import Attribution
from extraction.grammar import cues
from extraction.quotations.full_names import GENDER, People, gender_of
from extraction.text.candidates import Span

REACH = 2_500  # characters; a pronoun does not look farther back


class Memory:
    """Who spoke before, to resolve surnames, pronouns and `the spokesman`, in reading order."""

    def __init__(self, text: str, people: Callable[[], People]) -> None:
        self.text, self._people = text, people
        self.last: tuple[int, str] | None = None
        self.by_noun: dict[str, str] = {}
        self.by_mention: dict[Span, str] = {}

    @property
    def people(self) -> People:
        """The names that the text prints, looked for when somebody speaks."""
        return self._people()

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
        surface = re.sub(r"[’']s$", "", self.text[start:end]).strip(" ,")
        low = surface.lower()
        if not surface:
            return None
        if low in GENDER or low in ("they", "it", "who", "which", "his", "her"):
            return self._pronoun(low, found)
        if low.startswith(("the ", "a ", "an ", "his ", "her ", "their ")):
            return self._description(surface, start)
        if surface[:1].isupper():
            return self.people.full_name(surface, start) or surface
        return self._description(surface, start)

    def _pronoun(self, low: str, found: Attribution) -> str | None:
        """The last speaker if near and fitting, else the last person named."""
        at = found.speaker[0]
        gender = {"he": "m", "his": "m", "she": "f", "her": "f"}.get(low)
        since = self._since(at)
        if low == "who":
            return self.people.latest(at, max(0, at - 200), None)
        if low in ("it", "they", "which"):
            return self.last[1] if self.last and self.last[0] >= since and low == "they" else None
        if self.last and self.last[0] >= since:
            name = self.last[1]
            if gender_of(name) in (gender, None) and (" " in name or name.istitle()):
                return name
        return self.people.latest(at, since, gender)

    def _since(self, at: int) -> int:
        """Start of the paragraph before the one that holds an offset."""
        floor = max(0, at - REACH)
        line = self.text.rfind("\n", floor, at)
        while line > floor and self.text[line - 1].isspace():
            line -= 1
        before = self.text.rfind("\n", floor, line) if line > floor else floor
        return max(floor, before)

    def _description(self, surface: str, at: int) -> str | None:
        """The mayor: the person with that title; the spokesman: the last spokesman who spoke."""
        words = surface.split()
        noun = next(
            (w for w in reversed(words) if w.lower() in cues.TITLES or w.islower()), ""
        ).lower()
        if words[0].lower() == "the" and len(words) <= 3:
            return self.by_noun.get(noun) or self.people.titled(noun, at)
        self.by_noun[noun] = surface
        return surface
