"""Release archives: packed so that the same files give the same bytes, opened without trust.

A zip, because every system opens it without further programs; members are stored, not compressed,
because compressed bytes depend on the version of zlib, and Parquet is compressed already.
"""

import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_MEMBERS = 500
MOST_BYTES = 256 * 2**20  # of one member, and of all
LARGEST = MOST_BYTES + 2**20  # an archive, with what stands between its members
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can name
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*){0,2}")
DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class Refused(ValueError):  # noqa: N818  # a state of what is given, no fault of the program
    """What is given cannot be opened safely: the message says why."""


class Missing(Refused):
    """Nothing is at the path that is given."""


def pack(folder: Path, archive: Path) -> None:
    """Write a folder's files into a zip, below the folder's name, in order of their paths."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [(path.relative_to(folder.parent).as_posix(), path) for path in files]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as out:
        for name, path in sorted(names):
            member = zipfile.ZipInfo(name, EARLIEST)
            member.create_system = 3
            member.external_attr = (stat.S_IFREG | 0o644) << 16
            out.writestr(member, path.read_bytes())


@contextmanager
def opened(path: Path) -> Iterator[Path]:
    """The folder of a release: itself, or unpacked for a while from its archive.

    Whatever an archive asks for, nothing is written outside the temporary folder.
    """
    if path.is_symlink() and not path.exists():
        raise Refused(f"{path}: is a link that leads nowhere")
    if not path.exists():
        raise Missing(f"there is no file or folder at {path}; check the spelling")
    if path.is_dir():
        yield path
        return
    if not path.is_file():
        raise Refused(f"{path}: is neither a folder nor a file")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path}: has {path.stat().st_size} bytes, more than {LARGEST}")
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        yield _unpacked(path, Path(made))


def _unpacked(archive: Path, room: Path) -> Path:
    """The one folder of an archive; `extractall` makes nothing but plain files and folders."""
    try:
        with zipfile.ZipFile(archive) as file:
            fault = _fault(file.infolist())
            if fault:
                raise Refused(f"{archive.name}: {fault}")
            file.extractall(room)
    except UNSOUND as error:
        raise Refused(f"{archive.name}: is not a sound zip archive ({error})") from error
    return next(room.iterdir())


UNSOUND = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OverflowError),
    *(FileExistsError, NotADirectoryError, IsADirectoryError),
)
"""What is raised where members are damaged, encrypted, or in each other's place."""


PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How members may be packed."""


def _fault(listed: list[zipfile.ZipInfo]) -> str | None:
    """Why an archive with such members is not unpacked; null where it is."""
    members = [member for member in listed if not member.is_dir()]
    names = [member.filename for member in members]
    every = [member.filename.rstrip("/") for member in listed]
    total = sum(member.file_size for member in members)
    if len(listed) > MOST_MEMBERS:
        return f"has {len(listed)} members, more than {MOST_MEMBERS}"
    if total > MOST_BYTES:
        return f"unpacks to {total} bytes, more than {MOST_BYTES}"
    odd = [
        m for m in listed if m.orig_filename != m.filename or not is_plain(m.filename.rstrip("/"))
    ]
    if odd:
        return f"{odd[0].filename[:100]!r} has a name that could lead out of the folder"
    if any(member.compress_type not in PACKED for member in members):
        return "holds a file that is packed in an uncommon way"
    if len({name.lower() for name in names}) < len(names):
        return "holds a file twice"
    if len({name.split("/")[0] for name in every}) != 1 or not all("/" in name for name in names):
        return "holds something else than one folder at its top"
    return None


def is_plain(name: str) -> bool:
    """Whether a path stays inside its folder, on every system.

    >>> [is_plain(name) for name in ("csv/quotes.csv", "../x", "/etc/x", "C:/x", "a/./b", "nul")]
    [True, False, False, False, False, False]
    """
    parts = name.split("/")
    return bool(NAME.fullmatch(name)) and not any(map(DEVICES.fullmatch, parts))


def is_packed_as_published(archive: Path, folder: Path) -> bool:
    """Whether packing the unpacked folder again gives the archive, byte for byte."""
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        again = Path(made) / "again.zip"
        pack(folder, again)
        return again.read_bytes() == archive.read_bytes()
