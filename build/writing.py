"""The one way to write a file: never through a link, whole or not at all, nothing left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from printing import Refusal


def write(path: Path, content: str | bytes) -> None:
    """Replace a file in one step, so that an interruption leaves the old or the new one whole.

    Refused where the file, or a folder on the way to it below the current folder's root, is a link.
    """
    refuse_links(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode("utf-8") if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
    sync(path.parent)


def refuse_links(path: Path) -> None:
    """Refuse a path that is a link, or that leads through a linked folder."""
    if path.is_symlink():
        raise Refusal(f"{path} is a link; name the file or folder itself")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise Refusal(f"{path} is no plain file")
    if path.parent.is_symlink():
        raise Refusal(f"{path.parent} is a link; name the folder itself")


def sync(path: Path) -> None:
    """Put a file or folder on the disk; where a system cannot do that for a folder, go on."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def staged(folder: Path, prefix: str) -> Iterator[Path]:
    """A new folder of this process inside another, which is gone afterward."""
    refuse_links(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(dir=folder, prefix=prefix))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def replace_folder(target: Path, files: Mapping[str, str | bytes], mark: str) -> None:
    """Put a set of files in the place of a folder, in one step.

    A folder that is there must hold the file `mark`, which shows that it was made by us.
    """
    refuse_links(target)
    if target.exists() and any(target.iterdir()) and not (target / mark).is_file():
        raise Refusal(f"{target} holds other files; name a new or empty folder")
    with staged(target.parent, f".{target.name}-") as made:
        for name, content in files.items():
            path = made / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        os.chmod(made, 0o755)
        old = made.with_name(f"{made.name}-old")
        if target.exists():
            os.replace(target, old)
        os.replace(made, target)
        shutil.rmtree(old, ignore_errors=True)
