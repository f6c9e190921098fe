"""Say which generated files differ from what the reviewed rows give. Nothing is written."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from check import stages
from ice_subpoenas.published import names
from printing import FORMS, show
from publish import documents, swap

EXAMPLE = "python build diff"
FORMATS = FORMS


def run(args: argparse.Namespace) -> int:
    """Print a line for each file that is out of date: 0 if there is none."""
    checked = stages.run(args.root)
    if checked.problems:
        show(checked.problems, args.format)
        return 1
    out = args.root / "datasets"
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        swap.make(checked.tables(), Path(made))
        stale = _stale(Path(made), out) or documents.stale(args.root, Path(made))
    for line in stale:
        print(line)
    return int(bool(stale))


def _stale(made: Path, out: Path) -> list[str]:
    """Files that are missing, differ, or should not be there. The DuckDB file is not in git."""
    wanted = {*names.PUBLISHED, names.SUMS}
    held = {path.relative_to(out).as_posix() for path in (out / names.FOLDER).glob("*")}
    lines = [
        f"datasets/{name}: {said}" for name in sorted(wanted) if (said := _fault(made, out, name))
    ]
    lines += [
        f"datasets/{name}: is not a published file; remove it" for name in sorted(held - wanted)
    ]
    return lines


def _fault(made: Path, out: Path, name: str) -> str | None:
    if not (out / name).is_file():
        return None if name == names.DATABASE else "is missing; run `python build`"
    if (out / name).read_bytes() != (made / name).read_bytes():
        return "is out of date; run `python build`"
    return None
