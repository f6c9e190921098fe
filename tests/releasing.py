"""Releases, made as `python build release` makes them, in a folder of their own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from ice_subpoenas import formats
from ice_subpoenas.release import releases
from publish import documents, release

ROOT = Path(__file__).parents[1]
DAY = date(2026, 12, 1)
BESIDE = ("LICENSE", "LICENSE-DATA", "CITATION.cff")
CARD = "# Data card\n\nSee [datasets/dictionary.md](datasets/dictionary.md).\n\n{}\n"
COUNT = "<!--= SELECT count(*) FROM subpoenas --><!--/--> subpoenas"
MEASURED = "<!--= SELECT max(caught) FROM strength --><!--/--> caught"


def checkout(root: Path, *versions: str, dated: bool = True) -> Path:
    """What a release takes from a checkout besides rows; each version has words of its own."""
    root.mkdir(parents=True, exist_ok=True)
    for name in BESIDE:
        shutil.copyfile(ROOT / name, root / name)
    (root / "DATACARD.md").write_text(CARD.format(f"{COUNT}, {MEASURED}"), "utf-8")
    figures = root / documents.MEASURED / "strength.csv"
    figures.parent.mkdir(parents=True, exist_ok=True)
    figures.write_text("kind,caught\nspeaker,7\n", "utf-8")
    day = f" ({DAY})" if dated else ""
    sections = [f"## {version}{day}\n\nWords on {version}.\n" for version in reversed(versions)]
    (root / "CHANGELOG.md").write_text("# Changelog\n\n" + "\n".join(sections), "utf-8")
    return root


def make(
    out: Path, tables: Mapping[str, pa.Table], number: str | None = None, judged: bool = False
) -> Path:
    """A release of tables, the first unless another lies in the folder; its folder.

    It is verified, as every release is before it is put in its place, only where that matters.
    """
    number = number or formats.VERSION
    root = checkout(out.parent / "checkout", formats.VERSION, number)
    with pytest.MonkeyPatch.context() as patch:
        version(patch, number)
        patch.setattr(releases, "FIRST", formats.VERSION)
        if not judged:
            patch.setattr(release, "_verified", lambda _: {})
        release.make(root, tables, number, out)
    return out / f"ice-subpoenas-{number}"


def version(patch: pytest.MonkeyPatch, number: str) -> None:
    """Let every module take the code for another version, wherever it names its own."""
    old = formats.VERSION
    for name, module in list(sys.modules.items()):
        if name.startswith(("ice_subpoenas", "publish")):
            for own in ("VERSION", "CURRENT"):
                if vars(module).get(own) == old:
                    patch.setattr(module, own, number)
