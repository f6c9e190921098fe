"""What a command does without, so that it starts and runs in less time."""

from __future__ import annotations

import gc
import sys

RARELY = 100_000
"""Objects that are made before Python looks for circles among them: a command makes few."""


class _Lean:
    """Tells pyarrow that there is no pandas and no NumPy: it imports them to look at a list."""

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname in ("pandas", "numpy"):
            raise ModuleNotFoundError(f"{fullname} is left out of this command", name=fullname)


def without_pandas() -> None:
    """Leave out pandas and NumPy, which this process does not need."""
    sys.meta_path.insert(0, _Lean())


def rarely_collected() -> None:
    """Look for circles of objects rarely: the memory of a command is freed when it ends."""
    gc.set_threshold(RARELY)
