"""Follow an address to the page that answers, and look for an archived copy of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from ice_subpoenas.plain import safe
from ice_subpoenas.vocabularies import LinkOutcome
from links.robots import Robots
from links.web import Answer, NoAnswer, Web, joined, target

HOPS = 10  # redirects that are followed
ARCHIVE = "https://archive.org/wayback/available"
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/\S+")
LARGEST = 64 * 1024  # bytes of what the archive says
APART = timedelta(days=2)  # a server's day that is farther from ours is not believed
FRONT = ("", "/home", "/index.html", "/index.php")
GONE = (404, 410)


@dataclass(frozen=True)
class Reached:
    """What came of asking for an address: the columns of `links`, and why there was no answer."""

    outcome: str
    http_status: int | None = None
    leads_to: str | None = None
    day: date | None = None
    why: str | None = None


def reach(web: Web, robots: Robots, address: str, today: date) -> Reached:
    """Ask for an address and follow where it leads; `today` is only what a day is held against."""
    way = _Way(address)
    outcome, why = None, None
    try:
        way.follow(web, robots)
    except _Disallowed:
        outcome = LinkOutcome.NOT_ASKED
    except NoAnswer as error:
        outcome, why = LinkOutcome.NO_ANSWER, str(error)
    status = way.answer.status if way.answer and outcome is None else None
    outcome = outcome or _outcome(status or 0, address, way.at)
    leads_to = way.at if way.at != address else None
    return Reached(outcome, status, leads_to, _day(way.answer, today), why)


class _Disallowed(Exception):  # noqa: N818  a site says so, and nothing is wrong
    """The site asks programs not to fetch the page."""


@dataclass
class _Way:
    """How far an address led, and the last answer."""

    at: str
    answer: Answer | None = None

    def follow(self, web: Web, robots: Robots) -> None:
        """Go on until a server shows a page or says that it has none."""
        seen: set[str] = set()
        while self.at not in seen and len(seen) <= HOPS:
            seen.add(self.at)
            rules = robots.of(self.at)
            if not rules.allow(target(self.at).path):
                raise _Disallowed
            self.answer = _asked(web, self.at, rules.delay)
            if self.answer.leads_to is None:
                return
            self.at = joined(self.at, self.answer.leads_to)
        raise NoAnswer("it leads in a circle" if self.at in seen else f"it leads on {HOPS} times")


def _asked(web: Web, address: str, pause: float) -> Answer:
    """The answer to HEAD; where that is not understood or not good, the answer to GET."""
    try:
        answer = web.ask("HEAD", address, pause=pause)
        if answer.status < 400 or answer.status == 429:
            return answer
    except NoAnswer as error:
        if not error.again:
            raise
    return web.ask("GET", address, pause=pause)


def _outcome(status: int, asked: str, reached: str) -> LinkOutcome:
    if 200 <= status < 300:
        is_lost = _is_front(reached) and not _is_front(asked)
        return LinkOutcome.FRONT_PAGE if is_lost else LinkOutcome.FOUND
    if status in GONE:
        return LinkOutcome.GONE
    return LinkOutcome.REFUSED if 400 <= status < 500 else LinkOutcome.NO_ANSWER


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path.lower().rstrip("/") in FRONT and not parts.query


def _day(answer: Answer | None, today: date) -> date | None:
    """The day on which a server says that it answered, if that can be."""
    try:
        found = parsedate_to_datetime(answer.headers["date"]).date() if answer else None
    except (KeyError, ValueError, TypeError, OverflowError):
        return None
    return found if found and abs(found - today) <= APART else None


def archived(web: Web, address: str, near: date | None, service: str = ARCHIVE) -> str | None:
    """The archived copy of an address that is nearest to a day; null where the archive has none.

    Raises `NoAnswer` where the archive does not say.
    """
    asked = {"url": address} | ({"timestamp": near.strftime("%Y%m%d")} if near else {})
    answer = web.ask("GET", f"{service}?{urlencode(asked)}", LARGEST)
    if answer.status != 200 or answer.is_cut:
        raise NoAnswer(f"the archive gives status {answer.status}")
    try:
        said: Any = json.loads(answer.body)
        closest = said["archived_snapshots"].get("closest")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise NoAnswer("the archive answers in another form") from None
    return _copy(closest)


def _copy(closest: Any) -> str | None:
    """The address of a copy of a page that was there; anything else is none."""
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return None
    found = closest.get("url")
    is_sound = isinstance(found, str) and ARCHIVED.fullmatch(found) and safe(found) == found
    if not is_sound or closest.get("status") != "200":
        return None
    return "https://" + str(found).partition("://")[2]
