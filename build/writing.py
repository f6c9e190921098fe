"""The one way to write a file: never over a link or into a linked folder, whole or not at all,
nothing left behind.

And the way to read a document that people wrote.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from locking import only_writer
from printing import Refusal


def write(path: Path, content: str | bytes) -> None:
    """Replace a file in one step, so that an interruption leaves the old or the new one whole.

    Refused if the file or its folder is a link. Folders above may be links: people keep a checkout
    where they like.
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


def document(path: Path) -> str:
    """The characters of a document, without a byte order mark. Refused where it is a link, or not
    in UTF-8."""
    refuse_links(path)
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"{path} is not in UTF-8 (byte {error.start}); save it as UTF-8") from error


def refuse_links(path: Path) -> None:
    """Refuse a path that is a link, or whose folder is one."""
    if path.is_symlink():
        raise Refusal(f"{path} is a link; name the file or folder itself")
    if path.exists() and not path.is_file() and not path.is_dir():
        raise Refusal(f"{path} is not a plain file")
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


def _others(folder: Path, mark: str) -> list[str]:
    """The files of a folder that its mark does not list; all, where it has no mark."""
    listed: set[str] = set()
    if (folder / mark).is_file():
        listed = set((folder / mark).read_text("utf-8", "replace").splitlines())
    held = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return sorted({path.relative_to(folder).as_posix() for path in held} - listed)


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
    """Put a set of files in the place of a folder, once all of them are written.

    Of a folder that is there, the file `mark` must list every file: what somebody else put there
    would be lost.
    """
    refuse_links(target)
    others = _others(target, mark)
    if others:
        raise Refusal(f"{target} holds other files ({others[0]}); name a new or empty folder")
    room = target.with_name(f".{target.name}.making")
    refuse_links(room)
    with only_writer(room):
        try:
            _replace(target, files, room)
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _replace(target: Path, files: Mapping[str, str | bytes], room: Path) -> None:
    """Make the folder in a room, where nothing stays that a killed process left."""
    made, old = room / "new", room / "old"
    for left in (made, old):
        shutil.rmtree(left, ignore_errors=True)
    for name, content in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    if target.exists():
        os.replace(target, old)
    os.replace(made, target)
