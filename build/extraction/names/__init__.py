"""People, bodies and places that a text names. May import text, grammar and lexicon."""
