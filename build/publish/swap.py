"""Write the published files, all or none.

A set of files is made in a folder of this process and listed, with hashes, in the journal
`.publishing`; then each file is moved to its place and the journal removed. Whoever finds a journal
knows that the folder is between two states: readers refuse it and the next build finishes it.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import duckdb
import pyarrow as pa
from annotated_types import MinLen
from pydantic import BaseModel, StringConstraints

from ice_subpoenas.published import files, names
from locking import only_writer
from printing import Refusal
from writing import refuse_links, staged, sync

STAGING = ".staging-"

Tables = Mapping[str, pa.Table]


class Plan(BaseModel, strict=True):
    """What the journal says: the folder of the new files, their hashes, and files to remove."""

    staging: Annotated[str, StringConstraints(pattern=rf"^{re.escape(STAGING)}[^/\\]+$")]
    files: Annotated[dict[str, str], MinLen(1)]
    remove: list[str]


def write(tables: Tables, out: Path) -> list[Path]:
    """Publish every table into `out`, and say which files were written.

    Interrupted at any moment, it leaves each file whole; the next call finishes or starts again.
    Refused while another process writes.
    """
    refuse_links(out / names.FOLDER)
    with only_writer(out):
        finish(out)
        with staged(out, STAGING) as staging:
            make(tables, staging)
            _open_journal(out, staging)
            finish(out)
        (out / names.LEFT_OPEN).unlink(missing_ok=True)  # it would change what was published
    return [out / name for name in sorted(names.checksums(out / names.SUMS))] + [out / names.SUMS]


def make(tables: Tables, folder: Path) -> None:
    """Write every published file into a folder; `Refusal` where the DuckDB file cannot be made."""
    if "?" in str(folder.absolute()):
        raise Refusal(f"{folder}: DuckDB writes below no folder with “?” in its name; rename it")
    try:
        files.write(tables, folder)
    except duckdb.Error as error:
        said = str(error).replace(f"{folder}{os.sep}", "")
        if isinstance(error, duckdb.IOException | duckdb.TransactionException):
            said = f"{said.splitlines()[0]}; make room on the disk, and run it again"
        raise Refusal(f"nothing was published: {said}") from error


def finish(out: Path) -> None:
    """Finish what an interrupted `write` began: move the set into place, or throw it away."""
    journal = out / names.JOURNAL
    plan = _plan(journal)
    staging = out / plan.staging if plan else None
    if plan and staging and _is_complete(plan.files, staging, out):
        _move(plan, staging, out)
        sync(out)
        journal.unlink()
        sync(out)
    elif journal.is_dir() and not journal.is_symlink():
        raise Refusal(f"{journal} is a folder, where publishing notes what it does; remove it")
    elif journal.exists():
        journal.unlink()
    for left in out.glob(f"{STAGING}*"):
        if left != staging or not (out / names.JOURNAL).exists():
            _discard(left)


def _plan(journal: Path) -> Plan | None:
    if journal.is_file() and not journal.is_symlink():
        with contextlib.suppress(ValueError):
            return Plan.model_validate_json(journal.read_bytes())
    return None


def _is_complete(files: Mapping[str, str], staging: Path, out: Path) -> bool:
    return all(
        _holds(staging / name, digest) or _holds(out / _inside(name), digest)
        for name, digest in files.items()
    )


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and not path.is_symlink() and names.sha256(path) == digest


def _move(plan: Plan, staging: Path, out: Path) -> None:
    for name, digest in plan.files.items():
        target = out / _inside(name)
        if not _holds(target, digest):
            refuse_links(target.parent)
            target.parent.mkdir(exist_ok=True)
            os.replace(staging / name, target)
    for name in plan.remove:
        (out / _inside(name)).unlink(missing_ok=True)


def _inside(name: str) -> str:
    """A name that stays inside the folder, whatever the journal says."""
    if not _is_inside(name):
        raise Refusal(
            f"{names.JOURNAL} lists {name!r}, which is not a published file; remove the journal"
        )
    return name


def _is_inside(name: str) -> bool:
    folder, last = Path(name).parts[:-1], Path(name).name
    is_file = "." in name and folder in ((), (names.FOLDER,)) and not last.startswith(".")
    return name == names.SUMS or is_file


def _discard(staging: Path) -> None:
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    else:
        shutil.rmtree(staging, ignore_errors=True)


def _open_journal(out: Path, staging: Path) -> None:
    """Write the journal, itself in one piece, once every staged file is on the disk."""
    made = sorted(p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file())
    files = {name: names.sha256(staging / name) for name in made}
    for name in files:
        if (out / name).is_dir() and not (out / name).is_symlink():
            raise Refusal(f"{out / name} is a folder where a published file belongs; remove it")
    for name in files:
        sync(staging / name)
    gone = sorted(name for name in _listed(out) - files.keys() if _is_inside(name))
    plan = Plan(staging=staging.name, files=files, remove=gone)
    draft = staging / names.JOURNAL
    draft.write_text(plan.model_dump_json(indent=1), "utf-8")
    sync(draft)
    os.replace(draft, out / names.JOURNAL)
    sync(out)


def _listed(out: Path) -> set[str]:
    """What the old list of hashes names; a broken list names nothing, and is written anew."""
    with contextlib.suppress(OSError, ValueError):
        return set(names.checksums(out / names.SUMS))
    return set()
