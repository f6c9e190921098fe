"""Write the published files, all or none.

A set of files is made in a folder of this process. While they are moved to their places, the mark
`.publishing` stands beside them. Whoever finds it knows that the folder is between two states:
readers refuse it, and the next build writes everything anew.
"""

import contextlib
import filecmp
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa

from ice_subpoenas.published import files, names
from locking import only_writer
from printing import Refusal
from writing import refuse_links, staged, sync

STAGING = ".staging-"
OURS = re.compile(rf"(?:{names.FOLDER}/)?\w[\w-]*\.\w+")
"""Names of published files: only such a file is removed when it is no longer published."""

Tables = Mapping[str, pa.Table]


def write(tables: Tables, out: Path) -> list[Path]:
    """Publish every table into `out`, and say which files were written.

    Interrupted at any moment, it leaves each file whole; the next call writes all of them.
    Refused while another process writes.
    """
    refuse_links(out / names.FOLDER)
    with only_writer(out):
        for left in out.glob(f"{STAGING}*"):
            _discard(left)
        with staged(out, STAGING) as staging:
            make(tables, staging)
            _move(staging, out)
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


def _move(staging: Path, out: Path) -> None:
    """Move each file to its place, the list of hashes last; what it no longer lists is removed."""
    made = sorted(p.relative_to(staging).as_posix() for p in staging.rglob("*") if p.is_file())
    for name in (*made, names.MOVING):
        if (out / name).is_dir() and not (out / name).is_symlink():
            raise Refusal(f"{out / name} is a folder where a published file belongs; remove it")
    for name in made:
        sync(staging / name)
    (staging / names.MOVING).touch()
    os.replace(staging / names.MOVING, out / names.MOVING)
    sync(out)
    for name in sorted(_listed(out / names.SUMS).difference(made)):
        if OURS.fullmatch(name):
            (out / name).unlink(missing_ok=True)
    for name in sorted(made, key=lambda name: (name == names.SUMS, name)):
        if not _is_same(staging / name, out / name):
            (out / name).parent.mkdir(exist_ok=True)
            os.replace(staging / name, out / name)
    sync(out)
    (out / names.MOVING).unlink()
    sync(out)


def _is_same(new: Path, old: Path) -> bool:
    """Whether a file is there already, and no link to one."""
    is_file = old.is_file() and not old.is_symlink()
    return is_file and filecmp.cmp(new, old, shallow=False)


def _listed(sums: Path) -> set[str]:
    """What the old list of hashes names; a broken list names nothing, and is written anew."""
    with contextlib.suppress(OSError, ValueError):
        return set(names.checksums(sums))
    return set()


def _discard(staging: Path) -> None:
    """Remove what a process left that was killed, without following a link."""
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    else:
        shutil.rmtree(staging, ignore_errors=True)
