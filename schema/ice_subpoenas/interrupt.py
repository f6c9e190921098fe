"""Ctrl-C: it ends a command at once while modules are imported, and raises later on."""

import os
import signal


def at_once() -> None:
    """End the program at an interruption, until `as_exception` is called.

    While modules are imported nothing is written yet, and an exception would be reported as a
    failed import, or be lost in a callback. A caller's own handler is left in place.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def as_exception() -> None:
    """Let an interruption raise from here on, if `at_once` was called before."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(*_: object) -> None:
    os._exit(130)
