"""The ice-subpoenas dataset: its tables, and how to open them."""

from .data import NotPublished, connect, load, trace
from .formats import VERSION as __version__
from .row import Row
from .tables import TABLE, TABLES
from .verify import verify

__all__ = [
    "TABLE",
    "TABLES",
    "NotPublished",
    "Row",
    "__version__",
    "connect",
    "load",
    "trace",
    "verify",
]
