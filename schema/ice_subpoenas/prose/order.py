"""The order in which the events of an act are told."""

from collections.abc import Iterable
from datetime import date
from typing import Any

Found = dict[str, Any]

SENDING = ("issued", "served")
"""Kinds of events that open an act: nothing else stands before them on the same day."""


def ordered(events: Iterable[Found]) -> list[Found]:
    """Events by the first day that is possible; what followed another event stands after it.

    What is known only to have happened by a day stands after what happened on it.
    """
    rows = list(events)
    by_key = {row["event_id"]: row for row in rows}
    places: dict[str, tuple[date, int]] = {}
    for row in rows:
        chain: dict[str, Found] = {}
        link: Found | None = row
        while link and link["event_id"] not in places and link["event_id"] not in chain:
            chain[link["event_id"]] = link
            link = by_key.get(link["after_event_id"] or "")
        for key, later in reversed(chain.items()):
            first = _first_day(later)
            before, depth = places.get(later["after_event_id"] or "", (date.min, 0))
            places[key] = (before, depth + 1) if before >= first else (first, 0)
    return sorted(
        rows,
        key=lambda row: (
            places[row["event_id"]][0],
            row["kind"] not in SENDING,
            places[row["event_id"]][1],
            row["occurred_earliest"] is None,
            _last_day(row),
            row["event_id"],
        ),
    )


def _first_day(event: Found) -> date:
    """The first day that is possible."""
    days = (event["occurred_earliest"], event["occurred_latest"], event["known_by"])
    return next((day for day in days if day), date.max)


def _last_day(event: Found) -> date:
    day: date = event["occurred_latest"] or event["known_by"] or date.max
    return day
