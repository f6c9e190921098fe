"""The day that is published of what happened: what all words allow together, within its bounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from . import edtf
from .edtf import DaySet


@dataclass(frozen=True)
class Published:
    """A day as EDTF, null where the words disagree, and how each label stands to it."""

    value: str | None
    stances: tuple[str, ...]


def published(
    labels: Sequence[str], chosen: str | None, not_before: date | None, not_after: date | None
) -> Published:
    """The days that every label allows, cut by the bounds.

    `chosen` is the side that a conflict record publishes. Labels that do not meet it contest it; if
    it cannot be read as a day, all labels do. Without `chosen`, labels that do not meet each other
    give no day, and all of them contest.

    >>> published(["2020-01", "[2020-01-17..]"], None, None, date(2020, 1, 20))
    Published(value='[2020-01-17..2020-01-20]', stances=('broader', 'broader'))
    >>> published(["2020-01-13", "2020-01-15"], "2020-01-13", None, None).stances
    ('supports', 'contests')
    >>> published(["2020-01-13"], "soon", None, None)
    Published(value=None, stances=('contests',))
    """
    return _published(tuple(labels), chosen, not_before, not_after)


@lru_cache(maxsize=8192)
def _published(
    labels: tuple[str, ...], chosen: str | None, not_before: date | None, not_after: date | None
) -> Published:
    sets = [edtf.read(label) for label in labels]
    side = _side(chosen) if chosen else None
    meeting = [days for days in sets if side is None or edtf.meet(days, side)]
    allowed = edtf.together(meeting) if meeting else ()
    if side is not None and edtf.meet(allowed, side):
        allowed = edtf.meet(allowed, side)
    if not allowed or not labels:
        return Published(None, tuple("contests" for _ in sets))
    days = edtf.cut(allowed, not_before, not_after)
    value = _lasting(labels, days) or edtf.edtf(days)
    return Published(value, tuple(_stance(each, days) for each in sets))


def _side(chosen: str) -> DaySet:
    """The days of the side that a record publishes; none where it cannot be read as a day."""
    try:
        return edtf.read(chosen)
    except ValueError:
        return ()


def _lasting(labels: Sequence[str], days: DaySet) -> str | None:
    """An interval `a/b` that words give as such: something lasted through its days."""
    return next((label for label in labels if "/" in label and edtf.read(label) == days), None)


def _stance(given: DaySet, days: DaySet) -> str:
    if given == days:
        return "supports"
    return "broader" if edtf.meet(given, days) else "contests"
