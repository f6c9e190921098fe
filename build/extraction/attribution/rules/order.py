"""The rules that give one quotation a speaker from its own sentence, in order of trust."""

from extraction.attribution.rules.after import after
from extraction.attribution.rules.before import before, noun_cue
from extraction.attribution.rules.signatures import colon_subject, label, signature

RULES = (signature, after, label, before, noun_cue, colon_subject)
"""Tried in this order; the first that answers wins."""
