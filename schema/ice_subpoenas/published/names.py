"""How the published files are called, their lists of hashes, and reading a Parquet file."""

import hashlib
from pathlib import Path

import pyarrow as pa

from ..row import Table
from ..tables import TABLES
from . import parquet

FOLDER = "tables"
"""Folder of the Parquet files, below the folder of everything published."""
DATABASE = "ice_subpoenas.duckdb"
LEFT_OPEN = f"{DATABASE}.wal"
"""What DuckDB keeps beside the file while a program changes it; no part of what is published."""
SUMS = "SHA256SUMS"
DESCRIPTOR = "datapackage.json"
DICTIONARY = "dictionary.md"
METADATA = "metadata.json"
"""What Datasette reads."""
CARD = "README.md"
"""What a hub of datasets reads."""
OVERVIEW = ("overview.csv", "overview.json", "overview.parquet", "overview.xlsx")
"""The first file in every format: one row per act."""
MOVING = ".publishing"
"""Stands in a folder of published files while a build moves new ones into it."""

PUBLISHED: tuple[str, ...] = (
    *(f"{FOLDER}/{table.table}.parquet" for table in TABLES),
    *OVERVIEW,
    DATABASE,
    DESCRIPTOR,
    DICTIONARY,
    METADATA,
    CARD,
)
"""Every file that `SHA256SUMS` of a published folder lists."""

MANIFEST = "manifest.json"
CSV = "csv"
LICENSES = ("LICENSE", "LICENSE-DATA")
WRITTEN = ("CHANGELOG.md", "CITATION.cff", "DATACARD.md")
"""What people write, and a release holds."""

RELEASED: tuple[str, ...] = (
    *PUBLISHED,
    *(f"{CSV}/{table.table}.csv" for table in TABLES),
    f"{CSV}/{DESCRIPTOR}",
    MANIFEST,
    *LICENSES,
    *WRITTEN,
)
"""Every file that `SHA256SUMS` of a release lists."""


def is_release(place: Path) -> bool:
    """Whether a folder is, or was, a release, which holds more than a published folder."""
    return any((place / name).exists() for name in (MANIFEST, CSV, *WRITTEN))


def path_of(place: Path, table: Table) -> Path:
    """The Parquet file of a table."""
    return place / FOLDER / f"{table.table}.parquet"


def read(place: Path, table: Table) -> pa.Table:
    """A table's Parquet file; ValueError where it cannot be read, or not without harm."""
    return parquet.read(path_of(place, table))


def read_all(place: Path) -> dict[str, pa.Table]:
    """Every table of a folder."""
    with parquet.reader() as own:
        return {table.table: own(path_of(place, table)) for table in TABLES}


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sums(place: Path) -> str:
    """A list of the hashes of every file of a folder, as `sha256sum` writes it."""
    files = sorted(p.relative_to(place).as_posix() for p in place.rglob("*") if p.is_file())
    return "".join(f"{sha256(place / name)}  {name}\n" for name in files if name != SUMS)


def checksums(path: Path) -> dict[str, str]:
    """Hashes by file name, as `sha256sum` writes them. ValueError for a line that is none of them,
    or a file that is listed twice."""
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
        digest, mark, name = line.partition("  ")
        if not mark or len(digest) != 64 or name in found:
            what = "lists a file twice" if name in found else "is not a line of sha256sum"
            raise ValueError(f"{path.name}:{number}: {what}; write it again with `python build`")
        found[name] = digest
    return found
