"""Follow an address to the page that answers, and look for an archived copy of it."""

import json
import re
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

from ice_subpoenas.plain import safe
from ice_subpoenas.vocabularies import LinkOutcome
from links.record import Asked, Found
from links.robots import Robots
from links.web import NoAnswer, Web, joined, target

HOPS = 10  # redirects that are followed
ARCHIVE = "https://archive.org/wayback/available"
ARCHIVED = re.compile(r"https?://web\.archive\.org/web/[0-9]{4,14}[a-z_]*/\S+")
LARGEST = 64 * 1024  # bytes of what the archive says
FRONT = ("", "/home", "/index.html", "/index.php")
GONE = (404, 410)


def reach(web: Web, robots: Robots, asked: Asked) -> Found:
    """Ask for an address and follow where it leads."""
    at, status, why = asked.address, None, None
    seen: set[str] = set()
    try:
        while robots.of(at).allow(target(at).path):
            seen.add(at)
            answer = web.ask(at, pause=robots.of(at).delay)
            if answer.leads_to is None:
                status = answer.status
                outcome = _outcome(status, asked.address, at)
                break
            at = joined(at, answer.leads_to)
            if at in seen or len(seen) > HOPS:
                raise NoAnswer(
                    "it leads in a circle" if at in seen else f"it leads on {HOPS} times"
                )
        else:
            outcome = LinkOutcome.NOT_ASKED
    except NoAnswer as error:
        outcome, why = LinkOutcome.NO_ANSWER, str(error)
    leads_to = at if at != asked.address else None
    return Found(*asked[:3], outcome, status, leads_to, why=why)


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


def archived(web: Web, address: str, near: date | None, service: str = ARCHIVE) -> str | None:
    """The archived copy of an address that is nearest to a day; null where the archive has none.

    Raises `NoAnswer` where the archive does not say.
    """
    asked = {"url": address} | ({"timestamp": near.strftime("%Y%m%d")} if near else {})
    answer = web.ask(f"{service}?{urlencode(asked)}", LARGEST)
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
