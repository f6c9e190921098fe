"""A call of a program: the words that it is given, the streams it writes to, and how it ends."""

import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator, Sequence

from .plain import safe


def ready() -> None:
    """Make the streams fit to be written to, whatever they are.

    A terminal without UTF-8 shows what it can. A stream that was closed leads nowhere, as if nobody
    read it; else the next file that is opened would take its place.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def fault(words: Sequence[str]) -> str | None:
    r"""What is wrong with a word of a call, whatever the command; null if nothing is.

    >>> fault(["trace", "den\udcffver"])
    "'den\\udcffver' is not UTF-8; write it in UTF-8, or rename the file that is called so"
    >>> fault(["verify", ""])
    'an argument is empty; leave it out, or write what you mean'
    """
    for word in words:
        if re.fullmatch("(--[a-z-]+=)?", word):
            return f"{word or 'an argument'} is empty; leave it out, or write what you mean"
        if re.search("[\ud800-\udfff]", word):
            remedy = "write it in UTF-8, or rename the file that is called so"
            return f"'{safe(word[:80])}' is not UTF-8; {remedy}"
    return None


@contextlib.contextmanager
def written_out() -> Iterator[None]:
    """Write out what was printed before it counts as done; OSError where nobody takes it.

    What is left of it then is dropped: Python would try again at its end, and tell of it itself.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError:
        _drop()
        raise


def _drop() -> None:
    """Let what was printed and cannot be written out lead nowhere."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(program: str, message: str) -> None:
    """Tell a person in one line why the program stops, if there is somebody to tell."""
    with contextlib.suppress(OSError):
        print(f"{program}: {safe(message)}", file=sys.stderr)


FULL = re.compile(r"no space left|quota exceeded|\[errno (?:28|122)\]", re.IGNORECASE)
"""What systems and libraries say of a disk that takes no more."""


def of_system(error: OSError) -> str:
    """What the system refused, where, and what to do about it.

    >>> of_system(OSError("Error writing bytes to file. Detail: [errno 28] …"))
    'the disk is full; nothing that was published is lost: make room, and run it again'
    """
    said = error.strerror or str(error) or type(error).__name__
    if FULL.search(said):
        where = f" ({error.filename})" if error.filename else ""
        return (
            f"the disk is full{where}; nothing that was published is lost: "
            "make room, and run it again"
        )
    return f"{said}: {error.filename}" if error.filename else said


def is_interruption(error: BaseException) -> bool:
    """Whether somebody pressed Ctrl-C, even while the database was working.

    >>> is_interruption(RuntimeError("Query interrupted")), is_interruption(RuntimeError("odd"))
    (True, False)
    """
    return isinstance(error, KeyboardInterrupt) or str(error) == "Query interrupted"
