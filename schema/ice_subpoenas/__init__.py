"""The ice-subpoenas dataset: open its tables, trace a cell to its words, verify a release."""

from .formats import VERSION

TYPE_CHECKING = False  # as type checkers take it; the module `typing` would take a program longest
if TYPE_CHECKING:
    from .data import NotPublished, connect, load
    from .release.verify import verify
    from .tracing.ask import trace

__version__ = VERSION

__all__ = ["NotPublished", "__version__", "connect", "load", "trace", "verify"]

_MODULES = {
    "NotPublished": ".data",
    "connect": ".data",
    "load": ".data",
    "trace": ".tracing.ask",
    "verify": ".release.verify",
}


def __getattr__(name: str) -> object:
    """A public name, from a module that is imported when the name is first used."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_MODULES[name], __name__), name)
