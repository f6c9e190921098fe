"""Folders of releases that hold something else than files to read."""

from __future__ import annotations

import shutil
from pathlib import Path

import system
from forging import Spoil, edited, written
from ice_subpoenas.published import names
from ice_subpoenas.release import archives


def _linked(folder: Path) -> None:
    (folder / "LICENSE").unlink()
    system.link(folder / "LICENSE", "/etc/passwd")


def _linked_folder(folder: Path) -> None:
    shutil.rmtree(folder / "csv")
    system.link(folder / "csv", "/etc")


def _round(folder: Path) -> None:
    system.link(folder / "csv" / "again", folder)


def _piped(folder: Path) -> None:
    (folder / names.DESCRIPTOR).unlink()
    system.pipe(folder / names.DESCRIPTOR)


def _large(folder: Path) -> None:
    with (folder / "LICENSE").open("wb") as out:
        out.truncate(archives.MOST_BYTES + 1)


def _odd_name(folder: Path) -> None:
    system.odd(folder / "csv" / "a\x1b[2J.csv", b"x")


UNSAFE: dict[str, tuple[Spoil, str]] = {
    "a link": (_linked, "LICENSE is a link"),
    "a linked folder": (_linked_folder, "csv is a link"),
    "a link back to the folder": (_round, "csv/again is a link"),
    "a pipe as descriptor": (_piped, "datapackage.json is not a plain file"),
    "a file of any size": (_large, "bytes"),
    "a name that moves the cursor": (_odd_name, "could lead out of the folder"),
}
"""What is refused before anything is read."""

LISTS: dict[str, tuple[str | bytes, str]] = {
    "a list that leads elsewhere": (f"{'0' * 64}  ../../etc/passwd\n", "could lead out"),
    "a list that is none": ("nonsense\n", "is not a list of hashes"),
    "a list in no UTF-8": (b"\xff\xfe\xff", "is not a list of hashes"),
    "a file listed twice": (f"{'0' * 64}  LICENSE\n" * 2, "lists a file twice"),
    "an empty list": ("", "does not list LICENSE"),
}
"""Lists of hashes that are none."""

ODD: dict[str, tuple[Spoil, str]] = {
    "a descriptor of something else": (
        edited(names.DESCRIPTOR, lambda p: p.update(resources=7)),
        names.DESCRIPTOR,
    ),
    "a descriptor of nothing": (written("csv/datapackage.json", "null"), "csv/datapackage.json"),
    "a manifest of something else": (written(names.MANIFEST, "[]"), names.MANIFEST),
    "a manifest without end": (written(names.MANIFEST, "[" * 100_000), names.MANIFEST),
    "a manifest of another day": (
        edited(names.MANIFEST, lambda m: m.update(released=7)),
        names.MANIFEST,
    ),
    "a copy in no UTF-8": (written("csv/quotes.csv", b"\xff"), "csv/quotes.csv"),
    "a copy with other columns": (written("csv/quotes.csv", "a,b\r\n"), "csv/quotes.csv"),
    "a copy with a mark that never ends": (written("csv/quotes.csv", '"'), "csv/quotes.csv"),
    "a workbook that is none": (written("overview.xlsx", "x"), "overview.xlsx"),
    "an overview that is no Parquet": (written("overview.parquet", "x"), "overview.parquet"),
}
"""Generated files that are something else; each with the file that must be named."""


def one_of_each() -> tuple[str, ...]:
    """For each file to spoil the first way to do so."""
    return tuple({file: name for name, (_, file) in reversed(ODD.items())}.values())
