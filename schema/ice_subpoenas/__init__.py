"""The ice-subpoenas dataset: its tables, and how to open them."""

from .data import NotPublished, connect, load
from .formats import VERSION
from .release.verify import verify
from .row import Row
from .tables import TABLE, TABLES
from .tracing import trace

__version__ = VERSION

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
