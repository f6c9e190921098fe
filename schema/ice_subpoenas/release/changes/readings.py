"""Texts and readings that differ: no facts, but what facts rest on."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from .facts import Rows


def asides(old: Rows, new: Rows) -> list[str]:
    """Texts, their hashes, and readings that differ: no facts, but what facts rest on."""
    before, after = (_texts(rows) for rows in (old, new))
    lines = [
        f"text changed: {source}: {before.get(source) or 'none'} → {after.get(source) or 'none'}"
        for source in sorted(before.keys() | after.keys())
        if before.get(source) != after.get(source)
    ]
    for said, pages in (
        ("reading recorded", readings(new) - readings(old)),
        ("reading removed", readings(old) - readings(new)),
    ):
        for file, source, reading, role, day, outcome in sorted(pages):
            lines.append(f"{said}: {file} {source}: {reading}, by {role} on {day}: {outcome}")
    for reason, number in sorted((_ways(new) - _ways(old)).items()):
        lines.append(f"said of {number} more reading{'s'[: number > 1]}: {reason}")
    return lines + [
        f"both readings of {file} {source} are new: ask whether two people read it"
        for file, source in sorted(_both(readings(new) - readings(old)))
    ]


def readings(rows: Rows) -> frozenset[tuple[str, ...]]:
    """Who read which page, when, and with what outcome; rows of older releases may lack it."""
    names = ("reviewed_file", "source_id", "reading", "reader_role", "reviewed_on", "outcome")
    known = [row for row in rows.get("reviews", ()) if all(name in row for name in names)]
    return frozenset(tuple(str(row[name]) for name in names) for row in known)


def _ways(rows: Rows) -> Counter[str]:
    """How pages were read, and of how many readings each is said."""
    return Counter(str(row["reason"]) for row in rows.get("reviews", ()) if row.get("reason"))


def _both(pages: Iterable[tuple[str, ...]]) -> set[tuple[str, str]]:
    """The pages, as file and source, that were read for the first and for the second time."""
    which = defaultdict(set)
    for file, source, reading, *_ in pages:
        which[file, source].add(reading)
    return {page for page, found in which.items() if len(found) > 1}


def _texts(rows: Rows) -> dict[str, str]:
    held = [row for row in rows.get("sources", ()) if row.get("text_sha256")]
    return {str(row["source_id"]): str(row["text_sha256"])[:12] for row in held}
