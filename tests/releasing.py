"""Releases of the invented dataset, made as `python build release` makes them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

import sample
from ice_subpoenas import data, formats
from publish import release

ROOT = Path(__file__).parents[1]
DAY = date(2026, 12, 1)
BESIDE = ("LICENSE", "LICENSE-DATA", "CITATION.cff")
CARD = "# Data card\n\nSee [datasets/dictionary.md](datasets/dictionary.md).\n\n{}\n"
COUNT = "<!--= SELECT count(*) FROM subpoenas --><!--/--> subpoenas"


def checkout(root: Path, *versions: str) -> Path:
    """What a release takes from a checkout besides rows; each version has words of its own."""
    root.mkdir(parents=True, exist_ok=True)
    for name in BESIDE:
        shutil.copyfile(ROOT / name, root / name)
    (root / "DATACARD.md").write_text(CARD.format(COUNT), "utf-8")
    sections = [f"## {version}\n\nWords on {version}.\n" for version in reversed(versions)]
    (root / "CHANGELOG.md").write_text("# Changelog\n\n" + "\n".join(sections), "utf-8")
    return root


@contextmanager
def version(number: str) -> Iterator[None]:
    """The code of another version."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formats, "VERSION", number)
        yield


def make(out: Path, rows: sample.Rows | None = None, number: str = "0.1.0") -> Path:
    """A release of the invented rows; its folder."""
    root = checkout(out.parent / "checkout", "0.1.0", number)
    with version(number):
        release.make(root, rows or sample.rows(), number, out, day=DAY)
    return out / f"ice-subpoenas-{number}"


def summed(folder: Path) -> None:
    """Write the list of hashes anew, as a forger would."""
    names = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != data.SUMS
    )
    lines = [f"{data.sha256(folder / name)}  {name}\n" for name in names]
    (folder / data.SUMS).write_text("".join(lines), "utf-8")
