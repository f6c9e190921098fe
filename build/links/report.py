"""What a run of `links` found, for people: as lines, or as the text of an issue."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from ice_subpoenas.plain import safe
from ice_subpoenas.vocabularies import LinkOutcome
from links.record import Found

FORMATS = ("text", "markdown")
SAME = re.compile(r"^https?://(?:www\.)?|[?#].*$|/+$")
"""What may differ between two addresses of one page."""

PARTS: tuple[tuple[str, Callable[[Found], bool]], ...] = (
    ("Gone, and no archived copy is known", lambda f: f.is_lost and not f.archived_url),
    ("Gone; an archived copy is known", lambda f: f.is_lost and bool(f.archived_url)),
    ("No answer", lambda f: f.outcome == LinkOutcome.NO_ANSWER),
    ("Moved to another address", lambda f: f.outcome == LinkOutcome.FOUND and _is_elsewhere(f)),
)
"""The parts of a report, in order of what is to be done."""


def _is_elsewhere(found: Found) -> bool:
    leads_to = found.leads_to or found.address
    return SAME.sub("", leads_to) != SAME.sub("", found.address)


def report(found: Sequence[Found], form: str) -> str:
    """The report in one of the forms."""
    lines = [_counted(found)]
    for title, belongs in PARTS:
        own = [each for each in found if belongs(each)]
        if own and form == "markdown":
            lines += ["", f"## {title}", "", *(f"- {_line(each, _code)}" for each in own)]
        elif own:
            lines += [f"{title}:", *(f"  {_line(each, safe)}" for each in own)]
    return "\n".join(lines)


def _counted(found: Sequence[Found]) -> str:
    numbers = Counter(each.outcome for each in found)
    listed = [f"{numbers[code]} {code}" for code in LinkOutcome.codes() if numbers[code]]
    n = "1 address" if len(found) == 1 else f"{len(found)} addresses"
    return f"{n}: {', '.join(listed) or 'nothing was asked for'}"


def _line(found: Found, shown: Callable[[str], str]) -> str:
    told = (
        ("", found.address, shown),
        ("status ", found.http_status, str),
        ("", found.why, safe),
        ("leads to ", found.leads_to, shown),
        ("copy: ", found.archived_url, shown),
    )
    said = (f"{label}{form(str(given))}" for label, given, form in told if given is not None)
    return f"{found.source_id}: {', '.join(said)}"


def _code(address: str) -> str:
    """An address that Markdown shows as it is: no link, no mention, no markup."""
    return f"`{safe(address).replace('`', '%60')}`"
