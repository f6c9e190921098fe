"""The installed command `ice-subpoenas`; an interruption is silent from the first line on."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Run a command; return the exit code: 0 done, 1 a problem, 2 a wrong call."""
    try:
        from . import lean

        if argv is None:  # a process of its own, not a call in another
            lean.without_pandas()
            lean.rarely_collected()
        from .commands import run
    except KeyboardInterrupt:
        return 130
    if sys.flags.optimize > 1:
        said = "ice-subpoenas: columns are described by docstrings … run it without -OO"
        print(said, file=sys.stderr)
        return 2
    code = run(argv)
    if argv is None:
        lean.leave(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
