"""`python build`: check the reviewed rows and publish the dataset; help with writing rows."""

import sys


def _start() -> None:
    """Import what is needed and run; an interruption during imports is as quiet as a later one."""
    try:
        from ice_subpoenas import lean

        lean.rarely_collected()
        if not {"bench", "release"} & set(sys.argv[1:2]):
            lean.without_pandas()
        from cli import main
    except ModuleNotFoundError as missing:
        sys.exit(
            f"python build: {missing.name} is not installed … activate the environment, "
            "`. .venv/bin/activate`, or run `pip install -e '.[dev]'`"
        )
    except KeyboardInterrupt:
        sys.exit(130)
    lean.leave(main())


if __name__ == "__main__":
    _start()
