"""Dates in words, and the days that they allow. May import text and lexicon."""
