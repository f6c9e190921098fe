"""What machines read: downloads with their hashes, annotations, schema.org data, releases."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ice_subpoenas.formats import LICENSE_PATH, VERSION
from ice_subpoenas.plain import HIDDEN
from ice_subpoenas.prose.known import Record
from ice_subpoenas.published import names
from ice_subpoenas.published.datapackage import MAKER, TITLE
from ice_subpoenas.tables import TABLE
from website.world import World

DESCRIPTION = (
    "Which state and local governments U.S. immigration officials served with administrative "
    "subpoenas, what was asked, how they answered and what courts did, with the words of the "
    "sources that each value rests on."
)
ANNOTATIONS = "annotations.jsonld"


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


# --- W3C Web Annotation ---------------------------------------------------------------------------

MOTIVES = {
    "supports": "identifying",
    "broader": "identifying",
    "contests": "questioning",
    "bears_on": "commenting",
}


def web_annotations(world: World) -> str:
    """The evidence as W3C Web Annotations; copies for single subpoenas are left out."""
    pieces = [
        row for row in world.rows["evidence"] if row["derivation"] != "copied" and row["exact"]
    ]
    page = {
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(world, piece) for piece in pieces],
    }
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": ANNOTATIONS,
        "type": "AnnotationCollection",
        "label": f"Evidence of ice-subpoenas, version {VERSION}",
        "total": len(pieces),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"


def _annotation(world: World, piece: Record) -> dict[str, Any]:
    row = f"{piece['table_name']}/{piece['row_id']}/{piece['column_name']}"
    body = {"type": "SpecificResource", "source": f"urn:ice-subpoenas:{row}"}
    value = [{"type": "TextualBody", "value": piece["value"], "purpose": "describing"}]
    return {
        "id": f"urn:ice-subpoenas:evidence/{piece['evidence_id']}",
        "type": "Annotation",
        "motivation": MOTIVES[piece["stance"]],
        "body": [body, *(value if piece["value"] is not None else [])],
        "target": {"source": _address(world, piece["source_id"]), "selector": _selector(piece)},
    }


def _address(world: World, key: str) -> str:
    source = world.by_key["sources"][key]
    return source["original_url"] or source["url"] or f"urn:ice-subpoenas:sources/{key}"


def _selector(piece: Record) -> Any:
    around = {name: piece[name] for name in ("prefix", "suffix") if piece[name]}
    quote = {"type": "TextQuoteSelector", "exact": piece["exact"], **around}
    if piece["char_start"] is None:
        return quote
    place = {"type": "TextPositionSelector", "start": piece["char_start"], "end": piece["char_end"]}
    return [quote, place]


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


# --- changes --------------------------------------------------------------------------------------


class Release(NamedTuple):
    """What the changelog says of a release."""

    version: str
    day: str
    blocks: list[tuple[str, list[str]]]


def releases(changelog: str) -> list[Release]:
    """The releases of a changelog, the newest first; what is not released yet has no day.

    >>> [found] = releases("## 0.1.0 (2026-11-21)\\n\\nThe first.\\n\\n- One\\n  more.\\n")
    >>> found.day, found.blocks
    ('2026-11-21', [('p', ['The first.']), ('ul', ['One more.'])])
    """
    found = []
    for part in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        said = re.fullmatch(r"(\S+)(?: \((\d{4}-\d\d-\d\d)\))?", head.strip())
        if said:
            found.append(Release(said[1], said[2] or "", _blocks(body)))
    return found


def _blocks(body: str) -> list[tuple[str, list[str]]]:
    blocks: list[tuple[str, list[str]]] = []
    for block in re.split(r"\n\s*\n", body.strip()):
        flat = re.sub(r"\n +", " ", block.strip())
        if flat.startswith("- "):
            blocks.append(("ul", [line.removeprefix("- ") for line in flat.split("\n")]))
        elif flat:
            blocks.append(("p", [re.sub(r"\s+", " ", flat)]))
    return blocks
