"""What machines read: downloads with their hashes, and schema.org data."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from ice_subpoenas.formats import LICENSE_PATH, VERSION
from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.published import names
from ice_subpoenas.published.datapackage import MAKER, TITLE
from ice_subpoenas.tables import TABLE
from website.world import World

DESCRIPTION = (
    "Which state and local governments U.S. immigration officials served with administrative "
    "subpoenas, what was asked, how they answered and what courts did, with the words of the "
    "sources that each value rests on."
)


def visible(text: str) -> str:
    r"""The text with characters that nobody sees written as their code points.

    >>> visible("a\u202eb")
    'a[U+202E]b'
    """
    return HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


# --- downloads ------------------------------------------------------------------------------------


class Download(NamedTuple):
    """A published file: its address on the site, what it is, its type, size and hash."""

    path: str
    about: str
    media: str
    size: str
    sha256: str


ABOUT = {
    "overview.csv": "The overview: one row for each act, for a spreadsheet.",
    "overview.xlsx": "The overview as a workbook, with a sheet that says what each column means.",
    "overview.json": "The overview as a list of objects.",
    "overview.parquet": "The overview as a Parquet file.",
    names.DESCRIPTOR: "Frictionless Data Package: every file, column and key.",
    names.DICTIONARY: "What each table, column and code means.",
    names.SUMS: "Hashes of the files.",
}

MEDIA = {
    "": "text/plain",
    ".csv": "text/csv",
    ".json": "application/json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The media type of a file, by the end of its name."""


def published(folder: Path) -> dict[str, bytes]:
    """The published files by their address on the site; the DuckDB file stays in releases."""
    paths = [*names.OVERVIEW, names.DESCRIPTOR, names.DICTIONARY, names.SUMS]
    paths += [f"{names.FOLDER}/{table}.parquet" for table in sorted(TABLE)]
    return {
        f"data/{path}": (folder / path).read_bytes() for path in paths if (folder / path).is_file()
    }


def downloads(files: Mapping[str, bytes]) -> list[Download]:
    """The published files as the page lists them, the overview first."""
    found = []
    for path, content in files.items():
        file, sha256 = Path(path), hashlib.sha256(content).hexdigest()
        about = ABOUT.get(file.name) or TABLE[file.stem].about()
        found.append(Download(path, about, MEDIA[file.suffix], size(len(content)), sha256))
    return found


def size(n: int) -> str:
    """The size of a file for people.

    >>> size(900), size(35_800), size(1_260_000)
    ('900 bytes', '36 KB', '1.3 MB')
    """
    if n < 1000:
        return f"{n} bytes"
    return f"{n / 1000:.0f} KB" if n < 1_000_000 else f"{n / 1_000_000:.1f} MB"


# --- schema.org -----------------------------------------------------------------------------------


def dataset(world: World, found: Iterable[Download], years: tuple[int, int]) -> str:
    """The dataset in the terms of schema.org, safe to stand inside a page."""
    first, last = years
    said = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": TITLE,
        "description": DESCRIPTION,
        "version": VERSION,
        "license": LICENSE_PATH,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": MAKER},
        "spatialCoverage": {"@type": "Place", "name": "United States"},
        "keywords": ["administrative subpoena", "immigration", "state and local government"],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": each.path, "encodingFormat": each.media}
            for each in found
        ],
    }
    if first:
        said["temporalCoverage"] = f"{first}/{last}"
    if world.last_change:
        said["dateModified"] = world.last_change.isoformat()
    return json.dumps(said, ensure_ascii=True, indent=1).replace("<", "\\u003c")
