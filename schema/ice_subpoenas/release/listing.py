"""The files of a folder against its list of hashes. Names are not followed out of the folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..problem import Problem
from ..published import names
from ..rules.declare import RULES
from . import archives

OF_CHECKOUT = ("reviewed", ".gitignore", ".lock")
"""What `datasets/` of a checkout holds besides; git does not hold its DuckDB file."""


def unsafe(place: Path, own: bool) -> list[Problem]:
    """What must not be opened: links, files that are none, files beyond any size, odd names."""
    return [
        RULES["file-unsafe"].of_file(name, fault)
        for path in _inside(place, own)
        for name in [path.relative_to(place).as_posix()]
        for fault in [_fault(path, name)]
        if fault
    ]


def _fault(path: Path, name: str) -> str | None:
    if path.is_symlink():
        return "is a link"
    if path.is_dir():
        return None
    if not path.is_file():
        return "is not a plain file"
    if not archives.is_plain(name.lstrip(".")):
        return "has a name that could lead out of the folder"
    if path.stat().st_size > archives.MOST_BYTES:
        return f"has more than {archives.MOST_BYTES} bytes"
    return None


def _inside(place: Path, own: bool) -> list[Path]:
    """Everything in a folder, at any depth; of a checkout not what people write."""
    if not own:
        return sorted(place.rglob("*"))
    kept = [path for path in place.iterdir() if path.name not in OF_CHECKOUT]
    kept = [path for path in kept if not path.name.startswith(".staging-")]
    below = [each for path in kept if path.is_dir() for each in path.rglob("*")]
    return sorted([*kept, *below])


def problems(place: Path, own: bool) -> Iterator[Problem]:
    """Files that are missing, that nobody listed, or that have another hash."""
    listed, fault = _listed(place)
    if fault:
        yield fault
        return
    expected = names.RELEASED if names.is_release(place) and not own else names.PUBLISHED
    for name in sorted({*expected} - listed.keys()):
        yield RULES["file-missing"].of_file(names.SUMS, f"does not list {name}")
    for name in sorted(listed.keys() - {*expected}):
        yield RULES["file-unlisted"].of_file(
            name, "is listed, and is not a file that a release holds"
        )
    there = [path.relative_to(place).as_posix() for path in _inside(place, own) if path.is_file()]
    extra = sorted({*there} - listed.keys() - {names.SUMS})
    for name, digest in listed.items():
        yield from _listed_file(place, name, digest, extra, own)
    for name in extra:
        yield RULES["file-unlisted"].of_file(name, f"is not listed in {names.SUMS}")


def _listed(place: Path) -> tuple[dict[str, str], Problem | None]:
    path = place / names.SUMS
    if not path.is_file():
        return {}, RULES["file-missing"].of_file(names.SUMS, "is missing")
    try:
        return names.checksums(path), None
    except ValueError as error:
        return {}, RULES["hash-differs"].of_file(names.SUMS, f"is not a list of hashes: {error}")


def _listed_file(
    place: Path, name: str, digest: str, extra: Sequence[str], own: bool
) -> Iterator[Problem]:
    path = place / name
    if not archives.is_plain(name):
        said = f"lists {name[:100]!r}, which could lead out of the folder"
        yield RULES["file-unsafe"].of_file(names.SUMS, said)
    elif not path.is_file():
        if not (own and name == names.DATABASE):
            twin = next((each for each in extra if names.sha256(place / each) == digest), None)
            said = f"was renamed to {twin}" if twin else "is missing"
            yield RULES["file-missing"].of_file(name, said)
    elif names.sha256(path) != digest:
        yield RULES["hash-differs"].of_file(name, f"has another hash than {names.SUMS} lists")
