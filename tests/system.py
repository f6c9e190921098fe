"""What not every system has: tests that need it are skipped elsewhere, with the reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

needs_posix = pytest.mark.skipif(
    os.name != "posix", reason="Windows has no signals that kill, no forks and no shell of Unix"
)


def link(path: Path, to: Path | str) -> None:
    """Put a link; the test is skipped where the system or the account may not make one."""
    leads_to_folder = (path.parent / to).is_dir()
    try:
        path.symlink_to(to, target_is_directory=leads_to_folder)
    except (NotImplementedError, OSError) as error:
        if os.name == "posix":
            raise
        pytest.skip(f"this account of Windows may not make links ({error})")


def pipe(path: Path) -> None:
    """Put a named pipe; the test is skipped where a folder cannot hold one."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("no folder of Windows holds a named pipe")
    os.mkfifo(path)


def odd(path: Path, content: bytes) -> None:
    """Write a file with an odd name; the test is skipped where the system refuses the name."""
    try:
        path.write_bytes(content)
    except (OSError, UnicodeError) as error:
        pytest.skip(f"this system has no file of such a name ({type(error).__name__})")


def hole(path: Path, length: int) -> None:
    """Make a file of zeros that takes no place on the disk; skipped where it would take it."""
    if os.name != "posix":
        pytest.skip("a file of zeros fills the disk of Windows")
    with path.open("wb") as out:
        out.truncate(length)
