"""The rules that give one quotation a speaker from its own sentence, in order of trust."""

from __future__ import annotations

from extraction.attribution.rules.after import after, after_clause
from extraction.attribution.rules.before import before, noun_cue
from extraction.attribution.rules.signatures import (
    after_dash,
    colon_subject,
    headline_quote,
    label,
    signature,
    to_somebody,
)

RULES = (
    signature,
    after,
    label,
    before,
    after_clause,
    noun_cue,
    after_dash,
    colon_subject,
    headline_quote,
    to_somebody,
)
"""Tried in this order; the first that answers wins."""
