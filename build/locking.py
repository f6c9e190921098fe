"""One writer at a time: a lock that names its holder, and that ends with it."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from printing import Refusal

NAME = ".lock"
BEYOND = 2**20
"""The byte that is locked on Windows, where nobody else can read a byte that is locked."""


@contextlib.contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. Refused, with the holder's name, while another process has it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileNotFoundError as error:  # whoever was first has just cleared the folder away
        raise Refusal(f"{folder} is being written by another process; wait for it") from error
    except OSError as error:
        raise Refusal(f"{path} cannot be opened ({error.strerror}); remove it") from error
    try:
        if not _locked(descriptor):
            os.lseek(descriptor, 0, os.SEEK_SET)
            holder = os.read(descriptor, 200).decode("utf-8", "replace").strip()
            raise Refusal(
                f"{folder} is being written by {holder or 'another process'}; wait for it"
            )
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"process {os.getpid()} ({' '.join(sys.argv[:2])})\n".encode())
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _locked(descriptor: int) -> bool:
    """Take the lock, if nobody has it; on a file system that knows no locks, go on without."""
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows
        return _locked_on_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        print(
            f"this folder cannot be locked ({error.strerror}): run one build at a time",
            file=sys.stderr,
        )
    return True


def _locked_on_windows(descriptor: int) -> bool:
    import msvcrt  # type: ignore[import-not-found,unused-ignore]

    os.lseek(descriptor, BEYOND, os.SEEK_SET)
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
