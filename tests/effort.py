"""How much work something is: counted calls of functions, not time, which no two machines share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while some work is done, those written in C included."""
    counted = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal counted
        del frame, arg
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counted


def grows(work: Callable[[str], object], unit: str, small: int = 150, times: int = 8) -> float:
    """How many times the work becomes when the text becomes `times` as long, per that number.

    About 1 where the work is in step with the length; `times` where it grows with its square.
    """
    work(unit)
    few, many = unit * small, unit * small * times
    return calls(lambda: work(many)) / max(calls(lambda: work(few)), 200) / times
