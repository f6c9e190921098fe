"""`python build`: check the reviewed rows and publish the dataset; help with writing rows."""

from __future__ import annotations

import sys
from typing import NoReturn


def _start() -> NoReturn:
    """Import what is needed and run; an interruption during imports is as quiet as a later one."""
    if sys.flags.optimize > 1:
        sys.exit("python build: columns are described by docstrings … run it without -OO")
    try:
        from ice_subpoenas import lean
        from ice_subpoenas.interrupt import at_once

        at_once()
        lean.rarely_collected()
        if not {"bench", "release"} & set(sys.argv[1:2]):
            lean.without_pandas()
        from cli import main
    except ModuleNotFoundError as missing:
        sys.exit(
            f"python build: {missing.name} is not installed … activate the environment, "
            "`. .venv/bin/activate`, or run `pip install -e '.[dev]'`"
        )
    lean.leave(main())


if __name__ == "__main__":
    _start()
