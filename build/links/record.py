"""What was asked and found: as rows of `links.toml`, and as a report for people."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ice_subpoenas.plain import safe
from ice_subpoenas.vocabularies import LinkOutcome
from reviewed import form, paths
from reviewed.layout.values import keys
from reviewed.rows import Written
from writing import write

FILE = "links.toml"
HEAD = """\
# What came of asking for the address of each source, the last time.
# Written by `python build links`.
"""
ADDRESSES = {"url": "url", "original": "original_url"}
"""The addresses of a source: the end of the row's id, and the column of `sources`."""


class Asked(NamedTuple):
    """An address to ask for, and the day on which its page was read."""

    link_id: str
    source_id: str
    address: str
    read_on: date | None


@dataclass(frozen=True)
class Found:
    """A row of `links`, and what is not published: why there is no answer, and of the archive."""

    link_id: str
    source_id: str
    address: str
    outcome: str
    http_status: int | None = None
    leads_to: str | None = None
    archived_url: str | None = None
    checked_on: date | None = None
    why: str | None = None
    is_archive_known: bool = True

    @property
    def is_lost(self) -> bool:
        """Whether the page is no longer where the address says."""
        return self.outcome in (LinkOutcome.GONE, LinkOutcome.FRONT_PAGE)

    @property
    def is_reached(self) -> bool:
        """Whether any server said anything."""
        is_silent = self.http_status is None and self.leads_to is None
        return not (self.outcome == LinkOutcome.NO_ANSWER and is_silent)


Known = Mapping[tuple[str, str], Written]


def addresses(written: Known) -> list[Asked]:
    """Every address of every source."""
    found = []
    for (table, source_id), row in sorted(written.items()):
        for end, column in ADDRESSES.items() if table == "sources" else ():
            address = row.values.get(column)
            if isinstance(address, str):
                read_on = row.values.get("accessed")
                found.append(Asked(f"{source_id}-{end}", source_id, address, read_on))
    return found


def recorded(written: Known) -> dict[str, Found]:
    """The rows that `links.toml` holds, by id."""
    names = Found.__dataclass_fields__
    return {
        row_id: Found(**{name: row.values[name] for name in names if name in row.values})
        for (table, row_id), row in written.items()
        if table == "links"
    }


def merged(
    old: Mapping[str, Found], new: Iterable[Found], asked: Iterable[Asked]
) -> dict[str, Found]:
    """Rows for addresses that sources have: the new, and the old where nothing new is known.

    A copy that is on record stays where the archive was not asked or did not say.
    """
    known = ((each, old.get(each.link_id)) for each in asked)
    rows = {each.link_id: row for each, row in known if row and row.address == each.address}
    for each in new:
        before = rows.get(each.link_id)
        kept = before.archived_url if before and not each.is_archive_known else each.archived_url
        rows[each.link_id] = replace(each, archived_url=kept)
    return rows


def save(root: Path, rows: Mapping[str, Found]) -> Path:
    """Write the rows in the one form of reviewed files."""
    path = paths.target(root, FILE)
    text = HEAD
    for _, row in sorted(rows.items()):
        given = {name: getattr(row, name, None) for name in keys("links")}
        text += form.block("links", {name: v for name, v in given.items() if v is not None})
    write(path, form.formatted(text))
    return path


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
