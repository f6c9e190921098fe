"""Which letters a text must hold for a pattern to match anywhere in it.

Looking for a few letters takes a hundredth of the time that a pattern takes. What is read of a
pattern is its letters, groups and alternatives; what else it says only makes fewer letters sure.
"""

import re
from collections.abc import Iterable

SHORTEST = 3  # letters; fewer stand in nearly every sentence
_TOKEN = re.compile(
    r"(?P<run>(?:[\w ’,](?![?*+{]))+)|"
    r"(?P<open>\((?:\?(?:P<\w+>|[a-z-]*:))?)(?!\?)|(?P<look>\(\?<?[=!])|(?P<close>\))|(?P<bar>\|)|"
    r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<edge>\\[bBAZ]|[\^$])|(?P<kind>\\[a-zA-Z]|\.)|"
    r"\\?(?P<letter>.)",
    re.S,
)
_TIMES = re.compile(r"(?P<none>[?*]|\{0?,\d*\}|\{0\})[?+]?|(?:\+|\{\d+(?:,\d*)?\})[?+]?")
"""How often what stands before it may stand; first, what may be missing."""

Needed = frozenset[str]
"""Letters of which one must stand; none are known where it is empty."""


def needed(pattern: str) -> Needed:
    """Letters, in lower case, of which a text holds one if the pattern matches in it.

    >>> sorted(needed(r"\\b(?:refus(?:e|ed)|declin\\w+) to")), needed(r"\\w+|no")
    (['declin', 'refus'], frozenset())
    """
    found = _alternatives(pattern, 0)[0]
    return frozenset(each for each in found if not any(o in each for o in found - {each}))


def holds(low: str, letters: Iterable[str]) -> bool:
    """Whether a text in lower case holds one of some letters."""
    return any(map(low.__contains__, letters))


def _alternatives(pattern: str, at: int) -> tuple[Needed, int]:
    """What one of several alternatives needs, and where they end."""
    every: list[Needed] = []
    while True:
        needs, at = _sequence(pattern, at)
        every.append(needs)
        if pattern[at : at + 1] != "|":
            sure = frozenset[str]().union(*every) if all(every) else frozenset[str]()
            return sure, at + 1
        at += 1


def _sequence(pattern: str, at: int) -> tuple[Needed, int]:
    """The best of what a sequence needs, up to a bar, a closing bracket or the end."""
    found: list[Needed] = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        token = _TOKEN.match(pattern, at)
        assert token  # any character is a letter
        if token["run"]:
            run, at = run + token["run"], token.end()
            continue
        at, letter, needs = token.end(), token["letter"] or "", frozenset[str]()
        if token["open"] or token["look"]:
            needs, at = _alternatives(pattern, at)
        times = _TIMES.match(pattern, at)
        at = times.end() if times else at
        if token["edge"] or token["look"]:
            continue
        if letter and not times:
            run += letter
            continue
        if letter and times and not times["none"]:
            run += letter
        found.append(frozenset([run.lower()]))
        run = ""
        if needs and not (times and times["none"]):
            found.append(needs)
    found.append(frozenset([run.lower()]))
    said = [needs for needs in found if min(map(len, needs), default=0) >= SHORTEST]
    return max(said, key=_worth, default=frozenset()), at


def _worth(needs: Needed) -> tuple[int, int]:
    """How much it says that one of some letters must stand."""
    return min(5, *map(len, needs), 5), -len(needs)
