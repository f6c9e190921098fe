"""What was asked and found, and the rows of `links.toml` that say so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ice_subpoenas.vocabularies import LinkOutcome
from reviewed import form, paths
from reviewed.layout.order import keys
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
