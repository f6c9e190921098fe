"""Names of months, as pieces of patterns."""

from __future__ import annotations

from ice_subpoenas.derivations.date_phrases import MONTHS

_LONG = MONTHS[1:]
LONG_MONTH = rf"(?:{'|'.join(_LONG)})"
BEGUN_MONTH = rf"(?:{'|'.join(name[:3] for name in _LONG)})"
"""The first three letters of a month."""
SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month, in full or cut short, with or without its period."""
