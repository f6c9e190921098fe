"""How much work something is: counted calls of functions, not time, which no two machines share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from cProfile import Profile
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while some work is done, those written in C included."""
    counter = Profile()
    counter.enable()
    try:
        work()
    finally:
        counter.disable()
    return sum(each.callcount for each in counter.getstats())


def grows(work: Callable[[str], object], unit: str, small: int = 80, times: int = 8) -> float:
    """How many times the work becomes when the text becomes `times` as long, per that number.

    About 1 where the work is in step with the length; `times` where it grows with its square.
    """
    work(unit)
    few, many = unit * small, unit * small * times
    return calls(lambda: work(many)) / max(calls(lambda: work(few)), 200) / times


SAMPLES = ("X", "x", "1", " ", "-", ".", "Xx ", "x ")


def ambiguous(pattern: re.Pattern[str]) -> Iterator[str]:
    """Words that a repeated part of a pattern reads as one turn and as two.

    A run of such words is read in twice as many ways with each of them that is added, so that a
    text in which the pattern fails behind them is never read to its end.
    """
    for part in _repeated(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)):
        turn = _compiler.compile(part, pattern.flags & ~re.UNICODE)
        yield from (word for word in SAMPLES if turn.fullmatch(word) and turn.fullmatch(word * 2))


def _repeated(parsed: Any) -> Iterator[Any]:
    """The parts of a parsed pattern that may be repeated more than once."""
    if isinstance(parsed, _parser.SubPattern):
        for code, value in parsed:
            if code in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[1] > 1:
                yield value[2]
            yield from _repeated(value)
    elif isinstance(parsed, (tuple, list)):
        for each in parsed:
            yield from _repeated(each)
