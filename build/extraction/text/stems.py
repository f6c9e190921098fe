"""Which words a text must hold for a pattern to match: looking for a word is far cheaper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]  # the parser has no public name
from re import _parser  # type: ignore[attr-defined]  # the parser has no public name
from typing import Any

Stems = tuple[str, ...]
MOST = 60  # stems of one pattern; looking for more takes as long as matching


def needed(pattern: re.Pattern[str]) -> Stems:
    """Stems of which a text, in lower case, must hold one for a pattern to match.

    None are given where the pattern may match without any word that is known.

    >>> needed(re.compile("turn(?:ed|s)? (?:it|them) down"))
    (' down',)
    >>> needed(re.compile("(?:No|any) (?:list|file)s?|[Ss]ealed"))
    ('file', 'list', 'sealed')
    >>> needed(re.compile("[a-z]+ed?"))
    ()
    """
    found = _of_all(_parser.parse(pattern.pattern, pattern.flags))
    short = sorted(one for one in found if not any(other in one for other in found - {one}))
    return tuple(short) if _worth(found) and len(short) <= MOST else ()


def holds(low: str, stems: Stems) -> bool:
    """Whether a text, in lower case, holds one of the stems; any text does where there are none."""
    for stem in stems:
        if stem in low:
            return True
    return not stems


def _of_all(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The stems that tell most among those of things that all must be there, one behind another."""
    told, run = list[frozenset[str]](), ""
    for kind, value in items:
        letter = _letter(kind, value)
        if letter:
            run += letter
            continue
        told += [frozenset([run]), _of_one(kind, value)]
        run = ""
    told.append(frozenset([run]))
    return max(told, key=_worth)


def _letter(kind: Any, value: Any) -> str:
    """The one letter, in lower case, for which a part of a pattern stands."""
    if kind is op.LITERAL:
        return chr(value).lower()
    if kind is op.IN and all(each is op.LITERAL for each, _ in value):
        letters = {chr(one).lower() for _, one in value}
        return letters.pop() if len(letters) == 1 else ""
    return ""


def _of_one(kind: Any, value: Any) -> frozenset[str]:
    """The stems of one part of a pattern."""
    if kind is op.SUBPATTERN:
        return _of_all(value[3])
    if kind is op.BRANCH:
        return _of_any(value[1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _of_all(value[2])
    return frozenset()


def _of_any(branches: Sequence[Any]) -> frozenset[str]:
    """The stems of branches, of which one must be there; none if one of them has none."""
    each = [_of_all(branch) for branch in branches]
    return frozenset().union(*each) if all(map(_worth, each)) else frozenset()


def _worth(stems: frozenset[str]) -> float:
    """How much stems tell: long ones stand in few texts, and few are soon looked for."""
    shortest = min(map(len, stems), default=0)
    return 0 if shortest < 3 else shortest - len(stems) / 12
