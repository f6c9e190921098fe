"""What `trace` found, as lines for a person. No module here queries a database."""

from ..found import Found
from .cell import cell_lines
from .lists import LISTED
from .overview import overview_lines
from .row import row_lines


def as_text(found: Found, color: bool = False) -> str:
    """The trace of a cell or of a row. No character of it moves a cursor or hides anything."""
    if found["table"] == "overview":
        return "\n".join(overview_lines(found, color))
    for name, told in LISTED.items():
        if name in found:
            return "\n".join(told(found))
    return "\n".join(row_lines(found) if "cells" in found else cell_lines(found, color))
