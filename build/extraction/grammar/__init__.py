"""A small grammar: noun phrases, subjects, reporting verbs."""
