"""The published files as the site carries them, each with its size and hash."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ice_subpoenas.published import datapackage, names
from ice_subpoenas.tables import TABLE


class Download(NamedTuple):
    """A published file: its address on the site, what it is, its size and hash."""

    path: str
    about: str
    size: str
    sha256: str


ABOUT = {name: said for name, (_, _, said) in datapackage.FILES.items()} | {
    "overview.parquet": "The overview as a Parquet file.",
    names.DESCRIPTOR: "Frictionless Data Package: every file, column and key.",
    names.SUMS: "Hashes of the files.",
}


def published(folder: Path) -> dict[str, bytes]:
    """The published files by their address on the site; the DuckDB file stays in releases."""
    paths = [*names.OVERVIEW, names.DESCRIPTOR, names.DICTIONARY, names.SUMS]
    paths += [f"{names.FOLDER}/{table}.parquet" for table in sorted(TABLE)]
    return {
        f"data/{path}": (folder / path).read_bytes() for path in paths if (folder / path).is_file()
    }


def listed(files: Mapping[str, bytes]) -> list[Download]:
    """The published files as the page lists them, the overview first."""
    found = []
    for path, content in files.items():
        file, sha256 = Path(path), hashlib.sha256(content).hexdigest()
        about = ABOUT.get(file.name) or TABLE[file.stem].about()
        found.append(Download(path, about, size(len(content)), sha256))
    return found


def size(n: int) -> str:
    """The size of a file for people.

    >>> size(900), size(35_800), size(1_260_000)
    ('900 bytes', '36 KB', '1.3 MB')
    """
    if n < 1000:
        return f"{n} bytes"
    return f"{n / 1000:.0f} KB" if n < 1_000_000 else f"{n / 1_000_000:.1f} MB"
