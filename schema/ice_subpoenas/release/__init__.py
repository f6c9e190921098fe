"""Releases: what is in them, whether they are sound, and how two of them differ."""
