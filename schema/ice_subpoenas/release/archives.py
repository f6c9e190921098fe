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
CHUNK = 2**20
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
    try:
        with zipfile.ZipFile(archive) as file:
            members = _members(archive.name, file)
            top = {name.split("/")[0] for name in members}
            if len(top) != 1 or any("/" not in name for name in members):
                raise Refused(f"{archive.name}: holds more than one folder at its top")
            for name, member in members.items():
                _extract(file, member, room / name, archive.name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OverflowError) as error:
        raise Refused(f"{archive.name}: is not a sound zip archive ({error})") from error
    return room / top.pop()


def _members(archive: str, file: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The members by name, none of them able to do harm."""
    listed = file.infolist()
    if len(listed) > MOST_MEMBERS:
        raise Refused(f"{archive}: has {len(listed)} members, more than {MOST_MEMBERS}")
    total = sum(member.file_size for member in listed)
    if total > MOST_BYTES:
        raise Refused(f"{archive}: unpacks to {total} bytes, more than {MOST_BYTES}")
    found: dict[str, zipfile.ZipInfo] = {}
    for member in listed:
        if not member.is_dir():
            fault = _fault(member, found)
            if fault:
                raise Refused(f"{archive}: {member.filename[:100]!r} {fault}")
            found[member.filename] = member
    if not found:
        raise Refused(f"{archive}: is empty")
    return found


def _fault(member: zipfile.ZipInfo, found: dict[str, zipfile.ZipInfo]) -> str | None:
    """Why a member is refused; null where it is not."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in (0, stat.S_IFREG):
        return "is not a plain file"
    if member.flag_bits & 1:
        return "is encrypted"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is compressed in an uncommon way"
    if member.filename != member.orig_filename or not is_plain(member.filename):
        return "has a name that could lead out of the folder"
    if member.filename.lower() in {name.lower() for name in found}:
        return "is there twice"
    return None


def is_plain(name: str) -> bool:
    """Whether a path stays inside its folder, on every system.

    >>> [is_plain(name) for name in ("csv/quotes.csv", "../x", "/etc/x", "C:/x", "a/./b", "nul")]
    [True, False, False, False, False, False]
    """
    parts = name.split("/")
    return bool(NAME.fullmatch(name)) and not any(map(DEVICES.fullmatch, parts))


def _extract(file: zipfile.ZipFile, member: zipfile.ZipInfo, to: Path, archive: str) -> None:
    """Write one member, no more of it than it said that it has."""
    left = member.file_size
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with file.open(member) as stream, to.open("xb") as out:
            while chunk := stream.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise Refused(f"{archive}: {member.filename!r} is larger than it says")
                out.write(chunk)
    except (zipfile.BadZipFile, zlib.error) as error:
        raise Refused(f"{archive}: {member.filename!r} is damaged ({error})") from error
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise Refused(f"{archive}: {member.filename!r} has the place of another member") from error


def is_packed_as_published(archive: Path, folder: Path) -> bool:
    """Whether packing the unpacked folder again gives the archive, byte for byte."""
    with tempfile.TemporaryDirectory(prefix="ice-subpoenas-") as made:
        again = Path(made) / "again.zip"
        pack(folder, again)
        return again.read_bytes() == archive.read_bytes()
