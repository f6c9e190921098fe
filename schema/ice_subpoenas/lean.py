"""What a command leaves out in order to start, run and end faster."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

RARELY = 100_000
"""Objects that are made before Python looks for reference cycles: a command makes few."""


class _Lean:
    """Tells pyarrow that there is no pandas and no NumPy: it imports them to look at a list."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname in ("pandas", "numpy"):
            raise ModuleNotFoundError(f"{fullname} is left out of this command", name=fullname)


def without_pandas() -> None:
    """Leave out pandas and NumPy, which this process does not need."""
    sys.meta_path.insert(0, _Lean())


def rarely_collected() -> None:
    """Look for reference cycles rarely: the memory of a command is freed when it ends."""
    gc.set_threshold(RARELY)


def leave(code: int) -> NoReturn:
    """End the process. The system frees its memory, not Python object by object."""
    with contextlib.suppress(OSError, ValueError):  # nobody reads on, which Python then tells
        sys.stdout.flush()
        sys.stderr.flush()
        atexit._run_exitfuncs()
        os._exit(code)
    sys.exit(code)
