"""What a site asks of programs: its robots.txt, read as RFC 9309 says.

The reader of the standard library knows no `*` and `$` in a path, and takes the first rule that
fits where the standard takes the longest: it would ask for pages that a site keeps from programs.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from glob import escape
from typing import NamedTuple
from urllib.parse import quote, unquote

from links.web import Answer, NoAnswer, Web, joined, target

LARGEST = 500 * 1024  # bytes that are read; the standard asks for no more
HOPS = 5  # redirects that lead to a robots.txt
LONGEST_DELAY = 30.0  # seconds between requests that a site may ask for


class Rule(NamedTuple):
    """A path pattern, and whether it allows."""

    pattern: str
    allows: bool


@dataclass(frozen=True)
class Rules:
    """What a site asks of us: rules on paths, and seconds between requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether a path may be asked for: the longest pattern that fits decides."""
        fitting = [rule for rule in self.rules if matches(rule.pattern, _plain(path))]
        best = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return best is None or best.allows


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern fits a path from its beginning; `*` is anything, `$` at the end the end.

    >>> [matches(p, "/news/a.pdf") for p in ("/news", "/*.pdf$", "/*.pd$", "/other", "*a*f$")]
    [True, True, False, False, True]
    """
    stars = "*".join(map(escape, pattern.removesuffix("$").split("*")))
    return fnmatchcase(path, stars if pattern.endswith("$") else f"{stars}*")


def _plain(path: str) -> str:
    """A path with the same characters escaped, however it was written."""
    return quote(unquote(path), safe="/?&=+,;:@!$'()*~-._")


def parse(text: str, agent: str) -> Rules:
    """The rules for a program of a name: of the groups for it, else of those for all.

    >>> parse("User-agent: *\\nDisallow: /private\\nAllow: /private/open", "us").allow("/private/x")
    False
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    named: list[str] = []
    is_head = False
    for key, value in _lines(text):
        if key == "user-agent":
            named = [*named, value.lower()] if is_head else [value.lower()]
            for name in named:
                groups.setdefault(name, [])
            is_head = True
            continue
        is_head = False
        for name in named:
            groups[name].append((key, value))
    own = groups.get(agent.lower(), groups.get("*", []))
    rules = (
        Rule(_pattern(value), key == "allow")
        for key, value in own
        if key in ("allow", "disallow") and value.startswith(("/", "*"))
    )
    return Rules(tuple(rules), _delay(own))


def _lines(text: str) -> Iterable[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _pattern(value: str) -> str:
    end = "$" if value.endswith("$") else ""
    return _plain(value.removesuffix("$")) + end


def _delay(said: list[tuple[str, str]]) -> float:
    given = next((value for key, value in said if key == "crawl-delay"), "0")
    try:
        seconds = float(given)
    except ValueError:
        return 0.0
    return 0.0 if math.isnan(seconds) else min(max(seconds, 0.0), LONGEST_DELAY)


@dataclass
class Robots:
    """The rules of every site that was asked, each read once. `name` is what we are called."""

    web: Web
    name: str
    known: dict[str, Rules | NoAnswer] = field(default_factory=dict)

    def of(self, address: str) -> Rules:
        """The rules for an address; `NoAnswer` where the site does not say what it asks."""
        origin = target(address).origin
        if origin not in self.known:
            try:
                self.known[origin] = self._read(f"{origin}/robots.txt")
            except NoAnswer as error:
                self.known[origin] = error
        found = self.known[origin]
        if isinstance(found, NoAnswer):
            raise found
        return found

    def _read(self, address: str) -> Rules:
        for _ in range(HOPS):
            answer = self.web.ask(address, LARGEST)
            if answer.leads_to is None:
                return self._said(answer)
            address = joined(address, answer.leads_to)
        return Rules()  # the standard: too many redirects are as good as no file

    def _said(self, answer: Answer) -> Rules:
        """A site without the file asks for nothing; one that fails may ask for anything."""
        if answer.status >= 500 or answer.status == 429:
            raise NoAnswer(f"its robots.txt gives status {answer.status}")
        if answer.status >= 300:
            return Rules()
        return parse(answer.body.decode("utf-8", "replace"), self.name)
