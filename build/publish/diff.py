"""Say which generated files differ from what the reviewed rows give. Nothing is written."""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from check import stages
from ice_subpoenas.problem import Place, Problem
from ice_subpoenas.published import names
from ice_subpoenas.rules.declare import RULES
from printing import FORMS, show
from publish import documents, swap

EXAMPLE = "python build diff"
FORMATS = FORMS


def run(args: argparse.Namespace) -> int:
    """Print what is wrong, or each file that is out of date: 0 if there is nothing."""
    checked = stages.run(args.root)
    found = checked.problems or _stale(args.root, checked)
    show(found, args.format)
    return int(bool(found))


def _stale(root: Path, checked: stages.Checked) -> Sequence[Problem]:
    """What differs from what sound rows give: published files, or else documents."""
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        swap.make(checked.tables(), Path(made))
        return _files(Path(made), root / "datasets") or documents.stale(root, Path(made))


def _files(made: Path, out: Path) -> list[Problem]:
    """Files that are missing, differ, or should not be there. The DuckDB file is not in git."""
    wanted = {*names.PUBLISHED, names.SUMS}
    held = {path.relative_to(out).as_posix() for path in (out / names.FOLDER).glob("*")}
    return [
        *filter(None, (_fault(made, out, name) for name in sorted(wanted))),
        *(
            _wrong("file-unlisted", name, "it is not a published file", "remove it")
            for name in sorted(held - wanted)
        ),
    ]


def _fault(made: Path, out: Path, name: str) -> Problem | None:
    if not (out / name).is_file():
        return None if name == names.DATABASE else _wrong("file-missing", name, "it is missing")
    if (out / name).read_bytes() != (made / name).read_bytes():
        return _wrong("not-regenerated", name, "it is out of date")
    return None


def _wrong(code: str, name: str, said: str, remedy: str = "run `python build`") -> Problem:
    return RULES[code].at(Place(f"datasets/{name}", 1), said, remedy)
