"""Governments, bodies and offices that a text names, and those that a person tells got papers."""
