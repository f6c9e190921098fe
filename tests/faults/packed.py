"""Archives that ask for what a release never asks for."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import system
from ice_subpoenas.release import archives

TOP = "ice-subpoenas-0.1.0"
Members = Callable[[zipfile.ZipFile], object]
Make = Callable[[Path], object]


def _named(*listed: str) -> Members:
    def put(file: zipfile.ZipFile) -> None:
        for name in listed:
            file.writestr(name, "x")

    return put


def _many(file: zipfile.ZipFile) -> None:
    for number in range(archives.MOST_MEMBERS + 1):
        file.writestr(f"{TOP}/{number}", "")


def _bomb(file: zipfile.ZipFile) -> None:
    with file.open(f"{TOP}/bomb", "w", force_zip64=True) as out:
        for _ in range(archives.MOST_BYTES // 2**20 + 1):
            out.write(bytes(2**20))


def _encrypted(path: Path) -> None:
    _zip(_named(f"{TOP}/a"))(path)
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + at] |= 1
    path.write_bytes(content)


def _odd_method(path: Path) -> None:
    _zip(_named(f"{TOP}/a"))(path)
    content = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.find(mark) + at] = 99
    path.write_bytes(content)


def _liar(path: Path) -> None:
    """A member of four megabytes that says that it has sixteen bytes."""
    _zip(lambda file: file.writestr(f"{TOP}/big", bytes(2**22)))(path)
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<L", 2**22), struct.pack("<L", 16)))


def _sparse(path: Path) -> None:
    """An archive behind a hole of a hundred gigabytes, which takes no place on the disk."""
    _zip(_named(f"{TOP}/a"))(path)
    content = path.read_bytes()
    system.hole(path, 100 * 2**30)
    with path.open("ab") as out:
        out.write(content)


def _zip(put: Members) -> Make:
    def make(path: Path) -> None:
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            warnings.simplefilter("ignore", UserWarning)  # of a name that is there twice
            put(file)

    return make


def _bytes(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


OUT = "could lead out of the folder"
ONE = "something else than one folder at its top"
HOSTILE: dict[str, tuple[Make, str]] = {
    "a path above": (_zip(_named("../evil")), OUT),
    "a path above, deeper": (_zip(_named(f"{TOP}/../../evil")), OUT),
    "an absolute path": (_zip(_named("/tmp/evil")), OUT),
    "a drive": (_zip(_named("C:/evil")), OUT),
    "a backslash": (_zip(_named(f"{TOP}\\..\\evil")), OUT),
    "a device of Windows": (_zip(_named(f"{TOP}/nul")), OUT),
    "a name that moves the cursor": (_zip(_named(f"{TOP}/\x1b[2J")), OUT),
    "a name that runs backward": (_zip(_named(f"{TOP}/\u202etxt.exe")), OUT),
    "too many members": (_zip(_many), "members, more than"),
    "a bomb": (_zip(_bomb), "bytes, more than"),
    "a name twice": (_zip(_named(f"{TOP}/a", f"{TOP}/a")), "holds a file twice"),
    "a name twice, in capitals": (_zip(_named(f"{TOP}/a", f"{TOP}/A")), "holds a file twice"),
    "a file that is a folder too": (_zip(_named(f"{TOP}/a", f"{TOP}/a/b")), "not a sound zip"),
    "two folders": (_zip(_named("a/x", "b/x")), ONE),
    "a file at the top": (_zip(_named("x")), ONE),
    "nothing": (_zip(lambda _: None), ONE),
    "an encrypted member": (_encrypted, "is encrypted"),
    "an uncommon compression": (_odd_method, "packed in an uncommon way"),
    "an empty folder beside": (_zip(_named("a/x", "b/")), ONE),
    "a member that lies about its size": (_liar, "not a sound zip"),
    "a hole of a hundred gigabytes": (_sparse, "bytes, more than"),
    "no archive": (_bytes(b"x" * 1000), "not a sound zip"),
    "an empty file": (_bytes(b""), "not a sound zip"),
    "the beginning of an archive": (_bytes(b"PK"), "not a sound zip"),
    "the end of an archive": (_bytes(b"PK\x05\x06" + bytes(18)), ONE),
}
"""What makes each archive, and what `verify` says of it."""
