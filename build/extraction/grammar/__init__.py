"""A small grammar: noun phrases, subjects, reporting verbs. May import text and lexicon."""
