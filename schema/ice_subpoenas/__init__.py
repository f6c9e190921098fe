"""The ice-subpoenas dataset: open its tables, trace a cell to its words, verify a release."""

from .data import NotPublished, connect, load
from .formats import VERSION
from .release.verify import verify
from .tracing import trace

__version__ = VERSION

__all__ = ["NotPublished", "__version__", "connect", "load", "trace", "verify"]
