"""Governments, bodies and offices that a text names, and those that a person says got papers."""
