"""Quotations and their speakers. May import text, grammar, lexicon and names."""
